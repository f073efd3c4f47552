// Manual pages in the man macros. Source: groff_man(7); held to by mandoc's lint.
#include <fmt/format.h>

#include <algorithm>
#include <cctype>

#include "help.h"
#include "session.h"

namespace mot {
namespace {

/// What roff reads as its own in the middle of a text.
struct Escape {
  char character;
  std::string_view written;
};
constexpr Escape escapes[] = {{'\\', "\\e"}, {'-', "\\-"}, {'^', "\\(ha"}, {'~', "\\(ti"}, {'`', "\\(ga"}, {'\'', "\\(aq"}};

std::string roff(std::string_view text) {
  std::string safe;
  for (const char c : text) {
    const auto* escape = std::ranges::find(escapes, c, &Escape::character);
    if (escape == std::end(escapes)) {
      safe += c;
    } else {
      safe += escape->written;
    }
  }
  return safe;
}

constexpr std::size_t source_columns = 79;
/// Of text that is filled: letters may take several bytes, and mandoc asks for lines of 80 bytes.
constexpr std::size_t filled_columns = 72;

/// A text that is escaped, in lines of which none begins like a macro nor ends with blanks.
std::string guarded(std::string_view text) {
  std::string lines;
  while (!text.empty()) {
    std::string_view line = text.substr(0, text.find('\n'));
    text.remove_prefix(std::min(text.size(), line.size() + 1));
    while (line.ends_with(' ')) line.remove_suffix(1);
    if (line.starts_with('.')) lines += "\\&";
    lines.append(line) += '\n';
  }
  return lines;
}

/// Text that is filled: its paragraphs in short lines.
std::string filled(std::string_view text, const std::string& lead = "") {
  std::string lines;
  const std::string escaped = roff(text);
  for (std::string_view rest = escaped; !rest.empty();) {
    const std::string_view line = rest.substr(0, rest.find('\n'));
    rest.remove_prefix(std::min(rest.size(), line.size() + 1));
    lines += wrapped(line, lines.empty() ? lead : "", 0, filled_columns);
  }
  return guarded(lines);
}

/// Text that is shown line by line; one that is too long for the source goes on in its next line, where roff reads no break.
std::string as_it_is(std::string_view text) {
  const std::string escaped = roff(text);
  std::string lines;
  for (std::string_view rest = escaped; !rest.empty();) {
    const std::size_t end = std::min(rest.find('\n'), rest.size());
    const std::size_t blank = end > source_columns ? rest.rfind(' ', source_columns - 2) : std::string_view::npos;
    const bool is_folded = blank != std::string_view::npos && rest.find_first_not_of(' ') < blank;
    const std::size_t taken = is_folded ? blank + 1 : end;
    lines.append(rest.substr(0, taken)) += is_folded ? "\\\n" : "\n";
    rest.remove_prefix(std::min(rest.size(), is_folded ? taken : taken + 1));
  }
  return guarded(lines);
}

std::string upper(std::string text) {
  std::ranges::transform(text, text.begin(), [](unsigned char c) { return static_cast<char>(std::toupper(c)); });
  return text;
}

std::string name_of(const HelpPage& page) {
  std::string name = page.title;
  std::ranges::replace(name, ' ', '-');
  return name;
}

std::string roff_section(const HelpSection& section) {
  std::string text = fmt::format(".SH {}\n", roff(upper(section.heading)));
  if (!section.verbatim.empty()) text += fmt::format(".nf\n{}.fi\n", as_it_is(section.verbatim));
  for (const HelpEntry& entry : section.entries) text += fmt::format(".TP\n.B {}\n{}", roff(bare_term(entry)), filled(entry.text));
  return text;
}

constexpr std::string_view exit_status =
    ".SH EXIT STATUS\n"
    ".TP\n.B 0\nAll is well.\n"
    ".TP\n.B 1\nFindings as severe as \\-\\-fail\\-on says,\nor a gate that is broken or not decided.\n"
    ".TP\n.B 2\nWrong usage, or something could not be read or written.\n";

}  // namespace

std::string manual_page(const HelpPage& page) {
  const std::string name = name_of(page);
  std::string text = fmt::format(".TH {} {} {} \"mot {}\" \"mot\"\n.SH NAME\n{}", roff(upper(name)), page.manual_section, release_date(),
                                 version(), filled(page.does, roff(name) + " \\- "));
  if (!page.usage.empty()) text += fmt::format(".SH SYNOPSIS\n{}", as_it_is(page.usage));
  if (!page.details.empty()) text += fmt::format(".SH DESCRIPTION\n{}", filled(page.details));
  for (const HelpSection& section : page.sections) text += roff_section(section);
  if (page.manual_section == 1) text += exit_status;
  return text;
}

}  // namespace mot

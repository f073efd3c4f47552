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

constexpr std::size_t columns = 72;  // so that what is escaped keeps within 80

/// A text of lines, none of which begins like a macro nor ends with blanks.
std::string roff_lines(std::string_view text) {
  std::string lines;
  while (!text.empty()) {
    std::string_view line = text.substr(0, text.find('\n'));
    text.remove_prefix(std::min(text.size(), line.size() + 1));
    while (line.ends_with(' ')) line.remove_suffix(1);
    if (line.starts_with('.')) lines += "\\&";
    lines += roff(line) + "\n";
  }
  return lines;
}

std::string wrapped_lines(std::string_view text) {
  std::string lines;
  while (!text.empty()) {
    const std::string_view line = text.substr(0, text.find('\n'));
    text.remove_prefix(std::min(text.size(), line.size() + 1));
    lines += wrapped(line, "", 0, columns);
  }
  return lines;
}

std::string trimmed(std::string_view text) {
  while (text.starts_with(' ')) text.remove_prefix(1);
  return std::string(text);
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

std::string section_of(const HelpSection& section) {
  std::string text = fmt::format(".SH {}\n", roff(upper(section.heading)));
  if (!section.verbatim.empty()) text += fmt::format(".nf\n{}.fi\n", roff_lines(section.verbatim));
  for (const HelpEntry& entry : section.entries)
    text += fmt::format(".TP\n.B {}\n{}", roff(trimmed(entry.term)), roff_lines(wrapped(entry.text, "", 0, columns)));
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
                                 version(), roff_lines(wrapped(page.does, fmt::format("{} - ", name), 0, columns)));
  if (!page.usage.empty()) text += fmt::format(".SH SYNOPSIS\n{}", roff_lines(page.usage));
  if (!page.details.empty()) text += fmt::format(".SH DESCRIPTION\n{}", roff_lines(wrapped_lines(page.details)));
  for (const HelpSection& section : page.sections) text += section_of(section);
  if (page.manual_section == 1) text += exit_status;
  return text;
}

}  // namespace mot

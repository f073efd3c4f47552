#include "help.h"

#include <fmt/format.h>

#include <algorithm>

#include "mot/text/utf8.h"

namespace mot {

std::string_view bare_term(const HelpEntry& entry) {
  const std::string_view term = entry.term;
  return term.substr(std::min(term.find_first_not_of(' '), term.size()));
}

std::string wrapped(std::string_view text, std::string lead, std::size_t indent, std::size_t columns) {
  std::string all, line = std::move(lead);
  line.resize(std::max(line.size(), indent), ' ');
  bool is_begun = false;
  while (!text.empty()) {
    const std::string_view word = text.substr(0, text.find(' '));
    text.remove_prefix(std::min(text.size(), word.size() + 1));
    if (is_begun && display_width(line) + 1 + display_width(word) > columns) {
      all += line + "\n";
      line.assign(indent, ' ');
      is_begun = false;
    }
    line.append(is_begun ? " " : "").append(word);
    is_begun = true;
  }
  return all + line + "\n";
}

namespace {

constexpr std::size_t terminal_columns = 100;

std::string paragraphs(std::string_view text) {
  std::string all;
  while (!text.empty()) {
    const std::string_view line = text.substr(0, text.find('\n'));
    text.remove_prefix(std::min(text.size(), line.size() + 1));
    all += wrapped(line, "", 0, terminal_columns);
  }
  return all;
}

std::string text_of(const HelpSection& section) {
  std::size_t widest = 0;
  for (const HelpEntry& entry : section.entries) widest = std::max(widest, entry.term.size());
  std::string text = fmt::format("\n{}:\n{}", section.heading, section.verbatim);
  for (const HelpEntry& entry : section.entries) {
    std::string lead = "  " + entry.term;
    lead.resize(widest + 4, ' ');
    text += wrapped(entry.text, std::move(lead), widest + 4, terminal_columns);
  }
  return text;
}

}  // namespace

std::string help_text(const HelpPage& page) {
  std::string text = fmt::format("{}: {}\n", page.title, page.does);
  if (!page.usage.empty()) text += fmt::format("\nUsage: {}\n", page.usage);
  if (!page.details.empty()) text += "\n" + paragraphs(page.details);
  for (const HelpSection& section : page.sections) text += text_of(section);
  return page.closing.empty() ? text : text + "\n" + page.closing + "\n";
}

}  // namespace mot

// Help as a page of Markdown.
#include <fmt/format.h>

#include "help.h"
#include "mot/write/tables/table_markdown.h"

namespace mot {
namespace {

/// What stands between backticks is code here as it is there.
std::string text_of(std::string_view text) {
  std::string escaped = markdown_escaped(text);
  for (std::size_t at = 0; (at = escaped.find("\\`", at)) != std::string::npos; ++at) escaped.erase(at, 1);
  return escaped;
}

std::string markdown_section(const HelpSection& section) {
  std::string text = fmt::format("\n## {}\n\n", markdown_escaped(section.heading));
  if (!section.verbatim.empty()) text += fmt::format("```\n{}```\n", section.verbatim);
  if (section.entries.empty()) return text;
  text += "| | |\n|---|---|\n";
  for (const HelpEntry& entry : section.entries) text += fmt::format("| `{}` | {} |\n", bare_term(entry), text_of(entry.text));
  return text;
}

}  // namespace

std::string markdown_page(const HelpPage& page) {
  std::string text = fmt::format("# {}: {}\n", markdown_escaped(page.title), markdown_escaped(page.does));
  if (!page.usage.empty()) text += fmt::format("\n```\n{}\n```\n", page.usage);
  if (!page.details.empty()) text += fmt::format("\n{}\n", markdown_escaped(page.details));
  for (const HelpSection& section : page.sections) text += markdown_section(section);
  if (!page.closing.empty()) text += fmt::format("\n{}\n", markdown_escaped(page.closing));
  return text;
}

}  // namespace mot

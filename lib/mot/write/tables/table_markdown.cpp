#include "mot/write/tables/table_markdown.h"

#include <fmt/format.h>

#include <algorithm>

#include "mot/picture/theme.h"
#include "mot/text/utf8.h"
#include "mot/write/tables/table_text.h"

namespace mot {
namespace {

/// Signs that are markup wherever they stand, and those that begin a list, a heading or a rule.
constexpr std::string_view markup = R"(\`*_[]<>|~&$)";
constexpr std::string_view markup_at_the_beginning = "#+-=";

bool ends_in_www(std::string_view text) {
  return folded(text.substr(text.size() - std::min<std::size_t>(text.size(), 3))) == "www";
}

/// Whether the sign at `i` is markup for where it stands: `- `, `1.`, `https://`, `www.`.
bool is_markup(std::string_view text, std::size_t i) {
  const std::string_view before = text.substr(0, i);
  if (markup.find(text[i]) != std::string_view::npos) return true;
  if (before.empty() && markup_at_the_beginning.find(text[i]) != std::string_view::npos) return true;
  const bool is_after_a_number = !before.empty() && before.find_first_not_of("0123456789") == std::string_view::npos;
  if (text[i] == ')') return is_after_a_number;
  if (text[i] == '.') return is_after_a_number || ends_in_www(before);
  return text[i] == ':' && text.substr(i).starts_with("://");
}

/// What GitHub and GitLab turn into a link or a picture although it is no markup: `@name`, `#1`, `!1`, `GH-12`, `:smile:`, a commit's hash.
/// A blank of no width behind the sign breaks it up.
constexpr std::string_view no_width = "&#8203;";

bool is_letter_or_digit(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

bool is_hexadecimal(char c) {
  return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f');
}

/// Whether what begins at `i` may be the name of a commit: seven hexadecimal digits or more, as a word of their own.
bool begins_hash(std::string_view text, std::size_t i) {
  constexpr std::size_t shortest = 7;
  if (i > 0 && is_letter_or_digit(text[i - 1])) return false;
  std::size_t end = i;
  while (end < text.size() && is_hexadecimal(text[end])) ++end;
  return end - i >= shortest && (end == text.size() || !is_letter_or_digit(text[end]));
}

/// Whether the sign at `i` makes a reference of what follows.
bool refers(std::string_view text, std::size_t i) {
  const char next = i + 1 < text.size() ? text[i + 1] : ' ';
  if (begins_hash(text, i)) return true;
  switch (text[i]) {
    case '@':
    case ':':
    case '%':
      return is_letter_or_digit(next);
    case '#':
    case '!':
      return next >= '0' && next <= '9';
    case '-':
      return i >= 2 && folded(text.substr(i - 2, 2)) == "gh" && next >= '0' && next <= '9';
    default:
      return false;
  }
}

std::string rule_of(const Column& column) {
  return column.kind == ColumnKind::text ? "---" : "---:";
}

template <class TextOf>
std::string line(const Table& table, TextOf text_at) {
  std::string text = "|";
  for (std::size_t i = 0; i < table.columns.size(); ++i) {
    if (!table.columns[i].header.empty()) text += " " + text_at(i) + " |";
  }
  return text + "\n";
}

std::string section_text(const Table& table, const Section& section) {
  std::string text = section.title.empty() ? "" : fmt::format("### {}\n\n", markdown_escaped(section.title));
  text += line(table, [&](std::size_t i) { return markdown_escaped(table.columns[i].header); });
  text += line(table, [&](std::size_t i) { return rule_of(table.columns[i]); });
  for (const Row& row : section.rows)
    text += line(table, [&](std::size_t i) { return text_with_glyph(row[i], table.columns[i], table.speech, markdown_escaped); });
  return text + "\n";
}

}  // namespace

std::string markdown_escaped(std::string_view text) {
  const std::string shown = printable(text);
  std::string escaped;
  for (std::size_t i = 0; i < shown.size(); ++i) {
    if (is_markup(shown, i)) escaped += '\\';
    escaped += shown[i];
    if (refers(shown, i)) escaped += no_width;
  }
  return escaped;
}

std::string table_markdown(const Table& table) {
  std::string text = fmt::format("## {}\n\n", markdown_escaped(table.title));
  for (const Section& section : table.sections) {
    if (!section.rows.empty()) text += section_text(table, section);
  }
  for (const std::string& note : table.notes) text += fmt::format("- {}\n", markdown_escaped(note));
  return text;
}

}  // namespace mot

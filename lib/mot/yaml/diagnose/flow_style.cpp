// What goes wrong between brackets.
#include <fmt/format.h>

#include <algorithm>

#include "mot/yaml/diagnose/failure.h"
#include "mot/yaml/flow.h"
#include "mot/yaml/lexer.h"

namespace mot::yaml {
namespace {

Explanation unclosed(std::string_view text, std::size_t bracket) {
  return {bracket, bracket + 1, fmt::format("this '{}' is never closed", text[bracket])};
}

bool is_colon_of_key(std::string_view text, std::size_t at) {
  at = std::min(text.find_first_not_of(" \t", at), text.size());
  return byte_at(text, at) == ':' && (is_space(byte_at(text, at + 1)) || at + 1 >= text.size());
}

// The parser loses count of brackets at a key that is a list or a mapping.
std::optional<Explanation> collection_as_key(std::string_view text, std::size_t outermost) {
  return explain_collection_key(text, outermost, scan_flow(text, {outermost, text.size(), text.size()}, {}, 0).end);
}

// Whether the text went on as if the bracket had been closed: on a later line that is indented no deeper.
bool goes_on_outside(const Failure& failure, std::size_t bracket) {
  const std::string_view text = failure.text;
  const std::size_t first = first_on_line(text, failure.offset);
  if (first >= text.size()) return true;
  const bool is_closing = text[first] == ']' || text[first] == '}';
  return bracket < line_begin(text, first) && !is_closing && column_of(text, first) <= column_of(text, first_on_line(text, bracket));
}

// The outermost bracket of a value that is open at an offset, of those that begin a value on its line or one of the lines above.
std::optional<std::size_t> outermost_open(std::string_view text, std::size_t at) {
  constexpr int most_lines = 50;
  std::size_t line = line_begin(text, at);
  for (int lines = 0; lines < most_lines; ++lines) {
    for (std::size_t bracket = text.find_first_of("[{", line); bracket < at; bracket = text.find_first_of("[{", bracket + 1)) {
      const auto before = before_on_line(text, bracket);
      const bool begins_value = !before || (*before + 1 < bracket && (text[*before] == ':' || text[*before] == '-'));
      if (!begins_value) continue;
      const FlowScan scan = scan_flow(text, {bracket, at, text.size()}, {}, 0);
      if (scan.in_quotes || scan.open.empty()) continue;
      return bracket;
    }
    if (line == 0) break;
    line = line_begin(text, line - 1);
  }
  return std::nullopt;
}

}  // namespace

std::optional<Explanation> explain_collection_key_before(const Failure& failure) {
  const std::string_view text = failure.text;
  constexpr int most_tries = 4;
  std::size_t at = failure.offset;
  for (int tries = 0; tries < most_tries && at > 0; ++tries) {
    do at = text.find_last_of("]}", at - 1);
    while (at != std::string_view::npos && at > 0 && !is_colon_of_key(text, at + 1));
    if (at == std::string_view::npos || at == 0) break;
    const auto outermost = outermost_open(text, at);
    auto key = outermost ? explain_collection_key(text, *outermost, at + 1) : std::nullopt;
    if (key) return key;
  }
  return std::nullopt;
}

std::optional<Explanation> explain_collection_key(std::string_view text, std::size_t begin, std::size_t end) {
  constexpr int most_tries = 4;
  int tries = 0;
  for (std::size_t at = begin; at < end && tries < most_tries; ++at) {
    const bool is_closing = text[at] == ']' || text[at] == '}';
    if (!is_closing || !is_colon_of_key(text, at + 1)) continue;
    ++tries;
    const bool is_in_quotes = scan_flow(text, {begin, at, text.size()}, {}, 0).in_quotes.has_value();
    if (is_in_quotes) continue;
    return at_character(text, at,
                        fmt::format("a {} can't be a key; a text with brackets needs quotes", text[at] == ']' ? "list" : "mapping"));
  }
  return std::nullopt;
}

Explanation explain_in_brackets(const Failure& failure) {
  const std::string_view text = failure.text;
  const std::size_t at = failure.offset;
  const std::size_t bracket = failure.open_brackets.back();
  const char here = byte_at(text, at);
  const char closing = text[bracket] == '[' ? ']' : '}';
  if (here == ']' || here == '}') {
    const auto message = fmt::format("'{}' can't close the '{}' that is open; write '{}'", here, text[bracket], closing);
    return {at, at + 1, message, bracket, "opened here"};
  }
  if (auto key = collection_as_key(text, failure.open_brackets.front())) return *key;
  if (goes_on_outside(failure, bracket)) return unclosed(text, bracket);
  if (here == '-') return {at, at + 1, "a list with '- ' can't stand between brackets", bracket, "opened here"};
  if (here == '?') return {at, at + 1, "a text with a '?' needs quotes between brackets"};
  if (here == ':')
    return {at, at + 1, fmt::format("a ',' or '{}' is missing before this, or quotes around the text with a ':'", closing), bracket,
            "opened here"};
  return at_character(text, at, fmt::format("a ',' or '{}' is missing before this", closing));
}

FlowScan scan_brackets(const Progress& progress, std::size_t offset) {
  std::vector<std::size_t> open;
  for (const Node& node : progress.open) {
    if (opens_bracket(byte_at(progress.text, node.begin))) open.push_back(node.begin);
  }
  const std::size_t begin = open.empty() ? next_node(progress.text, progress.read_to) : progress.read_to;
  if (open.empty() && !opens_bracket(byte_at(progress.text, begin))) return {};
  return scan_flow(progress.text, {begin, offset, progress.text.size()}, std::move(open), 0);
}

std::optional<Explanation> explain_end_in_brackets(const Progress& progress) {
  const std::string_view text = progress.text;
  const FlowScan scan = scan_brackets(progress, text.size());
  const bool is_open = scan.in_quotes || (!scan.open.empty() && scan.end >= text.size());
  if (!is_open) return std::nullopt;
  const auto key = scan.in_quotes || scan.open.empty() ? std::nullopt : collection_as_key(text, scan.open.front());
  Explanation explanation = scan.in_quotes ? at_character(text, *scan.in_quotes, "this quote is never closed")
                            : key          ? *key
                                           : unclosed(text, scan.open.back());
  explanation.brackets = scan.open;
  return explanation;
}

}  // namespace mot::yaml

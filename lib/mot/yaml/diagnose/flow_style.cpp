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

// Whether the text went on as if the bracket had been closed: on a later line that is indented no deeper.
bool goes_on_outside(const Failure& failure, std::size_t bracket) {
  const std::string_view text = failure.text;
  const std::size_t first = first_on_line(text, failure.offset);
  if (first >= text.size()) return true;
  const bool is_closing = text[first] == ']' || text[first] == '}';
  return bracket < line_begin(text, first) && !is_closing && column_of(text, first) <= column_of(text, first_on_line(text, bracket));
}

}  // namespace

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
  Explanation explanation =
      scan.in_quotes ? at_character(text, *scan.in_quotes, "this quote is never closed") : unclosed(text, scan.open.back());
  explanation.brackets = scan.open;
  return explanation;
}

}  // namespace mot::yaml

// Lines that do not fit into a document in block style.
#include <fmt/format.h>

#include <algorithm>

#include "mot/yaml/characters.h"
#include "mot/yaml/diagnose/failure.h"
#include "mot/yaml/lexer.h"

namespace mot::yaml {
namespace {

using namespace std::string_view_literals;

constexpr std::size_t longest_key = 1024;  // YAML's own limit

bool is_bracketed(std::string_view text, const Node& node) {
  return byte_at(text, node.begin) == '[' || byte_at(text, node.begin) == '{';
}

// A line whose colon or dash is there, but not as YAML wants it.
std::optional<Explanation> explain_slip(std::string_view text, std::size_t begin) {
  const std::string_view line = rest_of_line(text, begin);
  const bool is_alias = line.starts_with('*') && byte_at(text, property_end(text, begin) - 1) == ':';
  if (is_alias) return explain_colon_of_alias(property_end(text, begin) - 1);
  const bool glued_dash = line.starts_with('-') && line.size() > 1 && !is_space(line[1]) && line[1] != '-';
  if (glued_dash && line.substr(1).starts_with(no_break_space)) {
    const std::size_t end = begin + 1 + no_break_space.size();
    return Explanation{begin, end, "a no-break space follows this '-'; use a plain blank", {}, {}, "- "};
  }
  if (glued_dash) return Explanation{begin, begin + 1, "a blank is missing after this '-'", {}, {}, "- "};
  const std::size_t wide = line.find("："sv);
  if (wide != std::string_view::npos) return at_character(text, begin + wide, "'：' is no ':'; write a ':' and a blank");
  for (std::size_t colon = line.find(':'); colon != std::string_view::npos; colon = line.find(':', colon + 1)) {
    const std::string_view behind = line.substr(colon + 1);
    if (behind.empty() || behind.starts_with("//") || is_blank(behind.front())) continue;
    if (behind.starts_with(no_break_space)) {
      return Explanation{
          begin + colon, begin + colon + 1 + no_break_space.size(), "a no-break space follows this ':'; use a plain blank", {}, {}, ": "};
    }
    return Explanation{begin + colon, begin + colon + 1, "a blank is missing after this ':'", {}, {}, ": "};
  }
  return std::nullopt;
}

Explanation explain_behind_quotes(const Failure& failure, const Node& quoted) {
  const std::string_view text = failure.text;
  if (text[failure.offset] == ':') return at_character(text, failure.offset, "a blank is missing after this ':'");
  if (!on_one_line(text, quoted.begin, quoted.end - 1)) {
    return {quoted.begin, quoted.begin + 1, "this quote is not closed where its text ends", failure.offset,
            fmt::format("only before {}", offender(rest_of_line(text, failure.offset)))};
  }
  const std::string_view way_out =
      text[quoted.begin] == '"' ? "a '\"' inside the text is written \\\"" : "a ' inside the text is written ''";
  return {failure.offset, failure.offset + rest_of_line(text, failure.offset).size(),
          fmt::format("text follows the closing quote; {}", way_out)};
}

Explanation explain_behind_value(const Failure& failure, std::size_t before) {
  const std::string_view text = failure.text;
  const auto& last = failure.progress.last;
  if (last && last->style == Style::quoted && last->end == before + 1) return explain_behind_quotes(failure, *last);
  if (last && last->is_alias && last->end == before + 1) {
    return {last->begin, last->end, "text follows this alias; a text that begins with '*' needs quotes"};
  }
  if (text[before] == ']' || text[before] == '}') {
    const auto message = fmt::format("text follows the closing '{}'; a text that begins with a bracket needs quotes", text[before]);
    return {failure.offset, failure.offset + rest_of_line(text, failure.offset).size(), message};
  }
  return at_character(text, failure.offset, fmt::format("{} can't stand here", offender(rest_of_line(text, failure.offset))));
}

// Columns where a line may begin here: of the open collections and the one just closed.
std::vector<std::size_t> fitting_columns(const Failure& failure) {
  std::vector<std::size_t> columns;
  for (const Node& node : failure.progress.open) {
    if (!is_bracketed(failure.text, node)) columns.push_back(column_of(failure.text, node.begin));
  }
  const auto& closed = failure.progress.last_collection;
  if (closed && !is_bracketed(failure.text, *closed)) columns.push_back(column_of(failure.text, closed->begin));
  std::sort(columns.begin(), columns.end());
  columns.erase(std::unique(columns.begin(), columns.end()), columns.end());
  return columns;
}

std::string blanks(std::size_t count) {
  return count == 1 ? "1 blank" : fmt::format("{} blanks", count);
}

std::optional<Explanation> explain_indentation(const Failure& failure) {
  const std::size_t column = column_of(failure.text, failure.offset);
  const std::vector<std::size_t> columns = fitting_columns(failure);
  if (columns.empty() || std::binary_search(columns.begin(), columns.end(), column)) return std::nullopt;
  const auto deeper = std::upper_bound(columns.begin(), columns.end(), column);
  std::string fitting;
  if (deeper != columns.begin()) fitting = fmt::format("{}", *(deeper - 1));
  if (deeper != columns.end()) fitting += fmt::format("{}{}", fitting.empty() ? "" : " or ", *deeper);
  const std::size_t begin = failure.offset;
  return Explanation{begin, begin + rest_of_line(failure.text, begin).size(),
                     fmt::format("this line is indented by {}, the lines above by {}", blanks(column), fitting)};
}

Explanation explain_line(const Failure& failure) {
  const std::string_view text = failure.text;
  const std::size_t begin = failure.offset;
  const std::size_t end = begin + rest_of_line(text, begin).size();
  if (auto indentation = explain_indentation(failure)) return *indentation;
  if (auto slip = explain_slip(text, begin)) return *slip;
  const bool is_item = text[begin] == '-' && is_space(byte_at(text, begin + 1));
  if (is_item) return at_character(text, begin, "a list item can't stand among the keys of a mapping");
  const auto& open = failure.progress.open;
  const auto& closed = failure.progress.last_collection;
  const bool is_key_place =
      !open.empty() && open.back().kind == Kind::mapping && column_of(text, open.back().begin) == column_of(text, begin);
  if (is_key_place) return {begin, end, "a ':' is missing after this key"};
  const bool is_item_place = closed && closed->kind == Kind::sequence && column_of(text, closed->begin) == column_of(text, begin);
  if (is_item_place) return {begin, end, "a '- ' is missing before this item, or the line is not indented like what it belongs to"};
  return explain_collection_key_before(failure).value_or(Explanation{begin, end, "this line belongs to nothing above it"});
}

/// What keeps a text from its end: between brackets a list as a key, or a colon that hugs what follows it, which the parser can't read.
Explanation explain_end(const Failure& failure) {
  const std::string_view text = failure.text;
  if (auto key = explain_collection_key_before(failure)) return *key;
  for (std::size_t colon = text.rfind(':'); colon != std::string_view::npos && colon > 0; colon = text.rfind(':', colon - 1)) {
    const bool is_behind_key = std::string_view("\"']}").find(text[colon - 1]) != std::string_view::npos;
    const bool hugs =
        !is_space(byte_at(text, colon + 1)) && std::string_view(",]}").find(byte_at(text, colon + 1)) == std::string_view::npos;
    if (is_behind_key && hugs) return at_character(text, colon, "a blank is missing after this ':'");
  }
  return at_character(text, failure.offset, "the file ends too early");
}

}  // namespace

Explanation explain_misfit(const Failure& failure) {
  if (byte_at(failure.text, failure.offset) == ',') {
    return at_character(failure.text, failure.offset, "a ',' separates values only between brackets");
  }
  if (failure.offset >= failure.text.size()) return explain_end(failure);
  if (auto key = explain_collection_key(failure.text, first_on_line(failure.text, failure.offset), failure.offset)) return *key;
  if (const auto before = before_on_line(failure.text, failure.offset)) return explain_behind_value(failure, *before);
  return explain_line(failure);
}

Explanation explain_colon(const Failure& failure) {
  const std::string_view text = failure.text;
  const std::size_t colon = failure.offset;
  const auto& last = failure.progress.last;
  const bool is_behind_value = last && skip_space(text, last->end) == colon && last->end > last->begin;
  const std::size_t begin = is_behind_value ? last->begin : next_node(text, failure.progress.read_to);
  if (begin > colon) return at_character(text, colon, "a key is missing before this ':'");
  if (on_one_line(text, begin, colon)) {
    if (colon - begin > longest_key) return at_character(text, begin, fmt::format("a key has at most {} bytes", longest_key));
    const bool is_behind_marker = text.substr(line_begin(text, colon)).starts_with("---");
    if (is_behind_marker) return {begin, colon + 1, "a mapping begins on the line below '---'"};
    for (const std::string_view quote : {"“", "”", "„", "‘", "’", "«"}) {
      if (text.substr(begin).starts_with(quote)) return at_character(text, begin, fmt::format("'{}' quotes nothing; use \"", quote));
    }
    return at_character(text, colon, "a second ': ' on one line; a text that has one needs quotes");
  }
  if (is_behind_value && last->style == Style::quoted) {
    return {begin, begin + 1, "this quote is not closed where its text ends", colon, "only before this ':'"};
  }
  const std::size_t key = first_on_line(text, colon);
  if (!is_behind_value) {
    if (auto slip = explain_slip(text, begin)) return *slip;
    return {begin, begin + rest_of_line(text, begin).size(), "a ':' is missing after this key"};
  }
  return {key, colon, fmt::format("{} is indented too deep: it goes on with the text above", offender(text.substr(key, colon - key))),
          begin, "this text"};
}

}  // namespace mot::yaml

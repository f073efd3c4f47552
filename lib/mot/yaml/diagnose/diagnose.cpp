#include "mot/yaml/diagnose/diagnose.h"

#include <fmt/format.h>
#include <yaml-cpp/exceptions.h>

#include <algorithm>
#include <optional>
#include <vector>

#include "mot/yaml/diagnose/failure.h"
#include "mot/yaml/lexer.h"

namespace mot::yaml {
namespace {

using namespace std::string_view_literals;
namespace complaint = YAML::ErrorMsg;

Explanation explain_quote(const Failure& failure) {
  const std::string_view text = failure.text;
  const std::size_t next = next_node(text, failure.progress.read_to);
  const std::size_t quote = scan_brackets(failure.progress, failure.offset).in_quotes.value_or(next);
  return at_character(text, quote, "this quote is never closed");
}

Explanation explain_list_item(const Failure& failure) {
  const auto before = before_on_line(failure.text, failure.offset);
  const bool is_behind_key = before && failure.text[*before] == ':';
  return at_character(failure.text, failure.offset,
                      is_behind_key ? "a list begins on the line below its key; a text that begins with '- ' needs quotes"
                                    : "a list item can't stand here; a text that begins with '- ' needs quotes");
}

Explanation explain_question_mark(const Failure& failure) {
  const std::string_view rest = rest_of_line(failure.text, failure.offset);
  const bool is_alone = rest.find_first_not_of(" \t\r", 1) == std::string_view::npos;
  if (is_alone) return {failure.offset, failure.offset + 1, "a '?' alone needs quotes", {}, {}, "\"?\""};
  return at_character(failure.text, failure.offset, "a text that begins with '? ' needs quotes");
}

Explanation explain_closing(const Failure& failure) {
  return at_character(failure.text, failure.offset, fmt::format("this '{}' closes nothing", byte_at(failure.text, failure.offset)));
}

Explanation explain_first_character(const Failure& failure) {
  const std::size_t end = std::min(failure.offset + 1, failure.text.size());
  return at_character(
      failure.text, failure.offset,
      fmt::format("a text can't begin with {}; put it into quotes", offender(failure.text.substr(failure.offset, end - failure.offset))));
}

Explanation explain_block_header(const Failure& failure) {
  const std::size_t header = std::min(failure.text.find_last_of("|>", failure.offset), failure.offset);
  return at_character(
      failure.text, header,
      fmt::format("the text of a '{0}' begins on the next line; a text that begins with '{0}' needs quotes", failure.text[header]));
}

/// Whether the last line above that says something begins at the margin, so that what follows is deeper by whatever it is indented by.
bool is_below_the_margin(std::string_view text, std::size_t line) {
  while (line > 0) {
    line = line_begin(text, line - 1);
    const char first = byte_at(text, line);
    if (!is_break(first) && first != '#') return !is_blank(first);
  }
  return false;
}

/// The columns at which a line may go on with what is open above it, other than at the margin.
struct OpenLevels {
  std::vector<std::size_t> keys;
  std::vector<std::size_t> dashes;
};

/// A line's dashes and its key open levels, and close those that lie deeper.
void read_levels(std::string_view line, std::size_t column, OpenLevels& levels) {
  const auto close = [&](std::size_t at) {
    std::erase_if(levels.keys, [&](std::size_t level) { return level >= at; });
    std::erase_if(levels.dashes, [&](std::size_t level) { return level >= at; });
  };
  close(column);
  std::size_t at = 0;
  while (byte_at(line, at) == '-' && is_blank(byte_at(line, at + 1))) {
    if (column + at > 0) levels.dashes.push_back(column + at);
    at = std::min(line.find_first_not_of(" -", at + 1), line.size());
  }
  if (column + at > 0) levels.keys.push_back(column + at);
}

/// Whether what a line says goes on below it, or who knows where: after a key without a value, a bracket or a text over lines.
bool goes_on_below(std::string_view line) {
  const std::string_view said = line.substr(0, line.find(" #"));
  const std::size_t last = said.find_last_not_of(" \t\r");
  return last == std::string_view::npos || std::string_view(":|>-+,[{&").find(said[last]) != std::string_view::npos ||
         said.find_first_of("\"'[{|>*&") != std::string_view::npos;
}

/// Where the nearest line above begins at the margin; nothing where that is far.
std::optional<std::size_t> line_at_margin(std::string_view text, std::size_t line) {
  constexpr std::size_t farthest = 16384;
  for (std::size_t at = line; at > 0 && line - at < farthest;) {
    at = line_begin(text, at - 1);
    const char first = byte_at(text, at);
    if (!is_break(first) && !is_blank(first) && first != '#') return at;
  }
  return std::nullopt;
}

/// What is open below a text that begins at the margin, if the next line's depth can be told by it.
std::optional<OpenLevels> levels_below(std::string_view text) {
  OpenLevels levels;
  bool is_open = true;
  for (std::size_t begin = 0; begin < text.size(); begin = next_line(text, begin)) {
    const std::size_t first = std::min(text.find_first_not_of(' ', begin), text.size());
    if (first == text.size() || is_break(text[first]) || text[first] == '#') continue;
    if (text[first] == '\t') return std::nullopt;
    const std::string_view said = text.substr(first, line_end(text, first) - first);
    read_levels(said, first - begin, levels);
    is_open = goes_on_below(said);
  }
  return is_open ? std::nullopt : std::optional(levels);
}

/// Where a line stands, if it can stand at one depth alone: beside the only key, or dash, that is open off the margin.
std::optional<std::size_t> only_depth(std::string_view above, std::string_view line) {
  const auto levels = levels_below(above);
  if (!levels) return std::nullopt;
  const bool is_item = line.starts_with('-') && is_blank(byte_at(line, 1));
  const bool is_key = line.find(": ") != std::string_view::npos || line.ends_with(':');
  if (!is_item && !is_key) return std::nullopt;  // a text may go on here
  const std::vector<std::size_t>& columns = is_item ? levels->dashes : levels->keys;
  return columns.size() == 1 ? std::optional(columns.front()) : std::nullopt;
}

/// Blanks for what indents a line, and the next ones, whose depth follows from the lines above them.
void offer_depth_of_others(std::string_view text, std::size_t line, Explanation& explanation) {
  constexpr std::size_t most_lines = 50;
  const std::size_t before = explanation.begin - line;  // blanks
  const auto margin = line_at_margin(text, line);
  if (!margin || text.substr(line, before).find_first_not_of(' ') != std::string_view::npos) return;
  std::string above(text.substr(*margin, line - *margin));
  const std::size_t begin = above.size();
  std::size_t copied = line;
  for (std::size_t lines = 0; lines < most_lines && line < text.size(); ++lines) {
    const std::size_t first = std::min(text.find_first_not_of(" \t", line), text.size());
    if (text.substr(line, first - line).find('\t') == std::string_view::npos) break;
    const auto depth = only_depth(above, text.substr(first, line_end(text, first) - first));
    if (!depth || (lines == 0 && *depth < before)) break;
    line = next_line(text, first);
    above.append(*depth, ' ').append(text, first, line - first);
    copied = line;
  }
  if (above.size() == begin) return;
  explanation.replacement = above.substr(begin + before);
  explanation.replaced_to = copied;
}

/// Two blanks for each tab that indents this line or the next ones; only where their depth can't be another.
void offer_blanks(std::string_view text, Explanation& explanation) {
  std::size_t line = line_begin(text, explanation.begin);
  if (line != explanation.begin || !is_below_the_margin(text, line)) return offer_depth_of_others(text, line, explanation);
  std::string replacement;
  std::size_t copied = line;
  while (byte_at(text, line) == '\t') {
    const std::size_t indented = std::min(text.find_first_not_of('\t', line), text.size());
    replacement.append(text, copied, line - copied).append(2 * (indented - line), ' ');
    copied = indented;
    line = next_line(text, line);
  }
  explanation.replacement = std::move(replacement);
  explanation.replaced_to = copied;
}

Explanation at_tab(std::string_view text, std::size_t tab) {
  Explanation explanation = at_character(text, tab, "a tab can't indent; use blanks");
  offer_blanks(text, explanation);
  return explanation;
}

Explanation explain_tab(const Failure& failure) {
  return at_tab(failure.text, failure.offset);
}

// The escape that ends before the offset.
Explanation at_escape(const Failure& failure, std::string message) {
  const std::size_t backslash = std::min(failure.text.rfind('\\', failure.offset - 1), failure.offset);
  return {backslash, failure.offset, std::move(message)};
}

Explanation explain_escape(const Failure& failure) {
  return at_escape(failure, "this means nothing between double quotes; write \\\\ for a backslash, or use single quotes");
}

Explanation explain_hexadecimal(const Failure& failure) {
  return at_escape(failure, "\\x, \\u and \\U take 2, 4 and 8 hexadecimal digits");
}

Explanation explain_code_point(const Failure& failure) {
  return at_escape(failure, "this is not a character; write one beyond \\uFFFF with \\U and 8 digits, or as it is");
}

/// Whether an anchor of the name in [begin, end) stands before it.
bool is_anchor(std::string_view text, std::size_t begin, std::size_t end) {
  const std::string anchor = "&" + std::string(text.substr(begin, end - begin));
  for (std::size_t at = text.find(anchor); at < begin; at = text.find(anchor, at + 1)) {
    if (is_space(byte_at(text, at + anchor.size())) || is_break(byte_at(text, at + anchor.size()))) return true;
  }
  return false;
}

Explanation explain_alias(const Failure& failure) {
  const std::size_t end = property_end(failure.text, failure.offset);
  if (end > failure.offset + 2 && failure.text[end - 1] == ':' && is_anchor(failure.text, failure.offset + 1, end - 1))
    return explain_colon_of_alias(end - 1);
  const auto name = offender(failure.text.substr(failure.offset + 1, end - failure.offset - 1));
  return {failure.offset, end, fmt::format("no anchor {} stands before this; a text that begins with '*' needs quotes", name)};
}

Explanation explain_property(const Failure& failure) {
  const std::size_t found = failure.text.find_last_of("&*!", failure.offset);
  const bool is_here = found != std::string_view::npos && on_one_line(failure.text, found, failure.offset);
  return at_character(failure.text, is_here ? found : failure.offset, "a text that begins with '&', '*' or '!' needs quotes");
}

// In what we say the parser's own words have no place; these are all it has for files.
const struct {
  std::string_view begins;
  Explanation (*explain)(const Failure&);
} explanations[] = {
    {complaint::END_OF_MAP, explain_misfit},
    {complaint::END_OF_SEQ, explain_misfit},
    {complaint::MAP_VALUE, explain_colon},
    {complaint::MAP_KEY, explain_question_mark},
    {complaint::BLOCK_ENTRY, explain_list_item},
    {complaint::FLOW_END, explain_closing},
    {complaint::UNKNOWN_TOKEN, explain_first_character},
    {complaint::EOF_IN_SCALAR, explain_quote},
    {complaint::DOC_IN_SCALAR, explain_quote},
    {complaint::TAB_IN_INDENTATION, explain_tab},
    {complaint::INVALID_ESCAPE, explain_escape},
    {complaint::INVALID_HEX, explain_hexadecimal},
    {complaint::INVALID_UNICODE, explain_code_point},
    {complaint::UNKNOWN_ANCHOR, explain_alias},
    {complaint::ANCHOR_NOT_FOUND, explain_property},
    {complaint::ALIAS_NOT_FOUND, explain_property},
    {complaint::CHAR_IN_ANCHOR, explain_property},
    {complaint::CHAR_IN_ALIAS, explain_property},
    {complaint::MULTIPLE_ANCHORS, explain_property},
    {complaint::MULTIPLE_TAGS, explain_property},
    {complaint::CHAR_IN_TAG_HANDLE, explain_property},
    {complaint::TAG_WITH_NO_SUFFIX, explain_property},
    {complaint::END_OF_VERBATIM_TAG, explain_property},
    {complaint::CHAR_IN_BLOCK, explain_block_header},
    {complaint::ZERO_INDENT_IN_BLOCK, explain_block_header},
};

// A tab between the line's beginning and what stands first on it, list dashes aside.
std::optional<std::size_t> indenting_tab(std::string_view text, std::size_t offset) {
  const std::size_t begin = line_begin(text, offset);
  const std::size_t end = std::min(text.find_first_not_of(" \t-", begin), offset);
  const std::size_t tab = text.substr(begin, end - begin).find('\t');
  if (tab == std::string_view::npos) return std::nullopt;
  return begin + tab;
}

bool is_about_lines(std::string_view words) {
  const std::string_view about_lines[] = {complaint::END_OF_MAP, complaint::END_OF_SEQ,  complaint::MAP_VALUE,
                                          complaint::MAP_KEY,    complaint::BLOCK_ENTRY, complaint::TAB_IN_INDENTATION};
  return words.empty() || std::find(std::begin(about_lines), std::end(about_lines), words) != std::end(about_lines);
}

bool is_about_brackets(std::string_view words) {
  const std::string_view about_brackets[] = {complaint::END_OF_MAP_FLOW, complaint::END_OF_SEQ_FLOW, complaint::FLOW_END,
                                             complaint::BLOCK_ENTRY};
  return std::find(std::begin(about_brackets), std::end(about_brackets), words) != std::end(about_brackets);
}

Explanation explain_unread(const Failure& failure) {
  const char here = byte_at(failure.text, failure.offset);
  const bool opens_quotes = (here == '"' || here == '\'') && !quoted_end(failure.text, failure.offset);
  if (opens_quotes) return at_character(failure.text, failure.offset, "this quote is never closed");
  if (here == '%') return explain_first_character(failure);
  return explain_misfit(failure);
}

Explanation explanation_of(const Failure& failure) {
  const Progress& progress = failure.progress;
  const std::size_t offset = failure.offset;
  const std::string_view words = failure.complaint;
  const bool in_brackets = !failure.open_brackets.empty();
  if (in_brackets && (is_about_brackets(words) || (words == complaint::UNKNOWN_TOKEN && byte_at(progress.text, offset) == '?'))) {
    return explain_in_brackets(failure);
  }
  if (!in_brackets && is_about_lines(words)) {
    if (const auto tab = indenting_tab(progress.text, offset)) return at_tab(progress.text, *tab);
  }
  if (words.empty()) return explain_unread(failure);
  for (const auto& [begins, explain_it] : explanations) {
    if (words.starts_with(begins)) return explain_it(failure);
  }
  return at_character(progress.text, offset, std::string(words));
}

}  // namespace

Explanation explain(const Progress& progress, std::size_t offset, std::string_view words) {
  offset = std::min(offset, progress.text.size());
  const Failure failure{progress, progress.text, offset, words, scan_brackets(progress, offset).open};
  Explanation explanation = explanation_of(failure);
  explanation.brackets = failure.open_brackets;
  return explanation;
}

}  // namespace mot::yaml

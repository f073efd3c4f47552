#include "mot/yaml/dialect.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

#include "mot/yaml/lexer.h"

namespace mot::yaml {
namespace {

constexpr char question_mark = '\x01';
constexpr char line_break = '\x02';
constexpr char nothing = '\x03';
constexpr std::string_view stand_ins = "\x01\x02\x03";
constexpr std::size_t escape_bytes = 6;  // `\ud83d`

// A `?` is an indicator where a blank follows it and it begins something: a line, or what stands behind another indicator.
bool is_indicator(std::string_view text, std::size_t at) {
  const bool ends_word = is_space(byte_at(text, at + 1)) || std::string_view(",[]{}").find(byte_at(text, at + 1)) != std::string_view::npos;
  if (!ends_word) return false;
  std::size_t before = at;
  while (before > 0 && is_blank(text[before - 1])) --before;
  const std::string_view openers = before < at ? ",[{-:?" : ",[{";
  return before == 0 || is_break(text[before - 1]) || openers.find(text[before - 1]) != std::string_view::npos;
}

void hide_question_marks(std::string_view text, std::string& fed) {
  for (std::size_t at = text.find('?'); at != std::string_view::npos; at = text.find('?', at + 1)) {
    if (!is_indicator(text, at)) fed[at] = question_mark;
  }
}

void clear_blank_lines(std::string_view text, std::string& fed) {
  for (std::size_t tab = text.find('\t'); tab != std::string_view::npos;) {
    const std::size_t begin = line_begin(text, tab);
    const std::size_t end = std::min(text.find_first_not_of(" \t", begin), text.size());
    if (is_break(byte_at(text, end)))
      std::fill(fed.begin() + static_cast<std::ptrdiff_t>(begin), fed.begin() + static_cast<std::ptrdiff_t>(end), ' ');
    tab = text.find('\t', std::max(tab + 1, next_line(text, tab)));
  }
}

/// The code unit that an escape names, where it is one from `first` to `last`.
std::optional<unsigned> code_unit(std::string_view text, std::size_t at, unsigned first, unsigned last) {
  if (at + escape_bytes > text.size() || text[at] != '\\' || text[at + 1] != 'u') return std::nullopt;
  unsigned unit = 0;
  const char* const end = text.data() + at + escape_bytes;
  const auto read = std::from_chars(text.data() + at + 2, end, unit, 16);
  if (read.ptr != end || unit < first || unit > last) return std::nullopt;
  return unit;
}

bool join_pair(std::string& text, std::size_t at) {
  const auto high = code_unit(text, at, 0xD800, 0xDBFF);
  const auto low = code_unit(text, at + escape_bytes, 0xDC00, 0xDFFF);
  if (!high || !low) return false;
  const std::string joined = fmt::format("\\U{:08X}", 0x10000 + ((*high - 0xD800) << 10) + (*low - 0xDC00));
  text.replace(at, 2 * escape_bytes, joined + std::string(2 * escape_bytes - joined.size(), nothing));
  return true;
}

}  // namespace

std::optional<std::string> text_for_parser(std::string_view text) {
  const bool is_fit = text.find('?') == std::string_view::npos && text.find('\t') == std::string_view::npos;
  if (is_fit) return std::nullopt;
  std::string fed(text);
  hide_question_marks(text, fed);
  clear_blank_lines(text, fed);
  return fed;
}

bool join_surrogates(std::string& text, std::size_t at) {
  if (at < escape_bytes || !join_pair(text, at - escape_bytes)) return false;
  bool is_in_quotes = false;  // double ones that open on the line
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '\\') {
      if (is_in_quotes) join_pair(text, i);
      ++i;
    } else if (text[i] == '"' || text[i] == '\n') {
      is_in_quotes = text[i] == '"' && !is_in_quotes;
    }
  }
  return true;
}

bool join_lines_of_key(std::string& text, std::size_t begin, std::size_t colon) {
  const std::size_t end = std::min(text.find_last_not_of(" \t\r\n", colon - 1) + 1, colon);
  bool is_any = false;
  for (std::size_t at = begin; at < colon;) {
    const std::size_t after = std::min(text.find_first_not_of(" \t\r\n", at), colon);
    const auto has_break = text.substr(at, after - at).find('\n') != std::string::npos;
    if (has_break) text.replace(at, after - at, after - at, at < end ? line_break : ' ');
    is_any = is_any || has_break;
    at = std::max(after, at + 1);
  }
  return is_any;
}

bool has_stand_in(std::string_view value) {
  return value.find_first_of(stand_ins) != std::string_view::npos;
}

std::string restored(std::string_view value) {
  std::string text;
  for (const char c : value) {
    const bool is_folded = c == nothing || (c == line_break && text.ends_with(' '));
    if (is_folded) continue;
    text += c == question_mark ? '?' : c == line_break ? ' ' : c;
  }
  return text;
}

}  // namespace mot::yaml

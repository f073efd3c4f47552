#include "mot/yaml/lexer.h"

#include <algorithm>

#include "mot/text/utf8.h"

namespace mot::yaml {
namespace {

constexpr std::string_view flow_indicators = "[]{},";

bool is_tag_character(char c) {
  const bool alphanumeric = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
  // YAML allows a `?`, too, but the parser is given a stand-in for it, and ends the tag there.
  return alphanumeric || std::string_view("-#;/:@&=+$_.~*'()%!").find(c) != std::string_view::npos;
}

std::size_t first_not(std::string_view text, std::string_view characters, std::size_t at) {
  return std::min(text.find_first_not_of(characters, at), text.size());
}

}  // namespace

std::size_t line_begin(std::string_view text, std::size_t at) {
  const std::size_t found = at == 0 ? std::string_view::npos : text.rfind('\n', at - 1);
  return found == std::string_view::npos ? 0 : found + 1;
}

std::size_t column_of(std::string_view text, std::size_t at) {
  const std::size_t begin = line_begin(text, at);
  const std::size_t mark = begin == 0 && text.starts_with(byte_order_mark) ? byte_order_mark.size() : 0;
  return at - std::min(begin + mark, at);
}

std::size_t line_end(std::string_view text, std::size_t at) {
  const std::size_t found = std::min(text.find('\n', at), text.size());
  return found > at && text[found - 1] == '\r' ? found - 1 : found;
}

std::size_t next_line(std::string_view text, std::size_t at) {
  const std::size_t found = text.find('\n', at);
  return found == std::string_view::npos ? text.size() : found + 1;
}

std::size_t skip_space(std::string_view text, std::size_t at) {
  while (at < text.size()) {
    if (is_space(text[at])) {
      ++at;
    } else if (text[at] == '#') {
      at = line_end(text, at);
    } else {
      break;
    }
  }
  return at;
}

std::size_t property_end(std::string_view text, std::size_t at) {
  const bool is_tag = text[at] == '!';
  const bool is_verbatim = is_tag && byte_at(text, at + 1) == '<';
  if (is_verbatim) return std::min(text.find('>', at), text.size() - 1) + 1;
  std::size_t end = at + 1;
  const auto belongs = [&](char c) {
    return is_tag ? is_tag_character(c) : !is_space(c) && flow_indicators.find(c) == std::string_view::npos;
  };
  while (end < text.size() && belongs(text[end])) ++end;
  return end;
}

std::size_t properties_end(std::string_view text, std::size_t at) {
  std::size_t end = at;
  while (byte_at(text, at) == '&' || byte_at(text, at) == '!') {
    end = property_end(text, at);
    at = skip_space(text, end);
  }
  return end;
}

std::size_t skip_properties(std::string_view text, std::size_t at) {
  const std::size_t end = properties_end(text, at);
  return end > at ? skip_space(text, end) : at;
}

std::size_t next_node(std::string_view text, std::size_t at) {
  while (true) {
    at = skip_properties(text, skip_space(text, at));
    const bool is_indicator = std::string_view("-?:").find(byte_at(text, at)) != std::string_view::npos && is_space(byte_at(text, at + 1));
    const bool is_marker = text.substr(std::min(at, text.size())).starts_with("---") && is_space(byte_at(text, at + 3));
    if (!is_indicator && !is_marker) return at;
    at += is_marker ? 3 : 1;
  }
}

std::optional<std::size_t> quoted_end(std::string_view text, std::size_t at) {
  const char quote = text[at];
  const std::string_view stops = quote == '\'' ? "'" : "\"\\";
  for (std::size_t i = text.find_first_of(stops, at + 1); i < text.size(); i = text.find_first_of(stops, i)) {
    const bool is_doubled = quote == '\'' && byte_at(text, i + 1) == '\'';
    if (text[i] == quote && !is_doubled) return i + 1;
    i += 2;
  }
  return std::nullopt;
}

std::size_t plain_end(std::string_view text, std::size_t at, std::string_view value) {
  if (text.compare(at, value.size(), value) == 0) return at + value.size();
  std::size_t matched = 0;
  while (matched < value.size() && at < text.size()) {
    const std::size_t after = first_not(text, " \t\r\n", at);
    if (after == at) {
      if (value[matched++] != text[at++]) break;
    } else if (text.substr(at, after - at).find('\n') == std::string_view::npos) {
      matched += after - at;
      at = after;
    } else {  // a fold
      matched = first_not(value, " \n", matched);
      at = after;
    }
  }
  return at;
}

std::size_t block_end(std::string_view text, std::size_t at, std::string_view value) {
  std::size_t end = line_end(text, at);
  const std::size_t content = value.find_first_not_of(" \t\n");
  if (content == std::string_view::npos) return end;
  const std::size_t line_of_value = line_begin(value, content);

  std::size_t line = next_line(text, at);
  const auto is_blank_line = [&](std::size_t begin) { return is_break(byte_at(text, first_not(text, " \t", begin))); };
  while (line < text.size() && is_blank_line(line)) line = next_line(text, line);
  const std::size_t blanks_of_text = first_not(text, " ", line) - line;
  const std::size_t blanks_of_value = first_not(value, " ", line_of_value) - line_of_value;
  const std::size_t indentation = blanks_of_text - std::min(blanks_of_text, blanks_of_value);
  for (; line < text.size(); line = next_line(text, line)) {
    const std::size_t first = first_not(text, " ", line);
    if (is_blank_line(line)) continue;
    if (first - line < indentation) break;
    end = line_end(text, first);
  }
  return end;
}

}  // namespace mot::yaml

#include "mot/yaml/diagnose/failure.h"

#include <fmt/format.h>

#include <algorithm>

#include "mot/text/utf8.h"
#include "mot/yaml/lexer.h"

namespace mot::yaml {
namespace {

constexpr std::size_t most_characters = 40;

}  // namespace

std::string offender(std::string_view text) {
  return fmt::format("'{}'", shortened(printable(text), most_characters));
}

std::size_t first_on_line(std::string_view text, std::size_t at) {
  const std::size_t begin = line_begin(text, at);
  const std::size_t mark = begin == 0 && text.starts_with(byte_order_mark) ? byte_order_mark.size() : 0;
  return std::min(text.find_first_not_of(' ', begin + mark), text.size());
}

std::optional<std::size_t> before_on_line(std::string_view text, std::size_t at) {
  const std::size_t begin = line_begin(text, at) + (at - line_begin(text, at) - column_of(text, at));
  while (at > begin && is_blank(text[at - 1])) --at;
  if (at == begin) return std::nullopt;
  return at - 1;
}

std::string_view rest_of_line(std::string_view text, std::size_t at) {
  std::string_view rest = text.substr(at, line_end(text, at) - at);
  rest = rest.substr(0, rest.find(" #"));
  while (!rest.empty() && is_blank(rest.back())) rest.remove_suffix(1);
  return rest;
}

bool on_one_line(std::string_view text, std::size_t a, std::size_t b) {
  return line_begin(text, a) == line_begin(text, b);
}

Explanation at_character(std::string_view text, std::size_t at, std::string message) {
  return {at, at < text.size() && !is_break(text[at]) ? at + character_length(text, at) : at, std::move(message)};
}

}  // namespace mot::yaml

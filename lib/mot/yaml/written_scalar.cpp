#include "mot/yaml/written_scalar.h"

#include <algorithm>

#include "mot/text/utf8.h"
#include "mot/yaml/lexer.h"

namespace mot::yaml {
namespace {

// Whether a scalar that is written at an offset can be an empty text: `""`, or a block without lines.
bool stands_for_nothing(std::string_view text, std::size_t at) {
  const char first = byte_at(text, at);
  if (first == '|' || first == '>') return true;
  return (first == '"' || first == '\'') && quoted_end(text, at) == at + 2;
}

}  // namespace

bool folds_and_keeps(std::string_view text, const Node& node) {
  if (node.style != Style::block || byte_at(text, node.begin) != '>') return false;
  const std::string_view header = text.substr(node.begin, std::min(text.find_first_of(" #\r\n", node.begin), text.size()) - node.begin);
  return header.find('+') != std::string_view::npos;
}

std::string with_breaks_kept(std::string_view text, const Node& block, std::string_view value) {
  // yaml-cpp: only the first of the breaks behind a text is kept; where there is no text, all are.
  const bool has_text = value.find_first_not_of(" \t\n") != std::string_view::npos;
  if (!has_text) return std::string(value);
  std::string kept(value.substr(0, value.find_last_not_of('\n') + 1));
  for (std::size_t at = block.end; at < text.size(); at = next_line(text, at)) {
    const std::size_t first = std::min(text.find_first_not_of(" \t", at), text.size());
    const bool has_break = is_break(byte_at(text, first)) && first < text.size();
    if (!has_break) break;
    kept += '\n';
  }
  return kept;
}

Node written_scalar(std::string_view text, std::size_t offset, std::string_view value) {
  const std::size_t begin = skip_properties(text, offset);
  const char first = byte_at(text, begin);
  Node node;
  node.kind = Kind::scalar;
  node.begin = static_cast<std::uint32_t>(begin);
  const auto end_at = [&](std::size_t end) { node.end = static_cast<std::uint32_t>(end); };
  const bool is_omitted = begin > offset && value.empty() && !stands_for_nothing(text, begin);
  if (is_omitted) {
    node.begin = static_cast<std::uint32_t>(properties_end(text, offset));
    end_at(node.begin);
  } else if (first == '"' || first == '\'') {
    const auto end = quoted_end(text, begin);
    node.style = Style::quoted;
    end_at(end.value_or(begin));
    if (end) node.set_text(text.substr(begin + 1, *end - begin - 2));
  } else if (first == '|' || first == '>') {
    node.style = Style::block;
    end_at(block_end(text, begin, value));
  } else {
    end_at(plain_end(text, begin, value));
    node.set_text(text.substr(begin, node.end - begin));
  }
  return node;
}

// yaml-cpp: `\N` (U+0085) and `\_` (U+00A0) become a byte each that is no UTF-8.
std::string with_escapes_mended(std::string_view value) {
  std::string mended;
  while (const auto byte = first_invalid_byte(value)) {
    mended += value.substr(0, *byte);
    mended += {'\xC2', value[*byte]};
    value.remove_prefix(*byte + 1);
  }
  return mended.append(value);
}

}  // namespace mot::yaml

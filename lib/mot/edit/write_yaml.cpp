#include "mot/edit/write_yaml.h"

#include <fmt/format.h>

#include "mot/edit/yaml_text.h"

namespace mot::edit {
namespace {

/// Whether a text stands for itself without quotes: it is read back, which is what a reader of the file will do.
bool can_be_bare(std::string_view text, Surroundings around) {
  const bool has_break = text.empty() || text.find_first_of("\r\n\t") != std::string_view::npos;
  if (has_break || text.front() == ' ' || text.back() == ' ') return false;
  const std::string_view form = around == Surroundings::brackets ? "{{ k: {}, l: [{}, 1] }}\n" : "k: {}\nl: {}\n";
  const YamlText read("", fmt::format(fmt::runtime(form), text, text));
  const auto first = read.at({"k"});
  const auto second = around == Surroundings::brackets ? read.at({"l", std::size_t{0}}) : read.at({"l"});
  const auto is_it = [&](const std::optional<yaml::Value>& value) {
    return value && means_the_same(plain_of(*value), Plain::text(std::string(text)));
  };
  return read.is_sound() && is_it(first) && is_it(second);
}

std::string escaped(unsigned char c) {
  switch (c) {
    case '"':
      return "\\\"";
    case '\\':
      return "\\\\";
    case '\n':
      return "\\n";
    case '\r':
      return "\\r";
    case '\t':
      return "\\t";
    default:
      return c < 0x20 || c == 0x7F ? fmt::format("\\x{:02x}", c) : std::string(1, static_cast<char>(c));
  }
}

std::string written_list(const Plain& list) {
  std::string text;
  for (const Plain& item : list.items) text += (text.empty() ? "" : ", ") + written_on_a_line(item, Surroundings::brackets);
  return "[" + text + "]";
}

std::string written_key(const std::string& key, Surroundings around) {
  return written_scalar(Plain::text(key), around);
}

std::string written_mapping(const Plain& mapping) {
  std::string text;
  for (std::size_t i = 0; i < mapping.keys.size(); ++i) {
    text += fmt::format("{}{}: {}", i > 0 ? ", " : "", written_key(mapping.keys[i], Surroundings::brackets),
                        written_on_a_line(mapping.items[i], Surroundings::brackets));
  }
  return text.empty() ? "{}" : "{ " + text + " }";
}

}  // namespace

std::string in_double_quotes(std::string_view text) {
  std::string quoted = "\"";
  for (const char c : text) quoted += escaped(static_cast<unsigned char>(c));
  return quoted + "\"";
}

std::string in_single_quotes(std::string_view text) {
  std::string quoted = "'";
  for (const char c : text) {
    if (static_cast<unsigned char>(c) < 0x20) return in_double_quotes(text);
    quoted += c == '\'' ? "''" : std::string(1, c);
  }
  return quoted + "'";
}

std::string written_scalar(const Plain& scalar, Surroundings around) {
  if (scalar.kind == Plain::Kind::null) return "null";
  if (scalar.kind == Plain::Kind::word || can_be_bare(scalar.value, around)) return scalar.value;
  return in_double_quotes(scalar.value);
}

std::string written_on_a_line(const Plain& value, Surroundings around) {
  switch (value.kind) {
    case Plain::Kind::list:
      return written_list(value);
    case Plain::Kind::mapping:
      return written_mapping(value);
    case Plain::Kind::null:
    case Plain::Kind::word:
    case Plain::Kind::text:
      break;
  }
  return written_scalar(value, around);
}

std::string written_as_block(const Plain& mapping, std::size_t indent, std::string_view line_end) {
  std::string text;
  for (std::size_t i = 0; i < mapping.keys.size(); ++i) {
    if (i > 0) text.append(line_end).append(indent, ' ');
    text +=
        fmt::format("{}: {}", written_key(mapping.keys[i], Surroundings::block), written_on_a_line(mapping.items[i], Surroundings::block));
  }
  return text;
}

}  // namespace mot::edit

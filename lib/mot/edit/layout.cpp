#include "mot/edit/layout.h"

#include <algorithm>

#include "mot/yaml/lexer.h"

namespace mot::edit {

bool is_in_brackets(const yaml::Value& collection) {
  const bool is_collection = collection.kind() == yaml::Kind::mapping || collection.kind() == yaml::Kind::sequence;
  return is_collection && collection.node().style == yaml::Style::flow;
}

Surroundings surroundings_of(const YamlText& text, const Path& path) {
  for (std::size_t length = 0; length < path.size(); ++length) {
    const auto value = text.at(Path(path.begin(), path.begin() + static_cast<std::ptrdiff_t>(length)));
    if (value && is_in_brackets(*value)) return Surroundings::brackets;
  }
  return Surroundings::block;
}

std::size_t line_after(const std::string& text, const yaml::Value& value) {
  return yaml::next_line(text, value.span().end);
}

std::size_t line_after_item(const std::string& text, const yaml::Value& item, std::size_t depth) {
  std::size_t line = line_after(text, item);
  while (line < text.size()) {
    const std::size_t first = std::min(text.find_first_not_of(' ', line), text.size());
    if (yaml::byte_at(text, first) != '#' || first - line <= depth) break;
    line = yaml::next_line(text, line);
  }
  return line;
}

bool begins_its_line(const std::string& text, std::size_t offset) {
  const std::size_t line = yaml::line_begin(text, offset);
  return text.find_first_not_of(' ', line) == offset;
}

std::optional<std::size_t> dash_of(const std::string& text, const yaml::Value& item) {
  const std::size_t line = yaml::line_begin(text, item.span().begin);
  const std::size_t dash = text.find_first_not_of(' ', line);
  const bool is_alone = dash < item.span().begin && text[dash] == '-' && text.find_first_not_of(' ', dash + 1) == item.span().begin;
  return is_alone ? std::optional(dash) : std::nullopt;
}

std::size_t begin_of_comments_above(const std::string& text, std::size_t line, std::size_t depth) {
  while (line > 0) {
    const std::size_t above = yaml::line_begin(text, line - 1);
    const std::size_t first = std::min(text.find_first_not_of(' ', above), text.size());
    const bool is_comment = yaml::byte_at(text, first) == '#' && first - above == depth;
    if (!is_comment) break;
    line = above;
  }
  return line;
}

bool has_gaps(const std::string& text, const yaml::Value& list) {
  if (list.size() < 2) return false;
  for (std::size_t line = line_after(text, list.item(0)); line < list.item(1).span().begin; line = yaml::next_line(text, line)) {
    if (yaml::is_break(yaml::byte_at(text, line))) return true;
  }
  return false;
}

void end_last_line(std::string& text, std::string_view line_end) {
  if (!text.empty() && !yaml::is_break(text.back())) text += line_end;
}

std::optional<std::size_t> comment_in(const std::string& text, const yaml::Value& collection, std::size_t begin) {
  std::size_t at = begin;  // behind the last scalar or alias: no comment stands in one
  const auto gap = [&](std::size_t end) -> std::optional<std::size_t> {
    const std::size_t mark = end > at ? std::string_view(text).substr(at, end - at).find('#') : std::string_view::npos;
    return mark == std::string_view::npos ? std::nullopt : std::optional(at + mark);
  };
  std::optional<std::size_t> found;
  const auto pass = [&](const yaml::Value& value, const auto& pass_next) -> void {
    if (found || !stands_in(value, collection)) return;
    if (value.node().is_collection() && !value.node().is_alias) {
      for (std::size_t i = 0; i < value.size(); ++i) {
        if (value.kind() == yaml::Kind::mapping) pass_next(value.key(i), pass_next);
        pass_next(value.kind() == yaml::Kind::mapping ? value.value(i) : value.item(i), pass_next);
      }
      return;
    }
    found = gap(value.span().begin);
    at = std::max<std::size_t>(at, value.span().end);
  };
  pass(collection, pass);
  return found ? found : gap(collection.span().end);
}

}  // namespace mot::edit

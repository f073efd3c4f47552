#include "mot/edit/yaml_text.h"

#include <algorithm>

namespace mot::edit {
namespace {

bool fills(const yaml::Value& value, Span span) {
  return value.span().begin == span.begin && value.span().end == span.end;
}

/// Goes down only where the span can be.
bool find_span(const yaml::Value& value, Span span, Path& path) {
  if (value.node().is_alias) return false;
  if (fills(value, span)) return true;
  const bool is_collection = value.kind() == yaml::Kind::mapping || value.kind() == yaml::Kind::sequence;
  if (!is_collection || span.begin < value.span().begin || span.end > value.span().end) return false;
  for (std::size_t i = 0; i < value.size(); ++i) {
    const bool is_mapping = value.kind() == yaml::Kind::mapping;
    path.push_back(is_mapping ? Step(value.key(i).text()) : Step(i));
    if (find_span(is_mapping ? value.value(i) : value.item(i), span, path)) return true;
    path.pop_back();
  }
  return false;
}

}  // namespace

YamlText::YamlText(std::string name, std::string text) {
  sources_.add({std::move(name), std::move(text)});
  tree_ = yaml::parse(sources_, 0, findings_);
}

std::optional<yaml::Value> YamlText::at(const Path& path) const {
  std::optional<yaml::Value> here = root();
  for (const Step& step : path) {
    if (step.index) {
      const bool is_there = here->kind() == yaml::Kind::sequence && *step.index < here->size();
      here = is_there ? std::optional(here->item(*step.index)) : std::nullopt;
    } else {
      here = here->kind() == yaml::Kind::mapping ? value_of(*here, step.key) : std::nullopt;
    }
    if (!here) return std::nullopt;
  }
  return here;
}

std::optional<Path> YamlText::path_to(Span span) const {
  Path path;
  return find_span(root(), span, path) ? std::optional(path) : std::nullopt;
}

std::size_t YamlText::line_of(std::size_t offset) const {
  const auto end = text().begin() + static_cast<std::ptrdiff_t>(std::min(offset, text().size()));
  return 1 + static_cast<std::size_t>(std::count(text().begin(), end, '\n'));
}

std::string_view YamlText::line_end() const {
  const std::size_t first = text().find('\n');
  return first != std::string::npos && first > 0 && text()[first - 1] == '\r' ? "\r\n" : "\n";
}

std::optional<yaml::Value> value_of(const yaml::Value& mapping, std::string_view key) {
  for (std::size_t i = 0; i < mapping.size(); ++i) {
    if (mapping.key(i).text() == key) return mapping.value(i);
  }
  return std::nullopt;
}

bool stands_in(const yaml::Value& part, const yaml::Value& whole) {
  return part.span().begin >= whole.span().begin && part.span().end <= whole.span().end;
}

}  // namespace mot::edit

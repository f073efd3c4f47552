#include "mot/edit/format.h"

#include <fmt/format.h>

#include <algorithm>

#include "mot/edit/fix.h"
#include "mot/edit/layout.h"
#include "mot/edit/text_changes.h"
#include "mot/text/utf8.h"
#include "mot/yaml/lexer.h"

namespace mot::edit {
namespace {

/// Looks for what can be laid out otherwise. Scalars are passed over: all that is in them is meant.
class Formatter {
 public:
  explicit Formatter(const YamlText& text) : text_(text.text()), line_end_(text.line_end()) { visit(text.root()); }

  std::vector<Edit> edits() {
    std::sort(scalars_.begin(), scalars_.end());
    format_lines();
    return std::move(edits_);
  }

 private:
  void visit(const yaml::Value& value) {
    if (value.node().is_alias) return;
    switch (value.kind()) {
      case yaml::Kind::null:
        return;
      case yaml::Kind::scalar:
        scalars_.push_back(kept_of(value));
        return;
      case yaml::Kind::sequence:
        for (std::size_t i = 0; i < value.size(); ++i) visit_in(value, value.item(i));
        break;
      case yaml::Kind::mapping:
        for (std::size_t i = 0; i < value.size(); ++i) {
          visit_in(value, value.key(i));
          visit_in(value, value.value(i));
        }
        break;
    }
    if (is_in_brackets(value)) format_brackets(value);
  }

  /// What is merged in is visited where it stands.
  void visit_in(const yaml::Value& whole, const yaml::Value& part) {
    if (stands_in(part, whole)) visit(part);
  }

  /// A block that keeps its last line breaks (`|+`) means the empty lines behind it too.
  Span kept_of(const yaml::Value& scalar) const {
    Span span = scalar.span();
    const std::size_t header_end = yaml::line_end(text_, span.begin);
    const std::size_t plus = text_.find('+', span.begin);
    if (scalar.node().style == yaml::Style::block && plus < header_end)
      span.end = static_cast<std::uint32_t>(std::min(text_.find_first_not_of(" \r\n", span.end), text_.size()));
    return span;
  }

  void replace(std::size_t begin, std::size_t end, std::string by) {
    if (text_.compare(begin, end - begin, by) != 0)
      edits_.push_back({{0, static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)}, std::move(by)});
  }

  void format_brackets(const yaml::Value& collection) {
    const Span span = collection.span();
    const std::string inside = collection.kind() == yaml::Kind::mapping && collection.size() > 0 ? " " : "";
    const std::size_t first = text_.find_first_not_of(' ', span.begin + 1);
    const std::size_t last = text_.find_last_not_of(' ', span.end - 2) + 1;
    if (!yaml::is_break(yaml::byte_at(text_, first)) && text_[first] != '#' && first < span.end - 1) replace(span.begin + 1, first, inside);
    const bool is_alone = last == 0 || yaml::is_break(text_[last - 1]);
    if (!is_alone && last > span.begin + 1) replace(last, span.end - 1, inside);
    if (first == span.end - 1) replace(span.begin + 1, first, "");
    const std::size_t parts = collection.size();
    for (std::size_t i = 0; i + 1 < parts; ++i) {
      const yaml::Value part = collection.kind() == yaml::Kind::mapping ? collection.value(i) : collection.item(i);
      if (stands_in(part, collection) && part.span().end > part.span().begin) format_comma(part.span().end);
    }
  }

  void format_comma(std::size_t end) {
    const std::size_t comma = text_.find_first_not_of(' ', end);
    if (yaml::byte_at(text_, comma) != ',') return;
    replace(end, comma, "");
    const char next = yaml::byte_at(text_, comma + 1);
    if (!yaml::is_space(next)) replace(comma + 1, comma + 1, " ");
  }

  bool is_in_scalar(std::size_t offset) {
    while (next_scalar_ < scalars_.size() && scalars_[next_scalar_].end <= offset) ++next_scalar_;
    return next_scalar_ < scalars_.size() && scalars_[next_scalar_].begin <= offset && offset < scalars_[next_scalar_].end;
  }

  void format_lines() {
    bool is_after_empty = true;
    std::size_t last_end = 0;
    for (std::size_t line = 0; line < text_.size(); line = yaml::next_line(text_, line)) {
      const std::size_t end = yaml::line_end(text_, line);
      if (is_in_scalar(end) || (end == text_.size() && is_in_scalar(end - 1))) {
        is_after_empty = false, last_end = yaml::next_line(text_, line);
        continue;
      }
      const std::size_t last = text_.find_last_not_of(" \t", end == 0 ? 0 : end - 1);
      const bool is_empty = end == line || last == std::string::npos || last < line;
      const bool is_superfluous = is_empty && is_after_empty;
      if (is_superfluous) {
        replace(line, yaml::next_line(text_, line), "");
      } else if (is_empty) {
        replace(line, end, "");
      } else {
        replace(last + 1, end, "");
        last_end = yaml::next_line(text_, line);
      }
      is_after_empty = is_empty;
    }
    end_text(last_end);
  }

  /// One line break behind the last line that says something.
  void end_text(std::size_t last_end) {
    std::erase_if(edits_, [&](const Edit& edit) { return edit.span.begin >= last_end && last_end > 0; });
    if (last_end < text_.size()) replace(last_end, text_.size(), "");
    if (last_end > 0 && !yaml::is_break(text_[last_end - 1])) replace(last_end, last_end, line_end_);
  }

  const std::string& text_;
  std::string line_end_;
  std::vector<Span> scalars_;
  std::size_t next_scalar_ = 0;
  std::vector<Edit> edits_;
};

}  // namespace

std::string formatted(const YamlText& text) {
  if (!text.is_sound())
    throw Refused(fmt::format("{} has a fault of form; mend it first ('mot validate' says where)", printable(text.name())));
  if (text.root().kind() == yaml::Kind::null) return text.text();
  std::string after = edited(text.text(), Formatter(text).edits());
  verify(text, after, plain_of(text.root()), 0);
  return after;
}

}  // namespace mot::edit

#include "mot/page/picture_styles.h"

#include <fmt/format.h>

#include <algorithm>

namespace mot {
namespace {

/// An attribute of SVG that CSS knows by the same name; lengths of letters have no unit in SVG.
struct LookAttribute {
  std::string_view name;
  std::string_view unit = {};
};

constexpr LookAttribute look_attributes[] = {
    {"fill"},        {"stroke"},     {"stroke-width"}, {"stroke-dasharray"}, {"fill-opacity"},   {"stroke-opacity"}, {"font-size", "px"},
    {"font-weight"}, {"font-style"}, {"font-family"},  {"text-anchor"},      {"pointer-events"},
};

constexpr std::string_view line_end = "\"/";  ///< of a path without its `>`

constexpr std::string_view elements[] = {"text", "tspan", "path", "ellipse"};

/// `A` to `Z`, then `AA` on: short, as a page has thousands of them, and no class of the page's own.
std::string class_name(std::size_t index) {
  constexpr std::size_t letters = 26;
  const std::string last(1, static_cast<char>('A' + index % letters));
  return index < letters ? last : class_name(index / letters - 1) + last;
}

/// ` name="value"` from `at` on, as far as the text goes there.
struct Attribute {
  std::string_view name;
  std::string_view value;
  std::size_t end = 0;
};

Attribute attribute_at(std::string_view tag, std::size_t at) {
  const auto equals = tag.find("=\"", at);
  if (tag[at] != ' ' || equals == std::string_view::npos) return {};
  const auto closing = tag.find('"', equals + 2);
  return {tag.substr(at + 1, equals - at - 1), tag.substr(equals + 2, closing - equals - 2), closing + 1};
}

/// A tag of an element that is styled, taken apart.
struct StyledTag {
  std::string look = {};    ///< CSS declarations
  std::string others = {};  ///< attributes that are not looks
  std::size_t end = 0;
};

StyledTag taken_apart(std::string_view tag, std::size_t at) {
  StyledTag apart{.end = at};
  while (apart.end < tag.size() && tag[apart.end] == ' ') {
    const Attribute attribute = attribute_at(tag, apart.end);
    if (attribute.end == 0) break;
    const auto look = std::ranges::find(look_attributes, attribute.name, &LookAttribute::name);
    if (look == std::end(look_attributes)) {
      apart.others += tag.substr(apart.end, attribute.end - apart.end);
    } else {
      apart.look += fmt::format("{}:{}{};", attribute.name, attribute.value, look->unit);
    }
    apart.end = attribute.end;
  }
  return apart;
}

/// What of a tag `<path d="…"/>` may stand at the end of the `d` before it where both have the look: lines cover nothing, whatever their
/// order. Empty where the tag is more, or its look is not that of opaque lines.
std::string_view line_shape(std::string_view element, const StyledTag& apart, std::string_view tail) {
  constexpr std::string_view opening = " d=\"";
  const std::string_view others = apart.others;
  const bool is_line = apart.look.find("fill:none;") != std::string::npos && apart.look.find("opacity") == std::string::npos;
  const bool is_shape =
      element == "path" && tail == "/" && others.starts_with(opening) && others.find('"', opening.size()) + 1 == others.size();
  return is_line && is_shape ? others.substr(opening.size(), others.size() - opening.size() - 1) : std::string_view();
}

}  // namespace

std::string PictureStyles::class_of(const std::string& look) {
  const auto [found, is_new] = classes_.try_emplace(look, class_name(looks_.size()));
  if (is_new) looks_.push_back(look);
  return found->second;
}

std::string PictureStyles::with_classes(std::string_view svg) {
  std::string styled;
  styled.reserve(svg.size());
  std::string line_look;  // of the tag before, where it is a line
  std::size_t done = 0;
  for (auto at = svg.find('<'); at != std::string_view::npos; at = svg.find('<', done)) {
    const auto end = std::min(svg.find('>', at), svg.size());
    const std::string_view tag = svg.substr(at, end - at);
    const std::string_view element = tag.substr(1, tag.find_first_of(" /", 1) - 1);
    const std::string_view between = svg.substr(done, at - done);
    done = end;
    if (std::ranges::find(elements, element) == std::end(elements)) {
      styled.append(between).append(tag);
      line_look.clear();
      continue;
    }
    const StyledTag apart = taken_apart(tag, 1 + element.size());
    const std::string_view tail = tag.substr(apart.end), shape = line_shape(element, apart, tail);
    if (!shape.empty() && between == ">" && apart.look == line_look) {
      styled.insert(styled.size() - line_end.size(), shape);
      continue;
    }
    line_look = shape.empty() ? "" : apart.look;
    styled.append(between).append("<").append(element);
    if (!apart.look.empty()) styled.append(" class=\"" + class_of(apart.look) + "\"");
    styled.append(apart.others).append(tail);
  }
  return styled.append(svg.substr(done));
}

std::string PictureStyles::with_classes(std::string_view svg, const std::vector<ColourPair>& pairs) {
  return with_classes(palette_.with_named_colours(svg, pairs));
}

std::string PictureStyles::css() const {
  std::string css = palette_.css();
  for (std::size_t i = 0; i < looks_.size(); ++i) css += fmt::format(".{}{{{}}}\n", class_name(i), looks_[i]);
  return css;
}

}  // namespace mot

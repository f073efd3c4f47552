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

constexpr std::string_view elements[] = {"text", "tspan", "polygon", "path", "ellipse", "polyline"};

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

}  // namespace

std::string PictureStyles::class_of(const std::string& look) {
  const auto [found, is_new] = classes_.try_emplace(look, fmt::format("s{}", looks_.size()));
  if (is_new) looks_.push_back(look);
  return found->second;
}

std::string PictureStyles::with_classes(std::string_view svg) {
  std::string styled;
  styled.reserve(svg.size());
  std::size_t done = 0;
  for (auto at = svg.find('<'); at != std::string_view::npos; at = svg.find('<', done)) {
    const auto end = std::min(svg.find('>', at), svg.size());
    const std::string_view tag = svg.substr(at, end - at);
    const std::string_view element = tag.substr(1, tag.find_first_of(" /", 1) - 1);
    styled.append(svg.substr(done, at - done));
    if (std::ranges::find(elements, element) == std::end(elements)) {
      styled.append(tag);
    } else {
      const StyledTag apart = taken_apart(tag, 1 + element.size());
      styled.append("<").append(element);
      if (!apart.look.empty()) styled.append(" class=\"" + class_of(apart.look) + "\"");
      styled.append(apart.others).append(tag.substr(apart.end));
    }
    done = end;
  }
  return styled.append(svg.substr(done));
}

std::string PictureStyles::with_classes(std::string_view svg, const std::vector<ColourPair>& pairs) {
  return with_classes(palette_.with_named_colours(svg, pairs));
}

std::string PictureStyles::css() const {
  std::string css = palette_.css();
  for (std::size_t i = 0; i < looks_.size(); ++i) css += fmt::format(".s{}{{{}}}\n", i, looks_[i]);
  return css;
}

}  // namespace mot

#include "mot/page/picture_styles.h"

#include <fmt/format.h>

#include <algorithm>

#include "mot/page/compact_paths.h"

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

constexpr std::string_view elements[] = {"text", "tspan", "path", "ellipse", "circle"};

/// `A` to `z`, then `AA` on: short, as a page has thousands of them, and no class of the page's own.
std::string class_name(std::size_t index) {
  constexpr std::string_view letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
  const std::string last(1, letters[index % letters.size()]);
  return index < letters.size() ? last : class_name(index / letters.size() - 1) + last;
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

/// The `d` of a tag `<path d="…"/>` whose look is opaque; empty where the tag is more than that.
std::string_view shape_of(std::string_view element, const StyledTag& apart, std::string_view tail) {
  constexpr std::string_view opening = " d=\"";
  const std::string_view others = apart.others;
  const bool is_opaque = apart.look.find("opacity") == std::string::npos;
  const bool is_shape =
      element == "path" && tail == "/" && others.starts_with(opening) && others.find('"', opening.size()) + 1 == others.size();
  return is_opaque && is_shape ? others.substr(opening.size(), others.size() - opening.size() - 1) : std::string_view();
}

/// The path that was written last, at whose end others of the same look may stand: lines cover nothing, whatever their order; what is
/// filled must lie apart, or where two lie over each other a hole might be.
class OpenPath {
 public:
  /// Whether `shape` may stand at its end; it then does.
  bool take(const std::string& look, std::string_view shape) {
    if (shape.empty() || look != look_) return false;
    if (is_line(look)) return true;
    const auto extent = extent_of(shape);
    const bool is_apart =
        extent && !filled_.empty() && std::ranges::all_of(filled_, [&](const Extent& other) { return far(*extent).is_apart_from(other); });
    if (is_apart) filled_.push_back(*extent);
    return is_apart;
  }

  void begin(const std::string& look, std::string_view shape) {
    look_ = shape.empty() ? "" : look;
    filled_.clear();
    if (shape.empty() || is_line(look)) return;
    if (const auto extent = extent_of(shape)) filled_.push_back(*extent);
  }

  void end() { begin("", ""); }

 private:
  static bool is_line(const std::string& look) { return look.find("fill:none;") != std::string::npos; }
  /// With room for strokes.
  static Extent far(const Extent& extent) {
    constexpr double room = 5;  // points; wider than strokes of what is filled
    return {extent.left - room, extent.top - room, extent.right + room, extent.bottom + room};
  }

  std::string look_;
  std::vector<Extent> filled_;
};

/// The attributes of a circle, where those of an ellipse are one; else nothing.
std::string circle_of(std::string_view element, std::string_view attributes) {
  constexpr std::string_view across = " rx=\"", down = " ry=\"";
  const auto rx = attributes.find(across), ry = attributes.find(down);
  if (element != "ellipse" || rx == std::string_view::npos || ry == std::string_view::npos || rx > ry) return "";
  const auto radius = attributes.substr(rx + across.size(), ry - rx - across.size());
  return attributes.substr(ry + down.size()) == radius ? std::string(attributes.substr(0, rx)).append(" r=\"").append(radius) : "";
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
  OpenPath open;
  std::size_t done = 0;
  for (auto at = svg.find('<'); at != std::string_view::npos; at = svg.find('<', done)) {
    const auto end = std::min(svg.find('>', at), svg.size());
    const std::string_view tag = svg.substr(at, end - at);
    const std::string_view element = tag.substr(1, tag.find_first_of(" /", 1) - 1);
    const std::string_view between = svg.substr(done, at - done);
    done = end;
    if (std::ranges::find(elements, element) == std::end(elements)) {
      styled.append(between).append(tag);
      open.end();
      continue;
    }
    const StyledTag apart = taken_apart(tag, 1 + element.size());
    const std::string_view tail = tag.substr(apart.end), shape = shape_of(element, apart, tail);
    if (between == ">" && open.take(apart.look, shape)) {
      styled.insert(styled.size() - line_end.size(), shape);
      continue;
    }
    open.begin(apart.look, shape);
    const std::string circle = circle_of(element, apart.others);
    styled.append(between).append("<").append(circle.empty() ? element : "circle");
    if (!apart.look.empty()) styled.append(" class=\"" + class_of(apart.look) + "\"");
    styled.append(circle.empty() ? apart.others : circle).append(tail);
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

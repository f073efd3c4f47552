// An SVG of ours, measured: what stands where, from its own geometry, and where its ink is.
#pragma once

#include <cairo.h>
#include <fmt/format.h>

#include <algorithm>
#include <cstdlib>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "mot/draw/graphviz/svg_element.h"
#include "mot/typesetting/typesetter.h"
#include "support/pictures.h"

namespace mot::testing {

/// From corner to corner; grows by what is put in.
struct Extent {
  double left = 1e9, top = 1e9, right = -1e9, bottom = -1e9;

  bool is_empty() const { return right < left; }
  void take(double x, double y) {
    left = std::min(left, x), right = std::max(right, x);
    top = std::min(top, y), bottom = std::max(bottom, y);
  }
  void take(const Extent& other) {
    if (other.is_empty()) return;
    take(other.left, other.top);
    take(other.right, other.bottom);
  }
  bool is_within(const Extent& other, double tolerance) const {
    return is_empty() || (left >= other.left - tolerance && right <= other.right + tolerance && top >= other.top - tolerance &&
                          bottom <= other.bottom + tolerance);
  }
  bool meets(const Extent& other, double tolerance) const {
    return !is_empty() && !other.is_empty() && left < other.right - tolerance && other.left < right - tolerance &&
           top < other.bottom - tolerance && other.top < bottom - tolerance;
  }
};

struct DrawnText {
  std::string text;
  Extent extent;
};

/// A `<g>`, or what lies outside of all.
struct DrawnGroup {
  Extent shape;  ///< of polygons, ellipses and paths
  std::vector<DrawnText> texts;
};

struct DrawnSvg {
  double width = 0;
  double height = 0;
  std::map<std::string, DrawnGroup> groups;  ///< by id; the ground has none
};

inline double number_of(std::string_view element, std::string_view name) {
  return std::strtod(std::string(attribute_of(element, name)).c_str(), nullptr);
}

inline std::string unescaped(std::string_view escaped) {
  std::string text(escaped);
  const std::pair<std::string_view, std::string_view> entities[] = {{"&lt;", "<"}, {"&gt;", ">"}, {"&quot;", "\""}, {"&amp;", "&"}};
  for (const auto& [entity, character] : entities)
    for (auto at = text.find(entity); at != std::string::npos; at = text.find(entity, at + 1)) text.replace(at, entity.size(), character);
  return text;
}

/// x and y in turn, whatever stands between them.
inline Extent extent_of_pairs(std::string_view pairs) {
  Extent extent;
  const std::string text(pairs);
  const char* at = text.c_str();
  std::vector<double> numbers;
  while (*at != '\0') {
    char* end = nullptr;
    const double number = std::strtod(at, &end);
    if (end == at) {
      ++at;
      continue;
    }
    numbers.push_back(number);
    at = end;
  }
  for (std::size_t i = 0; i + 1 < numbers.size(); i += 2) extent.take(numbers[i], numbers[i + 1]);
  return extent;
}

inline Extent shape_of(std::string_view line) {
  Extent extent;
  if (line.starts_with("<ellipse")) {
    const double x = number_of(line, "cx"), y = number_of(line, "cy"), rx = number_of(line, "rx"), ry = number_of(line, "ry");
    extent.take(x - rx, y - ry);
    extent.take(x + rx, y + ry);
  } else {
    extent = extent_of_pairs(attribute_of(line, line.starts_with("<path") ? "d" : "points"));
  }
  return extent;
}

inline Font font_of(std::string_view element) {
  return {number_of(element, "font-size"), attribute_of(element, "font-weight") == "bold" ? Weight::bold : Weight::regular,
          attribute_of(element, "font-style") == "italic" ? Slant::italic : Slant::upright};
}

/// The text of one `<text>` line, measured with the font that its attributes name. Letters reach from 0.8 sizes above the baseline to
/// 0.25 below; accents and stacked scripts reach further and are looked for as ink.
inline DrawnText text_in_line(std::string_view line, const Typesetter& typesetter) {
  DrawnText text;
  double width = 0, size = 0;
  const auto add = [&](std::string_view element) {
    const std::size_t begin = element.find('>') + 1;
    const std::string run = unescaped(element.substr(begin, element.find('<', begin) - begin));
    width += typesetter.width_of(run, font_of(element));
    size = std::max(size, font_of(element).size);
    text.text += run;
  };
  if (line.find("<tspan") == std::string_view::npos) {
    add(line);
  } else {
    for (auto at = line.find("<tspan"); at != std::string_view::npos; at = line.find("<tspan", at + 1)) add(line.substr(at));
  }
  const double x = number_of(line, "x"), y = number_of(line, "y");
  const std::string_view anchor = attribute_of(line, "text-anchor");
  const bool is_from_right = attribute_of(line, "direction") == "rtl";
  const double before = anchor == "middle" ? width / 2 : (anchor == "end") != is_from_right ? width : 0;
  text.extent.take(x - before, y - 0.8 * size);
  text.extent.take(x - before + width, y + 0.25 * size);
  return text;
}

/// Of what `mot` writes, which has an element a line.
inline DrawnSvg measured(std::string_view svg, const Typesetter& typesetter) {
  DrawnSvg drawn;
  drawn.width = number_of(svg, "width");
  drawn.height = number_of(svg, "height");
  std::string group;
  for (std::size_t begin = 0; begin < svg.size();) {
    const std::size_t end = std::min(svg.find('\n', begin), svg.size());
    const std::string_view line = svg.substr(begin, end - begin);
    begin = end + 1;
    if (line.starts_with("<g ")) group = attribute_of(line, "id");
    if (line.starts_with("</g>") || line.starts_with("</a></g>")) group.clear();
    if (line.starts_with("<polygon") || line.starts_with("<path") || line.starts_with("<ellipse"))
      drawn.groups[group].shape.take(shape_of(line));
    if (line.starts_with("<text")) drawn.groups[group].texts.push_back(text_in_line(line, typesetter));
  }
  return drawn;
}

/// The ink of a picture, a pixel a point, as rsvg-convert sees it.
class Ink {
 public:
  explicit Ink(std::string_view svg) {
    Folder folder;
    folder.with("picture.svg", svg);
    const std::string png = (folder / "picture.png").string();
    const std::string command = fmt::format("rsvg-convert --unlimited -f png -o '{}' '{}' 2>&1", png, (folder / "picture.svg").string());
    if (std::system(command.c_str()) == 0) image_.reset(cairo_image_surface_create_from_png(png.c_str()));
    if (!image_ || cairo_surface_status(image_.get()) != CAIRO_STATUS_SUCCESS) return;
    width_ = cairo_image_surface_get_width(image_.get());
    height_ = cairo_image_surface_get_height(image_.get());
    row_bytes_ = cairo_image_surface_get_stride(image_.get());
    pixels_ = cairo_image_surface_get_data(image_.get());
  }

  bool is_drawn() const { return pixels_ != nullptr; }
  int width() const { return width_; }
  int height() const { return height_; }
  /// Anything that is not transparent, beyond the haze of antialiasing.
  bool is_at(int x, int y) const {
    constexpr unsigned char haze = 40;
    return pixels_[static_cast<std::ptrdiff_t>(y) * row_bytes_ + std::ptrdiff_t{4} * x + 3] > haze;
  }

 private:
  struct Release {
    void operator()(cairo_surface_t* surface) const { cairo_surface_destroy(surface); }
  };
  std::unique_ptr<cairo_surface_t, Release> image_;
  int width_ = 0;
  int height_ = 0;
  int row_bytes_ = 0;
  const unsigned char* pixels_ = nullptr;
};

/// The same SVG a pixel a point, with `around` points more on every side.
inline std::string with_room_around(std::string_view svg, double width, double height, int around) {
  std::string out = fmt::format(
      R"(<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="{0}" height="{1}" viewBox="{2} {2} {0} {1}" font-family="{3}" xml:space="preserve">)"
      "\n",
      std::ceil(width) + 2 * around, std::ceil(height) + 2 * around, -around, font_stack);
  return out + std::string(svg.substr(svg.find('\n') + 1));
}

/// Lines that begin with any of these are left out.
inline std::string without(std::string_view svg, std::initializer_list<std::string_view> beginnings) {
  std::string out;
  for (std::size_t begin = 0; begin < svg.size();) {
    const std::size_t end = std::min(svg.find('\n', begin), svg.size());
    const std::string_view line = svg.substr(begin, end - begin);
    begin = end + 1;
    if (std::none_of(beginnings.begin(), beginnings.end(), [&](std::string_view start) { return line.starts_with(start); }))
      out.append(line).append("\n");
  }
  return out;
}

}  // namespace mot::testing

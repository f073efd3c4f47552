// Shapes of a picture in fewer bytes: a page holds many pictures.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace mot {

/// The value of `d`, of absolute `M` and `C` with commas inside points, as Graphviz writes it: in tenths of a point from the point
/// before, curves that are straight as lines. Anything else is given back as it is.
std::string compact_path(std::string_view path);

/// ` cx="…" cy="…" r="…"` of a circle that is drawn as four such curves, in points; empty where the path is anything else.
std::string circle_of_path(std::string_view path);

/// Where something lies, in points.
struct Extent {
  double left = 0, top = 0, right = 0, bottom = 0;
  bool is_apart_from(const Extent& other) const {
    return right < other.left || other.right < left || bottom < other.top || other.bottom < top;
  }
};
/// Where a path lies that was written here and begins once; points of control count. Nothing of any other.
std::optional<Extent> extent_of(std::string_view compact);

/// The value of `d` for the `points` of a polygon, which closes, or of a polyline: to tenths of a point from the point before.
std::string path_of_points(std::string_view points, bool is_closed);

}  // namespace mot

// Shapes of a picture in fewer bytes: a page holds many pictures.
#pragma once

#include <string>
#include <string_view>

namespace mot {

/// The value of `d`, of absolute `M` and `C` with commas inside points, as Graphviz writes it: in tenths of a point from the point
/// before, curves that are straight as lines. Anything else is given back as it is.
std::string compact_path(std::string_view path);

/// The value of `d` for the `points` of a polygon, which closes, or of a polyline: to tenths of a point from the point before.
std::string path_of_points(std::string_view points, bool is_closed);

}  // namespace mot

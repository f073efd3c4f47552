// Shapes as PresentationML: their names, places, geometries, fills and lines.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "mot/draw/pptx/colours.h"
#include "mot/picture/scene.h"

namespace mot::pptx {

/// What a shape is called, and what a reader who can't see it is told.
struct ShapeName {
  std::size_t id = 0;
  std::string name;
  std::string description = {};
  std::string link = {};       ///< id of a relationship
  bool is_decoration = false;  ///< says nothing that text does not say
};

/// `<p:cNvPr …/>`.
std::string name_markup(const ShapeName& name);

/// `<a:xfrm …>`.
std::string frame_markup(const Box& box, std::string_view attributes = {});
/// That of a group whose parts have the slide's coordinates.
std::string group_frame_markup(const Box& box);

std::string preset_geometry(std::string_view name);

/// Whether a path is filled, stroked or both is what the shape says.
struct Path {
  std::span<const Point> points;
  bool is_curved = false;  ///< cubic Bézier curves, 3n + 1 points
  bool is_closed = false;
};
/// Of paths in a box: `<a:custGeom>`.
std::string free_geometry(std::span<const Path> paths, const Box& box);
Box box_around(std::span<const Path> paths);

/// `<a:ln>`; one without a line where there is no stroke.
std::string line_markup(const Colours& colours, const std::optional<Stroke>& stroke, Arrow arrow = Arrow::none);
/// `<a:solidFill>` or `<a:noFill/>`.
std::string fill_markup(const Colours& colours, const std::optional<Colour>& fill);

}  // namespace mot::pptx

#include "mot/draw/pptx/boxes.h"

#include <algorithm>

namespace mot::pptx {
namespace {

struct BoxOf {
  Box operator()(const Area& area) const { return box_around(area.outline); }
  Box operator()(const CurvedArea& area) const { return box_around(area.outline); }
  Box operator()(const Curve& curve) const { return box_around(curve.points); }
  Box operator()(const Card& card) const { return card.box; }
  Box operator()(const Label& label) const { return label.box; }
  Box operator()(const Marker& marker) const {
    return {marker.center.x - marker.radius, marker.center.y - marker.radius, 2 * marker.radius, 2 * marker.radius};
  }
};

}  // namespace

Box box_around(std::span<const Point> points) {
  if (points.empty()) return {};
  const auto [left, right] = std::ranges::minmax(points, {}, &Point::x);
  const auto [top, bottom] = std::ranges::minmax(points, {}, &Point::y);
  return {left.x, top.y, right.x - left.x, bottom.y - top.y};
}

Box box_of(const Ground& shape) {
  return std::visit(BoxOf{}, shape);
}

Box box_of(const Item& item) {
  return std::visit(BoxOf{}, item);
}

}  // namespace mot::pptx

// What lies beneath a text of a scene.
#pragma once

#include <string>
#include <vector>

#include "mot/picture/hatching.h"
#include "mot/picture/scene.h"
#include "mot/picture/text_layout.h"

namespace mot::testing {

struct TextOnGround {
  std::string item;
  std::string text;
  Colour colour;
  Colour ground;
};

inline bool holds_point(std::span<const Point> outline, Point point) {
  bool inside = false;
  for (std::size_t i = 0, k = outline.size() - 1; i < outline.size(); k = i++) {
    const Point a = outline[i], b = outline[k];
    if ((a.y > point.y) != (b.y > point.y) && point.x < (b.x - a.x) * (point.y - a.y) / (b.y - a.y) + a.x) inside = !inside;
  }
  return inside;
}

inline bool holds_point(const Box& box, Point point) {
  return point.x >= box.left && point.x <= box.right() && point.y >= box.top && point.y <= box.bottom();
}

/// A filled shape, flat: from below, so the last one that holds a point is what is seen.
struct Fill {
  std::vector<Point> outline;
  Box bounds;
  Colour colour;
};

inline std::vector<Fill> fills_of(const Scene& scene) {
  std::vector<Fill> fills;
  const auto add = [&](std::vector<Point> outline, Colour colour) {
    if (outline.empty()) return;
    Box box{outline[0].x, outline[0].y, 0, 0};
    for (const Point& point : outline) {
      const double right = std::max(box.right(), point.x), bottom = std::max(box.bottom(), point.y);
      box.left = std::min(box.left, point.x), box.top = std::min(box.top, point.y);
      box.width = right - box.left, box.height = bottom - box.top;
    }
    fills.push_back({std::move(outline), box, colour});
  };
  for (const Panel& panel : scene.panels) {
    const Box& b = panel.box;
    if (panel.fill) add({{b.left, b.top}, {b.right(), b.top}, {b.right(), b.bottom()}, {b.left, b.bottom()}}, *panel.fill);
  }
  for (const Ground& ground : scene.ground) {
    if (const auto* area = std::get_if<Area>(&ground)) add(area->outline, area->fill);
    if (const auto* area = std::get_if<CurvedArea>(&ground)) add(flattened(area->outline), area->fill);
  }
  return fills;
}

inline Colour colour_at(const Scene& scene, const std::vector<Fill>& fills, Point point) {
  for (auto fill = fills.rbegin(); fill != fills.rend(); ++fill) {
    if (holds_point(fill->bounds, point) && holds_point(fill->outline, point)) return fill->colour;
  }
  return scene.page;
}

/// Every run of every item: at the beginning, the middle and the end of its line, on the item's own fill or what lies below it.
inline std::vector<TextOnGround> texts_on_grounds(const Scene& scene, const Typesetter& typesetter) {
  std::vector<TextOnGround> found;
  const std::vector<Fill> fills = fills_of(scene);
  const auto add = [&](const Identity& identity, const std::vector<Line>& lines, const Box& inside, Align align,
                       std::optional<Colour> own) {
    Box rest = inside;
    for (const Line& line : lines) {
      for (const Box& box : text_boxes(typesetter, std::span(&line, 1), rest, align)) {
        for (const double x : {box.left + 1, box.center().x, box.right() - 1})
          for (const Run& run : line.runs)
            found.push_back({identity.id, run.text, run.colour, own ? *own : colour_at(scene, fills, {x, box.center().y})});
      }
      rest.top += line.space_above + line.height;
    }
  };
  for (const Item& item : scene.items) {
    if (const auto* card = std::get_if<Card>(&item)) {
      add(card->identity, card->lines, card->inside(), card->align, card->fill);
    } else if (const auto* label = std::get_if<Label>(&item)) {
      add(label->identity, label->lines, label->box, label->align, std::nullopt);
    } else if (const auto& marker = std::get<Marker>(item); marker.text) {
      found.push_back({marker.identity.id, marker.text->text, marker.text->colour, marker.fill});
    }
  }
  return found;
}

}  // namespace mot::testing

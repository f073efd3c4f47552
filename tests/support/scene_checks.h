// What holds in every picture: nothing lies on anything else, every text fits, nothing leaves the page, no line crosses a card.
#pragma once

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <set>
#include <string>
#include <vector>

#include "mot/picture/scene.h"
#include "mot/picture/text_layout.h"
#include "mot/typesetting/typesetter.h"

namespace mot::testing {

struct PlacedItem {
  std::string id;
  Box box;
  bool is_card = false;
};

inline PlacedItem placed(const Item& item) {
  if (const auto* card = std::get_if<Card>(&item)) return {card->identity.id, card->box, true};
  if (const auto* label = std::get_if<Label>(&item)) return {label->identity.id, label->box};
  const Marker& marker = std::get<Marker>(item);
  const double r = marker.radius;
  return {marker.identity.id, {marker.center.x - r, marker.center.y - r, 2 * r, 2 * r}};
}

inline std::vector<PlacedItem> placed_items(const Scene& scene) {
  std::vector<PlacedItem> items;
  for (const Item& item : scene.items) items.push_back(placed(item));
  return items;
}

/// Pairs of items that lie on each other.
inline std::vector<std::string> overlaps(const Scene& scene) {
  std::vector<std::string> found;
  std::vector<PlacedItem> items = placed_items(scene);
  std::stable_sort(items.begin(), items.end(), [](const auto& a, const auto& b) { return a.box.top < b.box.top; });
  constexpr double touch = 0.01;
  for (std::size_t i = 0; i < items.size(); ++i) {
    for (std::size_t k = i + 1; k < items.size() && items[k].box.top < items[i].box.bottom() - touch; ++k) {
      const Box &a = items[i].box, &b = items[k].box;
      if (a.left < b.right() - touch && b.left < a.right() - touch) found.push_back(items[i].id + " and " + items[k].id);
    }
  }
  return found;
}

/// Images that lie on a text, on one another, or on no page. A photo lies on the letter that stands where it can't be decoded.
inline std::vector<std::string> misplaced_images(const Scene& scene) {
  std::vector<std::string> found;
  for (const Image& image : scene.images) {
    const Box& box = image.box;
    if (box.left < 0 || box.top < 0 || box.right() > scene.width || box.bottom() > scene.height) found.push_back(image.identity.id);
    for (const PlacedItem& item : placed_items(scene)) {
      const bool is_its_letter = image.shape == ImageShape::circle && image.identity.id.starts_with(item.id);
      const bool is_apart =
          item.box.left >= box.right() || item.box.right() <= box.left || item.box.top >= box.bottom() || item.box.bottom() <= box.top;
      if (!is_apart && !is_its_letter) found.push_back(image.identity.id + " on " + item.id);
    }
  }
  return found;
}

inline void check_lines(const Typesetter& typesetter, const std::string& id, const std::vector<Line>& lines, double width, double height,
                        std::vector<std::string>& found) {
  for (const Line& line : lines) {
    const double wide = width_of(typesetter, line);
    if (wide > width + 0.01) found.push_back(fmt::format("{}: '{}' is {} wide in {}", id, line.runs.front().text, wide, width));
  }
  if (height_of(lines) > height + 0.01) found.push_back(fmt::format("{}: {} high in {}", id, height_of(lines), height));
}

/// Texts that are larger than the room they have.
inline std::vector<std::string> misfits(const Scene& scene, const Typesetter& typesetter) {
  std::vector<std::string> found;
  for (const Item& item : scene.items) {
    if (const auto* card = std::get_if<Card>(&item)) {
      check_lines(typesetter, card->identity.id, card->lines, card->inside().width, card->box.height - card->padding, found);
    } else if (const auto* label = std::get_if<Label>(&item)) {
      check_lines(typesetter, label->identity.id, label->lines, label->box.width, label->box.height, found);
    } else if (const Marker& marker = std::get<Marker>(item); marker.text) {
      const double wide = typesetter.width_of(marker.text->text, marker.text->font);
      if (wide > 2 * marker.radius) found.push_back(marker.identity.id + ": " + marker.text->text);
    }
  }
  return found;
}

inline const std::vector<Point>& points_of(const Ground& ground) {
  if (const auto* area = std::get_if<Area>(&ground)) return area->outline;
  if (const auto* curved = std::get_if<CurvedArea>(&ground)) return curved->outline;
  return std::get<Curve>(ground).points;
}

/// Things that leave the page.
inline std::vector<std::string> strays(const Scene& scene) {
  std::vector<std::string> found;
  const auto on_page = [&](Point point) { return point.x >= 0 && point.y >= 0 && point.x <= scene.width && point.y <= scene.height; };
  const auto check = [&](const std::string& id, const Box& box) {
    if (!on_page({box.left, box.top}) || !on_page({box.right(), box.bottom()})) found.push_back(id);
  };
  for (const Panel& panel : scene.panels) check(panel.identity.id, panel.box);
  for (const PlacedItem& item : placed_items(scene)) check(item.id, item.box);
  for (const Connector& connector : scene.connectors) {
    if (!std::all_of(connector.points.begin(), connector.points.end(), on_page)) found.push_back(connector.identity.id);
  }
  for (const Ground& ground : scene.ground) {
    const auto& points = points_of(ground);
    if (!std::all_of(points.begin(), points.end(), on_page)) found.emplace_back("ground");
  }
  return found;
}

/// Points along a path of 3n + 1 points.
inline std::vector<Point> sampled(const std::vector<Point>& path) {
  std::vector<Point> points;
  for (std::size_t i = 0; i + 3 < path.size(); i += 3) {
    for (int step = 0; step <= 16; ++step) {
      const double t = step / 16.0, u = 1 - t;
      const double a = u * u * u, b = 3 * u * u * t, c = 3 * u * t * t, d = t * t * t;
      points.push_back({a * path[i].x + b * path[i + 1].x + c * path[i + 2].x + d * path[i + 3].x,
                        a * path[i].y + b * path[i + 1].y + c * path[i + 2].y + d * path[i + 3].y});
    }
  }
  return points;
}

/// Lines that run over an item.
inline std::vector<std::string> crossings(const Scene& scene) {
  std::vector<std::string> found;
  const std::vector<PlacedItem> items = placed_items(scene);
  for (const Connector& connector : scene.connectors) {
    const std::vector<Point> points = sampled(connector.points);
    for (const PlacedItem& item : items) {
      const Box& box = item.box;
      const bool hits = std::any_of(points.begin(), points.end(), [&](Point point) {
        return point.x > box.left + 0.1 && point.x < box.right() - 0.1 && point.y > box.top + 0.1 && point.y < box.bottom() - 0.1;
      });
      if (hits) found.push_back(connector.identity.id + " over " + item.id);
    }
  }
  return found;
}

/// A straight piece of a connector, level or upright.
struct StraightPiece {
  bool is_level = false;
  double at = 0;  ///< its y where it is level, else its x
  double begin = 0;
  double end = 0;
};

inline std::vector<StraightPiece> straight_pieces(const std::vector<Point>& path) {
  std::vector<StraightPiece> pieces;
  for (std::size_t i = 0; i + 3 < path.size(); i += 3) {
    const auto is_on = [&](double Point::*axis) {
      return std::all_of(&path[i], &path[i] + 4, [&](const Point& point) { return std::abs(point.*axis - path[i].*axis) < 0.01; });
    };
    const Point &from = path[i], &to = path[i + 3];
    if (is_on(&Point::y)) pieces.push_back({true, from.y, std::min(from.x, to.x), std::max(from.x, to.x)});
    if (is_on(&Point::x)) pieces.push_back({false, from.x, std::min(from.y, to.y), std::max(from.y, to.y)});
  }
  return pieces;
}

/// Connectors that run on one track, or so near to one another that an eye takes them for one, and have no end in common.
inline std::vector<std::string> shared_tracks(const Scene& scene) {
  constexpr double apart = 4, still_unseen = 1;
  std::vector<std::vector<StraightPiece>> pieces;
  for (const Connector& connector : scene.connectors) pieces.push_back(straight_pieces(connector.points));
  std::vector<std::string> found;
  for (std::size_t i = 0; i < pieces.size(); ++i) {
    for (std::size_t k = i + 1; k < pieces.size(); ++k) {
      const Connector &one = scene.connectors[i], &other = scene.connectors[k];
      if (one.from == other.from || one.to == other.to || one.from == other.to || one.to == other.from) continue;
      const bool share = std::any_of(pieces[i].begin(), pieces[i].end(), [&](const StraightPiece& a) {
        return std::any_of(pieces[k].begin(), pieces[k].end(), [&](const StraightPiece& b) {
          return a.is_level == b.is_level && std::abs(a.at - b.at) < apart - 0.01 &&
                 std::min(a.end, b.end) - std::max(a.begin, b.begin) > still_unseen;
        });
      });
      if (share) found.push_back(one.identity.id + " on the track of " + other.identity.id);
    }
  }
  return found;
}

/// Ids that stand twice, and connectors that lead nowhere.
inline std::vector<std::string> loose_ids(const Scene& scene) {
  std::vector<std::string> found;
  std::set<std::string> ids;
  const auto add = [&](const std::string& id) {
    if (id.empty() || !ids.insert(id).second) found.push_back("'" + id + "' is not unique");
  };
  for (const PlacedItem& item : placed_items(scene)) add(item.id);
  const std::set<std::string> items = ids;
  for (const Panel& panel : scene.panels) add(panel.identity.id);
  for (const Connector& connector : scene.connectors) {
    add(connector.identity.id);
    if (!items.contains(connector.from) || !items.contains(connector.to)) found.push_back(connector.identity.id + " leads nowhere");
  }
  return found;
}

/// Everything that is wrong with a picture, whatever it shows.
inline std::vector<std::string> faults(const Scene& scene, const Typesetter& typesetter) {
  std::vector<std::string> all;
  for (auto part : {overlaps(scene), misplaced_images(scene), misfits(scene, typesetter), strays(scene), crossings(scene),
                    shared_tracks(scene), loose_ids(scene)})
    all.insert(all.end(), part.begin(), part.end());
  return all;
}

}  // namespace mot::testing

#include "mot/picture/patterns.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "mot/picture/hatching.h"
#include "mot/picture/text_layout.h"

namespace mot {

namespace {

constexpr double around_text = 1.5;  // points of the page's colour
constexpr double least_seen = 3;     // contrast of a thing with the page (WCAG 2.2, 1.4.11)
constexpr double too_small = 6;      // points; the tip of an arrow or a dot shows no lines

std::vector<Point> corners_of(const Box& box) {
  return {{box.left, box.top}, {box.right(), box.top}, {box.right(), box.bottom()}, {box.left, box.bottom()}};
}

bool meet(const Box& one, const Box& other) {
  return one.left < other.right() && other.left < one.right() && one.top < other.bottom() && other.top < one.bottom();
}

Box bounds_of(std::span<const Point> points) {
  const auto [left, right] = std::minmax_element(points.begin(), points.end(), [](Point a, Point b) { return a.x < b.x; });
  const auto [top, bottom] = std::minmax_element(points.begin(), points.end(), [](Point a, Point b) { return a.y < b.y; });
  return {left->x, top->y, right->x - left->x, bottom->y - top->y};
}

/// One box around all; none where there are none.
std::vector<Box> whole(const std::vector<Box>& boxes) {
  std::vector<Point> corners;
  for (const Box& box : boxes) corners.insert(corners.end(), {{box.left, box.top}, {box.right(), box.bottom()}});
  if (corners.empty()) return {};
  return {bounds_of(corners)};
}

/// Text that stands free, found by where it is.
class FreeText {
 public:
  FreeText(const Scene& scene, const Typesetter& typesetter) {
    for (const Item& item : scene.items) {
      const auto* label = std::get_if<Label>(&item);
      if (label == nullptr) continue;
      for (const Box& box : text_boxes(typesetter, label->lines, label->box, label->align)) add(box);
    }
    std::stable_sort(boxes_.begin(), boxes_.end(), [](const Box& a, const Box& b) { return a.left < b.left; });
  }

  std::vector<Box> in(const Box& bounds) const {
    std::vector<Box> found;
    const auto first =
        std::lower_bound(boxes_.begin(), boxes_.end(), bounds.left - widest_, [](const Box& box, double left) { return box.left < left; });
    for (auto box = first; box != boxes_.end() && box->left < bounds.right(); ++box) {
      if (meet(*box, bounds)) found.push_back(*box);
    }
    return found;
  }

 private:
  void add(const Box& box) {
    boxes_.push_back(box);
    widest_ = std::max(widest_, box.width);
  }

  std::vector<Box> boxes_;
  double widest_ = 0;
};

class Printer {
 public:
  Printer(Scene& scene, const Theme& theme, const Typesetter& typesetter)
      : scene_(scene), theme_(theme), typesetter_(typesetter), free_text_(scene, typesetter) {}

  void print() {
    for (Panel& panel : scene_.panels) print(panel);
    for (Ground& shape : std::exchange(scene_.ground, {})) std::visit([&](auto& known) { print(std::move(known)); }, shape);
    for (Item& item : scene_.items) std::visit([&](auto& known) { print(known); }, item);
  }

 private:
  const Pattern* pattern_of(std::optional<Colour> fill) const {
    const auto found = std::find_if(theme_.patterns.begin(), theme_.patterns.end(), [&](const auto& known) { return known.fill == fill; });
    return found == theme_.patterns.end() ? nullptr : &found->pattern;
  }

  void clear(const Box& box) {
    scene_.ground.push_back(Area{corners_of({box.left - around_text, box.top, box.width + 2 * around_text, box.height}), theme_.page, {}});
  }

  void hatch(std::span<const Point> outline, const Pattern& pattern, std::span<const Box> texts) {
    std::vector<Ground> lines = hatched(outline, pattern);
    std::move(lines.begin(), lines.end(), std::back_inserter(scene_.ground));
    if (pattern.hatch == Hatch::none) return;
    for (const Box& text : texts) clear(text);
  }

  void print(Panel& panel) {
    const Pattern* pattern = pattern_of(panel.fill);
    if (pattern == nullptr) return;
    panel.fill.reset();
    if (!panel.stroke) panel.stroke = Stroke{theme_.line, theme_.spacing.hairline, Dash::solid};
  }

  /// The pattern of a shape, if it is large enough to show one.
  const Pattern* pattern_of(Colour fill, std::span<const Point> outline) const {
    const Pattern* pattern = outline.empty() ? nullptr : pattern_of(fill);
    if (pattern == nullptr || pattern->hatch == Hatch::none) return pattern;
    const Box bounds = bounds_of(outline);
    // What its colour would not show has the lines that it has room for.
    const bool is_seen_filled = contrast(fill, theme_.page) > least_seen;
    return std::min(bounds.width, bounds.height) < too_small && is_seen_filled ? nullptr : pattern;
  }

  void print(Area&& area) {
    const Pattern* pattern = pattern_of(area.fill, area.outline);
    if (pattern == nullptr) return scene_.ground.push_back(std::move(area));
    scene_.ground.push_back(Area{area.outline, theme_.page, {}});
    hatch(area.outline, *pattern, free_text_.in(bounds_of(area.outline)));
    const auto stroke = area.stroke ? area.stroke : pattern->outline;
    if (!stroke) return;
    std::vector<Point> path;
    for (std::size_t i = 0; i < area.outline.size(); ++i) {
      const Point from = area.outline[i], to = area.outline[(i + 1) % area.outline.size()];
      if (i == 0) path.push_back(from);
      path.insert(path.end(), {from, to, to});
    }
    scene_.ground.push_back(Curve{std::move(path), *stroke});
  }

  void print(CurvedArea&& area) {
    const Pattern* pattern = pattern_of(area.fill, area.outline);
    if (pattern == nullptr) return scene_.ground.push_back(std::move(area));
    scene_.ground.push_back(CurvedArea{area.outline, theme_.page});
    hatch(flattened(area.outline), *pattern, free_text_.in(bounds_of(area.outline)));
    if (pattern->outline) scene_.ground.push_back(Curve{std::move(area.outline), *pattern->outline});
  }

  void print(Curve&& curve) { scene_.ground.push_back(std::move(curve)); }

  void print(Card& card) {
    const Pattern* of_bar = pattern_of(card.accent);
    const Pattern* of_card = pattern_of(card.fill);
    if (of_bar == nullptr && of_card == nullptr) return;
    // A card covers the ground, and the pattern lies in the ground: so what is below it is covered there.
    scene_.ground.push_back(Area{corners_of(card.box), of_card == nullptr && card.fill ? *card.fill : theme_.page, {}});
    if (of_card != nullptr) {
      hatch(corners_of(card.box), *of_card, whole(text_boxes(typesetter_, card.lines, card.inside(), card.align)));
      if (of_card->outline && card.stroke.colour == card.fill) card.stroke = *of_card->outline;
    }
    if (of_bar != nullptr) print_bar(card, *of_bar);
    card.fill.reset();
  }

  void print_bar(Card& card, const Pattern& pattern) {
    const Box bar = card.bar();
    scene_.ground.push_back(Area{corners_of(bar), theme_.page, {}});
    hatch(corners_of(bar), pattern, {});
    if (pattern.outline) {
      const Point from{bar.right(), bar.top}, to{bar.right(), bar.bottom()};
      scene_.ground.push_back(Curve{{from, from, to, to}, *pattern.outline});
    }
    card.accent.reset();
    card.inset = accent_width;
  }

  void print(Marker& marker) {
    const Pattern* pattern = pattern_of(marker.fill);
    if (pattern == nullptr) return;
    marker.fill = theme_.page;
    if (pattern->outline) marker.stroke = *pattern->outline;
  }

  void print(Label&) {}

  Scene& scene_;
  const Theme& theme_;
  const Typesetter& typesetter_;
  FreeText free_text_;
};

}  // namespace

Scene with_patterns(Scene scene, const Theme& theme, const Typesetter& typesetter) {
  if (!theme.patterns.empty()) Printer(scene, theme, typesetter).print();
  return scene;
}

}  // namespace mot

// Names beside the marks of a story's curve.
#include <doctest/doctest.h>
#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <string>
#include <variant>
#include <vector>

#include "support/journeys.h"
#include "support/scene_finders.h"

using namespace mot;
using namespace mot::testing;

TEST_CASE("a name on the curve is nearest to its own mark, or a line leads there") {
  std::string touchpoints, path;
  for (int i = 0; i < 12; ++i) {
    constexpr const char* scores[] = {"3/9", "2.5/9", "4/9", "8/9", "3.5/9", "5/9", "2/8", "6/9"};
    touchpoints += fmt::format("{}lounge-window-{}={}", i > 0 ? " " : "", i, scores[i * 5 % 8]);
    path += fmt::format("{}lounge-window-{}", i > 0 ? " " : "", i);
  }
  const Scene slide = scene_from(touchpoints_from(touchpoints) + journey_from(path),
                                 {.width = 960, .layout = Layout::story, .height = 540, .is_slide = true});
  const auto away = [](const Point& mark, const Box& box) {
    return std::hypot(std::clamp(mark.x, box.left, box.right()) - mark.x, std::clamp(mark.y, box.top, box.bottom()) - mark.y);
  };
  const auto leads = [&](const Point& mark, const Box& box) {
    return std::ranges::any_of(slide.ground, [&](const auto& figure) {
      const auto* line = std::get_if<Curve>(&figure);
      return line && !line->points.empty() && away(line->points.front(), {mark.x - 24, mark.y - 24, 48, 48}) == 0 &&
             away(line->points.back(), box) < 3;
    });
  };
  int named = 0, led = 0;
  for (int i = 0; i < 12; ++i) {
    const Label* name = find_item<Label>(slide, fmt::format("name-lounge-window-{}", i));
    if (!name) continue;
    ++named;
    const Point own = find_item<Marker>(slide, fmt::format("marker-lounge-window-{}", i))->center;
    bool is_nearest = true;
    for (int k = 0; k < 12; ++k)
      is_nearest = is_nearest && (k == i || away(find_item<Marker>(slide, fmt::format("marker-lounge-window-{}", k))->center, name->box) >
                                                away(own, name->box));
    led += is_nearest ? 0 : 1;
    CAPTURE(i);
    CHECK((is_nearest || leads(own, name->box)));
  }
  CHECK(named > 5);
  CHECK(led > 0);
}

TEST_CASE("names on the curve of a slide keep apart, so that no two on a level read as one") {
  const Scene slide = scene_from(touchpoints_from("a=3/9 b=7.5/9 c=5/7 d=3/7 e=3/8 f=8.7/9 g=9.5/9") + journey_from("a b c d e f g"),
                                 {.width = 960, .layout = Layout::story, .height = 540, .is_slide = true});
  std::vector<Box> names;
  for (const Item& item : slide.items) {
    const auto* label = std::get_if<Label>(&item);
    if (label && label->identity.css_class == "on-curve") names.push_back(label->box);
  }
  CHECK(names.size() > 4);
  for (const Box& one : names) {
    for (const Box& other : names) {
      const bool is_on_a_level = &one != &other && one.top < other.bottom() - 1 && other.top < one.bottom() - 1;
      if (is_on_a_level) CHECK(std::max(one.left, other.left) - std::min(one.right(), other.right()) >= 4.99);
    }
  }
}

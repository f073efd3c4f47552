// What holds of the picture as it is drawn, whatever the scene meant: measured on the SVG itself, and on its ink.
#include <doctest/doctest.h>

#include <cmath>
#include <set>

#include "support/analysed_workspace.h"
#include "support/drawn_svg.h"
#include "support/scene_checks.h"
#include "support/workspaces.h"

using namespace mot;
using namespace mot::testing;

namespace {

/// Items of the scene as they lie in the SVG: the shape of a card or a marker, the text of a label.
struct DrawnItem {
  std::string id;
  Extent extent;
  const DrawnGroup* group = nullptr;
};

std::vector<DrawnItem> drawn_items(const Scene& scene, const DrawnSvg& svg, std::vector<std::string>& faults) {
  std::vector<DrawnItem> items;
  for (const PlacedItem& item : placed_items(scene)) {
    const auto found = svg.groups.find(scene.id + "-" + item.id);
    if (found == svg.groups.end()) {
      faults.push_back(item.id + " is not drawn");
      continue;
    }
    DrawnItem drawn{item.id, found->second.shape, &found->second};
    if (drawn.extent.is_empty())
      for (const auto& text : found->second.texts) drawn.extent.take(text.extent);
    items.push_back(drawn);
  }
  return items;
}

/// Texts that reach out of the shape they stand in, and things off the page.
void find_strays(const std::vector<DrawnItem>& items, const DrawnSvg& svg, std::vector<std::string>& faults) {
  Extent page;
  page.take(0, 0);
  page.take(svg.width, svg.height);
  constexpr double rounding = 0.6;
  for (const DrawnItem& item : items) {
    const bool has_shape = !item.group->shape.is_empty();
    for (const auto& text : item.group->texts) {
      if (has_shape && !text.extent.is_within(item.group->shape, rounding))
        faults.push_back(item.id + " does not hold '" + text.text + "'");
    }
  }
  for (const auto& [id, group] : svg.groups) {
    if (!group.shape.is_within(page, rounding)) faults.push_back("'" + id + "' leaves the page");
    for (const auto& text : group.texts)
      if (!text.extent.is_within(page, rounding)) faults.push_back("'" + text.text + "' leaves the page");
  }
}

void find_overlaps(std::vector<DrawnItem> items, std::vector<std::string>& faults) {
  std::stable_sort(items.begin(), items.end(), [](const auto& a, const auto& b) { return a.extent.top < b.extent.top; });
  constexpr double rounding = 0.1;
  for (std::size_t i = 0; i < items.size(); ++i) {
    for (std::size_t k = i + 1; k < items.size() && items[k].extent.top < items[i].extent.bottom; ++k)
      if (items[i].extent.meets(items[k].extent, rounding)) faults.push_back(items[i].id + " and " + items[k].id + " overlap");
  }
}

std::vector<std::string> faults_of_geometry(const Scene& scene, const std::string& svg) {
  std::vector<std::string> faults;
  const DrawnSvg drawn = measured(svg, typesetter());
  const std::vector<DrawnItem> items = drawn_items(scene, drawn, faults);
  find_strays(items, drawn, faults);
  find_overlaps(items, faults);
  return faults;
}

constexpr int around = 30;  // points of a page that should stay empty

/// Where letters may leave ink: the boxes of items, a little higher and lower for accents and for scripts that stack.
using Places = std::vector<std::vector<char>>;

Places places_for_text(const Scene& scene, int width, int height) {
  Places may(static_cast<std::size_t>(height), std::vector<char>(static_cast<std::size_t>(width)));
  for (const PlacedItem& item : placed_items(scene)) {
    const double beside = 2, above = item.is_card ? 0 : 3;
    const int left = std::max(0, static_cast<int>(item.box.left - beside) + around),
              top = std::max(0, static_cast<int>(item.box.top - above) + around);
    const int right = std::min(width - 1, static_cast<int>(std::ceil(item.box.right() + beside)) + around);
    const int bottom = std::min(height - 1, static_cast<int>(std::ceil(item.box.bottom() + above)) + around);
    for (int y = top; y <= bottom; ++y)
      for (int x = left; x <= right; ++x) may[static_cast<std::size_t>(y)][static_cast<std::size_t>(x)] = 1;
  }
  return may;
}

/// How many pixels there are where none should be, and the first of them.
template <class MayBe>
std::vector<std::string> misplaced(const Ink& ink, std::string_view what, const MayBe& may_be) {
  if (!ink.is_drawn()) return {"rsvg-convert drew nothing"};
  int count = 0;
  std::string where;
  for (int y = 0; y < ink.height(); ++y) {
    for (int x = 0; x < ink.width(); ++x) {
      if (ink.is_at(x, y) && !may_be(x, y) && ++count == 1) where = fmt::format("{},{}", x - around, y - around);
    }
  }
  return count == 0 ? std::vector<std::string>{} : std::vector{fmt::format("{} pixels {}, the first at {}", count, what, where)};
}

std::vector<std::string> ink_beyond_page(const Scene& scene, const std::string& svg) {
  return misplaced(Ink(with_room_around(svg, scene.width, scene.height, around)), "beyond the page", [&](int x, int y) {
    return x >= around - 1 && y >= around - 1 && x <= around + std::ceil(scene.width) && y <= around + std::ceil(scene.height);
  });
}

std::vector<std::string> letters_beyond_boxes(const Scene& scene, const std::string& svg) {
  const Ink letters(with_room_around(without(svg, {"<polygon", "<path", "<ellipse"}), scene.width, scene.height, around));
  const auto may = letters.is_drawn() ? places_for_text(scene, letters.width(), letters.height()) : Places{};
  return misplaced(letters, "of letters beyond their boxes",
                   [&](int x, int y) { return may[static_cast<std::size_t>(y)][static_cast<std::size_t>(x)] != 0; });
}

bool is_large(std::string_view what) {
  return what == "three hundred";
}

/// To render takes its time; the others are measured alone.
bool is_not_rendered(std::string_view what) {
  return what != "every script" && what != "markup for names" && what != "a scale to a million";
}

template <class Check>
void for_each_picture(const Theme& theme, bool (*is_left_out)(std::string_view what), const Check& check) {
  for (const auto& [what, yaml] : hard_cases()) {
    if (is_left_out(what)) continue;
    const Figured figured(yaml);
    for (const PictureView& view : picture_views()) {
      if (!figured.can_be_drawn_by(view)) continue;
      INFO(view.name, " of ", what);
      const Scene scene = figured.drawn_by(view, {}, theme);
      for (const std::string& fault : check(scene, drawn(scene, "svg"))) FAIL_CHECK(fault);
    }
  }
}

}  // namespace

TEST_CASE("measured on the SVG, no text leaves its box, no two items overlap and nothing leaves the page") {
  for_each_picture(
      light_theme(), [](std::string_view) { return false; }, faults_of_geometry);
}

TEST_CASE("the same holds where fills are patterns") {
  for (const NamedTheme& named : themes())
    if (!named.theme.patterns.empty()) for_each_picture(named.theme, is_large, faults_of_geometry);
}

TEST_CASE("rendered, no letter has ink beyond its box") {
  REQUIRE(is_installed("rsvg-convert"));
  for_each_picture(light_theme(), is_not_rendered, letters_beyond_boxes);
}

TEST_CASE("rendered, nothing has ink beyond the page") {
  for_each_picture(
      light_theme(), [](std::string_view what) { return what != "every script"; }, ink_beyond_page);
}

TEST_CASE("what is measured would be found") {
  Scene scene = small_scene();
  const auto with_faults = [&](const Scene& faulty) {
    const std::string svg = drawn(faulty, "svg");
    return fmt::format("{}; {}; {}", fmt::join(faults_of_geometry(faulty, svg), ", "), fmt::join(letters_beyond_boxes(faulty, svg), ", "),
                       fmt::join(ink_beyond_page(faulty, svg), ", "));
  };
  CHECK(with_faults(scene) == "; ; ");
  Scene faulty = scene;
  std::get<Card>(faulty.items[0]).lines[1] = line_of("One call that is far too long for this card, and more");
  CHECK(holds(with_faults(faulty), "card does not hold 'One call"));
  CHECK(holds(with_faults(faulty), "pixels of letters beyond their boxes"));
  faulty = scene;
  std::get<Label>(faulty.items[2]).box.left = 290;
  CHECK(holds(with_faults(faulty), "'right' leaves the page"));
  CHECK(holds(with_faults(faulty), "pixels beyond the page"));
  faulty = scene;
  std::get<Label>(faulty.items[2]).box = {60, 30, 60, 20};
  CHECK(holds(with_faults(faulty), "card and label overlap"));
}

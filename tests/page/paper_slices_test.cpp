#include "mot/page/paper_slices.h"

#include <doctest/doctest.h>

#include <algorithm>

using namespace mot;

namespace {

/// Rows of cards, a hundred points high, with letters of so many points.
Scene rows_of_cards(double width, double height, double letters) {
  Scene scene;
  scene.width = width;
  scene.height = height;
  for (double top = 0; top + 100 <= height; top += 110) {
    Card card;
    card.box = {10, top, width - 20, 100};
    card.lines = {{{{"text", {letters}, {}}}, letters}};
    scene.items.emplace_back(card);
  }
  return scene;
}

}  // namespace

TEST_CASE("a picture goes over as few sheets as its letters allow, all of it once, and no line is cut") {
  const struct {
    double width, height, letters;
    std::size_t sheets;
    bool is_upright;
    double least;  ///< letters, in points
  } cases[] = {
      {700, 400, 8, 1, false, 7}, {1250, 400, 8, 1, false, 4.9}, {1250, 1000, 8, 2, false, 4.9},
      {500, 1600, 8, 3, true, 7}, {1250, 800, 20, 1, false, 7},
  };
  for (const auto& [width, height, letters, sheets, is_upright, least] : cases) {
    CAPTURE(width);
    CAPTURE(height);
    const PaperSlices slices = paper_slices(rows_of_cards(width, height, letters));
    CHECK(slices.sheets.size() == sheets);
    CHECK(slices.is_upright == is_upright);
    CHECK(slices.scale * letters >= least);
    double area = 0;
    for (const Box& box : slices.sheets) {
      area += box.width * box.height;
      CHECK(box.width == width);
      CHECK(box.width * slices.scale <= (is_upright ? 528 : 774));
      CHECK(box.height * slices.scale <= (is_upright ? 770 : 527));
    }
    CHECK(area == doctest::Approx(width * height));
  }
}

TEST_CASE("a picture that is read as a whole stays on one sheet") {
  const PaperSlices slices = paper_slices(rows_of_cards(1250, 1000, 8), Cutting::never);
  REQUIRE(slices.sheets.size() == 1);
  CHECK(slices.sheets[0].width * slices.scale <= 774);
  CHECK(slices.sheets[0].height * slices.scale <= 770);
}

TEST_CASE("a picture is cut between its rows") {
  const Scene scene = rows_of_cards(1250, 1000, 8);
  const PaperSlices slices = paper_slices(scene);
  REQUIRE(slices.sheets.size() == 2);
  const double cut = slices.sheets[0].bottom();
  CHECK(std::ranges::none_of(scene.items, [&](const Item& item) {
    const Box& box = std::get<Card>(item).box;
    return box.top < cut && cut < box.bottom();
  }));
}

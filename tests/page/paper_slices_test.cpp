#include "mot/page/paper_slices.h"

#include <doctest/doctest.h>

#include <algorithm>

using namespace mot;

namespace {

/// Cards of a hundred points in a row, with letters of so many points.
Scene row_of_cards(double width, double height, double letters) {
  Scene scene;
  scene.width = width;
  scene.height = height;
  for (double left = 0; left + 100 <= width; left += 110) {
    Card card;
    card.box = {left, 10, 100, height - 20};
    card.lines = {{{{"text", {letters}, {}}}, letters}};
    scene.items.emplace_back(card);
  }
  return scene;
}

}  // namespace

TEST_CASE("a picture goes over as few sheets as its letters allow, all of it once") {
  const struct {
    double width, height, letters;
    std::size_t sheets;
    bool is_upright;
  } cases[] = {
      {700, 400, 8, 1, false}, {1250, 400, 8, 2, false},  {1250, 1000, 8, 4, false},
      {500, 1600, 8, 2, true}, {1250, 800, 20, 1, false}, {1250, 2800, 10, 6, true},
  };
  for (const auto& [width, height, letters, sheets, is_upright] : cases) {
    CAPTURE(width);
    CAPTURE(height);
    const PaperSlices slices = paper_slices(row_of_cards(width, height, letters));
    CHECK(slices.sheets.size() == sheets);
    CHECK(slices.is_upright == is_upright);
    CHECK(slices.scale * letters >= least_letters_on_paper - 1e-9);
    double area = 0;
    for (const Box& box : slices.sheets) {
      area += box.width * box.height;
      CHECK(box.width * slices.scale <= (is_upright ? 528 : 774));
      CHECK(box.height * slices.scale <= (is_upright ? 770 : 527));
    }
    CHECK(area == doctest::Approx(width * height));
  }
}

TEST_CASE("a picture is cut between its cards") {
  const Scene scene = row_of_cards(1250, 400, 8);
  const PaperSlices slices = paper_slices(scene);
  REQUIRE(slices.sheets.size() == 2);
  const double cut = slices.sheets[0].right();
  CHECK(std::ranges::none_of(scene.items, [&](const Item& item) {
    const Box& box = std::get<Card>(item).box;
    return box.left < cut && cut < box.right();
  }));
}

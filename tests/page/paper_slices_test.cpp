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
    const char* what;
    double width, height, letters;
    std::size_t sheets;
    bool is_upright;
    double least;  ///< letters, in points
  } cases[] = {
      {"what has few words stays whole, and small", 700, 400, 8, 1, false, 7},
      {"what is wide lies across", 1250, 400, 8, 1, false, 4.9},
      {"what is hardly smaller upright stands", 1250, 1000, 8, 1, true, 3.3},
      {"what would be too small is cut", 1250, 3000, 8, 4, false, 4.2},
      {"and stands where its letters can be read so", 1250, 3000, 12, 2, true, 4.2},
      {"letters need be no larger than is read", 500, 4000, 12, 3, true, 6},
      {"one sheet less where that is hardly smaller", 1250, 2200, 10, 2, true, 4.2},
      {"a long tale", 1250, 30000, 8, 39, false, 4.7},
  };
  for (const auto& [what, width, height, letters, sheets, is_upright, least] : cases) {
    CAPTURE(std::string(what));
    const PaperSlices slices = paper_slices(rows_of_cards(width, height, letters));
    CHECK(sheets_of(slices) == sheets);
    CHECK(slices.is_upright == is_upright);
    CHECK(slices.scale * letters >= least);
    double top = 0;
    for (const Box& band : slices.bands) {
      CHECK(band.top == top);
      top = band.bottom();
      CHECK(band.width == width);
      CHECK(band.width * slices.scale <= (is_upright ? 528 : 774));
      CHECK(band.height * slices.scale <= (is_upright ? 717 : 527));
    }
    CHECK(top == doctest::Approx(height));
  }
}

TEST_CASE("a picture that is read as a whole stays on one sheet") {
  const PaperSlices slices = paper_slices(rows_of_cards(1250, 1000, 8), Cutting::never);
  REQUIRE(slices.bands.size() == 1);
  CHECK(slices.bands[0].width * slices.scale <= 774);
  CHECK(slices.bands[0].height * slices.scale <= 717);
}

TEST_CASE("a picture is cut between its rows") {
  const Scene scene = rows_of_cards(1250, 3000, 8);
  const PaperSlices slices = paper_slices(scene);
  REQUIRE(slices.bands.size() > 4);
  for (const Box& band : slices.bands) {
    const double cut = band.bottom();
    CHECK(std::ranges::none_of(scene.items, [&](const Item& item) {
      const Box& box = std::get<Card>(item).box;
      return box.top < cut && cut < box.bottom();
    }));
  }
}

TEST_CASE("what is higher than a sheet is cut where the sheet ends") {
  Scene scene = rows_of_cards(1250, 200, 8);
  scene.height = 4000;
  Card card;
  card.box = {10, 150, 1230, 3800};
  card.lines = {{{{"text", {8}, {}}}, 8}};
  scene.items.emplace_back(card);
  const PaperSlices slices = paper_slices(scene);
  for (const Box& band : slices.bands) CHECK(band.height * slices.scale <= (slices.is_upright ? 717 : 527));
  CHECK(slices.bands.back().bottom() == 4000);
}

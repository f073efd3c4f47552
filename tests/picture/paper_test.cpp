// Pictures on paper: how large, on how many sheets, and that the sheets together show all of it.
#include "mot/picture/paper.h"

#include <doctest/doctest.h>

#include <cmath>

#include "support/analysed_workspace.h"
#include "support/pictures.h"
#include "support/scene_checks.h"
#include "support/workspaces.h"

using namespace mot;
using namespace mot::testing;

namespace {

constexpr double millimetre = 72 / 25.4;

const Paper& paper(std::string_view name) {
  for (const Paper& known : papers())
    if (known.name == name) return known;
  return papers().front();
}

/// A picture of this size whose only text has letters of ten points.
Scene picture(double width, double height) {
  Scene scene = empty_scene(width, height);
  scene.items = {label_of("text", {0, 0, 100, 12.5}, {line_of("ten points")})};
  return scene;
}

std::string text_of(const std::optional<Imposition>& imposition) {
  if (!imposition) return "none";
  return fmt::format("{} by {} {} at {:.2f}", imposition->across, imposition->down,
                     imposition->width > imposition->height ? "lying" : "upright", imposition->scale);
}

const NamedTheme& first_theme() {
  return themes().front();
}

std::vector<Page> pages(const Scene& scene, const Imposition& imposition) {
  return pages_of(scene, imposition, {"Shop", "2026-11-25"}, first_theme().theme, typesetter());
}

std::string foot_of(const Page& page, std::string_view id) {
  for (const Item& item : page.frame.items) {
    const auto* label = std::get_if<Label>(&item);
    if (label != nullptr && label->identity.id == id) return label->lines.front().runs.front().text;
  }
  return "";
}

}  // namespace

TEST_CASE("paper is as large as ISO 216 and ANSI say") {
  CHECK(paper("a4").width == doctest::Approx(210 * millimetre));
  CHECK(paper("a1").height == doctest::Approx(841 * millimetre));
  CHECK(paper("letter").width == doctest::Approx(612));
  CHECK(paper("letter").height == doctest::Approx(792));
  for (const Paper& known : papers()) CHECK(known.width < known.height);
}

TEST_CASE("a picture goes onto as few sheets as keep its letters readable, as large as they allow") {
  // The window of an a4 sheet: 190 by 277 millimetres less the foot of 22 points, 538.58 by 763.2 points.
  const struct {
    double width, height;
    const char* paper;
    Orientation orientation;
    std::size_t sheets_across;
    const char* expected;
  } cases[] = {
      {500, 700, "a4", Orientation::automatic, 0, "1 by 1 upright at 1.08"},
      {700, 500, "a4", Orientation::automatic, 0, "1 by 1 lying at 1.03"},
      {100, 100, "a1", Orientation::automatic, 0, "1 by 1 upright at 16.27"},
      {890, 1200, "a4", Orientation::portrait, 0, "1 by 1 upright at 0.61"},
      {900, 1200, "a4", Orientation::portrait, 0, "2 by 1 upright at 0.64"},  // 10 points would be 5.98
      {900, 1200, "a4", Orientation::automatic, 0, "1 by 2 lying at 0.84"},
      {5000, 500, "a4", Orientation::landscape, 0, "4 by 1 lying at 0.61"},
      {5000, 500, "a3", Orientation::automatic, 0, "3 by 1 lying at 0.67"},
      {5000, 500, "a4", Orientation::portrait, 1, "1 by 1 upright at 0.11"},
      {5000, 500, "a4", Orientation::portrait, 10, "10 by 1 upright at 1.03"},
      {500, 5000, "a4", Orientation::portrait, 2, "2 by 15 upright at 2.10"},
      {500, 5000, "a4", Orientation::landscape, 100, "none"},
      {1e6, 1e6, "a4", Orientation::automatic, 0, "none"},
  };
  for (const auto& [width, height, size, orientation, sheets_across, expected] : cases) {
    CAPTURE(width);
    CAPTURE(height);
    CAPTURE(size);
    CHECK(text_of(imposition_of(picture(width, height), {paper(size), orientation, sheets_across})) == expected);
  }
}

TEST_CASE("a picture without letters goes onto one sheet") {
  CHECK(imposition_of(empty_scene(90'000, 90'000), {paper("a4")})->sheets() == 1);
}

TEST_CASE("the windows of all sheets show every point of the picture, and go on into their neighbours") {
  for (const auto& [width, height] :
       {std::pair{3000.0, 400.0}, std::pair{400.0, 3000.0}, std::pair{2500.0, 2600.0}, std::pair{300.0, 300.0}}) {
    const Scene scene = picture(width, height);
    const Imposition imposition = *imposition_of(scene, {paper("a4")});
    const auto all = pages(scene, imposition);
    REQUIRE(all.size() == imposition.sheets());
    for (double x = 0; x <= width; x += width / 97) {
      for (double y = 0; y <= height; y += height / 89) {
        const bool is_shown = std::any_of(all.begin(), all.end(), [&](const Page& page) {
          const double right = page.from.x + page.window.width / page.scale, bottom = page.from.y + page.window.height / page.scale;
          return x >= page.from.x - 0.01 && x <= right + 0.01 && y >= page.from.y - 0.01 && y <= bottom + 0.01;
        });
        if (!is_shown) FAIL_CHECK("nobody shows " << x << "," << y);
      }
    }
    for (std::size_t i = 0; i + 1 < imposition.across; ++i) {
      const double shared = all[i].from.x + all[i].window.width / all[i].scale - all[i + 1].from.x;
      CHECK(shared * all[i].scale == doctest::Approx(10 * millimetre));
    }
  }
}

TEST_CASE("a picture of rows goes on where one ends, so that no page has to be glued") {
  // Seven rows of 300 points with 20 between them; a page of a4 holds 763.2 / 0.6 = 1272 points of it with letters of 6 points.
  Scene scene = picture(500, 7 * 320);
  scene.items.clear();
  for (int row = 0; row < 7; ++row) {
    const std::string number = std::to_string(row);
    scene.items.push_back(label_of("row" + number, {10, row * 320.0, 400, 300}, {line_of("row " + number)}));
  }
  const Imposition imposition = *imposition_of(scene, {paper("a4"), Orientation::portrait});
  CHECK_FALSE(imposition.is_glued());
  REQUIRE(imposition.strips.size() == 2);
  CHECK(imposition.strips[0].bottom == doctest::Approx(4 * 320 - 10));
  CHECK(imposition.strips[1].bottom == doctest::Approx(7 * 320));
  const auto all = pages(scene, imposition);
  REQUIRE(all.size() == 2);
  for (std::size_t i = 0; i < all.size(); ++i) {
    CHECK(all[i].from.y == imposition.strips[i].top);
    CHECK(all[i].window.height <= 763.3);
    CHECK(all[i].frame.ground.empty());
    CHECK(foot_of(all[i], "instruction") == "");
    CHECK(foot_of(all[i], "page-number") == fmt::format("page {} of 2", i + 1));
  }
  // One thing that stands beside all rows leaves nothing but scissors.
  scene.items.push_back(label_of("beside", {450, 0, 40, 7 * 320}, {line_of("beside")}));
  CHECK(imposition_of(scene, {paper("a4"), Orientation::portrait})->is_glued());
}

TEST_CASE("sheets that are glued are cut between cards, show all of the picture, and go on a little into the next") {
  Scene scene = empty_scene(2500, 2600);
  for (int row = 0; row < 26; ++row) {
    for (int column = 0; column < 20; ++column)
      scene.items.push_back(
          label_of(fmt::format("card-{}-{}", row, column), {column * 125.0 + 5, row * 100.0 + 5, 112, 88}, {line_of("ten points")}));
  }
  scene.items.push_back(label_of("bar", {0, 0, 2500, 4}, {line_of("ten points")}));  // is cut wherever the cards are not
  for (const std::size_t across : {0u, 2u, 4u}) {
    INFO(across);
    const auto imposition = imposition_of(scene, {paper("a4"), Orientation::portrait, across});
    REQUIRE(imposition);
    REQUIRE(imposition->is_glued());
    CHECK((across == 0 || imposition->across == across));
    const double overlap = 10 * millimetre / imposition->scale;
    const Box window = window_on(imposition->width, imposition->height);
    const struct {
      const std::vector<double>& begins;
      double shown, whole, pitch, first, length;
    } sides[] = {{imposition->lefts, window.width / imposition->scale, 2500, 125, 5, 112},
                 {imposition->tops, window.height / imposition->scale, 2600, 100, 5, 88}};
    for (const auto& [begins, shown, whole, pitch, first, length] : sides) {
      CHECK(begins.front() == 0);
      CHECK(begins.back() + shown >= whole - 1e-6);
      for (std::size_t i = 1; i < begins.size(); ++i) {
        CHECK(begins[i - 1] + shown >= begins[i] + overlap - 1e-6);
        const double in_pitch = std::fmod(begins[i] - first + pitch, pitch);
        CHECK((in_pitch >= length || in_pitch == 0));
      }
    }
  }
}

TEST_CASE("every page says what it is of, from when, and which of how many") {
  const Scene scene = picture(2500, 2600);
  const Imposition imposition = *imposition_of(scene, {paper("a4"), Orientation::portrait});
  const auto all = pages(scene, imposition);
  CHECK(imposition.across == 3);
  CHECK(imposition.down == 3);
  CHECK(foot_of(all[0], "foot") == "Shop · A <small> picture · 2026-11-25");
  CHECK(foot_of(all[0], "page-number") == "page 1 of 9: row 1, column 1");
  CHECK(foot_of(all[5], "page-number") == "page 6 of 9: row 2, column 3");
  CHECK(foot_of(all[5], "instruction") == "cut along the solid marks, glue onto the dashed ones");
  Scene named_alike = scene;
  named_alike.title = "SHOP: service blueprint";
  CHECK(foot_of(pages(named_alike, imposition)[0], "foot") == "SHOP: service blueprint · 2026-11-25");
  const auto one = pages(picture(500, 500), *imposition_of(picture(500, 500), {paper("a4")}));
  CHECK(foot_of(one[0], "page-number") == "page 1 of 1");
  CHECK(foot_of(one[0], "instruction") == "");
  CHECK(one[0].frame.ground.empty());
}

TEST_CASE("on every page of every size nothing of the frame overlaps, leaves the sheet or reaches into the picture") {
  Scene scene = picture(2500, 2600);
  scene.title = std::string(300, 'W');
  for (const Paper& known : papers()) {
    for (const std::size_t across : {0u, 1u, 3u}) {
      const auto imposition = imposition_of(scene, {known, Orientation::automatic, across});
      REQUIRE(imposition);
      for (const Page& page : pages(scene, *imposition)) {
        INFO(known.name, " ", page.frame.id);
        for (const std::string& fault : faults(page.frame, typesetter())) FAIL_CHECK(fault);
        const Box& window = page.window;
        for (const PlacedItem& item : placed_items(page.frame)) CHECK((item.box.bottom() <= window.top || item.box.top >= window.bottom()));
        for (const Ground& mark : page.frame.ground) {
          for (const Point& point : mot::testing::points_of(mark)) {
            const bool is_inside = point.x > window.left && point.x < window.right() && point.y > window.top && point.y < window.bottom();
            CHECK_FALSE(is_inside);
            for (const PlacedItem& item : placed_items(page.frame)) {
              const Box& box = item.box;
              CHECK_FALSE((point.x > box.left && point.x < box.right() && point.y > box.top && point.y < box.bottom()));
            }
          }
        }
      }
    }
  }
}

TEST_CASE("a journey is wrapped so that it takes the fewest sheets") {
  const Figured figured(yaml_of(Crowd{.touchpoints = 20, .departments = 3, .journeys = 1}));
  const PictureView& view = picture_views().front();
  const auto draw = [&](double width) { return figured.drawn_by(view, {.width = width, .layout = Layout::lanes}); };
  for (const char* size : {"a4", "a3", "a1"}) {
    const Printing printing{paper(size)};
    const Imposed imposed = fitted(draw, printing);
    REQUIRE(imposed.imposition);
    const Imposition as_it_comes = *imposition_of(draw(0), printing);
    CHECK(imposed.imposition->sheets() <= as_it_comes.sheets() + (as_it_comes.is_glued() ? 1 : 0));
    CHECK(smallest_letters_of(imposed.scene) * imposed.imposition->scale >= least_readable - 1e-6);
  }
  // Of a sheet where it would be several.
  CHECK(fitted(draw, {paper("a3")}).imposition->sheets() < imposition_of(draw(0), {paper("a4")})->sheets());
  const Figured long_one(yaml_of(Crowd{.touchpoints = 40, .departments = 3, .journeys = 1}));
  const auto draw_long = [&](double width) { return long_one.drawn_by(view, {.width = width, .layout = Layout::lanes}); };
  CHECK(fitted(draw_long, {paper("a4")}).imposition->sheets() < imposition_of(draw_long(0), {paper("a4")})->sheets());
}

TEST_CASE("a PDF on paper has pages of that size, with their feet, the text of the picture, its fonts and links") {
  if (!is_installed("pdfinfo") || !is_installed("pdftotext") || !is_installed("pdffonts")) return;
  Scene scene = picture(1500, 500);
  scene.items.push_back(label_of("far", {1400, 400, 90, 12.5}, {line_of("far away")}));
  std::get<Label>(scene.items[1]).identity.url = "https://example.org/?a=1&b=2";
  const Imposition imposition = *imposition_of(scene, {paper("a4"), Orientation::portrait});
  REQUIRE(imposition.across == 2);
  const auto all = pages(scene, imposition);
  DrawOptions options;
  options.pages = all;
  const std::string pdf = drawn(scene, "pdf", options);
  CHECK(pdf == drawn(scene, "pdf", options));
  Folder folder;
  folder.with("a.pdf", pdf);
  const std::string file = "'" + (folder / "a.pdf").string() + "'";
  const std::string said = said_by("pdfinfo " + file + " && cat", "");
  CHECK(holds(said, "Pages:           2"));
  CHECK(holds(said, "595.276 x 841.89 pts (A4)"));
  CHECK(holds(said, "Title:           A <small> picture"));
  const std::string first = said_by("pdftotext -l 1 " + file + " - && cat", ""),
                    second = said_by("pdftotext -f 2 " + file + " - && cat", "");
  CHECK(holds(first, "ten points"));
  CHECK_FALSE(holds(first, "far away"));
  CHECK(holds(first, "page 1 of 2"));
  CHECK(holds(second, "far away"));
  CHECK_FALSE(holds(second, "ten points"));
  CHECK(holds(second, "page 2 of 2"));
  const std::string fonts = said_by("pdffonts " + file + " && cat", "");
  CHECK(holds(fonts, "OpenSans"));
  CHECK_FALSE(holds(fonts, " no "));  // all embedded, subsets, with Unicode
  CHECK(holds(pdf, "/URI (https://example.org/?a=1&b=2)"));
}

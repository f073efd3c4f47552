// Pictures of the page in light and in dark, and from one page to the next.
#include <doctest/doctest.h>
#include <fmt/format.h>

#include <algorithm>

#include "mot/page/drawn_pictures.h"
#include "mot/page/palette.h"
#include "mot/page/picture_styles.h"
#include "page/pages.h"
#include "support/program.h"

using namespace mot;
using mot::testing::contains;
using mot::testing::input_of;
using mot::testing::Reviewed;
using mot::testing::skyline;
using mot::testing::values_of;
using mot::testing::without_programs;

namespace {

/// A card, a marker and a line in the colours of a theme, as a view would draw them.
Scene small_scene(const Theme& theme) {
  Scene scene;
  scene.id = "s";
  scene.page = theme.page;
  scene.panels.push_back({{"lane", "", "", ""}, {0, 0, 100, 50}, theme.panel, Stroke{theme.line}});
  scene.ground.emplace_back(Curve{{{0, 0}, {1, 1}, {2, 2}, {3, 3}}, {theme.accent}});
  Card card;
  card.identity.id = "card";
  card.fill = theme.card;
  card.stroke.colour = theme.line;
  card.accent = theme.tone_of(GapClass::red).colour;
  card.lines = {{{{"text", {}, theme.ink}}, 12}};
  Marker marker;
  marker.fill = theme.page;
  marker.stroke.colour = theme.ink;
  scene.items = {card, marker};
  return scene;
}

}  // namespace

TEST_CASE("a scene in two themes is one scene whose colours are numbers of pairs") {
  const Theme &light = theme_named("light"), &dark = theme_named("dark");
  const NumberedScene both = numbered(small_scene(light), small_scene(dark));
  CHECK(both.pairs[0] == ColourPair{light.page, dark.page});
  // White is the page and a card in light, and two colours in dark.
  CHECK(light.page == light.card);
  const auto& card = std::get<Card>(both.scene.items[0]);
  CHECK(both.pairs.at(card.fill->rgb) == ColourPair{light.card, dark.card});
  CHECK(both.pairs.at(card.lines[0].runs[0].colour.rgb) == ColourPair{light.ink, dark.ink});
  CHECK(both.pairs.at(card.stroke.colour.rgb) == ColourPair{light.line, dark.line});
  CHECK(std::get<Marker>(both.scene.items[1]).fill.rgb == 0);
  CHECK(both == numbered(small_scene(light), small_scene(dark)));
  // One that differs in more than colours keeps the light ones.
  Scene other = small_scene(dark);
  other.items.pop_back();
  const NumberedScene alone = numbered(small_scene(light), other);
  CHECK(alone.pairs[0] == ColourPair{light.page, light.page});
}

TEST_CASE("a picture's colours have names that light and dark know") {
  PicturePalette palette;
  const std::vector<ColourPair> pairs = {{{0xffffff}, {0x000000}}, {{0x112233}, {0x445566}}};
  CHECK(palette.with_named_colours("<path fill=\"#000001\" stroke=\"#000000\"/>", pairs) ==
        "<path fill=\"var(--c0)\" stroke=\"var(--c1)\"/>");
  CHECK(palette.with_named_colours("<path fill=\"#000000\" stroke=\"none\"/>", {{{0xffffff}, {0x222222}}}) ==
        "<path fill=\"var(--c2)\" stroke=\"none\"/>");
  const std::string no_colours = "<a xlink:href=\"#000000\"><text fill=\"#00000g\" stroke=\"#000002\">fill=&quot;#000000&quot;</text></a>";
  CHECK(palette.with_named_colours(no_colours, pairs) == no_colours);
  CHECK(contains(palette.css(), ":root{color-scheme:light;--c0:#112233;--c1:#ffffff;--c2:#ffffff;}"));
  CHECK(contains(palette.css(), "--c0:#445566;--c1:#000000;--c2:#222222;"));
  CHECK(contains(palette_css(), "--ink:" + hex(light_theme().ink)));
}

TEST_CASE("every picture of the page is drawn in the colours of light and of dark") {
  const std::string page = without_programs(report_html(input_of(skyline())));
  for (const char* attribute : {"fill", "stroke"}) {
    for (const std::string& value : values_of(page, attribute)) CHECK_FALSE(value.starts_with("#"));
  }
  PictureStyles styles;
  DrawnPictures drawn;
  journeys_content(input_of(skyline()), {drawn, styles});
  CHECK_FALSE(contains(styles.css(), "fill:#"));
}

TEST_CASE("a journey is shown as a story and in lanes, once each") {
  const auto ids = values_of(report_html(input_of(skyline())), "data-view");
  for (const char* view : {"story", "lanes", "blueprint", "cycle", "priorities", "matrix", "handovers", "portfolio", "pyramid", "plan"}) {
    CAPTURE(view);
    CHECK(std::ranges::count(ids, view) >= 2);  // the button and what it shows
  }
}

TEST_CASE("pictures that have not changed are not drawn again, and the page has the same bytes") {
  DrawnPictures drawn;
  int count = 0;
  int dark_scenes = 0;
  const Theme &light = theme_named("light"), &dark = theme_named("dark");
  const MakePicture make{[&] { return ++dark_scenes, small_scene(dark); },
                         [&](const Scene& scene) { return std::to_string(++count) + scene.id; }};
  CHECK(drawn.last("a") == nullptr);
  CHECK(drawn.drawn("a", small_scene(light), make).svg == "1s");
  CHECK(drawn.drawn("a", small_scene(light), make).svg == "1s");
  CHECK(dark_scenes == 1);
  CHECK(drawn.drawn("a", small_scene(dark), make).svg == "2s");
  CHECK(drawn.last("a")->svg == "2s");
  drawn.set_look("blue");
  CHECK(drawn.last("a") == nullptr);

  ReportInput input = input_of(skyline());
  const std::string page = report_html(input);
  DrawnPictures kept;
  input.drawn = &kept;
  CHECK(report_html(input) == page);
  CHECK(report_html(input) == page);
  input.redrawn = Redrawn::seen_first;
  CHECK(report_html(input) == page);
}

TEST_CASE("of a page that is made in haste only the first picture of a journey that changed is new") {
  const auto yaml = [](const char* name, const char* pain) {
    return fmt::format(
        "mot: 1\ntouchpoints: [{{ id: a, name: {}, desired: 9, actual: 3, channel: {} }}, {{ id: b, name: B, desired: 9, actual: 4 }}]\n"
        "journeys: [{{ id: j, name: J, stages: [{{ name: S, touchpoints: [a] }}] }}, {{ id: k, name: K, stages: [{{ name: T, touchpoints: "
        "[b] }}] }}]\n",
        name, pain);
  };
  DrawnPictures kept;
  const auto pictures = [&](const Reviewed& reviewed, Redrawn redrawn) {
    PictureStyles styles;
    ReportInput input = input_of(reviewed);
    input.redrawn = redrawn;
    return journeys_content(input, {kept, styles});
  };
  const auto shows = [](const Json& journeys, std::size_t journey, std::size_t picture, const char* text) {
    return contains(journeys[journey]["pictures"][picture]["svg"].get<std::string>(), text);
  };
  pictures(Reviewed(yaml("Before", "phone")), Redrawn::all);
  const Reviewed after(yaml("After", "phone"));
  const Json hasty = pictures(after, Redrawn::seen_first);
  CHECK(shows(hasty, 0, 0, "After"));
  CHECK(shows(hasty, 0, 1, "Before"));
  CHECK(shows(pictures(after, Redrawn::all), 0, 1, "After"));
  // What no list of the page says of a moment counts too.
  CHECK(shows(pictures(Reviewed(yaml("After", "counter")), Redrawn::seen_first), 0, 0, "counter"));
}

// Legends against their pictures, as both came out: what a row shows occurs above it, and what is drawn has its row.
#include <doctest/doctest.h>

#include <algorithm>
#include <set>

#include "mot/picture/mixed_colours.h"
#include "mot/picture/signs.h"
#include "mot/review/review.h"
#include "support/analysed_workspace.h"
#include "support/scene_checks.h"
#include "support/scene_finders.h"
#include "support/view_options.h"

using namespace mot;
using namespace mot::testing;

namespace {

bool is_legend(const Identity& identity) {
  return identity.css_class == "legend";
}

/// Everything that can be compared of what is drawn, wherever it is.
struct Marks {
  std::vector<Stroke> lines;    ///< curves, connectors, edges of areas
  std::vector<Stroke> borders;  ///< of markers and cards
  std::vector<Colour> fills;
  std::vector<std::string> texts;

  void add(const Ground& ground) {
    if (const auto* curve = std::get_if<Curve>(&ground)) lines.push_back(curve->stroke);
    if (const auto* area = std::get_if<CurvedArea>(&ground)) fills.push_back(area->fill);
    if (const auto* area = std::get_if<Area>(&ground)) {
      fills.push_back(area->fill);
      if (area->stroke) borders.push_back(*area->stroke);
    }
  }
  void add(const std::vector<Line>& written) {
    for (const Line& line : written) {
      for (const Run& run : line.runs) texts.push_back(run.text);
    }
  }
  void add(const Item& item) {
    if (const auto* label = std::get_if<Label>(&item)) return add(label->lines);
    if (const auto* card = std::get_if<Card>(&item)) {
      add(card->lines);
      borders.push_back(card->stroke);
      if (card->fill) fills.push_back(*card->fill);
      if (card->accent) fills.push_back(*card->accent);
      return;
    }
    const Marker& marker = std::get<Marker>(item);
    borders.push_back(marker.stroke);
    fills.push_back(marker.fill);
  }
};

/// A row of a legend: its words, where it begins and ends, and its sign.
struct Explained {
  std::string words;
  double begin = 0;
  double end = 0;
  double middle = 0;
  Marks sign;
};

struct Read {
  std::vector<Explained> legend;
  Marks picture;
};

constexpr double between_entries = 20;

/// Of a legend's labels in the order they are read: a row's first entry begins at the margin, another one after the one before it.
std::vector<Explained> entries_of(const Scene& scene) {
  std::vector<Explained> entries;
  for (const Item& item : scene.items) {
    const auto* label = std::get_if<Label>(&item);
    if (!label || !is_legend(label->identity) || label->identity.id.starts_with("legend-sign")) continue;
    const double middle = label->box.center().y;
    const bool goes_on = !entries.empty() && std::abs(entries.back().middle - middle) < 6;
    const double begin = goes_on ? entries.back().end + between_entries : light_theme().spacing.margin;
    entries.push_back({text_in(label->lines), begin, label->box.right(), middle, {}});
  }
  return entries;
}

Point place_of(const Ground& ground) {
  const auto& points = points_of(ground);
  Point sum;
  for (const Point& point : points) sum = {sum.x + point.x, sum.y + point.y};
  return {sum.x / static_cast<double>(points.size()), sum.y / static_cast<double>(points.size())};
}

Read read(const Scene& scene) {
  Read found{entries_of(scene), {}};
  const auto at = [&](Point place) -> Marks& {
    for (Explained& entry : found.legend) {
      if (std::abs(entry.middle - place.y) < 6 && entry.begin <= place.x && place.x < entry.end) return entry.sign;
    }
    return found.picture;
  };
  for (const Ground& ground : scene.ground) at(place_of(ground)).add(ground);
  for (const Connector& connector : scene.connectors) {
    found.picture.lines.push_back(connector.stroke);
    if (connector.arrow == Arrow::end) found.picture.fills.push_back(connector.stroke.colour);
  }
  for (const Panel& panel : scene.panels) {
    if (panel.fill) found.picture.fills.push_back(*panel.fill);
  }
  for (const Item& item : scene.items) {
    const auto* label = std::get_if<Label>(&item);
    if (label && is_legend(label->identity) && !label->identity.id.starts_with("legend-sign")) continue;
    at(placed(item).box.center()).add(item);
  }
  return found;
}

template <class Value>
bool holds(const std::vector<Value>& values, const Value& value) {
  return std::ranges::find(values, value) != values.end();
}

/// What stands for a mark that has the colour of a class has none itself.
bool is_neutral(Colour colour) {
  return colour == light_theme().ink || colour == light_theme().muted || colour == light_theme().page;
}

/// The same line; where its width or its colour says something of its own, the other one is the same.
bool occurs(const Stroke& stroke, const std::vector<Stroke>& all) {
  return std::ranges::any_of(all, [&](const Stroke& drawn) {
    const bool is_as_wide = drawn.width == stroke.width, is_in_colour = drawn.colour == stroke.colour;
    return drawn.dash == stroke.dash && (is_as_wide || is_in_colour) && (is_in_colour || is_neutral(stroke.colour));
  });
}

/// Filled or drawn in this colour; of the colour of a class also its tint.
bool is_coloured(const Marks& picture, Colour colour) {
  const auto& tones = light_theme().gaps;
  const auto tone = std::ranges::find(tones, colour, &Tone::colour);
  return holds(picture.fills, colour) || (tone != tones.end() && holds(picture.fills, tone->tint)) ||
         std::ranges::any_of(picture.borders, [&](const Stroke& drawn) { return drawn.colour == colour; });
}

bool is_of_class(Colour colour) {
  return std::ranges::find(light_theme().gaps, colour, &Tone::colour) != light_theme().gaps.end();
}

/// What the legend shows and the picture does not.
std::vector<std::string> absent(const Explained& entry, const Marks& picture) {
  std::vector<std::string> found;
  const auto as_wide = [&](const Stroke& stroke) {
    const auto is_same = [&](const Stroke& drawn) { return drawn.width == stroke.width && drawn.dash == stroke.dash; };
    return std::ranges::any_of(picture.borders, is_same) || std::ranges::any_of(picture.lines, is_same);  // a face has a line around it
  };
  for (const Stroke& stroke : entry.sign.lines)  // in the colour of the page: on a fill, which is looked for below
    if (stroke.colour != light_theme().page && !occurs(stroke, picture.lines) &&
        !(is_of_class(stroke.colour) && is_coloured(picture, stroke.colour)))
      found.push_back(fmt::format("a line {} wide, {}", stroke.width, hex(stroke.colour)));
  for (const Stroke& stroke : entry.sign.borders)
    if (stroke.colour != light_theme().page && !as_wide(stroke)) found.push_back(fmt::format("a border {} wide", stroke.width));
  for (const Colour fill : entry.sign.fills)
    if (!is_neutral(fill) && !is_coloured(picture, fill)) found.push_back("a fill " + hex(fill));
  for (const std::string& text : entry.sign.texts) {
    const auto says = [&](const std::string& drawn) { return drawn.find(text) != std::string::npos; };
    if (std::ranges::none_of(picture.texts, says)) found.push_back("the word " + text);
  }
  return found;
}

/// Whether a fill lies between the tint of a class and its full colour.
bool is_shade_of(const Tone& tone, Colour fill) {
  constexpr int steps = 1000;
  for (int step = 0; step <= steps; ++step) {
    if (mixed(tone.colour, tone.tint, static_cast<double>(step) / steps) == fill) return true;
  }
  return false;
}

/// What the picture shows and no row of the legend explains.
std::vector<std::string> unexplained(const Scene& scene, const Read& read) {
  const Theme& theme = light_theme();
  std::vector<std::string> found;
  Marks legend;
  for (const Explained& entry : read.legend) {
    legend.lines.insert(legend.lines.end(), entry.sign.lines.begin(), entry.sign.lines.end());
    legend.borders.insert(legend.borders.end(), entry.sign.borders.begin(), entry.sign.borders.end());
    legend.fills.insert(legend.fills.end(), entry.sign.fills.begin(), entry.sign.fills.end());
    legend.texts.insert(legend.texts.end(), entry.sign.texts.begin(), entry.sign.texts.end());
  }
  for (const Connector& connector : scene.connectors) {
    const bool is_explained = std::ranges::any_of(
        legend.lines, [&](const Stroke& shown) { return shown.colour == connector.stroke.colour && shown.dash == connector.stroke.dash; });
    if (connector.arrow == Arrow::end && connector.stroke.colour != theme.line && !is_explained) found.push_back(connector.identity.id);
  }
  if (holds(read.picture.fills, theme.shortfall) && !holds(legend.fills, theme.shortfall)) found.emplace_back("the shortfall");
  for (const GapClass gap_class : {GapClass::green, GapClass::yellow, GapClass::orange, GapClass::red}) {
    for (const Colour fill : {theme.tone_of(gap_class).colour, theme.tone_of(gap_class).tint}) {
      const bool is_drawn = holds(read.picture.fills, fill);
      const bool is_explained =
          std::ranges::any_of(legend.fills, [&](Colour shown) { return is_shade_of(theme.tone_of(gap_class), shown); });
      if (is_drawn && !is_explained && !scene.id.starts_with("priorities")) found.push_back("the colour " + hex(fill));
    }
  }
  for (const Item& item : scene.items) {
    const auto* marker = std::get_if<Marker>(&item);
    if (!marker || marker->fill != theme.page || marker->stroke.colour == theme.line) continue;
    const bool is_explained = std::ranges::any_of(
        legend.borders, [&](const Stroke& shown) { return shown.width == marker->stroke.width && shown.dash == marker->stroke.dash; });
    if (!is_explained) found.push_back(marker->identity.id);
  }
  const bool is_starred = std::ranges::any_of(read.picture.texts, [](const std::string& text) { return text.starts_with("★"); });
  if (is_starred && !holds(legend.texts, std::string("★"))) found.emplace_back("the star");
  return found;
}

/// Rows that a legend takes when a row may be so wide.
std::size_t rows_within(const std::vector<Explained>& legend, double width) {
  std::size_t rows = 1;
  double x = 0;
  for (const Explained& entry : legend) {
    const double own = entry.end - entry.begin;
    if (x > 0 && x + own > width) ++rows, x = 0;
    x += own + between_entries;
  }
  return rows;
}

/// A workspace of the examples with its evidence.
struct Example {
  explicit Example(const std::string& path)
      : loaded(load({.paths = {std::string(MOT_SOURCE_DIR) + "/examples/" + path}})),
        reviewed(review(loaded, {.today = *date_from("2026-06-30")})) {}

  Loaded loaded;
  Review reviewed;
};

/// Calls `check` for every picture of the examples, with each option alone and all together.
template <class Check>
void for_every_picture(const Check& check) {
  for (const char* path : {"corner-bakery.yaml", "skyline-air"}) {
    const Example example(path);
    REQUIRE_FALSE(example.loaded.workspace.journeys.empty());
    for (const PictureView& view : picture_views()) {
      for (const Asked& asked : few_combinations(view, example.loaded.workspace)) {
        INFO(view.name, " of ", std::string_view(path), " ", asked.text);
        const Analysis& analysis = example.reviewed.analysis;
        check(view.draw({example.loaded.workspace, analysis, example.reviewed.answers, light_theme(), typesetter()}, asked.options));
      }
    }
  }
}

}  // namespace

TEST_CASE("what a legend shows occurs in its picture, and what a picture shows is in its legend") {
  std::set<std::string> explained;
  for_every_picture([&](const Scene& scene) {
    const Read found = read(scene);
    REQUIRE_FALSE(found.legend.empty());
    for (const Explained& entry : found.legend) {
      explained.insert(entry.words);
      for (const std::string& missing : absent(entry, found.picture)) FAIL_CHECK("'" << entry.words << "' shows " << missing);
    }
    for (const std::string& mark : unexplained(scene, found)) FAIL_CHECK("not explained: " << mark);
  });
  CHECK(explained.size() > 40);
}

TEST_CASE("no row of a legend could be shorter without one more row") {
  std::size_t several = 0;
  for_every_picture([&](const Scene& scene) {
    const std::vector<Explained> legend = entries_of(scene);
    double longest = 0, widest = 0;
    std::set<double> rows;
    for (const Explained& entry : legend) {
      longest = std::max(longest, entry.end - light_theme().spacing.margin);
      widest = std::max(widest, entry.end - entry.begin);
      if (entry.begin == light_theme().spacing.margin) rows.insert(entry.middle);
    }
    CHECK(rows_within(legend, longest + 0.01) == rows.size());
    const double shorter = longest - between_entries;
    if (widest <= shorter) CHECK(rows_within(legend, shorter) > rows.size());  // else an entry alone is as long
    several += rows.size() > 1 ? 1 : 0;
  });
  CHECK(several > 5);
}

TEST_CASE("an entry of several lines takes as much room in the legend as it needs") {
  Canvas canvas(light_theme(), typesetter());
  canvas.width = 200;
  for (int rank = 0; rank < 3; ++rank)
    explain(
        canvas,
        Sign<Remark>{legend_rank::remarks + rank, "a remark so long that it takes several lines of a legend that is this narrow", 0, {}});
  draw_legend(canvas);
  double bottom = 0;
  for (const Item& item : canvas.scene.items) {
    const Label& label = std::get<Label>(item);
    CHECK(label.lines.size() > 1);
    CHECK(label.box.top >= bottom);
    bottom = label.box.bottom();
  }
  CHECK(canvas.y >= bottom);
}

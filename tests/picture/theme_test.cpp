// How pictures look in every theme: text can be read on what lies beneath it, and classes are told apart without seeing colours.
#include "mot/picture/theme.h"

#include <doctest/doctest.h>

#include <cmath>
#include <map>
#include <set>

#include "support/analysed_workspace.h"
#include "support/colour_vision.h"
#include "support/text_contrast.h"
#include "support/workspaces.h"

using namespace mot;
using namespace mot::testing;

namespace {

struct Pair {
  std::string_view use;
  Colour text;
  Colour ground;
};

/// A fill that is drawn as a pattern has the page between its lines, and text on it stands on the page.
Colour seen(const Theme& theme, Colour fill) {
  for (const PatternedFill& known : theme.patterns) {
    if (known.fill == fill) return theme.page;
  }
  return fill;
}

std::vector<Pair> text_pairs(const Theme& theme) {
  std::vector<Pair> pairs = {{"chevron", theme.on_heading.colour, seen(theme, theme.deep)},
                             {"on deep", theme.on_deep, seen(theme, theme.deep)}};
  for (const Colour ground : {theme.page, theme.card, seen(theme, theme.panel)}) {
    for (const TextStyle& style :
         {theme.title, theme.figures, theme.heading, theme.name, theme.body, theme.assumed, theme.small_print, theme.quote})
      pairs.push_back({"style", style.colour, ground});
    pairs.push_back({"accent", theme.accent, ground});
    for (const Tone& tone : theme.gaps) pairs.push_back({"tone", tone.text, ground});
    pairs.push_back({"up", theme.up.text, ground});
    pairs.push_back({"down", theme.down.text, ground});
  }
  for (const Tone& tone : theme.gaps) {
    pairs.push_back({"on colour", tone.on_colour, seen(theme, tone.colour)});
    for (const Colour text : {tone.text, theme.ink, theme.muted}) pairs.push_back({"on tint", text, seen(theme, tone.tint)});
  }
  return pairs;
}

/// The least contrast of any text with what lies beneath it, and where that is.
struct Faintest {
  double contrast = 21;
  std::string what;
};

Faintest faintest_text(const Scene& scene) {
  Faintest faintest;
  for (const TextOnGround& text : texts_on_grounds(scene, typesetter())) {
    const double here = contrast(text.colour, text.ground);
    if (here < faintest.contrast) faintest = {here, text.item + ": " + text.text + " " + hex(text.colour) + " on " + hex(text.ground)};
  }
  return faintest;
}

}  // namespace

TEST_CASE("contrast is as WCAG works it out") {
  CHECK(contrast({0x000000}, {0xffffff}) == doctest::Approx(21));
  CHECK(contrast({0xffffff}, {0xffffff}) == doctest::Approx(1));
  CHECK(contrast({0x767676}, {0xffffff}) == doctest::Approx(4.54).epsilon(0.001));
  CHECK(contrast({0xffffff}, {0x767676}) == contrast({0x767676}, {0xffffff}));
}

TEST_CASE("every text of every theme can be read on every ground it is meant for") {
  for (const NamedTheme& named : themes()) {
    for (const Pair& pair : text_pairs(named.theme)) {
      CAPTURE(named.name);
      CAPTURE(pair.use);
      CAPTURE(hex(pair.text));
      CAPTURE(hex(pair.ground));
      CHECK(contrast(pair.text, pair.ground) >= 4.5);
    }
  }
}

TEST_CASE("in every view and theme, every text can be read on what it really stands on") {
  for (const auto& [what, yaml] : hard_cases()) {
    if (std::string_view(what) == "three hundred") continue;  // says nothing that thirty do not
    const Figured figured(yaml);
    for (const NamedTheme& named : themes()) {
      for (const PictureView& view : picture_views()) {
        if (!figured.can_be_drawn_by(view)) continue;
        INFO(view.name, " of ", what, " in ", named.name);
        const Faintest faintest = faintest_text(figured.drawn_by(view, {}, named.theme));
        INFO(faintest.what);
        CHECK(faintest.contrast >= 4.5);
      }
    }
  }
}

TEST_CASE("gap classes differ by glyph as well as by colour") {
  for (const NamedTheme& named : themes()) {
    std::set<std::string_view> glyphs;
    std::set<std::uint32_t> colours;
    for (const Tone& tone : named.theme.gaps) {
      glyphs.insert(tone.glyph);
      colours.insert(tone.colour.rgb);
    }
    CHECK(glyphs.size() == names_of<GapClass>.size());
    CHECK(colours.size() == names_of<GapClass>.size());
  }
}

TEST_CASE("colour vision is simulated and differences are measured as published") {
  // Machado, Oliveira and Fernandes 2009: white and greys stay what they are.
  for (const Vision& vision : visions) CHECK(difference({0xffffff}, {0xffffff}, vision) == doctest::Approx(0));
  CHECK(difference({0x000000}, {0xffffff}, normal_vision) == doctest::Approx(100).epsilon(0.001));  // L* runs from 0 to 100
  // CIELAB of sRGB's primaries (Lindbloom, CIE Color Calculator, D65): red 53.24 80.09 67.20, green 87.73 -86.18 83.18.
  CHECK(difference({0xff0000}, {0x00ff00}, normal_vision) == doctest::Approx(170.6).epsilon(0.002));
  // Who sees no red or no green takes these two for neighbours.
  CHECK(difference({0xff0000}, {0x00ff00}, protanopia) < 110);
  CHECK(difference({0x8a6d00}, {0x6f7d00}, deuteranopia) < difference({0x8a6d00}, {0x6f7d00}, normal_vision) / 2);
}

TEST_CASE("fills of gap classes differ for those who see no red, no green or no blue") {
  // 2.3 is a just noticeable difference (Mahy et al. 1994); a class is to be told at a glance from every other.
  constexpr double least_difference = 10;
  for (const NamedTheme& named : themes()) {
    if (!named.theme.patterns.empty()) continue;  // told apart by patterns
    for (const Vision& vision : visions) {
      for (std::size_t i = 0; i < named.theme.gaps.size(); ++i) {
        for (std::size_t k = i + 1; k < named.theme.gaps.size(); ++k) {
          INFO(named.name, ", ", vision.name, ": ", named.theme.gaps[i].glyph, " and ", named.theme.gaps[k].glyph);
          CHECK(difference(named.theme.gaps[i].colour, named.theme.gaps[k].colour, vision) >= least_difference);
        }
      }
    }
  }
}

TEST_CASE("a theme without fills has another pattern for each class, and no two meanings for a colour") {
  for (const NamedTheme& named : themes()) {
    if (named.theme.patterns.empty()) continue;
    std::set<Hatch> hatches;
    std::map<std::uint32_t, int> fills;
    for (const PatternedFill& known : named.theme.patterns) ++fills[known.fill.rgb];
    for (const auto& [fill, count] : fills) CHECK(count == 1);
    for (const Tone& tone : named.theme.gaps) {
      for (const Colour fill : {tone.colour, tone.tint}) {
        REQUIRE(fills.contains(fill.rgb));
        for (const PatternedFill& known : named.theme.patterns)
          if (known.fill == fill) hatches.insert(known.pattern.hatch);
      }
    }
    CHECK(hatches.size() == named.theme.gaps.size());
    for (const Colour drawn :
         {named.theme.page, named.theme.card, named.theme.ink, named.theme.muted, named.theme.accent, named.theme.line})
      if (drawn != named.theme.gaps[4].colour) CHECK_FALSE(fills.contains(drawn.rgb));
  }
}

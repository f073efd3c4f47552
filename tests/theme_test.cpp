#include "mot/view/theme.h"

#include <doctest/doctest.h>

#include <set>

using namespace mot;

namespace {

struct Pair {
  const char* use;
  Colour text;
  Colour ground;
};

std::vector<Pair> text_pairs(const Theme& theme) {
  std::vector<Pair> pairs = {{"chevron", theme.on_heading.colour, theme.deep}, {"on deep", theme.on_deep, theme.deep}};
  for (const Colour ground : {theme.page, theme.card, theme.panel}) {
    for (const TextStyle& style :
         {theme.title, theme.figures, theme.heading, theme.name, theme.body, theme.assumed, theme.small_print, theme.quote})
      pairs.push_back({"style", style.colour, ground});
    pairs.push_back({"accent", theme.accent, ground});
    for (const Tone& tone : theme.gaps) pairs.push_back({"tone", tone.text, ground});
    pairs.push_back({"up", theme.up.text, ground});
    pairs.push_back({"down", theme.down.text, ground});
  }
  for (const Tone& tone : theme.gaps) {
    pairs.push_back({"on colour", tone.on_colour, tone.colour});
    pairs.push_back({"on tint", tone.text, tone.tint});
  }
  return pairs;
}

}  // namespace

TEST_CASE("contrast is as WCAG works it out") {
  CHECK(contrast({0x000000}, {0xffffff}) == doctest::Approx(21));
  CHECK(contrast({0xffffff}, {0xffffff}) == doctest::Approx(1));
  CHECK(contrast({0x767676}, {0xffffff}) == doctest::Approx(4.54).epsilon(0.001));
  CHECK(contrast({0xffffff}, {0x767676}) == contrast({0x767676}, {0xffffff}));
}

TEST_CASE("every text of the light theme can be read on every ground it stands on") {
  for (const Pair& pair : text_pairs(light_theme())) {
    CAPTURE(pair.use);
    CAPTURE(hex(pair.text));
    CAPTURE(hex(pair.ground));
    CHECK(contrast(pair.text, pair.ground) >= 4.5);
  }
}

TEST_CASE("gap classes differ by glyph as well as by colour") {
  std::set<std::string_view> glyphs;
  std::set<std::uint32_t> colours;
  for (const Tone& tone : light_theme().gaps) {
    glyphs.insert(tone.glyph);
    colours.insert(tone.colour.rgb);
  }
  CHECK(glyphs.size() == names_of<GapClass>.size());
  CHECK(colours.size() == names_of<GapClass>.size());
}

// How pictures look: a table of themes, each of colours, letters and distances. A view asks here and nowhere else.
#pragma once

#include <array>
#include <optional>
#include <span>

#include "mot/analysis/analysis.h"
#include "mot/picture/scene.h"
#include "mot/typesetting/typesetter.h"

namespace mot {

/// A colour and what goes with it.
struct Tone {
  Colour colour;           ///< fills, bars, rings
  Colour on_colour;        ///< text on the colour
  Colour text;             ///< text in this tone, on the page, on a lane and on the tint
  Colour tint;             ///< a ground that lets text be read
  std::string_view glyph;  ///< says the same without colour
};

/// The letters of text that means the same thing in every view.
struct TextStyle {
  Font font;
  Colour colour;
};

/// Sizes and distances in points.
struct Spacing {
  double margin;        ///< around the whole picture
  double heading;       ///< from the head of the picture to what it shows
  double gap;           ///< between things that belong together: panels of one row
  double section;       ///< between things that don't: rows of a picture, picture and legend
  double panel_inset;   ///< from a panel's edge to what stands in it
  double card_padding;  ///< from a card's edge to its text
  double hairline;      ///< width of a thin line
};

enum class Hatch : std::uint8_t { none, dots, rising, falling, crossed };

/// What stands for a fill where there are none: lines or dots that a printer without colours keeps apart.
struct Pattern {
  Hatch hatch = Hatch::none;
  double spacing = 4;             ///< points from line to line
  Stroke line;                    ///< of the lines; dots are as large as it is wide
  std::optional<Stroke> outline;  ///< around the whole
};

/// What a view fills in this colour is drawn in this pattern.
struct PatternedFill {
  Colour fill;
  Pattern pattern;
};

struct Theme {
  Colour page;
  Colour ink;
  Colour muted;
  Colour line;       ///< borders
  Colour grid;       ///< lines that only guide the eye
  Colour card;       ///< ground of a card
  Colour panel;      ///< ground of a lane
  Colour deep;       ///< ground of stages
  Colour on_deep;    ///< text on it
  Colour accent;     ///< what is wanted, and hand-overs
  Colour step;       ///< the way on within one department
  Colour shortfall;  ///< between wanted and lived
  TextStyle title;
  TextStyle figures;     ///< the line of figures under the title
  TextStyle heading;     ///< of a lane or a panel
  TextStyle on_heading;  ///< a heading on `deep`
  TextStyle name;        ///< of a card
  TextStyle body;
  TextStyle assumed;      ///< words nobody has heard a customer say
  TextStyle small_print;  ///< notes, axes, the legend
  TextStyle quote;
  std::array<Tone, 5> gaps;  ///< by GapClass
  Tone up;                   ///< thumbs
  Tone down;
  Spacing spacing;
  std::span<const PatternedFill> patterns;  ///< of a theme without fills; its colours are unlike one another

  const Tone& tone_of(GapClass gap_class) const { return gaps[static_cast<std::size_t>(gap_class)]; }
};

inline constexpr double slide_margin = 30;
/// With the letters and distances of a slide: none is smaller than 12 points.
Theme slide_theme(const Theme& theme);

/// A theme as --theme knows it.
struct NamedTheme {
  std::string_view name;
  std::string_view is_for;
  const Theme& theme;
};

/// The default one stands first.
std::span<const NamedTheme> themes();

/// The first of them: dark on white.
const Theme& light_theme();

}  // namespace mot

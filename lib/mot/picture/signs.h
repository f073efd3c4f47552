// Signs: what they mean and how they look, the same in a picture as in its legend. A view takes the look of a sign from `explain`, or
// draws the sign with `put`, and either registers it with the legend: none is missing there, and none is there that was not used.
#pragma once

#include <string>
#include <string_view>

#include "mot/picture/canvas.h"

namespace mot {

/// Where a sign stands in the legend: its group, and its place in the group added.
namespace legend_rank {
inline constexpr int first = 0, names = 10, curves = 20, gaps = 30, marks = 40, ways = 50, grounds = 60, remarks = 70, lines = 80,
                     changes = 90;
}  // namespace legend_rank

/// A look has a function `draw_sign(canvas, left_middle, width, look)` beside it, which the legend draws it with.
template <class Look>
struct Sign {
  int rank = 0;
  std::string words;  ///< in English, where the tables have them; else as they are read
  double width = 0;   ///< points it takes in the legend
  Look look;
};

// Looks. A Stroke is a line, a Colour a small area in it, a Run a word, a Tone what stands for a class of gaps.

/// A line that leads somewhere.
struct ArrowLook {
  Stroke stroke;
};

/// A round mark.
struct RingLook {
  Colour fill;
  Stroke stroke;
  std::string_view glyph;
  Colour colour;  ///< of what stands in it
};

struct BoxLook {
  Colour fill;
  Stroke stroke;
};

struct DotLook {
  double radius = 0;
  Colour fill;
};

/// A triangle that points up.
struct WedgeLook {
  Colour fill;
};

/// Nothing but the words.
struct Remark {};

inline constexpr double ring_radius = 6;  ///< in the legend
inline constexpr double half_box_height = 5;

void draw_sign(Canvas& canvas, Point at, double width, const Stroke& line);
void draw_sign(Canvas& canvas, Point at, double width, Colour fill);
void draw_sign(Canvas& canvas, Point at, double width, const Run& word);
void draw_sign(Canvas& canvas, Point at, double width, const Tone& tone);
/// In the ground: connectors lead from item to item, and a legend has none.
void draw_sign(Canvas& canvas, Point at, double width, const ArrowLook& arrow);
void draw_sign(Canvas& canvas, Point at, double width, const RingLook& ring);
void draw_sign(Canvas& canvas, Point at, double width, const BoxLook& box);
void draw_sign(Canvas& canvas, Point at, double width, const DotLook& dot);
void draw_sign(Canvas& canvas, Point at, double width, const WedgeLook& wedge);
void draw_sign(Canvas& canvas, Point at, double width, Remark remark);

/// Registers the sign with the legend and gives its look, to draw with.
template <class Look>
Look explain(Canvas& canvas, const Sign<Look>& sign) {
  if (!canvas.legend.explains(sign.rank)) {
    canvas.legend.add({sign.rank, canvas.wording(sign.words), sign.width,
                       [look = sign.look, width = sign.width](Canvas& legend, Point at) { draw_sign(legend, at, width, look); }});
  }
  return sign.look;
}

/// Draws the sign right of a point and around its height, as the legend does.
template <class Look>
void put(Canvas& canvas, const Sign<Look>& sign, Point left_middle) {
  draw_sign(canvas, left_middle, sign.width, explain(canvas, sign));
}

// Signs of several pictures.

/// `gap to 1`, `over 3`: the limits are those of gap_class_of, in points of this scale.
std::string gap_words(const Wording& wording, GapClass gap_class, const Scale& scale);
Sign<Tone> gap(const Canvas& canvas, GapClass gap_class, const Scale& scale);

/// A ring without a fill; in a picture it has the colour of its gap.
Sign<RingLook> judged(const Theme& theme);
Sign<RingLook> unmeasured(const Theme& theme);
/// A dotted ring: measured, but on so few answers that the score may well be another. In a picture it has the colour of its gap.
Sign<RingLook> few_answers(const Theme& theme);
/// The mark of a lived score: full in the tone of its gap where enough customers were asked, else one of the three above.
RingLook score_ring(Canvas& canvas, const Figures& figures, const Tone& tone);

/// The two curves, and what lies between them.
Sign<Stroke> wanted(const Theme& theme, double thickness);
Sign<Stroke> lived(const Theme& theme, double thickness);
Sign<Colour> shortfall(const Theme& theme);

Sign<Run> moment_of_truth(const Theme& theme, std::string words = "moment of truth");
/// `★ Greeting` where it is a moment of truth.
std::string starred_name(Canvas& canvas, const Touchpoint& touchpoint, std::string words = "moment of truth");

/// Tells in the scene what was left out, so that the letters of the rest can be read, and in the legend as much of that as has room in a
/// line or two.
void tell_left_out(Canvas& canvas, LeftOut left_out);

/// `voices, Greeting; the names of Boarding, Meal`: parts in the workspace's words, then things, then what is drawn without its name; of
/// things and names beyond `most` letters no more than their number is told.
std::string left_out_text(const Wording& wording, const LeftOut& left_out, std::size_t most);

/// What the picture leaves out, as its legend says it.
std::string left_out_sentence(const Wording& wording, const LeftOut& left_out);

/// Over what no customer sees, under each moment that it carries.
Sign<WedgeLook> carrying(const Theme& theme, std::string words = "carries the moments of its column");

/// Before how a moment honours what a customer is proud of.
Sign<Run> flown_flag(const Theme& theme);

/// What others do, where one department stands out.
Sign<BoxLook> faded(const Theme& theme);

}  // namespace mot

#include "mot/picture/signs.h"

#include <span>
#include <utility>

#include "mot/picture/curves.h"
#include "mot/text/isolates.h"

namespace mot {

namespace {

constexpr double judged_width = 2.5, few_width = 2;
constexpr double beside_ring = 4;
constexpr double swatch_width = 16;
constexpr Font glyph_font{8, Weight::bold, Slant::upright};
constexpr std::string_view star = "★";
constexpr std::size_t most_left_out_in_legend = 60;  // letters of names

std::vector<Point> box_corners(Point at, double width) {
  const double right = at.x + width, top = at.y - half_box_height, bottom = at.y + half_box_height;
  return {{at.x, top}, {right, top}, {right, bottom}, {at.x, bottom}};
}

/// A text, and behind it as many of some names as it has letters for.
std::string with_list(const Wording& wording, std::string text, std::span<const std::string> names, std::size_t most) {
  std::size_t named = 0;
  for (const std::string& name : names) {
    if (text.size() + name.size() > most && named + 1 < names.size() && (named > 0 || !text.empty())) break;
    text += (text.empty() ? "" : ", ") + isolated(name);
    ++named;
  }
  return named < names.size() ? text + " " + wording("and {count} more", {{"count", names.size() - named}}) : text;
}

}  // namespace

void draw_sign(Canvas& canvas, Point at, double width, const Stroke& line) {
  canvas.scene.ground.push_back(Curve{straight(at, {at.x + width, at.y}), line});
}

void draw_sign(Canvas& canvas, Point at, double width, Colour fill) {
  canvas.scene.ground.push_back(Area{box_corners(at, width), fill, std::nullopt});
}

void draw_sign(Canvas& canvas, Point at, double, const Run& word) {
  std::vector<Line> lines = {single_line(canvas.typesetter(), word.text, {word.font, word.colour})};
  const double width = width_of(canvas.typesetter(), lines) + 1;
  put_text_in_middle(canvas, {"legend-sign", "legend", "", ""}, {at, width}, std::move(lines));
}

void draw_sign(Canvas& canvas, Point at, double width, const Tone& tone) {
  draw_sign(canvas, at, width, RingLook{tone.colour, {canvas.theme().page, 1, Dash::solid}, tone.glyph, tone.on_colour});
  draw_sign(canvas, {at.x + 2 * ring_radius + beside_ring, at.y}, swatch_width, tone.colour);
}

void draw_sign(Canvas& canvas, Point at, double width, const ArrowLook& arrow) {
  draw_sign(canvas, at, width - 5, arrow.stroke);
  const double tip = at.x + width;
  canvas.scene.ground.push_back(Area{{{tip, at.y}, {tip - 7, at.y - 2.6}, {tip - 7, at.y + 2.6}}, arrow.stroke.colour, std::nullopt});
}

void draw_sign(Canvas& canvas, Point at, double, const RingLook& ring) {
  Marker marker;
  marker.identity = {canvas.ids.use("legend-marker"), "legend", "", ""};
  marker.center = {at.x + ring_radius, at.y};
  marker.radius = ring_radius;
  marker.fill = ring.fill;
  marker.stroke = ring.stroke;
  if (!ring.glyph.empty()) marker.text = Run{std::string(ring.glyph), glyph_font, ring.colour};
  canvas.scene.items.push_back(std::move(marker));
}

void draw_sign(Canvas& canvas, Point at, double width, const BoxLook& box) {
  canvas.scene.ground.push_back(Area{box_corners(at, width), box.fill, box.stroke});
}

void draw_sign(Canvas& canvas, Point at, double width, const DotLook& dot) {
  canvas.scene.ground.push_back(CurvedArea{circle({at.x + width / 2, at.y}, dot.radius), dot.fill});
}

void draw_sign(Canvas& canvas, Point at, double width, const WedgeLook& look) {
  const double x = at.x + width / 2;
  canvas.scene.ground.push_back(Area{{{x - 4.5, at.y + 3}, {x + 4.5, at.y + 3}, {x, at.y - 5}}, look.fill, std::nullopt});
}

void draw_sign(Canvas&, Point, double, Remark) {}

std::string gap_words(const Wording& wording, GapClass gap_class, const Scale& scale) {
  const auto limit = [&](std::string_view english, int tenths) {
    return wording(english, {{"points", wording.points(scale.range() * tenths / 10)}});
  };
  switch (gap_class) {
    case GapClass::green:
      return limit("gap to {points}", 1);
    case GapClass::yellow:
      return limit("to {points}", 2);
    case GapClass::orange:
      return limit("to {points}", 3);
    case GapClass::red:
      return limit("over {points}", 3);
    case GapClass::unknown:
      return wording("nothing wanted yet");
  }
  return {};
}

Sign<Tone> gap(const Canvas& canvas, GapClass gap_class, const Scale& scale) {
  return {legend_rank::gaps + static_cast<int>(gap_class), gap_words(canvas.wording, gap_class, scale),
          2 * ring_radius + beside_ring + swatch_width, canvas.theme().tone_of(gap_class)};
}

Sign<RingLook> judged(const Theme& theme) {
  return {legend_rank::marks, "judged by ourselves", 2 * ring_radius, {theme.page, {theme.ink, judged_width, Dash::solid}, "", theme.ink}};
}

Sign<RingLook> published(const Theme& theme) {
  return {
      legend_rank::marks, "published, of unknown n", 2 * ring_radius, {theme.page, {theme.ink, judged_width, Dash::dashed}, "", theme.ink}};
}

Sign<RingLook> unmeasured(const Theme& theme) {
  return {legend_rank::marks + 1, "not measured", 2 * ring_radius, {theme.page, {theme.muted, 1, Dash::dashed}, "?", theme.muted}};
}

Sign<RingLook> few_answers(const Theme& theme) {
  return {legend_rank::marks + 6, "under 30 answers", 2 * ring_radius, {theme.page, {theme.ink, few_width, Dash::dotted}, "", theme.ink}};
}

RingLook score_ring(Canvas& canvas, const Figures& figures, const Tone& tone) {
  const Theme& theme = canvas.theme();
  if (!figures.actual) return explain(canvas, unmeasured(theme));
  if (figures.actual_kind == ActualKind::measured && figures.has_few_answers) {
    RingLook ring = explain(canvas, few_answers(theme));
    ring.stroke.colour = tone.colour;
    ring.glyph = tone.glyph;
    return ring;
  }
  if (figures.actual_kind == ActualKind::measured) return {tone.colour, {theme.page, 1, Dash::solid}, tone.glyph, tone.on_colour};
  RingLook ring = explain(canvas, figures.actual_kind == ActualKind::published ? published(theme) : judged(theme));
  ring.stroke.colour = tone.colour;
  ring.glyph = tone.glyph;
  return ring;
}

Sign<Stroke> wanted(const Theme& theme, double thickness) {
  return {legend_rank::curves, "wanted", 26, {theme.accent, thickness, Dash::dashed}};
}

Sign<Stroke> lived(const Theme& theme, double thickness) {
  return {legend_rank::curves + 1, "lived", 26, {theme.ink, thickness, Dash::solid}};
}

Sign<Colour> shortfall(const Theme& theme) {
  return {legend_rank::curves + 3, "shortfall", 20, theme.shortfall};
}

Sign<Run> moment_of_truth(const Theme& theme, std::string words) {
  return {legend_rank::names, std::move(words), 11, {std::string(star), theme.name.font, theme.name.colour}};
}

std::string starred_name(Canvas& canvas, const Touchpoint& touchpoint, std::string words) {
  if (!touchpoint.moment_of_truth.value) return touchpoint.name.value;
  return explain(canvas, moment_of_truth(canvas.theme(), std::move(words))).text + "\u00a0" + touchpoint.name.value;
}

Sign<WedgeLook> carrying(const Theme& theme, std::string words) {
  return {legend_rank::grounds, std::move(words), 10, {theme.muted}};
}

Sign<Run> flown_flag(const Theme& theme) {
  return {legend_rank::marks + 4, "flies the customer's flag: their pride", 11, {"⚑", theme.small_print.font, theme.accent}};
}

Sign<BoxLook> faded(const Theme& theme) {
  return {legend_rank::grounds + 1, "other departments", 20, {theme.page, Stroke{theme.line}}};
}

std::string left_out_text(const Wording& wording, const LeftOut& left_out, std::size_t most) {
  std::string text;
  for (const std::string& part : left_out.parts) text += (text.empty() ? "" : ", ") + wording(part);
  text = with_list(wording, std::move(text), left_out.things, most);
  if (left_out.names.empty()) return text;
  const std::string names = with_list(wording, "", left_out.names, most);
  return text + (text.empty() ? "" : "; ") + wording("the names of {names}", {{"names", names}});
}

std::string left_out_sentence(const Wording& wording, const LeftOut& left_out) {
  return wording("left out for larger letters: {parts}", {{"parts", left_out_text(wording, left_out, most_left_out_in_legend)}});
}

void tell_left_out(Canvas& canvas, LeftOut left_out) {
  if (!left_out.any()) return;
  explain(canvas, Sign<Remark>{legend_rank::remarks + 9, left_out_sentence(canvas.wording, left_out), 0, {}});
  canvas.scene.left_out = std::move(left_out);
}

}  // namespace mot

#include "mot/view/matrix/cells.h"

#include <fmt/format.h>

#include <algorithm>

#include "mot/picture/fitting_line.h"
#include "mot/picture/gap_text.h"
#include "mot/picture/mixed_colours.h"
#include "mot/picture/signs.h"
#include "mot/picture/touchpoint_text.h"

namespace mot::matrix {

namespace {

constexpr double small_letters = 9.5;
constexpr double beside_dense_text = 12, inside_dense_cell = 7;
constexpr double fullest = 0.45;  // of a class's colour in its tint, where nothing of what is wanted is lived
constexpr std::size_t most_in_tooltip = 25;

/// The wider a gap, the fuller its colour, from none to the scale's range; patterns have no grades.
Colour graded(const Theme& theme, GapClass gap_class, double gap, const Scale& scale) {
  const Tone& tone = theme.tone_of(gap_class);
  if (!theme.patterns.empty() || scale.range() <= 0) return tone.tint;
  return mixed(tone.colour, tone.tint, fullest * std::clamp(gap / scale.range(), 0.0, 1.0));
}

/// What a cell with a known gap is filled in.
struct GradedLook {
  Colour fill;
  std::string_view glyph;
};

void draw_sign(Canvas& canvas, Point at, double width, const GradedLook& look) {
  draw_sign(canvas, at, width, look.fill);
  draw_sign(canvas, {at.x + 9, at.y}, width,
            Run{std::string(look.glyph), {canvas.theme().small_print.font.size, Weight::bold, Slant::upright}, canvas.theme().ink});
}

/// Of a class, in the colour of its widest gap.
Sign<GradedLook> mean_gap(const Canvas& canvas, GapClass gap_class, double widest, const Scale& scale) {
  return {legend_rank::gaps + static_cast<int>(gap_class),
          gap_words(canvas.wording, gap_class, scale),
          26,
          {graded(canvas.theme(), gap_class, widest, scale), canvas.theme().tone_of(gap_class).glyph}};
}

Sign<Remark> gap_remark() {
  return {legend_rank::gaps + 5, "gap: the mean of the known ones, weighted by importance, in points", 0, {}};
}

/// No customer was asked about any of its moments.
Sign<Remark> judged_remark() {
  return {legend_rank::gaps + 8, "in italics: all of it judged by ourselves", 0, {}};
}

Sign<Remark> grading_remark() {
  return {legend_rank::gaps + 7, "the wider the gap, the fuller the colour", 0, {}};
}

Sign<BoxLook> no_known_gap(const Theme& theme) {
  return {legend_rank::marks, "moments, and nobody knows a gap", 26, {theme.page, {theme.muted, 1, Dash::dashed}}};
}

/// Of the moments that are left where others were left out.
constexpr std::string_view none_shown = "none of those shown";

Sign<BoxLook> no_moments(const MatrixDrawing& drawing) {
  const Theme& theme = drawing.theme();
  return {legend_rank::marks + 1,
          std::string(drawing.only.empty() ? "no moments yet" : none_shown),
          26,
          {theme.page, {theme.muted, 1, Dash::dotted}}};
}

Sign<Colour> no_part(const Theme& theme) {
  return {legend_rank::marks + 2, "no part in it", 26, theme.panel};
}

Sign<Remark> coverage_remark() {
  return {legend_rank::remarks, "covered: how complete the picture of these moments is", 0, {}};
}

Sign<Remark> counts_remark() {
  return {legend_rank::gaps + 6, "behind it: how many moments, and of how many nobody knows it (?)", 0, {}};
}

std::string cell_tooltip(const MatrixDrawing& drawing, const Touchpoints& touchpoints) {
  const Wording& wording = drawing.wording;
  std::string text;
  for (std::size_t i = 0; i < std::min(touchpoints.size(), most_in_tooltip); ++i) {
    const Figures& figures = drawing.input.analysis.touchpoints[touchpoints[i]];
    text += fmt::format("{}{}: {}", i > 0 ? "\n" : "", drawing.input.workspace.touchpoints[touchpoints[i]].name.value,
                        score_text(wording, figures));
    if (figures.gap) text += ", " + wording("gap {points}", {{"points", gap_text(wording, *figures.gap, drawing.input.scale())}});
    std::string missing;
    for (const Facet facet : figures.missing) missing += (missing.empty() ? "" : ", ") + wording(name_of(facet));
    if (!missing.empty()) text += "; " + wording("missing: {facets}", {{"facets", missing}});
  }
  if (touchpoints.size() > most_in_tooltip) text += "\n" + wording("and {count} more", {{"count", touchpoints.size() - most_in_tooltip}});
  return text;
}

/// How a cell looks whose gap is known, or isn't.
struct Look {
  std::string gap;
  Slant slant = Slant::upright;
  Colour text;
  Colour fill;
  Stroke stroke;
};

Look look_of(MatrixDrawing& drawing, const Summary& summary) {
  const Theme& theme = drawing.theme();
  const GapClass gap_class = summary.mean_gap ? gap_class_of(*summary.mean_gap, drawing.input.scale()) : GapClass::unknown;
  if (!summary.mean_gap) {
    const BoxLook look = explain(drawing, no_known_gap(theme));
    return {"?", Slant::upright, theme.tone_of(gap_class).text, look.fill, look.stroke};
  }
  auto& widest = drawing.widest[static_cast<std::size_t>(gap_class)];
  widest = std::max(widest.value_or(*summary.mean_gap), *summary.mean_gap);
  const Colour fill = graded(theme, gap_class, *summary.mean_gap, drawing.input.scale());
  const bool is_judged = summary.delivered.known > 0 && summary.delivered.judged == summary.delivered.known;
  if (is_judged) explain(drawing, judged_remark());
  return {fmt::format("{} {}", theme.tone_of(gap_class).glyph, gap_text(drawing.wording, *summary.mean_gap, drawing.input.scale())),
          is_judged ? Slant::italic : Slant::upright,
          theme.ink,
          fill,
          {fill, 1, Dash::solid}};
}

/// ` · 5 · ? 1`: how many moments there are, and of how many nobody knows the gap; in words where there is room.
std::string counts_text(const MatrixDrawing& drawing, const Summary& summary, CountForm form) {
  if (form == CountForm::none) return "";
  const std::size_t unknown = summary.mean_gap ? summary.delivered.of - summary.delivered.known : 0;
  const std::string count =
      form == CountForm::words ? drawing.wording.count(summary.touchpoints, "{count} moments") : fmt::format("{}", summary.touchpoints);
  return "\u00a0· " + count + (unknown > 0 ? fmt::format(" · ?\u00a0{}", unknown) : "");
}

/// The gap, how many moments there are, and of how many nobody knows it.
std::vector<Line> dense_lines(MatrixDrawing& drawing, const Summary& summary, const Look& look, double width) {
  const TextStyle small{drawing.theme().small_print.font, drawing.theme().ink};
  Line line = single_line(drawing.typesetter(), look.gap, {{small.font.size, Weight::bold, look.slant}, look.text});
  if (drawing.counts == CountForm::none) return {std::move(line)};
  explain(drawing, counts_remark());
  const std::string counts[] = {counts_text(drawing, summary, drawing.counts)};
  const double room = width - width_of(drawing.typesetter(), line);
  line.runs.push_back(fitting_line(drawing.typesetter(), counts, small, room).front().runs.front());
  return {std::move(line)};
}

std::vector<Line> cell_lines(MatrixDrawing& drawing, const Summary& summary, const Look& look, double width) {
  if (drawing.is_dense) return dense_lines(drawing, summary, look, width);
  const Theme& theme = drawing.theme();
  const Font font{13, Weight::bold, look.slant};
  const TextStyle small{{drawing.is_slide ? theme.small_print.font.size : small_letters, Weight::regular, Slant::upright}, theme.ink};
  std::vector<Line> lines = set_text(drawing.typesetter(), look.gap, {font, look.text}, width, 1).lines;
  std::string note = drawing.wording.count(summary.touchpoints, "{count} moments");
  const std::size_t unknown = summary.mean_gap ? summary.delivered.of - summary.delivered.known : 0;
  append(lines, set_text(drawing.typesetter(), note, small, width, 1).lines, 0);
  if (unknown > 0)
    append(lines, set_text(drawing.typesetter(), drawing.wording("{count} unknown", {{"count", unknown}}), small, width, 1).lines, -1);
  if (!drawing.is_slide && summary.coverage && *summary.coverage < 100) {
    explain(drawing, coverage_remark());
    const std::string covered = drawing.wording("covered {percent}", {{"percent", drawing.wording.percent(*summary.coverage)}});
    append(lines, set_text(drawing.typesetter(), covered, small, width, 1).lines, -1);
  }
  return lines;
}

}  // namespace

void draw_cell(MatrixDrawing& drawing, const std::string& id, const Touchpoints& touchpoints, const Box& box) {
  const Summary summary = summary_of(drawing.input.workspace, drawing.input.analysis, touchpoints);
  const Look look = look_of(drawing, summary);
  std::vector<Line> lines = cell_lines(drawing, summary, look, box.width - 6);
  Card card;
  card.identity = {drawing.ids.use(id), "cell", cell_tooltip(drawing, touchpoints), ""};
  card.box = box;
  card.fill = look.fill;
  card.stroke = look.stroke;
  card.padding = std::clamp((box.height - height_of(lines)) / 2, 0.0, 3.0);
  card.align = Align::center;
  lines.front().space_above = std::max(0.0, (box.height - height_of(lines)) / 2 - card.padding);
  card.lines = std::move(lines);
  drawing.scene.items.push_back(std::move(card));
}

void draw_hole(MatrixDrawing& drawing, const std::string& id, const Box& box) {
  const Theme& theme = drawing.theme();
  Card card;
  card.identity = {drawing.ids.use(id), "hole", drawing.wording(drawing.only.empty() ? "no moments yet" : none_shown), ""};
  card.box = box;
  const BoxLook look = explain(drawing, no_moments(drawing));
  card.fill = look.fill;
  card.stroke = look.stroke;
  card.padding = 3;
  card.align = Align::center;
  const std::string_view words = drawing.only.empty() ? "none yet" : none_shown;
  card.lines = set_text(drawing.typesetter(), drawing.wording(words), theme.small_print, box.width - 6, 2).lines;
  card.lines.front().space_above = std::max(0.0, (box.height - height_of(card.lines)) / 2 - card.padding);
  drawing.scene.items.push_back(std::move(card));
}

void draw_blank(MatrixDrawing& drawing, const Box& box) {
  drawing.scene.ground.push_back(Area{{{box.left, box.top}, {box.right(), box.top}, {box.right(), box.bottom()}, {box.left, box.bottom()}},
                                      explain(drawing, no_part(drawing.theme())),
                                      std::nullopt});
}

void explain_gaps(MatrixDrawing& drawing) {
  const Scale& scale = drawing.input.scale();
  for (std::size_t i = 0; i < drawing.widest.size(); ++i) {
    if (!drawing.widest[i]) continue;
    explain(drawing, mean_gap(drawing, static_cast<GapClass>(i), *drawing.widest[i], scale));
    explain(drawing, gap_remark());
    if (drawing.theme().patterns.empty() && !drawing.is_slide) explain(drawing, grading_remark());
  }
}

double dense_cell_width(const MatrixDrawing& drawing, const Touchpoints& touchpoints, CountForm form) {
  if (touchpoints.empty()) return 0;
  const Font font{drawing.theme().small_print.font.size, Weight::bold, Slant::upright};
  const Summary summary = summary_of(drawing.input.workspace, drawing.input.analysis, touchpoints);
  const std::string gap = summary.mean_gap ? "‼ " + gap_text(drawing.wording, *summary.mean_gap, drawing.input.scale()) : "?";
  const Font font_of_counts = form == CountForm::words ? drawing.theme().small_print.font : font;
  constexpr double slack = 1.04;  // browsers and printers may set a text wider than it measures
  const double counts = drawing.typesetter().width_of(counts_text(drawing, summary, form), font_of_counts);
  return slack * (drawing.typesetter().width_of(gap, font) + counts) + (form == CountForm::words ? inside_dense_cell : beside_dense_text);
}

}  // namespace mot::matrix

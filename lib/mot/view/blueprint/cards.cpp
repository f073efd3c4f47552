// The cards of a blueprint.
#include <fmt/format.h>

#include <algorithm>

#include "mot/picture/branch_text.h"
#include "mot/picture/fade.h"
#include "mot/picture/gap_text.h"
#include "mot/picture/signs.h"
#include "mot/picture/touchpoint_text.h"
#include "mot/view/blueprint/drawing.h"

namespace mot::blueprint {

namespace {

Sign<Run> fail_point(const Canvas& canvas) {
  const Theme& theme = canvas.theme();
  const Font font{theme.small_print.font.size, Weight::bold, Slant::upright};
  Run word{canvas.wording("fail point"), font, theme.tone_of(GapClass::red).text};
  const double width = std::max(46.0, canvas.typesetter().width_of(word.text, font));
  return {legend_rank::gaps + 5, "the gap is red: here the service fails", width, std::move(word)};
}

/// Who meets the customer there and by what: `Check-in agent, counter`; behind the line the department.
std::string who_and_where(const BlueprintDrawing& drawing, const Touchpoint& touchpoint) {
  const Workspace& workspace = drawing.input.workspace;
  std::string text = touchpoint.role ? touchpoint.role->value : "";
  if (text.empty() && touchpoint.department.index) text = workspace.departments[*touchpoint.department.index].name.value;
  for (const auto& channel : touchpoint.channels) {
    text += fmt::format("{}{}", text.empty() ? "" : ", ", channel.index ? channel.value : marked_unknown(channel.value));
  }
  return text;
}

/// `! 6.3 of 8`, `✕ fail point, gap 3.2`, `? not measured`.
Run state_of(BlueprintDrawing& drawing, std::size_t touchpoint) {
  const Theme& theme = drawing.theme();
  const Figures& figures = drawing.input.analysis.touchpoints[touchpoint];
  const bool is_explained = figures.actual && !drawing.fades(touchpoint);
  const Tone tone =
      is_explained ? explain(drawing, gap(drawing, figures.gap_class, drawing.input.scale())) : theme.tone_of(figures.gap_class);
  const Font bold{theme.small_print.font.size, Weight::bold, Slant::upright};
  if (!figures.actual)
    return {"? " + basis_text(drawing.input.workspace, drawing.input.analysis, drawing.input.answers, touchpoint), bold, tone.text};
  if (figures.gap_class != GapClass::red || !figures.gap)
    return {fmt::format("{} {}", tone.glyph, score_text(drawing.wording, figures)), bold, tone.text};
  const std::string gap = drawing.wording("gap {points}", {{"points", gap_text(drawing.wording, *figures.gap, drawing.input.scale())}});
  if (drawing.is_brief()) return {fmt::format("{} {}", tone.glyph, gap), bold, tone.text};
  return {fmt::format("{} {}, {}", tone.glyph, explain(drawing, fail_point(drawing)).text, gap), bold, tone.text};
}

/// Its name, how well it does, who does it, and what it carries.
std::vector<Run> runs_of(BlueprintDrawing& drawing, std::size_t touchpoint, const std::string& carries) {
  const Theme& theme = drawing.theme();
  const Touchpoint& what = drawing.input.workspace.touchpoints[touchpoint];
  std::vector<Run> runs = {{starred_name(drawing, what), theme.name.font, theme.name.colour}, state_of(drawing, touchpoint)};
  const std::string who = drawing.is_brief() ? "" : who_and_where(drawing, what);
  if (!who.empty()) runs.push_back({who, theme.small_print.font, theme.small_print.colour});
  if (!carries.empty()) runs.push_back({carries, theme.small_print.font, theme.accent});
  return runs;
}

/// The first of them, then the others in turn where there is so much room, else each by itself, the second last; all in one line where
/// height is scarce or no customer sees it.
std::vector<Line> set_runs(const BlueprintDrawing& drawing, std::size_t touchpoint, const std::vector<Run>& runs, double width) {
  const Theme& theme = drawing.theme();
  const bool is_seen = drawing.input.workspace.touchpoints[touchpoint].visibility.value == Visibility::frontstage;
  std::vector<Line> in_turn = set_in_turn(drawing.typesetter(), runs, theme.small_print, width);
  if ((!is_seen || drawing.is_brief()) && in_turn.size() <= 1) return in_turn;
  const auto set = [&](const Run& run, std::size_t most) {
    return set_text(drawing.typesetter(), run.text, {run.font, run.colour}, width, drawing.most_lines(most)).lines;
  };
  std::vector<Line> lines = set(runs[0], 4);
  if (width > 1.5 * drawing.card_width()) {
    append(lines, set_in_turn(drawing.typesetter(), std::span(runs).subspan(1), theme.small_print, width), 2);
    return lines;
  }
  if (runs.size() > 2) append(lines, set(runs[2], 3), 1);
  append(lines, set(runs[1], 0), 2);
  for (std::size_t i = 3; i < runs.size(); ++i) append(lines, set(runs[i], 3), 1);
  return lines;
}

/// Between the edge of a card and its text.
double padding_of(const BlueprintDrawing& drawing, std::size_t touchpoint) {
  const bool is_seen = drawing.input.workspace.touchpoints[touchpoint].visibility.value == Visibility::frontstage;
  if (drawing.is_brief()) return is_seen ? 4 : 3;
  return drawing.options.is_slide ? 5 : 7;
}

}  // namespace

double line_width_of(BlueprintDrawing& drawing, std::size_t touchpoint, const std::string& carries) {
  constexpr double more_than_it_takes = 4096;
  const Theme& theme = drawing.theme();
  const std::vector<Line> line =
      set_in_turn(drawing.typesetter(), runs_of(drawing, touchpoint, carries), theme.small_print, more_than_it_takes);
  return width_of(drawing.typesetter(), line) + accent_width + 2 * padding_of(drawing, touchpoint) + 1;
}

Card card_of(BlueprintDrawing& drawing, const CardContent& what, double card_width) {
  const auto& [index, stop, carries] = what;
  const Theme& theme = drawing.theme();
  const Workspace& workspace = drawing.input.workspace;
  const Touchpoint& touchpoint = workspace.touchpoints[index];
  const Figures& figures = drawing.input.analysis.touchpoints[index];
  Card card;
  card.identity = {"touchpoint-" + touchpoint.id.value, touchpoint_classes(workspace, drawing.input.analysis, index),
                   touchpoint_tooltip(workspace, drawing.input.analysis, index), ""};
  card.fill = theme.card;
  card.stroke = figures.actual ? Stroke{theme.line, 1, Dash::solid} : explain(drawing, unmeasured(theme)).stroke;
  card.accent = theme.tone_of(figures.gap_class).colour;
  card.padding = padding_of(drawing, index);
  const double width = card_width - accent_width - 2 * card.padding;
  std::string when = touchpoint.when ? touchpoint.when->value : "";
  if (stop) when = journey::conditions_of(drawing.plan, *stop);
  if (!when.empty()) {
    const TextStyle condition{{theme.small_print.font.size, Weight::regular, Slant::italic}, theme.muted};
    card.lines =
        set_text(drawing.typesetter(), drawing.wording("when {condition}", {{"condition", when}}), condition, width, drawing.most_lines(3))
            .lines;
  }
  append(card.lines, set_runs(drawing, index, runs_of(drawing, index, carries), width), 0);
  if (stop) {
    append(card.lines, set_text(drawing.typesetter(), journey::way_on_text(workspace, drawing.plan, *stop), theme.small_print, width).lines,
           1);
    for (const std::string& shortcut : journey::shortcuts_from(workspace, drawing.plan, *stop))
      append(card.lines, set_text(drawing.typesetter(), shortcut, theme.small_print, width).lines, 1);
  }
  card.box = {0, 0, card_width, height_of(card.lines) + 2 * card.padding};
  if (drawing.fades(index)) fade(drawing, card);
  return card;
}

}  // namespace mot::blueprint

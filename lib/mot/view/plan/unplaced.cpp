// Actions that have no place in the chart: what keeps them from one.
#include <algorithm>

#include "mot/view/plan/drawing.h"

namespace mot::plan {

namespace {

constexpr double least_column = 240;

/// `effort unknown · lift unknown`, `gap or importance unknown at 2 moments`.
std::vector<Run> what_is_missing(const PlanDrawing& drawing, const ActionFigures& figures) {
  const Action& action = drawing.action_of(figures);
  const Wording& wording = drawing.wording;
  const TextStyle style{{drawing.theme().small_print.font.size, Weight::bold, Slant::upright}, drawing.theme().ink};
  std::vector<Run> missing;
  const auto add = [&](const std::string& text) { missing.push_back({text, style.font, style.colour}); };
  if (!action.effort) add(wording("effort unknown"));
  if (!action.lift) add(wording("lift unknown"));
  if (action.lift && !figures.value) {
    const std::string moments = wording.count(figures.not_counted.size(), "{count} moments");
    add(figures.not_counted.empty() ? wording("lifts no moment")
                                    : wording("gap or importance unknown at {moments}", {{"moments", moments}}));
  }
  return missing;
}

double draw_heading(PlanDrawing& drawing) {
  const Theme& theme = drawing.theme();
  const double inset = theme.spacing.panel_inset, width = drawing.width - 2 * inset;
  const std::string actions = drawing.wording.count(drawing.unplaced.size(), "{count} actions");
  std::vector<Line> lines =
      set_text(drawing.typesetter(), drawing.wording("Not in the chart: {actions}", {{"actions", actions}}), theme.heading, width).lines;
  const std::string note =
      drawing.wording("Nobody knows what they take, or what they are worth. That is not nothing: it is work to find out.");
  append(lines, set_text(drawing.typesetter(), note, theme.small_print, width).lines, 1);
  const TextPlace place{{drawing.left + inset, drawing.y + inset}, width};
  return put_text(drawing, {"heading-unplaced", "heading", "", ""}, place, std::move(lines)).bottom() + 8;
}

/// Returns its lower edge.
double draw_one(PlanDrawing& drawing, const ActionFigures& figures, const TextPlace& place) {
  const Action& action = drawing.action_of(figures);
  std::vector<Line> lines = text_of_unplaced(drawing, figures, place.width, LabelText::facts_and_lifts);
  return put_text(drawing, {"action-" + action.id.value, "action", tooltip_of(drawing, figures), ""}, place, std::move(lines)).bottom();
}

}  // namespace

std::vector<Line> text_of_unplaced(const PlanDrawing& drawing, const ActionFigures& figures, double width, LabelText text) {
  std::vector<Line> lines = text_of(drawing, figures, width, text);
  append(lines, set_in_turn(drawing.typesetter(), what_is_missing(drawing, figures), drawing.theme().small_print, width), 0);
  return lines;
}

void draw_unplaced(PlanDrawing& drawing) {
  if (drawing.unplaced.empty() || drawing.form == PlanForm::listed) return;  // they are on the list
  const Theme& theme = drawing.theme();
  drawing.y += theme.spacing.heading;
  const double inset = theme.spacing.panel_inset, top = drawing.y, inside = drawing.width - 2 * inset;
  drawing.y = draw_heading(drawing);
  const auto columns = static_cast<std::size_t>(std::max(1.0, inside / least_column));
  const double column = inside / static_cast<double>(columns);
  double bottom = drawing.y;
  for (std::size_t i = 0; i < drawing.unplaced.size(); ++i) {
    const double left = drawing.left + inset + static_cast<double>(i % columns) * column;
    const TextPlace place{{left, drawing.y}, column - theme.spacing.section / 2};
    bottom = std::max(bottom, draw_one(drawing, drawing.plan.actions[drawing.unplaced[i]], place));
    if (i % columns + 1 == columns) drawing.y = bottom + 8;
  }
  drawing.y = bottom + inset;
  drawing.scene.panels.push_back({{drawing.ids.use("unplaced"), "unplaced", "", ""},
                                  {drawing.left, top, drawing.width, drawing.y - top},
                                  std::nullopt,
                                  Stroke{theme.muted, 1, Dash::dashed}});
}

}  // namespace mot::plan

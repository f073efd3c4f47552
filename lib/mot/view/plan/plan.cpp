#include "mot/view/plan/plan.h"

#include <fmt/format.h>

#include <algorithm>
#include <limits>

#include "mot/picture/action_text.h"
#include "mot/picture/curves.h"
#include "mot/picture/signs.h"
#include "mot/picture/touchpoint_text.h"
#include "mot/text/isolates.h"

namespace mot::plan {

namespace {

constexpr double beside_axis = 8, below_chart = 6;
constexpr std::size_t most_named = 3;  // in the description
constexpr double points_a_tick = 60;

using RingSign = Sign<RingLook>;

RingSign doing(const Theme& theme) {
  return {legend_rank::marks, "doing", 2 * ring_radius, {theme.accent, {theme.accent, 1.5, Dash::solid}, "1", theme.page}};
}

RingSign planned(const Theme& theme) {
  return {legend_rank::marks + 1, "planned", 2 * ring_radius, {theme.page, {theme.accent, 2, Dash::solid}, "1", theme.accent}};
}

RingSign proposed(const Theme& theme) {
  return {legend_rank::marks + 2, "proposed", 2 * ring_radius, {theme.page, {theme.accent, 1.5, Dash::dashed}, "1", theme.accent}};
}

RingSign overdue(const Theme& theme) {
  const Tone& alarm = theme.tone_of(GapClass::red);
  return {legend_rank::marks + 3, "overdue", 2 * ring_radius, {alarm.colour, {alarm.colour, 1.5, Dash::solid}, "1", alarm.on_colour}};
}

Sign<Remark> ranked() {
  return {legend_rank::remarks, "numbered by value for effort", 0, {}};
}

Sign<Remark> apart() {
  return {legend_rank::remarks + 1, "actions at one place stand a little apart", 0, {}};
}

std::vector<Line> small_line(const PlanDrawing& drawing, std::string_view text) {
  return {single_line(drawing.typesetter(), text, drawing.theme().small_print)};
}

void draw_line(PlanDrawing& drawing, Point from, Point to, const Stroke& stroke) {
  drawing.scene.ground.push_back(Curve{straight(from, to), stroke});
}

/// Grounds, and at each level of effort its number.
void draw_bands(PlanDrawing& drawing) {
  const Theme& theme = drawing.theme();
  const double top = drawing.chart.top - 14, bottom = drawing.chart.bottom() + 14;
  for (std::size_t i = 0; i < levels; ++i) {
    const Band& band = drawing.bands[i];
    const Box box{band.left, top, band.inside(drawing), bottom - top};
    drawing.scene.panels.push_back({{drawing.ids.use(fmt::format("effort-{}", i + 1)), "effort", "", ""}, box, theme.panel, {}});
    put_text(drawing, {"level", "axis", "", ""}, {{band.left, bottom + below_chart}, box.width, Align::center},
             {single_line(drawing.typesetter(), fmt::format("{}", i + 1), theme.name)});
  }
  drawing.y = bottom + below_chart + single_line(drawing.typesetter(), "1", theme.name).height;
  const TextStyle title{theme.small_print.font, theme.ink};
  const std::string text = drawing.wording("effort, from 1 (little) to 5 (much) →");
  drawing.y = put_text(drawing, {"title-effort", "axis", "", ""}, {{drawing.chart.left, drawing.y + 2}, drawing.chart.width, Align::center},
                       set_text(drawing.typesetter(), text, title, drawing.chart.width).lines)
                  .bottom();
}

/// From side to side, but through no text.
void draw_value_line(PlanDrawing& drawing, double y, const Stroke& stroke) {
  constexpr double beside_text = 4;
  double from = drawing.chart.left;
  for (const Band& band : drawing.bands) {
    for (const std::size_t i : band.spots) {
      const Spot& spot = drawing.spots[i];
      if (spot.lines.empty() || y < spot.label.top || y > spot.label.bottom()) continue;
      const double middle = spot.label.left + spot.label.width / 2;
      const double half = width_of(drawing.typesetter(), spot.lines) / 2 + beside_text;
      draw_line(drawing, {from, y}, {middle - half, y}, stroke);
      from = middle + half;
    }
  }
  draw_line(drawing, {from, y}, {drawing.bands.back().left + drawing.bands.back().inside(drawing), y}, stroke);
}

void draw_values(PlanDrawing& drawing) {
  const Theme& theme = drawing.theme();
  constexpr double no_limit = std::numeric_limits<double>::max();
  for (const double tick : ticks(drawing.values, {-no_limit, no_limit}, drawing.chart.height / points_a_tick)) {
    const double y = drawing.y_of(tick);
    draw_value_line(drawing, y, {theme.line, tick == 0 ? 1.5 : theme.spacing.hairline, Dash::solid});
    put_text_in_middle(drawing, {"value", "axis", "", ""}, {{drawing.left, y}, axis_width - beside_axis, Align::right},
                       small_line(drawing, drawing.wording.points(tick)));
  }
}

void draw_spot(PlanDrawing& drawing, Spot& spot) {
  const Theme& theme = drawing.theme();
  const ActionFigures& figures = drawing.figures_of(spot);
  const Action& action = drawing.action_of(figures);
  const RingLook look = look_of(drawing, action);
  const std::string tooltip = tooltip_of(drawing, figures);
  Marker dot;
  dot.identity = {drawing.ids.use("action-" + action.id.value), "action", tooltip, ""};
  dot.center = spot.dot, dot.radius = dot_radius, dot.fill = look.fill, dot.stroke = look.stroke;
  const double size = figures.rank && *figures.rank > 99 ? theme.small_print.font.size - 3 : theme.small_print.font.size;
  if (figures.rank) dot.text = Run{fmt::format("{}", *figures.rank), {size, Weight::bold, Slant::upright}, look.colour};
  drawing.scene.items.push_back(std::move(dot));
  if (spot.lines.empty()) return;
  put_text(drawing, {"name-" + action.id.value, "name", tooltip, ""}, {{spot.label.left, spot.label.top}, spot.label.width, Align::center},
           std::move(spot.lines));
}

void draw_chart(PlanDrawing& drawing) {
  tell_left_out(drawing, {{}, drawing.left_out});
  if (drawing.form == PlanForm::listed) return draw_beside_list(drawing);
  if (drawing.spots.empty()) return;
  draw_values_title(drawing, drawing.width);
  lay_out_chart(drawing, drawing.y);
  draw_dots(drawing);
}

double width_of(PlanDrawing& drawing) {
  lay_out_bands(drawing);
  if (drawing.is_slide) drawing.form = PlanForm::listed;
  if (drawing.is_slide) return drawing.slide_width - 2 * drawing.left;
  const Band& last = drawing.bands.back();
  return drawing.spots.empty() ? 2 * least_picture_width : last.left + last.width;
}

std::string title_of(const PlanDrawing& drawing) {
  return drawing.wording("What is being done, by effort and value");
}

std::size_t count_overdue(const PlanDrawing& drawing) {
  return static_cast<std::size_t>(std::ranges::count_if(
      drawing.plan.actions, [&](const ActionFigures& figures) { return is_overdue(drawing.input, drawing.action_of(figures)); }));
}

std::vector<std::string> key_figures_of(const PlanDrawing& drawing) {
  const Wording& wording = drawing.wording;
  std::vector<std::string> texts = {wording.count(drawing.plan.actions.size(), "{count} open actions")};
  if (const std::size_t late = count_overdue(drawing); late > 0) texts.push_back(wording("{count} overdue", {{"count", late}}));
  const auto &now = drawing.plan.now.value, &after = drawing.plan.after.value;
  if (now && after && !drawing.plan.actions.empty())
    texts.push_back(wording(counts_in_full(drawing.input.analysis)
                                ? "{now} of the wanted experience delivered, every moment counted in full; {after} once all have worked"
                                : "{now} of the wanted experience delivered, {after} once all have worked",
                            {{"now", wording.percent(*now)}, {"after", wording.percent(*after)}}));
  return texts;
}

std::string description_of(const PlanDrawing& drawing) {
  const Wording& wording = drawing.wording;
  return wording("Effort against value of {actions}.", {{"actions", wording.count(drawing.plan.actions.size(), "{count} actions")}});
}

/// What to do first.
std::string verdict_of(const PlanDrawing& drawing) {
  std::vector<std::string> names;
  for (const Spot& spot : drawing.spots) {
    if (names.size() < most_named) names.push_back(isolated(drawing.action_of(drawing.figures_of(spot)).name.value));
  }
  if (names.empty()) return "";
  return drawing.wording("Most value for effort: {names}.", {{"names", drawing.wording.listed(names)}});
}

bool is_empty(const PlanDrawing& drawing) {
  return drawing.plan.actions.empty();
}

}  // namespace

PlanDrawing::PlanDrawing(const PictureInput& what, const PictureOptions& asked)
    : Canvas(what),
      input(what),
      plan(plan_of(what.workspace, what.analysis)),
      is_slide(asked.is_slide),
      slide_width(asked.width),
      slide_height(asked.height) {
  const std::size_t shown = asked.most > 0 ? std::min(asked.most, plan.actions.size()) : plan.actions.size();
  for (std::size_t i = shown; i < plan.actions.size(); ++i) left_out.push_back(action_of(plan.actions[i]).name.value);
  for (std::size_t i = 0; i < shown; ++i) {
    const ActionFigures& figures = plan.actions[i];
    const Action& action = action_of(figures);
    if (figures.value && action.effort)
      spots.push_back({i, action.effort->value, *figures.value, {}, {}, {}});
    else
      unplaced.push_back(i);
  }
}

RingLook look_of(PlanDrawing& drawing, const Action& action) {
  const Theme& theme = drawing.theme();
  if (is_overdue(drawing.input, action)) return explain(drawing, overdue(theme));
  if (action.status.value == Status::doing) return explain(drawing, doing(theme));
  return explain(drawing, action.status.value == Status::planned ? planned(theme) : proposed(theme));
}

void draw_values_title(PlanDrawing& drawing, double width) {
  const TextStyle style{drawing.theme().small_print.font, drawing.theme().ink};
  const std::string text = drawing.wording("↑ value: importance times the points gained, twice that at a moment of truth");
  drawing.y = put_text(drawing, {"title-value", "axis", "", ""}, {{drawing.left, drawing.y}, width},
                       set_text(drawing.typesetter(), text, style, width).lines)
                  .bottom() +
              6;
}

void draw_dots(PlanDrawing& drawing) {
  draw_values(drawing);
  for (const Band& band : drawing.bands) {
    for (const std::size_t i : band.spots) draw_spot(drawing, drawing.spots[i]);
  }
  draw_bands(drawing);
  explain(drawing, ranked());
  if (drawing.is_any_apart) explain(drawing, apart());
}

std::vector<Line> text_of(const PlanDrawing& drawing, const ActionFigures& figures, double width, LabelText text) {
  const Theme& theme = drawing.theme();
  const Action& action = drawing.action_of(figures);
  std::vector<Line> lines = set_text(drawing.typesetter(), isolated(action.name.value), theme.name, width).lines;
  append(lines, set_in_turn(drawing.typesetter(), action_facts(drawing, drawing.input, action), theme.small_print, width), 0);
  if (text == LabelText::facts_and_lifts) {
    const TextStyle style{theme.small_print.font, theme.accent};
    append(lines, set_text(drawing.typesetter(), lifts_text(drawing.wording, drawing.input.workspace, action), style, width).lines, 0);
  }
  if (!figures.value || figures.not_counted.empty()) return lines;
  const std::string moments = drawing.wording.count(figures.not_counted.size(), "{count} moments");
  const std::string more = drawing.wording("more may lie in {moments} that nobody knows", {{"moments", moments}});
  append(lines, set_text(drawing.typesetter(), more, theme.assumed, width).lines, 0);
  return lines;
}

std::string tooltip_of(const PlanDrawing& drawing, const ActionFigures& figures) {
  const Wording& wording = drawing.wording;
  const Action& action = drawing.action_of(figures);
  std::string text = action.name.value;
  for (const Run& fact : action_facts(drawing, drawing.input, action)) text += "\n" + fact.text;
  if (action.effort) text += "\n" + wording("effort {effort} of 5", {{"effort", wording.points(action.effort->value)}});
  if (figures.value) text += "\n" + wording("value {value}", {{"value", wording.points(*figures.value)}});
  for (const Link<Touchpoint>& link : action.touchpoints) {
    if (!link.index) continue;
    text += "\n· " + isolated(drawing.input.workspace.touchpoints[*link.index].name.value);
    if (const auto lift = lift_at(action, *link.index)) text += (*lift >= 0 ? " +" : " ") + wording.points(*lift);
  }
  return text;
}

const Content<PlanDrawing> content = {.title = title_of,
                                      .key_figures = key_figures_of,
                                      .description = description_of,
                                      .verdict = verdict_of,
                                      .width = width_of,
                                      .empty =
                                          "No action is open yet. Write down what is being done about the gaps (actions), each with "
                                          "its effort and the lift that is expected of it.",
                                      .is_empty = is_empty,
                                      .body = draw_chart,
                                      .below = draw_unplaced,
                                      .stretch = &PlanDrawing::stretch};

}  // namespace mot::plan

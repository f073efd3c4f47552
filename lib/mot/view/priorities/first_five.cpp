// The first moments to mend, beside the chart: the ranking's order, who owns them, and what is being done.
#include <fmt/format.h>

#include <algorithm>

#include "mot/analysis/plan.h"
#include "mot/analysis/priorities.h"
#include "mot/picture/action_text.h"
#include "mot/picture/gap_text.h"
#include "mot/picture/signs.h"
#include "mot/picture/touchpoint_text.h"
#include "mot/text/isolates.h"
#include "mot/text/numbers.h"
#include "mot/view/priorities/drawing.h"

namespace mot::priorities {

namespace {

constexpr std::size_t most_to_mend = 5;
constexpr double number_width = 20;

bool falls_short(const Figures& figures) {
  return figures.gap && *figures.gap > 0 && figures.gap_class != GapClass::green && figures.gap_class != GapClass::unknown;
}

/// The open actions that are to lift it, the first by value for effort in front.
std::vector<std::size_t> actions_on(const PrioritiesDrawing& drawing, std::size_t touchpoint) {
  std::vector<std::size_t> actions;
  for (const ActionFigures& figures : plan_of(drawing.input.workspace, drawing.input.analysis).actions) {
    const auto& links = drawing.input.workspace.actions[figures.action].touchpoints;
    if (std::ranges::any_of(links, [&](const Link<Touchpoint>& link) { return link.index == touchpoint; }))
      actions.push_back(figures.action);
  }
  return actions;
}

std::vector<Run> action_runs(const PrioritiesDrawing& drawing, std::size_t touchpoint) {
  const std::vector<std::size_t> actions = actions_on(drawing, touchpoint);
  const Wording& wording = drawing.wording;
  const TextStyle& small = drawing.theme().small_print;
  if (actions.empty()) return {{wording("nothing is planned"), small.font, small.colour}};
  const Action& action = drawing.input.workspace.actions[actions.front()];
  std::vector<Run> runs = action_facts(drawing, drawing.input, action);
  runs.insert(runs.begin(), {isolated(action.name.value), small.font, drawing.theme().ink});
  if (actions.size() > 1) runs.push_back({wording("and {count} more", {{"count", actions.size() - 1}}), small.font, small.colour});
  return runs;
}

std::string owner_text(const PrioritiesDrawing& drawing, const Touchpoint& touchpoint) {
  if (touchpoint.owner) return touchpoint.owner->value;
  if (!touchpoint.department.index) return drawing.wording("nobody owns it");
  const Department& department = drawing.input.workspace.departments[*touchpoint.department.index];
  return department.lead ? department.lead->value : drawing.wording("nobody owns it");
}

std::vector<Line> lines_of(PrioritiesDrawing& drawing, std::size_t index, double width) {
  const Theme& theme = drawing.theme();
  const Typesetter& typesetter = drawing.typesetter();
  const Touchpoint& touchpoint = drawing.input.workspace.touchpoints[index];
  const Figures& figures = drawing.input.analysis.touchpoints[index];
  const Tone& tone = theme.tone_of(figures.gap_class);
  std::vector<Line> lines = set_text(typesetter, starred_name(drawing, touchpoint), theme.name, width).lines;
  const std::string short_by =
      fmt::format("{} {} · {}", tone.glyph,
                  drawing.wording("{points} short", {{"points", gap_text(drawing.wording, *figures.gap, drawing.input.scale())}}),
                  basis_text(drawing.input.workspace, drawing.input.analysis, drawing.input.answers, index));
  append(lines, set_text(typesetter, short_by, {{theme.small_print.font.size, Weight::bold, Slant::upright}, tone.text}, width).lines, 1);
  append(lines, set_text(typesetter, isolated(owner_text(drawing, touchpoint)), theme.small_print, width).lines, 1);
  append(lines, set_in_turn(typesetter, action_runs(drawing, index), theme.small_print, width), 0);
  return lines;
}

}  // namespace

std::vector<std::size_t> first_to_mend(const PictureInput& input) {
  std::vector<std::size_t> first;
  for (const std::size_t i : input.analysis.ranking) {
    if (first.size() < most_to_mend && falls_short(input.analysis.touchpoints[i])) first.push_back(i);
  }
  return first;
}

void explain_order(PrioritiesDrawing& drawing) {
  const Analysis& analysis = drawing.input.analysis;
  if (analysis.method != Method::weighted) return;
  const bool has_uncertain = std::ranges::any_of(analysis.ranking, [&](std::size_t i) { return is_uncertain(analysis.touchpoints[i]); });
  const std::string_view words =
      has_uncertain ? "numbered by priority: importance times gap, twice that at a moment of truth; what is not established comes last"
                    : "numbered by priority: importance times gap, twice that at a moment of truth";
  explain(drawing, Sign<Remark>{legend_rank::remarks + 1, std::string(words), 0, {}});
}

void draw_first_to_mend(PrioritiesDrawing& drawing, const Box& box) {
  explain_order(drawing);
  const Theme& theme = drawing.theme();
  double y = box.top;
  const TextPlace heading{{box.left, y}, box.width};
  y = put_text(drawing, {"heading-first", "heading", "", ""}, heading,
               {single_line(drawing.typesetter(), drawing.wording("First to mend"), theme.heading)})
          .bottom() +
      10;
  std::size_t number = 0;
  for (const std::size_t i : first_to_mend(drawing.input)) {
    const Touchpoint& touchpoint = drawing.input.workspace.touchpoints[i];
    put_text(drawing, {"rank-" + touchpoint.id.value, "rank", "", ""}, {{box.left, y}, number_width},
             {single_line(drawing.typesetter(), fmt::format("{}", ++number), theme.name)});
    const double inside = box.width - number_width;
    const Identity identity{"first-" + touchpoint.id.value, "first", touchpoint_tooltip(drawing.input.workspace, drawing.input.analysis, i),
                            ""};
    y = put_text(drawing, identity, {{box.left + number_width, y}, inside}, lines_of(drawing, i, inside)).bottom() + 12;
  }
  drawing.y = std::max(drawing.y, y);
}

}  // namespace mot::priorities

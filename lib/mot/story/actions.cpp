// What is being done about it: open actions on moments of the journey, by value for effort.
#include <algorithm>
#include <cmath>

#include "mot/analysis/plan.h"
#include "mot/analysis/sets.h"
#include "mot/picture/action_text.h"
#include "mot/story/below.h"
#include "mot/text/isolates.h"

namespace mot::story {

namespace {

constexpr std::size_t most_actions = 5, most_where_room_is_little = 3;
constexpr double least_card = 150;

/// Also in a journey inside.
bool is_on_path(const StoryDrawing& drawing, std::size_t touchpoint) {
  const auto is_it = [&](const Visit& visit) { return visit.touchpoint == touchpoint; };
  const auto holds_it = [&](const journey::InnerJourney& inner) {
    const Workspace& workspace = drawing.input.workspace;
    const auto moments = touchpoints_of(workspace, workspace.journeys[inner.journey]);
    return std::ranges::find(moments, touchpoint) != moments.end();
  };
  return std::ranges::any_of(drawing.plan.visits, is_it) || std::ranges::any_of(drawing.plan.inner_journeys, holds_it);
}

/// Open actions on moments of the path, the ones with a rank first.
std::vector<std::size_t> actions_of(const StoryDrawing& drawing) {
  std::vector<std::size_t> actions;
  for (const ActionFigures& figures : plan_of(drawing.input.workspace, drawing.input.analysis).actions) {
    const Action& action = drawing.input.workspace.actions[figures.action];
    const bool helps = std::ranges::any_of(action.touchpoints,
                                           [&](const Link<Touchpoint>& link) { return link.index && is_on_path(drawing, *link.index); });
    if (helps) actions.push_back(figures.action);
  }
  return actions;
}

std::vector<Line> lines_of(const StoryDrawing& drawing, const Action& action, double width) {
  const Theme& theme = drawing.theme();
  const Typesetter& typesetter = drawing.typesetter();
  std::vector<Line> lines = set_text(typesetter, action.name.value, theme.name, width).lines;
  append(lines, set_in_turn(typesetter, action_facts(drawing, drawing.input, action), theme.small_print, width), 1);
  const TextStyle lifts{{8.5, Weight::bold, Slant::upright}, theme.accent};
  const auto counts = [&](std::size_t touchpoint) { return is_on_path(drawing, touchpoint); };
  append(lines, set_text(typesetter, lifts_text(drawing.wording, drawing.input.workspace, action, counts), lifts, width).lines, 1);
  return lines;
}

/// `and 2 more: Ask after gate changes, Phone first`, where that fits a line; else how many.
std::vector<Line> rest_lines(const StoryDrawing& drawing, const std::vector<std::size_t>& actions, std::size_t shown, double width) {
  std::string names;
  for (std::size_t i = shown; i < actions.size(); ++i)
    names += (i > shown ? ", " : "") + isolated(drawing.input.workspace.actions[actions[i]].name.value);
  const TextStyle& style = drawing.theme().small_print;
  const std::string all = drawing.wording("and {count} more: {names}", {{"count", actions.size() - shown}, {"names", names}});
  auto lines = set_text(drawing.typesetter(), all, style, width).lines;
  if (lines.size() == 1) return lines;
  return {single_line(drawing.typesetter(), drawing.wording("and {count} more", {{"count", actions.size() - shown}}), style)};
}

}  // namespace

void draw_actions(StoryDrawing& drawing) {
  std::vector<std::size_t> actions = actions_of(drawing);
  if (actions.empty()) return;
  const Theme& theme = drawing.theme();
  const auto room = static_cast<std::size_t>(std::max(1.0, std::floor(drawing.content_width() / least_card)));
  const std::size_t most = drawing.shows(Part::calm_words) ? most_actions : most_where_room_is_little;
  const std::size_t shown = std::min({actions.size(), most, room});
  const double pitch = drawing.content_width() / static_cast<double>(shown);
  draw_label(drawing, "next", "Next", drawing.y + 5);
  std::vector<Card> cards;
  double height = 0;
  for (std::size_t i = 0; i < shown; ++i) {
    const Action& action = drawing.input.workspace.actions[actions[i]];
    Card card;
    card.identity = {drawing.ids.use("action-" + action.id.value), "action", action.name.value, ""};
    card.box = {drawing.content_left() + static_cast<double>(i) * pitch + column_gap / 2, drawing.y, pitch - column_gap, 0};
    card.fill = theme.panel, card.stroke = {theme.panel, 1, Dash::solid}, card.accent = theme.accent;
    card.lines = lines_of(drawing, action, card.inside().width);
    height = std::max(height, height_of(card.lines) + 2 * card.padding);
    cards.push_back(std::move(card));
  }
  for (Card& card : cards) {
    card.box.height = height;
    drawing.scene.items.push_back(std::move(card));
  }
  drawing.y += height;
  if (actions.size() == shown) return;
  const double width = drawing.content_width() - 8;
  drawing.y = put_text(drawing, {"more-actions", "action", "", ""}, {{drawing.content_left() + 4, drawing.y + 3}, width},
                       rest_lines(drawing, actions, shown, width))
                  .bottom();
}

}  // namespace mot::story

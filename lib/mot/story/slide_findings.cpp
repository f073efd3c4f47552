#include "mot/story/slide_findings.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "mot/analysis/plan.h"
#include "mot/picture/action_text.h"
#include "mot/picture/touchpoint_text.h"

namespace mot::story {

namespace {

/// The first open action on a moment.
const Action* action_on(const StoryDrawing& drawing, std::size_t touchpoint) {
  for (const ActionFigures& figures : plan_of(drawing.input.workspace, drawing.input.analysis).actions) {
    const Action& action = drawing.input.workspace.actions[figures.action];
    if (std::ranges::any_of(action.touchpoints, [&](const Link<Touchpoint>& link) { return link.index == touchpoint; })) return &action;
  }
  return nullptr;
}

std::string basis_sentence(const Wording& wording, const Figures& figures) {
  if (figures.actual_kind == ActualKind::published) return wording("published, of unknown n");
  if (figures.actual_kind != ActualKind::measured || !figures.measurement) return wording("judged by ourselves");
  const std::string text = wording("n {count}", {{"count", figures.measurement->n}});
  const auto& interval = figures.measurement->interval;
  if (!interval) return text;
  return text + ", " +
         wording("95\u00a0%: {low} to {high}", {{"low", wording.points(interval->low)}, {"high", wording.points(interval->high)}});
}

/// Whether a finding says what is lived in words.
enum class FindingWords : std::uint8_t { none, all };

/// What one of the worst moments is like, and what is done about it.
std::vector<Line> finding_lines(const StoryDrawing& drawing, std::size_t index, double width, FindingWords words) {
  const Theme& theme = drawing.theme();
  const Typesetter& typesetter = drawing.typesetter();
  const Wording& wording = drawing.wording;
  const Touchpoint& touchpoint = drawing.input.workspace.touchpoints[index];
  const Figures& figures = drawing.input.analysis.touchpoints[index];
  std::vector<Line> lines = set_text(typesetter, touchpoint.name.value, theme.name, width).lines;
  const TextStyle score{theme.name.font, theme.tone_of(figures.gap_class).text};
  append(lines,
         set_text(typesetter, fmt::format("{}, {}", score_text(wording, figures), basis_sentence(wording, figures)), score, width).lines,
         0);
  const TextStyle body{theme.body.font, theme.ink};
  if (words == FindingWords::all && touchpoint.actual && touchpoint.actual->experience)
    append(lines, set_text(typesetter, touchpoint.actual->experience->value, body, width).lines, 2);
  const Action* action = action_on(drawing, index);
  const TextStyle next{theme.name.font, theme.accent};
  append(lines, set_text(typesetter, "→ " + (action ? action->name.value : wording("no action yet")), next, width).lines, 3);
  if (!action) return lines;
  append(lines, set_in_turn(typesetter, action_facts(drawing, drawing.input, *action), theme.small_print, width), 0);
  return lines;
}

constexpr double between_findings = 6, inside_finding = 5;

/// The worst moments as cards one below the other; the first `with_words` of them say what is lived in words.
std::vector<Card> finding_cards(const StoryDrawing& drawing, const Box& room, std::size_t with_words) {
  const Theme& theme = drawing.theme();
  std::vector<Card> cards;
  double y = room.top;
  for (const std::size_t index : drawing.hurting) {
    Card card;
    card.identity = {"finding-" + drawing.input.workspace.touchpoints[index].id.value, "finding", "", ""};
    card.padding = inside_finding;
    card.fill = theme.panel, card.stroke = {theme.panel, 1, Dash::solid};
    card.accent = theme.tone_of(drawing.input.analysis.touchpoints[index].gap_class).colour;
    card.box = {room.left, y, room.width, 0};
    card.lines = finding_lines(drawing, index, card.inside().width, cards.size() < with_words ? FindingWords::all : FindingWords::none);
    card.box.height = height_of(card.lines) + 2 * card.padding;
    y = card.box.bottom() + between_findings;
    cards.push_back(std::move(card));
  }
  return cards;
}

}  // namespace

void put_findings(StoryDrawing& drawing, const Box& room) {
  std::size_t with_words = drawing.hurting.size();
  std::vector<Card> cards = finding_cards(drawing, room, with_words);
  while (with_words > 0 && !cards.empty() && cards.back().box.bottom() > room.bottom()) cards = finding_cards(drawing, room, --with_words);
  for (Card& card : cards) {
    if (card.box.bottom() > room.bottom()) return;
    card.identity.id = drawing.ids.use(card.identity.id);
    drawing.scene.items.push_back(std::move(card));
  }
}

}  // namespace mot::story

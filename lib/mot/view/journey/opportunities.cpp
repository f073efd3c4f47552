// What is being done about it: actions under the columns of the moments they lift.
#include <fmt/format.h>

#include <array>

#include "mot/analysis/plan.h"
#include "mot/picture/action_text.h"
#include "mot/view/journey/notes.h"

namespace mot::journey {

namespace {

constexpr std::size_t most_actions = 3;  // of a moment
constexpr std::size_t most_opportunities = 5;
constexpr std::size_t most_opportunity_lines = 4;

/// How far it has come, by Status.
constexpr std::array<std::string_view, 5> progress = {"○", "○", "◑", "●", ""};

/// `doing, due 2027-01-31, +1.5`
std::string state_of(const JourneyDrawing& drawing, const Action& action, std::size_t touchpoint) {
  const Wording& wording = drawing.wording;
  std::string text = wording(name_of(action.status.value));
  if (is_overdue(drawing.subject, action))
    text = wording("{action}, overdue since {date}", {{"action", text}, {"date", wording.date(action.due->value)}});
  else if (action.due && action.status.value != Status::done)
    text = wording("{action}, due {date}", {{"action", text}, {"date", wording.date(action.due->value)}});
  if (const auto lift = lift_at(action, touchpoint)) text += fmt::format(", {}{}", *lift > 0 ? "+" : "", wording.points(*lift));
  return text;
}

std::string tooltip_of(const Wording& wording, const Action& action) {
  std::string text = action.name.value, state = wording(name_of(action.status.value));
  if (action.owner) text += "\n" + action.owner->value;
  if (action.due) state = wording("{action}, due {date}", {{"action", state}, {"date", wording.date(action.due->value)}});
  text += "\n" + state;
  if (action.effort) text += "\n" + wording("effort {effort} of 5", {{"effort", wording.points(action.effort->value)}});
  return text;
}

std::vector<Note> opportunities_of(JourneyDrawing& drawing, const Visit& visit) {
  const Theme& theme = drawing.theme();
  const auto& actions = drawing.actions[visit.touchpoint];
  std::vector<Note> notes;
  for (std::size_t i = 0; i < std::min(actions.size(), most_actions); ++i) {
    const Action& action = drawing.subject.workspace.actions[actions[i]];
    Note note{tooltip_of(drawing.wording, action), {{action.name.value, {theme.body.font, theme.ink}, most_opportunity_lines}}};
    const bool is_late = is_overdue(drawing.subject, action);
    const Tone& alarm = theme.tone_of(GapClass::red);
    const TextStyle late{{theme.small_print.font.size, Weight::bold, Slant::upright}, alarm.text};
    note.texts.push_back({state_of(drawing, action, visit.touchpoint), is_late ? late : theme.small_print, 2});
    const std::string_view sign = is_late ? alarm.glyph : progress[static_cast<std::size_t>(action.status.value)];
    note.sign = Run{std::string(sign), theme.small_print.font, is_late ? alarm.text : theme.accent};
    note.sign_class = name_of(action.status.value);
    notes.push_back(std::move(note));
  }
  if (actions.size() > most_actions)
    notes.back().texts.push_back({drawing.wording("and {count} more", {{"count", actions.size() - most_actions}}), theme.small_print, 1});
  return notes;
}

}  // namespace

void draw_opportunities(JourneyDrawing& drawing, const Band& band) {
  draw_notes(drawing, band,
             {.panel = "opportunities",
              .note = "action",
              .sign = "progress",
              .heading = drawing.wording("Opportunities"),
              .blank = Blank::all,
              .most_in_column = most_opportunities,
              .notes_of = opportunities_of});
}

}  // namespace mot::journey

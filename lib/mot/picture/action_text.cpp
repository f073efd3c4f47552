#include "mot/picture/action_text.h"

#include "mot/analysis/plan.h"
#include "mot/text/isolates.h"

namespace mot {

bool is_overdue(const PictureInput& input, const Action& action) {
  return input.today && is_overdue(action, *input.today);
}

std::vector<Run> action_facts(const Canvas& canvas, const PictureInput& input, const Action& action) {
  const Theme& theme = canvas.theme();
  const Wording& wording = canvas.wording;
  const TextStyle& small = theme.small_print;
  const Font bold{small.font.size, Weight::bold, small.font.slant};
  const Tone& alarm = theme.tone_of(GapClass::red);
  std::vector<Run> facts;
  if (action.owner)
    facts.push_back({isolated(action.owner->value), small.font, small.colour});
  else
    facts.push_back({wording("nobody owns it"), bold, theme.tone_of(GapClass::orange).text});
  if (action.due) {
    const std::string date = wording.date(action.due->value);
    if (is_overdue(input, action))
      facts.push_back({std::string(alarm.glyph) + "\u00a0" + wording("overdue since {date}", {{"date", date}}), bold, alarm.text});
    else
      facts.push_back({wording("due {date}", {{"date", date}}), small.font, small.colour});
  }
  facts.push_back({wording(name_of(action.status.value)), small.font, small.colour});
  return facts;
}

std::string lifts_text(const Wording& wording, const Workspace& workspace, const Action& action,
                       const std::function<bool(std::size_t touchpoint)>& counts) {
  std::string text;
  for (const Link<Touchpoint>& link : action.touchpoints) {
    if (!link.index || (counts && !counts(*link.index))) continue;
    std::string pair = workspace.touchpoints[*link.index].name.value;
    if (const auto lift = lift_at(action, *link.index)) {
      const std::string figure = (*lift >= 0 ? "+" : "") + wording.points(*lift);
      pair += "\u00a0" + (has_right_to_left(pair) ? held_apart(figure) : figure);  // else its sign would go to the other side
    }
    text += (text.empty() ? "" : ", ") + isolated(pair);
  }
  return text;
}

}  // namespace mot

#include "mot/picture/journey_text.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <iterator>

#include "mot/picture/told_rows.h"

namespace mot {

std::string goal_text(const Wording& wording, const Journey& journey) {
  return journey.goal ? wording("Goal: {goal}", {{"goal", journey.goal->value}}) : "";
}

std::vector<std::string> journey_facts(const Wording& wording, const Journey& journey) {
  std::vector<std::string> facts, states;
  if (journey.trigger) facts.push_back(wording("Set off by: {trigger}", {{"trigger", journey.trigger->value}}));
  if (journey.ends_when) facts.push_back(wording("Ends when: {end}", {{"end", journey.ends_when->value}}));
  if (journey.owner) facts.push_back(wording("Owner: {owner}", {{"owner", journey.owner->value}}));
  if (journey.status) states.push_back(wording(name_of(journey.status->value)));
  if (journey.kind) states.push_back(wording(name_of(journey.kind->value)));
  if (!states.empty()) facts.push_back(fmt::format("{}", fmt::join(states, ", ")));
  for (const Kpi& kpi : journey.kpis) facts.push_back(kpi_text(wording, kpi).text);
  return facts;
}

std::vector<Line> continued_name(const Canvas& canvas, const std::string& stage, const TextStyle& style, double width,
                                 std::size_t most_lines) {
  const auto set = [&](const std::string& text) { return set_text(canvas.typesetter(), text, style, width, most_lines).lines; };
  std::vector<Line> bare = set(stage), said = set(canvas.wording("{stage}, continued", {{"stage", stage}}));
  return said.size() <= bare.size() ? said : bare;
}

std::string name_among_shown(const Journey& shown, std::size_t stage, const Journey* whole) {
  const std::string& name = shown.stages[stage].name.value;
  if (whole == nullptr) return name;
  const auto place = [&](std::size_t i) {
    return std::ranges::find(whole->stages, shown.stages[i].id.value, [](const Stage& one) { return one.id.value; }) -
           whole->stages.begin();
  };
  const auto own = place(stage), before = stage > 0 ? place(stage - 1) : -1;
  const bool is_last = stage + 1 == shown.stages.size();
  return (own > before + 1 ? "… " : "") + name + (is_last && own + 1 < std::ssize(whole->stages) ? " …" : "");
}

std::string period_text(const Answers& answers, const Wording& wording) {
  if (answers.from && answers.to)
    return wording("{low} to {high}", {{"low", wording.date(*answers.from)}, {"high", wording.date(*answers.to)}});
  if (answers.from) return wording("since {date}", {{"date", wording.date(*answers.from)}});
  return answers.to ? wording("until {date}", {{"date", wording.date(*answers.to)}}) : "";
}

}  // namespace mot

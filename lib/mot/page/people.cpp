// The people in a touchpoint's card: who may decide, what was promised and kept, what is said, what the best do, who acts.
#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <string_view>

#include "mot/analysis/contrasts.h"
#include "mot/analysis/latitude.h"
#include "mot/analysis/plan.h"
#include "mot/analysis/scores.h"
#include "mot/analysis/statistics.h"
#include "mot/page/moments.h"
#include "mot/page/page_text.h"
#include "mot/words/figures.h"

namespace mot {
namespace {

constexpr double share_width = 150;  // pixels

std::string listed(const std::vector<Text>& texts) {
  std::vector<std::string> all;
  for (const Text& text : texts) all.push_back(text.value);
  return fmt::format("{}", fmt::join(all, ", "));
}

Json commitment_of(std::string what, const Commitment& commitment, const std::optional<Share>& kept, const Wording& wording) {
  Json content = {{"what", std::move(what)},
                  {"text", text_or_nothing(commitment.text)},
                  {"score", commitment.score ? wording.points(commitment.score->value) : ""},
                  {"kept", ""},
                  {"of", ""},
                  {"drawing", Json()}};
  if (!kept) return content;
  content["kept"] = fmt::format("{:.0f}", 100 * kept->value);
  content["of"] = wording("{count} of {all}, 95 %: {low} to {high}", {{"count", kept->count},
                                                                      {"all", kept->of},
                                                                      {"low", decimal_in(wording, 100 * kept->interval.low, 0)},
                                                                      {"high", decimal_in(wording, 100 * kept->interval.high, 0)}});
  content["drawing"] = share_drawing(kept->value, kept->interval, share_width);
  return content;
}

Json quote_of(const std::optional<Verdict>& verdict, std::string text, std::string from, const Wording& wording) {
  return {{"thumb", !verdict                  ? ""
                    : *verdict == Verdict::up ? "▲"
                                              : "▼"},
          {"verdict", verdict ? std::string(name_of(*verdict)) : "said"},
          {"said", wording(verdict ? name_of(*verdict) : "said")},
          {"text", std::move(text)},
          {"from", std::move(from)}};
}

std::string source_of(const Evidence& evidence, const Wording& wording) {
  std::vector<std::string> parts;
  if (evidence.voice) parts.push_back(wording(name_of(evidence.voice->value)));
  if (evidence.from) parts.push_back(evidence.from->value);
  if (evidence.date) parts.push_back(wording.date(evidence.date->value));
  if (evidence.outcome) parts.push_back(wording(name_of(evidence.outcome->value)));
  return fmt::format("{}", fmt::join(parts, ", "));
}

/// `6.4, n 20`.
std::string mean_text(double mean, std::size_t n, const Wording& wording) {
  return fmt::format("{}, {}", wording.points(mean), wording("n {count}", {{"count", n}}));
}

/// What a persona wants there, and how it lives it.
Json persona_of(const MomentInput& input, std::size_t index) {
  const Wording wording = input.wording();
  const Persona& persona = input.workspace().personas[index];
  const Touchpoint& touchpoint = input.touchpoint();
  const TouchpointAnswers& answers = input.report.review.answers.of(input.index);
  std::string wants, flag, lived;
  if (touchpoint.desired && touchpoint.desired->customer) {
    for (const auto& [whose, wish] : touchpoint.desired->customer->by) {
      if (whose.index != index) continue;
      wants = text_or_nothing(wish.experience);
      if (wish.score) wants += fmt::format("{}{}", wants.empty() ? "" : ": ", wording.points(wish.score->value));
    }
  }
  for (const auto& [whose, honours] : touchpoint.flags) {
    if (whose.index == index) flag = honours.value;
  }
  if (index < answers.by_persona.size()) {
    const AnswerSums& sums = answers.by_persona[index];
    if (sums.n > 0) lived = mean_text(sums.mean, sums.n, wording);
    if (sums.n > 0 && is_under(effective_n(sums), few_answers)) lived += ", " + wording("under 30 answers");
  }
  if (wants.empty() && flag.empty() && lived.empty()) return {};
  return {{"name", persona.name.value}, {"lived", lived}, {"wants", wants}, {"flag", flag}};
}

Json practice(std::string who, const std::optional<Measurement>& reached, std::string text, const Wording& wording) {
  return {{"who", std::move(who)}, {"reached", reached ? mean_text(reached->mean, reached->n, wording) : ""}, {"text", std::move(text)}};
}

}  // namespace

Json latitude_of(const MomentInput& input) {
  const Touchpoint& touchpoint = input.touchpoint();
  if (!touchpoint.policy && !touchpoint.empowerment) return {};
  Json content = {{"rule", ""},  {"protects", ""}, {"exceptions", ""}, {"may", ""},
                  {"limit", ""}, {"knows", ""},    {"asks", ""},       {"nobody_may", false}};
  if (const auto& policy = touchpoint.policy) {
    std::vector<std::string> protects;
    for (const auto& party : policy->protects) protects.push_back(input.wording()(name_of(party.value)));
    content["rule"] = policy->rule.value;
    content["protects"] = fmt::format("{}", fmt::join(protects, ", "));
    content["exceptions"] = listed(policy->exceptions);
  }
  if (const auto& empowerment = touchpoint.empowerment) {
    content["may"] = listed(empowerment->may);
    content["limit"] = text_or_nothing(empowerment->limit);
    content["knows"] = listed(empowerment->knows);
    content["asks"] = text_or_nothing(empowerment->asks);
  }
  content["nobody_may"] = has_policy_without_latitude(touchpoint);
  return content;
}

Json commitments_of(const MomentInput& input) {
  const Wording wording = input.wording();
  Json commitments = Json::array();
  const Touchpoint& touchpoint = input.touchpoint();
  if (touchpoint.standard)
    commitments.push_back(commitment_of(wording("Standard"), *touchpoint.standard, input.figures().standard_kept, wording));
  if (touchpoint.promise)
    commitments.push_back(commitment_of(wording("Promise"), *touchpoint.promise, input.figures().promise_kept, wording));
  return commitments;
}

Json quotes_of(const MomentInput& input) {
  const Wording wording = input.wording();
  Json quotes = Json::array();
  for (const Quote& quote : input.report.review.answers.of(input.index).quotes) {
    quotes.push_back(
        quote_of(quote.verdict, quote.text, quote.persona ? input.workspace().personas[*quote.persona].name.value : "", wording));
  }
  for (const Evidence& evidence : input.touchpoint().evidence) {
    if (!evidence.quote) continue;
    quotes.push_back(quote_of(evidence.verdict ? std::optional(evidence.verdict->value) : std::nullopt, evidence.quote->value,
                              source_of(evidence, wording), wording));
  }
  return quotes;
}

Json personas_of(const MomentInput& input) {
  Json personas = Json::array();
  for (std::size_t i = 0; i < input.workspace().personas.size(); ++i) {
    Json persona = persona_of(input, i);
    if (!persona.is_null()) personas.push_back(std::move(persona));
  }
  return personas;
}

Json practices_of(const MomentInput& input) {
  const Practices practices = practices_at(input.touchpoint());
  const auto gap = practice_gap(input.touchpoint(), input.workspace().project.scale);
  const Wording wording = input.wording();
  Json all = Json::array();
  if (gap || !practices.top.empty())
    all.push_back(practice(wording("The best"), gap ? std::optional(gap->top) : std::nullopt,
                           fmt::format("{}", fmt::join(practices.top, "; ")), wording));
  if (gap || !practices.typical.empty())
    all.push_back(practice(wording("Others"), gap ? std::optional(gap->typical) : std::nullopt,
                           fmt::format("{}", fmt::join(practices.typical, "; ")), wording));
  return all;
}

Json actions_of(const MomentInput& input) {
  const Wording wording = input.wording();
  Json actions = Json::array();
  for (const Action& action : input.workspace().actions) {
    const bool is_there = std::ranges::any_of(action.touchpoints, [&](const auto& link) { return link.index == input.index; });
    if (!is_there) continue;
    std::vector<std::string> facts = {action.owner ? action.owner->value : wording("nobody owns it")};
    if (action.due) facts.push_back(wording("due {date}", {{"date", wording.date(action.due->value)}}));
    if (is_overdue(action, input.report.today)) facts.push_back(wording("overdue"));
    if (action.effort) facts.push_back(wording("effort {effort}", {{"effort", wording.points(action.effort->value)}}));
    if (const auto lift = lift_at(action, input.index)) facts.push_back(wording("lifts {points}", {{"points", wording.points(*lift)}}));
    actions.push_back({{"name", action.name.value},
                       {"status", wording(name_of(action.status.value))},
                       {"facts", fmt::format("{}", fmt::join(facts, " · "))}});
  }
  return actions;
}

}  // namespace mot

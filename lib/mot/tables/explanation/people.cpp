// Steps of the facets that are there, how personas and performers differ, and what is being done.
#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

#include "mot/analysis/contrasts.h"
#include "mot/analysis/plan.h"
#include "mot/analysis/priorities.h"
#include "mot/tables/explanation/steps.h"
#include "mot/text/utf8.h"
#include "mot/words/figures.h"

namespace mot::explanation {
namespace {

std::string names(const std::vector<Facet>& facets, const Wording& wording) {
  std::vector<std::string> words;
  for (const Facet facet : facets) words.push_back(wording(name_of(facet)));
  return fmt::format("{}", fmt::join(words, ", "));
}

std::string spread_text(const Measurement& measurement, const Wording& wording) {
  return wording("mean of n {n}; effective n {effective}, s {spread}", {{"n", measurement.n},
                                                                        {"effective", said(measurement.n_effective, wording)},
                                                                        {"spread", measurement.sd ? said(*measurement.sd, wording) : "?"}});
}

void add_mean(Steps& steps, std::string key, std::string name, const Measurement& measurement, std::vector<Span> places) {
  steps.push_back({.key = std::move(key),
                   .name = std::move(name),
                   .value = measurement.mean,
                   .remark = spread_text(measurement, steps.wording),
                   .places = std::move(places)});
}

void add_practices(Steps& steps, std::string_view voice, std::string_view name, const std::vector<std::string>& practices) {
  for (std::size_t i = 0; i < practices.size(); ++i)
    steps.push_back({.key = fmt::format("{}_practice_{}", voice, i + 1), .name = steps.wording(name), .value = practices[i]});
}

std::vector<Span> places_of(const Touchpoint& touchpoint, Voice voice) {
  std::vector<Span> places;
  for (const Evidence& evidence : touchpoint.evidence) {
    if (evidence.voice && evidence.voice->value == voice && evidence.score) places.push_back(evidence.span);
  }
  return places;
}

/// How the moment honours what each customer is proud of; of the persona alone, where one was asked for.
Steps flag_steps(const Subject& subject) {
  Steps steps{subject.wording};
  for (const auto& [persona, honours] : subject.touchpoint().flags) {
    if (!persona.index || (subject.analysis.persona && persona.index != subject.analysis.persona)) continue;
    const Persona& whose = subject.workspace.personas[*persona.index];
    steps.push_back({.key = fmt::format("flag_{}", steps.size() + 1),
                     .name = steps.wording("flag of {persona}", {{"persona", whose.id.value}}),
                     .value = honours.value,
                     .remark = whose.flag ? steps.wording("proud of: {text}", {{"text", printable(whose.flag->value)}}) : "",
                     .places = {honours.span}});
  }
  return steps;
}

bool is_about(const Action& action, std::size_t touchpoint) {
  const auto links_here = [&](const Link<Touchpoint>& link) { return link.index == touchpoint; };
  return std::ranges::any_of(action.touchpoints, links_here) ||
         (action.lift && std::ranges::any_of(action.lift->by_touchpoint, [&](const auto& entry) { return links_here(entry.key); }));
}

std::string about(const Action& action, const Wording& wording) {
  std::string text = fmt::format("{}: {}", wording(name_of(action.status.value)), printable(action.name.value));
  if (action.owner) text += ", " + printable(action.owner->value);
  if (action.due) text += ", " + wording("due {date}", {{"date", wording.date(action.due->value)}});
  return text;
}

Step action_step(const Subject& subject, const Action& action, std::size_t number) {
  const Figures& figures = subject.figures();
  Step step{.key = fmt::format("action_{}", number),
            .name = subject.wording("action {name}", {{"name", action.id.value}}),
            .remark = about(action, subject.wording),
            .places = {action.id.span}};
  const auto lift = lift_at(action, subject.index);
  if (!lift || !figures.importance || !figures.gap) return step;
  const bool is_moment = subject.touchpoint().moment_of_truth.value;
  step.formula = subject.wording(is_moment ? "importance * 2 * (max(gap, 0) - max(gap - lift, 0))"
                                           : "importance * (max(gap, 0) - max(gap - lift, 0))");
  step.numbers = fmt::format("{0} * {1}(max({2}, 0) - max({2} - {3}, 0))", num(*figures.importance), is_moment ? "2 * " : "",
                             num(*figures.gap), num(*lift));
  step.value = value_of(finite(*figures.importance * (is_moment ? moment_of_truth_factor : 1) * shortfall_mended(*figures.gap, *lift)));
  return step;
}

}  // namespace

Steps coverage_steps(const Subject& subject) {
  const Figures& figures = subject.figures();
  Steps steps{subject.wording};
  if (!figures.present.empty())
    steps.push_back({.key = "present", .name = steps.wording("present"), .value = names(figures.present, steps.wording)});
  if (!figures.missing.empty())
    steps.push_back({.key = "missing", .name = steps.wording("missing"), .value = names(figures.missing, steps.wording)});
  for (const auto& [facet, reason] : subject.touchpoint().not_applicable) {
    steps.push_back({.key = fmt::format("not_applicable_{}", name_of(facet.value)),
                     .name = steps.wording("not asked"),
                     .value = steps.wording(name_of(facet.value)),
                     .remark = printable(reason.value),
                     .places = {facet.span}});
  }
  const std::size_t present = figures.present.size(), asked = present + figures.missing.size();
  if (asked == 0) return steps;
  steps.push_back({.key = "coverage",
                   .name = steps.wording("coverage"),
                   .formula = steps.wording("100 * present / asked"),
                   .numbers = fmt::format("100 * {} / {}", present, asked),
                   .value = 100 * static_cast<double>(present) / static_cast<double>(asked),
                   .remark = steps.wording("%")});
  return steps;
}

Steps moment_of_truth_steps(const Subject& subject) {
  const auto& why = subject.touchpoint().moment_of_truth.why;
  Steps steps{subject.wording};
  if (why)
    steps.push_back({.key = "moment_of_truth", .name = steps.wording("decides because"), .value = why->value, .places = {why->span}});
  return steps;
}

Steps persona_steps(const Subject& subject) {
  Steps steps = flag_steps(subject);
  if (subject.analysis.persona || subject.index >= subject.all.touchpoints.size()) return steps;
  const TouchpointAnswers& answered = subject.all.touchpoints[subject.index];
  const auto gap = persona_gaps(subject.workspace, subject.all)[subject.index];
  if (!gap) return steps;
  for (std::size_t i = 0; i < answered.by_persona.size(); ++i) {
    const auto measurement = measured(answered.by_persona[i], subject.scale());
    if (!measurement) continue;
    const Persona& persona = subject.workspace.personas[i];
    add_mean(steps, fmt::format("persona_{}", i + 1), persona.id.value, *measurement, {persona.id.span});
  }
  const double confidence = 1 - 0.05 / static_cast<double>(gap->pairs);
  steps.push_back(
      {.key = "persona_confidence",
       .name = steps.wording("confidence"),
       .formula = steps.wording("1 - 0.05 / pairs"),
       .numbers = fmt::format("1 - 0.05 / {}", gap->pairs),
       .value = confidence,
       .remark = steps.wording("Bonferroni, for the widest of all pairs is looked at: of those who answered often enough, else of all")});
  const auto worse = measured(answered.by_persona[gap->worse], subject.scale()),
             better = measured(answered.by_persona[gap->better], subject.scale());
  const auto& personas = subject.workspace.personas;
  add_contrast(steps,
               {"persona", personas[gap->worse].id.value, personas[gap->better].id.value, *worse, *better, subject.scale(), confidence});
  if (gap->p) {
    steps.push_back(
        {.key = "persona_p",
         .name = steps.wording("p, adjusted"),
         .value = *gap->p,
         .remark = steps.wording("Welch's, times the pairs, then by Holm over the touchpoints at which personas can be compared")});
  }
  steps.push_back({.key = "uneven",
                   .name = steps.wording("treated unevenly"),
                   .value = steps.wording(gap->is_established ? "yes" : "not established"),
                   .remark = gap->is_established ? steps.wording("both on enough answers, and p is under {limit}",
                                                                 {{"limit", number_in(steps.wording, 0.05)}})
                                                 : ""});
  return steps;
}

Steps remember_steps(const Subject& subject) {
  Steps steps{subject.wording};
  for (const Text& detail : subject.touchpoint().remember) {
    steps.push_back({.key = fmt::format("remember_{}", steps.size() + 1),
                     .name = steps.wording("worth noting"),
                     .value = detail.value,
                     .remark = steps.wording("for the next contact"),
                     .places = {detail.span}});
  }
  return steps;
}

Steps practice_steps(const Subject& subject) {
  Steps steps{subject.wording};
  const Touchpoint& touchpoint = subject.touchpoint();
  if (const auto gap = practice_gap(touchpoint, subject.scale())) {
    add_mean(steps, "top", steps.wording("top performers"), gap->top, places_of(touchpoint, Voice::top_performer));
    add_mean(steps, "typical", steps.wording("typical ones"), gap->typical, places_of(touchpoint, Voice::typical_performer));
    add_contrast(steps, {"practice", steps.wording("typical"), steps.wording("top"), gap->typical, gap->top, subject.scale()});
  }
  const Practices practices = practices_at(touchpoint);
  add_practices(steps, "top", "top practice", practices.top);
  add_practices(steps, "typical", "typical practice", practices.typical);
  if (!practices.only_top.empty()) {
    steps.push_back({.key = "only_top",
                     .name = steps.wording("only top performers"),
                     .value = fmt::format("{}", fmt::join(practices.only_top, "; ")),
                     .remark = steps.wording("what typical ones could learn")});
  }
  return steps;
}

Steps action_steps(const Subject& subject) {
  Steps steps{subject.wording};
  for (const Action& action : subject.workspace.actions) {
    if (is_about(action, subject.index)) steps.push_back(action_step(subject, action, steps.size() + 1));
  }
  return steps;
}

}  // namespace mot::explanation

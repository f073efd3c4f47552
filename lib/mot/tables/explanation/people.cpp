// Steps of the facets that are there, how personas and performers differ, and what is being done.
#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

#include "mot/analysis/contrasts.h"
#include "mot/analysis/plan.h"
#include "mot/analysis/priorities.h"
#include "mot/tables/explanation/steps.h"
#include "mot/text/utf8.h"

namespace mot::explanation {
namespace {

std::string names(const std::vector<Facet>& facets) {
  std::vector<std::string_view> words;
  for (const Facet facet : facets) words.push_back(name_of(facet));
  return fmt::format("{}", fmt::join(words, ", "));
}

std::string spread_text(const Measurement& measurement) {
  return fmt::format("mean of n {}; effective n {}, s {}", measurement.n, calculator_text(measurement.n_effective),
                     measurement.sd ? calculator_text(*measurement.sd) : "?");
}

Step mean_step(std::string key, std::string name, const Measurement& measurement, std::vector<Span> places) {
  return {.key = std::move(key),
          .name = std::move(name),
          .value = measurement.mean,
          .remark = spread_text(measurement),
          .places = std::move(places)};
}

void add_practices(Steps& steps, std::string_view voice, const std::vector<std::string>& practices) {
  for (std::size_t i = 0; i < practices.size(); ++i) {
    steps.push_back({.key = fmt::format("{}_practice_{}", voice, i + 1), .name = fmt::format("{} practice", voice), .value = practices[i]});
  }
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
  Steps steps;
  for (const auto& [persona, honours] : subject.touchpoint().flags) {
    if (!persona.index || (subject.analysis.persona && persona.index != subject.analysis.persona)) continue;
    const Persona& whose = subject.workspace.personas[*persona.index];
    steps.push_back({.key = fmt::format("flag_{}", steps.size() + 1),
                     .name = fmt::format("flag of {}", whose.id.value),
                     .value = honours.value,
                     .remark = whose.flag ? "proud of: " + printable(whose.flag->value) : "",
                     .places = {honours.span}});
  }
  return steps;
}

bool is_about(const Action& action, std::size_t touchpoint) {
  const auto links_here = [&](const Link<Touchpoint>& link) { return link.index == touchpoint; };
  return std::ranges::any_of(action.touchpoints, links_here) ||
         (action.lift && std::ranges::any_of(action.lift->by_touchpoint, [&](const auto& entry) { return links_here(entry.key); }));
}

std::string about(const Action& action) {
  std::string text = fmt::format("{}: {}", name_of(action.status.value), printable(action.name.value));
  if (action.owner) text += ", " + printable(action.owner->value);
  if (action.due) text += ", due " + to_string(action.due->value);
  return text;
}

Step action_step(const Subject& subject, const Action& action, std::size_t number) {
  const Figures& figures = subject.figures();
  Step step{.key = fmt::format("action_{}", number),
            .name = fmt::format("action {}", action.id.value),
            .remark = about(action),
            .places = {action.id.span}};
  const auto lift = lift_at(action, subject.index);
  if (!lift || !figures.importance || !figures.gap) return step;
  const bool is_moment = subject.touchpoint().moment_of_truth.value;
  step.formula = fmt::format("importance * {}(max(gap, 0) - max(gap - lift, 0))", is_moment ? "2 * " : "");
  step.numbers = fmt::format("{0} * {1}(max({2}, 0) - max({2} - {3}, 0))", num(*figures.importance), is_moment ? "2 * " : "",
                             num(*figures.gap), num(*lift));
  step.value = value_of(finite(*figures.importance * (is_moment ? moment_of_truth_factor : 1) * shortfall_mended(*figures.gap, *lift)));
  return step;
}

}  // namespace

Steps coverage_steps(const Subject& subject) {
  const Figures& figures = subject.figures();
  Steps steps;
  if (!figures.present.empty()) steps.push_back({.key = "present", .name = "present", .value = names(figures.present)});
  if (!figures.missing.empty()) steps.push_back({.key = "missing", .name = "missing", .value = names(figures.missing)});
  for (const auto& [facet, reason] : subject.touchpoint().not_applicable) {
    steps.push_back({.key = fmt::format("not_applicable_{}", name_of(facet.value)),
                     .name = "not asked",
                     .value = std::string(name_of(facet.value)),
                     .remark = printable(reason.value),
                     .places = {facet.span}});
  }
  const std::size_t present = figures.present.size(), asked = present + figures.missing.size();
  if (asked == 0) return steps;
  steps.push_back({.key = "coverage",
                   .name = "coverage",
                   .formula = "100 * present / asked",
                   .numbers = fmt::format("100 * {} / {}", present, asked),
                   .value = 100 * static_cast<double>(present) / static_cast<double>(asked),
                   .remark = "%"});
  return steps;
}

Steps moment_of_truth_steps(const Subject& subject) {
  const auto& why = subject.touchpoint().moment_of_truth.why;
  if (!why) return {};
  return {{.key = "moment_of_truth", .name = "decides because", .value = why->value, .places = {why->span}}};
}

Steps persona_steps(const Subject& subject) {
  Steps steps = flag_steps(subject);
  if (subject.analysis.persona || subject.index >= subject.all.touchpoints.size()) return steps;
  const TouchpointAnswers& answered = subject.all.touchpoints[subject.index];
  const auto gap = persona_gaps(subject.all, subject.scale())[subject.index];
  if (!gap) return steps;
  for (std::size_t i = 0; i < answered.by_persona.size(); ++i) {
    const auto measurement = measured(answered.by_persona[i], subject.scale());
    if (!measurement) continue;
    const Persona& persona = subject.workspace.personas[i];
    steps.push_back(mean_step(fmt::format("persona_{}", i + 1), persona.id.value, *measurement, {persona.id.span}));
  }
  const double confidence = 1 - 0.05 / static_cast<double>(gap->pairs);
  steps.push_back({.key = "persona_confidence",
                   .name = "confidence",
                   .formula = "1 - 0.05 / pairs",
                   .numbers = fmt::format("1 - 0.05 / {}", gap->pairs),
                   .value = confidence,
                   .remark = "Bonferroni, for the widest of all pairs is looked at: of those who answered often enough, else of all"});
  const auto worse = measured(answered.by_persona[gap->worse], subject.scale()),
             better = measured(answered.by_persona[gap->better], subject.scale());
  const auto& personas = subject.workspace.personas;
  add_contrast(steps,
               {"persona", personas[gap->worse].id.value, personas[gap->better].id.value, *worse, *better, subject.scale(), confidence});
  if (gap->p) {
    steps.push_back({.key = "persona_p",
                     .name = "p, adjusted",
                     .value = *gap->p,
                     .remark = "Welch's, times the pairs, then by Holm over the touchpoints at which personas can be compared"});
  }
  steps.push_back({.key = "uneven",
                   .name = "treated unevenly",
                   .value = std::string(gap->is_established ? "yes" : "not established"),
                   .remark = gap->is_established ? "both on enough answers, and p is under 0.05" : ""});
  return steps;
}

Steps remember_steps(const Subject& subject) {
  Steps steps;
  for (const Text& detail : subject.touchpoint().remember) {
    steps.push_back({.key = fmt::format("remember_{}", steps.size() + 1),
                     .name = "worth noting",
                     .value = detail.value,
                     .remark = "for the next contact",
                     .places = {detail.span}});
  }
  return steps;
}

Steps practice_steps(const Subject& subject) {
  Steps steps;
  const Touchpoint& touchpoint = subject.touchpoint();
  if (const auto gap = practice_gap(touchpoint, subject.scale())) {
    steps.push_back(mean_step("top", "top performers", gap->top, places_of(touchpoint, Voice::top_performer)));
    steps.push_back(mean_step("typical", "typical ones", gap->typical, places_of(touchpoint, Voice::typical_performer)));
    add_contrast(steps, {"practice", "typical", "top", gap->typical, gap->top, subject.scale()});
  }
  const Practices practices = practices_at(touchpoint);
  add_practices(steps, "top", practices.top);
  add_practices(steps, "typical", practices.typical);
  if (!practices.only_top.empty()) {
    steps.push_back({.key = "only_top",
                     .name = "only top performers",
                     .value = fmt::format("{}", fmt::join(practices.only_top, "; ")),
                     .remark = "what typical ones could learn"});
  }
  return steps;
}

Steps action_steps(const Subject& subject) {
  Steps steps;
  for (const Action& action : subject.workspace.actions) {
    if (is_about(action, subject.index)) steps.push_back(action_step(subject, action, steps.size() + 1));
  }
  return steps;
}

}  // namespace mot::explanation

// Journeys with their stages, and personas: all that is written of them.
#include <fmt/format.h>

#include "mot/tables/explanation/explanation.h"
#include "mot/tables/explanation/narrative.h"
#include "mot/tables/figure.h"

namespace mot {
namespace {

using explanation::Steps;

void add_part(Explanation& explained, std::string key, std::string title, Steps steps) {
  if (!steps.all.empty()) explained.parts.push_back({std::move(key), std::move(title), std::move(steps.all)});
}

template <class Word>
void add_word(Steps& steps, std::string_view key, const std::optional<Placed<Word>>& word) {
  if (!word) return;
  steps.push_back(
      {.key = std::string(key), .name = steps.wording(key), .value = steps.wording(name_of(word->value)), .places = {word->span}});
}

template <class Target>
std::vector<Text> texts_of(const std::vector<Link<Target>>& links) {
  return {links.begin(), links.end()};
}

/// What everything with an id may say.
template <class Thing>
void add_remarks(Steps& steps, const Thing& thing) {
  if constexpr (requires { thing.tags; }) explanation::add_texts(steps, "tag", "tag", thing.tags);
  explanation::add_text(steps, "notes", "notes", thing.notes);
  explanation::add_references(steps, thing.links);
}

Steps journey_steps(const Journey& journey, const Wording& wording) {
  Steps steps{wording};
  explanation::add_texts(steps, "persona", "travelled by", texts_of(journey.personas));
  explanation::add_text(steps, "goal", "goal", journey.goal);
  explanation::add_text(steps, "trigger", "set off by", journey.trigger);
  explanation::add_text(steps, "ends_when", "ends when", journey.ends_when);
  explanation::add_text(steps, "owner", "owner", journey.owner);
  add_word(steps, "status", journey.status);
  add_word(steps, "kind", journey.kind);
  explanation::add_kpis(steps, journey.kpis);
  add_remarks(steps, journey);
  return steps;
}

/// `3. rebook`, and under it what a branch from it leads to.
void add_steps(Steps& steps, const std::vector<PathStep>& path, const std::string& inside) {
  for (const PathStep& step : path) {
    const auto add = [&](std::string_view key, std::string_view name, const std::string& where, const Text& text) {
      steps.push_back({.key = std::string(key), .name = where + steps.wording(name), .value = text.value, .places = {text.span}});
    };
    if (!step.is_branch()) {
      const bool is_journey = step.touchpoint.value.empty();
      if (is_journey)
        add("journey", "journey inside", inside, step.journey);
      else
        add("touchpoint", "touchpoint", inside, step.touchpoint);
      continue;
    }
    if (step.when) add("when", "branch, when", inside, *step.when);
    const std::string within = inside + steps.wording("in the branch:") + " ";
    if (step.share) {
      steps.push_back({.key = "share",
                       .name = within + steps.wording("share"),
                       .value = step.share->value,
                       .remark = steps.wording("% of the journey's customers"),
                       .places = {step.share->span}});
    }
    add_steps(steps, step.steps, within);
    if (step.then) add("then", "goes on at", within, *step.then);
  }
}

Steps stage_steps(const Stage& stage, const Wording& wording) {
  Steps steps{wording};
  explanation::add_text(steps, "goal", "goal", stage.goal);
  add_steps(steps, stage.steps, "");
  explanation::add_told(steps, stage);
  add_remarks(steps, stage);
  return steps;
}

}  // namespace

Explanation explain(const Journey& journey, const Wording& wording) {
  Explanation explained{.id = journey.id.value,
                        .name = journey.name.value,
                        .about = wording("a journey"),
                        .place = journey.id.span,
                        .parts = {},
                        .speech = speech_of(wording)};
  add_part(explained, "journey", wording("The journey"), journey_steps(journey, wording));
  for (std::size_t i = 0; i < journey.stages.size(); ++i) {
    add_part(explained, fmt::format("stage_{}", i + 1), wording("Stage: {name}", {{"name", journey.stages[i].name.value}}),
             stage_steps(journey.stages[i], wording));
  }
  return explained;
}

Explanation explain(const Persona& persona, const Wording& wording) {
  Explanation explained{.id = persona.id.value,
                        .name = persona.name.value,
                        .about = wording("a persona"),
                        .place = persona.id.span,
                        .parts = {},
                        .speech = speech_of(wording)};
  Steps steps{wording};
  explanation::add_text(steps, "role", "role", persona.role);
  explanation::add_text(steps, "age", "age", persona.age);
  explanation::add_text(steps, "about", "about", persona.about);
  explanation::add_text(steps, "quote", "says", persona.quote);
  if (persona.share) {
    steps.push_back({.key = "share",
                     .name = wording("share"),
                     .value = persona.share->value,
                     .remark = wording("% of customers"),
                     .places = {persona.share->span}});
  }
  explanation::add_texts(steps, "needs", "needs", persona.needs);
  explanation::add_texts(steps, "goal", "goal", persona.goals);
  explanation::add_texts(steps, "fear", "fear", persona.fears);
  explanation::add_text(steps, "flag", "proud of", persona.flag);
  explanation::add_text(steps, "advocate", "spoken for by", persona.advocate);
  explanation::add_text(steps, "photo", "photo", persona.photo);
  add_remarks(steps, persona);
  add_part(explained, "persona", wording("The persona"), std::move(steps));
  return explained;
}

}  // namespace mot

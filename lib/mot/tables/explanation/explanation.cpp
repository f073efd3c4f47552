#include "mot/tables/explanation/explanation.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "mot/analysis/scores.h"
#include "mot/tables/explanation/narrative.h"
#include "mot/tables/explanation/steps.h"
#include "mot/tables/figure.h"

namespace mot {
namespace {

using explanation::Subject;

struct PartOfAll {
  std::string_view key;
  std::string_view title;
  explanation::Steps (*steps)(const Subject&);
};
constexpr PartOfAll parts_of_all[] = {
    {"wanted", "What is wanted", explanation::wanted_steps},
    {"lived", "What is lived", explanation::lived_steps},
    {"gap", "The gap", explanation::gap_steps},
    {"kept", "Commitments kept", explanation::kept_steps},
    {"voice", "The customers' voice", explanation::voice_steps},
    {"priority", "Priority", explanation::priority_steps},
    {"crosshair", "Importance and performance", explanation::crosshair_steps},
    {"delivered", "What is delivered", explanation::delivered_steps},
    {"coverage", "Coverage", explanation::coverage_steps},
    {"moment_of_truth", "Moment of truth", explanation::moment_of_truth_steps},
    {"personas", "Personas", explanation::persona_steps},
    {"remember", "Remembered", explanation::remember_steps},
    {"practices", "Performers", explanation::practice_steps},
    {"actions", "Actions", explanation::action_steps},
    {"written", "What is laid down", explanation::written_steps},
    {"told", "What is written besides", explanation::told_steps},
};

std::string about(const Subject& subject) {
  const Workspace& workspace = subject.workspace;
  const Touchpoint& touchpoint = subject.touchpoint();
  std::vector<std::string> parts;
  if (touchpoint.department.index) parts.push_back(workspace.departments[*touchpoint.department.index].name.value);
  if (touchpoint.moment_of_truth.value) parts.push_back(subject.wording("a moment of truth"));
  if (const auto& persona = subject.analysis.persona)
    parts.push_back(subject.wording("as {persona} lives it", {{"persona", workspace.personas[*persona].id.value}}));
  return fmt::format("{}", fmt::join(parts, ", "));
}

}  // namespace

Explainer::Explainer(const ExplanationInput& input, const Wording& wording) : input_(input), wording_(wording) {
  const auto& [workspace, answers, analysis] = input;
  if (analysis.persona) own_ = answers_of_persona(answers, *analysis.persona);
}

Explanation Explainer::of(std::size_t touchpoint) const {
  const auto& [workspace, answers, analysis] = input_;
  const Wording& wording = wording_;
  const Subject subject{workspace, own_ ? *own_ : answers, answers, analysis, touchpoint, wording};
  const Touchpoint& about_whom = workspace.touchpoints[touchpoint];
  Explanation explained{.id = about_whom.id.value,
                        .name = about_whom.name.value,
                        .about = about(subject),
                        .place = about_whom.id.span,
                        .parts = {},
                        .speech = speech_of(wording)};
  for (const auto& [key, title, steps_of] : parts_of_all) {
    if (auto steps = steps_of(subject).all; !steps.empty()) explained.parts.push_back({std::string(key), wording(title), std::move(steps)});
  }
  return explained;
}

Explanation explain(const ExplanationInput& input, std::size_t touchpoint, const Wording& wording) {
  return Explainer(input, wording).of(touchpoint);
}

}  // namespace mot

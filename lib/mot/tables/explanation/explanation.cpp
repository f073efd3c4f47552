#include "mot/tables/explanation/explanation.h"

#include <fmt/format.h>

#include "mot/analysis/scores.h"
#include "mot/tables/explanation/narrative.h"
#include "mot/tables/explanation/steps.h"

namespace mot {
namespace {

struct PartOfAll {
  std::string_view key;
  std::string_view title;
  explanation::Steps (*steps)(const explanation::Subject&);
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
    {"told", "What is written besides", explanation::told_steps},
};

std::string about(const Workspace& workspace, const Touchpoint& touchpoint, const std::optional<std::size_t>& persona) {
  std::string text;
  if (touchpoint.department.index) text = workspace.departments[*touchpoint.department.index].name.value;
  if (touchpoint.moment_of_truth.value) text += fmt::format("{}a moment of truth", text.empty() ? "" : ", ");
  if (persona) text += fmt::format("{}as {} lives it", text.empty() ? "" : ", ", workspace.personas[*persona].id.value);
  return text;
}

}  // namespace

Explanation explain(const Workspace& workspace, const Answers& answers, const Analysis& analysis, std::size_t touchpoint) {
  Answers seen = analysis.persona ? answers_of_persona(answers, *analysis.persona) : answers;
  seen.touchpoints.resize(workspace.touchpoints.size());
  const explanation::Subject subject{workspace, seen, answers, analysis, touchpoint};
  const Touchpoint& about_whom = workspace.touchpoints[touchpoint];
  Explanation explained{.id = about_whom.id.value,
                        .name = about_whom.name.value,
                        .about = about(workspace, about_whom, analysis.persona),
                        .place = about_whom.id.span,
                        .parts = {}};
  for (const auto& [key, title, steps_of] : parts_of_all) {
    if (auto steps = steps_of(subject); !steps.empty()) explained.parts.push_back({std::string(key), std::string(title), std::move(steps)});
  }
  return explained;
}

}  // namespace mot

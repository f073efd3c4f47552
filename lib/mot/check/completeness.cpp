#include "mot/check/completeness.h"

#include <algorithm>
#include <string_view>
#include <unordered_set>

namespace mot {
namespace {

template <class Target>
bool is_found(const Link<Target>& link) {
  return link.index.has_value();
}

template <class Target>
bool are_found(const std::vector<Link<Target>>& links) {
  return std::ranges::all_of(links, is_found<Target>);
}

/// Of two things under one id only the first can be linked to, so nobody can tell who means the second.
template <class Record>
bool have_own_ids(const std::vector<Record>& records) {
  std::unordered_set<std::string_view> ids;
  return std::ranges::all_of(records, [&](const Record& record) { return ids.insert(record.id.value).second; });
}

bool leads_to_something(const Touchpoint& touchpoint) {
  return touchpoint.is_whole && are_found(touchpoint.recovery) && are_found(touchpoint.supports) &&
         std::ranges::all_of(touchpoint.flags, [](const auto& flag) { return is_found(flag.key); });
}

bool has_known_department(const Touchpoint& touchpoint) {
  return touchpoint.is_whole && (touchpoint.department.value.empty() || is_found(touchpoint.department));
}

bool are_steps_found(const std::vector<PathStep>& steps) {
  bool are_found = true;
  for_each_stop(steps, [&](const PathStep& step) { are_found &= is_found(step.touchpoint) || is_found(step.journey); });
  return are_found;
}

bool is_seen(const Journey& journey) {
  return journey.is_whole && are_found(journey.personas) &&
         std::ranges::all_of(journey.stages, [](const Stage& stage) { return are_steps_found(stage.steps); });
}

bool was_read(const Answers& answers, std::size_t source) {
  return source < answers.sources.size() && answers.sources[source].was_read;
}

bool is_clear(const SurveySource& source) {
  return source.is_whole && std::ranges::all_of(source.columns, [](const auto& column) { return is_found(column.key); });
}

/// A wide source tells of the touchpoints it lists, any other of whatever its rows name.
std::vector<bool> seen_answers(const Workspace& workspace, const Answers& answers) {
  std::vector<bool> seen(workspace.touchpoints.size(), true);
  for (std::size_t i = 0; i < workspace.sources.size(); ++i) {
    const SurveySource& source = workspace.sources[i];
    if (is_clear(source) && was_read(answers, i)) continue;
    const bool lists_them = is_clear(source) && !source.long_layout && !source.summary;
    if (!lists_them) return std::vector<bool>(workspace.touchpoints.size(), false);
    for (const auto& column : source.columns) seen[*column.key.index] = false;
  }
  return seen;
}

}  // namespace

Completeness completeness_of(const Workspace& workspace, const Answers& answers) {
  const bool have_ids = have_own_ids(workspace.touchpoints) && have_own_ids(workspace.departments) && have_own_ids(workspace.personas);
  const bool is_project_read = workspace.is_whole || workspace.project.span.end > 0;
  Completeness completeness;
  completeness.files = workspace.is_whole && have_ids;
  completeness.scale = workspace.project.is_whole && is_project_read;
  completeness.touchpoints = completeness.files && std::ranges::all_of(workspace.touchpoints, leads_to_something);
  completeness.departments = completeness.files && std::ranges::all_of(workspace.touchpoints, has_known_department);
  completeness.journeys = completeness.files && std::ranges::all_of(workspace.journeys, is_seen);
  completeness.answers = seen_answers(workspace, answers);
  return completeness;
}

}  // namespace mot

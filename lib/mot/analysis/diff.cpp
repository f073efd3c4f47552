#include "mot/analysis/diff.h"

#include <unordered_map>

#include "mot/analysis/scores.h"
#include "mot/analysis/statistics.h"

namespace mot {
namespace {

/// A touchpoint that both states have.
struct Pair {
  std::size_t before;
  std::size_t after;
};

std::unordered_map<std::string_view, std::size_t> places_of(const Workspace& workspace) {
  std::unordered_map<std::string_view, std::size_t> places;
  for (std::size_t i = 0; i < workspace.touchpoints.size(); ++i) places.emplace(workspace.touchpoints[i].id.value, i);
  return places;
}

/// The ids that only `one` has.
std::vector<std::string> only_in(const Workspace& one, const Workspace& other) {
  const auto places = places_of(other);
  std::vector<std::string> ids;
  for (const Touchpoint& touchpoint : one.touchpoints) {
    if (!places.contains(touchpoint.id.value)) ids.push_back(touchpoint.id.value);
  }
  return ids;
}

std::vector<Pair> pairs_of(const Workspace& before, const Workspace& after) {
  const auto places = places_of(before);
  std::vector<Pair> pairs;
  for (std::size_t i = 0; i < after.touchpoints.size(); ++i) {
    const auto place = places.find(after.touchpoints[i].id.value);
    if (place != places.end()) pairs.push_back({place->second, i});
  }
  return pairs;
}

std::vector<FieldChange> changes_of(const Workspace& before, const Workspace& after, const std::vector<Pair>& pairs) {
  const std::vector<std::string> stages_before = stages_by_touchpoint(before), stages_after = stages_by_touchpoint(after);
  std::vector<FieldChange> changes;
  const auto compare = [&](const std::string& id, std::string_view field, FieldValue one, FieldValue other) {
    if (one != other) changes.push_back({id, field, std::move(one), std::move(other)});
  };
  for (const auto& [one, other] : pairs) {
    const Touchpoint &old_one = before.touchpoints[one], &new_one = after.touchpoints[other];
    for (const ComparedField& field : compared_fields()) compare(new_one.id.value, field.name, field.value(old_one), field.value(new_one));
    const auto placed = [](const std::string& stages) { return stages.empty() ? std::nullopt : FieldValue(stages); };
    compare(new_one.id.value, "stages", placed(stages_before[one]), placed(stages_after[other]));
  }
  return changes;
}

AnswerSums sums_behind(const Wave& wave, std::size_t touchpoint) {
  const AnswerSums of_sources = touchpoint < wave.answers.touchpoints.size() ? wave.answers.touchpoints[touchpoint].actual : AnswerSums{};
  return customers_scores(wave.workspace.touchpoints[touchpoint], of_sources, {wave.answers.from, wave.answers.to});
}

bool is_measured(const Figures& figures) {
  return figures.actual_kind == ActualKind::measured;
}

/// What Welch has to say of a pair, before it is adjusted for how many are compared.
std::optional<double> unadjusted_p(const Figures& before, const Figures& after) {
  if (!before.has_enough_answers || !after.has_enough_answers) return std::nullopt;
  const auto difference = welch(*before.measurement, *after.measurement);
  return difference ? std::optional(difference->p) : std::nullopt;
}

ScoreChange score_change(const Wave& before, const Wave& after, const Pair& pair) {
  const Figures &old_one = before.analysis.touchpoints[pair.before], &new_one = after.analysis.touchpoints[pair.after];
  ScoreChange change;
  change.id = after.workspace.touchpoints[pair.after].id.value;
  change.before = old_one.actual;
  change.after = new_one.actual;
  if (old_one.actual && new_one.actual) change.change = finite(*new_one.actual - *old_one.actual);
  if (!is_measured(old_one) || !is_measured(new_one)) return change;
  const bool is_same = sums_behind(before, pair.before) == sums_behind(after, pair.after);
  change.verdict = is_same ? Change::same_data : Change::no_evidence;
  if (!is_same) change.p = unadjusted_p(old_one, new_one);
  return change;
}

/// Adjusts the p values, all together, and lets them decide.
void decide(std::vector<ScoreChange>& changes) {
  std::vector<double> p;
  for (const ScoreChange& change : changes) {
    if (change.p) p.push_back(*change.p);
  }
  const std::vector<double> adjusted = holm(p);
  auto next = adjusted.begin();
  for (ScoreChange& change : changes) {
    if (!change.p) continue;
    change.p = *next++;
    if (*change.p < 0.05 && change.change) change.verdict = *change.change > 0 ? Change::better : Change::worse;
  }
}

}  // namespace

Diff diff_of(const Wave& before, const Wave& after) {
  const std::vector<Pair> pairs = pairs_of(before.workspace, after.workspace);
  Diff diff{.added = only_in(after.workspace, before.workspace),
            .removed = only_in(before.workspace, after.workspace),
            .changed = changes_of(before.workspace, after.workspace, pairs),
            .scores = {},
            .delivered_before = before.analysis.all.delivered.value,
            .delivered_after = after.analysis.all.delivered.value};
  for (const Pair& pair : pairs) {
    ScoreChange change = score_change(before, after, pair);
    if (change.before || change.after) diff.scores.push_back(std::move(change));
  }
  decide(diff.scores);
  return diff;
}

}  // namespace mot

#include "mot/picture/verdict.h"

#include <fmt/format.h>

#include <algorithm>

#include "mot/analysis/sets.h"
#include "mot/analysis/worst.h"
#include "mot/text/isolates.h"
#include "mot/text/numbers.h"

namespace mot {

namespace {

constexpr double as_much = 0.75;  // of the worst stage, for a second one to be named beside it
constexpr std::size_t most_moments = 3;

double pain_of(const Analysis& analysis, const Stage& stage, bool is_weighted) {
  double pain = 0;
  for (const std::size_t touchpoint : touchpoints_of(stage)) {
    const Figures& figures = analysis.touchpoints[touchpoint];
    if (!figures.gap || *figures.gap <= 0 || (is_weighted && !figures.importance)) continue;
    pain += *figures.gap * (is_weighted ? *figures.importance : 1);
  }
  return pain;
}

bool falls_short(const Figures& figures) {
  return figures.gap && *figures.gap > 0 && figures.gap_class != GapClass::green;
}

std::string basis(const Figures& figures) {
  return figures.actual_kind == ActualKind::measured ? "measured" : "judged";
}

/// `Lost-bag desk falls 7 points short (judged) of what passengers want, Rebook 5.6 and Bags 4.6 (measured)`.
std::string moments_text(const Workspace& workspace, const Analysis& analysis, const std::vector<std::size_t>& moments) {
  const Figures& first = analysis.touchpoints[moments.front()];
  const std::string by =
      first.target_owner == TargetOwner::company ? "is wanted" : fmt::format("{}s want", isolated(workspace.project.words.customer));
  const std::string points = points_text(*first.gap);
  std::string text = fmt::format("{} falls {} {} short ({}) of what {}", isolated(workspace.touchpoints[moments.front()].name.value),
                                 points, points == "1" ? "point" : "points", basis(first), by);
  for (std::size_t i = 1; i < moments.size(); ++i) {
    const Figures& figures = analysis.touchpoints[moments[i]];
    const bool is_last = i + 1 == moments.size();
    text += is_last && i > 1 ? " and " : ", ";
    text += fmt::format("{} {}", isolated(workspace.touchpoints[moments[i]].name.value), points_text(*figures.gap));
    if (is_last || basis(analysis.touchpoints[moments[i + 1]]) != basis(figures)) text += fmt::format(" ({})", basis(figures));
  }
  return text;
}

std::string stages_text(const Journey& journey, const std::vector<std::size_t>& stages) {
  std::string text;
  for (const std::size_t stage : stages)
    text += fmt::format("{}“{}”", text.empty() ? "" : " and ", isolated(journey.stages[stage].name.value));
  return text + (stages.size() > 1 ? " hurt most" : " hurts most");
}

/// ` Nobody knows Gate change.`; empty where all is known.
std::string unknown_text(const Workspace& workspace, const Analysis& analysis, const std::vector<std::size_t>& touchpoints) {
  std::vector<std::size_t> unknown;
  std::ranges::copy_if(touchpoints, std::back_inserter(unknown), [&](std::size_t i) { return !analysis.touchpoints[i].actual; });
  if (unknown.empty()) return "";
  if (unknown.size() == 1)
    return fmt::format(" Nobody knows what is lived at {}.", isolated(workspace.touchpoints[unknown.front()].name.value));
  return fmt::format(" Nobody knows what is lived at {} of {} moments.", unknown.size(), touchpoints.size());
}

}  // namespace

std::vector<std::size_t> stages_that_hurt(const Analysis& analysis, const Journey& journey) {
  const auto touchpoints = touchpoints_of(journey);
  const bool is_weighted = std::ranges::any_of(touchpoints, [&](std::size_t i) {
    return analysis.touchpoints[i].importance && analysis.touchpoints[i].gap && *analysis.touchpoints[i].gap > 0;
  });
  std::vector<std::pair<double, std::size_t>> pains;
  for (std::size_t i = 0; i < journey.stages.size(); ++i) {
    const double pain = pain_of(analysis, journey.stages[i], is_weighted);
    if (pain > 0) pains.emplace_back(pain, i);
  }
  std::ranges::stable_sort(pains, [](const auto& one, const auto& other) { return one.first > other.first; });
  std::vector<std::size_t> stages;
  for (const auto& [pain, stage] : pains) {
    if (stages.size() < 2 && pain >= as_much * pains.front().first) stages.push_back(stage);
  }
  return stages;
}

std::vector<std::size_t> moments_that_hurt(const Workspace& workspace, const Analysis& analysis, const Journey& journey) {
  std::vector<std::size_t> moments;
  for (const std::size_t touchpoint : worst_moments(workspace, analysis.touchpoints, touchpoints_of(journey))) {
    const Figures& figures = analysis.touchpoints[touchpoint];
    if (!falls_short(figures) || moments.size() == most_moments) break;
    if (moments.size() + 1 == most_moments && figures.gap_class != GapClass::red) break;
    moments.push_back(touchpoint);
  }
  return moments;
}

std::string shortfall_text(const Workspace& workspace, const Analysis& analysis, const Journey& journey) {
  std::vector<std::size_t> moments = moments_that_hurt(workspace, analysis, journey);
  if (moments.size() > 2) moments.resize(2);
  return moments.empty() ? "" : moments_text(workspace, analysis, moments);
}

std::string verdict_text(const Workspace& workspace, const Analysis& analysis, const Journey& journey) {
  const auto touchpoints = touchpoints_of(journey);
  if (touchpoints.empty()) return "";
  const auto is_known = [&](std::size_t i) { return analysis.touchpoints[i].gap.has_value(); };
  if (std::ranges::none_of(touchpoints, is_known)) return "Nothing is known yet of how far what is lived falls short of what is wanted.";
  const auto moments = moments_that_hurt(workspace, analysis, journey);
  const std::string unknown = unknown_text(workspace, analysis, touchpoints);
  if (moments.empty()) {
    return fmt::format("No known moment falls more than {} short of what is wanted.{}", points_text(workspace.project.scale.range() / 10),
                       unknown);
  }
  const auto stages = stages_that_hurt(analysis, journey);
  const std::string where = stages.empty() ? "" : stages_text(journey, stages) + ": ";
  return where + moments_text(workspace, analysis, moments) + "." + unknown;
}

}  // namespace mot

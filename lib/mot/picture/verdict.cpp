#include "mot/picture/verdict.h"

#include <fmt/format.h>

#include <algorithm>

#include "mot/analysis/delivered.h"
#include "mot/analysis/sets.h"
#include "mot/analysis/worst.h"
#include "mot/text/isolates.h"
#include "mot/text/numbers.h"

namespace mot {

namespace {

constexpr std::size_t most_moments = 3;

bool falls_short(const Figures& figures) {
  return figures.gap && *figures.gap > 0 && figures.gap_class != GapClass::green;
}

std::string basis(const Figures& figures) {
  if (figures.actual_kind != ActualKind::measured || !figures.measurement) return "judged";
  return figures.has_enough_answers ? "measured" : fmt::format("n {}, unsure", figures.measurement->n);
}

/// `1 point`, `2.5 points`.
std::string counted_points(const std::string& points) {
  return fmt::format("{} {}", points, points == "1" ? "point" : "points");
}

/// `; 3 more fall over 2 points short`: those of the class of the last one named, and worse ones; empty where all of them are named.
std::string more_text(const Workspace& workspace, const Analysis& analysis, const Journey& journey, const std::vector<std::size_t>& named) {
  const GapClass least = analysis.touchpoints[named.back()].gap_class;
  const auto is_more = [&](std::size_t touchpoint) {
    const GapClass own = analysis.touchpoints[touchpoint].gap_class;
    return own != GapClass::unknown && own >= least && std::ranges::find(named, touchpoint) == named.end();
  };
  const auto more = std::ranges::count_if(touchpoints_of(workspace, journey), is_more);
  if (more == 0) return "";
  const int tenths = static_cast<int>(least) - static_cast<int>(GapClass::green);
  return fmt::format("; {} more {} over {} short", more, more == 1 ? "falls" : "fall",
                     counted_points(points_text(workspace.project.scale.range() * tenths / 10)));
}

/// Of what the moments fall short: of what customers want where each target is theirs.
std::string wish_text(const Workspace& workspace, const Analysis& analysis, const std::vector<std::size_t>& moments) {
  const auto is_theirs = [&](std::size_t touchpoint) { return analysis.touchpoints[touchpoint].target_owner != TargetOwner::company; };
  return std::ranges::all_of(moments, is_theirs) ? fmt::format("{}s want", isolated(workspace.project.words.customer)) : "is wanted";
}

/// `Lost-bag desk falls 7 points short (judged) of what passengers want, Rebook 5.6 and Bags 4.6 (measured)`.
std::string moments_text(const Workspace& workspace, const Analysis& analysis, const std::vector<std::size_t>& moments) {
  const Figures& first = analysis.touchpoints[moments.front()];
  std::string text = fmt::format("{} falls {} short ({}) of what {}", isolated(workspace.touchpoints[moments.front()].name.value),
                                 counted_points(points_text(*first.gap)), basis(first), wish_text(workspace, analysis, moments));
  for (std::size_t i = 1; i < moments.size(); ++i) {
    const Figures& figures = analysis.touchpoints[moments[i]];
    const bool is_last = i + 1 == moments.size();
    text += is_last && i > 1 ? " and " : ", ";
    text += fmt::format("{} {}", isolated(workspace.touchpoints[moments[i]].name.value), points_text(*figures.gap));
    if (is_last || basis(analysis.touchpoints[moments[i + 1]]) != basis(figures)) text += fmt::format(" ({})", basis(figures));
  }
  return text;
}

/// ` Of the stages “Sort it out” falls shortest: 4.6 points on average.`; empty where none stands out.
std::string stage_text(const Workspace& workspace, const Analysis& analysis, const Journey& journey) {
  const auto stage = stage_that_hurts(workspace, analysis, journey);
  if (!stage) return "";
  const double gap = *mean_gap_of(analysis.touchpoints, touchpoints_of(workspace, journey.stages[*stage]));
  return fmt::format(" Of the stages “{}” falls shortest: {} on average.", isolated(journey.stages[*stage].name.value),
                     counted_points(points_text(gap)));
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

std::optional<std::size_t> stage_that_hurts(const Workspace& workspace, const Analysis& analysis, const Journey& journey) {
  std::vector<std::pair<double, std::size_t>> gaps;
  for (std::size_t i = 0; i < journey.stages.size(); ++i) {
    if (const auto gap = mean_gap_of(analysis.touchpoints, touchpoints_of(workspace, journey.stages[i]))) gaps.emplace_back(*gap, i);
  }
  if (gaps.size() < 2) return std::nullopt;
  std::ranges::stable_sort(gaps, [](const auto& one, const auto& other) { return one.first > other.first; });
  const bool stands_out = points_text(gaps[0].first) != points_text(gaps[1].first);
  if (!stands_out || gap_class_of(gaps[0].first, workspace.project.scale) == GapClass::green) return std::nullopt;
  return gaps.front().second;
}

std::vector<std::size_t> moments_that_hurt(const Workspace& workspace, const Analysis& analysis, const Journey& journey) {
  std::vector<std::size_t> moments;
  for (const std::size_t touchpoint : worst_moments(workspace, analysis.touchpoints, touchpoints_of(workspace, journey))) {
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
  return moments.empty() ? "" : moments_text(workspace, analysis, moments) + more_text(workspace, analysis, journey, moments);
}

std::string verdict_text(const Workspace& workspace, const Analysis& analysis, const Journey& journey) {
  const auto touchpoints = touchpoints_of(workspace, journey);
  if (touchpoints.empty()) return "";
  const auto is_known = [&](std::size_t i) { return analysis.touchpoints[i].gap.has_value(); };
  if (std::ranges::none_of(touchpoints, is_known)) return "Nothing is known yet of how far what is lived falls short of what is wanted.";
  const auto moments = moments_that_hurt(workspace, analysis, journey);
  const std::string unknown = unknown_text(workspace, analysis, touchpoints);
  if (moments.empty()) {
    return fmt::format("No known moment falls more than {} short of what is wanted.{}", points_text(workspace.project.scale.range() / 10),
                       unknown);
  }
  return moments_text(workspace, analysis, moments) + more_text(workspace, analysis, journey, moments) + "." +
         stage_text(workspace, analysis, journey) + unknown;
}

}  // namespace mot

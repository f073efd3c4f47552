// The path from a workspace and its answers to every figure.
#include <algorithm>
#include <iterator>

#include "mot/analysis/analysis.h"
#include "mot/analysis/coverage.h"
#include "mot/analysis/delivered.h"
#include "mot/analysis/gaps.h"
#include "mot/analysis/outcomes.h"
#include "mot/analysis/priorities.h"
#include "mot/analysis/scores.h"
#include "mot/analysis/sets.h"
#include "mot/analysis/stages.h"

namespace mot {
namespace {

/// Coverage is asked of the picture, so it goes by all answers, whoever's the scores are.
void find_figures(const Workspace& workspace, const Answers& all, const Answers& answers, const Viewpoint& viewpoint, Analysis& analysis) {
  ScoreContext context{workspace.project.scale, {answers.from, answers.to}, viewpoint.persona};
  const std::vector<bool> is_recovery = recoveries(workspace);
  analysis.touchpoints.resize(workspace.touchpoints.size());
  for (std::size_t i = 0; i < workspace.touchpoints.size(); ++i) {
    const TouchpointAnswers& everybodys = all.of(i);
    if (viewpoint.persona) context.everybody = &everybodys;
    Figures& figures = analysis.touchpoints[i];
    find_scores(workspace.touchpoints[i], answers.of(i), context, figures);
    find_gaps(workspace.touchpoints[i], workspace.project.scale, figures);
    find_paired_gap(i, workspace.project.scale, analysis);
    find_facets(workspace, i, everybodys, is_recovery[i], figures);
  }
}

void find_quadrants(const Scale& scale, Analysis& analysis) {
  analysis.crosshair = crosshair_of(analysis.touchpoints, analysis.importance_basis);
  if (!analysis.crosshair) return;
  for (Figures& figures : analysis.touchpoints) find_quadrant(*analysis.crosshair, analysis.importance_basis, scale, figures);
}

}  // namespace

void summarise(const Workspace& workspace, Analysis& analysis) {
  analysis.departments.clear();
  analysis.journeys.clear();
  analysis.all = summary_of(workspace, analysis, all_touchpoints(workspace));
  if (analysis.journey) analysis.all.delivered = summary_of(workspace, analysis, workspace.journeys[*analysis.journey]).delivered;
  for (const auto& touchpoints : touchpoints_by_department(workspace)) {
    analysis.departments.push_back(summary_of(workspace, analysis, touchpoints));
  }
  for (const Journey& journey : workspace.journeys) {
    analysis.journeys.push_back(summary_of(workspace, analysis, journey));
  }
}

Summary summary_of(const Workspace& workspace, const Analysis& analysis, std::span<const std::size_t> touchpoints) {
  const std::vector<Figures>& figures = analysis.touchpoints;
  Summary summary;
  summary.touchpoints = touchpoints.size();
  for (const std::size_t touchpoint : touchpoints) {
    const auto kind = figures[touchpoint].actual_kind;
    summary.moments_of_truth += workspace.touchpoints[touchpoint].moment_of_truth.value ? 1 : 0;
    summary.measured += kind == ActualKind::measured ? 1 : 0;
    summary.judged += kind == ActualKind::judged ? 1 : 0;
  }
  summary.delivered = delivered_of(figures, touchpoints, workspace.project.scale);
  find_interval(analysis, touchpoints, workspace.project.scale, summary.delivered);
  summary.coverage = coverage_of(figures, touchpoints);
  summary.mean_gap = mean_gap_of(figures, touchpoints);
  summary.mean_gap_interval = mean_gap_interval_of(analysis, touchpoints, workspace.project.scale);
  return summary;
}

Summary summary_of(const Workspace& workspace, const Analysis& analysis, const Journey& journey) {
  return summary_of(workspace, analysis, weighed_touchpoints(workspace, journey));
}

Analysis analyse(const Workspace& workspace, const Answers& all, const Viewpoint& viewpoint) {
  Analysis analysis;
  const Answers own = viewpoint.persona ? answers_of_persona(all, *viewpoint.persona) : Answers{};
  const Answers& answers = viewpoint.persona ? own : all;
  analysis.method = viewpoint.method;
  analysis.importance_basis = viewpoint.importance_basis;
  analysis.persona = viewpoint.persona;
  std::ranges::copy_if(answers.respondents, std::back_inserter(analysis.respondents),
                       [&](const RespondentAnswers& of) { return of.persona == viewpoint.persona; });
  find_figures(workspace, all, answers, viewpoint, analysis);
  find_derived_importance(answers, analysis.touchpoints);
  for (const OutcomeAnswers& outcome : answers.outcomes) analysis.outcomes.push_back(outcome_figures(outcome, workspace.project.scale));
  find_quadrants(workspace.project.scale, analysis);
  rank(workspace, answers, analysis);
  summarise(workspace, analysis);
  return analysis;
}

}  // namespace mot

// One touchpoint as the page shows it, part by part.
#pragma once

#include "mot/page/content.h"
#include "mot/tables/explanation/explanation.h"

namespace mot {

/// A touchpoint and all that its card is made from.
struct MomentInput {
  const ReportInput& report;
  const Explainer& explainer;
  std::size_t index;

  const Workspace& workspace() const { return report.loaded.workspace; }
  const Touchpoint& touchpoint() const { return workspace().touchpoints[index]; }
  const Figures& figures() const { return report.review.analysis.touchpoints[index]; }
  const Scale& scale() const { return workspace().project.scale; }
  Wording wording() const { return report.wording(); }
};

/// What customers do, think and feel there, pains and gains, times, and whatever else is written of it.
Json narrative_of(const MomentInput& input);
/// What customers want, what the company wants, and what is lived.
Json wishes_of(const MomentInput& input);
/// The five gaps as bars.
Json gaps_of(const MomentInput& input);
/// The policy, and what those at the front may decide.
Json latitude_of(const MomentInput& input);
/// The standard and the promise, and how often they were kept.
Json commitments_of(const MomentInput& input);
Json quotes_of(const MomentInput& input);
Json personas_of(const MomentInput& input);
Json practices_of(const MomentInput& input);
Json actions_of(const MomentInput& input);
/// How every number comes about.
Json arithmetic_of(const MomentInput& input);

}  // namespace mot

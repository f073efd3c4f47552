// The check of a workspace and its figures by every rule: what is missing, and what contradicts itself.
#pragma once

#include "mot/analysis/analysis.h"
#include "mot/check/completeness.h"
#include "mot/evidence/answers.h"
#include "mot/findings/finding.h"
#include "mot/model/workspace.h"

namespace mot {

/// What rules look at.
struct RuleContext {
  const Workspace& workspace;
  const Answers& answers;    ///< of the workspace
  const Analysis& analysis;  ///< of both, as everybody lives it
  Date today;                ///< what is stale, overdue or past its review is measured by
  Completeness completeness;
};

/// Runs every rule of the tiers coverage and sense, except those that need the files themselves: answers off their scale are reported
/// where they are read, suppressions by the levers. A rule is silent about anything it can't see whole. Severities are the rules' own.
/// Linear in the workspace.
void check(const RuleContext& context, Findings& findings);

}  // namespace mot

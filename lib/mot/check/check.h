// The rules over a workspace and its figures: what is missing, and what contradicts itself.
#pragma once

#include "mot/analysis/analysis.h"
#include "mot/evidence/answers.h"
#include "mot/findings/finding.h"
#include "mot/model/workspace.h"

namespace mot {

struct CheckOptions {
  Date today;  ///< what is stale, overdue, past its review or its suppression is measured by
};

/// Runs every rule of the tiers coverage and sense, except those that need the files themselves: answers off their scale are reported
/// where they are read, suppressions by the levers. A rule is silent about anything it can't see whole. Severities are the rules' own.
/// `answers` and `analysis` are those of the workspace. Linear in the workspace.
void check(const Workspace& workspace, const Answers& answers, const Analysis& analysis, const CheckOptions& options, Findings& findings);

}  // namespace mot

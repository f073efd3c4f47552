// Severities that a project gives its rules, and the attempts to silence rules that can't be.
#pragma once

#include <array>

#include "mot/findings/finding.h"
#include "mot/findings/rules.h"
#include "mot/model/workspace.h"

namespace mot {

/// By index of the rule.
using Severities = std::array<Severity, rules.size()>;

/// The rules' own severities, over them those of tiers that the project sets, over them those of single rules; where one was set twice,
/// the last setting holds. Locked rules keep their own; setting one lower is a finding.
Severities severities_of(const Workspace& workspace, Findings& findings);

/// The findings at these severities, without those that are ignored. A finding whose severity is not its rule's keeps it where the rule is
/// not set otherwise.
Findings at_severities(const Severities& severities, Findings findings);

}  // namespace mot

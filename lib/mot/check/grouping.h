// Findings of one cause told as one: what several touchpoints of a department lack.
#pragma once

#include "mot/findings/finding.h"
#include "mot/model/workspace.h"

namespace mot {

/// The findings, those of a rule with words for many told once for all touchpoints of a department (and once for all without one): at the
/// first place, with the ids in its message and as subjects, and a note at each other place. One alone stays as it is. So are the columns
/// that a source's file lacks. For people to read: baselines, files that were asked for and who fills a hole are matters of single
/// touchpoints, and come before.
Findings grouped(Findings findings, const Workspace& workspace);

/// The findings but for those about touchpoints, journeys and actions that stand in the whole and not in the part.
Findings findings_about_part(const Findings& findings, const Workspace& whole, const Workspace& part);

}  // namespace mot

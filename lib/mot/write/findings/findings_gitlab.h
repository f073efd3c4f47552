// Findings as GitLab's code quality report (a subset of Code Climate's).
#pragma once

#include <string>

#include "mot/write/findings/finding_report.h"

namespace mot {

/// Fingerprints are unique, as GitLab demands: a second finding that is known by the same one has `#2` behind it.
std::string findings_gitlab(const FindingReport& report);

}  // namespace mot

// Findings as GitHub's workflow commands, which show them at their lines in a pull request, and as a step's summary.
#pragma once

#include <cstddef>
#include <string>

#include "mot/write/findings/finding_report.h"

namespace mot {

/// GitHub shows so many annotations of a level and step; further ones are plain lines of the log.
inline constexpr std::size_t most_annotations = 10;
/// Rows of the summary, which may have 1 MiB.
inline constexpr std::size_t most_summary_rows = 500;

std::string findings_github(const FindingReport& report);

/// Markdown, to be added to the file that GITHUB_STEP_SUMMARY names.
std::string github_step_summary(const FindingReport& report);

}  // namespace mot

// Findings as people read them: place, severity, message, and the line with a mark under what is meant.
#pragma once

#include <functional>
#include <string>
#include <string_view>

#include "mot/write/findings/finding_report.h"

namespace mot {

/// All findings, and how many there are in what.
std::string findings_text(const FindingReport& report);
/// The same, portion by portion.
void write_findings_text(const FindingReport& report, const std::function<void(std::string_view)>& write);

/// `departments/crew.yaml:31:15: error: no touchpoint has the id 'x' [unknown-touchpoint]`, without a line break. Never a command to a
/// CI system, whatever the file is called.
std::string headline_of(const Finding& finding, const Sources& sources);

/// "3 errors, 1 warning in 4 files, 37 touchpoints", or that nothing is to be mended.
std::string summary_of(const FindingReport& report);

/// "1 file", "3 files".
std::string counted(std::size_t count, std::string_view noun);

}  // namespace mot

// Findings as SARIF 2.1.0 (OASIS, 2020), which code hosts and editors read.
#pragma once

#include <string>

#include "mot/write/findings/finding_report.h"

namespace mot {

/// One run with every rule of the table. Columns count code points; paths are relative to where the program runs, as code hosts want them.
std::string findings_sarif(const FindingReport& report);

}  // namespace mot

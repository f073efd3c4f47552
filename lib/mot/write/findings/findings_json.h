// Findings for other programs. Keys are only ever added.
#pragma once

#include <string>

#include "mot/write/findings/finding_report.h"

namespace mot {

/// `{format_version, today, findings: [{rule, severity, message, file, line, column, end_line, end_column, fix, fingerprint, notes}],
/// summary}`; lines and columns count from one, columns in characters; `end_column` is the one behind the last character; `fix` is null
/// where there is none.
std::string findings_json(const FindingReport& report);

}  // namespace mot

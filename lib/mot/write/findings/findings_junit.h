// Findings as a JUnit report, for CI systems that know no other.
#pragma once

#include <string>

#include "mot/write/findings/finding_report.h"

namespace mot {

/// A test suite for every file with findings. What is severe enough to fail the run is a failure, the rest passes with a word. Where
/// nothing was found, one test that passes.
std::string findings_junit(const FindingReport& report);

}  // namespace mot

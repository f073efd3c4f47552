// The report that every format of findings is given.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "mot/analysis/gates.h"
#include "mot/findings/finding.h"
#include "mot/model/values.h"
#include "mot/text/source.h"

namespace mot {

enum class Ink : std::uint8_t { plain, coloured };
enum class Closing : std::uint8_t { summary, none };

/// Gates and the workspace that sets them.
struct JudgedGates {
  std::span<const GateResult> results;
  const Workspace* workspace;
  std::vector<const GateResult*> known = {};  ///< those of `results` that don't hold, as a baseline knows
};

/// Findings and what they were found in. The references are to what was loaded, which must outlive the report.
struct FindingReport {
  const Sources& sources;
  const Findings& findings;    ///< in the order they are shown
  std::string workspace = {};  ///< what people call it
  std::size_t files = 0;       ///< workspace files read
  std::size_t touchpoints = 0;
  Severity fails_at = Severity::error;    ///< what makes the run fail
  std::string version = {};               ///< of the program
  Ink ink = Ink::plain;                   ///< for a terminal only
  std::optional<Date> today = {};         ///< what staleness was measured by
  std::size_t columns = 0;                ///< of the terminal; 0: unknown
  Closing closing = Closing::summary;     ///< whether the text form ends with a line that counts
  std::optional<JudgedGates> gates = {};  ///< where gates were judged
  std::size_t known = 0;                  ///< findings and gates that are not told, for a baseline knows them
};

}  // namespace mot

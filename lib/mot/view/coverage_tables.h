// `mot coverage` as tables: which facets each touchpoint has, how full departments are along each journey, and what is missing.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "mot/analysis/analysis.h"
#include "mot/text/finding.h"
#include "mot/view/table.h"

namespace mot {

/// Something that the picture lacks.
struct Hole {
  std::string_view kind;  ///< the rule that found it
  std::string id;         ///< of what it is about; of a stage `journey/stage`
  std::string message;
  bool operator==(const Hole&) const = default;
};

/// The findings about coverage, in their order.
std::vector<Hole> holes_in(const Findings& findings);

/// First a touchpoint a row with a column for each facet (blank where it is not asked), then for each journey a department a row with a
/// column for each stage, then a hole a row.
std::vector<Table> coverage_tables(const Workspace& workspace, const Analysis& analysis, const std::vector<Hole>& holes);

}  // namespace mot

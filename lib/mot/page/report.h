// The page to hand over: one HTML file that holds all there is to say about a workspace, and asks for nothing from anywhere.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "mot/load/load.h"
#include "mot/review/review.h"
#include "mot/tables/table.h"

namespace mot {

/// What a page is made of. Holds references; what they refer to stays where it is meanwhile.
struct ReportInput {
  const Loaded& loaded;
  const Review& review;
  Date today;
  std::string_view version = {};    ///< the program's, for the foot
  std::vector<Table> changes = {};  ///< since another state, as `diff_tables` tells them
  std::string since = {};           ///< what that state is called; empty: compared with nothing
};

/// The page. With scripts off all of it is there to read and to print. The same input gives the same bytes on the same fonts.
std::string report_html(const ReportInput& input);

}  // namespace mot

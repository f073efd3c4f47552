// What is written down of each touchpoint, under headings that `mot import` reads.
#pragma once

#include "mot/model/workspace.h"
#include "mot/tables/table.h"

namespace mot {

/// A row for each place on a journey, in its order, behind the touchpoints that stand on none. Headings of scores name the scale where its
/// ends are whole.
Table touchpoints_table(const Workspace& workspace);

/// What such a table has no column for and the workspace holds, a line each; empty where it is all there.
std::vector<std::string> left_out_of_touchpoints_table(const Workspace& workspace);

}  // namespace mot

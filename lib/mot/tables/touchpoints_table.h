// What is written down of each touchpoint, under headings that `mot import` reads.
#pragma once

#include "mot/model/workspace.h"
#include "mot/tables/table.h"

namespace mot {

/// A row for each place on a journey, in its order, behind the touchpoints that stand on none. Headings of scores name the scale where its
/// ends are whole.
Table touchpoints_table(const Workspace& workspace);

/// Whether headings of scores can name the scale, as mot import reads it: its ends are whole, and not below 0.
bool names_its_scale(const Scale& scale);

}  // namespace mot

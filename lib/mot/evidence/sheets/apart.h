// A file from strangers, read in a process of its own.
#pragma once

#include <functional>

#include "mot/evidence/rows.h"

namespace mot::evidence {

/// Calls `read` in a process of its own, with bounds on its memory and its time, and hands on the rows that it is given there. Whatever
/// becomes of that process, this one goes on: the report has a fault then. Of a report its fault and its header_cells come back.
RowReport read_apart(const std::function<RowReport(RowReceiver& receiver)>& read, RowReceiver& receiver);

}  // namespace mot::evidence

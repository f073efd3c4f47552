// What is written of personas, and in notes and links of everything but touchpoints, which have cards of their own.
#pragma once

#include <vector>

#include "mot/tables/table.h"
#include "mot/words/wording.h"

namespace mot {

/// A table of personas and one of notes and links, each only where it has a row.
std::vector<Table> written_tables(const Workspace& workspace, const Wording& wording);

}  // namespace mot

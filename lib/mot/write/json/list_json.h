// The figures of `mot list` for programs.
#pragma once

#include <string>
#include <vector>

#include "mot/tables/list_tables.h"

namespace mot {

/// A key for each kind, with `[{id, name, file, line}]`; a name is null where a thing has none but its id.
std::string list_json(const std::vector<ListKind>& kinds, const Workspace& workspace, const Sources& sources);

}  // namespace mot

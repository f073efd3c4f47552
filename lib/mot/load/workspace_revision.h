// Which version of a workspace somebody looks at, as git knows it.
#pragma once

#include <optional>
#include <string>

#include "mot/load/load.h"

namespace mot {

struct WorkspaceRevision {
  std::string name;         ///< the beginning of the commit's hash, as git shortens it
  bool is_changed = false;  ///< files of the workspace say something else than they do there
};

/// What is checked out of the repository that holds the files which were read from the disk; nothing where none holds any, or where git
/// can't be asked.
std::optional<WorkspaceRevision> revision_of(const Loaded& loaded);

}  // namespace mot

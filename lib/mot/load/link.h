// Links: ids that stand for other things, found, or reported with what was probably meant.
#pragma once

#include "mot/findings/finding.h"
#include "mot/model/workspace.h"

namespace mot {

/// What linking may rely on.
enum class LinkBasis : unsigned char {
  complete,    ///< everything the files hold is in the workspace: an id that is not found is wrong
  incomplete,  ///< some of it was lost to faults of form: an id that is not found may be there
};

/// Resolves every link of the workspace to an index and checks what only the whole can tell: ids used twice, scores off the
/// project's scale, dimensions and channels it does not list. Linear in the workspace.
void link(Workspace& workspace, LinkBasis completeness, Findings& findings);

}  // namespace mot

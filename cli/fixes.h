// The option --fix: faults that have one remedy, mended in the files.
#pragma once

#include "workspace_inputs.h"

namespace mot {

inline constexpr Option fix_option = {"--fix", "", "", "mend in the files what can only be meant one way, then report the rest"};

/// Reads what -C and the operands name; with --fix it first saves every file whose findings have fixes, whole or not at all, says which,
/// and reads again, until nothing is left to mend. Throws UsageError where --fix is asked of standard input.
WorkspaceRead read_mended_workspace(const Session& session);

}  // namespace mot

// What saved views name and no id stands for: tags and rows.
#pragma once

#include "mot/findings/finding.h"
#include "mot/model/workspace.h"

namespace mot {

/// Reports tags that nothing has, and rows that there are not.
void check_views(const Workspace& workspace, Findings& findings);

}  // namespace mot

// A workbook to be filled in away from the workspace: by a room, or by mail.
#pragma once

#include <string>

#include "mot/model/workspace.h"

namespace mot {

/// A sheet a department, a row a touchpoint; what is written already stands there. Ids and names can't be changed, scores and importance
/// are offered to choose from, and what customers say stands apart from what the company does. The headings are those that mot import
/// reads.
std::string fill_in_xlsx(const Workspace& workspace);

}  // namespace mot

// What stands in a workbook and nowhere in the files that one like it is written of.
#pragma once

#include <set>
#include <string>
#include <vector>

#include "mot/edit/fill_in.h"
#include "mot/evidence/sheets/workbook_file.h"

namespace mot::edit {

/// A workbook to fill in as it was found, and the one that would be written in its place.
struct BothWorkbooks {
  const std::vector<evidence::WholeSheet>& found;
  const std::vector<evidence::WholeSheet>& written;
};

/// Each cell, comment, text box, link and picture that only the one that was found has, `Desk!L3 'so slow'`, and each sheet that is called
/// as none of the other. Rows are the same by their ids, those without by their names, wherever they stand; what is only missing is no
/// loss. `taken` are cells that say in other words what the files say.
std::vector<std::string> unsaid_in(const BothWorkbooks& workbooks, const std::set<TakenCell>& taken);

}  // namespace mot::edit

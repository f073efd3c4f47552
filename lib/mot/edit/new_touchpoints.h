// Rows of a table that name a touchpoint nobody has written down yet.
#pragma once

#include <string>
#include <vector>

#include "mot/edit/draft.h"
#include "mot/import/imported.h"

namespace mot::edit {

/// What became of rows of a table, by their index there.
struct NewTouchpoints {
  std::vector<std::string> added;      ///< one line each
  std::vector<std::string> not_taken;  ///< one line each
  std::vector<bool> is_settled;        ///< rows that there is nothing more to do with
};

/// Adds a touchpoint for each row without an id whose name nobody has, to the department that the row names, else to the one whose sheet it
/// stands on; its id is made of its name. What has a name that is nearly taken is not added; one that is taken is where the row's
/// department is another and the others have rows of their own.
NewTouchpoints add_new_touchpoints(Draft& draft, const importing::Workspace& table);

}  // namespace mot::edit

// Rows of a table that say of one touchpoint what single personas live and wish: `Check-in | Ines`, `Check-in | Tom`.
#pragma once

#include <string_view>
#include <vector>

#include "mot/import/imported.h"

namespace mot::importing {

/// What a cell of moments of truth says that is none: a word for no is no text.
inline constexpr std::string_view said_no = "false";

/// Makes one touchpoint of rows that name the same one at the same place, with several personas, and one without where it speaks for all.
/// What personas wish stands under `by`; of what else they disagree about, what holds for all holds, else numbers have their mean and of
/// texts the first holds, and each stands in a comment. All is told.
void join_rows_of_personas(std::vector<Touchpoint>& touchpoints, Notes& notes);

}  // namespace mot::importing

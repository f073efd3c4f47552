// Thumbs up and down as cells say them.
#pragma once

#include <string>

#include "mot/import/survey/column_profile.h"

namespace mot::importing {

/// What `values` of a column of thumbs says, `"👍": up, "👎": down`; empty where the column holds anything else.
std::string thumbs_in(const ColumnProfile& column);

}  // namespace mot::importing

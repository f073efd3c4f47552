// What people read of figures in one sentence, in the words given.
#pragma once

#include <string>

#include "mot/analysis/analysis.h"
#include "mot/tables/gaps_figures.h"
#include "mot/words/wording.h"

namespace mot {

/// As `delivered_sentence` of gaps_table.h.
std::string delivered_sentence(const Delivered& delivered, const Wording& wording);

/// Where answers are in no figure because they could not be used, and how many; empty where there are none.
std::string lost_sentence(const Workspace& workspace, const Analysis& analysis, const Wording& wording);

/// The table of `mot gaps` in the words of the row, whose index does not matter.
Table gaps_table(const TouchpointRow& any);

}  // namespace mot

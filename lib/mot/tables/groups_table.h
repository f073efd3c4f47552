// The table of `mot gaps --by …`: figures of groups of touchpoints.
#pragma once

#include <vector>

#include "mot/analysis/groups.h"
#include "mot/tables/table.h"
#include "mot/words/wording.h"

namespace mot {

/// A group a row.
Table groups_table(GroupBy by, const Scale& scale, const std::vector<Group>& groups, const Wording& wording);

}  // namespace mot

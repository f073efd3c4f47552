// `mot gaps --by …` as a table: the figures of what touchpoints have in common.
#pragma once

#include <vector>

#include "mot/analysis/groups.h"
#include "mot/tables/table.h"

namespace mot {

/// A group a row.
Table groups_table(GroupBy by, const Scale& scale, const std::vector<Group>& groups);

}  // namespace mot

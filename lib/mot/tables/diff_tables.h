// Tables of `mot diff`: how scores moved, and what was added, removed, renamed, moved and changed.
#pragma once

#include <string>
#include <vector>

#include "mot/analysis/compare/diff.h"
#include "mot/tables/table.h"
#include "mot/words/wording.h"

namespace mot {

/// What the two states are called.
struct StateNames {
  std::string before;
  std::string after;
};

/// First a touchpoint a row with the scores that moved, worse ones before better ones, and under it what is delivered and covered; then, as
/// far as there are any, what became of which touchpoint, a changed field a row, and what became of what stands around the touchpoints.
/// Of long texts the part is shown that differs.
std::vector<Table> diff_tables(const Diff& diff, const StateNames& names, const Wording& wording);

}  // namespace mot

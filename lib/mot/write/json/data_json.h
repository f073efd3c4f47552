// The use of every source and column, for other programs. Keys are only ever added.
#pragma once

#include <string>

#include "mot/evidence/answers.h"
#include "mot/model/workspace.h"

namespace mot {

/// `{format_version, period: {from, to}, sources: [{id, read, rows, left_out: {ragged, by_where, by_weight, undated, outside_period},
/// oldest, newest, columns: [{column, use, scale: {min, max}, lowest, highest, words, used, blank, missing, off_scale, unmatched,
/// rescaling}], agreements: [{use, items, complete, alpha}], strays: [{column, value, count, first_line}]}]}`. A stray's value is null
/// where it stands for all the values that were too many to be kept apart.
std::string data_json(const Workspace& workspace, const Answers& answers);

}  // namespace mot

// Tables of `mot data`: what became of every source and column.
#pragma once

#include <vector>

#include "mot/evidence/answers.h"
#include "mot/model/workspace.h"
#include "mot/tables/table.h"
#include "mot/words/wording.h"

namespace mot {

/// The most answers that a source gives to what is lived at any touchpoint.
std::size_t most_answers_of(const Answers& answers, std::size_t source);

/// First a column of a source a row, then a source a row, then a row for what is off scale or stands for nothing; then how
/// answers spread, a touchpoint a row.
std::vector<Table> data_tables(const Workspace& workspace, const Answers& answers, const Wording& wording);

}  // namespace mot

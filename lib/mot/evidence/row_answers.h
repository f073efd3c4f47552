// Rows -> answers, by the layout that their source declares.
#pragma once

#include <optional>

#include "mot/evidence/rows.h"
#include "mot/evidence/source_answers.h"
#include "mot/evidence/source_context.h"
#include "mot/findings/finding.h"

namespace mot::evidence {

/// Reads all rows. Faults are findings; rows that can't be followed to their end give `use.was_read == false` and nothing else.
SourceAnswers read_row_source(const SourceContext& context, RowSource& source, Findings& findings);

/// The newest day of the rows that count but for the period; nothing where they have no dates or can't be read.
std::optional<Day> newest_of_row_source(const SourceContext& context, RowSource& source);

}  // namespace mot::evidence

// A source that is a CSV file of the workspace.
#pragma once

#include <optional>

#include "mot/evidence/csv/csv_rows.h"
#include "mot/evidence/layouts/questions.h"
#include "mot/text/bytes.h"

namespace mot::evidence {

/// Reads all rows. Faults are findings; bytes that can't be followed to their end give `use.was_read == false` and nothing else.
SourceAnswers read_survey(const SourceContext& context, const ByteReader& bytes, Findings& findings);

/// The same for the source's file.
SourceAnswers read_csv_source(const SourceContext& context, const OpenFile& open, Findings& findings);

/// The newest day of the rows that count but for the period; nothing where the file has no dates or can't be read.
std::optional<Day> newest_of_csv_source(const SourceContext& context, const OpenFile& open);

}  // namespace mot::evidence

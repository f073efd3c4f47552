// A source that is a table of a database: the engine sums, and only sums travel.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "mot/evidence/source_answers.h"
#include "mot/evidence/source_context.h"
#include "mot/evidence/sql/engine.h"
#include "mot/findings/finding.h"

namespace mot::evidence {

/// What answers, and what of the source is to blame where the answers are no good.
struct SourceEngine {
  Engine& engine;
  Text name;  ///< the table, or the file of frozen sums
};

/// Queries all sums. Faults of the source are findings and give `use.was_read == false`; throws std::runtime_error where the engine fails.
SourceAnswers read_sql_source(const SourceContext& context, const SourceEngine& engine, Findings& findings);

/// The newest day of the rows that count but for the period; nothing where there are no dates or the source is at fault.
std::optional<Day> newest_of_sql_source(const SourceContext& context, const SourceEngine& engine);

/// A query and what it sums; that for the sums themselves says nothing.
struct AskedQuery {
  std::string_view about;
  Query query;
};

/// What `read_sql_source` asks of an engine that is not at hand: the sums first. Columns are taken to hold what they are used for, so
/// nothing is asked about cells that fit nothing.
std::vector<AskedQuery> queries_in(const Dialect& dialect, const SourceContext& context, Findings& findings);

}  // namespace mot::evidence

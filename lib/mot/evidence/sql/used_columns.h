// Which columns of a table a source uses, and for what.
#pragma once

#include <vector>

#include "mot/evidence/sql/sql_query.h"

namespace mot::evidence {

struct UsedColumn {
  Text column;
  Use use;
};

/// Of an aggregation, in its order; a column may come twice.
std::vector<UsedColumn> used_columns(const Aggregation& aggregation);

/// The columns that a ready-made table's rows are read by, each once.
std::vector<Text> columns_of_rows(const SurveySource& source);

/// Where the named columns stand in the table, which has them all.
std::vector<std::size_t> places_of(const std::vector<Text>& names, const std::vector<TableColumn>& columns);

/// What the table of a source holds if every column holds what it is used for; a dialect without days keeps them in texts.
std::vector<TableColumn> imagined_columns(const SurveySource& source, const Dialect& dialect);

}  // namespace mot::evidence

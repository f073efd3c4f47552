// Queries about how answers go together: products of what the same people, or clusters of them, answered. A step more than sums: `units`
// has a row a respondent.
#pragma once

#include <span>

#include "mot/evidence/aggregation.h"
#include "mot/evidence/sql/sql_query.h"

namespace mot::evidence {

/// Whether units are summed by the words of their rows, or all at once.
enum class UnitsBy : unsigned char { words, nothing };

/// Of a table with a column a question: pairs of AggregatedProducts::scores, by place, each with the later one first.
Query products_query(const Aggregation& aggregation, const SqlTarget& target, std::span<const AggregatedPair> pairs, UnitsBy by);
ProductGroup products_from(const Aggregation& aggregation, std::span<const AggregatedPair> pairs, UnitsBy by, const ResultRow& row);

/// Of a table with a row an answer: every two words of a question, in both orders.
Query long_products_query(const Aggregation& aggregation, const SqlTarget& target);
ProductGroup long_products_from(const Aggregation& aggregation, const ResultRow& row);

/// How many units the rows that count name.
Query units_query(const Aggregation& aggregation, const SqlTarget& target);

}  // namespace mot::evidence

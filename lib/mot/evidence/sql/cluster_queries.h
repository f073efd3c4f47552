// Thumbs and answers about the whole, summed over clusters; and pairs of what the same people said in rows apart.
#pragma once

#include "mot/evidence/sql/sql_query.h"

namespace mot::evidence {

/// One row: the sums of every outcome, in the order of AggregatedClusters::outcomes.
Query clustered_outcomes_query(const Aggregation& aggregation, const SqlTarget& target);
std::vector<ClusteredSums> clustered_outcomes_from(const Aggregation& aggregation, const ResultRow& row);

/// A touchpoint a row.
Query clustered_thumbs_query(const Aggregation& aggregation, const SqlTarget& target);
ClusteredThumbs clustered_thumbs_from(const ResultRow& row);

/// How many clusters there are; one number.
Query clusters_query(const Aggregation& aggregation, const SqlTarget& target);

/// What the same people said of each touchpoint and of one outcome, a mean each, where they answered more than once; by the weight of what
/// they said of the whole.
Query respondent_pairs_query(const Aggregation& aggregation, const SqlTarget& target, std::size_t score);
RespondentPairs respondent_pairs_from(const Aggregation& aggregation, const ResultRow& row);

}  // namespace mot::evidence

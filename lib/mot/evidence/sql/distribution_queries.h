// How many answers lie in each part of their scale: queries like that for the sums, with other sums.
#pragma once

#include <cstddef>
#include <vector>

#include "mot/evidence/sql/sql_query.h"

namespace mot::evidence {

struct DistributionQuery {
  Query query;
  Aggregation aggregation;          ///< of these scores alone; its shares are those beyond each part's begin, then the worst points
  std::vector<std::size_t> scores;  ///< their places in the aggregation of all
};

/// Some scores a query, so that no engine has too many columns to give; none where nothing is scored.
std::vector<DistributionQuery> distribution_queries(const Aggregation& aggregation, const SqlTarget& target);

/// What a group of such a query says of one score.
PartCounts parts_from(const AggregatedScore& score, const ScoreGroup& group);

}  // namespace mot::evidence

#include "mot/evidence/sql/distribution_queries.h"

#include <algorithm>

#include "mot/evidence/sql/engine.h"

namespace mot::evidence {
namespace {

constexpr std::size_t most_scores = 40;  // of a query: some thirty sums each, and PostgreSQL gives 1664 columns

/// What a query for parts asks of a score.
AggregatedScore with_parts_as_shares(AggregatedScore score) {
  score.shares = score.parts;
  if (score.bottom_two) score.shares.push_back(*score.bottom_two);
  score.top_two.reset();
  return score;
}

}  // namespace

std::vector<DistributionQuery> distribution_queries(const Aggregation& aggregation, const SqlTarget& target) {
  Aggregation nothing = aggregation;
  nothing.scores.clear();
  nothing.pairs.clear();
  nothing.products.reset();
  std::vector<DistributionQuery> queries;
  for (std::size_t i = 0; i < aggregation.scores.size(); ++i) {
    if (aggregation.scores[i].parts.empty()) continue;
    if (queries.empty() || queries.back().scores.size() == most_scores) queries.push_back({{}, nothing, {}});
    queries.back().aggregation.scores.push_back(with_parts_as_shares(aggregation.scores[i]));
    queries.back().scores.push_back(i);
  }
  for (DistributionQuery& some : queries) some.query = sums_query(some.aggregation, target);
  return queries;
}

PartCounts parts_from(const AggregatedScore& score, const ScoreGroup& group) {
  PartCounts parts;
  SummedShare from_here{group.answers.n, group.answers.weight};
  for (std::size_t part = 0; part <= score.parts.size(); ++part) {
    const SummedShare beyond = part < score.parts.size() ? group.shares[part] : SummedShare{};
    if (beyond.n > from_here.n) throw TableFault("gives counts of answers that contradict each other");
    parts.counts[part] = from_here.n - beyond.n;
    parts.weights[part].add(std::max(0.0, from_here.weight - beyond.weight));
    from_here = beyond;
  }
  if (score.bottom_two) {
    parts.bottom_two = group.shares.back().n;
    parts.bottom_two_weight.add(group.shares.back().weight);
  }
  return parts;
}

}  // namespace mot::evidence

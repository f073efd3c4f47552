// Thumbs and answers about the whole of people who answered together: how much wider that makes what is known of them.
#pragma once

#include <cstddef>
#include <span>
#include <string_view>
#include <vector>

#include "mot/evidence/aggregation.h"
#include "mot/evidence/layouts/outcome_reader.h"
#include "mot/evidence/layouts/thumb_tally.h"
#include "mot/evidence/respondent_tally.h"
#include "mot/evidence/source_answers.h"

namespace mot::evidence {

/// What is said where clusters can't be told apart.
inline constexpr std::string_view what_stays_apart =
    "thumbs and answers about the whole count as if nobody answered together, and are known less well in truth";

/// Takes thumbs and answers row by row, cluster by cluster in any order, within a bound; or what an engine has summed.
class ClusteredFigures {
 public:
  /// `thumbs` touchpoints, then `outcomes`.
  ClusteredFigures(std::size_t thumbs, std::size_t outcomes) : thumbs_(thumbs), tally_(thumbs + outcomes, 0) {}
  void add_thumb(std::size_t place, Verdict verdict, double weight);
  void add_outcome(std::size_t place, double x, double weight) { row_.push_back({thumbs_ + place, weight, weight * x}); }
  /// The row's cluster, also where it holds none of these. A blank one is nobody's.
  void end_row(std::string_view cluster);

  void add_thumbs(std::size_t place, const ClusteredSums& sums) { add(place, sums); }
  void add_outcomes(std::size_t place, const ClusteredSums& sums) { add(thumbs_ + place, sums); }
  void count_clusters(std::size_t clusters) { tally_.set_units(clusters); }

  /// `thumbs` by place, of the touchpoints of the same places; `outcomes` as they were read. Nothing may be added after it.
  void finish(std::span<const ThumbTally> thumbs, std::span<const std::size_t> touchpoints, std::span<const OutcomeReader> outcomes,
              SourceAnswers& answers);

 private:
  void add(std::size_t place, const ClusteredSums& sums);

  std::size_t thumbs_;
  RespondentTally tally_;
  std::vector<UnitAnswer> row_;
};

}  // namespace mot::evidence

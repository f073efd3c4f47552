#include "mot/evidence/layouts/clustered_figures.h"

#include <fmt/format.h>

namespace mot::evidence {

void ClusteredFigures::add_thumb(std::size_t place, Verdict verdict, double weight) {
  row_.push_back({place, weight, verdict == Verdict::up ? weight : 0});
}

void ClusteredFigures::end_row(std::string_view cluster) {
  tally_.add(cluster, row_, 0);
  row_.clear();
}

void ClusteredFigures::add(std::size_t place, const ClusteredSums& sums) {
  ProductMatrix& matrix = tally_.matrix_of_all();
  matrix.add_weight(place, sums.weight);
  matrix.add(ProductMatrix::place(place, place), sums.sums);
}

void ClusteredFigures::finish(std::span<const ThumbTally> thumbs, std::span<const std::size_t> touchpoints,
                              std::span<const OutcomeReader> outcomes, SourceAnswers& answers) {
  tally_.close();
  if (tally_.is_full()) {
    answers.use.not_known.push_back(fmt::format("it has more than {} clusters' answers, so {}", most_unit_answers, what_stays_apart));
    return;
  }
  std::vector<QuestionMean> means;
  for (const ThumbTally& of : thumbs)
    means.push_back({0, false, of.n(), of.weight(), of.weight() > 0 ? of.up_weight() / of.weight() : 0, 1});
  for (const OutcomeReader& outcome : outcomes) means.push_back(outcome.clustered_mean());
  const auto together = tally_.answers(means, std::nullopt, true);
  if (!together) return;
  for (std::size_t i = 0; i < means.size(); ++i) {
    if (means[i].n == 0) continue;
    const bool is_thumb = i < thumbs.size();
    answers.clustered.push_back({.is_thumb = is_thumb,
                                 .place = is_thumb ? touchpoints[i] : i - thumbs.size(),
                                 .clusters = together->clusters,
                                 .variance = together->covariance(i, i)});
  }
}

}  // namespace mot::evidence

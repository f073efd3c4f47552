#include "mot/evidence/layouts/question_tally.h"

#include <algorithm>
#include <numeric>

namespace mot::evidence {

AnswerTally QuestionTally::all() const {
  AnswerTally all;
  for (const AnswerTally& tally : by_persona_) all.join(tally);
  return all;
}

bool QuestionTally::empty() const {
  return std::ranges::all_of(by_persona_, [](const AnswerTally& tally) { return tally.empty(); });
}

AnswerSums QuestionTally::sums(const ScoreReader& scale) const {
  const AnswerTally tally = all();
  AnswerSums sums = tally.sums(scale.conversion(), tally.weight_factor(), scale.summed());
  sums.lost = std::accumulate(lost_.begin(), lost_.end(), 0.0) * tally.weight_factor();
  return sums;
}

std::vector<AnswerSums> QuestionTally::sums_by_persona(const ScoreReader& scale) const {
  const double weight_factor = all().weight_factor();
  std::vector<AnswerSums> sums;
  for (std::size_t i = 0; i + 1 < by_persona_.size(); ++i) {
    sums.push_back(by_persona_[i].sums(scale.conversion(), weight_factor, scale.summed()));
    sums.back().lost = lost_[i] * weight_factor;
  }
  return sums;
}

QuestionMean QuestionTally::mean_of(std::size_t touchpoint, const ScoreReader& scale, std::optional<std::size_t> persona) const {
  const AnswerTally tally = persona ? by_persona_[*persona] : all();
  return {touchpoint, false, tally.n(), tally.weight(), tally.mean(), scale.conversion().slope};
}

void take_newer(std::optional<Date>& newest, const std::optional<Day>& day) {
  if (day && (!newest || date_of(*day) > *newest)) newest = date_of(*day);
}

}  // namespace mot::evidence

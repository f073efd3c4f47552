#include "mot/evidence/answers.h"

#include <cassert>

namespace mot {

ShareWeights CountedShare::known_weights() const {
  if (weights.all > 0) return weights;
  return {static_cast<double>(within), static_cast<double>(of), static_cast<double>(of)};
}

CountedShare CountedShare::joined_with(const CountedShare& other) const {
  const ShareWeights one = known_weights(), two = other.known_weights();
  return {within + other.within, of + other.of, {one.within + two.within, one.all + two.all, one.all_squares + two.all_squares}};
}

void AnswerSums::add(double score, double answer_weight) {
  assert(answer_weight > 0);
  ++n;
  weight += answer_weight;
  weight_squares += answer_weight * answer_weight;
  const double distance = score - mean;
  mean += distance * answer_weight / weight;
  squares += answer_weight * distance * (score - mean);
}

void AnswerSums::join(const AnswerSums& other) {
  const double all_lost = lost + other.lost;
  if (other.n > 0 && n == 0) {
    *this = other;
  } else if (other.n > 0) {
    join_known(other);
  }
  lost = all_lost;
}

void AnswerSums::join_known(const AnswerSums& other) {
  // Where one of both is told apart by clusters, an answer of the other is a cluster of its own.
  if (clusters + other.clusters > 0) clusters = (clusters > 0 ? clusters : n) + (other.clusters > 0 ? other.clusters : other.n);
  top_two_weights = top_two_share().joined_with(other.top_two_share()).weights;
  bottom_two_weights = bottom_two_share().joined_with(other.bottom_two_share()).weights;
  distribution.join(other.distribution);
  const double whole = weight + other.weight;
  const double distance = other.mean - mean;
  mean += distance * (other.weight / whole);
  squares += other.squares + distance * distance * (weight * (other.weight / whole));
  n += other.n;
  weight = whole;
  weight_squares += other.weight_squares;
  has_spread = has_spread && other.has_spread;
  top_two += other.top_two;
  top_two_of += other.top_two_of;
  bottom_two += other.bottom_two;
  bottom_two_of += other.bottom_two_of;
}

void join_of_persona(TouchpointAnswers& answers, std::size_t persona, std::size_t personas, const AnswerSums& sums) {
  if (sums.n == 0 && sums.lost == 0) return;
  answers.by_persona.resize(personas);
  answers.by_persona[persona].join(sums);
}

const TouchpointAnswers& Answers::of(std::size_t touchpoint) const {
  static const TouchpointAnswers nothing;
  return touchpoint < touchpoints.size() ? touchpoints[touchpoint] : nothing;
}

}  // namespace mot

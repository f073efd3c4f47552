#include "mot/evidence/answers.h"

#include <cassert>

namespace mot {

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
  if (other.n == 0) return;
  if (n == 0) {
    *this = other;
    return;
  }
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
}

TouchpointAnswers no_answers_of(std::size_t personas) {
  TouchpointAnswers answers;
  answers.by_persona.resize(personas);
  answers.also_by_persona.resize(personas);
  return answers;
}

}  // namespace mot

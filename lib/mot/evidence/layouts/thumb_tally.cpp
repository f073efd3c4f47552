#include "mot/evidence/layouts/thumb_tally.h"

#include <algorithm>

namespace mot::evidence {

void ThumbTally::add(Verdict verdict, const RowFacts& facts, const SameThumbs& same) {
  if (by_persona_.empty()) by_persona_.resize(personas_ + 1);
  Thumbs& thumbs = by_persona_[facts.persona];
  (verdict == Verdict::up ? thumbs.up : thumbs.down) += same.count;
  if (verdict == Verdict::up) thumbs.up_weight += same.weight;
  thumbs.weight += same.weight;
  thumbs.weight_squares += same.weight_squares;
}

void ThumbTally::lose(const RowFacts& facts, std::size_t count) {
  if (count == 0) return;
  if (by_persona_.empty()) by_persona_.resize(personas_ + 1);
  by_persona_[facts.persona].lost += facts.weight * static_cast<double>(count);
}

double ThumbTally::sum(double Thumbs::*part) const {
  double sum = 0;
  for (const Thumbs& thumbs : by_persona_) sum += thumbs.*part;
  return sum;
}

double ThumbTally::weight() const {
  return sum(&Thumbs::weight);
}

double ThumbTally::up_weight() const {
  return sum(&Thumbs::up_weight);
}

std::size_t ThumbTally::n() const {
  std::size_t n = 0;
  for (const Thumbs& thumbs : by_persona_) n += thumbs.up + thumbs.down;
  return n;
}

void ThumbTally::finish(TouchpointAnswers& answers) const {
  for (const Thumbs& thumbs : by_persona_) {
    answers.thumbs_up += thumbs.up;
    answers.thumbs_down += thumbs.down;
  }
  const bool is_any = weight() > 0;
  const double factor = is_any ? static_cast<double>(n()) / weight() : 1;
  answers.thumbs_lost += factor * sum(&Thumbs::lost);
  if (!is_any) return;
  const auto put = [&](const Thumbs& of, ShareWeights& weights) {
    weights.within += factor * of.up_weight;
    weights.all += factor * of.weight;
    weights.all_squares += factor * factor * of.weight_squares;
  };
  answers.also_by_persona.resize(std::max(answers.also_by_persona.size(), personas_));
  for (std::size_t i = 0; i < by_persona_.size(); ++i) {
    put(by_persona_[i], answers.thumb_weights);
    if (i >= personas_) continue;
    PersonaAnswers& own = answers.also_by_persona[i];
    own.thumbs_up += by_persona_[i].up;
    own.thumbs_down += by_persona_[i].down;
    put(by_persona_[i], own.thumb_weights);
    own.thumbs_lost += factor * by_persona_[i].lost;
  }
}

}  // namespace mot::evidence

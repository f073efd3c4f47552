// Thumbs about one touchpoint, by persona and by weight.
#pragma once

#include <cstddef>
#include <vector>

#include "mot/evidence/answers.h"
#include "mot/evidence/layouts/row_filter.h"

namespace mot::evidence {

/// Thumbs of one verdict: how many, Σw and Σw².
struct SameThumbs {
  std::size_t count = 0;
  double weight = 0;
  double weight_squares = 0;
};

class ThumbTally {
 public:
  explicit ThumbTally(std::size_t personas) : personas_(personas) {}
  void add(Verdict verdict, const RowFacts& facts) { add(verdict, facts, {1, facts.weight, facts.weight * facts.weight}); }
  void add(Verdict verdict, const RowFacts& facts, const SameThumbs& same);
  /// So many that stand for neither verdict.
  void lose(const RowFacts& facts, std::size_t count);
  /// Weights rescaled to the number of thumbs.
  void finish(TouchpointAnswers& answers) const;
  std::size_t n() const;
  double weight() const;     ///< Σw as they were given
  double up_weight() const;  ///< of those that are up

 private:
  struct Thumbs {
    std::size_t up = 0;
    std::size_t down = 0;
    double up_weight = 0;
    double weight = 0;
    double weight_squares = 0;
    double lost = 0;  ///< Σw
  };
  double sum(double Thumbs::*part) const;

  std::size_t personas_;
  std::vector<Thumbs> by_persona_;  // the last of nobody in particular; empty until there is one
};

}  // namespace mot::evidence

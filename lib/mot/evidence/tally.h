// Answers summed on their own scale, exactly; turned into points of the project's scale only when all rows are in.
#pragma once

#include <array>
#include <cstdint>

#include "mot/evidence/answers.h"
#include "mot/evidence/exact_sum.h"

namespace mot::evidence {

/// From a position on a question's scale (its distance from an origin, whichever end is good) to points of another scale; linear.
struct Conversion {
  double at_origin = 0;  ///< points at position 0
  double slope = 1;      ///< points a position; negative where the question is asked the other way round
  bool operator==(const Conversion&) const = default;
};

/// One answer as the sums see it.
struct Answer {
  double position = 0;
  double weight = 1;
  bool is_top_two = false;  ///< among the best points
  bool is_bottom_two = false;
  std::size_t part = 0;  ///< of the scale, the worst first
};

/// Answers by the parts of their scale, the worst first.
struct PartCounts {
  std::array<std::size_t, Distribution::most_points> counts{};
  std::array<ExactSum, Distribution::most_points> weights{};  ///< Σw
  std::size_t bottom_two = 0;
  ExactSum bottom_two_weight;

  void add(const Answer& answer) {
    ++counts[answer.part];
    weights[answer.part].add(answer.weight);
    if (!answer.is_bottom_two) return;
    ++bottom_two;
    bottom_two_weight.add(answer.weight);
  }
  void join(const PartCounts& other);
};

/// What is known of a question's scale once its answers are summed.
struct SummedScale {
  bool has_best_points = false;  ///< and worst ones
  std::size_t points = 0;        ///< as Distribution::points
};

/// Positions up to this are summed as whole numbers: their squares overflow no sum.
inline constexpr double largest_whole_position = 10'000;

/// Whether a position can be summed as a whole number.
inline bool is_whole(double position) {
  return position <= largest_whole_position && static_cast<double>(static_cast<std::int64_t>(position)) == position;
}

/// Answers that somebody else has summed, by their positions.
struct SummedAnswers {
  std::size_t n = 0;
  double weight = 0;          ///< Σw
  double weight_squares = 0;  ///< Σw²
  double sum = 0;             ///< Σwx
  double squares = 0;         ///< Σwx²
  std::size_t top_two = 0;    ///< answers within the best points
  double top_two_weight = 0;  ///< Σw of them
};

/// Pairs of answers that somebody else has summed, by their positions.
struct SummedPairs {
  std::size_t n = 0;
  double weight = 0, weight_squares = 0;  ///< Σw, Σw²
  double x = 0, y = 0;                    ///< Σwx, Σwy
  double xx = 0, yy = 0, xy = 0;          ///< Σwx², Σwy², Σwxy
};

/// Answers to one question. Whole positions of weight 1, which is nearly every answer, are summed as integers.
class AnswerTally {
 public:
  void add(const Answer& answer) {
    top_two_ += answer.is_top_two;
    parts_.add(answer);
    if (answer.weight == 1 && is_whole(answer.position)) {
      const auto position = static_cast<std::int64_t>(answer.position);
      ++whole_n_;
      whole_sum_ += position;
      whole_squares_ += position * position;
      return;
    }
    ++broken_n_;
    weight_.add(answer.weight);
    weight_squares_.add(answer.weight * answer.weight);
    sum_.add_product(answer.weight, answer.position);
    squares_.add_product(answer.weight, answer.position, answer.position);
    if (!answer.is_top_two) return;
    ++broken_top_two_;
    top_two_weight_.add(answer.weight);
  }
  void add(const SummedAnswers& answers);
  /// How answers that were added as sums spread over their scale.
  void add(const PartCounts& parts) { parts_.join(parts); }
  void join(const AnswerTally& other);
  bool empty() const { return whole_n_ + broken_n_ == 0; }
  /// Brings the weights to the sum of n.
  double weight_factor() const { return empty() ? 1 : static_cast<double>(n()) / weight(); }
  double weight() const { return static_cast<double>(whole_n_) + weight_.value(); }
  /// As a position; 0 where there are no answers.
  double mean() const { return empty() ? 0 : (static_cast<double>(whole_sum_) + sum_.value()) / weight(); }
  std::size_t n() const { return static_cast<std::size_t>(whole_n_ + broken_n_); }

  /// The sums in points; weights multiplied by `weight_factor`.
  AnswerSums sums(const Conversion& conversion, double weight_factor, const SummedScale& scale) const;

 private:
  double squares_about_mean() const;
  void add_parts(double weight_factor, const SummedScale& scale, AnswerSums& sums) const;

  std::int64_t whole_n_ = 0, whole_sum_ = 0, whole_squares_ = 0;
  std::int64_t broken_n_ = 0;
  std::int64_t top_two_ = 0, broken_top_two_ = 0;
  ExactSum weight_, weight_squares_, sum_, squares_, top_two_weight_;
  PartCounts parts_;
  bool is_rounded_ = false;  // by an engine that summed
};

/// Pairs of answers to two questions, each on its own scale.
class PairTally {
 public:
  void add(double x, double y, double weight) {
    if (weight == 1 && is_whole(x) && is_whole(y)) {
      add_whole(static_cast<std::int64_t>(x), static_cast<std::int64_t>(y));
      return;
    }
    ++broken_n_;
    weight_.add(weight);
    weight_squares_.add(weight * weight);
    x_.add_product(weight, x);
    y_.add_product(weight, y);
    xx_.add_product(weight, x, x);
    yy_.add_product(weight, y, y);
    xy_.add_product(weight, x, y);
  }
  void join(const PairTally& other);
  void add(const SummedPairs& pairs);
  bool empty() const { return whole_n_ + broken_n_ == 0; }

  /// The sums in points; weights rescaled to sum to the number of pairs.
  PairSums sums(const Conversion& of_x, const Conversion& of_y) const;

 private:
  void add_whole(std::int64_t x, std::int64_t y) {
    ++whole_n_;
    whole_x_ += x;
    whole_y_ += y;
    whole_xx_ += x * x;
    whole_yy_ += y * y;
    whole_xy_ += x * y;
  }

  std::int64_t whole_n_ = 0, whole_x_ = 0, whole_y_ = 0, whole_xx_ = 0, whole_yy_ = 0, whole_xy_ = 0;
  std::int64_t broken_n_ = 0;
  ExactSum weight_, weight_squares_, x_, y_, xx_, yy_, xy_;
  bool is_rounded_ = false;  // by an engine that summed
};

}  // namespace mot::evidence

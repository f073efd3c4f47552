// What the numbers of a column come to, for rows that may sum it up.
#pragma once

#include <cstddef>
#include <limits>
#include <map>
#include <string_view>

#include "mot/evidence/cells/number.h"
#include "mot/evidence/table_words.h"

namespace mot::evidence {

class ColumnFigures {
 public:
  void add(std::string_view cell, DecimalMark mark);

  std::size_t numbers() const { return n_; }
  bool is_filled_in(std::size_t rows) const { return filled_ == rows; }
  /// Numbers with a fraction.
  std::size_t fractions() const { return fractions_; }
  /// Whether each number is another one, as those are that tell rows apart.
  bool tells_rows_apart() const { return are_many_ || (n_ > least_rows_apart && counts_.size() == n_); }
  /// Whether it says words, longer than codes are.
  bool has_words() const { return long_texts_ > 0; }
  bool is_within(double number) const { return number >= low_ && number <= high_; }
  /// Whether the number stands in a cell of a column that does not say something else in each.
  bool holds(double number) const;
  /// Whether each cell that is no number is a word: letters alone.
  bool names_people() const { return words_ > 0 && words_ == others_; }
  /// Whether a number is this of the column, as far as its digits go. A spread may be the sample's, the population's or its square.
  bool is(Statistic statistic, double number, double half_a_digit) const;

 private:
  bool is_median(double number, double half_a_digit) const;

  static constexpr std::size_t least_rows_apart = 5;

  std::size_t n_ = 0, filled_ = 0, fractions_ = 0, words_ = 0, others_ = 0, long_texts_ = 0;
  double mean_ = 0, squares_ = 0, sum_ = 0;  ///< squares of what differs from the mean
  double low_ = std::numeric_limits<double>::infinity(), high_ = -std::numeric_limits<double>::infinity();
  std::map<double, std::size_t> counts_ = {};  ///< of so many different numbers as scales have
  bool are_many_ = false;                      ///< more than those
};

}  // namespace mot::evidence

#include "mot/evidence/column_figures.h"

#include <algorithm>
#include <cmath>

namespace mot::evidence {
namespace {

constexpr std::size_t most_counted = 200;

bool says_letters_alone(std::string_view cell) {
  return std::ranges::all_of(cell, [](char c) {
    const char small = static_cast<char>(c | 0x20);
    return (small >= 'a' && small <= 'z') || static_cast<unsigned char>(c) >= 0x80 || c == ' ' || c == '-' || c == '.';
  });
}

}  // namespace

void ColumnFigures::add(std::string_view cell, DecimalMark mark) {
  if (cell.empty()) return;
  ++filled_;
  const auto number = number_from(cell, mark);
  if (!number) {
    constexpr std::size_t longest_code = 3;
    ++others_;
    long_texts_ += cell.size() > longest_code;
    words_ += says_letters_alone(cell);
    return;
  }
  ++n_;
  sum_ += *number;
  const double step = *number - mean_;
  mean_ += step / static_cast<double>(n_);
  squares_ += step * (*number - mean_);
  low_ = std::min(low_, *number);
  high_ = std::max(high_, *number);
  fractions_ += *number != std::floor(*number);
  if (counts_.size() < most_counted || counts_.contains(*number))
    ++counts_[*number];
  else
    are_many_ = true;
}

bool ColumnFigures::holds(double number) const {
  return !are_many_ && counts_.size() < n_ && counts_.contains(number);
}

bool ColumnFigures::is_median(double number, double half_a_digit) const {
  if (are_many_) return false;
  const auto at = [this](std::size_t place) {
    std::size_t before = 0;
    for (const auto& [value, count] : counts_) {
      before += count;
      if (before > place) return value;
    }
    return high_;
  };
  return std::abs((at((n_ - 1) / 2) + at(n_ / 2)) / 2 - number) <= half_a_digit;
}

bool ColumnFigures::is(Statistic statistic, double number, double half_a_digit) const {
  if (n_ == 0) return false;
  const auto n = static_cast<double>(n_);
  constexpr double tiny = 1e-9;
  const auto is_near = [&](double value) { return std::abs(value - number) <= std::max(half_a_digit, tiny * std::abs(value)) + tiny; };
  switch (statistic) {
    case Statistic::mean:
      return is_near(sum_ / n);
    case Statistic::median:
      return is_median(number, half_a_digit + tiny);
    case Statistic::spread: {
      const double population = squares_ / n, sample = n_ > 1 ? squares_ / (n - 1) : 0;
      return is_near(std::sqrt(sample)) || is_near(std::sqrt(population)) || is_near(sample) || is_near(population);
    }
    case Statistic::highest:
      return is_near(high_);
    case Statistic::lowest:
      return is_near(low_);
    case Statistic::count:
      return is_near(n) || is_near(static_cast<double>(filled_));
    case Statistic::sum:
      return is_near(sum_);
  }
  return false;
}

}  // namespace mot::evidence

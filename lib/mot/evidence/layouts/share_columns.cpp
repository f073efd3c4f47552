#include "mot/evidence/layouts/share_columns.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "mot/text/utf8.h"

namespace mot::evidence {
namespace {

constexpr double whole = 100;
constexpr double rounding_of_shares = 2;  // by which rounded per cent miss the whole

Complaint about_shares() {
  return {"neither counts nor per cent that add up with the others of their row", "their rows left out",
          "without 'n' they are whole counts and no per cent: name the column of how many answered; with it they add up to n or to 100"};
}

std::string_view without_sign(std::string_view cell) {
  return trimmed(cell.ends_with('%') ? cell.substr(0, cell.size() - 1) : cell);
}

/// Counts may have marks between their thousands.
std::optional<double> share_from(std::string_view cell, DecimalMark mark) {
  const auto number = number_from(cell, mark);
  const auto count = number ? std::nullopt : count_from(cell, mark);
  return count ? std::optional(static_cast<double>(*count)) : number;
}

}  // namespace

ShareColumns::ShareColumns(ColumnFinder& finder, const Entries<Text, Text>& shares, const AnswerScale& scale, const Scale& target)
    : mark_(finder.mark()), scale_(scale, target, DecimalMark::point) {
  for (const auto& [answer, column] : shares) {
    const ScoreCell cell = scale_.read(answer.value);
    if (cell.kind != CellKind::answer && cell.kind != CellKind::missing)
      finder.fail("bad-value", answer.span, fmt::format("'{}' is not on the scale {}", printable(answer.value), scale_.name()));
    shares_.push_back({finder.find(column), cell, ColumnLog(column, fmt::format("how many answered {}", answer.value), about_shares())});
  }
  cells_.resize(shares_.size());
}

/// Whether every cell that is not blank is a number that can be a share.
bool ShareColumns::read_cells(const Row& row) {
  blanks_ = 0;
  sum_ = answered_ = 0;
  bool is_good = true;
  for (std::size_t i = 0; i < shares_.size(); ++i) {
    const std::string_view cell = row.cells[shares_[i].column];
    const auto number = cell.empty() ? std::optional(0.0) : share_from(without_sign(cell), mark_);
    const bool is_share = number && *number >= 0;
    blanks_ += cell.empty() ? 1 : 0;
    if (!is_share) shares_[i].log.off_scale(cell, row.line), is_good = false;
    cells_[i] = is_share ? *number : 0;
    sum_ += cells_[i];
    answered_ += shares_[i].is_answer() ? cells_[i] : 0;
  }
  return is_good;
}

bool ShareColumns::are_counts() const {
  return std::ranges::all_of(cells_, [](double cell) { return cell == std::floor(cell); });
}

bool ShareColumns::has_sign(const Row& row) const {
  return std::ranges::any_of(shares_, [&](const Share& share) { return row.cells[share.column].ends_with('%'); });
}

/// What adds up to 100 without the number of those who answered is in per cent, though counts may by chance: of how many nobody tells.
/// Rounded to whole numbers they may miss it by one.
bool ShareColumns::are_per_cent_of_nobody_knows(const Row& row) const {
  if (blanks_ > 0) return sum_ == whole;
  return std::abs(sum_ - whole) <= (has_sign(row) || !are_counts() ? rounding_of_shares : 1);
}

/// Beside a blank cell only to the last digit: else it may say that some gave the answer. Without the number of those who answered
/// `20 %` is no count.
bool ShareColumns::add_up(const Row& row, const std::optional<std::size_t>& n) const {
  if (!n && has_sign(row)) return false;
  if (blanks_ > 0) return sum_ == whole || (n && sum_ == static_cast<double>(*n));
  return n ? sum_ == static_cast<double>(*n) || std::abs(sum_ - whole) <= rounding_of_shares : are_counts();
}

/// Once, for the row is lost once.
void ShareColumns::lose_blank(const Row& row) {
  const auto blank = std::ranges::find_if(shares_, [&](const Share& share) { return row.cells[share.column].empty(); });
  blank->log.off_scale({}, row.line);
}

bool ShareColumns::holds_any(const Row& row) const {
  return std::ranges::any_of(shares_, [&](const Share& share) { return !row.cells[share.column].empty(); });
}

std::optional<AnswerSums> ShareColumns::read(const Row& row, const std::optional<std::size_t>& n) {
  published_.reset();
  is_lost_ = !read_cells(row);
  if (is_lost_) return std::nullopt;
  if (blanks_ == shares_.size() && !n) {
    for (Share& share : shares_) share.log.blank();
    return std::nullopt;
  }
  if (!n && are_per_cent_of_nobody_knows(row)) {
    for (Share& share : shares_) share.log.used();
    if (answered_ > 0) published_ = sums_of(1).mean;
    return std::nullopt;
  }
  const bool adds_up = add_up(row, n);
  if (blanks_ > 0 && !adds_up) {
    is_lost_ = true;
    lose_blank(row);
    return std::nullopt;
  }
  for (Share& share : shares_) adds_up ? share.log.used() : share.log.off_scale(row.cells[share.column], row.line);
  is_lost_ = !adds_up;
  const double all = n ? static_cast<double>(*n) : sum_;
  const auto answers = adds_up && sum_ > 0 ? static_cast<std::size_t>(std::lround(all * answered_ / sum_)) : 0;
  return answers > 0 ? std::optional(sums_of(answers)) : std::nullopt;
}

AnswerSums ShareColumns::sums_of(std::size_t n) const {
  const Conversion& conversion = scale_.conversion();
  const auto count = static_cast<double>(n);
  double mean = 0, squares = 0, top_two = 0, bottom_two = 0;
  for (std::size_t i = 0; i < shares_.size(); ++i) mean += shares_[i].is_answer() ? share_of(i) * shares_[i].answer.position : 0;
  for (std::size_t i = 0; i < shares_.size(); ++i) {
    if (!shares_[i].is_answer()) continue;
    squares += share_of(i) * std::pow(shares_[i].answer.position - mean, 2);
    if (shares_[i].answer.is_top_two) top_two += share_of(i);
    if (shares_[i].answer.is_bottom_two) bottom_two += share_of(i);
  }
  AnswerSums sums;
  sums.n = n;
  sums.weight = sums.weight_squares = count;
  sums.mean = conversion.at_origin + conversion.slope * mean;
  sums.squares = n > 1 ? count * squares * std::pow(conversion.slope, 2) : 0;
  const auto rounded = [&](double share) { return static_cast<std::size_t>(std::lround(share * count)); };
  if (scale_.knows_top_two())
    sums.top_two_of = sums.bottom_two_of = n, sums.top_two = rounded(top_two), sums.bottom_two = rounded(bottom_two);
  sums.distribution.points = scale_.parts().points();
  for (std::size_t i = 0; i < shares_.size(); ++i) {
    if (!shares_[i].is_answer()) continue;
    sums.distribution.counts[shares_[i].answer.part] += rounded(share_of(i));
    sums.distribution.weights[shares_[i].answer.part] += share_of(i) * count;
  }
  return sums;
}

void ShareColumns::report(const std::string& source, SourceUse& use, Findings& findings) const {
  for (const Share& share : shares_) share.log.report(source, use, findings);
}

}  // namespace mot::evidence

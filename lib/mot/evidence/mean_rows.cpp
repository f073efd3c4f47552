#include "mot/evidence/mean_rows.h"

#include <algorithm>
#include <cmath>
#include <string>
#include <utility>
#include <vector>

#include "mot/evidence/foot_rows.h"

namespace mot::evidence {
namespace {

/// The number of digits behind the mark of a fraction; nothing where there is no such mark.
std::optional<int> decimals_of(std::string_view cell) {
  const std::size_t mark = cell.find_last_of(".,");
  if (mark == std::string_view::npos) return std::nullopt;
  return static_cast<int>(cell.size() - mark - 1);
}

/// A row that may hold means, and what it is compared with.
class MeanCandidate {
 public:
  MeanCandidate(const Row& row, DecimalMark mark)
      : cells_(row.cells.begin(), row.cells.end()), line_(row.line), mark_(mark), columns_(cells_.size()) {
    has_word_ = !FootRows::word_of(row).empty();
    const auto first = std::ranges::find_if(cells_, [](const std::string& cell) { return !cell.empty(); });
    for (std::size_t i = 0; i < cells_.size(); ++i) {
      if (cells_[i].empty() || (has_word_ && i == static_cast<std::size_t>(first - cells_.begin()))) continue;
      columns_[i].mean = number_from(cells_[i], mark_);
      is_numbers_ = is_numbers_ && columns_[i].mean.has_value();
      ++filled_;
    }
  }

  bool may_be_means() const { return is_numbers_ && filled_ >= least_columns; }
  std::size_t line() const { return line_; }
  void give_to(RowReceiver& receiver) const {
    const std::vector<std::string_view> views(cells_.begin(), cells_.end());
    receiver.row({views, line_});
  }

  void compare(const Row& row) {
    if (row.line == line_) return;
    for (std::size_t i = 0; i < columns_.size(); ++i) {
      if (!columns_[i].mean) continue;
      const auto number = number_from(row.cells[i], mark_);
      if (!number) continue;
      ++columns_[i].n;
      columns_[i].sum += *number;
      columns_[i].fractions += *number != std::floor(*number);
    }
  }

  /// Whether each cell is the mean of its column, as far as its digits go, and one of them at least is no answer like the others.
  bool are_means() const {
    bool has_fraction_of_wholes = has_word_;
    for (std::size_t i = 0; i < columns_.size(); ++i) {
      const Column& column = columns_[i];
      if (!column.mean) continue;
      if (column.n < least_rows) return false;
      const double mean = column.sum / static_cast<double>(column.n);
      const int decimals = decimals_of(cells_[i]).value_or(0);
      const double half_a_digit = 0.5 * std::pow(10.0, -decimals);
      constexpr double tiny = 1e-9;
      if (std::abs(*column.mean - mean) > std::max(half_a_digit, tiny * std::abs(mean)) + tiny) return false;
      has_fraction_of_wholes = has_fraction_of_wholes || (decimals > 0 && column.fractions <= most_other_means);
    }
    return has_fraction_of_wholes;
  }

 private:
  static constexpr std::size_t least_columns = 2, least_rows = 3, most_other_means = 1;
  struct Column {
    std::optional<double> mean = {};
    std::size_t n = 0;
    double sum = 0;
    std::size_t fractions = 0;
  };
  std::vector<std::string> cells_;
  std::size_t line_;
  DecimalMark mark_;
  std::vector<Column> columns_;
  std::size_t filled_ = 0;
  bool is_numbers_ = true, has_word_ = false;
};

class Comparison : public RowReceiver {
 public:
  explicit Comparison(MeanCandidate& candidate) : candidate_(candidate) {}
  bool header(std::span<const std::string_view>, DecimalMark) override { return true; }
  void row(const Row& row) override { candidate_.compare(row); }

 private:
  MeanCandidate& candidate_;
};

/// Hands rows on, and holds back the first and the last one where they may be means: where they have a fraction and the row beside them
/// has none.
class MeanRowFilter : public RowReceiver {
 public:
  MeanRowFilter(RowSource& rows, RowReceiver& to) : rows_(rows), to_(to) {}

  bool header(std::span<const std::string_view> names, DecimalMark mark) override {
    mark_ = mark;
    return to_.header(names, mark);
  }
  void passed_over(const Row& row) override { to_.passed_over(row); }
  void ragged(const Row& row) override { to_.ragged(row); }
  void row(const Row& row) override {
    ++met_;
    const bool is_new = see_fractions(row);
    if (met_ == 1) {
      if (has_fraction_ || !FootRows::word_of(row).empty()) hold(row);
      if (!held_) to_.row(row);
      return;
    }
    if (held_) settle(met_ == 2 && !is_like_first_);
    if (is_new) hold(row);
    if (!held_) to_.row(row);
  }
  void finish() {
    if (held_) settle(true);
  }
  std::vector<std::size_t> lines;

 private:
  /// Nearly all cells are too short for one.
  static bool is_fraction(std::string_view cell) {
    constexpr std::size_t shortest = 3;
    if (cell.size() < shortest) return false;
    const auto is_mark = [](char c) { return c == '.' || c == ','; };
    return std::any_of(cell.begin() + 1, cell.end() - 1, is_mark);
  }

  /// Whether a column has a fraction in this row and had none in the last one.
  bool see_fractions(const Row& row) {
    if (had_fraction_.size() != row.cells.size()) had_fraction_.assign(row.cells.size(), 0);
    bool is_new = false, is_like = true;
    has_fraction_ = false;
    for (std::size_t i = 0; i < row.cells.size(); ++i) {
      const bool has = is_fraction(row.cells[i]);
      has_fraction_ |= has;
      is_new |= has && had_fraction_[i] == 0;
      is_like &= has || had_fraction_[i] == 0;
      had_fraction_[i] = has ? 1 : 0;
    }
    is_like_first_ = is_like && has_fraction_;
    return is_new;
  }

  void hold(const Row& row) {
    MeanCandidate candidate(row, mark_);
    if (candidate.may_be_means()) held_.emplace(std::move(candidate));
  }

  void settle(bool may_be_means) {
    if (may_be_means) {
      Comparison comparison(*held_);
      rows_.read(comparison);
    }
    if (may_be_means && held_->are_means())
      lines.push_back(held_->line());
    else
      held_->give_to(to_);
    held_.reset();
  }

  RowSource& rows_;
  RowReceiver& to_;
  DecimalMark mark_ = DecimalMark::point;
  std::size_t met_ = 0;
  std::vector<char> had_fraction_;  ///< by column, of the last row
  bool has_fraction_ = false, is_like_first_ = false;
  std::optional<MeanCandidate> held_;
};

class WithoutMeanRows : public RowSource {
 public:
  explicit WithoutMeanRows(std::unique_ptr<RowSource> rows) : rows_(std::move(rows)) {}
  RowReport read(RowReceiver& receiver) override {
    MeanRowFilter filter(*rows_, receiver);
    RowReport report = rows_->read(filter);
    if (!report.fault) filter.finish();
    report.mean_rows = std::move(filter.lines);
    return report;
  }

 private:
  std::unique_ptr<RowSource> rows_;
};

}  // namespace

std::unique_ptr<RowSource> without_mean_rows(std::unique_ptr<RowSource> rows) {
  return std::make_unique<WithoutMeanRows>(std::move(rows));
}

}  // namespace mot::evidence

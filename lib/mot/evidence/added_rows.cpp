// A row is passed on at once where its first and last cells are of the same kind as in the row above, neither of them is a word for a mean
// or the like, and no column has a fraction that had none: so are nearly all. Any other is looked at closer, and held back where it may be
// none of the answers'.
#include "mot/evidence/added_rows.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "mot/evidence/held_rows.h"

namespace mot::evidence {
namespace {

enum class CellMark : std::uint8_t { blank, number, letter, text };

constexpr std::array<CellMark, 256> marks_by_byte() {
  std::array<CellMark, 256> marks{};
  marks.fill(CellMark::text);
  for (const char c : {'0', '1', '2', '3', '4', '5', '6', '7', '8', '9', '+', '-', '.'})
    marks[static_cast<unsigned char>(c)] = CellMark::number;
  return marks;
}
constexpr std::array<CellMark, 256> mark_of_byte = marks_by_byte();

CellMark mark_of(std::string_view cell) {
  if (cell.empty()) return CellMark::blank;
  const CellMark mark = mark_of_byte[static_cast<unsigned char>(cell.front())];
  return mark == CellMark::text && cell.size() == 1 ? CellMark::letter : mark;
}

/// Nearly all cells are too short for one.
constexpr std::size_t shortest_fraction = 3;
bool is_fraction(std::string_view cell) {
  const auto is_mark = [](char c) { return c == '.' || c == ','; };
  return cell.size() >= shortest_fraction && std::any_of(cell.begin() + 1, cell.end() - 1, is_mark);
}

bool has_long_cell(const Row& row) {
  bool is_any_long = false;
  for (const std::string_view cell : row.cells) is_any_long |= cell.size() >= shortest_fraction;
  return is_any_long;
}

bool has_fraction(const Row& row) {
  return has_long_cell(row) && std::ranges::any_of(row.cells, is_fraction);
}

/// In which columns fractions stand, compared with the row above.
enum class Fractions : std::uint8_t { same, fewer, more };

/// What the last row of answers was like.
class LastAnswer {
 public:
  bool is_known() const { return is_known_; }
  bool begins_with_blank() const { return first_ == CellMark::blank; }
  /// Whether a row begins and ends with cells of the same kinds, neither of them a word that calls rows.
  bool has_ends_like(const Row& row) const {
    const CellMark first = mark_of(row.cells.front()), last = mark_of(row.cells.back());
    if (first != first_ || last != last_) return false;
    if (first >= CellMark::letter && statistic_called(row.cells.front())) return false;
    return last < CellMark::letter || !statistic_called(row.cells.back());
  }
  Fractions compare_fractions(const Row& row) const {
    if (!has_any_ && !has_long_cell(row)) return Fractions::same;
    bool has_fewer = false;
    for (std::size_t i = 0; i < row.cells.size(); ++i) {
      const bool has = is_fraction(row.cells[i]), had = i < fractions_.size() && fractions_[i] != 0;
      if (has && !had) return Fractions::more;
      has_fewer = has_fewer || (had && !has);
    }
    return has_fewer ? Fractions::fewer : Fractions::same;
  }
  void remember(const Row& row) {
    is_known_ = true;
    first_ = mark_of(row.cells.front());
    last_ = mark_of(row.cells.back());
    if (compare_fractions(row) != Fractions::same) remember_fractions(row);
  }
  void remember_fractions(const Row& row) {
    fractions_.assign(row.cells.size(), 0);
    has_any_ = false;
    for (std::size_t i = 0; i < row.cells.size(); ++i) {
      fractions_[i] = is_fraction(row.cells[i]) ? 1 : 0;
      has_any_ = has_any_ || fractions_[i] != 0;
    }
  }
  /// Whether each fraction of a row stands in a column that has one here.
  bool covers_fractions_of(const HeldRow& row) const {
    for (std::size_t i = 0; i < std::min(row.cells.size(), fractions_.size()); ++i) {
      if (is_fraction(row.cells[i]) && fractions_[i] == 0) return false;
    }
    return has_any_;
  }

 private:
  CellMark first_ = CellMark::blank, last_ = CellMark::blank;
  std::vector<char> fractions_;  ///< by column
  bool has_any_ = false, is_known_ = false;
};

class AddedRowFilter : public RowReceiver {
 public:
  AddedRowFilter(RowSource& rows, RowReceiver& to, TableKind kind) : rows_(rows), to_(to), kind_(kind) {}

  bool header(std::span<const std::string_view> names, DecimalMark mark) override {
    mark_ = mark;
    columns_ = names.size();
    return to_.header(names, mark);
  }
  void passed_over(const Row& row) override { to_.passed_over(row); }
  void ragged(const Row& row) override {
    auto held = kind_ == TableKind::answers ? ragged_row(row) : std::nullopt;
    held ? hold(std::move(*held)) : pass_on_ragged(row);
  }
  void row(const Row& row) override {
    if (held_.empty() && last_.is_known() && last_.has_ends_like(row)) {
      const Fractions fractions = last_.compare_fractions(row);
      if (fractions == Fractions::fewer) last_.remember_fractions(row);
      if (fractions != Fractions::more) return to_.row(row);
    }
    ++looked_at_;
    if (auto held = looked_at_closer(row)) return hold(std::move(*held));
    const bool is_above = !last_.is_known();
    last_.remember(row);
    if (!held_.empty()) end_held(is_above);
    to_.row(row);
  }
  /// What is left at the end stands below the answers.
  void finish(RowReport& report) {
    if (!held_.empty()) last_.is_known() ? settle(HeldPlace::below) : give_back();
    report.added = std::move(added_);
    report.ragged.count = ragged_;
    report.ragged.first_line = first_ragged_line_;
    report.ragged.first_cells = first_ragged_cells_;
  }

 private:
  static constexpr std::size_t most_held = 400;

  /// A row of another number of cells than the header that may say codes, or sum columns up in its first cells.
  std::optional<HeldRow> ragged_row(const Row& row) const {
    HeldRow held{.cells = {row.cells.begin(), row.cells.end()}, .line = row.line, .ragged_cells = row.cells.size()};
    held.code = code_row_in(row.cells);
    const bool is_short = row.cells.size() < columns_ && last_.is_known();
    if (!held.code && is_short) held.statistic = statistic_row_in(row.cells, mark_);
    if (!held.code && (!held.statistic || !held.statistic->word)) return std::nullopt;
    if (held.statistic) held.cells.resize(columns_);
    return held;
  }

  /// A row that may be none of the answers', with what it may be.
  std::optional<HeldRow> looked_at_closer(const Row& row) const {
    constexpr std::size_t shortest_listing = 5;  // `1=bad`
    std::size_t filled = 0, texts = 0, words = 0;
    for (const std::string_view cell : row.cells) {
      const CellMark mark = mark_of(cell);
      filled += mark != CellMark::blank;
      texts += mark >= CellMark::letter;
      words += mark >= CellMark::letter || cell.size() >= shortest_listing;
    }
    constexpr std::size_t most_of_codes = 4;
    const bool may_be_code = kind_ == TableKind::answers && words > 0 && (filled <= most_of_codes || words == filled);
    const bool may_be_statistic = texts <= 1 && (texts == 1 || may_be_without_word(row));
    HeldRow held;
    if (may_be_code) held.code = code_row_in(row.cells);
    if (may_be_statistic && !held.code) held.statistic = statistic_row_in(row.cells, mark_);
    if (!held.code && !held.statistic) return std::nullopt;
    held.cells.assign(row.cells.begin(), row.cells.end());
    held.line = row.line;
    return held;
  }

  /// Numbers alone: fractions where the last answer had none, or a blank where rows begin otherwise.
  bool may_be_without_word(const Row& row) const {
    const bool is_blank = row.cells.front().empty();
    if (last_.is_known()) return last_.compare_fractions(row) == Fractions::more || (is_blank && !last_.begins_with_blank());
    return held_.empty() ? looked_at_ == 1 && has_fraction(row) : is_blank && held_.back().statistic.has_value();
  }

  /// Respondents may say `1 | Very bad`, too: a table of codes says hardly a meaning twice.
  bool repeats_meanings(const HeldRow& row) {
    constexpr std::size_t most_repeated = 2;                                  // no answers, for several reasons
    if (row.code && row.code->kind == CodeRowKind::title) meanings_.clear();  // of another question
    if (!row.code || row.code->kind != CodeRowKind::code) return false;
    const auto filled = std::ranges::count_if(row.cells, [](const std::string& cell) { return !cell.empty(); });
    const bool is_of_question = filled > 2;  // each has its own
    repeated_ += !is_of_question && !meanings_.insert(row.code->codes.front().second).second;
    return repeated_ > most_repeated;
  }

  void hold(HeldRow row) {
    const bool is_none = held_.size() == most_held || repeats_meanings(row);
    held_.push_back(std::move(row));
    if (is_none) give_back();
  }

  /// An answer follows: what was held stands above all of them, or among them.
  void end_held(bool is_above) {
    const bool is_like_answers =
        held_.size() == 1 && held_[0].statistic && !held_[0].statistic->word && last_.covers_fractions_of(held_[0]);
    is_above && !is_like_answers ? settle(HeldPlace::above) : give_back();
  }

  void settle(HeldPlace place) {
    if (may_be_added(held_)) {
      OtherRows others(held_, columns_, mark_);
      rows_.read(others);
      find_added(held_, others, place, kind_);
    }
    give_back();
  }

  /// Passes on what is an answer, for all that was found.
  void give_back() {
    const std::vector<HeldRow> held = std::exchange(held_, {});
    meanings_.clear();
    repeated_ = 0;
    for (const HeldRow& kept : held) {
      const std::vector<std::string_view> cells(kept.cells.begin(), kept.cells.end());
      const Row row{cells, kept.line};
      if (kept.added) added_.push_back(*kept.added);
      if (kept.added && kept.added->kind == AddedKind::codes) to_.beside(row);
      if (kept.added) continue;
      if (kept.ragged_cells > 0) {
        pass_on_ragged({row.cells.first(kept.ragged_cells), row.line});
        continue;
      }
      last_.remember(row);
      to_.row(row);
    }
  }

  void pass_on_ragged(const Row& row) {
    if (ragged_++ == 0) first_ragged_line_ = row.line, first_ragged_cells_ = row.cells.size();
    to_.ragged(row);
  }

  RowSource& rows_;
  RowReceiver& to_;
  TableKind kind_;
  DecimalMark mark_ = DecimalMark::point;
  std::size_t columns_ = 0, looked_at_ = 0;
  LastAnswer last_;
  std::vector<HeldRow> held_;
  std::set<std::string> meanings_;  ///< of held codes
  std::size_t repeated_ = 0;
  std::vector<AddedRow> added_;
  std::size_t ragged_ = 0, first_ragged_line_ = 0, first_ragged_cells_ = 0;
};

class WithoutAddedRows : public RowSource {
 public:
  WithoutAddedRows(std::unique_ptr<RowSource> rows, TableKind kind) : rows_(std::move(rows)), kind_(kind) {}
  RowReport read(RowReceiver& receiver) override {
    AddedRowFilter filter(*rows_, receiver, kind_);
    RowReport report = rows_->read(filter);
    if (!report.fault) filter.finish(report);
    return report;
  }

 private:
  std::unique_ptr<RowSource> rows_;
  TableKind kind_;
};

}  // namespace

namespace {

/// `line 7`, `lines 2 and 6`, `lines 27 to 32`; of many single ones the first.
std::string lines_text(const std::vector<std::size_t>& lines) {
  constexpr std::size_t few = 6;
  if (lines.size() == 1) return fmt::format("line {}", lines[0]);
  const bool are_in_row = lines.back() - lines.front() + 1 == lines.size() && lines.size() > 2;
  if (are_in_row) return fmt::format("lines {} to {}", lines.front(), lines.back());
  if (lines.size() > few) return fmt::format("lines {} to {}, not all of them", lines.front(), lines.back());
  const std::vector<std::size_t> others(lines.begin(), lines.end() - 1);
  return fmt::format("lines {} and {}", fmt::join(others, ", "), lines.back());
}

}  // namespace

std::string told_of_added(const std::vector<AddedRow>& added, AddedKind kind) {
  std::vector<std::size_t> lines;
  std::vector<std::string_view> names;
  for (const AddedRow& row : added) {
    if (row.kind != kind) continue;
    lines.push_back(row.line);
    const std::string_view name = name_of(row.statistic);
    if (std::ranges::find(names, name) == names.end()) names.push_back(name);
  }
  if (lines.empty()) return {};
  std::ranges::sort(lines);
  const bool is_one = lines.size() == 1;
  const std::string rows = is_one ? "1 row" : fmt::format("{} rows", lines.size());
  const std::string what = kind == AddedKind::codes ? fmt::format("{} what codes mean", is_one ? "says" : "say")
                                                    : fmt::format("{} up columns ({})", is_one ? "sums" : "sum", fmt::join(names, ", "));
  return fmt::format("{} that {}, in {}", rows, what, lines_text(lines));
}

std::unique_ptr<RowSource> without_added_rows(std::unique_ptr<RowSource> rows, TableKind kind) {
  return std::make_unique<WithoutAddedRows>(std::move(rows), kind);
}

}  // namespace mot::evidence

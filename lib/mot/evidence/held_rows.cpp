#include "mot/evidence/held_rows.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace mot::evidence {
namespace {

/// The half of a unit of the last digit that is written.
double half_of_last_digit(std::string_view cell) {
  const std::size_t mark = cell.find_last_of(".,");
  const int decimals = mark == std::string_view::npos ? 0 : static_cast<int>(cell.size() - mark - 1);
  return 0.5 * std::pow(10.0, -decimals);
}

constexpr std::array all_statistics = {Statistic::mean,   Statistic::spread,  Statistic::sum,   Statistic::count,
                                       Statistic::median, Statistic::highest, Statistic::lowest};

/// A held row of numbers, and what the others say of it.
class StatisticJudge {
 public:
  StatisticJudge(const StatisticRow& row, const OtherRows& others) : row_(row), others_(others) {
    constexpr std::size_t least_rows = 3;
    for (const auto& number : row.numbers) {
      const ColumnFigures& column = others.column(number.column);
      is_comparable_ = is_comparable_ && column.numbers() >= least_rows;
      is_beyond_ = is_beyond_ || !column.is_within(number.value);
      constexpr std::size_t most_other_fractions = 1;
      is_fraction_ = is_fraction_ || (number.value != std::floor(number.value) && column.fractions() <= most_other_fractions);
    }
  }

  /// What all its numbers are of their columns: what its word says, or anything.
  std::optional<Statistic> found() const {
    if (row_.word) return is(row_.word->statistic) ? std::optional(row_.word->statistic) : std::nullopt;
    const auto* const found = std::ranges::find_if(all_statistics, [this](Statistic statistic) { return is(statistic); });
    return found == all_statistics.end() ? std::nullopt : std::optional(*found);
  }

  /// What it is, whatever stands beside it; nothing where it may be an answer.
  std::optional<Statistic> by_itself(HeldPlace place) const {
    const auto statistic = found();
    const bool is_odd = is_fraction_ || is_beyond_;
    if (row_.is_sure()) {
      const bool is_seen = is_comparable_ && (is_fraction_ || (is_beyond_ && place == HeldPlace::below));
      return statistic || is_seen ? std::optional(row_.word->statistic) : std::nullopt;
    }
    const bool has_several = row_.numbers.size() > 1;
    const bool is_nameless = row_.word && row_.word_column > 0 && row_.begins_with_blank && others_.column(0).is_filled_in(others_.rows());
    const bool is_named = !row_.word || others_.column(row_.word_column).names_people();
    const bool may_be_person = !has_several || (is_named && !is_nameless);
    return statistic && (is_odd || !may_be_person) && (has_several || row_.word) ? statistic : std::nullopt;
  }

  /// Of a ready-made table, whose rows may well be called `Total`: means alone.
  std::optional<Statistic> of_counted() const {
    const bool are_means = row_.numbers.size() > 1 && is(Statistic::mean) && (row_.is_sure() || is_fraction_);
    return are_means ? std::optional(Statistic::mean) : std::nullopt;
  }

 private:
  bool is(Statistic statistic) const {
    return is_comparable_ && std::ranges::all_of(row_.numbers, [&](const StatisticRow::Number& number) {
             return others_.column(number.column).is(statistic, number.value, number.half_a_digit);
           });
  }

  const StatisticRow& row_;
  const OtherRows& others_;
  bool is_comparable_ = true;
  bool is_beyond_ = false;    ///< a number is beyond all of its column
  bool is_fraction_ = false;  ///< a number is a fraction in a column of whole ones
};

/// Whether a row may be of somebody who is called like a mean.
bool may_be_person(const HeldRow& row) {
  return row.statistic && row.statistic->word && !row.statistic->is_sure() && !row.added;
}

/// What a row is beside all others, or beside them and those held ones that may be people.
template <class Ask>
std::optional<Statistic> asked_of(const HeldRow& row, const std::vector<HeldRow>& held, const OtherRows& others, const Ask& ask) {
  if (const auto found = ask(StatisticJudge(*row.statistic, others))) return found;
  OtherRows with_people = others;
  bool has_any = false;
  for (const HeldRow& other : held) {
    if (&other == &row || !may_be_person(other)) continue;
    with_people.add(other);
    has_any = true;
  }
  return has_any ? ask(StatisticJudge(*row.statistic, with_people)) : std::nullopt;
}

bool is_left_to_foot(const HeldRow& row, HeldPlace place) {
  return place == HeldPlace::below && row.statistic->is_sure() && row.statistic->begins_with_word;
}

void mark_statistic(HeldRow& row, Statistic statistic) {
  row.added = AddedRow{AddedKind::statistic, row.line, statistic};
}

void find_statistics(std::vector<HeldRow>& held, const OtherRows& others, HeldPlace place) {
  bool has_any = false, has_foot = false;
  for (HeldRow& row : held) {
    if (!row.statistic) continue;
    has_foot = has_foot || is_left_to_foot(row, place);
    const auto by_itself = [place](const StatisticJudge& judge) { return judge.by_itself(place); };
    const auto found = is_left_to_foot(row, place) ? std::nullopt : asked_of(row, held, others, by_itself);
    if (found) mark_statistic(row, *found);
    has_any = has_any || found;
  }
  // Beside a mean the highest and the lowest answer are none either.
  for (HeldRow& row : held) {
    if (!row.statistic || row.added || is_left_to_foot(row, place) || (!has_any && !has_foot)) continue;
    const auto found = asked_of(row, held, others, [](const StatisticJudge& judge) { return judge.found(); });
    if (found) mark_statistic(row, *found);
    has_any = has_any || found;
  }
  for (HeldRow& row : held) {
    if (row.statistic && !row.added && has_any && is_left_to_foot(row, place)) mark_statistic(row, row.statistic->word->statistic);
  }
}

/// Whether the others hold one of the codes at least, and none of the meanings where these stand.
bool are_confirmed(std::span<HeldRow> run, const OtherRows& others) {
  bool is_any_held = false;
  for (const HeldRow& row : run) {
    if (row.code->kind == CodeRowKind::code && others.count(row.cells[row.code->meaning_column], row.code->meaning_column) > 0)
      return false;
    const auto is_held = [&](const Code& code) { return others.hold_code(code.first); };
    is_any_held = is_any_held || row.code->kind == CodeRowKind::listing || std::ranges::any_of(row.code->codes, is_held);
  }
  return is_any_held;
}

bool is_table_of_codes(std::span<HeldRow> run) {
  std::vector<const CodeRow*> rows;
  for (const HeldRow& row : run) rows.push_back(&*row.code);
  return are_table_of_codes(rows);
}

/// The rows from one on that may be of one table of codes, without what only may be its title behind them.
std::span<HeldRow> run_from(std::vector<HeldRow>& held, std::size_t first) {
  std::size_t end = first;
  while (end < held.size() && held[end].code && !held[end].added) ++end;
  while (end > first && held[end - 1].code->kind == CodeRowKind::title) --end;
  return std::span(held).subspan(first, end - first);
}

void find_codes(std::vector<HeldRow>& held, const OtherRows& others) {
  for (std::size_t i = 0; i < held.size(); ++i) {
    const auto run = run_from(held, i);
    if (run.empty()) continue;
    i += run.size() - 1;
    if (!is_table_of_codes(run) || !are_confirmed(run, others)) continue;
    for (HeldRow& row : run) row.added = AddedRow{AddedKind::codes, row.line, {}};
  }
}

}  // namespace

std::optional<StatisticRow> statistic_row_in(std::span<const std::string_view> cells, DecimalMark mark) {
  StatisticRow row;
  row.begins_with_blank = !cells.empty() && cells[0].empty();
  for (std::size_t i = 0; i < cells.size(); ++i) {
    if (cells[i].empty()) continue;
    if (const auto number = number_from(cells[i], mark)) {
      row.numbers.push_back({i, *number, half_of_last_digit(cells[i])});
      continue;
    }
    if (row.word || !(row.word = statistic_called(cells[i]))) return std::nullopt;
    row.word_column = i;
    row.begins_with_word = row.numbers.empty();
  }
  const std::size_t least = row.word ? 1 : 2;
  return row.numbers.size() < least ? std::nullopt : std::optional(std::move(row));
}

OtherRows::OtherRows(const std::vector<HeldRow>& held, std::size_t columns, DecimalMark mark) : columns_(columns), mark_(mark) {
  for (const HeldRow& row : held) {
    if (!row.is_ragged) held_lines_.push_back(row.line);
    if (!row.code) continue;
    for (const auto& [code, meaning] : row.code->codes) texts_[code];
    if (row.code->kind == CodeRowKind::code) texts_[row.cells[row.code->meaning_column]];
  }
}

void OtherRows::add(const HeldRow& row) {
  ++rows_;
  for (std::size_t i = 0; i < std::min(columns_.size(), row.cells.size()); ++i) columns_[i].add(row.cells[i], mark_);
}

void OtherRows::row(const Row& row) {
  if (std::ranges::binary_search(held_lines_, row.line)) return;
  ++rows_;
  for (std::size_t i = 0; i < std::min(columns_.size(), row.cells.size()); ++i) {
    columns_[i].add(row.cells[i], mark_);
    const auto known = texts_.find(row.cells[i]);
    if (known != texts_.end()) ++known->second[i];
  }
}

std::size_t OtherRows::count(std::string_view text, std::size_t column) const {
  const auto known = texts_.find(text);
  const auto counted = known == texts_.end() ? decltype(known->second.end()){} : known->second.find(column);
  return known == texts_.end() || counted == known->second.end() ? 0 : counted->second;
}

bool OtherRows::hold_code(std::string_view code) const {
  const auto number = number_from(code, mark_);
  if (number) return std::ranges::any_of(columns_, [&](const ColumnFigures& column) { return column.holds(*number); });
  const auto known = texts_.find(code);
  return known != texts_.end() && std::ranges::any_of(known->second, [](const auto& column) { return column.second > 1; });
}

bool may_be_added(const std::vector<HeldRow>& held) {
  std::vector<const CodeRow*> codes;
  for (const HeldRow& row : held) {
    if (row.statistic) return true;
    if (row.code) codes.push_back(&*row.code);
  }
  return are_table_of_codes(codes);
}

void find_added(std::vector<HeldRow>& held, const OtherRows& others, HeldPlace place, TableKind kind) {
  if (kind == TableKind::answers) {
    find_statistics(held, others, place);
    find_codes(held, others);
    return;
  }
  for (HeldRow& row : held) {
    const auto mean = row.statistic ? StatisticJudge(*row.statistic, others).of_counted() : std::nullopt;
    if (mean) mark_statistic(row, *mean);
  }
}

}  // namespace mot::evidence

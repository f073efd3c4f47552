#include "mot/evidence/held_rows.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "mot/evidence/cells/answer_words.h"

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
      is_beyond_ = is_beyond_ || (!column.tells_rows_apart() && !column.is_within(number.value));
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
  std::optional<Statistic> by_itself() const {
    const auto statistic = found();
    const bool has_several = row_.numbers.size() > 1;
    if (!row_.word) return statistic && has_several && (is_fraction_ || is_beyond_) ? statistic : std::nullopt;
    if (statistic && (is_fraction_ || is_beyond_)) return statistic;
    if (others_.count(row_.word_text, row_.word_column) > 0) return std::nullopt;  // `Average`, as a segment of customers is called
    if (row_.is_sure()) return statistic || (is_comparable_ && is_fraction_) ? std::optional(row_.word->statistic) : std::nullopt;
    const bool is_nameless = row_.word_column > 0 && row_.begins_with_blank && others_.column(0).is_filled_in(others_.rows());
    const bool may_be_person = others_.column(row_.word_column).names_people() && !is_nameless;
    return may_be_person ? std::nullopt : statistic;
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

/// Whether a mean or the like beside a row counts it among the answers.
bool is_counted_beside(const HeldRow& row, const std::vector<HeldRow>& held, const OtherRows& others) {
  OtherRows with_row = others;
  with_row.add(row);
  return std::ranges::any_of(held, [&](const HeldRow& other) {
    if (&other == &row || !other.statistic) return false;
    return !StatisticJudge(*other.statistic, others).found() && StatisticJudge(*other.statistic, with_row).found();
  });
}

bool is_left_to_foot(const HeldRow& row, HeldPlace place) {
  return place == HeldPlace::below && row.ragged_cells == 0 && row.statistic->is_sure() && row.statistic->begins_with_word;
}

void mark_statistic(HeldRow& row, Statistic statistic) {
  row.added = AddedRow{AddedKind::statistic, row.line, statistic};
}

void find_statistics(std::vector<HeldRow>& held, const OtherRows& others, HeldPlace place) {
  bool has_any = false, has_foot = false;
  for (HeldRow& row : held) {
    if (!row.statistic) continue;
    has_foot = has_foot || is_left_to_foot(row, place);
    const auto by_itself = [](const StatisticJudge& judge) { return judge.by_itself(); };
    const auto found = is_left_to_foot(row, place) ? std::nullopt : asked_of(row, held, others, by_itself);
    if (found) mark_statistic(row, *found);
    has_any = has_any || found;
  }
  // Beside a mean the highest and the lowest answer are none either.
  for (HeldRow& row : held) {
    if (!row.statistic || row.added || is_left_to_foot(row, place) || (!has_any && !has_foot)) continue;
    const auto found = asked_of(row, held, others, [](const StatisticJudge& judge) { return judge.found(); });
    if (found && may_be_person(row) && is_counted_beside(row, held, others)) continue;
    if (found) mark_statistic(row, *found);
    has_any = has_any || found;
  }
  for (HeldRow& row : held) {
    if (row.statistic && !row.added && has_any && is_left_to_foot(row, place)) mark_statistic(row, row.statistic->word->statistic);
  }
}

using Run = std::span<HeldRow>;

bool has_kind(Run run, CodeRowKind kind) {
  return std::ranges::any_of(run, [kind](const HeldRow& row) { return row.code->kind == kind; });
}

/// Whether a row says nothing where all others do.
bool leaves_blank_what_others_fill(const HeldRow& row, const OtherRows& others) {
  for (std::size_t i = 0; i < others.columns(); ++i) {
    if ((i >= row.cells.size() || row.cells[i].empty()) && others.column(i).is_filled_in(others.rows())) return true;
  }
  return false;
}

/// Whether the others hold one of the codes at least, and none of the meanings where these stand. Without headings a respondent might
/// have said `9 | Good`: there others say no words, or leave nothing blank that these do.
bool are_confirmed(Run run, const OtherRows& others) {
  const bool has_headings = has_kind(run, CodeRowKind::headings);
  const auto lists_several = [](const HeldRow& row) { return row.code->kind == CodeRowKind::listing && row.code->codes.size() > 1; };
  bool is_any_held = std::ranges::any_of(run, lists_several);
  for (const HeldRow& row : run) {
    if (row.code->kind == CodeRowKind::listing && !lists_several(row)) {  // `5 - Excellent` is what labelled answers look like as well
      if (!leaves_blank_what_others_fill(row, others)) return false;
      is_any_held = is_any_held || others.hold_code(row.code->codes.front().first);
    }
    if (row.code->kind != CodeRowKind::code) continue;
    const std::size_t at = row.code->meaning_column;
    const bool may_be_answer = !has_headings && others.column(at).has_words() && !leaves_blank_what_others_fill(row, others);
    if (may_be_answer || others.count(row.cells[at], at) > 0) return false;
    is_any_held = is_any_held || others.hold_code(row.code->codes.front().first);
  }
  return is_any_held;
}

/// Codes one a row, those of known answers alone where there are some.
std::vector<std::string_view> codes_in_order(Run run) {
  std::vector<std::string_view> all, known;
  for (const HeldRow& row : run) {
    if (row.code->kind != CodeRowKind::code) continue;
    all.push_back(row.code->codes.front().first);
    if (goodness_of(row.code->codes.front().second)) known.push_back(all.back());
  }
  return known.empty() ? all : known;
}

/// Whether codes rise or fall from row to row, as respondents' answers hardly do.
bool are_in_order(const std::vector<std::string_view>& codes) {
  const auto is_before = [](std::string_view a, std::string_view b) {
    const auto one = number_from(a), other = number_from(b);
    return one && other ? *one < *other : a < b;
  };
  const auto is_behind = [&](std::string_view a, std::string_view b) { return is_before(b, a); };
  const auto has_pair_but = [&](const auto& is_next) {
    return std::ranges::adjacent_find(codes, [&](std::string_view a, std::string_view b) { return !is_next(a, b); }) != codes.end();
  };
  return !has_pair_but(is_before) || !has_pair_but(is_behind);
}

/// Whether most of the numbers that answers are stand there in their order, whatever they mean.
bool are_codes_of_answers(Run run, const OtherRows& others) {
  constexpr std::size_t least = 3;
  const auto codes = codes_in_order(run);
  const auto held = std::ranges::count_if(codes, [&](std::string_view code) { return number_from(code) && others.hold_code(code); });
  const auto is_plain = [](const HeldRow& row) { return row.code->kind != CodeRowKind::listing; };
  return codes.size() >= least && std::ranges::all_of(run, is_plain) && static_cast<std::size_t>(held) * 3 >= codes.size() * 2;
}

bool is_table_of_codes(Run run, const OtherRows& others, HeldPlace place) {
  constexpr std::size_t least_without_headings = 3, filled_with_name = 3;
  std::vector<const CodeRow*> rows;
  for (const HeldRow& row : run) rows.push_back(&*row.code);
  const auto is_named = [](const HeldRow& row) {
    return std::ranges::count_if(row.cells, [](const std::string& cell) { return !cell.empty(); }) >=
           static_cast<std::ptrdiff_t>(filled_with_name);
  };
  const bool is_told = has_kind(run, CodeRowKind::headings) || (has_kind(run, CodeRowKind::title) && place == HeldPlace::below) ||
                       has_kind(run, CodeRowKind::listing) || std::ranges::any_of(run, is_named);
  const auto codes = codes_in_order(run);
  const bool is_seen = place == HeldPlace::below && rows.size() >= least_without_headings && are_in_order(codes);
  return (is_told || is_seen) && (are_table_of_codes(rows) || (is_seen && are_codes_of_answers(run, others))) && are_confirmed(run, others);
}

/// The rows from one on that may be of one table of codes, without what only may be its title behind them.
std::span<HeldRow> run_from(std::vector<HeldRow>& held, std::size_t first) {
  std::size_t end = first;
  while (end < held.size() && held[end].code && !held[end].added) ++end;
  while (end > first && held[end - 1].code->kind == CodeRowKind::title) --end;
  return std::span(held).subspan(first, end - first);
}

void find_codes(std::vector<HeldRow>& held, const OtherRows& others, HeldPlace place) {
  for (std::size_t i = 0; i < held.size(); ++i) {
    const auto run = run_from(held, i);
    if (run.empty()) continue;
    i += run.size() - 1;
    if (!is_table_of_codes(run, others, place)) continue;
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
    row.word_text = cells[i];
    row.word_column = i;
    row.begins_with_word = row.numbers.empty();
  }
  const std::size_t least = row.word ? 1 : 2;
  return row.numbers.size() < least ? std::nullopt : std::optional(std::move(row));
}

OtherRows::OtherRows(const std::vector<HeldRow>& held, std::size_t columns, DecimalMark mark) : columns_(columns), mark_(mark) {
  for (const HeldRow& row : held) {
    if (row.ragged_cells == 0) held_lines_.push_back(row.line);
    if (row.statistic) texts_[row.statistic->word_text];
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
  constexpr std::size_t least_codes = 2;
  std::size_t codes = 0;
  for (const HeldRow& row : held) {
    if (row.statistic) return true;
    if (row.code) codes += row.code->codes.size();
  }
  return codes >= least_codes;
}

void find_added(std::vector<HeldRow>& held, const OtherRows& others, HeldPlace place, TableKind kind) {
  if (kind == TableKind::answers) {
    find_statistics(held, others, place);
    find_codes(held, others, place);
    return;
  }
  for (HeldRow& row : held) {
    const auto mean = row.statistic ? StatisticJudge(*row.statistic, others).of_counted() : std::nullopt;
    if (mean) mark_statistic(row, *mean);
  }
}

}  // namespace mot::evidence

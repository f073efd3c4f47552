// Three steps, each a WITH: `cells` says what every cell of a row is, `judged` whether the row counts and which cells are answers, and
// the query itself sums them by groups. Sums are about the middle of a scale, so that squares lose nothing to cancellation.
#include "mot/evidence/sql/sql_query.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <cmath>

#include "mot/evidence/cells/columns.h"
#include "mot/evidence/cells/number.h"
#include "mot/evidence/sql/engine.h"
#include "mot/evidence/sql/sql_steps.h"

namespace mot::evidence {
namespace {

/// `f0 = 1 OR f1 = 1`: rows that an outcome keeps by itself; empty where none does.
std::string outcome_rows(const Aggregation& aggregation) {
  SqlLines flags;
  for (std::size_t i = 0; i < aggregation.scores.size(); ++i) {
    if (!aggregation.scores[i].where.empty()) flags.push_back(fmt::format("f{} = 1", i));
  }
  return fmt::format("{}", fmt::join(flags, " OR "));
}

std::string sum_where(const std::string& condition, std::string_view what) {
  return fmt::format("SUM(CASE WHEN {} THEN {} END)", condition, what);
}

void sum_score(SqlLines& lines, const Aggregation& aggregation, std::size_t i, SqlCells& parameters) {
  const AggregatedScore& score = aggregation.scores[i];
  const std::string p = fmt::format("p{}", i), weighted = aggregation.weight ? "w * " : "";
  if (!score.where.empty()) lines.push_back(fmt::format("SUM(f{})", i));
  lines.push_back(fmt::format("SUM(b{})", i));
  if (!score.scale.missing.empty()) lines.push_back(fmt::format("SUM(m{})", i));
  lines.push_back(fmt::format("COUNT({})", p));
  if (aggregation.weight) lines.insert(lines.end(), {sum_where(p + " IS NOT NULL", "w"), sum_where(p + " IS NOT NULL", "w * w")});
  lines.push_back(fmt::format("SUM({}{})", weighted, p));
  lines.push_back(fmt::format("SUM({0}{1} * {1})", weighted, p));
  const auto add_share = [&](const AggregatedShare& share) {
    for (const char* const what : {"1", "w"}) {
      if (what[0] == 'w' && !aggregation.weight) continue;
      const std::string point = parameters.value(share.point - score.middle());
      lines.push_back(sum_where(fmt::format("{} {} {}", p, share.is_below ? "<=" : ">=", point), what));
    }
  };
  if (score.top_two) add_share(*score.top_two);
  for (const AggregatedShare& share : score.shares) add_share(share);
}

void sum_pair(SqlLines& lines, const Aggregation& aggregation, const AggregatedPair& pair) {
  const std::string x = fmt::format("p{}", pair.x), y = fmt::format("p{}", pair.y);
  const std::string has_x = x + " IS NOT NULL", has_y = y + " IS NOT NULL", weighted = aggregation.weight ? "w * " : "";
  lines.push_back(fmt::format("COUNT({} + {})", x, y));
  if (aggregation.weight) lines.insert(lines.end(), {sum_where(has_x + " AND " + has_y, "w"), sum_where(has_x + " AND " + has_y, "w * w")});
  lines.push_back(sum_where(has_y, weighted + x));
  lines.push_back(sum_where(has_x, weighted + y));
  lines.push_back(sum_where(has_y, fmt::format("{0}{1} * {1}", weighted, x)));
  lines.push_back(sum_where(has_x, fmt::format("{0}{1} * {1}", weighted, y)));
  lines.push_back(fmt::format("SUM({}{} * {})", weighted, x, y));
}

std::optional<Day> day_from(const std::optional<std::string>& text) {
  return text ? DateFormat().read(*text) : std::nullopt;
}

/// Takes a row's cells in the order in which the query names them.
class RowCells {
 public:
  explicit RowCells(const ResultRow& row) : row_(row) {}
  std::string word() { return std::string(trimmed(row_.texts[text_++].value_or(""))); }
  std::optional<Day> day() { return day_from(row_.texts[text_++]); }
  double number() { return row_.numbers[number_++].value_or(0); }
  std::size_t count() { return count_of(row_.numbers[number_++]); }

 private:
  const ResultRow& row_;
  std::size_t text_ = 0, number_ = 0;
};

/// What an engine rounds, of sums that would be equal.
constexpr double engine_slack = 1 + 1e-6;

/// n positive numbers can have this sum and this sum of squares, by Cauchy and Schwarz.
bool are_weights(std::size_t n, double sum, double squares) {
  if (n == 0) return true;
  return sum > 0 && squares > 0 && squares <= sum * sum * engine_slack && sum * sum <= squares * static_cast<double>(n) * engine_slack;
}

/// Numbers up to `largest` of these weights can have this sum and this sum of squares.
bool are_positions(double weight, double sum, double squares, double largest) {
  if (weight == 0) return sum == 0 && squares == 0;
  return std::abs(sum) <= weight * largest * engine_slack && squares <= weight * largest * largest * engine_slack &&
         sum * sum <= squares * weight * engine_slack;
}

/// What an engine gives is held against itself: figures that contradict each other are no figures.
void check(const ScoreGroup& group, const AggregatedScore& score) {
  const SummedAnswers& answers = group.answers;
  const double largest = (score.high() - score.low()) / 2;
  const auto is_part = [&](const SummedShare& share) {
    return share.n <= answers.n && share.weight >= 0 && share.weight <= answers.weight * engine_slack;
  };
  const bool is_possible = group.blank + group.missing + answers.n <= group.rows && is_part({answers.top_two, answers.top_two_weight}) &&
                           std::ranges::all_of(group.shares, is_part) && are_weights(answers.n, answers.weight, answers.weight_squares) &&
                           are_positions(answers.weight, answers.sum, answers.squares, largest);
  if (!is_possible) throw TableFault(fmt::format("gives sums of column '{}' that contradict each other", score.column.value));
}

void check(const AnswerGroup& group, const Aggregation& aggregation) {
  const auto half = [&](std::size_t score) { return (aggregation.scores[score].high() - aggregation.scores[score].low()) / 2; };
  bool is_possible = are_weights(group.rows, group.weight, group.weight_squares) && group.dates_blank + group.dates_stray <= group.rows;
  for (std::size_t i = 0; i < group.pairs.size(); ++i) {
    const SummedPairs& pairs = group.pairs[i];
    const auto [x, y] = aggregation.pairs[i];
    is_possible = is_possible && pairs.n <= group.scores[x].answers.n && pairs.n <= group.scores[y].answers.n &&
                  are_weights(pairs.n, pairs.weight, pairs.weight_squares) && are_positions(pairs.weight, pairs.x, pairs.xx, half(x)) &&
                  are_positions(pairs.weight, pairs.y, pairs.yy, half(y)) && pairs.xy * pairs.xy <= pairs.xx * pairs.yy * engine_slack;
  }
  if (!is_possible) throw TableFault("gives sums of rows and pairs that contradict each other");
}

ScoreGroup score_from(const Aggregation& aggregation, const AggregatedScore& score, std::size_t rows, RowCells& cells) {
  ScoreGroup group;
  group.rows = score.where.empty() ? rows : cells.count();
  group.blank = cells.count();
  group.missing = score.scale.missing.empty() ? 0 : cells.count();
  SummedAnswers& answers = group.answers;
  answers.n = cells.count();
  answers.weight = aggregation.weight ? cells.number() : static_cast<double>(answers.n);
  answers.weight_squares = aggregation.weight ? cells.number() : static_cast<double>(answers.n);
  answers.sum = cells.number();
  answers.squares = cells.number();
  if (score.top_two) {
    answers.top_two = cells.count();
    answers.top_two_weight = aggregation.weight ? cells.number() : static_cast<double>(answers.top_two);
  }
  for (std::size_t i = 0; i < score.shares.size(); ++i) {
    SummedShare share;
    share.n = cells.count();
    share.weight = aggregation.weight ? cells.number() : static_cast<double>(share.n);
    group.shares.push_back(share);
  }
  return group;
}

SummedPairs pairs_from(const Aggregation& aggregation, RowCells& cells) {
  SummedPairs pairs;
  pairs.n = cells.count();
  pairs.weight = aggregation.weight ? cells.number() : static_cast<double>(pairs.n);
  pairs.weight_squares = aggregation.weight ? cells.number() : static_cast<double>(pairs.n);
  for (double* const sum : {&pairs.x, &pairs.y, &pairs.xx, &pairs.yy, &pairs.xy}) *sum = cells.number();
  return pairs;
}

GroupState state_from(std::size_t code) {
  if (code > static_cast<std::size_t>(GroupState::outside_period)) throw TableFault("gives groups that the query does not have");
  return static_cast<GroupState>(code);
}

/// Which rows hold a stray cell.
std::string stray_condition(const Aggregation& aggregation, Strays which, std::size_t i) {
  switch (which) {
    case Strays::of_weight:
      return fmt::format("s = {}", static_cast<int>(GroupState::weight_stray));
    case Strays::of_date:
      return fmt::format("s IN ({}, {}) AND d IS NULL AND d_blank = 0", static_cast<int>(GroupState::counts),
                         static_cast<int>(GroupState::undated));
    case Strays::of_score:
      break;
  }
  const AggregatedScore& score = aggregation.scores[i];
  return fmt::format("s = 0 AND p{0} IS NULL AND b{0} = 0{1}{2}", i, score.scale.missing.empty() ? "" : fmt::format(" AND m{} = 0", i),
                     score.where.empty() ? "" : fmt::format(" AND f{} = 1", i));
}

}  // namespace

std::size_t count_of(const std::optional<double>& number) {
  constexpr double largest_exact = 9007199254740992.0;
  if (!number) return 0;
  if (!(*number >= 0 && *number <= largest_exact)) throw TableFault("gives a count that is none");
  return static_cast<std::size_t>(*number);
}

Query sums_query(const Aggregation& aggregation, const SqlTarget& target) {
  Aggregation sums = aggregation;
  sums.products.reset();
  Steps steps(sums, target);
  const std::string cells = steps.cells(), judged = steps.judged();
  SqlLines texts, numbers;
  for (std::size_t i = 0; i < aggregation.words.size(); ++i) texts.push_back(fmt::format("k{}", i));
  if (aggregation.date) {
    texts.insert(texts.end(), {"MIN(d)", "MAX(d)"});
    for (std::size_t i = 0; i < aggregation.scores.size(); ++i)
      texts.push_back(fmt::format("MAX(CASE WHEN p{} IS NOT NULL THEN d END)", i));
  }
  numbers = {"s", "COUNT(*)"};
  if (aggregation.weight) numbers.insert(numbers.end(), {"SUM(w)", "SUM(w * w)"});
  if (const std::string rows = outcome_rows(aggregation); !rows.empty()) numbers.push_back(sum_where(rows, "1"));
  if (aggregation.date) numbers.insert(numbers.end(), {"SUM(d_blank)", sum_where("d IS NULL AND d_blank = 0", "1")});
  for (std::size_t i = 0; i < aggregation.scores.size(); ++i) sum_score(numbers, aggregation, i, steps.parameters());
  for (const AggregatedPair& pair : aggregation.pairs) sum_pair(numbers, aggregation, pair);
  Query query{"", {}, texts.size(), numbers.size()};
  texts.insert(texts.end(), numbers.begin(), numbers.end());
  const std::string keys = keys_of(aggregation) + "s";
  query.text = fmt::format("WITH {}, {}\nSELECT\n    {}\nFROM judged\nGROUP BY {}\nORDER BY {}", cells, judged, list_of(texts), keys, keys);
  query.values = steps.take_values();
  return query;
}

AnswerGroup group_from(const Aggregation& aggregation, const ResultRow& row) {
  RowCells cells(row);
  AnswerGroup group;
  for (std::size_t i = 0; i < aggregation.words.size(); ++i) group.words.push_back(cells.word());
  std::vector<std::optional<Day>> newest(aggregation.scores.size());
  if (aggregation.date) {
    group.oldest = cells.day();
    group.newest = cells.day();
    for (auto& day : newest) day = cells.day();
  }
  group.state = state_from(cells.count());
  group.rows = cells.count();
  group.weight = aggregation.weight ? cells.number() : static_cast<double>(group.rows);
  group.weight_squares = aggregation.weight ? cells.number() : static_cast<double>(group.rows);
  if (!outcome_rows(aggregation).empty()) group.rows_of_outcomes = cells.count();
  if (aggregation.date) {
    group.dates_blank = cells.count();
    group.dates_stray = cells.count();
  }
  for (const AggregatedScore& score : aggregation.scores) {
    group.scores.push_back(score_from(aggregation, score, group.rows, cells));
    group.scores.back().newest = newest[group.scores.size() - 1];
    if (group.state == GroupState::counts) check(group.scores.back(), score);
  }
  for (std::size_t i = 0; i < aggregation.pairs.size(); ++i) group.pairs.push_back(pairs_from(aggregation, cells));
  if (group.state == GroupState::counts) check(group, aggregation);
  return group;
}

Query newest_query(const Aggregation& aggregation, const SqlTarget& target) {
  Aggregation dates = aggregation;
  dates.range = {};
  dates.words.clear();
  dates.scores.clear();
  dates.pairs.clear();
  dates.products.reset();
  Steps steps(dates, target);
  const std::string cells = steps.cells(), judged = steps.judged();
  return {fmt::format("WITH {}, {}\nSELECT MAX(d)\nFROM judged\nWHERE s = 0", cells, judged), steps.take_values(), 1, 0};
}

Query strays_query(const Aggregation& aggregation, const SqlTarget& target, Strays which, std::size_t score) {
  Aggregation one = aggregation;
  one.pairs.clear();
  one.products.reset();
  one.scores.clear();
  if (which == Strays::of_score) one.scores.push_back(aggregation.scores[score]);
  one.words.push_back(which == Strays::of_weight ? aggregation.weight->column
                      : which == Strays::of_date ? aggregation.date->column
                                                 : aggregation.scores[score].column);
  Steps steps(one, target);
  const std::string cells = steps.cells(), judged = steps.judged(), keys = keys_of(one);
  const std::string group = keys.substr(0, keys.size() - 2);
  return {fmt::format("WITH {}, {}\nSELECT {}COUNT(*)\nFROM judged\nWHERE {}\nGROUP BY {}\nORDER BY COUNT(*) DESC, {}", cells, judged, keys,
                      stray_condition(one, which, 0), group, group),
          steps.take_values(), one.words.size(), 1};
}

Query rows_query(const Aggregation& aggregation, const SqlTarget& target) {
  SqlCells cells(target);
  SqlLines lines;
  for (const Text& column : aggregation.words) lines.push_back(cells.word(column));
  const std::string where = aggregation.where.empty() ? "" : "\nWHERE " + cells.passes(aggregation.where);
  const std::string order = fmt::format("{}", fmt::join(lines, ", "));
  return {
      fmt::format("SELECT\n    {}\nFROM {}{}\nORDER BY {}", list_of(lines), *quoted_table(target.dialect, aggregation.table), where, order),
      cells.take_values(), lines.size(), 0};
}

std::string fault_of_column(const std::string& column, Use use, const SqlTarget& target) {
  if (!quoted_name(target.dialect, trimmed(column)))
    return "has a name with a colon or an apostrophe, which a query cannot say; name it otherwise in a view";
  const auto found = std::ranges::find(target.columns, trimmed(column), &TableColumn::name);
  if (found == target.columns.end() || found->holds != Holds::texts) return {};
  if (use == Use::number && target.dialect.number_of_text.empty())
    return "holds texts, and how to make numbers of them is not known of this engine; cast it in a view";
  if (use == Use::day && target.dialect.day_of_text.empty())
    return "holds texts, and how to make dates of them is not known of this engine; cast it in a view";
  return {};
}

}  // namespace mot::evidence

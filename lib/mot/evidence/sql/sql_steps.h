// The steps that all queries of an aggregation share: what every cell of a row is, and whether the row counts.
#pragma once

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "mot/evidence/cells/columns.h"
#include "mot/evidence/sql/sql_cells.h"
#include "mot/evidence/sql/sql_query.h"

namespace mot::evidence {

using SqlLines = std::vector<std::string>;

inline std::string list_of(const SqlLines& lines) {
  return fmt::format("{}", fmt::join(lines, ",\n    "));
}

inline std::string day_text(Day day) {
  return to_string(date_of(day));
}

/// The steps that all queries of an aggregation share.
class Steps {
 public:
  Steps(const Aggregation& aggregation, const SqlTarget& target) : aggregation_(aggregation), target_(target), cells_(target) {}

  std::string cells() {
    SqlLines lines;
    for (std::size_t i = 0; i < aggregation_.words.size(); ++i)
      lines.push_back(fmt::format("{} AS k{}", cells_.word(aggregation_.words[i]), i));
    if (aggregation_.products && aggregation_.products->unit) lines.push_back(cells_.word(*aggregation_.products->unit) + " AS u");
    if (aggregation_.weight) add_cell(lines, cells_.number(aggregation_.weight->column) + " AS w", aggregation_.weight->column, "w_blank");
    if (aggregation_.date) add_cell(lines, cells_.day(aggregation_.date->column) + " AS d", aggregation_.date->column, "d_blank");
    for (std::size_t i = 0; i < aggregation_.scores.size(); ++i) add_score(lines, aggregation_.scores[i], i);
    if (lines.empty()) lines.push_back("1 AS k");
    const std::string where = aggregation_.where.empty() ? "" : "\n  WHERE " + cells_.passes(aggregation_.where);
    return fmt::format("cells AS (\n  SELECT\n    {}\n  FROM {}{}\n)", list_of(lines), *quoted_table(target_.dialect, aggregation_.table),
                       where);
  }

  std::string judged() {
    SqlLines lines{state() + " AS s"};
    for (std::size_t i = 0; i < aggregation_.words.size(); ++i) lines.push_back(fmt::format("k{}", i));
    if (aggregation_.products && aggregation_.products->unit) lines.emplace_back("u");
    if (aggregation_.weight) lines.push_back(fmt::format("CASE WHEN {} THEN w END AS w", is_weight()));
    if (aggregation_.date) lines.insert(lines.end(), {"d", "d_blank"});
    for (std::size_t i = 0; i < aggregation_.scores.size(); ++i) judge_score(lines, aggregation_.scores[i], i);
    return fmt::format("judged AS (\n  SELECT\n    {}\n  FROM cells\n)", list_of(lines));
  }

  SqlCells& parameters() { return cells_; }
  std::vector<std::string> take_values() { return cells_.take_values(); }

 private:
  void add_cell(SqlLines& lines, std::string expression, const Text& column, std::string_view blank) const {
    lines.push_back(std::move(expression));
    lines.push_back(fmt::format("{} AS {}", flag(cells_.is_blank(column)), blank));
  }

  void add_score(SqlLines& lines, const AggregatedScore& score, std::size_t i) {
    add_cell(lines, fmt::format("{} AS n{}", cells_.number(score.column), i), score.column, fmt::format("b{}", i));
    if (!score.scale.missing.empty())
      lines.push_back(fmt::format("{} AS m{}", flag(cells_.is_one_of(score.column, score.scale.missing)), i));
    if (!score.where.empty()) lines.push_back(fmt::format("{} AS f{}", flag(cells_.passes(score.where)), i));
  }

  /// The GroupState of a row, as a number. What is not a number is compared as NULL, and so is stray.
  std::string state() {
    std::string text = "CASE";
    if (aggregation_.weight) {
      text += fmt::format(" WHEN w_blank = 1 THEN {} WHEN w = 0 THEN {}", code(GroupState::weight_blank), code(GroupState::weight_zero));
      text += fmt::format(" WHEN w IS NULL OR NOT ({}) THEN {}", is_weight(), code(GroupState::weight_stray));
    }
    const DayRange& range = aggregation_.range;
    if (aggregation_.date && !range.is_open()) {
      text += fmt::format(" WHEN d IS NULL THEN {}", code(GroupState::undated));
      if (range.from != DayRange{}.from) text += beyond("<", range.from);
      if (range.to != DayRange{}.to) text += beyond(">", range.to);
    }
    return text == "CASE" ? "0" : text + " ELSE 0 END";
  }

  std::string is_weight() {
    const std::string least = cells_.value(least_weight), largest = cells_.value(largest_weight);
    return fmt::format("w BETWEEN {} AND {}", least, largest);
  }

  std::string beyond(std::string_view how, Day day) {
    return fmt::format(" WHEN d {} {} THEN {}", how, cells_.value(day_text(day)), code(GroupState::outside_period));
  }

  static int code(GroupState state) { return static_cast<int>(state); }

  void judge_score(SqlLines& lines, const AggregatedScore& score, std::size_t i) {
    const bool has_missing = !score.scale.missing.empty(), has_where = !score.where.empty();
    const std::string applies = has_where ? fmt::format("f{} = 1 AND ", i) : "",
                      not_missing = has_missing ? fmt::format(" AND m{} = 0", i) : "";
    const std::string low = cells_.value(score.low()), high = cells_.value(score.high()), middle = cells_.value(score.middle());
    lines.push_back(
        fmt::format("CASE WHEN {}n{} BETWEEN {} AND {}{} THEN n{} - {} END AS p{}", applies, i, low, high, not_missing, i, middle, i));
    lines.push_back(fmt::format("{} AS b{}", flag(fmt::format("{}b{} = 1", applies, i)), i));
    if (has_missing) lines.push_back(fmt::format("{} AS m{}", flag(fmt::format("{}b{} = 0 AND m{} = 1", applies, i, i)), i));
    if (has_where) lines.push_back(fmt::format("f{}", i));
  }

  const Aggregation& aggregation_;
  const SqlTarget& target_;
  SqlCells cells_;
};

inline std::string keys_of(const Aggregation& aggregation) {
  std::string keys;
  for (std::size_t i = 0; i < aggregation.words.size(); ++i) keys += fmt::format("k{}, ", i);
  return keys;
}

}  // namespace mot::evidence

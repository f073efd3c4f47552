// The rows of a survey as they come: profiles of its columns, and what stands beside the answers.
#pragma once

#include <fmt/format.h>

#include <algorithm>
#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "mot/evidence/foot_rows.h"
#include "mot/evidence/rows.h"
#include "mot/import/survey/column_profile.h"
#include "mot/import/survey/declared_scale.h"
#include "mot/import/survey/heading_words.h"
#include "mot/import/survey/heights_by_question.h"
#include "mot/import/survey/other_layouts.h"
#include "mot/import/survey/school_grades.h"
#include "mot/import/survey/table_shape.h"

namespace mot::importing {

/// Reads all rows, and keeps what stands in their columns; rows that are no respondents' are kept apart.
class RowProfiler : public evidence::RowReceiver {
 public:
  bool header(std::span<const std::string_view> names, evidence::DecimalMark decimal) override {
    columns.clear();
    for (const std::string_view name : names) columns.emplace_back(std::string(name));
    mark = decimal;
    has_summary_blocks |= heads_summary_block(names);
    question = column_called_question(columns);
    rows = 0;
    return true;
  }
  void passed_over(const evidence::Row& row) override {
    has_summary_blocks |= heads_summary_block(row.cells);
    keep_beside(row);
    take_legend(row);
  }
  void ragged(const evidence::Row& row) override { keep_beside(row); }
  void beside(const evidence::Row& row) override {
    if (!take_codes_below_headings(row)) keep_beside(row);
  }
  /// What sums a table up is no customer's, nor is what says how it was asked.
  void row(const evidence::Row& row) override {
    has_summary_blocks |= heads_summary_block(row.cells);
    if ((++met <= most_legends_above || stands_alone(row)) && take_legend(row)) return;
    if (foot.takes(row)) return;
    if (foot.holds_any()) foot.give_back([this](const evidence::Row& held) { add(held); });
    add(row);
  }
  std::vector<ColumnProfile> columns;
  std::optional<std::size_t> question;  ///< that rows may be about, by its heading
  HeightsByQuestion heights;
  evidence::DecimalMark mark = evidence::DecimalMark::point;
  std::size_t rows = 0;
  std::optional<DeclaredScale> legend;  ///< of a row that is none of the answers': `1 = best, 5 = worst`
  evidence::FootRows foot;
  bool has_summary_blocks = false;
  std::vector<std::vector<std::string>> short_rows;  ///< short rows above and below the answers
  std::vector<std::vector<std::string>> first_rows;
  SchoolGrades grades;  ///< that a row tells which is none of the answers'

 private:
  static constexpr std::size_t most_legends_above = 20;  // rows that are looked at

  void keep_beside(const evidence::Row& row) {
    constexpr std::size_t most = 400, most_cells = 4;
    const auto filled = std::ranges::count_if(row.cells, [](std::string_view cell) { return !cell.empty(); });
    if (short_rows.size() < most && static_cast<std::size_t>(filled) <= most_cells)
      short_rows.emplace_back(row.cells.begin(), row.cells.end());
  }

  /// `1 = Very bad … 5 = Very good` below each heading.
  bool take_codes_below_headings(const evidence::Row& row) {
    std::vector<std::pair<std::size_t, std::vector<Code>>> found;
    for (std::size_t i = 0; i < std::min(columns.size(), row.cells.size()); ++i) {
      if (auto codes = codes_in(row.cells[i]); !codes.empty()) found.emplace_back(i, std::move(codes));
    }
    if (found.size() < 2) return false;
    for (auto& [column, codes] : found) columns[column].codes = ColumnCodes{fmt::format("line {}", row.line), std::move(codes)};
    return true;
  }

  void add(const evidence::Row& row) {
    constexpr std::size_t most_first_rows = 60;
    if (rows < most_first_rows) first_rows.emplace_back(row.cells.begin(), row.cells.end());
    ++rows;
    for (std::size_t i = 0; i < columns.size(); ++i) columns[i].add(row.cells[i], mark);
    if (question) heights.add(row, *question, mark);
  }

  /// Whether a single cell says anything, as in notes below a table.
  static bool stands_alone(const evidence::Row& row) {
    return std::ranges::count_if(row.cells, [](std::string_view cell) { return !cell.empty(); }) == 1;
  }

  bool take_legend(const evidence::Row& row) {
    constexpr std::size_t shortest = 9, longest = 200;  // `1=a 5=b c`
    if (stands_alone(row) && says(HeadingWord::school_grade, row.cells.front().substr(0, longest))) {
      grades = {true, worst_grade_in(row.cells.front().substr(0, longest))};
      return true;
    }
    for (const std::string_view cell : row.cells) {
      if (cell.size() < shortest || cell.size() > longest || cell.find_first_of("=(") == std::string_view::npos) continue;
      DeclaredScale found = declared_scale(cell);
      if (!found.scale || !found.is_directed) continue;
      legend = std::move(found);
      return true;
    }
    return false;
  }

  std::size_t met = 0;
};

}  // namespace mot::importing

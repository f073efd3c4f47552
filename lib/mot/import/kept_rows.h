// The rows of a touchpoint table, kept in memory; a file of anything else is not read beyond its header.
#pragma once

#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <utility>

#include "mot/evidence/rows.h"
#include "mot/import/headings.h"
#include "mot/import/import.h"
#include "mot/import/touchpoint_table.h"
#include "mot/text/utf8.h"

namespace mot::importing {

class KeptRows : public evidence::RowReceiver {
 public:
  /// `headings` are those of the table where they stand in two rows, which the source takes for one.
  explicit KeptRows(std::string file, std::vector<std::string> headings = {}) : file_(std::move(file)), headings_(std::move(headings)) {}
  bool header(std::span<const std::string_view> names, evidence::DecimalMark) override {
    table.header.assign(names.begin(), names.end());
    if (!headings_.empty()) {
      headings_.resize(names.size());
      table.header = headings_;
      table.has_two_heading_rows = true;
    }
    is_of_touchpoints_ = holds_touchpoints(table);
    const bool has_gaps = std::ranges::find(table.header, std::string()) != table.header.end();
    is_first_ = headings_.empty() && has_gaps && has_column(table, Facet::name);
    return is_of_touchpoints_ || is_first_;
  }
  void row(const evidence::Row& row) override {
    if (std::exchange(is_first_, false) && take_second_headings(row)) return;
    keep(row);
  }
  /// One that lacks cells at its end, or has some more.
  void ragged(const evidence::Row& row) override {
    is_first_ = false;
    keep(row);
  }
  TextTable table;

  /// What keeps a text from being taken for a formula is no part of it: `'- and`.
  static std::string_view without_guard(std::string_view cell) {
    constexpr std::string_view formula_beginnings = "=+-@";
    const bool is_guarded = cell.size() > 1 && cell[0] == '\'' && formula_beginnings.find(cell[1]) != std::string_view::npos;
    return is_guarded ? cell.substr(1) : cell;
  }

 private:
  void keep(const evidence::Row& row) {
    if (!is_of_touchpoints_) return;
    constexpr std::size_t most_touchpoints = 20'000;
    if (table.rows.size() == most_touchpoints)
      throw CannotImport(fmt::format("'{}' has more than {} rows, which no table of touchpoints has; is it a survey?", printable(file_),
                                     most_touchpoints));
    TableRow& kept = table.rows.emplace_back(TableRow{{}, row.line});
    for (const std::string_view cell : row.cells) kept.cells.emplace_back(without_guard(cell));
  }

  /// Whether the first row goes on with the headings.
  bool take_second_headings(const evidence::Row& row) {
    auto merged = headings_in_two_rows(table.header, std::vector<std::string>(row.cells.begin(), row.cells.end()));
    if (!merged) return false;
    table.header = std::move(*merged);
    table.has_two_heading_rows = is_of_touchpoints_ = true;
    return true;
  }

  std::string file_;
  std::vector<std::string> headings_;
  bool is_of_touchpoints_ = false, is_first_ = false;
};

}  // namespace mot::importing

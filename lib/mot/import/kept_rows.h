// The rows of a touchpoint table, kept in memory; a file of anything else is not read beyond its header.
#pragma once

#include <fmt/format.h>

#include <string>
#include <utility>

#include "mot/evidence/rows.h"
#include "mot/import/import.h"
#include "mot/import/touchpoint_table.h"
#include "mot/text/utf8.h"

namespace mot::importing {

class KeptRows : public evidence::RowReceiver {
 public:
  explicit KeptRows(std::string file) : file_(std::move(file)) {}
  bool header(std::span<const std::string_view> names, evidence::DecimalMark) override {
    table.header.assign(names.begin(), names.end());
    return holds_touchpoints(table);
  }
  void row(const evidence::Row& row) override {
    constexpr std::size_t most_touchpoints = 20'000;
    if (table.rows.size() == most_touchpoints)
      throw CannotImport(fmt::format("'{}' has more than {} rows, which no table of touchpoints has; is it a survey?", printable(file_),
                                     most_touchpoints));
    TableRow& kept = table.rows.emplace_back(TableRow{{}, row.line});
    for (const std::string_view cell : row.cells) kept.cells.emplace_back(without_guard(cell));
  }
  TextTable table;

 private:
  /// What keeps a text from being taken for a formula is no part of it: `'- and`.
  static std::string_view without_guard(std::string_view cell) {
    constexpr std::string_view formula_beginnings = "=+-@";
    const bool is_guarded = cell.size() > 1 && cell[0] == '\'' && formula_beginnings.find(cell[1]) != std::string_view::npos;
    return is_guarded ? cell.substr(1) : cell;
  }

  std::string file_;
};

}  // namespace mot::importing

// Rows of a sheet -> rows of cells under their header, as those of any other file.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "mot/evidence/csv/csv_form.h"
#include "mot/evidence/csv/header_rows.h"
#include "mot/evidence/rows.h"

namespace mot::evidence {

/// What any sheet may have at most: as much as spreadsheet programs allow.
inline constexpr std::size_t most_sheet_columns = 16'384;
inline constexpr std::size_t most_sheet_rows = 1'048'576;
inline constexpr std::size_t most_sheet_cell_bytes = 1u << 20;

/// The fault of a sheet without anything in it.
inline constexpr std::string_view nothing_in_sheet = "is empty; its first row names the columns";

/// Takes the rows of a sheet in their order. Throws SheetFault where they are more than a sheet can have.
class SheetRows {
 public:
  SheetRows(RowReceiver& receiver, const CsvForm& form) : receiver_(receiver), form_(form) {}
  /// Hands on the first rows that have anything in them, each as wide as it is, and none as a header.
  static SheetRows first(RowReceiver& receiver, std::size_t rows) {
    SheetRows taken(receiver, {});
    taken.front_rows_ = rows;
    return taken;
  }

  /// A row, its blank cells too; `number` from one. Rows of blank cells alone say nothing and may be left out.
  void row(std::size_t number, std::vector<std::string>& cells);
  /// That cells of this row are merged across columns: `B1:D1`.
  void merged(std::size_t number, std::string_view cells);
  /// A cell whose formula has no stored result: `B7`.
  void formula_without_result(std::string_view cell);
  /// A cell that holds something and is merged over by another: `B7`, of a row and a column from 0.
  void covered_value(std::size_t row, std::size_t column, std::string_view cell);
  /// A table of its own inside a cell of this row.
  void nested_table(std::size_t row);
  /// Whether nothing more is wanted.
  bool is_stopped() const { return is_stopped_; }
  bool has_content() const { return has_content_; }
  /// `B7`; empty where each formula has a result.
  const std::string& first_formula_without_result() const { return first_formula_; }
  RowReport finish();

 private:
  std::optional<std::string> fault_of_cells() const;
  void front(std::size_t number, const std::vector<std::string>& cells);
  void pass_over(std::size_t number, const std::vector<std::string>& cells);
  void header(std::size_t number, const std::vector<std::string>& cells);
  void data(std::size_t number, std::vector<std::string>& cells);

  RowReceiver& receiver_;
  CsvForm form_;
  HeaderRows names_;
  std::size_t columns_ = 0;     ///< of the header
  std::size_t header_row_ = 0;  ///< the one row of it, else 0
  std::size_t front_rows_ = 0;  ///< that are still wanted as they are
  std::size_t received_cells_ = 0;
  std::vector<std::string_view> views_;
  std::optional<std::string> fault_;
  std::string first_formula_;
  std::size_t formulas_ = 0;
  std::string first_covered_;
  std::size_t covered_ = 0;
  bool has_content_ = false;
  bool has_rows_ = false;
  bool is_stopped_ = false;
};

}  // namespace mot::evidence

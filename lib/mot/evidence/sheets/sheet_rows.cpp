#include "mot/evidence/sheets/sheet_rows.h"

#include <fmt/format.h>

#include <algorithm>

#include "mot/evidence/sheets/sheet_fault.h"

namespace mot::evidence {
namespace {

constexpr std::size_t most_cells = 200'000'000;  // that are gone through, blank ones too

}  // namespace

void SheetRows::row(std::size_t number, std::vector<std::string>& cells) {
  received_cells_ += cells.size() + 1;
  if (number > most_sheet_rows || received_cells_ > most_cells)
    throw SheetFault("has more rows or cells than any spreadsheet program allows; is it a survey?");
  while (!cells.empty() && trimmed(cells.back()).empty()) cells.pop_back();
  if (cells.empty() || is_stopped_) return;
  has_content_ = true;
  if (front_rows_ > 0) return front(number, cells);
  if (number <= form_.skipped_lines) return pass_over(number, cells);
  columns_ == 0 ? header(number, cells) : data(number, cells);
}

void SheetRows::front(std::size_t number, const std::vector<std::string>& cells) {
  views_.clear();
  for (const std::string& cell : cells) views_.push_back(trimmed(cell));
  receiver_.row({views_, number});
  is_stopped_ = --front_rows_ == 0;
}

void SheetRows::pass_over(std::size_t number, const std::vector<std::string>& cells) {
  views_.clear();
  for (const std::string& cell : cells) views_.push_back(trimmed(cell));
  receiver_.passed_over({views_, number});
}

/// The one row that names columns, or one of several, counted behind the rows that are skipped.
void SheetRows::header(std::size_t number, const std::vector<std::string>& cells) {
  const std::size_t row = number - form_.skipped_lines;
  const auto& wanted = form_.header;
  const bool is_wanted = wanted.empty() || std::ranges::find(wanted, row) != wanted.end() || row >= wanted.back();
  const bool is_first = wanted.empty() || row == wanted.front();
  if (!is_wanted || !is_first) pass_over(number, cells);
  if (!is_wanted) return;
  std::vector<std::string> names;
  for (const std::string& cell : cells) names.emplace_back(trimmed(cell));
  names_.add(std::move(names));
  if (wanted.size() <= 1) header_row_ = number;
  if (!wanted.empty() && row < wanted.back()) return;
  const std::vector<std::string> joined = names_.joined();
  views_.assign(joined.begin(), joined.end());
  columns_ = joined.size();
  is_stopped_ = !receiver_.header(views_, DecimalMark::point_or_comma);
}

/// What stands right of the columns that have names belongs to none of them.
void SheetRows::data(std::size_t number, std::vector<std::string>& cells) {
  views_.clear();
  for (std::size_t i = 0; i < columns_; ++i) views_.push_back(i < cells.size() ? trimmed(cells[i]) : std::string_view());
  if (std::ranges::all_of(views_, [](std::string_view cell) { return cell.empty(); })) return;
  has_rows_ = true;
  receiver_.row({views_, number});
}

void SheetRows::merged(std::size_t number, std::string_view cells) {
  if (number != header_row_ || fault_) return;
  fault_ = fmt::format(
      "merges the cells {} of the row that names columns; say 'header: [{}, {}]' where the next row names the items, or "
      "'skip: {}' where it is a title",
      cells, number - form_.skipped_lines, number - form_.skipped_lines + 1, number);
}

void SheetRows::formula_without_result(std::string_view cell) {
  if (formulas_++ == 0) first_formula_ = cell;
}

void SheetRows::covered_value(std::size_t row, std::size_t column, std::string_view cell) {
  const bool is_read = row > form_.skipped_lines && (columns_ == 0 || column < columns_);
  if (is_read && covered_++ == 0) first_covered_ = cell;
}

void SheetRows::nested_table(std::size_t row) {
  if (!fault_) fault_ = fmt::format("has a table inside a cell of row {}, which is not read; put it on a sheet of its own", row);
}

/// What makes cells say something else than what people see.
std::optional<std::string> SheetRows::fault_of_cells() const {
  if (formulas_ > 0)
    return fmt::format("has {} without a stored result, {} first; open it in a spreadsheet program and save it",
                       formulas_ == 1 ? "1 formula" : fmt::format("{} formulas", formulas_), first_formula_);
  if (covered_ > 0)
    return fmt::format(
        "holds {} that another is merged over, so that nobody sees what stands there, {} first; split the merged cells, or "
        "empty what they hide, and save it",
        covered_ == 1 ? "1 cell" : fmt::format("{} cells", covered_), first_covered_);
  return std::nullopt;
}

RowReport SheetRows::finish() {
  RowReport report;
  report.header_cells = columns_;
  report.fault = fault_ ? fault_ : fault_of_cells();
  if (report.fault || is_stopped_) return report;
  if (columns_ == 0)
    report.fault = nothing_in_sheet;
  else if (!has_rows_)
    report.fault = "has a header but no rows";
  return report;
}

}  // namespace mot::evidence

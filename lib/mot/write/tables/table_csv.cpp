#include "mot/write/tables/table_csv.h"

#include <fmt/format.h>

#include <string_view>

#include "mot/text/printable_lines.h"
#include "mot/text/utf8.h"

namespace mot {
namespace {

/// What spreadsheets take for the beginning of a formula (OWASP, CSV injection).
constexpr std::string_view formula_beginnings = "=+-@\t\r\n";

struct CellText {
  const Column& column;
  /// An interval's two ends, either empty where it is unknown.
  std::string both(const std::string& low, const std::string& high) const { return low + "," + high; }
  std::string operator()(const Unknown&) const { return column.kind == ColumnKind::interval ? both("", "") : ""; }
  std::string operator()(const std::string& text) const {
    return column.kind == ColumnKind::interval ? both(csv_text(text), "") : csv_text(text);
  }
  std::string operator()(double number) const { return fmt::format("{}", number); }
  std::string operator()(const Interval& interval) const { return both(fmt::format("{}", interval.low), fmt::format("{}", interval.high)); }
};

std::string keys_of(const Column& column) {
  return column.kind == ColumnKind::interval ? fmt::format("{0}_low,{0}_high", column.key) : column.key;
}

}  // namespace

std::string csv_text(const std::string& text) {
  if (text.empty()) return "";
  const bool is_formula = formula_beginnings.find(text.front()) != std::string_view::npos;
  std::string cell = (is_formula ? "'" : "") + printable_lines(text);
  if (cell.find_first_of(",\"\r\n") == std::string::npos) return cell;
  std::string quoted = "\"";
  for (const char c : cell) quoted += c == '"' ? "\"\"" : std::string(1, c);
  return quoted + "\"";
}

std::string table_csv(const Table& table) {
  std::string text;
  for (std::size_t i = 0; i < table.columns.size(); ++i) text += (i > 0 ? "," : "") + keys_of(table.columns[i]);
  text += "\n";
  for (const Section& section : table.sections) {
    for (const Row& row : section.rows) {
      for (std::size_t i = 0; i < row.size(); ++i) text += (i > 0 ? "," : "") + std::visit(CellText{table.columns[i]}, row[i].value);
      text += "\n";
    }
  }
  return text;
}

}  // namespace mot

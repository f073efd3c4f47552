#include "mot/write/tables/table_formats.h"

#include "mot/write/tables/table_csv.h"
#include "mot/write/tables/table_markdown.h"
#include "mot/write/tables/table_text.h"
#include "mot/write/tables/table_xlsx.h"

namespace mot {
namespace {

std::string as_text(const TableReport& report) {
  std::string text;
  for (const Table& table : report.tables) text += (text.empty() ? "" : "\n") + table_text(table, {report.width, report.ink});
  return text;
}

std::string as_json(const TableReport& report) {
  return report.json();
}

std::string as_csv(const TableReport& report) {
  return report.tables.empty() ? "" : table_csv(report.tables.front());
}

std::string as_markdown(const TableReport& report) {
  std::string text;
  for (const Table& table : report.tables) text += (text.empty() ? "" : "\n") + table_markdown(table);
  return text;
}

std::string as_workbook(const TableReport& report) {
  return tables_xlsx(report.tables);
}

}  // namespace

std::span<const TableFormat> table_formats() {
  static constexpr TableFormat formats[] = {
      {"table", ".txt", "for people, as wide as the terminal", Readers::people, as_text},
      {"json", ".json", "for other programs; keys are only ever added", Readers::programs, as_json},
      {"csv", ".csv", "for spreadsheets: the main table with all its columns, unrounded", Readers::programs, as_csv},
      {"md", ".md", "Markdown, for reviews and wikis", Readers::people, as_markdown},
      {"xlsx", ".xlsx", "a workbook with a sheet a table, unrounded", Readers::people, as_workbook},
  };
  return formats;
}

}  // namespace mot

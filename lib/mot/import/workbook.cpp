#include "mot/import/workbook.h"

#include <fmt/format.h>

#include <algorithm>

#include "mot/evidence/row_files.h"
#include "mot/evidence/sheets/workbook_file.h"
#include "mot/import/headings.h"
#include "mot/import/kept_rows.h"
#include "mot/import/plain_line.h"
#include "mot/import/survey/survey_form.h"

namespace mot::importing {
namespace {

[[noreturn]] void refuse(const std::string& name, std::string_view why) {
  throw CannotImport(fmt::format("'{}' {}", printable(name), why));
}

std::vector<evidence::SheetName> sheets_of(const OpenFile& open, const std::string& name) {
  evidence::SheetNames sheets = evidence::sheet_names(open, name);
  if (!sheets.fault.empty()) refuse(name, sheets.fault);
  return std::move(sheets.sheets);
}

/// The first row behind so many, and nothing more.
class HeaderAlone : public evidence::RowReceiver {
 public:
  bool header(std::span<const std::string_view> names, evidence::DecimalMark) override {
    cells.assign(names.begin(), names.end());
    return false;
  }
  void row(const evidence::Row&) override {}
  std::vector<std::string> cells;
};

std::vector<std::string> header_behind(const OpenFile& open, const std::string& name, const evidence::CsvForm& form) {
  HeaderAlone header;
  const auto report = evidence::workbook_file(open, name, form)->read(header);
  if (report.fault && *report.fault != evidence::nothing_in_sheet) refuse(name, *report.fault);
  return header.cells;
}

bool holds_touchpoints_below(const std::vector<std::string>& cells) {
  const std::vector<std::string_view> names(cells.begin(), cells.end());
  return are_of_touchpoints(headings_of(names));
}

}  // namespace

bool is_workbook_name(std::string_view name) {
  return evidence::is_workbook(name);
}

bool has_touchpoint_sheet(const OpenFile& open, const std::string& name) {
  return std::ranges::any_of(sheets_of(open, name), [&](const evidence::SheetName& sheet) {
    return !sheet.is_hidden && holds_touchpoints_below(header_behind(open, name, {.sheet = sheet.name}));
  });
}

void add_workbook(const OpenFile& open, const std::string& name, Imported& imported) {
  std::string others;
  std::size_t taken = 0;
  for (const evidence::SheetName& sheet : sheets_of(open, name)) {
    KeptRows rows(name);
    if (!sheet.is_hidden) {
      const auto report = evidence::workbook_file(open, name, {.sheet = sheet.name})->read(rows);
      const bool is_wanted = holds_touchpoints(rows.table);
      if (report.fault && is_wanted) refuse(name, *report.fault);
    }
    if (sheet.is_hidden || !holds_touchpoints(rows.table)) {
      others += fmt::format("{}{}{}", others.empty() ? "" : ", ", in_quotes(sheet.name), sheet.is_hidden ? " (hidden)" : "");
      continue;
    }
    ++taken;
    imported.notes.push_back({Fate::kept, fmt::format("the sheet {}", in_quotes(sheet.name))});
    add_touchpoint_table(rows.table, name, imported);
  }
  if (taken == 0)
    refuse(name,
           "has no sheet with the headings of a touchpoint table; it needs one that names the touchpoint (touchpoint, step, moment) "
           "and one that says something of it (stage, department, channel, importance, …)");
  if (!others.empty()) imported.notes.push_back({Fate::dropped, "sheets that hold no touchpoints: " + others});
}

SurveySheet survey_sheet(const OpenFile& open, const std::string& name) {
  constexpr std::size_t most_skipped = 12;
  SurveySheet result;
  for (const evidence::SheetName& sheet : sheets_of(open, name)) {
    const bool is_first = result.form.sheet.empty() && !sheet.is_hidden;
    const bool is_empty = !sheet.is_hidden && header_behind(open, name, {.sheet = sheet.name}).empty();
    if (is_first && !is_empty) {
      result.form.sheet = sheet.name;
    } else if (!is_empty) {
      result.others.push_back(in_quotes(sheet.name) + (sheet.is_hidden ? " (hidden)" : ""));
    }
  }
  for (std::size_t skip = 0; skip <= most_skipped; ++skip) {
    const evidence::CsvForm tried{.skipped_lines = skip, .sheet = result.form.sheet};
    const evidence::CsvForm next{.skipped_lines = skip + 1, .sheet = result.form.sheet};
    const auto cells = header_behind(open, name, tried);
    if (cells.size() < 2 || !names_columns(cells) || header_behind(open, name, next).size() > cells.size()) continue;
    result.form.skipped_lines = skip;
    break;
  }
  return result;
}

}  // namespace mot::importing

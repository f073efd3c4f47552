#include "mot/write/tables/table_xlsx.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <iterator>

#include "mot/analysis/gaps.h"
#include "mot/picture/theme.h"
#include "mot/text/utf8.h"
#include "mot/write/tables/xlsx_file.h"
#include "mot/write/tables/xlsx_library.h"

namespace mot {
namespace {

constexpr std::size_t widest_column = 60;  // characters

/// The formats of one workbook; the workbook owns them.
class Formats {
 public:
  explicit Formats(lxw_workbook* workbook) : workbook_(workbook), heading_(xlsx().workbook_add_format(workbook)) {
    xlsx().format_set_bold(heading_);
  }
  lxw_format* heading() const { return heading_; }
  /// What lies over a cell whose gap is of the class.
  lxw_format* over(GapClass gap_class) {
    lxw_format*& format = over_.at(static_cast<std::size_t>(gap_class));
    if (!format) {
      format = xlsx().workbook_add_format(workbook_);
      xlsx().format_set_bg_color(format, light_theme().tone_of(gap_class).tint.rgb);
    }
    return format;
  }
  /// Numbers with so many decimals, on the tint of a gap's class.
  lxw_format* of(int decimals, std::optional<GapClass> gap_class) {
    const std::size_t tone = gap_class ? static_cast<std::size_t>(*gap_class) + 1 : 0;
    lxw_format*& format = numbers_.at(static_cast<std::size_t>(decimals)).at(tone);
    if (!format) {
      format = xlsx().workbook_add_format(workbook_);
      xlsx().format_set_num_format(
          format, decimals > 0 ? fmt::format("0.{}", std::string(static_cast<std::size_t>(decimals), '0')).c_str() : "General");
      if (gap_class) xlsx().format_set_bg_color(format, light_theme().tone_of(*gap_class).tint.rgb);
    }
    return format;
  }

 private:
  lxw_workbook* workbook_;
  lxw_format* heading_;
  std::array<std::array<lxw_format*, names_of<GapClass>.size() + 1>, 10> numbers_{};
  std::array<lxw_format*, names_of<GapClass>.size()> over_{};
};

/// A sheet and the row that is written next.
class Sheet {
 public:
  Sheet(lxw_worksheet* sheet, Formats& formats) : sheet_(sheet), formats_(formats) {}
  void text(lxw_col_t column, const std::string& text, lxw_format* format) {
    expect_written(xlsx().worksheet_write_string(sheet_, row_, column, cell_text(text).c_str(), format), "write a text");
  }
  void number(lxw_col_t column, double number, lxw_format* format) {
    expect_written(xlsx().worksheet_write_number(sheet_, row_, column, number, format), "write a number");
  }
  void blank(lxw_col_t column, lxw_format* format) {
    expect_written(xlsx().worksheet_write_blank(sheet_, row_, column, format), "write a cell");
  }
  void next_row() { ++row_; }
  lxw_row_t row() const { return row_; }
  lxw_worksheet* handle() const { return sheet_; }
  Formats& formats() const { return formats_; }

 private:
  lxw_worksheet* sheet_;
  Formats& formats_;
  lxw_row_t row_ = 0;
};

/// How many columns of the sheet a column of the table takes.
lxw_col_t span_of(const Column& column) {
  return column.kind == ColumnKind::interval ? 2 : 1;
}

void write_cell(Sheet& sheet, lxw_col_t at, const Column& column, const Cell& cell) {
  // Of a column of gaps the colour follows the number, whatever becomes of it.
  const auto* gap = column.gaps_on ? std::get_if<double>(&cell.value) : nullptr;
  const int decimals = gap != nullptr ? decimals_within_class(*gap, *column.gaps_on, column.decimals) : column.decimals;
  lxw_format* format = sheet.formats().of(decimals, column.gaps_on ? std::nullopt : cell.gap_class);
  if (const auto* text = std::get_if<std::string>(&cell.value)) {
    text->empty() ? sheet.blank(at, format) : sheet.text(at, *text, format);
  } else if (const auto* number = std::get_if<double>(&cell.value)) {
    sheet.number(at, *number, format);
  } else if (const auto* interval = std::get_if<Interval>(&cell.value)) {
    sheet.number(at, interval->low, format);
    sheet.number(static_cast<lxw_col_t>(at + 1), interval->high, format);
  } else {
    sheet.blank(at, format);
  }
}

std::size_t characters_in(const Cell& cell) {
  const auto* text = std::get_if<std::string>(&cell.value);
  return text ? display_width(*text) : 0;
}

void write_header(Sheet& sheet, const Table& table) {
  lxw_col_t at = 0;
  for (std::size_t i = 0; i < table.columns.size(); ++i) {
    const Column& column = table.columns[i];
    std::size_t width = column.key.size() + 2;
    for (const Section& section : table.sections) {
      for (const Row& row : section.rows) width = std::max(width, characters_in(row[i]));
    }
    for (const std::string_view end : {"_low", "_high"}) {
      const std::string key = span_of(column) == 2 ? column.key + std::string(end) : column.key;
      sheet.text(at, key, sheet.formats().heading());
      xlsx().worksheet_set_column(sheet.handle(), at, at, static_cast<double>(std::min(width, widest_column)) + 1, nullptr);
      ++at;
      if (span_of(column) == 1) break;
    }
  }
  xlsx().worksheet_freeze_panes(sheet.handle(), 1, 0);
  sheet.next_row();
}

void write_row(Sheet& sheet, const Table& table, const Row& row) {
  lxw_col_t at = 0;
  for (std::size_t i = 0; i < row.size(); ++i) {
    write_cell(sheet, at, table.columns[i], row[i]);
    at = static_cast<lxw_col_t>(at + span_of(table.columns[i]));
  }
  sheet.next_row();
}

lxw_conditional_format condition(lxw_conditional_format_types type, double value, lxw_format* format) {
  lxw_conditional_format rule{};
  rule.type = static_cast<std::uint8_t>(type);
  rule.criteria = LXW_CONDITIONAL_CRITERIA_LESS_THAN_OR_EQUAL_TO;
  rule.value = value;
  rule.format = format;
  rule.stop_if_true = LXW_TRUE;
  return rule;
}

/// Colours a column of gaps by their classes: blank is unknown, then each class up to its limit, the rest red.
void colour_gaps(Sheet& sheet, lxw_col_t at, const Scale& scale, lxw_row_t last) {
  const auto add = [&](lxw_conditional_format rule) {
    expect_written(xlsx().worksheet_conditional_format_range(sheet.handle(), 1, at, last, at, &rule), "colour a column");
  };
  add(condition(LXW_CONDITIONAL_TYPE_BLANKS, 0, sheet.formats().over(GapClass::unknown)));
  for (const auto& [share, gap_class] : gap_class_limits) {
    add(condition(LXW_CONDITIONAL_TYPE_CELL, (share + rounding_slack) * scale.range(), sheet.formats().over(gap_class)));
  }
  lxw_conditional_format rest =
      condition(LXW_CONDITIONAL_TYPE_CELL, gap_class_limits[std::size(gap_class_limits) - 1].share_of_range * scale.range(),
                sheet.formats().over(GapClass::red));
  rest.criteria = LXW_CONDITIONAL_CRITERIA_GREATER_THAN;
  add(rest);
}

/// What a reader does with the rows from the second to the last: filters and sorts them, and sees the gaps in colour.
void write_helps(Sheet& sheet, const Table& table) {
  const lxw_row_t last = sheet.row() - 1;
  if (last == 0 || table.columns.empty()) return;
  lxw_col_t at = 0;
  for (const Column& column : table.columns) {
    if (column.gaps_on) colour_gaps(sheet, at, *column.gaps_on, last);
    at = static_cast<lxw_col_t>(at + span_of(column));
  }
  expect_written(xlsx().worksheet_autofilter(sheet.handle(), 0, 0, last, static_cast<lxw_col_t>(at - 1)), "add a filter");
}

void write_sheet(Sheet sheet, const Table& table) {
  write_header(sheet, table);
  for (const Section& section : table.sections) {
    for (const Row& row : section.rows) write_row(sheet, table, row);
  }
  write_helps(sheet, table);
  sheet.next_row();
  for (const std::string& note : table.notes) {
    sheet.text(0, note, nullptr);
    sheet.next_row();
  }
}

}  // namespace

std::string tables_xlsx(const std::vector<Table>& tables) {
  XlsxFile file;
  Formats formats(file.workbook());
  for (std::size_t i = 0; i < tables.size(); ++i)
    write_sheet(Sheet(file.add_sheet(fmt::format("{} {}", i + 1, tables[i].title)), formats), tables[i]);
  return file.bytes();
}

}  // namespace mot

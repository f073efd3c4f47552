#include "mot/import/survey/survey_form.h"

#include <algorithm>
#include <cmath>
#include <optional>
#include <span>
#include <vector>

#include "mot/evidence/csv/csv_rows.h"
#include "mot/evidence/csv/separator.h"
#include "mot/import/front_rows.h"
#include "mot/import/journey_grid.h"
#include "mot/text/memory_stream.h"

namespace mot::importing {
namespace {

constexpr std::size_t most_skipped = 12;      // beside tables of codes
constexpr std::size_t most_code_lines = 200;  // above the answers

/// The first row, the others that are as long, and a few of those.
class FirstRow : public evidence::RowReceiver {
 public:
  bool header(std::span<const std::string_view> names, evidence::DecimalMark) override {
    cells.assign(names.begin(), names.end());
    return true;
  }
  void row(const evidence::Row& row) override {
    if (rows++ < most_front_lines) front.emplace_back(row.cells.begin(), row.cells.end());
  }
  bool has_items_below() const { return !front.empty() && names_items(cells, front.front(), {front.begin() + 1, front.end()}); }

  std::vector<std::string> cells;
  std::size_t rows = 0;
  std::vector<std::vector<std::string>> front;
};

/// The whole lines at the front.
std::string_view whole_lines(std::string_view text) {
  const std::size_t end = text.rfind('\n');
  return text.size() < survey_look_ahead || end == std::string_view::npos ? text : text.substr(0, end + 1);
}

/// Looks for numbers with a comma before their fraction, in quotation marks where commas separate cells. `1,204` is none, nor is what
/// stands among `1,3,5`: that lists what was chosen.
class CommaNumbers : public evidence::RowReceiver {
 public:
  bool header(std::span<const std::string_view> names, evidence::DecimalMark) override {
    columns_.assign(names.size(), {});
    return true;
  }
  void row(const evidence::Row& row) override {
    for (std::size_t i = 0; i < columns_.size(); ++i) {
      const std::string_view cell = row.cells[i];
      const auto commas = std::ranges::count(cell, ',');
      const bool is_number = cell.find_first_not_of("0123456789,+-") == std::string_view::npos;
      if (commas == 0 || !is_number) continue;
      const auto number = evidence::number_from(cell, evidence::DecimalMark::point_or_comma);
      if (!number) ++columns_[i].lists;
      if (number && *number != std::floor(*number) && !evidence::count_from(cell)) ++columns_[i].fractions;
    }
  }
  bool found_any() const {
    return std::ranges::any_of(columns_, [](const Column& column) { return column.fractions > 0 && column.lists == 0; });
  }

 private:
  struct Column {
    std::size_t fractions = 0, lists = 0;
  };
  std::vector<Column> columns_;
};

bool has_decimal_commas(std::string_view beginning, const evidence::CsvForm& form) {
  MemoryStream bytes(beginning);
  CommaNumbers numbers;
  evidence::read_csv(bytes, numbers, {}, form);
  return numbers.found_any();
}

}  // namespace

SurveyForm survey_form(std::string_view beginning) {
  beginning = whole_lines(beginning);
  SurveyForm form;
  constexpr std::size_t least_columns = 2;
  std::optional<std::size_t> first_of_codes;  // what looks like a table of codes may be a survey with such headings
  for (std::size_t skip = 0, codes = 0; skip <= most_skipped + std::min(codes, most_code_lines); ++skip) {
    MemoryStream bytes(beginning);
    FirstRow first;
    const evidence::CsvForm tried{.separator = {}, .skipped_lines = skip};
    const auto report = evidence::read_csv(bytes, first, {}, tried);
    const bool begins_codes = begins_codes_of_answers(first.cells, first.front.empty() ? first.cells : first.front.front());
    codes += begins_codes;
    constexpr std::size_t most_foot_rows = 2;  // however few rows stand above them
    const std::size_t ragged = report.ragged.count;
    const bool is_regular = first.rows > 0 && (ragged * 10 <= first.rows || (ragged <= most_foot_rows && ragged < first.rows));
    if (!is_regular || first.cells.size() < least_columns) continue;
    const bool has_items = first.has_items_below();
    if (!has_items && !names_columns_beside(first.cells, first.front)) continue;
    if (begins_codes) {
      if (!first_of_codes) first_of_codes = skip;
      continue;
    }
    first_of_codes.reset();
    form.csv.skipped_lines = skip;
    if (has_items) form.csv.header = {1, 2};
    break;
  }
  if (first_of_codes) form.csv.skipped_lines = *first_of_codes;
  std::string_view rest = beginning;
  for (std::size_t i = 0; i < form.csv.skipped_lines; ++i) rest.remove_prefix(std::min(rest.size(), rest.find('\n') + 1));
  if (evidence::declared_separator(rest.substr(0, rest.find_first_of("\r\n")))) return form;
  const char separator = evidence::separator_of(rest);
  if (separator == ',' && has_decimal_commas(beginning, form.csv)) form.csv.decimal = evidence::DecimalMark::point_or_comma;
  if (separator != ',') form.separator = separator == '\t' ? "tab" : std::string(1, separator);
  return form;
}

bool begins_like_touchpoints(std::string_view beginning) {
  const FrontRows rows = front_rows_of_csv(whole_lines(beginning));
  return heading_row(rows) || stages_row(rows);
}

}  // namespace mot::importing

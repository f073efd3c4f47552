#include "mot/import/survey/survey_form.h"

#include <algorithm>
#include <span>
#include <vector>

#include "mot/evidence/csv/csv_rows.h"
#include "mot/evidence/csv/separator.h"
#include "mot/import/front_rows.h"
#include "mot/import/memory_stream.h"

namespace mot::importing {
namespace {

constexpr std::size_t most_skipped = 12;

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

}  // namespace

SurveyForm survey_form(std::string_view beginning) {
  beginning = whole_lines(beginning);
  SurveyForm form;
  constexpr std::size_t least_columns = 2;
  for (std::size_t skip = 0; skip <= most_skipped; ++skip) {
    MemoryStream bytes(beginning);
    FirstRow first;
    const evidence::CsvForm tried{.separator = {}, .skipped_lines = skip};
    const auto report = evidence::read_csv(bytes, first, {}, tried);
    constexpr std::size_t most_foot_rows = 2;  // however few rows stand above them
    const std::size_t ragged = report.ragged.count;
    const bool is_regular = first.rows > 0 && (ragged * 10 <= first.rows || (ragged <= most_foot_rows && ragged < first.rows));
    if (!is_regular || first.cells.size() < least_columns) continue;
    const bool has_items = first.has_items_below();
    if (!has_items && !names_columns(first.cells)) continue;
    form.csv.skipped_lines = skip;
    if (has_items) form.csv.header = {1, 2};
    break;
  }
  std::string_view rest = beginning;
  for (std::size_t i = 0; i < form.csv.skipped_lines; ++i) rest.remove_prefix(std::min(rest.size(), rest.find('\n') + 1));
  if (evidence::declared_separator(rest.substr(0, rest.find_first_of("\r\n")))) return form;
  const char separator = evidence::separator_of(rest);
  if (separator != ',') form.separator = separator == '\t' ? "tab" : std::string(1, separator);
  return form;
}

bool begins_like_touchpoints(std::string_view beginning) {
  return heading_row(front_rows_of_csv(whole_lines(beginning))).has_value();
}

}  // namespace mot::importing

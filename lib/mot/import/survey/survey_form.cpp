#include "mot/import/survey/survey_form.h"

#include <algorithm>
#include <set>
#include <span>
#include <vector>

#include "mot/evidence/csv/csv_rows.h"
#include "mot/evidence/csv/separator.h"
#include "mot/import/headings.h"
#include "mot/import/memory_stream.h"

namespace mot::importing {
namespace {

constexpr std::size_t most_skipped = 12;

/// The first row, and how many others are as long.
class FirstRow : public evidence::RowReceiver {
 public:
  bool header(std::span<const std::string_view> names, evidence::DecimalMark) override {
    cells.assign(names.begin(), names.end());
    return true;
  }
  void row(const evidence::Row&) override { ++rows; }

  std::vector<std::string> cells;
  std::size_t rows = 0;
};

/// The whole lines at the front.
std::string_view whole_lines(std::string_view text) {
  const std::size_t end = text.rfind('\n');
  return text.size() < survey_look_ahead || end == std::string_view::npos ? text : text.substr(0, end + 1);
}

}  // namespace

bool names_columns(const std::vector<std::string>& cells) {
  std::set<std::string_view> met;
  std::size_t named = 0;
  for (const std::string& cell : cells) {
    if (evidence::number_from(cell) || cell.ends_with(':')) return false;
    if (cell.empty()) continue;
    ++named;
    met.insert(cell);
  }
  const auto tenth = cells.size() / 10;
  return named > 0 && named + tenth >= cells.size() && met.size() + tenth >= named;
}

SurveyForm survey_form(std::string_view beginning) {
  beginning = whole_lines(beginning);
  SurveyForm form;
  std::size_t most_cells = 1;
  for (std::size_t skip = 0; skip <= most_skipped; ++skip) {
    MemoryStream bytes(beginning);
    FirstRow first;
    const evidence::CsvForm tried{.separator = {}, .skipped_lines = skip};
    const auto report = evidence::read_csv(bytes, first, {}, tried);
    const bool is_regular = first.rows > 0 && report.ragged.count * 10 <= first.rows;
    if (!is_regular || first.cells.size() <= most_cells || !names_columns(first.cells)) continue;
    most_cells = first.cells.size();
    form.csv.skipped_lines = skip;
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
  MemoryStream bytes(whole_lines(beginning));
  FirstRow first;
  evidence::read_csv(bytes, first);
  const std::vector<std::string_view> cells(first.cells.begin(), first.cells.end());
  return are_of_touchpoints(headings_of(cells));
}

}  // namespace mot::importing

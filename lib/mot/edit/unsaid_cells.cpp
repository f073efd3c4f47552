#include "mot/edit/unsaid_cells.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>
#include <string_view>

#include "mot/evidence/cells/number.h"
#include "mot/evidence/sheets/number_format.h"
#include "mot/import/headings.h"
#include "mot/import/plain_line.h"
#include "mot/import/table_scores.h"
#include "mot/text/digits.h"
#include "mot/text/printable_lines.h"

namespace mot::edit {
namespace {

using evidence::SheetAside;
using evidence::SheetRow;
using evidence::WholeSheet;

constexpr std::size_t id_column = 0, name_column = 1;

std::string seen_in(const std::string& cell) {
  return importing::plain_line(printable_lines(cell));
}

std::string seen_at(const SheetRow& row, std::size_t column) {
  return column < row.cells.size() ? seen_in(row.cells[column]) : std::string();
}

/// Without the number that keeps sheets in their order.
std::string_view called(const WholeSheet& sheet) {
  const std::string_view name = sheet.sheet.name;
  const std::size_t blank = std::min(name.find(' '), name.size());
  return is_all_digits(name.substr(0, blank)) && blank < name.size() ? name.substr(blank + 1) : name;
}

bool say_the_same_value(const std::string& one, const std::string& other) {
  if (one == other) return true;
  const auto first = evidence::number_from(one, evidence::DecimalMark::point_or_comma);
  return first && first == evidence::number_from(other, evidence::DecimalMark::point_or_comma);
}

/// A heading names the scale of the day it was written on.
std::string without_scale(const std::string& heading) {
  const std::vector<std::string_view> alone{heading};
  return importing::headings_of(alone).front().scale ? heading.substr(0, heading.rfind(" (")) : heading;
}

class Unsaid {
 public:
  Unsaid(const BothWorkbooks& workbooks, const std::set<TakenCell>& taken) : workbooks_(workbooks), taken_(taken) {
    for (const WholeSheet& sheet : workbooks.written) {
      names_.insert(called(sheet));
      for (const SheetRow& row : sheet.rows) {
        by_id_.emplace(seen_at(row, id_column), &row);
        by_name_.emplace(seen_at(row, name_column), &row);
      }
    }
  }

  std::vector<std::string> run() {
    for (const WholeSheet& sheet : workbooks_.found) {
      look_at_cells(sheet);
      for (const SheetAside& aside : sheet.more.asides) look_at(sheet, aside);
      const bool says_anything = !sheet.rows.empty() || !sheet.more.asides.empty();
      if (says_anything && !names_.contains(called(sheet)))
        found_.push_back(fmt::format("a sheet called {}", importing::in_quotes(sheet.sheet.name)));
    }
    return std::move(found_);
  }

 private:
  /// The row of the workbook that would be written that is of the same touchpoint, or of headings.
  const SheetRow* like(const SheetRow& row) const {
    if (const auto found = by_id_.find(seen_at(row, id_column)); found != by_id_.end() && !found->first.empty()) return found->second;
    const auto found = by_name_.find(seen_at(row, name_column));
    return found != by_name_.end() && !found->first.empty() ? found->second : nullptr;
  }

  void look_at_cells(const WholeSheet& sheet) {
    if (sheet.rows.empty()) return;
    const std::vector<std::string_view> heads(sheet.rows.front().cells.begin(), sheet.rows.front().cells.end());
    const std::vector<importing::Heading> headings = importing::headings_of(heads);
    for (const SheetRow& row : sheet.rows) {
      const SheetRow* other = like(row);
      for (std::size_t i = 0; i < row.cells.size(); ++i) {
        const std::string text = seen_in(row.cells[i]);
        const bool is_old_id = i == id_column && other != nullptr;  // which nobody writes, and the row is known by its name
        if (text.empty() || is_old_id || (other != nullptr && say_the_same_value(text, seen_at(*other, i)))) continue;
        const bool is_heading = &row == &sheet.rows.front() && other != nullptr;
        if (is_heading && without_scale(text) == without_scale(seen_at(*other, i))) continue;
        const bool may_be_score = i < headings.size() && importing::may_hold_scores(headings[i], headings);
        if (i < headings.size() && headings[i].facet && is_taken(sheet, row, *headings[i].facet, may_be_score ? text : "")) continue;
        found_.push_back(
            fmt::format("{}!{} {}", importing::plain_line(sheet.sheet.name), evidence::cell_name(i, row.line), importing::in_quotes(text)));
      }
    }
  }

  /// Whether the files say what the cell means: `4/5` is 8 on a scale to 10, a quote stands with others. `score_text` is empty where it is
  /// none.
  bool is_taken(const WholeSheet& sheet, const SheetRow& row, importing::Facet facet, const std::string& score_text) const {
    if (taken_.contains({sheet.sheet.name, row.line, facet})) return true;
    const auto score = importing::score_beside(facet);
    return score && evidence::number_from(score_text, evidence::DecimalMark::point_or_comma) &&
           taken_.contains({sheet.sheet.name, row.line, *score});
  }

  void look_at(const WholeSheet& sheet, const SheetAside& aside) {
    constexpr std::string_view kinds[] = {"a comment", "a text box", "a link", "a picture", "a formula without a result"};
    const std::string text = seen_in(aside.text);
    const std::string cell = aside.cell.empty() ? std::string() : "!" + aside.cell;
    found_.push_back(fmt::format("{} on {}{}{}{}", kinds[static_cast<std::size_t>(aside.kind)], importing::plain_line(sheet.sheet.name),
                                 cell, text.empty() ? "" : " ", text.empty() ? "" : importing::in_quotes(text)));
  }

  const BothWorkbooks& workbooks_;
  const std::set<TakenCell>& taken_;
  std::set<std::string_view> names_;
  std::map<std::string, const SheetRow*> by_id_, by_name_;  ///< rows that would be written
  std::vector<std::string> found_;
};

}  // namespace

std::vector<std::string> unsaid_in(const BothWorkbooks& workbooks, const std::set<TakenCell>& taken) {
  return Unsaid(workbooks, taken).run();
}

}  // namespace mot::edit

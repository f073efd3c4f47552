// What stands in the cells of a column, counted in memory that does not grow with the rows.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "mot/evidence/cells/date_format.h"
#include "mot/evidence/cells/number.h"
#include "mot/import/survey/code_book.h"

namespace mot::importing {

/// How dates are written, as `date.format` says it; empty for 2026-03-31.
inline constexpr std::array<std::string_view, 13> date_formats{"",         "%Y/%m/%d", "%m/%d/%Y",  "%d/%m/%Y", "%d.%m.%Y",
                                                               "%d-%m-%Y", "%d %b %Y", "%b %d, %Y", "%d-%b-%Y", "%d.%m.%y",
                                                               "%m/%d/%y", "%d/%m/%y", "%d-%b-%y"};

/// What a sheet of codes says of a column's answers.
struct ColumnCodes {
  std::string place;  ///< where they stand: `the sheet 'Codes'`
  std::vector<Code> codes;
  std::string asked = {};  ///< what the column asks about, where its list has a name besides its heading: `Room` of `V1 | Room`
};

/// Whether answers are grades, of which 1 is the best.
enum class Grades : std::uint8_t {
  none,
  by_heading,  ///< `Note`, in a survey in German
  of_school    ///< `Schulnote`, in the heading, in a line beside the answers or in a sheet of codes
};

struct ColumnProfile {
  explicit ColumnProfile(std::string heading) : name(std::move(heading)) {}

  void add(std::string_view cell, evidence::DecimalMark mark);

  /// Whether the cells say more different things than are kept apart.
  bool is_many() const { return other_cells > 0; }
  double share_of(std::size_t count) const { return filled == 0 ? 0 : static_cast<double>(count) / static_cast<double>(filled); }

  std::string name;
  std::size_t filled = 0;
  std::size_t blank = 0;
  std::map<std::string, std::size_t, std::less<>> values;     ///< how often each stands there
  std::size_t other_cells = 0;                                ///< cells of values that were not kept
  std::size_t other_numbers = 0;                              ///< numbers among them
  double least_other = 0, most_other = 0, sum_of_others = 0;  ///< of those
  std::size_t whole_others = 0;                               ///< of those without a fraction
  std::size_t other_percents = 0;                             ///< of those that were not kept: `87 %`
  std::size_t long_texts = 0;                                 ///< cells of several words
  std::size_t looked_at_for_dates = 0;
  std::array<std::size_t, date_formats.size()> dates{};     ///< of those looked at, by format
  std::array<evidence::Day, date_formats.size()> newest{};  ///< of those, the last day
  Grades grades = Grades::none;
  std::optional<int> worst_grade = {};    ///< where it is told: 6 of `Schulnoten von 1 bis 6`
  std::optional<ColumnCodes> codes = {};  ///< what its cells mean, where a sheet beside it says so
};

/// Whether each cell that says anything is a number of per cent.
bool holds_percents(const ColumnProfile& column, evidence::DecimalMark mark);

/// What a column's numbers are.
struct ColumnNumbers {
  double mean = 0;  ///< by all its cells
  double least = 0;
  double most = 0;
  std::size_t whole = 0;
};
ColumnNumbers numbers_of_column(const ColumnProfile& column, evidence::DecimalMark mark);

}  // namespace mot::importing

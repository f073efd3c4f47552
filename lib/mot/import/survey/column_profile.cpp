#include "mot/import/survey/column_profile.h"

#include <algorithm>
#include <cmath>

#include "mot/evidence/cells/date_format.h"
#include "mot/import/survey/no_answers.h"

namespace mot::importing {
namespace {

constexpr std::size_t most_values = 48;       // kept apart
constexpr std::size_t longest_value = 80;     // bytes of those
constexpr std::size_t dates_looked_at = 500;  // of a column
constexpr evidence::Day first_day = 7305;     // 1990-01-01; spreadsheets write times as dates of 1899

const std::array<evidence::DateFormat, date_formats.size()>& readers() {
  static const auto table = [] {
    std::array<evidence::DateFormat, date_formats.size()> formats;
    for (std::size_t i = 1; i < formats.size(); ++i) formats[i] = *evidence::DateFormat::from(date_formats[i]);
    return formats;
  }();
  return table;
}

bool may_be_date(std::string_view cell) {
  constexpr std::size_t shortest = 6;  // 1.2.26
  return cell.size() >= shortest && cell.find_first_of("0123456789") != std::string_view::npos &&
         cell.find_first_of("-/. ") != std::string_view::npos;
}

bool is_percent(std::string_view cell, evidence::DecimalMark mark) {
  return cell.ends_with('%') && evidence::number_from(cell.substr(0, cell.size() - 1), mark).has_value();
}

}  // namespace

void ColumnProfile::add(std::string_view cell, evidence::DecimalMark mark) {
  if (cell.empty()) {
    ++blank;
    return;
  }
  ++filled;
  if (looked_at_for_dates < dates_looked_at) {
    ++looked_at_for_dates;
    for (std::size_t i = 0; may_be_date(cell) && i < dates.size(); ++i) {
      const auto day = readers()[i].read(cell);
      if (!day || *day < first_day) continue;
      ++dates[i];
      newest[i] = std::max(newest[i], *day);
    }
  }
  if (const auto known = values.find(cell); known != values.end()) {
    ++known->second;
    return;
  }
  constexpr std::size_t words_of_a_text = 3;
  long_texts += static_cast<std::size_t>(std::ranges::count(cell, ' ')) >= words_of_a_text;
  if (values.size() < most_values && cell.size() <= longest_value) {
    values.emplace(cell, 1);
    return;
  }
  ++other_cells;
  const auto number = evidence::number_from(cell, mark);
  other_percents += is_percent(cell, mark);
  if (!number) return;
  least_other = other_numbers == 0 ? *number : std::min(least_other, *number);
  most_other = other_numbers == 0 ? *number : std::max(most_other, *number);
  sum_of_others += *number;
  whole_others += *number == std::floor(*number);
  ++other_numbers;
}

bool holds_percents(const ColumnProfile& column, evidence::DecimalMark mark) {
  std::size_t percents = column.other_percents;
  for (const auto& [value, count] : column.values) {
    if (!is_percent(value, mark) && !says_no_answer(value)) return false;
    percents += is_percent(value, mark) ? count : 0;
  }
  return percents > 0 && column.other_percents == column.other_cells;
}

ColumnNumbers numbers_of_column(const ColumnProfile& column, evidence::DecimalMark mark) {
  ColumnNumbers numbers{.mean = column.sum_of_others, .least = column.least_other, .most = column.most_other, .whole = column.whole_others};
  bool is_first = column.other_numbers == 0;
  for (const auto& [value, count] : column.values) {
    const auto number = evidence::number_from(value, mark);
    if (!number) continue;
    numbers.mean += *number * static_cast<double>(count);
    numbers.least = is_first ? *number : std::min(numbers.least, *number);
    numbers.most = is_first ? *number : std::max(numbers.most, *number);
    numbers.whole += *number == std::floor(*number) ? count : 0;
    is_first = false;
  }
  if (column.filled > 0) numbers.mean /= static_cast<double>(column.filled);
  return numbers;
}

}  // namespace mot::importing

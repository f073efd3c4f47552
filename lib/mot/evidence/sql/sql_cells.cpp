#include "mot/evidence/sql/sql_cells.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

#include "mot/evidence/cells/number.h"

namespace mot::evidence {

std::string flag(const std::string& condition) {
  return fmt::format("CASE WHEN {} THEN 1 ELSE 0 END", condition);
}

Holds SqlCells::holds(const Text& column) const {
  const auto found = std::ranges::find(target_.columns, trimmed(column.value), &TableColumn::name);
  return found == target_.columns.end() ? Holds::texts : found->holds;
}

std::string SqlCells::name(const Text& column) const {
  return quoted_name(target_.dialect, trimmed(column.value)).value_or("NULL");
}

std::string SqlCells::text(const Text& column) const {
  return fmt::format("TRIM(CAST({} AS {}))", name(column), target_.dialect.text_type);
}

std::string SqlCells::number(const Text& column) const {
  const Dialect& dialect = target_.dialect;
  switch (holds(column)) {
    case Holds::numbers:
      return fmt::format("CAST({} AS {})", name(column), dialect.number_type);
    case Holds::texts:
      return filled(dialect.number_of_text, text(column));
    case Holds::anything:
      return fmt::format("CASE TYPEOF({0}) WHEN 'text' THEN {1} WHEN 'blob' THEN NULL ELSE CAST({0} AS {2}) END", name(column),
                         filled(dialect.number_of_text, fmt::format("TRIM({})", name(column))), dialect.number_type);
    case Holds::days:
      break;
  }
  return fmt::format("CAST(NULL AS {})", dialect.number_type);
}

std::string SqlCells::day(const Text& column) const {
  switch (holds(column)) {
    case Holds::days:
      return filled(target_.dialect.day_of_date, name(column));
    case Holds::texts:
    case Holds::anything:
      return filled(target_.dialect.day_of_text, text(column));
    case Holds::numbers:
      break;
  }
  return fmt::format("CAST(NULL AS {})", target_.dialect.text_type);
}

std::string SqlCells::word(const Text& column) const {
  return holds(column) == Holds::days ? day(column) : text(column);
}

std::string SqlCells::is_blank(const Text& column) const {
  const bool may_be_empty = holds(column) == Holds::texts || holds(column) == Holds::anything;
  return may_be_empty ? fmt::format("({} IS NULL OR {} = '')", name(column), text(column)) : name(column) + " IS NULL";
}

std::string SqlCells::is_one_of(const Text& column, const std::vector<Text>& words) {
  return is_any(column, word(column), words);
}

std::string SqlCells::is_any(const Text& column, const std::string& as_text, const std::vector<Text>& words) {
  const Holds what = holds(column);
  const bool may_be_number =
      what == Holds::numbers || what == Holds::anything || (what == Holds::texts && !target_.dialect.number_of_text.empty());
  std::vector<std::string> texts, numbers;
  for (const Text& word : words) {
    const auto as_number = number_from(word.value);
    if (as_number && may_be_number) numbers.push_back(value(*as_number));
    if (what != Holds::numbers && !(as_number && may_be_number)) texts.push_back(value(std::string(trimmed(word.value))));
  }
  std::vector<std::string> ways;
  if (!texts.empty()) ways.push_back(fmt::format("{} IN ({})", as_text, fmt::join(texts, ", ")));
  if (!numbers.empty()) ways.push_back(fmt::format("{} IN ({})", number(column), fmt::join(numbers, ", ")));
  return ways.empty() ? "1 = 0" : fmt::format("({})", fmt::join(ways, " OR "));
}

std::string SqlCells::passes(const Filter& filter) {
  std::vector<std::string> tests;
  for (const auto& [column, words] : filter) {
    tests.push_back(is_any(column, holds(column) == Holds::texts ? name(column) : word(column), words));
  }
  return fmt::format("{}", fmt::join(tests, " AND "));
}

std::string SqlCells::value(std::string text) {
  values_.push_back(std::move(text));
  return fmt::format(":p{}", values_.size());
}

std::string SqlCells::value(double number) {
  return fmt::format("CAST({} AS {})", value(fmt::format("{}", number)), target_.dialect.number_type);
}

}  // namespace mot::evidence

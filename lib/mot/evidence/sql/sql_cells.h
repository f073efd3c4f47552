// Expressions of SQL about one cell: is it blank, which number, day or word is it. The same judgements that CSV files get.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "mot/evidence/sql/sql_query.h"

namespace mot::evidence {

/// Writes expressions, and collects the values of their parameters.
class SqlCells {
 public:
  explicit SqlCells(const SqlTarget& target) : target_(target) {}

  std::string name(const Text& column) const;
  /// NULL where the cell is blank or is none.
  std::string number(const Text& column) const;
  std::string day(const Text& column) const;
  std::string word(const Text& column) const;
  std::string is_blank(const Text& column) const;
  /// Whether the cell is one of the words, as text or as a number of the same value.
  std::string is_one_of(const Text& column, const std::vector<Text>& words);
  /// Whether the row is kept. Columns of texts are compared as they are, so that an index or a partition serves.
  std::string passes(const Filter& filter);

  /// A parameter for a value.
  std::string value(std::string text);
  std::string value(double number);
  std::vector<std::string> take_values() { return std::move(values_); }

 private:
  Holds holds(const Text& column) const;
  std::string text(const Text& column) const;
  std::string is_any(const Text& column, const std::string& as_text, const std::vector<Text>& words);

  const SqlTarget& target_;
  std::vector<std::string> values_;
};

/// `CASE WHEN condition THEN 1 ELSE 0 END`.
std::string flag(const std::string& condition);

}  // namespace mot::evidence

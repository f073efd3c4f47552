// An aggregation as one SQL query that aggregates in the engine. Names are quoted, values are parameters.
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <vector>

#include "mot/evidence/aggregation.h"
#include "mot/evidence/sql/sql_dialect.h"

namespace mot::evidence {

struct TableColumn {
  std::string name;
  Holds holds = Holds::texts;
  bool operator==(const TableColumn&) const = default;
};

/// A statement, and how its results are to be fetched: first the texts, then the numbers.
struct Query {
  std::string text;                 ///< with :p1, :p2, … for the values
  std::vector<std::string> values;  ///< from :p1 on
  std::size_t texts = 0;
  std::size_t numbers = 0;
  bool operator==(const Query&) const = default;
};

struct ResultRow;

/// What the SQL is written for.
struct SqlTarget {
  const Dialect& dialect;
  std::span<const TableColumn> columns;  ///< of the table
};

/// The sums of every group of rows. Every column is one of the table's, and every name can be quoted.
Query sums_query(const Aggregation& aggregation, const SqlTarget& target);
AnswerGroup group_from(const Aggregation& aggregation, const ResultRow& row);

/// The newest day of the rows that count but for the period; one text.
Query newest_query(const Aggregation& aggregation, const SqlTarget& target);

/// Cells that fit nothing: the words of their group, then the cell; one number, how often.
enum class Strays : unsigned char { of_weight, of_date, of_score };
Query strays_query(const Aggregation& aggregation, const SqlTarget& target, Strays which, std::size_t score = 0);

/// The columns of every row that `where` keeps, as texts; they are named in `aggregation.words`.
Query rows_query(const Aggregation& aggregation, const SqlTarget& target);

/// Why the dialect cannot use such a column so: completes "column 'x' …"; empty where it can.
enum class Use : unsigned char { word, number, day };
std::string fault_of_column(const std::string& column, Use use, const SqlTarget& target);

}  // namespace mot::evidence

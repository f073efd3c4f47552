// What answers queries: a database, or a file of what one has answered.
#pragma once

#include <cstddef>
#include <optional>
#include <stdexcept>
#include <string>
#include <vector>

#include "mot/evidence/sql/sql_query.h"
#include "mot/model/values.h"

namespace mot::evidence {

/// A row of a result; nothing where the engine says NULL.
struct ResultRow {
  std::vector<std::optional<std::string>> texts;
  std::vector<std::optional<double>> numbers;  ///< finite
  bool operator==(const ResultRow&) const = default;
};

struct Result {
  std::vector<ResultRow> rows;
  bool is_cut = false;  ///< there were more than the reader wanted
  bool operator==(const Result&) const = default;
};

/// The table or a column of it does not answer, though the engine does: the source is wrong. Completes "'survey.answers' …".
class TableFault : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

/// A number of rows as an engine gives it; none where it says NULL. Throws TableFault where it is not a whole number from 0 on.
std::size_t count_of(const std::optional<double>& number);

class Engine {
 public:
  virtual ~Engine() = default;
  virtual const Dialect& dialect() const = 0;
  /// The columns of a table, from the left; its name as the dialect quotes it. Throws TableFault, or std::runtime_error where the engine
  /// itself fails.
  virtual std::vector<TableColumn> columns(const std::string& table) = 0;
  /// The first rows of the result. Throws the same.
  virtual Result query(const Query& query, std::size_t most_rows) = 0;
  /// Whether it can say anything to this query; a file of frozen sums holds the queries of its day.
  virtual bool answers(const Query&) const { return true; }
};

}  // namespace mot::evidence

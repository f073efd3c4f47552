// Which rows count, and what holds for all answers of a row.
#pragma once

#include <limits>
#include <optional>

#include "mot/evidence/columns.h"
#include "mot/model/workspace.h"

namespace mot::evidence {

/// The days that count, both included.
struct DayRange {
  Day from = std::numeric_limits<Day>::min();
  Day to = std::numeric_limits<Day>::max();
  bool is_open() const { return *this == DayRange{}; }
  bool contains(Day day) const { return day >= from && day <= to; }
  bool operator==(const DayRange&) const = default;
};

/// What is read, and of which days.
struct SourceContext {
  const Workspace& workspace;
  const SurveySource& source;
  DayRange range;
};

/// What holds for all answers of a row.
struct RowFacts {
  double weight = 1;
  std::size_t persona = 0;  ///< index of Workspace::personas; their number where it is none of them
  std::optional<Day> day;
};

/// Asks of each row in turn: does it pass `where`, has it a weight, is it of the period? A row that fails is not looked at further.
class RowGate {
 public:
  RowGate(const SourceContext& context, ColumnFinder& finder);
  std::optional<RowFacts> open(const CsvRow& row);
  std::optional<Day> newest() const { return newest_; }
  void report(SourceUse& use, Findings& findings) const;

 private:
  bool is_in_period(const std::optional<Day>& day);
  void report_undated(Findings& findings) const;

  const SourceContext& context_;
  RowFilter filter_;
  std::optional<WeightColumnReader> weight_;
  std::optional<DateColumnReader> date_;
  std::optional<Day> fixed_day_;
  std::optional<WordColumnReader> persona_;
  std::size_t rows_ = 0;
  RowsLeftOut left_out_;
  std::optional<Day> oldest_, newest_;
};

/// A date column in use, of the long layout or the source; nothing where dates are fixed or none.
const DateColumn* date_of(const SurveySource& source);

}  // namespace mot::evidence

// The kinds of columns: what a cell of each says, and the log of it.
#pragma once

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "mot/evidence/aggregation.h"
#include "mot/evidence/cells/answer_scale.h"
#include "mot/evidence/cells/column_finder.h"
#include "mot/evidence/cells/column_log.h"
#include "mot/evidence/cells/date_format.h"
#include "mot/evidence/rows.h"

namespace mot::evidence {

/// What the answers of a column are, on the scale as it is declared.
struct AnswerSpan {
  std::size_t n = 0;
  double low = std::numeric_limits<double>::infinity();
  double high = -std::numeric_limits<double>::infinity();
  bool is_whole = true;  ///< whole numbers, all of them

  void add(double number) {
    ++n;
    low = std::min(low, number);
    high = std::max(high, number);
    is_whole = is_whole && number == std::floor(number);
  }
  void join(const AnswerSpan& other) {
    n += other.n;
    low = std::min(low, other.low);
    high = std::max(high, other.high);
    is_whole = is_whole && other.is_whole;
  }
};

/// A column of scores.
class ScoreColumnReader {
 public:
  ScoreColumnReader(ColumnFinder& finder, const Text& column, const AnswerScale& scale, const Scale& target, std::string use);
  ScoreCell read(const Row& row) {
    const ScoreCell cell = scale_.read(row.cells[column_]);
    count(cell.kind, row);
    if (cell.kind == CellKind::answer) {
      span_.add(scale_.value_at(cell.position));
      log_.saw(scale_.value_at(cell.position));
    }
    return cell;
  }
  /// What the row's cell is; counts nothing.
  CellKind kind_in(const Row& row) const { return scale_.read(row.cells[column_]).kind; }
  bool holds_answer(const Row& row) const { return kind_in(row) == CellKind::answer; }
  bool is_blank(const Row& row) const { return row.cells[column_].empty(); }
  /// Counts a blank cell with which its row's answers are lost.
  void lose_blank(const Row& row) { log_.off_scale({}, row.line); }
  /// Counts cells that the engine has judged.
  void count(const ScoreGroup& group);
  /// What the engine sums of the column, in every row.
  AggregatedScore aggregated();
  /// How many answers each cell that comes next stands for.
  void weigh(std::size_t answers) { log_.weigh(answers), declined_.weigh(answers); }
  const ScoreReader& scale() const { return scale_; }
  const Text& column() const { return log_.column(); }
  const ColumnLog& log() const { return log_; }
  /// Of the rows that were read here; empty where an engine summed them.
  const AnswerSpan& span() const { return span_; }
  void report(const std::string& source, SourceUse& use, Findings& findings) const;

 private:
  void count(CellKind kind, const Row& row);

  std::size_t column_;
  ScoreReader scale_;
  ColumnLog log_;
  ColumnLog declined_;  ///< answers that are listed as missing
  AnswerSpan span_;
  bool has_words_;  ///< that are scores
};

/// A column of words that stand for one of a list.
class WordColumnReader {
 public:
  /// `names` are the list's own words; `complaint.known` is set to them. What `values` call `none` is known, and stands for nothing.
  WordColumnReader(ColumnFinder& finder, const WordColumn& column, const std::vector<std::string_view>& names, std::string use,
                   Complaint complaint);
  /// The index of what the cell stands for, and counts it; nothing where it is blank or stands for nothing.
  std::optional<std::size_t> read(const Row& row) { return read(row.cells[column_], row.line, 1); }
  /// The same of a cell that stands in several rows; `line` is the first one.
  std::optional<std::size_t> read(std::string_view cell, std::size_t line, std::size_t rows);
  /// The two halves of `read`, for a row that may be about something else.
  std::optional<std::size_t> find(std::string_view cell) const { return words_.find(cell); }
  void count(std::string_view cell, std::size_t line, const std::optional<std::size_t>& found, std::size_t rows);
  std::optional<std::size_t> find(const Row& row) const { return find(row.cells[column_]); }
  void count(const Row& row, const std::optional<std::size_t>& found) { count(row.cells[column_], row.line, found, 1); }
  /// Blank cells beside an answer, which is lost with them; what `values` call none is no loss.
  void lose(std::string_view blank, std::size_t line, std::size_t rows) {
    none_.find(blank) ? log_.missing(rows) : log_.unmatched(blank, line, rows);
  }
  bool is_blank(const Row& row) const { return row.cells[column_].empty(); }
  const ColumnLog& log() const { return log_; }
  ColumnLog& log() { return log_; }

 private:
  std::size_t column_;
  Words words_;
  Words none_;  ///< what `values` call none of the list
  ColumnLog log_;
};

// A weight beyond these is a slip, and its square would swallow the others or vanish among them.
inline constexpr double least_weight = 1e-12;
inline constexpr double largest_weight = 1e12;

/// A column of weights.
class WeightColumnReader {
 public:
  WeightColumnReader(ColumnFinder& finder, const Text& column);
  /// Nothing where the row is to be left out.
  std::optional<double> read(const Row& row);
  const ColumnLog& log() const { return log_; }
  ColumnLog& log() { return log_; }

 private:
  std::size_t column_;
  DecimalMark mark_;
  ColumnLog log_;
};

/// A column of dates. Neighbours mostly have the same date, so the last one is remembered.
class DateColumnReader {
 public:
  DateColumnReader(ColumnFinder& finder, const DateColumn& column, Complaint complaint);
  std::optional<Day> read(const Row& row);
  const ColumnLog& log() const { return log_; }
  ColumnLog& log() { return log_; }

 private:
  std::size_t column_;
  DateFormat format_;
  ColumnLog log_;
  std::string last_cell_;
  std::optional<Day> last_day_;
};

/// Rows are kept where each named column holds one of its words. What only looks like one is no such word, and is told.
class WhereFilter {
 public:
  WhereFilter(ColumnFinder& finder, const Filter& filter);
  bool keeps(const Row& row);
  bool empty() const { return tests_.empty(); }
  /// Rows left out for what only looks like a word.
  std::size_t lost_rows() const;
  void report(const std::string& source, SourceUse& use, Findings& findings) const;

 private:
  enum class Match : std::uint8_t { same, alike, other };
  struct Test {
    std::size_t column;
    Words words;
    std::set<std::string, std::less<>> looks;  ///< of the words
    ColumnLog log;
    std::map<std::string, Match, std::less<>> known = {};  ///< cells that are none of the words, as far as they were looked at
  };
  static Match match(Test& test, std::string_view cell);

  std::vector<Test> tests_;
};

}  // namespace mot::evidence

// Rows that may be none of the answers', held back until the others are known: what people add above and below them.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "mot/evidence/cells/number.h"
#include "mot/evidence/code_rows.h"
#include "mot/evidence/column_figures.h"
#include "mot/evidence/rows.h"
#include "mot/evidence/table_words.h"

namespace mot::evidence {

/// A row of numbers, and a word at most that says what they are.
struct StatisticRow {
  struct Number {
    std::size_t column;
    double value;
    double half_a_digit;  ///< of the last one that is written
  };
  std::vector<Number> numbers = {};
  std::optional<StatisticWord> word = {};
  std::string word_text = {};
  std::size_t word_column = 0;
  bool begins_with_word = false, begins_with_blank = false;

  bool is_sure() const { return word && word->is_sure; }
};
/// Nothing where the row says anything else, or has one number without a word.
std::optional<StatisticRow> statistic_row_in(std::span<const std::string_view> cells, DecimalMark mark);

struct HeldRow {
  std::vector<std::string> cells = {};
  std::size_t line = 0;
  std::size_t ragged_cells = 0;  ///< of a row of another number of cells than the header, which is no row of the table
  std::optional<CodeRow> code = {};
  std::optional<StatisticRow> statistic = {};
  std::optional<AddedRow> added = {};  ///< what it was found to be
};

/// All other rows, as far as held ones are compared with them.
class OtherRows : public RowReceiver {
 public:
  OtherRows(const std::vector<HeldRow>& held, std::size_t columns, DecimalMark mark);
  bool header(std::span<const std::string_view>, DecimalMark) override { return true; }
  void row(const Row& row) override;
  /// One of the held rows, which may be an answer.
  void add(const HeldRow& row);

  std::size_t columns() const { return columns_.size(); }
  const ColumnFigures& column(std::size_t i) const { return columns_[i]; }
  std::size_t rows() const { return rows_; }
  /// How often a text of the held rows stands in a column.
  std::size_t count(std::string_view text, std::size_t column) const;
  bool hold_code(std::string_view code) const;

 private:
  std::vector<std::size_t> held_lines_;
  std::vector<ColumnFigures> columns_;
  std::map<std::string, std::map<std::size_t, std::size_t>, std::less<>> texts_;  ///< of held rows, and how often in each column
  DecimalMark mark_;
  std::size_t rows_ = 0;
};

enum class HeldPlace : std::uint8_t { above, below };

/// Whether any of the rows may be found to be added.
bool may_be_added(const std::vector<HeldRow>& held);

/// Says of each row that is none of the answers' what it is. Rows below them that begin with a sure word are left to `FootRows`, unless
/// others beside them are found here.
void find_added(std::vector<HeldRow>& held, const OtherRows& others, HeldPlace place, TableKind kind);

}  // namespace mot::evidence

// A table as plain data between the views and the formats: what stands where, not how it is written.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "mot/analysis/analysis.h"

namespace mot {

/// Texts stand left, numbers right. Probabilities are numbers that people never see as 0.
enum class ColumnKind : std::uint8_t { text, number, interval, probability };

struct Column {
  std::string key;     ///< what programs call it: `[a-z0-9_]+`; an interval is two columns to them, `key_low` and `key_high`
  std::string header;  ///< what people read; empty: for programs only
  ColumnKind kind = ColumnKind::text;
  int decimals = 0;                   ///< that people are shown; programs get all
  int drops_at = 0;                   ///< where room lacks the column with the highest goes first; one with 0 never does
  std::optional<Scale> gaps_on = {};  ///< its numbers are gaps on this scale: what calculates anew can colour them anew
  bool operator==(const Column&) const = default;
};

/// What nobody knows; shown as missing, never as 0.
struct Unknown {
  bool operator==(const Unknown&) const = default;
};

struct Cell {
  std::variant<Unknown, std::string, double, Interval> value;
  std::optional<GapClass> gap_class = {};  ///< shown as a colour and a glyph
  bool operator==(const Cell&) const = default;
};

using Row = std::vector<Cell>;  ///< a cell a column

/// Rows that belong together, under a title if they have one.
struct Section {
  std::string title;
  std::vector<Row> rows;
  bool operator==(const Section&) const = default;
};

/// How what formats add is said in the language of the table: numbers, intervals, and which columns room lacks.
struct TableSpeech {
  char decimal = '.';
  std::string interval = "{low} to {high}";
  std::string left_out = "not shown for lack of room: {columns}";
  bool operator==(const TableSpeech&) const = default;
};

struct Table {
  std::string title;
  std::vector<Column> columns;
  std::vector<Section> sections;
  std::vector<std::string> notes;  ///< sentences under it
  TableSpeech speech = {};
  bool operator==(const Table&) const = default;
};

/// A number, or that it is unknown.
Cell cell_of(std::optional<double> number);
Cell cell_of(std::optional<std::size_t> number);
Cell cell_of(const std::optional<Interval>& interval);
/// Nothing to say, which is not the same as unknown.
Cell blank();

/// How a number is shown to people: rounded, `−0.5`, never `−0.0`.
std::string number_text(double number, int decimals);
/// A cell as people read it, its texts through `of_text`, which makes them fit for where they stand: `?` where it is unknown, `3,4 bis
/// 4,4`,
/// `<0.001` for a probability that would round to 0.
std::string shown_text(const Cell& cell, const Column& column, const TableSpeech& speech, std::string (*of_text)(std::string_view));
/// Decimals that suit scores on a scale: its hundredth part is still seen.
int decimals_on(const Scale& scale);

}  // namespace mot

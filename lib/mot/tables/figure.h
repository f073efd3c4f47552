// A figure that tables and JSON show: one list says what it is called, where it comes from, and how people read it.
#pragma once

#include <algorithm>
#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "mot/model/values.h"
#include "mot/tables/table.h"
#include "mot/words/wording.h"

namespace mot {

/// Nothing to say, which is not the same as unknown.
struct NothingToSay {};

/// One of a fixed choice: programs read it in English, people in their language.
struct FixedWord {
  std::string_view english;
};

using FigureValue = std::variant<NothingToSay, Unknown, bool, std::string, FixedWord, std::size_t, double, Interval>;

/// A number or a word that may be unknown, as a figure; `otherwise` says what its lack means.
template <class Value, class Otherwise = Unknown>
FigureValue figure_of(const std::optional<Value>& value, Otherwise otherwise = {}) {
  if (!value) return otherwise;
  if constexpr (Vocabulary<Value>)
    return FixedWord{name_of(*value)};
  else
    return *value;
}

inline constexpr int as_the_scale = -1;  ///< decimals

// Kinds of columns, short enough for lists of figures.
inline constexpr ColumnKind text_column = ColumnKind::text, number_column = ColumnKind::number, interval_column = ColumnKind::interval;

/// How the figure stands in a table.
struct FigureColumn {
  int place = 0;                 ///< columns stand in this order; 0: in no column
  std::string_view header = {};  ///< empty: for programs only
  ColumnKind kind = ColumnKind::text;
  int decimals = 0;
  int drops_at = 0;           ///< as Column::drops_at
  std::string_view key = {};  ///< where the column is called otherwise
};

/// `Row` is what a figure is worked out from, and has the `wording` that people are told it in.
template <class Row>
struct Figure {
  std::string_view key;
  FigureValue (*value)(const Row&);  ///< null where JSON has an object, a list or nothing
  FigureColumn column = {};
  Cell (*cell)(const Row&) = nullptr;  ///< what people see, where that is not the value

  std::string_view column_key() const { return column.key.empty() ? key : column.key; }
};

/// A value as people see it: yes where it is true, and nothing where it is not.
Cell cell_of(const FigureValue& value, const Wording& wording);

inline Cell count_cell(std::size_t count) {
  return {static_cast<double>(count)};
}

/// Blank where nothing is written.
inline Cell text_cell(const std::optional<Text>& text) {
  return text ? Cell{text->value} : blank();
}

/// What the formats add to a table in these words.
TableSpeech speech_of(const Wording& wording);

/// What has a column, from left to right.
template <class Row>
std::vector<const Figure<Row>*> in_columns(std::span<const Figure<Row>> figures) {
  std::vector<const Figure<Row>*> columns;
  for (const Figure<Row>& figure : figures) {
    if (figure.column.place > 0) columns.push_back(&figure);
  }
  std::ranges::sort(columns, {}, [](const Figure<Row>* figure) { return figure->column.place; });
  return columns;
}

template <class Row>
Cell cell_of(const Figure<Row>& figure, const Row& row) {
  return figure.cell != nullptr ? figure.cell(row) : cell_of(figure.value(row), row.wording);
}

/// The column under the header, which is empty for programs only; `gap_key` is the figure that is a gap on the scale.
template <class Row>
Column column_of(const Figure<Row>& figure, std::string header, const Scale& scale, std::string_view gap_key) {
  return {.key = std::string(figure.column_key()),
          .header = std::move(header),
          .kind = figure.column.kind,
          .decimals = figure.column.decimals == as_the_scale ? decimals_on(scale) : figure.column.decimals,
          .drops_at = figure.column.drops_at,
          .gaps_on = figure.key == gap_key ? std::optional(scale) : std::nullopt};
}

}  // namespace mot

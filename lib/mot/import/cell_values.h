// What a cell of a touchpoint table says, in the words of five languages.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "mot/model/duration_words.h"
#include "mot/model/values.h"

namespace mot::importing {

/// Yes or no: a word, also with a remark behind a no, a spreadsheet's own truth value, a cross, a box or a tick. Nothing where the cell
/// says something else, a reason for instance.
std::optional<bool> truth_in(std::string_view cell);

/// Whether a cell that says neither yes nor no gives no reason either: `maybe`, `2`, `low`, a sign that nobody knows.
bool is_undecided(std::string_view cell);

/// How a column of importance is written.
struct ImportanceForm {
  bool has_five_steps = false;        ///< `very high` or `very low` stand in it
  std::optional<Scale> numbers = {};  ///< as its heading says, where that is not 1 to 5
  void see(std::string_view cell);    ///< looks whether the cell is one of five steps
};

/// 1 to 5: of a number, brought there from the scale of the heading, or of a word: high 5, medium 3, low 1, or between the highest and the
/// lowest 4, 3, 2. Nothing where the cell is neither.
std::optional<double> importance_in(std::string_view cell, const ImportanceForm& form);

/// A length of time; of a number alone, in the unit that its heading ends with: `Dauer (min)`.
MeantDuration duration_in(std::string_view cell, std::string_view heading);

}  // namespace mot::importing

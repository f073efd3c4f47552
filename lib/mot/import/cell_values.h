// What a cell of a touchpoint table says, in the words of five languages.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "mot/model/duration_words.h"

namespace mot::importing {

/// Yes or no: a word, a spreadsheet's own truth value, a cross or a tick. Nothing where the cell says something else, a reason for
/// instance.
std::optional<bool> truth_in(std::string_view cell);

/// 1 to 5 of a word: high 5, medium 3, low 1; empty where it is none.
std::string_view importance_in(std::string_view cell);

/// A length of time; of a number alone, in the unit that its heading ends with: `Dauer (min)`.
MeantDuration duration_in(std::string_view cell, std::string_view heading);

}  // namespace mot::importing

// Codes and words that surveys write where nobody answered.
#pragma once

#include <string>
#include <string_view>

namespace mot::importing {

/// Whether a cell is a usual way to give no answer, in words.
bool says_no_answer(std::string_view cell);

/// Whether a number beside a scale is a usual code for no answer: 99 or -1 beside any, 0 and 8 beside 1 to 5, 11 beside 0 to 10.
bool is_code_beside(int number, int min, int max);

}  // namespace mot::importing

// The arithmetic of a touchpoint, told to other programs.
#pragma once

#include <string>

#include "mot/tables/explanation/explanation.h"
#include "mot/text/source.h"

namespace mot {

/// `{format_version, id, name, file, line, parts: [{key, title, steps: [{key, name, formula, numbers, value, remark, places: [{file,
/// line, column}]}]}]}`: a value is a number, a text, `[low, high]` or null; the numbers are those of the text, rounded to seven digits,
/// the values are not rounded.
std::string explanation_json(const Explanation& explanation, const Sources& sources);

}  // namespace mot

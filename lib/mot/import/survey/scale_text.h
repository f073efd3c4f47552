// A scale as a source declares it.
#pragma once

#include <string>

#include "mot/import/survey/score_guess.h"

namespace mot::importing {

/// A cell's text as YAML: a number stays one.
std::string cell_text(const std::string& text);

/// `{ min: 1, max: 5, missing: [0, 6, Blank] }`
std::string scale_text(const ScoreGuess& scores);

}  // namespace mot::importing

// Which scale the values of a column are on, by what they are.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "mot/evidence/cells/number.h"
#include "mot/import/survey/column_profile.h"
#include "mot/model/values.h"
#include "mot/model/vocabulary.h"

namespace mot::importing {

struct ScoreGuess {
  double min = 0;
  double max = 0;
  std::vector<std::string> missing = {};                    ///< codes and words that are no answer, as they stand in cells
  std::vector<std::pair<std::string, double>> values = {};  ///< words that are scores, the worst first
  std::optional<ScaleLabels> labels = {};                   ///< answers that are more than a number: `5 - Excellent`, `4/5`
  std::vector<std::string> unknown = {};                    ///< of `missing`: a word that is on no scale, and may be an answer
  std::string ground = {};                                  ///< one line
  std::string otherwise = {};                               ///< another way to read them, one line; empty where there is none
};

/// The values of columns that ask alike, and how often each stands there.
using ValueCounts = std::map<std::string, std::size_t, std::less<>>;

/// Nothing where the values are not those of a usual scale.
std::optional<ScoreGuess> guess_scores(const ValueCounts& values, evidence::DecimalMark mark);

/// The same of a question whose answers are 0 to 10.
std::optional<ScoreGuess> guess_recommendation(const ValueCounts& values, evidence::DecimalMark mark);

/// The same on a scale that the question itself tells.
std::optional<ScoreGuess> guess_on_declared(const ValueCounts& values, evidence::DecimalMark mark, const Scale& scale);

/// `… (1-10)`, `(0 = schlecht, 10 = gut)`: the scale that a heading tells in brackets, and the heading without it.
struct DeclaredScale {
  std::optional<Scale> scale;
  std::string heading;
};
DeclaredScale declared_scale(std::string_view heading);

/// Whether a cell is a usual way to give no answer, in words.
bool says_no_answer(std::string_view cell);

}  // namespace mot::importing

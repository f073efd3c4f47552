// Which scale the values of a column are on, by what they are.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "mot/evidence/cells/number.h"
#include "mot/import/survey/column_profile.h"
#include "mot/import/survey/declared_scale.h"
#include "mot/model/values.h"
#include "mot/model/vocabulary.h"

namespace mot::importing {

struct ScoreGuess {
  double min = 0;  ///< over max where the smaller number is the better answer
  double max = 0;
  std::vector<std::string> missing = {};                    ///< codes and words that are no answer, as they stand in cells
  std::vector<std::pair<std::string, double>> values = {};  ///< words that are scores, the worst first
  std::optional<ScaleLabels> labels = {};                   ///< answers that are more than a number: `5 - Excellent`, `4/5`
  std::vector<std::string> unknown = {};                    ///< of `missing`: a word that is on no scale, and may be an answer
  std::vector<std::string> odd = {};                        ///< cells passed over
  std::string ground = {};                                  ///< one line
  std::string otherwise = {};                               ///< another way to read them, one line; empty where there is none
  std::string language = {};                                ///< of the words, `German`; empty where none tell
  std::string kind = {};                                    ///< of the words, `satisfaction`; empty where they are none
  std::vector<std::string> alike = {};                      ///< words that are worth the same, quoted: `"good" and "fairly good"`
  std::string doubt = {};                                   ///< why people have to decide; empty where nothing says so
  bool is_directed = false;                                 ///< words say which end is the better
  bool is_choice = false;                                   ///< too little tells: for people to choose
  bool is_whole = false;                                    ///< words for each point of the scale stand in it
  bool are_codes = false;                                   ///< `values` are numbers of answers, the best of which may be the first
};

/// The values of columns that ask alike, and how often each stands there.
using ValueCounts = std::map<std::string, std::size_t, std::less<>>;

/// Nothing where the values are not those of a scale. A handful of odd cells among many is passed over, and told.
std::optional<ScoreGuess> guess_scores(const ValueCounts& values, evidence::DecimalMark mark);

/// The same of a question whose answers are 0 to 10.
std::optional<ScoreGuess> guess_recommendation(const ValueCounts& values, evidence::DecimalMark mark);

/// The same on a scale that the question itself tells.
std::optional<ScoreGuess> guess_on_declared(const ColumnProfile& column, evidence::DecimalMark mark, const DeclaredScale& declared);

/// Whether no word is worth different things in the two.
bool agree_on_words(const std::vector<std::pair<std::string, double>>& values, const std::vector<std::pair<std::string, double>>& others);

/// The scale as `{ min: 5, max: 1 }`, turned round: what is right if the other end is the better.
std::string turned(const ScoreGuess& guess);

}  // namespace mot::importing

// The values of a column, sorted out by what they are.
#pragma once

#include <cstddef>
#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "mot/evidence/cells/number.h"
#include "mot/import/survey/score_guess.h"
#include "mot/model/vocabulary.h"

namespace mot::importing {

struct SortedValues {
  std::map<int, std::size_t> numbers;               ///< whole ones, and how often each stands there
  std::map<int, std::size_t> labelled;              ///< those that are written as more than that
  std::vector<std::pair<int, std::string>> labels;  ///< what stands beside those, in words
  std::set<ScaleLabels> written;                    ///< how those are
  std::set<int> wholes;                             ///< 5 of `4/5`
  std::map<double, std::size_t> fractions;
  std::map<std::string, std::size_t> other;  ///< words
  std::map<int, std::string> as_written;     ///< numbers that stand in cells otherwise than in digits alone: `99,00`
  std::vector<std::string> missing;          ///< words that are no answer
  std::size_t cells = 0;                     ///< but those

  /// So many cells may be slips of the pen, which decide nothing: one or two, and up to one in fifty.
  std::size_t most_slips() const;
  std::map<int, std::size_t> all_numbers() const;
};

SortedValues sorted_values(const ValueCounts& values, evidence::DecimalMark mark);

}  // namespace mot::importing

// How high answers go for each question of a table that has an answer a row.
#pragma once

#include <cstddef>
#include <limits>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "mot/evidence/cells/number.h"
#include "mot/evidence/rows.h"

namespace mot::importing {

class HeightsByQuestion {
 public:
  void add(const evidence::Row& row, std::size_t question, evidence::DecimalMark mark);

  /// What those rows are about whose answers in a column go beyond 5, where those of others together are all 1 to 5 and reach both ends:
  /// these may have been asked on another scale. Empty where all may have been asked on one.
  std::vector<std::string> higher_than_most(std::size_t column) const;

 private:
  struct Height {
    std::size_t n = 0;
    double least = std::numeric_limits<double>::infinity();
    double most = -std::numeric_limits<double>::infinity();
  };
  std::map<std::string, std::vector<Height>, std::less<>> by_question_;  ///< by column
  bool are_many_ = false;                                                ///< more questions than are kept apart
};

}  // namespace mot::importing

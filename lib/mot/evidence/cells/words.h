// Cells that stand for something: which of a list of words a cell is.
#pragma once

#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "mot/evidence/cells/number.h"

namespace mot::evidence {

/// Words and the index each stands for. A cell is the same word if it has the same letters, or if both are numbers of the same value:
/// `0` is also `0.0`.
class Words {
 public:
  explicit Words(DecimalMark mark = DecimalMark::point) : mark_(mark) {}
  /// The first index given to a word holds.
  void add(std::string_view word, std::size_t index);
  std::optional<std::size_t> find(std::string_view cell) const;

 private:
  struct Hash : std::hash<std::string_view> {
    using is_transparent = void;
  };
  struct NumberWord {
    double number;
    std::size_t index;
  };
  DecimalMark mark_;
  std::unordered_map<std::string, std::size_t, Hash, std::equal_to<>> indices_;
  std::vector<NumberWord> numbers_;
};

}  // namespace mot::evidence

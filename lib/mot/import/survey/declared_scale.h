// The scale that a heading tells: `… (1-10)`, `Note (1 = sehr gut, 6 = ungenügend): …`, `… where 1 is excellent and 5 is poor`.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "mot/model/values.h"

namespace mot::importing {

struct DeclaredScale {
  std::optional<Scale> scale;  ///< min over max where the words beside its ends say that the smaller number is the better answer
  std::string heading;         ///< without it
  bool is_directed = false;    ///< whether words say which end is the better
  bool has_words = false;      ///< beside its ends
};
DeclaredScale declared_scale(std::string_view heading);

/// Whether a number on a scale of these ends is the better the smaller it is, by words for some of its numbers; nothing where they don't
/// tell.
class Direction {
 public:
  void add(double number, std::string_view words);
  std::optional<bool> falls(double min, double max) const;

 private:
  double numbers_ = 0, goodnesses_ = 0, products_ = 0;  ///< sums
  int count_ = 0;
};

}  // namespace mot::importing

// The scale that a heading tells: `… (1-10)`, `Note (1 = sehr gut, 6 = ungenügend): …`, `… where 1 is excellent and 5 is poor`.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "mot/import/survey/code_book.h"
#include "mot/model/values.h"

namespace mot::importing {

struct DeclaredScale {
  std::optional<Scale> scale;     ///< min over max where the words beside its ends say that the smaller number is the better answer
  std::string heading;            ///< without it
  bool is_directed = false;       ///< whether words say which end is the better
  bool has_words = false;         ///< beside its ends
  std::vector<int> missing = {};  ///< numbers that are said to be no answer
  std::string ground = "its heading says so";  ///< one line
  std::vector<Code> codes = {};                ///< that it lists, where they are no scale of numbers
};
DeclaredScale declared_scale(std::string_view heading);

}  // namespace mot::importing

// What a text holds.
#pragma once

#include <string_view>

namespace mot::testing {

inline bool contains(std::string_view text, std::string_view part) {
  return text.find(part) != std::string_view::npos;
}

}  // namespace mot::testing

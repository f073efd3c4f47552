// Rows of a table of answers.
#pragma once

#include <string>
#include <string_view>

namespace mot::testing {

/// The same row again and again, each on a line.
inline std::string rows(int count, std::string_view row) {
  std::string text;
  for (int i = 0; i < count; ++i) text.append(row).append("\n");
  return text;
}

}  // namespace mot::testing

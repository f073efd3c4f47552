// What a source says of how its CSV file is written.
#pragma once

#include <cstddef>
#include <optional>

namespace mot::evidence {

struct CsvForm {
  std::optional<char> separator = {};  ///< found out where it is left out
  std::size_t skipped_lines = 0;       ///< before the header
};

}  // namespace mot::evidence

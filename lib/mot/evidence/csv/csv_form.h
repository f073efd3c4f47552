// What a source says of how its file is written.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "mot/evidence/cells/number.h"

namespace mot::evidence {

struct CsvForm {
  std::optional<char> separator = {};       ///< found out where it is left out
  std::optional<DecimalMark> decimal = {};  ///< a comma too, unless it separates cells, where it is left out
  std::size_t skipped_lines = 0;            ///< before the header
  std::vector<std::size_t> header = {};     ///< rows that name the columns, from one, in rising order; the first where none is named
  std::string sheet = {};                   ///< of a workbook; the first with anything in it where it is left out
  std::string encoding = {};                ///< as iconv calls it; UTF-8 where it is left out
};

}  // namespace mot::evidence

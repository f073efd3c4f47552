// What a cell of a column can be.
#pragma once

#include <cstdint>

namespace mot::evidence {

enum class CellKind : std::uint8_t { blank, missing, stray, answer };

}  // namespace mot::evidence

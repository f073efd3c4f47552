// A scalar as it stands in the text: yaml-cpp tells its value, and only where it or its properties begin.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "mot/yaml/node.h"

namespace mot::yaml {

/// The scalar of this value that is written at an offset, its properties skipped: its extent, its style, and what stands there as its text.
/// Quotes that are never closed have no extent.
Node written_scalar(std::string_view text, std::size_t offset, std::string_view value);

/// A value in double quotes as it is meant.
std::string with_escapes_mended(std::string_view value);

/// The value of a block that folds its lines and keeps the breaks behind the last one (`>+`).
std::string with_breaks_kept(std::string_view text, const Node& block, std::string_view value);

/// Whether a node is such a block.
bool folds_and_keeps(std::string_view text, const Node& node);

}  // namespace mot::yaml

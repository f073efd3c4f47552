// What may leave a view that runs in rows over pages, where there is too little room.
#pragma once

#include <span>
#include <string_view>

#include "mot/view/views.h"

namespace mot {

/// Of a blueprint, and of a journey in lanes.
enum class BlueprintPart : std::uint8_t { rows, tangibles, branch_actions, carriers };
enum class LanePart : std::uint8_t { rows, voices, actions };

/// In English, in the order in which they leave: by BlueprintPart or LanePart. Empty for a view that does not run in rows. A journey is
/// taken to be drawn in lanes.
std::span<const std::string_view> row_parts(std::string_view view);

/// Whether a picture that leaves out the first so many parts shows this one.
template <class Part>
bool shows_part(const PictureOptions& options, Part part) {
  return options.left_out <= static_cast<std::size_t>(part);
}

}  // namespace mot

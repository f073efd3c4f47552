// Bytes of a PNG or a JPEG -> pixels.
#pragma once

#include <string_view>

#include "mot/draw/png_file.h"

namespace mot {

/// The most pixels that are decoded.
inline constexpr std::size_t most_pixels_of_image = std::size_t{1} << 26;

/// All of them; of a JPEG so many fewer that the shorter side still has `least_side`. Without pixels where the bytes can't be decoded or
/// are too many.
Pixels decoded_image(std::string_view bytes, std::size_t least_side);

}  // namespace mot

// Pixels -> the bytes of a PNG file.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace mot {

/// Rows from top to bottom; each pixel 0xAARRGGBB, its colours multiplied by its alpha, as cairo keeps them.
struct Pixels {
  std::size_t width = 0;
  std::size_t height = 0;
  std::vector<std::uint32_t> values;
};

/// With an alpha channel only where something shows through. Throws DrawingFailed.
std::string png_file(const Pixels& pixels);

}  // namespace mot

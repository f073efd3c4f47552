// Pictures that a workspace brings along: photos and a logo.
#pragma once

#include <cstdint>
#include <string>

namespace mot {

/// A PNG or a JPEG, as its file has it.
struct ImageFile {
  std::string bytes;
  std::uint32_t width = 0;  ///< pixels
  std::uint32_t height = 0;
  bool operator==(const ImageFile&) const = default;
};

}  // namespace mot

// The smallest photos there are.
#pragma once

#include <cstdint>
#include <string>

namespace mot::testing {

/// A PNG of one pixel, whose head says that it is so wide and high.
inline std::string png_of(std::uint32_t width, std::uint32_t height) {
  static constexpr char pixel[] =
      "\x89\x50\x4e\x47\x0d\x0a\x1a\x0a\x00\x00\x00\x0d\x49\x48\x44\x52\x00\x00\x00\x01\x00\x00\x00\x01\x08\x02\x00\x00"
      "\x00\x90\x77\x53\xde\x00\x00\x00\x0c\x49\x44\x41\x54\x78\x9c\x63\xf8\xdf\xe0\x00\x00\x04\x41\x01\xc0\x0c\xd1\xed"
      "\x91\x00\x00\x00\x00\x49\x45\x4e\x44\xae\x42\x60\x82";
  std::string bytes(pixel, sizeof pixel - 1);
  constexpr std::size_t place = 16;  // of the width; the height is next
  for (std::size_t i = 0; i < 4; ++i) {
    bytes[place + i] = static_cast<char>(width >> (24 - 8 * i));
    bytes[place + 4 + i] = static_cast<char>(height >> (24 - 8 * i));
  }
  return bytes;
}

/// The head and the end of a JPEG, without what is between.
inline std::string jpeg_of(std::uint16_t width, std::uint16_t height) {
  std::string bytes("\xff\xd8\xff\xe0\x00\x04\x00\x00\xff\xc0\x00\x0b\x08", 13);
  for (const std::uint16_t length : {height, width}) bytes += {static_cast<char>(length >> 8), static_cast<char>(length & 0xff)};
  return bytes + std::string("\x01\x01\x11\x00\xff\xd9", 6);
}

}  // namespace mot::testing

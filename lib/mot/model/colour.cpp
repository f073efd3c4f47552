#include "mot/model/colour.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cmath>

namespace mot {
namespace {

/// Relative luminance of sRGB (WCAG 2.2).
double luminance(Colour colour) {
  const auto linear = [&](int shift) {
    const double value = static_cast<double>((colour.rgb >> shift) & 0xff) / 255;
    return value <= 0.04045 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4);
  };
  return 0.2126 * linear(16) + 0.7152 * linear(8) + 0.0722 * linear(0);
}

}  // namespace

std::string hex(Colour colour) {
  return fmt::format("#{:06x}", colour.rgb & 0xffffff);
}

std::optional<Colour> colour_from(std::string_view text) {
  constexpr std::size_t length = 7;  // of `#rrggbb`
  if (text.size() != length || text.front() != '#') return std::nullopt;
  Colour colour;
  const char* const end = text.data() + text.size();
  const auto [stop, error] = std::from_chars(text.data() + 1, end, colour.rgb, 16);
  if (error != std::errc() || stop != end) return std::nullopt;
  return colour;
}

double contrast(Colour one, Colour other) {
  const auto [darker, lighter] = std::minmax({luminance(one), luminance(other)});
  return (lighter + 0.05) / (darker + 0.05);
}

Colour text_on(Colour ground) {
  return contrast(pure_white, ground) >= contrast(dark_ink, ground) ? pure_white : dark_ink;
}

}  // namespace mot

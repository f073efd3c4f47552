// Colours, and whether text on them can be read.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace mot {

/// An opaque sRGB colour; the literal is `#rrggbb`.
struct Colour {
  std::uint32_t rgb = 0;
  bool operator==(const Colour&) const = default;
};

inline constexpr Colour pure_white{0xffffff};
/// The dark text of pictures on a light ground.
inline constexpr Colour dark_ink{0x1d2733};

std::string hex(Colour colour);
/// Nothing where the text is not `#rrggbb`.
std::optional<Colour> colour_from(std::string_view text);

/// From 1 to 21 (WCAG 2.2, contrast ratio).
double contrast(Colour one, Colour other);
/// The least contrast of text with its ground (WCAG 2.2, level AA).
inline constexpr double least_contrast = 4.5;

/// White or dark text, whichever is read better on the ground.
Colour text_on(Colour ground);

}  // namespace mot

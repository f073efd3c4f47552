// How text looks.
#pragma once

#include <compare>
#include <cstdint>

namespace mot {

enum class Weight : std::uint8_t { regular, bold };
enum class Slant : std::uint8_t { upright, italic };

/// How text looks, colour apart. The family is always the font stack.
struct Font {
  double size = 10;  ///< points, from 2 to 127.5; drawn in steps of half a point
  Weight weight = Weight::regular;
  Slant slant = Slant::upright;
  auto operator<=>(const Font&) const = default;
};

}  // namespace mot

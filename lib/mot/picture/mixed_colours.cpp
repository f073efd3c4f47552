#include "mot/picture/mixed_colours.h"

#include <cmath>
#include <cstdint>

namespace mot {

Colour mixed(Colour colour, Colour ground, double share) {
  std::uint32_t rgb = 0;
  for (const int shift : {16, 8, 0}) {
    const auto part = [&](Colour of) { return static_cast<double>((of.rgb >> shift) & 0xff); };
    rgb |= static_cast<std::uint32_t>(std::lround(std::lerp(part(ground), part(colour), share))) << shift;
  }
  return {rgb};
}

}  // namespace mot

#include "mot/picture/scene.h"

#include <fmt/format.h>

namespace mot {

std::string hex(Colour colour) {
  return fmt::format("#{:06x}", colour.rgb & 0xffffff);
}

}  // namespace mot

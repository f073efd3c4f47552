#include "mot/text/numbers.h"

#include <fmt/format.h>

#include <cmath>

namespace mot {

std::string points_text(double points) {
  const double tenths = std::round(points * 10);
  const std::string digits =
      std::fmod(tenths, 10) == 0 ? fmt::format("{:.0f}", std::abs(tenths) / 10) : fmt::format("{:.1f}", std::abs(tenths) / 10);
  return tenths < 0 ? "−" + digits : digits;
}

std::string percent_text(double percent) {
  return fmt::format("{:.0f}\u00a0%", percent);
}

std::string count_text(std::size_t count, std::string_view one, std::string_view many) {
  return fmt::format("{} {}", count, count == 1 ? one : many);
}

}  // namespace mot

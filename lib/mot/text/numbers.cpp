#include "mot/text/numbers.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace mot {

std::string points_text(double points) {
  std::string text = decimal_text(points, 1);  // rounded as tables round
  if (text.ends_with(".0")) text.resize(text.size() - 2);
  return text;
}

std::string decimal_text(double number, int decimals) {
  std::string digits = fmt::format("{:.{}f}", std::abs(number), decimals);
  const bool is_zero = digits.find_first_not_of("0.") == std::string::npos;
  return number < 0 && !is_zero ? "−" + digits : digits;
}

int decimals_shown(std::span<const double> numbers, int least) {
  constexpr int most = 6;
  constexpr double slack = 1e-9;  // of the number, which binary fractions miss
  int decimals = least;
  for (const double number : numbers) {
    for (; decimals < most; ++decimals) {
      const double shifted = number * std::pow(10, decimals);
      if (std::abs(shifted - std::round(shifted)) <= slack * std::max(1.0, std::abs(shifted))) break;
    }
  }
  return decimals;
}

std::string percent_text(double percent) {
  return fmt::format("{:.0f}\u00a0%", percent);
}

std::string count_text(std::size_t count, std::string_view one, std::string_view many) {
  return fmt::format("{} {}", count, count == 1 ? one : many);
}

}  // namespace mot

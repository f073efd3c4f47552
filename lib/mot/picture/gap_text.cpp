#include "mot/picture/gap_text.h"

#include <cmath>

#include "mot/analysis/analysis.h"
#include "mot/text/numbers.h"

namespace mot {

std::string gap_text(const Wording& wording, double gap, const Scale& scale) {
  constexpr int most_decimals = 4;
  const auto is_of_its_class = [&](int decimals) {
    const double unit = std::pow(10, decimals);
    return gap_class_of(std::round(gap * unit) / unit, scale) == gap_class_of(gap, scale);
  };
  if (is_of_its_class(1)) return wording.points(gap);
  for (int decimals = 2; decimals <= most_decimals; ++decimals) {
    if (is_of_its_class(decimals)) return wording.number(decimal_text(gap, decimals));
  }
  return wording.points(gap);
}

}  // namespace mot

#include "mot/picture/gap_text.h"

#include <cmath>

#include "mot/analysis/analysis.h"
#include "mot/text/numbers.h"

namespace mot {

std::string gap_text(const Wording& wording, double gap, const Scale& scale) {
  const int decimals = decimals_within_class(gap, scale, 1);
  if (decimals == 1) return wording.points(gap);
  constexpr double tenths = 10;
  const bool is_just_over = std::round(gap * tenths) / tenths < gap;  // else it is just under, which scales of odd ranges have
  return is_just_over ? ">" + wording.points(gap) : wording.number(decimal_text(gap, decimals));
}

}  // namespace mot

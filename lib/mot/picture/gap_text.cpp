#include "mot/picture/gap_text.h"

#include <cmath>

#include "mot/analysis/analysis.h"
#include "mot/text/numbers.h"

namespace mot {

std::string gap_text(const Wording& wording, double gap, const Scale& scale) {
  const double rounded = std::round(gap * 10) / 10;
  if (gap_class_of(rounded, scale) == gap_class_of(gap, scale)) return wording.points(gap);
  return wording.number(decimal_text(gap, 1));
}

}  // namespace mot

#include "mot/picture/gap_text.h"

#include "mot/analysis/analysis.h"
#include "mot/text/numbers.h"

namespace mot {

std::string gap_text(const Wording& wording, double gap, const Scale& scale) {
  const int decimals = decimals_within_class(gap, scale, 1);
  return decimals > 1 ? wording.number(decimal_text(gap, decimals)) : wording.points(gap);
}

}  // namespace mot

#include "mot/picture/gap_text.h"

#include "mot/analysis/analysis.h"

namespace mot {

std::string gap_text(const Wording& wording, double gap, const Scale& scale) {
  const bool is_just_over = decimals_within_class(gap, scale, 1) > 1;
  return (is_just_over ? ">" : "") + wording.points(gap);
}

}  // namespace mot

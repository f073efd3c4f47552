// Axes of charts: what of them is shown, and where marks stand.
#pragma once

#include <vector>

namespace mot {

/// A stretch of an axis.
struct Domain {
  double low = 0;
  double high = 1;
  double length() const { return high - low; }
  bool operator==(const Domain&) const = default;
};

/// Makes it reach as far as the value.
void include(Domain& domain, double value);

/// Places for about `count` marks on an axis: multiples of 1, 2 or 5 times a power of ten within `limits`.
std::vector<double> ticks(const Domain& domain, const Domain& limits, double count);

}  // namespace mot

#include "mot/picture/axis.h"

#include <algorithm>
#include <cmath>

namespace mot {

void include(Domain& domain, double value) {
  domain.low = std::min(domain.low, value);
  domain.high = std::max(domain.high, value);
}

std::vector<double> ticks(const Domain& domain, const Domain& limits, double count) {
  const double least = domain.length() / std::max(count, 1.0);
  double unit = std::pow(10, std::floor(std::log10(least)));
  for (const double factor : {2.0, 2.5, 2.0}) {
    if (unit >= least - 1e-9) break;
    unit *= factor;
  }
  const double low = std::max(domain.low, limits.low), high = std::min(domain.high, limits.high);
  std::vector<double> places;
  for (double tick = std::ceil(low / unit - 1e-9) * unit; tick <= high + unit * 1e-9; tick += unit) places.push_back(tick);
  return places;
}

}  // namespace mot

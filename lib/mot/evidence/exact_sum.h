// A sum of floating-point numbers that does not depend on their order.
#pragma once

#include <cmath>

namespace mot::evidence {

/// Keeps what each addition rounds away, so that the total is right to its last digit whatever the order of up to some 10^15 terms.
/// Source: two-sum, Knuth, The Art of Computer Programming 2, 4.2.2, theorem B.
class ExactSum {
 public:
  void add(double term) {
    const double total = high_ + term;
    const double taken = total - high_;
    low_ += (high_ - (total - taken)) + (term - taken);
    high_ = total;
  }
  /// a·b·c with what its own rounding takes away. Source: two-product by a fused multiplication, as in Ogita, Rump, Oishi, SIAM J. Sci.
  /// Comput. 26, 2005, 1955.
  void add_product(double a, double b, double c = 1) {
    const double ab = a * b, abc = ab * c;
    add(abc);
    if (std::isfinite(abc)) low_ += std::fma(ab, c, -abc) + std::fma(a, b, -ab) * c;
  }
  void add(const ExactSum& other) {
    add(other.high_);
    low_ += other.low_;
  }
  double value() const { return high_ + low_; }
  double high() const { return high_; }
  double low() const { return low_; }

 private:
  double high_ = 0;
  double low_ = 0;
};

}  // namespace mot::evidence

#include "mot/picture/sheet_cuts.h"

#include <algorithm>
#include <cmath>
#include <variant>

namespace mot {

namespace {

constexpr double most_share = 0.5;   // of a sheet, that what is kept whole has
constexpr double least_share = 0.4;  // of a sheet, that shows something new
constexpr double good_share = 0.4;   // of the rest, for a cut between rows rather than within one
constexpr double least_between_rows = 18;

struct Stretch {
  double begin = 0;
  double end = 0;
};

struct StretchOf {
  Side side;

  Stretch operator()(const Marker& marker) const {
    const double middle = side == Side::across ? marker.center.x : marker.center.y;
    return {middle - marker.radius, middle + marker.radius};
  }
  template <class Item>
  Stretch operator()(const Item& item) const {
    const Box& box = item.box;
    return side == Side::across ? Stretch{box.left, box.right()} : Stretch{box.top, box.bottom()};
  }
};

/// What is kept whole, by both of its ends.
class Things {
 public:
  Things(const Scene& scene, Side side, double longest) {
    const auto add = [&](const Stretch& stretch) {
      if (stretch.end - stretch.begin <= longest) begins_.push_back(stretch.begin), ends_.push_back(stretch.end);
    };
    for (const Item& item : scene.items) add(std::visit(StretchOf{side}, item));
    for (const Panel& panel : scene.panels) add(StretchOf{side}(panel));
    std::ranges::sort(begins_), std::ranges::sort(ends_);
  }

  std::ptrdiff_t cut_at(double at) const {
    return (std::ranges::lower_bound(begins_, at) - begins_.begin()) - (std::ranges::upper_bound(ends_, at) - ends_.begin());
  }

  /// The place from `least` to `most` that cuts the fewest, in the middle of what is free around it; of such places the last between two
  /// rows, else the last.
  double best_cut(double least, double most) const {
    const double wanted = std::lerp(least, most, good_share);
    double best = most;
    bool is_between_rows = false;
    for (auto end = std::ranges::lower_bound(ends_, least); end != ends_.end() && *end <= most; ++end) {
      const auto next = std::ranges::lower_bound(begins_, *end);
      const double free = next == begins_.end() ? 0 : *next - *end, at = std::min(*end + free / 2, most);
      const bool is_better = free >= least_between_rows && at >= wanted;
      const auto own = cut_at(at), of_best = cut_at(best);
      if (own > of_best || (own == of_best && (best == most || (is_between_rows && !is_better)))) continue;
      best = at, is_between_rows = is_better;
    }
    return best;
  }

 private:
  std::vector<double> begins_;
  std::vector<double> ends_;
};

}  // namespace

std::vector<double> sheet_begins(const Scene& scene, Side side, const SheetReach& reach) {
  constexpr double rounding = 1e-6;
  const double whole = side == Side::across ? scene.width : scene.height;
  const Things things(scene, side, most_share * reach.shown);
  std::vector<double> begins = {0};
  while (whole - begins.back() > reach.shown + rounding)
    begins.push_back(things.best_cut(begins.back() + least_share * reach.shown, begins.back() + reach.shown - reach.overlap));
  return begins;
}

}  // namespace mot

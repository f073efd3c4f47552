// As few sheets below one another as letters need that are large enough, each as wide as the picture: no line is cut. Then each cut goes
// where there is room for it to go and it runs through the fewest items.
#include "mot/page/paper_slices.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <type_traits>
#include <variant>

#include "mot/picture/paper.h"

namespace mot {
namespace {

/// A4 between its margins and under a caption, in points.
struct Sheet {
  bool is_upright;
  double width;
  double height;
};
constexpr Sheet a4_sheets[] = {{false, 770, 500}, {true, 525, 745}};

constexpr std::size_t most_sheets_down = 40;
constexpr double largest_scale = 1.2;  // what has few words need not fill a sheet
constexpr double filled_share = 0.9;   // of a scale that fits as it is; the rest is where cuts may go

/// From where to where something lies.
struct Stretch {
  double begin = 0;
  double end = 0;
};

/// How large the picture is drawn, and on how many sheets, one below the other.
struct Stack {
  Sheet sheet = a4_sheets[0];
  std::size_t down = 1;
  double scale = 0;
};

/// As few sheets as the wanted scale takes, or the largest that the width of one allows.
Stack stack_on(const Sheet& sheet, const Scene& scene, double wanted, Cutting cutting) {
  const double widest = std::min(sheet.width / scene.width, largest_scale);
  Stack stack{sheet, 1, std::min(widest, sheet.height / scene.height)};
  while (cutting == Cutting::between_rows && stack.scale < std::min(wanted, widest) && stack.down < most_sheets_down) {
    ++stack.down;
    stack.scale = std::min(widest, static_cast<double>(stack.down) * filled_share * sheet.height / scene.height);
  }
  return stack;
}

Stack stack_of(const Scene& scene, Cutting cutting) {
  const double letters = smallest_letters_of(scene);
  const double wanted = letters > 0 ? std::min(least_letters_on_paper / letters, largest_scale) : 0;
  const Stack across = stack_on(a4_sheets[0], scene, wanted, cutting), upright = stack_on(a4_sheets[1], scene, wanted, cutting);
  if (across.scale >= wanted && upright.scale >= wanted) return upright.down < across.down ? upright : across;
  return upright.scale > across.scale ? upright : across;
}

/// From where to where each item lies, down the picture.
std::vector<Stretch> stretches_of(const Scene& scene) {
  std::vector<Stretch> stretches;
  const auto add = [&](const auto& item) {
    if constexpr (std::is_same_v<std::decay_t<decltype(item)>, Marker>)
      stretches.push_back({item.center.y - item.radius, item.center.y + item.radius});
    else
      stretches.push_back({item.box.top, item.box.top + item.box.height});
  };
  for (const Item& item : scene.items) std::visit(add, item);
  return stretches;
}

/// How many stretches a cut runs through, found in their sorted ends.
class Crossings {
 public:
  explicit Crossings(const std::vector<Stretch>& stretches) {
    for (const Stretch& stretch : stretches) begins_.push_back(stretch.begin), ends_.push_back(stretch.end);
    std::ranges::sort(begins_);
    std::ranges::sort(ends_);
  }
  std::ptrdiff_t at(double place) const {
    return (std::ranges::lower_bound(begins_, place) - begins_.begin()) - (std::ranges::upper_bound(ends_, place) - ends_.begin());
  }

 private:
  std::vector<double> begins_;
  std::vector<double> ends_;
};

/// Where the whole is cut into `count` pieces, none of them longer than `most`: its two ends too.
std::vector<double> cuts_of(const std::vector<Stretch>& stretches, double whole, std::size_t count, double most) {
  const Crossings crossings(stretches);
  std::vector<double> cuts = {0};
  for (std::size_t i = 1; i < count; ++i) {
    const double low = std::max(cuts.back(), whole - static_cast<double>(count - i) * most), high = std::min(whole, cuts.back() + most);
    const double even = std::clamp(whole * static_cast<double>(i) / static_cast<double>(count), low, high);
    double best = even;
    auto fewest = crossings.at(even);
    for (const Stretch& stretch : stretches) {
      for (const double place : {stretch.begin - 1, stretch.end + 1}) {
        if (place < low || place > high) continue;
        const auto number = crossings.at(place);
        const bool is_nearer = number == fewest && std::abs(place - even) < std::abs(best - even);
        if (number < fewest || is_nearer) best = place, fewest = number;
      }
    }
    cuts.push_back(best);
  }
  cuts.push_back(whole);
  return cuts;
}

}  // namespace

PaperSlices paper_slices(const Scene& scene, Cutting cutting) {
  const Stack stack = stack_of(scene, cutting);
  const std::vector<double> cuts = cuts_of(stretches_of(scene), scene.height, stack.down, stack.sheet.height / stack.scale);
  PaperSlices slices{stack.sheet.is_upright, stack.scale, {}};
  for (std::size_t i = 0; i + 1 < cuts.size(); ++i) slices.sheets.push_back({0, cuts[i], scene.width, cuts[i + 1] - cuts[i]});
  return slices;
}

}  // namespace mot

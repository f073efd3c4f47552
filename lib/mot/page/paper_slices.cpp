// The grid of sheets that is the smallest where letters are large enough; then each cut goes where there is room for it to go and it runs
// through the fewest items.
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

constexpr std::size_t most_sheets_each_way = 40;
constexpr double largest_scale = 1.2;  // what has few words need not fill a sheet
constexpr double room = 0.9;           // of a scale that fits as it is; the rest is where cuts may go

/// From where to where something lies, along one way.
struct Stretch {
  double begin = 0;
  double end = 0;
};

/// How far the grid may be drawn, and how many sheets it has each way.
struct Grid {
  Sheet sheet = a4_sheets[0];
  std::size_t across = 1;
  std::size_t down = 1;
  double scale = 0;
  std::size_t sheets() const { return across * down; }
};

Grid grid_of(const Scene& scene) {
  const double letters = smallest_letters_of(scene);
  const double least = letters > 0 ? std::min(least_letters_on_paper / letters, largest_scale) : 0;
  Grid best{a4_sheets[0], most_sheets_each_way, most_sheets_each_way, least};
  for (const Sheet& sheet : a4_sheets) {
    for (std::size_t across = 1; across <= most_sheets_each_way; ++across) {
      for (std::size_t down = 1; down <= most_sheets_each_way && across * down <= best.sheets(); ++down) {
        const double fits =
            std::min(static_cast<double>(across) * sheet.width / scene.width, static_cast<double>(down) * sheet.height / scene.height);
        const bool is_better = across * down < best.sheets() || fits > best.scale;
        if (fits >= least && is_better) best = {sheet, across, down, fits};
      }
    }
  }
  const bool is_cut = best.sheets() > 1;
  best.scale = std::max(least, std::min(best.scale * (is_cut ? room : 1), largest_scale));
  return best;
}

std::vector<Stretch> stretches_of(const Scene& scene, bool is_across) {
  std::vector<Stretch> stretches;
  const auto add = [&](const auto& item) {
    Box box;
    if constexpr (std::is_same_v<std::decay_t<decltype(item)>, Marker>)
      box = {item.center.x - item.radius, item.center.y - item.radius, 2 * item.radius, 2 * item.radius};
    else
      box = item.box;
    stretches.push_back(is_across ? Stretch{box.left, box.left + box.width} : Stretch{box.top, box.top + box.height});
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

PaperSlices paper_slices(const Scene& scene) {
  const Grid grid = grid_of(scene);
  const std::vector<double> x = cuts_of(stretches_of(scene, true), scene.width, grid.across, grid.sheet.width / grid.scale);
  const std::vector<double> y = cuts_of(stretches_of(scene, false), scene.height, grid.down, grid.sheet.height / grid.scale);
  PaperSlices slices{grid.sheet.is_upright, grid.scale, {}};
  for (std::size_t row = 0; row < grid.down; ++row) {
    for (std::size_t column = 0; column < grid.across; ++column)
      slices.sheets.push_back({x[column], y[row], x[column + 1] - x[column], y[row + 1] - y[row]});
  }
  return slices;
}

}  // namespace mot

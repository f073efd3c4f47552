// A band is filled row by row, with numbers first and then with dots, which stand between them or in low rows below. Spots from left to
// right, each in a row that is free by then: no order needs fewer rows, as of intervals that are shared out among rooms. Where all bands
// together are higher than the chart may be, the one with the most rows loses one, and its spots move aside as little as takes it (least
// squares by pooling adjacent violators).
#include "mot/view/priorities/numbers.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <optional>
#include <span>

namespace mot::priorities {

namespace {

constexpr double empty_band = 12;   // points
constexpr double inside_band = 3;   // from its edges to markers
constexpr double between_rows = 1;  // of markers
constexpr double low_row = 2 * dot_radius + 1;
constexpr double below_moved = 5;        // of a row whose markers lead to their places
constexpr double beside = 1;             // between two markers of a row
constexpr double inside_box = 2;         // from the sides of the chart
constexpr double most_row_growth = 1.4;  // where there is room
constexpr double hardly_moved = 0.5;

/// What a marker takes of a row, with its interval.
struct Extent {
  double left = 0;
  double right = 0;
};

/// A grade with its spots, from left to right, and the row of each.
struct Band {
  std::vector<Spot*> spots;
  std::vector<double> across;  ///< where each stands
  std::vector<std::size_t> rows;
  std::size_t count = 0;     ///< rows
  std::size_t low_rows = 0;  ///< the last of them: of dots alone
  bool is_moved = false;     ///< some stand off their place

  double row_height(double radius) const { return 2 * radius + (is_moved ? below_moved : between_rows); }
  double height_of_rows(double radius) const {
    return static_cast<double>(count - low_rows) * row_height(radius) + static_cast<double>(low_rows) * low_row;
  }
  double height(double radius) const { return count == 0 ? empty_band : height_of_rows(radius) + 2 * inside_band; }
  /// From the upper edge of the rows to the middle of one.
  double down_to(std::size_t row, double radius) const {
    const double full = static_cast<double>(count - low_rows), at = static_cast<double>(row) + 0.5;
    return std::min(at, full) * row_height(radius) + std::max(0.0, at - full) * low_row;
  }
};

Extent extent_of(const Spot& spot, const Chart& chart) {
  const double x = chart.x(spot.lived);
  const double radius = radius_of(spot, chart);
  Extent extent{x - radius, x + radius};
  if (!spot.interval) return extent;
  extent.left = std::min(extent.left, std::max(chart.x(spot.interval->low), chart.box.left));
  extent.right = std::max(extent.right, std::min(chart.x(spot.interval->high), chart.box.right()));
  return extent;
}

/// Rows from the middle of `count` outwards.
std::vector<std::size_t> from_the_middle(std::size_t count) {
  std::vector<std::size_t> rows(count);
  std::iota(rows.begin(), rows.end(), 0);
  const double middle = (static_cast<double>(count) - 1) / 2;
  std::ranges::stable_sort(rows, {}, [&](std::size_t row) { return std::abs(static_cast<double>(row) - middle); });
  return rows;
}

/// Every spot with a number at its place, in so many rows; nothing where they are too few.
std::optional<std::vector<std::size_t>> shared_out(const Band& band, const Chart& chart, std::size_t count) {
  std::vector<Extent> extents;
  std::vector<std::size_t> order, rows(band.spots.size());
  for (std::size_t i = 0; i < band.spots.size(); ++i) {
    extents.push_back(extent_of(*band.spots[i], chart));
    if (!band.spots[i]->is_small) order.push_back(i);
  }
  std::ranges::stable_sort(order, {}, [&](std::size_t i) { return extents[i].left; });
  const auto preferred = from_the_middle(count);
  std::vector<double> ends(count, -1e9);
  for (const std::size_t i : order) {
    const auto row = std::ranges::find_if(preferred, [&](std::size_t one) { return ends[one] + beside <= extents[i].left + 1e-9; });
    if (row == preferred.end()) return std::nullopt;
    rows[i] = *row, ends[*row] = extents[i].right;
  }
  return rows;
}

/// Dots where rows are free at their place, else in rows of their own.
void add_dots(Band& band, const Chart& chart) {
  std::vector<std::vector<Extent>> taken(band.count);
  for (std::size_t i = 0; i < band.spots.size(); ++i)
    if (!band.spots[i]->is_small) taken[band.rows[i]].push_back(extent_of(*band.spots[i], chart));
  for (std::size_t i = 0; i < band.spots.size(); ++i) {
    if (!band.spots[i]->is_small) continue;
    const Extent own = extent_of(*band.spots[i], chart);
    const auto is_apart = [&](const Extent& other) { return other.right + beside <= own.left || own.right + beside <= other.left; };
    auto row = std::ranges::find_if(taken, [&](const auto& others) { return std::ranges::all_of(others, is_apart); });
    if (row == taken.end()) row = taken.insert(taken.end(), {{}}), ++band.count, ++band.low_rows;
    row->push_back(own);
    band.rows[i] = static_cast<std::size_t>(row - taken.begin());
  }
}

void fill_at_their_places(Band& band, const Chart& chart) {
  for (const Spot* spot : band.spots) band.across.push_back(chart.x(spot->lived));
  if (band.spots.empty()) return;
  const bool has_numbers = std::ranges::any_of(band.spots, [](const Spot* spot) { return !spot->is_small; });
  for (band.count = has_numbers ? 1 : 0;; ++band.count) {
    if (auto rows = shared_out(band, chart, band.count)) {
      band.rows = *std::move(rows);
      break;
    }
  }
  add_dots(band, chart);
}

/// Places at least so far apart and between two limits, as near as can be to those that are wanted, which ascend. Nothing where they have
/// no room.
std::optional<std::vector<double>> spread(std::span<const double> wanted, double apart, const Extent& limits) {
  struct Block {
    double sum = 0;
    std::size_t count = 0;
    double mean() const { return sum / static_cast<double>(count); }
  };
  std::vector<Block> blocks;
  for (std::size_t i = 0; i < wanted.size(); ++i) {
    blocks.push_back({wanted[i] - static_cast<double>(i) * apart, 1});
    while (blocks.size() > 1 && blocks.back().mean() < blocks[blocks.size() - 2].mean()) {
      const Block last = blocks.back();
      blocks.pop_back();
      blocks.back().sum += last.sum, blocks.back().count += last.count;
    }
  }
  const double most = limits.right - static_cast<double>(std::max<std::size_t>(wanted.size(), 1) - 1) * apart;
  if (most < limits.left) return std::nullopt;
  std::vector<double> places;
  for (const Block& block : blocks) {
    for (std::size_t i = 0; i < block.count; ++i)
      places.push_back(std::clamp(block.mean(), limits.left, most) + static_cast<double>(places.size()) * apart);
  }
  return places;
}

/// One row: what stands left of the cross-hair stays there.
std::optional<std::vector<double>> spread_in_row(const std::vector<const Spot*>& spots, const Chart& chart) {
  std::vector<double> left, right;
  for (const Spot* spot : spots) (spot->lived < chart.crosshair.actual ? left : right).push_back(chart.x(spot->lived));
  const double apart = 2 * chart.radius + beside, line = chart.x(chart.crosshair.actual);
  const double first = chart.box.left + inside_box + chart.radius, last = chart.box.right() - inside_box - chart.radius;
  auto places = spread(left, apart, {first, line - hardly_moved});
  auto others = spread(right, apart, {line, last});
  if (places && others && !left.empty() && !right.empty() && others->front() - places->back() < apart) {
    places = spread(left, apart, {first, line - apart / 2});
    others = spread(right, apart, {line + apart / 2, last});
  }
  if (!places || !others) return std::nullopt;
  places->insert(places->end(), others->begin(), others->end());
  return places;
}

/// The same spots in one row fewer, moved aside; nothing where they have no room.
std::optional<Band> with_fewer_rows(const Band& band, const Chart& chart) {
  Band fewer = band;
  --fewer.count, fewer.low_rows = 0, fewer.is_moved = true;
  const auto preferred = from_the_middle(fewer.count);
  for (std::size_t i = 0; i < fewer.rows.size(); ++i) fewer.rows[i] = preferred[i % fewer.count];
  for (std::size_t row = 0; row < fewer.count; ++row) {
    std::vector<const Spot*> spots;
    for (std::size_t i = 0; i < fewer.rows.size(); ++i) {
      if (fewer.rows[i] == row) spots.push_back(fewer.spots[i]);
    }
    const auto places = spread_in_row(spots, chart);
    if (!places) return std::nullopt;
    auto place = places->begin();
    for (std::size_t i = 0; i < fewer.rows.size(); ++i) {
      if (fewer.rows[i] == row) fewer.across[i] = *place++;
    }
  }
  return fewer;
}

std::vector<Band> bands_of(std::vector<Spot>& spots, const Chart& chart) {
  std::vector<Band> bands;
  for (const Grade& grade : chart.grades) {
    Band& band = bands.emplace_back();
    for (Spot& spot : spots) {
      const double off = spot.importance - grade.importance;
      if (off >= -0.5 && off < 0.5) band.spots.push_back(&spot);
    }
    std::ranges::stable_sort(band.spots, {}, [](const Spot* spot) { return spot->lived; });
    fill_at_their_places(band, chart);
  }
  return bands;
}

bool is_high(const Grade& grade, const Chart& chart) {
  return grade.importance >= chart.crosshair.importance;
}

/// Points of the chart besides its bands.
double around_bands(const Chart& chart) {
  const auto high = std::ranges::count_if(chart.grades, [&](const Grade& grade) { return is_high(grade, chart); });
  const bool has_empty_side = high == 0 || high == std::ssize(chart.grades);
  return chart.inset_above + chart.inset + (has_empty_side ? chart.least_side : 0);
}

double height_of(const std::vector<Band>& bands, const Chart& chart) {
  double height = around_bands(chart);
  for (const Band& band : bands) height += band.height(chart.radius);
  return height;
}

/// From the band with the most rows that can do with fewer.
bool lose_a_row(std::vector<Band>& bands, const Chart& chart) {
  std::vector<Band*> order;
  for (Band& band : bands) order.push_back(&band);
  std::ranges::stable_sort(order, std::greater(), &Band::count);
  for (Band* band : order) {
    if (band->count < 2) continue;
    if (auto fewer = with_fewer_rows(*band, chart)) {
      *band = *std::move(fewer);
      return true;
    }
  }
  return false;
}

void stand_in_rows(const Band& band, const Grade& grade, const Chart& chart) {
  const double least = band.height_of_rows(chart.radius), room = grade.bottom - grade.top - 2 * inside_band;
  const double growth = least > 0 ? std::clamp(room / least, 1.0, most_row_growth) : 1;
  const double above_middle = band.is_moved ? below_moved / 2 : 0;
  for (std::size_t i = 0; i < band.spots.size(); ++i) {
    Spot& spot = *band.spots[i];
    const double down = growth * (band.down_to(band.rows[i], chart.radius) - least / 2);
    spot.center = {band.across[i], grade.middle() + down - above_middle};
    spot.across.reset();
    if (const double place = chart.x(spot.lived); std::abs(place - spot.center.x) > hardly_moved) spot.across = place;
  }
}

/// Shares what is left over of the height out among the bands, by their rows.
void stand_in_bands(const std::vector<Band>& bands, Chart& chart, double left_over) {
  double weight = 0;
  for (const Band& band : bands) weight += static_cast<double>(band.count);
  double y = chart.box.top + chart.inset_above;
  bool is_divided = false;
  for (std::size_t i = 0; i < bands.size(); ++i) {
    Grade& grade = chart.grades[i];
    if (!is_divided && !is_high(grade, chart)) {
      if (i == 0) y += chart.least_side;
      chart.divide = y, is_divided = true;
    }
    grade.top = y;
    y += bands[i].height(chart.radius) + left_over * static_cast<double>(bands[i].count) / weight;
    grade.bottom = y;
    stand_in_rows(bands[i], grade, chart);
  }
  if (!is_divided) chart.divide = y, y += chart.least_side;
  chart.box.height = y + chart.inset - chart.box.top;
}

}  // namespace

bool place_numbers(std::vector<Spot>& spots, Chart& chart, double height) {
  if (chart.axis == ImportanceAxis::even) return place_evenly_within(spots, chart, height);
  chart.grades = grades_of(spots);
  std::vector<Band> bands = bands_of(spots, chart);
  while (height_of(bands, chart) > height && lose_a_row(bands, chart)) {
  }
  const double left_over = height - height_of(bands, chart);
  stand_in_bands(bands, chart, std::max(0.0, left_over));
  return left_over >= -1e-6;
}

}  // namespace mot::priorities

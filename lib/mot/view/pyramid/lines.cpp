#include "mot/view/pyramid/lines.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>
#include <optional>

// Channel routing. Between two rows lies a strip. A bundle has one horizontal piece in each strip it comes through, and leaves it through
// a gap of the row below, the one that leads it least astray. First every way down is chosen (gaps, then the places at the cards), so that
// no two bundles go down at the same x on either side of a strip; then the horizontal pieces of a strip are put on tracks, from the left,
// each on the first that is free there (the left-edge algorithm of Hashimoto and Stevens, 1971).

namespace mot::pyramid {

namespace {

constexpr double apart = 5;      // between lines side by side
constexpr double from_card = 8;  // of a way down beside a card
constexpr double between_spans = 12;

/// The ways down that are taken at one strip, above its tracks or below them.
class Taken {
 public:
  bool leaves_free(double x, std::size_t bundle) const {
    for (auto at = taken_.lower_bound(x - apart + 0.5); at != taken_.end() && at->first < x + apart - 0.5; ++at) {
      if (at->second != bundle) return false;
    }
    return true;
  }
  void add(double x, std::size_t bundle) { taken_.emplace(x, bundle); }

 private:
  std::multimap<double, std::size_t> taken_;
};

/// A free stretch between two cards, or beside the row.
struct Gap {
  double left = 0;
  double right = 0;
};

class Router {
 public:
  Router(std::span<const Fence> rows, std::span<const Bundle> bundles) : rows_(rows), bundles_(bundles), strips_(rows.size()) {}

  Routes route() {
    for (std::size_t i = 0; i < bundles_.size(); ++i) ends_.push_back(place_at(bundles_[i].to, i, bundles_[i].to.row - 1));
    for (std::size_t i = 0; i < bundles_.size(); ++i) passes_.push_back(pass(i));
    for (std::size_t i = 0; i < bundles_.size(); ++i) {
      auto& starts = starts_.emplace_back();
      for (const Seat& seat : bundles_[i].from) starts.push_back(place_at(seat, i, seat.row));
    }
    Routes routes;
    for (std::size_t row = 0; row < rows_.size(); ++row) routes.tracks.push_back(set_tracks(row));
    for (std::size_t i = 0; i < bundles_.size(); ++i) {
      auto& own = routes.routes.emplace_back();
      for (std::size_t k = 0; k < bundles_[i].from.size(); ++k) own.push_back(route_of(i, k));
    }
    return routes;
  }

 private:
  /// Ways down of a bundle through the rows between its first and its last, from above.
  struct Passes {
    std::size_t first_row = 0;  ///< of the row above the first one it passes
    std::vector<double> x;      ///< through the rows after that
  };
  /// A bundle's horizontal piece in a strip.
  struct Piece {
    double left = 0;
    double right = 0;
    std::size_t bundle = 0;
  };

  double middle_of(const Seat& seat) const { return rows_[seat.row].lefts[seat.card] + rows_[seat.row].card_width / 2; }

  /// At a card's edge, as near to its middle as other bundles allow.
  double place_at(const Seat& seat, std::size_t bundle, std::size_t strip) {
    const double middle = middle_of(seat), most = rows_[seat.row].card_width / 2 - 2 * apart;
    double x = middle;
    for (double away = 0; away <= most; away += apart) {
      for (const double side : {1.0, -1.0}) {
        x = middle + side * away;
        if (strips_[strip].leaves_free(x, bundle)) return take(x, bundle, strip);
      }
    }
    return take(middle, bundle, strip);
  }

  double take(double x, std::size_t bundle, std::size_t strip) {
    strips_[strip].add(x, bundle);
    return x;
  }

  /// The stretch left of a row's card, or right of its last one. It may have no length.
  Gap gap_at(const Fence& row, std::size_t card) const {
    const double left = card == 0 ? row.left : row.lefts[card - 1] + row.card_width + from_card;
    const double right = card == row.lefts.size() ? row.right : row.lefts[card] - from_card;
    return {left, std::max(left, right)};
  }

  /// The row's gaps from the nearest one outwards, as far as `look` wants to go on, which it is asked with each.
  template <class Look>
  void each_gap(std::size_t row, double wanted, Look look) const {
    const Fence& fence = rows_[row];
    const auto after = std::upper_bound(fence.lefts.begin(), fence.lefts.end(), wanted - fence.card_width / 2);
    std::size_t right = static_cast<std::size_t>(after - fence.lefts.begin()), left = right;
    const auto distance = [&](const Gap& gap) { return std::abs(std::clamp(wanted, gap.left, gap.right) - wanted); };
    bool goes_on = look(gap_at(fence, right));
    while (goes_on && (left > 0 || right < fence.lefts.size())) {
      const bool is_left =
          right == fence.lefts.size() || (left > 0 && distance(gap_at(fence, left - 1)) <= distance(gap_at(fence, right + 1)));
      goes_on = look(gap_at(fence, is_left ? --left : ++right));
    }
  }

  /// Through a row, as near to `wanted` as can be; where every gap is full, lines share the nearest.
  double pass_row(std::size_t row, double wanted, std::size_t bundle) {
    std::optional<double> best, crowded;
    each_gap(row, wanted, [&](const Gap& gap) {
      const double nearest = std::clamp(wanted, gap.left, gap.right);
      if (!crowded) crowded = nearest;
      if (best && std::abs(nearest - wanted) >= std::abs(*best - wanted)) return false;
      const auto x = free_in(gap, nearest, row, bundle);
      if (x && (!best || std::abs(*x - wanted) < std::abs(*best - wanted))) best = x;
      return true;
    });
    const double x = best ? *best : *crowded;
    strips_[row - 1].add(x, bundle);
    strips_[row].add(x, bundle);
    return x;
  }

  std::optional<double> free_in(const Gap& gap, double nearest, std::size_t row, std::size_t bundle) const {
    for (double away = 0; away <= gap.right - gap.left; away += apart) {
      for (const double x : {nearest + away, nearest - away}) {
        if (x < gap.left || x > gap.right) continue;
        if (strips_[row - 1].leaves_free(x, bundle) && strips_[row].leaves_free(x, bundle)) return x;
      }
    }
    return std::nullopt;
  }

  Passes pass(std::size_t index) {
    const Bundle& bundle = bundles_[index];
    Passes passes{bundle.to.row, {}};
    double sum = 0, count = 0;
    for (const Seat& seat : bundle.from) passes.first_row = std::min(passes.first_row, seat.row);
    for (const Seat& seat : bundle.from) {
      if (seat.row == passes.first_row) sum += middle_of(seat), ++count;
    }
    double x = sum / count;
    for (std::size_t row = passes.first_row + 1; row < bundle.to.row; ++row) {
      const double share = 1 / static_cast<double>(bundle.to.row - row + 1);
      x = pass_row(row, x + share * (ends_[index] - x), index);
      passes.x.push_back(x);
    }
    return passes;
  }

  /// How the bundle comes into the strip below a row from above, if it does not begin there.
  std::optional<double> into(std::size_t bundle, std::size_t row) const {
    const Passes& passes = passes_[bundle];
    if (row <= passes.first_row) return std::nullopt;
    return passes.x[row - passes.first_row - 1];
  }
  double out_of(std::size_t bundle, std::size_t row) const {
    return row + 1 == bundles_[bundle].to.row ? ends_[bundle] : passes_[bundle].x[row - passes_[bundle].first_row];
  }

  std::size_t set_tracks(std::size_t row) {
    std::vector<Piece> pieces;
    for (std::size_t i = 0; i < bundles_.size(); ++i) {
      if (row < passes_[i].first_row || row >= bundles_[i].to.row) continue;
      Piece piece{out_of(i, row), out_of(i, row), i};
      const auto reach = [&](double x) { piece.left = std::min(piece.left, x), piece.right = std::max(piece.right, x); };
      if (const auto x = into(i, row)) reach(*x);
      for (std::size_t k = 0; k < bundles_[i].from.size(); ++k) {
        if (bundles_[i].from[k].row == row) reach(starts_[i][k]);
      }
      pieces.push_back(piece);
    }
    std::stable_sort(pieces.begin(), pieces.end(), [](const Piece& one, const Piece& other) { return one.left < other.left; });
    std::vector<double> ends;  // of what lies on each track
    for (const Piece& piece : pieces) {
      std::size_t track = 0;
      while (track < ends.size() && ends[track] + between_spans > piece.left) ++track;
      if (track == ends.size()) ends.push_back(0);
      ends[track] = piece.right;
      tracks_[{piece.bundle, row}] = track;
    }
    return ends.size();
  }

  /// The first of those in the bundle's first row.
  bool goes_all_the_way(std::size_t bundle, std::size_t from) const {
    const auto& seats = bundles_[bundle].from;
    const auto first = std::find_if(seats.begin(), seats.end(), [&](const Seat& seat) { return seat.row == passes_[bundle].first_row; });
    return first == seats.begin() + static_cast<std::ptrdiff_t>(from);
  }

  Route route_of(std::size_t bundle, std::size_t from) const {
    const std::size_t first_row = bundles_[bundle].from[from].row;
    Route route{starts_[bundle][from], {}, std::nullopt};
    if (goes_all_the_way(bundle, from)) route.end = ends_[bundle];
    double x = route.start;
    for (std::size_t row = first_row; row < (route.end ? bundles_[bundle].to.row : first_row + 1); ++row) {
      const std::size_t track = tracks_.at({bundle, row});
      route.bends.push_back({x, row, track});
      x = out_of(bundle, row);
      route.bends.push_back({x, row, track});
    }
    return route;
  }

  std::span<const Fence> rows_;
  std::span<const Bundle> bundles_;
  std::vector<Taken> strips_;  ///< by the row above
  std::vector<double> ends_;   ///< by bundle
  std::vector<Passes> passes_;
  std::vector<std::vector<double>> starts_;
  std::map<std::pair<std::size_t, std::size_t>, std::size_t> tracks_;  ///< by bundle and row
};

}  // namespace

Routes route(std::span<const Fence> rows, std::span<const Bundle> bundles) {
  return Router(rows, bundles).route();
}

}  // namespace mot::pyramid

// Ways of branches. Under a card they run down from card to card, past others at the left; from a track's end they run up in the gap at its
// right and across above the cards, so that they cross no text.
#include <algorithm>
#include <cmath>
#include <optional>
#include <set>
#include <utility>

#include "mot/picture/curves.h"
#include "mot/picture/signs.h"
#include "mot/story/tracks.h"

namespace mot::story {

namespace {

constexpr double corner_radius = 4;
constexpr double between_levels = 5, over_cards = 7;
constexpr std::size_t most_ways_abreast = 6;
constexpr double beside_left_edge = 4.5;  // of a card: where ways run down past others

Sign<ArrowLook> along_branch(const Theme& theme) {
  return {legend_rank::ways + 3, "the way of a branch", 24, {{theme.muted, 1.25, Dash::solid}}};
}

Sign<ArrowLook> way_back(const Theme& theme) {
  return {legend_rank::ways + 4, "back to an earlier moment", 24, {{theme.accent, 1.25, Dash::dashed}}};
}

bool enters(const JourneyPath& path, const Way& way) {
  return way.branch && path.stops[way.to].branch == way.branch;
}

/// The branch whose end a way leads on from; nothing of ways into branches and along them.
std::optional<std::size_t> branch_left(const JourneyPath& path, const Way& way) {
  if (!way.branch || enters(path, way)) return std::nullopt;
  return path.branches[*way.branch].is_written ? way.branch : std::nullopt;
}

/// Levels that lie one above the other where ways overlap.
class Levels {
 public:
  std::optional<std::size_t> take(double left, double right) {
    for (std::size_t level = 0; level < most_ways_abreast; ++level) {
      if (level == taken_.size()) taken_.emplace_back();
      const bool is_free =
          std::ranges::none_of(taken_[level], [&](const auto& other) { return left < other.second + 6 && other.first < right + 6; });
      if (!is_free) continue;
      taken_[level].emplace_back(left, right);
      return level;
    }
    return std::nullopt;
  }

 private:
  std::vector<std::vector<std::pair<double, double>>> taken_;
};

double gap_right_of(const Row& row, std::size_t column) {
  return row.right(column) + column_gap / 2;
}

void connect(StoryDrawing& drawing, const PlacedStops::Place& from, const PlacedStops::Place& to, const std::vector<Point>& corners,
             bool is_back) {
  const Stroke stroke = explain(drawing, is_back ? way_back(drawing.theme()) : along_branch(drawing.theme())).stroke;
  drawing.scene.connectors.push_back({{drawing.ids.use("way-" + from.id + "-" + to.id), is_back ? "way-back" : "way", "", ""},
                                      from.id,
                                      to.id,
                                      rounded_path(corners, corner_radius),
                                      stroke,
                                      Arrow::end});
}

/// Down from card to card: through the middle where nothing stands between them, else at the left edge of the first.
std::vector<Point> downwards(const Box& from, const Box& to, bool is_next) {
  if (is_next) {
    const double x = std::max(from.left, to.left) + std::min(from.width, to.width) / 2;
    return {{x, from.bottom()}, {x, to.top}};
  }
  const double x = from.left + beside_left_edge;
  if (to.left > x) return {{x, from.bottom()}, {x, to.top + 12}, {to.left, to.top + 12}};
  return {{x, from.bottom()}, {x, to.top}};
}

bool stands_between(const PlacedStops& placed, const Box& from, const Box& to) {
  const auto is_between = [&](const auto& entry) {
    const Box& box = entry.second.box;
    return box.top > from.top && box.top < to.top && box.left < from.right() && box.right() > from.left;
  };
  return std::ranges::any_of(placed.stops, is_between) || std::ranges::any_of(placed.notes, is_between);
}

void draw_downwards(StoryDrawing& drawing, const PlacedStops& placed, const PlacedStops::Place& from, const PlacedStops::Place& to) {
  if (to.box.top < from.box.bottom() || to.box.left >= from.box.right() || to.box.right() <= from.box.left) return;
  connect(drawing, from, to, downwards(from.box, to.box, !stands_between(placed, from.box, to.box)), false);
}

/// Whether no connector runs along a level, but at its ends.
bool is_free_level(const StoryDrawing& drawing, double x, double top, double bottom) {
  constexpr double apart = 4;
  for (const Connector& connector : drawing.scene.connectors) {
    const auto& points = connector.points;
    for (std::size_t i = 1; i < points.size(); ++i) {
      if (std::abs(points[i - 1].x - x) >= apart || std::abs(points[i].x - x) >= apart) continue;
      const auto [high, low] = std::minmax(points[i - 1].y, points[i].y);
      if (low > top && high < bottom) return false;
    }
  }
  return true;
}

/// From the end of a track up to the card that the track hangs under, at the left of the cards on it.
void draw_upwards(StoryDrawing& drawing, const PlacedStops& placed, const PlacedStops::Place& from, const PlacedStops::Place& to,
                  bool is_back) {
  const double x = to.box.left + beside_left_edge, y = from.box.center().y;
  const auto stands_there = [&](const auto& entry) {
    const Box& box = entry.second.box;
    return box.left < x + 2 && box.right() > x && box.top > to.box.top && box.top < y;
  };
  if (from.box.left < x + corner_radius || from.box.top < to.box.bottom()) return;
  if (std::ranges::any_of(placed.stops, stands_there) || std::ranges::any_of(placed.notes, stands_there)) return;
  if (!is_free_level(drawing, x, to.box.bottom(), y)) return;
  connect(drawing, from, to, {{from.box.left, y}, {x, y}, {x, to.box.bottom()}}, is_back);
}

const PlacedStops::Place* place_in(const std::map<std::size_t, PlacedStops::Place>& places, std::size_t key) {
  const auto found = places.find(key);
  return found == places.end() ? nullptr : &found->second;
}

/// The card that a way begins at: a branch without steps has a note.
const PlacedStops::Place* source_of(const PlacedStops& placed, const JourneyPath& path, const Way& way) {
  const auto left = branch_left(path, way);
  const bool has_note = left && path.branches[*left].begin == path.branches[*left].end;
  return has_note ? place_in(placed.notes, *left) : place_in(placed.stops, way.from);
}

}  // namespace

std::vector<WayAbove> ways_above(const StoryDrawing& drawing, const Row& row) {
  const PathColumns& plan = drawing.plan;
  std::vector<WayAbove> ways;
  std::map<std::size_t, std::size_t> target_from;  // by column: where ways in the gap right of it lead
  Levels levels;
  for (const std::size_t i : journey::ways_from(plan, row.band)) {
    const Way& way = plan.path.ways[i];
    if (!branch_left(plan.path, way) || plan.path.stops[way.to].branch) continue;
    const std::size_t from = plan.columns_of_stops[way.from], to = plan.columns_of_stops[way.to];
    if (!row.band.holds(to) || from == to) continue;
    const auto [gap, is_new] = target_from.emplace(from, way.to);
    if (!is_new && gap->second != way.to) continue;  // a gap has room for one; the card says where the other leads
    const double x = gap_right_of(row, from), center = row.center(to);
    const auto known = std::ranges::find_if(ways, [&](const WayAbove& other) { return other.from_column == from; });
    const auto level = known != ways.end() ? std::optional(known->level) : levels.take(std::min(x, center), std::max(x, center));
    if (level) ways.push_back({i, from, to, *level});
  }
  return ways;
}

double height_of_ways(const std::vector<WayAbove>& ways) {
  std::size_t levels = 0;
  for (const WayAbove& way : ways) levels = std::max(levels, way.level + 1);
  return levels > 0 ? over_cards + static_cast<double>(levels) * between_levels : 0;
}

void draw_ways(StoryDrawing& drawing, const Row& row, const std::vector<WayAbove>& above, const PlacedStops& placed, double top) {
  const JourneyPath& path = drawing.plan.path;
  for (const WayAbove& way : above) {
    const PlacedStops::Place* from = source_of(placed, path, path.ways[way.way]);
    const PlacedStops::Place* to = place_in(placed.stops, path.ways[way.way].to);
    if (from == nullptr || to == nullptr) continue;
    const double x = gap_right_of(row, way.from_column), y = top - over_cards - static_cast<double>(way.level) * between_levels;
    const double center = row.center(way.to_column);
    connect(drawing, *from, *to,
            {{from->box.right(), from->box.center().y}, {x, from->box.center().y}, {x, y}, {center, y}, {center, to->box.top}},
            path.ways[way.way].is_back());
  }
  const std::vector<std::size_t> ways = journey::ways_from(drawing.plan, row.band);
  for (const std::size_t i : ways) {
    const Way& way = path.ways[i];
    const bool is_on_track = path.stops[way.to].branch.has_value();
    const PlacedStops::Place* from = source_of(placed, path, way);
    const PlacedStops::Place* to = place_in(placed.stops, way.to);
    if (is_on_track && from != nullptr && to != nullptr) draw_downwards(drawing, placed, *from, *to);
  }
  for (const auto& [branch, note] : placed.notes) {
    const auto& follows = path.branches[branch].follows;
    const PlacedStops::Place* from = follows ? place_in(placed.stops, *follows) : nullptr;
    if (from != nullptr) draw_downwards(drawing, placed, *from, note);
  }
  for (const std::size_t i : ways) {
    const Way& way = path.ways[i];
    const bool is_of_its_column = drawing.plan.columns_of_stops[way.from] == drawing.plan.columns_of_stops[way.to];
    if (!branch_left(path, way) || path.stops[way.to].branch || !is_of_its_column) continue;
    const PlacedStops::Place* from = source_of(placed, path, way);
    const PlacedStops::Place* to = place_in(placed.stops, way.to);
    if (from != nullptr && to != nullptr) draw_upwards(drawing, placed, *from, *to, way.is_back());
  }
}

}  // namespace mot::story

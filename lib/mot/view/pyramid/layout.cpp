#include "mot/view/pyramid/layout.h"

#include <algorithm>
#include <iterator>
#include <limits>
#include <span>
#include <utility>

namespace mot::pyramid {

namespace {

constexpr double widest_customer = 380;
constexpr std::size_t most_rows_with_lines = 2;    // of roles: past more of them an eye can't follow a line
constexpr double card_scales[] = {1, 1.12, 1.25};  // of their widths

std::size_t index_of(Level level) {
  return static_cast<std::size_t>(level);
}

/// With its text, or its face where that is higher.
double height_of_card(const Card& card, double padding) {
  const double text = height_of(card.lines) + 2 * padding;
  return card.identity.css_class == "persona" ? std::max(text, 2 * portrait_radius) : text;
}

std::vector<Tier> tiers_of(const std::vector<Floor>& floors, double padding) {
  std::vector<Tier> tiers;
  for (const Floor& floor : floors) {
    Tier& tier = tiers.emplace_back();
    tier.card_width = floor.card_width;
    for (const Card& card : floor.cards) tier.heights.push_back(height_of_card(card, padding));
  }
  return tiers;
}

Seat seat_of(const Arrangement& arrangement, Level level, std::size_t card) {
  const auto row = std::find_if(arrangement.rows.begin(), arrangement.rows.end(), [&](const Row& candidate) {
    return candidate.tier == index_of(level) && card < candidate.first + candidate.count;
  });
  return {static_cast<std::size_t>(row - arrangement.rows.begin()), card - row->first};
}

std::size_t rows_of(const Arrangement& arrangement, Level level) {
  return static_cast<std::size_t>(std::ranges::count(arrangement.rows, index_of(level), &Row::tier));
}

/// With the axis at 0.
std::vector<Fence> fences_of(const Layout& layout) {
  std::vector<Fence> fences;
  for (const Row& row : layout.arrangement.rows) {
    const Floor& floor = layout.floors[row.tier];
    const double edge = layout.half_width(row.bottom) - layout.arrangement.manner.inset / 4;
    Fence& fence = fences.emplace_back(Fence{{}, floor.card_width, -edge, edge});
    for (std::size_t i = 0; i < row.count; ++i) fence.lefts.push_back(left_of(row, floor, i));
  }
  return fences;
}

Lines lines_of(const PyramidDrawing& drawing, const Arrangement& arrangement) {
  Lines lines;
  const auto add = [&](const std::vector<std::size_t>& roles, Level level, std::size_t card, const std::string& id) {
    if (roles.empty()) return;
    Bundle bundle{seat_of(arrangement, level, card), {}};
    std::vector<Asking> askings;
    for (const std::size_t role : roles) {
      bundle.from.push_back(seat_of(arrangement, Level::front, role));
      askings.push_back({role_id(role), id});
    }
    lines.bundles.push_back(std::move(bundle));
    lines.askings.push_back(std::move(askings));
  };
  for (std::size_t i = 0; i < drawing.people.asked.size(); ++i) add(drawing.people.asked[i].roles, Level::asked, i, asked_id(i));
  for (std::size_t i = 0; i < drawing.people.leads.size(); ++i) add(drawing.people.leads[i].asked_by, Level::leads, i, lead_id(i));
  return lines;
}

/// Rows as high as their cards are now. The pyramid has room for its cards in any order.
void fit_heights(Layout& layout, Level level, double padding) {
  for (Row& row : layout.arrangement.rows) {
    if (row.tier != index_of(level)) continue;
    row.height = 0;
    for (std::size_t i = row.first; i < row.first + row.count; ++i)
      row.height = std::max(row.height, height_of_card(layout.floors[row.tier].cards[i], padding));
  }
  settle(layout.arrangement);
}

/// The few customers there are fill the widest floor.
void widen_customers(PyramidDrawing& drawing, Layout& layout) {
  const Row& row = layout.arrangement.rows.front();
  Floor& floor = layout.floors[index_of(Level::customers)];
  if (row.count != floor.cards.size()) return;
  const auto count = static_cast<double>(row.count);
  const double room = 2 * (layout.half_width(row.bottom) - layout.arrangement.manner.inset) + row.gap;
  const double width = std::min(room / count - row.gap, widest_customer);
  if (width <= floor.card_width) return;
  floor = customers_floor(drawing, width);
  fit_heights(layout, Level::customers, card_padding_of(drawing));
}

/// Where those who ask stand, from left to right, on average.
double middle_of_askers(const Layout& layout, const Asked& asked) {
  double sum = 0;
  for (const std::size_t role : asked.roles) {
    const Seat seat = seat_of(layout.arrangement, Level::front, role);
    sum += left_of(layout.arrangement.rows[seat.row], layout.floors[index_of(Level::front)], seat.card);
  }
  return asked.roles.empty() ? 0 : sum / static_cast<double>(asked.roles.size());
}

/// Deals things out to rows by turns, each row as many as it holds; returns row after row.
std::vector<Asked> dealt(std::vector<Asked> all, const Arrangement& arrangement) {
  std::vector<std::size_t> counts;
  for (const Row& row : arrangement.rows) {
    if (row.tier == index_of(Level::asked)) counts.push_back(row.count);
  }
  std::vector<std::vector<Asked>> rows(counts.size());
  for (Asked& asked : all) {
    std::size_t emptiest = 0;
    for (std::size_t i = 0; i < rows.size(); ++i) {
      if (rows[i].size() * counts[emptiest] < rows[emptiest].size() * counts[i]) emptiest = i;
    }
    rows[emptiest].push_back(std::move(asked));
  }
  std::vector<Asked> order;
  for (auto& row : rows) std::move(row.begin(), row.end(), std::back_inserter(order));
  return order;
}

/// Those who are asked stand below those who ask them.
void order_asked(PyramidDrawing& drawing, Layout& layout) {
  std::vector<std::pair<double, Asked>> places;
  for (Asked& asked : drawing.people.asked) places.emplace_back(middle_of_askers(layout, asked), asked);
  std::stable_sort(places.begin(), places.end(), [](const auto& one, const auto& other) { return one.first < other.first; });
  std::vector<Asked> sorted;
  for (auto& [place, asked] : places) sorted.push_back(std::move(asked));
  drawing.people.asked = dealt(std::move(sorted), layout.arrangement);
  Floor& floor = layout.floors[index_of(Level::asked)];
  floor = asked_floor(drawing, floor.card_width);
  fit_heights(layout, Level::asked, card_padding_of(drawing));
}

/// Strips between rows become high enough for the lines that run in them.
void make_room(Arrangement& arrangement, const Routes& routes) {
  for (std::size_t i = 0; i < arrangement.rows.size(); ++i) {
    const auto tracks = static_cast<double>(routes.tracks[i]);
    if (tracks > 0) arrangement.rows[i].below = std::max(arrangement.rows[i].below, above_tracks + tracks * between_tracks + below_tracks);
  }
  settle(arrangement);
}

/// How high a row has to be for all that its roles say, in cards that are drawn so high only where they have to be; whom they ask leaves.
double height_in_words(const PyramidDrawing& drawing, const Layout& layout, const Row& row) {
  double height = row.height;
  for (std::size_t i = row.first; i < row.first + row.count && i < drawing.people.roles.size(); ++i)
    height = std::max(height, height_in_words(drawing, i, layout.floors[row.tier].card_width));
  return height;
}

/// Rows of roles grow as high as their words need while there is room, those first that need least; the top stays as wide as it is.
void grow_for_words(const PyramidDrawing& drawing, Layout& layout) {
  Arrangement& arrangement = layout.arrangement;
  std::vector<std::pair<double, Row*>> needs;
  for (Row& row : arrangement.rows) {
    if (row.tier == index_of(Level::front)) needs.emplace_back(height_in_words(drawing, layout, row) - row.height, &row);
  }
  std::ranges::stable_sort(needs, {}, &std::pair<double, Row*>::first);
  const double before = arrangement.height;
  double room = drawing.room.height - before;
  for (const auto& [more, row] : needs) {
    if (more > room) break;
    row->height += more, room -= more;
  }
  settle(arrangement);
  arrangement.shape.slope *= before / arrangement.height;
  spread(arrangement, tiers_of(layout.floors, card_padding_of(drawing)));
}

/// As it fills what it is drawn for.
Manner manner_of(const PyramidDrawing& drawing) {
  constexpr double off = 1.1;
  if (!drawing.is_slide) return on_a_page;
  Manner manner = drawing.is_terse ? crowded_on_a_slide : on_a_slide;
  if (drawing.proportion > 0) manner.least_proportion = drawing.proportion / off, manner.most_proportion = drawing.proportion * off;
  return manner;
}

/// Wider cards are lower: the smallest pyramid wins.
void choose_sizes(PyramidDrawing& drawing, Layout& layout) {
  double least = std::numeric_limits<double>::infinity();
  const std::span<const double> scales(card_scales);
  for (const double scale : drawing.is_slide ? scales.first(1) : scales) {
    std::vector<Floor> floors = floors_of(drawing, scale);
    const std::vector<Tier> tiers = tiers_of(floors, card_padding_of(drawing));
    Arrangement arrangement = arrange(tiers, manner_of(drawing));
    if (cost_of(arrangement) >= least) continue;
    least = cost_of(arrangement);
    spread(arrangement, tiers);
    layout.floors = std::move(floors);
    layout.arrangement = std::move(arrangement);
  }
}

}  // namespace

double left_of(const Row& row, const Floor& floor, std::size_t card) {
  return -width_of_cards(row.count, floor.card_width, row.gap) / 2 + static_cast<double>(card) * (floor.card_width + row.gap);
}

Layout lay_out(PyramidDrawing& drawing) {
  Layout layout;
  choose_sizes(drawing, layout);
  drawing.has_lines = !drawing.names_asked && rows_of(layout.arrangement, Level::front) <= most_rows_with_lines;
  if (!drawing.names_asked) order_asked(drawing, layout);
  widen_customers(drawing, layout);
  if (drawing.is_terse && drawing.names_leads) grow_for_words(drawing, layout);
  if (!drawing.has_lines) return layout;
  layout.lines = lines_of(drawing, layout.arrangement);
  layout.lines.routes = route(fences_of(layout), layout.lines.bundles);
  make_room(layout.arrangement, layout.lines.routes);
  return layout;
}

}  // namespace mot::pyramid

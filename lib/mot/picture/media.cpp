#include "mot/picture/media.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

namespace mot {

namespace {

constexpr Medium known_media[] = {
    {"screen", 8, "", 0},
    {"hand", 7, "a4", 0, 2, Orientation::automatic, "take larger paper"},
    {"slide", 12, "16:9", 1, 0, Orientation::landscape, "show less of it (--stage, --department, --moments-of-truth)"},
    {"wall", 18, "a1", 1, 0, Orientation::automatic, "take larger paper"},
};

constexpr std::array<std::size_t, 8> most_columns = {0, 9, 8, 7, 6, 5, 4, 3};
constexpr std::array<double, 6> enlargements = {1, 1.08, 1.17, 1.3, 1.5, 1.8};  // of the least letters
constexpr std::size_t most_added_pages = 5;  // where not even the barest picture has letters that are large enough on fewer
constexpr double letters_of_dense = 12;      // points of the smallest ones where little room is
constexpr std::array<std::size_t, 18> shown_at_most = {0, 160, 110, 75, 55, 40, 30, 24, 20, 16, 12, 10, 8, 6, 5, 4, 3, 2};
constexpr double narrowest_column = 66;
constexpr double millimetres_a_point = 25.4 / 72, capitals = 0.7, heights_away = 250;

struct Found {
  Fit fit;
  Sheet sheet;
  Scene scene;
  Imposition imposition;
  double letters = 0;
};

std::size_t number_left_out(const Scene& scene) {
  return scene.left_out.parts.size() + scene.left_out.things.size();
}

/// Of letters that are all large enough the larger ones are better where they cost nothing that is told.
bool is_better(const Found& one, const std::optional<Found>& other) {
  if (!other) return true;
  if (one.imposition.sheets() != other->imposition.sheets()) return one.imposition.sheets() < other->imposition.sheets();
  const std::size_t own = number_left_out(one.scene), of_other = number_left_out(other->scene);
  if (own != of_other) return own < of_other;
  if (one.scene.squeezed != other->scene.squeezed) return one.scene.squeezed < other->scene.squeezed;
  return one.letters > other->letters + 1e-9;
}

/// Looks for the best picture with so much left out.
class Search {
 public:
  /// `share` of the letters that the medium asks for.
  Search(const Medium& medium, const Printing& printing, const DrawnToFit& draw, double share)
      : least_letters_(share * medium.least_letters),
        draw_(draw),
        sheets_(sheets_for(printing)),
        own_letters_(smallest_letters_of(draw({}))) {}

  /// On at most so many pages.
  std::optional<Found> with(std::size_t left_out, std::size_t most_pages) {
    most_pages_ = most_pages;
    std::optional<Found> best;
    for (const Sheet& sheet : sheets_) {
      const double width = window_on(sheet.width, sheet.height).width * own_letters_ / least_letters_;
      for (const std::size_t columns : most_columns) {
        if (static_cast<double>(columns) * narrowest_column < width) look(best, sheet, {0, 0, columns, left_out});
      }
    }
    return best;
  }

 private:
  /// Enlarges as long as that takes no more pages.
  void look(std::optional<Found>& best, const Sheet& sheet, const Fit& fit) {
    for (const double enlargement : enlargements) {
      std::optional<Found> found = at(sheet, fit, enlargement * least_letters_);
      if (!found || (best && found->imposition.sheets() > best->imposition.sheets())) return;
      if (is_better(*found, best)) best = std::move(found);
    }
  }

  std::optional<Found> at(const Sheet& sheet, Fit fit, double letters) {
    const Box window = window_on(sheet.width, sheet.height);
    fit.width = window.width * own_letters_ / letters;
    Scene scene = draw_(fit);
    const double scale = window.width / scene.width;
    const double reached = smallest_letters_of(scene) * scale;
    if (reached < least_letters_ - 1e-6) return std::nullopt;
    auto imposition = on_pages_at(scene, sheet.width, sheet.height, scale);
    if (!imposition || (most_pages_ > 0 && imposition->sheets() > most_pages_)) return std::nullopt;
    return Found{fit, sheet, std::move(scene), std::move(*imposition), reached};
  }

  double least_letters_;
  std::size_t most_pages_ = 0;  // 0: as many as it takes
  const DrawnToFit& draw_;
  std::vector<Sheet> sheets_;
  double own_letters_;
};

/// On at most so many pages.
std::optional<Found> with_least_left_out(Search& search, std::size_t parts, std::size_t pages) {
  for (std::size_t left_out = 0; left_out <= parts; ++left_out) {
    if (std::optional<Found> found = search.with(left_out, pages)) return found;
  }
  return std::nullopt;
}

/// On as few more as the barest picture takes; where those are many, all of it on as many as that takes.
std::optional<Found> on_added_pages(Search& search, std::size_t parts, std::size_t pages) {
  constexpr std::size_t any_pages = 0;
  std::optional<Found> barest = search.with(parts, any_pages);
  if (!barest) return std::nullopt;
  const std::size_t least = barest->imposition.sheets();
  if (least <= pages + most_added_pages) return with_least_left_out(search, parts, least);
  std::optional<Found> whole = search.with(0, any_pages);
  return whole ? std::move(whole) : std::move(barest);
}

/// Leaves out as little as takes it to one page fewer; as it is where nothing does.
void save_a_page(Search& search, const Medium& medium, std::size_t parts, Found& found) {
  for (std::size_t left_out = found.fit.left_out + 1; left_out <= parts; ++left_out) {
    std::optional<Found> shorter = search.with(left_out, medium.good_pages);
    if (!shorter) continue;
    found = *std::move(shorter);
    return;
  }
}

/// How many sheets nothing would have to leave on; 0 where that are many more.
std::size_t sheets_of_whole(Search& search, std::size_t sheets) {
  constexpr std::size_t most_more = 3;
  const std::optional<Found> whole = search.with(0, sheets + most_more);
  return whole ? whole->imposition.sheets() : 0;
}

/// Draws it once more, to fill the sheets that it is on.
void fill(Found& found, const DrawnToFit& draw) {
  const Box window = window_on(found.sheet.width, found.sheet.height);
  Fit fit = found.fit;
  fit.height = window.height / found.imposition.scale;
  Scene scene = draw(fit);
  if (scene.width != found.scene.width) return;
  auto imposition = on_pages_at(scene, found.sheet.width, found.sheet.height, found.imposition.scale);
  if (!imposition || imposition->sheets() > found.imposition.sheets()) return;
  found.scene = std::move(scene), found.imposition = std::move(*imposition);
}

/// With so many things on a sheet: the largest letters it can have, if they are large enough.
std::optional<Found> dense_on(const Sheet& sheet, const Medium& medium, std::size_t most, const DrawnDense& draw) {
  const Box window = window_on(sheet.width, sheet.height);
  std::optional<Found> best;
  for (const double enlargement : enlargements) {
    const double drawn_at = letters_of_dense / (medium.least_letters * enlargement);
    Scene scene = draw(window.width * drawn_at, window.height * drawn_at, most);
    const double scale = std::min(window.width / scene.width, window.height / scene.height);
    const double letters = smallest_letters_of(scene) * scale;
    if (letters < medium.least_letters - 1e-6) break;
    const auto cost = [](const Scene& one) { return std::array{one.squeezed, number_left_out(one), one.left_out.names.size()}; };
    const bool costs_more = best && !std::ranges::equal(cost(scene), cost(best->scene), std::ranges::less_equal());
    if (costs_more || (best && letters <= best->letters)) break;
    auto imposition = on_pages_at(scene, sheet.width, sheet.height, scale);
    if (!imposition || imposition->sheets() > 1) break;
    best = Found{{}, sheet, std::move(scene), std::move(*imposition), letters};
  }
  return best;
}

struct Scaler {
  double scale;
  Point moved;

  Point operator()(Point point) const { return {point.x * scale + moved.x, point.y * scale + moved.y}; }
  void to(Box& box) const {
    const Point corner = (*this)({box.left, box.top});
    box = {corner.x, corner.y, box.width * scale, box.height * scale};
  }
  void to(std::vector<Point>& points) const {
    for (Point& point : points) point = (*this)(point);
  }
  void to(Stroke& stroke) const { stroke.width *= scale; }
  void to(Font& font) const { font.size = std::floor(font.size * scale * 2 + 1e-6) / 2; }
  void to(std::vector<Line>& lines) const {
    for (Line& line : lines) {
      line.height *= scale, line.space_above *= scale;
      for (Run& run : line.runs) to(run.font);
    }
  }
  void operator()(Area& area) const {
    to(area.outline);
    if (area.stroke) to(*area.stroke);
  }
  void operator()(CurvedArea& area) const { to(area.outline); }
  void operator()(Curve& curve) const { to(curve.points), to(curve.stroke); }
  void operator()(Card& card) const {
    to(card.box), to(card.stroke), to(card.lines);
    card.padding *= scale, card.inset *= scale;
  }
  void operator()(Marker& marker) const {
    marker.center = (*this)(marker.center);
    marker.radius *= scale;
    to(marker.stroke);
    if (marker.text) to(marker.text->font);
  }
  void operator()(Label& label) const { to(label.box), to(label.lines); }
};

}  // namespace

std::span<const Medium> media() {
  return known_media;
}

double reading_distance(double letters) {
  return letters * millimetres_a_point * capitals * heights_away / 1000;
}

Printing printing_for(const Medium& medium, Printing printing) {
  printing.gluing = Gluing::never;
  printing.least_letters = medium.least_letters;
  if (medium.most_pages == 1) printing.sheets_across = 1;
  if (printing.orientation == Orientation::automatic) printing.orientation = medium.lies;
  return printing;
}

MadeForMedium made_for(const Medium& medium, const Printing& printing, std::size_t parts, const DrawnToFit& draw) {
  const bool are_asked = printing.most_pages > 0;
  const std::size_t pages = are_asked ? printing.most_pages : medium.most_pages;
  for (const double share : {1.0, 0.9, 0.8, 0.7, 0.6, 0.5}) {
    Search search(medium, printing, draw, share);
    std::optional<Found> found = with_least_left_out(search, parts, pages);
    if (!found && share == 1 && pages > 0) found = on_added_pages(search, parts, pages);
    if (found) {
      const bool may_save = !are_asked && medium.good_pages > 0 && found->imposition.sheets() == medium.good_pages + 1;
      if (may_save) save_a_page(search, medium, parts, *found);
      fill(*found, draw);
      const std::size_t whole_on = are_asked || found->fit.left_out == 0 ? 0 : sheets_of_whole(search, found->imposition.sheets());
      return {std::move(found->scene), std::move(found->imposition), found->fit.left_out, whole_on};
    }
  }
  Scene scene = draw({});
  auto imposition = imposition_of(scene, printing_for(medium, printing));
  return {std::move(scene), std::move(imposition), 0};
}

std::span<const std::size_t> shown_where_little_room_is() {
  return shown_at_most;
}

std::vector<Sheet> sheets_for(const Printing& printing) {
  const Sheet upright{printing.paper.width, printing.paper.height}, lying{printing.paper.height, printing.paper.width};
  switch (printing.orientation) {
    case Orientation::portrait:
      return {upright};
    case Orientation::landscape:
      return {lying};
    case Orientation::automatic:
      return {lying, upright};
  }
  return {lying};
}

std::optional<MadeForMedium> made_dense(const Medium& medium, const Printing& printing, const DrawnDense& draw) {
  const auto with = [&](std::size_t most) {
    std::optional<Found> best;
    for (const Sheet& sheet : sheets_for(printing)) {
      std::optional<Found> found = dense_on(sheet, medium, most, draw);
      if (found && is_better(*found, best)) best = std::move(found);
    }
    return best;
  };
  std::size_t too_many = 0;
  for (std::size_t most : shown_at_most) {
    std::optional<Found> best = with(most);
    while (best && too_many > most + 1) {  // between those that have room and those that have none
      const std::size_t between = most + (too_many - most) / 2;
      std::optional<Found> more = with(between);
      (more ? most : too_many) = between;
      if (more) best = std::move(more);
    }
    if (best) return MadeForMedium{std::move(best->scene), std::move(best->imposition), 0};
    too_many = most;
  }
  return std::nullopt;
}

Scene scaled(Scene scene, double scale, Point moved) {
  const Scaler scaler{scale, moved};
  scene.width *= scale, scene.height *= scale;
  for (Panel& panel : scene.panels) {
    scaler.to(panel.box);
    if (panel.stroke) scaler.to(*panel.stroke);
  }
  for (Ground& ground : scene.ground) std::visit(scaler, ground);
  for (Connector& connector : scene.connectors) scaler.to(connector.points), scaler.to(connector.stroke);
  for (Item& item : scene.items) std::visit(scaler, item);
  for (Image& image : scene.images) scaler.to(image.box);
  return scene;
}

}  // namespace mot

#include "mot/picture/paper.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <utility>

#include "mot/picture/canvas.h"
#include "mot/picture/curves.h"
#include "mot/picture/fitting_line.h"
#include "mot/picture/sheet_cuts.h"

namespace mot {

namespace {

constexpr double millimetre = 72 / 25.4;
constexpr double inch = 72;

// ISO 216, ANSI/ASME Y14.1.
constexpr Paper known_papers[] = {
    {"a4", 210 * millimetre, 297 * millimetre, "hand"},
    {"a3", 297 * millimetre, 420 * millimetre, "hand"},
    {"a2", 420 * millimetre, 594 * millimetre, "wall"},
    {"a1", 594 * millimetre, 841 * millimetre, "wall"},
    {"a0", 841 * millimetre, 1189 * millimetre, "wall"},
    {"letter", 8.5 * inch, 11 * inch, "hand"},
    {"tabloid", 11 * inch, 17 * inch, "hand"},
    {"16:9", 7.5 * inch, 13.0 * inch + inch / 3, "slide"},
    {"4:3", 7.5 * inch, 10 * inch, "slide"},
};

constexpr double margin = 10 * millimetre;              // what printers leave white at most
constexpr double foot = 22;                             // between the picture and the lower margin
constexpr double least_in_foot = 7, most_in_foot = 22;  // points of its letters
constexpr double glued_overlap = 10 * millimetre;       // of sheets that are glued
constexpr double mark_length = 2.5 * millimetre;
constexpr double from_corner = 0.75 * millimetre;  // to a mark

constexpr double least_free_between_rows = 18;  // points; what belongs together is nearer

/// Where the picture may be on a sheet.
Box window_of(double width, double height) {
  return {margin, margin, width - 2 * margin, height - 2 * margin - foot};
}

/// What so many sheets of a length show together.
double reach(double length, std::size_t sheets) {
  return static_cast<double>(sheets) * length - static_cast<double>(sheets - 1) * glued_overlap;
}

struct SmallestLetters {
  double size = 0;  // 0: no letters

  void take(const Run& run) {
    if (!run.text.empty() && (size == 0 || run.font.size < size)) size = run.font.size;
  }
  /// The legend's marks show again what stands in the picture.
  void operator()(const Marker& marker) {
    if (marker.text && marker.identity.css_class != "legend") take(*marker.text);
  }
  template <class Item>
  void operator()(const Item& item) {
    for (const Line& line : item.lines)
      for (const Run& run : line.runs) take(run);
  }
};

/// Scissors and glue are worth one sheet more.
std::size_t effort_of(const Imposition& imposition) {
  return imposition.sheets() + (imposition.is_glued() ? 1 : 0);
}

/// Fewer sheets first, then larger letters.
bool is_better(const std::optional<Imposition>& one, const std::optional<Imposition>& other) {
  if (!one || !other) return one.has_value();
  if (effort_of(*one) != effort_of(*other)) return effort_of(*one) < effort_of(*other);
  return one->scale > other->scale * (1 + 1e-9);
}

std::optional<Imposition> better(std::optional<Imposition> one, std::optional<Imposition> other) {
  return is_better(one, other) ? std::move(one) : std::move(other);
}

struct BoxOf {
  Box operator()(const Marker& marker) const {
    return {marker.center.x - marker.radius, marker.center.y - marker.radius, 2 * marker.radius, 2 * marker.radius};
  }
  template <class Item>
  Box operator()(const Item& item) const {
    return item.box;
  }
};

struct PointsOf {
  const std::vector<Point>& operator()(const Curve& curve) const { return curve.points; }
  template <class Filled>
  const std::vector<Point>& operator()(const Filled& shape) const {
    return shape.outline;
  }
};

/// What stands where from above, of everything in a picture.
std::vector<Strip> occupied_strips(const Scene& scene) {
  std::vector<Strip> all;
  const auto add_box = [&](const Box& box) { all.push_back({box.top, box.bottom()}); };
  const auto add_points = [&](const std::vector<Point>& points) {
    if (points.empty()) return;
    const auto [top, bottom] = std::minmax_element(points.begin(), points.end(), [](Point a, Point b) { return a.y < b.y; });
    all.push_back({top->y, bottom->y});
  };
  for (const Panel& panel : scene.panels) add_box(panel.box);
  for (const Connector& connector : scene.connectors) add_points(connector.points);
  for (const Ground& ground : scene.ground) add_points(std::visit(PointsOf{}, ground));
  for (const Item& item : scene.items) add_box(std::visit(BoxOf{}, item));
  for (const Image& image : scene.images) add_box(image.box);
  return all;
}

/// The middles of what is free from edge to edge between one thing and the next.
std::vector<double> free_heights(const Scene& scene, double least_free) {
  std::vector<Strip> occupied = occupied_strips(scene);
  std::sort(occupied.begin(), occupied.end(), [](const Strip& a, const Strip& b) { return a.top < b.top; });
  std::vector<double> free;
  double bottom = occupied.empty() ? 0 : occupied.front().bottom;
  for (const Strip& strip : occupied) {
    if (strip.top - bottom >= least_free) free.push_back((bottom + strip.top) / 2);
    bottom = std::max(bottom, strip.bottom);
  }
  return free;
}

/// Strips of at most a height, each as high as it can be; none where a row is higher, or would leave a page nearly empty.
std::vector<Strip> parted(const Scene& scene, const std::vector<double>& free, double most_height) {
  constexpr double least_share = 0.3;
  std::vector<Strip> strips;
  double top = 0;
  while (scene.height - top > most_height) {
    const auto beyond = std::upper_bound(free.begin(), free.end(), top + most_height);
    if (beyond == free.begin() || *(beyond - 1) < top + least_share * most_height) return {};
    strips.push_back({top, *(beyond - 1)});
    top = strips.back().bottom;
  }
  strips.push_back({top, scene.height});
  return strips;
}

/// The same, over as few pages, none much fuller than the others.
std::vector<Strip> parted_evenly(const Scene& scene, const std::vector<double>& free, double most_height) {
  std::vector<Strip> strips = parted(scene, free, most_height);
  double least = strips.empty() ? most_height : scene.height / static_cast<double>(strips.size()), most = most_height;
  while (most - least > 1) {
    const double middle = (least + most) / 2;
    std::vector<Strip> evener = parted(scene, free, middle);
    const bool is_as_short = !evener.empty() && evener.size() == strips.size();
    if (is_as_short) strips = std::move(evener);
    (is_as_short ? most : least) = middle;
  }
  return strips;
}

/// Parted between its rows, as large as the sheet is wide or smaller, down to what can be read.
std::optional<Imposition> on_pages(const Scene& scene, double width, double height, double least_letters) {
  constexpr int steps = 8;
  const Box window = window_of(width, height);
  const double letters = smallest_letters_of(scene), largest = window.width / scene.width;
  if (letters * largest < least_letters) return std::nullopt;
  const std::vector<double> free = free_heights(scene, least_free_between_rows);
  std::optional<Imposition> best;
  for (int step = 0; step <= steps; ++step) {
    const double scale = std::lerp(largest, least_letters / letters, static_cast<double>(step) / steps);
    Imposition found{.width = width, .height = height, .scale = scale, .strips = parted_evenly(scene, free, window.height / scale)};
    found.down = found.strips.size();
    if (found.strips.size() > 1 && found.strips.size() <= most_sheets) best = better(std::move(found), std::move(best));
  }
  return best;
}

/// More sheets than that are never cut; a picture that needs them is not gone through again and again.
bool are_too_many(double wanted, double length) {
  return wanted > reach(length, most_sheets);
}

/// At a scale, cut where few things are cut.
std::optional<Imposition> glued_at(const Scene& scene, double width, double height, double scale) {
  const Box window = window_of(width, height);
  if (are_too_many(scene.width * scale, window.width) || are_too_many(scene.height * scale, window.height)) return std::nullopt;
  Imposition found{width, height, 1, 1, scale};
  found.lefts = sheet_begins(scene, Side::across, {window.width / scale, glued_overlap / scale});
  found.tops = sheet_begins(scene, Side::down, {window.height / scale, glued_overlap / scale});
  found.across = found.lefts.size(), found.down = found.tops.size();
  if (found.across > most_sheets || found.sheets() > most_sheets) return std::nullopt;
  return found;
}

/// As large as so many sheets have room for, but no smaller than `least`.
std::optional<Imposition> glued_on(const Scene& scene, const Imposition& most, double least, double largest) {
  constexpr int steps = 12;
  for (int step = 0; step < steps; ++step) {
    auto found = glued_at(scene, most.width, most.height, std::lerp(largest, least, static_cast<double>(step) / steps));
    if (found && found->across <= most.across && found->down <= most.down) return found;
  }
  return glued_at(scene, most.width, most.height, least);
}

std::optional<Imposition> on_sheets(const Scene& scene, double width, double height, const Printing& printing) {
  constexpr double least_filled = 0.8;  // of sheets side by side that were asked for
  const Box window = window_of(width, height);
  if (printing.sheets_across == 1) {  // which asks for all of it to be on that sheet
    return Imposition{width, height, 1, 1, std::min(window.width / scene.width, window.height / scene.height)};
  }
  if (printing.sheets_across > 1) {
    const double largest = reach(window.width, printing.sheets_across) / scene.width;
    return glued_on(scene, {width, height, printing.sheets_across, most_sheets}, least_filled * largest, largest);
  }
  const double letters = smallest_letters_of(scene);
  const double least = letters > 0 ? printing.least_letters / letters : 0;
  const double on_one = std::min(window.width / scene.width, window.height / scene.height);
  if (least <= on_one) return Imposition{width, height, 1, 1, on_one};
  const auto fewest = glued_at(scene, width, height, least);
  if (!fewest) return std::nullopt;
  const double largest = std::min(reach(window.width, fewest->across) / scene.width, reach(window.height, fewest->down) / scene.height);
  return glued_on(scene, *fewest, least, largest);
}

/// Of one way for the paper to lie.
std::optional<Imposition> on_paper(const Scene& scene, double width, double height, const Printing& printing) {
  auto sheets = on_sheets(scene, width, height, printing);
  if (printing.sheets_across > 0 || (sheets && sheets->sheets() == 1)) return sheets;
  auto pages = on_pages(scene, width, height, printing.least_letters);
  return printing.gluing == Gluing::allowed ? better(std::move(pages), std::move(sheets)) : pages;
}

/// Nothing where it can't be read without being glued, and may not be.
std::optional<Imposition> readable_imposition(const Scene& scene, const Printing& printing) {
  const Paper& paper = printing.paper;
  const auto upright = on_paper(scene, paper.width, paper.height, printing);
  const auto lying = on_paper(scene, paper.height, paper.width, printing);
  switch (printing.orientation) {
    case Orientation::portrait:
      return upright;
    case Orientation::landscape:
      return lying;
    case Orientation::automatic:
      return better(lying, upright);
  }
  return upright;
}

Printing on_one_sheet(Printing printing) {
  printing.sheets_across = 1;
  return printing;
}

/// Straight marks beside the corners of a window.
void add_mark(Scene& frame, Point from, Point to, const Stroke& stroke) {
  frame.ground.push_back(Curve{straight(from, to), stroke});
}

struct Tile {
  std::size_t row;
  std::size_t column;
};

/// Solid where a sheet is cut, at its left and its top; dashed where the next one is glued on.
void add_marks(Scene& frame, const Box& window, const Box& seen, const Imposition& imposition, Tile tile, const Theme& theme) {
  const Stroke cut{theme.ink, 0.75, Dash::solid}, glue{theme.ink, 0.75, Dash::dashed};
  const double above = window.top - from_corner, below = window.bottom() + from_corner;
  const double before = window.left - from_corner, behind = window.right() + from_corner;
  const auto upright = [&](double x, const Stroke& stroke) {
    add_mark(frame, {x, above - mark_length}, {x, above}, stroke);
    add_mark(frame, {x, below}, {x, below + mark_length}, stroke);
  };
  const auto level = [&](double y, const Stroke& stroke) {
    add_mark(frame, {before - mark_length, y}, {before, y}, stroke);
    add_mark(frame, {behind, y}, {behind + mark_length, y}, stroke);
  };
  if (tile.column > 0) upright(window.left, cut);
  if (tile.column + 1 < imposition.across) upright(seen.right() - glued_overlap, glue);
  if (tile.row > 0) level(window.top, cut);
  if (tile.row + 1 < imposition.down) level(seen.bottom() - glued_overlap, glue);
}

std::string place_text(const Wording& wording, const Imposition& imposition, Tile tile) {
  const std::size_t page = tile.row * imposition.across + tile.column + 1, pages = imposition.sheets();
  if (imposition.across == 1 || imposition.down == 1) return wording("page {page} of {pages}", {{"page", page}, {"pages", pages}});
  return wording("page {page} of {pages}: row {row}, column {column}",
                 {{"page", page}, {"pages", pages}, {"row", tile.row + 1}, {"column", tile.column + 1}});
}

/// `letters`: points of the smallest ones in the picture, as it is printed, which are the foot's too; 0: as the theme has them.
void add_foot(Canvas& sheet, const Box& window, double letters, const std::vector<std::string>& left_texts, const std::string& right_text) {
  TextStyle style = sheet.theme().small_print;
  if (letters > 0) style.font.size = std::clamp(letters, least_in_foot, most_in_foot);
  const double middle = window.bottom() + foot - 5;
  const double right_width = sheet.typesetter().width_of(right_text, style.font) * 1.04 + 1;
  const double left_width = window.width - right_width - 20;
  put_text_in_middle(sheet, {"foot", "foot", "", ""}, {{window.left, middle}, left_width},
                     fitting_line(sheet.typesetter(), left_texts, style, left_width));
  put_text_in_middle(sheet, {"page-number", "foot", "", ""}, {{window.right() - right_width, middle}, right_width, Align::right},
                     {single_line(sheet.typesetter(), right_text, style)});
}

/// Of a picture, what a sheet shows: from where on, and where that is seen.
struct ShownPart {
  Point from;
  Box seen;
};

/// Where sheets begin, how much of this one is seen until the next one lies on it.
double seen_along(const std::vector<double>& begins, std::size_t sheet, double scale, double length) {
  return sheet + 1 < begins.size() ? std::min((begins[sheet + 1] - begins[sheet]) * scale + glued_overlap, length) : length;
}

/// A picture that stands on one sheet or page is in its middle, and hangs from its top.
ShownPart shown_on(const Scene& scene, const Imposition& imposition, const Box& window, Tile tile) {
  ShownPart part{{(scene.width - window.width / imposition.scale) / 2, 0}, window};
  if (!imposition.strips.empty()) {
    const Strip& strip = imposition.strips[tile.row];
    part.from.y = strip.top;
    part.seen.height = std::min(window.height, (strip.bottom - strip.top) * imposition.scale);
  }
  if (!imposition.is_glued()) return part;
  part.from = {imposition.lefts[tile.column], imposition.tops[tile.row]};
  part.seen.width = seen_along(imposition.lefts, tile.column, imposition.scale, window.width);
  part.seen.height = seen_along(imposition.tops, tile.row, imposition.scale, window.height);
  return part;
}

/// How the sheets become one, above the picture.
void add_instruction(Canvas& sheet, const Box& window) {
  constexpr double beside_marks = 50;
  const double width = window.width - 2 * beside_marks;
  put_text_in_middle(sheet, {"instruction", "foot", "", ""}, {{window.left + beside_marks, window.top / 2 + 2}, width, Align::center},
                     set_text(sheet.typesetter(), sheet.wording("cut along the solid marks, glue onto the dashed ones"),
                              sheet.theme().small_print, width, 1)
                         .lines);
}

/// What the foot says, the longest first: where that has no room, without the project, or with nothing but the title.
std::vector<std::string> foot_texts(const Scene& scene, const Imprint& imprint) {
  const std::string all[] = {imprint.project, scene.title, imprint.date};
  return {said_once(all), said_once(std::span(all).subspan(1)), scene.title};
}

}  // namespace

std::span<const Paper> papers() {
  return known_papers;
}

Box window_on(double width, double height) {
  return window_of(width, height);
}

std::optional<Imposition> on_pages_at(const Scene& scene, double width, double height, double scale) {
  constexpr double rounding = 1e-6;
  const Box window = window_of(width, height);
  Imposition found{width, height, 1, 1, scale};
  if (scene.width * scale > window.width + rounding) return std::nullopt;
  if (scene.height * scale <= window.height + rounding) return found;
  found.strips = parted_evenly(scene, free_heights(scene, least_free_between_rows), window.height / scale);
  if (found.strips.empty() || found.strips.size() > most_sheets) return std::nullopt;
  found.down = found.strips.size();
  return found;
}

double smallest_letters_of(const Scene& scene) {
  SmallestLetters letters;
  for (const Item& item : scene.items) std::visit(letters, item);
  return letters.size;
}

std::optional<Imposition> imposition_of(const Scene& scene, const Printing& printing) {
  auto readable = readable_imposition(scene, printing);
  if (readable || printing.gluing == Gluing::allowed) return readable;
  return readable_imposition(scene, on_one_sheet(printing));
}

namespace {

/// From letters as large as they are drawn to the smallest across the long side of the sheet; and as wide as both of its sides have room
/// for in letters that are just large enough.
std::vector<double> widths_to_try(const Scene& scene, const Printing& printing) {
  constexpr double wider_by[] = {1, 1.25, 1.5, 1.8, 2.2, 2.7, 3.3, 4};
  const double narrow = printing.paper.width - 2 * margin, wide = printing.paper.height - 2 * margin;
  std::vector<double> widths;
  for (const double share_of_side : wider_by) widths.push_back(share_of_side * narrow);
  const double share = printing.least_letters > 0 ? smallest_letters_of(scene) / printing.least_letters : 0;
  for (const double side : {narrow, wide})
    if (share > 0) widths.push_back(share * side);
  return widths;
}

}  // namespace

Imposed fitted(const DrawnAsWide& draw, const Printing& printing) {
  Imposed best{draw(0), {}};
  best.imposition = readable_imposition(best.scene, printing);
  double drawn_before = best.scene.width;
  for (const double width : widths_to_try(best.scene, printing)) {
    Scene scene = draw(width);
    if (scene.width == drawn_before) continue;
    drawn_before = scene.width;
    const auto imposition = readable_imposition(scene, printing);
    if (is_better(imposition, best.imposition)) best = {std::move(scene), imposition};
  }
  if (!best.imposition && printing.gluing == Gluing::never) return fitted(draw, on_one_sheet(printing));
  return best;
}

std::vector<Page> pages_of(const Scene& scene, const Imposition& imposition, const Imprint& imprint, const Theme& theme,
                           const Typesetter& typesetter) {
  const Box window = window_of(imposition.width, imposition.height);
  const std::vector<std::string> texts = foot_texts(scene, imprint);
  const double letters = smallest_letters_of(scene) * imposition.scale;
  std::vector<Page> pages;
  for (Tile tile{0, 0}; tile.row < imposition.down; ++tile.row) {
    for (tile.column = 0; tile.column < imposition.across; ++tile.column) {
      Canvas sheet(theme, typesetter);
      sheet.wording = imprint.wording;
      sheet.scene.id = fmt::format("page-{}", pages.size() + 1);
      sheet.scene.width = imposition.width, sheet.scene.height = imposition.height;
      add_foot(sheet, window, imposition.is_glued() ? 0 : letters, texts,  // marks stand beside it
               place_text(imprint.wording, imposition, tile));
      const auto [from, seen] = shown_on(scene, imposition, window, tile);
      if (imposition.is_glued()) add_marks(sheet.scene, window, seen, imposition, tile, theme);
      if (imposition.is_glued()) add_instruction(sheet, window);
      pages.push_back({std::move(sheet.scene), seen, from, imposition.scale});
    }
  }
  return pages;
}

}  // namespace mot

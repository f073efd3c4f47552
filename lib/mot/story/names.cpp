// Names beside marks, each where it covers no mark, no stem, no shading and no other name.
#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "mot/analysis/sets.h"
#include "mot/analysis/worst.h"
#include "mot/picture/hatching.h"
#include "mot/story/plot.h"
#include "mot/text/numbers.h"

namespace mot::story {

namespace {

constexpr std::size_t named_as_worst = 2;
constexpr double beside_mark = 4;
constexpr double narrow_name = 92, wide_name = 190;
constexpr double over_a_line = 20;  // what it costs to lie over one of the two lines, in places further away

/// Lines that are set, and a width they fit in.
struct SetName {
  std::vector<Line> lines;
  double width = 0;
  double height = 0;
};

SetName set_name(const StoryDrawing& drawing, const std::vector<std::pair<std::string, TextStyle>>& parts, double width) {
  SetName name;
  for (const auto& [text, style] : parts) append(name.lines, set_text(drawing.typesetter(), text, style, width).lines, 0);
  name.width = std::min(width, width_of(drawing.typesetter(), name.lines) * 1.03 + 1);
  name.height = height_of(name.lines);
  return name;
}

/// Where a name may stand, the best first.
struct Candidate {
  Box box;
  Align align = Align::left;
};

std::vector<Candidate> around(const PlacedMark& mark, const SetName& name) {
  const double r = mark.radius + beside_mark, w = name.width, h = name.height;
  const Point c = mark.center;
  return {{{c.x - w / 2, c.y + r - 1, w, h}, Align::center},
          {{c.x - r - w, c.y - h / 2, w, h}, Align::right},
          {{c.x + r, c.y - h / 2 + 8, w, h}, Align::left},
          {{c.x - r - w, c.y + 2, w, h}, Align::right},
          {{c.x + r, c.y + 3, w, h}, Align::left},
          {{c.x - w + mark.radius, c.y + r - 1, w, h}, Align::right},
          {{c.x - mark.radius, c.y + r - 1, w, h}, Align::left},
          {{c.x - w / 2, c.y - r - h - 6, w, h}, Align::center},
          {{c.x - r - w, c.y - h, w, h}, Align::right},
          {{c.x - w / 2, c.y + r + 14, w, h}, Align::center},
          {{c.x - w + mark.radius, c.y - r - h - 6, w, h}, Align::right},
          {{c.x - mark.radius, c.y - r - h - 6, w, h}, Align::left}};
}

class Names {
 public:
  Names(StoryDrawing& drawing, const Row& row, const Plot& plot, Obstacles& obstacles)
      : drawing_(drawing), plot_(plot), obstacles_(obstacles), left_(row.lefts.front()), right_(row.lefts.back() + row.widths.back()) {}

  /// Returns whether there was room.
  bool put(const std::string& id, const PlacedMark& mark, const std::vector<std::pair<std::string, TextStyle>>& parts) {
    std::optional<Candidate> best;
    SetName best_name;
    double least = 1e9;
    for (const double width : {wide_name, narrow_name}) {
      const SetName name = set_name(drawing_, parts, width);
      double cost = width == wide_name ? 0 : 1.5;
      for (const Candidate& candidate : around(mark, name)) {
        cost += 1;
        if (!is_free(candidate.box)) continue;
        const double total = cost + (obstacles_.lines.leaves_free(candidate.box) ? 0 : over_a_line);
        if (total < least) least = total, best = candidate, best_name = name;
      }
    }
    if (!best) return false;
    obstacles_.solid.add(best->box);
    put_text(drawing_, {id, "on-curve", "", ""}, {{best->box.left, best->box.top}, best->box.width, best->align},
             std::move(best_name.lines));
    return true;
  }

 private:
  bool is_free(const Box& box) const {
    const double bottom = plot_.box.bottom() + plot_.strip;
    return box.left >= left_ && box.right() <= right_ && box.top >= plot_.box.top && box.bottom() <= bottom &&
           obstacles_.solid.leaves_free(box);
  }

  StoryDrawing& drawing_;
  const Plot& plot_;
  Obstacles& obstacles_;
  double left_;
  double right_;
};

/// Both lines as small boxes, and the shading between them.
void add_lines(Obstacles& obstacles, const PathPoints& points) {
  const auto add = [&](const auto& line) {
    for (const auto& path : unbroken(line)) {
      for (const Point& point : flattened(path)) obstacles.lines.add({point.x - 2, point.y - 2, 4, 4});
    }
  };
  add(points.wanted), add(points.lived);
  for (const auto& piece : points.lived) {
    if (!piece) continue;
    for (double x = (*piece)[0].x; x < (*piece)[3].x; x += 4) {
      const auto lived = height_at(points.lived, x), wanted = height_at(points.wanted, x);
      if (lived && wanted && *lived - *wanted > 4) obstacles.solid.add({x - 2, *wanted, 4, *lived - *wanted});
    }
  }
}

std::string short_text(const Figures& figures) {
  const std::string points = points_text(*figures.gap);
  const std::string basis = figures.actual_kind == ActualKind::measured ? "" : " (judged)";
  return fmt::format("{} {} short{}", points, points == "1" ? "point" : "points", basis);
}

}  // namespace

namespace {

/// What the two lines are, in the first row.
void name_lines(StoryDrawing& drawing, Names& names, const Row& row, const PathPoints& points) {
  if (row.band.begin > 0) return;
  const Theme& theme = drawing.theme();
  const auto name = [&](const char* id, const auto& line, std::string text, Colour colour, double up) {
    for (const double x : points.x) {
      const auto y = height_at(line, x);
      if (!y) continue;
      if (names.put(id, {0, {x, *y + up}, 2}, {{text, TextStyle{{drawing.marks.name, Weight::bold, Slant::upright}, colour}}})) return;
    }
  };
  name("name-wanted", points.wanted, "wanted", theme.accent, -4);
  name("name-lived", points.lived, "lived", theme.ink, 10);
}

}  // namespace

void draw_names(StoryDrawing& drawing, const Row& row, const PathPoints& points, const Plot& plot, const std::vector<PlacedMark>& marks,
                Obstacles& obstacles) {
  const Theme& theme = drawing.theme();
  add_lines(obstacles, points);
  Names names(drawing, row, plot, obstacles);
  const auto worst = worst_moments(drawing.input.workspace, drawing.input.analysis.touchpoints,
                                   touchpoints_of(drawing.input.workspace, drawing.journey()));
  const auto is_worst = [&](std::size_t touchpoint) {
    const auto end = worst.begin() + static_cast<long>(std::min(named_as_worst, worst.size()));
    return std::find(worst.begin(), end, touchpoint) != end;
  };
  const auto name_mark = [&](const PlacedMark& mark) {
    const Visit& visit = drawing.plan.visits[mark.visit];
    const Figures& figures = drawing.figures_of(visit);
    const bool stands_out = is_worst(visit.touchpoint);
    const Colour colour = drawing.fades(visit.department) ? theme.muted : theme.tone_of(figures.gap_class).text;
    std::vector<std::pair<std::string, TextStyle>> parts;
    const double size = stands_out ? drawing.marks.worst_name : drawing.marks.name;
    const std::string glyph = drawing.marks.is_brief ? std::string(theme.tone_of(figures.gap_class).glyph) + "\u00a0" : "";
    parts.emplace_back(glyph + drawing.touchpoint_of(visit).name.value, TextStyle{{size, Weight::bold, Slant::upright}, colour});
    if (stands_out) parts.emplace_back(short_text(figures), TextStyle{theme.body.font, colour});
    names.put("name-" + visit.key, mark, parts);
  };
  for (const bool worst_first : {true, false}) {
    for (const PlacedMark& mark : marks) {
      const Visit& visit = drawing.plan.visits[mark.visit];
      const bool stands_out = is_worst(visit.touchpoint);
      const Figures& figures = drawing.figures_of(visit);
      const bool is_red = figures.gap_class == GapClass::red;
      const bool is_named = stands_out || !figures.actual || (drawing.marks.is_brief ? is_red : visit.is_aside);
      if (is_named && stands_out == worst_first && drawing.is_first(mark.visit)) name_mark(mark);
    }
  }
  name_lines(drawing, names, row, points);
}

}  // namespace mot::story

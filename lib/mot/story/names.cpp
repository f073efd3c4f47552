// Names beside marks, each where it covers no mark, no stem, no shading and no other name.

#include <algorithm>
#include <cmath>
#include <functional>
#include <utility>

#include "mot/picture/gap_text.h"
#include "mot/picture/hatching.h"
#include "mot/picture/signs.h"
#include "mot/picture/touchpoint_text.h"
#include "mot/picture/verdict.h"
#include "mot/story/plot.h"
#include "mot/story/stages.h"

namespace mot::story {

namespace {

constexpr double beside_mark = 4;
constexpr double narrow_name = 92, wide_name = 190;
constexpr double beside_names = 5;        // free, so that two on a level do not read as one
constexpr double over_a_line = 20;        // what it costs to lie over one of the two lines, in places further away
constexpr double beside_red = 9;          // or to stand beside another red mark
constexpr double in_other_stage = 8;      // or to reach into another stage
constexpr double far_step = 8;            // points between places that are tried far from a mark
constexpr double far_away = 110;          // points at most to a name that the verdict does not say
constexpr int steps_of_leader = 60;       // at which it is looked at
constexpr double around_leader = 2;       // points free beside it
constexpr double apart_from_others = 10;  // points from a name that a line leads to, to marks that it is not the name of
constexpr double nearer_by = 2;           // points that a name is nearer to its own mark than to any other
constexpr double around_mark = 6;         // points around a mark, in which its line may leave it
constexpr double least_leader = 10;       // points from a mark to its name from which on a line leads there

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

std::vector<Candidate> candidates_around(const PlacedMark& mark, const SetName& name, const Plot& plot) {
  const double r = mark.radius + beside_mark, w = name.width, h = name.height;
  const Point c = mark.center;
  if (c.y > plot.box.bottom()) return {{{c.x + r, c.y - h / 2, w, h}, Align::left}, {{c.x - r - w, c.y - h / 2, w, h}, Align::right}};
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

using Parts = std::vector<std::pair<std::string, TextStyle>>;
using Fits = std::function<bool(const Box&)>;

/// Where an end of the line that leads to a name is: the point of its box next to the mark.
Point next_to(const Point& mark, const Box& box) {
  return {std::clamp(mark.x, box.left, box.right()), std::clamp(mark.y, box.top, box.bottom())};
}

double distance(const Point& one, const Point& other) {
  return std::hypot(one.x - other.x, one.y - other.y);
}

/// From a point to the nearest one of a straight line between two others.
double distance_to_line(const Point& point, const Point& from, const Point& to) {
  const double x = to.x - from.x, y = to.y - from.y, length = x * x + y * y;
  const double share = length > 0 ? std::clamp(((point.x - from.x) * x + (point.y - from.y) * y) / length, 0.0, 1.0) : 0;
  return distance(point, {from.x + share * x, from.y + share * y});
}

/// Whether two straight lines have a point in common.
bool do_cross(const Point& a, const Point& b, const Point& c, const Point& d) {
  const auto side = [](const Point& from, const Point& to, const Point& of) {
    return (to.x - from.x) * (of.y - from.y) - (to.y - from.y) * (of.x - from.x);
  };
  return side(a, b, c) * side(a, b, d) <= 0 && side(c, d, a) * side(c, d, b) <= 0;
}

/// Whether a name keeps apart from marks that it is not the name of; one that the verdict says stands somewhere all the same.
enum class Apart : unsigned char { from_marks, from_none };

class Names {
 public:
  Names(StoryDrawing& drawing, const Row& row, const Plot& plot, const std::vector<PlacedMark>& marks, Obstacles& obstacles)
      : drawing_(drawing),
        row_(row),
        plot_(plot),
        marks_(marks),
        obstacles_(obstacles),
        left_(row.lefts.front()),
        right_(row.lefts.back() + row.widths.back()) {}

  /// Returns whether there was room near the mark, in places that fit.
  bool put(const std::string& id, const PlacedMark& mark, const Parts& parts, const Fits& fits = {}) {
    std::optional<Candidate> best;
    SetName best_name;
    double least = 1e9, narrower = 0;
    for (const double width : widths_for(parts)) {
      const SetName name = set_name(drawing_, parts, width);
      double cost = narrower;
      narrower += 1.5;
      for (const Candidate& candidate : candidates_around(mark, name, plot_)) {
        cost += 1;
        if (!is_free(candidate.box, mark) || !is_next_to_own(candidate.box, mark) || (fits && !fits(candidate.box))) continue;
        const double total = cost + (obstacles_.lines.leaves_free(candidate.box) ? 0 : over_a_line) +
                             (is_in_stage(candidate.box, mark.center.x) ? 0 : in_other_stage) +
                             (is_beside_red(candidate.box, mark) ? beside_red : 0);
        if (total < least) least = total, best = candidate, best_name = name;
      }
    }
    if (!best) return false;
    write(id, *best, std::move(best_name));
    return true;
  }

  /// Where there is no room near the mark: anywhere in the row up to so far away, with a line that leads there.
  bool put_far(const std::string& id, const PlacedMark& mark, const Parts& parts, double most_away, Apart apart = Apart::from_marks) {
    std::optional<Box> best;
    SetName best_name;
    double least = most_away;
    for (const double width : widths_for(parts)) {
      const SetName name = set_name(drawing_, parts, width);
      for (double y = plot_.box.top; y + name.height <= plot_.box.bottom(); y += far_step) {
        for (double x = left_; x + name.width <= right_; x += far_step) {
          const Box box{x, y, name.width, name.height};
          const Point end = next_to(mark.center, box);
          const double away = distance(mark.center, end) + (obstacles_.lines.leaves_free(box) ? 0 : over_a_line);
          if (away < least && is_free(box, mark) &&
              (apart == Apart::from_none || (is_next_to_nobody(box, mark) && crosses_no_line(mark, end))) && leads_freely(mark, end))
            least = away, best = box, best_name = name;
        }
      }
    }
    if (!best) return false;
    lead(mark, *best, parts.front().second.colour);
    const bool is_left = best->center().x < mark.center.x;
    write(id, {*best, is_left ? Align::right : Align::left}, std::move(best_name));
    return true;
  }

 private:
  /// Words stay whole where there is room for them.
  std::vector<double> widths_for(const Parts& parts) const {
    double longest = 0;
    for (const auto& [text, style] : parts) longest = std::max(longest, longest_word(drawing_.typesetter(), text, style.font));
    const double least = std::min(longest / 0.97 + 1, right_ - left_);
    std::vector<double> widths = {std::max(wide_name, least), std::max(narrow_name, least)};
    for (const double width : {wide_name, narrow_name}) {
      if (width < least) widths.push_back(width);
    }
    return widths;
  }

  /// What nobody knows is named in its strip, and all else above that.
  bool is_free(const Box& box, const PlacedMark& mark) const {
    const bool is_in_strip = mark.center.y > plot_.box.bottom();
    const double top = is_in_strip ? plot_.box.bottom() : plot_.box.top;
    const double bottom = is_in_strip ? plot_.box.bottom() + plot_.strip : plot_.box.bottom();
    return box.left >= left_ && box.right() <= right_ && box.top >= top && box.bottom() <= bottom && obstacles_.solid.leaves_free(box);
  }

  bool is_in_stage(const Box& box, double x) const {
    for (const Stretch& stretch : stretches_of(drawing_.plan, row_.band)) {
      const double left = row_.left(stretch.first) - column_gap / 2, right = row_.right(stretch.last) + column_gap / 2;
      if (left <= x && x <= right) return left <= box.left && box.right() <= right;
    }
    return false;
  }

  /// Whether a name would take the room of another red mark, or be read as that one's.
  bool is_beside_red(const Box& box, const PlacedMark& mark) const {
    return std::ranges::any_of(marks_, [&](const PlacedMark& other) {
      if (other.key == mark.key || drawing_.input.analysis.touchpoints[other.touchpoint].gap_class != GapClass::red) return false;
      const double r = other.radius;
      return overlap(box, {other.center.x - 3 * r, other.center.y - r, 6 * r, 5 * r});
    });
  }

  /// Whether nobody would read a name as that of another mark, to which it is as near.
  bool is_next_to_own(const Box& box, const PlacedMark& mark) const {
    const auto away = [&](const PlacedMark& one) { return std::max(0.0, distance(one.center, next_to(one.center, box)) - one.radius); };
    if (mark.key.empty()) return true;  // of a line
    const double own = away(mark);
    return std::ranges::none_of(marks_, [&](const PlacedMark& other) { return other.key != mark.key && away(other) < own + nearer_by; });
  }

  /// Whether no other mark is so near that a name, whose own mark is far, would be read as that one's.
  bool is_next_to_nobody(const Box& box, const PlacedMark& mark) const {
    return std::ranges::none_of(marks_, [&](const PlacedMark& other) {
      return other.key != mark.key && distance(other.center, next_to(other.center, box)) < other.radius + apart_from_others;
    });
  }

  /// Whether who follows a leader would take it for no part of a curve.
  bool crosses_no_line(const PlacedMark& mark, Point end) const {
    const double length = distance(mark.center, end), start = mark.radius + around_mark;
    for (double away = start; away < length; away += 2) {
      const Point point{std::lerp(mark.center.x, end.x, away / length), std::lerp(mark.center.y, end.y, away / length)};
      if (!obstacles_.lines.leaves_free({point.x - 0.5, point.y - 0.5, 1, 1})) return false;
    }
    return true;
  }

  bool leads_freely(const PlacedMark& mark, Point end) const {
    const auto crosses = [&](const Box& stem) {
      const double x = stem.center().x, share = (x - mark.center.x) / (end.x - mark.center.x);
      const double y = std::lerp(mark.center.y, end.y, share);
      return share > 0 && share < 1 && stem.top < y && y < stem.bottom();
    };
    if (end.x != mark.center.x && std::ranges::any_of(obstacles_.stems, crosses)) return false;
    for (const PlacedMark& other : marks_) {
      if (other.key != mark.key && distance_to_line(other.center, mark.center, end) < other.radius + 2) return false;
    }
    const auto crosses_leader = [&](const Leader& other) { return do_cross(mark.center, end, other.from, other.to); };
    if (std::ranges::any_of(leaders_, crosses_leader)) return false;
    return std::ranges::none_of(written_, [&](const Box& name) { return crosses_box(mark.center, end, name); });
  }

  static bool crosses_box(Point from, Point to, const Box& box) {
    for (int step = 0; step <= steps_of_leader; ++step) {
      const double share = static_cast<double>(step) / steps_of_leader;
      const Point point{std::lerp(from.x, to.x, share), std::lerp(from.y, to.y, share)};
      if (overlap(box, {point.x - around_leader, point.y - around_leader, 2 * around_leader, 2 * around_leader})) return true;
    }
    return false;
  }

  void lead(const PlacedMark& mark, const Box& name, Colour colour) {
    const Point end = next_to(mark.center, name);
    const double length = distance(mark.center, end), start = mark.radius + 1.5;
    if (length - start < (is_next_to_own(name, mark) ? least_leader : 1.5)) return;
    const auto at = [&](double away) {
      return Point{std::lerp(mark.center.x, end.x, away / length), std::lerp(mark.center.y, end.y, away / length)};
    };
    drawing_.scene.ground.push_back(Curve{straight(at(start), at(length - 1.5)), {colour, 0.75, Dash::solid}});
    leaders_.push_back({mark.center, end});
    for (double away = start; away < length; away += 3) obstacles_.solid.add({at(away).x - 1, at(away).y - 1, 2, 2});
  }

  void write(const std::string& id, const Candidate& at, SetName name) {
    obstacles_.solid.add({at.box.left - beside_names, at.box.top, at.box.width + 2 * beside_names, at.box.height});
    written_.push_back(at.box);
    put_text(drawing_, {id, "on-curve", "", ""}, {{at.box.left, at.box.top}, at.box.width, at.align}, std::move(name.lines));
  }

  StoryDrawing& drawing_;
  const Row& row_;
  const Plot& plot_;
  const std::vector<PlacedMark>& marks_;
  Obstacles& obstacles_;
  double left_;
  double right_;
  struct Leader {
    Point from;
    Point to;
  };

  std::vector<Box> written_;
  std::vector<Leader> leaders_;
};

/// Both lines as small boxes, and the shading between them.
void add_lines(Obstacles& obstacles, const PathPoints& points) {
  const auto add = [&](const auto& line) {
    for (const auto& path : unbroken(line)) {
      for (const Point& point : flattened(path)) obstacles.lines.add({point.x - 2, point.y - 2, 4, 4});
    }
  };
  add(points.wanted), add(points.lived);
  for (const auto& other : points.others) add(other);
  for (const auto& piece : points.lived) {
    if (!piece) continue;
    for (double x = (*piece)[0].x; x < (*piece)[3].x; x += 4) {
      const auto lived = height_at(points.lived, x), wanted = height_at(points.wanted, x);
      if (lived && wanted && *lived - *wanted > 4) obstacles.solid.add({x - 2, *wanted, 4, *lived - *wanted});
    }
  }
}

std::string_view short_words(const Figures& figures) {
  if (figures.actual_kind == ActualKind::measured) return "{points} points short";
  return figures.actual_kind == ActualKind::published ? "{points} points short (published)" : "{points} points short (judged)";
}

std::string short_text(const Wording& wording, const Figures& figures, const Scale& scale) {
  return wording.counted(*figures.gap, short_words(figures), {{"points", gap_text(wording, *figures.gap, scale)}});
}

Sign<Remark> unnamed_sign() {
  return {legend_rank::remarks + 1, "not every red mark is named, for want of room", 0, {}};
}

/// What the lines are, in the first row.
void name_lines(StoryDrawing& drawing, Names& names, const Row& row, const PathPoints& points) {
  if (row.band.begin > 0) return;
  const Theme& theme = drawing.theme();
  // A label belongs to the line that it is next to.
  const auto name = [&](const char* id, const auto& line, const auto& other, std::string text, Colour colour, double up) {
    const auto is_nearest = [&](const Box& box) {
      const Point middle = box.center();
      const auto own = height_at(line, middle.x), away = height_at(other, middle.x);
      return own && (!away || std::abs(*own - middle.y) + 4 < std::abs(*away - middle.y));
    };
    const TextStyle style{{drawing.marks.name, Weight::bold, Slant::upright}, colour};
    for (const double x : points.x) {
      const auto y = height_at(line, x);
      if (y && names.put(id, {{x, *y + up}, 2}, {{text, style}}, is_nearest)) return;
    }
  };
  name("name-wanted", points.wanted, points.lived, drawing.wording("wanted"), theme.accent, -4);
  name("name-lived", points.lived, points.wanted, drawing.wording("lived"), theme.ink, 10);
  for (std::size_t i = 0; i < drawing.others.size(); ++i) {
    const OtherLine& other = drawing.others[i];
    if (!other.is_named_at_end) name(("name-" + other.id).c_str(), points.others[i], points.lived, other.label, other.stroke.colour, -4);
  }
}

/// A mark that may get a name, and what comes first.
struct ToName {
  const PlacedMark* mark = nullptr;
  std::size_t urgency = 0;  ///< the place among the moments that hurt, then red ones, then the others
  bool stands_out = false;
  bool is_red = false;
};

/// Whether a journey inside falls short most at a mark, and by more than a little.
bool is_dip(const StoryDrawing& drawing, const std::vector<PlacedMark>& marks, const PlacedMark& mark) {
  const auto& touchpoints = drawing.input.analysis.touchpoints;
  const GapClass own = touchpoints[mark.touchpoint].gap_class;
  if (own != GapClass::orange && own != GapClass::red) return false;
  const auto gap_of = [&](const PlacedMark& one) { return touchpoints[one.touchpoint].gap.value_or(0); };
  return std::ranges::none_of(marks, [&](const PlacedMark& other) {
    return other.inside == mark.inside &&
           (gap_of(other) > gap_of(mark) || (gap_of(other) == gap_of(mark) && other.center.x < mark.center.x));
  });
}

/// A moment has its name once, at its first mark; in a row those of the path come first.
bool is_first_mark(const StoryDrawing& drawing, const std::vector<PlacedMark>& marks, const PlacedMark& mark) {
  if (mark.visit) return drawing.is_first(*mark.visit);
  const auto first = std::ranges::find(marks, mark.touchpoint, &PlacedMark::touchpoint);
  return &*first == &mark;
}

std::vector<ToName> marks_to_name(const StoryDrawing& drawing, const std::vector<PlacedMark>& marks) {
  const auto& hurting = drawing.hurting;
  std::vector<ToName> all;
  for (const PlacedMark& mark : marks) {
    const Figures& figures = drawing.input.analysis.touchpoints[mark.touchpoint];
    const auto place = static_cast<std::size_t>(std::ranges::find(hurting, mark.touchpoint) - hurting.begin());
    const bool stands_out = place < hurting.size(), is_red = figures.gap_class == GapClass::red;
    const bool is_told = mark.inside ? is_dip(drawing, marks, mark) : drawing.plan.visits[*mark.visit].is_aside;
    const bool is_named = stands_out || (drawing.marks.is_brief && !mark.inside ? is_red || !figures.actual : is_told);
    if (is_named && is_first_mark(drawing, marks, mark)) all.push_back({&mark, place + (stands_out || is_red ? 0 : 1), stands_out, is_red});
  }
  std::ranges::stable_sort(all, {}, &ToName::urgency);
  return all;
}

Parts parts_of(const StoryDrawing& drawing, const ToName& to_name) {
  const Theme& theme = drawing.theme();
  const Touchpoint& touchpoint = drawing.input.workspace.touchpoints[to_name.mark->touchpoint];
  const Figures& figures = drawing.input.analysis.touchpoints[to_name.mark->touchpoint];
  const Colour colour = drawing.fades(touchpoint.department.index) ? theme.muted : theme.tone_of(figures.gap_class).text;
  const double size = to_name.stands_out ? drawing.marks.worst_name : drawing.marks.name;
  const std::string glyph = drawing.marks.is_brief ? std::string(theme.tone_of(figures.gap_class).glyph) + "\u00a0" : "";
  Parts parts = {{glyph + touchpoint.name.value, TextStyle{{size, Weight::bold, Slant::upright}, colour}}};
  if (to_name.stands_out)
    parts.emplace_back(short_text(drawing.wording, figures, drawing.input.scale()), TextStyle{theme.body.font, colour});
  return parts;
}

}  // namespace

void draw_names(StoryDrawing& drawing, const Row& row, const PathPoints& points, const Plot& plot, const std::vector<PlacedMark>& marks,
                Obstacles& obstacles) {
  add_lines(obstacles, points);
  Names names(drawing, row, plot, marks, obstacles);
  for (const ToName& to_name : marks_to_name(drawing, marks)) {
    const Parts parts = parts_of(drawing, to_name);
    const std::string id = "name-" + to_name.mark->key;
    Parts name_alone = {parts.front()};
    name_alone.front().second.font.size = drawing.marks.name;
    const double most_away = to_name.stands_out ? 2 * far_away : to_name.is_red ? far_away : 0;
    const bool is_told = names.put(id, *to_name.mark, parts) || names.put(id, *to_name.mark, name_alone) ||
                         names.put_far(id, *to_name.mark, parts, most_away) || names.put_far(id, *to_name.mark, name_alone, most_away) ||
                         (to_name.stands_out && names.put_far(id, *to_name.mark, name_alone, most_away, Apart::from_none));
    if (!is_told && to_name.is_red && !drawing.options.is_slide) explain(drawing, unnamed_sign());
  }
  name_lines(drawing, names, row, points);
}

}  // namespace mot::story

// Down from a box of the main path to its branches, ways run left of these; from the end of a branch up in the gutter at its right. Ways
// past other boxes run above the row where they lead back, and under it where they lead on.
#include "mot/view/blueprint/row_ways.h"

#include <algorithm>

#include "mot/picture/curves.h"

namespace mot::blueprint {

namespace {

constexpr double way_corner_radius = 5;
// Upright stretches in the gutter, from the right edge of boxes: past a box of the same column, on to the next column, out to further ones,
// back to earlier ones, in from further ones.
constexpr double past_box = 4, to_next = 8, out = 12.5, back = 17, in = 21.5;
constexpr double over_bottom = 8;  // of a main box, where what comes from branches arrives
constexpr double between_levels = 5;
constexpr std::size_t most_levels = 6;

Sign<ArrowLook> along_branch(const Theme& theme) {
  return {legend_rank::ways + 1, "the way of a branch", 28, {{theme.muted, 1.25, Dash::solid}}};
}

Sign<ArrowLook> way_back(const Theme& theme) {
  return {legend_rank::ways + 2, "back to an earlier moment", 28, {{theme.accent, 1.25, Dash::dashed}}};
}

bool only_leads_on(const Branch& branch) {
  return branch.begin == branch.end;
}

/// From one box to another.
struct RowWay {
  const RowBox* from = nullptr;
  const RowBox* to = nullptr;
  bool is_back = false;
};

class RowWays {
 public:
  RowWays(BlueprintDrawing& drawing, const std::vector<RowBox>& boxes, const FirstLevels& levels)
      : drawing_(drawing), boxes_(boxes), levels_(levels) {}

  void draw() {
    const JourneyPath& path = drawing_.plan.path;
    for (const Way& way : path.ways) {
      const RowBox *from = at_stop(way.from), *to = at_stop(way.to);
      if (!way.branch || !only_leads_on(path.branches[*way.branch])) {
        draw({from, to, way.is_back()});
        continue;
      }
      const RowBox* between = of_branch(*way.branch);
      draw({from, between, false});
      draw({between, to, way.is_back()});
    }
  }

 private:
  const RowBox* at_stop(std::size_t stop) const {
    const auto found = std::ranges::find(boxes_, std::optional(stop), &RowBox::stop);
    return found == boxes_.end() ? nullptr : &*found;
  }
  const RowBox* of_branch(std::size_t branch) const {
    const auto found = std::ranges::find(boxes_, std::optional(branch), &RowBox::branch);
    return found == boxes_.end() ? nullptr : &*found;
  }

  /// Whether a box of the main path, or of the same column, lies between.
  bool passes_main(const RowWay& way) const {
    return std::ranges::any_of(
        boxes_, [&](const RowBox& box) { return box.is_main && way.from->column < box.column && box.column < way.to->column; });
  }
  bool passes_in_column(const RowWay& way) const {
    return std::ranges::any_of(boxes_, [&](const RowBox& box) {
      return box.column == way.from->column && box.box.top > way.from->box.top && box.box.top < way.to->box.top;
    });
  }

  /// Ways of which an end stands in another row are told in words on the cards.
  void draw(const RowWay& way) {
    if (way.from == nullptr || way.to == nullptr) return;
    const std::vector<Point> corners = corners_of(way);
    const bool is_step = way.from->is_main && way.to->is_main && !way.is_back;
    const Theme& theme = drawing_.theme();
    const Stroke stroke = explain(drawing_, way.is_back ? way_back(theme) : is_step ? next_step(theme) : along_branch(theme)).stroke;
    const std::string target = way.to->id.starts_with("action-") ? way.to->id.substr(7) : way.to->id;
    const std::string id = is_step ? "step-" + target : "way-" + way.from->id + "-" + target;
    const std::string css_class = way.is_back ? "way-back" : is_step ? "step" : "way";
    const bool is_straight = corners.size() == 2;
    drawing_.scene.connectors.push_back({{drawing_.ids.use(id), css_class, "", ""},
                                         way.from->id,
                                         way.to->id,
                                         is_straight ? straight(corners[0], corners[1]) : rounded_path(corners, way_corner_radius),
                                         stroke,
                                         Arrow::end});
  }

  std::vector<Point> corners_of(const RowWay& way) {
    if (way.is_back) return back_over_row(way);
    if (way.from->column == way.to->column) return within_column(way);
    if (!way.to->is_main && way.to->column == way.from->column + 1) return into_next_branch(way);
    if (!way.to->is_main || way.to->column < way.from->column || passes_main(way)) return on_under_row(way);
    const Box &from = way.from->box, &to = way.to->box;
    if (way.from->is_main) {
      const double level = std::min(from.center().y, to.center().y);
      return {{from.right(), level}, {to.left, level}};
    }
    const double x = from.right() + to_next, end = to.bottom() - over_bottom;
    return {{from.right(), from.center().y}, {x, from.center().y}, {x, end}, {to.left, end}};
  }

  std::vector<Point> within_column(const RowWay& way) const {
    const Box &from = way.from->box, &to = way.to->box;
    if (way.from->is_main) {
      const double x = from.left + drawing_.insets().trunk;
      return {{x, from.bottom()}, {x, to.center().y}, {to.left, to.center().y}};
    }
    const bool is_up = to.top < from.top;  // a branch that a stage begins with hangs under the moment it leads to
    if (!is_up && !passes_in_column(way)) return {{from.center().x, from.bottom()}, {to.center().x, to.top}};
    const double x = from.right() + past_box;
    const double end = is_up ? to.bottom() - over_bottom : to.top + to.height / 4;  // its own way on leaves from its middle
    return {{from.right(), from.center().y}, {x, from.center().y}, {x, end}, {to.right(), end}};
  }

  /// Nothing stands in the gutter between: down or up in it, from a box of the main path nearer to the branches than from another one.
  std::vector<Point> into_next_branch(const RowWay& way) const {
    const Box &from = way.from->box, &to = way.to->box;
    const double x = drawing_.column_left(band(), way.to->column) - gutter + (way.from->is_main ? in : out);
    return {{from.right(), from.center().y}, {x, from.center().y}, {x, to.center().y}, {to.left, to.center().y}};
  }

  std::vector<Point> back_over_row(const RowWay& way) {
    const Box &from = way.from->box, &to = way.to->box;
    const double shift = between_levels * static_cast<double>(std::min(above_, most_levels - 1));
    ++above_;
    const double x = from.right() + back, level = levels_.above - shift, end = to.center().x + shift;
    return {{from.right(), from.center().y}, {x, from.center().y}, {x, level}, {end, level}, {end, to.top}};
  }

  std::vector<Point> on_under_row(const RowWay& way) {
    const Box &from = way.from->box, &to = way.to->box;
    const double shift = between_levels * static_cast<double>(std::min(below_, most_levels - 1));
    ++below_;
    const double begin = from.right() + out, level = levels_.below + shift;
    const double end = drawing_.column_left(band(), way.to->column) - gutter + in;
    const double height = way.to->is_main ? to.bottom() - over_bottom : to.center().y;
    return {{from.right(), from.center().y}, {begin, from.center().y}, {begin, level}, {end, level}, {end, height}, {to.left, height}};
  }

  const journey::Band& band() const {
    return *std::ranges::find_if(drawing_.plan.bands, [&](const journey::Band& one) { return one.holds(boxes_.front().column); });
  }

  BlueprintDrawing& drawing_;
  const std::vector<RowBox>& boxes_;
  FirstLevels levels_;
  std::size_t above_ = 0;
  std::size_t below_ = 0;
};

}  // namespace

Sign<ArrowLook> next_step(const Theme& theme) {
  return {legend_rank::ways, "what the customer does next", 28, {{theme.step, 1.25, Dash::solid}}};
}

WaysRoom room_for_ways(const journey::PathColumns& plan, const journey::Band& band) {
  std::size_t above = 0, below = 0;
  for (const Way& way : plan.path.ways) {
    const std::size_t from = plan.columns_of_stops[way.from], to = plan.columns_of_stops[way.to];
    if (!band.holds(from) || !band.holds(to)) continue;
    if (way.is_back()) ++above;
    if (!way.is_back() && to > from + 1) ++below;
  }
  const auto height = [](std::size_t ways) { return between_levels * static_cast<double>(std::min(ways, most_levels)); };
  return {height(above), height(below)};
}

void draw_row_ways(BlueprintDrawing& drawing, const std::vector<RowBox>& boxes, const FirstLevels& levels) {
  if (!boxes.empty()) RowWays(drawing, boxes, levels).draw();
}

}  // namespace mot::blueprint

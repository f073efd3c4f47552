#include "mot/story/other_lines.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <iterator>

#include "mot/analysis/plan.h"
#include "mot/picture/department_colours.h"
#include "mot/text/isolates.h"

namespace mot::story {

namespace {

constexpr double after_line_width = 1.25, before_line_width = 1.75, persona_line_width = 1.75;
constexpr double shape_radius = 3;
constexpr double sign_width = 30;
constexpr double lone_dash = 34;  // wider than a mark, which may lie on it
constexpr double widest_end = 96, to_end = 14, beside_end = 4, between_ends = 3;

/// How the lines of personas are told apart, in this order; the colours are those of departments, without the one of what is wanted.
struct PersonaLook {
  std::size_t tone;
  Dash dash;
  PointShape shape;
};
constexpr std::array<PersonaLook, most_personas> persona_looks = {{{1, Dash::solid, PointShape::disc},
                                                                   {3, Dash::dashed, PointShape::square},
                                                                   {2, Dash::dotted, PointShape::triangle},
                                                                   {0, Dash::solid, PointShape::diamond},
                                                                   {5, Dash::dashed, PointShape::cross}}};

OtherLine after_actions(const StoryDrawing& drawing) {
  return {.id = "after",
          .label = drawing.wording("after the actions"),
          .rank = legend_rank::curves + 2,
          .legend = drawing.wording("lived after the actions"),
          .stroke = {drawing.theme().up.text, after_line_width, Dash::solid},
          .shape = PointShape::none,
          .is_named_at_end = false,
          .scores = plan_of(drawing.input.workspace, drawing.input.analysis).actual_after};
}

OtherLine before(const StoryDrawing& drawing, const OtherState& state) {
  OtherLine line{.id = "before",
                 .label = drawing.wording("before"),
                 .rank = legend_rank::lines + 8,
                 .legend = drawing.wording("lived before: {state}", {{"state", isolated(state.name)}}),
                 .stroke = {drawing.theme().muted, before_line_width, Dash::dashed},
                 .shape = PointShape::none,
                 .is_named_at_end = false,
                 .scores = {}};
  for (const Touchpoint& touchpoint : drawing.input.workspace.touchpoints) {
    const auto known = state.lived.find(touchpoint.id.value);
    line.scores.push_back(known == state.lived.end() ? std::nullopt : std::optional(known->second));
  }
  return line;
}

OtherLine of_persona(const StoryDrawing& drawing, std::size_t place) {
  const std::size_t persona = drawing.options.personas[place];
  const auto& [tone, dash, shape] = persona_looks[place];
  const std::string& name = drawing.input.workspace.personas[persona].name.value;
  OtherLine line{.id = "persona-" + drawing.input.workspace.personas[persona].id.value,
                 .label = name,
                 .rank = legend_rank::lines + static_cast<int>(place),
                 .legend = {},
                 .stroke = {department_tone(drawing.theme(), tone).text, persona_line_width, dash},
                 .shape = shape,
                 .is_named_at_end = true,
                 .scores = {}};
  for (const Figures& figures : analyse(drawing.input.workspace, drawing.input.answers, {.persona = persona}).touchpoints) {
    line.scores.push_back(figures.actual);
    line.is_weak.push_back(figures.actual_kind != ActualKind::measured || figures.has_few_answers);
  }
  const std::string_view words = line.is_known() ? "lived by {persona}" : "{persona}: nobody knows what they live";
  line.legend = drawing.wording(words, {{"persona", isolated(name)}});
  return line;
}

Sign<MarkedLine> sign_of(const OtherLine& line) {
  return {line.rank, line.legend, sign_width, {line.stroke, line.shape}};
}

std::vector<Point> corners_of_shape(PointShape shape, Point at) {
  const double r = shape_radius;
  switch (shape) {
    case PointShape::square:
      return {{at.x - r, at.y - r}, {at.x + r, at.y - r}, {at.x + r, at.y + r}, {at.x - r, at.y + r}};
    case PointShape::triangle:
      return {{at.x, at.y - 1.3 * r}, {at.x + 1.2 * r, at.y + r}, {at.x - 1.2 * r, at.y + r}};
    case PointShape::diamond:
      return {{at.x, at.y - 1.4 * r}, {at.x + 1.4 * r, at.y}, {at.x, at.y + 1.4 * r}, {at.x - 1.4 * r, at.y}};
    case PointShape::none:
    case PointShape::disc:
    case PointShape::cross:
      return {};
  }
  return {};
}

void draw_shape(Canvas& canvas, PointShape shape, Point at, Colour colour) {
  const double r = shape_radius;
  if (shape == PointShape::disc) canvas.scene.ground.push_back(CurvedArea{circle(at, r), colour});
  if (shape == PointShape::cross) {
    canvas.scene.ground.push_back(Curve{straight({at.x - r, at.y - r}, {at.x + r, at.y + r}), {colour, 1.75}});
    canvas.scene.ground.push_back(Curve{straight({at.x - r, at.y + r}, {at.x + r, at.y - r}), {colour, 1.75}});
  }
  std::vector<Point> corners = corners_of_shape(shape, at);
  if (!corners.empty()) canvas.scene.ground.push_back(Area{std::move(corners), colour, std::nullopt});
}

/// Over a point, so that its edge alone is left; the arms of a cross come apart.
void draw_hole(Canvas& canvas, PointShape shape, Point at) {
  const double lower = shape == PointShape::triangle ? 0.5 : 0;
  const double radius = shape == PointShape::triangle || shape == PointShape::cross ? 1.3 : 1.9;
  canvas.scene.ground.push_back(CurvedArea{circle({at.x, at.y + lower}, radius), canvas.theme().page});
}

Sign<Remark> weak_points() {
  return {legend_rank::lines + static_cast<int>(most_personas) + 1, "hollow on a line: judged, or under 30 answers", 0, {}};
}

/// A name before and while it has a place.
struct End {
  const OtherLine* line = nullptr;
  Point from;  ///< the line's last point
  std::vector<Line> name;
  double top = 0;

  double bottom() const { return top + height_of(name); }
};

std::vector<Line> name_at_end(const StoryDrawing& drawing, const OtherLine& line, double width) {
  const TextStyle style{{std::max(drawing.marks.name, drawing.theme().small_print.font.size), Weight::bold, Slant::upright},
                        line.stroke.colour};
  return set_text(drawing.typesetter(), line.label, style, width).lines;
}

std::vector<End> ends_of(const StoryDrawing& drawing, const PathPoints& points) {
  std::vector<End> ends;
  for (std::size_t i = 0; i < drawing.others.size(); ++i) {
    const OtherLine& line = drawing.others[i];
    if (!line.is_named_at_end || points.dots_of_others[i].empty()) continue;
    const Point last = points.dots_of_others[i].back().at;
    std::vector<Line> name = name_at_end(drawing, line, drawing.ends - to_end);
    const double top = last.y - height_of(name) / 2;
    ends.push_back({&line, last, std::move(name), top});
  }
  std::ranges::stable_sort(ends, {}, &End::top);
  return ends;
}

/// Downwards as far as they lie on each other, and up again where they leave the plot.
void keep_apart(std::vector<End>& ends, double top, double bottom) {
  for (End& end : ends) {
    end.top = std::max(end.top, top);
    top = end.bottom() + between_ends;
  }
  for (auto end = ends.rbegin(); end != ends.rend(); ++end) {
    end->top = std::min(end->top, bottom - height_of(end->name));
    bottom = end->top - between_ends;
  }
}

std::vector<PathStep>::iterator place_after(std::vector<PathStep>& steps, const Workspace& workspace, const std::string& id) {
  const auto holds = [&](const PathStep& step) {
    bool is_here = false;
    for_each_touchpoint({step}, [&](const Link<Touchpoint>& link) {
      is_here = is_here || (link.index && workspace.touchpoints[*link.index].id.value == id);
    });
    return is_here;
  };
  const auto found = std::ranges::find_if(steps, holds);
  return found == steps.end() ? steps.begin() : found + 1;
}

}  // namespace

bool OtherLine::is_known() const {
  return std::ranges::any_of(scores, [](const auto& score) { return score.has_value(); });
}

void draw_sign(Canvas& canvas, Point at, double width, const MarkedLine& line) {
  draw_sign(canvas, at, width, line.stroke);
  draw_shape(canvas, line.shape, {at.x + width / 2, at.y}, line.stroke.colour);
}

std::vector<OtherLine> other_lines_of(const StoryDrawing& drawing) {
  const PictureOptions& options = drawing.options;
  std::vector<OtherLine> lines;
  if (options.after_actions) lines.push_back(after_actions(drawing));
  if (options.other_state) lines.push_back(before(drawing, *options.other_state));
  for (std::size_t i = 0; i < std::min(options.personas.size(), most_personas); ++i) lines.push_back(of_persona(drawing, i));
  return lines;
}

double width_of_ends(const StoryDrawing& drawing) {
  double width = 0;
  for (const OtherLine& line : drawing.others) {
    if (line.is_named_at_end && line.is_known())
      width = std::max(width, width_of(drawing.typesetter(), name_at_end(drawing, line, widest_end)) / 0.97 + 1);
  }
  return width > 0 ? width + to_end : 0;
}

void draw_other_lines(StoryDrawing& drawing, const PathPoints& points) {
  for (std::size_t i = 0; i < drawing.others.size(); ++i) {
    const OtherLine& line = drawing.others[i];
    if (line.is_known() || line.is_named_at_end) explain(drawing, sign_of(line));
    for (auto& path : unbroken(points.others[i])) drawing.scene.ground.push_back(Curve{std::move(path), line.stroke});
    for (const LineDot& dot : points.dots_of_others[i]) {
      if (dot.is_lone && line.shape == PointShape::none)
        drawing.scene.ground.push_back(
            Curve{straight({dot.at.x - lone_dash / 2, dot.at.y}, {dot.at.x + lone_dash / 2, dot.at.y}), line.stroke});
      draw_shape(drawing, line.shape, dot.at, line.stroke.colour);
      if (!dot.is_weak || line.shape == PointShape::none) continue;
      explain(drawing, weak_points());
      draw_hole(drawing, line.shape, dot.at);
    }
  }
  if (!drawing.options.personas.empty())
    explain(drawing, Sign<Remark>{legend_rank::lines + static_cast<int>(most_personas), "marks, figures and cards: everybody's", 0, {}});
}

void draw_ends(StoryDrawing& drawing, const Row& row, const PathPoints& points, const Plot& plot) {
  std::vector<End> ends = ends_of(drawing, points);
  keep_apart(ends, plot.box.top, plot.box.bottom());
  const double left = row.lefts.back() + row.widths.back() + column_gap / 2 + to_end;
  for (End& end : ends) {
    const double middle = (end.top + end.bottom()) / 2;
    const std::vector<Point> lead = polyline(std::vector<Point>{end.from, {left - to_end + 2, end.from.y}, {left - beside_end, middle}});
    drawing.scene.ground.push_back(Curve{lead, {end.line->stroke.colour, 0.75, Dash::solid}});
    put_text(drawing, {"name-" + end.line->id, "on-curve", "", ""}, {{left, end.top}, drawing.ends - to_end}, std::move(end.name));
  }
}

Journey with_removed(const Workspace& workspace, const OtherState& other, Journey journey) {
  for (const RemovedStop& stop : other.removed) {
    if (stop.journey != journey.id.value || stop.stage >= journey.stages.size()) continue;
    const auto found = std::ranges::find_if(workspace.touchpoints, [&](const auto& own) { return own.id.value == stop.touchpoint; });
    if (found == workspace.touchpoints.end()) continue;
    PathStep step;
    step.touchpoint.value = stop.touchpoint;
    step.touchpoint.index = static_cast<std::size_t>(found - workspace.touchpoints.begin());
    auto& steps = journey.stages[stop.stage].steps;
    steps.insert(place_after(steps, workspace, stop.after), std::move(step));
  }
  return journey;
}

}  // namespace mot::story

#include "mot/story/stages.h"

#include <algorithm>

#include "mot/picture/journey_text.h"
#include "mot/story/other_lines.h"

namespace mot::story {

std::vector<Stretch> stretches_of(const PathColumns& plan, const Band& band) {
  std::vector<Stretch> stretches;
  for (std::size_t i = band.begin; i < band.end; ++i) {
    if (stretches.empty() || stretches.back().stage != plan.columns[i].stage) stretches.push_back({plan.columns[i].stage, i, i});
    stretches.back().last = i;
  }
  return stretches;
}

namespace {

constexpr double chevron_point = 8, between_chevrons = 3, around_stage = 5, beside_name_of_slide = 11;
constexpr std::size_t most_lines_of_slide = 4;  // of a name, where stages are many

std::vector<Point> chevron(double left, double right, double top, double height, bool has_notch) {
  const double middle = top + height / 2, bottom = top + height;
  std::vector<Point> outline = {{left, top}, {right, top}, {right + chevron_point, middle}, {right, bottom}, {left, bottom}};
  if (has_notch) outline.push_back({left + chevron_point, middle});
  return outline;
}

/// The row before has the name whole, so that no word of it is broken here.
std::vector<Line> continued_in(const StoryDrawing& drawing, const std::string& stage, double width, std::size_t most) {
  const TextStyle& style = drawing.theme().on_heading;
  if (longest_word(drawing.typesetter(), stage, style.font) <= width) return continued_name(drawing, stage, style, width, most);
  return {single_line(drawing.typesetter(), "…", style)};
}

}  // namespace

void draw_stages(StoryDrawing& drawing, const Row& row) {
  const Theme& theme = drawing.theme();
  const auto stretches = stretches_of(drawing.plan, row.band);
  const double beside_name = drawing.marks.is_brief ? beside_name_of_slide : 2 * chevron_point;
  std::vector<std::vector<Line>> names;
  double height = 0;
  const auto left_of = [&](const Stretch& stretch) { return row.left(stretch.first) - column_gap / 2; };
  const auto right_of = [&](const Stretch& stretch) { return row.right(stretch.last) + column_gap / 2; };
  for (const Stretch& stretch : stretches) {
    const bool goes_on = stretch.first > 0 && drawing.plan.columns[stretch.first - 1].stage == stretch.stage;
    const std::string stage = name_among_shown(drawing.journey(), stretch.stage, drawing.input.whole);
    const double width = std::max(right_of(stretch) - left_of(stretch) - 2 * beside_name, 20.0);
    const std::size_t most = drawing.marks.is_brief ? most_lines_of_slide : 0;
    names.push_back(goes_on ? continued_in(drawing, stage, width, most)
                            : set_text(drawing.typesetter(), stage, theme.on_heading, width, most).lines);
    height = std::max(height, height_of(names.back()));
  }
  height += 2 * around_stage;
  for (std::size_t i = 0; i < stretches.size(); ++i) {
    const Stretch& stretch = stretches[i];
    const Stage& stage = drawing.journey().stages[stretch.stage];
    const bool is_last = i + 1 == stretches.size();
    const double left = left_of(stretch) + (i > 0 ? between_chevrons : 0), right = right_of(stretch) - (is_last ? chevron_point : 0);
    drawing.scene.ground.push_back(Area{chevron(left, right, drawing.y, height, stretch.first > 0), theme.deep, {}});
    const double inside = left_of(stretch) + beside_name;
    put_text_in_middle(drawing, {"stage-" + stage.id.value, "stage", stage.name.value, ""},
                       {{inside, drawing.y + height / 2}, std::max(right_of(stretch) - inside - beside_name, 20.0), Align::center},
                       std::move(names[i]));
  }
  drawing.y += height;
}

namespace {

/// Lines between stages, behind the curve.
void draw_seams(StoryDrawing& drawing, const Row& row, const Plot& plot) {
  for (const Stretch& stretch : stretches_of(drawing.plan, row.band)) {
    if (stretch.first == row.band.begin) continue;
    const double x = row.left(stretch.first) - column_gap / 2;
    drawing.scene.ground.push_back(Curve{straight({x, plot.box.top}, {x, plot.box.bottom()}), {drawing.theme().grid, 1, Dash::solid}});
  }
}

}  // namespace

void draw_curve(StoryDrawing& drawing, const Row& row, const Zoom& zoom, double height) {
  const Plot plot{zoom, {drawing.content_left(), drawing.y, drawing.content_width(), height}, strip_height(drawing, row)};
  draw_axis(drawing, row, plot);
  draw_seams(drawing, row, plot);
  const PathPoints points = points_of(drawing, row, plot);
  draw_lines(drawing, points, plot);
  Obstacles obstacles;
  const auto marks = draw_marks(drawing, row, points, plot, obstacles);
  draw_names(drawing, row, points, plot, marks, obstacles);
  draw_ends(drawing, row, points, plot);
  drawing.y = plot.box.bottom() + plot.strip + 4;
}

}  // namespace mot::story

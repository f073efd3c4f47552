// Stages as chevrons above their columns.
#include <algorithm>

#include "mot/picture/journey_text.h"
#include "mot/view/journey/drawing.h"

namespace mot::journey {

namespace {

constexpr double chevron_point = 10;
constexpr double between_chevrons = 3;
constexpr double above_and_below_name = 7;

/// The columns of a band that belong to one stage.
struct Stretch {
  std::size_t stage = 0;
  std::size_t begin = 0;
  std::size_t end = 0;
};

std::vector<Stretch> stretches_of(const PathColumns& plan, const Band& band) {
  std::vector<Stretch> stretches;
  for (std::size_t i = band.begin; i < band.end; ++i) {
    const std::size_t stage = plan.columns[i].stage;
    if (stretches.empty() || stretches.back().stage != stage) stretches.push_back({stage, i, i});
    stretches.back().end = i + 1;
  }
  return stretches;
}

std::vector<Point> chevron(double left, double right, double top, double height, double notch) {
  const double middle = top + height / 2, bottom = top + height;
  std::vector<Point> outline = {{left, top}, {right, top}, {right + chevron_point, middle}, {right, bottom}, {left, bottom}};
  if (notch > 0) outline.push_back({left + notch, middle});
  return outline;
}

}  // namespace

void draw_stages(JourneyDrawing& drawing, const Band& band) {
  const Theme& theme = drawing.theme();
  const auto stretches = stretches_of(drawing.plan, band);
  std::vector<Label> labels;
  double height = 0;
  const auto edge = [&](std::size_t column) {
    return drawing.grid.content_left() + static_cast<double>(column - band.begin) * drawing.grid.pitch;
  };
  for (const Stretch& stretch : stretches) {
    const Stage& stage = drawing.subject.journey().stages[stretch.stage];
    const bool continued = stretch.begin > 0 && drawing.plan.columns[stretch.begin - 1].stage == stretch.stage;
    Label label;
    label.identity = {drawing.ids.use("stage-" + stage.id.value), "stage", stage.name.value, ""};
    label.align = Align::center;
    const double left = edge(stretch.begin) + 2 * chevron_point, right = edge(stretch.end) - 2 * chevron_point;
    const std::size_t most = drawing.subject.most_lines(3);
    label.lines = continued ? continued_name(drawing, stage.name.value, theme.on_heading, right - left, most)
                            : set_text(drawing.typesetter(), stage.name.value, theme.on_heading, right - left, most).lines;
    label.box = {left, 0, right - left, height_of(label.lines)};
    height = std::max(height, label.box.height);
    labels.push_back(std::move(label));
  }
  height += 2 * above_and_below_name;
  for (std::size_t i = 0; i < stretches.size(); ++i) {
    const double left = edge(stretches[i].begin) + (i > 0 ? between_chevrons : 0);
    drawing.scene.ground.push_back(Area{chevron(left, edge(stretches[i].end) - (i + 1 == stretches.size() ? chevron_point : 0), drawing.y,
                                                height, stretches[i].begin > 0 ? chevron_point : 0),
                                        theme.deep, std::nullopt});
    labels[i].box.top = drawing.y + (height - labels[i].box.height) / 2;
    drawing.scene.items.push_back(std::move(labels[i]));
  }
  drawing.y += height;
}

}  // namespace mot::journey

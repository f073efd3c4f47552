// A thin rail of the departments in charge, with a mark where one hands the customer to the next.
#include <algorithm>

#include "mot/picture/curves.h"
#include "mot/picture/department_colours.h"
#include "mot/picture/signs.h"
#include "mot/story/below.h"

namespace mot::story {

namespace {

constexpr double rail_height = 4.5;
constexpr double at_seam = 5;  // left free on either side of a hand-over

/// Columns side by side of one department.
struct OneInCharge {
  std::size_t first = 0;
  std::size_t last = 0;
  std::optional<std::size_t> department;
};

std::vector<OneInCharge> runs_of(const StoryDrawing& drawing, const Row& row) {
  std::vector<OneInCharge> runs;
  for (std::size_t i = row.band.begin; i < row.band.end; ++i) {
    const auto main = drawing.plan.columns[i].main;
    if (!main) continue;
    const auto& department = drawing.plan.visits[*main].department;
    if (runs.empty() || runs.back().department != department) runs.push_back({i, i, department});
    runs.back().last = i;
  }
  return runs;
}

struct ChevronLook {
  Colour colour;
};

void draw_sign(Canvas& canvas, Point at, double width, const ChevronLook& look) {
  const double x = at.x + width / 2;
  const Point corners[] = {{x - 2, at.y - 4}, {x + 2, at.y}, {x - 2, at.y + 4}};
  canvas.scene.ground.push_back(Curve{polyline(corners), {look.colour, 1.5, Dash::solid}});
}

Sign<ChevronLook> hand_over(const Theme& theme) {
  return {legend_rank::ways + 1, "hand-over between departments", 8, {theme.ink}};
}

void draw_run(StoryDrawing& drawing, const Row& row, const OneInCharge& run, double& bottom) {
  const Theme& theme = drawing.theme();
  const double left = row.left(run.first) - column_gap / 2 + at_seam, right = row.right(run.last) + column_gap / 2 - at_seam;
  const bool is_faded = drawing.fades(run.department);
  const Tone tone = department_tone(theme, run.department);
  const double top = drawing.y;
  const Colour colour = is_faded ? theme.line : tone.colour;
  drawing.scene.ground.push_back(Area{{{left, top}, {right, top}, {right, top + rail_height}, {left, top + rail_height}}, colour, {}});
  const std::string name =
      run.department ? drawing.input.workspace.departments[*run.department].name.value : drawing.wording("no department");
  const TextStyle style{{8, Weight::bold, Slant::upright}, is_faded ? theme.muted : tone.text};
  const double width = right - left;
  auto lines = set_text(drawing.typesetter(), name, style, width).lines;
  const Box box = put_text(drawing, {"rail", "rail", name, ""}, {{left, top + rail_height + 2}, width, Align::center}, std::move(lines));
  bottom = std::max(bottom, box.bottom());
}

}  // namespace

void draw_rail(StoryDrawing& drawing, const Row& row) {
  const auto runs = runs_of(drawing, row);
  if (runs.empty()) return;
  double bottom = drawing.y + rail_height;
  draw_label(drawing, "who", "Who", drawing.y - 3);
  for (const OneInCharge& run : runs) draw_run(drawing, row, run, bottom);
  for (std::size_t i = 1; i < runs.size(); ++i) {
    const auto sign = hand_over(drawing.theme());
    put(drawing, sign, {(row.right(runs[i - 1].last) + row.left(runs[i].first)) / 2 - sign.width / 2, drawing.y + rail_height / 2});
  }
  drawing.y = bottom;
}

}  // namespace mot::story

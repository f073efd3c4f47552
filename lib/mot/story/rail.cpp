// Who is in charge, with a mark where one department hands the customer to the next: a thin rail with their names below the cards, or
// where there is too little room for it the tags of the cards, which have the names already.
#include <algorithm>

#include "mot/picture/curves.h"
#include "mot/picture/department_colours.h"
#include "mot/picture/signs.h"
#include "mot/story/below.h"

namespace mot::story {

namespace {

constexpr double rail_height = 4.5;
constexpr double middle_of_tag = 7;  // of one line
constexpr double at_seam = 5;        // left free on either side of a hand-over

/// Columns side by side of one department, or a journey inside that several are in charge of.
struct OneInCharge {
  std::size_t first = 0;
  std::size_t last = 0;
  std::vector<std::optional<std::size_t>> departments;  ///< as the customer meets them, each once

  std::optional<std::size_t> only() const { return departments.size() == 1 ? departments.front() : std::nullopt; }
};

void add_once(std::optional<std::size_t> department, std::vector<std::optional<std::size_t>>& departments) {
  if (std::ranges::find(departments, department) == departments.end()) departments.push_back(department);
}

/// Those in charge of a journey and of the journeys inside it, in path order.
void add_departments_of(const Workspace& workspace, std::size_t journey, std::vector<std::optional<std::size_t>>& departments) {
  for (const Stage& stage : workspace.journeys[journey].stages) {
    for_each_stop(stage.steps, [&](const PathStep& step) {
      const Touchpoint* touchpoint = step.touchpoint.index ? &workspace.touchpoints[*step.touchpoint.index] : nullptr;
      if (touchpoint && touchpoint->visibility.value == Visibility::frontstage) add_once(touchpoint->department.index, departments);
      if (step.journey.index) add_departments_of(workspace, *step.journey.index, departments);
    });
  }
}

std::vector<std::optional<std::size_t>> in_charge_of(const StoryDrawing& drawing, const journey::Column& column) {
  if (column.main && drawing.is_removed(drawing.plan.visits[*column.main].touchpoint)) return {};
  if (column.main) return {drawing.plan.visits[*column.main].department};
  std::vector<std::optional<std::size_t>> departments;
  const Workspace& workspace = drawing.input.workspace;
  const auto inside = [&](std::size_t inner) { add_departments_of(workspace, drawing.plan.inner_journeys[inner].journey, departments); };
  if (column.inner) inside(*column.inner);
  if (column.inner) return departments;
  for (const std::size_t visit : column.asides) {  // of a column that nothing else stands in
    if (!drawing.is_removed(drawing.plan.visits[visit].touchpoint)) add_once(drawing.plan.visits[visit].department, departments);
  }
  std::ranges::for_each(column.inner_asides, inside);
  return departments;
}

std::vector<OneInCharge> runs_of(const StoryDrawing& drawing, const Row& row) {
  std::vector<OneInCharge> runs;
  for (std::size_t i = row.band.begin; i < row.band.end; ++i) {
    auto departments = in_charge_of(drawing, drawing.plan.columns[i]);
    if (departments.empty()) continue;
    if (runs.empty() || runs.back().departments != departments) runs.push_back({i, i, std::move(departments)});
    runs.back().last = i;
  }
  return runs;
}

/// `Baggage`, `Baggage and Customer care`.
std::string name_of(const StoryDrawing& drawing, const OneInCharge& run) {
  std::vector<std::string> names;
  for (const auto& department : run.departments)
    names.push_back(department ? drawing.input.workspace.departments[*department].name.value : drawing.wording("no department"));
  return drawing.wording.listed(names);
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

/// Each of its cards has the department on its tag.
bool is_named_on_cards(const StoryDrawing& drawing, const OneInCharge& run) {
  for (std::size_t i = run.first; i <= run.last; ++i) {
    if (drawing.plan.columns[i].inner || !drawing.plan.columns[i].inner_asides.empty()) return false;
  }
  return true;
}

void draw_run(StoryDrawing& drawing, const Row& row, const OneInCharge& run, double& bottom) {
  const Theme& theme = drawing.theme();
  const double left = row.left(run.first) - column_gap / 2 + at_seam, right = row.right(run.last) + column_gap / 2 - at_seam;
  const bool is_faded =
      drawing.options.department && std::ranges::find(run.departments, drawing.options.department) == run.departments.end();
  const Tone tone = department_tone(theme, run.only());
  const double top = drawing.y;
  const Colour colour = is_faded ? theme.line : tone.colour;
  drawing.scene.ground.push_back(Area{{{left, top}, {right, top}, {right, top + rail_height}, {left, top + rail_height}}, colour, {}});
  const std::string name = name_of(drawing, run);
  const TextStyle style{{8, Weight::bold, Slant::upright}, is_faded ? theme.muted : tone.text};
  const double width = right - left;
  auto lines = set_text(drawing.typesetter(), name, style, width).lines;
  const Box box = put_text(drawing, {"rail", "rail", name, ""}, {{left, top + rail_height + 2}, width, Align::center}, std::move(lines));
  bottom = std::max(bottom, box.bottom());
}

/// Where one department hands the customer to the next.
void put_hand_overs(StoryDrawing& drawing, const Row& row, const std::vector<OneInCharge>& runs, double y) {
  for (std::size_t i = 1; i < runs.size(); ++i) {
    const auto sign = hand_over(drawing.theme());
    put(drawing, sign, {(row.right(runs[i - 1].last) + row.left(runs[i].first)) / 2 - sign.width / 2, y});
  }
}

}  // namespace

bool has_rail(const StoryDrawing& drawing, const Row& row) {
  return drawing.has_rail_names ||
         !std::ranges::all_of(runs_of(drawing, row), [&](const OneInCharge& run) { return is_named_on_cards(drawing, run); });
}

void draw_rail_of_tags(StoryDrawing& drawing, const Row& row, double top) {
  const auto runs = runs_of(drawing, row);
  if (runs.empty()) return;
  draw_label(drawing, "who", "Who", top + 1);
  put_hand_overs(drawing, row, runs, top + middle_of_tag);
}

void draw_rail(StoryDrawing& drawing, const Row& row) {
  const auto runs = runs_of(drawing, row);
  if (runs.empty()) return;
  double bottom = drawing.y + rail_height;
  draw_label(drawing, "who", "Who", drawing.y - 3);
  for (const OneInCharge& run : runs) draw_run(drawing, row, run, bottom);
  put_hand_overs(drawing, row, runs, drawing.y + rail_height / 2);
  drawing.y = bottom;
}

}  // namespace mot::story

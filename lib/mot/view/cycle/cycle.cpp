#include "mot/view/cycle/cycle.h"

#include <fmt/format.h>

#include <algorithm>
#include <cassert>

#include "mot/picture/curves.h"
#include "mot/picture/legend.h"
#include "mot/picture/touchpoint_text.h"
#include "mot/text/numbers.h"
#include "mot/view/cycle/drawing.h"

namespace mot {

namespace cycle {

namespace {

constexpr std::size_t any_columns = 1;

/// The visits in path order; a stage without any keeps a place in the ring.
std::vector<Slot> slots_of(const CycleDrawing& drawing) {
  std::vector<Slot> slots;
  std::vector<std::vector<std::size_t>> visits(drawing.journey.stages.size());
  for (std::size_t i = 0; i < drawing.plan.visits.size(); ++i)
    visits[drawing.plan.columns[drawing.plan.visits[i].column].stage].push_back(i);
  for (std::size_t stage = 0; stage < visits.size(); ++stage) {
    for (const std::size_t visit : visits[stage]) slots.push_back({stage, visit, {}, drawing.plan.visits[visit].is_aside});
    if (visits[stage].empty()) slots.push_back({stage, std::nullopt, {}, false});
  }
  return slots;
}

std::vector<LegendEntry> entries_of(const CycleDrawing& drawing) {
  const CycleSigns& shown = drawing.shown;
  const Scale& scale = drawing.input.scale();
  std::vector<LegendEntry> entries;
  const auto add = [&](bool is_shown, LegendEntry entry) {
    if (is_shown) entries.push_back(std::move(entry));
  };
  add(shown.moment_of_truth, moment_of_truth_entry());
  add(shown.lived, {fmt::format("filled from the inside as far as it is lived: {} to {}", points_text(scale.min), points_text(scale.max)),
                    20, [](Canvas& s, Point at) { area_sign(s, at, 20, s.theme().ink); }});
  add(shown.wanted, {"wanted", 24, [](Canvas& s, Point at) { line_sign(s, at, 24, {s.theme().accent, 2.5, Dash::solid}); }});
  add_gap_entries(entries, shown.gaps, scale);
  add(shown.judged, judged_entry());
  add(shown.unmeasured, unmeasured_entry());
  add(shown.aside, {"pulled out of the ring: only under a condition", 24, [](Canvas& s, Point at) {
                      line_sign(s, at, 24, {s.theme().step, 1, Dash::dotted});
                    }});
  return entries;
}

std::vector<std::string> figures_of(const CycleDrawing& drawing) {
  const Workspace& workspace = drawing.input.workspace;
  std::vector<std::string> texts;
  if (workspace.project.name) texts.push_back(workspace.project.name->value);
  if (std::string names = persona_names(workspace, drawing.journey); !names.empty()) texts.push_back(std::move(names));
  for (std::string& text : summary_texts(drawing.input.analysis.journeys[drawing.journey_index])) texts.push_back(std::move(text));
  return texts;
}

std::string description_of(const CycleDrawing& drawing) {
  const Summary& summary = drawing.input.analysis.journeys[drawing.journey_index];
  std::string text = fmt::format("A ring of {} in {}, clockwise from the top.", count_text(summary.touchpoints, "moment", "moments"),
                                 count_text(drawing.journey.stages.size(), "stage", "stages"));
  if (summary.delivered.value) text += fmt::format(" Experience delivered: {}.", percent_text(*summary.delivered.value));
  return text;
}

/// What the ring and its labels take, wherever they are.
Box extent_of(const CycleDrawing& drawing) {
  const CycleRing& ring = drawing.ring;
  double left = ring.center.x - ring.clear, right = ring.center.x + ring.clear;
  double top = ring.center.y - ring.clear, bottom = ring.center.y + ring.clear;
  for (const RingLabel& label : drawing.labels) {
    left = std::min(left, label.box.left);
    right = std::max(right, label.box.right());
    top = std::min(top, label.box.top);
    bottom = std::max(bottom, label.box.bottom());
  }
  return {left, top, right - left, bottom - top};
}

void move(CycleDrawing& drawing, double right, double down) {
  const auto moved = [&](Point point) { return Point{point.x + right, point.y + down}; };
  drawing.ring.center = moved(drawing.ring.center);
  for (RingLabel& label : drawing.labels) {
    label.box.left += right;
    label.box.top += down;
    for (Point& point : label.leader) point = moved(point);
  }
}

void reserve_ids(CycleDrawing& drawing) {
  for (const journey::Visit& visit : drawing.plan.visits) {
    for (const char* kind : {"touchpoint-", "score-", "leader-"}) drawing.ids.reserve(kind + visit.key);
  }
  for (const Stage& stage : drawing.journey.stages) {
    for (const char* kind : {"stage-", "number-", "delivered-", "band-", "empty-"}) drawing.ids.reserve(kind + stage.id.value);
  }
}

/// Returns how wide the ring and its labels are.
double draw_ring(CycleDrawing& drawing, std::string_view title) {
  drawing.slots = slots_of(drawing);
  fit_ring(drawing);
  const Box extent = extent_of(drawing);
  const double width = std::max(extent.width, least_picture_width);
  draw_head(drawing, title, figures_of(drawing), width);
  move(drawing, drawing.left + (width - extent.width) / 2 - extent.left, drawing.y - extent.top);
  drawing.y += extent.height;
  draw_slices(drawing);
  draw_hub(drawing);
  draw_band(drawing);
  draw_moments(drawing);
  return width;
}

}  // namespace

}  // namespace cycle

Scene cycle_scene(const PictureInput& input, const PictureOptions& options) {
  assert(options.journey < input.workspace.journeys.size());
  cycle::CycleDrawing drawing(input, options.journey);
  drawing.plan = journey::path_columns_of(input.workspace, drawing.journey, cycle::any_columns);
  cycle::reserve_ids(drawing);
  drawing.scene.id = "cycle-" + drawing.journey.id.value;
  drawing.scene.description = cycle::description_of(drawing);
  const std::string title = drawing.journey.name.value + ": the cycle of service";
  double width = least_picture_width;
  if (drawing.journey.stages.empty()) {
    draw_head(drawing, title, cycle::figures_of(drawing), width);
    draw_nothing_yet(drawing, "This journey has no stages yet, so there is nothing to go round.");
  } else {
    width = cycle::draw_ring(drawing, title);
  }
  drawing.y += drawing.theme().spacing.section;
  draw_legend(drawing, cycle::entries_of(drawing), width);
  close_page(drawing, width);
  return std::move(drawing.scene);
}

}  // namespace mot

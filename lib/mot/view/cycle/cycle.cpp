#include "mot/view/cycle/cycle.h"

#include <algorithm>
#include <map>

#include "mot/analysis/stages.h"
#include "mot/picture/curves.h"
#include "mot/picture/touchpoint_text.h"

namespace mot::cycle {

namespace {

constexpr std::size_t any_columns = 1;

/// The visits and the journeys inside in path order; a stage without any keeps a place in the ring.
std::vector<Slot> slots_of(const CycleDrawing& drawing) {
  const journey::PathColumns& plan = drawing.plan;
  std::vector<std::map<std::size_t, Slot>> by_stop(drawing.journey.stages.size());
  for (std::size_t i = 0; i < plan.visits.size(); ++i) {
    const journey::Visit& visit = plan.visits[i];
    const std::size_t stage = plan.columns[visit.column].stage;
    by_stop[stage][visit.stop] = {.stage = stage, .visit = i, .is_aside = visit.is_aside};
  }
  for (std::size_t i = 0; i < plan.inner_journeys.size(); ++i) {
    const journey::InnerJourney& inner = plan.inner_journeys[i];
    const journey::Column& column = plan.columns[inner.column];
    by_stop[column.stage][inner.stop] = {.stage = column.stage, .inner = i, .is_aside = column.inner != i};
  }
  std::vector<Slot> slots;
  for (std::size_t stage = 0; stage < by_stop.size(); ++stage) {
    for (auto& [stop, slot] : by_stop[stage]) slots.push_back(std::move(slot));
    if (by_stop[stage].empty()) slots.push_back({.stage = stage});
  }
  return slots;
}

std::vector<std::string> figures_of(const CycleDrawing& drawing) {
  const Workspace& workspace = drawing.input.workspace;
  std::vector<std::string> texts;
  if (std::string names = persona_names(workspace, drawing.journey); !names.empty()) texts.push_back(std::move(names));
  for (std::string& text : summary_texts(drawing.wording, drawing.input.analysis.journeys[drawing.journey_index]))
    texts.push_back(std::move(text));
  return texts;
}

std::string description_of(const CycleDrawing& drawing) {
  const Summary& summary = drawing.input.analysis.journeys[drawing.journey_index];
  const Wording& wording = drawing.wording;
  std::string text =
      wording("A ring of {moments} in {stages}, one after another from the top.",
              {{"moments", wording.count(summary.touchpoints, "{count} moments")},
               {"stages", wording.count((drawing.input.whole ? *drawing.input.whole : drawing.journey).stages.size(), "{count} stages")}});
  if (summary.delivered.value)
    text += " " + wording("Experience delivered: {percent}.", {{"percent", wording.percent(*summary.delivered.value)}});
  return text;
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

bool is_empty(const CycleDrawing& drawing) {
  return drawing.journey.stages.empty();
}

/// Of the ring and its labels.
double width_of(CycleDrawing& drawing) {
  if (is_empty(drawing)) return least_picture_width;
  drawing.slots = slots_of(drawing);
  fit_ring(drawing);
  if (drawing.is_slide) return std::max(drawing.slide_width - 2 * drawing.left, stages_width(drawing) + extent_of(drawing).width);
  return std::max(extent_of(drawing).width, least_picture_width);
}

/// Of the stages that are drawn, figures of all their moments.
std::vector<Summary> summaries_of(const CycleDrawing& drawing) {
  const Journey& whole = drawing.input.whole ? *drawing.input.whole : drawing.journey;
  const std::vector<Summary> all = summaries_of_stages(drawing.input.workspace, drawing.input.analysis, whole);
  std::vector<Summary> own;
  for (const Stage& stage : drawing.journey.stages) {
    const auto place = std::ranges::find(whole.stages, stage.id.value, [](const Stage& one) { return one.id.value; });
    own.push_back(all[static_cast<std::size_t>(place - whole.stages.begin())]);
  }
  return own;
}

double legend_height(const CycleDrawing& drawing) {
  CycleDrawing scratch = drawing;
  draw_slices(scratch), draw_band(scratch), draw_moments(scratch);
  scratch.y = 0;
  draw_legend(scratch);
  return scratch.y;
}

/// On a slide, into what room is left.
void fill_slide(CycleDrawing& drawing) {
  const Spacing& spacing = drawing.theme().spacing;
  const double below = spacing.section + legend_height(drawing) + spacing.margin;
  grow_ring(drawing, drawing.width - stages_width(drawing), drawing.slide_height - drawing.y - below);
}

void draw_ring(CycleDrawing& drawing) {
  if (drawing.is_slide) fill_slide(drawing);
  const Box extent = extent_of(drawing);
  const double beside = drawing.is_slide ? stages_width(drawing) : 0;
  move(drawing, drawing.left + beside + (drawing.width - beside - extent.width) / 2 - extent.left, drawing.y - extent.top);
  if (drawing.is_slide) draw_stages_beside(drawing, {drawing.left, drawing.y, beside, extent.height});
  drawing.y += extent.height;
  draw_slices(drawing);
  draw_hub(drawing);
  draw_band(drawing);
  draw_moments(drawing);
}

std::string title_of(const CycleDrawing& drawing) {
  return drawing.wording("{journey}: the cycle of service", {{"journey", drawing.journey.name.value}});
}

}  // namespace

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

CycleDrawing::CycleDrawing(const PictureInput& what, const PictureOptions& asked)
    : Canvas(what),
      input(what),
      journey_index(asked.journey),
      journey(what.workspace.journeys[asked.journey]),
      is_slide(asked.is_slide),
      slide_width(asked.width),
      slide_height(asked.height) {
  stages = summaries_of(*this);
  plan = journey::path_columns_of(input.workspace, journey, any_columns);
  reserve_ids(*this);
}

const Content<CycleDrawing> content = {.title = title_of,
                                       .key_figures = figures_of,
                                       .description = description_of,
                                       .width = width_of,
                                       .empty = "This journey has no stages yet, so there is nothing to go round.",
                                       .is_empty = is_empty,
                                       .body = draw_ring,
                                       .above_legend = &Spacing::section};

}  // namespace mot::cycle

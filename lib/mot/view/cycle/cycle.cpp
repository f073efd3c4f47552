#include "mot/view/cycle/cycle.h"

#include <algorithm>
#include <map>

#include "mot/analysis/stages.h"
#include "mot/picture/curves.h"
#include "mot/picture/touchpoint_text.h"
#include "mot/picture/verdict.h"

namespace mot::cycle {

namespace {

constexpr std::size_t any_columns = 1;
constexpr double beside_legend = 22;

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

bool is_empty(const CycleDrawing& drawing) {
  return drawing.journey.stages.empty();
}

std::vector<std::string> figures_of(const CycleDrawing& drawing) {
  const Workspace& workspace = drawing.input.workspace;
  std::vector<std::string> texts;
  if (std::string names = persona_names(workspace, drawing.journey); !names.empty()) texts.push_back(std::move(names));
  const Summary& summary = drawing.input.analysis.journeys[drawing.journey_index];
  if (drawing.is_slide && !is_empty(drawing))  // what is delivered stands beside the ring
    texts.push_back(moments_text(drawing.wording, summary));
  else
    for (std::string& text : summary_texts(drawing.wording, summary)) texts.push_back(std::move(text));
  const bool is_of_all = drawing.whose.empty() && !persona_names(workspace, drawing.journey).empty();  // whoever is named beside them
  if (is_of_all) texts.push_back(drawing.wording("The figures are those of all {customer}s.", {{"customer", drawing.wording.customer()}}));
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

/// Of the whole journey, also where not all of it is shown.
std::string verdict_of(const CycleDrawing& drawing) {
  const PictureInput& input = drawing.input;
  const Journey& whole = input.whole ? *input.whole : drawing.journey;
  return verdict_at_head(input.workspace, input.analysis, whole, drawing.is_slide ? HowMany::left_out : HowMany::told);
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

/// Of the ring and its labels.
double width_of(CycleDrawing& drawing) {
  if (is_empty(drawing)) return least_picture_width;
  drawing.slots = slots_of(drawing);
  if (drawing.is_slide) return drawing.slide_width - 2 * drawing.left;
  fit_ring(drawing);
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
  tell_left_out(scratch, scratch.scene.left_out);
  if (drawing.has_legend_beside) scratch.width = stages_width(drawing) - beside_legend;
  scratch.y = 0;
  draw_legend(scratch);
  return scratch.y;
}

/// What labels have no room for.
std::vector<std::string> left_out_of_labels(const CycleDrawing& drawing) {
  std::vector<std::string> parts;
  const bool has_asides = std::ranges::any_of(drawing.slots, [](const Slot& slot) { return slot.is_aside; });
  if (has_asides && drawing.detail > LabelDetail::all) parts.emplace_back("conditions");
  if (drawing.detail >= LabelDetail::names) parts.emplace_back(drawing.shows_scores ? "wanted scores" : "scores");
  return parts;
}

struct SlideLayout {
  LabelDetail detail;
  bool has_legend_beside;
};
constexpr SlideLayout slide_layouts[] = {
    {LabelDetail::all, false},
    {LabelDetail::all, true},
    {LabelDetail::no_conditions, true},
    {LabelDetail::one_line, false},
    {LabelDetail::one_line, true},
    {LabelDetail::names, true},
    {LabelDetail::names, false},
    {LabelDetail::names_and_signs, true},
    {LabelDetail::names_and_signs, false},
};

/// What the ring may take of a slide; no height where a legend beside it has no room.
Box room_for_ring(const CycleDrawing& drawing) {
  const Spacing& spacing = drawing.theme().spacing;
  const double below = drawing.slide_height - drawing.y - spacing.margin, legend = legend_height(drawing) + spacing.section;
  const double stages = stages_height(drawing);
  const double height = !drawing.has_legend_beside ? below - legend : stages + legend <= below ? below : 0;
  return {0, 0, drawing.width - stages_width(drawing), height};
}

/// On a slide, into what room is left; with as many words at the moments as that has.
void fill_slide(CycleDrawing& drawing) {
  Box room;
  for (const auto& [detail, has_legend_beside] : slide_layouts) {
    drawing.detail = detail, drawing.has_legend_beside = has_legend_beside;
    fit_ring(drawing);
    drawing.scene.left_out.parts = left_out_of_labels(drawing);
    room = room_for_ring(drawing);
    const Box extent = extent_of(drawing);
    if (extent.width <= room.width && extent.height <= room.height) break;
  }
  grow_ring(drawing, room.width, room.height);
  drawing.width = std::max(drawing.width, stages_width(drawing) + extent_of(drawing).width);
}

void draw_legend_beside(CycleDrawing& drawing, double top) {
  const double whole = drawing.width, bottom = drawing.y;
  drawing.width = stages_width(drawing) - beside_legend, drawing.y = top;
  draw_legend(drawing);
  drawing.legend = {};
  drawing.width = whole, drawing.y = std::max(drawing.y, bottom) - drawing.theme().spacing.section;  // none stands below
}

void draw_ring(CycleDrawing& drawing) {
  if (drawing.is_slide) fill_slide(drawing);
  const Box extent = extent_of(drawing);
  const double beside = drawing.is_slide ? stages_width(drawing) : 0, top = drawing.y;
  move(drawing, drawing.left + beside + (drawing.width - beside - extent.width) / 2 - extent.left, drawing.y - extent.top);
  if (drawing.is_slide) draw_stages_beside(drawing, {drawing.left, drawing.y, beside, extent.height});
  drawing.y += extent.height;
  draw_slices(drawing);
  draw_hub(drawing);
  draw_band(drawing);
  draw_moments(drawing);
  tell_left_out(drawing, drawing.scene.left_out);
  if (drawing.has_legend_beside) draw_legend_beside(drawing, top + stages_height(drawing) + drawing.theme().spacing.section);
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
                                       .verdict = verdict_of,
                                       .width = width_of,
                                       .empty = "This journey has no stages yet, so there is nothing to go round.",
                                       .is_empty = is_empty,
                                       .body = draw_ring,
                                       .above_legend = &Spacing::section};

}  // namespace mot::cycle

#include "mot/view/priorities/priorities.h"

#include <algorithm>
#include <cmath>

#include "mot/analysis/priorities.h"
#include "mot/picture/signs.h"
#include "mot/picture/touchpoint_text.h"

namespace mot::priorities {

namespace {

constexpr double least_chart_width = 900;
constexpr double spots_of_least_width = 40;
constexpr double most_times_wider = 2.5;
constexpr double room_for_a_name = 42'000;  // points of a slide or sheet for each moment: beside fewer names would be a thicket

/// Many spots get a wider chart, so that it does not grow in height alone.
double chart_width_for(std::size_t spots) {
  return least_chart_width * std::clamp(std::sqrt(static_cast<double>(spots) / spots_of_least_width), 1.0, most_times_wider);
}

/// A slide has none: what is done about it stands on the slide of the plan.
bool has_room_for_list(const PrioritiesDrawing& drawing) {
  return !drawing.options.is_slide && !drawing.spots.empty() && !first_to_mend(drawing.input).empty();
}

void draw_with_names(PrioritiesDrawing& drawing) {
  draw_axis_title(drawing);
  drawing.chart = chart_around(drawing.spots, *drawing.input.analysis.crosshair, drawing.input.scale(), axis_of(drawing));
  drawing.chart.box = {drawing.left + drawing.axis_width, drawing.y + above_box, drawing.chart_width, 0};
  set_insets(drawing, drawing.chart);
  drawing.chart.stretch = drawing.stretch;
  place(drawing.spots, drawing.chart);
  draw_placed(drawing);
  if (has_room_for_list(drawing))
    draw_first_to_mend(drawing, {drawing.chart.box.right() + drawing.right_of_chart, drawing.chart.box.top, list_width, 0});
}

/// A slide on which names find no room beside their moments has numbers there, and the names in a list.
void draw_chart(PrioritiesDrawing& drawing) {
  if (drawing.options.is_slide && !drawing.is_numbered) {
    PrioritiesDrawing scratch = drawing;
    draw_with_names(scratch);
    drawing.is_numbered = room_on_slide(std::move(scratch)) < 0;
  }
  if (!drawing.is_numbered) tell_left_out(drawing, {{}, drawing.left_out});
  drawing.is_numbered ? draw_numbered(drawing) : draw_with_names(drawing);
}

bool is_empty(const PrioritiesDrawing& drawing) {
  return !drawing.input.analysis.crosshair;
}

double width_of(PrioritiesDrawing& drawing) {
  constexpr double beside_name = 24;
  drawing.spots = spots_of(drawing);
  const double beside_chart = drawing.axis_width + drawing.right_of_chart;
  const bool is_slide = drawing.options.is_slide;
  double widest = 0;
  for (const Spot& spot : drawing.spots) widest = std::max(widest, spot.label_width + beside_name);
  drawing.chart_width = is_slide ? drawing.options.width - 2 * drawing.left - beside_chart : chart_width_for(drawing.spots.size());
  const double most_with_names = drawing.options.width * drawing.options.height / room_for_a_name;
  drawing.is_numbered = is_slide && (static_cast<double>(drawing.spots.size()) > most_with_names || widest > drawing.chart_width);
  // No chart is high enough for a name that is wider than it.
  if (!drawing.is_numbered) drawing.chart_width = std::max(drawing.chart_width, widest);
  return beside_chart + drawing.chart_width + (has_room_for_list(drawing) ? list_width : 0);
}

std::string title_of(const PrioritiesDrawing& drawing) {
  return drawing.wording("What to do first");
}

/// What is delivered is no matter of what comes first, and has no room on a slide of many moments.
std::vector<std::string> figures_of(const PrioritiesDrawing& drawing) {
  std::vector<std::string> texts = summary_texts(drawing.wording, drawing.input.analysis);
  if (drawing.is_numbered) texts.resize(1);
  if (!drawing.left_out.empty())
    texts.push_back(drawing.wording("{count} of {all} shown, by priority; means are of all",
                                    {{"count", drawing.spots.size()}, {"all", drawing.spots.size() + drawing.left_out.size()}}));
  return texts;
}

/// Which moments ask for work first.
std::string description_of(const PrioritiesDrawing& drawing) {
  return drawing.wording("Importance against the lived experience.");
}

std::string verdict_of(const PrioritiesDrawing& drawing) {
  const PictureInput& input = drawing.input;
  std::string names;
  for (const std::size_t i : first_to_mend(input)) names += (names.empty() ? "" : ", ") + input.workspace.touchpoints[i].name.value;
  return names.empty() ? "" : drawing.wording("First to mend: {moments}.", {{"moments", names}});
}

}  // namespace

void draw_placed(PrioritiesDrawing& drawing) {
  draw_quadrants(drawing);
  draw_axes(drawing);
  draw_crosshair(drawing);
  for (Spot& spot : drawing.spots) draw_spot(drawing, spot);
}

double room_on_slide(PrioritiesDrawing drawn) {
  draw_blind_spots(drawn);
  drawn.y += drawn.theme().spacing.heading;
  draw_legend(drawn);
  return drawn.options.height - drawn.theme().spacing.margin - drawn.y;
}

const Content<PrioritiesDrawing> content = {
    .title = title_of,
    .key_figures = figures_of,
    .description = description_of,
    .verdict = verdict_of,
    .width = width_of,
    .empty = "No moment has both an importance and a lived score yet, so none has a place in the chart.",
    .is_empty = is_empty,
    .body = draw_chart,
    .below = draw_blind_spots,
    .stretch = &PrioritiesDrawing::stretch};

}  // namespace mot::priorities

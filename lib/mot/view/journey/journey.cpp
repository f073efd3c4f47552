#include "mot/view/journey/journey.h"

#include <fmt/format.h>

#include <algorithm>
#include <cassert>
#include <cmath>

#include "mot/analysis/plan.h"
#include "mot/text/numbers.h"
#include "mot/view/journey/drawing.h"
#include "mot/view/journey/writing.h"

namespace mot {

namespace journey {

namespace {

constexpr std::size_t natural_columns = 9;
constexpr double natural_pitch = 164;
constexpr double least_pitch = 150;
constexpr double widest_card = 190;
constexpr double gutter = 24;
constexpr double headings_width = 136;

/// Points for columns of cards in a picture of this width.
double room_for_columns(double width, const Theme& theme) {
  return width - 2 * theme.spacing.margin - headings_width;
}

std::size_t most_columns(double width, const Theme& theme) {
  if (width <= 0) return natural_columns;
  return static_cast<std::size_t>(std::max(1.0, std::floor(room_for_columns(width, theme) / least_pitch)));
}

std::size_t longest_band(const PathColumns& plan) {
  std::size_t longest = 0;
  for (const Band& band : plan.bands) longest = std::max(longest, band.size());
  return longest;
}

Grid grid_for(const PathColumns& plan, double width, const Theme& theme) {
  Grid grid{theme.spacing.margin, headings_width, natural_pitch, gutter};
  const auto columns = static_cast<double>(std::max<std::size_t>(1, longest_band(plan)));
  if (width > 0) grid.pitch = std::clamp(room_for_columns(width, theme) / columns, least_pitch, widest_card + gutter);
  return grid;
}

std::string stage_names(const Journey& journey) {
  std::string names;
  for (const Stage& stage : journey.stages) names += (names.empty() ? ": " : ", ") + stage.name.value;
  return names;
}

/// The visit with the largest gap over 0; of equal ones the first.
const Visit* largest_shortfall(const Subject& subject, const PathColumns& plan) {
  const Visit* largest = nullptr;
  double gap = 0;
  for (const Visit& visit : plan.visits) {
    if (const auto& own = subject.figures_of(visit).gap; own && *own > gap) largest = &visit, gap = *own;
  }
  return largest;
}

/// What a reader who can't see the picture should know.
std::string description_of(const Subject& subject, const PathColumns& plan) {
  const std::size_t stages = subject.journey().stages.size();
  const Summary& summary = subject.analysis.journeys[subject.options.journey];
  std::string text = count_text(summary.touchpoints, "moment", "moments") + " in " + count_text(stages, "stage", "stages");
  text += stage_names(subject.journey()) + ".";
  if (summary.delivered.value) text += fmt::format(" Experience delivered: {}.", percent_text(*summary.delivered.value));
  if (const Visit* visit = largest_shortfall(subject, plan))
    text += fmt::format(" Largest shortfall: {}, {} points.", subject.touchpoint_of(*visit).name.value,
                        points_text(*subject.figures_of(*visit).gap));
  return text;
}

void reserve_ids(JourneyDrawing& drawing) {
  for (const Stage& stage : drawing.subject.journey().stages) drawing.ids.reserve("stage-" + stage.id.value);
  for (const auto& department : drawing.plan.departments) {
    if (department) drawing.ids.reserve("lane-" + drawing.subject.workspace.departments[*department].id.value);
  }
}

void draw_bands(JourneyDrawing& drawing) {
  const Theme& theme = drawing.theme();
  const Path path = main_path(drawing);
  const auto carriers = carriers_of(drawing.subject.workspace, drawing.plan);
  for (std::size_t i = 0; i < drawing.plan.bands.size(); ++i) {
    const Band& band = drawing.plan.bands[i];
    if (i > 0) drawing.y += theme.spacing.section;
    draw_stages(drawing, band);
    drawing.y += theme.spacing.gap;
    draw_experience(drawing, path, band);
    draw_lanes(drawing, band);
    draw_backstage(drawing, band, carriers[i]);
    draw_fields(drawing, band);
    draw_pains(drawing, band);
    draw_voices(drawing, band);
    draw_opportunities(drawing, band);
  }
  draw_connectors(drawing);
}

std::vector<std::vector<std::size_t>> actions_by_touchpoint(const Workspace& workspace) {
  std::vector<std::vector<std::size_t>> actions(workspace.touchpoints.size());
  for (std::size_t i = 0; i < workspace.actions.size(); ++i) {
    if (workspace.actions[i].status.value == Status::dropped) continue;
    for (const Link<Touchpoint>& link : workspace.actions[i].touchpoints) {
      if (link.index && (actions[*link.index].empty() || actions[*link.index].back() != i)) actions[*link.index].push_back(i);
    }
  }
  return actions;
}

void look_ahead(JourneyDrawing& drawing) {
  const ActionPlan plan = plan_of(drawing.subject.workspace, drawing.subject.analysis);
  drawing.after = plan.actual_after;
  drawing.delivered_after = plan.journeys[drawing.subject.options.journey].after.value;
}

Scene drawn(const Subject& subject) {
  const Theme& theme = subject.theme;
  const double asked = subject.options.width;
  JourneyDrawing drawing(subject);
  drawing.plan = path_columns_of(subject.workspace, subject.journey(), most_columns(asked, theme));
  drawing.grid = grid_for(drawing.plan, asked, theme);
  drawing.cards.resize(drawing.plan.visits.size());
  drawing.actions = actions_by_touchpoint(subject.workspace);
  if (subject.options.after_actions) look_ahead(drawing);
  reserve_ids(drawing);
  const double content = drawing.grid.headings + static_cast<double>(longest_band(drawing.plan)) * drawing.grid.pitch;
  const double width = std::max(content, asked > 0 ? asked - 2 * theme.spacing.margin : least_picture_width);
  drawing.scene.id = "journey-" + subject.journey().id.value;
  drawing.scene.description = description_of(subject, drawing.plan);
  draw_head(drawing, width);
  if (drawing.plan.columns.empty()) {
    draw_nothing_yet(drawing, "This journey has no stages yet.");
  } else {
    draw_bands(drawing);
  }
  drawing.y += theme.spacing.heading;
  draw_legend(drawing, width);
  close_page(drawing, width);
  return std::move(drawing.scene);
}

}  // namespace

}  // namespace journey

Scene journey_scene(const PictureInput& input, const PictureOptions& options) {
  assert(options.journey < input.workspace.journeys.size());
  if (!options.blank) return journey::drawn({input, options});
  const Workspace workspace = journey::blanked(input.workspace, *options.blank);
  const Answers nothing;
  const Analysis analysis = analyse(workspace, nothing, {.persona = input.analysis.persona});
  return journey::drawn({{workspace, analysis, nothing, input.theme, input.typesetter}, options});
}

}  // namespace mot

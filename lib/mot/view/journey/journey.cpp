#include "mot/view/journey/journey.h"

#include <algorithm>
#include <cmath>

#include "mot/analysis/plan.h"
#include "mot/analysis/sets.h"
#include "mot/analysis/worst.h"
#include "mot/picture/journey_text.h"
#include "mot/picture/told_rows.h"
#include "mot/picture/touchpoint_text.h"
#include "mot/picture/verdict.h"
#include "mot/view/journey/writing.h"
#include "mot/view/row_parts.h"

namespace mot::journey {

namespace {

constexpr std::size_t natural_columns = 9;
constexpr double natural_pitch = 164;
constexpr double widest_card = 190;
constexpr double least_between_bands = 24;  // where pages part

/// How close columns may stand. Points.
struct Tightness {
  double least_pitch;
  double gutter;
  double headings;
};

constexpr Tightness loose{150, 24, 136};
constexpr Tightness tight{118, 20, 124};  // over pages, where letters are larger than on a screen and a row is as wide as the paper

const Tightness& tightness_for(const PictureOptions& asked) {
  return asked.is_slide ? tight : loose;
}

/// Points for columns of cards in a picture of this width.
double room_for_columns(const PictureOptions& asked, const Theme& theme) {
  return asked.width - 2 * theme.spacing.margin - tightness_for(asked).headings;
}

std::size_t most_columns(const PictureOptions& asked, const Theme& theme) {
  if (asked.width <= 0) return natural_columns;
  return static_cast<std::size_t>(std::max(1.0, std::floor(room_for_columns(asked, theme) / tightness_for(asked).least_pitch)));
}

std::size_t longest_band(const PathColumns& plan) {
  std::size_t longest = 0;
  for (const Band& band : plan.bands) longest = std::max(longest, band.size());
  return longest;
}

Grid grid_for(const PathColumns& plan, const PictureOptions& asked, const Theme& theme) {
  const Tightness& tightness = tightness_for(asked);
  Grid grid{theme.spacing.margin, tightness.headings, natural_pitch, tightness.gutter};
  const auto columns = static_cast<double>(std::max<std::size_t>(1, longest_band(plan)));
  if (asked.width > 0)
    grid.pitch = std::clamp(room_for_columns(asked, theme) / columns, tightness.least_pitch, widest_card + tightness.gutter);
  return grid;
}

std::string stage_names(const Journey& journey) {
  std::string names;
  for (const Stage& stage : journey.stages) names += (names.empty() ? "" : ", ") + stage.name.value;
  return names;
}

/// `Lived lowest: Lost-bag desk, 3 points.`; empty where it is known of some moment what falls short.
std::string lowest_sentence(const Wording& wording, const Subject& subject) {
  const auto worst = worst_moment(subject.workspace, subject.analysis.touchpoints, touchpoints_of(subject.workspace, subject.journey()));
  if (!worst) return "";
  const Figures& figures = subject.analysis.touchpoints[*worst];
  if (figures.gap) return "";
  return wording.counted(*figures.actual, "Lived lowest: {moment}, {points} points.",
                         {{"moment", subject.workspace.touchpoints[*worst].name.value}, {"points", wording.points(*figures.actual)}});
}

/// `21 visits`; empty where none is made twice.
std::string visits_text(const JourneyDrawing& drawing) {
  const std::size_t visits = drawing.plan.visits.size();
  if (visits == touchpoints_of(drawing.subject.workspace, drawing.subject.journey()).size()) return "";
  return drawing.wording.count(visits, "{count} visits");
}

std::string description_of(const JourneyDrawing& drawing) {
  const Subject& subject = drawing.subject;
  const std::size_t stages = subject.journey().stages.size();
  const Summary& summary = subject.analysis.journeys[subject.options.journey];
  const Wording& wording = drawing.wording;
  const std::string names = stage_names(subject.journey());
  std::string text = wording(names.empty() ? "{moments} in {stages}." : "{moments} in {stages}: {names}.",
                             {{"moments", wording.count(summary.touchpoints, "{count} moments")},
                              {"stages", wording.count(stages, "{count} stages")},
                              {"names", names}});
  if (const std::string visits = visits_text(drawing); !visits.empty()) text += " " + wording("They take {visits}.", {{"visits", visits}});
  if (summary.delivered.value)
    text += " " + wording("Experience delivered: {percent}.", {{"percent", wording.percent(*summary.delivered.value)}});
  return text;
}

/// Where nothing is known to be wanted, what is lived lowest.
std::string verdict_of(const JourneyDrawing& drawing) {
  const Subject& subject = drawing.subject;
  if (subject.options.blank) return "";
  if (std::string lowest = lowest_sentence(drawing.wording, subject); !lowest.empty()) return lowest;
  const HowMany how_many = subject.options.is_slide ? HowMany::left_out : HowMany::told;
  return verdict_at_head(subject.workspace, subject.analysis, subject.journey(), how_many);
}

void reserve_ids(JourneyDrawing& drawing) {
  for (const Stage& stage : drawing.subject.journey().stages) drawing.ids.reserve("stage-" + stage.id.value);
  for (const auto& department : drawing.plan.departments) {
    if (department) drawing.ids.reserve("lane-" + drawing.subject.workspace.departments[*department].id.value);
  }
}

/// None where the room is to write.
ToldRows told_rows_of(const JourneyDrawing& drawing) {
  const Subject& subject = drawing.subject;
  ToldRows told{subject.workspace, drawing.plan, {}, subject.options.department, {}};
  told.most_lines = subject.most_lines(told.most_lines);
  told.grid = even_grid(drawing.grid.headings - beside_headings, drawing.grid.content_left(), drawing.grid.pitch, drawing.grid.gutter);
  if (!subject.options.blank && shows_part(subject.options, LanePart::rows))
    told.rows = told_rows(subject.workspace, subject.journey(), {subject.options.shown_rows, subject.options.hidden_rows});
  return told;
}

void draw_bands(JourneyDrawing& drawing) {
  const Theme& theme = drawing.theme();
  const ToldRows told = told_rows_of(drawing);
  const Path path = main_path(drawing);
  const auto carriers = carriers_of(drawing.subject.workspace, drawing.plan);
  const auto shows = [&](LanePart part) { return shows_part(drawing.subject.options, part); };
  for (std::size_t i = 0; i < drawing.plan.bands.size(); ++i) {
    const Band& band = drawing.plan.bands[i];
    if (i > 0) drawing.y += std::max(theme.spacing.section, least_between_bands);
    draw_stages(drawing, band);
    drawing.y += theme.spacing.gap;
    draw_experience(drawing, path, band);
    draw_lanes(drawing, band);
    draw_inner_journeys(drawing, band);
    draw_backstage(drawing, band, carriers[i]);
    draw_told_rows(drawing, told, band);
    draw_fields(drawing, band);
    if (shows(LanePart::rows)) draw_truths(drawing, band);
    if (shows(LanePart::rows)) draw_pains(drawing, band);
    if (shows(LanePart::voices)) draw_voices(drawing, band);
    if (shows(LanePart::actions)) draw_opportunities(drawing, band);
  }
  draw_connectors(drawing);
  const auto parts = row_parts("journey").first(std::min(drawing.subject.options.left_out, row_parts("journey").size()));
  drawing.scene.left_out.parts.assign(parts.begin(), parts.end());
  tell_left_out(drawing, drawing.scene.left_out);
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

bool is_empty(const JourneyDrawing& drawing) {
  return drawing.plan.columns.empty();
}

double width_of(JourneyDrawing& drawing) {
  const double asked = drawing.subject.options.width;
  const double content_width = drawing.grid.headings + static_cast<double>(longest_band(drawing.plan)) * drawing.grid.pitch;
  return std::max(content_width, asked > 0 ? asked - 2 * drawing.theme().spacing.margin : least_picture_width);
}

std::string title_of(const JourneyDrawing& drawing) {
  return drawing.subject.journey().name.value;
}

/// The figures of the whole journey, as short texts.
std::vector<std::string> figures_of(const JourneyDrawing& drawing) {
  const Subject& subject = drawing.subject;
  std::vector<std::string> texts;
  if (std::string personas = persona_names(subject.workspace, subject.journey()); !personas.empty()) texts.push_back(std::move(personas));
  if (std::string goal = goal_text(drawing.wording, subject.journey()); !goal.empty()) texts.push_back(std::move(goal));
  std::vector<std::string> figures = summary_texts(drawing.wording, subject.analysis.journeys[subject.options.journey]);
  if (subject.options.blank) figures.resize(1);
  if (const std::string visits = visits_text(drawing); !visits.empty())
    figures[0] = drawing.wording("{moments} on {visits}", {{"moments", figures[0]}, {"visits", visits}});
  texts.insert(texts.end(), figures.begin(), figures.end());
  const bool is_of_all = drawing.whose.empty() && !subject.options.blank && !persona_names(subject.workspace, subject.journey()).empty();
  if (is_of_all) texts.push_back(drawing.wording("The figures are those of all {customer}s.", {{"customer", drawing.wording.customer()}}));
  if (subject.options.department) texts.push_back(standing_out_text(subject.workspace, subject.journey(), *subject.options.department));
  if (drawing.delivered_after)
    texts.push_back(drawing.wording("{percent} after the actions", {{"percent", drawing.wording.percent(*drawing.delivered_after)}}));
  if (subject.options.blank) texts.push_back(drawing.wording("to be filled in by hand"));
  return texts;
}

/// Null where nothing is left blank.
std::unique_ptr<const BlankedInput> blanked_input(const PictureInput& input, const std::optional<Blank>& blank) {
  if (!blank) return nullptr;
  BlankedInput blanked_one{blanked(input.workspace, *blank), {}, {}};
  blanked_one.analysis = analyse(blanked_one.workspace, blanked_one.answers, {.persona = input.analysis.persona});
  return std::make_unique<const BlankedInput>(std::move(blanked_one));
}

Subject subject_of(const PictureInput& input, const BlankedInput* blanked, const PictureOptions& asked) {
  if (!blanked) return {input, asked};
  return {{blanked->workspace, blanked->analysis, blanked->answers, input.theme, input.typesetter, {}, input.today}, asked};
}

}  // namespace

JourneyDrawing::JourneyDrawing(const PictureInput& what, const PictureOptions& asked)
    : Canvas(what), blanked_(blanked_input(what, asked.blank)), subject(subject_of(what, blanked_.get(), asked)) {
  std::size_t columns = most_columns(asked, theme());
  if (asked.columns > 0) columns = std::min(columns, asked.columns);
  plan = path_columns_of(subject.workspace, subject.journey(), columns);
  grid = grid_for(plan, asked, theme());
  cards.resize(plan.visits.size());
  inner_cards.resize(plan.inner_journeys.size());
  actions = actions_by_touchpoint(subject.workspace);
  if (asked.after_actions) look_ahead(*this);
  reserve_ids(*this);
}

const Content<JourneyDrawing> content = {.title = title_of,
                                         .key_figures = figures_of,
                                         .description = description_of,
                                         .verdict = verdict_of,
                                         .width = width_of,
                                         .empty = "This journey has no stages yet.",
                                         .is_empty = is_empty,
                                         .body = draw_bands};

}  // namespace mot::journey

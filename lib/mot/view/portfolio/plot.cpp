#include "mot/view/portfolio/plot.h"

#include <algorithm>
#include <set>

#include "mot/analysis/delivered.h"
#include "mot/analysis/paths.h"
#include "mot/analysis/sets.h"
#include "mot/analysis/worst.h"
#include "mot/picture/curves.h"
#include "mot/picture/signs.h"
#include "mot/picture/touchpoint_text.h"

namespace mot::portfolio {

namespace {

constexpr double inset = 9;                                    // from the panel's edges to the ends of the scale and of the path
constexpr double worst_radius = 7, worst_radius_of_slide = 9;  // of the worst moment's marker
constexpr double truth_radius = 3.8;                           // of a moment of truth
constexpr double hollow_share = 0.55;                          // of it, that is free in a judged one
constexpr double moment_radius = 1.9;                          // of another
constexpr double unknown_radius = 1.8;
constexpr double wanted_width = 1.25, lived_width = 1.75;
constexpr double least_radius = 0.6;
constexpr double least_pitch_for_dots = 5;       // closer together the curve alone says it
constexpr double least_pitch_for_moments = 2.5;  // and then the means of stages

/// The path of a journey on the page.
struct Track {
  std::vector<double> x;
  std::vector<std::optional<double>> wanted;
  std::vector<std::optional<double>> lived;
  double pitch = 0;  ///< points between two moments
};

Track track_of(const PortfolioDrawing& drawing, const Subject& subject, const Box& box) {
  const std::size_t count = subject.path.size();
  const double width = box.width - 2 * (inset + worst_radius);
  Track track;
  track.pitch = count > 1 ? width / static_cast<double>(count - 1) : width;
  const auto height = [&](const std::optional<double>& score) {
    return score ? std::optional(height_of_score(*score, drawing.input.scale(), box)) : std::nullopt;
  };
  for (std::size_t i = 0; i < count; ++i) {
    const Figures& figures = drawing.figures(subject.path[i]);
    const double share = count > 1 ? static_cast<double>(i) / static_cast<double>(count - 1) : 0.5;
    track.x.push_back(box.left + inset + worst_radius + width * share);
    track.wanted.push_back(height(figures.target));
    track.lived.push_back(height(figures.actual));
  }
  return track;
}

/// Where a stage ends on the page: halfway to the next one's first moment.
std::vector<double> ends_of_stages(const PortfolioDrawing& drawing, const Subject& subject, const Track& track, const Box& box) {
  std::vector<double> ends;
  std::size_t passed = 0;
  for (const Stage& stage : drawing.input.workspace.journeys[subject.journey].stages) {
    passed += main_path(drawing.input.workspace, stage).size();
    const bool is_inside = passed > 0 && passed < track.x.size();
    ends.push_back(is_inside ? (track.x[passed - 1] + track.x[passed]) / 2 : passed == 0 ? box.left : box.right());
  }
  return ends;
}

void draw_ends_of_stages(PortfolioDrawing& drawing, const Subject& subject, const Track& track, const Box& box) {
  const Theme& theme = drawing.theme();
  for (const double x : ends_of_stages(drawing, subject, track, box)) {
    if (x <= box.left || x >= box.right()) continue;
    drawing.scene.ground.push_back(Curve{straight({x, box.top}, {x, box.bottom()}), {theme.grid, theme.spacing.hairline, Dash::solid}});
  }
}

/// Of moments that are too close together to be seen one by one the means of their stages, in the middles of those.
Track track_of_stages(const PortfolioDrawing& drawing, const Subject& subject, const Track& moments, const Box& box) {
  const auto& figures = drawing.input.analysis.touchpoints;
  Track track{.x = {}, .wanted = {}, .lived = {}, .pitch = moments.pitch};
  std::size_t begin = 0;
  for (const Stage& stage : drawing.input.workspace.journeys[subject.journey].stages) {
    const std::vector<std::size_t> path = main_path(drawing.input.workspace, stage);
    const std::size_t end = std::min(begin + path.size(), moments.x.size());
    if (begin == end) continue;
    track.x.push_back((moments.x[begin] + moments.x[end - 1]) / 2);
    const auto height = [&](std::optional<double> Figures::*points) {
      const auto mean = mean_of(figures, path, points);
      return mean ? std::optional(height_of_score(*mean, drawing.input.scale(), box)) : std::nullopt;
    };
    track.wanted.push_back(height(&Figures::target)), track.lived.push_back(height(&Figures::actual));
    begin = end;
  }
  return track;
}

/// As large as the moments leave room for.
double radius_for(const Track& track, double radius) {
  return std::clamp(track.pitch * 0.45, std::min(least_radius, radius), radius);
}

/// A dot in each of some colours.
struct DotsLook {
  double radius = 0;
  std::vector<Colour> colours;
};

void draw_sign(Canvas& canvas, Point at, double width, const DotsLook& look) {
  const double step = width / static_cast<double>(look.colours.size());
  for (std::size_t i = 0; i < look.colours.size(); ++i) {
    const Point middle{at.x + (static_cast<double>(i) + 0.5) * step, at.y};
    canvas.scene.ground.push_back(CurvedArea{circle(middle, look.radius), look.colours[i]});
  }
}

Sign<Remark> means_of_stages() {
  return {legend_rank::curves + 3, "of many moments the means of their stages, weighted by importance", 0, {}};
}

/// In the colours that the picture's own dots have.
Sign<DotsLook> truth_on_curve(const PortfolioDrawing& drawing) {
  std::set<GapClass> classes;
  for (const Subject& subject : drawing.subjects) {
    for (std::size_t i = 0; i < subject.path.size(); ++i) {
      const std::size_t moment = subject.path[i];
      const bool has_dot = i != subject.place && drawing.figures(moment).actual && drawing.touchpoint(moment).moment_of_truth.value;
      if (has_dot) classes.insert(drawing.figures(moment).gap_class);
    }
  }
  DotsLook look{truth_radius, {}};
  for (const GapClass gap_class : classes) look.colours.push_back(drawing.theme().tone_of(gap_class).colour);
  return {legend_rank::curves + 4, "moment of truth, in the colour of its gap", 10.0 * static_cast<double>(look.colours.size()), look};
}

/// A circle where nobody knows what is lived.
struct HoleLook {
  Stroke stroke;
};

void draw_sign(Canvas& canvas, Point at, double width, const HoleLook& hole) {
  canvas.scene.ground.push_back(Curve{circle({at.x + width / 2, at.y}, unknown_radius), hole.stroke});
}

Sign<HoleLook> hole(const Theme& theme) {
  return {legend_rank::curves + 5, "not measured: breaks the curve", 10, {{theme.muted, 1, Dash::solid}}};
}

Sign<Remark> worst_marked() {
  return {legend_rank::curves + 6, "marked and named: where each journey falls short most", 0, {}};
}

Sign<Stroke> stem(const Theme& theme) {
  return {legend_rank::curves + 7, "beside the path: only under a condition, or behind the scenes", 14, {theme.muted, 1, Dash::dotted}};
}

void draw_dot(PortfolioDrawing& drawing, Point center, double radius, Colour colour) {
  drawing.scene.ground.push_back(CurvedArea{circle(center, radius), colour});
}

void draw_curves(PortfolioDrawing& drawing, const Track& track) {
  const Theme& theme = drawing.theme();
  const auto wanted_line = smooth_line(track.x, track.wanted), lived_line = smooth_line(track.x, track.lived);
  for (std::vector<Point>& outline : areas_between(wanted_line, lived_line))
    drawing.scene.ground.push_back(CurvedArea{std::move(outline), explain(drawing, shortfall(theme))});
  for (std::vector<Point>& path : unbroken(wanted_line))
    drawing.scene.ground.push_back(Curve{std::move(path), explain(drawing, wanted(theme, wanted_width))});
  for (std::vector<Point>& path : unbroken(lived_line))
    drawing.scene.ground.push_back(Curve{std::move(path), explain(drawing, lived(theme, lived_width))});
}

/// No curve leads to or from it.
bool is_alone(const std::vector<std::optional<double>>& line, std::size_t i) {
  return line[i] && (i == 0 || !line[i - 1]) && (i + 1 == line.size() || !line[i + 1]);
}

/// Nobody knows what is lived here: a ring at the panel's foot.
void draw_unknown(PortfolioDrawing& drawing, const Track& track, std::size_t i, const Box& box) {
  const double radius = radius_for(track, unknown_radius);
  Stroke stroke = explain(drawing, hole(drawing.theme())).stroke;
  stroke.width = std::min(stroke.width, radius / 2);
  drawing.scene.ground.push_back(Curve{circle({track.x[i], box.bottom() - inset / 2}, radius), stroke});
}

/// What nobody measured is hollow, as in the other pictures.
bool is_hollow(PortfolioDrawing& drawing, std::size_t moment) {
  if (drawing.figures(moment).actual_kind == ActualKind::measured) return false;
  score_ring(drawing, drawing.figures(moment), drawing.gap_of(moment).look);  // which says so in the legend
  return true;
}

void draw_moment(PortfolioDrawing& drawing, const Subject& subject, const Track& track, std::size_t i) {
  const Theme& theme = drawing.theme();
  const std::size_t moment = subject.path[i];
  const Point center{track.x[i], *track.lived[i]};
  if (drawing.touchpoint(moment).moment_of_truth.value) {
    const double radius = radius_for(track, explain(drawing, truth_on_curve(drawing)).radius);
    draw_dot(drawing, center, radius * 1.25, theme.page);
    draw_dot(drawing, center, radius, explain(drawing, drawing.gap_of(moment)).colour);
    if (is_hollow(drawing, moment)) draw_dot(drawing, center, radius * hollow_share, theme.page);
  } else if (track.pitch >= least_pitch_for_dots || is_alone(track.lived, i)) {
    draw_dot(drawing, center, moment_radius, explain(drawing, lived(theme, lived_width)).colour);
  }
}

void draw_moments(PortfolioDrawing& drawing, const Subject& subject, const Track& track, const Box& box) {
  for (std::size_t i = 0; i < subject.path.size(); ++i) {
    if (track.wanted[i] && (track.pitch >= least_pitch_for_dots || is_alone(track.wanted, i)))
      draw_dot(drawing, {track.x[i], *track.wanted[i]}, moment_radius * 0.8,
               explain(drawing, wanted(drawing.theme(), wanted_width)).colour);
    if (i == subject.place) continue;
    if (track.lived[i])
      draw_moment(drawing, subject, track, i);
    else
      draw_unknown(drawing, track, i, box);
  }
}

/// Where the worst moment is marked; beside the path between the moments that it comes between.
double worst_x(const Subject& subject, const Track& track, const Box& box) {
  if (subject.place) return track.x[*subject.place];
  if (track.x.empty()) return box.left + box.width / 2;
  if (subject.after == 0) return track.x.front();
  if (subject.after == track.x.size()) return track.x.back();
  return (track.x[subject.after - 1] + track.x[subject.after]) / 2;
}

/// From what is wanted down to what is lived, as no curve leads there.
void draw_stem(PortfolioDrawing& drawing, const Subject& subject, Point lived, const Box& box) {
  const Figures& figures = drawing.figures(*subject.worst);
  const Stroke stroke = explain(drawing, stem(drawing.theme()));
  const double wanted = figures.target ? height_of_score(*figures.target, drawing.input.scale(), box) : box.top;
  drawing.scene.ground.push_back(Curve{straight({lived.x, wanted}, lived), stroke});
}

void draw_worst(PortfolioDrawing& drawing, const Subject& subject, const Track& track, const Box& box) {
  if (!subject.worst) return;
  const Theme& theme = drawing.theme();
  const std::size_t moment = *subject.worst;
  const Tone tone = explain(drawing, drawing.gap_of(moment));
  explain(drawing, worst_marked());
  Marker marker;
  marker.identity = {drawing.ids.use("worst-" + drawing.input.workspace.journeys[subject.journey].id.value),
                     touchpoint_classes(drawing.input.workspace, drawing.input.analysis, moment),
                     touchpoint_tooltip(drawing.input.workspace, drawing.input.analysis, moment), ""};
  marker.center = {worst_x(subject, track, box), height_of_score(*drawing.figures(moment).actual, drawing.input.scale(), box)};
  if (!subject.place) draw_stem(drawing, subject, marker.center, box);
  marker.radius = drawing.is_slide || drawing.is_on_paper ? worst_radius_of_slide : worst_radius;
  const RingLook ring = score_ring(drawing, drawing.figures(moment), tone);
  marker.fill = ring.fill;
  marker.stroke = ring.stroke;
  marker.text = Run{std::string(tone.glyph),
                    {drawing.is_slide || drawing.is_on_paper ? theme.small_print.font.size : 8, Weight::bold, Slant::upright},
                    is_hollow(drawing, moment) ? tone.text : ring.colour};
  drawing.scene.items.push_back(std::move(marker));
}

/// Says in the panel that there is nothing to draw.
void draw_emptiness(PortfolioDrawing& drawing, const Subject& subject, const Track& track, const Box& box) {
  const bool is_known = std::any_of(track.lived.begin(), track.lived.end(), [](const auto& y) { return y.has_value(); });
  if (is_known || subject.worst) return;
  const char* none = drawing.only.empty() ? "no moments yet" : "none of those shown";
  const char* text = subject.path.empty() ? none : "nobody has measured this yet";
  const auto lines = set_text(drawing.typesetter(), drawing.wording(text), drawing.theme().small_print, box.width - 2 * inset, 2).lines;
  put_text_in_middle(drawing, {"empty", "empty", "", ""},
                     {{box.left + inset, box.bottom() - box.height / 3}, box.width - 2 * inset, Align::center}, lines);
}

/// Whether a step of somebody's is, or holds, the touchpoint.
bool leads_to(const Workspace& workspace, const PathStep& step, std::size_t touchpoint) {
  Stage alone;
  alone.steps = {step};
  return std::ranges::binary_search(touchpoints_of(workspace, alone), touchpoint);
}

/// How many moments of the main path come before the step that a touchpoint stands at.
std::size_t moments_before(const PictureInput& input, const Journey& journey, std::size_t touchpoint) {
  Stage passed;
  for (const Stage& stage : journey.stages) {
    for (const PathStep& step : stage.steps) {
      if (leads_to(input.workspace, step, touchpoint)) return main_path(input.workspace, passed).size();
      passed.steps.push_back(step);
    }
  }
  return main_path(input.workspace, passed).size();
}

}  // namespace

Subject subject_of(const PictureInput& input, std::size_t index) {
  const Journey& journey = input.workspace.journeys[index];
  const auto& figures = input.analysis.touchpoints;
  const std::vector<std::size_t> all = touchpoints_of(input.workspace, journey);
  Subject subject{.journey = index, .path = main_path(input.workspace, journey), .has_gap = false, .worst = {}, .place = {}};
  subject.has_gap = std::ranges::any_of(all, [&](std::size_t i) { return figures[i].gap.has_value(); });
  subject.worst = worst_moment(input.workspace, figures, all);
  if (!subject.worst) return subject;
  const auto place = std::ranges::find(subject.path, *subject.worst);
  if (place != subject.path.end()) subject.place = static_cast<std::size_t>(place - subject.path.begin());
  subject.after = moments_before(input, journey, *subject.worst);
  return subject;
}

namespace {

/// Each name in a line near the middle of its stage, moved aside where names are longer than stages, but never off its own; none where
/// they have no room.
std::vector<StageOnPlot> in_a_line(const PortfolioDrawing& drawing, const Journey& journey, const std::vector<double>& ends,
                                   const Box& box) {
  constexpr double between_names = 8, slack = 1.03;
  const TextStyle& style = drawing.theme().small_print;
  std::vector<StageOnPlot> stages;
  double left = box.left, taken = box.left;
  for (std::size_t i = 0; i < ends.size(); ++i) {
    const double width = slack * drawing.typesetter().width_of(journey.stages[i].name.value, style.font);
    const double begin = std::max(taken, (left + ends[i] - width) / 2);
    stages.push_back({begin, begin + width, {single_line(drawing.typesetter(), journey.stages[i].name.value, style)}});
    taken = begin + width + between_names, left = ends[i];
  }
  double limit = box.right();
  for (std::size_t i = stages.size(); i-- > 0;) {
    const double over = std::max(0.0, stages[i].right - limit);
    stages[i].left -= over, stages[i].right -= over;
    limit = stages[i].left - between_names;
    const double begin = i > 0 ? ends[i - 1] : box.left;
    if (stages[i].left < box.left || stages[i].right < begin + between_names || stages[i].left > ends[i] - between_names) return {};
  }
  return stages;
}

/// Each over its own stage, in several lines; none where a word would be broken.
std::vector<StageOnPlot> in_lines(const PortfolioDrawing& drawing, const Journey& journey, const std::vector<double>& ends,
                                  const Box& box) {
  constexpr double beside_name = 3;
  constexpr std::size_t most_lines = 3;
  const TextStyle& style = drawing.theme().small_print;
  std::vector<StageOnPlot> stages;
  double left = box.left;
  for (std::size_t i = 0; i < ends.size(); ++i) {
    const std::string& name = journey.stages[i].name.value;
    const double width = ends[i] - left - 2 * beside_name;
    if (longest_word(drawing.typesetter(), name, style.font) > width) return {};
    StageOnPlot& stage = stages.emplace_back(StageOnPlot{left + beside_name, ends[i] - beside_name, {}});
    stage.name = set_text(drawing.typesetter(), name, style, width).lines;
    if (stage.name.size() > most_lines) return {};
    left = ends[i];
  }
  return stages;
}

}  // namespace

std::vector<StageOnPlot> stages_over(const PortfolioDrawing& drawing, const Subject& subject, const Box& box) {
  const Journey& journey = drawing.input.workspace.journeys[subject.journey];
  const std::vector<double> ends = ends_of_stages(drawing, subject, track_of(drawing, subject, box), box);
  std::vector<StageOnPlot> stages = in_a_line(drawing, journey, ends, box);
  return stages.empty() ? in_lines(drawing, journey, ends, box) : stages;
}

double height_of_score(double score, const Scale& scale, const Box& box) {
  const double share = scale.range() > 0 ? std::clamp((score - scale.min) / scale.range(), 0.0, 1.0) : 0.5;
  return box.bottom() - inset - (box.height - 2 * inset) * share;
}

void draw_plot(PortfolioDrawing& drawing, const Subject& subject, const Box& box) {
  const Theme& theme = drawing.theme();
  const Scale& scale = drawing.input.scale();
  for (const double score : {scale.min, scale.middle(), scale.max}) {
    const double y = height_of_score(score, scale, box);
    drawing.scene.ground.push_back(Curve{straight({box.left, y}, {box.right(), y}), {theme.grid, theme.spacing.hairline, Dash::solid}});
  }
  const Track track = track_of(drawing, subject, box);
  draw_ends_of_stages(drawing, subject, track, box);
  const bool has_stages = drawing.input.workspace.journeys[subject.journey].stages.size() > 1;
  if (track.pitch < least_pitch_for_moments && has_stages) {
    explain(drawing, means_of_stages());
    draw_curves(drawing, track_of_stages(drawing, subject, track, box));
  } else {
    draw_curves(drawing, track);
    draw_moments(drawing, subject, track, box);
  }
  draw_worst(drawing, subject, track, box);
  draw_emptiness(drawing, subject, track, box);
}

}  // namespace mot::portfolio

#include "mot/story/faces.h"

#include <algorithm>

#include "mot/picture/signs.h"
#include "mot/picture/touchpoint_text.h"

namespace mot::story {

namespace {

// In shares of the radius.
constexpr double eye_at = 0.36, eye_height = 0.24, eye_radius = 0.13;
constexpr double mouth_reach = 0.5, mouth_line = 0.14, brow_length = 0.34;
constexpr double score_width = 28, under_face = 1;

/// How far the middle of the mouth hangs under its corners, how low those lie, and whether brows are drawn together.
struct Mood {
  double bow;
  double corners;
  bool has_brows;
  std::string_view words;
};

/// By GapClass, as far as it is known.
constexpr std::array<Mood, 4> moods = {{{0.62, 0.2, false, "happy face"},
                                        {0, 0.42, false, "straight face"},
                                        {-0.34, 0.52, false, "sad face"},
                                        {-0.56, 0.6, true, "angry face"}}};

const Mood& mood_of(GapClass gap_class) {
  return moods[std::min(static_cast<std::size_t>(gap_class), moods.size() - 1)];
}

struct FaceLook {
  Colour fill;
  Stroke outline;
  Colour features;
  GapClass gap_class;
};

void draw_features(Canvas& canvas, Point at, double radius, const FaceLook& look) {
  auto& ground = canvas.scene.ground;
  const Mood& mood = mood_of(look.gap_class);
  const Stroke line{look.features, std::max(0.8, mouth_line * radius), Dash::solid};
  for (const double side : {-1.0, 1.0}) {
    const Point eye{at.x + side * eye_at * radius, at.y - eye_height * radius};
    ground.push_back(CurvedArea{circle(eye, eye_radius * radius), look.features});
    if (!mood.has_brows) continue;
    const double half = brow_length * radius / 2, y = eye.y - 0.34 * radius;
    ground.push_back(Curve{straight({eye.x - half, y - side * 0.5 * half}, {eye.x + half, y + side * 0.5 * half}), line});
  }
  const Point left{at.x - mouth_reach * radius, at.y + mood.corners * radius}, right{at.x + mouth_reach * radius, left.y};
  const double pull = mood.bow * radius, inner = mouth_reach * radius / 3;
  ground.push_back(Curve{{left, {at.x - inner, left.y + pull}, {at.x + inner, left.y + pull}, right}, line});
}

void draw_face(Canvas& canvas, Point at, double radius, const FaceLook& look) {
  canvas.scene.ground.push_back(CurvedArea{circle(at, radius), look.fill});
  canvas.scene.ground.push_back(Curve{circle(at, radius), look.outline});
  draw_features(canvas, at, radius, look);
}

void draw_sign(Canvas& canvas, Point at, double, const FaceLook& look) {
  draw_face(canvas, {at.x + ring_radius, at.y}, ring_radius, look);
}

FaceLook full_face(const Theme& theme, GapClass gap_class) {
  const Tone& tone = theme.tone_of(gap_class);
  const bool has_fills = theme.patterns.empty();
  return {has_fills ? tone.colour : theme.page, {tone.colour, 1.25, Dash::solid}, has_fills ? tone.on_colour : theme.ink, gap_class};
}

/// The sign of the face, and those of how well its score is known.
FaceLook explained_face(StoryDrawing& drawing, const Figures& figures) {
  const Theme& theme = drawing.theme();
  const GapClass shown = figures.gap_class == GapClass::unknown ? GapClass::yellow : figures.gap_class;
  FaceLook look =
      explain(drawing, Sign<FaceLook>{legend_rank::gaps + static_cast<int>(shown), gap_words(drawing.wording, shown, drawing.input.scale()),
                                      2 * ring_radius, full_face(theme, shown)});
  if (figures.actual_kind == ActualKind::measured && !figures.has_few_answers) return look;
  const Tone& tone = theme.tone_of(shown);
  const RingLook ring = score_ring(drawing, figures, tone);
  look.fill = ring.fill, look.outline = ring.stroke, look.features = tone.text;
  return look;
}

std::vector<Line> score_lines(const StoryDrawing& drawing, std::string text, Colour colour) {
  return {single_line(drawing.typesetter(), std::move(text), {drawing.marks.score, colour})};
}

}  // namespace

Box box_with_score(const StoryDrawing& drawing, Point center, double radius) {
  const double width = std::max(2 * radius, score_width), score = drawing.typesetter().line_height("0", drawing.marks.score);
  return {center.x - width / 2, center.y - radius, width, 2 * radius + under_face + score};
}

void clear_number(StoryDrawing& drawing, const PathPoints& points, Point center, double radius, double score) {
  const double half = drawing.typesetter().width_of(drawing.wording.points(score), drawing.marks.score) / 2 + 1;
  const double top = center.y + radius + under_face / 2, bottom = box_with_score(drawing, center, radius).bottom();
  const double left = center.x - half, right = center.x + half;
  const auto runs_through = [&](const std::vector<std::optional<Bezier>>& line) {
    return std::ranges::any_of(std::initializer_list<double>{left, center.x, right}, [&](double x) {
      const auto y = height_at(line, x);
      return y && *y > top - 1 && *y < bottom + 1;
    });
  };
  if (!runs_through(points.wanted) && !runs_through(points.lived) && std::ranges::none_of(points.others, runs_through)) return;
  drawing.scene.ground.push_back(Area{{{left, top}, {right, top}, {right, bottom}, {left, bottom}}, drawing.theme().page, {}});
}

void put_face(StoryDrawing& drawing, const Visit& visit, Point center, double radius) {
  const Figures& figures = drawing.figures_of(visit);
  draw_face(drawing, center, radius, explained_face(drawing, figures));
  Label label;
  label.identity = {drawing.ids.use("marker-" + visit.key),
                    touchpoint_classes(drawing.input.workspace, drawing.input.analysis, visit.touchpoint),
                    drawing.wording(mood_of(figures.gap_class == GapClass::unknown ? GapClass::yellow : figures.gap_class).words) + ": " +
                        touchpoint_tooltip(drawing.input.workspace, drawing.input.analysis, visit.touchpoint),
                    ""};
  label.box = box_with_score(drawing, center, radius);
  label.align = Align::center;
  label.lines = score_lines(drawing, drawing.wording.points(*figures.actual), drawing.theme().tone_of(figures.gap_class).text);
  label.lines.front().space_above = 2 * radius + under_face;
  drawing.scene.items.push_back(std::move(label));
}

}  // namespace mot::story

#include "mot/picture/inner_card.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>

#include "mot/analysis/paths.h"
#include "mot/picture/curves.h"
#include "mot/picture/signs.h"
#include "mot/picture/touchpoint_text.h"
#include "mot/text/numbers.h"

namespace mot {
namespace {

constexpr double padding = 6;
constexpr double stack_step = 3;  // how far each card of the stack looks out, to the right and above
constexpr int cards_behind = 2;
constexpr double curve_height = 34, above_curve = 4;
constexpr double dot_radius = 2;
constexpr double curve_width = 1.5;

/// Cards that lie on each other.
struct StackLook {
  Colour fill;
  Stroke stroke;
};

std::vector<Point> corners(const Box& box) {
  return {{box.left, box.top}, {box.right(), box.top}, {box.right(), box.bottom()}, {box.left, box.bottom()}};
}

/// Into the front card's place, the hindmost first.
void draw_stack(Canvas& canvas, const Box& front, double step, const StackLook& look) {
  for (int i = cards_behind; i >= 0; --i) {
    const double out = i * step;
    canvas.scene.ground.push_back(Area{corners({front.left + out, front.top - out, front.width, front.height}), look.fill, look.stroke});
  }
}

void draw_sign(Canvas& canvas, Point at, double width, const StackLook& look) {
  draw_stack(canvas, {at.x, at.y - 2, width - 4, 7}, 2, look);
}

Sign<StackLook> stack(const Theme& theme) {
  return {legend_rank::grounds + 5, "a journey inside, with a picture of its own", 18, {theme.card, {theme.line, 1, Dash::solid}}};
}

bool is_anything_known(const PictureInput& input, const std::vector<std::size_t>& path) {
  return std::ranges::any_of(path,
                             [&](std::size_t i) { return input.analysis.touchpoints[i].actual || input.analysis.touchpoints[i].target; });
}

/// The scale's whole height, so that curves of several journeys can be compared.
class SmallCurve {
 public:
  SmallCurve(Canvas& canvas, const PictureInput& input, const Box& box) : canvas_(canvas), input_(input), box_(box) {}

  void draw(const std::vector<std::size_t>& path) {
    std::vector<std::optional<double>> wanted_y, lived_y;
    for (const std::size_t touchpoint : path) {
      const double share = path.size() > 1 ? static_cast<double>(x_.size()) / static_cast<double>(path.size() - 1) : 0.5;
      x_.push_back(box_.left + dot_radius + (box_.width - 2 * dot_radius) * share);
      wanted_y.push_back(height(input_.analysis.touchpoints[touchpoint].target));
      lived_y.push_back(height(input_.analysis.touchpoints[touchpoint].actual));
    }
    const Theme& theme = canvas_.theme();
    draw_line(lived_y, explain(canvas_, lived(theme, curve_width)));
    draw_line(wanted_y, explain(canvas_, wanted(theme, curve_width)));
    for (std::size_t i = 0; i < path.size(); ++i) {
      if (!lived_y[i]) continue;
      const Tone tone = explain(canvas_, gap(canvas_, input_.analysis.touchpoints[path[i]].gap_class, input_.scale()));
      canvas_.scene.ground.push_back(CurvedArea{circle({x_[i], *lived_y[i]}, dot_radius), tone.colour});
    }
  }

 private:
  std::optional<double> height(const std::optional<double>& score) const {
    const Scale& scale = input_.scale();
    if (!score) return std::nullopt;
    const double share = scale.range() > 0 ? std::clamp((*score - scale.min) / scale.range(), 0.0, 1.0) : 0.5;
    return box_.bottom() - dot_radius - (box_.height - 2 * dot_radius) * share;
  }

  void draw_line(const std::vector<std::optional<double>>& y, const Stroke& stroke) {
    for (std::vector<Point>& points : unbroken(smooth_line(x_, y)))
      canvas_.scene.ground.push_back(Curve{std::move(points), {stroke.colour, curve_width, stroke.dash}});
  }

  Canvas& canvas_;
  const PictureInput& input_;
  Box box_;
  std::vector<double> x_;
};

Box front_of(const Box& box) {
  constexpr double out = cards_behind * stack_step;
  return {box.left, box.top + out, box.width - out, box.height - out};
}

}  // namespace

std::vector<std::string> inner_figures(const Wording& wording, const PictureInput& input, std::size_t journey) {
  const Summary& summary = input.analysis.journeys[journey];
  const auto& delivered = summary.delivered.value;
  return {wording.count(summary.touchpoints, "{count} moments"),
          delivered ? wording("{percent} delivered", {{"percent", wording.percent(*delivered)}}) : wording("delivered: unknown")};
}

InnerCard inner_card(Canvas& canvas, const PictureInput& input, const journey::InnerJourney& inner, std::string_view above, double width) {
  const Theme& theme = canvas.theme();
  const double inside = front_of({0, 0, width, 0}).width - 2 * padding;
  InnerCard card;
  const auto put = [&](std::string_view text, const TextStyle& style, double space) {
    append(card.lines, set_text(canvas.typesetter(), text, style, inside).lines, space);
  };
  if (!above.empty()) put(above, theme.small_print, 0);
  put(input.workspace.journeys[inner.journey].name.value, theme.name, 0);
  for (const std::string& text : inner_figures(canvas.wording, input, inner.journey)) put(text, theme.small_print, 1);
  const std::vector<std::size_t> path = main_path(input.workspace, input.workspace.journeys[inner.journey]);
  card.has_curve = is_anything_known(input, path);
  if (!card.has_curve) put(canvas.wording("nobody has measured this yet"), theme.assumed, 1);
  card.height = inner_card_height(input, inner, card.lines);
  return card;
}

InnerCard without_curve(InnerCard card) {
  if (card.has_curve) card.height -= above_curve + curve_height;
  card.has_curve = false;
  return card;
}

double inner_card_height(const PictureInput& input, const journey::InnerJourney& inner, const std::vector<Line>& lines) {
  const std::vector<std::size_t> path = main_path(input.workspace, input.workspace.journeys[inner.journey]);
  const double height = height_of(lines) + 2 * padding + cards_behind * stack_step;
  return is_anything_known(input, path) ? height + above_curve + curve_height : height;
}

void put_inner_card(Canvas& canvas, const PictureInput& input, const journey::InnerJourney& inner, InnerCard text, const Box& box) {
  const Box front = front_of(box);
  const StackLook look = explain(canvas, stack(canvas.theme()));
  draw_stack(canvas, front, stack_step, look);
  if (text.has_curve) {
    const std::vector<std::size_t> path = main_path(input.workspace, input.workspace.journeys[inner.journey]);
    const double top = front.top + padding + height_of(text.lines) + above_curve;
    SmallCurve(canvas, input, {front.left + padding, top, front.width - 2 * padding, curve_height}).draw(path);
  }
  Card card;
  card.identity = {canvas.ids.use(inner.key), "journey", inner_tooltip(input, inner.journey), ""};
  card.box = front;
  card.padding = padding;
  card.stroke = look.stroke;
  card.lines = std::move(text.lines);
  canvas.scene.items.push_back(std::move(card));
}

std::string inner_tooltip(const PictureInput& input, std::size_t journey) {
  std::string text = input.workspace.journeys[journey].name.value;
  for (const std::string& figure : inner_figures(Wording(input.workspace.project), input, journey)) text += "\n" + figure;
  return text;
}

}  // namespace mot

#include "mot/draw/graphviz/background.h"

#include <fmt/format.h>

#include <charconv>
#include <cmath>
#include <iterator>
#include <span>

#include "mot/typesetting/typesetter.h"

namespace mot {

namespace {

std::string_view style_of(Dash dash) {
  switch (dash) {
    case Dash::solid:
      return "solid";
    case Dash::dashed:
      return "dashed";
    case Dash::dotted:
      return "dotted";
  }
  return "solid";
}

/// Writes xdot, one operation after the other; says colours and styles only where they change.
class XdotPen {
 public:
  explicit XdotPen(const Scene& scene) : scene_(scene) {}

  void fill(std::span<const Point> outline, char operation, Colour colour) {
    say('C', hex(colour), fill_);
    say('c', "transparent", stroke_);
    shape(operation, outline);
  }

  void draw(std::span<const Point> path, char operation, const Stroke& stroke) {
    say('c', hex(stroke.colour), stroke_);
    say('S', fmt::format("setlinewidth({})", decimal(stroke.width * drawing_scale)), width_);
    say('S', std::string(style_of(stroke.dash)), dash_);
    shape(operation, path);
  }

  std::string written() && { return std::move(text_); }

 private:
  void say(char operation, const std::string& value, std::string& said) {
    if (said == value) return;
    said = value;
    fmt::format_to(std::back_inserter(text_), "{} {} -{} ", operation, value.size(), value);
  }

  void shape(char operation, std::span<const Point> points) {
    fmt::format_to(std::back_inserter(text_), "{} {} ", operation, points.size());
    for (const Point& point : points) {
      const Point at = enlarged(point, scene_);
      fmt::format_to(std::back_inserter(text_), "{} {} ", decimal(at.x), decimal(at.y));
    }
  }

  const Scene& scene_;
  std::string text_;
  std::string fill_;
  std::string stroke_;
  std::string width_;
  std::string dash_;
};

void add(XdotPen& pen, const Area& area) {
  if (area.outline.empty()) return;
  pen.fill(area.outline, 'P', area.fill);
  if (area.stroke) pen.draw(area.outline, 'p', *area.stroke);
}

void add(XdotPen& pen, const CurvedArea& area) {
  if (!area.outline.empty()) pen.fill(area.outline, 'b', area.fill);
}

void add(XdotPen& pen, const Curve& curve) {
  if (!curve.points.empty()) pen.draw(curve.points, 'B', curve.stroke);
}

}  // namespace

Point enlarged(Point point, const Scene& scene) {
  return {point.x * drawing_scale, (scene.height - point.y) * drawing_scale};
}

std::string decimal(double number) {
  const long hundredths = std::lround(number * 100);
  char text[24] = "-";
  char* const begin = text + (hundredths < 0 ? 1 : 0);
  char* end = std::to_chars(begin, std::end(text), std::labs(hundredths) / 100).ptr;
  const long rest = std::labs(hundredths) % 100;
  if (rest != 0) {
    *end++ = '.';
    *end++ = static_cast<char>('0' + rest / 10);
    if (rest % 10 != 0) *end++ = static_cast<char>('0' + rest % 10);
  }
  return {hundredths < 0 ? text : begin, end};
}

std::string background_of(const Scene& scene) {
  XdotPen pen(scene);
  for (const Panel& panel : scene.panels) {
    const Box& box = panel.box;
    const Point corners[] = {{box.left, box.top}, {box.right(), box.top}, {box.right(), box.bottom()}, {box.left, box.bottom()}};
    if (panel.fill) pen.fill(corners, 'P', *panel.fill);
  }
  for (const Ground& ground : scene.ground) std::visit([&](const auto& shape) { add(pen, shape); }, ground);
  return std::move(pen).written();
}

}  // namespace mot

// A picture as plain data between the views and the back end: what stands where, in points, the origin at the top left, y downwards.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "mot/model/colour.h"
#include "mot/typesetting/font.h"

namespace mot {

struct Point {
  double x = 0;
  double y = 0;
  bool operator==(const Point&) const = default;
};

struct Box {
  double left = 0;
  double top = 0;
  double width = 0;
  double height = 0;
  double right() const { return left + width; }
  double bottom() const { return top + height; }
  Point center() const { return {left + width / 2, top + height / 2}; }
  bool operator==(const Box&) const = default;
};

enum class Dash : std::uint8_t { solid, dashed, dotted };

struct Stroke {
  Colour colour;
  double width = 1;
  Dash dash = Dash::solid;
  bool operator==(const Stroke&) const = default;
};

/// A piece of a line in one style. No line breaks.
struct Run {
  std::string text;
  Font font;
  Colour colour;
  bool operator==(const Run&) const = default;
};

enum class Align : std::uint8_t { left, center, right };

/// One line of text, wrapped before it came here; it must fit its box.
struct Line {
  std::vector<Run> runs;
  double height = 0;       ///< points the line takes
  double space_above = 0;  ///< points left free above it
  bool operator==(const Line&) const = default;
};

/// What a browser, a stylesheet or a link needs to address a thing. All but the id may be empty.
struct Identity {
  std::string id;         ///< unique in the scene; the back end puts the scene's id before it
  std::string css_class;  ///< as in SVG's class attribute
  std::string tooltip;    ///< plain text, may have line breaks
  std::string url;        ///< http, https, mailto, relative or #fragment; anything else is dropped by the back end
  bool operator==(const Identity&) const = default;
};

/// A lane or another ground that things stand on; addressable, drawn below everything.
struct Panel {
  Identity identity;
  Box box;
  std::optional<Colour> fill;
  std::optional<Stroke> stroke;
  bool operator==(const Panel&) const = default;
};

/// A closed shape of straight lines, filled. Not addressable.
struct Area {
  std::vector<Point> outline;
  Colour fill;
  std::optional<Stroke> stroke;
  bool operator==(const Area&) const = default;
};

/// A closed shape between Bézier curves: 3n + 1 points, ends where it starts.
struct CurvedArea {
  std::vector<Point> outline;
  Colour fill;
  bool operator==(const CurvedArea&) const = default;
};

/// An open path of cubic Bézier curves: 3n + 1 points.
struct Curve {
  std::vector<Point> points;
  Stroke stroke;
  bool operator==(const Curve&) const = default;
};

using Ground = std::variant<Area, CurvedArea, Curve>;

/// Points the accent bar of a card is wide; it lies inside the card's box.
inline constexpr double accent_width = 5;

/// A box with lines of text from its top, and an accent bar along the side where they begin if it has one.
struct Card {
  Identity identity;
  Box box;
  std::optional<Colour> fill;  ///< nothing: what lies below is seen
  Stroke stroke;
  std::optional<Colour> accent;
  double padding = 6;  ///< points, left (after the bar), right, top
  Align align = Align::left;
  std::vector<Line> lines;
  double inset = 0;              ///< points more beside the text, for a bar that is drawn in the ground
  bool begins_at_right = false;  ///< bar and inset are at the right

  /// Where text may stand.
  Box inside() const {
    const double bar = inset + (accent ? accent_width : 0);
    const double left = box.left + padding + (begins_at_right ? 0 : bar);
    return {left, box.top + padding, box.width - bar - 2 * padding, box.height - 2 * padding};
  }
  /// Where the accent bar stands.
  Box bar() const { return {begins_at_right ? box.right() - accent_width : box.left, box.top, accent_width, box.height}; }
  bool operator==(const Card&) const = default;
};

/// A circle with at most a short text in its middle.
struct Marker {
  Identity identity;
  Point center;
  double radius = 8;
  Colour fill;
  Stroke stroke;
  std::optional<Run> text;
  bool operator==(const Marker&) const = default;
};

/// Text that stands free, from the top of its box.
struct Label {
  Identity identity;
  Box box;
  Align align = Align::left;
  std::vector<Line> lines;
  bool operator==(const Label&) const = default;
};

using Item = std::variant<Card, Marker, Label>;

enum class Arrow : std::uint8_t { none, end };

/// A line from one item to another along cubic Bézier curves, 3n + 1 points, the tip of the arrow at the last one; above the ground,
/// below the items.
struct Connector {
  Identity identity;
  std::string from;  ///< ids of items
  std::string to;
  std::vector<Point> points;
  Stroke stroke;
  Arrow arrow = Arrow::end;
  bool operator==(const Connector&) const = default;
};

/// How a picture of somebody's fills its box: cut to a circle around its middle, or whole.
enum class ImageShape : std::uint8_t { circle, whole };

/// A photo or a logo in the picture, above all else. A whole one has the proportions of its box.
struct Image {
  Identity identity;  ///< the tooltip says what it shows
  Box box;
  ImageShape shape = ImageShape::whole;
  std::string bytes;  ///< a PNG or a JPEG
  bool operator==(const Image&) const = default;
};

/// What a picture leaves out, so that the letters of what it shows can be read.
struct LeftOut {
  std::vector<std::string> parts;       ///< kinds of things, in English: of story_parts(), in their order
  std::vector<std::string> things;      ///< by name, as many as PictureOptions::most left no room for, those that matter most first
  std::vector<std::string> names = {};  ///< of what is drawn, but not called by its name
  bool any() const { return !parts.empty() || !things.empty() || !names.empty(); }
  bool operator==(const LeftOut&) const = default;
};

/// Items stand in reading order. Drawn from below: page, panels, ground, connectors, items, images.
struct Scene {
  std::string id;  ///< put before every id, so that a page may hold many scenes: `[a-z0-9-]+`
  std::string title;
  std::string description;  ///< what a reader who can't see the picture should know
  double width = 0;
  double height = 0;
  Colour page{0xffffff};
  std::vector<Panel> panels;
  std::vector<Ground> ground;
  std::vector<Connector> connectors;
  std::vector<Item> items;
  std::vector<Image> images;
  std::string font;  ///< a family that comes before our own; empty: none
  LeftOut left_out;
  std::size_t squeezed = 0;  ///< things that would stand otherwise where there was more room: named in a list, or moved aside
  bool is_empty = false;     ///< nothing is written yet that the view could show: the picture says what it would take
  bool operator==(const Scene&) const = default;
};

/// A page of paper: what stands around the picture, and which part of the picture is seen where.
struct Page {
  Scene frame;       ///< as large as the sheet
  Box window;        ///< on the sheet
  Point from;        ///< of the picture, at the window's top left corner
  double scale = 1;  ///< of the picture on the sheet
};

}  // namespace mot

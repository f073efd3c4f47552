#include "mot/draw/pptx/connector_markup.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <optional>

#include "mot/draw/pptx/lengths.h"

// PowerPoint's bent connectors begin to the right and end at the lower right; others are turned and mirrored. Where they turn is a share of
// their box, so a box has at least a point each way.

namespace mot::pptx {
namespace {

constexpr double straightness = 0.3;  // points a straight line may be off
constexpr double least_extent = 1;
constexpr std::size_t most_segments = 5;

std::string end_markup(std::string_view tag, const GluedEnd& end) {
  return end.shape == 0 ? "" : fmt::format(R"(<a:{} id="{}" idx="{}"/>)", tag, end.shape, end.site);
}

bool is_straight(std::span<const Point> points) {
  const Point from = points.front(), to = points.back();
  const double length = std::hypot(to.x - from.x, to.y - from.y);
  if (length < straightness) return true;
  return std::ranges::all_of(points, [&](Point point) {
    return std::abs((point.x - from.x) * (to.y - from.y) - (point.y - from.y) * (to.x - from.x)) / length < straightness;
  });
}

/// A path along the axes by where it turns: for each piece but the first and the last its x or y.
struct Bends {
  bool begins_across = true;  ///< to a side, else up or down
  std::vector<double> turns;
};

/// Nothing where a piece is oblique, or there are too many for PowerPoint.
std::optional<Bends> bends_of(const std::vector<Point>& points) {
  std::vector<double> places;  // of pieces in turn: the y of one that runs across, the x of one that runs up or down
  Bends bends;
  bool runs_across = false;
  for (std::size_t i = 0; i + 3 < points.size(); i += 3) {
    const std::span<const Point> piece(points.data() + i, 4);
    const double width = std::abs(piece[3].x - piece[0].x), height = std::abs(piece[3].y - piece[0].y);
    if (!is_straight(piece)) continue;  // a rounded corner
    if (std::max(width, height) < straightness) continue;
    if (std::min(width, height) > straightness) return std::nullopt;
    const bool is_across = width > height;
    if (!places.empty() && is_across == runs_across) continue;
    if (places.empty()) bends.begins_across = is_across;
    runs_across = is_across;
    places.push_back(is_across ? piece[0].y : piece[0].x);
  }
  if (places.size() < 2 || places.size() > most_segments) return std::nullopt;
  bends.turns.assign(places.begin() + 1, places.end() - 1);
  return bends;
}

/// An arch between two points at one side: how far it reaches.
std::optional<double> arch_of(const std::vector<Point>& points) {
  if (points.size() != 7) return std::nullopt;
  const bool begins_across = std::abs(points[1].y - points[0].y) < straightness,
             ends_across = std::abs(points[5].y - points[6].y) < straightness;
  if (!begins_across || !ends_across || std::abs(points[2].x - points[3].x) > straightness) return std::nullopt;
  return points[3].x;
}

/// At least a point, in its direction.
double extent(double from, double to) {
  const double length = to - from;
  return std::abs(length) >= least_extent ? length : length < 0 ? -least_extent : least_extent;
}

/// Its box, turned and mirrored so that it begins where it should.
std::string turned_frame(Point from, double across, double down, bool begins_across) {
  const double width = std::abs(across), height = std::abs(down);
  const Box box{std::min(from.x, from.x + across), std::min(from.y, from.y + down), width, height};
  if (begins_across) return frame_markup(box, std::string(across < 0 ? R"( flipH="1")" : "") + (down < 0 ? R"( flipV="1")" : ""));
  const Point middle = box.center();
  const Box before{middle.x - height / 2, middle.y - width / 2, height, width};
  return frame_markup(before, std::string(R"( rot="5400000")") + (down < 0 ? R"( flipH="1")" : "") + (across > 0 ? R"( flipV="1")" : ""));
}

std::string geometry_with(std::string_view name, const std::vector<double>& shares) {
  std::string values;
  for (std::size_t i = 0; i < shares.size(); ++i)
    values += fmt::format(R"(<a:gd name="adj{}" fmla="val {}"/>)", i + 1, std::lround(shares[i] * whole_share));
  return fmt::format(R"(<a:prstGeom prst="{}"><a:avLst>{}</a:avLst></a:prstGeom>)", name, values);
}

std::string bent_geometry(Point from, Point to, const Bends& bends) {
  const double across = extent(from.x, to.x), down = extent(from.y, to.y);
  std::vector<double> shares;
  bool is_x = bends.begins_across;
  for (const double turn : bends.turns) {
    shares.push_back(is_x ? (turn - from.x) / across : (turn - from.y) / down);
    is_x = !is_x;
  }
  return turned_frame(from, across, down, bends.begins_across) + geometry_with(fmt::format("bentConnector{}", shares.size() + 2), shares);
}

std::string arched_geometry(Point from, Point to, double reach) {
  const double across = extent(from.x, to.x), down = extent(from.y, to.y);
  return turned_frame(from, across, down, true) + geometry_with("curvedConnector3", {(reach - from.x) / across});
}

/// A line from one corner of its box to the other.
std::string straight_geometry(Point from, Point to) {
  const Box box{std::min(from.x, to.x), std::min(from.y, to.y), std::abs(to.x - from.x), std::abs(to.y - from.y)};
  const std::string mirrored = std::string(to.x < from.x ? R"( flipH="1")" : "") + (to.y < from.y ? R"( flipV="1")" : "");
  return frame_markup(box, mirrored) + preset_geometry("straightConnector1");
}

/// Empty where PowerPoint has no connector of that form.
std::string own_geometry(const std::vector<Point>& points) {
  const Point from = points.front(), to = points.back();
  if (is_straight(points)) return straight_geometry(from, to);
  if (const auto reach = arch_of(points)) return arched_geometry(from, to, *reach);
  if (const auto bends = bends_of(points)) return bent_geometry(from, to, *bends);
  return {};
}

std::string free_form(const std::vector<Point>& points) {
  const Path paths[] = {{points, true, false}};
  const Box box = box_around(paths);
  return frame_markup(box) + free_geometry(paths, box);
}

}  // namespace

std::string connector_markup(const Connector& connector, const ShapeName& name, const GluedEnd& from, const GluedEnd& to,
                             const Colours& colours) {
  std::string geometry = own_geometry(connector.points);
  const bool is_glued = !geometry.empty();
  if (!is_glued) geometry = free_form(connector.points);
  return "<p:cxnSp><p:nvCxnSpPr>" + name_markup(name) + "<p:cNvCxnSpPr>" +
         (is_glued ? end_markup("stCxn", from) + end_markup("endCxn", to) : "") + "</p:cNvCxnSpPr><p:nvPr/></p:nvCxnSpPr><p:spPr>" +
         geometry + "<a:noFill/>" + line_markup(colours, connector.stroke, connector.arrow) + "</p:spPr></p:cxnSp>";
}

}  // namespace mot::pptx

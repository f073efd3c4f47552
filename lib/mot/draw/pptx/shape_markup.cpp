#include "mot/draw/pptx/shape_markup.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>

#include "mot/draw/graphviz/markup.h"
#include "mot/draw/pptx/boxes.h"
#include "mot/draw/pptx/lengths.h"

namespace mot::pptx {
namespace {

constexpr std::string_view decoration =
    R"(<a:extLst><a:ext uri="{C183D7F6-B498-43B3-948B-1728B52AA6E4}"><adec:decorative )"
    R"(xmlns:adec="http://schemas.microsoft.com/office/drawing/2017/decorative" val="1"/></a:ext></a:extLst>)";

/// Line breaks stay line breaks in an attribute.
std::string attribute_text(std::string_view text) {
  std::string escaped = xml_escaped(text);
  for (std::size_t at = 0; (at = escaped.find('\n', at)) != std::string::npos;) escaped.replace(at, 1, "&#10;");
  return escaped;
}

std::string_view name_of(Dash dash) {
  switch (dash) {
    case Dash::solid:
      return "solid";
    case Dash::dashed:
      return "dash";
    case Dash::dotted:
      return "sysDot";
  }
  return "solid";
}

/// PowerPoint's arrows grow with their line, from two points on.
std::string_view arrow_size(double width) {
  return width < 0.6 || width >= 3 ? "sm" : "med";
}

void append(std::string& markup, const Point& point, const Box& box) {
  fmt::format_to(std::back_inserter(markup), R"(<a:pt x="{}" y="{}"/>)", emu(point.x) - emu(box.left), emu(point.y) - emu(box.top));
}

std::string path_markup(const Path& path, const Box& box) {
  const Placed place = placed(box);
  std::string markup = fmt::format(R"(<a:path w="{}" h="{}"{}><a:moveTo>)", place.cx, place.cy, path.is_closed ? "" : R"( fill="none")");
  append(markup, path.points.front(), box);
  markup += "</a:moveTo>";
  for (std::size_t i = 1; i < path.points.size(); ++i) {
    const bool opens = !path.is_curved || i % 3 == 1, closes = !path.is_curved || i % 3 == 0;
    if (opens) markup += path.is_curved ? "<a:cubicBezTo>" : "<a:lnTo>";
    append(markup, path.points[i], box);
    if (closes) markup += path.is_curved ? "</a:cubicBezTo>" : "</a:lnTo>";
  }
  return markup + (path.is_closed ? "<a:close/></a:path>" : "</a:path>");
}

}  // namespace

std::string name_markup(const ShapeName& name) {
  std::string markup = fmt::format(R"(<p:cNvPr id="{}" name="{}")", name.id, attribute_text(name.name));
  if (!name.description.empty()) markup += fmt::format(R"( descr="{}")", attribute_text(name.description));
  if (name.link.empty() && !name.is_decoration) return markup + "/>";
  markup += ">";
  if (!name.link.empty()) markup += fmt::format(R"(<a:hlinkClick r:id="{}"/>)", name.link);
  return markup + (name.is_decoration ? std::string(decoration) : "") + "</p:cNvPr>";
}

std::string frame_markup(const Box& box, std::string_view attributes) {
  const Placed place = placed(box);
  return fmt::format(R"(<a:xfrm{}><a:off x="{}" y="{}"/><a:ext cx="{}" cy="{}"/></a:xfrm>)", attributes, place.x, place.y,
                     std::max(0L, place.cx), std::max(0L, place.cy));
}

std::string group_frame_markup(const Box& box) {
  const Placed place = placed(box);
  return fmt::format(
      R"(<a:xfrm><a:off x="{0}" y="{1}"/><a:ext cx="{2}" cy="{3}"/><a:chOff x="{0}" y="{1}"/><a:chExt cx="{2}" cy="{3}"/></a:xfrm>)",
      place.x, place.y, place.cx, place.cy);
}

std::string preset_geometry(std::string_view name) {
  return fmt::format(R"(<a:prstGeom prst="{}"><a:avLst/></a:prstGeom>)", name);
}

std::string free_geometry(std::span<const Path> paths, const Box& box) {
  std::string markup = R"(<a:custGeom><a:avLst/><a:gdLst/><a:ahLst/><a:cxnLst/><a:rect l="0" t="0" r="r" b="b"/><a:pathLst>)";
  for (const Path& path : paths) markup += path_markup(path, box);
  return markup + "</a:pathLst></a:custGeom>";
}

Box box_around(std::span<const Path> paths) {
  std::vector<Point> points;
  for (const Path& path : paths) points.insert(points.end(), path.points.begin(), path.points.end());
  return box_around(points);
}

std::string line_markup(const Colours& colours, const std::optional<Stroke>& stroke, Arrow arrow) {
  if (!stroke || stroke->width <= 0) return "<a:ln><a:noFill/></a:ln>";
  const std::string_view size = arrow_size(stroke->width);
  const std::string tip = arrow == Arrow::none ? "" : fmt::format(R"(<a:tailEnd type="triangle" w="{0}" len="{0}"/>)", size);
  return fmt::format(R"(<a:ln w="{}">{}<a:prstDash val="{}"/><a:miter lim="800000"/>{}</a:ln>)", emu(stroke->width),
                     fill_of(colours, stroke->colour), name_of(stroke->dash), tip);
}

std::string fill_markup(const Colours& colours, const std::optional<Colour>& fill) {
  return fill ? fill_of(colours, *fill) : "<a:noFill/>";
}

}  // namespace mot::pptx

#include "mot/picture/scene_text.h"

#include <fmt/format.h>

#include <cmath>
#include <span>

namespace mot {

namespace {

/// To a tenth, without a zero that has a sign.
std::string length(double points) {
  const double tenths = std::round(points * 10) / 10;
  return fmt::format("{}", tenths == 0 ? 0.0 : tenths);
}

std::string text_of(Point point) {
  return length(point.x) + "," + length(point.y);
}

std::string text_of(const Box& box) {
  return fmt::format("[{} {} {} {}]", length(box.left), length(box.top), length(box.width), length(box.height));
}

std::string text_of(std::span<const Point> points) {
  std::string text;
  for (const Point& point : points) text += (text.empty() ? "" : " ") + text_of(point);
  return text;
}

std::string text_of(const Stroke& stroke) {
  constexpr const char* dashes[] = {"", " dashed", " dotted"};
  return fmt::format("stroke {} {}{}", hex(stroke.colour), length(stroke.width), dashes[static_cast<std::size_t>(stroke.dash)]);
}

std::string text_of(const std::optional<Stroke>& stroke) {
  return stroke ? " " + text_of(*stroke) : "";
}

std::string text_of(const Font& font) {
  return fmt::format("{}{}{}", length(font.size), font.weight == Weight::bold ? " bold" : "", font.slant == Slant::italic ? " italic" : "");
}

std::string text_of(const Run& run) {
  return fmt::format("{} {} '{}'", text_of(run.font), hex(run.colour), run.text);
}

std::string identity_text(const Identity& identity) {
  return identity.css_class.empty() ? identity.id : fmt::format("{} ({})", identity.id, identity.css_class);
}

/// What stands under a thing, indented: its lines and its tooltip.
std::string under(const Identity& identity, std::span<const Line> lines) {
  std::string text;
  for (const Line& line : lines) {
    text += fmt::format("    +{} {}:", length(line.space_above), length(line.height));
    for (const Run& run : line.runs) text += " " + text_of(run);
    text += "\n";
  }
  std::string tooltip = identity.tooltip;
  for (std::size_t at = 0; (at = tooltip.find('\n', at)) != std::string::npos;) tooltip.replace(at, 1, " | ");
  if (!tooltip.empty()) text += "    tooltip " + tooltip + "\n";
  if (!identity.url.empty()) text += "    url " + identity.url + "\n";
  return text;
}

std::string align_text(Align align) {
  constexpr const char* names[] = {"left", "center", "right"};
  return names[static_cast<std::size_t>(align)];
}

struct Teller {
  std::string operator()(const Area& area) const {
    return fmt::format("area {} {}{}\n", hex(area.fill), text_of(area.outline), text_of(area.stroke));
  }
  std::string operator()(const CurvedArea& area) const { return fmt::format("curved area {} {}\n", hex(area.fill), text_of(area.outline)); }
  std::string operator()(const Curve& curve) const { return fmt::format("curve {} {}\n", text_of(curve.stroke), text_of(curve.points)); }
  std::string operator()(const Card& card) const {
    const std::string accent = card.accent ? " accent " + hex(*card.accent) : "";
    const std::string inset = card.inset > 0 ? " inset " + length(card.inset) : "";
    return fmt::format("card {} {} {} {}{}{} padding {} {}{}\n", identity_text(card.identity), text_of(card.box),
                       card.fill ? hex(*card.fill) : "clear", text_of(card.stroke), accent, inset, length(card.padding),
                       align_text(card.align), card.begins_at_right ? " from right" : "") +
           under(card.identity, card.lines);
  }
  std::string operator()(const Marker& marker) const {
    const std::string text = marker.text ? " " + text_of(*marker.text) : "";
    return fmt::format("marker {} {} radius {} {} {}{}\n", identity_text(marker.identity), text_of(marker.center), length(marker.radius),
                       hex(marker.fill), text_of(marker.stroke), text) +
           under(marker.identity, {});
  }
  std::string operator()(const Label& label) const {
    return fmt::format("label {} {} {}\n", identity_text(label.identity), text_of(label.box), align_text(label.align)) +
           under(label.identity, label.lines);
  }
};

std::string text_of(const Panel& panel) {
  const std::string fill = panel.fill ? " " + hex(*panel.fill) : "";
  return fmt::format("panel {} {}{}{}\n", identity_text(panel.identity), text_of(panel.box), fill, text_of(panel.stroke)) +
         under(panel.identity, {});
}

std::string text_of(const Image& image) {
  return fmt::format("image {} {} {} of {} bytes\n", identity_text(image.identity), text_of(image.box),
                     image.shape == ImageShape::circle ? "circle" : "whole", image.bytes.size()) +
         under(image.identity, {});
}

std::string text_of(const Connector& connector) {
  return fmt::format("connector {} {} -> {}{} {} {}\n", identity_text(connector.identity), connector.from, connector.to,
                     connector.arrow == Arrow::none ? " without arrow" : "", text_of(connector.stroke), text_of(connector.points)) +
         under(connector.identity, {});
}

}  // namespace

std::string scene_text(const Scene& scene) {
  std::string text = fmt::format("scene {} {} x {} {}\n'{}'\n'{}'\n", scene.id, length(scene.width), length(scene.height), hex(scene.page),
                                 scene.title, scene.description);
  for (const Panel& panel : scene.panels) text += text_of(panel);
  for (const Ground& ground : scene.ground) text += std::visit(Teller{}, ground);
  for (const Connector& connector : scene.connectors) text += text_of(connector);
  for (const Item& item : scene.items) text += std::visit(Teller{}, item);
  for (const Image& image : scene.images) text += text_of(image);
  return text;
}

}  // namespace mot

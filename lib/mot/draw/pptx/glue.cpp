#include "mot/draw/pptx/glue.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <iterator>
#include <numbers>

#include "mot/draw/pptx/boxes.h"
#include "mot/draw/pptx/lengths.h"

namespace mot::pptx {
namespace {

constexpr double near = 2.5;  // points

std::string id_of(const Item& item) {
  return std::visit([](const auto& known) { return known.identity.id; }, item);
}

double distance(Point one, Point other) {
  return std::hypot(one.x - other.x, one.y - other.y);
}

/// In PowerPoint's order: of a rectangle top, left, bottom, right; of a circle eight points from the top to the left.
std::vector<Point> usual_sites(const Item& item) {
  const Box box = box_of(item);
  const Point middle = box.center();
  if (!std::holds_alternative<Marker>(item))
    return {{middle.x, box.top}, {box.left, middle.y}, {middle.x, box.bottom()}, {box.right(), middle.y}};
  std::vector<Point> sites;
  for (int i = 0; i < 8; ++i) {
    const double angle = i * std::numbers::pi / 4;
    sites.push_back({middle.x - box.width / 2 * std::sin(angle), middle.y - box.height / 2 * std::cos(angle)});
  }
  return sites;
}

bool lies_at_edge(const Item& item, Point point) {
  const Box box = box_of(item);
  if (std::holds_alternative<Marker>(item)) return std::abs(distance(box.center(), point) - box.width / 2) < near;
  const double beside = std::max({box.left - point.x, point.x - box.right(), box.top - point.y, point.y - box.bottom()});
  return std::abs(beside) < near;
}

std::size_t nearest(const std::vector<Point>& sites, Point point) {
  const auto best = std::ranges::min_element(sites, {}, [&](Point site) { return distance(site, point); });
  return static_cast<std::size_t>(best - sites.begin());
}

/// Into which direction a connector leaves a rectangle, in 60 000ths of a degree, clockwise from the right.
long direction_of(const Box& box, Point site) {
  const std::array<std::pair<double, long>, 4> sides = {{{std::abs(site.x - box.right()), 0},
                                                         {std::abs(site.y - box.bottom()), 5'400'000},
                                                         {std::abs(site.x - box.left), 10'800'000},
                                                         {std::abs(site.y - box.top), 16'200'000}}};
  return std::ranges::min_element(sides)->second;
}

}  // namespace

Glue::Glue(const Scene& scene, std::size_t first_shape) : scene_(scene), first_shape_(first_shape) {
  if (scene.connectors.empty()) return;
  for (std::size_t i = 0; i < scene.items.size(); ++i) items_.emplace(id_of(scene.items[i]), i);
}

GluedEnd Glue::at(const std::string& id, Point point) {
  std::size_t item = scene_.items.size();
  const auto named = items_.find(id);
  if (named != items_.end() && lies_at_edge(scene_.items[named->second], point)) {
    item = named->second;
  } else {
    const auto other = std::ranges::find_if(scene_.items, [&](const Item& one) { return lies_at_edge(one, point); });
    item = static_cast<std::size_t>(other - scene_.items.begin());
  }
  if (item == scene_.items.size()) return {};
  std::vector<Point> sites = usual_sites(scene_.items[item]);
  const std::size_t usual = nearest(sites, point);
  if (distance(sites[usual], point) < near || std::holds_alternative<Marker>(scene_.items[item])) return {first_shape_ + item, usual};
  std::vector<Point>& own = own_sites_[item];
  auto found = std::ranges::find_if(own, [&](Point site) { return distance(site, point) < near / 2; });
  if (found == own.end()) found = own.insert(own.end(), point);
  return {first_shape_ + item, sites.size() + static_cast<std::size_t>(found - own.begin())};
}

std::string Glue::rectangle(std::size_t item) const {
  const auto own = own_sites_.find(item);
  if (own == own_sites_.end()) return preset_geometry("rect");
  const Box box = box_of(scene_.items[item]);
  std::string guides, sites = R"(<a:cxn ang="16200000"><a:pos x="hc" y="t"/></a:cxn><a:cxn ang="10800000"><a:pos x="l" y="vc"/></a:cxn>)"
                              R"(<a:cxn ang="5400000"><a:pos x="hc" y="b"/></a:cxn><a:cxn ang="0"><a:pos x="r" y="vc"/></a:cxn>)";
  for (std::size_t i = 0; i < own->second.size(); ++i) {
    const Point site = own->second[i];
    const auto share = [](double part, double of) { return of > 0 ? std::lround(std::clamp(part / of, 0.0, 1.0) * whole_share) : 0; };
    fmt::format_to(std::back_inserter(guides), R"(<a:gd name="x{0}" fmla="*/ w {1} 100000"/><a:gd name="y{0}" fmla="*/ h {2} 100000"/>)", i,
                   share(site.x - box.left, box.width), share(site.y - box.top, box.height));
    fmt::format_to(std::back_inserter(sites), R"(<a:cxn ang="{0}"><a:pos x="x{1}" y="y{1}"/></a:cxn>)", direction_of(box, site), i);
  }
  return fmt::format(
      R"(<a:custGeom><a:avLst/><a:gdLst>{}</a:gdLst><a:ahLst/><a:cxnLst>{}</a:cxnLst><a:rect l="l" t="t" r="r" b="b"/><a:pathLst>)"
      R"(<a:path><a:moveTo><a:pt x="l" y="t"/></a:moveTo><a:lnTo><a:pt x="r" y="t"/></a:lnTo><a:lnTo><a:pt x="r" y="b"/></a:lnTo>)"
      R"(<a:lnTo><a:pt x="l" y="b"/></a:lnTo><a:close/></a:path></a:pathLst></a:custGeom>)",
      guides, sites);
}

}  // namespace mot::pptx

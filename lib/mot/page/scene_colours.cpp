#include "mot/page/scene_colours.h"

#include <algorithm>
#include <map>

namespace mot {
namespace {

/// Every colour of a scene, in an order that its shapes alone decide.
class Colours {
 public:
  static std::vector<Colour*> of(Scene& scene) {
    Colours colours;
    colours.add(scene.page);
    for (Panel& panel : scene.panels) colours.add(panel);
    for (Ground& ground : scene.ground) std::visit([&](auto& shape) { colours.add(shape); }, ground);
    for (Connector& connector : scene.connectors) colours.add(connector.stroke);
    for (Item& item : scene.items) std::visit([&](auto& shape) { colours.add(shape); }, item);
    return std::move(colours.found_);
  }

 private:
  void add(Colour& colour) { found_.push_back(&colour); }
  void add(Stroke& stroke) { add(stroke.colour); }
  void add(Run& run) { add(run.colour); }
  template <class Thing>
  void add(std::optional<Thing>& thing) {
    if (thing) add(*thing);
  }
  void add(std::vector<Line>& lines) {
    for (Line& line : lines) std::ranges::for_each(line.runs, [&](Run& run) { add(run); });
  }
  void add(Panel& panel) {
    add(panel.fill);
    add(panel.stroke);
  }
  void add(Area& area) {
    add(area.fill);
    add(area.stroke);
  }
  void add(CurvedArea& area) { add(area.fill); }
  void add(Curve& curve) { add(curve.stroke); }
  void add(Card& card) {
    add(card.fill);
    add(card.stroke);
    add(card.accent);
    add(card.lines);
  }
  void add(Marker& marker) {
    add(marker.fill);
    add(marker.stroke);
    add(marker.text);
  }
  void add(Label& label) { add(label.lines); }

  std::vector<Colour*> found_;
};

}  // namespace

NumberedScene numbered(Scene light, Scene dark) {
  std::map<std::pair<std::uint32_t, std::uint32_t>, std::uint32_t> numbers;
  std::vector<ColourPair> pairs;
  const std::vector<Colour*> in_light = Colours::of(light), in_dark = Colours::of(dark);
  const bool is_alike = in_light.size() == in_dark.size();
  for (std::size_t i = 0; i < in_light.size(); ++i) {
    const ColourPair pair{*in_light[i], is_alike ? *in_dark[i] : *in_light[i]};
    const auto [number, is_new] = numbers.try_emplace({pair.light.rgb, pair.dark.rgb}, static_cast<std::uint32_t>(pairs.size()));
    if (is_new) pairs.push_back(pair);
    in_light[i]->rgb = number->second;
  }
  return {std::move(light), std::move(pairs)};
}

}  // namespace mot

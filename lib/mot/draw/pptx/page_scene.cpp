#include "mot/draw/pptx/page_scene.h"

#include <algorithm>
#include <set>
#include <string>

#include "mot/draw/pptx/boxes.h"
#include "mot/picture/media.h"

namespace mot::pptx {
namespace {

constexpr double window_slack = 0.5;

bool has_middle_in(const Box& window, const Box& box) {
  const Point middle = box.center();
  return middle.x >= window.left - window_slack && middle.x <= window.right() + window_slack && middle.y >= window.top - window_slack &&
         middle.y <= window.bottom() + window_slack;
}

template <class Things>
void append(Things& things, const Things& more) {
  things.insert(things.end(), more.begin(), more.end());
}

}  // namespace

Scene page_scene(const Scene& scene, const Page& page) {
  const Box& window = page.window;
  Scene seen = scaled(scene, page.scale, {window.left - page.from.x * page.scale, window.top - page.from.y * page.scale});
  seen.width = page.frame.width, seen.height = page.frame.height;
  std::erase_if(seen.panels, [&](const Panel& panel) { return !has_middle_in(window, panel.box); });
  std::erase_if(seen.ground, [&](const Ground& shape) { return !has_middle_in(window, box_of(shape)); });
  std::erase_if(seen.items, [&](const Item& item) { return !has_middle_in(window, box_of(item)); });
  std::erase_if(seen.images, [&](const Image& image) { return !has_middle_in(window, image.box); });
  std::set<std::string> ids;
  for (const Item& item : seen.items) ids.insert(std::visit([](const auto& known) { return known.identity.id; }, item));
  std::erase_if(seen.connectors, [&](const Connector& line) { return !ids.contains(line.from) || !ids.contains(line.to); });
  append(seen.panels, page.frame.panels);
  append(seen.ground, page.frame.ground);
  append(seen.items, page.frame.items);
  return seen;
}

}  // namespace mot::pptx

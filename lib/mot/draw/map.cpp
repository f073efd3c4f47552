#include "mot/draw/map.h"

#include <fmt/format.h>

#include <algorithm>
#include <vector>

#include "mot/picture/brand.h"
#include "mot/picture/canvas.h"
#include "mot/picture/theme.h"
#include "mot/text/errors.h"
#include "mot/text/utf8.h"

namespace mot {
namespace {

/// The index of a thing by its name; throws NotFound with the names there are.
std::size_t index_of(std::string_view kind, std::string_view name, const std::vector<std::string_view>& names) {
  const auto found = std::ranges::find(names, name);
  if (found != names.end()) return static_cast<std::size_t>(found - names.begin());
  throw NotFound(fmt::format("there is no {} '{}'; there {} {}", kind, printable(name), names.size() == 1 ? "is" : "are",
                             names.empty() ? "none" : fmt::format("{}", fmt::join(names, ", "))));
}

template <class Table>
const auto& entry_of(const Table& table, std::string_view kind, std::string_view name) {
  std::vector<std::string_view> names;
  for (const auto& entry : table) names.push_back(entry.name);
  return table[index_of(kind, name, names)];
}

std::size_t journey_of(const Workspace& workspace, const std::string& id) {
  std::vector<std::string_view> ids;
  for (const Journey& journey : workspace.journeys) ids.push_back(journey.id.value);
  if (ids.empty()) throw NotFound("there is no journey to draw");
  return id.empty() ? 0 : index_of("journey", id, ids);
}

}  // namespace

Scene scene_of(const Loaded& loaded, const Review& review, const MapRequest& request) {
  const PictureView& view = entry_of(picture_views(), "view", request.view);
  const Theme& theme = entry_of(themes(), "theme", request.theme).theme;
  PictureOptions options = request.options;
  if (view.subject == PictureSubject::journey) options.journey = journey_of(loaded.workspace, request.journey);
  const Typesetter typesetter = typesetter_of(loaded.workspace.project);
  return view.draw({loaded.workspace, review.analysis, review.answers, theme, typesetter, {}, request.today}, options);
}

std::string draw(const Loaded& loaded, const Review& review, const MapRequest& request) {
  const PictureFormat& format = entry_of(picture_formats(), "format", request.format);
  return format.draw(scene_of(loaded, review, request), request.drawing);
}

}  // namespace mot

#include "mot/write/json/places_json.h"

#include <string>

#include "mot/analysis/sets.h"

namespace mot {
namespace {

void put_once(Json& list, const std::string& text) {
  if (list.empty() || list.back() != text) list.push_back(text);
}

}  // namespace

TouchpointPlaces places_in(const Workspace& workspace, const Answers* answers) {
  const std::vector<Json> nowhere(workspace.touchpoints.size(), Json::array());
  TouchpointPlaces places{{}, nowhere, nowhere};
  if (answers) places.persona_gaps = persona_gaps(workspace, *answers);
  for (const Journey& journey : workspace.journeys) {
    for (const Stage& stage : journey.stages) {
      for (const std::size_t touchpoint : touchpoints_of(workspace, stage)) {
        put_once(places.journeys[touchpoint], journey.id.value);
        put_once(places.stages[touchpoint], journey.id.value + "/" + stage.id.value);
      }
    }
  }
  return places;
}

}  // namespace mot

// Where touchpoints stand on journeys, and how personas differ there, as the JSON of gaps tells it.
#pragma once

#include <optional>
#include <vector>

#include "mot/analysis/contrasts.h"
#include "mot/write/json/json_values.h"

namespace mot {

/// By index of touchpoints.
struct TouchpointPlaces {
  std::vector<std::optional<GroupGap>> persona_gaps;  ///< empty where nobody's answers are known
  std::vector<Json> journeys;                         ///< ids
  std::vector<Json> stages;                           ///< `journey/stage`
};

/// Each journey and stage once, those around journeys inside too. `answers` may be null.
TouchpointPlaces places_in(const Workspace& workspace, const Answers* answers);

}  // namespace mot

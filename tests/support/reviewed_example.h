// An example of the repository with its evidence, as it is reviewed on a fixed day.
#pragma once

#include <string>

#include "mot/review/review.h"
#include "support/journeys.h"

namespace mot::testing {

struct ReviewedExample {
  explicit ReviewedExample(const std::string& name) : loaded(load({.paths = {std::string(MOT_SOURCE_DIR) + "/examples/" + name}})) {}

  /// A journey in the story's layout, unless another one is asked for.
  Scene drawn(const std::string& journey, PictureOptions options = {}) const {
    const auto& journeys = loaded.workspace.journeys;
    const auto found = std::ranges::find_if(journeys, [&](const Journey& one) { return one.id.value == journey; });
    REQUIRE(found != journeys.end());
    options.journey = static_cast<std::size_t>(found - journeys.begin());
    return drawn_view("journey", {loaded.workspace, reviewed.analysis, reviewed.answers, light_theme(), typesetter()}, options);
  }

  Loaded loaded;
  Review reviewed = review(loaded, {.today = *date_from("2026-06-30")});
};

}  // namespace mot::testing

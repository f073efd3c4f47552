// What a workspace holds that an export has no place for, so that nothing is left behind in silence.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "mot/model/workspace.h"
#include "mot/text/source.h"

namespace mot {

/// What stands in an export only with something else: left out where that is missing.
enum class Anchor : std::uint8_t {
  rows,  ///< a row for each touchpoint: stages, departments, channels and personas stand in those
  path,  ///< touchpoints and personas stand on journeys
};

/// What a format holds: keys below their section, each with all below it, `touchpoints.desired.company.score`.
struct Carried {
  std::span<const std::string_view> keys;
  Anchor anchor;
};

/// What is left out, a line for each kind of thing, with the count of each: `touchpoints: evidence 3, policy 1`. With a journey only what
/// is on that journey is counted, and of touchpoints and journeys only those of the workspace, which may be a part of what the sources
/// hold. Empty where nothing is left out.
std::vector<std::string> left_out(const Workspace& workspace, const Sources& sources, const Carried& carried,
                                  std::optional<std::size_t> journey = {});

}  // namespace mot

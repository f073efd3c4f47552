// Figures of groups of touchpoints: by department, journey, channel and whatever else they have in common.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "mot/analysis/analysis.h"

namespace mot {

enum class GroupBy : std::uint8_t { touchpoint, department, stage, journey, persona, channel, level, dimension };

template <>
inline constexpr std::array<std::string_view, 8> names_of<GroupBy>{"touchpoint", "department", "stage", "journey",
                                                                   "persona",    "channel",    "level", "dimension"};

/// Touchpoints that have something in common.
struct Group {
  GroupBy by = GroupBy::touchpoint;
  std::optional<std::string> key;  ///< its id or word, of a stage `journey/stage`; nothing for those that name none
  std::string name;                ///< what people call it; empty without a key
  std::vector<std::size_t> touchpoints;
  Summary summary;
  /// Mean of perception less expectation over its touchpoints, as SERVQUAL has it: in points, below 0 is a shortfall.
  std::optional<double> servqual;
  std::optional<double> peak_end;  ///< of a journey: how it is remembered, see paths.h; indicative
  bool operator==(const Group&) const = default;
};

/// The groups of one kind in the order of the files, those without a key last; of channels, levels and dimensions only
/// what is used; none by touchpoint, which is no group. A touchpoint of
/// several journeys, stages or channels is in the group of each, once. A persona's group is what `Viewpoint::persona` looks at: every
/// touchpoint, with the figures that persona's answers give; it needs `answers`, as every other ignores them.
std::vector<Group> groups_by(GroupBy by, const Workspace& workspace, const Answers& answers, const Analysis& analysis);

/// SERVQUAL's unweighted score: the mean of the dimensions that have one (Parasuraman, Zeithaml, Berry, J. of Retailing 64, 1988).
std::optional<double> servqual_of(const std::vector<Group>& dimensions);

}  // namespace mot

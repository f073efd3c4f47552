// Times of touchpoints: how long customers wait and how long it takes, against what is wanted, and summed along main paths.
#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "mot/model/workspace.h"

namespace mot {

/// The times of one touchpoint, in seconds.
struct TimeFigures {
  std::size_t touchpoint = 0;  ///< index of Workspace::touchpoints
  std::optional<double> waits;
  std::optional<double> waits_wanted;
  std::optional<double> waits_over;  ///< longer than wanted; below 0 where shorter
  std::optional<double> takes;
  std::optional<double> takes_wanted;
  std::optional<double> takes_over;
  std::optional<std::size_t> rank;  ///< from 1, by `waits_over`
  bool operator==(const TimeFigures&) const = default;
};

/// The touchpoints whose times are written, first the one where customers wait longest over what is wanted; then those without a wish, by
/// how long it takes over what is wanted, then in the order of the files.
std::vector<TimeFigures> times_of(const Workspace& workspace);

/// A sum of what is known: the whole is at least that.
struct TimeSum {
  double seconds = 0;
  std::size_t known = 0;
  std::size_t of = 0;
  bool operator==(const TimeSum&) const = default;
};

/// What the fastest and the slowest way through a journey take, waiting and being served together; loops are gone once.
struct TimeRange {
  TimeSum fastest;
  TimeSum slowest;
  bool operator==(const TimeRange&) const = default;
};

/// The times of a stage or a journey: of the touchpoints that every customer meets, each once.
struct PathTimes {
  std::size_t journey = 0;           ///< index of Workspace::journeys
  std::optional<std::size_t> stage;  ///< index of its stages; nothing: of all of them
  TimeSum waits;
  TimeSum takes;
  std::optional<TimeRange> ways;  ///< of a journey with branches, its own or of a journey inside
  bool operator==(const PathTimes&) const = default;
};

/// The stages of each journey, then the journey.
std::vector<PathTimes> times_along(const Workspace& workspace);

}  // namespace mot

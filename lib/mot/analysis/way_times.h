// What the fastest and the slowest way through a journey take.
#pragma once

#include <cstddef>
#include <map>
#include <optional>

#include "mot/analysis/times.h"

namespace mot {

/// Works out each journey once, those inside others too.
class WayTimes {
 public:
  explicit WayTimes(const Workspace& workspace) : workspace_(workspace) {}

  /// Of a journey that there is more than one way through, its own or within a journey inside; nothing of any other.
  std::optional<TimeRange> of(std::size_t journey);

 private:
  struct Through {
    TimeRange times;
    bool has_ways = false;  ///< more than one
  };

  const Through& through(std::size_t journey);
  Through walked(const Journey& journey);

  const Workspace& workspace_;
  std::map<std::size_t, Through> journeys_;
};

}  // namespace mot

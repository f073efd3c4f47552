// The days that count.
#pragma once

#include <limits>

#include "mot/evidence/cells/date_format.h"

namespace mot::evidence {

/// Both ends included.
struct DayRange {
  Day from = std::numeric_limits<Day>::min();
  Day to = std::numeric_limits<Day>::max();
  bool is_open() const { return *this == DayRange{}; }
  bool contains(Day day) const { return day >= from && day <= to; }
  bool operator==(const DayRange&) const = default;
};

}  // namespace mot::evidence

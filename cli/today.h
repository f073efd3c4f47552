// The day that outputs depend on: the one place that knows a clock.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "mot/model/values.h"
#include "session.h"

namespace mot {

inline constexpr Option today_option = {
    .long_name = "--today",
    .short_name = "",
    .value = "DATE",
    .help = "the day by which things are stale or overdue, such as 2027-03-31; else that of SOURCE_DATE_EPOCH, else the system's",
};

/// A day, and who says that it is today.
struct Today {
  Date date;
  std::string_view said_by;
};

/// --today, else SOURCE_DATE_EPOCH, else the system's clock, in UTC. Throws UsageError where the first two are not a date.
Today today_of(const Session& session);

/// Seconds since 1970 for files that carry their date: SOURCE_DATE_EPOCH, else --today; never the clock, so that the same input gives the
/// same bytes. See https://reproducible-builds.org/specs/source-date-epoch
std::optional<std::int64_t> source_date_of(const Session& session);

}  // namespace mot

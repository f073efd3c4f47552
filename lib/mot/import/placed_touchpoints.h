// Touchpoints of a table, put into stages of journeys.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "mot/import/imported.h"

namespace mot::importing {

/// What the stage is called that all stand in where no column names any.
inline constexpr std::string_view stage_of_all = "All";

/// The table that they stand in.
struct PlacedTable {
  const std::string& file;  ///< that quotes are said to come from
  std::string title;        ///< of the journey that no column names; empty where it has none
  std::string sheet = {};   ///< of a workbook
};

/// Puts the touchpoints into stages of journeys, in the order of the table. One that stands in several rows, the same but for its place, is
/// one; a stage that comes again is another where the order of the rows says so. All that is not as it stands there is told.
void place_touchpoints(std::vector<Touchpoint> touchpoints, const PlacedTable& table, Imported& imported);

}  // namespace mot::importing

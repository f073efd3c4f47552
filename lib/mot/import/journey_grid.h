// Journey maps as people draw them in a sheet: stages across, and below each what is done, thought and felt there.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "mot/import/front_rows.h"
#include "mot/import/imported.h"
#include "mot/import/touchpoint_table.h"

namespace mot::importing {

/// The row that names the stages; nothing where the rows are those of no such map. The first cells of rows below it are names of what a
/// map tells (`Touchpoints`, `Doing`, `Pain points`), two kinds at least, in five languages.
std::optional<std::size_t> stages_row(const FrontRows& rows);

/// The same rows with what stands above them, which names the journey and its persona, as a journey.
void add_journey_grid(const FrontRows& above, const std::vector<TableRow>& rows, const std::string& file, Imported& imported);

}  // namespace mot::importing

// Output of every command that shows figures: tables for people, JSON for programs, one destination for every -o.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "mot/write/tables/table_formats.h"
#include "outputs.h"

namespace mot {

/// Writes the tables, or where JSON is asked for the figures themselves, to each destination in its format: on the screen in the
/// terminal's width and colours, in a file plain and as wide as need be.
void deliver_figures(const Session& session, const std::vector<Destination>& destinations, std::vector<Table> tables,
                     std::function<std::string()> json);

}  // namespace mot

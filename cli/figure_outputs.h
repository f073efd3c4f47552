// Output of every command that shows figures: tables for people, JSON for programs, one destination for every -o.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "mot/words/wording.h"
#include "mot/write/tables/table_formats.h"
#include "outputs.h"

namespace mot {

/// What a command shows: its tables in the words given, and the figures themselves.
struct FigureOutput {
  std::function<std::vector<Table>(const Wording& wording)> tables;
  std::function<std::string()> json;
};

/// Writes the tables, or where JSON is asked for the figures themselves, to each destination in its format: on the screen in the
/// terminal's width and colours, in a file plain and as wide as need be; for people in the project's language, for programs in English.
void deliver_figures(const Session& session, const std::vector<Destination>& destinations, const Project& project,
                     const FigureOutput& output);

}  // namespace mot

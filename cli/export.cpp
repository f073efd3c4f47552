#include <fmt/format.h>

#include <string>

#include "id_options.h"
#include "mot/analysis/analysis.h"
#include "mot/tables/touchpoints_table.h"
#include "mot/write/exports/export_formats.h"
#include "outputs.h"
#include "table_of_commands.h"
#include "workspace_inputs.h"

namespace mot {
namespace {

constexpr Option options[] = {
    format_option<export_formats>, output_option, {"--journey", "", "ID", "only this journey, where a format holds one"}, today_option,
    stdin_filename_option,
};

/// A table holds touchpoints alone: what stays behind is told.
void tell_what_stays(const Session& session, const ExportFormat& format, const Workspace& workspace) {
  if (!format.is_table) return;
  for (const std::string& line : left_out_of_touchpoints_table(workspace)) say(session, fmt::format("not in {}: {}", format.name, line));
}

int export_workspace(const Session& session) {
  const auto destinations = destinations_in<export_formats>(session.arguments);
  const AnswersRead read = read_for_figures(session);
  const Workspace& workspace = read.loaded.workspace;
  const Analysis analysis = analyse(workspace, read.answers, {});
  const ExportReport report{workspace, analysis, read.loaded.sources, journey_of(session.arguments, workspace)};
  for (const Destination& destination : destinations) {
    const ExportFormat& format = export_formats()[destination.format];
    deliver(session, destination.file, format.write(report));
    tell_what_stays(session, format, workspace);
  }
  return 0;
}

std::vector<std::pair<std::string, std::string>> what_formats_hold() {
  std::vector<std::pair<std::string, std::string>> entries;
  for (const ExportFormat& format : export_formats()) entries.emplace_back(format.name, format.shows);
  return entries;
}

}  // namespace

constinit const Command export_command = {
    .name = "export",
    .does = "take a workspace along: a table of touchpoints, JSON, a Mermaid journey, a draw.io file",
    .details =
        "CSV and XLSX have a touchpoint's place on a journey a row, under headings that mot import reads; what a table can't hold is told. "
        "JSON holds all that is written and is a workspace by itself. In a Mermaid journey a score is what is lived today, brought onto 1 "
        "to 5; what nobody knows stands there in a comment.",
    .examples =
        "  mot export --format csv\n"
        "  mot export -o touchpoints.xlsx -o trip.drawio\n"
        "  mot export --journey same-day-trip -o trip.mmd\n",
    .options = options,
    .operand = workspace_operand,
    .run = export_workspace,
    .glossary = {.heading = "Formats", .entries = what_formats_hold},
};

}  // namespace mot

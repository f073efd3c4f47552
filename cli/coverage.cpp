#include "figure_outputs.h"
#include "mot/tables/coverage_tables.h"
#include "mot/write/json/coverage_json.h"
#include "table_of_commands.h"
#include "workspace_inputs.h"

namespace mot {
namespace {

constexpr Option options[] = {format_option<table_formats>, output_option, today_option, stdin_filename_option};

int coverage(const Session& session) {
  const auto destinations = destinations_in<table_formats>(session.arguments);
  const WorkspaceRead read = read_workspace_for_figures(session);
  const Workspace& workspace = read.loaded.workspace;
  const Analysis& analysis = read.review.analysis;
  const std::vector<Hole> holes = holes_in(workspace, read.review.findings);
  deliver_figures(session, destinations, coverage_tables(workspace, analysis, holes),
                  [&] { return coverage_json(workspace, analysis, holes); });
  return 0;
}

}  // namespace

constinit const Command coverage_command = {
    .name = "coverage",
    .does = "show what the picture lacks: facets by touchpoint, departments by stage, and every hole",
    .details =
        "A facet is asked of a touchpoint only where it can be answered; not_applicable takes one out, with its reason. "
        "With each hole stands who fills it: the touchpoint's owner, else its department's lead.",
    .examples =
        "  mot coverage\n"
        "  mot coverage -o coverage.xlsx -o coverage.md\n"
        "  mot coverage --format json\n",
    .options = options,
    .operand = workspace_operand,
    .run = coverage,
};

}  // namespace mot

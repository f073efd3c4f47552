#include "figure_outputs.h"
#include "filter_options.h"
#include "id_options.h"
#include "mot/tables/coverage_tables.h"
#include "mot/write/json/coverage_json.h"
#include "table_of_commands.h"
#include "workspace_inputs.h"

namespace mot {
namespace {

constexpr Option first_coverage_options[] = {format_option<table_formats>, output_option, traveller_option};
constexpr Option last_coverage_options[] = {top_option, today_option, stdin_filename_option};
constexpr auto coverage_options = options_from(first_coverage_options, place_options, narrowing_options, last_coverage_options);

int coverage(const Session& session) {
  const auto destinations = destinations_in<table_formats>(session.arguments);
  const WorkspaceRead read = read_workspace_for_figures(session);
  const Arguments& arguments = session.arguments;
  const Workspace& whole = read.loaded.workspace;
  TouchpointFilter filter = filter_of(arguments, whole);
  filter.traveller = persona_of(arguments, whole);
  const auto part = selected_part(filter, arguments, whole, read.review.answers, read.review.analysis);
  const Workspace& workspace = part ? part->workspace : whole;
  const Analysis& analysis = part ? part->analysis : read.review.analysis;
  const std::vector<Hole> all_holes = holes_in(whole, read.review.findings);
  const std::vector<Hole> holes = part ? holes_at_touchpoints(all_holes, workspace) : all_holes;
  const auto tables_in = [&](const Wording& wording) {
    std::vector<Table> tables = coverage_tables(workspace, analysis, holes, wording);
    tell_whose({.workspace = whole, .filter = filter, .is_part = part.has_value()}, tables, wording);
    cut_to_top(arguments, tables, wording);
    return tables;
  };
  deliver_figures(session, destinations, whole.project, {tables_in, [&] { return coverage_json(workspace, analysis, holes); }});
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
        "  mot coverage --department ground-handling\n"
        "  mot coverage --format json\n",
    .options = coverage_options,
    .operand = workspace_operand,
    .run = coverage,
};

}  // namespace mot

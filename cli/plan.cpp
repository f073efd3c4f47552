#include "mot/analysis/plan.h"

#include "figure_outputs.h"
#include "filter_options.h"
#include "id_options.h"
#include "mot/tables/plan_table.h"
#include "mot/write/json/plan_json.h"
#include "table_of_commands.h"
#include "workspace_inputs.h"

namespace mot {
namespace {

constexpr Option first_plan_options[] = {format_option<table_formats>, output_option, persona_option};
constexpr Option last_plan_options[] = {top_option, today_option, stdin_filename_option};
constexpr auto plan_options = options_from(first_plan_options, place_options, narrowing_options, last_plan_options);

int plan(const Session& session) {
  const auto destinations = destinations_in<table_formats>(session.arguments);
  const AnswersRead read = read_for_figures(session);
  const Arguments& arguments = session.arguments;
  const Workspace& whole = read.loaded.workspace;
  const Analysis of_whole = analyse(whole, read.answers, {.persona = persona_of(arguments, whole)});
  const TouchpointFilter filter = filter_of(arguments, whole);
  const auto part = selected_part(filter, arguments, whole, read.answers, of_whole);
  const Workspace& workspace = part ? part->workspace : whole;
  const ActionPlan plan = plan_of(workspace, part ? part->analysis : of_whole);
  const auto tables_in = [&](const Wording& wording) {
    std::vector<Table> tables = plan_tables(workspace, plan, read.today.date, wording);
    if (part) tables.front().notes.push_back(wording("a value counts what an action lifts among these touchpoints alone"));
    tell_whose({whole, filter, of_whole.persona, part.has_value()}, tables, wording);
    cut_to_top(arguments, tables, wording);
    return tables;
  };
  deliver_figures(session, destinations, whole.project, {tables_in, [&] { return plan_json(workspace, plan, read.today.date); }});
  return 0;
}

}  // namespace

constinit const Command plan_command = {
    .name = "plan",
    .does = "rank the actions by value for effort, and say what is delivered once they have worked",
    .details =
        "An action's value counts what it lifts, up to the gap, weighted by importance and twice at moments of truth. What is overdue, "
        "what nobody owns and what nobody knows is said with each; what is delivered stands for the whole and for each journey.",
    .examples =
        "  mot plan\n"
        "  mot plan -o plan.md -o plan.xlsx\n"
        "  mot plan --journey same-day-trip --top 5\n"
        "  mot plan --today 2027-01-31\n",
    .options = plan_options,
    .operand = workspace_operand,
    .run = plan,
};

}  // namespace mot

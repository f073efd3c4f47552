#include "mot/analysis/plan.h"

#include "figure_outputs.h"
#include "mot/tables/plan_table.h"
#include "mot/write/json/plan_json.h"
#include "table_of_commands.h"
#include "workspace_inputs.h"

namespace mot {
namespace {

constexpr Option options[] = {format_option<table_formats>, output_option, today_option, stdin_filename_option};

int plan(const Session& session) {
  const auto destinations = destinations_in<table_formats>(session.arguments);
  const AnswersRead read = read_for_figures(session);
  const Workspace& workspace = read.loaded.workspace;
  const ActionPlan plan = plan_of(workspace, analyse(workspace, read.answers));
  deliver_figures(session, destinations, plan_tables(workspace, plan, read.today.date),
                  [&] { return plan_json(workspace, plan, read.today.date); });
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
        "  mot plan --today 2027-01-31\n",
    .options = options,
    .operand = workspace_operand,
    .run = plan,
};

}  // namespace mot

#include "figure_outputs.h"
#include "mot/tables/data_tables.h"
#include "mot/write/json/data_json.h"
#include "table_of_commands.h"
#include "workspace_inputs.h"

namespace mot {
namespace {

constexpr Option data_options[] = {format_option<table_formats>, output_option, today_option, stdin_filename_option};

int data(const Session& session) {
  const auto destinations = destinations_in<table_formats>(session.arguments);
  const AnswersRead read = read_for_figures(session);
  const Workspace& workspace = read.loaded.workspace;
  const Answers& answers = read.answers;
  deliver_figures(
      session, destinations, workspace.project,
      {[&](const Wording& wording) { return data_tables(workspace, answers, wording); }, [&] { return data_json(workspace, answers); }});
  return 0;
}

}  // namespace

constinit const Command data_command = {
    .name = "data",
    .does = "show what became of every survey column: used, blank, missing, off scale, unmatched, rescaled",
    .details = "Nothing is clamped: a cell that is neither on its scale nor listed as missing is left out, counted and shown.",
    .examples =
        "  mot data\n"
        "  mot data --format json\n",
    .options = data_options,
    .operand = workspace_operand,
    .run = data,
};

}  // namespace mot

#include "mot/analysis/diff.h"

#include "figure_outputs.h"
#include "mot/view/diff_tables.h"
#include "mot/write/diff_json.h"
#include "table_of_commands.h"
#include "workspace_inputs.h"

namespace mot {
namespace {

constexpr Option options[] = {format_option<table_formats>, output_option, today_option, stdin_filename_option};

constexpr Operand two_states = {
    .name = "OLD NEW",
    .help = "the two states to compare: a file or a folder each",
    .times = Times::any_number,
    .is_required = true,
};

Inputs with_path(const Inputs& both, std::size_t which) {
  Inputs one = both;
  one.paths = {both.paths[which]};
  return one;
}

Wave wave_of(const WorkspaceRead& read) {
  return {read.loaded.workspace, read.review.answers, read.review.analysis};
}

int diff(const Session& session) {
  const Arguments& arguments = session.arguments;
  const auto destinations = destinations_in<table_formats>(arguments);
  const Inputs both = inputs_of(session);
  if (both.paths.size() != 2) throw UsageError("'diff' compares two states: name a file or a folder for each", arguments.command);
  const WorkspaceRead before = read_for_figures(session, with_path(both, 0));
  const WorkspaceRead after = read_for_figures(session, with_path(both, 1));
  const Diff diff = diff_of(wave_of(before), wave_of(after));
  deliver_figures(session, destinations, diff_tables(after.loaded.workspace.project.scale, diff), [&] { return diff_json(diff); });
  return 0;
}

}  // namespace

constinit const Command diff_command = {
    .name = "diff",
    .does = "tell what changed between two states of a workspace, and whether customers live it differently",
    .details = "A score is better or worse only where Welch's test says so at 95 %, adjusted by Holm over all that are compared.",
    .examples =
        "  mot diff last-year this-year\n"
        "  mot diff before.yaml after.yaml --format md\n",
    .options = options,
    .operand = two_states,
    .run = diff,
};

}  // namespace mot

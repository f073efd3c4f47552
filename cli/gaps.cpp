#include "figure_outputs.h"
#include "mot/analysis/gates.h"
#include "mot/analysis/groups.h"
#include "mot/analysis/sensitivity.h"
#include "mot/view/gaps_table.h"
#include "mot/view/groups_table.h"
#include "mot/write/gaps_json.h"
#include "table_of_commands.h"
#include "viewpoint_options.h"
#include "workspace_inputs.h"

namespace mot {
namespace {

constexpr Option options[] = {
    format_option<table_formats>,
    output_option,
    {"--by", "", "WHAT", "a row for each of these", name_of(GroupBy::touchpoint), words_of_vocabulary<GroupBy>},
    method_option,
    importance_option,
    persona_option,
    {"--sensitivity", "", "", "show the ranks each touchpoint could have, were it a little otherwise"},
    today_option,
    stdin_filename_option,
};

int gaps(const Session& session) {
  const Arguments& arguments = session.arguments;
  const auto destinations = destinations_in<table_formats>(arguments);
  const WorkspaceRead read = read_for_figures(session);
  const Workspace& workspace = read.loaded.workspace;
  const Answers& answers = read.review.answers;
  const Analysis analysis = analyse(workspace, answers, viewpoint_of(arguments, workspace));
  const auto by = word_of<GroupBy>(arguments, "--by");
  const GapsDocument document = {
      .workspace = workspace,
      .analysis = analysis,
      .groups = groups_by(by, workspace, answers, analysis),
      .gates = judge_gates(workspace, analysis),
      .rank_ranges = arguments.has("--sensitivity") ? rank_ranges(workspace, analysis) : decltype(GapsDocument::rank_ranges){},
      .today = read.today.date};
  Table table = by == GroupBy::touchpoint ? gaps_table(workspace, analysis, document.rank_ranges)
                                          : groups_table(by, workspace.project.scale, document.groups);
  deliver_figures(session, destinations, {std::move(table)}, [&] { return gaps_json(document); });
  return 0;
}

}  // namespace

constinit const Command gaps_command = {
    .name = "gaps",
    .does = "rank the gaps between what is wanted and what is lived, and say who can close them",
    .details = "Positive gaps are shortfalls. What nobody wrote down or measured is a blind spot and never enters a mean.",
    .examples =
        "  mot gaps\n"
        "  mot gaps --by department -o gaps.csv\n"
        "  mot gaps --persona ines --format json\n",
    .options = options,
    .operand = workspace_operand,
    .run = gaps,
};

}  // namespace mot

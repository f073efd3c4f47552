#include "figure_outputs.h"
#include "mot/analysis/gates.h"
#include "mot/analysis/groups.h"
#include "mot/analysis/sensitivity.h"
#include "mot/view/gaps_table.h"
#include "mot/view/groups_table.h"
#include "mot/write/gaps_json.h"
#include "named_things.h"
#include "table_of_commands.h"
#include "workspace_inputs.h"

namespace mot {
namespace {

constexpr Option options[] = {
    format_option<table_formats>,
    output_option,
    {"--by", "", "WHAT", "a row for each of these", name_of(GroupBy::touchpoint), words_of_vocabulary<GroupBy>},
    {"--method", "", "METHOD", "what the ranking goes by", name_of(Method::weighted), words_of_vocabulary<Method>},
    {"--importance", "", "BASIS", "which importance decides the quadrant", name_of(ImportanceBasis::stated),
     words_of_vocabulary<ImportanceBasis>},
    persona_option,
    {"--sensitivity", "", "", "show the ranks each touchpoint could have, were it a little otherwise"},
    today_option,
    stdin_filename_option,
};

/// The value of an option that the parser has checked against the vocabulary.
template <class Word>
Word word_of(const Arguments& arguments, std::string_view option) {
  return *word_from<Word>(arguments.text_of(option));
}

int gaps(const Session& session) {
  const Arguments& arguments = session.arguments;
  const auto destinations = destinations_in<table_formats>(arguments);
  const WorkspaceRead read = read_for_figures(session);
  const Workspace& workspace = read.loaded.workspace;
  const Answers& answers = read.review.answers;
  const Analysis analysis = analyse(workspace, answers,
                                    {.method = word_of<Method>(arguments, "--method"),
                                     .importance_basis = word_of<ImportanceBasis>(arguments, "--importance"),
                                     .persona = persona_of(arguments, workspace)});
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

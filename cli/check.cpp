#include "finding_outputs.h"
#include "mot/analysis/gates.h"
#include "mot/check/gate_findings.h"
#include "table_of_commands.h"
#include "workspace_inputs.h"

namespace mot {
namespace {

constexpr Option check_options[] = {
    format_option<finding_choices>, output_option, fail_on_option,       select_option, ignore_option, baseline_option,
    write_baseline_option,          today_option,  stdin_filename_option};

int check(const Session& session) {
  const auto destinations = destinations_in<finding_choices>(session.arguments);
  WorkspaceRead read = read_workspace(session, Databases::read);
  const Workspace& workspace = read.loaded.workspace;
  const auto gates = held_behind(read.review.findings, judge_gates(workspace, read.review.analysis));
  const bool has_errors = forbids_figures(read);
  if (gates.empty()) say(session, "no gates are set: 'gates' of the project says what must not be lost (mot help workspace)");
  const int code = deliver_findings(session, read, destinations, JudgedGates{gates, &workspace, {}});
  if (code != 0 || !has_errors || session.arguments.text_of("--fail-on") == never_fails) return code;
  say(session, "the workspace has errors of form or links that are not shown here; 'mot validate' shows them");
  return 1;
}

}  // namespace

constinit const Command check_command = {
    .name = "check",
    .does = "validate, and hold the gates of mot.yaml: the one line for CI",
    .details =
        "A measured gap breaks a gate only where it is established and the lower end of its interval is over the limit; a judged one as it "
        "stands. A gate that does not hold is a finding (gate-broken), and so is one that what is known can't decide (gate-undecided), "
        "or that is not judged, for errors take figures away, unless the project allows that (gates: { undecided: allow }). With a "
        "--baseline that 'mot check --write-baseline' wrote, a broken gate passes where the same touchpoints and KPIs break it, none of "
        "them surely further than was shown then, and an undecided one where nothing more is unknown. Exit code 0: all is well; 1: a "
        "finding as severe as --fail-on; 2: something could not be "
        "read or written.",
    .examples =
        "  mot check\n"
        "  mot check --format sarif -o findings.sarif\n"
        "  mot check --baseline known.json\n",
    .options = check_options,
    .operand = workspace_operand,
    .run = check,
};

}  // namespace mot

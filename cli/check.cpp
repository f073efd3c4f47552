#include "finding_outputs.h"
#include "mot/analysis/gates.h"
#include "mot/view/gate_text.h"
#include "table_of_commands.h"
#include "workspace_inputs.h"

namespace mot {
namespace {

constexpr Option options[] = {format_option<finding_choices>, output_option, fail_on_option,       baseline_option,
                              write_baseline_option,          today_option,  stdin_filename_option};

/// Says how every gate stands; whether one is broken.
bool report_gates(const Session& session, const WorkspaceRead& read) {
  const Workspace& workspace = read.loaded.workspace;
  bool is_any_broken = false;
  for (const GateResult& gate : judge_gates(workspace, read.review.analysis)) {
    const bool is_broken = gate.holds == false;
    is_any_broken |= is_broken;
    if (is_broken) {
      session.streams.err << gate_text(gate, workspace) << "\n";
    } else {
      say(session, gate_text(gate, workspace));
    }
  }
  return is_any_broken;
}

int check(const Session& session) {
  const auto destinations = destinations_in<finding_choices>(session.arguments);
  const WorkspaceRead read = read_workspace(session);
  const int code = deliver_findings(session, read, destinations);
  if (forbids_figures(read)) {
    say(session, "the gates are not judged: the workspace has errors of form or links");
    return 1;
  }
  return report_gates(session, read) ? 1 : code;
}

}  // namespace

constinit const Command check_command = {
    .name = "check",
    .does = "validate, and hold the gates of mot.yaml: the one line for CI",
    .details =
        "A measured gap breaks a gate only where it is established and the lower end of its interval is over the limit; a judged one as it "
        "stands. What could not be judged is listed. Exit code 0: all is well; 1: a finding as severe as --fail-on, or a broken gate; 2: "
        "something could not be read or written.",
    .examples =
        "  mot check\n"
        "  mot check --format sarif -o findings.sarif\n"
        "  mot check --baseline known.json\n",
    .options = options,
    .operand = workspace_operand,
    .run = check,
};

}  // namespace mot

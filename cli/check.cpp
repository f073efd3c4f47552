#include "finding_outputs.h"
#include "mot/analysis/gates.h"
#include "mot/tables/gate_text.h"
#include "table_of_commands.h"
#include "workspace_inputs.h"

namespace mot {
namespace {

constexpr Option options[] = {format_option<finding_choices>, output_option, fail_on_option,       baseline_option,
                              write_baseline_option,          today_option,  stdin_filename_option};

/// Says how every gate stands; whether one is broken that no baseline knows to be as bad.
bool report_gates(const Session& session, const Workspace& workspace, const std::vector<GateResult>& gates) {
  const auto baseline = baseline_given(session);
  const std::vector<KnownGate> known = baseline ? baseline->gates : std::vector<KnownGate>{};
  bool is_any_worse = false;
  for (const GateResult& gate : gates) {
    const bool is_broken = gate.holds == false, is_bad = is_worse(gate, known, workspace.project.scale);
    const std::string line = gate_text(gate, workspace) + (is_broken && !is_bad ? "; the baseline knows it" : "");
    is_any_worse |= is_bad;
    if (is_bad) {
      session.streams.err << line << "\n";
    } else {
      say(session, line);
    }
  }
  return is_any_worse;
}

int check(const Session& session) {
  const auto destinations = destinations_in<finding_choices>(session.arguments);
  const WorkspaceRead read = read_workspace(session, Databases::read);
  const Workspace& workspace = read.loaded.workspace;
  const bool has_figures = !forbids_figures(read);
  const auto gates = has_figures ? judge_gates(workspace, read.review.analysis) : std::vector<GateResult>{};
  const int code = deliver_findings(session, read, destinations, known_gates_of(gates));
  if (!has_figures) {
    say(session, "the gates are not judged: the workspace has errors of form or links");
    return 1;
  }
  return report_gates(session, workspace, gates) ? 1 : code;
}

}  // namespace

constinit const Command check_command = {
    .name = "check",
    .does = "validate, and hold the gates of mot.yaml: the one line for CI",
    .details =
        "A measured gap breaks a gate only where it is established and the lower end of its interval is over the limit; a judged one as it "
        "stands. What could not be judged is listed. With a --baseline that 'mot check --write-baseline' wrote, a broken gate passes "
        "unless its value got worse. Exit code 0: all is well; 1: a finding as severe as --fail-on, or a broken gate; 2: "
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

#include "finding_outputs.h"
#include "fixes.h"
#include "table_of_commands.h"
#include "workspace_inputs.h"

namespace mot {
namespace {

constexpr Option validate_options[] = {
    format_option<finding_choices>, output_option, fail_on_option, select_option,        ignore_option, baseline_option,
    write_baseline_option,          fix_option,    today_option,   stdin_filename_option};

int validate(const Session& session) {
  const auto destinations = destinations_in<finding_choices>(session.arguments);
  WorkspaceRead read = read_mended_workspace(session);
  return deliver_findings(session, read, destinations);
}

}  // namespace

constinit const Command validate_command = {
    .name = "validate",
    .does = "find every mistake in a workspace, with its place and the way out",
    .details =
        "Collects all findings in one run, by file and line: what can't be read, what leads nowhere, what is missing and what "
        "contradicts itself. "
        "Exit code 0: none is as severe as --fail-on; 1: some are; 2: something could not be read or written.",
    .examples =
        "  mot validate\n"
        "  mot validate departments/ground-handling.yaml\n"
        "  mot validate --format text -o - -o findings.sarif\n"
        "  mot validate --fix\n"
        "  mot validate --write-baseline known.json\n"
        "  mot validate --baseline known.json --fail-on warning\n"
        "  git show HEAD:mot.yaml | mot validate - --stdin-filename mot.yaml\n",
    .options = validate_options,
    .operand = workspace_operand,
    .run = validate,
};

}  // namespace mot

#include "edit_outputs.h"
#include "table_of_commands.h"

namespace mot {
namespace {

constexpr Option move_options[] = {
    {"--from", "", "STAGE", "the stage it is to be moved from, where it stands several times on the journey"},
    {"--before", "", "ID", "the touchpoint of the stage that it is to stand before"},
    {"--after", "", "ID", "the touchpoint of the stage that it is to stand behind"},
    dry_run_option,
    in_option,
};

int move(const Session& session) {
  const Arguments& arguments = session.arguments;
  const auto& operands = operands_of(session, 2, "a TOUCHPOINT and a STAGE");
  edit::Draft draft(inputs_to_edit(session));
  move_touchpoint(draft, operands[0], {operands[1], arguments.text("--before").value_or(""), arguments.text("--after").value_or("")},
                  {arguments.text("--from").value_or("")});
  finish_edit(session, draft.edited_files());
  return 0;
}

}  // namespace

constinit const Command move_command = {
    .name = "move",
    .does = "move a touchpoint along its journey, to another stage of it, or onto a journey",
    .details =
        "STAGE is the id of a stage, or JOURNEY/STAGE where several journeys have one of that id. Without --before and --after the "
        "touchpoint comes to stand at the stage's end. One that does not stand on that journey yet is put there. One that stands several "
        "times on it is moved within STAGE where it stands there, else from the stage that --from names. The comments above it in a list "
        "go "
        "with it.",
    .examples =
        "  mot move bag-drop check-in --after greeting-at-check-in\n"
        "  mot move rebook same-day-trip/book --before trip-confirmation --dry-run\n",
    .options = move_options,
    .operand = {.name = "TOUCHPOINT STAGE",
                .help = "what to move, and the stage it is to stand in",
                .times = Times::any_number,
                .is_required = true},
    .run = move,
};

}  // namespace mot

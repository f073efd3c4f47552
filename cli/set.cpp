#include "edit_outputs.h"
#include "table_of_commands.h"

namespace mot {
namespace {

constexpr Option options[] = {kind_option, dry_run_option, in_option};

int set(const Session& session) {
  const auto& operands = operands_of(session, 3, "an ID, a FIELD and a VALUE");
  edit::Draft draft(inputs_to_edit(session));
  set_field(draft, edit::thing_called(draft.workspace(), operands[0], kind_of(session)), {operands[1], operands[2]});
  finish_edit(session, draft.edited_files());
  return 0;
}

}  // namespace

constinit const Command set_command = {
    .name = "set",
    .does = "set a field of a touchpoint, or of anything else that has an id, in its file",
    .details =
        "FIELD is as it stands in the files, with a dot for each step down: importance, desired.customer.score, "
        "evidence.interviews-2026-03.quote, pains.1.text (an item by its id or its number). VALUE is a number, a text, or a list or "
        "mapping in brackets; an empty one takes the field out. Comments, order, quotes and line ends stay. What can't be changed without "
        "changing more, such as what stands behind an alias, is refused with its place, and so is what the workspace would not load with.",
    .examples =
        "  mot set rebook importance 5\n"
        "  mot set rebook desired.customer.experience 'My plan changed. Do not make me pay twice.'\n"
        "  mot set rebook actual '' --dry-run\n"
        "  mot set waive-three-days status doing\n",
    .options = options,
    .operand = {.name = "ID FIELD VALUE",
                .help = "what to set, which field of it, and to what",
                .times = Times::any_number,
                .is_required = true},
    .run = set,
};

}  // namespace mot

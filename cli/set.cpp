#include <algorithm>

#include "edit_outputs.h"
#include "mot/evidence/read.h"
#include "mot/review/review.h"
#include "table_of_commands.h"

namespace mot {
namespace {

constexpr Option set_options[] = {kind_option, dry_run_option, in_option};

/// What a source names of its file that the file has not, a message each.
std::vector<std::string> unknown_columns(const edit::Draft& draft, const std::string& source) {
  Workspace workspace = draft.workspace();
  std::erase_if(workspace.sources, [&](const SurveySource& other) { return other.id.value != source || other.database; });
  Findings findings;
  read_answers(workspace, reading_of(draft.loaded()), findings);
  std::vector<std::string> messages;
  for (const Finding& finding : findings) {
    if (finding.rule.id() == "unknown-column") messages.push_back(finding.message);
  }
  return messages;
}

/// A column that a file has not is refused as a key that no record has is.
void set_in_source(edit::Draft& draft, const edit::Thing& source, const edit::FieldText& field) {
  const auto known = unknown_columns(draft, source.id);
  set_field(draft, source, field);
  for (const std::string& message : unknown_columns(draft, source.id)) {
    if (std::ranges::find(known, message) == known.end()) throw edit::Refused("nothing was changed: " + message);
  }
}

int set(const Session& session) {
  const auto& operands = operands_of(session, 3, "an ID, a FIELD and a VALUE");
  edit::Draft draft(inputs_to_edit(session));
  const edit::Thing thing = edit::thing_called(draft.workspace(), operands[0], kind_of(session));
  const edit::FieldText field{operands[1], operands[2]};
  thing.kind == ThingKind::source ? set_in_source(draft, thing, field) : set_field(draft, thing, field);
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
        "mapping in brackets; an empty one takes the field out, and one that begins with a dash and is not a number stands behind '--'. "
        "Comments, order, quotes and line ends stay. What can't be changed without "
        "changing more, such as what stands behind an alias, is refused with its place, and so is what the workspace would not load with, "
        "and a column that a source's file has "
        "not. A number or a text over a mapping is what it is short for: 'actual 5' sets its score and leaves the text.",
    .examples =
        "  mot set rebook importance 5\n"
        "  mot set rebook desired.customer.experience 'My plan changed. Do not make me pay twice.'\n"
        "  mot set rebook actual '' --dry-run\n"
        "  mot set waive-three-days status doing\n"
        "  mot set rebook notes -- '- to be asked again in June'\n",
    .options = set_options,
    .operand = {.name = "ID FIELD VALUE",
                .help = "what to set, which field of it, and to what",
                .times = Times::any_number,
                .is_required = true},
    .run = set,
};

}  // namespace mot

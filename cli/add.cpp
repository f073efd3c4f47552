#include <fmt/format.h>

#include "edit_outputs.h"
#include "mot/text/utf8.h"
#include "table_of_commands.h"

namespace mot {
namespace {

constexpr Option add_options[] = {
    {"--stage", "", "STAGE", "the stage a touchpoint is to stand in, by its id or as JOURNEY/STAGE"},
    {"--before", "", "ID", "the touchpoint of the stage that it is to stand before"},
    {"--after", "", "ID", "the touchpoint of the stage that it is to stand behind"},
    dry_run_option,
    in_option,
};

std::optional<edit::StagePlace> place_of(const Session& session) {
  const Arguments& arguments = session.arguments;
  const auto stage = arguments.text("--stage");
  if (!stage && (arguments.has("--before") || arguments.has("--after")))
    throw UsageError("--before and --after stand with --stage", arguments.command);
  if (!stage) return std::nullopt;
  return edit::StagePlace{*stage, arguments.text("--before").value_or(""), arguments.text("--after").value_or("")};
}

/// A kind of thing that can be added: what its second operand is, and how it is done; what is told of it once it is saved.
struct Addition {
  std::string_view name;
  std::string (*add)(const Session& session, edit::Draft& draft, const std::string& second);
};

constexpr Addition additions[] = {
    {"touchpoint",
     [](const Session& session, edit::Draft& draft, const std::string& name) {
       return fmt::format("added touchpoint {}", printable(add_touchpoint(draft, name, field_texts(session, 2), place_of(session))));
     }},
    {"evidence",
     [](const Session& session, edit::Draft& draft, const std::string& touchpoint) {
       add_evidence(draft, touchpoint, field_texts(session, 2));
       return std::string();
     }},
    {"action",
     [](const Session& session, edit::Draft& draft, const std::string& name) {
       return fmt::format("added action {}", printable(add_action(draft, name, field_texts(session, 2))));
     }},
};

int add(const Session& session) {
  const Arguments& arguments = session.arguments;
  const auto& operands = arguments.operands();
  if (operands.size() < 2) throw UsageError("'mot add' takes a kind, and a name or the id of a touchpoint", arguments.command);
  for (const Addition& addition : additions) {
    if (addition.name != operands[0]) continue;
    if (addition.name != additions[0].name && arguments.has("--stage"))
      throw UsageError("--stage stands with 'mot add touchpoint'", arguments.command);
    edit::Draft draft(inputs_to_edit(session));
    const std::string told = addition.add(session, draft, operands[1]);
    finish_edit(session, draft.edited_files());
    if (!told.empty()) say(session, told);
    return 0;
  }
  throw UsageError(fmt::format("'{}' can't be added; 'touchpoint', 'evidence' and 'action' can", printable(operands[0])),
                   arguments.command);
}

}  // namespace

constinit const Command add_command = {
    .name = "add",
    .does = "add a touchpoint, evidence or an action to the file where it belongs",
    .details =
        "A touchpoint is put among those of its department, and with --stage into a journey too; its id is made of its name unless id=ID "
        "says one. Evidence is put at the touchpoint that is named by its id, an action into the list of actions. Fields are given as "
        "FIELD=VALUE, in the forms of 'mot set'.",
    .examples =
        "  mot add touchpoint 'Seat change at the gate' department=ground-handling importance=4 --stage airport --after boarding-call\n"
        "  mot add evidence rebook quote='Eleven minutes on hold.' voice=customer date=2026-03-12\n"
        "  mot add action 'Let the desk waive three days' touchpoints=[rebook] effort=2 lift=3 --dry-run\n",
    .options = add_options,
    .operand = {.name = "KIND NAME|TOUCHPOINT FIELD=VALUE",
                .help = "touchpoint or action with a name, or evidence with the id of its touchpoint; then fields",
                .times = Times::any_number,
                .is_required = true},
    .run = add,
};

}  // namespace mot

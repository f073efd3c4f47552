#include <fmt/format.h>

#include <algorithm>

#include "explain_words.h"
#include "mot/findings/rules.h"
#include "mot/text/nearest.h"
#include "mot/text/utf8.h"
#include "mot/words/wording.h"
#include "mot/write/explain/explain_formats.h"
#include "outputs.h"
#include "table_of_commands.h"
#include "viewpoint_options.h"
#include "workspace_inputs.h"

namespace mot {
namespace {

constexpr Option explain_options[] = {
    format_option<explain_formats>, output_option, persona_option, method_option, importance_option, today_option, stdin_filename_option};

constexpr std::string_view about_words = "words";

std::vector<std::string_view> rule_ids() {
  std::vector<std::string_view> ids;
  for (const Rule& rule : rules) ids.push_back(rule.id);
  return ids;
}

/// The workspace the touchpoint is looked for in: what is named behind the id, else the one around -C.
Inputs inputs_behind_the_id(const Session& session) {
  Inputs inputs = inputs_of(session);
  inputs.paths.erase(inputs.paths.begin());
  return inputs;
}

template <class Thing>
std::optional<std::size_t> index_named(std::string_view id, const std::vector<Thing>& things) {
  const auto ids = ids_of(things);
  const auto found = std::ranges::find(ids, id);
  return found == ids.end() ? std::nullopt : std::optional(static_cast<std::size_t>(found - ids.begin()));
}

[[noreturn]] void nothing_is_called(const std::string& name, const Workspace& workspace, const Session& session) {
  std::vector<std::string_view> known = rule_ids();
  for (const auto& ids : {ids_of(workspace.touchpoints), ids_of(workspace.journeys), ids_of(workspace.personas)}) {
    known.insert(known.end(), ids.begin(), ids.end());
  }
  throw UsageError(fmt::format("no rule, touchpoint, journey or persona has the id '{}'{}", printable(name), did_you_mean(name, known)),
                   session.arguments.command);
}

/// An id may be that of a touchpoint, a journey and a persona at once: it is explained as the first of these.
Explanation explanation_of(const Session& session, const std::string& name, const AnswersRead& read, const Wording& wording) {
  const Workspace& workspace = read.loaded.workspace;
  if (const auto touchpoint = index_named(name, workspace.touchpoints)) {
    const Analysis analysis = analyse(workspace, read.answers, viewpoint_of(session.arguments, workspace));
    return explain({workspace, read.answers, analysis}, *touchpoint, wording);
  }
  if (const auto journey = index_named(name, workspace.journeys)) return explain(workspace.journeys[*journey], wording);
  if (const auto persona = index_named(name, workspace.personas)) return explain(workspace.personas[*persona], wording);
  nothing_is_called(name, workspace, session);
}

void explain_thing(const Session& session, const std::string& name, const AnswersRead& read) {
  for (const Destination& destination : destinations_in<explain_formats>(session.arguments)) {
    const ExplainFormat& format = explain_formats()[destination.format];
    const Wording wording = format.readers == Readers::people ? Wording(read.loaded.workspace.project) : Wording();
    deliver(session, destination.file, format.write_explanation(explanation_of(session, name, read, wording), read.loaded.sources));
  }
}

/// A rule can be explained anywhere; where a workspace lies around, it may have a touchpoint of the same id.
bool is_touchpoint_too(const Session& session, std::string_view name) {
  try {
    return index_named(name, load(inputs_behind_the_id(session)).workspace.touchpoints).has_value();
  } catch (const std::runtime_error&) {
    return false;
  }
}

void explain_rule(const Session& session, const Rule& rule) {
  for (const Destination& destination : destinations_in<explain_formats>(session.arguments)) {
    deliver(session, destination.file, explain_formats()[destination.format].write_rule(rule));
  }
  if (is_touchpoint_too(session, rule.id)) {
    say(session, fmt::format("'{0}' is a touchpoint too; 'mot explain {0} .' explains that", rule.id));
  }
}

/// Without a workspace around there are only rules to choose from.
Loaded load_around(const Session& session, const std::string& name) {
  std::string why;
  try {
    return load(inputs_behind_the_id(session));
  } catch (const std::runtime_error& error) {
    why = error.what();
  }
  const std::string meant = did_you_mean(name, rule_ids());
  throw UsageError(fmt::format("no rule has the id '{}'{}", printable(name), meant.empty() ? ", and as to touchpoints: " + why : meant),
                   session.arguments.command);
}

/// With a path behind it, an id is a touchpoint's: rules lie in no file.
int explain_id(const Session& session) {
  const auto& operands = session.arguments.operands();
  if (operands.front() == about_words) {
    explain_words(session, inputs_behind_the_id(session));
    return 0;
  }
  const auto rule = RuleId::named(operands.front());
  if (rule && operands.size() == 1) {
    explain_rule(session, rule->rule());
  } else {
    const std::string& name = operands.front();
    explain_thing(session, name,
                  operands.size() == 1 ? read_for_figures(session, load_around(session, name))
                                       : read_for_figures(session, inputs_behind_the_id(session)));
  }
  return 0;
}

}  // namespace

constinit const Command explain_command = {
    .name = "explain",
    .does = "show the arithmetic of a touchpoint step by step, what is written of a journey or persona, or why a rule exists",
    .details =
        "Every figure of a touchpoint, with the numbers in it and where each was written, so that it can be redone with a pocket "
        "calculator, and what is written of it besides; of a journey with its stages and of a persona all that is written. The options "
        "behind --output are for touchpoints. An id that is a rule's is explained as the rule; with a path behind it, as the touchpoint. "
        "'words' lists every fixed word of pictures, tables and the report, as the workspace's language and its own words say it: those "
        "that "
        "stand in its pictures first, as YAML to translate and to put into the project.",
    .examples =
        "  mot explain bags-at-the-belt\n"
        "  mot explain bags-at-the-belt --persona ines --format json\n"
        "  mot explain same-day-trip\n"
        "  mot explain price moments.yaml\n"
        "  mot explain no-owner\n"
        "  mot explain words\n",
    .options = explain_options,
    .operand = {.name = "ID",
                .help = "a touchpoint, a journey or a persona, or a rule by the id that stands in brackets behind its findings; then files "
                        "and folders to read "
                        "instead of the workspace around",
                .times = Times::any_number,
                .is_required = true,
                .also = rule_ids},
    .run = explain_id,
};

}  // namespace mot

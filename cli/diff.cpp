#include "mot/analysis/compare/diff.h"

#include <fmt/format.h>

#include <stdexcept>
#include <utility>

#include "diff_inputs.h"
#include "figure_outputs.h"
#include "mot/check/suppression_changes.h"
#include "mot/load/known_files.h"
#include "mot/tables/diff_tables.h"
#include "mot/text/utf8.h"
#include "mot/write/json/diff_json.h"
#include "table_of_commands.h"
#include "workspace_inputs.h"

namespace mot {
namespace {

constexpr Option exit_code_option = {"--exit-code", "", "", "end with 1 where anything differs, as git diff does; else with 0"};

constexpr Option options[] = {format_option<table_formats>, output_option, exit_code_option, today_option, stdin_filename_option};

/// Says which of the two states can't be read. `load` loads it.
template <class Load>
AnswersRead read_state(const Session& session, const State& state, Load load) {
  try {
    return read_for_figures(session, load(state.inputs));
  } catch (const UsageError&) {
    throw;
  } catch (const std::runtime_error& error) {
    throw std::runtime_error(fmt::format("{}: {}", printable(state.name), error.what()));
  }
}

Analysis analysis_of(const AnswersRead& read) {
  return analyse(read.loaded.workspace, read.answers);
}

int diff(const Session& session) {
  const Arguments& arguments = session.arguments;
  const auto destinations = destinations_in<table_formats>(arguments);
  const States states = states_of(session);
  KnownFiles known;
  const AnswersRead before = read_state(session, states.before, [&](const Inputs& inputs) { return load_learning(inputs, known); });
  const AnswersRead after = read_state(session, states.after, [&](const Inputs& inputs) { return load_knowing(inputs, known); });
  const Analysis then = analysis_of(before), now = analysis_of(after);
  Diff diff = diff_of({before.loaded.workspace, before.answers, then}, {after.loaded.workspace, after.answers, now});
  for (SurroundingChange& change : suppression_changes(before.loaded, after.loaded)) diff.surroundings.push_back(std::move(change));
  deliver_figures(session, destinations, diff_tables(diff, {states.before.name, states.after.name}), [&] { return diff_json(diff); });
  return arguments.has("--exit-code") && differs(diff) ? 1 : 0;
}

}  // namespace

constinit const Command diff_command = {
    .name = "diff",
    .does = "tell what changed between two states of a workspace, and whether customers live it differently",
    .details =
        "Tells which touchpoints came, went, moved or were renamed, what is written otherwise, and what is delivered and covered. A score, "
        "a share (thumbs, best answers, commitments kept) or an outcome is better or worse only where its test says so at 95 %, adjusted "
        "by "
        "Holm over all that are compared. "
        "Exit code 0, or with --exit-code 1 where anything differs; 2: something could not be read or written.",
    .examples =
        "  mot diff HEAD\n"
        "  mot diff main... --format md\n"
        "  mot diff main.. --exit-code\n"
        "  mot diff v1.0:moments moments\n"
        "  mot diff last-year this-year\n"
        "  mot diff before.yaml after.yaml --format md\n",
    .options = options,
    .operand = states_operand,
    .run = diff,
    .glossary = {.heading = "A state is", .entries = what_states_are},
};

}  // namespace mot

#include "compared_states.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "mot/picture/other_state.h"

namespace mot {
namespace {

/// The persona of the same id; nothing where that state has none.
std::optional<std::size_t> same_persona(const Workspace& there, const Workspace& here, std::size_t persona) {
  const auto found =
      std::ranges::find_if(there.personas, [&](const Persona& other) { return other.id.value == here.personas[persona].id.value; });
  return found == there.personas.end() ? std::nullopt : std::optional(static_cast<std::size_t>(found - there.personas.begin()));
}

}  // namespace

OtherState lived_at(const Session& session, const std::string& word, const AnswersRead& now, const Analysis& analysis) {
  const FoundState other = found_state(session, word);
  const std::string& revision = other.state.name;
  const AnswersRead read = read_state(session, other.state, [](const Inputs& inputs) { return load(inputs); });
  const Workspace &there = read.loaded.workspace, &here = now.loaded.workspace;
  const auto persona = analysis.persona ? same_persona(there, here, *analysis.persona) : std::nullopt;
  if (analysis.persona && !persona) {
    throw std::runtime_error(fmt::format("{}: there is no persona '{}' in this state, whose line could be drawn", printable(revision),
                                         printable(here.personas[*analysis.persona].id.value)));
  }
  const Analysis then = analyse(there, read.answers, {.persona = persona});
  const Diff diff = diff_of({there, read.answers, then}, {here, now.answers, analysis});
  OtherState state = lived_in({{there, read.answers, then}, {here, now.answers, analysis}, diff}, revision);
  if (state.lived.empty()) {
    const bool is_other_scale = diff.scale_before != diff.scale_after;
    say(session, fmt::format("{}: no line can be drawn of it, {}", printable(revision),
                             is_other_scale ? "the scale was another" : "nothing is known of what was lived"));
  }
  return state;
}

}  // namespace mot

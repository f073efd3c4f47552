// Two states of a workspace that are read to be compared: for tables of `mot diff`, and for pictures that show one beside the other.
#pragma once

#include <fmt/format.h>

#include <stdexcept>

#include "diff_inputs.h"
#include "mot/analysis/compare/diff.h"
#include "mot/picture/options.h"
#include "mot/text/utf8.h"

namespace mot {

/// Reads a state as `load` loads it. What goes wrong is told with the name of the state.
template <class Load>
AnswersRead read_state(const Session& session, const State& state, Load load) {
  try {
    return read_naming_respondents(session, load(state.inputs));
  } catch (const UsageError&) {
    throw;
  } catch (const std::runtime_error& error) {
    throw std::runtime_error(fmt::format("{}: {}", printable(state.name), error.what()));
  }
}

/// What was lived in another state, by the touchpoints that are drawn now: of everybody, or of the persona that the figures are of. Says
/// where nothing of it can be drawn.
OtherState lived_at(const Session& session, const std::string& word, const AnswersRead& now, const Analysis& analysis);

}  // namespace mot

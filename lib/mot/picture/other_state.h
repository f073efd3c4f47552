// Another state of the workspace as a picture shows it: its lived line, and what its touchpoints are marked with.
#pragma once

#include <string>

#include "mot/analysis/compare/diff.h"
#include "mot/picture/options.h"

namespace mot {

/// Two states and what differs between them. Points to what the caller holds.
struct Compared {
  Wave before;
  Wave after;
  const Diff& diff;
};

/// What was lived and delivered there alone.
OtherState lived_in(const Compared& states, std::string name);

/// The same, and what came, went and moved, in the words of the tables.
OtherState marked_since(const Compared& states, std::string name);

/// A state with the touchpoints that the other one had. They stand on no journey, and nobody knows more of them than their name, when they
/// came and who met the customer; where they stood, the other state tells.
struct WithRemoved {
  Workspace workspace;
  Answers answers;
  Analysis analysis;
};
WithRemoved with_removed(const Compared& states);

}  // namespace mot

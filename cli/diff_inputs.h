// States that `mot diff` compares: files and folders, git revisions, and the working tree.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "mot/load/files/git.h"
#include "mot/words/wording.h"
#include "workspace_inputs.h"

namespace mot {

inline constexpr Operand states_operand = {
    .name = "STATE",
    .help = "the two states to compare, the older one first; a revision alone is compared with the working tree",
    .times = Times::any_number,
    .is_required = true,
};

/// The ways to name a state, for the help.
std::vector<std::pair<std::string, std::string>> what_states_are();

/// Where a state is read from.
struct State {
  std::string name;              ///< as it was typed
  Inputs inputs;                 ///< reads `files` where they are set
  std::unique_ptr<Files> files;  ///< of a revision
  std::string parted_from = {};  ///< where it is what both had when another one began: that one, as it was typed
};

/// `before` and `after` read from `repository`, which therefore goes last.
struct States {
  std::optional<Repository> repository;
  State before;
  State after;
};

/// `main (where topic began)`.
std::string name_in(const Wording& wording, const State& state);

/// What the operands name, no file of it read yet. Where a file and a revision are called alike the file is meant, and that is said.
/// Throws UsageError where they are not two states, std::runtime_error where one of them is not there.
States states_of(const Session& session);

/// A state, and the repository it is read from where it is one of a revision.
struct FoundState {
  std::optional<Repository> repository;
  State state;
};

/// `REVISION`, `REVISION:PATH`, or a file or folder on the disk, which is called by its name alone; no file of it read yet. Where a file
/// and a revision are called alike the revision is meant, and that is said. Throws std::runtime_error where it is not there.
FoundState found_state(const Session& session, const std::string& word);

}  // namespace mot

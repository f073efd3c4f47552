// Branches in words, the same in every picture: under which condition they are taken, and where they go on.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "mot/picture/path_columns.h"

namespace mot::journey {

/// `the flight is cancelled (12 %)`: of the branches that begin with a stop, a touchpoint's own `when` too. Empty where none does.
std::string conditions_of(const PathColumns& plan, std::size_t stop);
std::string condition_of(const Branch& branch);

/// The branch, as one was written, that a stop is the last one of.
std::optional<std::size_t> branch_ending_at(const PathColumns& plan, std::size_t stop);

/// `on at 9 Boarding call`, `back to 3 Choose a seat`, `leaves the journey`; empty where a branch that hangs under `column` goes on at the
/// next one. `number` stands before the name, and may be empty.
std::string way_on_text(const Workspace& workspace, const PathColumns& plan, const Branch& branch, std::size_t column,
                        std::string_view number);
/// `when already checked in (30 %): on at Boarding call`: of each branch without steps that follows from a stop.
std::vector<std::string> shortcuts_from(const Workspace& workspace, const PathColumns& plan, std::size_t stop);
/// Of the branch that ends with a stop.
std::string way_on_text(const Workspace& workspace, const PathColumns& plan, std::size_t stop);

}  // namespace mot::journey

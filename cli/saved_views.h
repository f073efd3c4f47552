// `mot map --saved` and `--all`: pictures that the project keeps, each as if its options had been typed.
#pragma once

#include "session.h"

namespace mot {

/// In the name of a file it stands for the id of a saved view.
inline constexpr std::string_view saved_placeholder = "{id}";

inline constexpr Option saved_option = {"--saved", "", "ID", "draw the saved view of this id (views: of the project)"};
inline constexpr Option all_option = {"--all", "", "", "draw every saved view, several at a time; {id} in -o stands for its id"};

bool asks_for_saved_views(const Arguments& arguments);

/// Draws the one that is named, or all of them: one that fails stops no other, and the exit code is the worst of theirs.
int draw_saved_views(const Session& session);

}  // namespace mot

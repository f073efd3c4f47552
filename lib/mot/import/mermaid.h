// Mermaid's diagrams of the kind `journey` (https://mermaid.js.org/syntax/userJourney.html).
#pragma once

#include <string>
#include <string_view>

#include "mot/import/imported.h"

namespace mot::importing {

/// What ends a comment that stands in place of a task without a score, `%% Bag drop: nobody knows how it is lived`: Mermaid draws no task
/// without one.
inline constexpr std::string_view score_nobody_knows = ": nobody knows how it is lived";

/// Mermaid's word for the kind of diagram that a text is: `journey`, `flowchart`; empty where it holds none.
std::string_view mermaid_kind(std::string_view text);

/// Adds a diagram of the kind `journey`, which begins in this line of its file, to what is imported.
void add_mermaid_journey(std::string_view text, std::size_t first_line, Imported& imported);

}  // namespace mot::importing

// Mermaid's diagrams of the kind `journey` (https://mermaid.js.org/syntax/userJourney.html).
#pragma once

#include <string>
#include <string_view>

#include "mot/import/imported.h"

namespace mot::importing {

/// Mermaid's word for the kind of diagram that a text is: `journey`, `flowchart`; empty where it holds none.
std::string_view mermaid_kind(std::string_view text);

/// Adds a diagram of the kind `journey`, which begins in this line of its file, to what is imported.
void add_mermaid_journey(std::string_view text, std::size_t first_line, Imported& imported);

}  // namespace mot::importing

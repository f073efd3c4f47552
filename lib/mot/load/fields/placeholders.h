// What people write where they know nothing: `TBD`, `n/a`, `?`, `unbekannt`.
#pragma once

#include <string_view>

namespace mot {

/// Whether a text only holds a place: by the table of such words in the languages of a project, or because it is made of marks alone.
bool is_placeholder(std::string_view text);

}  // namespace mot

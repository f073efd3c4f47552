// What people write where they know nothing: `TBD`, `n/a`, `?`, `unbekannt`.
#pragma once

#include <string_view>

namespace mot {

/// Whether a text only holds a place: by the table of such words in the languages of a project, or because it is made of marks alone.
bool is_placeholder(std::string_view text);

/// The same of what stands behind a key: who answers for something, or what is lived or wanted, is not told by `open` or `later` either,
/// which elsewhere may be a name or a tag. An empty key is any.
bool is_placeholder_behind(std::string_view text, std::string_view key);

}  // namespace mot

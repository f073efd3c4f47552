// The JSON Schema of workspace files, made from the field tables that read them.
#pragma once

#include <string>

namespace mot {

/// JSON Schema draft-07, the one that editors read, with a line break at its end. What a schema cannot say (links, calendars, the
/// project's scale) is left to `mot validate`.
std::string workspace_schema();

}  // namespace mot

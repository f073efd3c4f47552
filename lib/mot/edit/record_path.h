// Where a thing stands in the text of its file.
#pragma once

#include "mot/edit/things.h"
#include "mot/edit/yaml_text.h"

namespace mot::edit {

/// The path to all of a thing. Throws Refused where only an alias or a merge key leads there.
Path record_path(const YamlText& text, const Thing& thing);

/// The path to what fills a span. Throws as above.
Path path_to(const YamlText& text, Span span);

}  // namespace mot::edit

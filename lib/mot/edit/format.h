// YAML as `mot fmt` leaves it.
#pragma once

#include <string>

#include "mot/edit/yaml_text.h"

namespace mot::edit {

/// The text with a blank inside braces and none inside brackets, one blank at least behind a comma, no blanks at the ends of lines, one
/// empty line where there were several, and a line break at its end. Comments, order, quotes, line ends, columns that were aligned, and how
/// things are broken into lines stay. To format again changes nothing; what is meant never changes. Throws Refused where the text has a
/// fault.
std::string formatted(const YamlText& text);

}  // namespace mot::edit

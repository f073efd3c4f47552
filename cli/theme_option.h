// The option --theme, the same for every command that draws.
#pragma once

#include "arguments.h"
#include "mot/picture/theme.h"

namespace mot {

inline constexpr Option theme_option = {.long_name = "--theme",
                                        .short_name = "",
                                        .value = "THEME",
                                        .help = "for screens, for projectors, or for printers without colour: patterns instead of fills",
                                        .otherwise = {},
                                        .choices = names_in<themes>};

/// What --theme names, else the first.
const Theme& theme_of(const Arguments& arguments);

}  // namespace mot

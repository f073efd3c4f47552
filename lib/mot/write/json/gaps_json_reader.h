// Figures that were written down with `mot gaps --format json`, read back as what later ones are held against.
#pragma once

#include <string_view>

#include "mot/analysis/compare/regressions.h"

namespace mot {

/// Throws std::runtime_error that says what is wrong with a text that is no such document.
KnownFigures known_figures_from_json(std::string_view json);

}  // namespace mot

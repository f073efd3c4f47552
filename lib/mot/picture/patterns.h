// Patterns instead of fills, for printers that have one colour: as lines in the ground of a scene, so that every format has them.
#pragma once

#include "mot/picture/scene.h"
#include "mot/picture/theme.h"

namespace mot {

/// The scene with everything that is filled in a colour of the theme's patterns drawn in that pattern: areas and cards with their bars
/// get its lines, text on them stands on the page's colour; panels and markers, which things stand on or in, get an outline. The same
/// scene where the theme has none.
Scene with_patterns(Scene scene, const Theme& theme, const Typesetter& typesetter);

}  // namespace mot

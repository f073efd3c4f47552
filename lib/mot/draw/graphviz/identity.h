// What addresses a thing, as it is written.
#pragma once

#include <string>

#include "mot/picture/scene.h"

namespace mot {

/// The scene's id before the thing's own.
std::string full_id(const Scene& scene, const Identity& identity);

/// Characters of a text that are kept, everywhere: nobody reads more in one line or one tooltip, and Graphviz does not read back a word
/// of 16 384 bytes that it wrote.
inline constexpr std::size_t most_characters = 2000;

/// Drawable lines.
std::string tooltip_of(const Identity& identity);

std::string drawable_class(const Identity& identity);

}  // namespace mot

// A line at the foot of a page or slide, which says less where there is less room.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "mot/picture/text_layout.h"

namespace mot {

/// Names one after another, each said once: what is empty, or stands within another one, leaves.
std::string said_once(std::span<const std::string> names);

/// One line of the first of some texts that has room in it; of the last one, cut, where none has.
std::vector<Line> fitting_line(const Typesetter& typesetter, std::span<const std::string> texts, const TextStyle& style, double width);

}  // namespace mot

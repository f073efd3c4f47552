// What pictures are painted with.
#pragma once

#include <vector>

#include "mot/text/part.h"

namespace mot {

std::vector<Part> drawing_parts();

}  // namespace mot

// What revisions are read with.
#pragma once

#include <vector>

#include "mot/text/part.h"

namespace mot {

std::vector<Part> loading_parts();

}  // namespace mot

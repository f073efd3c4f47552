// What workbooks are written with.
#pragma once

#include <vector>

#include "mot/text/part.h"

namespace mot {

std::vector<Part> writing_parts();

}  // namespace mot

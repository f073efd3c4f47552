// What texts are measured with, and which scripts there are fonts for.
#pragma once

#include <vector>

#include "mot/text/part.h"

namespace mot {

std::vector<Part> typesetting_parts();

}  // namespace mot

// What databases are read with.
#pragma once

#include <vector>

#include "mot/text/part.h"

namespace mot {

/// SOCI's back ends: each is a library of its own, bound when a database of its kind is read.
std::vector<Part> evidence_parts();

}  // namespace mot

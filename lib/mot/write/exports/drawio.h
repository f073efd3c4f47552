// Journeys as a file of draw.io (diagrams.net): shapes and connectors that people move and rewrite there.
#pragma once

#include <string>

#include "mot/analysis/analysis.h"
#include "mot/model/workspace.h"

namespace mot {

/// A page a journey: a column a stage, a box a touchpoint in the colour of its gap, arrows from one to the next.
std::string drawio_file(const Workspace& workspace, const Analysis& analysis);

}  // namespace mot

// A journey as Mermaid's diagram of the kind `journey`.
#pragma once

#include <cstddef>
#include <string>

#include "mot/analysis/analysis.h"
#include "mot/model/workspace.h"

namespace mot {

/// Points of a scale on Mermaid's 1 to 5, before they are rounded to a whole one.
double on_mermaids_scale(double points, const Scale& scale);

/// Stages are sections, touchpoints tasks, personas actors. A task's score is what is lived today, brought onto Mermaid's 1 to 5; one that
/// nobody knows has no place there and stands in a comment.
std::string mermaid_journey(const Workspace& workspace, const Analysis& analysis, std::size_t journey);

/// All journeys in Markdown, each under its name.
std::string mermaid_markdown(const Workspace& workspace, const Analysis& analysis);

}  // namespace mot

// What only whole paths can tell: journeys inside themselves, and branches whose way on is not there.
#pragma once

#include "mot/findings/finding.h"
#include "mot/model/workspace.h"

namespace mot {

/// How many journeys may stand inside each other.
inline constexpr std::size_t deepest_nesting = 64;

/// Reports steps that lead a journey into itself, or deeper than journeys may be nested, and takes their links away: whoever follows those
/// that are left comes to an end. Linear in the steps.
void unlink_circles(Workspace& workspace, Findings& findings);

/// Reports branches that lead nowhere: with nothing in them, on to what does not stand on the path, or round and round.
void check_ways(const Workspace& workspace, Findings& findings);

}  // namespace mot

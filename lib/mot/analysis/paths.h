// Paths of journeys: the main path, its peak and end, and the seams where one department hands the customer to the next.
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <vector>

#include "mot/analysis/analysis.h"

namespace mot {

/// Whether every customer meets it who comes to the step of a path that names it.
bool is_on_main_path(const Touchpoint& touchpoint);

/// The touchpoints that every customer of the journey meets, in path order; one may come more than once. Left out is what happens only
/// `when` something else did, or on a branch, and what no customer sees. A journey inside stands with its own main path at its first step.
std::vector<std::size_t> main_path(const Workspace& workspace, const Journey& journey);
std::vector<std::size_t> main_path(const Workspace& workspace, const Stage& stage);

/// How a journey is remembered: the mean of its peak and its end (Kahneman, Fredrickson, Schreiber, Redelmeier, Psychological Science 4,
/// 1993). Made of means of many customers, so indicative.
struct PeakEnd {
  std::size_t peak = 0;  ///< the touchpoint whose score is farthest from the scale's middle, of a tie the lower
  std::size_t end = 0;   ///< the last touchpoint of the main path
  double value = 0;      ///< points
  bool operator==(const PeakEnd&) const = default;
};

/// Nothing where the last touchpoint's actual is unknown.
std::optional<PeakEnd> peak_end(const Workspace& workspace, std::span<const Figures> figures, const Journey& journey);

/// A hand-over between two departments: where one touchpoint follows another on a main path.
struct Seam {
  std::size_t from = 0;  ///< indices of Workspace::touchpoints
  std::size_t to = 0;
  std::vector<std::size_t> journeys;  ///< that cross it, each once
  std::optional<double> loss;         ///< actual before less actual after, in points; positive where it gets worse
  bool operator==(const Seam&) const = default;
};

/// In the order in which journeys first cross them. Seams within a journey are crossed by that journey, and not again by those around it. A
/// touchpoint of no department hands nobody over.
std::vector<Seam> seams(const Workspace& workspace, std::span<const Figures> figures);

}  // namespace mot

// The small curve of one journey.
#pragma once

#include <optional>
#include <set>
#include <vector>

#include "mot/picture/canvas.h"

namespace mot::portfolio {

/// What the legend has to explain.
struct PortfolioSigns {
  bool wanted = false;
  bool lived = false;
  bool shortfall = false;
  bool unknown = false;
  bool moment_of_truth = false;
  bool worst = false;
  std::set<GapClass> gaps;
};

struct PortfolioDrawing : Canvas {
  explicit PortfolioDrawing(const PictureInput& what) : Canvas(what), input(what) {}

  const Figures& figures(std::size_t touchpoint) const { return input.analysis.touchpoints[touchpoint]; }
  const Touchpoint& touchpoint(std::size_t index) const { return input.workspace.touchpoints[index]; }

  PictureInput input;
  PortfolioSigns shown;
};

/// A journey with what its picture says of it.
struct Subject {
  std::size_t journey = 0;           ///< index of Workspace::journeys
  std::vector<std::size_t> path;     ///< its main path
  bool has_gap = false;              ///< of some moment it is known what falls short
  std::optional<std::size_t> worst;  ///< place on the path of the widest shortfall, of equals the first; without any gap the lowest lived
};

Subject subject_of(const PictureInput& input, std::size_t journey);

/// Wanted and lived along the path with what falls short between them, in a panel of this box.
void draw_plot(PortfolioDrawing& drawing, const Subject& subject, const Box& box);

/// Where a score lies in a panel. Nothing is drawn outside of it; a scale without extent has all in its middle.
double height_of_score(double score, const Scale& scale, const Box& box);

}  // namespace mot::portfolio

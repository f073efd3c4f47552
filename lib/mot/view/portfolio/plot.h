// The small curve of one journey.
#pragma once

#include <optional>
#include <vector>

#include "mot/picture/signs.h"
#include "mot/view/views.h"

namespace mot::portfolio {

/// Columns of equal width, right of the numbers of the scale.
struct Grid {
  std::size_t columns = 1;
  double width = 0;      ///< of a curve
  double axis = 0;       ///< of the numbers
  double own_width = 0;  ///< of a curve that fills nothing, by which it is as high as it is

  double total() const;
};

/// A journey with what its picture says of it.
struct Subject {
  std::size_t journey = 0;           ///< index of Workspace::journeys
  std::vector<std::size_t> path;     ///< its main path
  bool has_gap = false;              ///< of some moment it is known what falls short
  std::optional<std::size_t> worst;  ///< index of Workspace::touchpoints, see worst_moment
  std::optional<std::size_t> place;  ///< its first one on the path; nothing where it lies beside the path
  std::size_t after = 0;             ///< how many moments of the path come before it
};

struct PortfolioDrawing : Canvas {
  PortfolioDrawing(const PictureInput& what, const PictureOptions& asked);

  const Figures& figures(std::size_t touchpoint) const { return input.analysis.touchpoints[touchpoint]; }
  Sign<Tone> gap_of(std::size_t touchpoint) const { return gap(*this, figures(touchpoint).gap_class, input.scale()); }
  const Touchpoint& touchpoint(std::size_t index) const { return input.workspace.touchpoints[index]; }

  PictureInput input;
  Grid grid;
  std::vector<Subject> subjects;      ///< the order says where to look first
  std::vector<std::string> left_out;  ///< names of journeys without room
  bool is_slide = false;
  bool is_on_paper = false;
  double stretch = 0;  ///< points that its rows are to be higher than they have to be

  /// Of one text: nothing is cut off on paper and slides, where who reads it can't point at it.
  std::size_t most_lines(std::size_t on_screen) const { return is_slide || is_on_paper ? 0 : on_screen; }
};

Subject subject_of(const PictureInput& input, std::size_t journey);

/// A stage's share of a plot, and its name as it stands over that.
struct StageOnPlot {
  double left = 0;
  double right = 0;
  std::vector<Line> name;
};

/// The stages over a panel that has room for the names of all of them, in three lines at most; else none.
std::vector<StageOnPlot> stages_over(const PortfolioDrawing& drawing, const Subject& subject, const Box& box);

/// Wanted and lived along the path with what falls short between them, in a panel of this box.
void draw_plot(PortfolioDrawing& drawing, const Subject& subject, const Box& box);

/// Which journeys stand inside which, as a list below `y`; nothing where none does.
void draw_tree(PortfolioDrawing& drawing);

/// Where a score lies in a panel. Nothing is drawn outside of it; a scale without extent has all in its middle.
double height_of_score(double score, const Scale& scale, const Box& box);

}  // namespace mot::portfolio

// The curve of a journey turned upright, beside its moments in a list: a piece of it a moment, joined half-way to the next.
#include <fmt/format.h>

#include <algorithm>

#include "mot/analysis/paths.h"
#include "mot/page/compact_paths.h"
#include "mot/page/page_text.h"

namespace mot {
namespace {

constexpr double left = 8, right = 92, middle = 50, bottom = 100;  // of a square of 100, as high as the moment's text

using Score = std::optional<double> Figures::*;

/// A journey's visits from top to bottom.
struct UprightCurve {
  const Workspace& workspace;
  const std::vector<Figures>& figures;
  std::span<const std::size_t> visits;

  bool is_on_path(std::size_t visit) const { return is_on_main_path(workspace.touchpoints[visits[visit]]); }

  std::optional<double> x_of(std::size_t visit, Score score) const {
    const auto& points = figures[visits[visit]].*score;
    const Scale& scale = workspace.project.scale;
    if (!points) return std::nullopt;
    return left + std::clamp((*points - scale.min) / scale.range(), 0.0, 1.0) * (right - left);
  }

  /// Half-way between two visits; nothing where either is not there or unknown.
  std::optional<double> between(std::optional<std::size_t> one, std::optional<std::size_t> other, Score score) const {
    const auto before = one ? x_of(*one, score) : std::nullopt, after = other ? x_of(*other, score) : std::nullopt;
    return before && after ? std::optional((*before + *after) / 2) : std::nullopt;
  }

  std::optional<std::size_t> before(std::size_t visit) const {
    while (visit-- > 0) {
      if (is_on_path(visit)) return visit;
    }
    return std::nullopt;
  }
  std::optional<std::size_t> after(std::size_t visit) const {
    for (++visit; visit < visits.size(); ++visit) {
      if (is_on_path(visit)) return visit;
    }
    return std::nullopt;
  }
};

/// Where the line passes a moment: at its upper edge, in its middle, at its lower edge.
struct Piece {
  std::optional<double> above, at, below;
};

Piece piece_of(const UprightCurve& curve, std::size_t visit, Score score) {
  const auto before = curve.before(visit), after = curve.after(visit);
  if (!curve.is_on_path(visit)) {
    const auto passing = curve.between(before, after, score);
    return {passing, passing, passing};
  }
  return {curve.between(before, visit, score), curve.x_of(visit, score), curve.between(visit, after, score)};
}

std::string point(double x, double y) {
  return fmt::format("{:.1f},{:.0f} ", x, y);
}

std::string line_of(const Piece& piece) {
  if (!piece.at) return "";
  std::string line = piece.above ? point(*piece.above, 0) : "";
  line += point(*piece.at, middle);
  if (piece.below) line += point(*piece.below, bottom);
  return path_of_points(line, false);
}

/// Between what is wanted and what is lived, as far as both are known.
std::string area_between(const Piece& lived, const Piece& wanted) {
  if (!lived.at || !wanted.at) return "";
  const bool begins_above = lived.above && wanted.above, goes_on_below = lived.below && wanted.below;
  std::string area = begins_above ? point(*lived.above, 0) : "";
  area += point(*lived.at, middle);
  if (goes_on_below) area += point(*lived.below, bottom) + point(*wanted.below, bottom);
  area += point(*wanted.at, middle);
  if (begins_above) area += point(*wanted.above, 0);
  return path_of_points(area, true);
}

}  // namespace

Json upright_drawing(const ReportInput& input, std::span<const std::size_t> visits, std::size_t visit) {
  const UprightCurve curve{input.loaded.workspace, input.review.analysis.touchpoints, visits};
  const Figures& figures = curve.figures[visits[visit]];
  const Piece lived = piece_of(curve, visit, &Figures::actual), wanted = piece_of(curve, visit, &Figures::target);
  const auto x = curve.x_of(visit, &Figures::actual);
  const bool is_filled = figures.actual_kind == ActualKind::measured && curve.is_on_path(visit);
  const bool is_short = curve.is_on_path(visit) && figures.gap_class != GapClass::green;
  return {{"class", std::string(name_of(figures.gap_class))},
          {"area", is_short ? area_between(lived, wanted) : ""},
          {"wanted", line_of(wanted)},
          {"lived", line_of(lived)},
          {"dot", x ? fmt::format("M{:.1f} {:.0f}h.01", *x, middle) : ""},
          {"hollow", x && !is_filled ? fmt::format("M{:.1f} {:.0f}h.01", *x, middle) : ""}};
}

}  // namespace mot

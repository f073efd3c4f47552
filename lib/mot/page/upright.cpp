// The curve of a journey turned upright, beside its moments in a list: a piece of it a moment, joined half-way to the next.
#include <fmt/format.h>

#include <algorithm>

#include "mot/page/compact_paths.h"
#include "mot/page/page_text.h"

namespace mot {
namespace {

constexpr double left = 8, right = 92, middle = 50, bottom = 100;  // of a square of 100, as high as the moment's text

using Score = std::optional<double> Figures::*;

/// A journey's moments from top to bottom.
struct UprightCurve {
  const Workspace& workspace;
  const std::vector<Figures>& figures;
  std::span<const ListedMoment> moments;

  std::optional<double> x_of(std::size_t moment, Score score) const {
    const auto& points = figures[moments[moment].touchpoint].*score;
    const Scale& scale = workspace.project.scale;
    if (!points) return std::nullopt;
    return left + std::clamp((*points - scale.min) / scale.range(), 0.0, 1.0) * (right - left);
  }

  /// Half-way between two moments; nothing where either is not there or unknown.
  std::optional<double> between(std::optional<std::size_t> one, std::optional<std::size_t> other, Score score) const {
    const auto before = one ? x_of(*one, score) : std::nullopt, after = other ? x_of(*other, score) : std::nullopt;
    return before && after ? std::optional((*before + *after) / 2) : std::nullopt;
  }

  std::optional<std::size_t> before(std::size_t moment) const {
    while (moment-- > 0) {
      if (moments[moment].is_on_line) return moment;
    }
    return std::nullopt;
  }
  std::optional<std::size_t> after(std::size_t moment) const {
    for (++moment; moment < moments.size(); ++moment) {
      if (moments[moment].is_on_line) return moment;
    }
    return std::nullopt;
  }
};

/// Where the line passes a moment: at its upper edge, in its middle, at its lower edge.
struct Piece {
  std::optional<double> above, at, below;
};

Piece piece_of(const UprightCurve& curve, std::size_t moment, Score score) {
  const auto before = curve.before(moment), after = curve.after(moment);
  if (!curve.moments[moment].is_on_line) {
    const auto passing = curve.between(before, after, score);
    return {passing, passing, passing};
  }
  return {curve.between(before, moment, score), curve.x_of(moment, score), curve.between(moment, after, score)};
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

Json upright_drawing(const ReportInput& input, std::span<const ListedMoment> moments, std::size_t moment) {
  const UprightCurve curve{input.loaded.workspace, input.review.analysis.touchpoints, moments};
  const Figures& figures = curve.figures[moments[moment].touchpoint];
  const Piece lived = piece_of(curve, moment, &Figures::actual), wanted = piece_of(curve, moment, &Figures::target);
  const auto x = curve.x_of(moment, &Figures::actual);
  const bool is_on_line = moments[moment].is_on_line;
  const bool is_filled = figures.actual_kind == ActualKind::measured;
  const bool is_short = is_on_line && figures.gap_class != GapClass::green;
  const bool has_stem = !is_on_line && x && lived.at;
  return {{"class", std::string(name_of(figures.gap_class))},
          {"area", is_short ? area_between(lived, wanted) : ""},
          {"wanted", line_of(wanted)},
          {"lived", line_of(lived)},
          {"stem", has_stem ? fmt::format("M{:.1f} {:.0f}H{:.1f}", *lived.at, middle, *x) : ""},
          {"dot", x ? fmt::format("M{:.1f} {:.0f}h.01", *x, middle) : ""},
          {"hollow", x && !is_filled ? fmt::format("M{:.1f} {:.0f}h.01", *x, middle) : ""}};
}

}  // namespace mot

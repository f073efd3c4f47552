#include "mot/story/key_figures.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "mot/analysis/sets.h"
#include "mot/picture/touchpoint_text.h"
#include "mot/text/numbers.h"

namespace mot::story {

namespace {

/// Moments that something holds of, and on what that rests.
struct Counted {
  std::size_t of = 0;
  std::size_t measured = 0;
  std::size_t judged = 0;
  std::size_t unknown = 0;

  void add(const Figures& figures) { ++(figures.actual_kind == ActualKind::measured ? measured : judged); }
  std::size_t all() const { return measured + judged; }
  /// `2 of 9`; where not one is known, nobody knows how many.
  std::string share() const { return unknown == of ? fmt::format("? of {}", of) : fmt::format("{} of {}", all(), of); }
  std::string basis() const {
    std::string text;
    const auto name = [&](std::size_t count, std::string_view what) {
      if (count > 0) text += fmt::format("{}{} {}", text.empty() ? "" : ", ", count, what);
    };
    name(measured, "measured");
    name(judged, "judged by ourselves");
    name(unknown, "not known");
    return text;
  }
};

void add_delivered(std::vector<KeyFigure>& figures, const StoryDrawing& drawing, const Summary& summary) {
  const Delivered& delivered = summary.delivered;
  if (summary.touchpoints == 0) return;
  KeyFigure figure{delivered.value ? percent_text(*delivered.value) : "?", "of the wanted experience delivered", basis_text(delivered)};
  if (delivered.worst && delivered.best && delivered.known < delivered.of)
    figure.remark += fmt::format("; {} to {} once all is known", percent_text(*delivered.worst), percent_text(*delivered.best));
  if (drawing.delivered_after) figure.remark += fmt::format("; {} after the actions", percent_text(*drawing.delivered_after));
  figures.push_back(std::move(figure));
}

void add_moments_of_truth(std::vector<KeyFigure>& figures, const StoryDrawing& drawing) {
  Counted red;
  for (const std::size_t i : touchpoints_of(drawing.input.workspace, drawing.journey())) {
    const Figures& known = drawing.input.analysis.touchpoints[i];
    if (!drawing.input.workspace.touchpoints[i].moment_of_truth.value) continue;
    ++red.of;
    if (known.gap_class == GapClass::red) red.add(known);
    if (known.gap_class == GapClass::unknown) ++red.unknown;
  }
  if (red.of == 0) return;
  const std::string limit = points_text(drawing.input.scale().range() * 3 / 10);
  figures.push_back(
      {red.share(), fmt::format("moments of truth fall over {} {} short", limit, limit == "1" ? "point" : "points"), red.basis()});
}

void add_below(std::vector<KeyFigure>& figures, const StoryDrawing& drawing) {
  Counted below;
  for (const std::size_t i : touchpoints_of(drawing.input.workspace, drawing.journey())) {
    const Figures& known = drawing.input.analysis.touchpoints[i];
    ++below.of;
    if (!known.zone) ++below.unknown;
    if (known.zone == Zone::below) below.add(known);
  }
  if (below.unknown == below.of) return;
  figures.push_back(
      {below.share(), fmt::format("are below the least that {}s accept", drawing.input.workspace.project.words.customer), below.basis()});
}

std::string with_sign(double value) {
  return (value > 0 ? "+" : "") + points_text(std::round(value));
}

void add_recommendation(std::vector<KeyFigure>& figures, const StoryDrawing& drawing) {
  const Workspace& workspace = drawing.input.workspace;
  for (const OutcomeFigures& outcome : drawing.input.analysis.outcomes) {
    if (workspace.sources[outcome.source].outcomes[outcome.outcome].kind.value != OutcomeKind::nps || !outcome.value) continue;
    std::string remark = fmt::format("n {}, all journeys", outcome.n);
    if (outcome.interval)
      remark = fmt::format("95 % interval {} to {}; {}", with_sign(outcome.interval->low), with_sign(outcome.interval->high), remark);
    figures.push_back({with_sign(*outcome.value), "would recommend us (net promoter score)", std::move(remark)});
    return;
  }
}

}  // namespace

std::vector<KeyFigure> key_figures_of(const StoryDrawing& drawing) {
  const Summary& summary = drawing.input.analysis.journeys[drawing.options.journey];
  std::vector<KeyFigure> figures;
  add_delivered(figures, drawing, summary);
  add_moments_of_truth(figures, drawing);
  add_below(figures, drawing);
  add_recommendation(figures, drawing);
  if (summary.coverage)
    figures.push_back({percent_text(*summary.coverage), "of what has to be known is written down",
                       fmt::format("{}, {} of truth", count_text(summary.touchpoints, "moment", "moments"), summary.moments_of_truth)});
  return figures;
}

}  // namespace mot::story

#include "mot/story/key_figures.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <cmath>

#include "mot/analysis/gaps.h"
#include "mot/analysis/interval_names.h"
#include "mot/analysis/kpis.h"
#include "mot/analysis/outcomes.h"
#include "mot/analysis/sets.h"
#include "mot/picture/journey_text.h"
#include "mot/picture/touchpoint_text.h"
#include "mot/text/isolates.h"
#include "mot/words/figures.h"

namespace mot::story {

namespace {

/// Moments that something holds of, and on what that rests.
struct Counted {
  std::size_t of = 0;
  std::size_t measured = 0;
  std::size_t judged = 0;
  std::size_t published = 0;
  std::size_t unknown = 0;

  void add(const Figures& figures) {
    ++(figures.actual_kind == ActualKind::measured ? measured : figures.actual_kind == ActualKind::judged ? judged : published);
  }
  std::size_t all() const { return measured + judged + published; }
  std::string basis(const Wording& wording) const {
    std::vector<std::string> texts;
    if (measured > 0) texts.push_back(wording("{count} measured", {{"count", measured}}));
    if (judged > 0) texts.push_back(wording("{count} judged by ourselves", {{"count", judged}}));
    if (published > 0) texts.push_back(wording("{count} published", {{"count", published}}));
    if (unknown > 0) texts.push_back(wording("{count} not known", {{"count", unknown}}));
    return fmt::format("{}", fmt::join(texts, ", "));
  }
};

/// `2 of 9`; where not one is known, nobody knows how many.
std::string share_text(const Wording& wording, const Counted& counted) {
  const std::string red = counted.unknown == counted.of ? "?" : fmt::format("{}", counted.all());
  return wording("{red} of {all}", {{"red", red}, {"all", counted.of}});
}

void add_delivered(std::vector<KeyFigure>& figures, const Figured& what) {
  const Wording& wording = what.wording;
  const Delivered& delivered = what.summary.delivered;
  if (what.summary.touchpoints == 0) return;
  KeyFigure figure{delivered.value ? wording.percent(*delivered.value) : "?", wording("of the wanted experience delivered"),
                   basis_text(wording, delivered)};
  if (delivered.worst && delivered.best && delivered.known < delivered.of) {
    figure.remark += "; " + wording("{worst} to {best} once all is known",
                                    {{"worst", wording.percent(*delivered.worst)}, {"best", wording.percent(*delivered.best)}});
  }
  if (!what.before.empty()) figure.words += "; " + what.before;
  if (what.delivered_after)
    figure.remark += "; " + wording("{percent} after the actions", {{"percent", wording.percent(*what.delivered_after)}});
  if (!what.period.empty()) figure.remark += "; " + wording("answers {period}", {{"period", what.period}});
  figures.push_back(std::move(figure));
}

void add_moments_of_truth(std::vector<KeyFigure>& figures, const Figured& what) {
  const Wording& wording = what.wording;
  Counted red;
  for (const std::size_t i : what.touchpoints) {
    const Figures& known = what.input.analysis.touchpoints[i];
    if (!what.input.workspace.touchpoints[i].moment_of_truth.value) continue;
    ++red.of;
    if (known.gap_class == GapClass::red) red.add(known);
    if (known.gap_class == GapClass::unknown) ++red.unknown;
  }
  if (red.of == 0) return;
  const double limit = what.input.scale().range() * 3 / 10;
  figures.push_back({share_text(wording, red),
                     wording.counted(limit, "moments of truth fall over {points} points short", {{"points", wording.points(limit)}}),
                     red.basis(wording)});
}

void add_below(std::vector<KeyFigure>& figures, const Figured& what) {
  const Wording& wording = what.wording;
  Counted below;
  for (const std::size_t i : what.touchpoints) {
    const Figures& known = what.input.analysis.touchpoints[i];
    ++below.of;
    const auto is_below = is_below_adequate(known, what.input.scale());
    if (!is_below) ++below.unknown;
    if (is_below == true) below.add(known);
  }
  if (below.unknown == below.of) return;
  figures.push_back({share_text(wording, below), wording("are below the least that {customer}s accept", {{"customer", wording.customer()}}),
                     below.basis(wording)});
}

/// `+7.5`, with as many decimals as tables of figures give it.
std::string with_sign(const Wording& wording, double value) {
  constexpr int decimals = 1;
  return (std::round(value * 10) > 0 ? "+" : "") + decimal_in(wording, value, decimals);
}

/// `target 20: missed`; empty without a target.
std::string target_text(const Wording& wording, const OutcomeStanding& standing) {
  if (!standing.outcome->target) return "";
  const std::string_view verdict = !standing.is_met ? "nobody can tell yet" : *standing.is_met ? "met" : "missed";
  return wording("target {target}: {verdict}",
                 {{"target", wording.points(standing.outcome->target->value)}, {"verdict", wording(verdict)}});
}

void add_recommendation(std::vector<KeyFigure>& figures, const Figured& what) {
  const PictureInput& input = what.input;
  const Wording& wording = what.wording;
  const OutcomeFigures* outcome = newest_recommendation(input.workspace, input.answers, input.analysis);
  if (!outcome) return;
  std::string remark = wording("n {count}, all journeys", {{"count", outcome->n}});
  if (outcome->interval)
    remark = wording("95 % interval {low} to {high}",
                     {{"low", with_sign(wording, outcome->interval->low)}, {"high", with_sign(wording, outcome->interval->high)}}) +
             " (" + wording(interval_name(*outcome)) + "); " + remark;
  const std::string target = target_text(wording, standing_of(input.workspace, *outcome));
  if (!target.empty()) remark = target + "; " + remark;
  // Which one of several it is, is said.
  const auto is_another = [&](const OutcomeFigures& other) {
    return &other != outcome && input.workspace.sources[other.source].outcomes[other.outcome].kind.value == OutcomeKind::nps;
  };
  if (std::ranges::any_of(input.analysis.outcomes, is_another))
    remark += "; " + isolated(outcome_name(input.workspace, input.analysis.outcomes, *outcome));
  figures.push_back({with_sign(wording, *outcome->value), wording("would recommend us (net promoter score)"), std::move(remark)});
}

/// What was delivered in the state that is drawn beside; empty where there is none, or nobody knew.
std::string before_text(const StoryDrawing& drawing) {
  const auto& other = drawing.options.other_state;
  if (!other) return "";
  const auto delivered = other->delivered.find(drawing.journey().id.value);
  if (delivered == other->delivered.end()) return "";
  const Wording& wording = drawing.wording;
  const std::string_view words =
      delivered->second.is_comparable ? "{percent} before ({state})" : "{percent} before ({state}), of other moments or by other wishes";
  return wording(words, {{"percent", wording.percent(delivered->second.percent)}, {"state", isolated(other->name)}});
}

}  // namespace

std::vector<KeyFigure> key_figures_of(const Figured& what) {
  std::vector<KeyFigure> figures;
  add_delivered(figures, what);
  add_moments_of_truth(figures, what);
  add_below(figures, what);
  add_recommendation(figures, what);
  if (what.summary.coverage)
    figures.push_back({what.wording.percent(*what.summary.coverage), what.wording("of what has to be known is written down"),
                       moments_text(what.wording, what.summary)});
  return figures;
}

std::vector<KeyFigure> key_figures_of(const StoryDrawing& drawing) {
  const PictureInput& input = drawing.input;
  const bool is_on_screen = drawing.options.margin < 0;  // paper has no line to spare
  return key_figures_of(Figured{input, drawing.wording, input.analysis.journeys[drawing.options.journey],
                                touchpoints_of(input.workspace, drawing.whole_journey()), drawing.delivered_after, before_text(drawing),
                                is_on_screen ? period_text(input.answers, drawing.wording) : ""});
}

double put_key_figures(Canvas& canvas, std::span<const KeyFigure> figures, const FiguresPlace& place, const FigureStyles& styles) {
  if (figures.empty()) return place.corner.y;
  const Point corner = place.corner;
  const double pitch = place.width / static_cast<double>(figures.size());
  double bottom = corner.y;
  for (std::size_t i = 0; i < figures.size(); ++i) {
    const double x = corner.x + static_cast<double>(i) * pitch + 8, inside = pitch - 18;
    std::vector<Line> lines = set_text(canvas.typesetter(), figures[i].figure, styles.figure, inside).lines;
    append(lines, set_text(canvas.typesetter(), figures[i].words, styles.words, inside).lines, 0);
    append(lines, set_text(canvas.typesetter(), figures[i].remark, styles.remark, inside).lines, 0);
    bottom = std::max(bottom, put_text(canvas, {"key-figure", "key-figure", "", ""}, {{x, corner.y}, inside}, std::move(lines)).bottom());
  }
  for (std::size_t i = 0; i < figures.size(); ++i) {
    const double x = corner.x + static_cast<double>(i) * pitch;
    canvas.scene.ground.push_back(
        Area{{{x, corner.y + 3}, {x + 1.5, corner.y + 3}, {x + 1.5, bottom}, {x, bottom}}, canvas.theme().line, {}});
  }
  return bottom;
}

}  // namespace mot::story

#include "mot/analysis/at_worst.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <vector>

#include "mot/analysis/delivered.h"
#include "mot/analysis/gaps.h"
#include "mot/analysis/scores.h"

namespace mot {
namespace {

/// The sums that a measurement was worked out from, as far as it goes by them.
AnswerSums sums_behind(const Measurement& measurement) {
  const auto n = static_cast<double>(measurement.n);
  AnswerSums sums;
  sums.n = measurement.n;
  sums.weight = n;
  sums.weight_squares = n * (n / measurement.n_effective);
  sums.mean = measurement.mean;
  sums.has_spread = measurement.n == 1 || measurement.sd.has_value();
  if (measurement.sd) sums.squares = std::pow(*measurement.sd, 2) * (measurement.n_effective - 1) / measurement.n_effective * n;
  sums.clusters = measurement.clusters;
  return sums;
}

/// With so many answers of weight 1 that all say one thing.
std::optional<Measurement> joined_with(const std::optional<Measurement>& known, double lost, double score, const Scale& scale) {
  AnswerSums sums = known ? sums_behind(*known) : AnswerSums{};
  AnswerSums others;
  others.n = static_cast<std::size_t>(std::ceil(lost));
  others.weight = others.weight_squares = lost;
  others.mean = score;
  sums.join(others);
  return measured(sums, scale);
}

bool stands(const Measurement& measurement, bool is_stated) {
  return !is_stated || !is_under(measurement.n_effective, fewest_answers);
}

void live_at_worst(const Scale& scale, Figures& figures) {
  if (figures.lost.lived == 0 || !(figures.actual || figures.measurement)) return;
  if (figures.actual_kind == ActualKind::published) {
    figures.actual.reset();
    figures.actual_kind.reset();
    return;
  }
  figures.measurement = joined_with(figures.measurement, figures.lost.lived, scale.min, scale);
  if (!figures.measurement || !stands(*figures.measurement, figures.actual_kind == ActualKind::judged)) return;
  figures.actual = figures.measurement->mean;
  figures.actual_kind = ActualKind::measured;
  figures.has_enough_answers = has_enough_answers(*figures.measurement);
  figures.has_few_answers = is_under(figures.measurement->n_effective, few_answers);
}

void wish_at_worst(const Scale& scale, Figures& figures) {
  if (figures.lost.wished == 0) return;
  const auto wish = joined_with(figures.wish, figures.lost.wished, scale.max, scale);
  if (!wish || !stands(*wish, figures.customer && !figures.wish)) return;
  figures.wish = wish;
  figures.customer = wish->mean;
  figures.target.reset();
  figures.target_owner.reset();
  find_target(scale, figures);
}

void weigh_at_worst(Figures& figures) {
  const LostAnswers& lost = figures.lost;
  if (lost.importance == 0 || !lost.of_importance || !figures.importance) return;
  constexpr double least = 1, most = 5;
  const double known = *lost.of_importance, all = known + lost.importance;
  const auto with = [&](double importance) { return (known * *figures.importance + lost.importance * importance) / all; };
  figures.importance_bounds = Interval{with(least), with(most)};
}

void vote_at_worst(Figures& figures) {
  const double lost = figures.lost.thumbs;
  if (lost == 0 || !figures.thumbs) return;
  const Share& known = *figures.thumbs;
  const double all = static_cast<double>(known.of), most = all + lost;
  const double squares = all * (all / known.n_effective) + lost;
  figures.thumbs =
      share_of(known.count, known.of + static_cast<std::size_t>(std::ceil(lost)), known.value * (all / most), most * (most / squares));
}

void answer_at_worst(const Scale& scale, OutcomeFigures& figures) {
  if (figures.lost == 0 || !figures.value) return;
  if (figures.recommendations) {
    Recommendations& of = *figures.recommendations;
    of.detractors += figures.lost;
    of.n += figures.lost;
    const auto score = net_promoter(of.promoters, of.detractors, of.n);
    figures.value = score ? std::optional(score->value) : std::nullopt;
    figures.interval = score ? std::optional(score->interval) : std::nullopt;
    return;
  }
  figures.mean = joined_with(figures.mean, figures.lost, scale.min, scale);
  figures.value = figures.mean ? std::optional(figures.mean->mean) : std::nullopt;
  figures.interval = figures.mean ? figures.mean->interval : std::nullopt;
}

}  // namespace

std::optional<Analysis> at_worst(const Workspace& workspace, const Analysis& analysis) {
  const auto is_lost = [](const Figures& of) { return of.lost.any() || of.lost.thumbs > 0; };
  const bool any_lost = std::ranges::any_of(analysis.touchpoints, is_lost) ||
                        std::ranges::any_of(analysis.outcomes, [](const OutcomeFigures& of) { return of.lost > 0; });
  if (!any_lost) return std::nullopt;
  const Scale& scale = workspace.project.scale;
  Analysis worst = analysis;
  for (std::size_t i = 0; i < worst.touchpoints.size(); ++i) {
    Figures& figures = worst.touchpoints[i];
    if (!is_lost(figures)) continue;
    vote_at_worst(figures);
    live_at_worst(scale, figures);
    wish_at_worst(scale, figures);
    weigh_at_worst(figures);
    find_gaps(workspace.touchpoints[i], scale, figures);
  }
  for (OutcomeFigures& figures : worst.outcomes) answer_at_worst(scale, figures);
  std::vector<std::size_t> all(worst.touchpoints.size());
  std::iota(all.begin(), all.end(), std::size_t{0});
  worst.all.delivered.value = delivered_of(worst.touchpoints, all, scale).value;
  return worst;
}

std::optional<Analysis> at_worst_beyond(const KnownLoss& known, const Workspace& workspace, Analysis analysis) {
  for (std::size_t i = 0; i < analysis.touchpoints.size(); ++i) {
    LostAnswers& lost = analysis.touchpoints[i].lost;
    const LostAnswers& then = known.touchpoints[i];
    lost = {.lived = lost_beyond(then.lived, lost.lived), .thumbs = lost_beyond(then.thumbs, lost.thumbs)};
  }
  for (std::size_t i = 0; i < analysis.outcomes.size(); ++i)
    analysis.outcomes[i].lost = lost_beyond(known.outcomes[i], analysis.outcomes[i].lost);
  return at_worst(workspace, analysis);
}

double lost_beyond(double known, double lost) {
  constexpr double least = 1e-9;  // of a single answer: weights are rescaled
  return lost > known + least && known < AnswerSums::uncounted ? lost - known : 0;
}

}  // namespace mot

#include "mot/analysis/delivered.h"

#include <algorithm>
#include <utility>
#include <vector>

#include "mot/analysis/gaps.h"
#include "mot/analysis/scores.h"
#include "mot/analysis/together.h"

namespace mot {
namespace {

constexpr double least_importance = 1, most_importance = 5;

/// A share whose weight may be anything from `lightest` to `heaviest`.
struct WeighedShare {
  double share;
  double lightest;
  double heaviest;
};

WeighedShare part_of(const Figures& figures, double weight, const Scale& scale, double unknown_share) {
  const double share = delivered_share(figures, scale).value_or(unknown_share);
  const auto& bounds = figures.importance_bounds;
  return {share, weight * (bounds ? bounds->low : figures.importance.value_or(least_importance)),
          weight * (bounds ? bounds->high : figures.importance.value_or(most_importance))};
}

/// The least weighted mean that the parts can have. It is reached where every part below some share is as heavy as can be and every part
/// above it as light: so with the parts in order, one pass over the places to cut finds it.
std::optional<double> least_mean(std::vector<WeighedShare> parts) {
  std::ranges::stable_sort(parts, {}, &WeighedShare::share);
  double weight = 0, sum = 0;
  for (const WeighedShare& part : parts) {
    weight += part.lightest;
    sum += part.lightest * part.share;
  }
  if (!(weight > 0)) return std::nullopt;
  double least = sum / weight;
  for (const WeighedShare& part : parts) {
    weight += part.heaviest - part.lightest;
    sum += (part.heaviest - part.lightest) * part.share;
    least = std::min(least, sum / weight);
  }
  return least;
}

/// What is left of all once the least mean of what is not delivered is taken away.
std::optional<double> greatest_mean(std::vector<WeighedShare> parts) {
  for (WeighedShare& part : parts) part.share = 1 - part.share;
  const auto least = least_mean(std::move(parts));
  return least ? std::optional(1 - *least) : std::nullopt;
}

/// What is lived and wanted at a touchpoint once the answers at the ends are in.
struct Adjusted {
  double actual;
  double target;
};

Adjusted adjusted(const Figures& figures, const Scale& scale) {
  const bool is_measured = figures.actual_kind == ActualKind::measured, is_asked = is_target_asked(figures);
  return {is_measured ? mean_with_ends(figures.measurement->n_effective, *figures.actual, scale) : *figures.actual,
          is_asked ? mean_with_ends(figures.wish->n_effective, *figures.target, scale) : *figures.target};
}

double share_at(const Adjusted& at, const Scale& scale) {
  const double wanted = at.target - scale.min;
  return wanted > 0 ? std::clamp((at.actual - scale.min) / wanted, 0.0, 1.0) : 1;
}

bool is_cut(double share) {
  return !(share > 0 && share < 1);
}

/// How much of the share's own slope an interval goes by: all of it where the share is not cut. Where all that is wanted is lived, it is
/// the slope that leads to what the gap's interval says is missing at worst; nothing where that says that nothing is.
double slope_of(const Figures& figures, const Adjusted& at, const Scale& scale) {
  if (!is_cut(share_at(at, scale)) || !is_cut(delivered_share(figures, scale).value_or(1))) return 1;
  if (!figures.gap_interval || figures.gap_interval->high <= 0) return 0;
  const double surplus = at.actual - at.target;
  return figures.gap_interval->high / (figures.gap_interval->high + std::max(surplus, 0.0));
}

/// What a touchpoint's share varies by, which counts by `importance`.
void add_terms(std::size_t touchpoint, const Figures& figures, double importance, const Scale& scale, std::vector<MeanTerm>& terms) {
  const double wanted = *figures.target - scale.min;
  if (!(wanted > 0)) return;
  const double weight = importance * slope_of(figures, adjusted(figures, scale), scale) / wanted;
  if (weight == 0) return;
  const double share = delivered_share(figures, scale).value_or(1);
  if (figures.actual_kind == ActualKind::measured) terms.push_back({touchpoint, false, weight});
  if (is_target_asked(figures)) terms.push_back({touchpoint, true, -weight * share});
}

std::optional<Interval> cut(const std::optional<Interval>& interval, double least, double most) {
  if (!interval) return std::nullopt;
  return Interval{std::clamp(interval->low, least, most), std::clamp(interval->high, least, most)};
}

/// As if nobody had asked where the spread of what was answered is not known, where too few answered, or where answers deny what we state.
std::vector<Figures> without_unknown_spreads(std::vector<Figures> figures, const Scale& scale) {
  for (Figures& of : figures) {
    if (is_of_unknown_spread(of, scale)) of.actual.reset(), of.actual_kind.reset();
  }
  return figures;
}

std::vector<Weighed> in_full(std::span<const std::size_t> touchpoints) {
  std::vector<Weighed> weighed;
  for (const std::size_t touchpoint : touchpoints) weighed.push_back({touchpoint, 1});
  return weighed;
}

std::optional<double> per_cent(std::optional<double> share) {
  return share ? finite(100 * *share) : std::nullopt;
}

}  // namespace

bool is_of_unknown_spread(const Figures& figures, const Scale& scale) {
  const bool is_measured = figures.actual_kind == ActualKind::measured;
  const bool is_without_spread = is_measured && (!figures.measurement->sd || !figures.has_enough_answers);
  const bool is_loose = figures.actual_kind == ActualKind::published || is_without_spread || is_overstated(figures, scale);
  return is_loose || (is_target_asked(figures) && !figures.wish->sd);
}

std::optional<double> delivered_share(const Figures& figures, const Scale& scale) {
  if (figures.target && *figures.target <= scale.min) return 1;
  if (!figures.target || !figures.actual) return std::nullopt;
  // In halves, so that the ends of a scale as wide as numbers go do not overflow.
  const double reached = *figures.actual / 2 - scale.min / 2, wanted = *figures.target / 2 - scale.min / 2;
  if (!(wanted > 0)) return 1;
  return std::clamp(reached / wanted, 0.0, 1.0);
}

Delivered delivered_of(const std::vector<Figures>& figures, std::span<const std::size_t> touchpoints, const Scale& scale) {
  return delivered_of(figures, in_full(touchpoints), scale);
}

Delivered delivered_of(const std::vector<Figures>& figures, std::span<const Weighed> touchpoints, const Scale& scale) {
  Delivered delivered{.value = {}, .worst = {}, .best = {}, .known = 0, .of = touchpoints.size(), .judged = 0, .by_share = 0};
  double weight = 0, sum = 0;
  std::vector<WeighedShare> at_worst, at_best;
  for (const auto& [touchpoint, share_of_customers] : touchpoints) {
    const Figures& of = figures[touchpoint];
    at_worst.push_back(part_of(of, share_of_customers, scale, 0));
    at_best.push_back(part_of(of, share_of_customers, scale, 1));
    delivered.by_share += share_of_customers < 1 ? 1 : 0;
    const auto share = delivered_share(of, scale);
    if (!share || !of.importance) continue;
    ++delivered.known;
    delivered.judged += of.actual_kind == ActualKind::judged ? 1 : 0;
    weight += share_of_customers * *of.importance;
    sum += share_of_customers * *of.importance * *share;
  }
  if (weight > 0) delivered.value = per_cent(sum / weight);
  delivered.worst = per_cent(least_mean(std::move(at_worst)));
  delivered.best = per_cent(greatest_mean(std::move(at_best)));
  // Where all is known the three are one number, whatever order they were summed in.
  const bool is_any_open =
      std::ranges::any_of(touchpoints, [&](const Weighed& of) { return figures[of.touchpoint].importance_bounds.has_value(); });
  if (delivered.known == delivered.of && !is_any_open) delivered.worst = delivered.best = delivered.value;
  return delivered;
}

DeliveredTerms delivered_terms(const Analysis& analysis, std::span<const std::size_t> touchpoints, const Scale& scale) {
  return delivered_terms(analysis, in_full(touchpoints), scale);
}

DeliveredTerms delivered_terms(const Analysis& analysis, std::span<const Weighed> touchpoints, const Scale& scale) {
  std::vector<MeanTerm> terms;
  double weight = 0, sum = 0;
  for (const auto& [touchpoint, share_of_customers] : touchpoints) {
    const Figures& figures = analysis.touchpoints[touchpoint];
    if (!delivered_share(figures, scale) || !figures.importance) continue;
    const double importance = share_of_customers * *figures.importance;
    weight += importance;
    if (!figures.actual) {  // nothing is wanted there
      sum += importance;
      continue;
    }
    sum += importance * share_at(adjusted(figures, scale), scale);
    add_terms(touchpoint, figures, importance, scale, terms);
  }
  if (!(weight > 0)) return {};
  for (MeanTerm& term : terms) term.factor *= 100 / weight;
  return {std::move(terms), 100 * sum / weight};
}

void find_interval(const Analysis& analysis, std::span<const std::size_t> touchpoints, const Scale& scale, Delivered& delivered) {
  find_interval(analysis, in_full(touchpoints), scale, delivered);
}

void find_interval(const Analysis& analysis, std::span<const Weighed> touchpoints, const Scale& scale, Delivered& delivered) {
  const DeliveredTerms sum = delivered_terms(analysis, touchpoints, scale);
  const auto varies = variance_of_sum(sum.terms, analysis, scale);
  if (!varies) return;
  delivered.moments = varies->moments(sum.value);
  delivered.interval = cut(interval_of(*delivered.moments), 0, 100);
  delivered.interval_kind = varies->kind;
}

std::optional<Interval> sure_bounds_of(const Analysis& analysis, std::span<const std::size_t> touchpoints, const Scale& scale) {
  Analysis sure = analysis;
  sure.touchpoints = without_unknown_spreads(analysis.touchpoints, scale);
  Delivered delivered = delivered_of(sure.touchpoints, touchpoints, scale);
  find_interval(sure, touchpoints, scale, delivered);
  if (!delivered.worst || !delivered.best) return std::nullopt;
  if (!delivered.interval || !delivered.value) return Interval{*delivered.worst, *delivered.best};
  const double less = std::max(0.0, *delivered.value - delivered.interval->low);
  const double more = std::max(0.0, delivered.interval->high - *delivered.value);
  return cut(Interval{*delivered.worst - less, *delivered.best + more}, 0, 100);
}

std::optional<Interval> mean_gap_interval_of(const Analysis& analysis, std::span<const std::size_t> touchpoints, const Scale& scale) {
  std::vector<MeanTerm> terms;
  double weight = 0, sum = 0;
  for (const std::size_t touchpoint : touchpoints) {
    const Figures& figures = analysis.touchpoints[touchpoint];
    if (!figures.importance || !figures.gap) continue;
    const double importance = *figures.importance;
    const Adjusted at = adjusted(figures, scale);
    weight += importance;
    sum += importance * (at.target - at.actual);
    if (figures.actual_kind == ActualKind::measured) terms.push_back({touchpoint, false, -importance});
    if (is_target_asked(figures)) terms.push_back({touchpoint, true, importance});
  }
  for (MeanTerm& term : terms) term.factor /= weight;
  const auto varies = variance_of_sum(terms, analysis, scale);
  return varies ? cut(interval_of(varies->moments(sum / weight)), -scale.range(), scale.range()) : std::nullopt;
}

std::optional<double> mean_of(const std::vector<Figures>& figures, std::span<const std::size_t> touchpoints,
                              std::optional<double> Figures::*points) {
  double weight = 0, sum = 0;
  for (const std::size_t touchpoint : touchpoints) {
    const Figures& of = figures[touchpoint];
    if (!of.importance || !of.gap || !(of.*points)) continue;
    weight += *of.importance;
    sum += *of.importance * *(of.*points);
  }
  return weight > 0 ? finite(sum / weight) : std::nullopt;
}

std::optional<double> mean_gap_of(const std::vector<Figures>& figures, std::span<const std::size_t> touchpoints) {
  return mean_of(figures, touchpoints, &Figures::gap);
}

}  // namespace mot

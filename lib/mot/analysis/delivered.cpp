#include "mot/analysis/delivered.h"

#include <algorithm>

namespace mot {
namespace {

constexpr double least_importance = 1, most_importance = 5;

/// A share whose weight may be anything from `lightest` to `heaviest`.
struct Part {
  double share;
  double lightest;
  double heaviest;
};

Part part_of(const Figures& figures, double weight, const Scale& scale, double unknown_share) {
  const bool is_nothing_wanted = figures.target && *figures.target <= scale.min;
  const double share = is_nothing_wanted ? 1 : delivered_share(figures, scale).value_or(unknown_share);
  return {share, weight * figures.importance.value_or(least_importance), weight * figures.importance.value_or(most_importance)};
}

/// The least weighted mean that the parts can have. It is reached where every part below some share is as heavy as can be and every part
/// above it as light: so with the parts in order, one pass over the places to cut finds it.
std::optional<double> least_mean(std::vector<Part> parts) {
  std::ranges::stable_sort(parts, {}, &Part::share);
  double weight = 0, sum = 0;
  for (const Part& part : parts) {
    weight += part.lightest;
    sum += part.lightest * part.share;
  }
  if (!(weight > 0)) return std::nullopt;
  double least = sum / weight;
  for (const Part& part : parts) {
    weight += part.heaviest - part.lightest;
    sum += (part.heaviest - part.lightest) * part.share;
    least = std::min(least, sum / weight);
  }
  return least;
}

/// What is left of all once the least mean of what is not delivered is taken away.
std::optional<double> greatest_mean(std::vector<Part> parts) {
  for (Part& part : parts) part.share = 1 - part.share;
  const auto least = least_mean(std::move(parts));
  return least ? std::optional(1 - *least) : std::nullopt;
}

std::optional<double> per_cent(std::optional<double> share) {
  return share ? finite(100 * *share) : std::nullopt;
}

}  // namespace

std::optional<double> delivered_share(const Figures& figures, const Scale& scale) {
  if (!figures.target || !figures.actual) return std::nullopt;
  if (*figures.target <= scale.min) return 1;
  // In halves, so that the ends of a scale as wide as numbers go do not overflow.
  const double reached = *figures.actual / 2 - scale.min / 2, wanted = *figures.target / 2 - scale.min / 2;
  if (!(wanted > 0)) return 1;
  return std::clamp(reached / wanted, 0.0, 1.0);
}

Delivered delivered_of(const std::vector<Figures>& figures, std::span<const std::size_t> touchpoints, const Scale& scale) {
  std::vector<Weighed> weighed;
  for (const std::size_t touchpoint : touchpoints) weighed.push_back({touchpoint, 1});
  return delivered_of(figures, weighed, scale);
}

Delivered delivered_of(const std::vector<Figures>& figures, std::span<const Weighed> touchpoints, const Scale& scale) {
  Delivered delivered{.value = {}, .worst = {}, .best = {}, .known = 0, .of = touchpoints.size(), .judged = 0, .by_share = 0};
  double weight = 0, sum = 0;
  std::vector<Part> at_worst, at_best;
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
  if (delivered.known == delivered.of) delivered.worst = delivered.best = delivered.value;
  return delivered;
}

std::optional<double> mean_gap_of(const std::vector<Figures>& figures, std::span<const std::size_t> touchpoints) {
  double weight = 0, sum = 0;
  for (const std::size_t touchpoint : touchpoints) {
    const Figures& of = figures[touchpoint];
    if (!of.importance || !of.gap) continue;
    weight += *of.importance;
    sum += *of.importance * *of.gap;
  }
  return weight > 0 ? finite(sum / weight) : std::nullopt;
}

}  // namespace mot

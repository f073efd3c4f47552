#include "mot/analysis/gaps.h"

#include <algorithm>
#include <cmath>

#include "mot/analysis/scores.h"
#include "mot/analysis/together.h"

namespace mot {
namespace {

using Points = std::optional<double>;

Points less(const Points& wanted, const Points& reached) {
  return wanted && reached ? finite(*wanted - *reached) : std::nullopt;
}

Points score_of(const std::optional<Commitment>& commitment) {
  return commitment && commitment->score ? finite(commitment->score->value) : std::nullopt;
}

Gaps five_gaps(const Touchpoint& touchpoint, const Figures& figures) {
  const Points standard = score_of(touchpoint.standard);
  return {.listening = less(figures.customer, figures.company),
          .standards = less(figures.company, standard),
          .delivery = less(standard ? standard : figures.company, figures.actual),
          .promise = less(score_of(touchpoint.promise), figures.actual),
          .customer = less(figures.customer, figures.actual)};
}

std::optional<Interval> gap_interval(const Figures& figures, const Scale& scale) {
  if (!figures.gap || figures.actual_kind != ActualKind::measured || !figures.measurement->interval) return std::nullopt;
  if (is_target_asked(figures)) {
    const auto difference = welch(*figures.measurement, *figures.wish, scale);
    return difference ? std::optional(difference->interval) : std::nullopt;
  }
  const auto low = finite(*figures.target - figures.measurement->interval->high),
             high = finite(*figures.target - figures.measurement->interval->low);
  return low && high ? std::optional(Interval{*low, *high}) : std::nullopt;
}

bool excludes_zero(const Interval& interval, const Scale& scale) {
  const double slack = rounding_slack * std::abs(scale.range());
  return interval.low > slack || interval.high < -slack;
}

/// What the customer wants parts the upper two zones alone.
std::optional<Zone> zone_of(const Figures& figures, const Scale& scale) {
  const auto is_below = is_below_adequate(figures, scale);
  if (is_below == true) return Zone::below;
  if (!is_below || !figures.customer) return std::nullopt;
  return *figures.actual + rounding_slack * std::abs(scale.range()) < *figures.customer ? Zone::within : Zone::above;
}

}  // namespace

std::optional<bool> is_below_adequate(const Figures& figures, const Scale& scale) {
  if (!figures.adequate || !figures.actual) return std::nullopt;
  return *figures.actual + rounding_slack * std::abs(scale.range()) < *figures.adequate;
}

bool is_target_asked(const Figures& figures) {
  return figures.wish && figures.target_owner != TargetOwner::company;
}

bool rests_on_enough(const Figures& figures) {
  return figures.has_enough_answers && (!is_target_asked(figures) || has_enough_answers(*figures.wish));
}

GapClass gap_class_of(double gap, const Scale& scale) {
  if (std::isnan(gap)) return GapClass::unknown;
  for (const auto& [share, gap_class] : gap_class_limits) {
    if (gap <= (share + rounding_slack) * scale.range()) return gap_class;
  }
  return GapClass::red;
}

int decimals_within_class(double gap, const Scale& scale, int least) {
  constexpr int most = 3;
  int decimals = least;
  const auto rounded = [&] {
    const double shift = std::pow(10.0, decimals);
    return std::round(gap * shift) / shift;
  };
  while (decimals < most && gap_class_of(rounded(), scale) != gap_class_of(gap, scale)) ++decimals;
  return decimals;
}

std::optional<WidestGap> widest_gap(const Gaps& gaps, const Scale& scale) {
  std::optional<WidestGap> widest;
  for (const auto& [kind, member, acts] : gap_owners) {
    const Points& gap = gaps.*member;
    if (!gap || *gap <= rounding_slack * std::abs(scale.range())) continue;
    const bool is_last_resort = kind == GapKind::customer;
    if (!widest || (!is_last_resort && *gap > widest->points)) widest = WidestGap{kind, *gap, acts};
  }
  return widest;
}

void find_gaps(const Touchpoint& touchpoint, const Scale& scale, Figures& figures) {
  figures.gap = less(figures.target, figures.actual);
  figures.gaps = five_gaps(touchpoint, figures);
  figures.zone = zone_of(figures, scale);
  if (!figures.gap) return;
  figures.gap_class = gap_class_of(*figures.gap, scale);
  figures.gap_interval = gap_interval(figures, scale);
  figures.paired_gap.reset();
  figures.gap_interval_kind.reset();
  if (figures.gap_interval) figures.gap_interval_kind = is_target_asked(figures) ? IntervalKind::welch : IntervalKind::mean;
  figures.is_established = rests_on_enough(figures) && figures.gap_interval && excludes_zero(*figures.gap_interval, scale);
}

void find_paired_gap(std::size_t touchpoint, const Scale& scale, Analysis& analysis) {
  Figures& figures = analysis.touchpoints[touchpoint];
  if (!figures.gap_interval || !is_target_asked(figures)) return;
  const auto paired = paired_gap(touchpoint, analysis, scale);
  const auto interval = paired ? interval_of(*paired) : std::nullopt;
  if (!interval) return;
  const double range = scale.range();
  figures.paired_gap = paired;
  figures.gap_interval = Interval{std::clamp(interval->low, -range, range), std::clamp(interval->high, -range, range)};
  figures.gap_interval_kind = IntervalKind::paired;
  figures.is_established = rests_on_enough(figures) && excludes_zero(*figures.gap_interval, scale);
}

}  // namespace mot

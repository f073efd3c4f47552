// What intervals go by, as people and programs call it.
#pragma once

#include <string_view>

#include "mot/analysis/analysis.h"

namespace mot {

/// Of a mean: Student's t, with an answer more at either end of the scale.
inline constexpr std::string_view t_with_ends = "t with ends", t_by_clusters = "t with ends, by clusters";
/// Of a share; of a net promoter score; of a correlation; of a difference of two means of other people.
inline constexpr std::string_view wilson_interval = "Wilson", adjusted_wald = "adjusted Wald", fisher_interval = "Fisher",
                                  welch_interval = "Welch";

/// Of a mean's interval.
constexpr std::string_view interval_name(const Measurement& mean) {
  return mean.clusters > 0 ? t_by_clusters : t_with_ends;
}

/// Of an outcome's: a net promoter score's, or a mean's.
constexpr std::string_view interval_name(const OutcomeFigures& outcome) {
  return outcome.mean ? interval_name(*outcome.mean) : adjusted_wald;
}

/// Of several means together, in words that stand behind the interval; empty where one mean's goes without saying.
std::string_view interval_ground(IntervalKind kind);

}  // namespace mot

#include "mot/write/json/summary_json.h"

namespace mot {

Json summary_json(const Summary& summary) {
  const auto& moments = summary.delivered.moments;
  return {{"touchpoints", summary.touchpoints},
          {"moments_of_truth", summary.moments_of_truth},
          {"measured", summary.measured},
          {"judged", summary.judged},
          {summary_keys::delivered, json_of(summary.delivered.value)},
          {"delivered_worst", json_of(summary.delivered.worst)},
          {"delivered_best", json_of(summary.delivered.best)},
          {"delivered_known", summary.delivered.known},
          {"delivered_by_share", summary.delivered.by_share},
          {"coverage", json_of(summary.coverage)},
          {"mean_gap", json_of(summary.mean_gap)},
          {"mean_gap_interval", json_of(summary.mean_gap_interval)},
          {"delivered_interval", json_of(summary.delivered.interval)},
          {summary_keys::kind, json_of(summary.delivered.interval_kind)},
          {summary_keys::with_ends, moments ? Json(moments->mean) : Json(nullptr)},
          {summary_keys::error, moments ? Json(moments->error()) : Json(nullptr)},
          {summary_keys::respondents, moments ? Json(moments->n - answers_at_ends) : Json(nullptr)}};
}

}  // namespace mot

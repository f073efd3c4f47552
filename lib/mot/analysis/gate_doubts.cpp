#include "mot/analysis/gate_doubts.h"

#include "mot/analysis/gaps.h"
#include "mot/analysis/scores.h"

namespace mot {
namespace {

bool is_too_few(const std::optional<Measurement>& measurement) {
  return measurement && is_under(measurement->n_effective, fewest_answers);
}

}  // namespace

GateDoubt doubt_of(std::string_view gate, std::size_t touchpoint, const Figures& figures) {
  const auto because = [&](GateDoubtKind kind) { return GateDoubt{.touchpoint = touchpoint, .kind = kind}; };
  const auto too_few = [&](const Measurement& of) {
    return GateDoubt{touchpoint, GateDoubtKind::too_few_answers, of.n_effective, fewest_answers};
  };
  if (!figures.actual) return because(GateDoubtKind::nobody_scored);
  if (!figures.target && gate != "below_adequate_at_most") return because(GateDoubtKind::nobody_wished);
  if (!figures.importance && gate == "delivered_at_least") return because(GateDoubtKind::unknown_importance);
  if (is_too_few(figures.measurement)) return too_few(*figures.measurement);
  if (is_target_asked(figures) && is_too_few(figures.wish)) return too_few(*figures.wish);
  const bool has_spread = figures.measurement && figures.measurement->sd && (!is_target_asked(figures) || figures.wish->sd);
  return because(has_spread ? GateDoubtKind::left_open : GateDoubtKind::unknown_spread);
}

}  // namespace mot

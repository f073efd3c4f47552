#include "mot/analysis/compare/plausible.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <optional>
#include <string_view>
#include <variant>
#include <vector>

#include "mot/text/utf8.h"

namespace mot {
namespace {

constexpr double written_slack = 1e-9;  // of what was written with all its digits
constexpr double most_counted = 1e12;   // answers: more than anybody has

bool is_within(double value, double low, double high) {
  const double room = written_slack * (high - low);
  return value >= low - room && value <= high + room;
}

bool is_on(const std::optional<double>& value, const Scale& scale) {
  return !value || is_within(*value, scale.min, scale.max);
}

bool is_possible(const Measurement& measured, const Scale& scale) {
  const bool has_counts = measured.n_effective > 0 && measured.n_effective <= most_counted && measured.n > 0;
  return has_counts && is_on(measured.mean, scale) && (!measured.sd || is_within(*measured.sd, 0, scale.range()));
}

bool is_possible(const Share& share, const Scale&) {
  return share.count <= share.of && is_within(share.value, 0, 1) && is_within(share.n_effective, 0, most_counted);
}

bool is_possible(const Recommendations& answers, const Scale&) {
  return answers.n <= most_counted && answers.promoters >= 0 && answers.detractors >= 0 &&
         is_within(answers.promoters + answers.detractors, 0, answers.n);
}

bool is_possible(const DeliveredFigure& delivered, const Scale&) {
  // The mean has half an answer at each end; its spread is that of a share of the whole.
  return is_within(delivered.value, 0, 100) && is_within(delivered.moments.mean, 0, 100) && delivered.moments.n <= most_counted &&
         is_within(delivered.moments.sd / std::sqrt(delivered.moments.n), 0, 100);
}

bool is_possible(const WaveFigure& figure, const Scale& scale) {
  return std::visit([&](const auto& known) { return is_possible(known, scale); }, figure.known);
}

bool are_possible(const std::vector<WaveFigure>& figures, const Scale& scale) {
  return std::ranges::all_of(figures, [&](const WaveFigure& figure) { return is_possible(figure, scale); });
}

bool is_possible(const KnownTouchpoint& touchpoint, const Scale& scale) {
  return is_on(touchpoint.actual, scale) && is_on(touchpoint.target, scale) &&
         (!touchpoint.importance || is_within(*touchpoint.importance, 1, 5)) &&
         (!touchpoint.measurement || is_possible(*touchpoint.measurement, scale)) && are_possible(touchpoint.shares, scale);
}

/// A gate's value is per cent, a number of touchpoints, or points that one score lies from another.
bool is_possible(const KnownGate& gate, const Scale& scale) {
  constexpr double most_touchpoints = 1e6;
  const std::string_view name = gate.name;
  const auto is_over = [&](const auto& breach) { return !breach.second || is_within(*breach.second, -scale.range(), scale.range()); };
  if (!name.starts_with("kpis_") && !std::ranges::all_of(gate.breaking, is_over)) return false;
  if (!gate.value) return true;
  if (name.ends_with("_at_least")) return is_within(*gate.value, 0, 100);
  if (name.starts_with("below_adequate")) return is_within(*gate.value, 0, most_touchpoints);
  return is_within(*gate.value, -scale.range(), scale.range());
}

}  // namespace

std::string fault_of(std::span<const KnownGate> gates, const Scale& scale) {
  for (const KnownGate& gate : gates) {
    if (!is_possible(gate, scale)) return fmt::format("holds a value of the gate '{}' that no workspace can have", shown(gate.name));
  }
  return {};
}

std::string fault_of(const KnownFigures& known) {
  const Scale& scale = known.scale;
  if (!(scale.min < scale.max)) return fmt::format("has a scale from {} to {}", scale.min, scale.max);
  for (const KnownTouchpoint& touchpoint : known.touchpoints) {
    if (!is_possible(touchpoint, scale)) return fmt::format("holds figures of '{}' that no answers can give", shown(touchpoint.id));
  }
  for (const WaveFigure& outcome : known.outcomes) {
    if (!is_possible(outcome, scale)) return fmt::format("holds figures of '{}' that no answers can give", shown(outcome.id));
  }
  if (known.delivered && !is_possible(*known.delivered, scale)) return "holds a share of what is delivered that is none";
  return fault_of(known.gates, scale);
}

}  // namespace mot

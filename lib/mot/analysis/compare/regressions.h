// Regressions: figures that got worse since a baseline was written, on which a team can let its CI fail.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "mot/analysis/compare/aims.h"
#include "mot/analysis/compare/figures_of_wave.h"
#include "mot/analysis/compare/known_gates.h"
#include "mot/analysis/compare/yardsticks.h"
#include "mot/analysis/gates.h"

namespace mot {

/// A touchpoint as it was.
struct KnownTouchpoint {
  std::string id;
  std::optional<double> actual;
  std::optional<ActualKind> kind;
  std::optional<Measurement> measurement;  ///< where it was measured; its interval is not needed
  std::vector<WaveFigure> shares = {};
  std::optional<double> importance = {};
  std::optional<double> target = {};
  std::optional<double> company = {};
  std::optional<double> customer = {};
  bool is_moment_of_truth = false;
  std::string name = {};
  std::string department = {};
  std::optional<std::string> said = {};  ///< see Likeness; an older baseline does not say
  double lost = 0;                       ///< answers about what is lived that could not be used; an older baseline does not say
  std::optional<double> adequate = {};   ///< the least that customers accept
  bool is_asked = true;                  ///< customers were asked what they want; an older baseline does not say
  std::optional<double> standard = {};   ///< of the service, and what is promised, in points
  std::optional<double> promise = {};
};

/// A KPI as it was, and what it is of; see KpiFigures.
struct KnownKpi {
  std::string kind;
  std::string of;
  std::string id;
  std::optional<double> value;
  std::optional<double> target = {};
};

/// Figures as they were, with all that they depend on beside the answers.
struct KnownFigures {
  Scale scale;
  std::optional<std::string> persona;
  std::vector<KnownTouchpoint> touchpoints;
  std::vector<KnownGate> gates;
  std::vector<WaveFigure> outcomes = {};
  std::optional<WaveFigure> delivered = {};
  std::vector<KnownKpi> kpis = {};
  std::string narrowed_to = {};  ///< what part of a workspace this is all of; empty of the whole
  Yardsticks yardsticks = {};    ///< but for the scale
};

enum class RegressionKind : std::uint8_t {
  lived_worse,
  no_longer_known,
  gate_broken,
  figure_worse,
  figure_lost,
  kpi_missed,
  kpi_lost,
  no_longer_measured,  ///< only judged or published now
  no_longer_tested,    ///< measured, but by too few, or without a spread
  touchpoint_gone,
  figure_not_tested,
  kpi_gone,
  aim_lowered,
  yardstick_moved
};

struct Regression {
  RegressionKind kind = RegressionKind::lived_worse;
  std::string id;                ///< of the touchpoint, outcome or KPI, the gate's name, or MovedYardstick::what
  std::optional<double> before;  ///< the actual, the figure, or the gate's value
  std::optional<double> after;
  std::optional<double> p;                  ///< of what was tested, adjusted
  Measure measure = Measure::outcome;       ///< of a figure that is worse or lost
  std::string id_before = {};               ///< where the touchpoint went by another id
  std::size_t n_before = 0;                 ///< answers, where it was measured
  std::size_t n_after = 0;                  ///< answers, where it still is
  double n_effective_after = 0;             ///< what they count as
  std::optional<ActualKind> kind_now = {};  ///< of what was measured
  double lost = 0;                          ///< answers lost since, for which alone it may be worse: each is at worst in `after`
  std::string what = {};  ///< in words: what is lower of an aim, how a yardstick moved, which touchpoints break a gate that did not then
  bool operator==(const Regression&) const = default;
};

/// What got worse, in the order of the files, then KPIs, then gates, then what figures are held against.
///
/// An actual measured before and now is worse where Welch's t says so at 95 %, a share or an outcome where its own test does, with p
/// adjusted by Holm over all that is compared; a judged one as it stands. No figure gets better by being forgotten: worse is too what was
/// known and is not any more, what was measured and is only judged now, what was measured by answers enough to be tested and is not any
/// more, and a touchpoint, outcome or KPI that is gone. One that went by another id is compared under the new one; see renames.h. What is
/// delivered over all is compared where it counts the same touchpoints by the same targets. A KPI is worse where its value is, and misses
/// its target or the one it had. A broken gate is worse where its value is, or was unknown, or where it is broken by what did not break it:
/// not where only its limit was raised. More ambition is no regression: a higher target does not count. Less is one, as in `mot check`: all
/// that lowered_text and moved_yardsticks tell. Where more answers are lost than the
/// baseline knew, all that would be worse if those said the worst there is to say is worse too, and says how many they are.
std::vector<Regression> find_regressions(const KnownFigures& before, const Workspace& workspace, const Analysis& now,
                                         const std::vector<GateResult>& gates, const Answers* answers = nullptr);

}  // namespace mot

// Regressions: figures that got worse since a baseline was written, on which a team can let its CI fail.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "mot/analysis/compare/figures_of_wave.h"
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
};

struct KnownGate {
  std::string name;
  std::optional<double> value;
  bool operator==(const KnownGate&) const = default;
};

/// A KPI as it was, and what it is of; see KpiFigures.
struct KnownKpi {
  std::string kind;
  std::string of;
  std::string id;
  std::optional<double> value;
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
};

enum class RegressionKind : std::uint8_t { lived_worse, no_longer_known, gate_broken, figure_worse, figure_lost, kpi_missed, kpi_lost };

struct Regression {
  RegressionKind kind = RegressionKind::lived_worse;
  std::string id;                ///< of the touchpoint, outcome or KPI, or the gate's name
  std::optional<double> before;  ///< the actual, the figure, or the gate's value
  std::optional<double> after;
  std::optional<double> p;             ///< of what was tested, adjusted
  Measure measure = Measure::outcome;  ///< of a figure that is worse or lost
  bool operator==(const Regression&) const = default;
};

/// The gates' values, to hold later ones against.
std::vector<KnownGate> known_gates_of(const std::vector<GateResult>& gates);

/// Whether a gate is broken and its value worse than the one known, or none is known.
bool is_worse(const GateResult& gate, const std::vector<KnownGate>& known, const Scale& scale);

/// What got worse, in the order of the files, then KPIs, then gates.
///
/// An actual measured before and now is worse where Welch's t says so at 95 %, a share or an outcome where its own test does, with p
/// adjusted by Holm over all that is compared; a
/// judged one as it stands; of one that is measured on one side only nobody can tell. A touchpoint whose actual was known and is not any
/// more is worse too, and so is one whose thumbs, promises or standards were, and an outcome: no figure gets better by being forgotten. A
/// touchpoint that was removed is not. What is delivered over all is compared where it counts the same touchpoints by the same targets. A
/// KPI with a target is worse where it misses that and its value is worse than it was, or is not known any more. A
/// broken gate is worse where its value is, or was unknown: not where only its limit was raised. More ambition is no regression: targets do
/// not count.
std::vector<Regression> find_regressions(const KnownFigures& before, const Workspace& workspace, const Analysis& now,
                                         const std::vector<GateResult>& gates, const Answers* answers = nullptr);

}  // namespace mot

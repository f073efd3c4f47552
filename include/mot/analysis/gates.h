// Gates of mot.yaml, judged; `mot check` holds them in CI.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "mot/analysis/analysis.h"

namespace mot {

/// How far something is over a limit: points of a touchpoint, a KPI's own unit.
struct GateMargin {
  double surely = 0;    ///< what is held against the limit; of what was measured the lower end of its interval
  double as_shown = 0;  ///< what tables show
  bool operator==(const GateMargin&) const = default;
};

/// Answers that could not be used, about what a gate goes by.
struct GateLoss {
  std::string key;     ///< the id of a touchpoint, or as GateResult::kpi_keys_breaking calls an outcome
  double answers = 0;  ///< as AnswerSums::lost counts them
  bool operator==(const GateLoss&) const = default;
};

/// Why a gate can't go by a touchpoint.
enum class GateDoubtKind : unsigned char { nobody_scored, nobody_wished, unknown_importance, too_few_answers, unknown_spread, left_open };

/// A touchpoint that a gate can't go by.
struct GateDoubt {
  std::size_t touchpoint = 0;
  GateDoubtKind kind = GateDoubtKind::nobody_scored;
  double answers = 0;  ///< effective ones, where they are too few
  double least = 0;    ///< as many would do
  bool operator==(const GateDoubt&) const = default;
};

/// One gate and how it stands.
///
/// A judged gap counts as it stands; a measured one breaks a gate only if it is established and the lower end of its interval is over
/// the limit (below adequate likewise: only if the interval's upper end is), at the confidence that Holm's steps leave it among all that
/// the gate tests. What is unknown is neither good nor bad: `holds` is nothing
/// where it could be either, so that a gate never holds because something was lost. That is where nothing could be judged, where a figure
/// that would break the gate rests on too few answers to tell, and where what nobody knows could break it.
struct GateResult {
  std::string_view name;  ///< the key in mot.yaml
  Span span;              ///< the limit in mot.yaml
  double limit = 0;
  std::optional<double> value;  ///< what is held against the limit; of a measured gap its lower end
  std::optional<bool> holds;
  std::optional<Interval> bounds;                   ///< of a share: what it can be once all is known
  bool is_sampled = false;                          ///< `bounds` go by an interval of 95 % too
  std::optional<double> widest_gap;                 ///< where `value` is the lower end of a measured gap: the gap itself, as tables show it
  std::optional<std::size_t> widest_at;             ///< the touchpoint whose gap `value` is of
  std::vector<std::size_t> breaking;                ///< touchpoints over the limit, the first one to mend first
  std::vector<std::size_t> not_judged;              ///< touchpoints that the gate is about and whose figures can't tell
  std::vector<std::string> kpis_breaking = {};      ///< names of KPIs that miss their targets, where the gate is broken
  std::vector<std::string> kpis_not_judged = {};    ///< names of KPIs without a value, and of outcomes whose interval holds the target
  std::vector<GateMargin> margins = {};             ///< of each of `breaking`, where the gate is about points
  std::vector<GateMargin> kpi_margins = {};         ///< of each of `kpis_breaking`: by how much it misses its target
  std::vector<std::string> kpi_keys_breaking = {};  ///< of each of them what tells it from others of that name: `touchpoint/pay/wait`
  std::vector<std::string> kpi_keys_not_judged = {};  ///< of each of `kpis_not_judged`
  std::vector<std::size_t> lost_at = {};              ///< touchpoints whose lost answers, each at worst, keep the gate from holding
  std::vector<std::string> kpis_lost = {};            ///< names of outcomes of which the same is true
  std::vector<GateLoss> losses = {};                  ///< whether or not they keep the gate from holding
  std::vector<GateResult> at_worst = {};              ///< one where there are `losses`: how it would stand if each were the worst
  std::vector<GateDoubt> doubts = {};                 ///< of each of `not_judged`; of known_at_least, of each of `breaking`
  bool is_judged = true;                              ///< false behind errors that take figures away: then nothing else is known
  bool operator==(const GateResult&) const = default;
};

/// The gates the project sets, in the order of the documentation.
std::vector<GateResult> judge_gates(const Workspace& workspace, const Analysis& analysis);

}  // namespace mot

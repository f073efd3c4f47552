// Two states of a workspace, compared by what they mean: what came, went and changed, and whether customers live it differently.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "mot/analysis/analysis.h"
#include "mot/analysis/compare/fields.h"
#include "mot/analysis/compare/figures_of_wave.h"
#include "mot/analysis/kpis.h"

namespace mot {

/// What can be said of a change; not tested where too few answered before or after. Unchanged is what is neither better nor worse and
/// surely within the margin that was asked about. What can be said of the share of best answers is said of its mean.
enum class Change : std::uint8_t { better, worse, no_evidence, same_data, not_tested, by_mean, unchanged };

template <>
inline constexpr std::array<std::string_view, 7> names_of<Change>{
    "better", "worse", "no evidence of change", "same data", "not tested", "see its mean", "unchanged"};

/// A touchpoint that goes by another id now.
struct Renamed {
  std::string before;
  std::string after;
  bool operator==(const Renamed&) const = default;
};

/// A field of a touchpoint that says something else now.
struct FieldChange {
  std::string id;
  std::string_view field;  ///< as in the files, `desired.customer.score`; `stages` for where it stands in journeys
  FieldValue before;
  FieldValue after;
  bool operator==(const FieldChange&) const = default;
};

enum class Happening : std::uint8_t { added, removed, changed };

template <>
inline constexpr std::array<std::string_view, 3> names_of<Happening>{"added", "removed", "changed"};

/// What happened to the project, a department, a journey, a stage, a persona, a channel, an action or a suppression.
struct SurroundingChange {
  std::string_view kind;
  std::string id;
  Happening what = Happening::changed;
  std::string_view field;  ///< that changed; empty where the whole thing came or went
  FieldValue before;
  FieldValue after;
  bool operator==(const SurroundingChange&) const = default;
};

/// Answers that could not be used, of which one state has others than the other.
struct LossChange {
  std::string of;             ///< the id of a touchpoint or an outcome
  std::string_view question;  ///< `actual`, or a name of Measure
  double before = 0;          ///< as AnswerSums::lost counts them
  double after = 0;
  bool may_hide = false;  ///< tested by itself with those that came since at worst, it would be worse, and it is not
  bool operator==(const LossChange&) const = default;
};

/// How the actual of a touchpoint moved.
struct ScoreChange {
  std::string id;
  std::optional<double> before;
  std::optional<double> after;
  std::optional<double> change;  ///< after less before, in points
  std::optional<std::size_t> n_before;
  std::optional<std::size_t> n_after;
  std::optional<Interval> interval;        ///< of the change, by itself: 95 %, by Student's t
  std::optional<ChangeKind> kind;          ///< of the interval
  std::size_t in_both = 0;                 ///< people who answered before and after, where they can be told
  std::optional<double> p;                 ///< of Student's t on effective n, adjusted by Holm over all that is compared
  std::optional<double> p_unchanged = {};  ///< of two one-sided tests of the margin, adjusted in a family of their own
  std::optional<Change> verdict;           ///< at 95 %; nothing where one of both is not measured
  bool operator==(const ScoreChange&) const = default;
};

/// How another figure moved that both states have: a share in per cent, an outcome in its own points.
struct FigureChange {
  WaveFigure before;
  WaveFigure after;
  std::optional<Interval> interval;  ///< of the change, by itself: 95 %
  std::optional<ChangeKind> kind = {};
  std::size_t in_both = 0;  ///< people who answered before and after, where that counts
  std::optional<double> p;  ///< adjusted by Holm, with the scores' in one family
  std::optional<double> p_unchanged = {};
  Change verdict = Change::not_tested;
  double change() const { return after.value() - before.value(); }
  bool operator==(const FigureChange&) const = default;
};

/// What became of a KPI's target.
enum class TargetEvent : std::uint8_t { newly_met, newly_missed };

template <>
inline constexpr std::array<std::string_view, 2> names_of<TargetEvent>{"newly met", "newly missed"};

/// How a KPI that both states have moved. Where values come from elsewhere nothing is tested: they stand as they are.
struct KpiChange {
  std::string_view kind;  ///< what it is of: `project`, `journey`, `stage` or `touchpoint`
  std::string of;         ///< the id of that; empty of the project
  std::string id;
  std::string name;
  std::string unit;
  std::optional<double> before;
  std::optional<double> after;
  std::optional<double> target;  ///< of the new state
  std::optional<Trend> trend;    ///< nothing where a value is not known, or nobody says which side is better
  std::optional<TargetEvent> event;
  bool operator==(const KpiChange&) const = default;
};

struct Diff {
  std::vector<std::string> added;  ///< ids of touchpoints, in the order of the new state
  std::vector<std::string> removed;
  std::vector<Renamed> renamed;                 ///< neither added nor removed
  std::vector<FieldChange> changed;             ///< of touchpoints in both
  std::vector<SurroundingChange> surroundings;  ///< by kind
  std::vector<ScoreChange> scores;              ///< of touchpoints in both with an actual on either side
  std::vector<FigureChange> figures;            ///< of touchpoints in both, in their order; then outcomes and what is delivered
  std::vector<KpiChange> kpis;                  ///< of both states, whose value or target's fate differs
  std::vector<WaveFigure> lost;                 ///< figures of touchpoints in both, and outcomes, that are not known any more
  std::vector<LossChange> losses = {};          ///< by touchpoint, then outcomes
  Delivered delivered_before;
  Delivered delivered_after;
  std::optional<double> coverage_before;  ///< per cent
  std::optional<double> coverage_after;
  Scale scale_before;  ///< where the scales differ scores stand side by side and are not compared
  Scale scale_after;
  std::optional<double> margin = {};    ///< within which figures count as unchanged, as a share of their range
  std::vector<PanelSource> panel = {};  ///< of whom it is known, or not, who stands in both states
  bool operator==(const Diff&) const = default;
};

/// Touchpoints are the same if their ids are, or if one was renamed into the other; see renames.h. Compared are the measured ones whose
/// spread is known and that rest on different rows: sums that are equal to the last bit, n, weights, mean and spread, are taken for the
/// same rows. On fewer effective answers than 10 on either side nothing is tested.
/// `margin` is what counts as unchanged, as a share of each figure's range: of the scale, of 100 % or of a net promoter score's 200.
Diff diff_of(const Wave& before, const Wave& after, const std::optional<double>& margin = {});

/// Whether a score says something else now, or rests on other answers.
bool has_moved(const ScoreChange& change);
bool has_moved(const FigureChange& change);
/// Whether anything at all is told apart.
bool differs(const Diff& diff);

}  // namespace mot

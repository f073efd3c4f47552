// Figures of a workspace, worked out once: tables, pictures and rules show them and compute none again.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "mot/analysis/statistics.h"
#include "mot/evidence/answers.h"
#include "mot/model/workspace.h"

namespace mot {

/// What is lived was answered by customers; or stated by somebody; or somebody published a mean of who knows how many.
enum class ActualKind : std::uint8_t { measured, judged, published };
/// How far a gap is: to 10 % of the range green, to 20 % yellow, to 30 % orange, beyond red.
enum class GapClass : std::uint8_t { green, yellow, orange, red, unknown };
/// The zone of tolerance (Zeithaml, Berry, Parasuraman).
enum class Zone : std::uint8_t { below, within, above };
/// Importance–performance quadrants (Martilla, James 1977).
enum class Quadrant : std::uint8_t { concentrate_here, keep_up_the_good_work, low_priority, possible_overkill };
enum class TargetOwner : std::uint8_t { company, customer, both };
/// The five gaps of service quality (Parasuraman, Zeithaml, Berry 1985).
enum class GapKind : std::uint8_t { listening, standards, delivery, promise, customer };
/// What the ranking goes by; see priorities.h.
enum class Method : std::uint8_t { weighted, ipa, opportunity, servqual };
/// Which importance places a touchpoint in its quadrant: what was stated, or how its score goes with the whole.
enum class ImportanceBasis : std::uint8_t { stated, derived };
/// What an interval of a gap or of several means goes by: the actual's mean against a number; two means as if of other people; two or more
/// means of the same people, who are told apart as respondents, or as clusters of them.
enum class IntervalKind : std::uint8_t { mean, welch, paired, respondents, clusters, as_if_others };

template <>
inline constexpr std::array<std::string_view, 3> names_of<ActualKind>{"measured", "judged", "published"};
template <>
inline constexpr std::array<std::string_view, 5> names_of<GapClass>{"green", "yellow", "orange", "red", "unknown"};
template <>
inline constexpr std::array<std::string_view, 3> names_of<Zone>{"below", "within", "above"};
template <>
inline constexpr std::array<std::string_view, 4> names_of<Quadrant>{"concentrate here", "keep up the good work", "low priority",
                                                                    "possible overkill"};
template <>
inline constexpr std::array<std::string_view, 3> names_of<TargetOwner>{"company", "customer", "both"};
template <>
inline constexpr std::array<std::string_view, 5> names_of<GapKind>{"listening", "standards", "delivery", "promise", "customer"};
template <>
inline constexpr std::array<std::string_view, 4> names_of<Method>{"weighted", "ipa", "opportunity", "servqual"};
template <>
inline constexpr std::array<std::string_view, 6> names_of<IntervalKind>{"mean",        "Welch",    "paired",
                                                                        "respondents", "clusters", "as if of other people"};
template <>
inline constexpr std::array<std::string_view, 2> names_of<ImportanceBasis>{"stated", "derived"};

/// The five gaps, in points; positive is a shortfall. Nothing where either side is unknown.
struct Gaps {
  std::optional<double> listening;
  std::optional<double> standards;
  std::optional<double> delivery;
  std::optional<double> promise;
  std::optional<double> customer;
  bool operator==(const Gaps&) const = default;
};

/// Answers that could not be read, as AnswerSums counts them: no figure goes by them, and no gate holds that they could break.
struct LostAnswers {
  double lived = 0;
  double wished = 0;
  double importance = 0;
  std::optional<double> of_importance = {};  ///< Σw of those that were read, where importance is what customers answered
  double thumbs = 0;                         ///< which no gate goes by
  bool any() const { return lived + wished + importance > 0; }
  bool operator==(const LostAnswers&) const = default;
};

/// The figures of one touchpoint.
struct Figures {
  std::optional<double> importance;  ///< 1 to 5: stated by the department, else asked of customers
  std::optional<double> company;
  std::optional<double> customer;  ///< asked of customers, else stated for them; see scores.h
  std::optional<double> adequate;
  std::optional<double> target;
  std::optional<TargetOwner> target_owner;
  std::optional<double> actual;
  std::optional<ActualKind> actual_kind;
  std::optional<Measurement> measurement;  ///< also where a judged score stands because answers are too few
  std::optional<Measurement> wish;         ///< where `customer` is what customers answered: how well that is known
  bool has_enough_answers = false;         ///< measured, on an effective n of 10 or more, with a spread one can believe
  bool has_few_answers = false;            ///< measured on an effective n under 30
  bool is_established = false;             ///< of the gap: enough answers, and its interval excludes 0
  std::optional<double> gap;
  std::optional<Interval> gap_interval;
  std::optional<IntervalKind> gap_interval_kind;
  std::optional<Moments> paired_gap;  ///< of a gap to what the same people wish: mean and error go by both answers of each
  GapClass gap_class = GapClass::unknown;
  std::optional<Zone> zone;
  Gaps gaps;
  std::optional<Share> standard_kept;
  std::optional<Share> promise_kept;
  std::optional<Share> thumbs;                               ///< share of thumbs up
  std::optional<double> derived_importance;                  ///< Pearson's r with the outcome that derives importance, −1 to 1
  std::size_t derived_importance_n = 0;                      ///< pairs of answers behind it
  std::optional<Interval> derived_importance_interval = {};  ///< Fisher's
  std::optional<Quadrant> quadrant;
  std::optional<double> distance_to_crosshair;  ///< to the nearer line, as a share of its axis's range, 0 to 1
  std::optional<double> priority;               ///< by the chosen method
  std::optional<std::size_t> rank;              ///< from 1, only where the priority is known
  std::vector<Facet> present;
  std::vector<Facet> missing;
  LostAnswers lost = {};
  std::optional<Interval> importance_bounds = {};  ///< of figures at worst alone: with what was lost as 1, and as 5
  bool operator==(const Figures&) const = default;
};

/// How much of the desired experience is delivered, in per cent, with bounds: what is unknown at worst and at best.
struct Delivered {
  std::optional<double> value;
  std::optional<double> worst;
  std::optional<double> best;
  std::size_t known = 0;     ///< touchpoints with importance, target and actual
  std::size_t of = 0;        ///< all touchpoints
  std::size_t judged = 0;    ///< of the known ones
  std::size_t by_share = 0;  ///< of all: those that count by the share of a journey's customers who come to them
  /// How well the value is known of the people who answered, shares of customers taken as exact; nothing where none of it is measured, or a
  /// spread is unknown.
  std::optional<Interval> interval = {};
  std::optional<IntervalKind> interval_kind = {};
  std::optional<Moments> moments = {};  ///< what the interval and tests go by, in per cent; its n is respondents and one more
  bool operator==(const Delivered&) const = default;
};

/// The figures of a set of touchpoints.
struct Summary {
  std::size_t touchpoints = 0;
  std::size_t moments_of_truth = 0;
  std::size_t measured = 0;
  std::size_t judged = 0;
  Delivered delivered;
  std::optional<double> coverage;  ///< per cent of the facets asked
  std::optional<double> mean_gap;  ///< weighted by importance, points
  std::optional<Interval> mean_gap_interval = {};
  bool operator==(const Summary&) const = default;
};

/// The cross-hair of importance–performance: the means over the touchpoints that have both.
struct Crosshair {
  double importance = 0;
  double actual = 0;
  bool operator==(const Crosshair&) const = default;
};

/// What customers said of the whole: of a question of kind `nps` the net promoter score, −100 to 100; else a mean in points.
struct OutcomeFigures {
  std::size_t source = 0;   ///< index of Workspace::sources
  std::size_t outcome = 0;  ///< index of its outcomes
  std::size_t n = 0;        ///< answers
  std::optional<double> value;
  std::optional<Interval> interval;
  std::optional<Measurement> mean = {};                 ///< of kinds score and effort
  std::optional<Recommendations> recommendations = {};  ///< of kind nps
  double lost = 0;                                      ///< answers that could not be read, as AnswerSums counts them
  bool operator==(const OutcomeFigures&) const = default;
};

/// By index of Workspace::touchpoints, departments and journeys.
struct Analysis {
  Method method = Method::weighted;
  ImportanceBasis importance_basis = ImportanceBasis::stated;
  std::optional<std::size_t> persona;       ///< index of Workspace::personas: whose wishes and answers alone these are
  std::optional<std::size_t> journey = {};  ///< index of Workspace::journeys: where this is of what is narrowed to one, it delivers as that
  std::vector<Figures> touchpoints;
  std::vector<std::size_t> ranking;      ///< touchpoints with a priority, first the one to mend first
  std::vector<std::size_t> blind_spots;  ///< touchpoints without one, first the most important
  Summary all;
  std::vector<Summary> departments;
  std::vector<Summary> journeys;
  std::optional<Crosshair> crosshair;
  std::vector<OutcomeFigures> outcomes;             ///< as Answers::outcomes
  std::vector<RespondentAnswers> respondents = {};  ///< whose figures these are
  bool operator==(const Analysis&) const = default;
};

/// How to look at a workspace.
struct Viewpoint {
  Method method = Method::weighted;
  ImportanceBasis importance_basis = ImportanceBasis::stated;
  std::optional<std::size_t> persona = {};  ///< index of Workspace::personas: only this customer's wishes and answers
  bool operator==(const Viewpoint&) const = default;
};

/// Works out every figure; pure, and the same for the same input. `answers` may be empty: nothing was asked of anybody then.
Analysis analyse(const Workspace& workspace, const Answers& answers, const Viewpoint& viewpoint = {});

/// The figures of some of the touchpoints; each counts once.
Summary summary_of(const Workspace& workspace, const Analysis& analysis, std::span<const std::size_t> touchpoints);

/// The class of a gap on a scale. A gap below 0 (better than wanted) is green.
GapClass gap_class_of(double gap, const Scale& scale);

/// The decimals, `least` or more and 3 at most, to which a gap is rounded within its class: one of 3.04 as `3.0` would contradict its
/// colour.
int decimals_within_class(double gap, const Scale& scale, int least);

}  // namespace mot

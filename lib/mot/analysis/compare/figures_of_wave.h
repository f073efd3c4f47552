// What two waves are compared by beside the means of touchpoints: shares of thumbs, of best answers and of promises kept, and outcomes.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "mot/analysis/analysis.h"
#include "mot/analysis/compare/panel.h"

namespace mot {

enum class Measure : std::uint8_t { thumbs_up, top_two, standard_kept, promise_kept, outcome, delivered };

template <>
inline constexpr std::array<std::string_view, 6> names_of<Measure>{"thumbs up",    "best points", "standard kept",
                                                                   "promise kept", "outcome",     "delivered"};

/// What the interval of a change goes by.
enum class ChangeKind : std::uint8_t { welch, paired, newcombe, adjusted_wald, respondents, clusters, as_if_others };

template <>
inline constexpr std::array<std::string_view, 7> names_of<ChangeKind>{
    "Welch", "paired", "Newcombe", "adjusted Wald", "respondents", "clusters", "as if of other people"};

/// What is delivered of all that is wanted, in per cent, and what a test of it goes by.
struct DeliveredFigure {
  double value = 0;
  Moments moments;
  IntervalKind kind = IntervalKind::respondents;
  bool operator==(const DeliveredFigure&) const = default;
};

/// A figure of one wave and all that a test of it needs.
struct WaveFigure {
  Measure measure = Measure::outcome;
  std::string id;      ///< of the touchpoint, or of the outcome; empty of what is delivered
  std::string source;  ///< of an outcome
  std::variant<Share, Measurement, Recommendations, DeliveredFigure> known;
  double lost = 0;  ///< answers that could not be used, as AnswerSums counts them
  bool operator==(const WaveFigure&) const = default;

  bool is_share() const { return std::holds_alternative<Share>(known); }
  double value() const;  ///< a share in per cent, a mean in points, a net promoter score from −100 to 100
  double n() const;      ///< effective; of what is delivered, respondents
};

/// Whether a figure of this kind is a question of its own. The share of best answers is not: it is made of the same answers as the mean, so
/// it is tested by that, and takes no power from the other tests.
bool is_tested_by_itself(Measure measure);

/// The shares of one touchpoint; `answers` may be null where nobody was asked.
std::vector<WaveFigure> shares_of(const std::string& id, const Figures& figures, const TouchpointAnswers* answers);

/// The outcomes that are known, in their order.
std::vector<WaveFigure> outcomes_of(const Workspace& workspace, const Analysis& analysis);

/// What is delivered over all; nothing where fewer than two touchpoints of it are measured, for of one it is that one's mean.
std::optional<WaveFigure> delivered_in(const Analysis& analysis);

/// A touchpoint that what is delivered counts, and by what.
struct DeliveredGround {
  std::string id;
  double importance = 0;
  double target = 0;
  bool is_importance_asked = false;
  bool is_target_asked = false;
  bool operator==(const DeliveredGround&) const = default;
};

std::vector<DeliveredGround> ground_of(const Workspace& workspace, const Analysis& analysis);

/// Whether what is delivered counts the same touchpoints by the same targets and importances, but for those that customers were asked for:
/// more ambition is no worse service.
bool is_same_ground(const std::vector<DeliveredGround>& before, const std::vector<DeliveredGround>& after);

/// The same figure among those of another wave: of the same source, else the only one of that name. Null where there is none.
const WaveFigure* counterpart_of(const WaveFigure& figure, const std::vector<WaveFigure>& others);

/// Whether nothing of the later wave stands for this figure among `before`: each later one stands for one earlier one at most.
bool is_lost(const WaveFigure& figure, const std::vector<WaveFigure>& before, const std::vector<WaveFigure>& after);

/// Second less first, in the unit of `value`: shares by Newcombe's difference, net promoter scores by the adjusted Wald's, means by Welch's
/// t, or paired where people stand in both. Nothing where either rests on an effective n under 10, or they are of different kinds.
std::optional<Difference> change_between(const WaveFigure& first, const WaveFigure& second, const ChangeTest& test);

/// What that goes by.
ChangeKind kind_of_change(const WaveFigure& figure, const Shared& shared);

}  // namespace mot

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

namespace mot {

enum class Measure : std::uint8_t { thumbs_up, top_two, standard_kept, promise_kept, outcome };

template <>
inline constexpr std::array<std::string_view, 5> names_of<Measure>{"thumbs up", "two best points", "standard kept", "promise kept",
                                                                   "outcome"};

/// A figure of one wave and all that a test of it needs.
struct WaveFigure {
  Measure measure = Measure::outcome;
  std::string id;      ///< of the touchpoint, or of the outcome
  std::string source;  ///< of an outcome
  std::variant<Share, Measurement, Recommendations> known;
  bool operator==(const WaveFigure&) const = default;

  bool is_share() const { return std::holds_alternative<Share>(known); }
  double value() const;  ///< a share in per cent, a mean in points, a net promoter score from −100 to 100
  double n() const;      ///< effective
};

/// The shares of one touchpoint; `answers` may be null where nobody was asked.
std::vector<WaveFigure> shares_of(const std::string& id, const Figures& figures, const TouchpointAnswers* answers);

/// The outcomes that are known, in their order.
std::vector<WaveFigure> outcomes_of(const Workspace& workspace, const Analysis& analysis);

/// The same figure among those of another wave: of the same source, else the only one of that name. Null where there is none.
const WaveFigure* counterpart_of(const WaveFigure& figure, const std::vector<WaveFigure>& others);

/// Second less first, in the unit of `value`: shares by Newcombe's difference, net promoter scores by the adjusted Wald's, means by Welch's
/// t. Nothing where either rests on an effective n under 10, or they are of different kinds.
std::optional<Difference> change_between(const WaveFigure& first, const WaveFigure& second, const Scale& scale);

}  // namespace mot

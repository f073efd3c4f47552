// Two states of a workspace, compared by what they mean: what came, went and changed, and whether customers live it differently.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "mot/analysis/analysis.h"
#include "mot/analysis/fields.h"

namespace mot {

/// One state: what was written, answered and worked out.
struct Wave {
  const Workspace& workspace;
  const Answers& answers;
  const Analysis& analysis;
};

enum class Change : std::uint8_t { better, worse, no_evidence, same_data };

template <>
inline constexpr std::array<std::string_view, 4> names_of<Change>{"better", "worse", "no evidence of change", "same data"};

/// A field of a touchpoint that says something else now.
struct FieldChange {
  std::string id;
  std::string_view field;  ///< as in the files, `desired.customer.score`; `stages` for where it stands in journeys
  FieldValue before;
  FieldValue after;
  bool operator==(const FieldChange&) const = default;
};

/// How the actual of a touchpoint moved.
struct ScoreChange {
  std::string id;
  std::optional<double> before;
  std::optional<double> after;
  std::optional<double> change;   ///< after less before, in points
  std::optional<double> p;        ///< of Welch's t on effective n, adjusted by Holm over the touchpoints compared
  std::optional<Change> verdict;  ///< at 95 %; nothing where one of both is not measured
  bool operator==(const ScoreChange&) const = default;
};

struct Diff {
  std::vector<std::string> added;  ///< ids of touchpoints, in the order of the new state
  std::vector<std::string> removed;
  std::vector<FieldChange> changed;  ///< of touchpoints in both
  std::vector<ScoreChange> scores;   ///< of touchpoints in both with an actual on either side
  std::optional<double> delivered_before;
  std::optional<double> delivered_after;
  bool operator==(const Diff&) const = default;
};

/// Touchpoints are the same if their ids are. Compared are the measured ones whose spread is known and that rest on different rows:
/// sums that are equal to the last bit, n, weights, mean and spread, are taken for the same rows. Fewer effective answers than 10 on
/// either side are no evidence.
Diff diff_of(const Wave& before, const Wave& after);

}  // namespace mot

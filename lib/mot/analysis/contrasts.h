// Contrasts of two groups at one touchpoint: personas who live it differently, sources that say it differently, performers who do it
// differently.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "mot/analysis/analysis.h"

namespace mot {

/// The largest difference of the actual between two groups of answers.
struct GroupGap {
  std::size_t better = 0;  ///< indices of the groups: of Workspace::personas, or of Workspace::sources
  std::size_t worse = 0;
  std::size_t pairs = 0;             ///< of groups that were compared
  double difference = 0;             ///< points, at least 0
  std::optional<Interval> interval;  ///< Welch's, with Bonferroni's confidence of 1 − 0.05/pairs; unknown where a spread is
  std::optional<double> p;           ///< of no difference: Welch's times the pairs; over several touchpoints adjusted by Holm
  bool is_established = false;       ///< both on enough answers, and p is under 0.05
  bool operator==(const GroupGap&) const = default;
};

/// Where two personas or more answered often enough to establish anything, only those are compared, so that a single answer hides no
/// difference that is established; else all that answered. Nothing where fewer than two did; of equal differences the first pair.
std::optional<GroupGap> persona_gap(const TouchpointAnswers& answers, const Scale& scale);

/// By index of touchpoints, each looked at as one of all that are: p is adjusted by Holm over those that can be tested.
std::vector<std::optional<GroupGap>> persona_gaps(const Workspace& workspace, const Answers& answers);

/// Scores of customers that are written at a touchpoint: all that are of a day of their own together, for they may be waves of one survey;
/// each other by itself.
struct WrittenScores {
  const Evidence* entry = nullptr;  ///< null of those together
  AnswerSums sums;                  ///< where the spread is not known it is the largest there can be
};
std::vector<WrittenScores> written_scores(const Touchpoint& touchpoint, const Answers& answers, const Scale& scale);

/// The same of what is pooled at a touchpoint: its sources, and behind the last source its `written_scores`.
std::vector<std::optional<GroupGap>> source_gaps(const Workspace& workspace, const Answers& answers);

/// What top performers reach over typical ones at a touchpoint, and what either do.
struct PracticeGap {
  Measurement top;
  Measurement typical;
  double difference = 0;             ///< mean of top ones less mean of typical ones, in points
  std::optional<Interval> interval;  ///< Welch's
  std::vector<std::string> top_practices;
  std::vector<std::string> typical_practices;
  bool operator==(const PracticeGap&) const = default;
};

/// From the touchpoint's evidence by voice; nothing where either kind has no score.
std::optional<PracticeGap> practice_gap(const Touchpoint& touchpoint, const Scale& scale);

/// What performers do at a touchpoint, as its evidence says, whether or not anybody scored it.
struct Practices {
  std::vector<std::string> top;
  std::vector<std::string> typical;   ///< of typical and low performers
  std::vector<std::string> only_top;  ///< of `top` what no other performer does, case and blanks around it apart
  bool operator==(const Practices&) const = default;
};

Practices practices_at(const Touchpoint& touchpoint);

}  // namespace mot

// What touchpoints are held against, as people wrote it: figures that get better because less is asked for are told.
#pragma once

#include <map>
#include <optional>
#include <string>

#include "mot/analysis/analysis.h"
#include "mot/model/workspace.h"

namespace mot {

struct Aim {
  std::optional<double> company;     ///< what we want, in points
  std::optional<double> customer;    ///< what customers want
  std::optional<double> target;      ///< the higher of the two
  std::optional<double> importance;  ///< 1 to 5
  bool is_moment_of_truth = false;
  std::optional<double> adequate = {};      ///< the least that customers accept
  std::optional<std::size_t> answers = {};  ///< that what is lived was measured by
  bool is_asked = true;                     ///< customers were asked what they want; an older baseline does not say
  std::optional<double> standard = {};      ///< of the service, and what is promised, in points
  std::optional<double> promise = {};
  bool operator==(const Aim&) const = default;
};

/// By id of the touchpoint.
using KnownAims = std::map<std::string, Aim>;

/// Of the whole workspace, whoever's figures they are.
KnownAims aims_of(const Workspace& workspace, const Analysis& analysis);

/// The points of a standard or a promise; nothing where it has none.
std::optional<double> score_of(const std::optional<Commitment>& commitment);

/// What is lower now, in words: `4.0 is wanted, was 8.0; importance 1.0, was 5.0; no moment of truth any more`; empty where nothing is.
/// What is taken away is lower too; so is what is measured by fewer than half of the answers, or no longer. What customers are asked for is
/// no decision, and may fall where they were asked then: a target is lower where it is and a wish that is written is too.
std::string lowered_text(const Aim& before, const Touchpoint& touchpoint, const Figures& now);

}  // namespace mot

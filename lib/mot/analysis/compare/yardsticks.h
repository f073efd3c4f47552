// What figures are held against and read by, beside what is asked of touchpoints: limits of gates, targets, the scales. Who moves one of
// them moves what the figures say, and nothing has got better.
#pragma once

#include <map>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "mot/analysis/gates.h"
#include "mot/evidence/answers.h"
#include "mot/model/workspace.h"

namespace mot {

/// Of a KPI or an outcome.
struct KnownTarget {
  double target = 0;
  std::string better;  ///< `higher` or `lower`
  bool operator==(const KnownTarget&) const = default;
};

struct Yardsticks {
  std::optional<Scale> scale = {};                  ///< of the project; an older baseline does not say
  std::map<std::string, double> limits = {};        ///< by the gate's name
  std::map<std::string, KnownTarget> targets = {};  ///< by `key_of` a KPI or an outcome
  std::map<std::string, std::string> readings =
      {};  ///< of answers: the scale that a column is read on, `1 to 5`, by `reading/source/column`
  bool operator==(const Yardsticks&) const = default;
};

Yardsticks yardsticks_of(const Workspace& workspace, const Answers& answers, std::span<const GateResult> gates);

/// One that demands less than it did, or is gone; of a scale, that is another one.
struct MovedYardstick {
  std::string what;  ///< `gap_at_most`, `touchpoint/pay/wait`, `scale`
  std::string text;  ///< `its limit is 9.0, was 4.0`
};

/// In a fixed order. A column that is read no more is one of them: under another name it may be read on another scale.
std::vector<MovedYardstick> moved_yardsticks(const Yardsticks& then, const Yardsticks& now);

}  // namespace mot

// What figures are held against and read by, beside what is asked of touchpoints: limits of gates, targets, scales, terms. Who moves one of
// them moves what the figures say, and nothing has got better.
#pragma once

#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "mot/analysis/compare/terms.h"
#include "mot/analysis/gates.h"
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
  Terms terms = {};                                 ///< how answers are read and which count
  bool operator==(const Yardsticks&) const = default;
};

Yardsticks yardsticks_of(const Workspace& workspace, std::span<const GateResult> gates);

/// Under the new id of a touchpoint.
void rename_touchpoint(Yardsticks& yardsticks, std::string_view from, std::string_view to);

/// Without those of a touchpoint, KPI or outcome, by its id: what is gone is told by itself.
void forget(Yardsticks& yardsticks, std::string_view id);

/// One that demands less than it did, or is gone; of scales and terms, that are others.
struct MovedYardstick {
  std::string what;  ///< `gap_at_most`, `touchpoint/pay/wait`, `scale`, `reading/survey/rows`
  std::string text;  ///< `its limit is 9.0, was 4.0`
};

/// In a fixed order. What is read no more is one of them: under another name it may be read otherwise. Of a source that is gone that is
/// told once.
std::vector<MovedYardstick> moved_yardsticks(const Yardsticks& then, const Yardsticks& now);

}  // namespace mot

// A baseline: findings that a team knows of and starts from. Known ones pass, new ones fail.
#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "mot/analysis/compare/aims.h"
#include "mot/analysis/compare/known_gates.h"
#include "mot/analysis/compare/yardsticks.h"
#include "mot/findings/finding.h"

namespace mot {

/// What is known of a workspace.
struct Baseline {
  std::vector<std::string> fingerprints;            ///< of findings, sorted; as often as there are findings that share it
  std::map<std::string, std::size_t> amounts = {};  ///< by fingerprint: how much a finding that counts told of
  std::vector<KnownGate> gates = {};                ///< where `mot check` wrote it
  KnownAims aims = {};                              ///< likewise; an older baseline does not say
  Yardsticks yardsticks = {};                       ///< likewise
  bool operator==(const Baseline&) const = default;
};

Baseline baseline_of(const Findings& findings, const Sources& sources);

/// JSON with a fingerprint a line, so that a change reads well: `{"format_version": 1, "findings": ["no-owner/pay"], "gates": [{"name":
/// "gap_at_most", "value": 5.0, "holds": false, "breaking": {"gap_at_most/pay": 5.2}}]}`; without gates, no word of them, and none of
/// "amounts", a number by fingerprint, where nothing was counted. What touchpoints were held against stands as `"aims": {"aim-lowered/pay":
/// {"company": 8.0, "target": 8.0, "importance": 5.0, "moment_of_truth": true, "adequate": 5.0, "answers": 92}}`, and what figures are held
/// against and read by as `"yardsticks": {"scale": [0.0, 10.0], "limits": {"gap_at_most": 4.0}, "targets": {"project/on-time":
/// {"target": 90.0, "better": "higher"}}, "readings": {"reading/survey/Q1": "1 to 5"}}`.
std::string to_json(const Baseline& baseline);
/// Throws std::runtime_error: the baseline is not one for this reason, which completes "the baseline …".
[[noreturn]] void refuse_baseline(std::string_view what);

/// Throws as `refuse_baseline` does where a text is no baseline, or counts what nobody could have counted.
Baseline baseline_from_json(std::string_view json);

/// Findings held against a baseline. One that tells of more than the baseline does is fresh.
struct BaselineComparison {
  Findings fresh;         ///< those that the baseline does not know, in their order
  Findings known;         ///< those that it knows, in their order
  std::size_t fixed = 0;  ///< fingerprints that no finding has any more and that can be pruned
};

BaselineComparison compare(Findings findings, const Baseline& baseline, const Sources& sources);

}  // namespace mot

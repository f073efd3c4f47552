#include "mot/check/aim_findings.h"

#include <fmt/format.h>

#include <algorithm>
#include <string_view>
#include <vector>

#include "mot/analysis/coverage.h"
#include "mot/analysis/delivered.h"
#include "mot/text/utf8.h"

namespace mot {

Findings aim_findings(const KnownAims& known, const Workspace& workspace, const Analysis& analysis) {
  Findings findings;
  for (std::size_t i = 0; i < workspace.touchpoints.size(); ++i) {
    const Touchpoint& touchpoint = workspace.touchpoints[i];
    const auto before = known.find(touchpoint.id.value);
    const std::string lower = before == known.end() ? "" : lowered_text(before->second, touchpoint, analysis.touchpoints[i]);
    if (lower.empty()) continue;
    Finding& finding =
        findings.report("aim-lowered", touchpoint.id.span,
                        fmt::format("'{}' is held against less than the baseline knows: {}; where that is meant, write the baseline anew",
                                    printable(touchpoint.id.value), lower));
    finding.subjects = {touchpoint.id.value};
  }
  return findings;
}

namespace {

/// What the baseline knows of touchpoints that are in none of the files.
KnownAims gone_ones(const KnownAims& known, const Workspace& workspace) {
  KnownAims gone = known;
  for (const Touchpoint& touchpoint : workspace.touchpoints) gone.erase(touchpoint.id.value);
  return gone;
}

}  // namespace

Findings gone_findings(const KnownAims& known, const Workspace& workspace) {
  Findings findings;
  for (const auto& [id, aim] : gone_ones(known, workspace)) {
    const std::string wanted = aim.target ? fmt::format(" ({:.1f} was wanted)", *aim.target) : "";
    Finding& finding =
        findings.report("aim-lowered", workspace.project.span,
                        fmt::format("'{}' is not in the workspace any more{}, and what it broke is not found any more; where "
                                    "that is meant, or it goes by another id now, write the baseline anew",
                                    printable(id), wanted));
    finding.subjects = {id};
  }
  return findings;
}

namespace {

/// A share that touchpoints have together.
std::optional<double> share_of(std::string_view gate, const Workspace& workspace, const Analysis& analysis,
                               std::span<const std::size_t> touchpoints) {
  if (gate == "delivered_at_least") return delivered_of(analysis.touchpoints, touchpoints, workspace.project.scale).value;
  if (gate == "coverage_at_least") return coverage_of(analysis.touchpoints, touchpoints);
  return std::nullopt;
}

}  // namespace

Findings diluted_findings(const KnownAims& known, std::span<const KnownGate> gates, std::span<const GateResult> now,
                          const Workspace& workspace, const Analysis& analysis) {
  std::vector<std::size_t> old_ones;
  for (std::size_t i = 0; i < workspace.touchpoints.size(); ++i)
    if (known.contains(workspace.touchpoints[i].id.value)) old_ones.push_back(i);
  const std::size_t new_ones = workspace.touchpoints.size() - old_ones.size();
  Findings findings;
  for (const GateResult& gate : now) {
    const auto then = std::ranges::find(gates, gate.name, &KnownGate::name);
    const bool is_mended = then != gates.end() && then->is_told && then->holds == false && gate.holds == true;
    const auto share = is_mended && new_ones > 0 ? share_of(gate.name, workspace, analysis, old_ones) : std::nullopt;
    if (!share || *share >= gate.limit) continue;
    Finding& finding = findings.report(
        "aim-lowered", gate.span,
        fmt::format("'{}' holds only with {} that the baseline does not know: of those that it knows it is {:.1f}; where they belong "
                    "there, write the baseline anew",
                    gate.name, new_ones == 1 ? "a touchpoint" : fmt::format("{} touchpoints", new_ones), *share));
    finding.subjects = {std::string(gate.name)};
  }
  return findings;
}

Findings yardstick_findings(const KnownAims& known, Yardsticks then, const Yardsticks& now, const Workspace& workspace) {
  Findings findings;
  for (const auto& [id, aim] : gone_ones(known, workspace)) forget(then, id);
  for (const MovedYardstick& moved : moved_yardsticks(then, now)) {
    Finding& finding = findings.report(
        "aim-lowered", workspace.project.span,
        fmt::format("'{}': {}, says the baseline; where that is meant, write the baseline anew", printable(moved.what), moved.text));
    finding.subjects = {moved.what};
  }
  return findings;
}

}  // namespace mot

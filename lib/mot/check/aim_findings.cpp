#include "mot/check/aim_findings.h"

#include <fmt/format.h>

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

}  // namespace mot

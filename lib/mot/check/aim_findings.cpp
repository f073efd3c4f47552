#include "mot/check/aim_findings.h"

#include <fmt/format.h>

#include <set>
#include <string_view>

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

Findings gone_findings(const KnownAims& known, const Workspace& workspace) {
  std::set<std::string_view> here;
  for (const Touchpoint& touchpoint : workspace.touchpoints) here.insert(touchpoint.id.value);
  Findings findings;
  for (const auto& [id, aim] : known) {
    if (here.contains(id)) continue;
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

}  // namespace mot

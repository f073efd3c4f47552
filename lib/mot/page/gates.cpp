// How the gates of the project stand: what is broken first, then what can't be decided, then what holds.
#include "mot/analysis/gates.h"

#include <algorithm>
#include <array>

#include "mot/check/gate_findings.h"
#include "mot/page/content.h"

namespace mot {
namespace {

/// How a gate stands, and how the page shows that.
struct GateStanding {
  std::optional<bool> holds;
  const char* style;
};

constexpr std::array<GateStanding, 3> standings = {{{false, "gate broken-gate"}, {std::nullopt, "gate open-gate"}, {true, "gate weak"}}};

}  // namespace

Json gates_content(const ReportInput& input) {
  const auto& [answers, analysis, findings] = input.review;
  Json content = Json::array();
  if (!input.only.empty()) return content;
  const Workspace& workspace = input.loaded.workspace;
  const auto gates = held_behind(findings, judge_gates(workspace, analysis));
  for (const auto& [holds, style] : standings) {
    for (const GateResult& gate : gates) {
      if (gate.holds != holds) continue;
      content.push_back({{"style", style}, {"text", gate_text(gate, workspace, input.wording())}, {"is_strong", holds != true}});
    }
  }
  return content;
}

}  // namespace mot

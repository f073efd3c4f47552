// What was lost of the answers, and how the gates of the project stand: what is broken first, then what can't be decided, then what holds.
#include "mot/analysis/gates.h"

#include <algorithm>
#include <array>

#include "mot/check/gate_findings.h"
#include "mot/page/content.h"
#include "mot/tables/sentences.h"

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
  const Workspace& workspace = input.loaded.workspace;
  if (const std::string lost = lost_sentence(workspace, analysis, input.wording()); !lost.empty())
    content.push_back({{"style", "gate open-gate"}, {"text", lost}, {"is_strong", true}});
  if (!input.only.empty()) return content;
  const auto gates = held_behind(findings, judge_gates(workspace, analysis));
  for (const auto& [holds, style] : standings) {
    for (const GateResult& gate : gates) {
      if (gate.holds != holds) continue;
      content.push_back(
          {{"style", style}, {"text", gate_text(gate, workspace, input.wording(), GateReader::of_the_page)}, {"is_strong", holds != true}});
    }
  }
  return content;
}

}  // namespace mot

#include "mot/tables/gate_text.h"

#include <fmt/format.h>

namespace mot {
namespace {

std::string ids_of(const std::vector<std::size_t>& touchpoints, const Workspace& workspace) {
  constexpr std::size_t most = 5;  // a line that is read at a glance
  std::string ids;
  for (std::size_t i = 0; i < touchpoints.size() && i < most; ++i)
    ids += (i > 0 ? ", " : "") + workspace.touchpoints[touchpoints[i]].id.value;
  return touchpoints.size() > most ? ids + fmt::format(" and {} more", touchpoints.size() - most) : ids;
}

}  // namespace

std::string gate_text(const GateResult& gate, const Workspace& workspace) {
  const std::string value = gate.value ? fmt::format("{:.1f}", *gate.value) : "unknown";
  const std::string_view verdict = !gate.holds ? "cannot be judged" : *gate.holds ? "holds" : "is broken";
  std::string line = fmt::format("gate '{}: {}' {}: {}", gate.name, gate.limit, verdict, value);
  if (!gate.breaking.empty()) line += " at " + ids_of(gate.breaking, workspace);
  if (!gate.not_judged.empty()) line += "; not judged: " + ids_of(gate.not_judged, workspace);
  return line;
}

}  // namespace mot

#include "mot/write/json/gates_json.h"

namespace mot {

Json gates_json(std::span<const GateResult> gates, const Workspace& workspace) {
  Json list = Json::array();
  for (const GateResult& gate : gates) {
    list.push_back({{"name", gate.name},
                    {"limit", gate.limit},
                    {"value", json_of(gate.value)},
                    {"holds", gate.holds ? Json(*gate.holds) : Json(nullptr)},
                    {"breaking", ids_of(gate.breaking, workspace.touchpoints)},
                    {"not_judged", ids_of(gate.not_judged, workspace.touchpoints)},
                    {"bounds", json_of(gate.bounds)},
                    {"lost_at", ids_of(gate.lost_at, workspace.touchpoints)},
                    {"kpis_lost", gate.kpis_lost},
                    {"kpis_breaking", gate.kpis_breaking},
                    {"kpis_not_judged", gate.kpis_not_judged},
                    {"judged", gate.is_judged}});
  }
  return list;
}

}  // namespace mot

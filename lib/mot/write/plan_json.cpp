#include "mot/write/plan_json.h"

#include "mot/write/json_values.h"

namespace mot {

std::string plan_json(const Workspace& workspace, const Plan& plan) {
  Json actions = Json::array();
  for (const ActionFigures& figures : plan.actions) {
    const Action& action = workspace.actions[figures.action];
    actions.push_back({{"id", action.id.value},
                       {"status", name_of(action.status.value)},
                       {"effort", action.effort ? Json(action.effort->value) : Json(nullptr)},
                       {"value", json_of(figures.value)},
                       {"value_for_effort", json_of(figures.value_for_effort)},
                       {"rank", json_of(figures.rank)}});
  }
  return document_text({{"format_version", 1},
                        {"actions", std::move(actions)},
                        {"delivered_now", json_of(plan.now.value)},
                        {"delivered_after", json_of(plan.after.value)}});
}

}  // namespace mot

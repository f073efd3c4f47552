#include "mot/write/json/plan_json.h"

#include "mot/write/json/json_values.h"

namespace mot {

std::string plan_json(const Workspace& workspace, const ActionPlan& plan, Date today) {
  Json actions = Json::array();
  for (const ActionFigures& figures : plan.actions) {
    const Action& action = workspace.actions[figures.action];
    actions.push_back({{"id", action.id.value},
                       {"status", name_of(action.status.value)},
                       {"effort", action.effort ? Json(action.effort->value) : Json(nullptr)},
                       {"value", json_of(figures.value)},
                       {"value_for_effort", json_of(figures.value_for_effort)},
                       {"rank", json_of(figures.rank)},
                       {"owner", action.owner ? Json(action.owner->value) : Json(nullptr)},
                       {"due", action.due ? Json(to_string(action.due->value)) : Json(nullptr)},
                       {"overdue", is_overdue(action, today)},
                       {"not_counted", ids_of(figures.not_counted, workspace.touchpoints)}});
  }
  Json journeys = Json::array();
  for (std::size_t i = 0; i < plan.journeys.size(); ++i) {
    journeys.push_back({{"id", workspace.journeys[i].id.value},
                        {"delivered_now", json_of(plan.journeys[i].now.value)},
                        {"delivered_after", json_of(plan.journeys[i].after.value)}});
  }
  return document_text({{"format_version", 1},
                        {"actions", std::move(actions)},
                        {"delivered_now", json_of(plan.now.value)},
                        {"delivered_after", json_of(plan.after.value)},
                        {"today", to_string(today)},
                        {"journeys", std::move(journeys)}});
}

}  // namespace mot

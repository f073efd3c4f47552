#include "mot/analysis/compare/fields.h"

#include "mot/analysis/compare/thing_leaves.h"
#include "mot/load/fields/touchpoint_fields.h"

namespace mot {

std::span<const std::string> compared_fields() {
  static const std::vector<std::string> names = names_but_id<Touchpoint>();
  return names;
}

std::vector<FieldValue> field_values_of(const Touchpoint& touchpoint) {
  return values_but_id(touchpoint);
}

std::vector<std::string> stages_by_touchpoint(const Workspace& workspace) {
  std::vector<std::string> stages(workspace.touchpoints.size());
  for (const Journey& journey : workspace.journeys) {
    for (const Stage& stage : journey.stages) {
      for_each_touchpoint(stage.steps, [&](const Link<Touchpoint>& link) {
        if (!link.index) return;
        std::string& list = stages[*link.index];
        list += (list.empty() ? "" : "; ") + journey.id.value + "/" + stage.id.value;
      });
    }
  }
  return stages;
}

}  // namespace mot

#include "mot/view/matrix/blocks.h"

#include <algorithm>
#include <iterator>

#include "mot/analysis/sets.h"
#include "mot/words/wording.h"

namespace mot::matrix {

namespace {

/// Those of the workspace in its order; then nothing, for touchpoints of none.
std::vector<std::optional<std::size_t>> departments_in(const Workspace& workspace, const Touchpoints& touchpoints) {
  std::vector<std::optional<std::size_t>> departments;
  for (std::size_t i = 0; i < workspace.departments.size(); ++i) {
    if (!of_department(workspace, touchpoints, i).empty()) departments.emplace_back(i);
  }
  if (!of_department(workspace, touchpoints, std::nullopt).empty()) departments.emplace_back();
  return departments;
}

}  // namespace

Touchpoints of_department(const Workspace& workspace, const Touchpoints& all, std::optional<std::size_t> department) {
  Touchpoints own;
  std::copy_if(all.begin(), all.end(), std::back_inserter(own),
               [&](std::size_t i) { return workspace.touchpoints[i].department.index == department; });
  return own;
}

Touchpoints all_of(const Block& block) {
  Touchpoints all;
  for (const Column& column : block.columns) all.insert(all.end(), column.touchpoints.begin(), column.touchpoints.end());
  std::sort(all.begin(), all.end());
  all.erase(std::unique(all.begin(), all.end()), all.end());
  return all;
}

Block overview_of(const Workspace& workspace) {
  const Wording wording(workspace.project);
  Block block{std::string(overview_id), wording("All journeys"), {}, {}};
  Touchpoints elsewhere = all_touchpoints(workspace);
  for (const Journey& journey : workspace.journeys) {
    Touchpoints own = touchpoints_of(workspace, journey);
    std::erase_if(elsewhere, [&](std::size_t i) { return std::binary_search(own.begin(), own.end(), i); });
    block.columns.push_back({journey.id.value, journey.name.value, std::move(own)});
  }
  if (!elsewhere.empty()) block.columns.push_back({"none", wording("On no journey"), std::move(elsewhere)});
  for (std::size_t i = 0; i < workspace.departments.size(); ++i) block.departments.emplace_back(i);
  if (!of_department(workspace, all_touchpoints(workspace), std::nullopt).empty()) block.departments.emplace_back();
  return block;
}

Block block_of(const Workspace& workspace, const Journey& journey) {
  Block block{"journey-" + journey.id.value, journey.name.value, {}, {}};
  for (const Stage& stage : journey.stages) block.columns.push_back({stage.id.value, stage.name.value, touchpoints_of(workspace, stage)});
  block.departments = departments_in(workspace, all_of(block));
  return block;
}

}  // namespace mot::matrix

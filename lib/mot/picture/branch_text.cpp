#include "mot/picture/branch_text.h"

#include <fmt/format.h>

#include "mot/words/wording.h"

namespace mot::journey {
namespace {

std::string stop_name(const Workspace& workspace, const Stop& stop) {
  return stop.touchpoint ? workspace.touchpoints[*stop.touchpoint].name.value : workspace.journeys[*stop.journey].name.value;
}

}  // namespace

std::string condition_of(const Branch& branch) {
  return branch.share ? fmt::format("{} ({:.3g}\u00a0%)", branch.when.value, *branch.share) : branch.when.value;
}

std::string conditions_of(const PathColumns& plan, std::size_t stop) {
  std::string text;
  for (auto at = plan.path.stops[stop].branch; at; at = plan.path.branches[*at].inside) {
    const Branch& branch = plan.path.branches[*at];
    if (branch.begin != stop) break;
    text = condition_of(branch) + (text.empty() ? "" : ", ") + text;
  }
  return text;
}

std::optional<std::size_t> branch_ending_at(const PathColumns& plan, std::size_t stop) {
  const auto& branch = plan.path.stops[stop].branch;
  if (!branch || !plan.path.branches[*branch].is_written) return std::nullopt;
  for (std::size_t later = stop + 1; later < plan.path.branches[*branch].end; ++later) {
    if (plan.path.stops[later].branch == branch) return std::nullopt;
  }
  return branch;
}

std::string way_on_text(const Workspace& workspace, const PathColumns& plan, const Branch& branch, std::size_t column,
                        std::string_view number) {
  const Wording wording(workspace.project);
  if (branch.leaves) return column + 1 < plan.columns.size() ? wording("leaves the journey") : "";
  if (!branch.goes_on) return "";
  const Stop& target = plan.path.stops[*branch.goes_on];
  if (!target.branch && plan.columns_of_stops[*branch.goes_on] == column + 1) return "";
  const std::string place = fmt::format("{}{}{}", number, number.empty() ? "" : " ", stop_name(workspace, target));
  return wording(*branch.goes_on < branch.begin ? "back to {place}" : "on at {place}", {{"place", place}});
}

std::vector<std::string> shortcuts_from(const Workspace& workspace, const PathColumns& plan, std::size_t stop) {
  const Wording wording(workspace.project);
  std::vector<std::string> texts;
  for (const Branch& branch : plan.path.branches) {
    if (branch.begin != branch.end || branch.follows != stop) continue;
    const std::string on = way_on_text(workspace, plan, branch, plan.columns_of_stops[stop], "");
    texts.push_back(
        wording("when {condition}: {way}", {{"condition", condition_of(branch)}, {"way", on.empty() ? wording("straight on") : on}}));
  }
  return texts;
}

std::string way_on_text(const Workspace& workspace, const PathColumns& plan, std::size_t stop) {
  const auto branch = branch_ending_at(plan, stop);
  return branch ? way_on_text(workspace, plan, plan.path.branches[*branch], plan.columns_of_stops[stop], "") : "";
}

}  // namespace mot::journey

#include "mot/tables/holes.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <iterator>
#include <set>
#include <unordered_map>

namespace mot {
namespace {

/// Whom a rule of coverage is about, where not a touchpoint.
enum class About : std::uint8_t { department, persona, nobody };

constexpr struct {
  RuleId rule;
  About about;
} rules_about_others[] = {
    {"empty-department", About::department},
    {"persona-without-journey", About::persona},
    {"persona-without-advocate", About::persona},
    {"flag-not-flown", About::persona},
    {"empty-stage", About::nobody},
    {"journey-without-moment-of-truth", About::nobody},
    {"no-lasting-relationship", About::nobody},
};

/// Who answers for whom, by id.
using People = std::unordered_map<std::string_view, std::optional<Text>>;

People owners_in(const Workspace& workspace) {
  People owners;
  for (const Touchpoint& touchpoint : workspace.touchpoints) {
    const auto& department = touchpoint.department.index;
    owners.emplace(touchpoint.id.value, touchpoint.owner || !department ? touchpoint.owner : workspace.departments[*department].lead);
  }
  return owners;
}

People leads_in(const Workspace& workspace) {
  People leads;
  for (const Department& department : workspace.departments) leads.emplace(department.id.value, department.lead);
  return leads;
}

People advocates_in(const Workspace& workspace) {
  People advocates;
  for (const Persona& persona : workspace.personas) advocates.emplace(persona.id.value, persona.advocate);
  return advocates;
}

/// Names by id; of several things at once, and of a stage, by their ids as they are joined.
using Names = std::unordered_map<std::string, std::string>;

template <class Things>
void add_names(const Things& things, Names& names) {
  for (const auto& thing : things) names.emplace(thing.id.value, thing.name.value);
}

Names names_about(About about, const Workspace& workspace) {
  Names names;
  if (about == About::department) add_names(workspace.departments, names);
  if (about == About::persona) add_names(workspace.personas, names);
  if (about != About::nobody) return names;
  add_names(workspace.journeys, names);
  for (const Journey& journey : workspace.journeys) {
    for (const Stage& stage : journey.stages)
      names.emplace(journey.id.value + "/" + stage.id.value, fmt::format("{}: {}", journey.name.value, stage.name.value));
  }
  return names;
}

/// What findings about coverage are about, as people call it.
class Subjects {
 public:
  explicit Subjects(const Workspace& workspace)
      : others_{names_about(About::department, workspace), names_about(About::persona, workspace), names_about(About::nobody, workspace)} {
    add_names(workspace.touchpoints, touchpoints_);
  }

  std::string name_of(const Finding& finding) const {
    const auto row = std::ranges::find(rules_about_others, finding.rule, [](const auto& other) { return other.rule; });
    if (row != std::end(rules_about_others))
      return named(fmt::format("{}", fmt::join(finding.subjects, "/")), others_[static_cast<std::size_t>(row->about)]);
    std::vector<std::string> names;
    for (const std::string& id : finding.subjects) names.push_back(named(id, touchpoints_));
    return fmt::format("{}", fmt::join(names, ", "));
  }

 private:
  static std::string named(const std::string& id, const Names& names) {
    const auto found = names.find(id);
    return found == names.end() ? id : found->second;
  }

  Names touchpoints_;
  std::array<Names, 3> others_;  ///< by About
};

class Responsible {
 public:
  explicit Responsible(const Workspace& workspace)
      : owners_(owners_in(workspace)), others_{leads_in(workspace), advocates_in(workspace), People()} {}

  std::optional<std::string> for_finding(const Finding& finding) const {
    if (finding.subjects.empty()) return std::nullopt;
    const auto row = std::ranges::find_if(rules_about_others, [&](const auto& other) { return other.rule == finding.rule; });
    const People& people = row == std::end(rules_about_others) ? owners_ : others_[static_cast<std::size_t>(row->about)];
    const auto found = people.find(finding.subjects.front());
    return found == people.end() || !found->second ? std::nullopt : std::optional(found->second->value);
  }

 private:
  People owners_;
  std::array<People, 3> others_;  ///< by About
};

/// Several touchpoints may be spoken of at once: `rebook/claim`.
bool names_any(const std::set<std::string_view>& ids, std::string_view joined) {
  while (!joined.empty()) {
    const std::string_view id = joined.substr(0, joined.find('/'));
    if (ids.contains(id)) return true;
    joined.remove_prefix(std::min(joined.size(), id.size() + 1));
  }
  return false;
}

}  // namespace

std::vector<Hole> holes_at_touchpoints(const std::vector<Hole>& holes, const Workspace& workspace) {
  std::set<std::string_view> ids;
  for (const Touchpoint& touchpoint : workspace.touchpoints) ids.insert(touchpoint.id.value);
  const auto is_here = [&](const Hole& hole) {
    const bool is_elsewhere = std::ranges::any_of(rules_about_others, [&](const auto& other) { return other.rule.id() == hole.kind; });
    return !is_elsewhere && names_any(ids, hole.id);
  };
  std::vector<Hole> here;
  std::ranges::copy_if(holes, std::back_inserter(here), is_here);
  return here;
}

std::vector<Hole> holes_in(const Workspace& workspace, const Findings& findings) {
  const Responsible responsible(workspace);
  const Subjects subjects(workspace);
  std::vector<Hole> holes;
  for (const Finding& finding : findings) {
    if (finding.rule.rule().tier != Tier::coverage) continue;
    holes.push_back({.kind = finding.rule.id(),
                     .id = fmt::format("{}", fmt::join(finding.subjects, "/")),
                     .name = subjects.name_of(finding),
                     .message = finding.message,
                     .who = responsible.for_finding(finding)});
  }
  return holes;
}

}  // namespace mot

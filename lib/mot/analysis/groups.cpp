#include "mot/analysis/groups.h"

#include <algorithm>
#include <map>
#include <set>
#include <string_view>

#include "mot/analysis/paths.h"
#include "mot/analysis/sets.h"
#include "mot/analysis/stages.h"

namespace mot {
namespace {

/// A key and what people call it.
struct Label {
  std::string key;
  std::string name;
};

/// Puts touchpoints into groups; the groups keep the order in which they were opened.
class Sorting {
 public:
  explicit Sorting(GroupBy by) : by_(by) {}
  void open(Label label) {
    if (place_.emplace(label.key, groups_.size()).second) groups_.push_back(group(std::move(label.key), std::move(label.name)));
  }
  void put(std::size_t touchpoint, const std::optional<std::string>& key) {
    const auto place = key ? place_.find(*key) : place_.end();
    (place == place_.end() ? without_key_ : groups_[place->second].touchpoints).push_back(touchpoint);
  }
  void fill(std::string_view key, std::vector<std::size_t> touchpoints) {
    groups_[place_.find(key)->second].touchpoints = std::move(touchpoints);
  }
  std::vector<Group> groups() && {
    if (!without_key_.empty()) {
      groups_.push_back(group(std::nullopt, ""));
      groups_.back().touchpoints = std::move(without_key_);
    }
    return std::move(groups_);
  }

 private:
  Group group(std::optional<std::string> key, std::string name) const {
    return {.by = by_, .key = std::move(key), .name = std::move(name), .touchpoints = {}, .summary = {}, .servqual = {}, .peak_end = {}};
  }

  GroupBy by_;
  std::vector<Group> groups_;
  std::map<std::string, std::size_t, std::less<>> place_;
  std::vector<std::size_t> without_key_;
};

/// Of a vocabulary only what is used: words that nobody chose say nothing.
std::vector<Group> used(std::vector<Group> groups) {
  std::erase_if(groups, [](const Group& group) { return group.touchpoints.empty(); });
  return groups;
}

using KeyOf = std::optional<std::string> (*)(const Touchpoint&);

/// Every touchpoint goes where its key says.
std::vector<Group> sorted_by_key(Sorting sorting, const Workspace& workspace, KeyOf key_of) {
  for (std::size_t i = 0; i < workspace.touchpoints.size(); ++i) sorting.put(i, key_of(workspace.touchpoints[i]));
  return std::move(sorting).groups();
}

std::vector<Group> by_touchpoint(const Workspace&) {
  return {};
}

std::vector<Group> by_department(const Workspace& workspace) {
  Sorting sorting(GroupBy::department);
  for (const Department& department : workspace.departments) sorting.open({department.id.value, department.name.value});
  return sorted_by_key(std::move(sorting), workspace, [](const Touchpoint& touchpoint) {
    return touchpoint.department.index ? std::optional(touchpoint.department.value) : std::nullopt;
  });
}

std::string key_of(const Journey& journey, const Stage& stage) {
  return journey.id.value + "/" + stage.id.value;
}

std::vector<Group> by_stage(const Workspace& workspace) {
  Sorting sorting(GroupBy::stage);
  for (const Journey& journey : workspace.journeys) {
    for (const Stage& stage : journey.stages) {
      const std::string key = key_of(journey, stage);
      sorting.open({key, journey.name.value + ": " + stage.name.value});
      sorting.fill(key, touchpoints_of(workspace, stage));
    }
  }
  return std::move(sorting).groups();
}

std::vector<Group> by_journey(const Workspace& workspace) {
  Sorting sorting(GroupBy::journey);
  for (const Journey& journey : workspace.journeys) {
    sorting.open({journey.id.value, journey.name.value});
    sorting.fill(journey.id.value, touchpoints_of(workspace, journey));
  }
  return std::move(sorting).groups();
}

std::vector<Group> by_persona(const Workspace& workspace) {
  Sorting sorting(GroupBy::persona);
  for (const Persona& persona : workspace.personas) {
    sorting.open({persona.id.value, persona.name.value});
    sorting.fill(persona.id.value, all_touchpoints(workspace));
  }
  return std::move(sorting).groups();
}

std::vector<Group> by_channel(const Workspace& workspace) {
  Sorting sorting(GroupBy::channel);
  for (const Channel& channel : workspace.channels) {
    sorting.open({channel.id.value, channel.name ? channel.name->value : channel.id.value});
  }
  for (std::size_t i = 0; i < workspace.touchpoints.size(); ++i) {
    std::set<std::string_view> counted;
    for (const auto& channel : workspace.touchpoints[i].channels) {
      if (counted.insert(channel.value).second) sorting.put(i, channel.value);
    }
    if (counted.empty()) sorting.put(i, std::nullopt);
  }
  return used(std::move(sorting).groups());
}

std::vector<Group> by_level(const Workspace& workspace) {
  Sorting sorting(GroupBy::level);
  for (const std::string_view name : names_of<Level>) sorting.open({std::string(name), std::string(name)});
  return used(sorted_by_key(std::move(sorting), workspace, [](const Touchpoint& touchpoint) {
    return touchpoint.level ? std::optional(std::string(name_of(touchpoint.level->value))) : std::nullopt;
  }));
}

std::vector<Group> by_dimension(const Workspace& workspace) {
  Sorting sorting(GroupBy::dimension);
  for (const Text& dimension : workspace.project.dimensions) sorting.open({dimension.value, dimension.value});
  if (workspace.project.dimensions.empty()) {
    for (const std::string_view name : servqual_dimensions) sorting.open({std::string(name), std::string(name)});
  }
  return used(sorted_by_key(std::move(sorting), workspace, [](const Touchpoint& touchpoint) {
    return touchpoint.dimension ? std::optional(touchpoint.dimension->value) : std::nullopt;
  }));
}

using GroupsOf = std::vector<Group> (*)(const Workspace&);
/// In the order of GroupBy.
constexpr std::array<GroupsOf, names_of<GroupBy>.size()> kinds = {by_touchpoint, by_department, by_stage, by_journey,
                                                                  by_persona,    by_channel,    by_level, by_dimension};

void summarise(const Workspace& workspace, const Analysis& analysis, Group& group) {
  const std::vector<Figures>& figures = analysis.touchpoints;
  group.summary = summary_of(workspace, analysis, group.touchpoints);
  double sum = 0, n = 0;
  for (const std::size_t touchpoint : group.touchpoints) {
    const auto& gap = figures[touchpoint].gaps.customer;
    if (!gap) continue;
    sum -= *gap;
    ++n;
  }
  if (n > 0) group.servqual = finite(sum / n);
}

/// Groups in the order of `by_stage`: two stages of one id, which is an error, have one.
void count_branches_by_share(const Workspace& workspace, const Analysis& analysis, std::vector<Group>& groups) {
  auto group = groups.begin();
  for (const Journey& journey : workspace.journeys) {
    std::vector<Summary> summaries = summaries_of_stages(workspace, analysis, journey);
    for (std::size_t i = 0; i < summaries.size() && group != groups.end(); ++i) {
      if (group->key == key_of(journey, journey.stages[i])) (group++)->summary = std::move(summaries[i]);
    }
  }
}

/// Coverage goes by all answers, whoever's the scores are.
Analysis with_facets_of(const Analysis& all, Analysis own) {
  for (std::size_t i = 0; i < own.touchpoints.size(); ++i) {
    own.touchpoints[i].present = all.touchpoints[i].present;
    own.touchpoints[i].missing = all.touchpoints[i].missing;
  }
  return own;
}

}  // namespace

std::vector<Group> groups_by(GroupBy by, const Workspace& workspace, const Answers& answers, const Analysis& analysis) {
  std::vector<Group> groups = kinds[static_cast<std::size_t>(by)](workspace);
  for (std::size_t i = 0; i < groups.size(); ++i) {
    if (by == GroupBy::persona) {
      const Viewpoint viewpoint{analysis.method, analysis.importance_basis, i};
      summarise(workspace, with_facets_of(analysis, analyse(workspace, answers, viewpoint)), groups[i]);
    } else {
      summarise(workspace, analysis, groups[i]);
    }
    if (by == GroupBy::journey) {
      groups[i].summary = analysis.journeys[i];
      const auto remembered = peak_end(workspace, analysis.touchpoints, workspace.journeys[i]);
      if (remembered) groups[i].peak_end = remembered->value;
    }
  }
  if (by == GroupBy::stage) count_branches_by_share(workspace, analysis, groups);
  return groups;
}

std::optional<double> servqual_of(const std::vector<Group>& dimensions) {
  double sum = 0, n = 0;
  for (const Group& dimension : dimensions) {
    if (!dimension.key || !dimension.servqual) continue;
    sum += *dimension.servqual;
    ++n;
  }
  return n > 0 ? finite(sum / n) : std::nullopt;
}

}  // namespace mot

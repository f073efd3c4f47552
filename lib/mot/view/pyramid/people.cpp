#include "mot/view/pyramid/people.h"

#include <algorithm>
#include <functional>
#include <map>
#include <numeric>
#include <set>
#include <tuple>
#include <utility>

#include "mot/analysis/latitude.h"

namespace mot::pyramid {

namespace {

void add(std::vector<std::string>& values, const std::vector<Text>& texts) {
  for (const Text& text : texts) values.push_back(text.value);
}

/// Each value where it came first.
template <class Value>
void keep_first(std::vector<Value>& values) {
  std::set<Value> seen;
  std::erase_if(values, [&](const Value& value) { return !seen.insert(value).second; });
}

void add_empowerment(Role& role, const Empowerment& empowerment) {
  Decision decision;
  add(decision.may, empowerment.may);
  if (empowerment.limit) decision.limit = empowerment.limit->value;
  if (!decision.may.empty() || decision.limit) role.decisions.push_back(std::move(decision));
  add(role.knows, empowerment.knows);
  if (empowerment.asks) role.asks.push_back(empowerment.asks->value);
}

void finish(Role& role) {
  keep_first(role.decisions);
  keep_first(role.knows);
  keep_first(role.asks);
}

Latitude latitude_of(const Role& role, const Workspace& workspace) {
  if (!role.forbidding.empty()) return Latitude::forbidden;
  if (!role.blind.empty()) return Latitude::blind;
  if (!role.decisions.empty()) return Latitude::decides;
  const bool is_written = std::any_of(role.touchpoints.begin(), role.touchpoints.end(),
                                      [&](std::size_t i) { return workspace.touchpoints[i].empowerment.has_value(); });
  return is_written ? Latitude::asks_first : Latitude::unwritten;
}

/// Whether people of ours meet the customer there.
bool is_personal(const Workspace& workspace, const Touchpoint& touchpoint) {
  if (touchpoint.visibility.value != Visibility::frontstage) return false;
  return touchpoint.channels.empty() || std::ranges::any_of(touchpoint.channels, [&](const Link<Channel>& channel) {
           return !channel.index || !workspace.channels[*channel.index].self_service.value;
         });
}

/// Roles of a department together, the worst latitude first: the later one stands in its list, the more it asks to be seen.
void sort_by_latitude(std::vector<Role>& roles, std::size_t departments) {
  std::vector<Latitude> worst(departments + 1, Latitude::decides);  // of those in no department at the end
  const auto place = [&](const Role& role) { return role.department.value_or(departments); };
  for (const Role& role : roles) worst[place(role)] = std::max(worst[place(role)], role.latitude);
  std::ranges::stable_sort(roles, [&](const Role& one, const Role& other) {
    return std::tuple(worst[place(other)], place(one), other.latitude) < std::tuple(worst[place(one)], place(other), one.latitude);
  });
}

void add_roles(People& people, const Workspace& workspace) {
  using Key = std::pair<std::size_t, std::string>;  // departments in order, then none
  std::map<Key, std::size_t> known;
  for (std::size_t i = 0; i < workspace.touchpoints.size(); ++i) {
    const Touchpoint& touchpoint = workspace.touchpoints[i];
    if (!touchpoint.role) people.without_role += is_personal(workspace, touchpoint);
    if (!touchpoint.role || touchpoint.visibility.value != Visibility::frontstage) continue;
    const Key key{touchpoint.department.index.value_or(workspace.departments.size()), touchpoint.role->value};
    const auto [at, is_new] = known.emplace(key, people.roles.size());
    if (is_new) {
      people.roles.emplace_back().name = touchpoint.role->value;
      people.roles.back().department = touchpoint.department.index;
    }
    Role& role = people.roles[at->second];
    role.touchpoints.push_back(i);
    if (touchpoint.empowerment) add_empowerment(role, *touchpoint.empowerment);
    if (has_policy_without_latitude(touchpoint)) role.forbidding.push_back(i);
    if (has_blind_latitude(touchpoint)) role.blind.push_back(i);
  }
  for (Role& role : people.roles) {
    finish(role);
    role.latitude = latitude_of(role, workspace);
  }
  sort_by_latitude(people.roles, workspace.departments.size());
}

void add_leads(People& people, const Workspace& workspace) {
  std::map<std::optional<std::string>, std::size_t> known;
  std::vector<std::size_t> leads;  // by department
  for (std::size_t i = 0; i < workspace.departments.size(); ++i) {
    const auto& text = workspace.departments[i].lead;
    const std::optional<std::string> name = text ? std::optional(text->value) : std::nullopt;
    const auto [at, is_new] = known.emplace(name, people.leads.size());
    if (is_new) people.leads.emplace_back().name = name;
    people.leads[at->second].departments.push_back(i);
    leads.push_back(at->second);
  }
  for (const Role& role : people.roles) {
    if (!role.department) continue;
    Lead& lead = people.leads[leads[*role.department]];
    ++lead.roles;
    lead.deciding += has_latitude(role);
  }
}

/// A role's moments come one after another, so that it is the last one where it is known already.
void add_last(std::vector<std::size_t>& roles, std::size_t role) {
  if (roles.empty() || roles.back() != role) roles.push_back(role);
}

/// Whom somebody at the front asks, found by name.
class AskedByName {
 public:
  explicit AskedByName(People& people) : people_(people) {
    for (std::size_t i = 0; i < people.leads.size(); ++i) {
      if (people.leads[i].name) leads_.emplace(*people.leads[i].name, i);
    }
  }

  /// At a moment, by a role or by nobody knows whom.
  void add(const std::string& name, std::optional<std::size_t> role) {
    if (const auto found = leads_.find(name); found != leads_.end()) {
      Lead& lead = people_.leads[found->second];
      role ? add_last(lead.asked_by, *role) : void(++lead.asked_at);
      return;
    }
    const auto [at, is_new] = asked_.emplace(name, people_.asked.size());
    if (is_new) people_.asked.emplace_back().name = name;
    Asked& asked = people_.asked[at->second];
    if (role) add_last(asked.roles, *role);
    ++asked.moments;
  }

 private:
  People& people_;
  std::map<std::string, std::size_t> leads_, asked_;
};

void add_asked(People& people, const Workspace& workspace) {
  AskedByName by_name(people);
  const auto add = [&](const Touchpoint& touchpoint, std::optional<std::size_t> role) {
    if (touchpoint.empowerment && touchpoint.empowerment->asks) by_name.add(touchpoint.empowerment->asks->value, role);
  };
  for (std::size_t i = 0; i < people.roles.size(); ++i) {
    for (const std::size_t touchpoint : people.roles[i].touchpoints) add(workspace.touchpoints[touchpoint], i);
  }
  for (const Touchpoint& touchpoint : workspace.touchpoints) {
    if (!touchpoint.role && touchpoint.visibility.value == Visibility::frontstage) add(touchpoint, std::nullopt);
  }
}

/// In their order.
void keep_worst(People& people, std::size_t most) {
  if (people.roles.size() <= most) return;
  std::vector<std::size_t> order(people.roles.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::ranges::stable_sort(order, std::greater<>(), [&](std::size_t i) { return people.roles[i].latitude; });
  for (std::size_t i = most; i < order.size(); ++i) people.left_out.push_back(people.roles[order[i]].name);
  order.resize(most);
  std::ranges::sort(order);
  std::vector<Role> kept;
  for (const std::size_t i : order) kept.push_back(std::move(people.roles[i]));
  people.roles = std::move(kept);
}

/// Of the departments whose roles are shown, and those whom roles ask.
void keep_their_leads(People& people) {
  const auto is_of_a_role = [&](std::size_t department) {
    return std::ranges::any_of(people.roles, [&](const Role& role) { return role.department == department; });
  };
  std::erase_if(people.leads, [&](const Lead& lead) {
    if (!lead.asked_by.empty() || lead.asked_at > 0 || std::ranges::any_of(lead.departments, is_of_a_role)) return false;
    if (lead.name) people.left_out.push_back(*lead.name);
    return true;
  });
}

}  // namespace

bool has_latitude(const Role& role) {
  return role.latitude == Latitude::decides;
}

People people_of(const Workspace& workspace, std::size_t most_roles) {
  People people;
  add_roles(people, workspace);
  add_leads(people, workspace);
  if (most_roles > 0) keep_worst(people, most_roles);
  add_asked(people, workspace);
  if (most_roles > 0) keep_their_leads(people);
  return people;
}

}  // namespace mot::pyramid

#include "mot/analysis/surroundings.h"

#include <fmt/format.h>

#include <type_traits>
#include <variant>

#include "mot/analysis/compare/thing_leaves.h"
#include "mot/load/fields/project_fields.h"
#include "mot/load/fields/survey_fields.h"

namespace mot {
namespace {

template <auto member, class Thing>
FieldValue said(const Thing& thing) {
  return yaml::Codec<std::remove_cvref_t<decltype(thing.*member)>>::said(thing.*member);
}

/// Stages are told apart by their ids; what stands in them shows at the touchpoints.
FieldValue stages_of(const Journey& journey) {
  std::vector<Id> ids;
  for (const Stage& stage : journey.stages) ids.push_back(stage.id);
  return yaml::Codec<std::vector<Id>>::said(ids);
}

/// What is compared of a thing: all that its field table leads to.
template <class Thing>
struct Compared {
  static std::vector<std::string> names() { return names_but_id<Thing>(); }
  static std::vector<FieldValue> values(const Thing& thing) { return values_but_id(thing); }
};

/// Its touchpoints are compared by themselves.
template <>
struct Compared<Department> {
  static std::vector<std::string> names() { return {"name", "lead", "notes", "links"}; }
  static std::vector<FieldValue> values(const Department& department) {
    return {said<&Department::name>(department), said<&Department::lead>(department), said<&Department::notes>(department),
            said<&Department::links>(department)};
  }
};

/// Two keys of its table, `persona` and `personas`, fill one list.
template <>
struct Compared<Journey> {
  static std::vector<std::string> names() {
    std::vector<std::string> names = names_but<Journey>({"id", "persona", "stages"});
    names.push_back("stages");
    return names;
  }
  static std::vector<FieldValue> values(const Journey& journey) {
    std::vector<FieldValue> values = values_but(journey, {"id", "persona", "stages"});
    values.push_back(stages_of(journey));
    return values;
  }
};

/// `pay`, a journey inside as `{claim}`, and of a branch its condition, its steps, its share and where it leads: `late: [call] 20 % → pay`.
/// No word of ours, for tables are in five languages.
std::string text_of(const PathStep& step) {
  if (!step.is_branch()) return step.journey.value.empty() ? step.touchpoint.value : "{" + step.journey.value + "}";
  std::string text = (step.when ? step.when->value : std::string("?")) + ": [";
  for (const PathStep& inner : step.steps) text += (&inner == step.steps.data() ? "" : ", ") + text_of(inner);
  text += "]";
  if (step.share) text += fmt::format(" {} %", step.share->value);
  if (step.then) text += " → " + step.then->value;
  return text;
}

/// The way through it. That a touchpoint came or went is told there, too; here, in which order, and how ways part.
FieldValue way_through(const Stage& stage) {
  std::vector<Text> steps;
  for (const PathStep& step : stage.steps) steps.push_back({text_of(step), step.span});
  return yaml::Codec<std::vector<Text>>::said(steps);
}

template <>
struct Compared<Stage> {
  static std::vector<std::string> names() {
    std::vector<std::string> names = names_but<Stage>({"id", "touchpoints"});
    names.push_back("touchpoints");
    return names;
  }
  static std::vector<FieldValue> values(const Stage& stage) {
    std::vector<FieldValue> values = values_but(stage, {"id", "touchpoints"});
    values.push_back(way_through(stage));
    return values;
  }
};

/// How the project measures, what it holds and what it writes besides.
template <>
struct Compared<Project> {
  static std::vector<std::string> names() { return yaml::leaf_names<Project>(); }
  static std::vector<FieldValue> values(const Project& project) { return yaml::leaf_values(project); }
};

template <auto list>
std::vector<DescribedThing> described(const Workspace& workspace) {
  std::vector<DescribedThing> described;
  for (const auto& thing : workspace.*list) {
    described.push_back({thing.id.value, Compared<std::remove_cvref_t<decltype(thing)>>::values(thing)});
  }
  return described;
}

std::vector<DescribedThing> described_stages(const Workspace& workspace) {
  std::vector<DescribedThing> described;
  for (const Journey& journey : workspace.journeys) {
    for (const Stage& stage : journey.stages) {
      described.push_back({journey.id.value + "/" + stage.id.value, Compared<Stage>::values(stage)});
    }
  }
  return described;
}

std::vector<DescribedThing> described_project(const Workspace& workspace) {
  return {{"project", Compared<Project>::values(workspace.project)}};
}

/// Every rule and tier, with the severity that is set for it by its own name. The last setting is the one that holds.
std::vector<DescribedThing> described_rules(const Workspace& workspace) {
  const auto setting_of = [&workspace](const auto& subject) -> FieldValue {
    FieldValue severity;
    for (const RuleSetting& setting : workspace.rules) {
      if (setting.subject == std::variant<RuleId, Tier>(subject)) severity = std::string(name_of(setting.severity));
    }
    return severity;
  };
  std::vector<DescribedThing> described;
  for (const Tier tier : {Tier::shape, Tier::links, Tier::coverage, Tier::sense, Tier::service})
    described.push_back({std::string(name_of(tier)), {setting_of(tier)}});
  for (const Rule& rule : rules) described.push_back({std::string(rule.id), {setting_of(*RuleId::named(rule.id))}});
  return described;
}

}  // namespace

std::span<const SurroundingKind> surrounding_kinds() {
  static const SurroundingKind kinds[] = {
      {"project", Compared<Project>::names(), described_project},
      {"department", Compared<Department>::names(), described<&Workspace::departments>},
      {"journey", Compared<Journey>::names(), described<&Workspace::journeys>},
      {"stage", Compared<Stage>::names(), described_stages, Mention::if_changed},
      {"persona", Compared<Persona>::names(), described<&Workspace::personas>},
      {"channel", Compared<Channel>::names(), described<&Workspace::channels>},
      {"source", Compared<SurveySource>::names(), described<&Workspace::sources>},
      {"rule", {"severity"}, described_rules, Mention::if_changed},
      {"action", Compared<Action>::names(), described<&Workspace::actions>},
  };
  return kinds;
}

}  // namespace mot

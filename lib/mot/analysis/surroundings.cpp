#include "mot/analysis/surroundings.h"

#include <type_traits>

namespace mot {
namespace {

template <class Thing>
struct ThingField {
  std::string_view name;
  FieldValue (*value)(const Thing&);
};

FieldValue stages_of(const Journey& journey) {
  return list_of(journey.stages, [](const Stage& stage) { return stage.id.value; });
}

FieldValue lift_of(const Action& action) {
  if (!action.lift) return std::nullopt;
  const FieldValue by_touchpoint =
      map_of(action.lift->by_touchpoint, [](const auto& entry) { return fmt::format("{}: {}", entry.key.value, entry.value.value); });
  return by_touchpoint ? by_touchpoint : value_of(action.lift->each);
}

template <class Thing>
struct Fields;

// clang-format off
template <>
struct Fields<Department> {
  static constexpr ThingField<Department> list[] = {
      {"name", [](const Department& d) { return FieldValue(d.name.value); }},
      {"lead", [](const Department& d) { return value_of(d.lead); }},
  };
};
template <>
struct Fields<Journey> {
  static constexpr ThingField<Journey> list[] = {
      {"name", [](const Journey& j) { return FieldValue(j.name.value); }},
      {"personas", [](const Journey& j) { return list_of(j.personas); }},
      {"stages", stages_of},
  };
};
template <>
struct Fields<Persona> {
  static constexpr ThingField<Persona> list[] = {
      {"name", [](const Persona& p) { return FieldValue(p.name.value); }},
      {"needs", [](const Persona& p) { return list_of(p.needs); }},
      {"flag", [](const Persona& p) { return value_of(p.flag); }},
      {"advocate", [](const Persona& p) { return value_of(p.advocate); }},
  };
};
template <>
struct Fields<Channel> {
  static constexpr ThingField<Channel> list[] = {
      {"name", [](const Channel& c) { return value_of(c.name); }},
      {"self_service", [](const Channel& c) { return c.self_service.value ? FieldValue(std::string("true")) : std::nullopt; }},
  };
};
template <>
struct Fields<Action> {
  static constexpr ThingField<Action> list[] = {
      {"name", [](const Action& a) { return FieldValue(a.name.value); }},
      {"touchpoints", [](const Action& a) { return list_of(a.touchpoints); }},
      {"owner", [](const Action& a) { return value_of(a.owner); }},
      {"status", [](const Action& a) { return FieldValue(std::string(name_of(a.status.value))); }},
      {"due", [](const Action& a) { return value_of(a.due); }},
      {"effort", [](const Action& a) { return value_of(a.effort); }},
      {"lift", lift_of},
  };
};
// clang-format on

template <class Thing>
std::vector<std::string_view> names_of_fields() {
  std::vector<std::string_view> names;
  for (const auto& field : Fields<Thing>::list) names.push_back(field.name);
  return names;
}

template <auto list>
std::vector<DescribedThing> described(const Workspace& workspace) {
  std::vector<DescribedThing> described;
  for (const auto& thing : workspace.*list) {
    DescribedThing& one = described.emplace_back();
    one.id = thing.id.value;
    for (const auto& field : Fields<std::remove_cvref_t<decltype(thing)>>::list) one.values.push_back(field.value(thing));
  }
  return described;
}

}  // namespace

std::span<const SurroundingKind> surrounding_kinds() {
  static const SurroundingKind kinds[] = {
      {"department", names_of_fields<Department>(), described<&Workspace::departments>},
      {"journey", names_of_fields<Journey>(), described<&Workspace::journeys>},
      {"persona", names_of_fields<Persona>(), described<&Workspace::personas>},
      {"channel", names_of_fields<Channel>(), described<&Workspace::channels>},
      {"action", names_of_fields<Action>(), described<&Workspace::actions>},
  };
  return kinds;
}

}  // namespace mot

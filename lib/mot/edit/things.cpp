#include "mot/edit/things.h"

#include <fmt/format.h>

#include <algorithm>

#include "mot/load/document.h"
#include "mot/load/fields/codecs.h"
#include "mot/load/fields/name_ids.h"
#include "mot/text/errors.h"
#include "mot/text/nearest.h"
#include "mot/text/utf8.h"

namespace mot::edit {
namespace {

template <class Record>
void add_all(ThingKind kind, const std::vector<Record>& records, std::vector<Thing>& things) {
  for (const Record& record : records) {
    Thing thing{kind, record.id.value, record.id.span, {}, {}};
    if constexpr (requires { record.span; }) thing.record = record.span;
    if constexpr (requires { record.name.span; }) thing.name_span = record.name.span;
    things.push_back(std::move(thing));
  }
}

/// Collects the places of one id.
class Places {
 public:
  explicit Places(std::string_view id) : id_(id) {}

  void add(const Text& text) {
    if (text.value == id_) spans_.push_back(text.span);
  }
  template <class Item>
  void add(const std::optional<Item>& item) {
    if (item) add(*item);
  }
  template <class Item>
  void add(const std::vector<Item>& items) {
    for (const Item& item : items) add(item);
  }
  template <class Key, class Value>
  void add_keys(const Entries<Key, Value>& entries) {
    for (const auto& entry : entries) add(entry.key);
  }
  template <class Key>
  void add_values(const Entries<Key, Text>& entries) {
    for (const auto& entry : entries) add(entry.value);
  }
  void add_meanings(const std::optional<WordColumn>& column) {
    if (column) add_values(column->values);
  }

  std::vector<Span> in_order() && {
    std::sort(spans_.begin(), spans_.end());
    spans_.erase(std::unique(spans_.begin(), spans_.end()), spans_.end());
    return std::move(spans_);
  }

 private:
  std::string_view id_;
  std::vector<Span> spans_;
};

/// What saved views name of a kind.
template <class Target>
void add_places_of_views(const Workspace& workspace, std::optional<Link<Target>> SavedView::*link, Places& places) {
  for (const SavedView& view : workspace.project.views) places.add(view.*link);
}

/// What steps name of a kind, and where branches go on.
template <class Target>
void add_places_of_steps(const Workspace& workspace, Link<Target> PathStep::*link, Places& places) {
  const auto add = [&](const auto& again, const std::vector<PathStep>& steps) -> void {
    for (const PathStep& step : steps) {
      places.add(step.*link);
      places.add(step.then);
      again(again, step.steps);
    }
  };
  for (const Journey& journey : workspace.journeys) {
    for (const Stage& stage : journey.stages) add(add, stage.steps);
  }
}

void add_places_of_touchpoint(const Workspace& workspace, Places& places) {
  for (const Touchpoint& touchpoint : workspace.touchpoints) {
    places.add(touchpoint.id);
    places.add(touchpoint.supports);
    places.add(touchpoint.recovery);
  }
  add_places_of_steps(workspace, &PathStep::touchpoint, places);
  for (const Action& action : workspace.actions) {
    places.add(action.touchpoints);
    if (action.lift) places.add_keys(action.lift->by_touchpoint);
  }
  for (const SurveySource& source : workspace.sources) {
    places.add_keys(source.columns);
    if (source.long_layout) places.add_values(source.long_layout->touchpoint.values);
    if (source.summary) places.add_values(source.summary->touchpoint.values);
  }
}

void add_places_of_persona(const Workspace& workspace, Places& places) {
  for (const Persona& persona : workspace.personas) places.add(persona.id);
  for (const Journey& journey : workspace.journeys) places.add(journey.personas);
  for (const Touchpoint& touchpoint : workspace.touchpoints) {
    places.add_keys(touchpoint.flags);
    if (touchpoint.desired && touchpoint.desired->customer) places.add_keys(touchpoint.desired->customer->by);
  }
  for (const SurveySource& source : workspace.sources) {
    places.add_meanings(source.persona);
    if (source.long_layout) places.add_meanings(source.long_layout->persona);
  }
  add_places_of_views(workspace, &SavedView::persona, places);
}

void add_places_of_department(const Workspace& workspace, Places& places) {
  for (const Department& department : workspace.departments) places.add(department.id);
  for (const Touchpoint& touchpoint : workspace.touchpoints) {
    places.add(touchpoint.department);
    places.add(touchpoint.involves);
  }
  add_places_of_views(workspace, &SavedView::department, places);
}

void add_places_of_channel(const Workspace& workspace, Places& places) {
  for (const Channel& channel : workspace.channels) places.add(channel.id);
  for (const Touchpoint& touchpoint : workspace.touchpoints) places.add(touchpoint.channels);
}

void add_heard(const std::vector<Observation>& observations, Places& places) {
  for (const Observation& observation : observations) places.add(observation.heard);
}

/// Sources and evidence are named by `heard` alike.
void add_places_of_what_was_heard(const Workspace& workspace, Places& places) {
  for (const SurveySource& source : workspace.sources) places.add(source.id);
  for (const Touchpoint& touchpoint : workspace.touchpoints) {
    for (const Evidence& evidence : touchpoint.evidence) {
      places.add(evidence.id);
    }
    if (touchpoint.desired && touchpoint.desired->customer) places.add(touchpoint.desired->customer->heard);
    add_heard(touchpoint.pains, places);
    add_heard(touchpoint.gains, places);
  }
  for (const Journey& journey : workspace.journeys) {
    for (const Stage& stage : journey.stages) {
      add_heard(stage.pains, places);
      add_heard(stage.gains, places);
    }
  }
}

template <class Record>
void add_ids(const std::vector<Record>& records, Places& places) {
  for (const Record& record : records) places.add(record.id);
}

}  // namespace

std::vector<Thing> things_of(const Workspace& workspace) {
  std::vector<Thing> things;
  add_all(ThingKind::touchpoint, workspace.touchpoints, things);
  add_all(ThingKind::action, workspace.actions, things);
  add_all(ThingKind::journey, workspace.journeys, things);
  add_all(ThingKind::persona, workspace.personas, things);
  add_all(ThingKind::department, workspace.departments, things);
  add_all(ThingKind::channel, workspace.channels, things);
  add_all(ThingKind::source, workspace.sources, things);
  for (const Touchpoint& touchpoint : workspace.touchpoints) {
    for (const Evidence& evidence : touchpoint.evidence) {
      if (evidence.id) things.push_back({ThingKind::evidence, evidence.id->value, evidence.id->span, {}, evidence.span});
    }
  }
  return things;
}

Thing thing_called(const Workspace& workspace, std::string_view id, std::optional<ThingKind> kind) {
  const std::vector<Thing> things = things_of(workspace);
  std::vector<std::string_view> known;
  const Thing* found = nullptr;
  for (const Thing& thing : things) {
    if (kind && thing.kind != *kind) continue;
    known.push_back(thing.id);
    if (thing.id != id) continue;
    if (found == nullptr) found = &thing;
    const bool is_clear = found->kind == thing.kind || found->kind == ThingKind::touchpoint;
    if (!is_clear) {
      throw NotFound(fmt::format("both a {} and a {} have the id '{}'; say which with --kind", name_of(found->kind), name_of(thing.kind),
                                 printable(id)));
    }
  }
  if (found != nullptr) return *found;
  throw NotFound(fmt::format("nothing{} has the id '{}'{}", kind ? fmt::format(" of the kind '{}'", name_of(*kind)) : "", printable(id),
                             did_you_mean(id, known)));
}

std::string free_id(const Workspace& workspace, ThingKind kind, std::string_view name) {
  constexpr std::size_t longest = 60;
  std::string stem = id_of_name(name, language_of(workspace)).substr(0, longest);
  while (stem.ends_with('-')) stem.pop_back();
  if (!is_id(stem)) stem = kind == ThingKind::touchpoint ? "moment" : name_of(kind);
  const std::vector<Thing> things = things_of(workspace);
  const auto is_taken = [&](const std::string& id) {
    return std::ranges::any_of(things, [&](const Thing& thing) { return thing.kind == kind && thing.id == id; });
  };
  std::string id = stem;
  for (std::size_t number = 2; is_taken(id); ++number) id = fmt::format("{}-{}", stem, number);
  return id;
}

std::vector<Span> places_of(const Workspace& workspace, const Thing& thing) {
  Places places(thing.id);
  switch (thing.kind) {
    case ThingKind::touchpoint:
      add_places_of_touchpoint(workspace, places);
      break;
    case ThingKind::persona:
      add_places_of_persona(workspace, places);
      break;
    case ThingKind::department:
      add_places_of_department(workspace, places);
      break;
    case ThingKind::channel:
      add_places_of_channel(workspace, places);
      break;
    case ThingKind::source:
    case ThingKind::evidence:
      add_places_of_what_was_heard(workspace, places);
      break;
    case ThingKind::action:
      add_ids(workspace.actions, places);
      break;
    case ThingKind::journey:
      add_ids(workspace.journeys, places);
      add_places_of_steps(workspace, &PathStep::journey, places);
      add_places_of_views(workspace, &SavedView::journey, places);
      break;
  }
  return std::move(places).in_order();
}

yaml::Shape shape_of(ThingKind kind) {
  const bool is_evidence = kind == ThingKind::evidence;
  const std::string section = fmt::format("{}s", name_of(is_evidence ? ThingKind::touchpoint : kind));
  const auto field_of = [](const yaml::RecordShape& record, std::string_view key) {
    return std::find_if(record.fields.begin(), record.fields.end(), [&](const yaml::FieldShape& field) { return field.key == key; })
        ->shape();
  };
  const yaml::Shape things = field_of(document_shape(), section).parts.front();
  return is_evidence ? field_of(things.describe(), "evidence").parts.front() : things;
}

}  // namespace mot::edit

#include <fmt/format.h>

#include <algorithm>

#include "mot/edit/edits.h"
#include "mot/edit/record_path.h"
#include "mot/edit/set_field.h"
#include "mot/edit/stage_lists.h"
#include "mot/edit/text_changes.h"
#include "mot/load/fields/codecs.h"
#include "mot/load/fields/name_ids.h"
#include "mot/text/errors.h"
#include "mot/text/utf8.h"

namespace mot::edit {
namespace {

/// A list in a file, and the index at which something new stands in it.
struct ListPlace {
  std::uint32_t file = 0;
  Path list = {};
  std::size_t index = 0;
  bool names_department = false;  ///< whether what stands there has to say whose it is
};

const std::string* field_named(const std::vector<FieldText>& fields, std::string_view name) {
  const auto found = std::find_if(fields.begin(), fields.end(), [&](const FieldText& field) { return field.first == name; });
  return found == fields.end() ? nullptr : &found->second;
}

/// A record with its id, its name and the other fields in the order of its table.
Plain record_of(ThingKind kind, const std::string& id, const std::string& name, const std::vector<FieldText>& fields) {
  const yaml::Shape shape = shape_of(kind);
  Plain given = Plain::mapping();
  if (!id.empty() && field_named(fields, "id") == nullptr) given.put("id", Plain::text(id));
  if (!name.empty()) given.put("name", Plain::text(name));
  for (const auto& [field, value] : fields) put_field(given, shape, field, value);
  Plain record = Plain::mapping();
  for (const yaml::FieldShape& field : shape.describe().fields) {
    if (const Plain* value = given.find(field.key)) record.put(field.key, *value);
  }
  return record;
}

std::string id_for(const Workspace& workspace, ThingKind kind, const std::string& name, const std::vector<FieldText>& fields) {
  const std::string* given = field_named(fields, "id");
  const std::string id = given ? *given : id_of_name(name, language_of(workspace));
  if (!is_id(id)) throw Refused(fmt::format("'{}' makes no id; say one, as in id=bag-drop", printable(name)));
  const auto things = things_of(workspace);
  const bool is_taken = std::any_of(things.begin(), things.end(), [&](const Thing& thing) { return thing.kind == kind && thing.id == id; });
  if (is_taken) throw Refused(fmt::format("there is a {} '{}' already; say another id, as in id={}-2", name_of(kind), id, id));
  return id;
}

std::size_t items_of(const YamlText& text, const Path& list) {
  const auto value = text.at(list);
  return value && value->kind() == yaml::Kind::sequence ? value->size() : 0;
}

/// Behind another touchpoint, if that is in the same list.
std::size_t index_behind(const Draft& draft, const YamlText& text, const Path& list, std::string_view after) {
  for (const Touchpoint& touchpoint : draft.workspace().touchpoints) {
    if (touchpoint.id.value != after) continue;
    const auto path = text.path_to(touchpoint.span);
    const bool is_in_list = path && path->size() == list.size() + 1 && path->back().index && text.at(*path) && text.at(list) &&
                            stands_in(*text.at(*path), *text.at(list));
    if (is_in_list) return *path->back().index + 1;
  }
  return items_of(text, list);
}

/// The list that holds a department's touchpoints: nested in it, or of its file.
ListPlace list_of_department(const Draft& draft, const Department& department, std::string_view after) {
  const std::uint32_t file = department.span.file;
  const YamlText text = draft.text_of(file);
  const Path record = path_to(text, department.span);
  const bool is_alone = record.size() == 1;
  const bool nests = !is_alone && value_of(*text.at(record), "touchpoints").has_value();
  const Path list = nests ? record / Step("touchpoints") : Path{Step("touchpoints")};
  return {file, list, index_behind(draft, text, list, after), !is_alone && !nests};
}

/// Where nobody says whose it is: the first file with a list of touchpoints.
ListPlace list_of_any(const Draft& draft, std::string_view after) {
  const Path list{Step("touchpoints")};
  for (std::uint32_t file = 0; file < draft.loaded().sources.size(); ++file) {
    const YamlText text = draft.text_of(file);
    if (text.at(list)) return {file, list, index_behind(draft, text, list, after), false};
  }
  return {0, list, 0, false};
}

void put_into_list(Draft& draft, const ListPlace& place, const Plain& item) {
  const YamlText text = draft.text_of(place.file);
  draft.change(place.file, with_item(text, place.list, place.index, item));
}

const Touchpoint* touchpoint_called(const Workspace& workspace, std::string_view id) {
  for (const Touchpoint& touchpoint : workspace.touchpoints) {
    if (touchpoint.id.value == id) return &touchpoint;
  }
  return nullptr;
}

const Department& department_called(const Workspace& workspace, const std::string& id) {
  const Thing thing = thing_called(workspace, id, ThingKind::department);
  return *std::find_if(workspace.departments.begin(), workspace.departments.end(),
                       [&](const Department& department) { return department.id.value == thing.id; });
}

}  // namespace

std::string add_touchpoint(Draft& draft, const std::string& name, const std::vector<FieldText>& given,
                           const std::optional<StagePlace>& place) {
  std::vector<FieldText> fields = given;
  const std::string id = id_for(draft.workspace(), ThingKind::touchpoint, name, fields);
  const std::string neighbour = !place ? "" : place->after.empty() ? place->before : place->after;
  if (place)
    index_in(draft.workspace()
                 .journeys[stage_called(draft.workspace(), place->stage).journey]
                 .stages[stage_called(draft.workspace(), place->stage).stage],
             *place);
  const Touchpoint* other = touchpoint_called(draft.workspace(), neighbour);
  if (other != nullptr && field_named(fields, "department") == nullptr && !other->department.value.empty())
    fields.emplace_back("department", other->department.value);
  const std::string* department = field_named(fields, "department");
  if (department == nullptr && !draft.workspace().departments.empty()) throw Refused("say whose it is, as in department=ID");
  const ListPlace list =
      department ? list_of_department(draft, department_called(draft.workspace(), *department), neighbour) : list_of_any(draft, neighbour);
  if (!list.names_department) std::erase_if(fields, [](const FieldText& field) { return field.first == "department"; });
  put_into_list(draft, list, record_of(ThingKind::touchpoint, id, name, fields));
  if (place) put_into_stage(draft, id, *place);
  return id;
}

void add_evidence(Draft& draft, std::string_view touchpoint, const std::vector<FieldText>& fields) {
  if (fields.empty()) throw Refused("evidence says something, as in quote='25 minutes without a word.' voice=customer");
  const Thing thing = thing_called(draft.workspace(), touchpoint, ThingKind::touchpoint);
  const YamlText text = draft.text_of(thing.record.file);
  const Path list = record_path(text, thing) / Step("evidence");
  put_into_list(draft, {thing.record.file, list, items_of(text, list)}, record_of(ThingKind::evidence, "", "", fields));
}

void add_observation(Draft& draft, std::string_view touchpoint, std::string_view list, const std::string& said) {
  const Thing thing = thing_called(draft.workspace(), touchpoint, ThingKind::touchpoint);
  const YamlText text = draft.text_of(thing.record.file);
  const Path path = record_path(text, thing) / Step(list);
  put_into_list(draft, {thing.record.file, path, items_of(text, path)}, Plain::text(said));
}

std::string add_action(Draft& draft, const std::string& name, const std::vector<FieldText>& fields) {
  const std::string id = id_for(draft.workspace(), ThingKind::action, name, fields);
  ListPlace place{0, {Step("actions")}};
  for (std::uint32_t file = 0; file < draft.loaded().sources.size(); ++file) {
    const YamlText text = draft.text_of(file);
    if (!text.at(place.list)) continue;
    place.file = file, place.index = items_of(text, place.list);
    break;
  }
  put_into_list(draft, place, record_of(ThingKind::action, id, name, fields));
  return id;
}

}  // namespace mot::edit

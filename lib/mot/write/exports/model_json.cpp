#include "mot/write/exports/model_json.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <nlohmann/json.hpp>
#include <utility>

#include "mot/findings/finding.h"
#include "mot/load/fields/codecs.h"
#include "mot/yaml/node.h"
#include "mot/yaml/scalar.h"

namespace mot {
namespace {

using Json = nlohmann::ordered_json;

Json json_of(const yaml::Value& value) {
  switch (value.kind()) {
    case yaml::Kind::null:
      return nullptr;
    case yaml::Kind::sequence: {
      Json list = Json::array();
      for (std::size_t i = 0; i < value.size(); ++i) list.push_back(json_of(value.item(i)));
      return list;
    }
    case yaml::Kind::mapping: {
      Json object = Json::object();
      for (std::size_t i = 0; i < value.size(); ++i) object[std::string(value.key(i).text())] = json_of(value.value(i));
      return object;
    }
    case yaml::Kind::scalar:
      break;
  }
  if (const auto truth = yaml::boolean_of(value)) return *truth;
  if (const auto integer = yaml::integer_of(value)) return *integer;
  if (const auto number = yaml::number_of(value)) return *number;
  return std::string(value.text());
}

/// Sections that a file may have of one thing or of many.
constexpr std::pair<std::string_view, std::string_view> lists[] = {{"persona", "personas"},       {"department", "departments"},
                                                                   {"touchpoint", "touchpoints"}, {"journey", "journeys"},
                                                                   {"action", "actions"},         {"source", "sources"}};

std::string_view list_of(std::string_view key) {
  const auto* const found = std::ranges::find(lists, key, &std::pair<std::string_view, std::string_view>::first);
  return found == std::end(lists) ? key : found->second;
}

/// A file's own department owns the touchpoints that stand in it and name no other.
void adopt_touchpoints(Json& file) {
  const auto department = file.find("department");
  const std::string owner = department != file.end() && department->is_object() ? id_of(*department) : std::string();
  if (owner.empty()) return;
  const auto adopt = [&](Json& touchpoint) {
    if (touchpoint.is_object() && !touchpoint.contains("department")) touchpoint["department"] = owner;
  };
  if (const auto one = file.find("touchpoint"); one != file.end()) adopt(*one);
  if (const auto many = file.find("touchpoints"); many != file.end() && many->is_array()) std::ranges::for_each(*many, adopt);
}

void add_section(const std::string& key, Json value, Json& model) {
  const std::string list(list_of(key));
  if (key == "include" || key == "mot" || value.is_null()) return;
  if (list != key) value = Json::array({std::move(value)});
  Json& section = model[list];
  if (section.is_null())
    section = std::move(value);
  else if (section.is_array() && value.is_array())
    section.insert(section.end(), value.begin(), value.end());
  else if (section.is_object() && value.is_object())
    section.update(value);
}

}  // namespace

std::string text_at(const Json& thing, std::string_view key) {
  const auto found = thing.is_object() ? thing.find(key) : thing.end();
  return found != thing.end() && found->is_string() ? found->get<std::string>() : std::string();
}

std::string id_of(const Json& thing) {
  const std::string id = text_at(thing, "id");
  return id.empty() ? yaml::id_like(text_at(thing, "name")) : id;
}

std::string model_json(const Sources& sources) {
  Json model = {{"mot", 1}};
  Findings known;  // reported when the workspace was loaded
  for (std::uint32_t file = 0; file < sources.size(); ++file) {
    const yaml::Tree tree = yaml::parse(sources, file, known);
    Json document = json_of({tree, tree.root});
    if (!document.is_object()) continue;
    adopt_touchpoints(document);
    for (auto& [key, value] : document.items()) add_section(key, std::move(value), model);
  }
  return model.dump(2) + "\n";
}

}  // namespace mot

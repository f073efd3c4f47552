// A workspace that is edited: what it means, thing by thing and field by field, whatever its text looks like.
#pragma once

#include <fmt/format.h>

#include <map>
#include <string>

#include "mot/edit/edits.h"
#include "mot/load/fields/project_fields.h"
#include "mot/load/fields/survey_fields.h"

namespace mot::testing {

/// `touchpoint/rebook/importance` and what it says.
using Meaning = std::map<std::string, std::string>;

template <class Record>
void add_meaning(Meaning& meaning, const std::string& path, const Record& record) {
  const auto names = yaml::leaf_names<Record>();
  const auto values = yaml::leaf_values(record);
  for (std::size_t i = 0; i < names.size(); ++i) meaning[path + "/" + names[i]] = text_of(values[i]);
}

inline Meaning meaning_of(const Workspace& workspace) {
  Meaning meaning;
  add_meaning(meaning, "project", workspace.project);
  const auto add = [&](const char* kind, const auto& records) {
    for (const auto& record : records) add_meaning(meaning, fmt::format("{}/{}", kind, record.id.value), record);
  };
  add("touchpoint", workspace.touchpoints);
  add("persona", workspace.personas);
  add("channel", workspace.channels);
  add("action", workspace.actions);
  add("source", workspace.sources);
  for (const Journey& journey : workspace.journeys) {
    add_meaning(meaning, "journey/" + journey.id.value, journey);
    meaning.erase("journey/" + journey.id.value + "/stages");
    for (const Stage& stage : journey.stages) add_meaning(meaning, "stage/" + journey.id.value + "/" + stage.id.value, stage);
  }
  for (const Department& department : workspace.departments) meaning["department/" + department.id.value] = department.name.value;
  return meaning;
}

/// What differs, as `key: before -> after` lines.
inline std::string changes_between(const Meaning& before, const Meaning& after) {
  std::string changes;
  const auto value_in = [](const Meaning& meaning, const std::string& key) {
    const auto found = meaning.find(key);
    return found == meaning.end() ? std::string("(none)") : found->second;
  };
  Meaning all = before;
  all.insert(after.begin(), after.end());
  for (const auto& [key, ignored] : all) {
    const std::string was = value_in(before, key), is = value_in(after, key);
    if (was != is) changes += fmt::format("{}: {} -> {}\n", key, was, is);
  }
  return changes;
}

}  // namespace mot::testing

#include "mot/edit/known_by_name.h"

#include <algorithm>
#include <functional>

#include "mot/import/placed_touchpoints.h"
#include "mot/import/plain_line.h"
#include "mot/text/printable_lines.h"
#include "mot/text/utf8.h"

namespace mot::edit {
namespace {

/// A name as it stands in a cell.
std::string in_cell(const std::string& text) {
  return importing::plain_line(printable_lines(text));
}

template <typename Thing>
bool is_called(const Thing& thing, const std::string& name) {
  return thing.id.value == name || folded(in_cell(thing.name.value)) == folded(in_cell(name));
}

}  // namespace

KnownByName::KnownByName(const Workspace& workspace, const importing::Workspace& table)
    : workspace_(workspace), table_(table), places_of_row_(table.touchpoints.size()) {
  std::map<std::string, Places> places;
  for (const Journey& journey : workspace.journeys) {
    for (const Stage& stage : journey.stages) {
      for_each_touchpoint(stage.steps,
                          [&](const Link<Touchpoint>& link) { places[link.value].insert(journey.id.value + "/" + stage.id.value); });
    }
  }
  for (const Touchpoint& touchpoint : workspace.touchpoints)
    known_[in_cell(touchpoint.name.value)].push_back({touchpoint.id.value, touchpoint.department.value, places[touchpoint.id.value]});
  for (const importing::Journey& journey : table.journeys) {
    for (const importing::Stage& stage : journey.stages) {
      const Places called = places_called(journey.name, stage.name);
      for (const std::size_t row : stage.touchpoints) places_of_row_[row].insert(called.begin(), called.end());
    }
  }
  find_departments_of_sheets();
}

void KnownByName::find_departments_of_sheets() {
  std::map<std::string_view, const Touchpoint*> by_id;
  for (const Touchpoint& touchpoint : workspace_.touchpoints) by_id.emplace(touchpoint.id.value, &touchpoint);
  for (const importing::Touchpoint& row : table_.touchpoints) {
    const auto found = by_id.find(importing::facet_of(row, importing::Facet::id));
    if (found != by_id.end() && !row.sheet.empty()) departments_of_[row.sheet].insert(found->second->department.value);
  }
}

/// Where a table names a stage, those of the journey that it names too, if that has any; else all of that journey.
KnownByName::Places KnownByName::places_called(const std::string& journey, const std::string& stage) const {
  const bool names_stage = stage != importing::stage_of_all;
  Places all, of_journey;
  for (const Journey& other : workspace_.journeys) {
    for (const Stage& its : other.stages) {
      if (names_stage && !is_called(its, stage)) continue;
      all.insert(other.id.value + "/" + its.id.value);
      if (is_called(other, journey)) of_journey.insert(other.id.value + "/" + its.id.value);
    }
  }
  return names_stage && of_journey.empty() ? all : of_journey;
}

std::vector<KnownByName::Known> KnownByName::all_called_like(const importing::Touchpoint& row) const {
  const auto found = known_.find(in_cell(row.name));
  return found == known_.end() ? std::vector<Known>() : found->second;
}

std::vector<KnownByName::Known> KnownByName::of_its_department(const importing::Touchpoint& row) const {
  std::vector<Known> known = all_called_like(row);
  if (known.empty()) return known;
  const std::string department = department_of(row);
  std::erase_if(known, [&](const Known& one) { return department.empty() || one.department != department; });
  return known;
}

bool KnownByName::is_in_its_department(const importing::Touchpoint& row) const {
  return !of_its_department(row).empty();
}

std::vector<std::string> KnownByName::called_like(const importing::Touchpoint& row) const {
  std::vector<std::string> ids;
  for (const Known& known : all_called_like(row)) ids.push_back(known.id);
  return ids;
}

std::vector<std::string> KnownByName::meant_by(const importing::Touchpoint& row) const {
  std::vector<Known> known = of_its_department(row);
  if (known.empty()) known = all_called_like(row);
  const Places& places = places_of_row_[static_cast<std::size_t>(&row - table_.touchpoints.data())];
  const auto stands_there = [&](const Known& one) {
    return std::ranges::any_of(one.places, [&](const std::string& place) { return places.contains(place); });
  };
  if (known.size() > 1 && std::ranges::any_of(known, stands_there)) std::erase_if(known, std::not_fn(stands_there));
  std::vector<std::string> ids;
  for (const Known& one : known) ids.push_back(one.id);
  return ids;
}

std::string KnownByName::department_of(const importing::Touchpoint& row) const {
  if (const std::string& named = importing::facet_of(row, importing::Facet::department); !named.empty()) return department_called(named);
  if (row.sheet.empty()) return {};
  const auto others = departments_of_.find(row.sheet);
  if (others != departments_of_.end()) return others->second.size() == 1 ? *others->second.begin() : std::string();
  return department_called(row.sheet.substr(std::min(row.sheet.find(' '), row.sheet.size() - 1) + 1));  // behind its number
}

std::string KnownByName::department_called(const std::string& name) const {
  const auto found = std::ranges::find_if(workspace_.departments, [&](const Department& one) { return is_called(one, name); });
  return found == workspace_.departments.end() ? std::string() : found->id.value;
}

void KnownByName::add(const std::string& name, const std::string& id, const std::string& department) {
  known_[in_cell(name)].push_back({id, department});
}

}  // namespace mot::edit

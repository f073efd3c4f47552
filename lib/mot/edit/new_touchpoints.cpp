#include "mot/edit/new_touchpoints.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <string_view>
#include <utility>
#include <vector>

#include "mot/edit/edits.h"
#include "mot/import/placed_touchpoints.h"
#include "mot/import/plain_line.h"
#include "mot/import/survey/touchpoint_match.h"
#include "mot/load/fields/name_ids.h"
#include "mot/text/nearest.h"
#include "mot/text/utf8.h"

namespace mot::edit {
namespace {

using importing::Facet;
using importing::in_quotes;

/// A name as it stands in a cell.
std::string in_a_cell(const std::string& text) {
  return importing::plain_line(printable(text));
}

std::string normal(const std::string& text) {
  return folded(in_a_cell(text));
}

class Adder {
 public:
  Adder(Draft& draft, const importing::Workspace& table) : draft_(draft), table_(table) {
    result_.is_settled.assign(table.touchpoints.size(), false);
    for (const Touchpoint& touchpoint : draft.workspace().touchpoints) know(in_a_cell(touchpoint.name.value), touchpoint.id.value);
    for (const importing::Touchpoint& row : table.touchpoints) take_known(row);
  }

  NewTouchpoints run() {
    for (std::size_t i = 0; i < table_.touchpoints.size(); ++i) {
      if (!table_.touchpoints[i].facets.contains(Facet::id)) result_.is_settled[i] = is_settled(table_.touchpoints[i]);
    }
    return std::move(result_);
  }

 private:
  void know(const std::string& name, const std::string& id) {
    known_.emplace(name, id);
    words_.emplace(name, importing::telling_words(name));
  }

  /// A row that names its touchpoint by an id says whose sheet it stands on, and that its name needs no other row.
  void take_known(const importing::Touchpoint& row) {
    const auto id = row.facets.find(Facet::id);
    if (id == row.facets.end()) return;
    for (const Touchpoint& touchpoint : draft_.workspace().touchpoints) {
      if (touchpoint.id.value != id->second) continue;
      named_by_id_.insert(in_a_cell(touchpoint.name.value));
      if (!row.sheet.empty()) departments_of_[row.sheet].insert(touchpoint.department.value);
    }
  }

  /// Whether nothing of the row is to be filled in: its name is another row's, or it could not be added.
  bool is_settled(const importing::Touchpoint& row) {
    const std::string name = in_a_cell(row.name);
    if (const auto known = known_.find(name); known != known_.end() && !added_.contains(name)) {
      if (!named_by_id_.contains(name)) return false;
      return tell(row, fmt::format("'{}' is called so already and has a row of its own; give this one another name", known->second));
    }
    if (added_.contains(name)) return tell(row, "stands there twice; the first row is taken");
    if (const auto nearly = nearly_called(name))
      return tell(row, fmt::format("no touchpoint is called so{} 'mot add touchpoint' adds another one", did_you_mean(*nearly)));
    return !add(row, name);
  }

  bool tell(const importing::Touchpoint& row, std::string_view why) {
    result_.not_taken.push_back(fmt::format("{}: {}", in_quotes(row.name), why));
    return true;
  }

  /// A name that differs by nothing that people hear, by small words and endings, or by a slip of the pen.
  std::optional<std::string> nearly_called(const std::string& name) const {
    constexpr std::size_t least_letters = 6;  // shorter ones differ by one on purpose
    const std::vector<std::string> words = importing::telling_words(name);
    for (const auto& [known, id] : known_) {
      const bool is_alike = normal(known) == normal(name) || are_nearly_alike(known, name);
      const bool is_plain = std::ranges::all_of(name, [](char c) { return static_cast<unsigned char>(c) < 0x80; });
      const bool is_slip = is_plain && name.size() >= least_letters && edit_distance(normal(name), normal(known), 1) <= 1;
      if (is_alike || is_slip || importing::say_the_same(words, words_.at(known))) return known;
    }
    return std::nullopt;
  }

  bool add(const importing::Touchpoint& row, const std::string& name) {
    std::vector<FieldText> fields{{"id", free_id(draft_.workspace(), ThingKind::touchpoint, name)}};
    const auto& workspace = draft_.workspace();
    if (const std::string department = department_of(row); !department.empty()) {
      fields.emplace_back("department", department);
    } else if (const auto named = row.facets.find(Facet::department); named != row.facets.end() && !workspace.departments.empty()) {
      const std::string near = near_department(named->second);
      return !tell(row, fmt::format("no touchpoint is called so, and its department {} is none of the workspace's{}",
                                    in_quotes(named->second), near.empty() ? "; 'mot add department' adds one" : near));
    } else if (!workspace.departments.empty()) {
      return !tell(row, "no touchpoint is called so, and nothing says which department it would be of; 'mot add touchpoint' adds one");
    }
    try {
      const auto& [place, where] = place_of(row);
      const std::string id = add_touchpoint(draft_, name, fields, place);
      added_.insert(name);
      know(name, id);
      result_.added.push_back(fmt::format("{}: {}, in {}; {}", id, in_quotes(name), file_of(id), where));
      return true;
    } catch (const Refused& refused) {
      return !tell(row, refused.what());
    }
  }

  /// The journey and stage that the row stands in; empty where it names none.
  std::pair<std::string, std::string> named_place(const importing::Touchpoint& row) const {
    const auto index = static_cast<std::size_t>(&row - table_.touchpoints.data());
    for (const importing::Journey& journey : table_.journeys) {
      for (const importing::Stage& stage : journey.stages) {
        if (stage.name != importing::stage_of_all && std::ranges::find(stage.touchpoints, index) != stage.touchpoints.end())
          return {journey.name, stage.name};
      }
    }
    return {};
  }

  /// At the end of the stage that the row names, where one of the workspace is called so, of the journey it names where several are; and
  /// what is said of it.
  std::pair<std::optional<StagePlace>, std::string> place_of(const importing::Touchpoint& row) const {
    constexpr std::string_view way_out = "'mot move' puts it on one";
    const auto [of_journey, of_stage] = named_place(row);
    if (of_stage.empty()) return {std::nullopt, fmt::format("it stands on no journey yet; {}", way_out)};
    const auto is_called = [](const auto& thing, const std::string& name) {
      return thing.id.value == name || normal(thing.name.value) == normal(name);
    };
    std::vector<std::string> places, of_that_journey;
    for (const Journey& journey : draft_.workspace().journeys) {
      for (const Stage& stage : journey.stages) {
        if (!is_called(stage, of_stage)) continue;
        places.push_back(journey.id.value + "/" + stage.id.value);
        if (is_called(journey, of_journey)) of_that_journey.push_back(places.back());
      }
    }
    if (of_that_journey.size() == 1) places = of_that_journey;
    if (places.size() == 1) return {StagePlace{places.front()}, fmt::format("it stands at the end of {}", places.front())};
    return {std::nullopt, fmt::format("{} journey has a stage {}, so it stands on none; {}", places.empty() ? "no" : "more than one",
                                      in_quotes(of_stage), way_out)};
  }

  /// The id of the department that the row names; else of the one that all others on its sheet are of, or that the sheet is called after.
  std::string department_of(const importing::Touchpoint& row) const {
    const auto named = row.facets.find(Facet::department);
    if (named != row.facets.end()) return department_called(named->second);
    if (row.sheet.empty()) return {};
    const auto others = departments_of_.find(row.sheet);
    if (others != departments_of_.end()) return others->second.size() == 1 ? *others->second.begin() : std::string();
    return department_called(row.sheet.substr(std::min(row.sheet.find(' '), row.sheet.size() - 1) + 1));  // behind its number
  }

  std::string near_department(const std::string& name) const {
    std::vector<std::string_view> names;
    for (const Department& department : draft_.workspace().departments) {
      names.emplace_back(department.id.value);
      names.emplace_back(department.name.value);
    }
    return did_you_mean(name, names);
  }

  std::string department_called(const std::string& name) const {
    for (const Department& department : draft_.workspace().departments) {
      if (department.id.value == name || normal(department.name.value) == normal(name)) return department.id.value;
    }
    return {};
  }

  std::string file_of(const std::string& id) const {
    const auto& touchpoints = draft_.workspace().touchpoints;
    const auto found = std::ranges::find_if(touchpoints, [&](const Touchpoint& touchpoint) { return touchpoint.id.value == id; });
    return found == touchpoints.end() ? std::string() : draft_.loaded().sources[found->span.file].name;
  }

  Draft& draft_;
  const importing::Workspace& table_;
  std::map<std::string, std::string> known_;                     ///< ids by names
  std::map<std::string, std::vector<std::string>> words_;        ///< what each known name says
  std::set<std::string> named_by_id_;                            ///< names of touchpoints that a row has the id of
  std::map<std::string, std::set<std::string>> departments_of_;  ///< by sheet
  std::set<std::string> added_;                                  ///< names
  NewTouchpoints result_;
};

}  // namespace

NewTouchpoints add_new_touchpoints(Draft& draft, const importing::Workspace& table) {
  return Adder(draft, table).run();
}

}  // namespace mot::edit

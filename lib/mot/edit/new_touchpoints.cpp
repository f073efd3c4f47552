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
#include "mot/edit/known_by_name.h"
#include "mot/import/placed_touchpoints.h"
#include "mot/import/plain_line.h"
#include "mot/import/survey/touchpoint_match.h"
#include "mot/load/fields/name_ids.h"
#include "mot/text/nearest.h"
#include "mot/text/utf8.h"

namespace mot::edit {
namespace {

using importing::Facet;
using importing::facet_of;
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
  Adder(Draft& draft, const importing::Workspace& table) : draft_(draft), table_(table), by_name_(draft.workspace(), table) {
    result_.is_settled.assign(table.touchpoints.size(), false);
    for (const Touchpoint& touchpoint : draft.workspace().touchpoints) know(in_a_cell(touchpoint.name.value));
    for (const importing::Touchpoint& row : table.touchpoints) take_known(row);
  }

  NewTouchpoints run() {
    for (std::size_t i = 0; i < table_.touchpoints.size(); ++i) {
      if (!table_.touchpoints[i].facets.contains(Facet::id)) result_.is_settled[i] = is_settled(table_.touchpoints[i]);
    }
    return std::move(result_);
  }

 private:
  void know(const std::string& name) { words_.emplace(name, importing::telling_words(name)); }

  /// A touchpoint that a row names by its id, or by its name and department, needs no other row.
  void take_known(const importing::Touchpoint& row) {
    if (const std::string& id = facet_of(row, Facet::id); !id.empty()) {
      named_by_id_.insert(id);
      have_rows_.insert(id);
    } else if (by_name_.is_in_its_department(row)) {
      const std::vector<std::string> meant = by_name_.meant_by(row);
      have_rows_.insert(meant.begin(), meant.end());
    }
  }

  /// Whether nothing of the row is to be filled in: its name is another row's, or it could not be added.
  bool is_settled(const importing::Touchpoint& row) {
    const std::string name = in_a_cell(row.name);
    const std::vector<std::string> called = by_name_.called_like(row);
    if (!called.empty()) return is_settled_by(called, row) || (is_another(called, row) && !add(row, name));
    if (const auto nearly = nearly_called(name))
      return tell(row, fmt::format("no touchpoint is called so{} 'mot add touchpoint' adds another one", did_you_mean(*nearly)));
    return !add(row, name);
  }

  /// Whether a row whose name is taken can't be that touchpoint, nor another one of its department.
  bool is_settled_by(const std::vector<std::string>& called, const importing::Touchpoint& row) {
    if (is_another(called, row)) return false;
    const bool is_elsewhere = names_department(row) && !by_name_.is_in_its_department(row);
    if (is_elsewhere)
      return tell(row, fmt::format("'{}' is called so and is not of the department {}; say which is meant by its id, or 'mot add "
                                   "touchpoint' adds another one",
                                   called.front(), in_quotes(facet_of(row, Facet::department))));
    const std::vector<std::string> meant = by_name_.meant_by(row);
    if (std::ranges::any_of(meant, [&](const std::string& id) { return added_.contains(id); }))
      return tell(row, "stands there twice; the first row is taken");
    const auto own = std::ranges::find_if(meant, [&](const std::string& id) { return named_by_id_.contains(id); });
    return own != meant.end() &&
           tell(row, fmt::format("'{}' is called so already and has a row of its own; give this one another name", *own));
  }

  bool names_department(const importing::Touchpoint& row) const {
    return row.facets.contains(Facet::department) && !by_name_.department_of(row).empty();
  }

  /// Whether all that are called as a row is of a department are of others, and have rows of their own.
  bool is_another(const std::vector<std::string>& called, const importing::Touchpoint& row) const {
    if (by_name_.department_of(row).empty() || by_name_.is_in_its_department(row)) return false;
    const auto& others = row.facets.contains(Facet::department) ? have_rows_ : added_;
    return std::ranges::all_of(called, [&](const std::string& id) { return others.contains(id); });
  }

  bool tell(const importing::Touchpoint& row, std::string_view why) {
    result_.not_taken.push_back(fmt::format("{}: {}", in_quotes(row.name), why));
    return true;
  }

  /// A name that differs by nothing that people hear, by small words and endings, or by a slip of the pen.
  std::optional<std::string> nearly_called(const std::string& name) const {
    constexpr std::size_t least_letters = 6;  // shorter ones differ by one on purpose
    const std::vector<std::string> words = importing::telling_words(name);
    for (const auto& [known, known_words] : words_) {
      const bool is_alike = normal(known) == normal(name) || are_nearly_alike(known, name);
      const bool is_plain = std::ranges::all_of(name, [](char c) { return static_cast<unsigned char>(c) < 0x80; });
      const bool is_slip = is_plain && name.size() >= least_letters && edit_distance(normal(name), normal(known), 1) <= 1;
      if (is_alike || is_slip || importing::say_the_same(words, known_words)) return known;
    }
    return std::nullopt;
  }

  bool add(const importing::Touchpoint& row, const std::string& name) {
    std::vector<FieldText> fields{{"id", free_id(draft_.workspace(), ThingKind::touchpoint, name)}};
    const auto& workspace = draft_.workspace();
    const std::string department = by_name_.department_of(row);
    if (!department.empty()) {
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
      added_.insert(id);
      have_rows_.insert(id);
      by_name_.add(row.name, id, department);
      know(name);
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

  std::string near_department(const std::string& name) const {
    std::vector<std::string_view> names;
    for (const Department& department : draft_.workspace().departments) {
      names.emplace_back(department.id.value);
      names.emplace_back(department.name.value);
    }
    return did_you_mean(name, names);
  }

  std::string file_of(const std::string& id) const {
    const auto& touchpoints = draft_.workspace().touchpoints;
    const auto found = std::ranges::find_if(touchpoints, [&](const Touchpoint& touchpoint) { return touchpoint.id.value == id; });
    return found == touchpoints.end() ? std::string() : draft_.loaded().sources[found->span.file].name;
  }

  Draft& draft_;
  const importing::Workspace& table_;
  KnownByName by_name_;
  std::map<std::string, std::vector<std::string>> words_;  ///< what each known name says
  std::set<std::string> named_by_id_;                      ///< touchpoints that a row has the id of
  std::set<std::string> have_rows_;                        ///< those, and that a row has the name and department of
  std::set<std::string> added_;                            ///< ids
  NewTouchpoints result_;
};

}  // namespace

NewTouchpoints add_new_touchpoints(Draft& draft, const importing::Workspace& table) {
  return Adder(draft, table).run();
}

}  // namespace mot::edit

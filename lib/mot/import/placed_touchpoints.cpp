#include "mot/import/placed_touchpoints.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <string_view>
#include <utility>

#include "mot/import/headings.h"
#include "mot/import/plain_line.h"
#include "mot/text/numbers.h"

namespace mot::importing {
namespace {

/// What names several in one cell.
constexpr std::string_view between_personas = "; ";

/// Rows of one stage that stand below each other.
struct StageRun {
  std::string stage;
  std::vector<std::size_t> rows;  ///< indices of touchpoints
  std::size_t number = 1;         ///< of the stages of this name on the journey
};
using StageRuns = std::vector<StageRun>;

std::size_t line_of(const std::vector<Touchpoint>& touchpoints, const StageRun& run) {
  return touchpoints[run.rows.front()].line;
}

/// Whether the rows are sorted by something else, so that each of its parts has the stages from the first on: rows of a stage that stand
/// apart then are of several parts.
bool is_sorted_by(Facet facet, const std::vector<Touchpoint>& touchpoints, const StageRuns& runs) {
  std::set<std::string> closed;
  std::string part;
  for (const StageRun& run : runs) {
    for (const std::size_t row : run.rows) {
      const std::string& said = facet_of(touchpoints[row], facet);
      if (said == part) continue;
      if (!part.empty()) closed.insert(part);
      part = said;
      if (part.empty() || closed.contains(part)) return false;
    }
  }
  std::map<std::string, std::set<std::string>> parts_of_stage;
  for (const StageRun& run : runs) {
    for (const std::size_t row : run.rows) {
      if (row != run.rows.front() && facet_of(touchpoints[row], facet) == facet_of(touchpoints[row - 1], facet)) continue;
      if (!parts_of_stage[run.stage].insert(facet_of(touchpoints[row], facet)).second) return false;
    }
  }
  return !closed.empty() && closed.size() + 1 < runs.size();
}

/// A stage that comes again is another one where that is the exception: no more than one in two comes again, once, and the rows are not
/// sorted by something else.
bool are_apart(const std::vector<Touchpoint>& touchpoints, const StageRuns& runs) {
  std::map<std::string, std::size_t> counts;
  for (const StageRun& run : runs) ++counts[run.stage];
  const auto comes_often = [](const auto& stage) { return stage.second > 2; };
  if (std::ranges::any_of(counts, comes_often) || (runs.size() - counts.size()) * 2 > counts.size()) return false;
  return !is_sorted_by(Facet::department, touchpoints, runs) && !is_sorted_by(Facet::channel, touchpoints, runs) &&
         !is_sorted_by(Facet::owner, touchpoints, runs);
}

class Placer {
 public:
  Placer(std::vector<Touchpoint> touchpoints, const PlacedTable& table, Imported& imported)
      : touchpoints_(std::move(touchpoints)), table_(table), imported_(imported), workspace_(imported.workspace) {
    for (std::size_t i = 0; i < workspace_.touchpoints.size(); ++i) by_name_.emplace(workspace_.touchpoints[i].name, i);
  }

  void run() {
    const bool has_places = std::ranges::any_of(touchpoints_, has_place);
    if (!has_places && !touchpoints_.empty())
      note("no column names stages: all touchpoints stand in one, 'All', in the order of the table");
    tell_known_journeys();
    find_stages();
    for (std::size_t i = 0; i < touchpoints_.size(); ++i)
      has_place(touchpoints_[i]) || !has_places ? place(i) : leave_aside(touchpoints_[i]);
    if (aside_ > 0) note(count_text(aside_, "row", "rows") + " above the first stage: touchpoints that stand on no journey");
    if (shared_ > 0)
      note(count_text(shared_, "row that only repeats", "rows that only repeat") + " a touchpoint at another place: one touchpoint");
    if (!shared_with_other_.empty())
      note(fmt::format("touchpoints that another table has and this one says nothing else of: one each: {}",
                       fmt::join(shared_with_other_, ", ")));
    for (const auto& [name, others] : others_)
      note(fmt::format("{} stands in several rows that are touchpoints of their own, in lines {}: they {} if they are one", in_quotes(name),
                       fmt::join(others.places(), ", "),
                       others.differ_in.empty() ? "say the same at one place; take one out"
                                                : fmt::format("differ in {}; make them alike", fmt::join(others.differ_in, ", "))));
  }

 private:
  /// Rows of one name that are not one touchpoint.
  struct Others {
    std::set<std::size_t> lines;
    std::set<std::string> elsewhere;  ///< `3 of the sheet 'Visit'`
    std::set<std::string_view> differ_in;

    std::vector<std::string> places() const {
      std::vector<std::string> all;
      for (const std::size_t line : lines) all.push_back(fmt::format("{}", line));
      all.insert(all.end(), elsewhere.begin(), elsewhere.end());
      return all;
    }
  };

  void note(std::string text) { imported_.notes.push_back({Fate::converted, std::move(text)}); }

  static bool has_place(const Touchpoint& touchpoint) {
    return touchpoint.facets.contains(Facet::stage) || touchpoint.facets.contains(Facet::journey);
  }

  std::string journey_of(const Touchpoint& touchpoint) const {
    const std::string& named = facet_of(touchpoint, Facet::journey);
    return !named.empty() ? named : table_.title.empty() ? workspace_.name : table_.title;
  }
  static std::string stage_of(const Touchpoint& touchpoint) {
    const std::string& named = facet_of(touchpoint, Facet::stage);
    return named.empty() ? std::string(stage_of_all) : named;
  }

  /// Another table before this one has a journey of this name, or rows of it stand apart.
  void tell_known_journeys() {
    std::set<std::string> known, apart, met;
    std::string last;
    for (const Touchpoint& touchpoint : touchpoints_) {
      const std::string& named = facet_of(touchpoint, Facet::journey);
      const std::string name = journey_of(touchpoint);
      const bool stands_before = std::ranges::find(workspace_.journeys, name, &Journey::name) != workspace_.journeys.end();
      if (stands_before) known.insert(in_quotes(name));
      if (!named.empty() && named != last && !met.insert(named).second) apart.insert(in_quotes(named));
      last = named;
    }
    if (!known.empty())
      note(fmt::format("a journey that stands in another table too is one: {}; give it another name if it is another",
                       fmt::join(known, ", ")));
    if (!apart.empty())
      note(fmt::format("rows of one journey that stand apart are one journey: {}; give the second another name if it is another",
                       fmt::join(apart, ", ")));
  }

  /// Which of several stages of one name each row is of.
  void find_stages() {
    std::map<std::string, StageRuns> journeys;
    for (std::size_t i = 0; i < touchpoints_.size(); ++i) {
      if (!has_place(touchpoints_[i])) continue;
      StageRuns& runs = journeys[journey_of(touchpoints_[i])];
      if (const std::string stage = stage_of(touchpoints_[i]); runs.empty() || runs.back().stage != stage) runs.push_back({stage, {}});
      runs.back().rows.push_back(i);
    }
    for (auto& [journey, runs] : journeys) {
      const bool is_apart = are_apart(touchpoints_, runs);
      std::map<std::string, std::size_t> met;
      std::set<std::string> again;
      for (StageRun& run : runs) {
        const std::size_t number = ++met[run.stage];
        if (number > 1) again.insert(fmt::format("{} (line {})", in_quotes(run.stage), line_of(touchpoints_, run)));
        if (!is_apart) continue;
        for (const std::size_t row : run.rows) number_of_stage_[row] = number;
      }
      if (!again.empty()) note(told_again(journey, again, is_apart));
    }
  }

  static std::string told_again(const std::string& journey, const std::set<std::string>& again, bool is_apart) {
    constexpr std::string_view are_two = "another one each, of the same name, as the rows stand; put them together if they are one";
    constexpr std::string_view are_one = "one each, where it stands first; give the second another name if it is another";
    return fmt::format("stages of {} that come again after others, {}: {}", in_quotes(journey), fmt::join(again, ", "),
                       is_apart ? are_two : are_one);
  }

  Stage& stage_at(std::size_t row, Journey& way, const std::string& name) {
    const auto found = number_of_stage_.find(row);
    std::size_t number = found == number_of_stage_.end() ? 1 : found->second;
    for (Stage& stage : way.stages) {
      if (stage.name == name && --number == 0) return stage;
    }
    return way.stages.emplace_back(Stage{name, {}});
  }

  void place(std::size_t row) {
    Touchpoint touchpoint = touchpoints_[row];
    Journey& way = journey_named(journey_of(touchpoint));
    Stage& stage = stage_at(row, way, stage_of(touchpoint));
    add_personas(facet_of(touchpoint, Facet::persona), way);
    for (const Facet facet : {Facet::journey, Facet::stage, Facet::persona}) touchpoint.facets.erase(facet);
    if (touchpoint.facets.contains(Facet::quote)) touchpoint.quoted_in = table_.file;
    const auto known = known_as(touchpoint);
    const bool is_there = known && std::ranges::find(stage.touchpoints, *known) != stage.touchpoints.end();
    const bool is_of_other = known && *known < first_of_table_;
    const bool is_shared = known && (!is_there || is_of_other);
    if (!is_shared || !is_there) stage.touchpoints.push_back(is_shared ? *known : workspace_.touchpoints.size());
    if (is_shared && is_of_other) return void(shared_with_other_.insert(in_quotes(touchpoint.name)));
    shared_ += is_shared;
    if (is_shared) return;
    tell_others(touchpoint);
    by_name_.emplace(touchpoint.name, workspace_.touchpoints.size());
    workspace_.touchpoints.push_back(std::move(touchpoint));
  }

  /// Of a row's cell, which may name several: `Ann; Bob`.
  static void add_personas(std::string_view cell, Journey& way) {
    while (!cell.empty()) {
      const std::size_t end = std::min(cell.find(between_personas), cell.size());
      const std::string persona = plain_line(cell.substr(0, end));
      cell.remove_prefix(std::min(cell.size(), end + between_personas.size()));
      if (says_something(persona) && std::ranges::find(way.personas, persona) == way.personas.end()) way.personas.push_back(persona);
    }
  }

  void leave_aside(Touchpoint touchpoint) {
    touchpoint.facets.erase(Facet::persona);
    if (touchpoint.facets.contains(Facet::quote)) touchpoint.quoted_in = table_.file;
    workspace_.touchpoints.push_back(std::move(touchpoint));
    ++aside_;
  }

  /// The touchpoint of an earlier row that says the same, or the only one of its name where this row says nothing else.
  std::optional<std::size_t> known_as(const Touchpoint& touchpoint) const {
    for (auto [at, end] = by_name_.equal_range(touchpoint.name); at != end; ++at) {
      const Touchpoint& other = workspace_.touchpoints[at->second];
      if (other.facets == touchpoint.facets && other.left_alone == touchpoint.left_alone) return at->second;
    }
    if (by_name_.count(touchpoint.name) != 1) return std::nullopt;
    const std::size_t only = by_name_.find(touchpoint.name)->second;
    const Touchpoint& other = workspace_.touchpoints[only];
    const auto is_said_there = [&](const auto& facet) { return facet_of(other, facet.first) == facet.second; };
    const bool is_all_said = std::ranges::all_of(touchpoint.facets, is_said_there) && touchpoint.left_alone.empty() &&
                             touchpoint.comments.empty() && touchpoint.wishes.empty();
    return is_all_said ? std::optional(only) : std::nullopt;
  }

  void tell_others(const Touchpoint& touchpoint) {
    for (auto [at, end] = by_name_.equal_range(touchpoint.name); at != end; ++at) {
      const Touchpoint& other = workspace_.touchpoints[at->second];
      Others& others = others_[touchpoint.name];
      if (other.sheet.empty() || other.sheet == table_.sheet)
        others.lines.insert(other.line);
      else
        others.elsewhere.insert(fmt::format("{} of the sheet {}", other.line, in_quotes(other.sheet)));
      others.lines.insert(touchpoint.line);
      std::set<Facet> facets;
      for (const auto& [facet, text] : other.facets) facets.insert(facet);
      for (const auto& [facet, text] : touchpoint.facets) facets.insert(facet);
      for (const Facet facet : facets) {
        if (facet_of(other, facet) != facet_of(touchpoint, facet)) others.differ_in.insert(facet_name(facet));
      }
      if (other.left_alone != touchpoint.left_alone) others.differ_in.insert("columns without a place");
    }
  }

  Journey& journey_named(const std::string& name) {
    auto& journeys = workspace_.journeys;
    const auto found = std::ranges::find(journeys, name, &Journey::name);
    if (found != journeys.end()) return *found;
    return journeys.emplace_back(Journey{name, {}, {}, {}});
  }

  std::vector<Touchpoint> touchpoints_;
  const PlacedTable& table_;
  Imported& imported_;
  Workspace& workspace_;
  std::size_t first_of_table_ = workspace_.touchpoints.size();
  std::multimap<std::string, std::size_t> by_name_;     ///< the touchpoints so far, of other tables too
  std::map<std::size_t, std::size_t> number_of_stage_;  ///< by row, where a journey has several stages of one name
  std::map<std::string, Others> others_;                ///< by name
  std::set<std::string> shared_with_other_;
  std::size_t shared_ = 0, aside_ = 0;
};

}  // namespace

void place_touchpoints(std::vector<Touchpoint> touchpoints, const PlacedTable& table, Imported& imported) {
  Placer(std::move(touchpoints), table, imported).run();
}

}  // namespace mot::importing

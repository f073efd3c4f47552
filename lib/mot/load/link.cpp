#include "mot/load/link.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <string>
#include <type_traits>
#include <unordered_map>
#include <unordered_set>

#include "mot/load/fields/codecs.h"
#include "mot/load/fields/name_ids.h"
#include "mot/load/link_paths.h"
#include "mot/load/link_views.h"
#include "mot/load/mended_ids.h"
#include "mot/text/alike.h"
#include "mot/text/nearest.h"
#include "mot/text/utf8.h"

namespace mot {
namespace {

/// How a thing is called, as it is written.
struct Called {
  std::string_view name;
  std::string_view id;
};

/// The things of one kind by id. Only looked up, never walked: the order of a hash is no order.
struct Directory {
  Directory(RuleId unknown_id, std::string_view kind_of_things) : unknown(unknown_id), kind(kind_of_things) {}

  RuleId unknown;
  std::string_view kind;                ///< "touchpoint"
  std::vector<std::string_view> names;  ///< in the order of the workspace
  std::unordered_map<std::string_view, std::size_t> index_of;
  std::vector<Called> called = {};
  std::vector<Span> places = {};  ///< of ids, by index

  /// The id of the one that a text is the name of, or would be if it were written as an id; nothing where that may be several.
  std::optional<std::string_view> id_of(std::string_view text) const {
    const auto& ids = ids_named();
    const auto named = ids.find(folded(as_seen(text)));
    if (named != ids.end()) return named->second.size() == 1 ? std::optional(named->second.front()) : std::nullopt;
    auto like = index_of.find(yaml::id_like(text));
    if (like == index_of.end()) like = index_of.find(id_of_name(text, name_of(Language::de)));
    return like != index_of.end() ? std::optional(like->first) : std::nullopt;
  }

 private:
  using IdsNamed = std::unordered_map<std::string, std::vector<std::string_view>>;

  /// Ids by name, in small letters: worked out once something leads nowhere, which in most workspaces nothing does.
  const IdsNamed& ids_named() const {
    if (ids_named_) return *ids_named_;
    ids_named_.emplace();
    for (const auto& [written, id] : called) {
      const std::string name = folded(as_seen(written)), as_id = folded(as_seen(id));
      if (!name.empty()) (*ids_named_)[name].push_back(id);
      if (as_id != name) (*ids_named_)[as_id].push_back(id);
    }
    return *ids_named_;
  }

  mutable std::optional<IdsNamed> ids_named_;
};

/// Whether a text can stand in YAML as it is: an id, or words as channels have them.
bool stands_plain(std::string_view text) {
  constexpr std::string_view plain = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789- ";
  const bool is_word = text == "true" || text == "false" || text == "null";
  return !is_word && text.find_first_not_of(plain) == std::string_view::npos && !text.starts_with('-') && !text.starts_with(' ');
}

std::string_view name_of(const Text& name) {
  return name.value;
}
std::string_view name_of(const std::optional<Text>& name) {
  return name ? std::string_view(name->value) : std::string_view();
}

/// An id that was made of the name stands where the name does.
template <class Record>
bool is_made_of_name(const Record& record) {
  if constexpr (std::is_same_v<decltype(record.name), Text>) return record.id.span == record.name.span;
  return false;
}

template <class Record>
void report_taken(const Record& first, const Record& second, std::string_view kind, Findings& findings) {
  const bool is_first_made = is_made_of_name(first) && !is_made_of_name(second);
  const auto& id = is_first_made ? first.id : second.id;
  const bool is_made = is_first_made || is_made_of_name(second);
  const std::string_view advice = is_made ? ", made of this name, is taken; write another one (id)" : " is already taken";
  auto& finding = findings.report("duplicate-id", id.span, fmt::format("the {} id '{}'{}", kind, shown(id.value), advice));
  finding.notes.push_back({is_first_made ? second.id.span : first.id.span, is_first_made ? "used here" : "first used here"});
  finding.subjects = {id.value};
}

template <class Record>
Directory directory_of(const std::vector<Record>& records, RuleId unknown, std::string_view kind, Findings& findings) {
  Directory directory(unknown, kind);
  for (std::size_t i = 0; i < records.size(); ++i) {
    const auto& id = records[i].id;
    directory.places.push_back(id.span);
    if (id.value.empty()) continue;  // which has its finding
    directory.names.push_back(id.value);
    const auto [first, is_new] = directory.index_of.emplace(id.value, i);
    if (!is_new) report_taken(records[first->second], records[i], kind, findings);
    directory.called.push_back({name_of(records[i].name), id.value});
  }
  return directory;
}

class Linker {
 public:
  Linker(LinkBasis completeness, MendedIds& mended, Findings& findings)
      : completeness_(completeness), mended_(mended), findings_(findings) {}

  template <class Target>
  void resolve(Link<Target>& link, const Directory& directory) {
    const auto found = directory.index_of.find(link.value);
    if (found != directory.index_of.end()) {
      link.index = found->second;
      mended_.note(link, directory.places[found->second]);
    } else if (!link.value.empty()) {
      report_unknown(link, directory);
    }
  }

  template <class Target>
  void resolve(std::vector<Link<Target>>& links, const Directory& directory) {
    for (Link<Target>& link : links) resolve(link, directory);
  }

  /// Links that no figure and no path goes by; the findings say behind which key they stand.
  template <class Target>
  void resolve_beside(std::vector<Link<Target>>& links, const Directory& directory, std::string_view key) {
    beside_ = key;
    resolve(links, directory);
    beside_ = {};
  }

  template <class Target, class Value>
  void resolve_keys(Entries<Link<Target>, Value>& entries, const Directory& directory) {
    for (auto& entry : entries) resolve(entry.key, directory);
  }

  /// The same of what keeps no index.
  void note(const Text& link, const Directory& directory) {
    const auto found = directory.index_of.find(link.value);
    found != directory.index_of.end() ? mended_.note(link, directory.places[found->second]) : mended_.doubt(link.value);
  }

  void report_unknown(const Text& id, const Directory& directory) {
    if (completeness_ == LinkBasis::incomplete) return;
    const auto named = directory.id_of(id.value);
    const bool is_other = named && as_seen(*named) != as_seen(id.value);
    const std::string way_out =
        is_other ? fmt::format("; '{}' is the id of the one of this name", shown(*named)) : advice(id.value, directory);
    auto& finding =
        findings_.report(directory.unknown, id.span, fmt::format("no {} has the id '{}'{}", directory.kind, shown(id.value), way_out));
    finding.subjects = {id.value};
    if (!beside_.empty()) finding.subjects.insert(finding.subjects.begin(), std::string(beside_));
    if (named && stands_plain(*named)) finding.fix = Edit{id.span, std::string(*named)};
  }

 private:
  // Comparing each unknown id with every known one is quadratic: a thousand slips get advice in full, the next ones only the finding.
  std::string advice(std::string_view typed, const Directory& directory) {
    if (directory.names.empty()) return fmt::format("; there is no {} yet", directory.kind);
    if (directory.names.size() > comparisons_left_) return {};
    comparisons_left_ -= directory.names.size();
    std::string near = did_you_mean(typed, directory.names);
    if (near.empty()) near = did_you_mean(yaml::id_like(typed), directory.names);
    constexpr std::size_t short_list = 8;
    const bool is_listed = directory.names.size() > 1 && directory.names.size() <= short_list;
    return near.empty() && is_listed ? "; it may be " + alternatives(directory.names) : near;
  }

  LinkBasis completeness_;
  MendedIds& mended_;
  Findings& findings_;
  std::size_t comparisons_left_ = 1'000'000;
  std::string_view beside_ = {};
};

/// Calls `check` with every score that is in points of the project's scale; it may be empty.
template <class Check>
void for_each_score(Touchpoint& touchpoint, Check check) {
  if (touchpoint.desired && touchpoint.desired->company) check(touchpoint.desired->company->score);
  if (touchpoint.desired && touchpoint.desired->customer) {
    CustomerWish& wish = *touchpoint.desired->customer;
    check(wish.score);
    check(wish.adequate);
    for (auto& entry : wish.by) check(entry.value.score);
  }
  if (touchpoint.standard) check(touchpoint.standard->score);
  if (touchpoint.promise) check(touchpoint.promise->score);
  if (touchpoint.actual) check(touchpoint.actual->score);
  for (Evidence& evidence : touchpoint.evidence) check(evidence.score);
}

/// A score off the scale is none: whoever goes on behind the error has no figure of it.
void take_out_scores_off_scale(Workspace& workspace, Findings& findings) {
  const Scale& scale = workspace.project.scale;
  for (Touchpoint& touchpoint : workspace.touchpoints) {
    for_each_score(touchpoint, [&](std::optional<Number>& score) {
      if (!score || (score->value >= scale.min && score->value <= scale.max)) return;
      auto& finding = findings.report("score-off-scale", score->span,
                                      fmt::format("'{}' is not on the project's scale of {} to {}", score->value, scale.min, scale.max));
      finding.subjects = {touchpoint.id.value};
      score.reset();
      touchpoint.is_whole = false;
    });
  }
}

void check_dimensions(const Workspace& workspace, Findings& findings) {
  std::vector<std::string_view> known;
  for (const Text& dimension : workspace.project.dimensions) known.push_back(dimension.value);
  for (const Touchpoint& touchpoint : workspace.touchpoints) {
    if (!touchpoint.dimension) continue;
    const Text& dimension = *touchpoint.dimension;
    if (std::find(known.begin(), known.end(), dimension.value) != known.end()) continue;
    const std::string near = did_you_mean(dimension.value, known);
    const std::string advice = near.empty() ? "; it must be one of " + alternatives(known) : near;
    auto& finding = findings.report("unknown-dimension", dimension.span,
                                    fmt::format("the project has no dimension '{}'{}", shown(dimension.value), advice));
    finding.subjects = {touchpoint.id.value, dimension.value};
  }
}

void check_stage_ids(const Workspace& workspace, Findings& findings) {
  for (const Journey& journey : workspace.journeys) directory_of(journey.stages, "duplicate-id", "stage", findings);
}

void check_lanes(const Lanes& lanes, const std::vector<std::string_view>& declared, Findings& findings) {
  for (const auto& [lane, entries] : lanes) {
    if (std::find(declared.begin(), declared.end(), lane.value) != declared.end()) continue;
    const std::string near = did_you_mean(lane.value, declared);
    const std::string advice = near.empty() ? "; name it in 'lanes' of the project" : near;
    auto& finding = findings.report("unknown-lane", lane.span, fmt::format("the project has no lane '{}'{}", shown(lane.value), advice));
    finding.subjects = {lane.value};
  }
}

void check_all_lanes(const Workspace& workspace, Findings& findings) {
  std::vector<std::string_view> declared;
  for (const Text& lane : workspace.project.lanes) {
    if (std::find(declared.begin(), declared.end(), lane.value) != declared.end())
      findings.report("duplicate-id", lane.span, fmt::format("the lane '{}' is named twice", shown(lane.value))).subjects = {lane.value};
    declared.push_back(lane.value);
  }
  for (const Touchpoint& touchpoint : workspace.touchpoints) check_lanes(touchpoint.lanes, declared, findings);
  for (const Journey& journey : workspace.journeys) {
    for (const Stage& stage : journey.stages) check_lanes(stage.lanes, declared, findings);
  }
}

/// Whether something within the KPI could not be read: its side may be what that was meant for.
bool has_fault(const Kpi& kpi, const Findings& findings) {
  return std::ranges::any_of(findings, [&](const Finding& finding) {
    return finding.span.file == kpi.span.file && finding.span.begin >= kpi.span.begin && finding.span.end <= kpi.span.end;
  });
}

void check_kpis(const std::vector<Kpi>& kpis, Findings& findings) {
  directory_of(kpis, "duplicate-id", "KPI", findings);
  for (const Kpi& kpi : kpis) {
    if (!kpi.target || kpi.better || has_fault(kpi, findings)) continue;
    auto& finding = findings.report("missing-key", kpi.target->span, "a target needs its side; write 'better: higher' or 'better: lower'");
    finding.subjects = {kpi.id.value};
  }
}

void check_all_kpis(const Workspace& workspace, Findings& findings) {
  check_kpis(workspace.project.kpis, findings);
  for (const Touchpoint& touchpoint : workspace.touchpoints) check_kpis(touchpoint.kpis, findings);
  for (const Journey& journey : workspace.journeys) {
    check_kpis(journey.kpis, findings);
    for (const Stage& stage : journey.stages) check_kpis(stage.kpis, findings);
  }
}

/// What a customer's wish may rest on: a source, or a piece of evidence. Touchpoints may share a piece, so its id may come again.
std::unordered_set<std::string_view> what_was_heard(const Workspace& workspace, Directory& sources) {
  std::unordered_set<std::string_view> heard;
  for (const SurveySource& source : workspace.sources) heard.insert(source.id.value);
  for (const Touchpoint& touchpoint : workspace.touchpoints) {
    for (const Evidence& evidence : touchpoint.evidence) {
      if (evidence.id && heard.insert(evidence.id->value).second) sources.names.push_back(evidence.id->value);
    }
  }
  return heard;
}

/// Everything that ids can stand for.
struct Directories {
  Directory touchpoints, departments, personas, channels, sources, journeys;
};

Directories directories_of(const Workspace& workspace, Findings& findings) {
  directory_of(workspace.actions, "duplicate-id", "action", findings);
  directory_of(workspace.project.views, "duplicate-id", "saved view", findings);
  return {directory_of(workspace.touchpoints, "unknown-touchpoint", "touchpoint", findings),
          directory_of(workspace.departments, "unknown-department", "department", findings),
          directory_of(workspace.personas, "unknown-persona", "persona", findings),
          directory_of(workspace.channels, "unknown-channel", "channel", findings),
          directory_of(workspace.sources, "unknown-source", "source or evidence", findings),
          directory_of(workspace.journeys, "unknown-journey", "journey", findings)};
}

using Heard = std::unordered_set<std::string_view>;

void link_heard(const std::vector<Text>& sources, const Directories& known, const Heard& heard, Linker& linker) {
  for (const Text& source : sources) {
    heard.contains(source.value) ? linker.note(source, known.sources) : linker.report_unknown(source, known.sources);
  }
}

void link_observations(const std::vector<Observation>& observations, const Directories& known, const Heard& heard, Linker& linker) {
  for (const Observation& observation : observations) link_heard(observation.heard, known, heard, linker);
}

void link_touchpoint(Touchpoint& touchpoint, const Directories& known, const Heard& heard, Linker& linker) {
  linker.resolve(touchpoint.department, known.departments);
  linker.resolve(touchpoint.channels, known.channels);
  linker.resolve_beside(touchpoint.involves, known.departments, "involves");
  linker.resolve_beside(touchpoint.supports, known.touchpoints, "supports");
  linker.resolve(touchpoint.recovery, known.touchpoints);
  linker.resolve_keys(touchpoint.flags, known.personas);
  link_observations(touchpoint.pains, known, heard, linker);
  link_observations(touchpoint.gains, known, heard, linker);
  if (!touchpoint.desired || !touchpoint.desired->customer) return;
  linker.resolve_keys(touchpoint.desired->customer->by, known.personas);
  link_heard(touchpoint.desired->customer->heard, known, heard, linker);
}

void link_steps(std::vector<PathStep>& steps, const Directories& known, Linker& linker) {
  for (PathStep& step : steps) {
    linker.resolve(step.touchpoint, known.touchpoints);
    linker.resolve(step.journey, known.journeys);
    link_steps(step.steps, known, linker);
  }
}

void link_journey(Journey& journey, const Directories& known, const Heard& heard, Linker& linker) {
  linker.resolve(journey.personas, known.personas);
  for (Stage& stage : journey.stages) {
    link_steps(stage.steps, known, linker);
    link_observations(stage.pains, known, heard, linker);
    link_observations(stage.gains, known, heard, linker);
  }
}

void link_view(SavedView& view, const Directories& known, Linker& linker) {
  if (view.journey) linker.resolve(*view.journey, known.journeys);
  if (view.persona) linker.resolve(*view.persona, known.personas);
  if (view.department) linker.resolve(*view.department, known.departments);
}

/// What `values` call a segment that is no persona.
constexpr std::string_view no_persona = "none";

/// Ends that a scale leaves out are those of the one around it.
void complete(std::optional<AnswerScale>& scale, std::pair<double, double> ends) {
  const bool has_ends = !scale || scale->min.span != Span{} || scale->max.span != Span{};
  if (!has_ends) scale->min.value = ends.first, scale->max.value = ends.second;
}

void complete_scales(SurveySource& source, const Scale& of_project) {
  complete(source.scale, {of_project.min, of_project.max});
  const std::pair<double, double> ends =
      source.scale ? std::pair(source.scale->min.value, source.scale->max.value) : std::pair(of_project.min, of_project.max);
  for (auto& [touchpoint, columns] : source.columns) {
    for (std::optional<ScoreColumn>* column : {&columns.actual, &columns.desired, &columns.importance}) {
      if (*column) complete((*column)->scale, ends);
    }
  }
  if (source.long_layout && source.long_layout->score) complete(source.long_layout->score->scale, ends);
  for (SourceOutcome& outcome : source.outcomes) {
    complete(outcome.scale, outcome.kind.value == OutcomeKind::nps ? std::pair(0.0, 10.0) : ends);
  }
}

void link_source(SurveySource& source, const Directories& known, Linker& linker) {
  linker.resolve_keys(source.columns, known.touchpoints);
  if (!source.persona) return;
  for (const auto& [word, persona] : source.persona->values) {
    const bool is_known = persona.value == no_persona || known.personas.index_of.contains(persona.value);
    is_known ? linker.note(persona, known.personas) : linker.report_unknown(persona, known.personas);
  }
}

/// No id is given twice, whatever kinds of things have it.
void take_known_ids(const Directories& known, MendedIds& mended) {
  for (const Directory* directory :
       {&known.touchpoints, &known.departments, &known.personas, &known.channels, &known.sources, &known.journeys}) {
    for (const std::string_view id : directory->names) mended.take(id);
  }
}

}  // namespace

void link(Workspace& workspace, LinkBasis completeness, Findings& findings) {
  MendedIds mended(findings);
  Directories known = directories_of(workspace, findings);
  const auto heard = what_was_heard(workspace, known.sources);
  Linker linker(completeness, mended, findings);
  take_known_ids(known, mended);
  mended.doubt_ways_of(workspace);
  for (Touchpoint& touchpoint : workspace.touchpoints) link_touchpoint(touchpoint, known, heard, linker);
  for (Journey& journey : workspace.journeys) link_journey(journey, known, heard, linker);
  for (SavedView& view : workspace.project.views) link_view(view, known, linker);
  for (Action& action : workspace.actions) {
    linker.resolve(action.touchpoints, known.touchpoints);
    if (action.lift) linker.resolve_keys(action.lift->by_touchpoint, known.touchpoints);
  }
  for (SurveySource& source : workspace.sources) {
    link_source(source, known, linker);
    complete_scales(source, workspace.project.scale);
  }
  mended.offer();
  unlink_circles(workspace, findings);
  if (completeness == LinkBasis::complete) check_ways(workspace, findings);
  take_out_scores_off_scale(workspace, findings);
  check_dimensions(workspace, findings);
  check_stage_ids(workspace, findings);
  check_all_kpis(workspace, findings);
  if (completeness != LinkBasis::complete) return;
  check_all_lanes(workspace, findings);
  check_views(workspace, findings);
}

}  // namespace mot

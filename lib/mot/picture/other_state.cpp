#include "mot/picture/other_state.h"

#include <algorithm>
#include <cmath>
#include <functional>
#include <map>
#include <set>
#include <utility>

#include "mot/analysis/compare/figures_of_wave.h"
#include "mot/analysis/sets.h"

namespace mot {

namespace {

template <class Thing>
std::optional<std::size_t> place_of(const std::vector<Thing>& things, const std::string& id) {
  const auto found = std::ranges::find_if(things, [&](const Thing& thing) { return thing.id.value == id; });
  return found == things.end() ? std::nullopt : std::optional(static_cast<std::size_t>(found - things.begin()));
}

CardMark mark_of(const ScoreChange& change) {
  CardMark mark{CardChange::otherwise, change.verdict ? std::string(name_of(*change.verdict)) : "changed", change.before, change.after};
  if (change.verdict == Change::better) mark.change = CardChange::better;
  if (change.verdict == Change::worse) mark.change = CardChange::worse;
  if (change.verdict == Change::no_evidence) mark.change = CardChange::no_evidence;
  if (change.verdict == Change::unchanged) mark.change = CardChange::unchanged;
  return mark;
}

/// Ids of what a customer meets on a journey, and on those inside it.
std::set<std::string> ids_on(const Workspace& workspace, const Journey& journey) {
  std::set<std::string> ids;
  for (const std::size_t touchpoint : touchpoints_of(workspace, journey)) ids.insert(workspace.touchpoints[touchpoint].id.value);
  return ids;
}

/// What the share of a journey counts, by id.
std::vector<DeliveredGround> ground_on(const Wave& wave, std::size_t journey) {
  const std::set<std::string> ids = ids_on(wave.workspace, wave.workspace.journeys[journey]);
  std::vector<DeliveredGround> ground = ground_of(wave.workspace, wave.analysis);
  std::erase_if(ground, [&](const DeliveredGround& of) { return !ids.contains(of.id); });
  std::ranges::sort(ground, {}, &DeliveredGround::id);
  return ground;
}

/// The same of a journey of the other state, under the ids of today.
std::vector<DeliveredGround> ground_then(const Compared& states, std::size_t journey) {
  std::vector<DeliveredGround> ground = ground_on(states.before, journey);
  for (DeliveredGround& of : ground) {
    const auto renamed = std::ranges::find(states.diff.renamed, of.id, &Renamed::before);
    if (renamed != states.diff.renamed.end()) of.id = renamed->after;
  }
  std::ranges::sort(ground, {}, &DeliveredGround::id);
  return ground;
}

/// What came to the journeys of today, and where in them what left stood in those of the other state.
class StopChanges {
 public:
  explicit StopChanges(const Compared& states) : states_(states) {
    for (const Renamed& renamed : states.diff.renamed) now_called_[renamed.before] = renamed.after;
    for (const Touchpoint& touchpoint : states.before.workspace.touchpoints) known_.insert(name_now(touchpoint.id.value));
  }

  void put_into(OtherState& state) && {
    for (const Journey& then : states_.before.workspace.journeys) {
      const auto place = place_of(states_.after.workspace.journeys, then.id.value);
      if (!place || states_.after.workspace.journeys[*place].stages.empty()) continue;
      const Journey& now = states_.after.workspace.journeys[*place];
      on_it_ = ids_on(states_.after.workspace, now);
      look_for_removed(then, now);
      look_for_added(then, now);
    }
    state.removed = std::move(removed_), state.added = std::move(added_);
  }

 private:
  const std::string& name_now(const std::string& id) const {
    const auto renamed = now_called_.find(id);
    return renamed == now_called_.end() ? id : renamed->second;
  }

  void look_for_added(const Journey& then, const Journey& now) {
    std::set<std::string> before;
    for (const std::string& id : ids_on(states_.before.workspace, then)) before.insert(name_now(id));
    for (const std::string& id : on_it_) {
      if (known_.contains(id) && !before.contains(id)) added_.push_back({id, now.id.value});
    }
  }

  void look_for_removed(const Journey& then, const Journey& now) {
    std::set<std::string> told;  // what was visited twice
    std::size_t stage = 0;
    std::string previous;
    for (const Stage& old : then.stages) {
      if (const auto same = place_of(now.stages, old.id.value)) stage = *same, previous.clear();
      for_each_touchpoint(old.steps, [&](const Link<Touchpoint>& link) {
        const std::string& today = name_now(link.value);
        const bool is_gone = link.index && !on_it_.contains(today);
        if (is_gone && told.insert(today).second) removed_.push_back({today, then.id.value, stage, previous});
        if (is_gone || stands_in(now.stages[stage], today)) previous = today;
      });
    }
  }

  static bool stands_in(const Stage& stage, const std::string& id) {
    bool stands = false;
    for_each_touchpoint(stage.steps, [&](const Link<Touchpoint>& link) { stands = stands || link.value == id; });
    return stands;
  }

  const Compared& states_;
  std::map<std::string, std::string> now_called_;
  std::set<std::string> known_;  ///< to the other state, as they are called now
  std::set<std::string> on_it_;  ///< the journey of today that is looked at
  std::vector<RemovedStop> removed_;
  std::vector<AddedStop> added_;
};

/// Whether a test says that it changed, or nobody can test it for it is judged.
bool is_sure(const ScoreChange& change) {
  if (!change.before || !change.after || *change.before == *change.after) return false;
  return !change.verdict || change.verdict == Change::better || change.verdict == Change::worse;
}

}  // namespace

OtherState lived_in(const Compared& states, std::string name) {
  OtherState state{std::move(name), {}, {}, {}, {}};
  for (std::size_t i = 0; i < states.before.workspace.journeys.size(); ++i) {
    const std::string& id = states.before.workspace.journeys[i].id.value;
    const auto now = place_of(states.after.workspace.journeys, id);
    const auto& delivered = states.before.analysis.journeys[i].delivered.value;
    if (now && delivered) state.delivered[id] = {*delivered, is_same_ground(ground_then(states, i), ground_on(states.after, *now))};
  }
  if (states.diff.scale_before != states.diff.scale_after) return state;
  for (const ScoreChange& change : states.diff.scores) {
    if (change.before) state.lived[change.id] = *change.before;
    if (is_sure(change)) state.moved.push_back({change.id, *change.before, *change.after});
  }
  std::ranges::stable_sort(state.moved, std::greater<>(), [](const ScoreMove& move) { return std::abs(move.after - move.before); });
  return state;
}

OtherState marked_since(const Compared& states, std::string name) {
  OtherState state = lived_in(states, std::move(name));
  const bool is_same_scale = states.diff.scale_before == states.diff.scale_after;
  for (const std::string& id : states.diff.added) state.marks[id] = {CardChange::added, "", {}, {}};
  for (const ScoreChange& change : states.diff.scores) {
    if (has_moved(change)) state.marks[change.id] = mark_of(change);
  }
  for (const std::string& id : states.diff.removed) {
    const auto place = place_of(states.before.workspace.touchpoints, id);
    const auto score = place ? states.before.analysis.touchpoints[*place].actual : std::nullopt;
    state.marks[id] = {CardChange::removed, "", {}, {}};
    if (score && is_same_scale) state.lived[id] = *score;
  }
  StopChanges(states).put_into(state);
  return state;
}

WithRemoved with_removed(const Compared& states) {
  WithRemoved all{states.after.workspace, states.after.answers, states.after.analysis};
  for (const std::string& id : states.diff.removed) {
    const auto place = place_of(states.before.workspace.touchpoints, id);
    if (!place) continue;
    const Touchpoint& gone = states.before.workspace.touchpoints[*place];
    Touchpoint& touchpoint = all.workspace.touchpoints.emplace_back();
    touchpoint.id.value = id, touchpoint.name.value = gone.name.value, touchpoint.when = gone.when;
    touchpoint.department.value = gone.department.value;
    touchpoint.department.index = place_of(all.workspace.departments, gone.department.value);
    all.analysis.touchpoints.emplace_back();
  }
  return all;
}

}  // namespace mot

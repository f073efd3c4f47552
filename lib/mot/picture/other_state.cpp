#include "mot/picture/other_state.h"

#include <algorithm>
#include <map>
#include <utility>

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

/// Where in the journeys of today what is gone stood in those of the other state.
class RemovedStops {
 public:
  explicit RemovedStops(const Compared& states) : states_(states) {
    for (const Renamed& renamed : states.diff.renamed) now_called_[renamed.before] = renamed.after;
  }

  std::vector<RemovedStop> found() {
    for (const Journey& journey : states_.before.workspace.journeys) {
      const auto now = place_of(states_.after.workspace.journeys, journey.id.value);
      if (now && !states_.after.workspace.journeys[*now].stages.empty()) look_through(journey, states_.after.workspace.journeys[*now]);
    }
    return std::move(stops_);
  }

 private:
  void look_through(const Journey& then, const Journey& now) {
    std::size_t stage = 0;
    std::string previous;
    for (const Stage& old : then.stages) {
      if (const auto same = place_of(now.stages, old.id.value)) stage = *same, previous.clear();
      for_each_touchpoint(old.steps, [&](const Link<Touchpoint>& link) {
        const bool is_gone = std::ranges::find(states_.diff.removed, link.value) != states_.diff.removed.end();
        if (is_gone) stops_.push_back({link.value, then.id.value, stage, previous});
        const auto renamed = now_called_.find(link.value);
        const std::string& today = renamed == now_called_.end() ? link.value : renamed->second;
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
  std::vector<RemovedStop> stops_;
};

}  // namespace

OtherState lived_in(const Compared& states, std::string name) {
  OtherState state{std::move(name), {}, states.diff.delivered_before.value, {}, {}};
  if (states.diff.scale_before != states.diff.scale_after) return state;
  for (const ScoreChange& change : states.diff.scores) {
    if (change.before) state.lived[change.id] = *change.before;
  }
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
  state.removed = RemovedStops(states).found();
  return state;
}

WithRemoved with_removed(const Compared& states) {
  WithRemoved all{states.after.workspace, states.after.answers, states.after.analysis};
  for (const std::string& id : states.diff.removed) {
    const auto place = place_of(states.before.workspace.touchpoints, id);
    if (!place) continue;
    const Touchpoint& gone = states.before.workspace.touchpoints[*place];
    Touchpoint& touchpoint = all.workspace.touchpoints.emplace_back();
    touchpoint.id.value = id, touchpoint.name.value = gone.name.value;
    touchpoint.department.value = gone.department.value;
    touchpoint.department.index = place_of(all.workspace.departments, gone.department.value);
    all.analysis.touchpoints.emplace_back();
    all.answers.touchpoints.emplace_back();
  }
  return all;
}

}  // namespace mot

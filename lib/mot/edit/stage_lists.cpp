#include "mot/edit/stage_lists.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

#include "mot/edit/record_path.h"
#include "mot/edit/text_changes.h"
#include "mot/text/errors.h"
#include "mot/text/nearest.h"
#include "mot/text/utf8.h"

namespace mot::edit {
namespace {

constexpr std::string_view list_key = "touchpoints";

Path list_of(const YamlText& text, const Stage& stage) {
  return path_to(text, stage.span) / Step(list_key);
}

/// The index of the step that is meant among the stage's own.
std::size_t index_of(const Stage& stage, std::string_view touchpoint, std::optional<std::size_t> number) {
  const auto visits = visits_of(stage, touchpoint);
  const auto own = std::ranges::count_if(visits, [](const auto& visit) { return visit.has_value(); });
  if (visits.empty() || number.value_or(0) >= visits.size())
    throw NotFound(fmt::format("'{}' does not stand in the stage '{}'{}", printable(touchpoint), stage.id.value,
                               visits.empty() ? "" : " that often any more"));
  if (!number && own > 1)
    throw Refused(fmt::format("'{}' stands in the stage '{}' {} times, and which is meant is not known; change that in the file itself",
                              printable(touchpoint), stage.id.value, own));
  const auto index = number ? visits[*number] : *std::ranges::max_element(visits);  // nothing is less than any
  if (!index)
    throw Refused(fmt::format("'{}' stands in a branch of '{}'; move it in the file itself", printable(touchpoint), stage.id.value));
  return *index;
}

/// How many steps go together from this one on: what follows from a touchpoint stands behind it.
std::size_t steps_with_branches(const Stage& stage, std::size_t index) {
  std::size_t count = 1;
  while (index + count < stage.steps.size() && stage.steps[index + count].is_branch()) ++count;
  return count;
}

/// The text with a step and what follows from it moved within their list. `target` is an index of the list as it is.
std::string with_steps_moved(const YamlText& text, const Stage& stage, std::size_t index, std::size_t target) {
  const Path list = list_of(text, stage);
  const std::size_t count = steps_with_branches(stage, index);
  std::string moved = text.text();
  if (target >= index && target <= index + count) return moved;
  const bool is_down = target > index;
  for (std::size_t i = 0; i < count; ++i) {
    moved = with_item_moved(YamlText(text.name(), moved), list, is_down ? index : index + i, is_down ? target - 1 : target + i);
  }
  return moved;
}

bool is_in_stage(const Stage& stage, std::string_view touchpoint) {
  return std::ranges::any_of(visits_of(stage, touchpoint), [](const auto& visit) { return visit.has_value(); });
}

bool stands_in_a_branch(const Journey& journey, std::string_view touchpoint) {
  return std::ranges::any_of(journey.stages, [&](const Stage& stage) { return !visits_of(stage, touchpoint).empty(); });
}

/// The stage of a journey that was named, by its id or as `journey/stage`.
std::size_t stage_in(const Journey& journey, std::string_view called) {
  const auto is_it = [&](const Stage& stage) { return stage.id.value == called || journey.id.value + "/" + stage.id.value == called; };
  const auto found = std::ranges::find_if(journey.stages, is_it);
  if (found == journey.stages.end()) throw NotFound(fmt::format("the journey '{}' has no stage '{}'", journey.id.value, printable(called)));
  return static_cast<std::size_t>(found - journey.stages.begin());
}

/// The stage of the journey that a touchpoint is to be moved from; nothing where it does not stand there.
std::optional<std::size_t> stage_from(const Journey& journey, std::string_view touchpoint, std::size_t to, const StageVisit& visit) {
  if (!visit.stage.empty()) return stage_in(journey, visit.stage);
  if (is_in_stage(journey.stages[to], touchpoint)) return to;
  std::vector<std::size_t> stages;
  std::vector<std::string_view> ids;
  for (std::size_t i = 0; i < journey.stages.size(); ++i) {
    if (is_in_stage(journey.stages[i], touchpoint)) stages.push_back(i), ids.push_back(journey.stages[i].id.value);
  }
  if (stages.size() > 1)
    throw Refused(fmt::format("'{}' stands several times on the journey '{}', in the stages {}; say which is to be moved, as in --from {}",
                              printable(touchpoint), journey.id.value, fmt::join(ids, " and "), ids[0]));
  return stages.empty() ? std::nullopt : std::optional(stages[0]);
}

const Stage& stage_at(const Workspace& workspace, const StageCalled& place) {
  return workspace.journeys[place.journey].stages[place.stage];
}

}  // namespace

std::vector<std::optional<std::size_t>> visits_of(const Stage& stage, std::string_view touchpoint) {
  std::vector<std::optional<std::size_t>> visits;
  for (std::size_t i = 0; i < stage.steps.size(); ++i) {
    if (stage.steps[i].touchpoint.value == touchpoint) visits.emplace_back(i);
    for_each_touchpoint(stage.steps[i].steps, [&](const Link<Touchpoint>& link) {
      if (link.value == touchpoint) visits.emplace_back();
    });
  }
  return visits;
}

StageCalled stage_called(const Workspace& workspace, std::string_view called) {
  std::vector<std::string> names;
  std::optional<StageCalled> found;
  for (std::size_t journey = 0; journey < workspace.journeys.size(); ++journey) {
    const Journey& its = workspace.journeys[journey];
    for (std::size_t stage = 0; stage < its.stages.size(); ++stage) {
      names.push_back(its.id.value + "/" + its.stages[stage].id.value);
      if (its.stages[stage].id.value != called && names.back() != called) continue;
      if (found)
        throw NotFound(fmt::format("several journeys have a stage '{0}'; say which, as in '{1}/{0}'", printable(called), its.id.value));
      found = StageCalled{journey, stage};
    }
  }
  const std::vector<std::string_view> known(names.begin(), names.end());
  if (!found) throw NotFound(fmt::format("no stage has the id '{}'{}", printable(called), did_you_mean(called, known)));
  return *found;
}

std::size_t index_in(const Stage& stage, const StagePlace& place) {
  const std::string& other = place.before.empty() ? place.after : place.before;
  if (other.empty()) return stage.steps.size();
  const std::size_t index = index_of(stage, other, place.number);
  return place.before.empty() ? index + steps_with_branches(stage, index) : index;
}

void put_into_stage(Draft& draft, std::string_view touchpoint, const StagePlace& place) {
  const Stage& stage = stage_at(draft.workspace(), stage_called(draft.workspace(), place.stage));
  const std::uint32_t file = stage.span.file;
  const YamlText text = draft.text_of(file);
  const Path list = list_of(text, stage);
  const auto there = text.at(list);
  if (there && there->kind() == yaml::Kind::scalar) {
    std::vector<Plain> items = {plain_of(*there), Plain::text(std::string(touchpoint))};
    if (index_in(stage, place) == 0) std::swap(items[0], items[1]);
    return draft.change(file, with_value(text, list, Plain::list(std::move(items))));
  }
  draft.change(file, with_item(text, list, index_in(stage, place), Plain::text(std::string(touchpoint))));
}

void move_touchpoint(Draft& draft, std::string_view touchpoint, const StagePlace& place, const StageVisit& visit) {
  const StageCalled to = stage_called(draft.workspace(), place.stage);
  const Journey& journey = draft.workspace().journeys[to.journey];
  const auto from = stage_from(journey, touchpoint, to.stage, visit);
  if (!from && stands_in_a_branch(journey, touchpoint))
    throw Refused(fmt::format("'{}' stands in a branch of '{}'; move it in the file itself", printable(touchpoint), journey.id.value));
  if (!from) {
    thing_called(draft.workspace(), touchpoint, ThingKind::touchpoint);
    if (place.before == touchpoint || place.after == touchpoint) throw Refused("a touchpoint can't stand beside itself");
    return put_into_stage(draft, touchpoint, place);
  }
  const std::string stage = journey.id.value + "/" + journey.stages[to.stage].id.value;
  const Stage& source = journey.stages[*from];
  const std::size_t index = index_of(source, touchpoint, visit.number);
  const bool is_beside_itself = *from == to.stage && (place.before == touchpoint || place.after == touchpoint);
  if (is_beside_itself && index_of(source, touchpoint, place.number) == index) throw Refused("a touchpoint can't stand beside itself");
  const std::uint32_t file = source.span.file;
  const YamlText text = draft.text_of(file);
  const Path list = list_of(text, source);
  const bool is_list = text.at(list) && text.at(list)->kind() == yaml::Kind::sequence;
  if (*from == to.stage) {
    if (!is_list) return;
    return draft.change(file, with_steps_moved(text, source, index, index_in(source, place)));
  }
  if (steps_with_branches(source, index) > 1)
    throw Refused(
        fmt::format("branches follow from '{}', and would follow from another; move them in the file itself", printable(touchpoint)));
  const Stage& target = journey.stages[to.stage];
  const std::size_t at = index_in(target, place);
  const Path other = list_of(text, target);
  const bool are_lists = is_list && text.at(other) && text.at(other)->kind() == yaml::Kind::sequence;
  if (are_lists) return draft.change(file, with_item_in_other_list(text, list, index, other, at));
  draft.change(file, is_list ? without_item(text, list, index) : without_key(text, list));
  put_into_stage(draft, touchpoint, {stage, place.before, place.after, place.number});
}

}  // namespace mot::edit

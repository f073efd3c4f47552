#include "mot/analysis/workspace_part.h"

#include <algorithm>
#include <string_view>

#include "mot/analysis/sets.h"

namespace mot {
namespace {

/// By index of Workspace::touchpoints.
using Marks = std::vector<bool>;

bool has_tag(const std::vector<Text>& tags, std::string_view tag) {
  return std::ranges::any_of(tags, [&](const Text& text) { return text.value == tag; });
}

bool is_tagged(const Workspace& workspace, const Journey& journey, std::string_view tag) {
  return has_tag(journey.tags, tag) || std::ranges::any_of(journey.personas, [&](const Link<Persona>& persona) {
           return persona.index && has_tag(workspace.personas[*persona.index].tags, tag);
         });
}

bool travels(std::size_t persona, const Journey& journey) {
  return std::ranges::any_of(journey.personas, [&](const Link<Persona>& link) { return link.index == persona; });
}

bool is_meant(const TouchpointFilter& filter, const Workspace& workspace, std::size_t journey, const Stage& stage) {
  if (filter.journey && *filter.journey != journey) return false;
  if (filter.traveller && !travels(*filter.traveller, workspace.journeys[journey])) return false;
  return !filter.stage || *filter.stage == stage.id.value || *filter.stage == workspace.journeys[journey].id.value + "/" + stage.id.value;
}

void mark(const std::vector<std::size_t>& touchpoints, Marks& marks) {
  for (const std::size_t touchpoint : touchpoints) marks[touchpoint] = true;
}

/// What stands in the journeys and stages that the filter names.
Marks on_the_way(const TouchpointFilter& filter, const Workspace& workspace) {
  Marks marks(workspace.touchpoints.size());
  for (std::size_t i = 0; i < workspace.journeys.size(); ++i) {
    for (const Stage& stage : workspace.journeys[i].stages) {
      if (is_meant(filter, workspace, i, stage)) mark(touchpoints_of(workspace, stage), marks);
    }
  }
  return marks;
}

/// What has the tag itself, or is on the way of what has it.
Marks tagged(const Workspace& workspace, std::string_view tag) {
  Marks marks(workspace.touchpoints.size());
  for (std::size_t i = 0; i < marks.size(); ++i) marks[i] = has_tag(workspace.touchpoints[i].tags, tag);
  for (const Journey& journey : workspace.journeys) {
    if (is_tagged(workspace, journey, tag)) mark(touchpoints_of(workspace, journey), marks);
  }
  return marks;
}

std::vector<std::size_t> lifted_by(const Action& action) {
  std::vector<std::size_t> touchpoints;
  for (const auto& link : action.touchpoints) {
    if (link.index) touchpoints.push_back(*link.index);
  }
  if (!action.lift) return touchpoints;
  for (const auto& entry : action.lift->by_touchpoint) {
    if (entry.key.index) touchpoints.push_back(*entry.key.index);
  }
  return touchpoints;
}

bool lifts_any(const Action& action, const Marks& marks) {
  return std::ranges::any_of(lifted_by(action), [&](std::size_t touchpoint) { return marks[touchpoint]; });
}

bool passes(const TouchpointFilter& filter, const Touchpoint& touchpoint) {
  if (filter.department && touchpoint.department.index != filter.department) return false;
  const auto is_there = [&](const Link<Channel>& channel) { return channel.index == filter.channel; };
  if (filter.channel && std::ranges::none_of(touchpoint.channels, is_there)) return false;
  return !filter.moments_of_truth || touchpoint.moment_of_truth.value;
}

/// What passes, and which actions are kept with it.
struct Passed {
  Marks touchpoints;
  std::vector<bool> actions;
};

Passed kept_by(const TouchpointFilter& filter, const Workspace& workspace) {
  const std::size_t count = workspace.touchpoints.size();
  const bool has_way = filter.journey || filter.stage || filter.traveller;
  const Marks way = has_way ? on_the_way(filter, workspace) : Marks(count, true);
  Marks by_tag = filter.tag ? tagged(workspace, *filter.tag) : Marks(count, true);
  Passed kept{Marks(count), {}};
  for (const Action& action : workspace.actions) {
    const bool has_it = filter.tag && has_tag(action.tags, *filter.tag);
    kept.actions.push_back(has_it || lifts_any(action, by_tag));
  }
  for (const Action& action : workspace.actions) {
    if (filter.tag && has_tag(action.tags, *filter.tag)) mark(lifted_by(action), by_tag);
  }
  for (std::size_t i = 0; i < count; ++i) kept.touchpoints[i] = way[i] && by_tag[i] && passes(filter, workspace.touchpoints[i]);
  for (std::size_t i = 0; i < workspace.actions.size(); ++i)
    kept.actions[i] = kept.actions[i] && lifts_any(workspace.actions[i], kept.touchpoints);
  return kept;
}

/// Indices of the whole as those of the part.
class Renumbering {
 public:
  explicit Renumbering(const Marks& kept) : places_(kept.size()) {
    for (std::size_t i = 0; i < kept.size(); ++i) {
      if (!kept[i]) continue;
      places_[i] = kept_.size();
      kept_.push_back(i);
    }
  }

  const std::vector<std::size_t>& kept() const { return kept_; }
  std::optional<std::size_t> of(std::optional<std::size_t> index) const { return index ? places_[*index] : std::nullopt; }
  void apply(std::vector<Link<Touchpoint>>& links) const {
    for (auto& link : links) link.index = of(link.index);
  }
  template <class Value>
  void apply_to_keys(Entries<Link<Touchpoint>, Value>& entries) const {
    for (auto& entry : entries) entry.key.index = of(entry.key.index);
  }
  /// Those of the part, in their order.
  std::vector<std::size_t> of_all(const std::vector<std::size_t>& indices) const {
    std::vector<std::size_t> found;
    for (const std::size_t index : indices) {
      if (places_[index]) found.push_back(*places_[index]);
    }
    return found;
  }

 private:
  std::vector<std::optional<std::size_t>> places_;
  std::vector<std::size_t> kept_;
};

template <class Item>
std::vector<Item> those(const std::vector<Item>& all, const std::vector<std::size_t>& indices) {
  std::vector<Item> some;
  for (const std::size_t index : indices) {
    if (index < all.size()) some.push_back(all[index]);
  }
  return some;
}

void renumber(std::vector<PathStep>& steps, const Renumbering& touchpoints, const Renumbering& journeys) {
  for (PathStep& step : steps) {
    step.touchpoint.index = touchpoints.of(step.touchpoint.index);
    step.journey.index = journeys.of(step.journey.index);
    renumber(step.steps, touchpoints, journeys);
  }
}

/// A journey's stages that are meant; all of one that stands inside them.
std::vector<Stage> stages_kept(const TouchpointFilter& filter, const Workspace& whole, std::size_t journey, bool is_inside) {
  std::vector<Stage> stages = whole.journeys[journey].stages;
  std::erase_if(stages, [&](const Stage& stage) { return !is_inside && !is_meant(filter, whole, journey, stage); });
  return stages;
}

/// Journeys that stand inside what is meant of others.
Marks journeys_within(const TouchpointFilter& filter, const Workspace& whole) {
  Marks within(whole.journeys.size());
  for (std::size_t i = 0; i < within.size(); ++i) {
    Journey meant;
    meant.stages = stages_kept(filter, whole, i, false);
    mark(journeys_inside(whole, meant), within);
  }
  return within;
}

bool leads_nowhere(const PathStep& step) {
  return !step.touchpoint.index && !step.journey.index;
}

/// Those inside others come first to nothing, so what is left is looked at from the inside outwards: as often as they are nested.
void drop_empty(std::vector<Journey>& journeys, Marks& is_left) {
  for (bool has_dropped = true; has_dropped;) {
    has_dropped = false;
    for (std::size_t i = 0; i < journeys.size(); ++i) {
      if (!is_left[i]) continue;
      for (Stage& stage : journeys[i].stages) {
        erase_stops_if(stage.steps,
                       [&](const PathStep& step) { return leads_nowhere(step) || (step.journey.index && !is_left[*step.journey.index]); });
      }
      std::erase_if(journeys[i].stages, [](const Stage& stage) { return stage.steps.empty(); });
      is_left[i] = !journeys[i].stages.empty();
      has_dropped |= !is_left[i];
    }
  }
}

void reduce(const TouchpointFilter& filter, const Workspace& whole, const Renumbering& renumbering, std::vector<Journey>& journeys) {
  const Marks within = journeys_within(filter, whole);
  Marks is_left(journeys.size(), true);
  const Renumbering as_they_are(is_left);
  for (std::size_t i = 0; i < journeys.size(); ++i) {
    journeys[i].stages = stages_kept(filter, whole, i, within[i]);
    for (Stage& stage : journeys[i].stages) renumber(stage.steps, renumbering, as_they_are);
  }
  drop_empty(journeys, is_left);
  const Renumbering left(is_left);
  const Renumbering same(Marks(renumbering.kept().size(), true));
  journeys = those(journeys, left.kept());
  for (Journey& journey : journeys) {
    for (Stage& stage : journey.stages) renumber(stage.steps, same, left);
  }
}

Workspace part_of(const TouchpointFilter& filter, const Workspace& whole, const Passed& kept, const Renumbering& renumbering) {
  Workspace part = whole;
  part.touchpoints = those(whole.touchpoints, renumbering.kept());
  for (Touchpoint& touchpoint : part.touchpoints) {
    renumbering.apply(touchpoint.supports);
    renumbering.apply(touchpoint.recovery);
  }
  reduce(filter, whole, renumbering, part.journeys);
  part.project.kpis.clear();  // which are about the whole
  part.actions.clear();
  for (std::size_t i = 0; i < whole.actions.size(); ++i) {
    if (kept.actions[i]) part.actions.push_back(whole.actions[i]);
  }
  for (Action& action : part.actions) {
    renumbering.apply(action.touchpoints);
    if (action.lift) renumbering.apply_to_keys(action.lift->by_touchpoint);
  }
  for (SurveySource& source : part.sources) renumbering.apply_to_keys(source.columns);
  return part;
}

RespondentAnswers part_of(const RespondentAnswers& whole, const Renumbering& renumbering) {
  RespondentAnswers part{.source = whole.source, .persona = whole.persona, .clusters = whole.clusters, .questions = {}, .covariances = {}};
  std::vector<std::size_t> kept;
  for (std::size_t i = 0; i < whole.questions.size(); ++i) {
    const auto touchpoint = renumbering.of(whole.questions[i].touchpoint);
    if (!touchpoint) continue;
    kept.push_back(i);
    part.questions.push_back(whole.questions[i]);
    part.questions.back().touchpoint = *touchpoint;
  }
  for (std::size_t i = 0; i < kept.size(); ++i) {
    for (std::size_t j = 0; j <= i; ++j) part.covariances.push_back(whole.covariance(kept[i], kept[j]));
  }
  return part;
}

/// Everybody's, and each persona's.
void renumber_pairs(const Renumbering& renumbering, OutcomeAnswers& outcome) {
  std::erase_if(outcome.pairs, [&](const TouchpointPairs& pairs) { return !renumbering.of(pairs.touchpoint); });
  for (TouchpointPairs& pairs : outcome.pairs) pairs.touchpoint = *renumbering.of(pairs.touchpoint);
  for (OutcomeAnswers& of_persona : outcome.by_persona) renumber_pairs(renumbering, of_persona);
}

Answers part_of(const Answers& whole, const Renumbering& renumbering) {
  Answers part = whole;
  part.touchpoints = those(whole.touchpoints, renumbering.kept());
  for (OutcomeAnswers& outcome : part.outcomes) renumber_pairs(renumbering, outcome);
  for (RespondentAnswers& respondents : part.respondents) respondents = part_of(respondents, renumbering);
  return part;
}

Analysis part_of(const Analysis& whole, const Workspace& part, const Renumbering& renumbering, std::optional<std::size_t> journey) {
  Analysis analysis = whole;
  analysis.journey = journey;
  analysis.touchpoints = those(whole.touchpoints, renumbering.kept());
  analysis.ranking = renumbering.of_all(whole.ranking);
  analysis.blind_spots = renumbering.of_all(whole.blind_spots);
  for (RespondentAnswers& respondents : analysis.respondents) respondents = part_of(respondents, renumbering);
  summarise(part, analysis);
  return analysis;
}

/// Where a journey of the whole stands in the part.
std::optional<std::size_t> journey_in_part(std::optional<std::size_t> journey, const Workspace& whole, const Workspace& part) {
  if (!journey) return std::nullopt;
  const auto found = std::ranges::find(part.journeys, whole.journeys[*journey].id.value, [](const Journey& one) { return one.id.value; });
  if (found == part.journeys.end()) return std::nullopt;
  return static_cast<std::size_t>(found - part.journeys.begin());
}

}  // namespace

bool lets_all_through(const TouchpointFilter& filter) {
  return filter == TouchpointFilter{};
}

std::optional<WorkspacePart> select_touchpoints(const TouchpointFilter& filter, const Workspace& workspace, const Answers& answers,
                                                const Analysis& analysis) {
  const Passed kept = kept_by(filter, workspace);
  const Renumbering renumbering(kept.touchpoints);
  if (renumbering.kept().empty()) return std::nullopt;
  WorkspacePart part{renumbering.kept(), part_of(filter, workspace, kept, renumbering), part_of(answers, renumbering), {}};
  part.analysis = part_of(analysis, part.workspace, renumbering, journey_in_part(filter.journey, workspace, part.workspace));
  return part;
}

}  // namespace mot

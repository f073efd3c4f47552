// Rules of what is missing: facets of single touchpoints, as coverage counts them, and holes in the whole.
#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "mot/analysis/scores.h"
#include "mot/analysis/sets.h"
#include "mot/analysis/told.h"
#include "mot/check/rule_context.h"
#include "mot/text/phrase_match.h"

namespace mot {
namespace {

// Facets of a touchpoint

void missing_company_picture(const TouchpointContext& touchpoint, const Report& report) {
  if (!touchpoint.lacks(Facet::company)) return;
  report(touchpoint, fmt::format("nobody has said how '{}' is to be played out: describe it (desired.company)", touchpoint.id()));
}

void missing_customer_voice(const TouchpointContext& touchpoint, const Report& report) {
  if (!touchpoint.lacks(Facet::customer) || !touchpoint.has_all_answers() || touchpoint.answers().desired.lost > 0) return;
  report(touchpoint,
         fmt::format("nobody has asked customers what they want at '{}': ask, and write it down (desired.customer)", touchpoint.id()));
}

void missing_actual(const TouchpointContext& touchpoint, const Report& report) {
  const bool is_asked = touchpoint.answers().actual.lost > 0;  // and could not be read, which is told
  if (!touchpoint.lacks(Facet::actual) || !touchpoint.has_all_answers() || is_asked) return;
  const std::string voices =
      voices_text(Wording(), told_of(touchpoint.context.workspace, touchpoint.context.analysis, touchpoint.answers(), touchpoint.index));
  if (voices.empty()) {
    report(touchpoint,
           fmt::format("nobody knows what customers live at '{}' today: ask them, or judge it until then (actual)", touchpoint.id()));
  } else {
    report(touchpoint,
           fmt::format("what customers live at '{}' has {}: ask for scores, or judge it until then (actual)", touchpoint.id(), voices));
  }
}

void actual_without_evidence(const TouchpointContext& touchpoint, const Report& report) {
  const auto& actual = touchpoint.written().actual;
  if (!actual || touchpoint.lacks(Facet::actual) || !touchpoint.lacks(Facet::evidence) || !touchpoint.has_all_answers()) return;
  report(actual->score ? actual->score->span : actual->experience->span,
         fmt::format("what customers live at '{}' is our own opinion: say what was heard or seen (evidence)", touchpoint.id()),
         {touchpoint.id()});
}

void missing_importance(const TouchpointContext& touchpoint, const Report& report) {
  if (touchpoint.figures().importance || !touchpoint.has_all_answers() || touchpoint.answers().importance.lost > 0) return;
  report(touchpoint, fmt::format("nobody has said how much '{}' matters to customers: rate it from 1 to 5 (importance)", touchpoint.id()));
}

void no_owner(const TouchpointContext& touchpoint, const Report& report) {
  const auto& department = touchpoint.written().department;
  const bool sees_department = department.index ? touchpoint.context.workspace.departments[*department.index].is_whole
                                                : department.value.empty() && touchpoint.context.completeness.files;
  if (!touchpoint.lacks(Facet::owner) || !sees_department) return;
  report(touchpoint, fmt::format("nobody answers for '{}': name its owner, or a lead of its department", touchpoint.id()));
}

void no_recovery(const TouchpointContext& touchpoint, const Report& report) {
  if (!touchpoint.lacks(Facet::recovery) || !touchpoint.context.completeness.touchpoints) return;
  report(touchpoint, fmt::format("nobody takes over when '{}' goes wrong: name the touchpoint that does (recovery)", touchpoint.id()));
}

void no_empowerment(const TouchpointContext& touchpoint, const Report& report) {
  const auto& channels = touchpoint.written().channels;
  const auto is_seen = [&](const Link<Channel>& channel) {
    return channel.index && touchpoint.context.workspace.channels[*channel.index].is_whole;
  };
  const bool sees_channel = touchpoint.written().role || (!channels.empty() && std::ranges::all_of(channels, is_seen));
  if (!touchpoint.lacks(Facet::empowerment) || !sees_channel) return;
  report(touchpoint, fmt::format("nobody has said what people at '{}' may decide: say what, how far, and what they know (empowerment)",
                                 touchpoint.id()));
}

void customer_voice_assumed(const TouchpointContext& touchpoint, const Report& report) {
  const auto& desired = touchpoint.written().desired;
  if (!desired || !desired->customer || !touchpoint.holds(Facet::customer) || !touchpoint.has_all_answers()) return;
  const CustomerWish& wish = *desired->customer;
  const bool was_heard = !wish.heard.empty() || touchpoint.answers().desired.n > 0;
  if (was_heard || (!wish.experience && !wish.score)) return;
  report(
      wish.experience ? wish.experience->span : wish.score->span,
      fmt::format("nobody has heard customers say what they want at '{}': ask them, and name where it was heard (heard)", touchpoint.id()),
      {touchpoint.id()});
}

/// How many answered and, where weights make them count like fewer than would do, like how many.
std::string answers_in(const Measurement& measurement, double limit) {
  const std::string answers = fmt::format("{} answer{}", measurement.n, measurement.n == 1 ? "" : "s");
  if (is_under(static_cast<double>(measurement.n), limit)) return answers;
  return fmt::format("{} that count like {:.1f}", answers, measurement.n_effective);
}

/// How many more answers, of such weights and from such a sample, make the effective n reach the limit.
double more_to_ask(const Measurement& measurement, double limit) {
  const auto n = static_cast<double>(measurement.n);
  return std::max(1.0, std::ceil(n * (limit / measurement.n_effective) * (1 - rounding_slack)) - n);
}

void few_responses(const TouchpointContext& touchpoint, const Report& report) {
  const auto& measurement = touchpoint.figures().measurement;
  if (!measurement || !touchpoint.has_all_answers()) return;
  if (is_under(measurement->n_effective, fewest_answers)) {
    report(touchpoint, fmt::format("'{}' rests on {}, which establishes nothing: ask at least {} more customers", touchpoint.id(),
                                   answers_in(*measurement, fewest_answers), more_to_ask(*measurement, fewest_answers)));
  } else if (is_under(measurement->n_effective, few_answers)) {
    report(touchpoint, fmt::format("'{}' rests on {}: ask at least {} more customers before you lean on it", touchpoint.id(),
                                   answers_in(*measurement, few_answers), more_to_ask(*measurement, few_answers)));
  }
}

// Holes in the whole

void empty_department(const RuleContext& context, const Report& report) {
  if (!context.completeness.departments) return;
  std::vector<bool> has_moment(context.workspace.departments.size());
  for (const Touchpoint& touchpoint : context.workspace.touchpoints) {
    if (touchpoint.department.index) has_moment[*touchpoint.department.index] = true;
  }
  for (std::size_t i = 0; i < has_moment.size(); ++i) {
    const Department& department = context.workspace.departments[i];
    if (has_moment[i] || !department.is_whole) continue;
    report(department.id.span,
           fmt::format("'{}' lists no moments: ask it for its own, also those it carries from behind (touchpoints)", department.id.value),
           {department.id.value});
  }
}

void empty_stage(const RuleContext& context, const Report& report) {
  for (const Journey& journey : context.workspace.journeys) {
    for (const Stage& stage : journey.stages) {
      if (!stage.steps.empty() || !stage.is_whole) continue;
      report(stage.id.span,
             fmt::format("no moment stands in the stage '{}': list what customers meet there, or take it out", stage.id.value),
             {journey.id.value, stage.id.value});
    }
  }
}

std::vector<bool> touchpoints_with_a_place(const Workspace& workspace) {
  std::vector<bool> has_place(workspace.touchpoints.size());
  const auto place_one = [&](const Link<Touchpoint>& link) { has_place[*link.index] = true; };
  const auto place = [&](const std::vector<Link<Touchpoint>>& links) { std::ranges::for_each(links, place_one); };
  for (const Journey& journey : workspace.journeys) {
    for (const Stage& stage : journey.stages) for_each_touchpoint(stage.steps, place_one);
  }
  for (std::size_t i = 0; i < workspace.touchpoints.size(); ++i) {
    place(workspace.touchpoints[i].recovery);
    if (!workspace.touchpoints[i].supports.empty()) has_place[i] = true;
  }
  return has_place;
}

void orphan_touchpoint(const RuleContext& context, const Report& report) {
  const Workspace& workspace = context.workspace;
  // As long as nobody has drawn a journey there is nothing to be left out of.
  if (workspace.journeys.empty() || !context.completeness.touchpoints || !context.completeness.journeys) return;
  const auto has_place = touchpoints_with_a_place(workspace);
  for (std::size_t i = 0; i < workspace.touchpoints.size(); ++i) {
    const std::string& id = workspace.touchpoints[i].id.value;
    if (has_place[i]) continue;
    report(TouchpointContext{context, i}, fmt::format("'{}' is on no journey, takes over from none and supports none: place it in a stage, "
                                                      "or say what it is for (recovery, supports)",
                                                      id));
  }
}

void persona_without_journey(const RuleContext& context, const Report& report) {
  if (!context.completeness.journeys) return;
  std::vector<bool> travels(context.workspace.personas.size());
  for (const Journey& journey : context.workspace.journeys) {
    for (const auto& persona : journey.personas) travels[*persona.index] = true;
  }
  for (std::size_t i = 0; i < travels.size(); ++i) {
    const Persona& persona = context.workspace.personas[i];
    if (travels[i] || !persona.is_whole) continue;
    report(persona.id.span,
           fmt::format("nobody walks in the shoes of '{}': draw a journey, or name them in one (personas)", persona.id.value),
           {persona.id.value});
  }
}

/// A part of another journey need not decide anything; any may be one that a step names in vain.
std::vector<bool> journeys_inside_others(const Workspace& workspace) {
  std::vector<bool> is_inside(workspace.journeys.size());
  bool is_known = true;
  for (const Journey& journey : workspace.journeys) {
    is_known &= journey.is_whole;
    for (const Stage& stage : journey.stages) {
      for_each_stop(stage.steps, [&](const PathStep& step) {
        if (step.journey.index) is_inside[*step.journey.index] = true;
        is_known &= step.journey.value.empty() || step.journey.index.has_value();
      });
    }
  }
  return is_known ? is_inside : std::vector<bool>(is_inside.size(), true);
}

/// Whether everything that its steps name is there.
bool is_found_whole(const Journey& journey) {
  bool is_found = true;
  for (const Stage& stage : journey.stages) {
    for_each_stop(stage.steps, [&](const PathStep& step) { is_found &= step.touchpoint.index || step.journey.index; });
  }
  return is_found;
}

void journey_without_moment_of_truth(const RuleContext& context, const Report& report) {
  // What can't be read may be the one that decides.
  const auto decides = [&](std::size_t touchpoint) {
    return !context.workspace.touchpoints[touchpoint].is_whole || context.workspace.touchpoints[touchpoint].moment_of_truth.value;
  };
  const std::vector<bool> is_inside = journeys_inside_others(context.workspace);
  for (std::size_t i = 0; i < is_inside.size(); ++i) {
    const Journey& journey = context.workspace.journeys[i];
    if (is_inside[i] || !journey.is_whole || !is_found_whole(journey)) continue;
    if (std::ranges::any_of(touchpoints_of(context.workspace, journey), decides)) continue;
    report(journey.id.span,
           fmt::format("no moment on the journey '{}' decides: choose the few that do (moment_of_truth)", journey.id.value),
           {journey.id.value});
  }
}

void persona_without_advocate(const RuleContext& context, const Report& report) {
  for (const Persona& persona : context.workspace.personas) {
    if (persona.advocate || !persona.is_whole) continue;
    report(persona.id.span, fmt::format("nobody inside speaks for '{}': name who does (advocate)", persona.id.value), {persona.id.value});
  }
}

void flag_not_flown(const RuleContext& context, const Report& report) {
  if (!context.completeness.touchpoints) return;
  std::vector<bool> is_flown(context.workspace.personas.size());
  for (const Touchpoint& touchpoint : context.workspace.touchpoints) {
    for (const auto& flag : touchpoint.flags) is_flown[*flag.key.index] = true;
  }
  for (std::size_t i = 0; i < is_flown.size(); ++i) {
    const Persona& persona = context.workspace.personas[i];
    if (is_flown[i] || !persona.flag || !persona.is_whole) continue;
    report(persona.flag->span,
           fmt::format("no moment honours what makes '{}' proud: say which one does, and how (flags)", persona.id.value),
           {persona.id.value});
  }
}

/// For each detail of each touchpoint, whether a later moment of a journey knows it. Each journey is walked from its end, so that what
/// is known so far is what will be known later.
class DetailSearch {
 public:
  explicit DetailSearch(const Workspace& workspace) : workspace_(workspace), is_on_journey_(workspace.touchpoints.size()) {
    for (const Touchpoint& touchpoint : workspace.touchpoints) is_known_.emplace_back(touchpoint.remember.size());
    for (const Journey& journey : workspace.journeys) walk(journey);
  }
  bool is_forgotten(std::size_t touchpoint, std::size_t detail) const {
    return is_on_journey_[touchpoint] && !is_known_[touchpoint][detail] && texts_left_ > 0;
  }

 private:
  void walk(const Journey& journey) {
    PhraseSet later;
    for (auto stage = journey.stages.rbegin(); stage != journey.stages.rend(); ++stage) {
      walk(stage->steps, later);
    }
  }
  // What a journey inside remembers is looked for along that journey; what it knows is known here too.
  void walk(const std::vector<PathStep>& steps, PhraseSet& later) {
    for (auto step = steps.rbegin(); step != steps.rend(); ++step) {
      walk(step->steps, later);
      if (step->touchpoint.index) meet(*step->touchpoint.index, later);
      if (step->journey.index) pass_through(workspace_.journeys[*step->journey.index], later);
    }
  }
  void pass_through(const Journey& journey, PhraseSet& later) {
    for (const std::size_t index : touchpoints_of(workspace_, journey)) learn(index, later);
  }
  void meet(std::size_t index, PhraseSet& later) {
    const Touchpoint& touchpoint = workspace_.touchpoints[index];
    is_on_journey_[index] = true;
    for (std::size_t i = 0; i < touchpoint.remember.size() && may_go_on(); ++i) {
      if (!is_known_[index][i]) is_known_[index][i] = later.contains(touchpoint.remember[i].value);
    }
    learn(index, later);
  }
  void learn(std::size_t index, PhraseSet& later) {
    const Touchpoint& touchpoint = workspace_.touchpoints[index];
    if (!touchpoint.empowerment) return;
    for (const Text& known : touchpoint.empowerment->knows) {
      if (may_go_on()) later.add(known.value);
    }
  }
  bool may_go_on() { return texts_left_ > 0 && --texts_left_ > 0; }

  const Workspace& workspace_;
  std::vector<std::vector<bool>> is_known_;
  std::vector<bool> is_on_journey_;
  // Long lists on many journeys are compared once a journey: far beyond what people write the rule gives up and is silent.
  std::size_t texts_left_ = 1'000'000;
};

void forgotten_detail(const RuleContext& context, const Report& report) {
  if (!context.completeness.touchpoints || !context.completeness.journeys) return;
  const DetailSearch search(context.workspace);
  for (std::size_t i = 0; i < context.workspace.touchpoints.size(); ++i) {
    const Touchpoint& touchpoint = context.workspace.touchpoints[i];
    for (std::size_t detail = 0; detail < touchpoint.remember.size(); ++detail) {
      if (!search.is_forgotten(i, detail)) continue;
      const Text& text = touchpoint.remember[detail];
      report(text.span,
             fmt::format("'{}' is worth remembering here and known at no later moment: let whoever decides there see it "
                         "(empowerment.knows)",
                         shown(text.value)),
             {touchpoint.id.value, text.value});
    }
  }
}

void no_lasting_relationship(const RuleContext& context, const Report& report) {
  if (!context.completeness.touchpoints) return;
  const Touchpoint* first = nullptr;
  for (const Touchpoint& touchpoint : context.workspace.touchpoints) {
    if (!touchpoint.level) continue;
    if (touchpoint.level->value > Level::transaction) return;
    if (first == nullptr) first = &touchpoint;
  }
  if (first == nullptr) return;
  report(first->level->span, "no contact goes beyond the sale: say which could become a project, a relationship or an evolution (level)",
         {"workspace"});
}

// clang-format off: a table reads better with a rule a line
constexpr RuleEntry coverage_entries[] = {
    {"missing-company-picture", each<missing_company_picture>},
    {"missing-customer-voice", each<missing_customer_voice>},
    {"missing-actual", each<missing_actual>},
    {"actual-without-evidence", each<actual_without_evidence>},
    {"missing-importance", each<missing_importance>},
    {"no-owner", each<no_owner>},
    {"no-recovery", each<no_recovery>},
    {"no-empowerment", each<no_empowerment>},
    {"empty-department", empty_department},
    {"empty-stage", empty_stage},
    {"orphan-touchpoint", orphan_touchpoint},
    {"persona-without-journey", persona_without_journey},
    {"journey-without-moment-of-truth", journey_without_moment_of_truth},
    {"customer-voice-assumed", each<customer_voice_assumed>},
    {"persona-without-advocate", persona_without_advocate},
    {"flag-not-flown", flag_not_flown},
    {"few-responses", each<few_responses>},
    {"forgotten-detail", forgotten_detail},
    {"no-lasting-relationship", no_lasting_relationship},
};
// clang-format on

}  // namespace

std::span<const RuleEntry> coverage_checks() {
  return coverage_entries;
}

}  // namespace mot

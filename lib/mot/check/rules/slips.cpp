// Rules of slips of the pen that leave every file well formed: what leads in a circle or lies beyond an end.
#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "mot/analysis/circles.h"
#include "mot/analysis/kpis.h"
#include "mot/analysis/scores.h"
#include "mot/check/rule_context.h"
#include "mot/text/nearest.h"
#include "mot/text/shortlist.h"
#include "mot/words/phrases.h"

namespace mot {
namespace {

// Circles

using TouchpointLinks = std::vector<Link<Touchpoint>> Touchpoint::*;

Steps steps_along(const Workspace& workspace, TouchpointLinks links) {
  Steps steps(workspace.touchpoints.size());
  for (std::size_t i = 0; i < steps.size(); ++i) {
    if (!workspace.touchpoints[i].is_whole) continue;
    for (const auto& link : workspace.touchpoints[i].*links) {
      if (link.index) steps[i].push_back(*link.index);
    }
  }
  return steps;
}

/// The link of a touchpoint that leads on in its circle.
const Link<Touchpoint>& link_within(const Touchpoint& touchpoint, TouchpointLinks links, const std::vector<std::size_t>& circle) {
  return *std::ranges::find_if(touchpoint.*links,
                               [&](const auto& link) { return link.index && std::ranges::binary_search(circle, *link.index); });
}

/// What is said of one moment, and of several, with `{}` for their ids.
struct CircleWords {
  const char* alone;
  const char* together;
};

void report_circles(const RuleContext& context, TouchpointLinks links, const CircleWords& words, const Report& report) {
  const auto& touchpoints = context.workspace.touchpoints;
  for (const auto& circle : circles_in(steps_along(context.workspace, links))) {
    std::vector<std::string> ids, quoted;
    for (const std::size_t i : circle) {
      ids.push_back(touchpoints[i].id.value);
      quoted.push_back(fmt::format("'{}'", ids.back()));
    }
    const std::string message = fmt::format(fmt::runtime(circle.size() == 1 ? words.alone : words.together), shortlist(quoted));
    Finding& finding = report(link_within(touchpoints[circle.front()], links, circle).span, message, std::move(ids));
    for (const std::size_t i : std::span(circle).subspan(1)) {
      const auto& link = link_within(touchpoints[i], links, circle);
      finding.notes.push_back({link.span, fmt::format("'{}' leads to '{}'", touchpoints[i].id.value, link.value)});
    }
  }
}

void circular_recovery(const RuleContext& context, const Report& report) {
  report_circles(context, &Touchpoint::recovery,
                 {"{} takes over from itself when it goes wrong: name another moment (recovery)",
                  "{} take over from each other in a circle: name a moment outside it (recovery)"},
                 report);
}

void circular_support(const RuleContext& context, const Report& report) {
  report_circles(context, &Touchpoint::supports,
                 {"{} supports itself, which carries nothing: name what it carries (supports)",
                  "{} support each other in a circle, which carries nothing: say which carries which (supports)"},
                 report);
}

// Ends

void adequate_above_wish(const TouchpointContext& touchpoint, const Report& report) {
  const Figures& figures = touchpoint.figures();
  if (!figures.adequate || !figures.customer || !touchpoint.has_all_answers()) return;
  const auto& wish = figures.wish;
  if (wish && !wish->interval) return;
  if (*figures.adequate <= (wish ? wish->interval->high : *figures.customer)) return;
  const CustomerWish& written = *touchpoint.written().desired->customer;
  Finding& finding = report(written.adequate->span,
                            fmt::format("customers accept {} at least and want {}: the least they accept can't be more (adequate)",
                                        points(*figures.adequate), points(*figures.customer)),
                            {touchpoint.id()});
  if (!wish) finding.notes.push_back({written.score->span, "what customers want"});
}

void report_future(const Placed<Date>& date, const TouchpointContext& touchpoint, const Report& report) {
  if (date.value <= touchpoint.context.today) return;
  report(date.span,
         fmt::format("{} is a day to come, and nothing at '{}' was heard or seen on it yet: mend the date", to_string(date.value),
                     touchpoint.id()),
         {touchpoint.id(), to_string(date.value)});
}

void evidence_from_the_future(const RuleContext& context, const Report& report) {
  for (std::size_t i = 0; i < context.workspace.touchpoints.size(); ++i) {
    const TouchpointContext touchpoint{context, i};
    if (!touchpoint.written().is_whole) continue;
    for (const Evidence& evidence : touchpoint.written().evidence) {
      if (evidence.date) report_future(*evidence.date, touchpoint, report);
    }
    for (const auto* commitment : {&touchpoint.written().standard, &touchpoint.written().promise}) {
      if (*commitment && (*commitment)->kept && (*commitment)->kept->date) report_future(*(*commitment)->kept->date, touchpoint, report);
    }
  }
  for (const KpiFigures& figures : kpis_of(context.workspace)) {
    const Kpi& kpi = *figures.kpi;
    if (!kpi.date || kpi.date->value <= context.today) continue;
    report(kpi.date->span,
           fmt::format("{} is a day to come, and KPI '{}' has no value of it yet: mend the date", to_string(kpi.date->value),
                       shown(kpi.name.value)),
           {kpi.id.value, to_string(kpi.date->value)});
  }
  for (const SourceUse& use : context.answers.sources) {
    const bool is_seen = use.was_read && context.workspace.sources[use.source].is_whole;
    const Id& id = context.workspace.sources[use.source].id;
    if (is_seen && use.frozen && *use.frozen > context.today) {
      report(id.span, fmt::format("the sums of '{}' were pulled on {}, a day to come: pull them again", id.value, to_string(*use.frozen)),
             {id.value});
    }
    if (!is_seen || !use.newest || *use.newest <= context.today) continue;
    report(id.span,
           fmt::format("the newest answer of '{}' is of {}, a day to come: mend the dates, or say how they are written (date)", id.value,
                       to_string(*use.newest)),
           {id.value});
  }
}

/// Whether a lift leads past the end of the scale, from what is lived where that is known; a tenth of the scale is not told.
bool leads_beyond(const RuleContext& context, const Link<Touchpoint>& link, double lift) {
  const Scale& scale = context.workspace.project.scale;
  if (lift > scale.range()) return true;
  if (!link.index || !TouchpointContext{context, *link.index}.has_all_answers()) return false;
  const auto& actual = context.analysis.touchpoints[*link.index].actual;
  return actual && gap_class_of(*actual + lift - scale.max, scale) != GapClass::green;
}

void report_lift(const RuleContext& context, const Action& action, const Number& lift, std::span<const Link<Touchpoint>> links,
                 const Report& report) {
  std::vector<std::string> quoted, subjects = {action.id.value};
  for (const auto& link : links) {
    if (!leads_beyond(context, link, lift.value)) continue;
    quoted.push_back(fmt::format("'{}'", shown(link.value)));
    subjects.push_back(link.value);
  }
  if (quoted.empty()) return;
  const Scale& scale = context.workspace.project.scale;
  report(lift.span,
         fmt::format("a lift of {} points leads beyond the scale of {} to {} at {}: say by how many points the score will rise (lift)",
                     points(lift.value), points(scale.min), points(scale.max), shortlist(quoted)),
         std::move(subjects));
}

void lift_beyond_scale(const RuleContext& context, const Report& report) {
  if (!context.completeness.scale) return;
  for (const Action& action : context.workspace.actions) {
    if (!action.lift || !action.is_whole) continue;
    const auto& own = action.lift->by_touchpoint;
    for (const auto& [link, lift] : own) report_lift(context, action, lift, {&link, 1}, report);
    if (!action.lift->each) continue;
    std::vector<Link<Touchpoint>> others;
    std::ranges::copy_if(action.touchpoints, std::back_inserter(others), [&](const auto& link) {
      return std::ranges::none_of(own, [&](const auto& entry) { return entry.key.value == link.value; });
    });
    report_lift(context, action, *action.lift->each, others, report);
  }
}

// The scale of the project

/// Every score that somebody has typed about a touchpoint.
void collect_scores(const Touchpoint& touchpoint, std::vector<double>& scores) {
  const auto add = [&](const std::optional<Number>& score) {
    if (score) scores.push_back(score->value);
  };
  if (touchpoint.desired && touchpoint.desired->company) add(touchpoint.desired->company->score);
  if (touchpoint.desired && touchpoint.desired->customer) {
    add(touchpoint.desired->customer->score);
    add(touchpoint.desired->customer->adequate);
  }
  if (touchpoint.standard) add(touchpoint.standard->score);
  if (touchpoint.promise) add(touchpoint.promise->score);
  if (touchpoint.actual) add(touchpoint.actual->score);
}

/// On a scale that is far wider than what anybody writes every gap looks small, and nearly everything is delivered.
void scale_looks_wrong(const RuleContext& context, const Report& report) {
  constexpr Scale usual_scales[] = {{1, 5}, {0, 5}, {1, 6}, {1, 7}, {0, 10}, {1, 10}, {0, 100}};
  constexpr std::size_t fewest_scores = 8;
  constexpr double narrow = 0.12;  // of the range: what several people wrote of good moments and bad ones fills more of a scale of theirs
  const Project& project = context.workspace.project;
  if (!context.completeness.scale || !context.completeness.touchpoints) return;
  std::vector<double> scores;
  for (const Touchpoint& touchpoint : context.workspace.touchpoints) collect_scores(touchpoint, scores);
  if (scores.size() < fewest_scores) return;
  const auto [low, high] = std::ranges::minmax(scores);
  const auto* const usual =
      std::ranges::find_if(usual_scales, [low = low, high = high](const Scale& scale) { return scale.min <= low && high <= scale.max; });
  const bool is_narrow = high - low <= narrow * project.scale.range();
  if (!is_narrow || usual == std::end(usual_scales) || usual->range() > project.scale.range() / 2) return;
  report(
      project.name ? project.name->span : project.span,
      fmt::format("the {} scores of these files lie from {} to {}, on a scale from {} to {}, where every gap is small; if they are meant "
                  "on {} to {}, say so (project.scale)",
                  scores.size(), points(low), points(high), points(project.scale.min), points(project.scale.max), points(usual->min),
                  points(usual->max)),
      {"scale"});
}

// Spreads

bool is_mean_without_spread(const Evidence& evidence) {
  return evidence.score && evidence.n && evidence.n->value > 1 && !evidence.sd;
}

void report_evidence_without_spread(const Touchpoint& touchpoint, const Report& report) {
  for (const Evidence& evidence : touchpoint.evidence) {
    if (!is_mean_without_spread(evidence)) continue;
    report(evidence.score->span,
           fmt::format("a mean of {} without its standard deviation counts as if they disagreed as widely as can be: add it (sd)",
                       evidence.n->value),
           {touchpoint.id.value});
  }
}

void report_source_without_spread(const RuleContext& context, std::size_t source, const Report& report) {
  std::vector<std::string> ids;
  for (std::size_t i = 0; i < context.answers.touchpoints.size(); ++i) {
    const TouchpointAnswers& answers = context.answers.touchpoints[i];
    const auto place = std::ranges::find(answers.sources, source);
    if (place == answers.sources.end()) continue;
    const auto& sums = answers.actual_of_source[static_cast<std::size_t>(place - answers.sources.begin())];
    if (!sums.has_spread && TouchpointContext{context, i}.has_all_answers()) ids.push_back(context.workspace.touchpoints[i].id.value);
  }
  if (ids.empty()) return;
  const Text& id = context.workspace.sources[source].id;
  report(id.span,
         fmt::format("'{}' gives means without their standard deviation, which count as if all disagreed as widely as can be, at {}: "
                     "name the column of it (summary.sd)",
                     id.value, shortlist(ids)),
         {id.value});
}

void evidence_without_spread(const RuleContext& context, const Report& report) {
  for (const Touchpoint& touchpoint : context.workspace.touchpoints) {
    if (touchpoint.is_whole) report_evidence_without_spread(touchpoint, report);
  }
  for (std::size_t i = 0; i < context.workspace.sources.size(); ++i) {
    if (context.workspace.sources[i].is_whole) report_source_without_spread(context, i, report);
  }
}

/// What the tables of fixed words do not have is said nowhere.
void unknown_phrases(const RuleContext& context, const Report& report) {
  std::vector<std::string_view> known;
  for (const Phrase& phrase : phrases_in(Language::en)) {
    known.push_back(phrase.english);
    if (!phrase.one.empty()) known.push_back(phrase.one);
  }
  for (const auto& [phrase, own] : context.workspace.project.words.phrases) {
    if (std::ranges::find(known, phrase.value) != known.end()) continue;
    report(phrase.span, fmt::format("no output says '{}'{}", shown(phrase.value), did_you_mean(phrase.value, known)), {});
  }
}

// clang-format off: a table reads better with a rule a line
constexpr RuleEntry slip_entries[] = {
    {"unknown-key", unknown_phrases},
    {"circular-recovery", circular_recovery},
    {"circular-support", circular_support},
    {"adequate-above-wish", each<adequate_above_wish>},
    {"evidence-from-the-future", evidence_from_the_future},
    {"lift-beyond-scale", lift_beyond_scale},
    {"scale-looks-wrong", scale_looks_wrong},
    {"evidence-without-spread", evidence_without_spread},
};
// clang-format on

}  // namespace

std::span<const RuleEntry> slip_checks() {
  return slip_entries;
}

}  // namespace mot

// Rules of what contradicts itself. Of scores only what is over a tenth of the scale is reported, and of measured ones only what is
// established.
#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <optional>

#include "mot/analysis/contrasts.h"
#include "mot/analysis/kpis.h"
#include "mot/analysis/latitude.h"
#include "mot/analysis/plan.h"
#include "mot/analysis/scores.h"
#include "mot/check/rule_context.h"
#include "mot/text/utf8.h"

namespace mot {
namespace {

/// Whether a difference of scores is one that people would notice: over a tenth of the scale.
bool is_wide(const TouchpointContext& touchpoint, std::optional<double> difference) {
  return difference && gap_class_of(*difference, touchpoint.context.workspace.project.scale) != GapClass::green;
}

std::optional<double> difference_of(std::optional<double> larger, std::optional<double> smaller) {
  return larger && smaller ? std::optional(*larger - *smaller) : std::nullopt;
}

bool has_all_scores(const TouchpointContext& touchpoint) {
  return touchpoint.context.completeness.scale && touchpoint.has_all_answers();
}

bool is_measured(const Figures& figures) {
  return figures.actual_kind == ActualKind::measured;
}

/// Whether what customers live is surely below a score: judged, or measured so well that the whole interval lies below it.
bool is_surely_below(const Figures& figures, double score) {
  if (figures.actual_kind == ActualKind::judged) return true;
  return figures.has_enough_answers && figures.measurement && figures.measurement->interval && figures.measurement->interval->high < score;
}

bool is_surely_above(const Measurement& measurement, double score) {
  return has_enough_answers(measurement) && measurement.interval && measurement.interval->low > score;
}

/// The actual, and how many said so where customers did.
std::string actual_of(const Figures& figures) {
  const std::string score = points(*figures.actual);
  return is_measured(figures) ? fmt::format("{} ({} answers)", score, figures.measurement->n) : score;
}

const Number* stated_actual(const TouchpointContext& touchpoint) {
  const auto& actual = touchpoint.written().actual;
  return actual && actual->score ? &*actual->score : nullptr;
}

void note_actual(const TouchpointContext& touchpoint, Finding& finding) {
  const Number* actual = stated_actual(touchpoint);
  if (actual != nullptr && !is_measured(touchpoint.figures())) finding.notes.push_back({actual->span, "what customers live today"});
}

bool aims_too_low(const TouchpointContext& touchpoint) {
  const Figures& figures = touchpoint.figures();
  return is_wide(touchpoint, difference_of(figures.adequate, figures.company));
}

void aims_below_adequate(const TouchpointContext& touchpoint, const Report& report) {
  if (!aims_too_low(touchpoint) || !touchpoint.context.completeness.scale) return;
  const Desired& desired = *touchpoint.written().desired;
  report(desired.company->score->span,
         fmt::format("we aim at {}, below the {} that customers accept at least: aim higher (desired.company)",
                     points(desired.company->score->value), points(desired.customer->adequate->value)),
         {touchpoint.id()})
      .notes.push_back({desired.customer->adequate->span, "the least they accept"});
}

void aims_below_customer(const TouchpointContext& touchpoint, const Report& report) {
  const Figures& figures = touchpoint.figures();
  // To aim below the least they accept is to aim below what they want: said once.
  if (!is_wide(touchpoint, figures.gaps.listening) || aims_too_low(touchpoint) || !has_all_scores(touchpoint)) return;
  if (figures.wish && !is_surely_above(*figures.wish, *figures.company)) return;
  const Desired& desired = *touchpoint.written().desired;
  Finding& finding = report(desired.company->score->span,
                            fmt::format("we aim at {} and customers want {}: aim higher, or say why we choose not to (desired.company)",
                                        points(*figures.company), points(*figures.customer)),
                            {touchpoint.id()});
  if (!figures.wish) finding.notes.push_back({desired.customer->score->span, "what customers want"});
}

void promises_more_than_delivered(const TouchpointContext& touchpoint, const Report& report) {
  const Figures& figures = touchpoint.figures();
  if (!is_wide(touchpoint, figures.gaps.promise) || !has_all_scores(touchpoint)) return;
  const Number& promise = *touchpoint.written().promise->score;
  if (!is_surely_below(figures, promise.value)) return;
  note_actual(touchpoint, report(promise.span,
                                 fmt::format("we promise {} and customers live {}: keep the promise, or promise less",
                                             points(promise.value), actual_of(figures)),
                                 {touchpoint.id()}));
}

void policy_without_latitude(const TouchpointContext& touchpoint, const Report& report) {
  const Touchpoint& written = touchpoint.written();
  if (!has_policy_without_latitude(written)) return;
  report(written.policy->rule.span,
         fmt::format("nobody at the front may bend '{}': say who may, how far, and what they must know (empowerment)",
                     shown(written.policy->rule.value)),
         {touchpoint.id()});
}

void blind_latitude(const TouchpointContext& touchpoint, const Report& report) {
  const Touchpoint& written = touchpoint.written();
  if (!has_blind_latitude(written)) return;
  const Empowerment& empowerment = *written.empowerment;
  report(empowerment.may.empty() ? empowerment.limit->span : empowerment.may.front().span,
         fmt::format("whoever may decide at '{}' sees nothing to decide by: say what they know when they do (empowerment.knows)",
                     touchpoint.id()),
         {touchpoint.id()});
}

void below_adequate(const TouchpointContext& touchpoint, const Report& report) {
  const Figures& figures = touchpoint.figures();
  if (!is_wide(touchpoint, difference_of(figures.adequate, figures.actual)) || !has_all_scores(touchpoint)) return;
  if (!is_surely_below(figures, *figures.adequate)) return;
  const Number& adequate = *touchpoint.written().desired->customer->adequate;
  note_actual(touchpoint, report(adequate.span,
                                 fmt::format("customers live {} at '{}', below the {} they accept at least: mend this first",
                                             actual_of(figures), touchpoint.id(), points(adequate.value)),
                                 {touchpoint.id()}));
}

void actual_disagrees_with_evidence(const TouchpointContext& touchpoint, const Report& report) {
  const Figures& figures = touchpoint.figures();
  const Number* stated = stated_actual(touchpoint);
  if (stated == nullptr || !figures.measurement || !has_all_scores(touchpoint)) return;
  const Measurement& measured = *figures.measurement;
  // Theirs count in its place where they are enough, and a score near them misleads nobody; else no gate goes by ours, however near.
  const bool is_near = figures.has_enough_answers && !is_wide(touchpoint, std::abs(stated->value - measured.mean));
  if (is_near || !is_denied(measured, stated->value, touchpoint.context.workspace.project.scale)) return;
  const bool counts_as_fewer = is_under(measured.n_effective, static_cast<double>(measured.n));
  const std::string advice = figures.has_enough_answers
                                 ? "theirs count, and ours misleads whoever reads it: take it out"
                                 : fmt::format("{}too few to count in its place, and no gate goes by ours: ask more, or take it out",
                                               counts_as_fewer ? fmt::format("they count as {}, ", points(measured.n_effective)) : "");
  report(stated->span,
         fmt::format("we say '{}' and {} answers say {}: {}", points(stated->value), measured.n, points(measured.mean), advice),
         {touchpoint.id()});
}

// Time

const Placed<Date>* newest_evidence(const Touchpoint& touchpoint) {
  const Placed<Date>* newest = nullptr;
  for (const Evidence& evidence : touchpoint.evidence) {
    // What bears no date may be of today.
    if (!evidence.date) return nullptr;
    if (newest == nullptr || evidence.date->value > newest->value) newest = &*evidence.date;
  }
  return newest;
}

void report_stale_evidence(const TouchpointContext& touchpoint, Date limit, const Report& report) {
  const Placed<Date>* newest = newest_evidence(touchpoint.written());
  if (newest == nullptr || newest->value >= limit || !touchpoint.has_all_answers()) return;
  const auto& answered = touchpoint.answers();
  const bool has_newer_answers = !answered.sources.empty() && (!answered.newest || *answered.newest > newest->value);
  if (has_newer_answers) return;
  report(newest->span,
         fmt::format("the newest evidence at '{}' is of {}, older than the project leans on (stale_after): ask again", touchpoint.id(),
                     to_string(newest->value)),
         {touchpoint.id()});
}

/// Sums that stand in for a database grow old though nothing in them says so.
void report_frozen(const RuleContext& context, const SourceUse& use, const std::optional<Date>& limit, const Report& report) {
  const Id& id = context.workspace.sources[use.source].id;
  const auto& period = context.workspace.project.period;
  const bool is_told = limit && use.newest && *use.newest < *limit;
  std::string why;
  if (limit && *use.frozen < *limit && !is_told) why = "longer ago than the project leans on (stale_after)";
  if (period && period->to && period->to->value < context.today && *use.frozen <= period->to->value)
    why = fmt::format("before the period ended on {}, so that its last answers lack", to_string(period->to->value));
  if (why.empty()) return;
  report(id.span, fmt::format("the sums of '{}' were pulled on {}, {}: pull them again", id.value, to_string(*use.frozen), why),
         {id.value});
}

/// A period that somebody wrote down and left behind: what is called today is not.
void report_answers_after_period(const RuleContext& context, const SourceUse& use, const Report& report) {
  const auto& period = context.workspace.project.period;
  if (!period || !period->to || !use.newest || *use.newest <= period->to->value || *use.newest > context.today) return;
  const Id& id = context.workspace.sources[use.source].id;
  report(period->to->span,
         fmt::format("the period ends on {}, and '{}' has newer answers, until {}, which do not count", to_string(period->to->value),
                     id.value, to_string(*use.newest)),
         {id.value, "period"})
      .severity = Severity::info;
}

void stale_evidence(const RuleContext& context, const Report& report) {
  const auto& stale_after = context.workspace.project.stale_after;
  for (const SourceUse& use : context.answers.sources) {
    if (!use.was_read || !context.workspace.sources[use.source].is_whole) continue;
    const auto limit = stale_after ? std::optional(before(context.today, stale_after->value)) : std::nullopt;
    if (use.frozen) report_frozen(context, use, limit, report);
    report_answers_after_period(context, use, report);
  }
  if (!stale_after) return;
  const Date limit = before(context.today, stale_after->value);
  for (std::size_t i = 0; i < context.workspace.touchpoints.size(); ++i) {
    if (context.workspace.touchpoints[i].is_whole) report_stale_evidence(TouchpointContext{context, i}, limit, report);
  }
  for (const KpiFigures& figures : kpis_of(context.workspace)) {
    const Kpi& kpi = *figures.kpi;
    if (is_stale(kpi, context.workspace.project, context.today) != true) continue;
    report(kpi.date->span,
           fmt::format("the value of KPI '{}' is of {}, older than the project leans on (stale_after): look it up again",
                       shown(kpi.name.value), to_string(kpi.date->value)),
           {kpi.id.value});
  }
  for (const SourceUse& use : context.answers.sources) {
    if (!use.was_read || !use.newest || *use.newest >= limit) continue;
    const Id& id = context.workspace.sources[use.source].id;
    report(id.span,
           fmt::format("the newest answer of '{}' is of {}, older than the project leans on (stale_after): ask again", id.value,
                       to_string(*use.newest)),
           {id.value});
  }
}

void past_review(const TouchpointContext& touchpoint, const Report& report) {
  const auto& review_by = touchpoint.written().review_by;
  if (!review_by || review_by->value >= touchpoint.context.today) return;
  report(review_by->span,
         fmt::format("'{}' was to be looked at again by {}: review it, and set the next day", touchpoint.id(), to_string(review_by->value)),
         {touchpoint.id()});
}

void overdue_action(const RuleContext& context, const Report& report) {
  for (const Action& action : context.workspace.actions) {
    if (!is_overdue(action, context.today) || !action.is_whole) continue;
    report(action.due->span,
           fmt::format("'{}' was due on {} and is {}: finish it, drop it, or set a new day", action.id.value, to_string(action.due->value),
                       name_of(action.status.value)),
           {action.id.value});
  }
}

// The whole

/// A colour that text can't be read on, or in, is left to the theme by pictures.
void weak_brand_colour(const RuleContext& context, const Report& report) {
  const auto& brand = context.workspace.project.brand;
  if (!brand) return;
  const auto weak = [&](const std::optional<Placed<Colour>>& colour, Colour other, std::string_view what) {
    if (!colour || contrast(colour->value, other) >= least_contrast) return;
    report(colour->span,
           fmt::format("{} has a contrast of {:.1f} to 1 where {:g} can be read; pictures keep their own colour", what,
                       contrast(colour->value, other), least_contrast),
           {hex(colour->value)});
  };
  if (brand->colour) weak(brand->colour, text_on(brand->colour->value), "text on this colour");
  weak(brand->accent, pure_white, "text in this colour on white");
}

void everything_is_important(const RuleContext& context, const Report& report) {
  constexpr std::size_t fewest_rated = 8;
  constexpr double most_important = 5;
  std::size_t rated = 0, decisive = 0;
  const Number* first = nullptr;
  for (const Touchpoint& touchpoint : context.workspace.touchpoints) {
    if (!touchpoint.importance) continue;
    ++rated;
    if (touchpoint.importance->value < most_important) continue;
    ++decisive;
    if (first == nullptr) first = &*touchpoint.importance;
  }
  if (!context.completeness.touchpoints || rated < fewest_rated || 2 * decisive <= rated) return;
  report(first->span,
         fmt::format("{} of {} moments are rated 5, so importance ranks nothing: ask customers which they would give up first", decisive,
                     rated),
         {"workspace"});
}

void uneven_treatment(const TouchpointContext& touchpoint, const std::optional<GroupGap>& gap, const Report& report) {
  if (!has_all_scores(touchpoint) || !gap || !gap->is_established || !is_wide(touchpoint, gap->difference)) return;
  const auto& personas = touchpoint.context.workspace.personas;
  report(touchpoint, fmt::format("'{}' scores '{}' {} points below '{}' ({} to {}): find out what prefers some, or say why it is meant",
                                 personas[gap->worse].id.value, touchpoint.id(), points(gap->difference), personas[gap->better].id.value,
                                 points(gap->interval->low), points(gap->interval->high)));
}

void uneven_treatment(const RuleContext& context, const Report& report) {
  const auto gaps = persona_gaps(context.workspace, context.answers);
  for (std::size_t i = 0; i < gaps.size(); ++i) {
    if (context.workspace.touchpoints[i].is_whole) uneven_treatment(TouchpointContext{context, i}, gaps[i], report);
  }
}

/// A source, or what is written at the touchpoint, with what it says: `'kiosk' says 4.01 (200 answers)`.
std::string said_by(const TouchpointContext& touchpoint, std::size_t group) {
  const Workspace& workspace = touchpoint.context.workspace;
  const TouchpointAnswers& own = touchpoint.answers();
  const auto at = static_cast<std::size_t>(std::ranges::find(own.sources, group) - own.sources.begin());
  const auto says = [](const std::string& who, const AnswerSums& sums) {
    return fmt::format("{} says {} ({} answers)", who, points(sums.mean), sums.n);
  };
  if (at < own.sources.size()) return says(fmt::format("source '{}'", workspace.sources[group].id.value), own.actual_of_source[at]);
  const auto written = written_scores(touchpoint.written(), touchpoint.context.answers, workspace.project.scale);
  const auto& [entry, sums] = written[group - workspace.sources.size()];
  const Text* const name = entry == nullptr ? nullptr : entry->id ? &*entry->id : entry->from ? &*entry->from : nullptr;
  return says(name == nullptr ? "its evidence" : fmt::format("its evidence '{}'", printable(name->value)), sums);
}

/// What to do about sources that say another thing: those whose answers are of other days may both be right, a wave each.
std::string way_out_of(const TouchpointContext& touchpoint, const GroupGap& gap) {
  const auto& uses = touchpoint.context.answers.sources;
  if (gap.worse < uses.size() && gap.better < uses.size()) {
    const bool is_worse_first = uses[gap.worse].newest < uses[gap.better].newest;
    const SourceUse& early = uses[is_worse_first ? gap.worse : gap.better];
    const SourceUse& late = uses[is_worse_first ? gap.better : gap.worse];
    if (early.newest && late.oldest && *early.newest < *late.oldest) {
      return fmt::format(
          "their answers are of other days ({} to {}, then {} to {}), so each may be right of its time: 'period: {{ from: {} }}' "
          "of the project counts the newer ones alone",
          to_string(*early.oldest), to_string(*early.newest), to_string(*late.oldest), to_string(*late.newest), to_string(*late.oldest));
    }
  }
  return "find out whom each asked, and leave out what does not belong";
}

void sources_disagree(const TouchpointContext& touchpoint, const std::optional<GroupGap>& gap, const Report& report) {
  if (!has_all_scores(touchpoint) || !gap || !gap->is_established || !is_wide(touchpoint, gap->difference)) return;
  report(touchpoint, fmt::format("of '{}' {}, and {}: more apart ({} to {} points) than chance explains, and pooled they say neither; {}",
                                 touchpoint.id(), said_by(touchpoint, gap->worse), said_by(touchpoint, gap->better),
                                 points(gap->interval->low), points(gap->interval->high), way_out_of(touchpoint, *gap)));
}

void sources_disagree(const RuleContext& context, const Report& report) {
  const auto gaps = source_gaps(context.workspace, context.answers);
  for (std::size_t i = 0; i < gaps.size(); ++i) {
    if (context.workspace.touchpoints[i].is_whole) sources_disagree(TouchpointContext{context, i}, gaps[i], report);
  }
}

/// Whether a gate holds wherever it can be decided, whatever the figures are.
void report_idle(std::string_view name, const std::optional<Number>& limit, double most, const Report& report) {
  const bool is_at_least = name.ends_with("_at_least");
  if (!limit || (is_at_least ? limit->value > most : limit->value < most)) return;
  report(limit->span,
         fmt::format("gate '{}: {}' always holds, for no figure is {} than {}: set a limit that customers would notice, or take it out",
                     name, points(limit->value), is_at_least ? "less" : "more", points(most)),
         {std::string(name)});
}

void gate_always_holds(const RuleContext& context, const Report& report) {
  const Project& project = context.workspace.project;
  const Gates& gates = project.gates;
  const auto per_cent = [&](std::string_view name, const std::optional<Within<0, 100>>& limit) {
    report_idle(name, limit ? std::optional<Number>(*limit) : std::nullopt, 0, report);
  };
  per_cent("coverage_at_least", gates.coverage_at_least);
  per_cent("delivered_at_least", gates.delivered_at_least);
  if (context.completeness.scale) {
    report_idle("gap_at_most", gates.gap_at_most, project.scale.range(), report);
    report_idle("moment_of_truth_gap_at_most", gates.moment_of_truth_gap_at_most, project.scale.range(), report);
  }
  const std::size_t touchpoints = context.workspace.touchpoints.size();
  if (gates.below_adequate_at_most && touchpoints > 0 && context.completeness.files) {
    const auto& [limit, span] = *gates.below_adequate_at_most;
    report_idle("below_adequate_at_most", Number{static_cast<double>(limit), span}, static_cast<double>(touchpoints), report);
  }
  per_cent("known_at_least", gates.known_at_least);
  per_cent("kpis_met_at_least", gates.kpis_met_at_least);
}

// clang-format off: a table reads better with a rule a line
constexpr RuleEntry sense_entries[] = {
    {"aims-below-customer", each<aims_below_customer>},
    {"aims-below-adequate", each<aims_below_adequate>},
    {"policy-without-latitude", each<policy_without_latitude>},
    {"blind-latitude", each<blind_latitude>},
    {"actual-disagrees-with-evidence", each<actual_disagrees_with_evidence>},
    {"sources-disagree", sources_disagree},
    {"gate-always-holds", gate_always_holds},
    {"stale-evidence", stale_evidence},
    {"past-review", each<past_review>},
    {"everything-is-important", everything_is_important},
    {"weak-brand-colour", weak_brand_colour},
    // of the service
    {"promises-more-than-delivered", each<promises_more_than_delivered>},
    {"below-adequate", each<below_adequate>},
    {"overdue-action", overdue_action},
    {"uneven-treatment", uneven_treatment},
};
// clang-format on

}  // namespace

std::span<const RuleEntry> sense_checks() {
  return sense_entries;
}

}  // namespace mot

// What contradicts itself. Of scores only what is over a tenth of the scale is reported, and of measured ones only what is established.
#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <optional>

#include "mot/analysis/contrasts.h"
#include "mot/analysis/latitude.h"
#include "mot/analysis/plan.h"
#include "mot/analysis/scores.h"
#include "mot/check/rules.h"

namespace mot {
namespace {

/// Whether a difference of scores is one that people would notice: over a tenth of the scale.
bool is_wide(const Moment& moment, std::optional<double> difference) {
  return difference && gap_class_of(*difference, moment.picture.workspace.project.scale) != GapClass::green;
}

std::optional<double> difference_of(std::optional<double> larger, std::optional<double> smaller) {
  return larger && smaller ? std::optional(*larger - *smaller) : std::nullopt;
}

bool has_all_scores(const Moment& moment) {
  return moment.picture.sight.scale && moment.has_all_answers();
}

bool is_measured(const Figures& figures) {
  return figures.actual_kind == ActualKind::measured;
}

/// Whether what customers live is surely below a score: judged, or measured so well that the whole interval lies below it.
bool is_surely_below(const Figures& figures, double score) {
  if (!is_measured(figures)) return true;
  return figures.has_enough_answers && figures.measurement->interval && figures.measurement->interval->high < score;
}

bool is_surely_above(const Measurement& measurement, double score, const Scale& scale) {
  return has_enough_answers(measurement, scale) && measurement.interval && measurement.interval->low > score;
}

/// The actual, and how many said so where customers did.
std::string actual_of(const Figures& figures) {
  const std::string score = points(*figures.actual);
  return is_measured(figures) ? fmt::format("{} ({} answers)", score, figures.measurement->n) : score;
}

const Number* stated_actual(const Moment& moment) {
  const auto& actual = moment.touchpoint().actual;
  return actual && actual->score ? &*actual->score : nullptr;
}

void note_actual(const Moment& moment, Finding& finding) {
  const Number* actual = stated_actual(moment);
  if (actual != nullptr && !is_measured(moment.figures())) finding.notes.push_back({actual->span, "what customers live today"});
}

bool aims_too_low(const Moment& moment) {
  const Figures& figures = moment.figures();
  return is_wide(moment, difference_of(figures.adequate, figures.company));
}

void aims_below_adequate(const Moment& moment, const Report& report) {
  if (!aims_too_low(moment) || !moment.picture.sight.scale) return;
  const Desired& desired = *moment.touchpoint().desired;
  report(desired.company->score->span,
         fmt::format("we aim at {}, below the {} that customers accept at least: aim higher (desired.company)",
                     points(desired.company->score->value), points(desired.customer->adequate->value)),
         {moment.id()})
      .notes.push_back({desired.customer->adequate->span, "the least they accept"});
}

void aims_below_customer(const Moment& moment, const Report& report) {
  const Figures& figures = moment.figures();
  // To aim below the least they accept is to aim below what they want: said once.
  if (!is_wide(moment, figures.gaps.listening) || aims_too_low(moment) || !has_all_scores(moment)) return;
  if (figures.wish && !is_surely_above(*figures.wish, *figures.company, moment.picture.workspace.project.scale)) return;
  const Desired& desired = *moment.touchpoint().desired;
  Finding& finding = report(desired.company->score->span,
                            fmt::format("we aim at {} and customers want {}: aim higher, or say why we choose not to (desired.company)",
                                        points(*figures.company), points(*figures.customer)),
                            {moment.id()});
  if (!figures.wish) finding.notes.push_back({desired.customer->score->span, "what customers want"});
}

void promises_more_than_delivered(const Moment& moment, const Report& report) {
  const Figures& figures = moment.figures();
  if (!is_wide(moment, figures.gaps.promise) || !has_all_scores(moment)) return;
  const Number& promise = *moment.touchpoint().promise->score;
  if (!is_surely_below(figures, promise.value)) return;
  note_actual(moment, report(promise.span,
                             fmt::format("we promise {} and customers live {}: keep the promise, or promise less", points(promise.value),
                                         actual_of(figures)),
                             {moment.id()}));
}

void policy_without_latitude(const Moment& moment, const Report& report) {
  const Touchpoint& touchpoint = moment.touchpoint();
  if (!has_policy_without_latitude(touchpoint)) return;
  report(touchpoint.policy->rule.span,
         fmt::format("nobody at the front may bend '{}': say who may, how far, and what they must know (empowerment)",
                     shown(touchpoint.policy->rule.value)),
         {moment.id()});
}

void blind_latitude(const Moment& moment, const Report& report) {
  const Touchpoint& touchpoint = moment.touchpoint();
  if (!has_blind_latitude(touchpoint)) return;
  const Empowerment& empowerment = *touchpoint.empowerment;
  report(
      empowerment.may.empty() ? empowerment.limit->span : empowerment.may.front().span,
      fmt::format("whoever may decide at '{}' sees nothing to decide by: say what they know when they do (empowerment.knows)", moment.id()),
      {moment.id()});
}

void below_adequate(const Moment& moment, const Report& report) {
  const Figures& figures = moment.figures();
  if (!is_wide(moment, difference_of(figures.adequate, figures.actual)) || !has_all_scores(moment)) return;
  if (!is_surely_below(figures, *figures.adequate)) return;
  const Number& adequate = *moment.touchpoint().desired->customer->adequate;
  note_actual(moment, report(adequate.span,
                             fmt::format("customers live {} at '{}', below the {} they accept at least: mend this first",
                                         actual_of(figures), moment.id(), points(adequate.value)),
                             {moment.id()}));
}

void actual_disagrees_with_evidence(const Moment& moment, const Report& report) {
  const Figures& figures = moment.figures();
  const Number* stated = stated_actual(moment);
  if (stated == nullptr || !figures.has_enough_answers || !figures.measurement->interval || !has_all_scores(moment)) return;
  const double difference = std::abs(stated->value - figures.measurement->mean);
  if (!is_wide(moment, difference) || figures.measurement->interval->contains(stated->value)) return;
  report(stated->span,
         fmt::format("we say '{}' and {} answers say {}: take our score out and let theirs count", points(stated->value),
                     figures.measurement->n, points(figures.measurement->mean)),
         {moment.id()});
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

void report_stale_evidence(const Moment& moment, Date limit, const Report& report) {
  const Placed<Date>* newest = newest_evidence(moment.touchpoint());
  if (newest == nullptr || newest->value >= limit || !moment.has_all_answers()) return;
  const auto& answered = moment.answers();
  const bool has_newer_answers = !answered.sources.empty() && (!answered.newest || *answered.newest > newest->value);
  if (has_newer_answers) return;
  report(newest->span,
         fmt::format("the newest evidence at '{}' is of {}, older than the project leans on (stale_after): ask again", moment.id(),
                     to_string(newest->value)),
         {moment.id()});
}

void stale_evidence(const Picture& picture, const Report& report) {
  const auto& stale_after = picture.workspace.project.stale_after;
  if (!stale_after) return;
  const Date limit = before(picture.today, stale_after->value);
  for (std::size_t i = 0; i < picture.workspace.touchpoints.size(); ++i) {
    if (picture.workspace.touchpoints[i].is_whole) report_stale_evidence(Moment{picture, i}, limit, report);
  }
  for (const SourceUse& use : picture.answers.sources) {
    if (!use.was_read || !use.newest || *use.newest >= limit) continue;
    const Id& id = picture.workspace.sources[use.source].id;
    report(id.span,
           fmt::format("the newest answer of '{}' is of {}, older than the project leans on (stale_after): ask again", id.value,
                       to_string(*use.newest)),
           {id.value});
  }
}

void past_review(const Moment& moment, const Report& report) {
  const auto& review_by = moment.touchpoint().review_by;
  if (!review_by || review_by->value >= moment.picture.today) return;
  report(review_by->span,
         fmt::format("'{}' was to be looked at again by {}: review it, and set the next day", moment.id(), to_string(review_by->value)),
         {moment.id()});
}

void overdue_action(const Picture& picture, const Report& report) {
  for (const Action& action : picture.workspace.actions) {
    if (!is_overdue(action, picture.today) || !action.is_whole) continue;
    report(action.due->span,
           fmt::format("'{}' was due on {} and is {}: finish it, drop it, or set a new day", action.id.value, to_string(action.due->value),
                       name_of(action.status.value)),
           {action.id.value});
  }
}

// The whole

void everything_is_important(const Picture& picture, const Report& report) {
  constexpr std::size_t fewest_rated = 8;
  constexpr double most_important = 5;
  std::size_t rated = 0, decisive = 0;
  const Number* first = nullptr;
  for (const Touchpoint& touchpoint : picture.workspace.touchpoints) {
    if (!touchpoint.importance) continue;
    ++rated;
    if (touchpoint.importance->value < most_important) continue;
    ++decisive;
    if (first == nullptr) first = &*touchpoint.importance;
  }
  if (!picture.sight.touchpoints || rated < fewest_rated || 2 * decisive <= rated) return;
  report(first->span,
         fmt::format("{} of {} moments are rated 5, so importance ranks nothing: ask customers which they would give up first", decisive,
                     rated),
         {"workspace"});
}

void uneven_treatment(const Moment& moment, const Report& report) {
  if (!has_all_scores(moment)) return;
  const auto gap = persona_gap(moment.answers(), moment.picture.workspace.project.scale);
  if (!gap || !gap->is_established || !is_wide(moment, gap->difference)) return;
  const auto& personas = moment.picture.workspace.personas;
  report(moment, fmt::format("'{}' scores '{}' {} points below '{}' ({} to {}): find out what prefers some, or say why it is meant",
                             personas[gap->worse].id.value, moment.id(), points(gap->difference), personas[gap->better].id.value,
                             points(gap->interval->low), points(gap->interval->high)));
}

// clang-format off: a table reads better with a rule a line
constexpr Checked checks[] = {
    {"aims-below-customer", each<aims_below_customer>},
    {"aims-below-adequate", each<aims_below_adequate>},
    {"promises-more-than-delivered", each<promises_more_than_delivered>},
    {"policy-without-latitude", each<policy_without_latitude>},
    {"blind-latitude", each<blind_latitude>},
    {"below-adequate", each<below_adequate>},
    {"actual-disagrees-with-evidence", each<actual_disagrees_with_evidence>},
    {"stale-evidence", stale_evidence},
    {"past-review", each<past_review>},
    {"overdue-action", overdue_action},
    {"everything-is-important", everything_is_important},
    {"uneven-treatment", each<uneven_treatment>},
};
// clang-format on

}  // namespace

std::span<const Checked> sense_checks() {
  return checks;
}

}  // namespace mot

#include "mot/analysis/scores.h"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <numeric>

namespace mot {
namespace {

std::optional<double> value_of(const std::optional<Number>& number) {
  return number ? finite(number->value) : std::nullopt;
}

AnswerSums lived_scores(const Touchpoint& touchpoint, const TouchpointAnswers& answers, const ScoreContext& context) {
  return context.persona ? answers.actual : customers_scores(touchpoint, answers.actual, context.period, context.scale);
}

TouchpointAnswers answers_of_persona(const TouchpointAnswers& answers, std::size_t persona) {
  TouchpointAnswers own;
  if (persona < answers.by_persona.size()) {
    own.by_persona.resize(answers.by_persona.size());
    own.by_persona[persona] = own.actual = answers.by_persona[persona];
  }
  if (persona < answers.also_by_persona.size()) {
    own.also_by_persona.resize(answers.also_by_persona.size());
    const PersonaAnswers& also = own.also_by_persona[persona] = answers.also_by_persona[persona];
    own.desired = also.desired;
    own.importance = also.importance;
    own.thumbs_up = also.thumbs_up;
    own.thumbs_down = also.thumbs_down;
    own.thumb_weights = also.thumb_weights;
    own.thumbs_lost = also.thumbs_lost;
  }
  std::ranges::copy_if(answers.quotes, std::back_inserter(own.quotes), [&](const Quote& quote) { return quote.persona == persona; });
  own.newest = answers.newest;
  return own;
}

/// Whether the measurement stands before what somebody stated.
bool stands(const std::optional<Measurement>& measurement, const std::optional<double>& stated) {
  return measurement && (!stated || !is_under(measurement->n_effective, fewest_answers));
}

std::optional<double> wish_of_persona(const CustomerWish& wish, const ScoreContext& context) {
  if (!context.persona) return std::nullopt;
  const auto entry = std::ranges::find_if(wish.by, [&](const auto& by) { return by.key.index == context.persona; });
  return entry == wish.by.end() ? std::nullopt : value_of(entry->value.score);
}

void find_wishes(const Touchpoint& touchpoint, const TouchpointAnswers& answers, const ScoreContext& context, Figures& figures) {
  std::optional<double> stated;
  if (touchpoint.desired && touchpoint.desired->company) figures.company = value_of(touchpoint.desired->company->score);
  if (touchpoint.desired && touchpoint.desired->customer) {
    const CustomerWish& wish = *touchpoint.desired->customer;
    stated = value_of(wish.score);
    figures.adequate = value_of(wish.adequate);
    figures.customer = wish_of_persona(wish, context);
  }
  if (figures.customer) return;
  figures.customer = stated;
  const auto asked = measured(answers.desired, context.scale);
  if (!stands(asked, stated)) return;
  figures.customer = asked->mean;
  figures.wish = asked;
}

/// What we say that customers live, unless it is a persona's turn and all customers' answers say otherwise.
std::optional<double> stated_actual(const Touchpoint& touchpoint, const ScoreContext& context) {
  const auto stated = touchpoint.actual ? value_of(touchpoint.actual->score) : std::nullopt;
  if (!stated || !context.everybody) return stated;
  const AnswerSums all = customers_scores(touchpoint, context.everybody->actual, context.period, context.scale);
  return stands(measured(all, context.scale), stated) ? std::nullopt : stated;
}

void find_actual(const Touchpoint& touchpoint, const TouchpointAnswers& answers, const ScoreContext& context, Figures& figures) {
  const auto stated = stated_actual(touchpoint, context);
  figures.measurement = measured(lived_scores(touchpoint, answers, context), context.scale);
  if (stands(figures.measurement, stated)) {
    figures.actual = figures.measurement->mean;
    figures.actual_kind = ActualKind::measured;
    figures.has_enough_answers = has_enough_answers(*figures.measurement);
    figures.has_few_answers = is_under(figures.measurement->n_effective, few_answers);
  } else if (stated) {
    figures.actual = stated;
    figures.actual_kind = ActualKind::judged;
  } else if (!answers.published.empty()) {
    const double sum = std::accumulate(answers.published.begin(), answers.published.end(), 0.0);
    figures.actual = finite(sum / static_cast<double>(answers.published.size()));
    if (figures.actual) figures.actual_kind = ActualKind::published;
  }
}

std::optional<double> importance_of(const Touchpoint& touchpoint, const TouchpointAnswers& answers) {
  if (touchpoint.importance) return finite(touchpoint.importance->value);
  if (answers.importance.n == 0) return std::nullopt;
  return finite(answers.importance.mean);
}

std::optional<Share> share_kept(const std::optional<Commitment>& commitment) {
  if (!commitment || !commitment->kept) return std::nullopt;
  return share_of(commitment->kept->count.value, commitment->kept->of.value);
}

}  // namespace

Answers answers_of_persona(const Answers& answers, std::size_t persona) {
  Answers own{.touchpoints = {}, .outcomes = {}, .sources = answers.sources, .from = answers.from, .to = answers.to};
  for (const TouchpointAnswers& touchpoint : answers.touchpoints) own.touchpoints.push_back(answers_of_persona(touchpoint, persona));
  for (const OutcomeAnswers& outcome : answers.outcomes) {
    OutcomeAnswers nothing;
    nothing.source = outcome.source;
    nothing.outcome = outcome.outcome;
    own.outcomes.push_back(persona < outcome.by_persona.size() ? outcome.by_persona[persona] : nothing);
  }
  std::ranges::copy_if(answers.respondents, std::back_inserter(own.respondents), [&](const auto& of) { return of.persona == persona; });
  return own;
}

bool is_under(double n_effective, double limit) {
  return n_effective < limit * (1 - rounding_slack);
}

bool is_customers_score(const Evidence& evidence) {
  return evidence.voice && evidence.voice->value == Voice::customer && evidence.score;
}

AnswerSums scores_of(const Evidence& evidence, const Scale& scale) {
  const auto score = value_of(evidence.score);
  return score ? sums_of(evidence.n ? evidence.n->value : 1, *score, value_of(evidence.sd), scale) : AnswerSums{};
}

bool Window::contains(const std::optional<Placed<Date>>& date) const {
  if (!date) return true;
  return !(from && date->value < *from) && !(to && date->value > *to);
}

AnswerSums customers_scores(const Touchpoint& touchpoint, const AnswerSums& of_sources, const Window& period, const Scale& scale) {
  AnswerSums all = of_sources;
  for (const Evidence& evidence : touchpoint.evidence) {
    if (!is_customers_score(evidence) || !period.contains(evidence.date)) continue;
    all.join(scores_of(evidence, scale));
  }
  return all;
}

bool has_enough_answers(const Measurement& measurement) {
  return !is_under(measurement.n_effective, fewest_answers) && measurement.interval.has_value();
}

bool is_denied(const Measurement& measurement, double stated, const Scale& scale) {
  const bool is_outside = measurement.interval && !measurement.interval->contains(stated);
  const bool is_far = gap_class_of(std::abs(stated - measurement.mean), scale) != GapClass::green;
  return is_outside || (is_far && static_cast<double>(measurement.n) >= fewest_answers);
}

bool is_overstated(const Figures& figures, const Scale& scale) {
  const bool is_judged = figures.actual_kind == ActualKind::judged && figures.measurement;
  return is_judged && figures.measurement->mean < *figures.actual && is_denied(*figures.measurement, *figures.actual, scale);
}

void find_target(const Scale& scale, Figures& figures) {
  const auto &company = figures.company, &customer = figures.customer;
  if (company && customer) {
    const double difference = *customer - *company, slack = rounding_slack * std::abs(scale.range());
    figures.target = std::max(*company, *customer);
    figures.target_owner = std::abs(difference) <= slack ? TargetOwner::both
                           : difference > 0              ? TargetOwner::customer
                                                         : TargetOwner::company;
  } else if (company || customer) {
    figures.target = company ? company : customer;
    figures.target_owner = company ? TargetOwner::company : TargetOwner::customer;
  }
}

void find_scores(const Touchpoint& touchpoint, const TouchpointAnswers& answers, const ScoreContext& context, Figures& figures) {
  figures.importance = importance_of(touchpoint, answers);
  find_wishes(touchpoint, answers, context, figures);
  find_target(context.scale, figures);
  find_actual(touchpoint, answers, context, figures);
  figures.lost = {.lived = answers.actual.lost, .wished = answers.desired.lost, .thumbs = answers.thumbs_lost};
  if (!touchpoint.importance && answers.importance.n > 0)
    figures.lost.importance = answers.importance.lost, figures.lost.of_importance = answers.importance.weight;
  figures.standard_kept = share_kept(touchpoint.standard);
  figures.promise_kept = share_kept(touchpoint.promise);
  figures.thumbs = share_of(CountedShare{answers.thumbs_up, answers.thumbs_up + answers.thumbs_down, answers.thumb_weights});
}

}  // namespace mot

// Steps of the gap, whether it is established, the five gaps and whose work the widest is, commitments kept, and the customers' voice.
#include "mot/analysis/gaps.h"

#include <fmt/format.h>

#include "mot/analysis/scores.h"
#include "mot/tables/explanation/steps.h"
#include "mot/text/utf8.h"

namespace mot::explanation {
namespace {

Step difference(std::string key, std::string name, std::string formula, std::optional<double> wanted, std::optional<double> reached) {
  Step step{.key = std::move(key), .name = std::move(name), .formula = std::move(formula)};
  if (wanted && reached) {
    step.numbers = fmt::format("{} - {}", num(*wanted), num(*reached));
    step.value = value_of(finite(*wanted - *reached));
  } else {
    step.remark = "unknown: one of both is";
  }
  return step;
}

void add_class(Steps& steps, const Subject& subject) {
  const Figures& figures = subject.figures();
  if (!figures.gap) return;
  steps.push_back({.key = "gap_share",
                   .name = "share of the scale",
                   .formula = "100 * gap / range",
                   .numbers = fmt::format("100 * {} / {}", num(*figures.gap), num(subject.scale().range())),
                   .value = value_of(finite(100 * (*figures.gap / subject.scale().range()))),
                   .remark = fmt::format("%; {}: to 10 % green, to 20 % yellow, to 30 % orange, beyond red", name_of(figures.gap_class))});
}

/// The same people said what they live and what they wish: both means vary together, and their difference by that much less.
void add_paired(Steps& steps, const Figures& figures, const Scale& scale) {
  const auto lived = with_ends(*figures.measurement, scale), wished = with_ends(*figures.wish, scale);
  const Moments& paired = *figures.paired_gap;
  const auto t = t_quantile(0.975, paired.degrees_of_freedom());
  if (!lived || !wished || !t) return;
  const double one = lived->error() * lived->error(), other = wished->error() * wished->error(), error = paired.error();
  const double shared = (one + other - error * error) / 2;
  add_ends(steps, "wish_first_", *figures.measurement, scale, ", actual");
  add_ends(steps, "wish_second_", *figures.wish, scale, ", target");
  steps.push_back({.key = "wish_shared",
                   .name = "shared",
                   .value = value_of(finite(shared)),
                   .remark = "paired: what both means vary together by, over the people who answered both"});
  const auto term = [](const Moments& moments) { return fmt::format("{0} * {0} / {1}", num(moments.sd), num(moments.n)); };
  steps.push_back({.key = "wish_error",
                   .name = "standard error",
                   .formula = "sqrt(s1 * s1 / n1 + s2 * s2 / n2 - 2 * shared)",
                   .numbers = fmt::format("sqrt({} + {} - 2 * {})", term(*lived), term(*wished), num(shared)),
                   .value = value_of(finite(error)),
                   .remark = each_n_with_ends()});
  add_t(steps, "wish_t", paired.degrees_of_freedom(), *t);
  const std::string gap = fmt::format("{} - {}", num(wished->mean), num(lived->mean)), half = fmt::format("{} * {}", num(*t), num(error));
  steps.push_back({.key = "wish_interval",
                   .name = "95 % of the gap",
                   .formula = "difference of the means with ends -+ t * standard error, cut at the scale's range",
                   .numbers = fmt::format("max({0} - {1}, -{2}) to min({0} + {1}, {2})", gap, half, num(scale.range())),
                   .value = *figures.gap_interval,
                   .remark = "paired"});
}

void add_gap_interval(Steps& steps, const Subject& subject) {
  const Figures& figures = subject.figures();
  if (!figures.gap_interval) return;
  if (figures.paired_gap) {
    add_paired(steps, figures, subject.scale());
    return;
  }
  if (is_target_asked(figures)) {
    add_contrast(steps, {"wish", "actual", "target", *figures.measurement, *figures.wish, subject.scale()});
    return;
  }
  const Interval& lived = *figures.measurement->interval;
  const std::string target = num(*figures.target);
  steps.push_back({.key = "gap_interval",
                   .name = "95 % of the gap",
                   .formula = "target - high to target - low",
                   .numbers = fmt::format("{0} - {1} to {0} - {2}", target, num(lived.high), num(lived.low)),
                   .value = *figures.gap_interval});
}

std::string why_established(const Figures& figures) {
  if (figures.actual_kind == ActualKind::judged) return "a judgement, which no interval can establish; gates count it as it stands";
  if (figures.actual_kind == ActualKind::published) return "a published mean of unknown n, which establishes nothing";
  const Measurement& measurement = *figures.measurement;
  if (is_under(measurement.n_effective, fewest_answers)) {
    return fmt::format("an effective n of {} is under {}", calculator_text(measurement.n_effective), calculator_text(fewest_answers));
  }
  if (!rests_on_enough(figures)) return fmt::format("fewer than {} were asked what they want", calculator_text(fewest_answers));
  if (!figures.gap_interval) return "its interval is not known";
  if (!figures.is_established) return "its interval includes 0";
  return figures.has_few_answers ? fmt::format("its interval excludes 0; on fewer than {} effective answers", calculator_text(few_answers))
                                 : "its interval excludes 0";
}

void add_established(Steps& steps, const Figures& figures) {
  if (!figures.gap) return;
  steps.push_back({.key = "established",
                   .name = "established",
                   .value = std::string(figures.is_established ? "yes" : "no"),
                   .remark = why_established(figures)});
}

std::optional<double> score_of(const std::optional<Commitment>& commitment) {
  return commitment && commitment->score ? finite(commitment->score->value) : std::nullopt;
}

std::vector<Span> place_of(const std::optional<Commitment>& commitment) {
  return commitment && commitment->score ? std::vector<Span>{commitment->score->span} : std::vector<Span>{};
}

void add_five_gaps(Steps& steps, const Subject& subject) {
  const Figures& figures = subject.figures();
  const Touchpoint& touchpoint = subject.touchpoint();
  const auto standard = score_of(touchpoint.standard), promise = score_of(touchpoint.promise);
  steps.push_back(difference("listening", "listening gap", "customer - company", figures.customer, figures.company));
  steps.push_back(difference("standards", "standards gap", "company - standard", figures.company, standard));
  steps.back().places = place_of(touchpoint.standard);
  steps.push_back(standard ? difference("delivery", "delivery gap", "standard - actual", standard, figures.actual)
                           : difference("delivery", "delivery gap", "company - actual", figures.company, figures.actual));
  steps.push_back(difference("promise", "promise gap", "promise - actual", promise, figures.actual));
  steps.back().places = place_of(touchpoint.promise);
  steps.push_back(difference("customer_gap", "customer gap", "customer - actual", figures.customer, figures.actual));
}

void add_widest(Steps& steps, const Subject& subject) {
  const auto widest = widest_gap(subject.figures().gaps, subject.scale());
  if (!widest) return;
  steps.push_back({.key = "who_acts",
                   .name = "who acts",
                   .value = std::string(widest->acts.empty() ? "the figures can't tell" : widest->acts),
                   .remark = fmt::format("the widest is the {} gap", name_of(widest->kind))});
}

void add_zone(Steps& steps, const Figures& figures) {
  if (!figures.zone) return;
  steps.push_back({.key = "zone",
                   .name = "zone of tolerance",
                   .value = std::string(name_of(*figures.zone)),
                   .remark = fmt::format("{} is adequate, {} is wanted, {} is lived", calculator_text(*figures.adequate),
                                         calculator_text(*figures.customer), calculator_text(*figures.actual))});
}

void add_kept(Steps& steps, std::string_view what, const std::optional<Commitment>& commitment, const std::optional<Share>& kept) {
  if (!kept || !commitment) return;
  add_share(steps, fmt::format("{}_kept", what), fmt::format("{} kept", what), *kept, {commitment->kept->count.span});
}

std::string verdict_of(const std::optional<Verdict>& verdict) {
  return verdict ? std::string(name_of(*verdict)) : "";
}

void add_quotes(Steps& steps, const Subject& subject) {
  std::size_t number = 0;
  for (const Quote& quote : subject.answered().quotes) {
    steps.push_back({.key = fmt::format("quote_{}", ++number), .name = "said", .value = quote.text, .remark = verdict_of(quote.verdict)});
  }
  if (subject.analysis.persona) return;  // evidence names no persona
  for (const Evidence& evidence : subject.touchpoint().evidence) {
    if (!evidence.quote) continue;
    steps.push_back({.key = fmt::format("quote_{}", ++number),
                     .name = "said",
                     .value = evidence.quote->value,
                     .remark = evidence.verdict ? verdict_of(evidence.verdict->value) : "",
                     .places = {evidence.quote->span}});
  }
}

}  // namespace

Steps gap_steps(const Subject& subject) {
  const Figures& figures = subject.figures();
  Steps steps = {difference("gap", "gap", "target - actual", figures.target, figures.actual)};
  add_class(steps, subject);
  add_gap_interval(steps, subject);
  add_established(steps, figures);
  add_five_gaps(steps, subject);
  add_widest(steps, subject);
  add_zone(steps, figures);
  return steps;
}

Steps kept_steps(const Subject& subject) {
  Steps steps;
  add_kept(steps, "standard", subject.touchpoint().standard, subject.figures().standard_kept);
  add_kept(steps, "promise", subject.touchpoint().promise, subject.figures().promise_kept);
  return steps;
}

Steps voice_steps(const Subject& subject) {
  Steps steps;
  const TouchpointAnswers& answers = subject.answered();
  add_weighted_share(steps, "thumbs_up", "thumbs up", {answers.thumbs_up, answers.thumbs_up + answers.thumbs_down, answers.thumb_weights});
  add_quotes(steps, subject);
  return steps;
}

}  // namespace mot::explanation

// Steps of the gap, whether it is established, the five gaps and whose work the widest is, commitments kept, and the customers' voice.
#include "mot/analysis/gaps.h"

#include <fmt/format.h>

#include "mot/analysis/scores.h"
#include "mot/tables/explanation/steps.h"
#include "mot/text/utf8.h"

namespace mot::explanation {
namespace {

/// One of the gaps: what it is called and how it is worked out, in English.
struct GapWords {
  std::string_view key;
  std::string_view name;
  std::string_view formula;
};

Step difference(const GapWords& words, std::optional<double> wanted, std::optional<double> reached, const Wording& wording) {
  Step step{.key = std::string(words.key), .name = wording(words.name), .formula = wording(words.formula)};
  if (wanted && reached) {
    step.numbers = fmt::format("{} - {}", num(*wanted), num(*reached));
    step.value = value_of(finite(*wanted - *reached));
  } else {
    step.remark = wording("unknown: one of both is");
  }
  return step;
}

void add_class(Steps& steps, const Subject& subject) {
  const Figures& figures = subject.figures();
  if (!figures.gap) return;
  steps.push_back({.key = "gap_share",
                   .name = steps.wording("share of the scale"),
                   .formula = steps.wording("100 * gap / range"),
                   .numbers = fmt::format("100 * {} / {}", num(*figures.gap), num(subject.scale().range())),
                   .value = value_of(finite(100 * (*figures.gap / subject.scale().range()))),
                   .remark = steps.wording("%; {class}: to 10 % green, to 20 % yellow, to 30 % orange, beyond red",
                                           {{"class", steps.wording(name_of(figures.gap_class))}})});
}

/// The same people said what they live and what they wish: both means vary together, and their difference by that much less.
void add_paired(Steps& steps, const Figures& figures, const Scale& scale) {
  const auto lived = with_ends(*figures.measurement, scale), wished = with_ends(*figures.wish, scale);
  const Moments& paired = *figures.paired_gap;
  const auto t = t_quantile(0.975, paired.degrees_of_freedom());
  if (!lived || !wished || !t) return;
  const double one = lived->error() * lived->error(), other = wished->error() * wished->error(), error = paired.error();
  const double shared = (one + other - error * error) / 2;
  add_ends(steps, "wish_first_", *figures.measurement, scale, ", " + steps.wording("actual"));
  add_ends(steps, "wish_second_", *figures.wish, scale, ", " + steps.wording("target"));
  steps.push_back({.key = "wish_shared",
                   .name = steps.wording("shared"),
                   .value = value_of(finite(shared)),
                   .remark = steps.wording("paired: what both means vary together by, over the people who answered both")});
  const auto term = [](const Moments& moments) { return fmt::format("{0} * {0} / {1}", num(moments.sd), num(moments.n)); };
  steps.push_back({.key = "wish_error",
                   .name = steps.wording("standard error"),
                   .formula = steps.wording("sqrt(s1 * s1 / n1 + s2 * s2 / n2 - 2 * shared)"),
                   .numbers = fmt::format("sqrt({} + {} - 2 * {})", term(*lived), term(*wished), num(shared)),
                   .value = value_of(finite(error)),
                   .remark = each_n_with_ends(steps.wording)});
  add_t(steps, "wish_t", paired.degrees_of_freedom(), *t);
  const std::string gap = fmt::format("{} - {}", num(wished->mean), num(lived->mean)), half = fmt::format("{} * {}", num(*t), num(error));
  steps.push_back({.key = "wish_interval",
                   .name = steps.wording("95 % of the gap"),
                   .formula = steps.wording("difference of the means with ends -+ t * standard error, cut at the scale's range"),
                   .numbers = fmt::format("max({0} - {1}, -{2}) to min({0} + {1}, {2})", gap, half, num(scale.range())),
                   .value = *figures.gap_interval,
                   .remark = steps.wording("paired")});
}

void add_gap_interval(Steps& steps, const Subject& subject) {
  const Figures& figures = subject.figures();
  if (!figures.gap_interval) return;
  if (figures.paired_gap) {
    add_paired(steps, figures, subject.scale());
    return;
  }
  if (is_target_asked(figures)) {
    add_contrast(steps, {"wish", steps.wording("actual"), steps.wording("target"), *figures.measurement, *figures.wish, subject.scale()});
    return;
  }
  const Interval& lived = *figures.measurement->interval;
  const std::string target = num(*figures.target);
  steps.push_back({.key = "gap_interval",
                   .name = steps.wording("95 % of the gap"),
                   .formula = steps.wording("target - high to target - low"),
                   .numbers = fmt::format("{0} - {1} to {0} - {2}", target, num(lived.high), num(lived.low)),
                   .value = *figures.gap_interval});
}

std::string why_established(const Figures& figures, const Wording& wording) {
  if (figures.actual_kind == ActualKind::judged)
    return wording("a judgement, which no interval can establish; gates count it as it stands");
  if (figures.actual_kind == ActualKind::published) return wording("a published mean of unknown n, which establishes nothing");
  const Measurement& measurement = *figures.measurement;
  const std::string least = said(fewest_answers, wording);
  if (is_under(measurement.n_effective, fewest_answers))
    return wording("an effective n of {count} is under {least}", {{"count", said(measurement.n_effective, wording)}, {"least", least}});
  if (!rests_on_enough(figures)) return wording("fewer than {least} were asked what they want", {{"least", least}});
  if (!figures.gap_interval) return wording("its interval is not known");
  if (!figures.is_established) return wording("its interval includes 0");
  return figures.has_few_answers
             ? wording("its interval excludes 0; on fewer than {few} effective answers", {{"few", said(few_answers, wording)}})
             : wording("its interval excludes 0");
}

void add_established(Steps& steps, const Figures& figures) {
  if (!figures.gap) return;
  steps.push_back({.key = "established",
                   .name = steps.wording("established"),
                   .value = steps.wording(figures.is_established ? "yes" : "no"),
                   .remark = why_established(figures, steps.wording)});
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
  const auto add = [&](const GapWords& words, std::optional<double> wanted, std::optional<double> reached, std::vector<Span> places) {
    steps.push_back(difference(words, wanted, reached, steps.wording));
    steps.all.back().places = std::move(places);
  };
  add({"listening", "listening gap", "customer - company"}, figures.customer, figures.company, {});
  add({"standards", "standards gap", "company - standard"}, figures.company, standard, place_of(touchpoint.standard));
  if (standard)
    add({"delivery", "delivery gap", "standard - actual"}, standard, figures.actual, {});
  else
    add({"delivery", "delivery gap", "company - actual"}, figures.company, figures.actual, {});
  add({"promise", "promise gap", "promise - actual"}, promise, figures.actual, place_of(touchpoint.promise));
  add({"customer_gap", "customer gap", "customer - actual"}, figures.customer, figures.actual, {});
}

void add_widest(Steps& steps, const Subject& subject) {
  const auto widest = widest_gap(subject.figures().gaps, subject.scale());
  if (!widest) return;
  steps.push_back({.key = "who_acts",
                   .name = steps.wording("who acts"),
                   .value = steps.wording(widest->acts.empty() ? "the figures can't tell" : widest->acts),
                   .remark = steps.wording("the widest is the {kind} gap", {{"kind", steps.wording(name_of(widest->kind))}})});
}

void add_zone(Steps& steps, const Figures& figures) {
  if (!figures.zone) return;
  const std::string adequate = said(*figures.adequate, steps.wording), lived = said(*figures.actual, steps.wording);
  steps.push_back(
      {.key = "zone",
       .name = steps.wording("zone of tolerance"),
       .value = steps.wording(name_of(*figures.zone)),
       .remark = figures.customer
                     ? steps.wording("{adequate} is adequate, {wanted} is wanted, {lived} is lived",
                                     {{"adequate", adequate}, {"wanted", said(*figures.customer, steps.wording)}, {"lived", lived}})
                     : steps.wording("{adequate} is adequate, {lived} is lived", {{"adequate", adequate}, {"lived", lived}})});
}

void add_kept(Steps& steps, const std::string& key, std::string_view name, const std::optional<Commitment>& commitment,
              const std::optional<Share>& kept) {
  if (!kept || !commitment) return;
  add_share(steps, key, steps.wording(name), *kept, {commitment->kept->count.span});
}

std::string verdict_of(const std::optional<Verdict>& verdict, const Wording& wording) {
  return verdict ? wording(name_of(*verdict)) : "";
}

void add_quotes(Steps& steps, const Subject& subject) {
  std::size_t number = 0;
  for (const Quote& quote : subject.answered().quotes) {
    steps.push_back({.key = fmt::format("quote_{}", ++number),
                     .name = steps.wording("said"),
                     .value = quote.text,
                     .remark = verdict_of(quote.verdict, steps.wording)});
  }
  if (subject.analysis.persona) return;  // evidence names no persona
  for (const Evidence& evidence : subject.touchpoint().evidence) {
    if (!evidence.quote) continue;
    steps.push_back({.key = fmt::format("quote_{}", ++number),
                     .name = steps.wording("said"),
                     .value = evidence.quote->value,
                     .remark = evidence.verdict ? verdict_of(evidence.verdict->value, steps.wording) : "",
                     .places = {evidence.quote->span}});
  }
}

}  // namespace

Steps gap_steps(const Subject& subject) {
  const Figures& figures = subject.figures();
  Steps steps{subject.wording};
  steps.push_back(difference({"gap", "gap", "target - actual"}, figures.target, figures.actual, subject.wording));
  add_class(steps, subject);
  add_gap_interval(steps, subject);
  add_established(steps, figures);
  add_five_gaps(steps, subject);
  add_widest(steps, subject);
  add_zone(steps, figures);
  return steps;
}

Steps kept_steps(const Subject& subject) {
  Steps steps{subject.wording};
  add_kept(steps, "standard_kept", "standard kept", subject.touchpoint().standard, subject.figures().standard_kept);
  add_kept(steps, "promise_kept", "promise kept", subject.touchpoint().promise, subject.figures().promise_kept);
  return steps;
}

Steps voice_steps(const Subject& subject) {
  Steps steps{subject.wording};
  const TouchpointAnswers& answers = subject.answered();
  add_weighted_share(steps, "thumbs_up", steps.wording("thumbs up"),
                     {answers.thumbs_up, answers.thumbs_up + answers.thumbs_down, answers.thumb_weights});
  add_quotes(steps, subject);
  return steps;
}

}  // namespace mot::explanation

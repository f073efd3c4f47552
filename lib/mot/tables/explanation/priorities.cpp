// Steps of where a touchpoint stands among the others: priority and rank, cross-hair and quadrant, its part in what is delivered.
#include "mot/analysis/priorities.h"

#include <fmt/format.h>

#include "mot/analysis/delivered.h"
#include "mot/analysis/outcomes.h"
#include "mot/tables/explanation/steps.h"

namespace mot::explanation {
namespace {

Step importance_step(const Subject& subject) {
  const Figures& figures = subject.figures();
  Step step{.key = "importance", .name = subject.wording("importance"), .value = value_of(figures.importance)};
  if (const auto& stated = subject.touchpoint().importance) {
    step.remark = subject.wording("stated, 1 to 5");
    step.places = {stated->span};
  } else if (figures.importance) {
    step.remark = subject.wording("asked, 1 to 5: the mean of n {n}", {{"n", subject.answered().importance.n}});
  } else {
    step.remark = subject.wording("unknown: neither stated nor asked");
  }
  return step;
}

Step weighted_step(const Subject& subject) {
  const Figures& figures = subject.figures();
  const bool is_moment = subject.touchpoint().moment_of_truth.value;
  Step step{.key = "priority",
            .name = subject.wording("priority"),
            .formula = subject.wording("importance / 5 * max(gap, 0) / range"),
            .value = value_of(figures.priority)};
  if (is_moment) step.formula += fmt::format(" * {}", num(moment_of_truth_factor));
  if (figures.priority) {
    step.numbers = fmt::format("{} / 5 * max({}, 0) / {}{}", num(*figures.importance), num(*figures.gap), num(subject.scale().range()),
                               is_moment ? " * " + num(moment_of_truth_factor) : "");
  }
  step.remark = is_moment ? subject.wording("doubled: a moment of truth") : "";
  return step;
}

Step ipa_step(const Subject& subject) {
  const Figures& figures = subject.figures();
  const auto importance = plotted_importance(figures, subject.analysis.importance_basis);
  Step step{.key = "priority",
            .name = subject.wording("beyond the line"),
            .formula = subject.wording("(importance - its mean) / its range - (actual - its mean) / range"),
            .value = value_of(figures.priority)};
  if (figures.priority) {
    const Crosshair& crosshair = *subject.analysis.crosshair;
    step.numbers = fmt::format("({} - {}) / {} - ({} - {}) / {}", num(*importance), num(crosshair.importance),
                               num(importance_range(subject.analysis.importance_basis)), num(*figures.actual), num(crosshair.actual),
                               num(subject.scale().range()));
  }
  return step;
}

Step opportunity_step(const Subject& subject) {
  const Figures& figures = subject.figures();
  Step step{.key = "priority",
            .name = subject.wording("opportunity"),
            .formula = subject.wording("I + max(I - S, 0)"),
            .value = value_of(figures.priority)};
  if (!figures.priority) return step;
  const auto tenfold = [](const AnswerSums& sums) {
    const ShareWeights weights = sums.top_two_share().known_weights();
    return fmt::format("10 * {} / {}", num(weights.within), num(weights.all));
  };
  const std::string important = tenfold(subject.answered().importance), satisfied = tenfold(subject.answered().actual);
  step.numbers = fmt::format("{0} + max({0} - {1}, 0)", important, satisfied);
  step.remark = subject.wording("I and S are ten times the share of answers, by weight, in the best points");
  return step;
}

Step servqual_step(const Subject& subject) {
  const Figures& figures = subject.figures();
  Step step{.key = "priority",
            .name = subject.wording("E - P"),
            .formula = subject.wording("customer - actual"),
            .value = value_of(figures.priority)};
  if (figures.priority) step.numbers = fmt::format("{} - {}", num(*figures.customer), num(*figures.actual));
  return step;
}

using StepOf = Step (*)(const Subject&);
/// In the order of Method.
constexpr std::array<StepOf, names_of<Method>.size()> method_steps = {weighted_step, ipa_step, opportunity_step, servqual_step};

Step rank_step(const Subject& subject) {
  const Figures& figures = subject.figures();
  Step step{.key = "rank", .name = subject.wording("rank")};
  if (!figures.rank) {
    step.remark = subject.wording("none: a blind spot");
    return step;
  }
  step.value = static_cast<double>(*figures.rank);
  step.remark = subject.wording(is_uncertain(figures) ? "of {count}; behind all that are established, for it is not" : "of {count}",
                                {{"count", subject.analysis.ranking.size()}});
  return step;
}

void add_derived(Steps& steps, const Subject& subject) {
  const auto derivation = derivation_of(subject.answers, subject.index);
  if (!derivation) return;
  const SurveySource& source = subject.workspace.sources[derivation->source];
  const PairSums& sums = derivation->sums;
  steps.push_back(
      {.key = "derived_importance",
       .name = steps.wording("r"),
       .formula = steps.wording("products / sqrt(squares of x * squares of y)"),
       .numbers = fmt::format("{} / sqrt({} * {})", num(sums.products), num(sums.x_squares), num(sums.y_squares)),
       .value = value_of(pearson(sums)),
       .remark = steps.wording("importance derived: Pearson's r of the score with '{outcome}' of {source}, n {n}",
                               {{"outcome", source.outcomes[derivation->outcome].id.value}, {"source", source.id.value}, {"n", sums.n}}),
       .places = {source.outcomes[derivation->outcome].id.span}});
  const auto r = pearson(sums);
  const auto interval = pearson_interval(sums);
  if (!r || !interval) return;
  const std::string center = fmt::format("atanh({})", num(*r));
  const std::string half = fmt::format("{} / sqrt({} - 3)", num(normal_quantile), num(sums.weight / sums.weight_squares * sums.weight));
  steps.push_back({.key = "derived_importance_interval",
                   .name = steps.wording("95 % of r"),
                   .formula = steps.wording("tanh(atanh(r) -+ z / sqrt(n - 3)), n effective"),
                   .numbers = fmt::format("tanh({0} - {1}) to tanh({0} + {1})", center, half),
                   .value = *interval,
                   .remark = sums.n < few_pairs ? steps.wording("Fisher's; on fewer than {few} pairs", {{"few", few_pairs}})
                                                : steps.wording("Fisher's")});
}

std::size_t plotted(const Analysis& analysis) {
  std::size_t count = 0;
  for (const Figures& figures : analysis.touchpoints)
    count += plotted_importance(figures, analysis.importance_basis) && figures.actual ? 1 : 0;
  return count;
}

/// How far a value lies from a line of the cross-hair.
struct LineDistance {
  double value;
  double line;
  double range;
};

Step distance(std::string key, std::string name, const LineDistance& of, const Wording& wording) {
  const auto& [value, line, range] = of;
  return {.key = std::move(key),
          .name = std::move(name),
          .formula = wording("(value - cross-hair) / range of its axis"),
          .numbers = fmt::format("({} - {}) / {}", num(value), num(line), num(range)),
          .value = value_of(finite((value - line) / range))};
}

void add_delivered_interval(Steps& steps, const Subject& subject) {
  const Delivered& delivered = subject.analysis.all.delivered;
  const auto t = delivered.moments ? t_quantile(0.975, delivered.moments->degrees_of_freedom()) : std::nullopt;
  if (!t || !delivered.interval || !delivered.interval_kind || !delivered.value) return;
  const Moments& moments = *delivered.moments;
  steps.push_back({.key = "delivered",
                   .name = steps.wording("delivered %"),
                   .value = *delivered.value,
                   .remark = steps.wording("of all touchpoints known"),
                   .is_of_all = true});
  steps.push_back({.key = "delivered_with_ends",
                   .name = steps.wording("the same with ends"),
                   .value = moments.mean,
                   .remark = steps.wording("a respondent more at either end of the scale"),
                   .is_of_all = true});
  add_delivered_error(steps, subject);
  add_t(steps, "delivered_t", moments.degrees_of_freedom(), *t);
  steps.all.back().is_of_all = true;
  const std::string center = num(moments.mean), half = fmt::format("{} * {}", num(*t), num(moments.error()));
  steps.push_back({.key = "delivered_interval",
                   .name = steps.wording("95 % of delivered %"),
                   .formula = steps.wording("delivered with ends -+ t * standard error, cut at 0 and 100"),
                   .numbers = fmt::format("max({0} - {1}, 0) to min({0} + {1}, 100)", center, half),
                   .value = *delivered.interval,
                   .is_of_all = true});
}

}  // namespace

Steps priority_steps(const Subject& subject) {
  return {subject.wording,
          {importance_step(subject), method_steps[static_cast<std::size_t>(subject.analysis.method)](subject), rank_step(subject)}};
}

Steps crosshair_steps(const Subject& subject) {
  Steps steps{subject.wording};
  const Figures& figures = subject.figures();
  add_derived(steps, subject);
  const ImportanceBasis basis = subject.analysis.importance_basis;
  const auto importance = plotted_importance(figures, basis);
  if (!figures.quadrant || !subject.analysis.crosshair) return steps;
  const Crosshair& crosshair = *subject.analysis.crosshair;
  const std::string of = steps.wording.count(plotted(subject.analysis), "mean of the {count} touchpoints that have both");
  steps.push_back({.key = "crosshair_importance",
                   .name = steps.wording("cross-hair, importance"),
                   .value = crosshair.importance,
                   .remark = fmt::format("{}; {}", of, steps.wording(name_of(basis))),
                   .is_of_all = true});
  steps.push_back(
      {.key = "crosshair_actual", .name = steps.wording("cross-hair, actual"), .value = crosshair.actual, .remark = of, .is_of_all = true});
  steps.push_back(distance("distance_importance", steps.wording("distance, importance"),
                           {*importance, crosshair.importance, importance_range(basis)}, steps.wording));
  steps.push_back(distance("distance_actual", steps.wording("distance, actual"),
                           {*figures.actual, crosshair.actual, subject.scale().range()}, steps.wording));
  const std::string beside = beside_quadrant(figures, steps.wording);
  steps.push_back(
      {.key = "quadrant",
       .name = steps.wording("quadrant"),
       .value = steps.wording(name_of(*figures.quadrant)),
       .remark = (beside.empty() ? "" : beside + "; ") + steps.wording("the nearer line is {share} of its axis away",
                                                                       {{"share", said(*figures.distance_to_crosshair, steps.wording)}})});
  return steps;
}

Steps delivered_steps(const Subject& subject) {
  const Figures& figures = subject.figures();
  const Scale& scale = subject.scale();
  const auto share = delivered_share(figures, scale);
  if (!share) return {subject.wording};
  Steps steps{subject.wording};
  Step delivered{.key = "delivered_share", .name = subject.wording("share delivered"), .value = *share};
  if (*figures.target > scale.min) {
    const std::string min = num(scale.min);
    delivered.formula = steps.wording("min(1, max(0, (actual - min) / (target - min)))");
    delivered.numbers = fmt::format("min(1, max(0, ({0} - {2}) / ({1} - {2})))", num(*figures.actual), num(*figures.target), min);
  } else {
    delivered.remark = steps.wording("nothing is wanted, so all is delivered");
  }
  steps.push_back(std::move(delivered));
  if (!figures.importance) return steps;
  double weight = 0;
  for (const Figures& other : subject.analysis.touchpoints) weight += delivered_share(other, scale) ? other.importance.value_or(0) : 0;
  steps.push_back({.key = "delivered_weight",
                   .name = steps.wording("its weight in delivered %"),
                   .formula = steps.wording("100 * importance / sum of importances"),
                   .numbers = fmt::format("100 * {} / {}", num(*figures.importance), num(weight)),
                   .value = value_of(finite(100 * *figures.importance / weight)),
                   .remark = steps.wording.count(subject.analysis.all.delivered.known, "% of the {count} touchpoints known")});
  add_delivered_interval(steps, subject);
  return steps;
}

}  // namespace mot::explanation

#include "mot/evidence/sample_design.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <optional>
#include <string_view>

namespace mot::evidence {
namespace {

/// Where everybody answered, nothing is left to chance; a variance of 0 would be one too many to divide by.
constexpr double least_unsampled = 1e-9;

class Design {
 public:
  explicit Design(const SurveySource& source) : source_(source) {}
  bool is_declared() const { return source_.design_effect || source_.population; }
  /// What the variance of a figure of `n` answers is multiplied by.
  double factor(std::size_t n) const {
    const double effect = source_.design_effect ? source_.design_effect->value : 1;
    if (!source_.population) return effect;
    return effect * std::max(least_unsampled, 1 - static_cast<double>(n) / static_cast<double>(source_.population->value));
  }
  void apply(std::size_t n, AnswerSums& sums) const {
    sums.weight_squares *= factor(n);
    sums.top_two_weights.all_squares *= factor(n);
    sums.bottom_two_weights.all_squares *= factor(n);
  }
  void apply(TouchpointAnswers& answers) const {
    const std::size_t n = answers.actual.n, thumbs = answers.thumbs_up + answers.thumbs_down;
    for (AnswerSums& sums : answers.by_persona) apply(n, sums);
    for (PersonaAnswers& also : answers.also_by_persona) {
      apply(answers.desired.n, also.desired);
      apply(answers.importance.n, also.importance);
      also.thumb_weights.all_squares *= factor(thumbs);
    }
    answers.thumb_weights.all_squares *= factor(thumbs);
    apply(answers.desired.n, answers.desired);
    apply(answers.importance.n, answers.importance);
    apply(n, answers.actual);
  }
  void apply(std::size_t n, OutcomeAnswers& outcome) const {
    apply(n, outcome.score);
    outcome.recommendation.weight_squares *= factor(n);
    for (TouchpointPairs& pairs : outcome.pairs) pairs.sums.weight_squares *= factor(n);
    for (OutcomeAnswers& of_persona : outcome.by_persona) apply(n, of_persona);
  }
  void apply(RespondentAnswers& respondents) const {
    for (std::size_t i = 0, at = 0; i < respondents.questions.size(); ++i) {
      for (std::size_t j = 0; j <= i; ++j, ++at)
        respondents.covariances[at] *= std::sqrt(factor(respondents.questions[i].n) * factor(respondents.questions[j].n));
    }
  }
  void apply(NamedRespondents& named) const {
    for (NamedAnswer& answer : named.answers) answer.adds *= std::sqrt(factor(named.questions[answer.question].n));
  }

 private:
  const SurveySource& source_;
};

/// Kish's effective n.
double effective_n(double weight, double weight_squares) {
  return weight_squares > 0 ? weight / weight_squares * weight : 0;
}

double variance_of_mean(const AnswerSums& sums) {
  const double n = effective_n(sums.weight, sums.weight_squares);
  return n > 1 ? sums.squares / sums.weight / (n - 1) : 0;
}

/// What a variance is multiplied by where answers come in clusters; never narrower than answers of their own. How far clusters differ is
/// not known of a single one: whatever `n` answers it has, it counts as one.
double cluster_effect(double as_if_apart, std::size_t clusters, double variance, double n) {
  if (clusters == 1) return std::max(1.0, n);
  const auto count = static_cast<double>(clusters);
  const double effect = as_if_apart > 0 ? count / (count - 1) * variance / as_if_apart : 1;
  return std::isfinite(effect) ? std::max(1.0, effect) : 1;
}

void widen(double effect, std::size_t clusters, AnswerSums& sums) {
  if (sums.n == 0) return;
  sums.clusters = clusters;
  sums.weight_squares *= effect;
  sums.top_two_weights.all_squares *= effect;
  sums.bottom_two_weights.all_squares *= effect;
}

void widen(AnswerSums& sums, const RespondentAnswers& clusters, std::size_t question) {
  const double n = effective_n(sums.weight, sums.weight_squares);
  widen(cluster_effect(variance_of_mean(sums), clusters.clusters, clusters.covariance(question, question), n), clusters.clusters, sums);
}

/// Null where the persona has none.
AnswerSums* sums_of(const RespondentQuestion& question, const std::optional<std::size_t>& persona, TouchpointAnswers& answers) {
  if (!persona) return question.is_wish ? &answers.desired : &answers.actual;
  if (question.is_wish) return *persona < answers.also_by_persona.size() ? &answers.also_by_persona[*persona].desired : nullptr;
  return *persona < answers.by_persona.size() ? &answers.by_persona[*persona] : nullptr;
}

void widen_by_clusters(SourceAnswers& answers) {
  for (const RespondentAnswers& of : answers.respondents) {
    if (of.clusters == 0) continue;
    for (std::size_t i = 0; i < of.questions.size(); ++i) {
      TouchpointAnswers& touchpoint = answers.touchpoints[of.questions[i].touchpoint];
      AnswerSums* const sums = sums_of(of.questions[i], of.persona, touchpoint);
      if (sums && sums->n > 0) widen(*sums, of, i);
    }
  }
}

/// Of a mean whose square's mean is `squares`, in its own weights.
double variance_of_mean(double mean, double squares, double weight, double weight_squares) {
  const double n = effective_n(weight, weight_squares);
  return n > 1 ? (squares - mean * mean) / (n - 1) : 0;
}

/// A persona's thumbs and answers are taken to go together as those of all do.
void widen_thumbs(const ClusteredFigure& figure, TouchpointAnswers& touchpoint) {
  const ShareWeights& all = touchpoint.thumb_weights;
  if (!(all.all > 0)) return;
  const double share = all.within / all.all;
  const double as_if_apart = variance_of_mean(share, share, all.all, all.all_squares);
  const double effect = cluster_effect(as_if_apart, figure.clusters, figure.variance, effective_n(all.all, all.all_squares));
  touchpoint.thumb_weights.all_squares *= effect;
  for (PersonaAnswers& persona : touchpoint.also_by_persona) persona.thumb_weights.all_squares *= effect;
}

void widen_outcome(const ClusteredFigure& figure, OutcomeAnswers& outcome) {
  const RecommendationCounts& counts = outcome.recommendation;
  const double net = counts.weight > 0 ? (counts.promoter_weight - counts.detractor_weight) / counts.weight : 0;
  const double squares = counts.weight > 0 ? (counts.promoter_weight + counts.detractor_weight) / counts.weight : 0;
  const double as_if_apart =
      counts.n > 0 ? variance_of_mean(net, squares, counts.weight, counts.weight_squares) : variance_of_mean(outcome.score);
  const double n =
      counts.n > 0 ? effective_n(counts.weight, counts.weight_squares) : effective_n(outcome.score.weight, outcome.score.weight_squares);
  const double effect = cluster_effect(as_if_apart, figure.clusters, figure.variance, n);
  const auto widen_all = [&](OutcomeAnswers& of) {
    of.recommendation.weight_squares *= effect;
    widen(effect, figure.clusters, of.score);
  };
  widen_all(outcome);
  for (OutcomeAnswers& persona : outcome.by_persona) widen_all(persona);
}

void widen_clustered(SourceAnswers& answers) {
  for (const ClusteredFigure& figure : answers.clustered) {
    if (figure.is_thumb)
      widen_thumbs(figure, answers.touchpoints[figure.place]);
    else
      widen_outcome(figure, answers.outcomes[figure.place]);
  }
}

/// How many people there are who can have answered, and what completes "which is more than …" where more did.
struct People {
  std::optional<Count> count;
  std::string_view advice;
};

void report_too_few(const SourceContext& context, const SourceAnswers& answers, const People& people, Findings& findings) {
  if (!people.count) return;
  std::size_t most = 0, where = 0;
  for (std::size_t i = 0; i < answers.touchpoints.size(); ++i) {
    if (answers.touchpoints[i].actual.n > most) most = answers.touchpoints[i].actual.n, where = i;
  }
  if (most <= people.count->value) return;
  findings
      .report("bad-value", people.count->span,
              fmt::format("{} answered at '{}', which is more than {}", most, context.workspace.touchpoints[where].id.value, people.advice))
      .subjects = {context.source.id.value};
}

}  // namespace

void apply_sample_design(const SourceContext& context, SourceAnswers& answers, Findings& findings) {
  const People there_are{context.source.population, "there are; 'population' counts all who could have answered"};
  const People were_asked{context.source.asked, "were asked; 'asked' counts those who did not answer, too"};
  for (const People& people : {there_are, were_asked}) report_too_few(context, answers, people, findings);
  widen_by_clusters(answers);
  widen_clustered(answers);
  const Design design(context.source);
  if (!design.is_declared()) return;
  for (RespondentAnswers& respondents : answers.respondents) design.apply(respondents);
  if (answers.named) design.apply(*answers.named);
  for (TouchpointAnswers& touchpoint : answers.touchpoints) design.apply(touchpoint);
  for (OutcomeAnswers& outcome : answers.outcomes) design.apply(outcome.score.n + outcome.recommendation.n, outcome);
}

}  // namespace mot::evidence

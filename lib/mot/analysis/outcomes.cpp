#include "mot/analysis/outcomes.h"

#include <algorithm>
#include <tuple>

namespace mot {
namespace {

const SourceOutcome& outcome_of(const Workspace& workspace, const OutcomeFigures& figures) {
  return workspace.sources[figures.source].outcomes[figures.outcome];
}

const std::string& own_name(const SourceOutcome& outcome) {
  return outcome.name ? outcome.name->value : outcome.id.value;
}

/// The counts that the weights amount to: their shares, of the effective n.
std::optional<Recommendations> recommendations_of(const RecommendationCounts& counts) {
  if (!(counts.weight > 0) || !(counts.weight_squares > 0)) return std::nullopt;
  const double n = counts.weight / counts.weight_squares * counts.weight;
  return Recommendations{n, n * (counts.promoter_weight / counts.weight), n * (counts.detractor_weight / counts.weight)};
}

/// Whether the pairs are enough to tell anything, and more than there were before.
bool is_more(const PairSums& sums, std::size_t before) {
  return sums.n >= fewest_pairs && sums.n > before;
}

}  // namespace

OutcomeFigures outcome_figures(const OutcomeAnswers& answers, const Scale& scale) {
  OutcomeFigures figures{.source = answers.source, .outcome = answers.outcome, .n = 0, .value = {}, .interval = {}};
  figures.lost = answers.lost;
  if (answers.recommendation.n > 0) {
    figures.n = answers.recommendation.n;
    figures.recommendations = recommendations_of(answers.recommendation);
    const auto& of = figures.recommendations;
    if (const auto score = of ? net_promoter(of->promoters, of->detractors, of->n) : std::nullopt) {
      figures.value = score->value;
      figures.interval = score->interval;
    }
  } else if (const auto mean = measured(answers.score, scale)) {
    figures.n = mean->n;
    figures.mean = mean;
    figures.value = mean->mean;
    figures.interval = mean->interval;
  }
  return figures;
}

std::optional<Derivation> derivation_of(const Answers& answers, std::size_t touchpoint) {
  std::optional<Derivation> derivation;
  for (const OutcomeAnswers& outcome : answers.outcomes) {
    for (const auto& [about, sums] : outcome.pairs) {
      if (about == touchpoint && is_more(sums, derivation ? derivation->sums.n : 0)) derivation = {outcome.source, outcome.outcome, sums};
    }
  }
  return derivation;
}

void find_derived_importance(const Answers& answers, std::vector<Figures>& figures) {
  std::vector<std::size_t> most(figures.size());
  for (const OutcomeAnswers& outcome : answers.outcomes) {
    for (const auto& [touchpoint, sums] : outcome.pairs) {
      if (!is_more(sums, most[touchpoint])) continue;
      most[touchpoint] = sums.n;
      figures[touchpoint].derived_importance = pearson(sums);
      figures[touchpoint].derived_importance_n = sums.n;
      figures[touchpoint].derived_importance_interval = pearson_interval(sums);
    }
  }
}

std::string outcome_name(const Workspace& workspace, std::span<const OutcomeFigures> all, const OutcomeFigures& figures) {
  const std::string& name = own_name(outcome_of(workspace, figures));
  const auto is_called_so = [&](const OutcomeFigures& other) {
    return other.source != figures.source && own_name(outcome_of(workspace, other)) == name;
  };
  if (std::ranges::none_of(all, is_called_so)) return name;
  const SurveySource& source = workspace.sources[figures.source];
  return name + ", " + (source.name ? source.name->value : source.id.value);
}

const OutcomeFigures* newest_recommendation(const Workspace& workspace, const Answers& answers, const Analysis& analysis) {
  const auto weight_of = [&](const OutcomeFigures& figures) {
    const auto newest = figures.source < answers.sources.size() ? answers.sources[figures.source].newest : std::nullopt;
    return std::tuple(newest.has_value(), newest.value_or(Date{}), figures.n);
  };
  const OutcomeFigures* found = nullptr;
  for (const OutcomeFigures& figures : analysis.outcomes) {
    if (outcome_of(workspace, figures).kind.value != OutcomeKind::nps || !figures.value) continue;
    if (!found || weight_of(figures) > weight_of(*found)) found = &figures;
  }
  return found;
}

}  // namespace mot

#include "mot/analysis/priorities.h"

#include <algorithm>
#include <cmath>
#include <string_view>
#include <tuple>

namespace mot {
namespace {

using Priority = std::optional<double>;

/// What a priority is made of.
struct Ground {
  const Analysis& analysis;
  const Touchpoint& touchpoint;
  const Figures& figures;
  const TouchpointAnswers& answers;
  const Scale& scale;
};

Priority by_weight(const Ground& ground) {
  return weighted_priority(ground.figures, ground.touchpoint.moment_of_truth.value, ground.scale);
}
Priority by_quadrant(const Ground& ground) {
  if (!ground.analysis.crosshair) return std::nullopt;
  return ipa_priority(ground.figures, *ground.analysis.crosshair, ground.analysis.importance_basis, ground.scale);
}
Priority by_opportunity(const Ground& ground) {
  return opportunity(ground.answers);
}
/// Expectation less perception, so that here too more is worse.
Priority by_expectation(const Ground& ground) {
  return ground.figures.gaps.customer;
}

using PriorityOf = Priority (*)(const Ground&);
/// In the order of Method.
constexpr std::array<PriorityOf, names_of<Method>.size()> methods = {by_weight, by_quadrant, by_opportunity, by_expectation};

/// What is compared to rank two touchpoints: the smaller comes first.
using RankingKey = std::tuple<bool, int, double, double, std::string_view>;

/// The same for priorities that differ by floating arithmetic alone, so that a tie is one.
double comparable(double priority, Method method, const Scale& scale) {
  const double unit = method == Method::servqual && scale.range() > 0 ? scale.range() : 1;
  return std::round(priority / unit / rounding_slack);
}

RankingKey ranking_key_of(const Workspace& workspace, const Analysis& analysis, std::size_t touchpoint) {
  const Figures& figures = analysis.touchpoints[touchpoint];
  const int quadrant = analysis.method == Method::ipa && figures.quadrant ? static_cast<int>(*figures.quadrant) : 0;
  const double priority = comparable(figures.priority.value_or(0), analysis.method, workspace.project.scale);
  return {is_uncertain(figures), quadrant, -priority, -figures.importance.value_or(0), workspace.touchpoints[touchpoint].id.value};
}

void sort_by_place(const Workspace& workspace, const Analysis& analysis, std::vector<std::size_t>& touchpoints) {
  std::ranges::stable_sort(touchpoints, {}, [&](std::size_t touchpoint) { return ranking_key_of(workspace, analysis, touchpoint); });
}

void sort_blind_spots(const Workspace& workspace, const Analysis& analysis, std::vector<std::size_t>& touchpoints) {
  std::ranges::stable_sort(touchpoints, {}, [&](std::size_t touchpoint) {
    return std::tuple(-analysis.touchpoints[touchpoint].importance.value_or(0),
                      std::string_view(workspace.touchpoints[touchpoint].id.value));
  });
}

double top_two_share(const AnswerSums& sums) {
  const ShareWeights weights = sums.top_two_share().known_weights();
  return weights.within / weights.all;
}

}  // namespace

bool is_uncertain(const Figures& figures) {
  return figures.actual_kind && figures.actual_kind != ActualKind::judged && !figures.is_established;
}

std::optional<double> weighted_priority(const Figures& figures, bool is_moment_of_truth, const Scale& scale) {
  if (!figures.importance || !figures.gap || !(scale.range() > 0)) return std::nullopt;
  const double factor = is_moment_of_truth ? moment_of_truth_factor : 1;
  return finite(*figures.importance / 5 * (std::max(*figures.gap, 0.0) / scale.range()) * factor);
}

std::optional<double> opportunity(const TouchpointAnswers& answers) {
  if (answers.importance.top_two_of == 0 || answers.actual.top_two_of == 0) return std::nullopt;
  const double importance = 10 * top_two_share(answers.importance), satisfaction = 10 * top_two_share(answers.actual);
  return importance + std::max(importance - satisfaction, 0.0);
}

std::optional<double> plotted_importance(const Figures& figures, ImportanceBasis basis) {
  return basis == ImportanceBasis::stated ? figures.importance : figures.derived_importance;
}

double importance_range(ImportanceBasis basis) {
  return basis == ImportanceBasis::stated ? 4 : 2;
}

std::optional<double> ipa_priority(const Figures& figures, const Crosshair& crosshair, ImportanceBasis basis, const Scale& scale) {
  const auto importance = plotted_importance(figures, basis);
  if (!importance || !figures.actual || !(scale.range() > 0)) return std::nullopt;
  return finite((*importance - crosshair.importance) / importance_range(basis) - (*figures.actual - crosshair.actual) / scale.range());
}

std::optional<Crosshair> crosshair_of(std::span<const Figures> figures, ImportanceBasis basis) {
  Crosshair sum;
  double n = 0;
  for (const Figures& of : figures) {
    const auto importance = plotted_importance(of, basis);
    if (!importance || !of.actual) continue;
    sum.importance += *importance;
    sum.actual += *of.actual;
    ++n;
  }
  const Crosshair mean{sum.importance / n, sum.actual / n};
  return finite(mean.importance) && finite(mean.actual) ? std::optional(mean) : std::nullopt;
}

void find_quadrant(const Crosshair& crosshair, ImportanceBasis basis, const Scale& scale, Figures& figures) {
  const auto plotted = plotted_importance(figures, basis);
  if (!plotted || !figures.actual || !(scale.range() > 0)) return;
  const double importance = (*plotted - crosshair.importance) / importance_range(basis);
  const double actual = (*figures.actual - crosshair.actual) / scale.range();
  const bool is_important = importance >= -rounding_slack, is_good = actual >= -rounding_slack;
  figures.quadrant = is_important ? (is_good ? Quadrant::keep_up_the_good_work : Quadrant::concentrate_here)
                                  : (is_good ? Quadrant::possible_overkill : Quadrant::low_priority);
  figures.distance_to_crosshair = finite(std::min(std::abs(importance), std::abs(actual)));
}

bool falls_far_short(const Figures& figures) {
  return figures.gap_class == GapClass::orange || figures.gap_class == GapClass::red;
}

std::string beside_quadrant(const Figures& figures, const Wording& wording) {
  const bool is_friendly = figures.quadrant && *figures.quadrant != Quadrant::concentrate_here;
  return is_friendly && falls_far_short(figures) ? wording("falls far short: mend it all the same") : "";
}

void rank(const Workspace& workspace, const Answers& answers, Analysis& analysis) {
  for (std::size_t i = 0; i < analysis.touchpoints.size(); ++i) {
    Figures& figures = analysis.touchpoints[i];
    const auto priority_of = methods[static_cast<std::size_t>(analysis.method)];
    figures.priority = priority_of({analysis, workspace.touchpoints[i], figures, answers.of(i), workspace.project.scale});
    (figures.priority ? analysis.ranking : analysis.blind_spots).push_back(i);
  }
  sort_by_place(workspace, analysis, analysis.ranking);
  sort_blind_spots(workspace, analysis, analysis.blind_spots);
  for (std::size_t i = 0; i < analysis.ranking.size(); ++i) analysis.touchpoints[analysis.ranking[i]].rank = i + 1;
}

}  // namespace mot

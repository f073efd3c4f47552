#include "mot/analysis/compare/figures_of_wave.h"

#include <algorithm>

#include "mot/analysis/gaps.h"
#include "mot/analysis/scores.h"

namespace mot {
namespace {

struct ValueOf {
  double operator()(const Share& share) const { return 100 * share.value; }
  double operator()(const Measurement& mean) const { return mean.mean; }
  double operator()(const DeliveredFigure& delivered) const { return delivered.value; }
  double operator()(const Recommendations& answers) const { return 100 * (answers.promoters - answers.detractors) / answers.n; }
};

struct NOf {
  double operator()(const Share& share) const { return share.n_effective; }
  double operator()(const Measurement& mean) const { return mean.n_effective; }
  double operator()(const DeliveredFigure& delivered) const { return delivered.moments.n - answers_at_ends; }
  double operator()(const Recommendations& answers) const { return answers.n; }
};

/// Tests two figures of one kind; of two kinds there is nothing to test.
struct Tested {
  const ChangeTest& test;

  std::optional<Difference> operator()(const Share& first, const Share& second) const {
    Difference change = share_change(first, second);
    change.value *= 100;
    change.interval = {100 * change.interval.low, 100 * change.interval.high};
    if (test.margin) change.p_beyond_margin = p_share_change_beyond(first, second, *test.margin);
    return change;
  }
  std::optional<Difference> operator()(const Measurement& first, const Measurement& second) const {
    return mean_change(first, second, test);
  }
  std::optional<Difference> operator()(const Recommendations& first, const Recommendations& second) const {
    constexpr double range = 200;
    auto change = net_promoter_change(first, second);
    if (change && test.margin) change->p_beyond_margin = p_net_promoter_change_beyond(first, second, *test.margin * range);
    return change;
  }
  std::optional<Difference> operator()(const DeliveredFigure& first, const DeliveredFigure& second) const {
    constexpr double range = 100;
    const auto tested = panel_difference(first.moments, second.moments, test.shared);
    auto change = tested ? tested->tested() : std::nullopt;
    if (!change) return std::nullopt;
    change->value = second.value - first.value;
    change->interval = {std::max(change->interval.low, -range), std::min(change->interval.high, range)};
    if (test.margin) change->p_beyond_margin = tested->p_beyond(*test.margin * range);
    return change;
  }
  template <class First, class Second>
  std::optional<Difference> operator()(const First&, const Second&) const {
    return std::nullopt;
  }
};

}  // namespace

double WaveFigure::value() const {
  return std::visit(ValueOf{}, known);
}

double WaveFigure::n() const {
  return std::visit(NOf{}, known);
}

std::vector<WaveFigure> shares_of(const std::string& id, const Figures& figures, const TouchpointAnswers* answers) {
  std::vector<WaveFigure> shares;
  const auto add = [&](Measure measure, const std::optional<Share>& share, double lost = 0) {
    if (share) shares.push_back({measure, id, "", *share, lost});
  };
  add(Measure::thumbs_up, figures.thumbs, figures.lost.thumbs);
  if (answers) add(Measure::top_two, share_of(answers->actual.top_two_share()));
  add(Measure::standard_kept, figures.standard_kept);
  add(Measure::promise_kept, figures.promise_kept);
  return shares;
}

bool is_tested_by_itself(Measure measure) {
  return measure != Measure::top_two;
}

std::optional<WaveFigure> delivered_in(const Analysis& analysis) {
  const Delivered& delivered = analysis.all.delivered;
  if (!delivered.value || !delivered.moments || delivered.known < delivered.judged + 2) return std::nullopt;
  return WaveFigure{Measure::delivered, "", "",
                    DeliveredFigure{*delivered.value, *delivered.moments, delivered.interval_kind.value_or(IntervalKind::respondents)}};
}

std::vector<DeliveredGround> ground_of(const Workspace& workspace, const Analysis& analysis) {
  std::vector<DeliveredGround> ground;
  for (std::size_t i = 0; i < analysis.touchpoints.size(); ++i) {
    const Figures& figures = analysis.touchpoints[i];
    if (!figures.importance || !figures.target || !figures.actual) continue;
    const Touchpoint& touchpoint = workspace.touchpoints[i];
    ground.push_back(
        {touchpoint.id.value, *figures.importance, *figures.target, !touchpoint.importance.has_value(), is_target_asked(figures)});
  }
  return ground;
}

bool is_same_ground(const std::vector<DeliveredGround>& before, const std::vector<DeliveredGround>& after) {
  return std::ranges::equal(before, after, [](const DeliveredGround& one, const DeliveredGround& other) {
    const bool is_importance_asked = one.is_importance_asked || other.is_importance_asked;
    const bool is_target_asked = one.is_target_asked || other.is_target_asked;
    return one.id == other.id && (is_importance_asked || one.importance == other.importance) &&
           (is_target_asked || one.target == other.target);
  });
}

std::vector<WaveFigure> outcomes_of(const Workspace& workspace, const Analysis& analysis) {
  std::vector<WaveFigure> outcomes;
  for (const OutcomeFigures& figures : analysis.outcomes) {
    const SurveySource& source = workspace.sources[figures.source];
    const std::string& id = source.outcomes[figures.outcome].id.value;
    if (figures.recommendations) outcomes.push_back({Measure::outcome, id, source.id.value, *figures.recommendations, figures.lost});
    if (figures.mean) outcomes.push_back({Measure::outcome, id, source.id.value, *figures.mean, figures.lost});
  }
  return outcomes;
}

const WaveFigure* counterpart_of(const WaveFigure& figure, const std::vector<WaveFigure>& others) {
  const auto is_namesake = [&](const WaveFigure& other) { return other.measure == figure.measure && other.id == figure.id; };
  const auto is_same = [&](const WaveFigure& other) { return is_namesake(other) && other.source == figure.source; };
  const auto same = std::ranges::find_if(others, is_same);
  if (same != others.end()) return &*same;
  return std::ranges::count_if(others, is_namesake) == 1 ? &*std::ranges::find_if(others, is_namesake) : nullptr;
}

bool is_lost(const WaveFigure& figure, const std::vector<WaveFigure>& before, const std::vector<WaveFigure>& after) {
  if (!is_tested_by_itself(figure.measure)) return false;
  const WaveFigure* const later = counterpart_of(figure, after);
  const WaveFigure* const earlier = later ? counterpart_of(*later, before) : nullptr;
  return !earlier || earlier->source != figure.source;
}

std::optional<Difference> change_between(const WaveFigure& first, const WaveFigure& second, const ChangeTest& test) {
  if (is_under(first.n(), fewest_answers) || is_under(second.n(), fewest_answers)) return std::nullopt;
  return std::visit(Tested{test}, first.known, second.known);
}

ChangeKind kind_of_change(const WaveFigure& figure, const Shared& shared) {
  if (figure.is_share()) return ChangeKind::newcombe;
  if (std::holds_alternative<Recommendations>(figure.known)) return ChangeKind::adjusted_wald;
  if (shared.respondents > 0) return ChangeKind::paired;
  const auto* delivered = std::get_if<DeliveredFigure>(&figure.known);
  if (!delivered || delivered->kind == IntervalKind::mean) return ChangeKind::welch;
  return delivered->kind == IntervalKind::clusters       ? ChangeKind::clusters
         : delivered->kind == IntervalKind::as_if_others ? ChangeKind::as_if_others
                                                         : ChangeKind::respondents;
}

}  // namespace mot

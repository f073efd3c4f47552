#include "mot/analysis/compare/diff.h"

#include <algorithm>
#include <iterator>
#include <unordered_map>

#include "mot/analysis/at_worst.h"
#include "mot/analysis/compare/kpi_changes.h"
#include "mot/analysis/compare/renames.h"
#include "mot/analysis/delivered.h"
#include "mot/analysis/scores.h"
#include "mot/analysis/sets.h"
#include "mot/analysis/statistics.h"
#include "mot/analysis/surroundings.h"

namespace mot {
namespace {

std::unordered_map<std::string_view, std::size_t> places_of(const Workspace& workspace) {
  std::unordered_map<std::string_view, std::size_t> places;
  for (std::size_t i = 0; i < workspace.touchpoints.size(); ++i) places.emplace(workspace.touchpoints[i].id.value, i);
  return places;
}

/// The touchpoints that both states have, in the order of the new one.
std::vector<Pair> pairs_of(const Workspace& before, const Workspace& after, const std::vector<Pair>& renamed) {
  const auto places = places_of(before);
  std::vector<Pair> pairs = renamed;
  for (std::size_t i = 0; i < after.touchpoints.size(); ++i) {
    const auto place = places.find(after.touchpoints[i].id.value);
    if (place != places.end()) pairs.push_back({place->second, i});
  }
  std::ranges::sort(pairs, {}, &Pair::after);
  return pairs;
}

/// The ids that stand in no pair; `side` is the one of a pair that is theirs.
std::vector<std::string> unpaired(const Workspace& workspace, const std::vector<Pair>& pairs, std::size_t Pair::*side) {
  std::vector<bool> is_paired(workspace.touchpoints.size());
  for (const Pair& pair : pairs) is_paired[pair.*side] = true;
  std::vector<std::string> ids;
  for (std::size_t i = 0; i < is_paired.size(); ++i) {
    if (!is_paired[i]) ids.push_back(workspace.touchpoints[i].id.value);
  }
  return ids;
}

std::vector<FieldChange> changes_of(const Workspace& before, const Workspace& after, const std::vector<Pair>& pairs) {
  const std::vector<std::string> stages_before = stages_by_touchpoint(before), stages_after = stages_by_touchpoint(after);
  std::vector<FieldChange> changes;
  const auto compare = [&](const std::string& id, std::string_view field, FieldValue one, FieldValue other) {
    if (one != other) changes.push_back({id, field, std::move(one), std::move(other)});
  };
  for (const auto& [one, other] : pairs) {
    const Touchpoint &old_one = before.touchpoints[one], &new_one = after.touchpoints[other];
    if (old_one != new_one) {  // most are the same, and found to be much sooner than what they say is put in words
      const auto fields = compared_fields();
      auto old_values = field_values_of(old_one), new_values = field_values_of(new_one);
      for (std::size_t i = 0; i < fields.size(); ++i) {
        compare(new_one.id.value, fields[i], std::move(old_values[i]), std::move(new_values[i]));
      }
    }
    const auto placed = [](const std::string& stages) { return stages.empty() ? std::nullopt : FieldValue(stages); };
    compare(new_one.id.value, "stages", placed(stages_before[one]), placed(stages_after[other]));
  }
  return changes;
}

/// What happened to the things of one kind: first what changed or came, in the order of the new state, then what went.
void compare_surroundings(const SurroundingKind& kind, const Wave& before, const Wave& after, std::vector<SurroundingChange>& changes) {
  const auto old_ones = kind.describe(before.workspace), new_ones = kind.describe(after.workspace);
  std::unordered_map<std::string_view, const DescribedThing*> gone;
  for (const DescribedThing& thing : old_ones) gone.emplace(thing.id, &thing);
  for (const DescribedThing& thing : new_ones) {
    const auto found = gone.find(thing.id);
    if (found == gone.end()) {
      if (kind.mention == Mention::always) changes.push_back({kind.name, thing.id, Happening::added, {}, {}, {}});
      continue;
    }
    for (std::size_t i = 0; i < kind.fields.size(); ++i) {
      const FieldValue &one = found->second->values[i], &other = thing.values[i];
      if (one != other) changes.push_back({kind.name, thing.id, Happening::changed, kind.fields[i], one, other});
    }
    gone.erase(found);
  }
  if (kind.mention == Mention::if_changed) return;
  for (const DescribedThing& thing : old_ones) {
    if (gone.contains(thing.id)) changes.push_back({kind.name, thing.id, Happening::removed, {}, {}, {}});
  }
}

AnswerSums sums_behind(const Wave& wave, std::size_t touchpoint) {
  return customers_scores(wave.workspace.touchpoints[touchpoint], wave.answers.of(touchpoint).actual, {wave.answers.from, wave.answers.to},
                          wave.workspace.project.scale);
}

bool is_measured(const Figures& figures) {
  return figures.actual_kind == ActualKind::measured;
}

/// What the test of a pair says before it is adjusted for how many are compared.
std::optional<Difference> tested(const Figures& before, const Figures& after, const ChangeTest& test) {
  if (!before.has_enough_answers || !after.has_enough_answers) return std::nullopt;
  return mean_change(*before.measurement, *after.measurement, test);
}

/// Two states, and how they are compared.
struct Comparison {
  const Wave& before;
  const Wave& after;
  const WavePanel& panel;
  std::optional<double> margin;
  const Scale& scale() const { return after.workspace.project.scale; }
};

/// A change that was tested, until p is adjusted, or could not be.
template <class AnyChange>
void put_test(const std::optional<Difference>& test, AnyChange& change) {
  change.verdict = test ? Change::no_evidence : Change::not_tested;
  if (!test) return;
  change.p = test->p;
  change.p_unchanged = test->p_beyond_margin;
  change.interval = test->interval;
}

ScoreChange score_change(const Comparison& compared, const Pair& pair) {
  const Wave &before = compared.before, &after = compared.after;
  const Figures &old_one = before.analysis.touchpoints[pair.before], &new_one = after.analysis.touchpoints[pair.after];
  ScoreChange change;
  change.id = after.workspace.touchpoints[pair.after].id.value;
  change.before = old_one.actual;
  change.after = new_one.actual;
  if (is_measured(old_one)) change.n_before = old_one.measurement->n;
  if (is_measured(new_one)) change.n_after = new_one.measurement->n;
  if (before.workspace.project.scale != after.workspace.project.scale) return change;
  if (old_one.actual && new_one.actual) change.change = finite(*new_one.actual - *old_one.actual);
  if (!is_measured(old_one) || !is_measured(new_one)) return change;
  const bool is_same = sums_behind(before, pair.before) == sums_behind(after, pair.after);
  if (is_same) {
    change.verdict = Change::same_data;
  } else {
    const MeanTerm then{pair.before, false, 1}, now{pair.after, false, 1};
    const Shared shared = compared.panel.shared({&then, 1}, {&now, 1});
    put_test(tested(old_one, new_one, {compared.scale(), compared.margin, shared}), change);
    if (change.interval) change.kind = shared.respondents > 0 ? ChangeKind::paired : ChangeKind::welch;
    change.in_both = shared.respondents;
  }
  return change;
}

FigureChange figure_change(const WaveFigure& before, const WaveFigure& after, const Comparison& compared, const Shared& shared = {}) {
  FigureChange change{.before = before, .after = after, .interval = {}, .p = {}};
  if (before.known == after.known) {
    change.verdict = Change::same_data;
  } else {
    put_test(change_between(before, after, {compared.scale(), compared.margin, shared}), change);
    if (change.interval)
      change.kind = kind_of_change(before, shared) == ChangeKind::as_if_others ? ChangeKind::as_if_others : kind_of_change(after, shared);
    change.in_both = shared.respondents;
    if (!is_tested_by_itself(after.measure)) {
      change.verdict = Change::by_mean;
      change.p.reset();
      change.p_unchanged.reset();
    }
  }
  return change;
}

std::vector<WaveFigure> shares_in(const Wave& wave, std::size_t touchpoint) {
  return shares_of(wave.workspace.touchpoints[touchpoint].id.value, wave.analysis.touchpoints[touchpoint], &wave.answers.of(touchpoint));
}

/// Of the same touchpoints on the same scale, by the same targets and importances.
std::optional<FigureChange> delivered_change(const Comparison& compared) {
  const Wave &before = compared.before, &after = compared.after;
  const auto one = delivered_in(before.analysis), other = delivered_in(after.analysis);
  if (!one || !other || before.workspace.project.scale != after.workspace.project.scale) return std::nullopt;
  if (!is_same_ground(ground_of(before.workspace, before.analysis), ground_of(after.workspace, after.analysis))) return std::nullopt;
  const Scale& scale = compared.scale();
  const Shared shared = compared.panel.shared(delivered_terms(before.analysis, all_touchpoints(before.workspace), scale).terms,
                                              delivered_terms(after.analysis, all_touchpoints(after.workspace), scale).terms);
  return figure_change(*one, *other, compared, shared);
}

/// The shares of touchpoints that both have, and the outcomes. Means on different scales are not compared.
std::vector<FigureChange> figure_changes(const Comparison& compared, const std::vector<Pair>& pairs) {
  const Wave &before = compared.before, &after = compared.after;
  std::vector<FigureChange> changes;
  for (const Pair& pair : pairs) {
    const auto old_ones = shares_in(before, pair.before);
    for (const WaveFigure& share : shares_in(after, pair.after)) {
      const auto old_one = std::ranges::find(old_ones, share.measure, &WaveFigure::measure);
      if (old_one != old_ones.end()) changes.push_back(figure_change(*old_one, share, compared));
    }
  }
  const auto old_ones = outcomes_of(before.workspace, before.analysis);
  for (const WaveFigure& outcome : outcomes_of(after.workspace, after.analysis)) {
    const WaveFigure* const old_one = counterpart_of(outcome, old_ones);
    const bool is_mean = std::holds_alternative<Measurement>(outcome.known);
    if (!old_one || (is_mean && before.workspace.project.scale != compared.scale())) continue;
    changes.push_back(figure_change(*old_one, outcome, compared));
  }
  if (auto change = delivered_change(compared)) changes.push_back(std::move(*change));
  return changes;
}

/// What was known of touchpoints that both have, or of the whole, and is not any more.
std::vector<WaveFigure> lost_figures(const Wave& before, const Wave& after, const std::vector<Pair>& pairs) {
  std::vector<WaveFigure> lost;
  const auto add_lost = [&](const std::vector<WaveFigure>& old_ones, const std::vector<WaveFigure>& new_ones) {
    std::ranges::copy_if(old_ones, std::back_inserter(lost), [&](const WaveFigure& figure) { return is_lost(figure, old_ones, new_ones); });
  };
  for (const Pair& pair : pairs) {
    std::vector<WaveFigure> old_ones = shares_in(before, pair.before);
    const std::string& id = after.workspace.touchpoints[pair.after].id.value;
    for (WaveFigure& figure : old_ones) figure.id = id;
    add_lost(old_ones, shares_in(after, pair.after));
  }
  add_lost(outcomes_of(before.workspace, before.analysis), outcomes_of(after.workspace, after.analysis));
  return lost;
}

Change verdict_on(double p, const std::optional<double>& p_unchanged, double change) {
  constexpr double level = 0.05;
  if (p < level) return change > 0 ? Change::better : Change::worse;
  return p_unchanged && *p_unchanged < level ? Change::unchanged : Change::no_evidence;
}

/// Adjusts some of the p values, all together.
void adjust(const std::vector<std::optional<double>*>& family) {
  std::vector<double> p;
  for (const auto* one : family) {
    if (*one) p.push_back(**one);
  }
  const std::vector<double> adjusted = holm(p);
  auto next = adjusted.begin();
  for (auto* one : family) {
    if (*one) *one = *next++;
  }
}

/// Adjusts p values, those of a change and those of none each in a family, and lets them decide.
void decide(Diff& diff) {
  std::vector<std::optional<double>*> of_change, of_none;
  const auto add = [&](auto& change) {
    of_change.push_back(&change.p);
    of_none.push_back(&change.p_unchanged);
  };
  for (ScoreChange& change : diff.scores) add(change);
  for (FigureChange& change : diff.figures) add(change);
  adjust(of_change);
  adjust(of_none);
  for (ScoreChange& change : diff.scores) {
    if (change.p && change.change) change.verdict = verdict_on(*change.p, change.p_unchanged, *change.change);
  }
  for (FigureChange& change : diff.figures) {
    if (change.p) change.verdict = verdict_on(*change.p, change.p_unchanged, change.change());
  }
}

/// Whether what was lost since, at worst, would make it worse; tested by itself.
bool is_worse(const std::optional<Difference>& test) {
  return test && test->p < 0.05 && test->value < 0;
}

/// The touchpoints and outcomes of the new state, what the old one lost of each, and what all would be at worst but for that.
struct Losses {
  const Wave& before;
  const Wave& after;
  KnownLoss known;
  std::optional<Analysis> worst;
};

Losses losses_between(const Wave& before, const Wave& after, const std::vector<Pair>& pairs) {
  Losses losses{before, after, {}, {}};
  losses.known.touchpoints.resize(after.workspace.touchpoints.size());
  for (const Pair& pair : pairs) losses.known.touchpoints[pair.after] = before.analysis.touchpoints[pair.before].lost;
  const auto old_ones = outcomes_of(before.workspace, before.analysis);
  for (const OutcomeFigures& figures : after.analysis.outcomes) {
    const SurveySource& source = after.workspace.sources[figures.source];
    const WaveFigure outcome{Measure::outcome, source.outcomes[figures.outcome].id.value, source.id.value, {}};
    const WaveFigure* const old_one = counterpart_of(outcome, old_ones);
    losses.known.outcomes.push_back(old_one ? old_one->lost : 0);
  }
  losses.worst = at_worst_beyond(losses.known, after.workspace, after.analysis);
  return losses;
}

bool may_hide(const WaveFigure& figure, const std::vector<WaveFigure>& old_ones, const Scale& scale) {
  const WaveFigure* const old_one = counterpart_of(figure, old_ones);
  return old_one && is_worse(change_between(*old_one, figure, {scale}));
}

/// Of answers of which both states lost as many, nothing is told.
void add_loss(LossChange change, const Diff& diff, std::vector<LossChange>& changes) {
  if (change.before == change.after) return;
  const auto score = std::ranges::find(diff.scores, change.of, &ScoreChange::id);
  const bool is_actual = change.question == "actual" && score != diff.scores.end();
  const bool is_told = is_actual ? score->verdict == Change::worse : std::ranges::any_of(diff.figures, [&](const FigureChange& figure) {
    return figure.after.id == change.of && name_of(figure.after.measure) == change.question && figure.verdict == Change::worse;
  });
  change.may_hide = change.may_hide && !is_told;
  changes.push_back(std::move(change));
}

std::vector<LossChange> loss_changes(const Wave& before, const Wave& after, const std::vector<Pair>& pairs, const Diff& diff) {
  const Losses losses = losses_between(before, after, pairs);
  const Scale& scale = after.workspace.project.scale;
  const bool is_same_scale = before.workspace.project.scale == scale;
  std::vector<LossChange> changes;
  for (const Pair& pair : pairs) {
    const std::string& id = after.workspace.touchpoints[pair.after].id.value;
    const Figures &old_one = before.analysis.touchpoints[pair.before], &new_one = after.analysis.touchpoints[pair.after];
    const Figures& worst = losses.worst ? losses.worst->touchpoints[pair.after] : new_one;
    const bool is_compared = is_same_scale && is_measured(old_one) && is_measured(worst) && worst.lost.lived > 0;
    add_loss({id, "actual", old_one.lost.lived, new_one.lost.lived, is_compared && is_worse(tested(old_one, worst, {scale}))}, diff,
             changes);
    const bool has_thumbs = old_one.thumbs && worst.thumbs && worst.lost.thumbs > 0;
    add_loss({id, name_of(Measure::thumbs_up), old_one.lost.thumbs, new_one.lost.thumbs,
              has_thumbs && is_worse(share_change(*old_one.thumbs, *worst.thumbs))},
             diff, changes);
  }
  const auto old_ones = outcomes_of(before.workspace, before.analysis);
  const auto worst_ones = losses.worst ? outcomes_of(after.workspace, *losses.worst) : std::vector<WaveFigure>{};
  for (const WaveFigure& outcome : outcomes_of(after.workspace, after.analysis)) {
    const WaveFigure* const old_one = counterpart_of(outcome, old_ones);
    const WaveFigure* const worst = counterpart_of(outcome, worst_ones);
    add_loss({outcome.id, name_of(Measure::outcome), old_one ? old_one->lost : 0, outcome.lost,
              is_same_scale && worst && worst->lost > 0 && may_hide(*worst, old_ones, scale)},
             diff, changes);
  }
  return changes;
}

}  // namespace

bool has_moved(const ScoreChange& change) {
  return change.before != change.after || (change.verdict && *change.verdict != Change::same_data);
}

bool has_moved(const FigureChange& change) {
  return change.verdict != Change::same_data;
}

bool differs(const Diff& diff) {
  const bool is_named = !diff.added.empty() || !diff.removed.empty() || !diff.renamed.empty();
  const bool is_written_otherwise = !diff.changed.empty() || !diff.surroundings.empty() || !diff.kpis.empty() || !diff.lost.empty() ||
                                    !diff.losses.empty() || diff.scale_before != diff.scale_after;
  const auto moves = [](const auto& change) { return has_moved(change); };
  return is_named || is_written_otherwise || std::ranges::any_of(diff.scores, moves) || std::ranges::any_of(diff.figures, moves) ||
         diff.delivered_before != diff.delivered_after || diff.coverage_before != diff.coverage_after;
}

Diff diff_of(const Wave& before, const Wave& after, const std::optional<double>& margin) {
  const WavePanel panel(before, after);
  const Comparison compared{before, after, panel, margin};
  const std::vector<Pair> renamed = renames_between(before.workspace, after.workspace);
  const std::vector<Pair> pairs = pairs_of(before.workspace, after.workspace, renamed);
  Diff diff{.added = unpaired(after.workspace, pairs, &Pair::after),
            .removed = unpaired(before.workspace, pairs, &Pair::before),
            .renamed = {},
            .changed = changes_of(before.workspace, after.workspace, pairs),
            .surroundings = {},
            .scores = {},
            .figures = figure_changes(compared, pairs),
            .kpis = {},
            .lost = lost_figures(before, after, pairs),
            .delivered_before = before.analysis.all.delivered,
            .delivered_after = after.analysis.all.delivered,
            .coverage_before = before.analysis.all.coverage,
            .coverage_after = after.analysis.all.coverage,
            .scale_before = before.workspace.project.scale,
            .scale_after = after.workspace.project.scale,
            .margin = margin,
            .panel = panel.sources()};
  for (const auto& [old_one, new_one] : renamed) {
    diff.renamed.push_back({before.workspace.touchpoints[old_one].id.value, after.workspace.touchpoints[new_one].id.value});
  }
  diff.kpis = kpi_changes(before.workspace, after.workspace, diff.renamed);
  for (const SurroundingKind& kind : surrounding_kinds()) compare_surroundings(kind, before, after, diff.surroundings);
  for (const Pair& pair : pairs) {
    ScoreChange change = score_change(compared, pair);
    if (change.before || change.after) diff.scores.push_back(std::move(change));
  }
  decide(diff);
  diff.losses = loss_changes(before, after, pairs, diff);
  return diff;
}

}  // namespace mot

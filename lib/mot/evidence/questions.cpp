#include "mot/evidence/questions.h"

#include <fmt/format.h>

#include <algorithm>

namespace mot::evidence {
namespace {

double rescaling_of(const AnswerTally& tally) {
  return tally.empty() ? 1 : static_cast<double>(tally.n()) / tally.weight();
}

/// Recommendations are counted as they are given, so they are rescaled onto their own scale.
Scale target_of(const SourceOutcome& outcome, const AnswerScale& scale, const SourceContext& context) {
  if (outcome.kind.value != OutcomeKind::nps) return context.workspace.project.scale;
  return {std::min(scale.min.value, scale.max.value), std::max(scale.min.value, scale.max.value)};
}

AnswerScale outcome_scale(const SourceOutcome& outcome, const SourceContext& context, ColumnFinder& finder) {
  if (outcome.kind.value != OutcomeKind::nps) return scale_of(outcome.scale, context);
  if (!outcome.scale) return {{0, outcome.kind.span}, {10, outcome.kind.span}, {}};
  const auto [low, high] = std::minmax(outcome.scale->min.value, outcome.scale->max.value);
  if ((low != 0 && low != 1) || high != 10) {
    finder.fail("bad-value", outcome.scale->max.span,
                "a net promoter question is asked from 0 to 10; on another scale it is of kind 'score'");
  }
  return *outcome.scale;
}

}  // namespace

AnswerScale scale_of(const std::optional<AnswerScale>& own, const SourceContext& context) {
  if (own) return *own;
  if (context.source.scale) return *context.source.scale;
  const Scale& scale = context.workspace.project.scale;
  return {{scale.min, context.source.span}, {scale.max, context.source.span}, {}};
}

AnswerTally QuestionTally::all() const {
  AnswerTally all;
  for (const AnswerTally& tally : by_persona_) all.join(tally);
  return all;
}

bool QuestionTally::empty() const {
  return std::ranges::all_of(by_persona_, [](const AnswerTally& tally) { return tally.empty(); });
}

AnswerSums QuestionTally::sums(const ScoreReader& scale) const {
  const AnswerTally tally = all();
  return tally.sums(scale.conversion(), rescaling_of(tally), scale.knows_top_two());
}

void QuestionTally::join_personas(const ScoreReader& scale, std::vector<AnswerSums>& into) const {
  const double weight_factor = rescaling_of(all());
  for (std::size_t i = 0; i < into.size(); ++i) into[i].join(by_persona_[i].sums(scale.conversion(), weight_factor, scale.knows_top_two()));
}

void take_newer(std::optional<Date>& newest, const std::optional<Day>& day) {
  if (day && (!newest || date_of(*day) > *newest)) newest = date_of(*day);
}

OutcomeReader::OutcomeReader(const SourceContext& context, ColumnFinder& finder, std::size_t outcome, const Text& column,
                             std::size_t questions)
    : declared_(context.source.outcomes[outcome]),
      index_(outcome),
      filter_(finder, declared_.where),
      column_(finder, column, outcome_scale(declared_, context, finder),
              target_of(declared_, outcome_scale(declared_, context, finder), context),
              fmt::format("{} {}", name_of(declared_.kind.value), declared_.id.value)),
      pairs_(declared_.derives_importance.value ? questions : 0) {}

ScoreCell OutcomeReader::read(const CsvRow& row, const RowFacts& facts) {
  const ScoreCell cell = column_.read(row);
  if (cell.kind != CellKind::answer) return cell;
  tally_.add({cell.position, facts.weight, cell.is_top_two});
  if (declared_.kind.value == OutcomeKind::nps) count_recommendation(cell, facts.weight);
  return cell;
}

void OutcomeReader::count_recommendation(const ScoreCell& cell, double weight) {
  const double answer = conversion().at_low + conversion().slope * cell.position;
  if (answer >= 9) {
    ++promoters_;
    promoter_weight_.add(weight);
  } else if (answer <= 6) {
    ++detractors_;
    detractor_weight_.add(weight);
  }
}

RecommendationCounts OutcomeReader::recommendation() const {
  const double weight_factor = rescaling_of(tally_);
  const AnswerSums sums = tally_.sums(conversion(), weight_factor, false);
  return {sums.n,
          promoters_,
          detractors_,
          sums.weight,
          weight_factor * promoter_weight_.value(),
          weight_factor * detractor_weight_.value(),
          sums.weight_squares};
}

OutcomeAnswers OutcomeReader::answers() const {
  OutcomeAnswers answers;
  answers.outcome = index_;
  if (declared_.kind.value == OutcomeKind::nps) {
    answers.recommendation = recommendation();
  } else {
    answers.score = tally_.sums(conversion(), rescaling_of(tally_), column_.scale().knows_top_two());
  }
  return answers;
}

std::vector<OutcomeReader> outcome_readers(const SourceContext& context, ColumnFinder& finder, const Text* default_column,
                                           std::size_t questions) {
  std::vector<OutcomeReader> readers;
  for (std::size_t i = 0; i < context.source.outcomes.size(); ++i) {
    const SourceOutcome& outcome = context.source.outcomes[i];
    const Text* column = outcome.column ? &*outcome.column : default_column;
    if (column) readers.emplace_back(context, finder, i, *column, outcome.column ? questions : 0);
  }
  return readers;
}

}  // namespace mot::evidence

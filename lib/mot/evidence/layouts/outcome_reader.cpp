#include "mot/evidence/layouts/outcome_reader.h"

#include <fmt/format.h>

#include <algorithm>

namespace mot::evidence {
namespace {

// Source: Reichheld, The one number you need to grow, Harvard Business Review, December 2003.
constexpr double least_promoter = 9;
constexpr double largest_detractor = 6;

/// Recommendations are counted as they are given, so they are rescaled onto their own scale.
Scale target_of(const SourceOutcome& outcome, const AnswerScale& scale, const SourceContext& context) {
  if (outcome.kind.value != OutcomeKind::nps) return context.workspace.project.scale;
  return {std::min(scale.min.value, scale.max.value), std::max(scale.min.value, scale.max.value)};
}

AnswerScale outcome_scale(const SourceOutcome& outcome, const SourceContext& context, ColumnFinder& finder) {
  if (outcome.kind.value != OutcomeKind::nps) return scale_of(outcome.scale, context);
  if (!outcome.scale) return with_missing_of_source({{0, outcome.kind.span}, {10, outcome.kind.span}, {}}, context);
  const auto [low, high] = std::minmax(outcome.scale->min.value, outcome.scale->max.value);
  if ((low != 0 && low != 1) || high != 10) {
    finder.fail("bad-value", outcome.scale->max.span,
                "a net promoter question is asked from 0 to 10; on another scale it is of kind 'score'");
  }
  return with_missing_of_source(*outcome.scale, context);
}

}  // namespace

void OutcomeTally::join(const OutcomeTally& other) {
  answers.join(other.answers);
  lost += other.lost;
  promoters += other.promoters;
  detractors += other.detractors;
  promoter_weight.add(other.promoter_weight);
  detractor_weight.add(other.detractor_weight);
  if (pairs.size() < other.pairs.size()) pairs.resize(other.pairs.size());
  for (std::size_t i = 0; i < other.pairs.size(); ++i) pairs[i].join(other.pairs[i]);
}

OutcomeReader::OutcomeReader(const SourceContext& context, ColumnFinder& finder, std::size_t outcome, const Text& column,
                             std::size_t questions)
    : declared_(context.source.outcomes[outcome]),
      index_(outcome),
      filter_(finder, declared_.where),
      column_(finder, column, outcome_scale(declared_, context, finder),
              target_of(declared_, outcome_scale(declared_, context, finder), context),
              fmt::format("{} {}", name_of(declared_.kind.value), declared_.id.value)),
      questions_(declared_.derives_importance.value ? questions : 0),
      by_persona_(context.workspace.personas.size() + 1) {}

std::string_view OutcomeReader::why_underived(const OutcomeAnswers& found) const {
  const bool is_answered = found.score.n > 0 || found.recommendation.n > 0;
  if (!declared_.derives_importance.value || !is_answered || !found.pairs.empty()) return "";
  if (questions_ == 0) return "it names no 'respondent', so importance is not derived from what the same people said of the whole";
  return declared_.column ? "no row holds an answer to a touchpoint beside the one about the whole, so importance is not derived" : "";
}

ScoreCell OutcomeReader::read(const Row& row, const RowFacts& facts) {
  const ScoreCell cell = column_.read(row);
  if (cell.kind == CellKind::stray) by_persona_[facts.persona].lost += facts.weight;
  if (cell.kind != CellKind::answer) return cell;
  OutcomeTally& tally = by_persona_[facts.persona];
  if (tally.pairs.size() != questions_) tally.pairs.resize(questions_);
  tally.answers.add(cell.weighing(facts.weight));
  if (declared_.kind.value == OutcomeKind::nps) count_recommendation(cell, facts.weight, tally);
  return cell;
}

void OutcomeReader::report(const std::string& source, SourceUse& use, Findings& findings) const {
  filter_.report(source, use, findings);
  column_.report(source, use, findings);
}

void OutcomeReader::request(Aggregation& aggregation) {
  AggregatedScore score = column_.aggregated();
  score.where = declared_.where;
  if (declared_.kind.value == OutcomeKind::nps) {
    const bool is_reversed = column_.scale().is_reversed();
    const auto point_of = [&](double answer) { return is_reversed ? score.low() + score.high() - answer : answer; };
    score.shares = {{point_of(least_promoter), is_reversed}, {point_of(largest_detractor), !is_reversed}};
    score.parts.clear();
  }
  score_index_ = aggregation.scores.size();
  aggregation.scores.push_back(std::move(score));
}

void OutcomeReader::add(const AnswerGroup& group, const RowFacts& facts) {
  const ScoreGroup& score = group.scores[score_index_];
  column_.count(score);
  const bool is_weighted = group.weight > 0 && group.rows > 0;
  OutcomeTally& tally = by_persona_[facts.persona];
  tally.lost += static_cast<double>(score.stray()) * (is_weighted ? group.weight / static_cast<double>(group.rows) : 1);
  tally.answers.add(score.answers);
  if (declared_.kind.value != OutcomeKind::nps) return;
  tally.promoters += score.shares[0].n;
  tally.promoter_weight.add(score.shares[0].weight);
  tally.detractors += score.shares[1].n;
  tally.detractor_weight.add(score.shares[1].weight);
}

void OutcomeReader::pair(std::size_t question, const SummedPairs& pairs, const RowFacts& facts) {
  OutcomeTally& tally = by_persona_[facts.persona];
  if (tally.pairs.size() != questions_) tally.pairs.resize(questions_);
  tally.pairs[question].add(pairs);
}

double OutcomeReader::clustered_value(const ScoreCell& cell) const {
  if (!is_recommendation()) return cell.position;
  const double answer = conversion().at_origin + conversion().slope * cell.position;
  return answer >= least_promoter ? 1 : answer <= largest_detractor ? -1 : 0;
}

OutcomeTally OutcomeReader::all() const {
  OutcomeTally all;
  for (const OutcomeTally& tally : by_persona_) all.join(tally);
  return all;
}

QuestionMean OutcomeReader::clustered_mean() const {
  const OutcomeTally tally = all();
  const double weight = tally.answers.weight();
  const double net = weight > 0 ? (tally.promoter_weight.value() - tally.detractor_weight.value()) / weight : 0;
  return {
      0, false, tally.answers.n(), weight, is_recommendation() ? net : tally.answers.mean(), is_recommendation() ? 1 : conversion().slope};
}

void OutcomeReader::count_recommendation(const ScoreCell& cell, double weight, OutcomeTally& tally) const {
  const double value = clustered_value(cell);
  if (value > 0) {
    ++tally.promoters;
    tally.promoter_weight.add(weight);
  } else if (value < 0) {
    ++tally.detractors;
    tally.detractor_weight.add(weight);
  }
}

OutcomeAnswers OutcomeReader::answers_of(const OutcomeTally& tally, const std::vector<PairedQuestion>& questions) const {
  OutcomeAnswers answers;
  answers.outcome = index_;
  const double weight_factor = tally.answers.weight_factor();
  answers.lost = tally.lost * weight_factor;
  const bool is_nps = declared_.kind.value == OutcomeKind::nps;
  const AnswerSums sums = tally.answers.sums(conversion(), weight_factor, is_nps ? SummedScale{} : column_.scale().summed());
  if (is_nps) {
    answers.recommendation = {sums.n,
                              tally.promoters,
                              tally.detractors,
                              sums.weight,
                              weight_factor * tally.promoter_weight.value(),
                              weight_factor * tally.detractor_weight.value(),
                              sums.weight_squares};
  } else {
    answers.score = sums;
  }
  for (std::size_t i = 0; i < tally.pairs.size(); ++i) {
    if (tally.pairs[i].empty()) continue;
    const auto& [touchpoint, of_question] = questions[i];
    answers.pairs.push_back({touchpoint, tally.pairs[i].sums(of_question, conversion())});
  }
  return answers;
}

OutcomeAnswers OutcomeReader::answers(const std::vector<PairedQuestion>& questions) const {
  const OutcomeTally whole = all();
  OutcomeAnswers answers = answers_of(whole, questions);
  if (whole.answers.n() == by_persona_.back().answers.n()) return answers;  // nobody is told apart
  for (std::size_t i = 0; i + 1 < by_persona_.size(); ++i) answers.by_persona.push_back(answers_of(by_persona_[i], questions));
  return answers;
}

std::vector<OutcomeReader> outcome_readers(const SourceContext& context, ColumnFinder& finder, const Text* default_column,
                                           PairedQuestions questions) {
  std::vector<OutcomeReader> readers;
  for (std::size_t i = 0; i < context.source.outcomes.size(); ++i) {
    const SourceOutcome& outcome = context.source.outcomes[i];
    const Text* column = outcome.column ? &*outcome.column : default_column;
    if (column) readers.emplace_back(context, finder, i, *column, outcome.column ? questions.of_columns : questions.of_rows);
  }
  return readers;
}

std::vector<std::size_t> scores_of(const std::vector<OutcomeReader>& outcomes) {
  std::vector<std::size_t> scores;
  for (const OutcomeReader& outcome : outcomes) scores.push_back(outcome.score_index());
  return scores;
}

void add_to_outcome(std::vector<OutcomeReader>& outcomes, std::size_t score, const PartCounts& parts, std::size_t persona) {
  const auto found = std::ranges::find(outcomes, score, &OutcomeReader::score_index);
  if (found != outcomes.end()) found->add(parts, persona);
}

std::vector<const ScoreColumnReader*> columns_of_scores(const std::vector<OutcomeReader>& outcomes) {
  std::vector<const ScoreColumnReader*> columns;
  for (const OutcomeReader& outcome : outcomes) {
    if (!outcome.is_recommendation()) columns.push_back(&outcome.column());
  }
  return columns;
}

}  // namespace mot::evidence

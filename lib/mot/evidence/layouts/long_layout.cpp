#include <fmt/format.h>

#include "mot/evidence/layouts/layout.h"
#include "mot/evidence/layouts/outcome_reader.h"
#include "mot/evidence/layouts/question_tally.h"
#include "mot/text/utf8.h"

namespace mot::evidence {
namespace {

constexpr std::size_t most_quote_characters = 500;

class LongLayout : public SummedLayout {
 public:
  LongLayout(const SourceContext& context, ColumnFinder& finder)
      : source_id_(context.source.id.value),
        touchpoint_(finder, context.source.long_layout->touchpoint, ids_of(context.workspace.touchpoints), "touchpoint",
                    {"no touchpoint", "their rows left out", "say which touchpoint they mean under 'values', or 'none'"}),
        personas_(context.workspace.personas.size()),
        thumbs_(context.workspace.touchpoints.size()),
        quotes_(context.workspace.touchpoints.size()),
        newest_(context.workspace.touchpoints.size()) {
    const mot::LongLayout& layout = *context.source.long_layout;
    if (layout.score) {
      score_.emplace(finder, layout.score->column, scale_of(layout.score->scale, context), context.workspace.project.scale, "score");
      scores_.assign(context.workspace.touchpoints.size(), QuestionTally(context.workspace.personas.size()));
    }
    if (layout.verdict) {
      verdict_.emplace(finder, *layout.verdict, std::vector<std::string_view>(names_of<Verdict>.begin(), names_of<Verdict>.end()),
                       "verdict", Complaint{"neither 'up' nor 'down'", "left out", "say which of the two they mean under 'values'"});
    }
    if (layout.quote) quote_ = finder.find(*layout.quote);
    if (layout.respondent) finder.find(*layout.respondent);
    outcomes_ = outcome_readers(context, finder, layout.score ? &layout.score->column : nullptr, context.workspace.touchpoints.size());
  }

  void row(const Row& row, const RowFacts& facts) override {
    const auto touchpoint = touchpoint_.find(row);
    const ScoreCell score = touchpoint ? read_answer(row, facts, *touchpoint) : ScoreCell{};
    bool is_owned = false;
    for (OutcomeReader& outcome : outcomes_) {
      if (!outcome.owns(row)) continue;
      is_owned = is_owned || outcome.has_filter();
      const ScoreCell cell = outcome.read(row, facts);
      const bool has_both = score.kind == CellKind::answer && cell.kind == CellKind::answer;
      if (has_both && outcome.derives_importance()) outcome.pair(*touchpoint, score.position, cell, facts);
    }
    // The rows of an outcome need not name a touchpoint.
    if (touchpoint || !is_owned) touchpoint_.count(row, touchpoint);
  }

  void request(Aggregation& aggregation) override {
    first_word_ = aggregation.words.size();
    aggregation.words.push_back(touchpoint_.log().column());
    if (verdict_) aggregation.words.push_back(verdict_->log().column());
    if (score_) aggregation.scores.push_back(score_->aggregated());
    for (OutcomeReader& outcome : outcomes_) {
      outcome.request(aggregation);
      if (score_ && outcome.derives_importance()) aggregation.pairs.push_back({0, outcome.score_index()});
    }
  }

  void group(const AnswerGroup& group, const RowFacts& facts) override {
    const std::string& word = group.words[first_word_];
    const auto touchpoint = touchpoint_.find(word);
    touchpoint_.count(word, no_line, touchpoint, touchpoint ? group.rows : group.rows - group.rows_of_outcomes);
    if (touchpoint) add_answers(group, facts, *touchpoint);
    std::size_t pair = 0;
    for (OutcomeReader& outcome : outcomes_) {
      outcome.add(group, facts);
      if (!score_ || !outcome.derives_importance()) continue;
      if (touchpoint) outcome.pair(*touchpoint, group.pairs[pair], facts);
      ++pair;
    }
  }

  bool hears(std::size_t score, const std::vector<std::string>& words) const override {
    return !score_ || score > 0 || touchpoint_.find(words[first_word_]).has_value();
  }

  void finish(SourceAnswers& answers, Findings& findings) const override {
    touchpoint_.log().report(source_id_, answers.use, findings);
    if (score_) score_->report(source_id_, answers.use, findings);
    if (verdict_) verdict_->log().report(source_id_, answers.use, findings);
    for (std::size_t i = 0; i < answers.touchpoints.size(); ++i) finish_touchpoint(i, answers.touchpoints[i]);
    std::vector<PairedQuestion> paired;
    for (std::size_t i = 0; score_ && i < scores_.size(); ++i) paired.push_back({i, score_->scale().conversion()});
    for (const OutcomeReader& outcome : outcomes_) {
      outcome.report(source_id_, answers.use, findings);
      answers.outcomes.push_back(outcome.answers(paired));
    }
  }

  std::vector<const ScoreColumnReader*> score_columns() const override {
    std::vector<const ScoreColumnReader*> columns = columns_of_scores(outcomes_);
    if (score_) columns.push_back(&*score_);
    return columns;
  }

 private:
  struct Thumbs {
    std::size_t up = 0;
    std::size_t down = 0;
  };
  using ThumbsByPersona = std::vector<Thumbs>;  // the last of nobody in particular; empty until there is one

  void count_thumbs(Verdict verdict, const RowFacts& facts, std::size_t count, ThumbsByPersona& thumbs) const {
    if (thumbs.empty()) thumbs.resize(personas_ + 1);
    (verdict == Verdict::up ? thumbs[facts.persona].up : thumbs[facts.persona].down) += count;
  }

  ScoreCell read_answer(const Row& row, const RowFacts& facts, std::size_t touchpoint) {
    const ScoreCell score = score_ ? score_->read(row) : ScoreCell{};
    const auto verdict = verdict_ ? verdict_->read(row) : std::nullopt;
    const bool has_quote = quote_ && !row.cells[*quote_].empty();
    if (score.kind == CellKind::answer) scores_[touchpoint].add(score, facts);
    if (verdict) count_thumbs(static_cast<Verdict>(*verdict), facts, 1, thumbs_[touchpoint]);
    if (has_quote && quotes_[touchpoint].size() < most_quotes) {
      quotes_[touchpoint].push_back({shortened(row.cells[*quote_], most_quote_characters),
                                     verdict ? std::optional(static_cast<Verdict>(*verdict)) : std::nullopt,
                                     facts.persona < personas_ ? std::optional(facts.persona) : std::nullopt});
    }
    if (verdict || has_quote) newest_[touchpoint] = std::max(newest_[touchpoint], facts.day);
    return score;
  }

  void add_answers(const AnswerGroup& group, const RowFacts& facts, std::size_t touchpoint) {
    if (score_) {
      score_->count(group.scores[0]);
      scores_[touchpoint].add(group.scores[0], facts);
    }
    const auto verdict = verdict_ ? verdict_->read(group.words[first_word_ + 1], no_line, group.rows) : std::nullopt;
    if (!verdict) return;
    count_thumbs(static_cast<Verdict>(*verdict), facts, group.rows, thumbs_[touchpoint]);
    newest_[touchpoint] = std::max(newest_[touchpoint], facts.day);
  }

  void finish_touchpoint(std::size_t index, TouchpointAnswers& answers) const {
    for (std::size_t i = 0; i < thumbs_[index].size(); ++i) {
      const auto& [up, down] = thumbs_[index][i];
      answers.thumbs_up += up;
      answers.thumbs_down += down;
      if (i < personas_) answers.also_by_persona[i].thumbs_up += up, answers.also_by_persona[i].thumbs_down += down;
    }
    answers.quotes = quotes_[index];
    take_newer(answers.newest, newest_[index]);
    if (!score_) return;
    answers.actual.join(scores_[index].sums(score_->scale()));
    const auto by_persona = scores_[index].sums_by_persona(score_->scale());
    for (std::size_t i = 0; i < by_persona.size(); ++i) answers.by_persona[i].join(by_persona[i]);
    take_newer(answers.newest, scores_[index].newest());
  }

  std::string source_id_;
  WordColumnReader touchpoint_;
  std::optional<ScoreColumnReader> score_;
  std::optional<WordColumnReader> verdict_;
  std::optional<std::size_t> quote_;
  std::vector<OutcomeReader> outcomes_;
  std::size_t personas_;
  std::size_t first_word_ = 0;  // of a group's words
  // By touchpoint:
  std::vector<QuestionTally> scores_;
  std::vector<ThumbsByPersona> thumbs_;
  std::vector<std::vector<Quote>> quotes_;
  std::vector<std::optional<Day>> newest_;  // of thumbs and quotes
};

}  // namespace

std::unique_ptr<SummedLayout> long_layout(const SourceContext& context, ColumnFinder& finder) {
  return std::make_unique<LongLayout>(context, finder);
}

}  // namespace mot::evidence

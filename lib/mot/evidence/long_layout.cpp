#include <fmt/format.h>

#include "mot/evidence/layout.h"
#include "mot/text/utf8.h"

namespace mot::evidence {
namespace {

constexpr std::size_t most_quote_characters = 500;

class LongLayout : public Layout {
 public:
  LongLayout(const SourceContext& context, ColumnFinder& finder)
      : source_id_(context.source.id.value),
        touchpoint_(finder, context.source.long_layout->touchpoint, ids_of(context.workspace.touchpoints), "touchpoint",
                    {"no touchpoint", "their rows left out", "say which touchpoint they mean under 'values'"}),
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

  void row(const CsvRow& row, const RowFacts& facts) override {
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

  void finish(SourceAnswers& answers, Findings& findings) const override {
    touchpoint_.log().report(source_id_, answers.use, findings);
    if (score_) score_->log().report(source_id_, answers.use, findings);
    if (verdict_) verdict_->log().report(source_id_, answers.use, findings);
    for (std::size_t i = 0; i < answers.touchpoints.size(); ++i) finish_touchpoint(i, answers.touchpoints[i]);
    for (const OutcomeReader& outcome : outcomes_) {
      outcome.log().report(source_id_, answers.use, findings);
      answers.outcomes.push_back(outcome.answers());
      add_pairs(outcome, answers.outcomes.back());
    }
  }

 private:
  struct Thumbs {
    std::size_t up = 0;
    std::size_t down = 0;
  };

  ScoreCell read_answer(const CsvRow& row, const RowFacts& facts, std::size_t touchpoint) {
    const ScoreCell score = score_ ? score_->read(row) : ScoreCell{};
    const auto verdict = verdict_ ? verdict_->read(row) : std::nullopt;
    const bool has_quote = quote_ && !row.cells[*quote_].empty();
    if (score.kind == CellKind::answer) scores_[touchpoint].add(score, facts);
    if (verdict) ++(static_cast<Verdict>(*verdict) == Verdict::up ? thumbs_[touchpoint].up : thumbs_[touchpoint].down);
    if (has_quote && quotes_[touchpoint].size() < most_quotes) {
      quotes_[touchpoint].push_back(
          {shortened(row.cells[*quote_], most_quote_characters), verdict ? std::optional(static_cast<Verdict>(*verdict)) : std::nullopt});
    }
    if (verdict || has_quote) newest_[touchpoint] = std::max(newest_[touchpoint], facts.day);
    return score;
  }

  void finish_touchpoint(std::size_t index, TouchpointAnswers& answers) const {
    answers.thumbs_up += thumbs_[index].up;
    answers.thumbs_down += thumbs_[index].down;
    answers.quotes = quotes_[index];
    take_newer(answers.newest, newest_[index]);
    if (!score_) return;
    answers.actual.join(scores_[index].sums(score_->scale()));
    scores_[index].join_personas(score_->scale(), answers.by_persona);
    take_newer(answers.newest, scores_[index].newest());
  }

  void add_pairs(const OutcomeReader& outcome, OutcomeAnswers& answers) const {
    if (!score_) return;
    for (std::size_t i = 0; i < scores_.size(); ++i) {
      const PairTally* pairs = outcome.pairs_with(i);
      if (pairs && !pairs->empty()) answers.pairs.push_back({i, pairs->sums(score_->scale().conversion(), outcome.conversion())});
    }
  }

  std::string source_id_;
  WordColumnReader touchpoint_;
  std::optional<ScoreColumnReader> score_;
  std::optional<WordColumnReader> verdict_;
  std::optional<std::size_t> quote_;
  std::vector<OutcomeReader> outcomes_;
  // By touchpoint:
  std::vector<QuestionTally> scores_;
  std::vector<Thumbs> thumbs_;
  std::vector<std::vector<Quote>> quotes_;
  std::vector<std::optional<Day>> newest_;  // of thumbs and quotes
};

}  // namespace

std::unique_ptr<Layout> long_layout(const SourceContext& context, ColumnFinder& finder) {
  return std::make_unique<LongLayout>(context, finder);
}

}  // namespace mot::evidence

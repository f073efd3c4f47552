#include <fmt/format.h>

#include <array>

#include "mot/evidence/layouts/layout.h"
#include "mot/evidence/layouts/outcome_reader.h"
#include "mot/evidence/layouts/question_tally.h"

namespace mot::evidence {
namespace {

/// What a column may say about a touchpoint, where its answers go, and onto which scale.
struct Aspect {
  std::string_view name;
  std::optional<ScoreColumn> TouchpointColumns::*column;
  AnswerSums TouchpointAnswers::*sums;
  AnswerSums PersonaAnswers::*of_persona;  // null: the actual, which personas have apart
  bool is_importance;
};
constexpr std::array aspects = {
    Aspect{"actual", &TouchpointColumns::actual, &TouchpointAnswers::actual, nullptr, false},
    Aspect{"desired", &TouchpointColumns::desired, &TouchpointAnswers::desired, &PersonaAnswers::desired, false},
    Aspect{"importance", &TouchpointColumns::importance, &TouchpointAnswers::importance, &PersonaAnswers::importance, true}};
constexpr const Aspect& actual_aspect = aspects[0];

struct Question {
  const Aspect* aspect;
  std::size_t touchpoint;
  ScoreColumnReader column;
  QuestionTally tally;
};

class WideLayout : public SummedLayout {
 public:
  WideLayout(const SourceContext& context, ColumnFinder& finder) {
    for (const auto& [touchpoint, columns] : context.source.columns) {
      if (!touchpoint.index) continue;  // reported when it was linked
      for (const Aspect& aspect : aspects) {
        const auto& column = columns.*aspect.column;
        if (column) add_question(context, finder, aspect, touchpoint, *column);
      }
    }
    outcomes_ = outcome_readers(context, finder, nullptr, questions_.size());
    cells_.resize(questions_.size());
  }

  void row(const Row& row, const RowFacts& facts) override {
    for (std::size_t i = 0; i < questions_.size(); ++i) {
      cells_[i] = questions_[i].column.read(row);
      if (cells_[i].kind == CellKind::answer) questions_[i].tally.add(cells_[i], facts);
    }
    for (OutcomeReader& outcome : outcomes_) {
      if (!outcome.owns(row)) continue;
      const ScoreCell cell = outcome.read(row, facts);
      if (cell.kind == CellKind::answer && outcome.derives_importance()) pair(outcome, cell, facts);
    }
  }

  void request(Aggregation& aggregation) override {
    for (Question& question : questions_) aggregation.scores.push_back(question.column.aggregated());
    for (OutcomeReader& outcome : outcomes_) {
      outcome.request(aggregation);
      if (outcome.derives_importance()) request_pairs(outcome, aggregation);
    }
  }

  void group(const AnswerGroup& group, const RowFacts& facts) override {
    for (std::size_t i = 0; i < questions_.size(); ++i) {
      questions_[i].column.count(group.scores[i]);
      questions_[i].tally.add(group.scores[i], facts);
    }
    for (OutcomeReader& outcome : outcomes_) outcome.add(group, facts);
    for (std::size_t i = 0; i < pairs_.size(); ++i) outcomes_[pairs_[i].outcome].pair(pairs_[i].question, group.pairs[i], facts);
  }

  bool hears(std::size_t, const std::vector<std::string>&) const override { return true; }

  void finish(SourceAnswers& answers, Findings& findings) const override {
    const std::string& source = source_id_;
    for (const Question& question : questions_) {
      question.column.report(source, answers.use, findings);
      TouchpointAnswers& touchpoint = answers.touchpoints[question.touchpoint];
      (touchpoint.*question.aspect->sums).join(question.tally.sums(question.column.scale()));
      join_personas(question, touchpoint);
      take_newer(touchpoint.newest, question.tally.newest());
    }
    std::vector<PairedQuestion> paired;
    for (const Question& question : questions_) paired.push_back({question.touchpoint, question.column.scale().conversion()});
    for (const OutcomeReader& outcome : outcomes_) {
      outcome.report(source, answers.use, findings);
      answers.outcomes.push_back(outcome.answers(paired));
    }
  }

  std::vector<const ScoreColumnReader*> score_columns() const override {
    std::vector<const ScoreColumnReader*> columns = columns_of_scores(outcomes_);
    for (const Question& question : questions_) columns.push_back(&question.column);
    return columns;
  }

 private:
  void add_question(const SourceContext& context, ColumnFinder& finder, const Aspect& aspect, const Link<Touchpoint>& touchpoint,
                    const ScoreColumn& column) {
    constexpr Scale importance_scale{1, 5};
    source_id_ = context.source.id.value;
    const Scale& target = aspect.is_importance ? importance_scale : context.workspace.project.scale;
    questions_.push_back({&aspect, *touchpoint.index,
                          ScoreColumnReader(finder, column.column, scale_of(column.scale, context), target,
                                            fmt::format("{} of {}", aspect.name, touchpoint.value)),
                          QuestionTally(context.workspace.personas.size())});
  }

  struct Pair {
    std::size_t outcome;
    std::size_t question;
  };

  void request_pairs(OutcomeReader& outcome, Aggregation& aggregation) {
    for (std::size_t i = 0; i < questions_.size(); ++i) {
      if (questions_[i].aspect != &actual_aspect) continue;
      pairs_.push_back({static_cast<std::size_t>(&outcome - outcomes_.data()), i});
      aggregation.pairs.push_back({i, outcome.score_index()});
    }
  }

  void pair(OutcomeReader& outcome, const ScoreCell& cell, const RowFacts& facts) {
    for (std::size_t i = 0; i < questions_.size(); ++i) {
      if (cells_[i].kind == CellKind::answer && questions_[i].aspect == &actual_aspect) outcome.pair(i, cells_[i].position, cell, facts);
    }
  }

  static void join_personas(const Question& question, TouchpointAnswers& touchpoint) {
    const auto sums = question.tally.sums_by_persona(question.column.scale());
    for (std::size_t i = 0; i < sums.size(); ++i) {
      const auto of_persona = question.aspect->of_persona;
      (of_persona ? touchpoint.also_by_persona[i].*of_persona : touchpoint.by_persona[i]).join(sums[i]);
    }
  }

  std::string source_id_;
  std::vector<Question> questions_;
  std::vector<OutcomeReader> outcomes_;
  std::vector<ScoreCell> cells_;  // of the row at hand
  std::vector<Pair> pairs_;       // as the engine sums them
};

}  // namespace

std::unique_ptr<SummedLayout> wide_layout(const SourceContext& context, ColumnFinder& finder) {
  return std::make_unique<WideLayout>(context, finder);
}

}  // namespace mot::evidence

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "mot/evidence/layouts/clustered_figures.h"
#include "mot/evidence/layouts/item_battery.h"
#include "mot/evidence/layouts/layout.h"
#include "mot/evidence/layouts/outcome_reader.h"
#include "mot/evidence/layouts/question_tally.h"
#include "mot/evidence/layouts/touchpoint_voices.h"
#include "mot/evidence/named_answers.h"

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
  ItemBattery column;
  QuestionTally tally;
};

class WideLayout : public SummedLayout {
 public:
  WideLayout(const SourceContext& context, ColumnFinder& finder) {
    source_id_ = context.source.id.value;
    for (const auto& [touchpoint, columns] : context.source.columns) {
      if (!touchpoint.index) continue;  // reported when it was linked
      for (const Aspect& aspect : aspects) {
        const auto& column = columns.*aspect.column;
        if (column) add_question(context, finder, aspect, touchpoint, *column);
      }
      if (columns.verdict || columns.quote) voices_.emplace_back(context, finder, touchpoint, columns);
    }
    outcomes_ = outcome_readers(context, finder, nullptr, {.of_columns = questions_.size()});
    cells_.resize(questions_.size());
    for (std::size_t i = 0; i < questions_.size(); ++i) {
      if (!questions_[i].aspect->is_importance) scored_.push_back(i);
    }
    if (context.source.cluster) cluster_ = {*context.source.cluster, finder.find(*context.source.cluster)};
    if (cluster_ && voices_.size() + outcomes_.size() > 0)
      clustered_ = std::make_unique<ClusteredFigures>(voices_.size(), outcomes_.size());
    if (context.source.respondent) {
      respondent_ = finder.find(*context.source.respondent);
      keeps_names_ = context.keeps_names && !cluster_ && scored_.size() > 0 && scored_.size() <= most_questions;
    }
    if (scored_.size() > most_questions) {
      why_apart_ = fmt::format("it asks more than {} questions", most_questions);
    } else if (scored_.size() > 0) {
      together_ = std::make_unique<RespondentTally>(scored_.size(), context.workspace.personas.size());
    }
  }

  void row(const Row& row, const RowFacts& facts) override {
    for (std::size_t i = 0; i < questions_.size(); ++i) {
      cells_[i] = questions_[i].column.read(row);
      if (questions_[i].column.has_lost_item()) questions_[i].tally.lose(facts);
      if (cells_[i].kind == CellKind::answer) questions_[i].tally.add(cells_[i], facts);
    }
    if (together_) add_together(row, facts);
    for (std::size_t i = 0; i < voices_.size(); ++i) {
      const auto thumb = voices_[i].row(row, facts);
      if (thumb && clustered_) clustered_->add_thumb(i, *thumb, facts.weight);
    }
    for (std::size_t i = 0; i < outcomes_.size(); ++i) {
      OutcomeReader& outcome = outcomes_[i];
      if (!outcome.owns(row)) continue;
      const ScoreCell cell = outcome.read(row, facts);
      if (cell.kind != CellKind::answer) continue;
      if (outcome.derives_importance()) pair(outcome, cell, facts);
      if (clustered_) clustered_->add_outcome(i, outcome.clustered_value(cell), facts.weight);
    }
    if (clustered_) clustered_->end_row(row.cells[cluster_->column]);
  }

  void request(Aggregation& aggregation) override {
    for (Question& question : questions_) aggregation.scores.push_back(question.column.first().aggregated());
    for (OutcomeReader& outcome : outcomes_) {
      outcome.request(aggregation);
      if (outcome.derives_importance()) request_pairs(outcome, aggregation);
    }
    if (clustered_) aggregation.clusters = {cluster_->name, scores_of(outcomes_), {}};
    if (together_) aggregation.products = {cluster_ ? std::optional(cluster_->name) : std::nullopt, cluster_.has_value(), {}, scored_};
  }

  void group(const AnswerGroup& group, const RowFacts& facts) override {
    for (std::size_t i = 0; i < questions_.size(); ++i) {
      questions_[i].column.first().count(group.scores[i]);
      questions_[i].tally.add(group.scores[i], facts);
      questions_[i].tally.lose(group, facts, group.scores[i].stray());
    }
    for (OutcomeReader& outcome : outcomes_) outcome.add(group, facts);
    for (std::size_t i = 0; i < pairs_.size(); ++i) outcomes_[pairs_[i].outcome].pair(pairs_[i].question, group.pairs[i], facts);
  }

  void distribution(const AnswerGroup&, std::size_t score, const PartCounts& parts, std::size_t persona) override {
    if (score < questions_.size()) return questions_[score].tally.add(parts, persona);
    add_to_outcome(outcomes_, score, parts, persona);
  }

  bool hears(std::size_t, const std::vector<std::string>&) const override { return true; }

  void products(const ProductGroup& group, std::span<const AggregatedPair> pairs, const std::optional<PersonaPair>& personas) override {
    ProductMatrix& matrix = personas ? together_->matrix_of(personas->one) : together_->matrix_of_all();
    for (std::size_t i = 0; i < group.weights.size(); ++i) matrix.add_weight(i, group.weights[i]);
    for (std::size_t i = 0; i < pairs.size(); ++i) matrix.add(ProductMatrix::place(pairs[i].x, pairs[i].y), group.sums[i]);
  }
  void clustered_outcome(std::size_t place, const ClusteredSums& sums) override { clustered_->add_outcomes(place, sums); }
  void clustered_thumbs(const ClusteredThumbs&) override {}
  void leave_unclustered() override { clustered_.reset(); }
  void respondent_pairs(std::size_t, const RespondentPairs&, std::size_t) override {}
  void count_units(std::size_t units) override {
    if (together_) together_->set_units(units);
    if (clustered_) clustered_->count_clusters(units);
  }
  void keep_apart(std::string why) override {
    together_.reset();
    why_apart_ = std::move(why);
  }

  void finish(SourceAnswers& answers, Findings& findings) const override {
    const std::string& source = source_id_;
    for (const Question& question : questions_) {
      question.column.report(source, answers.use, findings);
      TouchpointAnswers& touchpoint = answers.touchpoints[question.touchpoint];
      (touchpoint.*question.aspect->sums).join(question.tally.sums(question.column.scale()));
      join_personas(question, touchpoint);
      take_newer(touchpoint.newest, question.tally.newest());
    }
    for (const TouchpointVoices& voices : voices_) voices.finish(source, answers, findings);
    std::vector<PairedQuestion> paired;
    for (const Question& question : questions_) paired.push_back({question.touchpoint, question.column.scale().conversion()});
    for (const OutcomeReader& outcome : outcomes_) {
      outcome.report(source, answers.use, findings);
      answers.outcomes.push_back(outcome.answers(paired));
    }
    finish_together(answers);
    finish_clustered(answers);
  }

  std::vector<const ScoreColumnReader*> score_columns() const override {
    std::vector<const ScoreColumnReader*> columns = columns_of_scores(outcomes_);
    for (const Question& question : questions_) question.column.add_columns(columns);
    return columns;
  }

 private:
  void add_question(const SourceContext& context, ColumnFinder& finder, const Aspect& aspect, const Link<Touchpoint>& touchpoint,
                    const ScoreColumn& column) {
    constexpr Scale importance_scale{1, 5};
    const Scale& target = aspect.is_importance ? importance_scale : context.workspace.project.scale;
    questions_.push_back(
        {&aspect, *touchpoint.index,
         ItemBattery(finder, column, scale_of(column.scale, context), target, fmt::format("{} of {}", aspect.name, touchpoint.value)),
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

  void add_together(const Row& row, const RowFacts& facts) {
    unit_answers_.clear();
    for (std::size_t i = 0; i < scored_.size(); ++i) {
      const ScoreCell& cell = cells_[scored_[i]];
      if (cell.kind == CellKind::answer) unit_answers_.push_back({i, facts.weight, facts.weight * cell.position});
    }
    if (keeps_names_) {
      for (const UnitAnswer& answer : unit_answers_) named_.add(row.cells[*respondent_], answer);
    }
    if (cluster_) {
      together_->add(row.cells[cluster_->column], unit_answers_, facts.persona);
    } else {
      together_->add(unit_answers_, facts.persona);
    }
  }

  std::vector<QuestionMean> means(const std::optional<std::size_t>& persona) const {
    std::vector<QuestionMean> means;
    for (const std::size_t i : scored_) {
      const Question& question = questions_[i];
      QuestionMean& mean = means.emplace_back(question.tally.mean_of(question.touchpoint, question.column.scale(), persona));
      mean.is_wish = question.aspect != &actual_aspect;
    }
    return means;
  }

  void finish_together(SourceAnswers& answers) const {
    if (!together_) {
      answers.use.why_apart = why_apart_;
      return;
    }
    together_->close();
    const RespondentTally& closed = *together_;
    if (closed.is_full()) answers.use.why_apart = fmt::format("it has more than {} clusters' answers", most_unit_answers);
    const auto put = [&](const std::optional<std::size_t>& persona) {
      auto of = closed.is_full() ? std::nullopt : closed.answers(means(persona), persona, cluster_.has_value());
      if (of) answers.respondents.push_back(std::move(*of));
    };
    put(std::nullopt);
    for (std::size_t i = 0; i < closed.personas(); ++i) put(i);
    if (keeps_names_) answers.named = named_.respondents(means(std::nullopt));
  }

  void finish_clustered(SourceAnswers& answers) const {
    if (!clustered_) return;
    std::vector<ThumbTally> thumbs;
    std::vector<std::size_t> touchpoints;
    for (const TouchpointVoices& voices : voices_) {
      thumbs.push_back(voices.thumbs());
      touchpoints.push_back(voices.touchpoint());
    }
    clustered_->finish(thumbs, touchpoints, outcomes_, answers);
  }

  static void join_personas(const Question& question, TouchpointAnswers& touchpoint) {
    const auto sums = question.tally.sums_by_persona(question.column.scale());
    const auto of_persona = question.aspect->of_persona;
    if (of_persona) touchpoint.also_by_persona.resize(std::max(touchpoint.also_by_persona.size(), sums.size()));
    for (std::size_t i = 0; i < sums.size(); ++i) {
      if (of_persona) {
        (touchpoint.also_by_persona[i].*of_persona).join(sums[i]);
      } else {
        join_of_persona(touchpoint, i, sums.size(), sums[i]);
      }
    }
  }

  std::string source_id_;
  std::vector<Question> questions_;
  std::vector<TouchpointVoices> voices_;
  std::vector<OutcomeReader> outcomes_;
  std::vector<ScoreCell> cells_;  // of the row at hand
  std::vector<Pair> pairs_;       // as the engine sums them

  struct Cluster {
    Text name;
    std::size_t column;
  };
  std::optional<Cluster> cluster_;
  std::optional<std::size_t> respondent_;
  bool keeps_names_ = false;
  NamedAnswers named_;                           // by place in scored_
  std::vector<std::size_t> scored_;              // questions that are no importance
  std::unique_ptr<RespondentTally> together_;    // by place in scored_; none where nobody can be told apart
  std::unique_ptr<ClusteredFigures> clustered_;  // thumbs by place in voices_; none where nobody answered together
  std::string why_apart_;
  std::vector<UnitAnswer> unit_answers_;  // of the row at hand
};

}  // namespace

std::unique_ptr<SummedLayout> wide_layout(const SourceContext& context, ColumnFinder& finder) {
  return std::make_unique<WideLayout>(context, finder);
}

}  // namespace mot::evidence

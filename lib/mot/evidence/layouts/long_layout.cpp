#include <fmt/format.h>

#include <numeric>

#include "mot/evidence/layouts/clustered_figures.h"
#include "mot/evidence/layouts/layout.h"
#include "mot/evidence/layouts/outcome_reader.h"
#include "mot/evidence/layouts/paired_respondents.h"
#include "mot/evidence/layouts/question_tally.h"
#include "mot/evidence/layouts/thumb_tally.h"
#include "mot/evidence/layouts/touchpoint_voices.h"
#include "mot/evidence/named_answers.h"
#include "mot/evidence/repeated_answers.h"
#include "mot/text/utf8.h"

namespace mot::evidence {
namespace {

class LongLayout : public SummedLayout {
 public:
  LongLayout(const SourceContext& context, ColumnFinder& finder)
      : declared_(&*context.source.long_layout),
        source_id_(context.source.id.value),
        touchpoint_(finder, context.source.long_layout->touchpoint, ids_of(context.workspace.touchpoints), "touchpoint",
                    {"no touchpoint", "their rows left out", "say which touchpoint they mean under 'values', or 'none'"}),
        personas_(context.workspace.personas.size()),
        thumbs_(context.workspace.touchpoints.size(), ThumbTally(personas_)),
        quotes_(context.workspace.touchpoints.size()),
        newest_(context.workspace.touchpoints.size()) {
    const mot::LongLayout& layout = *declared_;
    if (layout.score) {
      score_.emplace(finder, layout.score->column, scale_of(layout.score->scale, context), context.workspace.project.scale, "score");
      scores_.assign(context.workspace.touchpoints.size(), QuestionTally(context.workspace.personas.size()));
    }
    if (layout.verdict) {
      verdict_.emplace(finder, *layout.verdict, std::vector<std::string_view>(names_of<Verdict>.begin(), names_of<Verdict>.end()),
                       "verdict", Complaint{"neither 'up' nor 'down'", "left out", "say which of the two they mean under 'values'"});
    }
    if (layout.quote) quote_ = finder.find(*layout.quote);
    const auto& unit = context.source.cluster ? context.source.cluster : layout.respondent;
    if (unit) unit_ = {*unit, finder.find(*unit), context.source.cluster.has_value()};
    has_days_ = date_of(context.source) != nullptr;
    if (layout.respondent) respondent_ = {*layout.respondent, finder.find(*layout.respondent), false};
    if (!unit || !layout.score) {
      why_apart_ = "it names no 'respondent'";
    } else if (context.workspace.touchpoints.size() > most_questions) {
      why_apart_ = fmt::format("it may ask about more than {} touchpoints", most_questions);
    } else {
      together_ = std::make_unique<RespondentTally>(context.workspace.touchpoints.size(), context.workspace.personas.size());
      keeps_names_ = context.keeps_names && !unit_->is_cluster;
    }
    const std::size_t questions = context.workspace.touchpoints.size();
    if (respondent_ && layout.score) pairs_.emplace(questions);
    outcomes_ = outcome_readers(context, finder, layout.score ? &layout.score->column : nullptr, {questions, pairs_ ? questions : 0});
    const std::size_t thumbs = layout.verdict ? questions : 0;
    if (context.source.cluster && thumbs + outcomes_.size() > 0) clustered_ = std::make_unique<ClusteredFigures>(thumbs, outcomes_.size());
  }

  void row(const Row& row, const RowFacts& facts) override {
    const auto touchpoint = touchpoint_.find(row);
    const ScoreCell score = touchpoint ? read_answer(row, facts, *touchpoint) : ScoreCell{};
    if (together_) add_together(row, facts, touchpoint, score);
    bool is_owned = false;
    for (OutcomeReader& outcome : outcomes_) {
      if (!outcome.owns(row)) continue;
      is_owned = is_owned || outcome.has_filter();
      const ScoreCell cell = outcome.read(row, facts);
      const bool has_both = score.kind == CellKind::answer && cell.kind == CellKind::answer;
      if (has_both && outcome.derives_importance()) outcome.pair(*touchpoint, score.position, cell, facts);
      if (cell.kind != CellKind::answer) continue;
      note_outcome(row, facts, outcome, cell);
      const auto place = static_cast<std::size_t>(&outcome - outcomes_.data());
      if (clustered_) clustered_->add_outcome(place, outcome.clustered_value(cell), facts.weight);
    }
    if (clustered_) clustered_->end_row(row.cells[unit_->column]);
    // The rows of an outcome need not name a touchpoint.
    const bool is_lost = touchpoint_.is_blank(row) && are_all_of_touchpoints() && holds_answer(row);
    if (is_lost)
      touchpoint_.lose({}, row.line, 1);
    else if (touchpoint || !is_owned)
      touchpoint_.count(row, touchpoint);
  }

  void request(Aggregation& aggregation) override {
    first_word_ = aggregation.words.size();
    aggregation.words.push_back(touchpoint_.log().column());
    if (verdict_) aggregation.words.push_back(verdict_->log().column());
    if (together_) aggregation.products = {unit_->name, unit_->is_cluster, first_word_, {aggregation.scores.size()}};
    if (score_) aggregation.scores.push_back(score_->aggregated());
    for (OutcomeReader& outcome : outcomes_) {
      outcome.request(aggregation);
      if (score_ && outcome.derives_importance()) aggregation.pairs.push_back({0, outcome.score_index()});
    }
    request_pairs(aggregation);
    if (clustered_) request_clusters(aggregation);
  }

  void group(const AnswerGroup& group, const RowFacts& facts) override {
    const std::string& word = group.words[first_word_];
    const auto touchpoint = touchpoint_.find(word);
    const std::size_t rows = touchpoint ? group.rows : group.rows - group.rows_of_outcomes;
    const std::size_t lost = word.empty() && !touchpoint && are_all_of_touchpoints() ? std::min(rows, answers_in(group)) : 0;
    if (lost > 0) touchpoint_.lose({}, no_line, lost);
    if (rows > lost) touchpoint_.count(word, no_line, touchpoint, rows - lost);
    if (touchpoint) add_answers(group, facts, *touchpoint);
    std::size_t pair = 0;
    for (OutcomeReader& outcome : outcomes_) {
      outcome.add(group, facts);
      if (!score_ || !outcome.derives_importance()) continue;
      if (touchpoint) outcome.pair(*touchpoint, group.pairs[pair], facts);
      ++pair;
    }
  }

  void products(const ProductGroup& group, std::span<const AggregatedPair>, const std::optional<PersonaPair>& personas) override {
    const auto one = touchpoint_.find(group.words[first_word_]), other = touchpoint_.find(group.other_words[first_word_]);
    if (!one || !other) return;
    // A pair of questions comes in both orders, and one that goes by two words in all.
    const auto add_to = [&](ProductMatrix& matrix) {
      if (group.words == group.other_words) matrix.add_weight(*one, group.weights[0]);
      if (*one >= *other) matrix.add(ProductMatrix::place(*one, *other), group.sums[0]);
    };
    add_to(together_->matrix_of_all());
    if (personas->one == personas->other) add_to(together_->matrix_of(personas->one));
  }
  void clustered_outcome(std::size_t place, const ClusteredSums& sums) override { clustered_->add_outcomes(place, sums); }
  void clustered_thumbs(const ClusteredThumbs& thumbs) override {
    if (const auto touchpoint = touchpoint_.find(thumbs.touchpoint)) clustered_->add_thumbs(*touchpoint, thumbs.sums);
  }
  void leave_unclustered() override { clustered_.reset(); }
  void respondent_pairs(std::size_t outcome, const RespondentPairs& pairs, std::size_t persona) override {
    RowFacts facts;
    facts.persona = persona;
    if (const auto touchpoint = touchpoint_.find(pairs.touchpoint)) outcomes_[outcome].pair(*touchpoint, pairs.sums, facts);
  }
  void count_units(std::size_t units) override {
    if (together_) together_->set_units(units);
    if (clustered_) clustered_->count_clusters(units);
  }
  void keep_apart(std::string why) override {
    together_.reset();
    why_apart_ = std::move(why);
  }

  void distribution(const AnswerGroup& group, std::size_t score, const PartCounts& parts, std::size_t persona) override {
    if (!score_ || score > 0) return add_to_outcome(outcomes_, score, parts, persona);
    if (const auto touchpoint = touchpoint_.find(group.words[first_word_])) scores_[*touchpoint].add(parts, persona);
  }

  bool hears(std::size_t score, const std::vector<std::string>& words) const override {
    return !score_ || score > 0 || touchpoint_.find(words[first_word_]).has_value();
  }

  void finish(SourceAnswers& answers, Findings& findings) const override {
    touchpoint_.log().report(source_id_, answers.use, findings);
    answers.lost_rows += static_cast<double>(touchpoint_.log().lost_answers());
    if (score_) score_->report(source_id_, answers.use, findings);
    if (verdict_) verdict_->log().report(source_id_, answers.use, findings);
    for (std::size_t i = 0; i < answers.touchpoints.size(); ++i) finish_touchpoint(i, answers.touchpoints[i]);
    std::vector<PairedQuestion> paired;
    for (std::size_t i = 0; score_ && i < scores_.size(); ++i) paired.push_back({i, score_->scale().conversion()});
    for (std::size_t i = 0; i < outcomes_.size(); ++i) {
      outcomes_[i].report(source_id_, answers.use, findings);
      answers.outcomes.push_back(answers_of(i, paired));
      const std::string_view why = outcomes_[i].why_underived(answers.outcomes.back());
      const bool is_told = std::ranges::find(answers.use.not_known, why) != answers.use.not_known.end();
      if (score_ && !why.empty() && !is_told) answers.use.not_known.emplace_back(why);
    }
    finish_together(answers);
    finish_clustered(answers);
    report_repeated(findings);
  }

  std::vector<const ScoreColumnReader*> score_columns() const override {
    std::vector<const ScoreColumnReader*> columns = columns_of_scores(outcomes_);
    if (score_) columns.push_back(&*score_);
    return columns;
  }

 private:
  struct Unit {
    Text name;
    std::size_t column;
    bool is_cluster;
  };

  void request_clusters(Aggregation& aggregation) const {
    aggregation.clusters = {unit_->name, scores_of(outcomes_), {}};
    if (verdict_) aggregation.clusters->thumbs = {declared_->touchpoint, *declared_->verdict};
  }

  /// An engine pairs what the same people said in other rows.
  void request_pairs(Aggregation& aggregation) const {
    if (!pairs_ || !is_paired()) return;
    aggregation.respondents = {respondent_->name, first_word_, declared_->touchpoint, {}};
    for (std::size_t i = 0; i < outcomes_.size(); ++i) {
      if (outcomes_[i].derives_by_respondent()) aggregation.respondents->outcomes.push_back({i, outcomes_[i].score_index()});
    }
  }

  /// Where an outcome names its rows, those without a touchpoint may be of other questions still.
  bool are_all_of_touchpoints() const { return std::ranges::none_of(outcomes_, &OutcomeReader::has_filter); }

  bool holds_answer(const Row& row) const { return score_ ? score_->holds_answer(row) : verdict_ && verdict_->find(row); }

  std::size_t answers_in(const AnswerGroup& group) const {
    const bool is_thumb = !score_ && verdict_ && verdict_->find(group.words[first_word_ + 1]);
    return score_ ? group.scores[0].answers.n : is_thumb ? group.rows : 0;
  }

  void add_together(const Row& row, const RowFacts& facts, const std::optional<std::size_t>& touchpoint, const ScoreCell& score) {
    const bool has_answer = touchpoint && score.kind == CellKind::answer;
    if (!has_answer && !unit_->is_cluster) return;
    const UnitAnswer answer{touchpoint.value_or(0), facts.weight, facts.weight * score.position};
    together_->add(row.cells[unit_->column], std::span(&answer, has_answer ? 1 : 0), facts.persona);
    if (keeps_names_ && has_answer) named_.add(row.cells[unit_->column], answer);
  }

  std::vector<QuestionMean> means(const std::optional<std::size_t>& persona) const {
    std::vector<QuestionMean> means;
    for (std::size_t i = 0; i < scores_.size(); ++i) means.push_back(scores_[i].mean_of(i, score_->scale(), persona));
    return means;
  }

  void finish_together(SourceAnswers& answers) const {
    if (!together_) {
      answers.use.why_apart = score_ ? why_apart_ : "";
      return;
    }
    together_->close();
    const RespondentTally& closed = *together_;
    if (closed.is_full())
      answers.use.why_apart = fmt::format("more than {} answers of different people are too many to keep apart", most_unit_answers);
    const auto put = [&](const std::optional<std::size_t>& persona) {
      auto of = closed.is_full() ? std::nullopt : closed.answers(means(persona), persona, unit_->is_cluster);
      if (of) answers.respondents.push_back(std::move(*of));
    };
    put(std::nullopt);
    for (std::size_t i = 0; i < closed.personas(); ++i) put(i);
    if (keeps_names_) answers.named = named_.respondents(means(std::nullopt));
  }

  void finish_clustered(SourceAnswers& answers) const {
    if (!clustered_) return;
    std::vector<std::size_t> touchpoints(verdict_ ? thumbs_.size() : 0);
    std::iota(touchpoints.begin(), touchpoints.end(), std::size_t{0});
    clustered_->finish(std::span(thumbs_).first(touchpoints.size()), touchpoints, outcomes_, answers);
  }

  ScoreCell read_answer(const Row& row, const RowFacts& facts, std::size_t touchpoint) {
    const ScoreCell score = score_ ? score_->read(row) : ScoreCell{};
    const auto verdict = read_verdict(touchpoint, facts, [&] { return verdict_->read(row); });
    const bool has_quote = quote_ && !row.cells[*quote_].empty();
    if (score.kind == CellKind::answer) scores_[touchpoint].add(score, facts);
    if (score.kind == CellKind::stray) scores_[touchpoint].lose(facts);
    if (score.kind == CellKind::answer && pairs_ && is_paired())
      pairs_->add_touchpoint(row.cells[respondent_->column], touchpoint, score.position, facts);
    if (respondent_ && (score.kind == CellKind::answer || verdict)) note_respondent(row, facts, touchpoint, verdict);
    if (verdict) thumbs_[touchpoint].add(static_cast<Verdict>(*verdict), facts);
    if (verdict && clustered_) clustered_->add_thumb(touchpoint, static_cast<Verdict>(*verdict), facts.weight);
    if (has_quote && quotes_[touchpoint].size() < most_quotes) {
      quotes_[touchpoint].push_back({shortened(row.cells[*quote_], most_quote_characters),
                                     verdict ? std::optional(static_cast<Verdict>(*verdict)) : std::nullopt,
                                     facts.persona < personas_ ? std::optional(facts.persona) : std::nullopt});
    }
    if (verdict || has_quote) newest_[touchpoint] = std::max(newest_[touchpoint], facts.day);
    return score;
  }

  /// What `read` says, where thumbs are asked for; those that stand for neither up nor down are lost.
  template <class Read>
  std::optional<std::size_t> read_verdict(std::size_t touchpoint, const RowFacts& facts, const Read& read) {
    if (!verdict_) return std::nullopt;
    const std::size_t strays = verdict_->log().strays();
    const auto verdict = read();
    thumbs_[touchpoint].lose(facts, verdict_->log().strays() - strays);
    return verdict;
  }

  /// Whether an outcome asks what the same people answered in other rows.
  bool is_paired() const { return std::ranges::any_of(outcomes_, &OutcomeReader::derives_by_respondent); }

  void note_outcome(const Row& row, const RowFacts& facts, const OutcomeReader& outcome, const ScoreCell& cell) {
    if (!outcome.derives_by_respondent()) return;
    const auto index = static_cast<std::size_t>(&outcome - outcomes_.data());
    pairs_->add_outcome(row.cells[respondent_->column], index, cell.position, facts);
  }

  OutcomeAnswers answers_of(std::size_t index, const std::vector<PairedQuestion>& questions) const {
    const OutcomeReader& read = outcomes_[index];
    if (!read.derives_by_respondent()) return read.answers(questions);
    OutcomeReader paired = read;
    pairs_->visit(index, [&](const RespondentPair& pair) {
      paired.pair(pair.touchpoint, pair.of_touchpoint, {.kind = CellKind::answer, .position = pair.of_outcome}, pair.facts);
    });
    return paired.answers(questions);
  }

  /// Thumbs know no clusters.
  void note_respondent(const Row& row, const RowFacts& facts, std::size_t touchpoint, const std::optional<std::size_t>& verdict) {
    const bool is_clustered = unit_->is_cluster && !verdict;
    const auto cluster = is_clustered ? std::optional(row.cells[unit_->column]) : std::nullopt;
    repeated_.add(row.cells[respondent_->column], touchpoint, cluster, {facts.day, row.line});
  }

  void report_repeated(Findings& findings) const {
    if (repeated_.count() == 0) return;
    const bool can_be_clustered = score_ && !verdict_ && !unit_->is_cluster;
    const std::string advice =
        can_be_clustered ? fmt::format("say 'cluster: {}', so that a person's answers count together", printable(respondent_->name.value))
                         : "keep one answer a person";
    const std::string often =
        repeated_.count() == 1 ? "once" : fmt::format("{}{} times", repeated_.is_full() ? "at least " : "", repeated_.count());
    Finding& finding = findings.report(
        "respondent-twice", respondent_->name.span,
        fmt::format("somebody in '{}' answers again about the same touchpoint{}, {}, in line {} first, and counts as somebody else: {}",
                    printable(source_id_), has_days_ ? " on the same day" : "", often, repeated_.first_line(), advice));
    finding.subjects = {source_id_};
    finding.amount = repeated_.count();
  }

  void add_answers(const AnswerGroup& group, const RowFacts& facts, std::size_t touchpoint) {
    if (score_) {
      score_->count(group.scores[0]);
      scores_[touchpoint].add(group.scores[0], facts);
      scores_[touchpoint].lose(group, facts, group.scores[0].stray());
    }
    const auto verdict = read_verdict(touchpoint, facts, [&] { return verdict_->read(group.words[first_word_ + 1], no_line, group.rows); });
    if (!verdict) return;
    thumbs_[touchpoint].add(static_cast<Verdict>(*verdict), facts, {group.rows, group.weight, group.weight_squares});
    newest_[touchpoint] = std::max(newest_[touchpoint], facts.day);
  }

  void finish_touchpoint(std::size_t index, TouchpointAnswers& answers) const {
    thumbs_[index].finish(answers);
    answers.quotes = quotes_[index];
    take_newer(answers.newest, newest_[index]);
    if (!score_) return;
    answers.actual.join(scores_[index].sums(score_->scale()));
    const auto by_persona = scores_[index].sums_by_persona(score_->scale());
    for (std::size_t i = 0; i < by_persona.size(); ++i) join_of_persona(answers, i, by_persona.size(), by_persona[i]);
    take_newer(answers.newest, scores_[index].newest());
  }

  const mot::LongLayout* declared_;
  std::string source_id_;
  WordColumnReader touchpoint_;
  std::optional<ScoreColumnReader> score_;
  std::optional<WordColumnReader> verdict_;
  std::optional<std::size_t> quote_;
  std::vector<OutcomeReader> outcomes_;
  std::size_t personas_;
  std::size_t first_word_ = 0;  // of a group's words
  std::optional<Unit> unit_;
  std::optional<Unit> respondent_;
  bool has_days_ = false;  // of answers, in a column
  RepeatedAnswers repeated_;
  bool keeps_names_ = false;
  NamedAnswers named_;
  std::optional<PairedRespondents> pairs_;       // none where nobody can be told apart
  std::unique_ptr<RespondentTally> together_;    // none where nobody can be told apart
  std::unique_ptr<ClusteredFigures> clustered_;  // none where nobody answered together
  std::string why_apart_;
  // By touchpoint:
  std::vector<QuestionTally> scores_;
  std::vector<ThumbTally> thumbs_;
  std::vector<std::vector<Quote>> quotes_;
  std::vector<std::optional<Day>> newest_;  // of thumbs and quotes
};

}  // namespace

std::unique_ptr<SummedLayout> long_layout(const SourceContext& context, ColumnFinder& finder) {
  return std::make_unique<LongLayout>(context, finder);
}

}  // namespace mot::evidence

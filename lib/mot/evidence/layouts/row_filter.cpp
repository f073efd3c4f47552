#include "mot/evidence/layouts/row_filter.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "mot/text/utf8.h"

namespace mot::evidence {
namespace {

const Text* weight_of(const SurveySource& source) {
  if (source.long_layout && source.long_layout->weight) return &*source.long_layout->weight;
  return source.weight ? &*source.weight : nullptr;
}

const WordColumn* persona_of(const SurveySource& source) {
  if (source.long_layout && source.long_layout->persona) return &*source.long_layout->persona;
  return source.persona ? &*source.persona : nullptr;
}

CellKind weight_kind_of(GroupState state) {
  switch (state) {
    case GroupState::weight_blank:
      return CellKind::blank;
    case GroupState::weight_zero:
      return CellKind::missing;
    case GroupState::weight_stray:
      return CellKind::stray;
    case GroupState::counts:
    case GroupState::undated:
    case GroupState::outside_period:
      break;
  }
  return CellKind::answer;
}

/// Without a date nobody can tell whether an answer is of the period.
Complaint about_dates(const SourceContext& context) {
  const CellLoss loss = context.workspace.project.period ? CellLoss::answer : CellLoss::remark;
  return {{},
          context.range.is_open() ? "taken as undated" : "left out because the project counts only those of a period",
          "say how dates are written with 'format'",
          {},
          loss};
}

std::vector<std::string_view> persona_ids(const std::vector<Persona>& personas) {
  std::vector<std::string_view> ids;
  for (const Persona& persona : personas) ids.push_back(persona.id.value);
  return ids;
}

}  // namespace

const DateColumn* date_of(const SurveySource& source) {
  if (source.long_layout && source.long_layout->date) return &*source.long_layout->date;
  return source.date ? &*source.date : nullptr;
}

namespace {

/// Fewer rows than this establish little as it is.
constexpr std::size_t least_rows = 30;

/// The place of a weight among those of its power of two; weights run from 1e-12 to 1e12.
std::size_t size_of(double weight) {
  constexpr int smallest = 44;
  return static_cast<std::size_t>(std::clamp(std::ilogb(weight) + smallest, 0, 95));
}

}  // namespace

bool WeightSums::is_swallowed() const {
  constexpr double largest_design_effect = 10;  // surveys are weighted by far less
  return n >= least_rows && effective() * largest_design_effect <= static_cast<double>(n);
}

std::size_t WeightSums::light_rows() const {
  constexpr double fiftieth = 50;
  std::size_t rows = 0;
  if (n < least_rows) return 0;
  for (std::size_t size = 0; size < size_of(sum / static_cast<double>(n) / fiftieth); ++size) rows += by_size[size];
  return rows;
}

void WeightSums::add(double weight, std::size_t line) {
  ++n;
  ++by_size[size_of(weight)];
  sum += weight;
  squares += weight * weight;
  if (weight > largest) largest = weight, line_of_largest = line;
}

void WeightSums::add(const AnswerGroup& group) {
  n += group.rows;
  if (group.rows > 0) by_size[size_of(group.weight / static_cast<double>(group.rows))] += group.rows;
  sum += group.weight;
  squares += group.weight_squares;
}

RowFilter::RowFilter(const SourceContext& context, ColumnFinder& finder) : context_(context), filter_(finder, context.source.where) {
  if (const Text* weight = weight_of(context.source)) {
    if (context.source.summary)
      finder.fail("bad-value", weight->span, "a ready-made table has no weights; its n says how much a row counts");
    else
      weight_.emplace(finder, *weight);
  }
  if (const DateColumn* date = date_of(context.source)) {
    if (date->column)
      date_.emplace(finder, *date, about_dates(context));
    else if (date->fixed)
      fixed_day_ = day_of(date->fixed->value);
  }
  if (const WordColumn* persona = persona_of(context.source)) {
    persona_.emplace(
        finder, *persona, persona_ids(context.workspace.personas), "persona",
        Complaint{"no persona", "counted without one", "say which persona they mean under 'values', or 'none'", {}, CellLoss::remark});
  }
}

std::optional<RowFacts> RowFilter::accept(const Row& row) {
  ++rows_;
  is_weightless_ = false;
  if (!filter_.keeps(row)) {
    ++*left_out_.by_where;
    return std::nullopt;
  }
  RowFacts facts{.weight = 1, .persona = context_.workspace.personas.size(), .day = fixed_day_};
  if (weight_) {
    const std::size_t blanks = weight_->log().blanks();
    const auto weight = weight_->read(row);
    is_weight_blank_ = weight_->log().blanks() > blanks;
    is_weightless_ = !weight;
    if (!weight) {
      ++left_out_.by_weight;
      return std::nullopt;
    }
    facts.weight = *weight;
    weights_.add(*weight, row.line);
  }
  if (date_) facts.day = date_->read(row);
  if (!is_in_period(facts.day, 1)) return std::nullopt;
  if (persona_) facts.persona = persona_->read(row).value_or(facts.persona);
  return facts;
}

bool RowFilter::is_in_period(const std::optional<Day>& day, std::size_t rows) {
  if (day) {
    if (!oldest_ || *day < *oldest_) oldest_ = day;
    if (!newest_ || *day > *newest_) newest_ = day;
    if (context_.range.contains(*day)) return true;
    left_out_.outside_period += rows;
    return false;
  }
  if (!date_ || context_.range.is_open()) return true;
  left_out_.undated += rows;
  return false;
}

void RowFilter::request(Aggregation& aggregation) {
  aggregation.where = context_.source.where;
  if (!filter_.empty()) left_out_.by_where.reset();  // nobody counts the rows that the engine passes over
  aggregation.range = context_.range;
  if (weight_) aggregation.weight = {weight_->log().column(), &weight_->log()};
  if (date_) aggregation.date = {date_->log().column(), &date_->log()};
  if (persona_) {
    persona_word_ = aggregation.words.size();
    aggregation.words.push_back(persona_->log().column());
  }
}

std::optional<RowFacts> RowFilter::accept(const AnswerGroup& group) {
  rows_ += group.rows;
  if (weight_ && !has_weight(group)) return std::nullopt;
  if (!is_in_period(group)) return std::nullopt;
  RowFacts facts{.weight = 1, .persona = context_.workspace.personas.size(), .day = date_ ? group.newest : fixed_day_};
  if (persona_) facts.persona = persona_->read(group.words[persona_word_], no_line, group.rows).value_or(facts.persona);
  return facts;
}

std::size_t RowFilter::persona_in(const std::vector<std::string>& words) const {
  const std::size_t nobody = context_.workspace.personas.size();
  return persona_ ? persona_->find(words[persona_word_]).value_or(nobody) : nobody;
}

bool RowFilter::has_weight(const AnswerGroup& group) {
  const CellKind kind = weight_kind_of(group.state);
  weight_->log().count(kind, group.rows);
  if (kind == CellKind::answer) {
    weights_.add(group);
    return true;
  }
  left_out_.by_weight += group.rows;
  is_weight_blank_ = kind == CellKind::blank;
  std::size_t answers = 0;
  for (const ScoreGroup& score : group.scores) answers = std::max(answers, score.answers.n);
  count_weightless_answers(answers);
  return false;
}

bool RowFilter::is_in_period(const AnswerGroup& group) {
  if (!date_) return is_in_period(fixed_day_, group.rows);
  date_->log().used(group.rows - group.dates_blank - group.dates_stray);
  date_->log().blank(group.dates_blank);
  date_->log().unmatched_unseen(group.dates_stray);
  if (group.oldest && (!oldest_ || *group.oldest < *oldest_)) oldest_ = group.oldest;
  if (group.newest && (!newest_ || *group.newest > *newest_)) newest_ = group.newest;
  if (group.state == GroupState::undated) left_out_.undated += group.rows;
  if (group.state == GroupState::outside_period) left_out_.outside_period += group.rows;
  return group.state == GroupState::counts;
}

std::size_t RowFilter::lost_rows() const {
  return filter_.lost_rows() + (weight_ ? weight_->log().lost_answers() : 0) + answers_without_weight_ + left_out_.undated;
}

void RowFilter::report(SourceUse& use, Findings& findings) const {
  use.rows += rows_;
  use.left_out = left_out_;
  if (oldest_) use.oldest = date_of(*oldest_);
  if (newest_) use.newest = date_of(*newest_);
  const std::string& source = context_.source.id.value;
  filter_.report(source, use, findings);
  if (weight_) weight_->log().report(source, use, findings);
  if (weight_) report_blank_weights(findings);
  if (weight_) report_weightless(findings);
  if (weight_) report_swallowed(findings);
  if (date_) date_->log().report(source, use, findings);
  if (persona_) persona_->log().report(source, use, findings);
  const bool has_blank_dates = date_ && left_out_.undated > date_->log().strays();
  if (has_blank_dates && !date_->log().loses_answers()) report_undated(findings);
}

/// Weights are to make a sample resemble customers; where most of those who answered have none, what is left resembles nobody.
void RowFilter::report_weightless(Findings& findings) const {
  const Text& column = weight_->log().column();
  const std::size_t light = weights_.light_rows(), without = weightless_answers_ + light, with = weights_.n - light;
  if (weights_.n == 0 || without <= with || weight_->log().loses_answers() || weights_.is_swallowed()) return;
  Finding& finding = findings.report(
      "answers-lost", column.span,
      fmt::format("{} rows have a weight of 0 or none in column '{}', or one under a fiftieth of the mean, and {} have more, "
                  "which alone count; leave 'weight' out, or say with 'where' which rows are meant",
                  without, printable(column.value), with));
  finding.subjects = {context_.source.id.value, column.value, "weightless"};
  finding.amount = without;
}

/// Rows of blank weight are left out as those of weight 0 are; where they are many it may be a slip.
void RowFilter::report_blank_weights(Findings& findings) const {
  const ColumnLog& log = weight_->log();
  const std::size_t asked = rows_ - left_out_.by_where.value_or(0);
  if (!is_great_loss(log.blanks(), asked)) return;
  Finding& finding =
      findings.report("off-scale-answers", log.column().span,
                      fmt::format("{} of {} rows have no weight in column '{}', and are left out; write 0 where that is meant",
                                  log.blanks(), asked, printable(log.column().value)));
  finding.subjects = {context_.source.id.value, log.column().value};
  finding.amount = log.blanks();
}

/// A slip in one weight takes all others away: they count as if hardly anybody had answered.
void RowFilter::report_swallowed(Findings& findings) const {
  if (!weights_.is_swallowed()) return;
  const Text& column = weight_->log().column();
  const std::string largest =
      weights_.line_of_largest > 0 ? fmt::format(", {} in line {},", weights_.largest, weights_.line_of_largest) : std::string();
  Finding& finding =
      findings.report("answers-lost", column.span,
                      fmt::format("by the weights in column '{}' {} rows count like {:.1f}: the largest{} swallows the others; mend it",
                                  printable(column.value), weights_.n, weights_.effective(), largest));
  finding.subjects = {context_.source.id.value, column.value, "weights"};
  finding.amount = weights_.n;
}

void RowFilter::report_undated(Findings& findings) const {
  const Text& column = date_->log().column();
  const std::size_t asked = rows_ - left_out_.by_where.value_or(0) - left_out_.by_weight;
  const RuleId rule = is_great_loss(left_out_.undated, asked) ? RuleId("answers-lost") : RuleId("off-scale-answers");
  Finding& finding = findings.report(
      rule, column.span,
      fmt::format("{} of {} rows have no date in column '{}', and are left out because the project counts only those of a period",
                  left_out_.undated, rows_, printable(column.value)));
  finding.subjects = {context_.source.id.value, column.value};
  finding.amount = left_out_.undated;
}

}  // namespace mot::evidence

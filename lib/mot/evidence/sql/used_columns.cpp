#include "mot/evidence/sql/used_columns.h"

#include <algorithm>

#include "mot/evidence/cells/number.h"

namespace mot::evidence {
namespace {

void add_filter(std::vector<UsedColumn>& used, const Filter& filter) {
  for (const auto& test : filter) used.push_back({test.key, Use::word});
}

void add(std::vector<UsedColumn>& used, const std::optional<Text>& column, Use use) {
  if (column) used.push_back({*column, use});
}
void add(std::vector<UsedColumn>& used, const std::optional<WordColumn>& column) {
  if (column) used.push_back({column->column, Use::word});
}
void add(std::vector<UsedColumn>& used, const std::optional<ScoreColumn>& column) {
  if (column) used.push_back({column->column, Use::number});
}
void add(std::vector<UsedColumn>& used, const std::optional<DateColumn>& date) {
  if (date) add(used, date->column, Use::day);
}

void add_long(std::vector<UsedColumn>& used, const LongLayout& layout) {
  used.push_back({layout.touchpoint.column, Use::word});
  add(used, layout.score);
  add(used, layout.verdict);
  add(used, layout.date);
  add(used, layout.respondent, Use::word);
  add(used, layout.persona);
  add(used, layout.weight, Use::number);
}

void add_summary(std::vector<UsedColumn>& used, const SummaryLayout& layout) {
  used.push_back({layout.touchpoint.column, Use::word});
  add(used, layout.n, Use::number);
  add(used, layout.mean, Use::number);
  add(used, layout.sd, Use::number);
  for (const auto& share : layout.shares) used.push_back({share.value, Use::number});
}

std::vector<UsedColumn> declared_columns(const SurveySource& source) {
  std::vector<UsedColumn> used;
  if (source.long_layout) add_long(used, *source.long_layout);
  if (source.summary) add_summary(used, *source.summary);
  for (const auto& touchpoint : source.columns) {
    for (const auto* column : {&touchpoint.value.actual, &touchpoint.value.desired, &touchpoint.value.importance}) add(used, *column);
  }
  for (const SourceOutcome& outcome : source.outcomes) {
    add(used, outcome.column, Use::number);
    add_filter(used, outcome.where);
  }
  add(used, source.weight, Use::number);
  add(used, source.cluster, Use::word);
  add(used, source.respondent, Use::word);
  add(used, source.date);
  add(used, source.persona);
  add_filter(used, source.where);
  return used;
}

}  // namespace

std::vector<UsedColumn> used_columns(const Aggregation& aggregation) {
  std::vector<UsedColumn> used;
  for (const Text& word : aggregation.words) used.push_back({word, Use::word});
  if (aggregation.weight) used.push_back({aggregation.weight->column, Use::number});
  if (aggregation.date) used.push_back({aggregation.date->column, Use::day});
  for (const AggregatedScore& score : aggregation.scores) {
    used.push_back({score.column, Use::number});
    add_filter(used, score.where);
  }
  add_filter(used, aggregation.where);
  if (aggregation.products && aggregation.products->unit) used.push_back({*aggregation.products->unit, Use::word});
  if (aggregation.clusters) used.push_back({aggregation.clusters->unit, Use::word});
  if (aggregation.respondents) used.push_back({aggregation.respondents->respondent, Use::word});
  return used;
}

std::vector<Text> columns_of_rows(const SurveySource& source) {
  std::vector<Text> columns;
  for (const UsedColumn& used : declared_columns(source)) {
    const auto is_same = [&](const Text& known) { return trimmed(known.value) == trimmed(used.column.value); };
    if (std::ranges::none_of(columns, is_same)) columns.push_back(used.column);
  }
  return columns;
}

std::vector<std::size_t> places_of(const std::vector<Text>& names, const std::vector<TableColumn>& columns) {
  std::vector<std::size_t> places;
  for (const Text& name : names) {
    const auto found = std::ranges::find(columns, trimmed(name.value), &TableColumn::name);
    places.push_back(static_cast<std::size_t>(found - columns.begin()));
  }
  return places;
}

std::vector<TableColumn> imagined_columns(const SurveySource& source, const Dialect& dialect) {
  const Holds days = dialect.day_of_date.empty() ? Holds::texts : Holds::days;
  const Holds held[] = {Holds::texts, Holds::numbers, days};  // by Use
  std::vector<TableColumn> columns;
  for (const UsedColumn& used : declared_columns(source)) {
    const std::string name(trimmed(used.column.value));
    if (std::ranges::find(columns, name, &TableColumn::name) == columns.end())
      columns.push_back({name, held[static_cast<std::size_t>(used.use)]});
  }
  return columns;
}

}  // namespace mot::evidence

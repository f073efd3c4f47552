#include "mot/evidence/sql/sql_source.h"

#include <fmt/format.h>

#include <algorithm>

#include "mot/evidence/layouts/clustered_figures.h"
#include "mot/evidence/layouts/layout.h"
#include "mot/evidence/sample_design.h"
#include "mot/evidence/sql/cluster_queries.h"
#include "mot/evidence/sql/distribution_queries.h"
#include "mot/evidence/sql/product_queries.h"
#include "mot/evidence/sql/used_columns.h"
#include "mot/text/utf8.h"

namespace mot::evidence {
namespace {

constexpr std::size_t most_groups = 200'000;     // more is no column of words
constexpr std::size_t most_stray_rows = 10'000;  // the first ones are the most frequent
constexpr std::size_t most_sums = 1'600;         // PostgreSQL gives 1664 columns, SQLite 2000
constexpr std::size_t most_pairs = 300;          // of questions at once: five sums each

/// A table that is at hand: its columns, and what the source wants of them.
class OpenTable {
 public:
  OpenTable(const SourceContext& context, const SourceEngine& queried, Findings& findings)
      : context_(context), queried_(queried), findings_(findings) {}

  /// Whether everything that is needed is there.
  bool open() {
    const auto table = quoted_table(queried_.engine.dialect(), context_.source.table->value);
    if (!table)
      return blame(context_.source.table->span,
                   fmt::format("'{}' is not the name of a table that can be queried", printable(context_.source.table->value)));
    columns_ = queried_.engine.columns(*table);
    std::vector<std::string_view> names;
    for (const TableColumn& column : columns_) names.push_back(column.name);
    ColumnFinder finder({.names = names, .origin = context_.source.summary ? Origin::low_end : Origin::middle}, context_.source, findings_);
    row_filter_.emplace(context_, finder);
    if (context_.source.summary) {
      layout_ = layout_of(context_, finder);
    } else {
      summed_ = summed_layout_of(context_, finder);
    }
    return finder.is_complete() && can_be_queried();
  }

  std::optional<Day> newest() {
    const Result result = queried_.engine.query(newest_query(aggregation_, target()), 1);
    if (result.rows.empty() || !result.rows[0].texts[0]) return std::nullopt;
    return DateFormat().read(*result.rows[0].texts[0]);
  }

  /// Whether all was read.
  bool read(SourceAnswers& answers) {
    if (!(layout_ ? read_rows() : read_groups())) return false;
    row_filter_->report(answers.use, findings_);
    answers.lost_rows += static_cast<double>(row_filter_->lost_rows());
    answers.lost_personas += static_cast<double>(row_filter_->lost_personas());
    (layout_ ? *layout_ : *summed_).finish(answers, findings_);
    if (summed_) answers.use.why_no_distribution = why_no_distribution_;
    for (const std::string& sentence : not_known_) answers.use.not_known.push_back(sentence);
    lose_rows_everywhere(answers);
    return true;
  }

  Query query() { return layout_ ? rows_query(aggregation_, target()) : sums_query(aggregation_, target()); }

  /// All that `read` asks of a table whose every cell fits: the sums first.
  std::vector<AskedQuery> queries() {
    std::vector<AskedQuery> asked{{"", query()}};
    if (layout_) return asked;
    for (const DistributionQuery& some : distribution_queries(aggregation_, target())) asked.push_back({"how answers spread", some.query});
    if (aggregation_.products) {
      for (const ProductQuery& query : product_queries()) asked.push_back({"what goes together", query.query});
    }
    if (counts_clusters()) asked.push_back({"how many clusters", clusters_query(aggregation_, target())});
    for (Query& query : clustered_queries()) asked.push_back({"what clusters say", std::move(query)});
    for (PairsQuery& pairs : respondent_queries()) asked.push_back({"what the same people say of the whole", std::move(pairs.query)});
    return asked;
  }

 private:
  struct ProductQuery {
    Query query;
    UnitsBy by;
    std::vector<AggregatedPair> pairs;  ///< none in a long table
  };

  SqlTarget target() const { return {queried_.engine.dialect(), columns_}; }

  bool blame(Span span, std::string message) {
    findings_.report("unreadable-evidence", span, std::move(message)).subjects = {context_.source.id.value};
    return false;
  }
  bool blame_table(std::string_view what) {
    return blame(queried_.name.span, fmt::format("'{}' {}", printable(queried_.name.value), what));
  }

  bool can_be_queried() {
    aggregation_.table = context_.source.table->value;
    row_filter_->request(aggregation_);
    if (summed_) {
      summed_->request(aggregation_);
    } else {
      aggregation_.words = columns_of_rows(context_.source);
    }
    bool is_possible = true;
    for (const UsedColumn& used : used_columns(aggregation_)) {
      const std::string fault = fault_of_column(used.column.value, used.use, target());
      if (!fault.empty()) is_possible = blame(used.column.span, fmt::format("column '{}' {}", printable(used.column.value), fault));
    }
    const std::size_t sums = is_possible ? query().numbers + query().texts : 0;
    if (sums <= most_sums) return is_possible;
    return blame(context_.source.id.span, fmt::format("'{}' needs {} sums at once, and engines give {}; spread them over two sources",
                                                      context_.source.id.value, sums, most_sums));
  }

  /// What the query gives; nothing, and a finding, where that is none or too much.
  std::optional<Result> result_of(const Query& query, std::string_view too_many) {
    Result result = queried_.engine.query(query, most_groups);
    if (result.is_cut) {
      blame_table(fmt::format("gives more than {} {}", most_groups, too_many));
      return std::nullopt;
    }
    if (result.rows.empty()) {
      blame_table(aggregation_.where.empty() ? "has no rows" : "has no rows that 'where' keeps");
      return std::nullopt;
    }
    return result;
  }

  bool read_groups() {
    const auto result = result_of(query(), "groups of rows with the same words; do 'touchpoint' and 'persona' name the right columns?");
    if (!result) return false;
    for (const ResultRow& row : result->rows) {
      const AnswerGroup group = group_from(aggregation_, row);
      if (const auto facts = row_filter_->accept(group)) summed_->group(group, *facts);
    }
    read_strays();
    read_distributions();
    if (aggregation_.products) read_together();
    if (counts_clusters()) read_clusters();
    read_respondents();
    return true;
  }

  bool counts_clusters() const { return aggregation_.clusters || (aggregation_.products && aggregation_.products->is_clustered); }

  void read_clusters() {
    const Result count = queried_.engine.query(clusters_query(aggregation_, target()), 1);
    summed_->count_units(count.rows.empty() ? 0 : count_of(count.rows[0].numbers[0]));
    if (!aggregation_.clusters) return;
    if (!answers_all(clustered_queries())) {
      not_known_.push_back(fmt::format("its sums were frozen before clusters' were; run 'mot pull'; until then {}", what_stays_apart));
      summed_->leave_unclustered();
      return;
    }
    if (!aggregation_.clusters->outcomes.empty()) {
      for (const ResultRow& row : queried_.engine.query(clustered_outcomes_query(aggregation_, target()), 1).rows) {
        const auto outcomes = clustered_outcomes_from(aggregation_, row);
        for (std::size_t i = 0; i < outcomes.size(); ++i) summed_->clustered_outcome(i, outcomes[i]);
      }
    }
    if (!aggregation_.clusters->thumbs) return;
    for (const ResultRow& row : queried_.engine.query(clustered_thumbs_query(aggregation_, target()), most_groups).rows)
      summed_->clustered_thumbs(clustered_thumbs_from(row));
  }

  void read_distributions() {
    const auto queries = distribution_queries(aggregation_, target());
    const bool is_answered = std::ranges::all_of(queries, [&](const auto& some) { return queried_.engine.answers(some.query); });
    if (!is_answered) {
      why_no_distribution_ = "its sums were frozen before answers were counted by the points of their scale; run 'mot pull'";
      return;
    }
    for (const DistributionQuery& some : queries) {
      for (const ResultRow& row : queried_.engine.query(some.query, most_groups).rows) read_distributions(some, row);
    }
  }

  void read_distributions(const DistributionQuery& some, const ResultRow& row) {
    const AnswerGroup group = group_from(some.aggregation, row);
    if (group.state != GroupState::counts) return;
    const std::size_t persona = row_filter_->persona_in(group.words);
    for (std::size_t i = 0; i < group.scores.size(); ++i)
      summed_->distribution(group, some.scores[i], parts_from(some.aggregation.scores[i], group.scores[i]), persona);
  }

  /// What is summed over clusters beside touchpoints' scores.
  std::vector<Query> clustered_queries() const {
    std::vector<Query> queries;
    if (!aggregation_.clusters) return queries;
    if (!aggregation_.clusters->outcomes.empty()) queries.push_back(clustered_outcomes_query(aggregation_, target()));
    if (aggregation_.clusters->thumbs) queries.push_back(clustered_thumbs_query(aggregation_, target()));
    return queries;
  }

  bool answers_all(const std::vector<Query>& queries) const {
    return std::ranges::all_of(queries, [&](const Query& query) { return queried_.engine.answers(query); });
  }

  struct PairsQuery {
    Query query;
    std::size_t outcome;
  };

  std::vector<PairsQuery> respondent_queries() const {
    std::vector<PairsQuery> queries;
    if (!aggregation_.respondents) return queries;
    for (const auto& [place, score] : aggregation_.respondents->outcomes)
      queries.push_back({respondent_pairs_query(aggregation_, target(), score), place});
    return queries;
  }

  void read_respondents() {
    for (const auto& [query, outcome] : respondent_queries()) {
      if (!queried_.engine.answers(query)) {
        not_known_.emplace_back("its sums were frozen before pairs of answers were, so importance is not derived; run 'mot pull'");
        return;
      }
      for (const ResultRow& row : queried_.engine.query(query, most_groups).rows) {
        const RespondentPairs pairs = respondent_pairs_from(aggregation_, row);
        summed_->respondent_pairs(outcome, pairs, row_filter_->persona_in(pairs.words));
      }
    }
  }

  void read_together() {
    const bool is_long = aggregation_.products->word.has_value();
    for (const ProductQuery& query : product_queries()) is_long ? read_long_products(query) : read_products(query);
  }

  std::vector<ProductQuery> product_queries() {
    const AggregatedProducts& products = *aggregation_.products;
    if (products.word) return {{long_products_query(aggregation_, target()), UnitsBy::words, {}}};
    std::vector<AggregatedPair> pairs;
    for (std::size_t i = 0; i < products.scores.size(); ++i) {
      for (std::size_t j = 0; j <= i; ++j) pairs.push_back({i, j});
    }
    std::vector<ProductQuery> queries;
    for (const UnitsBy by : {UnitsBy::words, UnitsBy::nothing}) {
      if (by == UnitsBy::nothing && !(products.is_clustered && row_filter_->tells_personas())) continue;
      for (std::size_t begin = 0; begin < pairs.size(); begin += most_pairs) {
        const auto some = std::span(pairs).subspan(begin, std::min(most_pairs, pairs.size() - begin));
        queries.push_back({products_query(aggregation_, target(), some, by), by, {some.begin(), some.end()}});
      }
    }
    return queries;
  }

  void read_long_products(const ProductQuery& asked) {
    const Result result = queried_.engine.query(asked.query, most_groups);
    if (result.is_cut) {
      summed_->keep_apart(fmt::format("it has more than {} pairs of words", most_groups));
      aggregation_.products.reset();
      return;
    }
    for (const ResultRow& row : result.rows) {
      const ProductGroup group = long_products_from(aggregation_, row);
      summed_->products(group, {}, PersonaPair{row_filter_->persona_in(group.words), row_filter_->persona_in(group.other_words)});
    }
  }

  void read_products(const ProductQuery& asked) {
    const Result result = queried_.engine.query(asked.query, most_groups);
    for (const ResultRow& row : result.rows) {
      const ProductGroup group = products_from(aggregation_, asked.pairs, asked.by, row);
      std::optional<PersonaPair> personas;
      if (asked.by == UnitsBy::words) personas = {row_filter_->persona_in(group.words), row_filter_->persona_in(group.words)};
      summed_->products(group, asked.pairs, personas);
    }
  }

  void read_strays() {
    if (aggregation_.weight) read_strays(Strays::of_weight, 0, *aggregation_.weight);
    if (aggregation_.date) read_strays(Strays::of_date, 0, *aggregation_.date);
    for (std::size_t i = 0; i < aggregation_.scores.size(); ++i) read_strays(Strays::of_score, i, aggregation_.scores[i]);
  }

  void read_strays(Strays which, std::size_t score, const AggregatedColumn& column) {
    if (column.log->unseen() == 0) return;
    const Result result = queried_.engine.query(strays_query(aggregation_, target(), which, score), most_stray_rows);
    for (const ResultRow& row : result.rows) {
      const std::size_t count = std::min(count_of(row.numbers[0]), column.log->unseen());
      if (count > 0 && (which != Strays::of_score || summed_->hears(score, words_of(row))))
        column.log->value_of_strays(row.texts.back().value_or(""), count);
    }
    if (column.log->unseen() > 0) column.log->value_of_strays("", column.log->unseen());
  }

  static std::vector<std::string> words_of(const ResultRow& row) {
    std::vector<std::string> words;
    for (const auto& text : row.texts) words.emplace_back(trimmed(text.value_or("")));
    return words;
  }

  bool read_rows() {
    const auto result = result_of(query(), "rows; is it a ready-made table, one touchpoint a row?");
    if (!result) return false;
    const std::vector<std::size_t> places = places_of(aggregation_.words, columns_);
    std::vector<std::string> texts(columns_.size());
    std::vector<std::string_view> cells(columns_.size());
    for (const ResultRow& row : result->rows) {
      for (std::size_t i = 0; i < places.size(); ++i) {
        texts[places[i]] = row.texts[i].value_or("");
        cells[places[i]] = trimmed(texts[places[i]]);
      }
      const Row as_row{cells, no_line};
      if (const auto facts = row_filter_->accept(as_row)) layout_->row(as_row, *facts);
    }
    return true;
  }

  const SourceContext& context_;
  const SourceEngine& queried_;
  Findings& findings_;
  std::vector<TableColumn> columns_;
  std::optional<RowFilter> row_filter_;
  std::unique_ptr<Layout> layout_;        // of a summary
  std::unique_ptr<SummedLayout> summed_;  // of anything else
  Aggregation aggregation_;
  std::string why_no_distribution_;
  std::vector<std::string> not_known_;
};

void report_fault(const SourceEngine& queried, const SurveySource& source, const TableFault& fault, Findings& findings) {
  findings.report("unreadable-evidence", queried.name.span, fmt::format("'{}' {}", printable(queried.name.value), fault.what()))
      .subjects = {source.id.value};
}

/// An engine that is not at hand: its table has the columns that a source uses, and they hold what they are used for.
class ImaginedEngine : public Engine {
 public:
  ImaginedEngine(const Dialect& dialect, std::vector<TableColumn> columns) : dialect_(dialect), columns_(std::move(columns)) {}
  const Dialect& dialect() const override { return dialect_; }
  std::vector<TableColumn> columns(const std::string&) override { return columns_; }
  Result query(const Query&, std::size_t) override { return {}; }

 private:
  const Dialect& dialect_;
  std::vector<TableColumn> columns_;
};

}  // namespace

SourceAnswers read_sql_source(const SourceContext& context, const SourceEngine& queried, Findings& findings) {
  SourceAnswers answers = no_answers(context.workspace);
  try {
    OpenTable table(context, queried, findings);
    answers.use.was_read = table.open() && table.read(answers);
    if (answers.use.was_read) apply_sample_design(context, answers, findings);
  } catch (const TableFault& fault) {
    report_fault(queried, context.source, fault, findings);
    answers = no_answers(context.workspace);
  }
  return answers;
}

std::optional<Day> newest_of_sql_source(const SourceContext& context, const SourceEngine& queried) {
  const DateColumn* date = date_of(context.source);
  if (date && date->fixed) return day_of(date->fixed->value);
  if (!date || !date->column) return std::nullopt;
  Findings unheard;  // reported when the sums are read
  try {
    OpenTable table(context, queried, unheard);
    return table.open() ? table.newest() : std::nullopt;
  } catch (const TableFault&) {
    return std::nullopt;
  }
}

std::vector<AskedQuery> queries_in(const Dialect& dialect, const SourceContext& context, Findings& findings) {
  ImaginedEngine engine(dialect, imagined_columns(context.source, dialect));
  const SourceEngine imagined{engine, *context.source.table};  // the table refers to it
  OpenTable table(context, imagined, findings);
  return table.open() ? table.queries() : std::vector<AskedQuery>{};
}

}  // namespace mot::evidence

#include "mot/tables/data_tables.h"

#include <fmt/format.h>

#include <algorithm>

#include "mot/tables/distribution_table.h"

namespace mot {
namespace {

Cell count_cell(std::size_t count) {
  return {static_cast<double>(count)};
}

Cell number_cell(const std::optional<double>& number) {
  return number ? Cell{*number} : blank();
}

Cell scale_cell(const ColumnUse& column) {
  return column.scale ? Cell{fmt::format("{}..{}", column.scale->min, column.scale->max)} : blank();
}

std::string agreement_sentence(const ItemAgreement& agreement) {
  const std::string alpha = agreement.alpha ? fmt::format("{:.2f}", *agreement.alpha) : "unknown";
  return fmt::format("{}: the mean of {} items, Cronbach's alpha {} (of {} who answered all)", agreement.use, agreement.items, alpha,
                     agreement.complete);
}

Cell date_cell(const std::optional<Date>& date) {
  return date ? Cell{to_string(*date)} : blank();
}

const std::string& id_of(const Workspace& workspace, const SourceUse& use) {
  return workspace.sources[use.source].id.value;
}

Table columns_table(const Workspace& workspace, const Answers& answers) {
  Table table{.title = "What became of each column",
              .columns = {{"source", "source"},
                          {"column", "column"},
                          {"use", "read as"},
                          {"scale", "scale"},
                          {"lowest", "lowest", ColumnKind::number, 1, 2},
                          {"highest", "highest", ColumnKind::number, 1, 2},
                          {"used", "used", ColumnKind::number},
                          {"blank", "blank", ColumnKind::number},
                          {"missing", "missing", ColumnKind::number},
                          {"off_scale", "off scale", ColumnKind::number},
                          {"unmatched", "unmatched", ColumnKind::number},
                          {"rescaling", "rescaled", ColumnKind::text, 0, 1},
                          {"words", "words", ColumnKind::text, 0, 3}},
              .sections = {},
              .notes = {}};
  Section& section = table.sections.emplace_back();
  for (const SourceUse& source : answers.sources) {
    for (const ColumnUse& column : source.columns) {
      section.rows.push_back({{id_of(workspace, source)},
                              {column.column},
                              {column.use},
                              scale_cell(column),
                              number_cell(column.lowest),
                              number_cell(column.highest),
                              count_cell(column.used),
                              count_cell(column.blank),
                              count_cell(column.missing),
                              count_cell(column.off_scale),
                              count_cell(column.unmatched),
                              {column.rescaling},
                              {fmt::format("{}", fmt::join(column.words, ", "))}});
    }
    for (const ItemAgreement& agreement : source.agreements) table.notes.push_back(agreement_sentence(agreement));
  }
  return table;
}

std::string read_word(const SourceUse& source) {
  if (!source.was_read) return "no";
  return source.frozen ? "frozen " + to_string(*source.frozen) : "yes";
}

std::string period_sentence(const Answers& answers) {
  if (!answers.from && !answers.to) return "every answer counts: the project sets no period";
  const std::string from = answers.from ? to_string(*answers.from) : "the first", to = answers.to ? to_string(*answers.to) : "the last";
  return fmt::format("answers from {} to {} count", from, to);
}

/// How the sample of a source was drawn, as far as anything is said of it.
void add_sample_notes(const SurveySource& source, const SourceUse& use, const Answers& answers, std::vector<std::string>& notes) {
  if (!use.was_read) return;
  const auto add = [&](const std::string& text) { notes.push_back(fmt::format("{}: {}", source.id.value, text)); };
  const std::size_t answered = most_answers_of(answers, use.source);
  if (source.asked) {
    add(fmt::format("{} of {} that were asked answered, {:.1f} %; who did not is in no interval", answered, source.asked->value,
                    100 * static_cast<double>(answered) / static_cast<double>(source.asked->value)));
  }
  if (source.population) add(fmt::format("{} answered of a population of {}: intervals are narrowed", answered, source.population->value));
  if (source.design_effect) add(fmt::format("variances are multiplied by the design effect {}", source.design_effect->value));
  if (source.cluster) add(fmt::format("answers of one '{}' count together", source.cluster->value));
  for (const std::string& sentence : use.not_known) add(sentence);
  if (!use.why_apart.empty()) {
    add(fmt::format("{}, so intervals of several moments together take each question for one of other people and are wider in truth",
                    use.why_apart));
  }
}

Table sources_table(const Workspace& workspace, const Answers& answers) {
  Table table{.title = "Rows of each source",
              .columns = {{"source", "source"},
                          {"read", "read"},
                          {"rows", "rows", ColumnKind::number},
                          {"oldest", "oldest"},
                          {"newest", "newest"},
                          {"by_where", "by where", ColumnKind::number},
                          {"by_weight", "by weight", ColumnKind::number},
                          {"undated", "undated", ColumnKind::number},
                          {"outside_period", "outside period", ColumnKind::number},
                          {"ragged", "ragged", ColumnKind::number}},
              .sections = {},
              .notes = {period_sentence(answers), "by where to ragged: rows left out, each by the first reason that holds"}};
  Section& section = table.sections.emplace_back();
  for (const SourceUse& source : answers.sources) {
    add_sample_notes(workspace.sources[source.source], source, answers, table.notes);
    const RowsLeftOut& left_out = source.left_out;
    section.rows.push_back({{id_of(workspace, source)},
                            {read_word(source)},
                            count_cell(source.rows),
                            date_cell(source.oldest),
                            date_cell(source.newest),
                            left_out.by_where ? count_cell(*left_out.by_where) : blank(),
                            count_cell(left_out.by_weight),
                            count_cell(left_out.undated),
                            count_cell(left_out.outside_period),
                            count_cell(left_out.ragged)});
  }
  return table;
}

Table strays_table(const Workspace& workspace, const Answers& answers) {
  Table table{.title = "Cells that are neither an answer nor listed as missing",
              .columns = {{"source", "source"},
                          {"column", "column"},
                          {"value", "value"},
                          {"count", "how often", ColumnKind::number},
                          {"first_line", "first line", ColumnKind::number}},
              .sections = {},
              .notes = {}};
  Section& section = table.sections.emplace_back();
  for (const SourceUse& source : answers.sources) {
    for (const StrayCell& stray : source.strays) {
      section.rows.push_back({{id_of(workspace, source)},
                              {stray.column},
                              {stray.is_rest ? "(others)" : stray.value},
                              count_cell(stray.count),
                              stray.first_row > 0 ? count_cell(stray.first_row) : blank()});
    }
  }
  if (section.rows.empty()) table.notes = {"none"};
  return table;
}

}  // namespace

std::size_t most_answers_of(const Answers& answers, std::size_t source) {
  std::size_t most = 0;
  for (const TouchpointAnswers& touchpoint : answers.touchpoints) {
    for (std::size_t i = 0; i < touchpoint.sources.size(); ++i) {
      if (touchpoint.sources[i] == source) most = std::max(most, touchpoint.actual_of_source[i].n);
    }
  }
  return most;
}

std::vector<Table> data_tables(const Workspace& workspace, const Answers& answers) {
  return {columns_table(workspace, answers), sources_table(workspace, answers), strays_table(workspace, answers),
          distribution_table(workspace, answers, std::nullopt)};
}

}  // namespace mot

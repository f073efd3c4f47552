#include "mot/tables/data_tables.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>

#include "mot/evidence/column_uses.h"
#include "mot/tables/distribution_table.h"
#include "mot/tables/figure.h"
#include "mot/tables/source_remarks.h"
#include "mot/words/figures.h"

namespace mot {
namespace {

Cell number_cell(const std::optional<double>& number) {
  return number ? Cell{*number} : blank();
}

Cell scale_cell(const ColumnUse& column) {
  return column.scale ? Cell{fmt::format("{}..{}", column.scale->min, column.scale->max)} : blank();
}

/// What a column is read as, by how it begins in English; what follows that is an id, or an answer.
struct UseWords {
  std::string_view begins;
  std::string_view phrase;
};
constexpr UseWords uses[] = {
    {"actual of ", "actual of {name}"},
    {"desired of ", "desired of {name}"},
    {"importance of ", "importance of {name}"},
    {"how many answered ", "how many answered {name}"},
    {"quotes on ", "quotes on {name}"},
    {"verdict on ", "verdict on {name}"},
    {"nps ", "nps {name}"},
    {"score ", "score {name}"},
    {"effort ", "effort {name}"},
};

std::string use_text(std::string_view use, const Wording& wording) {
  constexpr std::string_view item = ", item ", of = " of ";
  if (const auto at = use.rfind(item); at != std::string_view::npos) {
    const std::string_view numbers = use.substr(at + item.size());
    const auto middle = std::min(numbers.find(of), numbers.size());
    return wording("{use}, item {number} of {all}", {{"use", use_text(use.substr(0, at), wording)},
                                                     {"number", std::string(numbers.substr(0, middle))},
                                                     {"all", std::string(numbers.substr(std::min(middle + of.size(), numbers.size())))}});
  }
  const auto* const found = std::ranges::find_if(uses, [&](const UseWords& words) { return use.starts_with(words.begins); });
  if (found == std::end(uses)) return wording(use);
  return wording(found->phrase, {{"name", std::string(use.substr(found->begins.size()))}});
}

std::string agreement_sentence(const ItemAgreement& agreement, const Wording& wording) {
  return wording("{use}: the mean of {items} items, Cronbach's alpha {alpha} (of {complete} who answered all)",
                 {{"use", use_text(agreement.use, wording)},
                  {"items", agreement.items},
                  {"alpha", agreement.alpha ? decimal_in(wording, *agreement.alpha, 2) : wording("unknown")},
                  {"complete", agreement.complete}});
}

Cell date_cell(const std::optional<Date>& date, const Wording& wording) {
  return date ? Cell{wording.date(*date)} : blank();
}

const std::string& id_of(const Workspace& workspace, const SourceUse& use) {
  return workspace.sources[use.source].id.value;
}

Table columns_table(const Workspace& workspace, const Answers& answers, const Wording& wording) {
  Table table{.title = wording("What became of each column"),
              .columns = {{"source", wording("source")},
                          {"column", wording("column")},
                          {"use", wording("read as")},
                          {"scale", wording("scale")},
                          {"lowest", wording("lowest"), ColumnKind::number, 1, 2},
                          {"highest", wording("highest"), ColumnKind::number, 1, 2},
                          {"used", wording("used"), ColumnKind::number},
                          {"blank", wording("blank"), ColumnKind::number, 0, 1},
                          {"missing", wording("missing"), ColumnKind::number},
                          {"off_scale", wording("off scale"), ColumnKind::number},
                          {"unmatched", wording("unmatched"), ColumnKind::number},
                          {"rescaling", wording("rescaled"), ColumnKind::text, 0, 1},
                          {"words", wording("words"), ColumnKind::text, 0, 3}},
              .sections = {},
              .notes = {},
              .speech = speech_of(wording)};
  Section& section = table.sections.emplace_back();
  const auto count = [](const ColumnUse& column, std::size_t number) {
    return evidence::has_counts(column) ? count_cell(number) : blank();
  };
  for (const SourceUse& source : answers.sources) {
    for (const ColumnUse& column : source.columns) {
      section.rows.push_back({{id_of(workspace, source)},
                              {column.column},
                              {use_text(column.use, wording)},
                              scale_cell(column),
                              number_cell(column.lowest),
                              number_cell(column.highest),
                              count(column, column.used),
                              count(column, column.blank),
                              count(column, column.missing),
                              count(column, column.off_scale),
                              count(column, column.unmatched),
                              {column.rescaling},
                              {fmt::format("{}", fmt::join(column.words, ", "))}});
    }
    for (const ItemAgreement& agreement : source.agreements) table.notes.push_back(agreement_sentence(agreement, wording));
  }
  return table;
}

std::string read_word(const SourceUse& source, const Wording& wording) {
  if (!source.was_read) return wording("no");
  return source.frozen ? wording("frozen {date}", {{"date", wording.date(*source.frozen)}}) : wording("yes");
}

std::string period_sentence(const Answers& answers, const Wording& wording) {
  if (!answers.from && !answers.to) return wording("every answer counts: the project sets no period");
  if (!answers.to) return wording("answers from {from} on count", {{"from", wording.date(*answers.from)}});
  if (!answers.from) return wording("answers up to {to} count", {{"to", wording.date(*answers.to)}});
  return wording("answers from {from} to {to} count", {{"from", wording.date(*answers.from)}, {"to", wording.date(*answers.to)}});
}

/// How the sample of a source was drawn, as far as anything is said of it.
std::vector<std::string> sample_notes(const SurveySource& source, const SourceUse& use, const Answers& answers, const Wording& wording) {
  std::vector<std::string> notes;
  if (!use.was_read) return notes;
  const auto add = [&](const std::string& text) { notes.push_back(fmt::format("{}: {}", source.id.value, text)); };
  const std::size_t answered = most_answers_of(answers, use.source);
  if (source.asked) {
    const double share = 100 * static_cast<double>(answered) / static_cast<double>(source.asked->value);
    add(wording("{count} of {all} that were asked answered, {share} %; who did not is in no interval",
                {{"count", answered}, {"all", fmt::format("{}", source.asked->value)}, {"share", decimal_in(wording, share, 1)}}));
  }
  if (source.population) {
    add(wording("{count} answered of a population of {all}: intervals are narrowed",
                {{"count", answered}, {"all", fmt::format("{}", source.population->value)}}));
  }
  if (source.design_effect)
    add(wording("variances are multiplied by the design effect {effect}", {{"effect", number_in(wording, source.design_effect->value)}}));
  if (source.cluster) add(wording("answers of one '{column}' count together", {{"column", source.cluster->value}}));
  for (const std::string& sentence : use.not_known) add(with_number(sentence, wording));
  if (!use.why_apart.empty()) {
    add(wording("{why}, so intervals of several moments together take each question for one of other people and are wider in truth",
                {{"why", with_number(use.why_apart, wording)}}));
  }
  return notes;
}

Table sources_table(const Workspace& workspace, const Answers& answers, const Wording& wording) {
  Table table{
      .title = wording("Rows of each source"),
      .columns = {{"source", wording("source")},
                  {"read", wording("read")},
                  {"rows", wording("rows"), ColumnKind::number},
                  {"oldest", wording("oldest"), ColumnKind::text, 0, 1},
                  {"newest", wording("newest")},
                  {"by_where", wording("by where"), ColumnKind::number, 0, 3},
                  {"by_weight", wording("by weight"), ColumnKind::number, 0, 4},
                  {"undated", wording("undated"), ColumnKind::number, 0, 2},
                  {"outside_period", wording("outside period"), ColumnKind::number},
                  {"ragged", wording("ragged"), ColumnKind::number}},
      .sections = {},
      .notes = {period_sentence(answers, wording), wording("by where to ragged: rows left out, each by the first reason that holds")},
      .speech = speech_of(wording)};
  Section& section = table.sections.emplace_back();
  for (const SourceUse& source : answers.sources) {
    for (std::string& note : sample_notes(workspace.sources[source.source], source, answers, wording))
      table.notes.push_back(std::move(note));
    const RowsLeftOut& left_out = source.left_out;
    section.rows.push_back({{id_of(workspace, source)},
                            {read_word(source, wording)},
                            count_cell(source.rows),
                            date_cell(source.oldest, wording),
                            date_cell(source.newest, wording),
                            left_out.by_where ? count_cell(*left_out.by_where) : blank(),
                            count_cell(left_out.by_weight),
                            count_cell(left_out.undated),
                            count_cell(left_out.outside_period),
                            count_cell(left_out.ragged)});
  }
  return table;
}

Table strays_table(const Workspace& workspace, const Answers& answers, const Wording& wording) {
  Table table{.title = wording("Cells that are neither an answer nor listed as missing"),
              .columns = {{"source", wording("source")},
                          {"column", wording("column")},
                          {"value", wording("value")},
                          {"count", wording("how often"), ColumnKind::number},
                          {"first_line", wording("first line"), ColumnKind::number}},
              .sections = {},
              .notes = {},
              .speech = speech_of(wording)};
  Section& section = table.sections.emplace_back();
  for (const SourceUse& source : answers.sources) {
    for (const StrayCell& stray : source.strays) {
      section.rows.push_back({{id_of(workspace, source)},
                              {stray.column},
                              {stray.is_rest ? wording("(others)") : stray.value},
                              count_cell(stray.count),
                              stray.first_row > 0 ? count_cell(stray.first_row) : blank()});
    }
  }
  if (section.rows.empty()) table.notes = {wording("none")};
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

std::vector<Table> data_tables(const Workspace& workspace, const Answers& answers, const Wording& wording) {
  return {columns_table(workspace, answers, wording), sources_table(workspace, answers, wording), strays_table(workspace, answers, wording),
          distribution_table(workspace, answers, std::nullopt, wording)};
}

}  // namespace mot

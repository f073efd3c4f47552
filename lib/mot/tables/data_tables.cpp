#include "mot/tables/data_tables.h"

#include <fmt/format.h>

namespace mot {
namespace {

Cell count_cell(std::size_t count) {
  return {static_cast<double>(count)};
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
                          {"used", "used", ColumnKind::number},
                          {"blank", "blank", ColumnKind::number},
                          {"missing", "missing", ColumnKind::number},
                          {"off_scale", "off scale", ColumnKind::number},
                          {"unmatched", "unmatched", ColumnKind::number},
                          {"rescaling", "rescaled", ColumnKind::text, 0, 1}},
              .sections = {},
              .notes = {}};
  Section& section = table.sections.emplace_back();
  for (const SourceUse& source : answers.sources) {
    for (const ColumnUse& column : source.columns) {
      section.rows.push_back({{id_of(workspace, source)},
                              {column.column},
                              {column.use},
                              count_cell(column.used),
                              count_cell(column.blank),
                              count_cell(column.missing),
                              count_cell(column.off_scale),
                              count_cell(column.unmatched),
                              {column.rescaling}});
    }
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

std::vector<Table> data_tables(const Workspace& workspace, const Answers& answers) {
  return {columns_table(workspace, answers), sources_table(workspace, answers), strays_table(workspace, answers)};
}

}  // namespace mot

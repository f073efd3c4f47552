#include "mot/view/diff_tables.h"

#include <fmt/format.h>

namespace mot {
namespace {

std::string per_cent(const std::optional<double>& share) {
  return share ? number_text(*share, 1) + " %" : "?";
}

Cell verdict_cell(const ScoreChange& change) {
  return change.verdict ? Cell{std::string(name_of(*change.verdict))} : blank();
}

Table scores_table(const Scale& scale, const Diff& diff) {
  const int decimals = decimals_on(scale);
  Table table{.title = fmt::format("Actual scores on a scale from {} to {}: positive change = better", scale.min, scale.max),
              .columns = {{"touchpoint", "touchpoint"},
                          {"before", "before", ColumnKind::number, decimals},
                          {"after", "after", ColumnKind::number, decimals},
                          {"change", "change", ColumnKind::number, decimals},
                          {"p", "p", ColumnKind::number, 3},
                          {"verdict", "verdict"}},
              .sections = {},
              .notes = {fmt::format("delivered {} before, {} after", per_cent(diff.delivered_before), per_cent(diff.delivered_after)),
                        "verdicts at 95 % by Welch's t, adjusted by Holm for how many are compared; only measured scores have one"}};
  Section& section = table.sections.emplace_back();
  for (const ScoreChange& change : diff.scores) {
    section.rows.push_back({{change.id},
                            cell_of(change.before),
                            cell_of(change.after),
                            cell_of(change.change),
                            change.p ? cell_of(change.p) : blank(),
                            verdict_cell(change)});
  }
  return table;
}

Table touchpoints_table(const Diff& diff) {
  Table table{.title = "Touchpoints added and removed", .columns = {{"id", "touchpoint"}, {"what", "what"}}, .sections = {}, .notes = {}};
  Section& section = table.sections.emplace_back();
  for (const std::string& id : diff.added) section.rows.push_back({{id}, {"added"}});
  for (const std::string& id : diff.removed) section.rows.push_back({{id}, {"removed"}});
  if (section.rows.empty()) table.notes = {"none"};
  return table;
}

Cell value_cell(const FieldValue& value) {
  if (!value) return blank();
  return {std::visit([](const auto& known) { return fmt::format("{}", known); }, *value)};
}

Table fields_table(const Diff& diff) {
  Table table{.title = "What is written otherwise",
              .columns = {{"id", "touchpoint"}, {"field", "field"}, {"before", "before"}, {"after", "after"}},
              .sections = {},
              .notes = {}};
  Section& section = table.sections.emplace_back();
  for (const FieldChange& change : diff.changed) {
    section.rows.push_back({{change.id}, {std::string(change.field)}, value_cell(change.before), value_cell(change.after)});
  }
  if (section.rows.empty()) table.notes = {"nothing"};
  return table;
}

}  // namespace

std::vector<Table> diff_tables(const Scale& scale, const Diff& diff) {
  return {scores_table(scale, diff), touchpoints_table(diff), fields_table(diff)};
}

}  // namespace mot

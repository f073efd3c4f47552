#include "mot/tables/groups_table.h"

#include <fmt/format.h>

#include "mot/analysis/gaps.h"

namespace mot {
namespace {

/// A group and the scale its figures are on.
struct RowSource {
  const Group& group;
  const Scale& scale;

  const Delivered& delivered() const { return group.summary.delivered; }
};

Cell count_cell(std::size_t count) {
  return {static_cast<double>(count)};
}

Cell name_cell(const RowSource& source) {
  return {source.group.key ? source.group.name : "(none)"};
}

Cell known_cell(const RowSource& source) {
  return {fmt::format("{} of {}", source.delivered().known, source.delivered().of)};
}

Cell bounds_cell(const RowSource& source) {
  const auto& [value, worst, best, known, of, judged] = source.delivered();
  return worst && best ? Cell{Interval{*worst, *best}} : Cell{Unknown{}};
}

Cell gap_cell(const RowSource& source) {
  const auto& gap = source.group.summary.mean_gap;
  Cell cell = cell_of(gap);
  cell.gap_class = gap ? gap_class_of(*gap, source.scale) : GapClass::unknown;
  return cell;
}

/// A column and what stands in it.
struct GroupsColumn {
  std::string_view key;
  std::string_view header;
  ColumnKind kind;
  int decimals;
  int drops_at;
  Cell (*cell)(const RowSource&);
};

constexpr int as_the_scale = -1;  // decimals
using Source = const RowSource&;

// clang-format off
constexpr GroupsColumn groups_columns[] = {
    {"key", "", ColumnKind::text, 0, 0, [](Source source) { return Cell{source.group.key.value_or("")}; }},
    {"name", "", ColumnKind::text, 0, 0, name_cell},
    {"touchpoints", "touchpoints", ColumnKind::number, 0, 0, [](Source source) { return count_cell(source.group.summary.touchpoints); }},
    {"moments_of_truth", "of truth", ColumnKind::number, 0, 2, [](Source source) { return count_cell(source.group.summary.moments_of_truth); }},
    {"measured", "measured", ColumnKind::number, 0, 3, [](Source source) { return count_cell(source.group.summary.measured); }},
    {"judged", "judged", ColumnKind::number, 0, 3, [](Source source) { return count_cell(source.group.summary.judged); }},
    {"delivered", "delivered %", ColumnKind::number, 1, 0, [](Source source) { return cell_of(source.delivered().value); }},
    {"known", "known", ColumnKind::text, 0, 0, known_cell},
    {"bounds", "worst to best %", ColumnKind::interval, 1, 1, bounds_cell},
    {"coverage", "coverage %", ColumnKind::number, 1, 0, [](Source source) { return cell_of(source.group.summary.coverage); }},
    {"mean_gap", "mean gap", ColumnKind::number, as_the_scale, 0, gap_cell},
    {"peak_end", "peak-end", ColumnKind::number, as_the_scale, 0, [](Source source) { return cell_of(source.group.peak_end); }},
    {"servqual", "P - E", ColumnKind::number, 2, 0, [](Source source) { return cell_of(source.group.servqual); }},
};
// clang-format on

/// Perception less expectation is read by dimension, peak and end of a journey.
bool is_wanted(const GroupsColumn& column, GroupBy by) {
  if (column.key == "servqual") return by == GroupBy::dimension;
  return column.key != "peak_end" || by == GroupBy::journey;
}

std::vector<Column> columns_for(GroupBy by, const Scale& scale) {
  std::vector<Column> columns;
  for (const GroupsColumn& column : groups_columns) {
    if (!is_wanted(column, by)) continue;
    columns.push_back({.key = std::string(column.key),
                       .header = std::string(column.key == "name" ? name_of(by) : column.header),
                       .kind = column.kind,
                       .decimals = column.decimals == as_the_scale ? decimals_on(scale) : column.decimals,
                       .drops_at = column.drops_at,
                       .gaps_on = column.key == "mean_gap" ? std::optional(scale) : std::nullopt});
  }
  return columns;
}

}  // namespace

Table groups_table(GroupBy by, const Scale& scale, const std::vector<Group>& groups) {
  Table table{
      .title = fmt::format("Gaps by {}, in points of a scale from {} to {}: positive gap = shortfall", name_of(by), scale.min, scale.max),
      .columns = columns_for(by, scale),
      .sections = {},
      .notes = {"mean gaps are weighted by importance"}};
  Section& section = table.sections.emplace_back();
  for (const Group& group : groups) {
    Row& row = section.rows.emplace_back();
    for (const GroupsColumn& column : groups_columns) {
      if (is_wanted(column, by)) row.push_back(column.cell({group, scale}));
    }
  }
  if (by == GroupBy::journey) {
    table.notes.emplace_back(
        "peak-end is the mean of a journey's most extreme moment and its last, by which it is remembered; of means, so indicative");
  }
  if (const auto servqual = servqual_of(groups); by == GroupBy::dimension && servqual) {
    table.notes.push_back(fmt::format("SERVQUAL {}: the mean of the dimensions' perception less expectation", number_text(*servqual, 3)));
  }
  return table;
}

}  // namespace mot

#include "mot/tables/groups_table.h"

#include <fmt/format.h>

#include "mot/tables/groups_figures.h"
#include "mot/text/numbers.h"

namespace mot {
namespace {

using GroupFigure = Figure<GroupRow>;

/// Perception less expectation is read by dimension, peak and end of a journey.
bool is_wanted(const GroupFigure& figure, GroupBy by) {
  if (figure.key == "servqual") return by == GroupBy::dimension;
  return figure.key != "peak_end" || by == GroupBy::journey;
}

std::vector<const GroupFigure*> wanted_figures(GroupBy by) {
  std::vector<const GroupFigure*> figures = in_columns(groups_figures());
  std::erase_if(figures, [&](const GroupFigure* figure) { return !is_wanted(*figure, by); });
  return figures;
}

}  // namespace

Table groups_table(GroupBy by, const Scale& scale, const std::vector<Group>& groups) {
  Table table{
      .title = fmt::format("Gaps by {}, in points of a scale from {} to {}: positive gap = shortfall", name_of(by), scale.min, scale.max),
      .columns = {},
      .sections = {},
      .notes = {"mean gaps are weighted by importance"}};
  const auto figures = wanted_figures(by);
  for (const GroupFigure* figure : figures) {
    const std::string_view header = figure->key == "name" ? name_of(by) : figure->column.header;
    table.columns.push_back(column_of(*figure, std::string(header), scale, "mean_gap"));
  }
  Section& section = table.sections.emplace_back();
  for (const Group& group : groups) {
    Row& row = section.rows.emplace_back();
    for (const GroupFigure* figure : figures) row.push_back(cell_of(*figure, GroupRow{group, scale}));
  }
  if (by == GroupBy::persona) {
    table.notes.emplace_back(
        "a persona's row counts what --persona counts: every touchpoint, with the answers and wishes of that persona, and what is stated "
        "for everybody where it has none of its own");
  }
  if (by == GroupBy::journey) {
    table.notes.emplace_back(
        "peak-end is the mean of a journey's most extreme moment and its last, by which it is remembered; of means, so indicative");
  }
  for (const Group& group : groups) {
    const std::size_t by_share = group.summary.delivered.by_share;
    if (by == GroupBy::journey && by_share > 0)
      table.notes.push_back(fmt::format("{}: delivered counts {} by the share of customers who take the branch that leads there",
                                        group.name, count_text(by_share, "moment", "moments")));
  }
  if (const auto servqual = servqual_of(groups); by == GroupBy::dimension && servqual) {
    table.notes.push_back(fmt::format("SERVQUAL {}: the mean of the dimensions' perception less expectation", number_text(*servqual, 3)));
  }
  return table;
}

}  // namespace mot

#include "mot/tables/groups_table.h"

#include <algorithm>

#include "mot/tables/groups_figures.h"
#include "mot/words/figures.h"

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

/// What is to be said of rows of this kind.
std::string_view note_on(GroupBy by) {
  if (by == GroupBy::persona) {
    return "a persona's row counts what --persona counts: every touchpoint, with the answers and wishes of that persona, and what is "
           "stated for everybody where it has none of its own";
  }
  if (by != GroupBy::journey) return "";
  return "peak-end is the mean of a journey's most extreme moment and its last, by which it is remembered; of means, so indicative";
}

std::vector<std::string> notes_for(GroupBy by, const std::vector<Group>& groups, const Wording& wording) {
  std::vector<std::string> notes = {wording("mean gaps are weighted by importance")};
  if (const std::string_view note = note_on(by); !note.empty()) notes.push_back(wording(note));
  for (const Group& group : groups) {
    const std::size_t by_share = group.summary.delivered.by_share;
    if ((by == GroupBy::journey || by == GroupBy::stage) && by_share > 0) {
      notes.push_back(wording("{journey}: delivered counts {moments} by the share of customers who take the branch that leads there",
                              {{"journey", group.name}, {"moments", wording.count(by_share, "{count} moments")}}));
    }
  }
  const auto has_shares = [](const Group& group) { return group.summary.delivered.by_share > 0 && group.summary.delivered.interval; };
  if (std::ranges::any_of(groups, has_shares))
    notes.push_back(wording("intervals of what is delivered take the shares of customers on branches as exact"));
  if (const auto servqual = servqual_of(groups); by == GroupBy::dimension && servqual) {
    notes.push_back(wording("SERVQUAL {score}: the mean of the dimensions' perception less expectation",
                            {{"score", decimal_in(wording, *servqual, 3)}}));
  }
  return notes;
}

std::string title_of(GroupBy by, const Scale& scale, const Wording& wording) {
  return wording("Gaps by {kind}, in points of a scale from {low} to {high}: positive gap = shortfall",
                 {{"kind", wording(name_of(by))}, {"low", number_in(wording, scale.min)}, {"high", number_in(wording, scale.max)}});
}

}  // namespace

Table groups_table(GroupBy by, const Scale& scale, const std::vector<Group>& groups, const Wording& wording) {
  Table table{.title = title_of(by, scale, wording),
              .columns = {},
              .sections = {},
              .notes = notes_for(by, groups, wording),
              .speech = speech_of(wording)};
  const auto figures = wanted_figures(by);
  for (const GroupFigure* figure : figures) {
    const std::string_view header = figure->key == "name" ? name_of(by) : figure->column.header;
    table.columns.push_back(column_of(*figure, wording(header), scale, "mean_gap"));
  }
  Section& section = table.sections.emplace_back();
  for (const Group& group : groups) {
    Row& row = section.rows.emplace_back();
    for (const GroupFigure* figure : figures) row.push_back(cell_of(*figure, GroupRow{group, scale, wording}));
  }
  return table;
}

}  // namespace mot

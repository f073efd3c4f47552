#include "mot/tables/diff_tables.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>

#include "mot/tables/gaps_table.h"
#include "mot/text/numbers.h"
#include "mot/text/utf8.h"

namespace mot {
namespace {

std::string per_cent(const std::optional<double>& share) {
  return share ? number_text(*share, 1) + " %" : "?";
}

Cell verdict_cell(const std::optional<Change>& verdict) {
  if (!verdict) return blank();
  Cell cell{std::string(name_of(*verdict))};
  if (*verdict == Change::better) cell.gap_class = GapClass::green;
  if (*verdict == Change::worse) cell.gap_class = GapClass::red;
  return cell;
}

/// Of two changes the one with the lower is read first.
int place_of(const std::optional<Change>& verdict) {
  return verdict == Change::worse ? 0 : verdict == Change::better ? 1 : verdict ? 2 : 3;
}

/// What a reader looks for first: what got worse, then what got better, then what nobody can tell.
std::vector<ScoreChange> moved_scores(const Diff& diff) {
  std::vector<ScoreChange> moved;
  std::ranges::copy_if(diff.scores, std::back_inserter(moved), [](const ScoreChange& change) { return has_moved(change); });
  std::ranges::stable_sort(moved, {}, [](const ScoreChange& change) { return place_of(change.verdict); });
  return moved;
}

std::vector<std::string> notes_on(const Diff& diff, const std::vector<ScoreChange>& moved) {
  if (!differs(diff)) {
    return {"nothing differs", delivered_sentence(diff.delivered_after), fmt::format("coverage {}", per_cent(diff.coverage_after))};
  }
  std::vector<std::string> notes = {
      "before: " + delivered_sentence(diff.delivered_before), "after: " + delivered_sentence(diff.delivered_after),
      fmt::format("coverage {} before, {} after", per_cent(diff.coverage_before), per_cent(diff.coverage_after))};
  const auto on_same_data = std::ranges::count(diff.scores, std::optional(Change::same_data), &ScoreChange::verdict);
  const std::size_t others = diff.scores.size() - moved.size();
  if (others > 0) {
    const std::string other = moved.empty() ? "" : "other ";
    notes.push_back(
        fmt::format("{} did not move, {} of them on the same data", count_text(others, other + "score", other + "scores"), on_same_data));
  }
  if (diff.scale_before != diff.scale_after) {
    notes.push_back(fmt::format("the scale was {} to {} and is {} to {}: scores stand side by side and are not compared",
                                diff.scale_before.min, diff.scale_before.max, diff.scale_after.min, diff.scale_after.max));
  }
  const auto has_verdict = [](const auto& change) { return has_moved(change) && change.verdict != std::optional<Change>(); };
  if (std::ranges::any_of(moved, has_verdict) || std::ranges::any_of(diff.figures, has_verdict)) {
    notes.emplace_back(
        "verdicts at 95 %, of means by Welch's t with an answer more at either end of the scale, p adjusted by Holm for how many are "
        "compared; they suppose that other people answered each time, only measured scores have one, and under 10 effective answers "
        "nothing is tested");
  }
  return notes;
}

Table scores_table(const Diff& diff, const StateNames& names) {
  const int decimals = decimals_on(diff.scale_after);
  const std::vector<ScoreChange> moved = moved_scores(diff);
  Table table{.title = fmt::format("From {} to {}: actual scores on a scale from {} to {}, positive change = better", names.before,
                                   names.after, diff.scale_after.min, diff.scale_after.max),
              .columns = {{"touchpoint", "touchpoint"},
                          {"before", "before", ColumnKind::number, decimals},
                          {"after", "after", ColumnKind::number, decimals},
                          {"change", "change", ColumnKind::number, decimals},
                          {"n_before", "n before", ColumnKind::number, 0, 2},
                          {"n_after", "n after", ColumnKind::number, 0, 2},
                          {"interval", "95 % of the change", ColumnKind::interval, decimals, 1},
                          {"p", "p", ColumnKind::probability, 3},
                          {"verdict", "verdict"}},
              .sections = {},
              .notes = notes_on(diff, moved)};
  Section& section = table.sections.emplace_back();
  for (const ScoreChange& change : moved) {
    section.rows.push_back({{change.id},
                            cell_of(change.before),
                            cell_of(change.after),
                            cell_of(change.change),
                            change.n_before ? cell_of(change.n_before) : blank(),
                            change.n_after ? cell_of(change.n_after) : blank(),
                            change.interval ? cell_of(change.interval) : blank(),
                            change.p ? cell_of(change.p) : blank(),
                            verdict_cell(change.verdict)});
  }
  return table;
}

/// `thumbs up, %`, `outcome`.
std::string figure_name(const WaveFigure& figure) {
  return std::string(name_of(figure.measure)) + (figure.is_share() || figure.measure == Measure::delivered ? ", %" : "");
}

Table figures_table(const Diff& diff) {
  std::vector<FigureChange> moved;
  std::ranges::copy_if(diff.figures, std::back_inserter(moved), [](const FigureChange& change) { return has_moved(change); });
  std::ranges::stable_sort(moved, {}, [](const FigureChange& change) { return place_of(change.verdict); });
  Table table{.title = "Shares and outcomes",
              .columns = {{"figure", "figure"},
                          {"id", "of"},
                          {"before", "before", ColumnKind::number, 1},
                          {"after", "after", ColumnKind::number, 1},
                          {"change", "change", ColumnKind::number, 1},
                          {"n_before", "n before", ColumnKind::number, 0, 2},
                          {"n_after", "n after", ColumnKind::number, 0, 2},
                          {"interval", "95 % of the change", ColumnKind::interval, 1, 1},
                          {"p", "p", ColumnKind::probability, 3},
                          {"verdict", "verdict"}},
              .sections = {{}},
              .notes = {"n is effective; shares by Newcombe's difference of Wilson intervals, net promoter scores by the adjusted Wald's, "
                        "means by Welch's t, what is delivered by respondents; best points are made of the same answers as their mean, so "
                        "only that is tested"}};
  for (const FigureChange& change : moved) {
    table.sections[0].rows.push_back({{figure_name(change.after)},
                                      {change.after.id},
                                      cell_of(std::optional(change.before.value())),
                                      cell_of(std::optional(change.after.value())),
                                      cell_of(std::optional(change.change())),
                                      cell_of(std::optional(change.before.n())),
                                      cell_of(std::optional(change.after.n())),
                                      change.interval ? cell_of(change.interval) : blank(),
                                      change.p ? cell_of(change.p) : blank(),
                                      verdict_cell(change.verdict)});
  }
  for (const WaveFigure& lost : diff.lost) {
    Cell verdict{"no longer known"};
    verdict.gap_class = GapClass::red;
    table.sections[0].rows.push_back({{figure_name(lost)},
                                      {lost.id},
                                      cell_of(std::optional(lost.value())),
                                      Cell{Unknown{}},
                                      blank(),
                                      cell_of(std::optional(lost.n())),
                                      blank(),
                                      blank(),
                                      blank(),
                                      verdict});
  }
  return table;
}

/// `worse, newly missed`.
Cell trend_cell(const KpiChange& change) {
  if (!change.trend && !change.event) return blank();
  std::string text(change.trend ? name_of(*change.trend) : "");
  if (change.event) text += std::string(text.empty() ? "" : ", ") + std::string(name_of(*change.event));
  Cell cell{text};
  const bool is_bad = change.event ? *change.event == TargetEvent::newly_missed : change.trend == Trend::worse;
  const bool is_good = change.event ? *change.event == TargetEvent::newly_met : change.trend == Trend::better;
  if (is_bad) cell.gap_class = GapClass::red;
  if (is_good) cell.gap_class = GapClass::green;
  return cell;
}

Table kpis_table(const Diff& diff) {
  Table table{.title = "KPIs",
              .columns = {{"of", "of"},
                          {"kpi", "KPI"},
                          {"before", "before", ColumnKind::number, 2},
                          {"after", "after", ColumnKind::number, 2},
                          {"unit", "unit"},
                          {"target", "target", ColumnKind::number, 2},
                          {"trend", "verdict"}},
              .sections = {{}},
              .notes = {"values are kept elsewhere and stand as they are written: nothing is tested"}};
  for (const KpiChange& change : diff.kpis) {
    table.sections[0].rows.push_back({{change.of.empty() ? std::string(change.kind) : change.of},
                                      {change.name},
                                      cell_of(change.before),
                                      cell_of(change.after),
                                      change.unit.empty() ? blank() : Cell{change.unit},
                                      change.target ? cell_of(change.target) : blank(),
                                      trend_cell(change)});
  }
  return table;
}

constexpr std::size_t longest_shown = 100;  // characters of a text that changed
constexpr std::size_t lead_in = 20;         // characters before the first that differs

/// The part of each that differs, short enough for a cell.
std::pair<std::string, std::string> differing_parts(const std::string& before, const std::string& after) {
  std::size_t same = 0, characters = 0;
  std::vector<std::size_t> starts;
  while (same < before.size() && same < after.size()) {
    const std::size_t length = character_length(before, same);
    if (before.compare(same, length, after, same, length) != 0) break;
    starts.push_back(same);
    same += length;
    ++characters;
  }
  const bool is_cut = characters > 2 * lead_in && std::max(count_characters(before), count_characters(after)) > longest_shown;
  const auto part = [&](const std::string& text) {
    return shortened(is_cut ? "…" + text.substr(starts[characters - lead_in]) : text, longest_shown);
  };
  return {part(before), part(after)};
}

/// A value before and after, as cells.
void put_values(const FieldValue& before, const FieldValue& after, Row& row) {
  const auto [one, other] = differing_parts(text_of(before), text_of(after));
  row.push_back({one});
  row.push_back({other});
}

std::vector<Column> with_values(std::vector<Column> columns) {
  columns.push_back({"before", "before"});
  columns.push_back({"after", "after"});
  return columns;
}

/// Which field moves a touchpoint to another place.
bool is_move(const FieldChange& change) {
  return change.field == "department" || change.field == "stages";
}

Table touchpoints_table(const Diff& diff) {
  Table table{.title = "Touchpoints that came, went and moved",
              .columns = with_values({{"id", "touchpoint"}, {"what", "what"}}),
              .sections = {},
              .notes = {}};
  std::vector<Row>& rows = table.sections.emplace_back().rows;
  for (const std::string& id : diff.added) rows.push_back({{id}, {"+ added"}, blank(), blank()});
  for (const std::string& id : diff.removed) rows.push_back({{id}, {"− removed"}, blank(), blank()});
  for (const auto& [before, after] : diff.renamed) rows.push_back({{after}, {"↔ renamed"}, {before}, {after}});
  for (const FieldChange& change : diff.changed) {
    if (!is_move(change)) continue;
    Row& row = rows.emplace_back(Row{{change.id}, {fmt::format("→ {}", change.field == "stages" ? "other stages" : "other department")}});
    put_values(change.before, change.after, row);
  }
  return table;
}

Table fields_table(const Diff& diff) {
  Table table{.title = "What is written otherwise",
              .columns = with_values({{"id", "touchpoint"}, {"field", "field"}}),
              .sections = {},
              .notes = {}};
  std::vector<Row>& rows = table.sections.emplace_back().rows;
  for (const FieldChange& change : diff.changed) {
    if (is_move(change)) continue;
    Row& row = rows.emplace_back(Row{{change.id}, {std::string(change.field)}});
    put_values(change.before, change.after, row);
  }
  return table;
}

std::string glyph_of(Happening what) {
  switch (what) {
    case Happening::added:
      return "+ added";
    case Happening::removed:
      return "− removed";
    case Happening::changed:
      break;
  }
  return {};
}

Table surroundings_table(const Diff& diff) {
  Table table{.title = "Project, departments, journeys, personas, channels, sources, rules, actions and suppressions",
              .columns = with_values({{"kind", "kind"}, {"id", "id"}, {"field", "what"}}),
              .sections = {},
              .notes = {}};
  std::vector<Row>& rows = table.sections.emplace_back().rows;
  for (const SurroundingChange& change : diff.surroundings) {
    const bool is_whole = change.what != Happening::changed;
    Row& row =
        rows.emplace_back(Row{{std::string(change.kind)}, {change.id}, {is_whole ? glyph_of(change.what) : std::string(change.field)}});
    put_values(change.before, change.after, row);
  }
  return table;
}

}  // namespace

std::vector<Table> diff_tables(const Diff& diff, const StateNames& names) {
  std::vector<Table> tables = {scores_table(diff, names)};
  for (Table& table :
       std::vector<Table>{figures_table(diff), kpis_table(diff), touchpoints_table(diff), fields_table(diff), surroundings_table(diff)}) {
    if (!table.sections.front().rows.empty()) tables.push_back(std::move(table));
  }
  return tables;
}

}  // namespace mot

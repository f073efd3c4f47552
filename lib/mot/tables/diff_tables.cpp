#include "mot/tables/diff_tables.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>

#include "mot/tables/figure.h"
#include "mot/tables/sentences.h"
#include "mot/text/numbers.h"
#include "mot/text/utf8.h"
#include "mot/words/figures.h"

namespace mot {
namespace {

std::string per_cent(const std::optional<double>& share, const Wording& wording) {
  return share ? decimal_in(wording, *share, 1) + " %" : "?";
}

Cell verdict_cell(const std::optional<Change>& verdict, const Wording& wording) {
  if (!verdict) return blank();
  Cell cell{wording(name_of(*verdict))};
  if (*verdict == Change::better) cell.gap_class = GapClass::green;
  if (*verdict == Change::worse) cell.gap_class = GapClass::red;
  return cell;
}

/// Of scores that are known and nobody measured: they stand as they are.
Cell verdict_cell(const ScoreChange& change, const Wording& wording) {
  const bool is_judged = !change.verdict && change.before && change.after && !change.n_before && !change.n_after;
  return is_judged ? Cell{wording("judged")} : verdict_cell(change.verdict, wording);
}

Cell kind_cell(const std::optional<ChangeKind>& kind, const Wording& wording) {
  return kind ? Cell{wording(name_of(*kind))} : blank();
}

/// A column of p values of two one-sided tests, where a margin was asked about.
void add_margin_column(const Diff& diff, const Wording& wording, Table& table) {
  if (diff.margin) table.columns.push_back({"p_unchanged", wording("p unchanged"), ColumnKind::probability, 3, 2});
}

template <class AnyChange>
void add_margin_cell(const Diff& diff, const AnyChange& change, Row& row) {
  if (diff.margin) row.push_back(change.p_unchanged ? cell_of(change.p_unchanged) : blank());
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

/// How many scores stayed as they were; empty where none did.
std::string unmoved_sentence(const Diff& diff, std::size_t moved, const Wording& wording) {
  const std::size_t others = diff.scores.size() - moved;
  if (others == 0) return "";
  const auto same = static_cast<std::size_t>(std::ranges::count(diff.scores, std::optional(Change::same_data), &ScoreChange::verdict));
  const std::string_view phrase = moved == 0 ? "{count} scores did not move, {same} of them on the same data"
                                             : "{count} other scores did not move, {same} of them on the same data";
  return wording.counted(static_cast<double>(others), phrase, {{"count", others}, {"same", same}});
}

std::string scales_sentence(const Scale& before, const Scale& after, const Wording& wording) {
  return wording("the scale was {old_low} to {old_high} and is {low} to {high}: scores stand side by side and are not compared",
                 {{"old_low", number_in(wording, before.min)},
                  {"old_high", number_in(wording, before.max)},
                  {"low", number_in(wording, after.min)},
                  {"high", number_in(wording, after.max)}});
}

/// What is delivered and covered, before and after; once where nothing differs.
std::vector<std::string> diff_summary(const Diff& diff, const Wording& wording) {
  const std::string after = delivered_sentence(diff.delivered_after, wording);
  if (!differs(diff)) {
    return {wording("nothing differs"), after, wording("coverage {percent}", {{"percent", per_cent(diff.coverage_after, wording)}})};
  }
  return {wording("before: {sentence}", {{"sentence", delivered_sentence(diff.delivered_before, wording)}}),
          wording("after: {sentence}", {{"sentence", after}}),
          wording("coverage {old} before, {new} after",
                  {{"old", per_cent(diff.coverage_before, wording)}, {"new", per_cent(diff.coverage_after, wording)}})};
}

/// Who of a source answered both times, as far as it can be told.
std::string panel_sentence(const PanelSource& source, const Wording& wording) {
  if (source.why) {
    return wording("{source}: who answered both times can't be told, for {why}; its changes suppose that other people answered each time",
                   {{"source", source.id}, {"why", wording(name_of(*source.why))}});
  }
  if (source.in_both == 0) return wording("{source}: nobody answered both times", {{"source", source.id}});
  return wording.counted(static_cast<double>(source.in_both),
                         "{source}: {count} people answered both times; means and what is delivered go by what each said before and after, "
                         "shares, thumbs and outcomes suppose other people",
                         {{"source", source.id}, {"count", source.in_both}});
}

/// Where no source names anybody the one sentence of all is enough.
void add_panel_notes(const Diff& diff, const Wording& wording, std::vector<std::string>& notes) {
  const auto is_named = [](const PanelSource& source) { return source.why != WhyUnmatched::unnamed; };
  if (std::ranges::none_of(diff.panel, is_named)) {
    notes.push_back(wording("changes suppose that other people answered each time, for no source names its 'respondent'"));
    return;
  }
  for (const PanelSource& source : diff.panel) notes.push_back(panel_sentence(source, wording));
}

std::string margin_sentence(const Diff& diff, const Wording& wording) {
  return wording(
      "unchanged: two one-sided tests at 5 %, adjusted by Holm, say that the change is less than {points} points of the scale, "
      "{percent} points of per cent, or {net} of a net promoter score; a change that is surely better or worse stays so",
      {{"points", number_in(wording, *diff.margin * diff.scale_after.range())},
       {"percent", number_in(wording, 100 * *diff.margin)},
       {"net", number_in(wording, 200 * *diff.margin)}});
}

std::vector<std::string> notes_on(const Diff& diff, const std::vector<ScoreChange>& moved, const Wording& wording) {
  std::vector<std::string> notes = diff_summary(diff, wording);
  if (!differs(diff)) return notes;
  if (std::string unmoved = unmoved_sentence(diff, moved.size(), wording); !unmoved.empty()) notes.push_back(std::move(unmoved));
  if (diff.scale_before != diff.scale_after) notes.push_back(scales_sentence(diff.scale_before, diff.scale_after, wording));
  const auto has_verdict = [](const auto& change) { return has_moved(change) && change.verdict != std::optional<Change>(); };
  if (std::ranges::any_of(moved, has_verdict) || std::ranges::any_of(diff.figures, has_verdict)) {
    notes.push_back(wording(
        "verdicts at 95 %, of means by Welch's t with an answer more at either end of the scale, p adjusted by Holm for how many are "
        "compared; only measured scores have one, and under 10 effective answers nothing is tested"));
    add_panel_notes(diff, wording, notes);
    if (diff.margin) notes.push_back(margin_sentence(diff, wording));
  }
  return notes;
}

Table scores_table(const Diff& diff, const StateNames& names, const Wording& wording) {
  const int decimals = decimals_on(diff.scale_after);
  const std::vector<ScoreChange> moved = moved_scores(diff);
  Table table{.title = wording("From {before} to {after}: actual scores on a scale from {low} to {high}, positive change = better",
                               {{"before", names.before},
                                {"after", names.after},
                                {"low", number_in(wording, diff.scale_after.min)},
                                {"high", number_in(wording, diff.scale_after.max)}}),
              .columns = {{"touchpoint", wording("touchpoint")},
                          {"before", wording("before"), ColumnKind::number, decimals},
                          {"after", wording("after"), ColumnKind::number, decimals},
                          {"change", wording("change"), ColumnKind::number, decimals},
                          {"n_before", wording("n before"), ColumnKind::number, 0, 2},
                          {"n_after", wording("n after"), ColumnKind::number, 0, 2},
                          {"interval", wording("95 % of the change"), ColumnKind::interval, decimals, 1},
                          {"p", wording("p"), ColumnKind::probability, 3},
                          {"verdict", wording("verdict")},
                          {"interval_kind", wording("interval by"), ColumnKind::text, 0, 3}},
              .sections = {},
              .notes = notes_on(diff, moved, wording),
              .speech = speech_of(wording)};
  add_margin_column(diff, wording, table);
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
                            verdict_cell(change, wording),
                            kind_cell(change.kind, wording)});
    add_margin_cell(diff, change, section.rows.back());
  }
  return table;
}

/// `thumbs up, %`, `outcome`.
std::string figure_name(const WaveFigure& figure, const Wording& wording) {
  return wording(name_of(figure.measure)) + (figure.is_share() || figure.measure == Measure::delivered ? ", %" : "");
}

Table figures_table(const Diff& diff, const Wording& wording) {
  std::vector<FigureChange> moved;
  std::ranges::copy_if(diff.figures, std::back_inserter(moved), [](const FigureChange& change) { return has_moved(change); });
  std::ranges::stable_sort(moved, {}, [](const FigureChange& change) { return place_of(change.verdict); });
  Table table{.title = wording("Shares and outcomes"),
              .columns = {{"figure", wording("figure")},
                          {"id", wording("of")},
                          {"before", wording("before"), ColumnKind::number, 1},
                          {"after", wording("after"), ColumnKind::number, 1},
                          {"change", wording("change"), ColumnKind::number, 1},
                          {"n_before", wording("effective n before"), ColumnKind::number, 0, 2},
                          {"n_after", wording("effective n after"), ColumnKind::number, 0, 2},
                          {"interval", wording("95 % of the change"), ColumnKind::interval, 1, 1},
                          {"p", wording("p"), ColumnKind::probability, 3},
                          {"verdict", wording("verdict")},
                          {"interval_kind", wording("interval by"), ColumnKind::text, 0, 3}},
              .sections = {{}},
              .notes = {wording("n is effective; shares by Newcombe's difference of Wilson intervals, net promoter scores by the adjusted "
                                "Wald's, means by Welch's t, what is delivered by respondents; best points are made of the same answers "
                                "as their mean, so only that is tested")},
              .speech = speech_of(wording)};
  add_margin_column(diff, wording, table);
  for (const FigureChange& change : moved) {
    table.sections[0].rows.push_back({{figure_name(change.after, wording)},
                                      {change.after.id},
                                      cell_of(std::optional(change.before.value())),
                                      cell_of(std::optional(change.after.value())),
                                      cell_of(std::optional(change.change())),
                                      cell_of(std::optional(change.before.n())),
                                      cell_of(std::optional(change.after.n())),
                                      change.interval ? cell_of(change.interval) : blank(),
                                      change.p ? cell_of(change.p) : blank(),
                                      verdict_cell(change.verdict, wording),
                                      kind_cell(change.kind, wording)});
    add_margin_cell(diff, change, table.sections[0].rows.back());
  }
  for (const WaveFigure& lost : diff.lost) {
    Cell verdict{wording("no longer known")};
    verdict.gap_class = GapClass::red;
    table.sections[0].rows.push_back({{figure_name(lost, wording)},
                                      {lost.id},
                                      cell_of(std::optional(lost.value())),
                                      Cell{Unknown{}},
                                      blank(),
                                      cell_of(std::optional(lost.n())),
                                      blank(),
                                      blank(),
                                      blank(),
                                      verdict,
                                      blank()});
    if (diff.margin) table.sections[0].rows.back().push_back(blank());
  }
  return table;
}

/// Answers that one state lost and the other didn't.
Table losses_table(const Diff& diff, const Wording& wording) {
  Table table{.title = wording("Answers that could not be used"),
              .columns = {{"figure", wording("figure")},
                          {"id", wording("of")},
                          {"before", wording("before"), ColumnKind::number, 0},
                          {"after", wording("after"), ColumnKind::number, 0},
                          {"verdict", wording("verdict")}},
              .sections = {{}},
              .notes = {},
              .speech = speech_of(wording)};
  const auto count = [](double lost) { return lost < AnswerSums::uncounted ? cell_of(std::optional(lost)) : Cell{Unknown{}}; };
  for (const LossChange& loss : diff.losses) {
    Cell verdict = loss.may_hide ? Cell{wording("might hide that it got worse")} : blank();
    if (loss.may_hide) verdict.gap_class = GapClass::red;
    table.sections[0].rows.push_back({{wording(loss.question)}, {loss.of}, count(loss.before), count(loss.after), verdict});
  }
  return table;
}

/// `worse, newly missed`.
Cell trend_cell(const KpiChange& change, const Wording& wording) {
  if (!change.trend && !change.event) return blank();
  std::string text = change.trend ? wording(name_of(*change.trend)) : "";
  if (change.event) text += (text.empty() ? "" : ", ") + wording(name_of(*change.event));
  Cell cell{text};
  const bool is_bad = change.event ? *change.event == TargetEvent::newly_missed : change.trend == Trend::worse;
  const bool is_good = change.event ? *change.event == TargetEvent::newly_met : change.trend == Trend::better;
  if (is_bad) cell.gap_class = GapClass::red;
  if (is_good) cell.gap_class = GapClass::green;
  return cell;
}

Table changed_kpis_table(const Diff& diff, const Wording& wording) {
  std::vector<double> typed;
  for (const KpiChange& change : diff.kpis) {
    for (const auto& number : {change.before, change.after, change.target})
      if (number) typed.push_back(*number);
  }
  const int decimals = decimals_shown(typed, 2);
  Table table{.title = wording("KPIs"),
              .columns = {{"of", wording("of")},
                          {"kpi", wording("KPI")},
                          {"before", wording("before"), ColumnKind::number, decimals},
                          {"after", wording("after"), ColumnKind::number, decimals},
                          {"unit", wording("unit")},
                          {"target", wording("target"), ColumnKind::number, decimals},
                          {"trend", wording("verdict")}},
              .sections = {{}},
              .notes = {wording("values are kept elsewhere and stand as they are written: nothing is tested")},
              .speech = speech_of(wording)};
  for (const KpiChange& change : diff.kpis) {
    table.sections[0].rows.push_back({{change.of.empty() ? wording(change.kind) : change.of},
                                      {change.name},
                                      cell_of(change.before),
                                      cell_of(change.after),
                                      change.unit.empty() ? blank() : Cell{change.unit},
                                      change.target ? cell_of(change.target) : blank(),
                                      trend_cell(change, wording)});
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

std::vector<Column> with_values(std::vector<Column> columns, const Wording& wording) {
  columns.push_back({"before", wording("before")});
  columns.push_back({"after", wording("after")});
  return columns;
}

std::string glyph_of(Happening what, const Wording& wording) {
  switch (what) {
    case Happening::added:
      return "+ " + wording("added");
    case Happening::removed:
      return "− " + wording("removed");
    case Happening::changed:
      break;
  }
  return {};
}

/// Which field moves a touchpoint to another place.
bool is_move(const FieldChange& change) {
  return change.field == "department" || change.field == "stages";
}

Table moved_touchpoints_table(const Diff& diff, const Wording& wording) {
  Table table{.title = wording("Touchpoints that came, went and moved"),
              .columns = with_values({{"id", wording("touchpoint")}, {"what", wording("what")}}, wording),
              .sections = {},
              .notes = {},
              .speech = speech_of(wording)};
  std::vector<Row>& rows = table.sections.emplace_back().rows;
  for (const std::string& id : diff.added) rows.push_back({{id}, {glyph_of(Happening::added, wording)}, blank(), blank()});
  for (const std::string& id : diff.removed) rows.push_back({{id}, {glyph_of(Happening::removed, wording)}, blank(), blank()});
  for (const auto& [before, after] : diff.renamed) rows.push_back({{after}, {"↔ " + wording("renamed")}, {before}, {after}});
  for (const FieldChange& change : diff.changed) {
    if (!is_move(change)) continue;
    const bool is_of_stages = change.field == "stages";
    Row& row = rows.emplace_back(Row{{change.id}, {"→ " + wording(is_of_stages ? "other stages" : "other department")}});
    put_values(change.before, change.after, row);
  }
  return table;
}

Table fields_table(const Diff& diff, const Wording& wording) {
  Table table{.title = wording("What is written otherwise"),
              .columns = with_values({{"id", wording("touchpoint")}, {"field", wording("field")}}, wording),
              .sections = {},
              .notes = {},
              .speech = speech_of(wording)};
  std::vector<Row>& rows = table.sections.emplace_back().rows;
  for (const FieldChange& change : diff.changed) {
    if (is_move(change)) continue;
    Row& row = rows.emplace_back(Row{{change.id}, {std::string(change.field)}});
    put_values(change.before, change.after, row);
  }
  return table;
}

Table surroundings_table(const Diff& diff, const Wording& wording) {
  Table table{.title = wording("Project, departments, journeys, personas, channels, sources, rules, actions and suppressions"),
              .columns = with_values({{"kind", wording("kind")}, {"id", wording("id")}, {"field", wording("what")}}, wording),
              .sections = {},
              .notes = {},
              .speech = speech_of(wording)};
  std::vector<Row>& rows = table.sections.emplace_back().rows;
  for (const SurroundingChange& change : diff.surroundings) {
    const bool is_whole = change.what != Happening::changed;
    Row& row = rows.emplace_back(
        Row{{wording(change.kind)}, {change.id}, {is_whole ? glyph_of(change.what, wording) : std::string(change.field)}});
    put_values(change.before, change.after, row);
  }
  return table;
}

}  // namespace

std::vector<Table> diff_tables(const Diff& diff, const StateNames& names, const Wording& wording) {
  std::vector<Table> tables = {scores_table(diff, names, wording)};
  for (Table& table :
       std::vector<Table>{figures_table(diff, wording), losses_table(diff, wording), changed_kpis_table(diff, wording),
                          moved_touchpoints_table(diff, wording), fields_table(diff, wording), surroundings_table(diff, wording)}) {
    if (!table.sections.front().rows.empty()) tables.push_back(std::move(table));
  }
  return tables;
}

}  // namespace mot

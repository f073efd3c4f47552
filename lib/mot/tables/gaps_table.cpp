#include "mot/tables/gaps_table.h"

#include <fmt/format.h>

#include "mot/analysis/gaps.h"
#include "mot/analysis/priorities.h"

namespace mot {
namespace {

/// One touchpoint and all that its row is made from.
struct RowSource {
  const Workspace& workspace;
  const Analysis& analysis;
  std::span<const std::optional<RankRange>> ranges;
  std::size_t index;

  const Touchpoint& touchpoint() const { return workspace.touchpoints[index]; }
  const Figures& figures() const { return analysis.touchpoints[index]; }
  bool is_measured() const { return figures().actual_kind == ActualKind::measured; }
};

template <class Word>
Cell word_cell(const std::optional<Word>& word) {
  return word ? Cell{std::string(name_of(*word))} : blank();
}

Cell rank_cell(const RowSource& source) {
  return source.figures().rank ? Cell{static_cast<double>(*source.figures().rank)} : blank();
}

Cell ranks_cell(const RowSource& source) {
  if (source.ranges.empty() || !source.ranges[source.index]) return blank();
  const auto [best, worst] = *source.ranges[source.index];
  return {fmt::format("{} to {}", best, worst)};
}

Cell department_cell(const RowSource& source) {
  const auto& department = source.touchpoint().department.index;
  return department ? Cell{source.workspace.departments[*department].name.value} : blank();
}

Cell moment_cell(const RowSource& source) {
  return source.touchpoint().moment_of_truth.value ? Cell{std::string("yes")} : blank();
}

Cell n_cell(const RowSource& source) {
  return source.is_measured() ? Cell{static_cast<double>(source.figures().measurement->n)} : blank();
}

Cell interval_cell(const RowSource& source) {
  return source.is_measured() ? cell_of(source.figures().measurement->interval) : blank();
}

Cell gap_cell(const RowSource& source) {
  Cell cell = cell_of(source.figures().gap);
  cell.gap_class = source.figures().gap_class;
  return cell;
}

Cell widest_cell(const RowSource& source) {
  const auto widest = widest_gap(source.figures().gaps, source.workspace.project.scale);
  if (!widest) return blank();
  return {fmt::format("{}: {}", widest->acts.empty() ? "?" : widest->acts, name_of(widest->kind))};
}

Cell established_cell(const RowSource& source) {
  if (!source.figures().gap || !source.is_measured()) return blank();
  return {std::string(source.figures().is_established ? "yes" : "no")};
}

Cell thumbs_cell(const RowSource& source, std::size_t Share::*part) {
  const auto& thumbs = source.figures().thumbs;
  return thumbs ? Cell{static_cast<double>((*thumbs).*part)} : Cell{Unknown{}};
}

/// A column and what stands in it.
struct GapsColumn {
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
constexpr GapsColumn gaps_columns[] = {
    {"rank", "#", ColumnKind::number, 0, 0, rank_cell},
    {"ranks", "could be", ColumnKind::text, 0, 0, ranks_cell},
    {"id", "", ColumnKind::text, 0, 0, [](Source source) { return Cell{source.touchpoint().id.value}; }},
    {"touchpoint", "touchpoint", ColumnKind::text, 0, 0, [](Source source) { return Cell{source.touchpoint().name.value}; }},
    {"department", "department", ColumnKind::text, 0, 3, department_cell},
    {"moment_of_truth", "mot", ColumnKind::text, 0, 4, moment_cell},
    {"importance", "imp.", ColumnKind::number, 1, 0, [](Source source) { return cell_of(source.figures().importance); }},
    {"target", "target", ColumnKind::number, as_the_scale, 0, [](Source source) { return cell_of(source.figures().target); }},
    {"actual", "actual", ColumnKind::number, as_the_scale, 0, [](Source source) { return cell_of(source.figures().actual); }},
    {"interval", "95 %", ColumnKind::interval, as_the_scale, 2, interval_cell},
    {"basis", "rests on", ColumnKind::text, 0, 0, [](Source source) { return Cell{basis_of(source.figures())}; }},
    {"gap", "gap", ColumnKind::number, as_the_scale, 0, gap_cell},
    {"widest_gap", "who acts", ColumnKind::text, 0, 1, widest_cell},
    {"quadrant", "quadrant", ColumnKind::text, 0, 0, [](Source source) { return word_cell(source.figures().quadrant); }},
    {"priority", "priority", ColumnKind::number, 2, 0, [](Source source) { return cell_of(source.figures().priority); }},
    {"actual_kind", "", ColumnKind::text, 0, 0, [](Source source) { return word_cell(source.figures().actual_kind); }},
    {"n", "", ColumnKind::number, 0, 0, n_cell},
    {"established", "", ColumnKind::text, 0, 0, established_cell},
    {"gap_class", "", ColumnKind::text, 0, 0, [](Source source) { return Cell{std::string(name_of(source.figures().gap_class))}; }},
    {"zone", "", ColumnKind::text, 0, 0, [](Source source) { return word_cell(source.figures().zone); }},
    {"company", "", ColumnKind::number, 0, 0, [](Source source) { return cell_of(source.figures().company); }},
    {"customer", "", ColumnKind::number, 0, 0, [](Source source) { return cell_of(source.figures().customer); }},
    {"adequate", "", ColumnKind::number, 0, 0, [](Source source) { return cell_of(source.figures().adequate); }},
    {"listening_gap", "", ColumnKind::number, 0, 0, [](Source source) { return cell_of(source.figures().gaps.listening); }},
    {"standards_gap", "", ColumnKind::number, 0, 0, [](Source source) { return cell_of(source.figures().gaps.standards); }},
    {"delivery_gap", "", ColumnKind::number, 0, 0, [](Source source) { return cell_of(source.figures().gaps.delivery); }},
    {"promise_gap", "", ColumnKind::number, 0, 0, [](Source source) { return cell_of(source.figures().gaps.promise); }},
    {"customer_gap", "", ColumnKind::number, 0, 0, [](Source source) { return cell_of(source.figures().gaps.customer); }},
    {"thumbs_up", "", ColumnKind::number, 0, 0, [](Source source) { return thumbs_cell(source, &Share::count); }},
    {"thumbs_n", "", ColumnKind::number, 0, 0, [](Source source) { return thumbs_cell(source, &Share::of); }},
    {"derived_importance", "", ColumnKind::number, 0, 0, [](Source source) { return cell_of(source.figures().derived_importance); }},
    {"distance_to_crosshair", "to line", ColumnKind::number, 3, 0, [](Source source) { return cell_of(source.figures().distance_to_crosshair); }},
};
// clang-format on

/// What each method ranks by: the header of its figure, and how it is worked out.
struct MethodWords {
  std::string_view header;
  std::string_view formula;
  std::string_view lacks;  ///< what it needs, where no touchpoint has it
};
/// In the order of Method.
constexpr std::array<MethodWords, names_of<Method>.size()> method_words = {{
    {"priority", "priority is importance / 5 times the gap's share of the scale, twice that for a moment of truth",
     "no touchpoint has an importance, a desired and an actual score"},
    {"beyond line",
     "ranked by quadrant, then by how far a touchpoint lies to the important and weak side of the diagonal through the cross-hair; to "
     "line: "
     "the distance to the nearer line of the cross-hair, as a share of its axis",
     "no touchpoint has an importance and an actual score"},
    {"opportunity", "opportunity is I + max(I - S, 0) with I and S ten times the share of answers in the two best points",
     "method opportunity needs a source that asks customers for importance and for the actual experience, and none does"},
    {"E - P", "ranked by expectation less perception", "no touchpoint has a score that customers desire and an actual one"},
}};

const MethodWords& words_of(Method method) {
  return method_words[static_cast<std::size_t>(method)];
}

std::string header_of(const GapsColumn& column, Method method) {
  if (column.key == "priority") return std::string(words_of(method).header);
  const bool is_of_ipa = column.key == "quadrant" || column.key == "distance_to_crosshair";
  if (is_of_ipa && method != Method::ipa) return "";
  return std::string(column.header);
}

/// Whether the column has anything to say at all.
bool is_wanted(const GapsColumn& column, Source any) {
  return column.key != "ranks" || !any.ranges.empty();
}

std::vector<Column> columns_for(Source any) {
  std::vector<Column> columns;
  for (const GapsColumn& column : gaps_columns) {
    if (!is_wanted(column, any)) continue;
    columns.push_back({.key = std::string(column.key),
                       .header = header_of(column, any.analysis.method),
                       .kind = column.kind,
                       .decimals = column.decimals == as_the_scale ? decimals_on(any.workspace.project.scale) : column.decimals,
                       .drops_at = column.drops_at,
                       .gaps_on = column.key == "gap" ? std::optional(any.workspace.project.scale) : std::nullopt});
  }
  return columns;
}

Section section_of(std::string title, Source any, const std::vector<std::size_t>& touchpoints) {
  Section section{std::move(title), {}};
  for (const std::size_t touchpoint : touchpoints) {
    const RowSource source{any.workspace, any.analysis, any.ranges, touchpoint};
    Row& row = section.rows.emplace_back();
    for (const GapsColumn& column : gaps_columns) {
      if (is_wanted(column, any)) row.push_back(column.cell(source));
    }
  }
  return section;
}

std::string coverage_sentence(const Summary& summary) {
  if (!summary.coverage) return "coverage ?: nothing is asked of any touchpoint";
  return fmt::format("coverage {} % of what the picture of a touchpoint should hold", number_text(*summary.coverage, 1));
}

std::string outcome_sentence(const Workspace& workspace, const OutcomeFigures& figures, int decimals) {
  const SourceOutcome& outcome = workspace.sources[figures.source].outcomes[figures.outcome];
  const bool is_nps = outcome.kind.value == OutcomeKind::nps;
  const std::string& name = outcome.name ? outcome.name->value : outcome.id.value;
  if (!figures.value) return fmt::format("{}: ? (no answers)", name);
  const auto number = [&](double value) { return number_text(value, is_nps ? 1 : decimals); };
  const std::string interval =
      figures.interval ? fmt::format(", 95 % {} to {}", number(figures.interval->low), number(figures.interval->high)) : "";
  return fmt::format("{}: {} ({}n {}{})", name, number(*figures.value), is_nps ? "net promoter score, " : "", figures.n, interval);
}

/// Says what the words under `rests on` mean, where they stand.
std::vector<std::string> basis_notes(const Analysis& analysis) {
  bool has_unsure = false, has_few = false;
  for (const Figures& figures : analysis.touchpoints) {
    has_unsure = has_unsure || basis_of(figures).ends_with("unsure");
    has_few = has_few || basis_of(figures).ends_with("few");
  }
  std::vector<std::string> notes;
  if (has_few) notes.emplace_back("few: fewer than 30 effective answers");
  if (has_unsure) {
    notes.emplace_back(
        "unsure: not established, for answers are too few, their spread is not known, or the gap's interval includes 0; "
        "ranked behind what is");
  }
  return notes;
}

std::vector<std::string> notes_for(Source any) {
  const MethodWords& words = words_of(any.analysis.method);
  std::vector<std::string> notes = {delivered_sentence(any.analysis.all.delivered), coverage_sentence(any.analysis.all)};
  for (const OutcomeFigures& outcome : any.analysis.outcomes) {
    notes.push_back(outcome_sentence(any.workspace, outcome, decimals_on(any.workspace.project.scale)));
  }
  notes.emplace_back(any.analysis.ranking.empty() ? words.lacks : words.formula);
  for (std::string& note : basis_notes(any.analysis)) notes.push_back(std::move(note));
  return notes;
}

std::string title_on(const Scale& scale) {
  return fmt::format("Gaps in points of a scale from {} to {}: positive gap = shortfall", scale.min, scale.max);
}

}  // namespace

std::string basis_of(const Figures& figures) {
  if (!figures.actual_kind) return "";
  const auto n = figures.measurement ? figures.measurement->n : 0;
  if (figures.actual_kind == ActualKind::judged) return n > 0 ? fmt::format("judged, n {}", n) : "judged";
  const bool is_sure = figures.gap ? figures.is_established : figures.has_enough_answers;
  return fmt::format("n {}{}", n, !is_sure ? " unsure" : figures.has_few_answers ? " few" : "");
}

std::string delivered_sentence(const Delivered& delivered) {
  const std::string share = delivered.value ? number_text(*delivered.value, 1) : "?";
  std::string text = fmt::format("delivered {} % of what is wanted: {} of {} touchpoints known", share, delivered.known, delivered.of);
  if (delivered.judged > 0) text += fmt::format(", {} of them judged", delivered.judged);
  if (delivered.known == delivered.of || !delivered.worst || !delivered.best) return text;
  return text +
         fmt::format("; with the others at worst {} %, at best {} %", number_text(*delivered.worst, 1), number_text(*delivered.best, 1));
}

Table gaps_table(const Workspace& workspace, const Analysis& analysis) {
  return gaps_table(workspace, analysis, {});
}

Table gaps_table(const Workspace& workspace, const Analysis& analysis, std::span<const std::optional<RankRange>> ranges) {
  const RowSource any{workspace, analysis, ranges, 0};
  Table table{.title = title_on(workspace.project.scale), .columns = columns_for(any), .sections = {}, .notes = notes_for(any)};
  if (!analysis.ranking.empty()) table.sections.push_back(section_of("", any, analysis.ranking));
  if (!analysis.blind_spots.empty()) table.sections.push_back(section_of("Blind spots", any, analysis.blind_spots));
  return table;
}

}  // namespace mot

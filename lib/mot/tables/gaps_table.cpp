#include "mot/tables/gaps_table.h"

#include <fmt/format.h>

#include "mot/analysis/kpis.h"
#include "mot/analysis/priorities.h"
#include "mot/tables/gaps_figures.h"

namespace mot {
namespace {

using GapsFigure = Figure<TouchpointRow>;

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

std::string header_of(const GapsFigure& figure, Method method) {
  if (figure.key == "priority") return std::string(words_of(method).header);
  const bool is_of_ipa = figure.key == "quadrant" || figure.key == "distance_to_crosshair";
  if (is_of_ipa && method != Method::ipa) return "";
  return std::string(figure.column.header);
}

/// What has a column, and anything to say in it at all.
std::vector<const GapsFigure*> wanted_figures(const TouchpointRow& any) {
  std::vector<const GapsFigure*> figures = in_columns(gaps_figures());
  if (any.ranges.empty()) std::erase_if(figures, [](const GapsFigure* figure) { return figure->key == "rank_range"; });
  return figures;
}

std::vector<Column> columns_for(const TouchpointRow& any) {
  std::vector<Column> columns;
  for (const GapsFigure* figure : wanted_figures(any)) {
    columns.push_back(column_of(*figure, header_of(*figure, any.analysis.method), any.workspace.project.scale, "gap"));
  }
  return columns;
}

Section section_of(std::string title, const TouchpointRow& any, const std::vector<std::size_t>& touchpoints) {
  Section section{std::move(title), {}};
  const auto figures = wanted_figures(any);
  for (const std::size_t touchpoint : touchpoints) {
    const TouchpointRow source{any.workspace, any.analysis, any.ranges, touchpoint, any.answers};
    Row& row = section.rows.emplace_back();
    for (const GapsFigure* figure : figures) row.push_back(cell_of(*figure, source));
  }
  return section;
}

std::string coverage_sentence(const Summary& summary) {
  if (!summary.coverage) return "coverage ?: nothing is asked of any touchpoint";
  return fmt::format("coverage {} % of what the picture of a touchpoint should hold", number_text(*summary.coverage, 1));
}

/// `, target 40: missed`; nothing without a target.
template <class NumberText>
std::string target_text(const OutcomeStanding& standing, const NumberText& number) {
  if (!standing.outcome->target) return "";
  const std::string_view verdict = !standing.is_met ? "nobody can tell yet" : *standing.is_met ? "met" : "missed";
  return fmt::format(", target {}: {}", number(standing.outcome->target->value), verdict);
}

std::string outcome_sentence(const Workspace& workspace, const OutcomeFigures& figures, int decimals) {
  const SourceOutcome& outcome = workspace.sources[figures.source].outcomes[figures.outcome];
  const bool is_nps = outcome.kind.value == OutcomeKind::nps;
  const std::string& name = outcome.name ? outcome.name->value : outcome.id.value;
  if (!figures.value) return fmt::format("{}: ? (no answers)", name);
  const auto number = [&](double value) { return number_text(value, is_nps ? 1 : decimals); };
  const std::string interval =
      figures.interval ? fmt::format(", 95 % {} to {}", number(figures.interval->low), number(figures.interval->high)) : "";
  return fmt::format("{}: {} ({}n {}{}){}", name, number(*figures.value), is_nps ? "net promoter score, " : "", figures.n, interval,
                     target_text(standing_of(workspace, figures), number));
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

std::vector<std::string> notes_for(const TouchpointRow& any) {
  const MethodWords& words = words_of(any.analysis.method);
  std::vector<std::string> notes = {delivered_sentence(any.analysis.all.delivered), coverage_sentence(any.analysis.all)};
  for (const OutcomeFigures& outcome : any.analysis.outcomes) {
    notes.push_back(outcome_sentence(any.workspace, outcome, decimals_on(any.workspace.project.scale)));
  }
  notes.emplace_back(any.analysis.ranking.empty() ? words.lacks : words.formula);
  for (std::string& note : basis_notes(any.analysis)) notes.push_back(std::move(note));
  return notes;
}

std::string_view interval_ground(IntervalKind kind) {
  switch (kind) {
    case IntervalKind::respondents:
      return ", by respondents";
    case IntervalKind::clusters:
      return ", by clusters";
    case IntervalKind::as_if_others:
      return ", at least: as if each question were asked of other people";
    case IntervalKind::paired:
      return ", paired";
    case IntervalKind::welch:
      return ", as if other people had been asked what they want";
    case IntervalKind::mean:
      break;
  }
  return "";
}

std::string title_on(const Scale& scale) {
  return fmt::format("Gaps in points of a scale from {} to {}: positive gap = shortfall", scale.min, scale.max);
}

}  // namespace

std::string delivered_sentence(const Delivered& delivered) {
  const std::string share = delivered.value ? number_text(*delivered.value, 1) : "?";
  std::string text = fmt::format("delivered {} % of what is wanted: {} of {} touchpoints known", share, delivered.known, delivered.of);
  if (delivered.judged > 0) text += fmt::format(", {} of them judged", delivered.judged);
  if (delivered.interval && delivered.interval_kind) {
    text += fmt::format("; 95 % of it from {} to {} %{}", number_text(delivered.interval->low, 1), number_text(delivered.interval->high, 1),
                        interval_ground(*delivered.interval_kind));
  }
  if (delivered.known == delivered.of || !delivered.worst || !delivered.best) return text;
  return text +
         fmt::format("; with the others at worst {} %, at best {} %", number_text(*delivered.worst, 1), number_text(*delivered.best, 1));
}

Table gaps_table(const Workspace& workspace, const Analysis& analysis) {
  return gaps_table(workspace, analysis, {});
}

Table gaps_table(const Workspace& workspace, const Analysis& analysis, std::span<const std::optional<RankRange>> ranges,
                 const Answers* answers) {
  const TouchpointRow any{workspace, analysis, ranges, 0, answers};
  Table table{.title = title_on(workspace.project.scale), .columns = columns_for(any), .sections = {}, .notes = notes_for(any)};
  if (!analysis.ranking.empty()) table.sections.push_back(section_of("", any, analysis.ranking));
  if (!analysis.blind_spots.empty()) table.sections.push_back(section_of("Blind spots", any, analysis.blind_spots));
  return table;
}

}  // namespace mot

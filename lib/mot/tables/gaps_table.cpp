#include "mot/tables/gaps_table.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <cmath>
#include <span>

#include "mot/analysis/interval_names.h"
#include "mot/analysis/kpis.h"
#include "mot/analysis/outcomes.h"
#include "mot/analysis/priorities.h"
#include "mot/tables/gaps_figures.h"
#include "mot/tables/sentences.h"
#include "mot/words/figures.h"

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
     "line: the distance to the nearer line of the cross-hair, as a share of its axis",
     "no touchpoint has an importance and an actual score"},
    {"opportunity", "opportunity is I + max(I - S, 0) with I and S ten times the share of answers in the two best points",
     "method opportunity needs a source that asks customers for importance and for the actual experience, and none does"},
    {"E - P", "ranked by expectation less perception", "no touchpoint has a score that customers desire and an actual one"},
}};

const MethodWords& words_of(Method method) {
  return method_words[static_cast<std::size_t>(method)];
}

std::string header_of(const GapsFigure& figure, Method method, const Wording& wording) {
  if (figure.key == "priority") return wording(words_of(method).header);
  const bool is_of_ipa = figure.key == "quadrant" || figure.key == "distance_to_crosshair";
  if (is_of_ipa && method != Method::ipa) return "";
  return wording(figure.column.header);
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
    columns.push_back(column_of(*figure, header_of(*figure, any.analysis.method, any.wording), any.workspace.project.scale, "gap"));
  }
  return columns;
}

Section section_of(std::string title, const TouchpointRow& any, const std::vector<std::size_t>& touchpoints) {
  Section section{std::move(title), {}};
  const auto figures = wanted_figures(any);
  for (const std::size_t touchpoint : touchpoints) {
    const TouchpointRow source{any.workspace, any.analysis, any.ranges, touchpoint, any.answers, any.wording};
    Row& row = section.rows.emplace_back();
    for (const GapsFigure* figure : figures) row.push_back(cell_of(*figure, source));
  }
  return section;
}

std::string coverage_sentence(const Summary& summary, const Wording& wording) {
  if (!summary.coverage) return wording("coverage ?: nothing is asked of any touchpoint");
  return wording("coverage {share} % of what the picture of a touchpoint should hold",
                 {{"share", decimal_in(wording, *summary.coverage, 1)}});
}

/// `, target 40: missed`; nothing without a target.
template <class NumberText>
std::string target_text(const OutcomeStanding& standing, const NumberText& number, const Wording& wording) {
  if (!standing.outcome->target) return "";
  const std::string_view verdict = !standing.is_met ? "nobody can tell yet" : *standing.is_met ? "met" : "missed";
  return ", " + wording("target {target}: {verdict}", {{"target", number(standing.outcome->target->value)}, {"verdict", wording(verdict)}});
}

std::string outcome_sentence(const Workspace& workspace, const Analysis& analysis, const OutcomeFigures& figures, const Wording& wording) {
  const SourceOutcome& outcome = workspace.sources[figures.source].outcomes[figures.outcome];
  const bool is_nps = outcome.kind.value == OutcomeKind::nps;
  const std::string name = outcome_name(workspace, analysis.outcomes, figures);
  if (!figures.value) return wording("{outcome}: ? (no answers)", {{"outcome", name}});
  const int decimals = is_nps ? 1 : decimals_on(workspace.project.scale);
  const auto number = [&](double value) { return decimal_in(wording, value, decimals); };
  std::string rests_on = is_nps ? wording("net promoter score") + ", " : "";
  rests_on += wording("n {count}", {{"count", figures.n}});
  if (const auto& interval = figures.interval)
    rests_on += ", " + wording("95 % {low} to {high}", {{"low", number(interval->low)}, {"high", number(interval->high)}}) + " (" +
                wording(interval_name(figures)) + ")";
  return fmt::format("{}: {} ({}){}", name, number(*figures.value), rests_on,
                     target_text(standing_of(workspace, figures), number, wording));
}

/// Says what the words under `rests on` mean, where they stand.
std::vector<std::string> basis_notes(const TouchpointRow& any) {
  const auto has = [&](BasisMark mark) {
    return std::ranges::any_of(any.analysis.touchpoints, [&](const Figures& figures) { return basis_mark_of(figures) == mark; });
  };
  std::vector<std::string> notes;
  const auto has_interval = [](const Figures& figures) {
    return figures.actual_kind == ActualKind::measured && figures.measurement->interval;
  };
  const auto is_clustered = [&](const Figures& figures) { return has_interval(figures) && figures.measurement->clusters > 0; };
  if (std::ranges::any_of(any.analysis.touchpoints, has_interval)) {
    notes.push_back(
        any.wording(std::ranges::any_of(any.analysis.touchpoints, is_clustered)
                        ? "95 %: of the mean, by Student's t with an answer more at either end of the scale; by clusters where a "
                          "source names them"
                        : "95 %: of the mean, by Student's t with an answer more at either end of the scale"));
  }
  if (has(BasisMark::few)) notes.push_back(any.wording("few: fewer than 30 effective answers"));
  if (has(BasisMark::unsure)) {
    notes.push_back(
        any.wording("unsure: not established, for answers are too few, their spread is not known, or the gap's interval includes 0; "
                    "ranked behind what is"));
  }
  return notes;
}

std::vector<std::string> notes_for(const TouchpointRow& any) {
  const MethodWords& words = words_of(any.analysis.method);
  std::vector<std::string> notes = {delivered_sentence(any.analysis.all.delivered, any.wording),
                                    coverage_sentence(any.analysis.all, any.wording)};
  if (std::string lost = lost_sentence(any.workspace, any.analysis, any.wording); !lost.empty())
    notes.insert(notes.begin() + 1, std::move(lost));
  for (const OutcomeFigures& outcome : any.analysis.outcomes)
    notes.push_back(outcome_sentence(any.workspace, any.analysis, outcome, any.wording));
  notes.push_back(any.wording(any.analysis.ranking.empty() ? words.lacks : words.formula));
  for (std::string& note : basis_notes(any)) notes.push_back(std::move(note));
  return notes;
}

std::string interval_text(const Delivered& delivered, const Wording& wording) {
  const Interval& interval = *delivered.interval;
  const std::string text = wording("95 % of it from {low} to {high} %",
                                   {{"low", decimal_in(wording, interval.low, 1)}, {"high", decimal_in(wording, interval.high, 1)}});
  const std::string_view ground = interval_ground(*delivered.interval_kind);
  return ground.empty() ? text : text + ", " + wording(ground);
}

}  // namespace

std::string delivered_sentence(const Delivered& delivered) {
  return delivered_sentence(delivered, Wording());
}

std::string delivered_sentence(const Delivered& delivered, const Wording& wording) {
  std::string text = wording.counted(
      static_cast<double>(delivered.of), "delivered {share} % of what is wanted: {known} of {all} touchpoints known",
      {{"share", delivered.value ? decimal_in(wording, *delivered.value, 1) : "?"}, {"known", delivered.known}, {"all", delivered.of}});
  if (delivered.judged > 0) text += ", " + wording("{count} of them judged", {{"count", delivered.judged}});
  if (delivered.by_share > 0) text += ", " + wording("{count} by the share who come", {{"count", delivered.by_share}});
  if (delivered.interval && delivered.interval_kind) text += "; " + interval_text(delivered, wording);
  if (delivered.known == delivered.of || !delivered.worst || !delivered.best) return text;
  return text + "; " +
         wording("with the others at worst {worst} %, at best {best} %",
                 {{"worst", decimal_in(wording, *delivered.worst, 1)}, {"best", decimal_in(wording, *delivered.best, 1)}});
}

std::string lost_sentence(const Workspace& workspace, const Analysis& analysis, const Wording& wording) {
  constexpr std::size_t most = 5;
  std::vector<std::string> names;
  const auto add = [&](const std::string& name, double lost) {
    if (lost == 0) return;
    const std::string count = lost < AnswerSums::uncounted ? decimal_in(wording, std::ceil(lost), 0) : "?";
    names.push_back(wording("{name} ({count})", {{"name", name}, {"count", count}}));
  };
  for (std::size_t i = 0; i < workspace.touchpoints.size(); ++i) {
    const LostAnswers& lost = analysis.touchpoints[i].lost;
    add(workspace.touchpoints[i].id.value, lost.lived + lost.wished + lost.importance + lost.thumbs);
  }
  for (const OutcomeFigures& figures : analysis.outcomes)
    add(workspace.sources[figures.source].outcomes[figures.outcome].id.value, figures.lost);
  if (names.empty()) return "";
  std::string list = fmt::format("{}", fmt::join(std::span(names).first(std::min(most, names.size())), ", "));
  if (names.size() > most) list += " " + wording("and {count} more", {{"count", names.size() - most}});
  return wording("answers that could not be used are in no figure: {names}", {{"names", list}});
}

namespace {

std::string gaps_title(const Scale& scale, const Wording& wording) {
  return wording("Gaps in points of a scale from {low} to {high}: positive gap = shortfall",
                 {{"low", number_in(wording, scale.min)}, {"high", number_in(wording, scale.max)}});
}

}  // namespace

Table gaps_table(const Workspace& workspace, const Analysis& analysis) {
  return gaps_table(workspace, analysis, {});
}

Table gaps_table(const Workspace& workspace, const Analysis& analysis, std::span<const std::optional<RankRange>> ranges,
                 const Answers* answers) {
  return gaps_table(TouchpointRow{workspace, analysis, ranges, 0, answers, Wording(workspace.project)});
}

Table gaps_table(const TouchpointRow& any) {
  Table table{.title = gaps_title(any.workspace.project.scale, any.wording),
              .columns = columns_for(any),
              .sections = {},
              .notes = notes_for(any),
              .speech = speech_of(any.wording)};
  const auto &ranking = any.analysis.ranking, &blind_spots = any.analysis.blind_spots;
  if (!ranking.empty()) table.sections.push_back(section_of("", any, ranking));
  if (!blind_spots.empty()) table.sections.push_back(section_of(any.wording("Blind spots"), any, blind_spots));
  return table;
}

}  // namespace mot

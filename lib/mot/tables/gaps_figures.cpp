#include "mot/tables/gaps_figures.h"

#include <fmt/format.h>

#include <utility>

#include "mot/analysis/compare/renames.h"
#include "mot/analysis/gaps.h"
#include "mot/analysis/interval_names.h"
#include "mot/analysis/told.h"

namespace mot {
namespace {

using AtTouchpoint = const TouchpointRow&;

/// A member of the figures.
template <auto member>
FigureValue of(AtTouchpoint row) {
  return figure_of(row.figures().*member);
}
/// The same, where its lack is nothing to be shown as missing.
template <auto member>
FigureValue of_if_any(AtTouchpoint row) {
  return figure_of(row.figures().*member, NothingToSay{});
}
/// A member of the measurement that the actual is.
template <auto member>
FigureValue measured(AtTouchpoint row) {
  if (!row.is_measured()) return NothingToSay{};
  return figure_of(std::optional((*row.figures().measurement).*member));
}
FigureValue clusters(AtTouchpoint row) {
  const bool has_clusters = row.is_measured() && row.figures().measurement->clusters > 0;
  return has_clusters ? FigureValue(row.figures().measurement->clusters) : NothingToSay{};
}

FigureValue interval_kind(AtTouchpoint row) {
  const bool has_interval = row.is_measured() && row.figures().measurement->interval;
  return has_interval ? FigureValue(FixedWord{interval_name(*row.figures().measurement)}) : NothingToSay{};
}

FigureValue derived_kind(AtTouchpoint row) {
  return row.figures().derived_importance_interval ? FigureValue(FixedWord{fisher_interval}) : NothingToSay{};
}

FigureValue derived_n(AtTouchpoint row) {
  return row.figures().derived_importance_n > 0 ? FigureValue(row.figures().derived_importance_n) : NothingToSay{};
}

template <auto member>
Cell gap_cell_of(AtTouchpoint row) {
  return cell_of(row.figures().gaps.*member);
}

FigureValue department(AtTouchpoint row) {
  const auto& link = row.touchpoint().department;
  return link.index ? FigureValue(link.value) : NothingToSay{};
}

Cell department_cell(AtTouchpoint row) {
  const auto& link = row.touchpoint().department;
  return link.index ? Cell{row.workspace.departments[*link.index].name.value} : blank();
}

Cell ranks_cell(AtTouchpoint row) {
  if (row.ranges.empty() || !row.ranges[row.index]) return blank();
  const auto [best, worst] = *row.ranges[row.index];
  return {row.wording("{low} to {high}", {{"low", best}, {"high", worst}})};
}

Cell gap_cell(AtTouchpoint row) {
  Cell cell = cell_of(row.figures().gap);
  cell.gap_class = row.figures().gap_class;
  return cell;
}

Cell widest_cell(AtTouchpoint row) {
  const auto widest = widest_gap(row.figures().gaps, row.workspace.project.scale);
  if (!widest) return blank();
  return {fmt::format("{}: {}", widest->acts.empty() ? "?" : row.wording(widest->acts), row.wording(name_of(widest->kind)))};
}

FigureValue established(AtTouchpoint row) {
  return row.figures().gap ? FigureValue(row.figures().is_established) : NothingToSay{};
}

Cell established_cell(AtTouchpoint row) {
  if (!row.figures().gap || !row.is_measured()) return blank();
  return {row.wording(row.figures().is_established ? "yes" : "no")};
}

/// Where no score says what is lived, what was told of it.
Cell basis_cell(AtTouchpoint row) {
  if (row.figures().actual) return {basis_of(row.figures(), row.wording)};
  const TouchpointAnswers nothing;
  const bool has_answers = row.answers != nullptr && row.index < row.answers->touchpoints.size();
  const Told told = told_of(row.workspace, row.analysis, has_answers ? row.answers->touchpoints[row.index] : nothing, row.index);
  const std::string text = told_text(row.wording, told);
  return {text.empty() ? basis_of(row.figures(), row.wording) : text};
}

FigureValue told_words(AtTouchpoint row) {
  const auto& actual = row.touchpoint().actual;
  return actual && actual->experience ? FigureValue(actual->experience->value) : NothingToSay{};
}

FigureValue why_it_decides(AtTouchpoint row) {
  const auto& why = row.touchpoint().moment_of_truth.why;
  return why ? FigureValue(why->value) : NothingToSay{};
}

template <std::size_t Share::*part>
Cell thumbs_cell(AtTouchpoint row) {
  const auto& thumbs = row.figures().thumbs;
  return thumbs ? cell_of(std::optional((*thumbs).*part)) : Cell{Unknown{}};
}

Cell lost_cell(AtTouchpoint row) {
  const LostAnswers& lost = row.figures().lost;
  const double all = lost.lived + lost.wished + lost.importance;
  if (all == 0) return blank();
  return all < AnswerSums::uncounted ? cell_of(std::optional(all)) : Cell{Unknown{}};
}

/// By which a later state knows it under another id.
FigureValue digest_of_row(AtTouchpoint row) {
  auto digest = digest_of_fields(row.touchpoint());
  return digest ? FigureValue(std::move(*digest)) : NothingToSay{};
}

// clang-format off
constexpr Figure<TouchpointRow> figures_of_touchpoints[] = {
    {figure_keys::id, [](AtTouchpoint row) { return FigureValue(row.touchpoint().id.value); }, {3}},
    {"name", [](AtTouchpoint row) { return FigureValue(row.touchpoint().name.value); }, {4, "touchpoint", text_column, 0, 0, "touchpoint"}},
    {"department", department, {5, "department", text_column, 0, 3}, department_cell},
    {"journeys", nullptr},
    {"stages", nullptr},
    {"importance", of<&Figures::importance>, {7, "imp.", number_column, 1}},
    {"moment_of_truth", [](AtTouchpoint row) { return FigureValue(row.touchpoint().moment_of_truth.value); }, {6, "mot", text_column, 0, 4}},
    {"company", of<&Figures::company>, {21, "", number_column}},
    {"customer", of<&Figures::customer>, {22, "", number_column}},
    {"adequate", of<&Figures::adequate>, {23, "", number_column}},
    {"target", of<&Figures::target>, {8, "target", number_column, as_the_scale}},
    {figure_keys::actual, of<&Figures::actual>, {9, "actual", number_column, as_the_scale}},
    {figure_keys::actual_kind, of_if_any<&Figures::actual_kind>, {16}},
    {figure_keys::n, measured<&Measurement::n>, {17, "", number_column}},
    {figure_keys::n_effective, measured<&Measurement::n_effective>},
    {figure_keys::sd, measured<&Measurement::sd>},
    {"clusters", clusters},
    {"interval", measured<&Measurement::interval>, {10, "95 %", interval_column, as_the_scale, 2}},
    {"interval_kind", interval_kind, {35}},
    {"basis", nullptr, {11, "rests on"}, basis_cell},
    {"thumbs", nullptr},
    {"top_two", nullptr},
    {"bottom_two", nullptr},
    {"distribution", nullptr},
    {"thumbs_up", nullptr, {29, "", number_column}, thumbs_cell<&Share::count>},
    {"thumbs_n", nullptr, {30, "", number_column}, thumbs_cell<&Share::of>},
    {"established", established, {18}, established_cell},
    {"gap", of<&Figures::gap>, {12, "gap", number_column, as_the_scale}, gap_cell},
    {"gap_interval", of<&Figures::gap_interval>, {36, "", interval_column}},
    {"gap_interval_kind", of_if_any<&Figures::gap_interval_kind>, {37}},
    {"gap_class", [](AtTouchpoint row) { return FigureValue(FixedWord{name_of(row.figures().gap_class)}); }, {19}},
    {"zone", of_if_any<&Figures::zone>, {20}},
    {"gaps", nullptr},
    {"listening_gap", nullptr, {24, "", number_column}, gap_cell_of<&Gaps::listening>},
    {"standards_gap", nullptr, {25, "", number_column}, gap_cell_of<&Gaps::standards>},
    {"delivery_gap", nullptr, {26, "", number_column}, gap_cell_of<&Gaps::delivery>},
    {"promise_gap", nullptr, {27, "", number_column}, gap_cell_of<&Gaps::promise>},
    {"customer_gap", nullptr, {28, "", number_column}, gap_cell_of<&Gaps::customer>},
    {"widest_gap", nullptr, {13, "who acts", text_column, 0, 1}, widest_cell},
    {"kept", nullptr},
    {"derived_importance", of<&Figures::derived_importance>, {31, "", number_column}},
    {"derived_importance_n", derived_n},
    {"derived_importance_interval", of_if_any<&Figures::derived_importance_interval>},
    {"derived_importance_interval_kind", derived_kind},
    {"quadrant", of_if_any<&Figures::quadrant>, {14, "quadrant"}},
    {"distance_to_crosshair", of<&Figures::distance_to_crosshair>, {32, "to line", number_column, 3}},
    {"priority", of<&Figures::priority>, {15, "priority", number_column, 2}},
    {"rank", of_if_any<&Figures::rank>, {1, "#", number_column}},
    {"rank_range", nullptr, {2, "could be", text_column, 0, 0, "ranks"}, ranks_cell},
    {"sensitivity", nullptr},
    {"quotes", nullptr},
    {"persona_gap", nullptr},
    {"practice_gap", nullptr},
    {"experience", told_words, {33}},
    {"moment_of_truth_why", why_it_decides, {34}},
    {"flags", nullptr},
    {"remember", nullptr},
    {"practices", nullptr},
    {"lost", nullptr},
    {"answers_lost", nullptr, {38, "", number_column}, lost_cell},
    {"said", digest_of_row},
    {"aims", nullptr},
};
// clang-format on

}  // namespace

std::span<const Figure<TouchpointRow>> gaps_figures() {
  return figures_of_touchpoints;
}

BasisMark basis_mark_of(const Figures& figures) {
  if (figures.actual_kind != ActualKind::measured) return BasisMark::none;
  const bool is_sure = figures.gap ? figures.is_established : figures.has_enough_answers;
  return !is_sure ? BasisMark::unsure : figures.has_few_answers ? BasisMark::few : BasisMark::none;
}

std::string basis_of(const Figures& figures, const Wording& wording) {
  if (!figures.actual_kind) return "";
  const std::size_t n = figures.measurement ? figures.measurement->n : 0;
  if (figures.actual_kind == ActualKind::published) return wording("published");
  if (figures.actual_kind == ActualKind::judged) return n > 0 ? wording("judged, n {count}", {{"count", n}}) : wording("judged");
  switch (basis_mark_of(figures)) {
    case BasisMark::few:
      return wording("n {count} few", {{"count", n}});
    case BasisMark::unsure:
      return wording("n {count} unsure", {{"count", n}});
    case BasisMark::none:
      break;
  }
  return wording("n {count}", {{"count", n}});
}

}  // namespace mot

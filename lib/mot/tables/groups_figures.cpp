#include "mot/tables/groups_figures.h"

namespace mot {
namespace {

using AtGroup = const GroupRow&;

const Delivered& delivered_of(AtGroup row) {
  return row.group.summary.delivered;
}

Cell name_cell(AtGroup row) {
  if (!row.group.key) return {row.wording("(none)")};
  return {row.group.by == GroupBy::level ? row.wording(row.group.name) : row.group.name};
}

Cell known_cell(AtGroup row) {
  return {row.wording("{known} of {all}", {{"known", delivered_of(row).known}, {"all", delivered_of(row).of}})};
}

Cell bounds_cell(AtGroup row) {
  const Delivered& delivered = delivered_of(row);
  return delivered.worst && delivered.best ? Cell{Interval{*delivered.worst, *delivered.best}} : Cell{Unknown{}};
}

Cell gap_cell(AtGroup row) {
  const auto& gap = row.group.summary.mean_gap;
  Cell cell = cell_of(gap);
  cell.gap_class = gap ? gap_class_of(*gap, row.scale) : GapClass::unknown;
  return cell;
}

template <std::size_t Summary::*member>
FigureValue count(AtGroup row) {
  return row.group.summary.*member;
}

// clang-format off
constexpr Figure<GroupRow> figures_of_groups[] = {
    {"by", [](AtGroup row) { return FigureValue(FixedWord{name_of(row.group.by)}); }},
    {"key", [](AtGroup row) { return figure_of(row.group.key, NothingToSay{}); }, {1}},
    {"name", nullptr, {2}, name_cell},
    {"touchpoints", [](AtGroup row) { return FigureValue(row.group.summary.touchpoints); }, {3, "touchpoints", number_column}},
    {"moments_of_truth", count<&Summary::moments_of_truth>, {4, "of truth", number_column, 0, 2}},
    {"measured", count<&Summary::measured>, {5, "measured", number_column, 0, 3}},
    {"judged", count<&Summary::judged>, {6, "judged", number_column, 0, 3}},
    {"delivered", [](AtGroup row) { return figure_of(delivered_of(row).value); }, {7, "delivered %", number_column, 1}},
    {"delivered_worst", [](AtGroup row) { return figure_of(delivered_of(row).worst); }},
    {"delivered_best", [](AtGroup row) { return figure_of(delivered_of(row).best); }},
    {"delivered_known", [](AtGroup row) { return FigureValue(delivered_of(row).known); }},
    {"delivered_by_share", [](AtGroup row) { return FigureValue(delivered_of(row).by_share); }},
    {"known", nullptr, {8, "known", text_column}, known_cell},
    {"bounds", nullptr, {9, "worst to best %", interval_column, 1, 1}, bounds_cell},
    {"delivered_interval", [](AtGroup row) { return figure_of(delivered_of(row).interval, NothingToSay{}); }, {14, "95 % of delivered", interval_column, 1, 1}},
    {"delivered_interval_kind", [](AtGroup row) { return figure_of(delivered_of(row).interval_kind, NothingToSay{}); }, {16, "interval by", text_column, 0, 3}},
    {"mean_gap_interval", [](AtGroup row) { return figure_of(row.group.summary.mean_gap_interval, NothingToSay{}); }, {15, "95 % of mean gap", interval_column, as_the_scale, 1}},
    {"coverage", [](AtGroup row) { return figure_of(row.group.summary.coverage); }, {10, "coverage %", number_column, 1}},
    {"mean_gap", [](AtGroup row) { return figure_of(row.group.summary.mean_gap); }, {11, "mean gap", number_column, as_the_scale}, gap_cell},
    {"servqual", [](AtGroup row) { return figure_of(row.group.servqual); }, {13, "P - E", number_column, 2}},
    {"peak_end", [](AtGroup row) { return figure_of(row.group.peak_end); }, {12, "peak-end", number_column, as_the_scale}},
};
// clang-format on

}  // namespace

std::span<const Figure<GroupRow>> groups_figures() {
  return figures_of_groups;
}

}  // namespace mot

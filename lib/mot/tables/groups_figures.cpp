#include "mot/tables/groups_figures.h"

namespace mot {
namespace {

using Row = const GroupRow&;

const Delivered& delivered_of(Row row) {
  return row.group.summary.delivered;
}

Cell name_cell(Row row) {
  if (!row.group.key) return {row.wording("(none)")};
  return {row.group.by == GroupBy::level ? row.wording(row.group.name) : row.group.name};
}

Cell known_cell(Row row) {
  return {row.wording("{known} of {all}", {{"known", delivered_of(row).known}, {"all", delivered_of(row).of}})};
}

Cell bounds_cell(Row row) {
  const Delivered& delivered = delivered_of(row);
  return delivered.worst && delivered.best ? Cell{Interval{*delivered.worst, *delivered.best}} : Cell{Unknown{}};
}

Cell gap_cell(Row row) {
  const auto& gap = row.group.summary.mean_gap;
  Cell cell = cell_of(gap);
  cell.gap_class = gap ? gap_class_of(*gap, row.scale) : GapClass::unknown;
  return cell;
}

template <std::size_t Summary::*member>
FigureValue count(Row row) {
  return row.group.summary.*member;
}

constexpr ColumnKind text = ColumnKind::text, number = ColumnKind::number, interval = ColumnKind::interval;

// clang-format off
constexpr Figure<GroupRow> figures[] = {
    {"by", [](Row row) { return FigureValue(FixedWord{name_of(row.group.by)}); }},
    {"key", [](Row row) { return figure_of(row.group.key, NothingToSay{}); }, {1}},
    {"name", nullptr, {2}, name_cell},
    {"touchpoints", [](Row row) { return FigureValue(row.group.summary.touchpoints); }, {3, "touchpoints", number}},
    {"moments_of_truth", count<&Summary::moments_of_truth>, {4, "of truth", number, 0, 2}},
    {"measured", count<&Summary::measured>, {5, "measured", number, 0, 3}},
    {"judged", count<&Summary::judged>, {6, "judged", number, 0, 3}},
    {"delivered", [](Row row) { return figure_of(delivered_of(row).value); }, {7, "delivered %", number, 1}},
    {"delivered_worst", [](Row row) { return figure_of(delivered_of(row).worst); }},
    {"delivered_best", [](Row row) { return figure_of(delivered_of(row).best); }},
    {"delivered_known", [](Row row) { return FigureValue(delivered_of(row).known); }},
    {"delivered_by_share", [](Row row) { return FigureValue(delivered_of(row).by_share); }},
    {"known", nullptr, {8, "known", text}, known_cell},
    {"bounds", nullptr, {9, "worst to best %", interval, 1, 1}, bounds_cell},
    {"delivered_interval", [](Row row) { return figure_of(delivered_of(row).interval, NothingToSay{}); }, {14, "95 % of delivered", interval, 1, 1}},
    {"delivered_interval_kind", [](Row row) { return figure_of(delivered_of(row).interval_kind, NothingToSay{}); }, {16, "interval by", text, 0, 3}},
    {"mean_gap_interval", [](Row row) { return figure_of(row.group.summary.mean_gap_interval, NothingToSay{}); }, {15, "95 % of mean gap", interval, as_the_scale, 1}},
    {"coverage", [](Row row) { return figure_of(row.group.summary.coverage); }, {10, "coverage %", number, 1}},
    {"mean_gap", [](Row row) { return figure_of(row.group.summary.mean_gap); }, {11, "mean gap", number, as_the_scale}, gap_cell},
    {"servqual", [](Row row) { return figure_of(row.group.servqual); }, {13, "P - E", number, 2}},
    {"peak_end", [](Row row) { return figure_of(row.group.peak_end); }, {12, "peak-end", number, as_the_scale}},
};
// clang-format on

}  // namespace

std::span<const Figure<GroupRow>> groups_figures() {
  return figures;
}

}  // namespace mot

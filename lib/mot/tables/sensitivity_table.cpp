#include "mot/tables/sensitivity_table.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

namespace mot {
namespace {

constexpr std::size_t first_few = 10;  // ranks that are compared between methods

std::vector<std::size_t> in_order(const Analysis& analysis) {
  std::vector<std::size_t> order = analysis.ranking;
  order.insert(order.end(), analysis.blind_spots.begin(), analysis.blind_spots.end());
  return order;
}

bool is_elsewhere(const Otherwise& otherwise, std::size_t at) {
  return otherwise.quadrants[0] && otherwise.quadrants[at] && otherwise.quadrants[at] != otherwise.quadrants[0];
}

/// Where the quadrant is another.
std::string flips_of(const Otherwise& otherwise) {
  std::vector<std::string_view> flips;
  for (std::size_t at = 1; at < otherwise.quadrants.size(); ++at) {
    if (is_elsewhere(otherwise, at)) flips.push_back(name_of(static_cast<CrosshairAt>(at)));
  }
  return fmt::format("{}", fmt::join(flips, ", "));
}

Cell quadrant_cell(const std::optional<Quadrant>& quadrant) {
  return quadrant ? Cell{std::string(name_of(*quadrant))} : blank();
}
Cell rank_cell(const std::optional<std::size_t>& rank) {
  return rank ? Cell{static_cast<double>(*rank)} : blank();
}

std::string key_of(CrosshairAt at) {
  std::string key = fmt::format("quadrant_at_{}", name_of(at));
  std::ranges::replace(key, ' ', '_');
  return key;
}

std::vector<Column> columns_for(Method method) {
  std::vector<Column> columns = {
      {"id", ""}, {"touchpoint", "touchpoint"}, {"rank_best", "best", ColumnKind::number}, {"rank_worst", "worst", ColumnKind::number}};
  for (const std::string_view name : names_of<Method>) {
    const std::string header = name == name_of(method) ? fmt::format("#{}", name) : std::string(name);
    columns.push_back({fmt::format("rank_{}", name), header, ColumnKind::number, 0, name == name_of(Method::opportunity) ? 1 : 0});
  }
  for (std::size_t at = 0; at < names_of<CrosshairAt>.size(); ++at) {
    columns.push_back({key_of(static_cast<CrosshairAt>(at)), at == 0 ? "quadrant" : "", ColumnKind::text, 0, at == 0 ? 2 : 0});
  }
  columns.push_back({"flips", "another at", ColumnKind::text});
  return columns;
}

/// How many of the first few are among the first few by another method too.
std::string method_sentence(const Analysis& analysis, std::span<const Otherwise> otherwise, Method method) {
  const std::size_t of = std::min(first_few, analysis.ranking.size());
  std::size_t same = 0;
  for (std::size_t i = 0; i < of; ++i) {
    const auto& rank = otherwise[analysis.ranking[i]].ranks[static_cast<std::size_t>(method)];
    same += rank && *rank <= of ? 1 : 0;
  }
  const auto ranked =
      std::ranges::count_if(otherwise, [&](const Otherwise& one) { return one.ranks[static_cast<std::size_t>(method)].has_value(); });
  return fmt::format("by {}: {} of the first {} are among its first {} too; it ranks {} touchpoints", name_of(method), same, of, of,
                     ranked);
}

std::string crosshair_sentence(std::span<const Otherwise> otherwise, std::size_t at) {
  const auto flips = std::ranges::count_if(otherwise, [&](const Otherwise& one) { return is_elsewhere(one, at); });
  const auto of = std::ranges::count_if(otherwise, [&](const Otherwise& one) { return one.quadrants[0] && one.quadrants[at]; });
  return fmt::format("cross-hair at the {}: {} of {} touchpoints stand in another quadrant", name_of(static_cast<CrosshairAt>(at)), flips,
                     of);
}

std::vector<std::string> notes_for(const Analysis& analysis, std::span<const Otherwise> otherwise) {
  std::vector<std::string> notes = {
      "best and worst: the ranks it could have with its importance a step up or down and its gap at either end of its interval, a judged "
      "one "
      "a tenth of the scale wider or narrower"};
  for (std::size_t i = 0; i < names_of<Method>.size(); ++i) {
    const auto method = static_cast<Method>(i);
    const bool has_ranks = std::ranges::any_of(otherwise, [&](const Otherwise& one) { return one.ranks[i].has_value(); });
    if (method == analysis.method) continue;
    notes.push_back(has_ranks ? method_sentence(analysis, otherwise, method)
                              : fmt::format("by {}: no touchpoint has what it needs", name_of(method)));
  }
  notes.emplace_back("another at: with the cross-hair there, or the other importance, its quadrant is another");
  for (std::size_t at = 1; at < names_of<CrosshairAt>.size(); ++at) notes.push_back(crosshair_sentence(otherwise, at));
  return notes;
}

}  // namespace

Table sensitivity_table(const Workspace& workspace, const Analysis& analysis, std::span<const std::optional<RankRange>> ranges,
                        std::span<const Otherwise> otherwise) {
  Table table{.title = "What ranks and quadrants owe to the way they are looked at",
              .columns = columns_for(analysis.method),
              .sections = {},
              .notes = notes_for(analysis, otherwise)};
  Section& section = table.sections.emplace_back();
  for (const std::size_t i : in_order(analysis)) {
    const auto range = i < ranges.size() ? ranges[i] : std::nullopt;
    Row& row = section.rows.emplace_back();
    row = {{workspace.touchpoints[i].id.value},
           {workspace.touchpoints[i].name.value},
           rank_cell(range ? std::optional(range->best) : std::nullopt),
           rank_cell(range ? std::optional(range->worst) : std::nullopt)};
    for (const auto& rank : otherwise[i].ranks) row.push_back(rank_cell(rank));
    for (const auto& quadrant : otherwise[i].quadrants) row.push_back(quadrant_cell(quadrant));
    row.push_back({flips_of(otherwise[i])});
  }
  return table;
}

}  // namespace mot

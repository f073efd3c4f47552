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
std::string flips_of(const Otherwise& otherwise, const Wording& wording) {
  std::vector<std::string> flips;
  for (std::size_t at = 1; at < otherwise.quadrants.size(); ++at) {
    if (is_elsewhere(otherwise, at)) flips.push_back(wording(name_of(static_cast<CrosshairAt>(at))));
  }
  return fmt::format("{}", fmt::join(flips, ", "));
}

Cell quadrant_cell(const std::optional<Quadrant>& quadrant, const Wording& wording) {
  return quadrant ? Cell{wording(name_of(*quadrant))} : blank();
}
Cell rank_cell(const std::optional<std::size_t>& rank) {
  return rank ? Cell{static_cast<double>(*rank)} : blank();
}

std::string key_of(CrosshairAt at) {
  std::string key = fmt::format("quadrant_at_{}", name_of(at));
  std::ranges::replace(key, ' ', '_');
  return key;
}

std::vector<Column> columns_for(Method method, const Wording& wording) {
  std::vector<Column> columns = {{"id", ""},
                                 {"touchpoint", wording("touchpoint")},
                                 {"rank_best", wording("best"), ColumnKind::number},
                                 {"rank_worst", wording("worst"), ColumnKind::number}};
  for (const std::string_view name : names_of<Method>) {
    const std::string header = name == name_of(method) ? "#" + wording(name) : wording(name);
    columns.push_back({fmt::format("rank_{}", name), header, ColumnKind::number, 0, name == name_of(Method::opportunity) ? 1 : 0});
  }
  for (std::size_t at = 0; at < names_of<CrosshairAt>.size(); ++at) {
    columns.push_back({key_of(static_cast<CrosshairAt>(at)), at == 0 ? wording("quadrant") : "", ColumnKind::text, 0, at == 0 ? 2 : 0});
  }
  columns.push_back({"flips", wording("another at"), ColumnKind::text});
  return columns;
}

/// How many of the first few are among the first few by another method too.
std::string method_sentence(const TouchpointRow& any, std::span<const Otherwise> otherwise, Method method) {
  const auto rank_in = [&](const Otherwise& one) { return one.ranks[static_cast<std::size_t>(method)]; };
  const auto ranked =
      static_cast<std::size_t>(std::ranges::count_if(otherwise, [&](const Otherwise& one) { return rank_in(one).has_value(); }));
  const std::string name = any.wording(name_of(method));
  if (ranked == 0) return any.wording("by {method}: no touchpoint has what it needs", {{"method", name}});
  const std::size_t of = std::min(first_few, any.analysis.ranking.size());
  std::size_t same = 0;
  for (std::size_t i = 0; i < of; ++i) {
    const auto& rank = rank_in(otherwise[any.analysis.ranking[i]]);
    same += rank && *rank <= of ? 1 : 0;
  }
  return any.wording.counted(static_cast<double>(ranked),
                             "by {method}: {same} of the first {few} are among its first {few} too; it ranks {count} touchpoints",
                             {{"method", name}, {"same", same}, {"few", of}, {"count", ranked}});
}

std::string crosshair_sentence(std::span<const Otherwise> otherwise, std::size_t at, const Wording& wording) {
  const auto flips =
      static_cast<std::size_t>(std::ranges::count_if(otherwise, [&](const Otherwise& one) { return is_elsewhere(one, at); }));
  const auto of = static_cast<std::size_t>(
      std::ranges::count_if(otherwise, [&](const Otherwise& one) { return one.quadrants[0] && one.quadrants[at]; }));
  return wording("cross-hair at the {place}: {count} of {all} touchpoints stand in another quadrant",
                 {{"place", wording(name_of(static_cast<CrosshairAt>(at)))}, {"count", flips}, {"all", of}});
}

std::vector<std::string> notes_for(const TouchpointRow& any, std::span<const Otherwise> otherwise) {
  std::vector<std::string> notes = {
      any.wording("best and worst: the ranks it could have with its importance a step up or down and its gap at either end of its "
                  "interval, a judged one a tenth of the scale wider or narrower")};
  for (std::size_t i = 0; i < names_of<Method>.size(); ++i) {
    const auto method = static_cast<Method>(i);
    if (method != any.analysis.method) notes.push_back(method_sentence(any, otherwise, method));
  }
  notes.push_back(any.wording("another at: with the cross-hair there, or the other importance, its quadrant is another"));
  for (std::size_t at = 1; at < names_of<CrosshairAt>.size(); ++at) notes.push_back(crosshair_sentence(otherwise, at, any.wording));
  return notes;
}

}  // namespace

Table sensitivity_table(const TouchpointRow& any, std::span<const Otherwise> otherwise) {
  const Wording& wording = any.wording;
  Table table{.title = wording("What ranks and quadrants owe to the way they are looked at"),
              .columns = columns_for(any.analysis.method, wording),
              .sections = {},
              .notes = notes_for(any, otherwise),
              .speech = speech_of(wording)};
  Section& section = table.sections.emplace_back();
  for (const std::size_t i : in_order(any.analysis)) {
    const auto range = i < any.ranges.size() ? any.ranges[i] : std::nullopt;
    Row& row = section.rows.emplace_back();
    row = {{any.workspace.touchpoints[i].id.value},
           {any.workspace.touchpoints[i].name.value},
           rank_cell(range ? std::optional(range->best) : std::nullopt),
           rank_cell(range ? std::optional(range->worst) : std::nullopt)};
    for (const auto& rank : otherwise[i].ranks) row.push_back(rank_cell(rank));
    for (const auto& quadrant : otherwise[i].quadrants) row.push_back(quadrant_cell(quadrant, wording));
    row.push_back({flips_of(otherwise[i], wording)});
  }
  return table;
}

}  // namespace mot

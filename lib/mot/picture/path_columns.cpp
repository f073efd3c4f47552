#include "mot/picture/path_columns.h"

#include <fmt/format.h>

#include <algorithm>
#include <cassert>
#include <limits>
#include <map>
#include <set>
#include <utility>

namespace mot::journey {

namespace {

std::set<std::string> ids_on(const Workspace& workspace, const JourneyPath& path) {
  std::set<std::string> ids;
  for (const Stop& stop : path.stops) {
    ids.insert(stop.touchpoint ? workspace.touchpoints[*stop.touchpoint].id.value : workspace.journeys[*stop.journey].id.value);
  }
  return ids;
}

void find_ways_from_columns(PathColumns& plan) {
  plan.ways_from_columns.assign(plan.columns.size(), {});
  const std::vector<Way>& ways = plan.path.ways;
  for (std::size_t i = 0; i < ways.size(); ++i) plan.ways_from_columns[plan.columns_of_stops[ways[i].from]].push_back(i);
}

/// Puts stops into columns, stage by stage.
class Planner {
 public:
  Planner(const Workspace& workspace, const Journey& journey) : workspace_(workspace) {
    plan_.path = path_of(workspace, journey);
    taken_ = ids_on(workspace, plan_.path);
  }

  /// What branches off before the stage's first moment of the main path has a column before it; where a stage holds nothing else each
  /// has one.
  void add_stage(std::size_t index) {
    const auto& stops = plan_.path.stops;
    const std::size_t first_column = plan_.columns.size();
    const bool has_main = std::ranges::any_of(stops, [&](const Stop& stop) { return stop.stage == index && !stop.branch; });
    if (starts_with_a_bare_branch(index)) add_column(index);
    for (; next_ < stops.size() && stops[next_].stage == index; ++next_) {
      if (!stops[next_].branch) {
        stand_in(add_column(index));
        continue;
      }
      if (plan_.columns.size() == first_column || !has_main) add_column(index);
      stand_under(plan_.columns.back());
    }
    if (plan_.columns.size() == first_column) add_column(index);
  }

  PathColumns finish(std::size_t most_columns) {
    std::vector<std::size_t> stages;
    for (std::size_t i = 0; i < plan_.columns.size(); ++i) {
      const Column& column = plan_.columns[i];
      stages.push_back(column.stage);
      if (column.main) plan_.visits[*column.main].column = i;
      if (column.inner) plan_.inner_journeys[*column.inner].column = i;
      for (const std::size_t visit : column.asides) plan_.visits[visit].column = i;
      for (const std::size_t inner : column.inner_asides) plan_.inner_journeys[inner].column = i;
    }
    plan_.columns_of_stops.resize(plan_.path.stops.size());
    for (const Visit& visit : plan_.visits) plan_.columns_of_stops[visit.stop] = visit.column;
    for (const InnerJourney& inner : plan_.inner_journeys) plan_.columns_of_stops[inner.stop] = inner.column;
    find_ways_from_columns(plan_);
    plan_.bands = break_into_bands(stages, most_columns);
    return std::move(plan_);
  }

 private:
  Column& add_column(std::size_t stage) {
    return plan_.columns.emplace_back(Column{.stage = stage, .main = {}, .asides = {}, .inner = {}, .inner_asides = {}});
  }

  void stand_in(Column& column) {
    if (plan_.path.stops[next_].touchpoint)
      column.main = add_visit();
    else
      column.inner = add_inner(0);
  }

  void stand_under(Column& column) {
    if (plan_.path.stops[next_].touchpoint)
      column.asides.push_back(add_visit());
    else
      column.inner_asides.push_back(add_inner(column.asides.size()));
  }

  /// Whether a branch without steps comes before everything else on the path.
  bool starts_with_a_bare_branch(std::size_t stage) const {
    return plan_.columns.empty() && std::ranges::any_of(plan_.path.branches, [&](const Branch& branch) {
             return branch.stage == stage && branch.begin == 0 && branch.end == 0;
           });
  }

  std::size_t add_inner(std::size_t place) {
    const Stop& stop = plan_.path.stops[next_];
    plan_.inner_journeys.push_back({*stop.journey, key_for("journey-" + workspace_.journeys[*stop.journey].id.value), 0, next_, place});
    if (!stop.branch) last_main_.reset();
    return plan_.inner_journeys.size() - 1;
  }

  std::size_t add_visit() {
    const Stop& stop = plan_.path.stops[next_];
    const Touchpoint& what = workspace_.touchpoints[*stop.touchpoint];
    Visit visit{.touchpoint = *stop.touchpoint,
                .key = key_for(what.id.value),
                .department = what.department.index,
                .column = 0,
                .is_aside = stop.branch.has_value(),
                .is_behind = stop.is_behind,
                .comes_after = last_main_,
                .stop = next_};
    if (std::find(plan_.departments.begin(), plan_.departments.end(), visit.department) == plan_.departments.end())
      plan_.departments.push_back(visit.department);
    plan_.visits.push_back(std::move(visit));
    if (!plan_.visits.back().is_aside && !plan_.visits.back().is_behind) last_main_ = plan_.visits.size() - 1;
    return plan_.visits.size() - 1;
  }

  /// The first visit keeps the touchpoint's own id, so no later one may take it.
  std::string key_for(const std::string& id) {
    std::size_t& visits = visits_[id];
    if (visits == 0) return ++visits, id;
    for (;;) {
      std::string key = fmt::format("{}-{}", id, ++visits);
      if (taken_.insert(key).second) return key;
    }
  }

  const Workspace& workspace_;
  std::size_t next_ = 0;  // stop
  std::set<std::string> taken_;
  std::map<std::string, std::size_t> visits_;  // by id
  PathColumns plan_;
  std::optional<std::size_t> last_main_;
};

/// What a row of columns costs the reader; a row in itself costs 1.
double cost_of(std::span<const std::size_t> stages, Band band, std::size_t most_columns) {
  const double unused = static_cast<double>(most_columns - band.size()) / static_cast<double>(most_columns);
  double cost = 1 + 0.3 * unused * unused;
  const auto splits = [&](std::size_t at) { return at > 0 && at < stages.size() && stages[at - 1] == stages[at]; };
  if (splits(band.end)) cost += 0.3;
  // One column torn from its stage looks like a stage of its own.
  if (splits(band.end) && !(band.size() > 1 && stages[band.end - 2] == stages[band.end - 1])) cost += 0.15;
  if (splits(band.begin) && !(band.size() > 1 && stages[band.begin + 1] == stages[band.begin])) cost += 0.15;
  return cost;
}

/// Where a branch without steps of its own hangs: under what it follows from, or the first column.
std::size_t column_of(const PathColumns& plan, const Branch& branch) {
  return branch.follows ? plan.columns_of_stops[*branch.follows] : 0;
}

}  // namespace

std::vector<std::size_t> ways_from(const PathColumns& plan, const Band& band) {
  std::vector<std::size_t> ways;
  for (std::size_t column = band.begin; column < band.end; ++column)
    ways.insert(ways.end(), plan.ways_from_columns[column].begin(), plan.ways_from_columns[column].end());
  std::ranges::sort(ways);
  return ways;
}

std::vector<Aside> asides_in(const PathColumns& plan, std::size_t column) {
  std::vector<std::pair<std::size_t, Aside>> asides;  // by stop
  for (const std::size_t visit : plan.columns[column].asides) asides.push_back({plan.visits[visit].stop, {visit, {}, {}}});
  for (const std::size_t inner : plan.columns[column].inner_asides) asides.push_back({plan.inner_journeys[inner].stop, {{}, inner, {}}});
  std::ranges::stable_sort(asides, {}, [](const auto& aside) { return aside.first; });
  for (std::size_t i = 0; i < plan.path.branches.size(); ++i) {
    const Branch& branch = plan.path.branches[i];
    if (branch.begin != branch.end || column_of(plan, branch) != column) continue;
    const auto next = std::ranges::find_if(asides, [&](const auto& aside) { return aside.first >= branch.begin; });
    asides.insert(next, {branch.begin, {{}, {}, i}});
  }
  std::vector<Aside> in_order;
  for (const auto& [stop, aside] : asides) in_order.push_back(aside);
  return in_order;
}

void keep_ways_of(PathColumns& plan, const JourneyPath& whole) {
  const auto name_of = [](const Stop& stop) { return std::pair(stop.touchpoint, stop.journey); };
  const std::vector<Stop>& stops = plan.path.stops;
  std::vector<std::size_t> stops_of_whole;  // by stop: what is lost is lost wherever it comes, so the others keep their order
  for (std::size_t i = 0; i < whole.stops.size(); ++i) {
    const auto is_same = [&](const Stop& stop) { return name_of(stop) == name_of(whole.stops[i]); };
    if (std::ranges::any_of(stops, is_same)) stops_of_whole.push_back(i);
  }
  assert(stops_of_whole.size() == stops.size());
  std::erase_if(plan.path.ways, [&](const Way& way) {
    const std::size_t from = stops_of_whole[way.from], to = stops_of_whole[way.to];
    return std::ranges::none_of(whole.ways, [&](const Way& other) { return other.from == from && other.to == to; });
  });
  find_ways_from_columns(plan);
}

std::vector<Band> break_into_bands(std::span<const std::size_t> stages, std::size_t most_columns) {
  assert(most_columns >= 1);
  const std::size_t count = stages.size();
  std::vector<double> least(count + 1, std::numeric_limits<double>::infinity());
  std::vector<std::size_t> begin_of(count + 1, 0);
  least[0] = 0;
  for (std::size_t end = 1; end <= count; ++end) {
    for (std::size_t size = 1; size <= std::min(most_columns, end); ++size) {
      const Band band{end - size, end};
      const double cost = least[band.begin] + cost_of(stages, band, most_columns);
      if (cost < least[end] - 1e-9) {
        least[end] = cost;
        begin_of[end] = band.begin;
      }
    }
  }
  std::vector<Band> bands;
  for (std::size_t end = count; end > 0; end = begin_of[end]) bands.push_back({begin_of[end], end});
  std::reverse(bands.begin(), bands.end());
  return bands;
}

PathColumns path_columns_of(const Workspace& workspace, const Journey& journey, std::size_t most_columns) {
  Planner planner(workspace, journey);
  for (std::size_t i = 0; i < journey.stages.size(); ++i) planner.add_stage(i);
  return planner.finish(most_columns);
}

}  // namespace mot::journey

#include "mot/picture/path_columns.h"

#include <fmt/format.h>

#include <algorithm>
#include <cassert>
#include <limits>
#include <map>
#include <set>

namespace mot::journey {

namespace {

std::set<std::string> ids_on(const Workspace& workspace, const Journey& journey) {
  std::set<std::string> ids;
  for (const Stage& stage : journey.stages) {
    for (const Link<Touchpoint>& link : stage.touchpoints) {
      if (link.index) ids.insert(workspace.touchpoints[*link.index].id.value);
    }
  }
  return ids;
}

/// Puts visits into columns, stage by stage.
class Planner {
 public:
  Planner(const Workspace& workspace, const Journey& journey) : workspace_(workspace), taken_(ids_on(workspace, journey)) {}

  void add_stage(std::size_t index, const Stage& stage) {
    const std::size_t first_column = plan_.columns.size();
    std::vector<std::size_t> early;  // conditional ones before the stage's first moment of the main path
    for (const Link<Touchpoint>& link : stage.touchpoints) {
      if (!link.index) continue;
      const std::size_t visit = add_visit(*link.index);
      if (!plan_.visits[visit].is_aside) {
        add_column(index).main = visit;
      } else if (plan_.columns.size() > first_column) {
        plan_.columns.back().asides.push_back(visit);
      } else {
        early.push_back(visit);
      }
    }
    if (plan_.columns.size() > first_column) {
      auto& asides = plan_.columns[first_column].asides;
      asides.insert(asides.begin(), early.begin(), early.end());
    } else {
      for (const std::size_t visit : early) add_column(index).asides.push_back(visit);
    }
    if (plan_.columns.size() == first_column) add_column(index);
  }

  PathColumns finish(std::size_t most_columns) {
    std::vector<std::size_t> stages;
    for (std::size_t i = 0; i < plan_.columns.size(); ++i) {
      const Column& column = plan_.columns[i];
      stages.push_back(column.stage);
      if (column.main) plan_.visits[*column.main].column = i;
      for (const std::size_t visit : column.asides) plan_.visits[visit].column = i;
    }
    plan_.bands = break_into_bands(stages, most_columns);
    return std::move(plan_);
  }

 private:
  Column& add_column(std::size_t stage) { return plan_.columns.emplace_back(Column{stage, std::nullopt, {}}); }

  std::size_t add_visit(std::size_t touchpoint) {
    const Touchpoint& what = workspace_.touchpoints[touchpoint];
    Visit visit{.touchpoint = touchpoint,
                .key = key_for(what.id.value),
                .department = what.department.index,
                .column = 0,
                .is_aside = what.when.has_value(),
                .is_behind = what.visibility.value != Visibility::frontstage,
                .comes_after = last_main_};
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

}  // namespace

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
  for (std::size_t i = 0; i < journey.stages.size(); ++i) planner.add_stage(i, journey.stages[i]);
  return planner.finish(most_columns);
}

}  // namespace mot::journey

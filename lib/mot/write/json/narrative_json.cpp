#include "mot/write/json/narrative_json.h"

#include "mot/analysis/kpis.h"
#include "mot/analysis/times.h"

namespace mot {
namespace {

Json number_json(const std::optional<Number>& number) {
  return number ? Json(number->value) : Json(nullptr);
}

Json text_json(const std::optional<Text>& text) {
  return text ? Json(text->value) : Json(nullptr);
}

Json seconds_json(const std::optional<double>& actual, const std::optional<double>& wanted, const std::optional<double>& over) {
  return {{"actual", json_of(actual)}, {"wanted", json_of(wanted)}, {"over", json_of(over)}};
}

Json sum_json(const TimeSum& sum) {
  return {{"at_least", sum.known > 0 ? Json(sum.seconds) : Json(nullptr)}, {"known", sum.known}, {"of", sum.of}};
}

Json touchpoint_json(const Workspace& workspace, const TimeFigures& times) {
  return {{"id", workspace.touchpoints[times.touchpoint].id.value},
          {"waits", seconds_json(times.waits, times.waits_wanted, times.waits_over)},
          {"takes", seconds_json(times.takes, times.takes_wanted, times.takes_over)},
          {"rank", times.rank ? Json(*times.rank) : Json(nullptr)}};
}

Json path_json(const Workspace& workspace, const PathTimes& times) {
  const Journey& journey = workspace.journeys[times.journey];
  return {{"journey", journey.id.value},
          {"stage", times.stage ? Json(journey.stages[*times.stage].id.value) : Json(nullptr)},
          {"waits", sum_json(times.waits)},
          {"takes", sum_json(times.takes)},
          {"fastest", times.ways ? sum_json(times.ways->fastest) : Json(nullptr)},
          {"slowest", times.ways ? sum_json(times.ways->slowest) : Json(nullptr)}};
}

Json of_json(const KpiFigures& figures) {
  return {{"kind", figures.kind}, {"id", figures.of.empty() ? Json(nullptr) : Json(figures.of)}};
}

Json stale_json(const Kpi& kpi, const Project& project, const std::optional<Date>& today) {
  const auto stale = today ? is_stale(kpi, project, *today) : std::nullopt;
  return stale ? Json(*stale) : Json(nullptr);
}

}  // namespace

Json kpi_groups_json(const Workspace& workspace, const std::vector<Group>& groups) {
  const std::vector<KpiFigures> kpis = kpis_of(workspace);
  Json list = Json::array();
  for (const Group& group : groups) {
    const std::vector<KpiFigures> of_group = kpis_in(group, kpis, workspace);
    const KpiCount count = count_of(of_group);
    Json ids = Json::array();
    for (const KpiFigures& kpi : of_group) ids.push_back({{"of", of_json(kpi)}, {"id", kpi.kpi->id.value}});
    list.push_back({{"by", name_of(group.by)},
                    {"key", group.key ? Json(*group.key) : Json(nullptr)},
                    {"kpis", std::move(ids)},
                    {"met", count.met},
                    {"missed", count.missed},
                    {"unknown", count.unknown}});
  }
  return list;
}

Json kpis_json(const Workspace& workspace, const std::optional<Date>& today) {
  Json list = Json::array();
  for (const KpiFigures& figures : kpis_of(workspace)) {
    const Kpi& kpi = *figures.kpi;
    list.push_back({{"of", of_json(figures)},
                    {"id", kpi.id.value},
                    {"name", kpi.name.value},
                    {"value", number_json(kpi.value)},
                    {"target", number_json(kpi.target)},
                    {"unit", text_json(kpi.unit)},
                    {"better", kpi.better ? Json(name_of(kpi.better->value)) : Json(nullptr)},
                    {"shortfall", json_of(figures.shortfall)},
                    {"met", figures.is_met ? Json(*figures.is_met) : Json(nullptr)},
                    {"date", kpi.date ? Json(to_string(kpi.date->value)) : Json(nullptr)},
                    {"from", text_json(kpi.from)},
                    {"stale", stale_json(kpi, workspace.project, today)}});
  }
  return list;
}

Json times_json(const Workspace& workspace) {
  Json touchpoints = Json::array(), paths = Json::array();
  for (const TimeFigures& times : times_of(workspace)) touchpoints.push_back(touchpoint_json(workspace, times));
  for (const PathTimes& times : times_along(workspace)) paths.push_back(path_json(workspace, times));
  return {{"touchpoints", std::move(touchpoints)}, {"paths", std::move(paths)}};
}

}  // namespace mot

#include "mot/tables/times_tables.h"

#include <fmt/format.h>

#include <algorithm>

namespace mot {
namespace {

/// People read `25 min`, programs a number of seconds.
std::vector<Column> time_columns(const std::string& key, const std::string& header, int drops_at = 0) {
  return {{key + "_seconds", "", ColumnKind::number}, {key, header, ColumnKind::text, 0, drops_at}};
}

void append(std::vector<Column> more, std::vector<Column>& columns) {
  columns.insert(columns.end(), more.begin(), more.end());
}

void put_time(const std::optional<double>& seconds, Row& row) {
  row.push_back(cell_of(seconds));
  row.push_back(seconds ? Cell{to_string(Duration{*seconds})} : Cell{Unknown{}});
}

/// What was never asked for is no gap in what is known.
void put_wish(const std::optional<double>& seconds, Row& row) {
  row.push_back(seconds ? cell_of(seconds) : blank());
  row.push_back(seconds ? Cell{to_string(Duration{*seconds})} : blank());
}

void put_over(const std::optional<double>& seconds, Row& row) {
  put_wish(seconds, row);
  if (seconds) row.back().gap_class = *seconds > 0 ? GapClass::red : GapClass::green;
}

/// A time that the touchpoint does not speak of at all leaves its cells blank.
void put_times(bool is_written, const std::optional<double>& actual, const std::optional<double>& wanted, const std::optional<double>& over,
               Row& row) {
  if (is_written) {
    put_time(actual, row);
  } else {
    row.insert(row.end(), 2, blank());
  }
  put_wish(wanted, row);
  put_over(over, row);
}

Row row_of(const Workspace& workspace, const TimeFigures& times) {
  const Touchpoint& touchpoint = workspace.touchpoints[times.touchpoint];
  const auto& department = touchpoint.department.index;
  Row row = {times.rank ? Cell{static_cast<double>(*times.rank)} : blank(),
             {touchpoint.id.value},
             {touchpoint.name.value},
             department ? Cell{workspace.departments[*department].name.value} : blank()};
  put_times(touchpoint.waits.has_value(), times.waits, times.waits_wanted, times.waits_over, row);
  put_times(touchpoint.takes.has_value(), times.takes, times.takes_wanted, times.takes_over, row);
  return row;
}

Table touchpoints_table(const Workspace& workspace, const std::vector<TimeFigures>& times) {
  Table table{.title = "Times: how long customers wait, and how long it takes, against what is wanted",
              .columns = {{"rank", "#", ColumnKind::number},
                          {"id", ""},
                          {"touchpoint", "touchpoint"},
                          {"department", "department", ColumnKind::text, 0, 2}},
              .sections = {},
              .notes = {}};
  append(time_columns("waits", "waits"), table.columns);
  append(time_columns("waits_wanted", "wanted"), table.columns);
  append(time_columns("waits_over", "over"), table.columns);
  append(time_columns("takes", "takes"), table.columns);
  append(time_columns("takes_wanted", "wanted", 1), table.columns);
  append(time_columns("takes_over", "over"), table.columns);
  Section& section = table.sections.emplace_back();
  for (const TimeFigures& figures : times) section.rows.push_back(row_of(workspace, figures));
  table.notes = {fmt::format(
      "{} of {} touchpoints say how long customers wait or how long it takes; ranked by how much longer they wait than is wanted",
      times.size(), workspace.touchpoints.size())};
  return table;
}

std::string known_of(const TimeSum& sum) {
  return fmt::format("{} of {}", sum.known, sum.of);
}

std::optional<double> seconds_of(const TimeSum& sum) {
  return sum.known > 0 ? std::optional(sum.seconds) : std::nullopt;
}

Table paths_table(const Workspace& workspace, const std::vector<PathTimes>& along) {
  Table table{.title = "Times along journeys: at least, for the sums are of what is known",
              .columns = {{"journey_id", ""}, {"stage_id", ""}, {"journey", "journey"}, {"stage", "stage"}},
              .sections = {},
              .notes = {"sums are of the main path: what every customer meets, each touchpoint once"}};
  append(time_columns("waits", "waits"), table.columns);
  table.columns.push_back({"waits_known", "known"});
  append(time_columns("takes", "takes"), table.columns);
  table.columns.push_back({"takes_known", "known"});
  const bool has_ways = std::ranges::any_of(along, [](const PathTimes& times) { return times.ways.has_value(); });
  if (has_ways) {
    append(time_columns("fastest", "fastest way"), table.columns);
    append(time_columns("slowest", "slowest way"), table.columns);
    table.notes.emplace_back("the fastest and the slowest way wait and take together, over branches too; what loops back is gone once");
  }
  Section& section = table.sections.emplace_back();
  for (const PathTimes& times : along) {
    const Journey& journey = workspace.journeys[times.journey];
    const Stage* stage = times.stage ? &journey.stages[*times.stage] : nullptr;
    Row row = {{journey.id.value}, stage ? Cell{stage->id.value} : blank(), {journey.name.value}, {stage ? stage->name.value : "all"}};
    put_time(seconds_of(times.waits), row);
    row.push_back({known_of(times.waits)});
    put_time(seconds_of(times.takes), row);
    row.push_back({known_of(times.takes)});
    if (has_ways) put_time(times.ways ? seconds_of(times.ways->fastest) : std::nullopt, row);
    if (has_ways) put_time(times.ways ? seconds_of(times.ways->slowest) : std::nullopt, row);
    section.rows.push_back(std::move(row));
  }
  return table;
}

}  // namespace

std::vector<Table> times_tables(const Workspace& workspace, const std::vector<TimeFigures>& times, const std::vector<PathTimes>& along) {
  std::vector<Table> tables = {touchpoints_table(workspace, times)};
  if (!along.empty()) tables.push_back(paths_table(workspace, along));
  return tables;
}

}  // namespace mot

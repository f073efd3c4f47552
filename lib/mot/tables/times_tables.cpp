#include "mot/tables/times_tables.h"

#include <algorithm>

#include "mot/tables/figure.h"

namespace mot {
namespace {

/// People read `25 min`, programs a number of seconds.
std::vector<Column> time_columns(const std::string& key, const std::string& header, int drops_at = 0) {
  return {{key + "_seconds", "", ColumnKind::number}, {key, header, ColumnKind::text, 0, drops_at}};
}

void append(std::vector<Column> more, std::vector<Column>& columns) {
  columns.insert(columns.end(), more.begin(), more.end());
}

/// Cells of times, as people and as programs read them.
class TimeCells {
 public:
  explicit TimeCells(const Wording& wording) : wording_(wording) {}

  void put(const std::optional<double>& seconds, Row& row) const {
    row.push_back(cell_of(seconds));
    row.push_back(seconds ? shown(*seconds) : Cell{Unknown{}});
  }
  /// What was never asked for is no gap in what is known.
  void put_wish(const std::optional<double>& seconds, Row& row) const {
    row.push_back(seconds ? cell_of(seconds) : blank());
    row.push_back(seconds ? shown(*seconds) : blank());
  }
  void put_over(const std::optional<double>& seconds, Row& row) const {
    put_wish(seconds, row);
    if (seconds) row.back().gap_class = *seconds > 0 ? GapClass::red : GapClass::green;
  }

 private:
  Cell shown(double seconds) const { return {wording_.duration(Duration{seconds})}; }

  const Wording& wording_;
};

Row row_of(const Workspace& workspace, const TimeFigures& times, const Wording& wording) {
  const Touchpoint& touchpoint = workspace.touchpoints[times.touchpoint];
  const auto& department = touchpoint.department.index;
  Row row = {times.rank ? Cell{static_cast<double>(*times.rank)} : blank(),
             {touchpoint.id.value},
             {touchpoint.name.value},
             department ? Cell{workspace.departments[*department].name.value} : blank()};
  const TimeCells cells(wording);
  // A time that the touchpoint does not speak of at all leaves its cells blank.
  const auto put_actual = [&](bool is_written, const std::optional<double>& actual) {
    return is_written ? cells.put(actual, row) : cells.put_wish(std::nullopt, row);
  };
  put_actual(touchpoint.waits.has_value(), times.waits);
  cells.put_wish(times.waits_wanted, row);
  cells.put_over(times.waits_over, row);
  put_actual(touchpoint.takes.has_value(), times.takes);
  cells.put_wish(times.takes_wanted, row);
  cells.put_over(times.takes_over, row);
  return row;
}

Table waits_table(const Workspace& workspace, const std::vector<TimeFigures>& times, const Wording& wording) {
  Table table{.title = wording("Times: how long customers wait, and how long it takes, against what is wanted"),
              .columns = {{"rank", "#", ColumnKind::number},
                          {"id", ""},
                          {"touchpoint", wording("touchpoint")},
                          {"department", wording("department"), ColumnKind::text, 0, 2}},
              .sections = {},
              .notes = {},
              .speech = speech_of(wording)};
  append(time_columns("waits", wording("waits")), table.columns);
  append(time_columns("waits_wanted", wording("wanted")), table.columns);
  append(time_columns("waits_over", wording("over")), table.columns);
  append(time_columns("takes", wording("takes")), table.columns);
  append(time_columns("takes_wanted", wording("wanted"), 1), table.columns);
  append(time_columns("takes_over", wording("over")), table.columns);
  Section& section = table.sections.emplace_back();
  for (const TimeFigures& figures : times) section.rows.push_back(row_of(workspace, figures, wording));
  table.notes = {wording.counted(
      static_cast<double>(workspace.touchpoints.size()),
      "{count} of {all} touchpoints say how long customers wait or how long it takes; ranked by how much longer they wait than is wanted",
      {{"count", times.size()}, {"all", workspace.touchpoints.size()}})};
  return table;
}

std::string known_of(const TimeSum& sum, const Wording& wording) {
  return wording("{known} of {all}", {{"known", sum.known}, {"all", sum.of}});
}

std::optional<double> seconds_of(const TimeSum& sum) {
  return sum.known > 0 ? std::optional(sum.seconds) : std::nullopt;
}

Table paths_table(const Workspace& workspace, const std::vector<PathTimes>& along, const Wording& wording) {
  Table table{.title = wording("Times along journeys: at least, for the sums are of what is known"),
              .columns = {{"journey_id", ""}, {"stage_id", ""}, {"journey", wording("journey")}, {"stage", wording("stage")}},
              .sections = {},
              .notes = {wording("sums are of the main path: what every customer meets, each touchpoint once")},
              .speech = speech_of(wording)};
  append(time_columns("waits", wording("waits")), table.columns);
  table.columns.push_back({"waits_known", wording("known")});
  append(time_columns("takes", wording("takes")), table.columns);
  table.columns.push_back({"takes_known", wording("known")});
  const bool has_ways = std::ranges::any_of(along, [](const PathTimes& times) { return times.ways.has_value(); });
  if (has_ways) {
    append(time_columns("fastest", wording("fastest way")), table.columns);
    append(time_columns("slowest", wording("slowest way")), table.columns);
    table.notes.push_back(
        wording("the fastest and the slowest way wait and take together, over branches too; what loops back is gone once"));
  }
  Section& section = table.sections.emplace_back();
  const TimeCells cells(wording);
  for (const PathTimes& times : along) {
    const Journey& journey = workspace.journeys[times.journey];
    const Stage* stage = times.stage ? &journey.stages[*times.stage] : nullptr;
    Row row = {
        {journey.id.value}, stage ? Cell{stage->id.value} : blank(), {journey.name.value}, {stage ? stage->name.value : wording("all")}};
    cells.put(seconds_of(times.waits), row);
    row.push_back({known_of(times.waits, wording)});
    cells.put(seconds_of(times.takes), row);
    row.push_back({known_of(times.takes, wording)});
    if (has_ways) cells.put(times.ways ? seconds_of(times.ways->fastest) : std::nullopt, row);
    if (has_ways) cells.put(times.ways ? seconds_of(times.ways->slowest) : std::nullopt, row);
    section.rows.push_back(std::move(row));
  }
  return table;
}

}  // namespace

std::vector<Table> times_tables(const Workspace& workspace, const std::vector<TimeFigures>& times, const std::vector<PathTimes>& along,
                                const Wording& wording) {
  std::vector<Table> tables = {waits_table(workspace, times, wording)};
  if (!along.empty()) tables.push_back(paths_table(workspace, along, wording));
  return tables;
}

}  // namespace mot

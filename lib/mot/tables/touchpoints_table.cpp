#include "mot/tables/touchpoints_table.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "mot/tables/figure.h"
#include "mot/text/listed_items.h"

namespace mot {
namespace {

/// A touchpoint and where it stands.
struct Place {
  const Workspace& workspace;
  const Touchpoint& touchpoint;
  const Journey* journey = nullptr;
  const Stage* stage = nullptr;
};

/// A line of the cell for each, as people write lists into cells.
Cell list_cell(const std::vector<Text>& list, ItemMarks marks) {
  std::vector<std::string> items;
  for (const Text& item : list) items.push_back(item.value);
  return {cell_of_items(items, marks)};
}

Cell sentences_cell(const std::vector<Text>& list) {
  return list_cell(list, ItemMarks::semicolon);
}

Cell observations_cell(const std::vector<Observation>& list) {
  std::vector<std::string> items;
  for (const Observation& item : list) items.push_back(item.text.value);
  return {cell_of_items(items, ItemMarks::semicolon)};
}

/// How long it is today.
Cell duration_cell(const std::optional<Timing>& timing) {
  return timing && timing->actual ? Cell{exact_text(timing->actual->value)} : blank();
}

Cell channels_cell(const Place& place) {
  std::string text;
  for (const Link<Channel>& channel : place.touchpoint.channels) text += (text.empty() ? "" : "; ") + channel.value;
  return text.empty() ? blank() : Cell{text};
}

Cell score_cell(const std::optional<Number>& score) {
  return score ? Cell{score->value} : blank();
}

Cell experience_cell(const std::optional<Experience>& experience) {
  return experience ? text_cell(experience->experience) : blank();
}

Cell score_of(const std::optional<Experience>& experience) {
  return experience ? score_cell(experience->score) : blank();
}

std::optional<Experience> company(const Place& place) {
  return place.touchpoint.desired ? place.touchpoint.desired->company : std::nullopt;
}

std::optional<CustomerWish> customer(const Place& place) {
  return place.touchpoint.desired ? place.touchpoint.desired->customer : std::nullopt;
}

Cell decides_cell(const Place& place) {
  const MomentOfTruth& moment = place.touchpoint.moment_of_truth;
  return moment.why ? Cell{moment.why->value} : moment.value ? Cell{"yes"} : blank();
}

/// All personas of the row's journey.
Cell persona_cell(const Place& place) {
  std::string text;
  if (place.journey == nullptr) return blank();
  for (const Link<Persona>& persona : place.journey->personas) {
    text += text.empty() ? "" : "; ";
    text += persona.index ? place.workspace.personas[*persona.index].name.value : persona.value;
  }
  return text.empty() ? blank() : Cell{text};
}

/// A name that several have is told apart by a number, or an import would make one of them.
template <typename Things>
std::string numbered_name(const Things& things, const auto& thing) {
  const auto is_before = [&](const auto& other) { return &other < &thing && other.name.value == thing.name.value; };
  const auto before = std::ranges::count_if(things, is_before);
  return before == 0 ? thing.name.value : fmt::format("{} ({})", thing.name.value, before + 1);
}

Cell journey_cell(const Place& place) {
  return place.journey ? Cell{numbered_name(place.workspace.journeys, *place.journey)} : blank();
}

Cell stage_cell(const Place& place) {
  return place.stage ? Cell{numbered_name(place.journey->stages, *place.stage)} : blank();
}

Cell department_cell(const Place& place) {
  const Link<Department>& department = place.touchpoint.department;
  return {department.index ? place.workspace.departments[*department.index].name.value : department.value};
}

Cell quote_cell(const Place& place) {
  for (const Evidence& evidence : place.touchpoint.evidence) {
    if (evidence.quote) return {evidence.quote->value};
  }
  return blank();
}

constexpr struct {
  std::string_view key;
  std::string_view header;
  Cell (*cell)(const Place& place);
  bool is_score = false;
} columns[] = {
    {"id", "Id", [](const Place& p) { return Cell{p.touchpoint.id.value}; }},
    {"touchpoint", "Touchpoint", [](const Place& p) { return Cell{p.touchpoint.name.value}; }},
    {"journey", "Journey", journey_cell},
    {"stage", "Stage", stage_cell},
    {"persona", "Persona", persona_cell},
    {"department", "Department", department_cell},
    {"channel", "Channel", channels_cell},
    {"moment_of_truth", "Moment of truth", decides_cell},
    {"importance", "Importance",
     [](const Place& p) { return p.touchpoint.importance ? Cell{static_cast<double>(p.touchpoint.importance->value)} : blank(); }},
    {"owner", "Owner", [](const Place& p) { return text_cell(p.touchpoint.owner); }},
    {"role", "Role", [](const Place& p) { return text_cell(p.touchpoint.role); }},
    {"customer_does", "Customer does", [](const Place& p) { return sentences_cell(p.touchpoint.customer_does); }},
    {"when", "When", [](const Place& p) { return text_cell(p.touchpoint.when); }},
    {"desired", "Desired", [](const Place& p) { return experience_cell(company(p)); }},
    {"desired_score", "Desired score", [](const Place& p) { return score_of(company(p)); }, true},
    {"customer_wish", "Customer wish", [](const Place& p) { return customer(p) ? text_cell(customer(p)->experience) : blank(); }},
    {"customer_wish_score", "Customer wish score", [](const Place& p) { return customer(p) ? score_cell(customer(p)->score) : blank(); },
     true},
    {"minimum", "Minimum", [](const Place& p) { return customer(p) ? score_cell(customer(p)->adequate) : blank(); }, true},
    {"standard", "Standard", [](const Place& p) { return p.touchpoint.standard ? text_cell(p.touchpoint.standard->text) : blank(); }},
    {"promise", "Promise", [](const Place& p) { return p.touchpoint.promise ? text_cell(p.touchpoint.promise->text) : blank(); }},
    {"actual", "Actual", [](const Place& p) { return experience_cell(p.touchpoint.actual); }},
    {"actual_score", "Actual score", [](const Place& p) { return score_of(p.touchpoint.actual); }, true},
    {"quote", "Quote", quote_cell},
    {"customer_thinks", "Customer thinks", [](const Place& p) { return sentences_cell(p.touchpoint.customer_thinks); }},
    {"customer_feels", "Customer feels", [](const Place& p) { return sentences_cell(p.touchpoint.customer_feels); }},
    {"pains", "Pains", [](const Place& p) { return observations_cell(p.touchpoint.pains); }},
    {"gains", "Gains", [](const Place& p) { return observations_cell(p.touchpoint.gains); }},
    {"takes", "Takes", [](const Place& p) { return duration_cell(p.touchpoint.takes); }},
    {"waits", "Waits", [](const Place& p) { return duration_cell(p.touchpoint.waits); }},
    {"tags", "Tags", [](const Place& p) { return list_cell(p.touchpoint.tags, ItemMarks::semicolon_and_comma); }},
    {"notes", "Notes", [](const Place& p) { return text_cell(p.touchpoint.notes); }},
};

std::vector<Place> places_of(const Workspace& workspace) {
  std::vector<bool> is_placed(workspace.touchpoints.size());
  std::vector<Place> placed, places;
  for (const Journey& journey : workspace.journeys) {
    for (const Stage& stage : journey.stages) {
      for_each_touchpoint(stage.steps, [&](const Link<Touchpoint>& link) {
        if (!link.index) return;
        is_placed[*link.index] = true;
        placed.push_back({workspace, workspace.touchpoints[*link.index], &journey, &stage});
      });
    }
  }
  for (std::size_t i = 0; i < is_placed.size(); ++i) {
    if (!is_placed[i]) places.push_back({workspace, workspace.touchpoints[i]});
  }
  for (const Place& place : placed) places.push_back(place);
  return places;
}

}  // namespace

Table touchpoints_table(const Workspace& workspace) {
  const Scale& scale = workspace.project.scale;
  Table table{.title = "Touchpoints", .columns = {}, .sections = {}, .notes = {}};
  for (const auto& column : columns) {
    const bool names_scale = column.is_score && names_its_scale(scale);
    table.columns.push_back({names_scale ? fmt::format("{}_{}_to_{}", column.key, scale.min, scale.max) : std::string(column.key),
                             names_scale ? fmt::format("{} ({} to {})", column.header, scale.min, scale.max) : std::string(column.header),
                             column.is_score ? ColumnKind::number : ColumnKind::text, column.is_score ? decimals_on(scale) : 0});
  }
  Section& section = table.sections.emplace_back();
  for (const Place& place : places_of(workspace)) {
    Row& row = section.rows.emplace_back();
    for (const auto& column : columns) row.push_back(column.cell(place));
  }
  return table;
}

bool names_its_scale(const Scale& scale) {
  return scale.min == std::floor(scale.min) && scale.max == std::floor(scale.max) && scale.min >= 0;
}

}  // namespace mot

#include "mot/tables/list_tables.h"

#include <fmt/format.h>

#include <algorithm>

#include "mot/model/tags.h"
#include "mot/tables/figure.h"

namespace mot {
namespace {

std::string name_of(const Text& name) {
  return name.value;
}

std::string name_of(const std::optional<Text>& name) {
  return name ? name->value : "";
}

template <auto member>
std::vector<ListedThing> named(const Workspace& workspace) {
  std::vector<ListedThing> list;
  for (const auto& thing : workspace.*member) list.push_back({thing.id.value, name_of(thing.name), thing.id.span});
  return list;
}

std::vector<ListedThing> sources_of(const Workspace& workspace) {
  std::vector<ListedThing> list;
  for (const SurveySource& source : workspace.sources) list.push_back({source.id.value, "", source.id.span});
  return list;
}

std::vector<ListedThing> stages_of(const Workspace& workspace) {
  std::vector<ListedThing> list;
  for (const Journey& journey : workspace.journeys) {
    for (const Stage& stage : journey.stages)
      list.push_back({fmt::format("{}/{}", journey.id.value, stage.id.value), stage.name.value, stage.id.span});
  }
  return list;
}

std::vector<ListedThing> views_of(const Workspace& workspace) {
  std::vector<ListedThing> list;
  for (const SavedView& view : workspace.project.views) list.push_back({view.id.value, name_of(view.name), view.id.span});
  return list;
}

/// Each tag once, where it is first written.
std::vector<ListedThing> tags_of(const Workspace& workspace) {
  std::vector<ListedThing> list;
  for_each_tag(workspace, [&list](const Text& tag) {
    if (std::ranges::find(list, tag.value, &ListedThing::id) == list.end()) list.push_back({tag.value, "", tag.span});
  });
  return list;
}

}  // namespace

std::span<const ListKind> list_kinds() {
  static constexpr ListKind table[] = {
      {"touchpoints", "touchpoint", named<&Workspace::touchpoints>},
      {"journeys", "journey", named<&Workspace::journeys>},
      {"stages", "stage", stages_of},
      {"departments", "department", named<&Workspace::departments>},
      {"personas", "persona", named<&Workspace::personas>},
      {"channels", "channel", named<&Workspace::channels>},
      {"actions", "action", named<&Workspace::actions>},
      {"sources", "source", sources_of},
      {"tags", "tag", tags_of},
      {"views", "view", views_of, "--saved"},
  };
  return table;
}

Table list_table(const std::vector<ListKind>& kinds, const Workspace& workspace, const Sources& sources, const Wording& wording) {
  Table table{.title = wording("What the workspace holds"),
              .columns = {{"kind", wording("kind")},
                          {"id", wording("id")},
                          {"name", wording("name")},
                          {"place", wording("written at"), ColumnKind::text, 0, 1}},
              .sections = {},
              .notes = {},
              .speech = speech_of(wording)};
  Section& section = table.sections.emplace_back();
  for (const ListKind& kind : kinds) {
    for (const ListedThing& thing : kind.things(workspace)) {
      const auto place = fmt::format("{}:{}", sources[thing.span.file].name, sources.begin_of(thing.span).line);
      section.rows.push_back({{wording(kind.one)}, {thing.id}, {thing.name}, {place}});
    }
  }
  return table;
}

}  // namespace mot

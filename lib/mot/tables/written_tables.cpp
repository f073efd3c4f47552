#include "mot/tables/written_tables.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "mot/tables/figure.h"
#include "mot/words/figures.h"

namespace mot {
namespace {

std::string listed(const std::vector<Text>& texts) {
  std::vector<std::string_view> all;
  for (const Text& text : texts) all.emplace_back(text.value);
  return fmt::format("{}", fmt::join(all, "; "));
}

std::string listed(const std::vector<Reference>& references) {
  std::vector<std::string> all;
  for (const Reference& reference : references)
    all.push_back(reference.text ? fmt::format("{} ({})", reference.text->value, reference.url.value) : reference.url.value);
  return fmt::format("{}", fmt::join(all, "; "));
}

std::string said(const std::optional<Text>& text) {
  return text ? text->value : "";
}

/// What is written of one persona, key by key.
void add_persona(const Persona& persona, const Wording& wording, std::vector<Row>& rows) {
  const auto add = [&](std::string what, std::string text) {
    if (!text.empty()) rows.push_back({{persona.name.value}, {std::move(what)}, {std::move(text)}});
  };
  add(wording("role"), said(persona.role));
  add(wording("age"), said(persona.age));
  add(wording("about"), said(persona.about));
  add(wording("says"), said(persona.quote));
  add(wording("needs"), listed(persona.needs));
  add(wording("goal"), listed(persona.goals));
  add(wording("fear"), listed(persona.fears));
  add(wording("proud of"), said(persona.flag));
  add(wording("spoken for by"), said(persona.advocate));
  if (persona.share) add(wording("share"), fmt::format("{} {}", number_in(wording, persona.share->value), wording("% of customers")));
  add(wording("notes"), said(persona.notes));
  add(wording("link"), listed(persona.links));
}

/// Notes and links of one thing of a kind.
class Remarks {
 public:
  Remarks(const Wording& wording, std::vector<Row>& rows) : wording_(wording), rows_(rows) {}

  template <class Thing>
  void add(std::string_view kind, const std::string& name, const Thing& thing) {
    row(kind, name, "notes", said(thing.notes));
    row(kind, name, "link", listed(thing.links));
  }

 private:
  void row(std::string_view kind, const std::string& name, std::string_view what, std::string text) {
    if (!text.empty()) rows_.push_back({{wording_(kind)}, {name}, {wording_(what)}, {std::move(text)}});
  }

  const Wording& wording_;
  std::vector<Row>& rows_;
};

void add_remarks(const Workspace& workspace, const Wording& wording, std::vector<Row>& rows) {
  Remarks remarks(wording, rows);
  remarks.add("project", said(workspace.project.name), workspace.project);
  for (const Journey& journey : workspace.journeys) {
    remarks.add("journey", journey.name.value, journey);
    for (const Stage& stage : journey.stages) remarks.add("stage", journey.name.value + ": " + stage.name.value, stage);
  }
  for (const Department& department : workspace.departments) remarks.add("department", department.name.value, department);
  for (const Action& action : workspace.actions) remarks.add("action", action.name.value, action);
  for (const Channel& channel : workspace.channels) remarks.add("channel", channel.name ? channel.name->value : channel.id.value, channel);
  for (const SurveySource& source : workspace.sources) remarks.add("source", source.name ? source.name->value : source.id.value, source);
}

}  // namespace

std::vector<Table> written_tables(const Workspace& workspace, const Wording& wording) {
  Table personas{.title = wording("Personas"),
                 .columns = {{"persona", wording("persona")}, {"what", wording("what")}, {"text", wording("in words")}},
                 .sections = {{}},
                 .notes = {},
                 .speech = speech_of(wording)};
  for (const Persona& persona : workspace.personas) add_persona(persona, wording, personas.sections[0].rows);
  Table remarks{.title = wording("Notes and links"),
                .columns = {{"kind", wording("kind")}, {"name", wording("name")}, {"what", wording("what")}, {"text", wording("in words")}},
                .sections = {{}},
                .notes = {},
                .speech = speech_of(wording)};
  add_remarks(workspace, wording, remarks.sections[0].rows);
  std::vector<Table> tables;
  for (Table* const table : {&personas, &remarks}) {
    if (!table->sections[0].rows.empty()) tables.push_back(std::move(*table));
  }
  return tables;
}

}  // namespace mot

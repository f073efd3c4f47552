// The sections of one file, before they are put together with those of others.
#pragma once

#include <optional>
#include <vector>

#include "mot/findings/finding.h"
#include "mot/model/workspace.h"
#include "mot/yaml/fields.h"
#include "mot/yaml/shape.h"

namespace mot {

/// A department with the touchpoints that nest in it.
struct DepartmentSection : Department {
  std::vector<Touchpoint> touchpoints;
};

/// The sections of one file: singular ones describe one thing, plural ones are lists; both add up.
struct Document {
  std::optional<Number> version;
  std::optional<Project> project;
  std::vector<Text> include;
  std::vector<RuleSetting> rules;
  std::vector<Channel> channels;
  std::vector<Persona> personas;
  std::optional<DepartmentSection> department;
  std::vector<DepartmentSection> departments;
  std::vector<Touchpoint> touchpoints;
  std::vector<Journey> journeys;
  std::vector<Action> actions;
  std::vector<SurveySource> sources;
  std::vector<Span> directives;  ///< comments that begin with `# mot:`
  std::vector<yaml::MistypedScore> mistyped_scores;
  /// Whether everything in it got an id and a place: nothing that other files may speak of was lost to a fault of form.
  bool is_complete = true;
};

/// What a file may hold: the tables of all its sections, for the schema and the reference.
const yaml::RecordShape& document_shape();

/// Parses and decodes one file. Every fault is a finding.
Document read_document(const Sources& sources, std::uint32_t file, Findings& findings);

}  // namespace mot

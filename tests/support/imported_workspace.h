// What is imported, written as YAML and loaded again, in a compact notation.
#pragma once

#include <fmt/format.h>

#include <sstream>
#include <string>

#include "mot/import/import.h"
#include "mot/import/workspace_text.h"
#include "mot/load/load.h"

namespace mot::testing {

inline importing::Imported imported_from(const std::string& name, const std::string& bytes) {
  importing::Imported imported;
  importing::add_file({name, bytes}, imported);
  return imported;
}

inline Loaded loaded_from(const importing::Imported& imported) {
  std::istringstream in(importing::workspace_text(imported.workspace));
  return load({.paths = {"-"}, .in = &in});
}

/// `Way: Book [find 4, pay ?] Ride [go 5]`: journeys, their stages, and the ids and scores of their touchpoints.
inline std::string outline_of(const Workspace& workspace) {
  std::string text;
  for (const Journey& journey : workspace.journeys) {
    text += fmt::format("{}{}:", text.empty() ? "" : "; ", journey.name.value);
    for (const Stage& stage : journey.stages) {
      std::string inner;
      for_each_touchpoint(stage.steps, [&](const Link<Touchpoint>& link) {
        const Touchpoint& touchpoint = workspace.touchpoints[*link.index];
        const bool is_known = touchpoint.actual && touchpoint.actual->score;
        inner += fmt::format("{}{} {}", inner.empty() ? "" : ", ", touchpoint.id.value,
                             is_known ? fmt::format("{}", touchpoint.actual->score->value) : "?");
      });
      text += fmt::format(" {} [{}]", stage.name.value, inner);
    }
  }
  return text;
}

/// The notes of a fate, a line each.
inline std::string notes_of(const importing::Imported& imported, importing::Fate fate) {
  std::string text;
  for (const importing::Note& note : imported.notes) {
    if (note.fate == fate) text += note.text + "\n";
  }
  return text;
}

/// The errors of a workspace, a line each.
inline std::string errors_of(const Loaded& loaded) {
  std::string text;
  for (const Finding& finding : loaded.findings) {
    if (finding.severity == Severity::error) text += finding.message + "\n";
  }
  return text;
}

}  // namespace mot::testing

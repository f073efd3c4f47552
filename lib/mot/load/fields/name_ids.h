// Ids that are made of names, in the spelling of their language.
#pragma once

#include <string>
#include <string_view>

#include "mot/model/workspace.h"

namespace mot {

/// The language of a workspace's names, as `project: { language: … }` says it; English where that is left out.
inline std::string_view language_of(const Project& project) {
  return name_of(project.language ? project.language->value : Language::en);
}
inline std::string_view language_of(const Workspace& workspace) {
  return language_of(workspace.project);
}

/// An id like a name; in German (`de`) umlauts and sharp s are written out: `essen-waehlen`. Empty where a name has no letter for one.
std::string id_of_name(std::string_view name, std::string_view language);

/// Whether two names make the same id in any language: `Essen wählen`, `Essen waehlen`, `essen wahlen`.
bool are_nearly_alike(std::string_view one, std::string_view other);

}  // namespace mot

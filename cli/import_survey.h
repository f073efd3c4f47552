// A survey that is imported: what reads it, and where there is no workspace yet one with the touchpoints it asks about.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "mot/import/imported.h"
#include "mot/import/workspace_text.h"
#include "session.h"

namespace mot {

/// What an import gives: in one file, or in several.
struct ImportResult {
  std::string text;
  std::vector<importing::WorkspaceFile> files;
  importing::Notes notes;
};

/// Whether a file is a survey by its name and its first row.
bool is_survey(const std::filesystem::path& path);

/// Reads a survey, which has to lie below the folder of the workspace that -C names; where none stands there, below the folder `home` that
/// one is made in, or a copy of it is among its files. Throws CannotImport.
ImportResult import_survey(const Session& session, const std::string& name, const std::filesystem::path& home);

}  // namespace mot

// What was imported, as YAML with comments.
#pragma once

#include <string>
#include <vector>

#include "mot/import/imported.h"

namespace mot::importing {

/// A file of a workspace by its path below the workspace's folder.
struct WorkspaceFile {
  std::string path;
  std::string text;
};

/// A workspace in one file.
std::string workspace_text(const Workspace& workspace);

/// The same in files: `mot.yaml`, one for each department, one for touchpoints without a department, one for each journey.
std::vector<WorkspaceFile> workspace_files(const Workspace& workspace);

}  // namespace mot::importing

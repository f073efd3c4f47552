// Files that a workspace points at without reading them as data: links, and photos of personas.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>

#include "mot/findings/finding.h"
#include "mot/load/files/files.h"
#include "mot/model/workspace.h"

namespace mot {

/// Reports links and photos that lead out of the workspace at `root` or to nothing, and photos that can't be shown.
void check_attachments(const Files& files, const std::filesystem::path& root, const Workspace& workspace, Findings& findings);

/// Why bytes can't be shown as a photo, as `is no PNG or JPEG`; empty where they can.
std::string photo_fault(std::string_view bytes);

}  // namespace mot

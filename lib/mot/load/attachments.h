// Files that a workspace points at without reading them as data: links, photos of personas, and a logo.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>

#include "mot/findings/finding.h"
#include "mot/load/files/files.h"
#include "mot/model/workspace.h"

namespace mot {

/// Reports links, photos and a logo that lead out of the workspace at `root` or to nothing, and what can't be shown of them; keeps the
/// bytes of those that can.
void read_attachments(const Files& files, const std::filesystem::path& root, Workspace& workspace, Findings& findings);

/// Why bytes can't be shown as a photo or a logo, as `is no PNG or JPEG`; empty where they can.
std::string photo_fault(std::string_view bytes);

}  // namespace mot

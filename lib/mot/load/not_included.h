// Files of a workspace that no pattern reaches.
#pragma once

#include <string_view>
#include <vector>

#include "mot/load/document.h"
#include "mot/load/selection.h"

namespace mot {

/// Whether a YAML file holds a section of a workspace, told by the keys that begin a line of its first bytes. Keys that other tools have
/// too (`sources`, `rules`) tell only where no key is foreign.
bool holds_section(std::string_view beginning);

/// Reports every YAML file below the workspace's folder that holds a section and that no glob finds, at the globs. Dot folders, build
/// outputs and folders with a mot.yaml of their own are left out; so is what lies beyond a bound on files.
void report_files_not_included(const Selection& selection, const std::vector<IncludedFile>& included, const Document& document,
                               Findings& findings);

}  // namespace mot

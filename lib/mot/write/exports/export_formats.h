// The table of formats that a workspace can be taken along in.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "mot/analysis/analysis.h"
#include "mot/model/workspace.h"
#include "mot/text/source.h"

namespace mot {

struct ExportReport {
  const Workspace& workspace;
  const Analysis& analysis;
  const Sources& sources;
  std::optional<std::size_t> journey = {};  ///< the only one that is asked for, where a format holds journeys
};

struct ExportFormat {
  std::string_view name;
  std::string_view extension;  ///< with its dot
  std::string_view shows;      ///< for the help
  std::string (*write)(const ExportReport& report);
  std::vector<std::string> (*leaves_out)(const ExportReport& report);  ///< by kind and counted, one line each
  bool is_whole = false;                                               ///< all that is written, as it is written: no part of it
};

std::span<const ExportFormat> export_formats();

}  // namespace mot

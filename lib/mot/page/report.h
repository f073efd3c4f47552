// The page to hand over: one HTML file that holds all there is to say about a workspace, and asks for nothing from anywhere.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "mot/load/load.h"
#include "mot/load/workspace_revision.h"
#include "mot/review/review.h"
#include "mot/tables/table.h"
#include "mot/words/wording.h"

namespace mot {

class DrawnPictures;
enum class Redrawn : unsigned char;

/// Whether a page is a file that asks for nothing, or is served: then it follows the files, and may change them.
enum class PageUse : unsigned char { handed_over, live, edited };

/// What a page is made of. Holds references; what they refer to stays where it is meanwhile.
struct ReportInput {
  const Loaded& loaded;
  const Review& review;
  Date today;
  std::string_view version = {};    ///< the program's, for the foot
  std::vector<Table> changes = {};  ///< since another state, as `diff_tables` tells them
  std::string since = {};           ///< what that state is called; empty: compared with nothing
  PageUse use = PageUse::handed_over;
  DrawnPictures* drawn = nullptr;  ///< pictures of the page before this one, which take those of this one; null: none are kept
  Redrawn redrawn = {};            ///< all; others only where `drawn` has them
  std::string only = {};           ///< what it is narrowed to, for its title; empty: the whole workspace
  std::optional<WorkspaceRevision> revision = {};  ///< the workspace's, for the head; nothing: in no version control

  Wording wording() const { return Wording(loaded.workspace.project); }
};

/// The page. With scripts off all of it is there to read and to print. The same input gives the same bytes on the same fonts.
std::string report_html(const ReportInput& input);

/// The same without pictures and cards, for wikis.
std::string report_markdown(const ReportInput& input);

/// A format of the report: the name for --format, the extension for -o, and how it is written.
struct ReportFormat {
  std::string_view name;
  std::string_view extension;
  std::string (*write)(const ReportInput& input);
};

/// The default one stands first.
std::span<const ReportFormat> report_formats();

}  // namespace mot

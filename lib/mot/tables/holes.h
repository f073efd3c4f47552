// Holes in what a workspace says, and who can fill them.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "mot/findings/finding.h"
#include "mot/model/workspace.h"

namespace mot {

/// Something that the picture lacks.
struct Hole {
  std::string_view kind;  ///< the rule that found it
  std::string id;         ///< of what it is about; of a stage `journey/stage`
  std::string name;       ///< the same as people call it: `Bag drop`, `Way out: Rest`
  std::string message;
  std::optional<std::string>
      who;  ///< fills it: a touchpoint's owner, else its department's lead; a persona's advocate; if anybody is named
  bool operator==(const Hole&) const = default;
};

/// The findings about coverage, in their order.
std::vector<Hole> holes_in(const Workspace& workspace, const Findings& findings);

/// Those that are about touchpoints of the workspace.
std::vector<Hole> holes_at_touchpoints(const std::vector<Hole>& holes, const Workspace& workspace);

}  // namespace mot

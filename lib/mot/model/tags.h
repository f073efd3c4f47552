// Tags of a workspace, wherever they are written.
#pragma once

#include <string_view>
#include <vector>

#include "mot/model/workspace.h"

namespace mot {

/// Calls `visit` with every tag of a touchpoint, a journey, a persona or an action, in the order of the files.
template <class Visit>
void for_each_tag(const Workspace& workspace, const Visit& visit) {
  const auto visit_those_of = [&](const auto& things) {
    for (const auto& thing : things) {
      for (const Text& tag : thing.tags) visit(tag);
    }
  };
  visit_those_of(workspace.touchpoints);
  visit_those_of(workspace.journeys);
  visit_those_of(workspace.personas);
  visit_those_of(workspace.actions);
}

/// Every tag there is, each once, in alphabetical order.
std::vector<std::string_view> tags_in(const Workspace& workspace);

}  // namespace mot

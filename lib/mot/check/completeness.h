// Completeness of what a workspace says. A fault of form hides what stands behind it, and what is hidden is not missing.
#pragma once

#include <cstddef>
#include <vector>

#include "mot/evidence/answers.h"
#include "mot/model/workspace.h"

namespace mot {

struct Completeness {
  bool files = true;          ///< every file was read to its end, and everything in it has an id of its own
  bool scale = true;          ///< the project says what it wants to say
  bool touchpoints = true;    ///< what every touchpoint says, and whom it leads to
  bool departments = true;    ///< which department each touchpoint belongs to
  bool journeys = true;       ///< every journey's stages, moments and personas
  std::vector<bool> answers;  ///< by index of Workspace::touchpoints: every source that may tell of it was read
};

Completeness completeness_of(const Workspace& workspace, const Answers& answers);

}  // namespace mot

// How answers are read, which of them count, and what a gate does that can't be judged, in words: who changes that moves what figures say.
#pragma once

#include <map>
#include <string>

#include "mot/model/workspace.h"

namespace mot {

/// By a path that names what it is about: `reading/survey/actual/pay`: `Q2 on 1 to 5`; `reading/survey/rows`: `where seg is B`.
using Terms = std::map<std::string, std::string>;

Terms terms_of(const Workspace& workspace);

/// Under the ids of today: a source whose answers are read as those of one that is gone is that one.
Terms under_sources_of(const Terms& now, Terms then);

}  // namespace mot

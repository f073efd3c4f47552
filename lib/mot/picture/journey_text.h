// What is written of a journey as a whole, as heads of pictures and the report say it.
#pragma once

#include <string>
#include <vector>

#include "mot/model/workspace.h"
#include "mot/words/wording.h"

namespace mot {

/// `Goal: home by ten`; empty where none is written down.
std::string goal_text(const Wording& wording, const Journey& journey);

/// `Set off by: …`, `Ends when: …`, `Owner: …`, `live, as-is`, and its KPIs, as far as it is written down.
std::vector<std::string> journey_facts(const Wording& wording, const Journey& journey);

}  // namespace mot

// What is written of a journey as a whole, as heads of pictures and the report say it.
#pragma once

#include <string>
#include <vector>

#include "mot/evidence/answers.h"
#include "mot/model/workspace.h"
#include "mot/picture/canvas.h"
#include "mot/words/wording.h"

namespace mot {

/// `Goal: home by ten`; empty where none is written down.
std::string goal_text(const Wording& wording, const Journey& journey);

/// `Set off by: …`, `Ends when: …`, `Owner: …`, `live, as-is`, and its KPIs, as far as it is written down.
std::vector<std::string> journey_facts(const Wording& wording, const Journey& journey);

/// The name of a stage that goes on from the row above: `Sort it out, continued`, or where that takes more lines the name alone.
std::vector<Line> continued_name(const Canvas& canvas, const std::string& stage, const TextStyle& style, double width,
                                 std::size_t most_lines);

/// The name of a stage, with `…` before or behind it where stages of the whole journey are left out there. `whole` may be null.
std::string name_among_shown(const Journey& shown, std::size_t stage, const Journey* whole);

/// `since 1 September 2026`, `1 April 2026 to 30 June 2026`: which answers count; empty where all do.
std::string period_text(const Answers& answers, const Wording& wording);

}  // namespace mot

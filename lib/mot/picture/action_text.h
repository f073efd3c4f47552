// What pictures say of an action, the same in every view.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "mot/picture/canvas.h"

namespace mot {

/// Whether an open action should have been done by the picture's day; never where it has none.
bool is_overdue(const PictureInput& input, const Action& action);

/// Who owns it, by when it is due, and how far it is: `Head of Customer Care`, `due 2027-03-01`, `planned`. That it is overdue, or that
/// nobody owns it, stands out.
std::vector<Run> action_facts(const Canvas& canvas, const PictureInput& input, const Action& action);

/// `Bags at the belt +1.5, Lost-bag desk +1`: what it lifts, and by how much, of those moments that count.
std::string lifts_text(const Wording& wording, const Workspace& workspace, const Action& action,
                       const std::function<bool(std::size_t touchpoint)>& counts = {});

}  // namespace mot

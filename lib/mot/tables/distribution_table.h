// How answers spread over the scale, as a table and as a line of text.
#pragma once

#include <optional>
#include <string>

#include "mot/evidence/answers.h"
#include "mot/model/workspace.h"
#include "mot/tables/table.h"
#include "mot/words/wording.h"

namespace mot {

/// From where to where on the project's scale the answers of a part lie; of a point twice itself.
struct PartOfScale {
  double from = 0;
  double to = 0;
};
PartOfScale part_of_scale(const Distribution& distribution, std::size_t part, const Scale& scale);

/// `0: 3, 5: 12, 10: 40`, or of fifths `0 to 2: 3, …`, the worst first.
std::string distribution_text(const Distribution& distribution, const Scale& scale, const Wording& wording);

/// A touchpoint a row that was answered, of everybody or of one persona; notes say of which sources it is not known.
Table distribution_table(const Workspace& workspace, const Answers& answers, const std::optional<std::size_t>& persona,
                         const Wording& wording);

}  // namespace mot

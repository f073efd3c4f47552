// How answers spread over the scale, as JSON.
#pragma once

#include "mot/evidence/answers.h"
#include "mot/write/json/json_values.h"

namespace mot {

/// Counts by the parts of the scale, the worst first, each with its share by weight; null where they are not known.
Json distribution_json(const Distribution& distribution, const Scale& scale);

}  // namespace mot

// What codes mean, as texts list it.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace mot::evidence {

/// What stands in cells, and what it means: `1` and `Very good`.
using Code = std::pair<std::string, std::string>;

/// The codes that a text lists: `1 = Very good; 5 = Very bad`, `VS = Very satisfied, S = …`, `Very good = 1`; none where it lists none.
std::vector<Code> codes_in(std::string_view text);

}  // namespace mot::evidence

// Where readers meet what a key says.
#pragma once

#include <string_view>

namespace mot {

/// `cards, explain, report`; empty where nobody wrote it down. `record` as its table names it: "a touchpoint".
std::string_view places_of_key(std::string_view record, std::string_view key);

}  // namespace mot

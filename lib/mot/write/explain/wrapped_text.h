// Words on lines as wide as an explanation is.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace mot {

inline constexpr std::size_t line_width = 100;  ///< columns

/// Every line begins with the lead and ends with a line break.
std::string wrapped_text(std::string_view text, std::string_view lead = {});

}  // namespace mot

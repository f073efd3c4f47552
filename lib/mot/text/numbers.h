// Figures as pictures say them: short, the same in every locale, and never more exact than they are.
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>

namespace mot {

/// `7`, `6.4`, `−0.5`: points of a scale to one decimal, without one that is 0.
std::string points_text(double points);

/// `62.3`, `−0.5`: so many decimals; what rounds to 0 has no sign.
std::string decimal_text(double number, int decimals);

/// The decimals that show all of these as they were typed: `least` or more, 6 at most.
int decimals_shown(std::span<const double> numbers, int least);

/// `72 %`, with a blank that does not break.
std::string percent_text(double percent);

/// `1 moment`, `3 moments`.
std::string count_text(std::size_t count, std::string_view one, std::string_view many);

}  // namespace mot

// How people of a language write figures of tables: with their decimal sign, and one minus sign everywhere.
#pragma once

#include <string>
#include <string_view>

#include "mot/words/wording.h"

namespace mot {

/// As many decimals as asked for: `62.3`, `62,3`, `−0,5`; what rounds to 0 has no sign.
std::string decimal_in(const Wording& wording, double number, int decimals);

/// As few digits as tell it: `7`, `7,5`, `−3`.
std::string number_in(const Wording& wording, double number);

char decimal_sign_of(const Wording& wording);

/// A pattern of whatever language with its places filled; what is put in is not looked through for places again.
std::string filled(std::string_view pattern, Places places);

}  // namespace mot

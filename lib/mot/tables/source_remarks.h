// What the reading of sources has to say of them, in the words of a language.
#pragma once

#include <string>
#include <string_view>

#include "mot/words/wording.h"

namespace mot {

/// A remark on a source: said in other languages where it is one of the known ones but for the number in it, else as it is.
std::string with_number(std::string_view english, const Wording& wording);

}  // namespace mot

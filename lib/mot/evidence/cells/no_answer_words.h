// Words that surveys write where nobody answered, in five languages.
#pragma once

#include <string_view>

namespace mot::evidence {

/// Whether a text is a usual way to give no answer, in words.
bool is_no_answer(std::string_view text);

}  // namespace mot::evidence

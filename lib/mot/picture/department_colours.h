// Colours that tell departments apart, where each also has its name beside it. None is a colour of a class of gaps.
#pragma once

#include <cstddef>
#include <optional>

#include "mot/picture/theme.h"

namespace mot {

/// The colour of a department and of text on it; its `text` is read on the page. They come again after the eighth.
Tone department_tone(const Theme& theme, std::optional<std::size_t> department);

}  // namespace mot

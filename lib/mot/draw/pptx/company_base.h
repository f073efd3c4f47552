// A company's presentation as what slides stand on: its masters, layouts, colours and fonts, without its slides.
#pragma once

#include <optional>
#include <string_view>

#include "mot/draw/pptx/deck_base.h"

namespace mot::pptx {

/// Throws std::runtime_error that completes "'x.pptx' …" where the bytes are no presentation. Colours of the theme that texts of the
/// picture could not be read in are kept as they are in ours.
DeckBase company_base(std::string_view presentation, Colours& colours);

}  // namespace mot::pptx

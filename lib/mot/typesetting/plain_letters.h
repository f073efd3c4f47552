// Letters that one font draws one by one, so that neither their neighbours nor other fonts change how wide they are.
#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "mot/typesetting/pango_library.h"

namespace mot {

/// Whether every character is from a script that our fonts draw letter by letter (Latin, Greek, Cyrillic), so that words can be
/// measured one by one, and no taller than Latin.
bool is_plain(std::string_view text);

/// Bytes that have to be measured in one piece, because what stands there gives its font to blanks beside it; after them are only plain
/// words. None of a plain text, all of most others; of signs before plain words ("✓ done in time") as far as the first word with a letter.
std::size_t length_of_inseparable(std::string_view text);

struct ConfigRelease {
  void operator()(FcConfig* config) const { pango().FcConfigDestroy(config); }
};

/// fontconfig's own settings, and of its fonts only those of the family that it finds first for these ("Open Sans,Arial"). Pango sorts
/// all fonts that it knows for each size and weight, which takes longer than to draw a small picture; among a few it finds the same one.
/// None where that family lacks a plain letter, which then comes from another one.
std::unique_ptr<FcConfig, ConfigRelease> fonts_of_plain_letters(std::string_view families);

}  // namespace mot

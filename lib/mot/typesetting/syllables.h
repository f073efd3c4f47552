// Where a word may be parted with a hyphen when it has to be: where its language does, else between syllables, by rules that hold in most
// languages of the Latin, Greek and Cyrillic scripts. Soft hyphens, which know the word, go first.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "mot/typesetting/hyphenation.h"

namespace mot {

/// Offsets of the characters before which a part begins that may stand on the next line, with at least three letters of the word on either
/// side; ascending. By the patterns of a language where it is given and they part the word; else a consonant, or several that are one
/// sound, before a vowel, with a vowel on either side.
std::vector<std::size_t> syllable_starts(std::string_view text, const Hyphenation* language = nullptr);

/// The same for a line that has room for none of those: with two letters of the word on either side where the language parts it so, and
/// between all syllables, whether or not the language parts the word elsewhere.
std::vector<std::size_t> starts_in_need(std::string_view text, const Hyphenation* language = nullptr);

/// Whether letters of those scripts stand on both sides of an offset.
bool stands_between_letters(std::string_view text, std::size_t offset);

}  // namespace mot

// Where a word may be parted with a hyphen when it has to be: between syllables, by rules that hold in most languages of the Latin, Greek
// and Cyrillic scripts. Soft hyphens, which know the word, go first.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

namespace mot {

/// Offsets of the characters before which a syllable begins that may stand on the next line: a consonant, or several that are one sound,
/// before a vowel; with at least three letters of the word and a vowel on either side. Ascending.
std::vector<std::size_t> syllable_starts(std::string_view text);

/// Whether letters of those scripts stand on both sides of an offset.
bool stands_between_letters(std::string_view text, std::size_t offset);

}  // namespace mot

// The fixed words of outputs for people: a table for each language, with the same rows in each. A row is a whole sentence or a whole
// label with named places (`{moment} falls {points} points short`), so that each language puts its parts where they belong.
#pragma once

#include <span>
#include <string_view>

#include "mot/model/vocabulary.h"

namespace mot {

struct Phrase {
  std::string_view english;    ///< what the code says, and what it is found by
  std::string_view text = {};  ///< what is said; English says itself
  std::string_view one = {};   ///< the same where its number takes the singular; empty in phrases that count nothing
};

/// All of a language.
std::span<const Phrase> phrases_in(Language language);

/// The row of an English phrase; null where there is none.
const Phrase* find_phrase(Language language, std::string_view english);

}  // namespace mot

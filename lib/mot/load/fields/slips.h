// What people really type where something else is meant, and what to say to it.
#pragma once

#include <string_view>

#include "mot/text/advice.h"

namespace mot {

/// Advice for a text that stands where a day is meant: `12.3.2026`, `2026/03/12`, `March 2026`. Empty where there is none.
Advice date_advice(std::string_view text);

/// Where a word that people bring from other tools has its home, in a sentence; empty where it has none here.
std::string_view home_of(std::string_view record, std::string_view key);

/// The word of a vocabulary that another word stands for: `in progress` for `doing`; empty where it is none that is known.
std::string_view word_meant_by(std::string_view word);

/// What a key that people carry over from German or French is called here; empty where it is none that is known.
std::string_view key_in_english(std::string_view key);

}  // namespace mot

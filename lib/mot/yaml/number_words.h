// What people write around a number: the one list, for the schema, for what reads a text as a number that slipped, and for the advice.
#pragma once

#include <span>
#include <string>
#include <string_view>

namespace mot::yaml {

// In lower case, with the blanks that belong to them.
inline constexpr std::string_view words_of_estimate[] = {"~",      "≈",     "about ",    "approx. ", "ca. ",
                                                         "circa ", "etwa ", "ungefähr ", "environ ", "cerca de "};
inline constexpr std::string_view words_of_points[] = {" points", " point",  " pts.",  " pts",    " pt",   " punkte",
                                                       " punkt",  " puntos", " punto", " pontos", " ponto"};
inline constexpr std::string_view words_of_per_cent[] = {"%", " percent", " per cent", " prozent"};
inline constexpr std::string_view words_of_share[] = {" out of ", " of ", "/"};
inline constexpr std::string_view words_of_range[] = {" to ", " or ", " bis ", " oder ", "–", "-"};

// Signs that mark a number as a guess or a rating, and say nothing themselves.
inline constexpr std::string_view signs_behind[] = {"?", "!", "*", "★", "☆", "-ish", "½"};

/// Whether nobody means a text as words that may stand where a number may: `"8"`, `8/10`, `8,5`, `~7`, `8 points`, `4-5`, `90 %`, `8?`,
/// `8 (good)`, and `8 - good`, up to three words.
bool is_number_in_words(std::string_view text);

/// The same as an ECMA 262 regular expression.
std::string number_in_words_pattern();

}  // namespace mot::yaml

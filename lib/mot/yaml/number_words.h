// What people write around a number: the one list, for the schema, for what reads a text as a number that slipped, and for the advice.
#pragma once

#include <optional>
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
// Of how many nobody says, unless the scale tells.
inline constexpr std::string_view words_of_stars[] = {" stars",  " star",      " sterne",   " stern",    " étoiles",
                                                      " étoile", " estrellas", " estrella", " estrelas", " estrela"};
inline constexpr std::string_view words_of_bound[] = {">=",          "<=",         ">",         "<",          "≥",         "≤",
                                                      "over ",       "under ",     "at least ", "at most ",   "über ",     "unter ",
                                                      "mindestens ", "höchstens ", "plus de ",  "moins de ",  "au moins ", "más de ",
                                                      "menos de ",   "al menos ",  "mais de ",  "pelo menos "};
inline constexpr std::string_view words_of_share[] = {" out of ", " of ", "/", " von ", " sur ", " de ", " sobre "};
inline constexpr std::string_view words_of_range[] = {" to ", " or ", " bis ", " oder ", "–", "-"};

// Names of what a score is; a colon, an equals sign or a blank follows, or nothing.
inline constexpr std::string_view words_of_score[] = {"score",  "rating",    "grade", "mark",       "note",       "wert",      "wertung",
                                                      "punkte", "bewertung", "nota",  "valoración", "puntuación", "avaliação", "pontuação"};

// Signs that mark a number as a guess or a rating, and say nothing themselves.
inline constexpr std::string_view signs_behind[] = {"?", "!", "*", "★", "☆", "-ish"};

// Made of these alone, a text is a rating that nobody has counted.
inline constexpr std::string_view stars[] = {"★", "☆", "⭐", "*"};

struct NumberName {
  std::string_view name;
  int number;
};
// Whole texts, in lower case.
inline constexpr NumberName names_of_numbers[] = {
    {"zero", 0},   {"one", 1},    {"two", 2},    {"three", 3},  {"four", 4},  {"five", 5},  {"six", 6},  {"seven", 7},
    {"eight", 8},  {"nine", 9},   {"ten", 10},   {"eins", 1},   {"zwei", 2},  {"drei", 3},  {"vier", 4}, {"fünf", 5},
    {"sechs", 6},  {"sieben", 7}, {"acht", 8},   {"neun", 9},   {"zehn", 10}, {"zéro", 0},  {"deux", 2}, {"trois", 3},
    {"quatre", 4}, {"cinq", 5},   {"sept", 7},   {"huit", 8},   {"neuf", 9},  {"dix", 10},  {"cero", 0}, {"uno", 1},
    {"dos", 2},    {"tres", 3},   {"cuatro", 4}, {"cinco", 5},  {"seis", 6},  {"siete", 7}, {"ocho", 8}, {"nueve", 9},
    {"diez", 10},  {"dois", 2},   {"três", 3},   {"quatro", 4}, {"sete", 7},  {"oito", 8},  {"nove", 9}, {"dez", 10},
};

/// Digits of other scripts, full-width ones too, as 0 to 9, and halves and quarters as decimals: `８` -> `8`, `9½` -> `9.5`.
std::string in_plain_digits(std::string_view text);

/// A text in lower case without brackets around the whole of it, and without the name of what a score is: `(8)`, `score: 8` -> `8`.
std::string_view without_name(std::string_view text);

/// Whether nobody means a text as words that may stand where a number may: `"8"`, `8/10`, `8,5`, `~7`, `8 points`, `4-5`, `90 %`, `8?`,
/// `(8)`, `score: 8`, `８`, `8½`, `8 (good)`, and `8 - good`, up to three words.
bool is_number_in_words(std::string_view text);

/// The same as an ECMA 262 regular expression.
std::string number_in_words_pattern();

/// The number that a text in lower case is the name of, 0 to 10.
std::optional<int> number_named(std::string_view name);

}  // namespace mot::yaml

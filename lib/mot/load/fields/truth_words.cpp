#include "mot/load/fields/truth_words.h"

#include <algorithm>
#include <span>
#include <string>

#include "mot/text/utf8.h"

namespace mot {
namespace {

// In small letters, without accents. `v` is true in French and may be anything elsewhere.
constexpr std::string_view words_for_true[] = {"true",      "yes",        "y",  "wahr", "ja",  "j",  "vrai",  "oui",   "o",
                                               "verdadero", "verdadeiro", "si", "s",    "sim", "on", "certo", "cierto"};
constexpr std::string_view words_for_false[] = {"false", "no", "n", "falsch", "nein", "faux", "non", "falso", "nao", "off"};

constexpr std::string_view around_truth_words = " \t.!*()[]'\"";

bool is_among(std::span<const std::string_view> words, std::string_view word) {
  return std::ranges::find(words, word) != words.end();
}

}  // namespace

std::optional<bool> truth_of_word(std::string_view text) {
  constexpr std::size_t longest = 24;
  const std::size_t begin = text.find_first_not_of(around_truth_words);
  if (begin == std::string_view::npos) return std::nullopt;
  text = text.substr(begin, text.find_last_not_of(around_truth_words) + 1 - begin);
  if (text.size() > longest) return std::nullopt;
  const std::string word = folded(without_accents(text));
  if (is_among(words_for_true, word)) return true;
  if (is_among(words_for_false, word)) return false;
  return std::nullopt;
}

}  // namespace mot

// Every phrase of the words tables between brackets, so that what stands outside them is no phrase.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "mot/words/phrases.h"

namespace mot::testing {

inline constexpr std::string_view opening = "⟦", closing = "⟧";

inline std::string in_brackets(std::string_view phrase) {
  return std::string(opening) + std::string(phrase) + std::string(closing);
}

/// Everything that the tables say, in either number, and what is to stand for it.
inline std::vector<std::pair<std::string, std::string>> bracketed_phrases() {
  std::vector<std::pair<std::string, std::string>> all;
  for (const Phrase& phrase : phrases_in(Language::en)) {
    all.emplace_back(phrase.english, in_brackets(phrase.english));
    if (!phrase.one.empty()) all.emplace_back(phrase.one, in_brackets(phrase.one));
  }
  return all;
}

inline std::string without_brackets(std::string_view text) {
  std::string outside;
  int depth = 0;
  while (!text.empty()) {
    if (text.starts_with(opening)) {
      ++depth, text.remove_prefix(opening.size());
    } else if (text.starts_with(closing)) {
      --depth, text.remove_prefix(closing.size());
    } else {
      if (depth == 0) outside += text.front();
      text.remove_prefix(1);
    }
  }
  return outside;
}

/// A Latin letter that belongs to no number (`2a`) and to no id of a letter and digits (`t2`), in what stands outside of brackets.
inline bool has_letter(std::string_view outside) {
  const auto is_digit = [&](std::size_t i) { return i < outside.size() && outside[i] >= '0' && outside[i] <= '9'; };
  for (std::size_t i = 0; i < outside.size(); ++i) {
    const bool is_latin = (outside[i] >= 'a' && outside[i] <= 'z') || (outside[i] >= 'A' && outside[i] <= 'Z');
    if (is_latin && !is_digit(i + 1) && (i == 0 || !is_digit(i - 1))) return true;
  }
  return false;
}

inline bool has_fixed_word(std::string_view text) {
  return has_letter(without_brackets(text));
}

}  // namespace mot::testing

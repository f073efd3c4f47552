// Loose comparison of short texts: case apart, one within the other, word by word.
#pragma once

#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

namespace mot {

/// The text's words, case folded; whatever is no letter, digit or apostrophe parts them.
std::vector<std::string> words_of(std::string_view text);

/// Texts that somebody knows. A text is among them if its words stand in one of them in a row, or one's words stand so in the text:
/// `connecting flight` and `the connecting flight home`. Time and memory are linear: of long texts only the whole is compared.
class PhraseSet {
 public:
  void add(std::string_view text);
  bool contains(std::string_view text) const;

 private:
  std::unordered_set<std::string> texts_;    ///< as they are, words joined by blanks
  std::unordered_set<std::string> phrases_;  ///< every row of words within them
};

}  // namespace mot

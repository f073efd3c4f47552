// Where words of a language may be parted, by the patterns that LibreOffice and Debian keep (the form of libhyphen's files). A pattern says
// with a digit between letters whether a word may be parted there: odd may, even may not, and of all that match the largest counts (F. M.
// Liang, Word Hy-phen-a-tion by Com-put-er, 1983). Of those that end at one letter only the longest is looked at, and only where no longer
// one has begun, as libhyphen does, for which the files are made; libhyphen itself takes seconds to prepare the 78 000 of German.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace mot {

/// Letters of a word that stand at least on either side of a hyphen; and where there is no room for so many.
inline constexpr std::size_t least_letters = 3, least_letters_in_need = 2;

/// The patterns of one language.
class Hyphenation {
 public:
  /// Of a file's text, in UTF-8 or ISO 8859-1 as its first line says; of another encoding, or of none, there are no patterns. A file of two
  /// levels parts compounds first, and then what they are made of. What writes a word otherwise where it is parted is left out.
  explicit Hyphenation(std::string_view file);

  bool is_empty() const { return words_.all.empty(); }
  /// Offsets in a word of letters in lower case, in UTF-8, before which a part begins; ascending, with at least so many on either side.
  std::vector<std::size_t> parts_of(std::string_view word, std::size_t least = least_letters) const;

 private:
  /// Letters, and behind them their levels: a digit before each byte of them and one behind.
  struct Pattern {
    std::uint32_t begin = 0;
    std::uint32_t bytes = 0;  ///< of the letters
  };
  struct Patterns {
    std::string text = {};
    std::vector<Pattern> all = {};  ///< by their letters, ascending

    std::string_view letters_of(const Pattern& pattern) const { return std::string_view(text).substr(pattern.begin, pattern.bytes); }
    std::string_view levels_of(const Pattern& pattern) const {
      return std::string_view(text).substr(pattern.begin + pattern.bytes, pattern.bytes + 1);
    }
    void add(std::string_view line);
    void sort();
    std::string levels_in(std::string_view word) const;
  };

  Patterns compounds_;  ///< empty where the file has one level
  Patterns words_;
};

/// Of a language by its code (`de`): read when it is first asked for, from the folder that MOT_HYPHENATION names, else from where Debian
/// keeps them; null where there are none. Any thread may ask.
const Hyphenation* hyphenation_of(std::string_view language);

/// The codes of the languages that there are patterns of: `en, de, fr`; empty where there are none.
std::string languages_with_hyphenation();

}  // namespace mot

// Where words are parted, held against libhyphen, which the patterns are made for.
#include "mot/typesetting/hyphenation.h"

#include <doctest/doctest.h>
#include <hyphen.h>

#include <algorithm>
#include <cctype>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <memory>
#include <set>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

#include "mot/text/utf8.h"
#include "mot/typesetting/syllables.h"
#include "support/program.h"

using namespace mot;

namespace {

const std::string folder = "/usr/share/hyphen/";

struct Release {
  void operator()(HyphenDict* patterns) const { hnj_hyphen_free(patterns); }
};
using Patterns = std::unique_ptr<HyphenDict, Release>;

std::string with_hyphens(std::string word, const std::vector<std::size_t>& parts) {
  for (auto part = parts.rbegin(); part != parts.rend(); ++part) word.insert(*part, "-");
  return word;
}

/// Empty for a word with a letter that Latin-1 has not.
std::string in_latin1(std::string_view word) {
  std::string latin1;
  for (std::size_t i = 0; i < word.size(); i += character_length(word, i)) {
    const char32_t code = code_point_of(word.substr(i, character_length(word, i)));
    if (code > 0xff) return "";
    latin1 += static_cast<char>(code);
  }
  return latin1;
}

/// As libhyphen parts it, with three letters on either side.
std::string parted_by(HyphenDict& patterns, const std::string& word) {
  const std::string read = patterns.utf8 != 0 ? word : in_latin1(word);
  std::vector<char> levels(read.size() + 5);
  char** replaced = nullptr;
  int *places = nullptr, *cuts = nullptr;
  hnj_hyphen_hyphenate3(&patterns, read.c_str(), static_cast<int>(read.size()), levels.data(), nullptr, &replaced, &places, &cuts, 3, 3, 0,
                        0);
  std::vector<std::size_t> parts;
  std::size_t letter = 0;
  for (std::size_t i = 0; i < word.size(); ++letter) {
    i += character_length(word, i);
    if (levels[letter] % 2 != 0 && i < word.size()) parts.push_back(i);
  }
  return with_hyphens(word, parts);
}

/// In lower case, of four letters of Latin-1 and more.
std::set<std::string> words_of(const std::string& text) {
  std::set<std::string> words;
  std::string word;
  const auto close = [&] {
    if (count_characters(word) > 3 && !in_latin1(word).empty()) words.insert(folded(word));
    word.clear();
  };
  for (std::size_t i = 0; i < text.size(); i += character_length(text, i)) {
    const std::string_view character = std::string_view(text).substr(i, character_length(text, i));
    const bool is_letter = character.size() > 1
                               ? character != "\u00d7" && character != "\u00f7" && character >= "\u00c0" && character <= "\u00ff"
                               : std::isalpha(static_cast<unsigned char>(character.front())) != 0;
    if (is_letter)
      word += character;
    else
      close();
  }
  close();
  return words;
}

/// All that the program says, in five languages, and people in its examples.
std::set<std::string> words_to_try() {
  std::string text;
  for (const char* folder_of_words : {"lib/mot/words", "examples"}) {
    for (const auto& entry : std::filesystem::recursive_directory_iterator(std::filesystem::path(MOT_SOURCE_DIR) / folder_of_words)) {
      if (entry.path().extension() == ".yaml" || entry.path().extension() == ".cpp") text += mot::testing::text_of(entry.path());
    }
  }
  return words_of(text);
}

}  // namespace

TEST_CASE("words are parted as libhyphen parts them by the same patterns, in every language") {
  const struct {
    const char* language;
    const char* file;
  } languages[] = {
      {"en", "hyph_en_US.dic"}, {"de", "hyph_de_DE.dic"}, {"fr", "hyph_fr.dic"}, {"es", "hyph_es_ES.dic"}, {"pt", "hyph_pt_BR.dic"},
  };
  const std::set<std::string> words = words_to_try();
  CHECK(words.size() > 3000);
  for (const auto& [language, file] : languages) {
    CAPTURE(language);
    const Patterns oracle(hnj_hyphen_load((folder + file).c_str()));
    const Hyphenation* const own = hyphenation_of(language);
    REQUIRE(oracle != nullptr);
    REQUIRE(own != nullptr);
    std::size_t parted = 0;
    for (const std::string& word : words) {
      const std::string by_own = with_hyphens(word, own->parts_of(word));
      if (by_own != parted_by(*oracle, word)) CHECK(by_own == parted_by(*oracle, word));
      parted += by_own.size() != word.size() ? 1 : 0;
    }
    CHECK(parted > 1000);
  }
}

TEST_CASE("words are parted as their language wants it") {
  const struct {
    const char* language;
    const char* word;
    const char* parted;
  } cases[] = {
      // As Duden parts them, with three letters on either side.
      {"de", "Werkstatt", "Werk-statt"},
      {"de", "Versicherungsschein", "Ver-si-che-rungs-schein"},
      {"de", "Kundenbeziehungsmanagement", "Kun-den-be-zie-hungs-ma-nage-ment"},
      {"de", "SCHADENSREGULIERUNG", "SCHA-DENS-RE-GU-LIE-RUNG"},
      {"de", "Straßenbahnhaltestelle", "Stra-ßen-bahn-hal-te-stelle"},
      // As Merriam-Webster does.
      {"en", "empowerment", "empow-er-ment"},
      {"en", "reading", "read-ing"},
      // Where the patterns part nothing, between sounds; letters of other scripts too.
      {"de", "обслуживание", "обс-лу-жи-ва-ние"},
      {"nobody's", "Werkstatt", "Werks-tatt"},
      {"de", "", ""},
  };
  for (const auto& [language, word, parted] : cases) {
    CAPTURE(word);
    CHECK(with_hyphens(word, syllable_starts(word, hyphenation_of(language))) == parted);
  }
}

TEST_CASE("a line that has no room for a part as the language wants it takes a smaller one") {
  const Hyphenation* const german = hyphenation_of("de");
  CHECK(with_hyphens("Beschwerdebearbeitung", syllable_starts("Beschwerdebearbeitung", german)) == "Beschwer-de-be-ar-bei-tung");
  CHECK(with_hyphens("Beschwerdebearbeitung", starts_in_need("Beschwerdebearbeitung", german)) == "Be-schwer-de-be-ar-bei-tung");
  CHECK(with_hyphens("Datenschutzein", starts_in_need("Datenschutzein", german)) == "Da-ten-schut-zein");
  CHECK(starts_in_need("", german).empty());
}

TEST_CASE("whatever a file of patterns holds, words keep their letters") {
  const std::string_view files[] = {"",
                                    "UTF-8",
                                    "KOI8-R\na1b\n",
                                    "UTF-8\r\nc1d\r\n",
                                    "UTF-8\nNEXTLEVEL\nNEXTLEVEL\n1\n",
                                    "UTF-8\n9\n",
                                    "UTF-8\n.1\n1.",
                                    "ISO8859-1\n\xe4\x31\xff\n",
                                    "UTF-8\n\xff"
                                    "1\xc3\n",
                                    "UTF-8\nabc1def/a=b,1,2\n"};
  for (const std::string_view file : files) {
    CAPTURE(file);
    const Hyphenation patterns(file);
    for (const std::string_view word : {"", "a", "abcdef", "übermäßig", "\xff\xc3"}) {
      for (const std::size_t part : patterns.parts_of(word)) CHECK(part < word.size());
    }
  }
  CHECK(Hyphenation("KOI8-R\nabc1def\n").is_empty());
  CHECK(Hyphenation("UTF-8\nabc1def/a=b,1,2\n").is_empty());
  CHECK(with_hyphens("abcdef", Hyphenation("UTF-8\r\nabc1def\r\n").parts_of("abcdef")) == "abc-def");
}

#include "mot/words/phrases.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <set>
#include <sstream>
#include <string>
#include <vector>

namespace {

namespace fs = std::filesystem;
using Places = std::set<std::string, std::less<>>;

Places places_in(std::string_view text) {
  Places places;
  for (std::size_t begin = text.find('{'); begin != std::string_view::npos; begin = text.find('{', begin + 1))
    places.emplace(text.substr(begin, text.find('}', begin) + 1 - begin));
  return places;
}

bool holds_all(const Places& all, const Places& some) {
  return std::ranges::includes(all, some);
}

std::vector<std::string> keys_of(mot::Language language) {
  std::vector<std::string> keys;
  for (const mot::Phrase& phrase : mot::phrases_in(language)) keys.emplace_back(phrase.english);
  return keys;
}

struct File {
  std::string path;
  std::string text;
};

/// A literal that goes on in the next line, in one piece.
std::string joined_literals(std::string_view text) {
  std::string joined;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const std::size_t next = text[i] == '"' ? text.find_first_not_of(" \n", i + 1) : i;
    const bool goes_on = next != std::string_view::npos && next > i + 1 && text[next] == '"' && text[i + 1] == '\n';
    if (goes_on)
      i = next;
    else
      joined += text[i];
  }
  return joined;
}

/// Sources of the library and the program, but for the tables themselves.
std::vector<File> sources() {
  std::vector<File> files;
  const fs::path root(MOT_SOURCE_DIR);
  for (const char* folder : {"lib/mot", "include/mot", "cli"}) {
    for (const auto& entry : fs::recursive_directory_iterator(root / folder)) {
      const std::string path = fs::relative(entry.path(), root).generic_string();
      const bool is_table = path.starts_with("lib/mot/words/") && entry.path().stem().string().size() == 2;
      if (!entry.is_regular_file() || is_table) continue;
      std::ostringstream text;
      text << std::ifstream(entry.path()).rdbuf();
      files.push_back({path, joined_literals(text.str())});
    }
  }
  std::ranges::sort(files, {}, &File::path);
  return files;
}

/// As it stands in a source.
std::string literal(std::string_view text) {
  std::string written = "\"";
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text.substr(i, 2) == "\u00a0")
      written += "\\u00a0", ++i;
    else if (text[i] == '\n')
      written += "\\n";
    else
      written += text[i];
  }
  return written + "\"";
}

/// The literals that a call from `begin`, behind its opening parenthesis, takes itself: not those in braces or in calls inside it.
std::vector<std::string> own_literals(std::string_view text, std::size_t begin) {
  std::vector<std::string> found;
  int parentheses = 1, braces = 0;
  for (std::size_t i = begin; i < text.size() && parentheses > 0; ++i) {
    if (text[i] == '"') {
      const std::size_t end = text.find('"', i + 1);
      if (parentheses == 1 && braces == 0) found.emplace_back(text.substr(i, end + 1 - i));
      i = end;
    } else {
      parentheses += text[i] == '(' ? 1 : text[i] == ')' ? -1 : 0;
      braces += text[i] == '{' ? 1 : text[i] == '}' ? -1 : 0;
    }
  }
  return found;
}

TEST_CASE("every table has the rows of the English one, in its order") {
  const auto english = keys_of(mot::Language::en);
  CHECK(std::set(english.begin(), english.end()).size() == english.size());
  for (const std::string_view name : mot::names_of<mot::Language>) {
    CAPTURE(name);
    CHECK(keys_of(*mot::word_from<mot::Language>(name)) == english);
  }
}

TEST_CASE("every row says something, and a singular where English has one") {
  for (const std::string_view name : mot::names_of<mot::Language>) {
    const mot::Language language = *mot::word_from<mot::Language>(name);
    for (const mot::Phrase& phrase : mot::phrases_in(language)) {
      CAPTURE(name);
      CAPTURE(phrase.english);
      CHECK(phrase.text.empty() == (language == mot::Language::en));
      const bool english_has = !mot::find_phrase(mot::Language::en, phrase.english)->one.empty();
      CHECK((!phrase.one.empty() || !english_has));
    }
  }
}

TEST_CASE("a translation has no place that the English phrase has not, and loses no number") {
  for (const std::string_view name : mot::names_of<mot::Language>) {
    for (const mot::Phrase& phrase : mot::phrases_in(*mot::word_from<mot::Language>(name))) {
      CAPTURE(name);
      CAPTURE(phrase.english);
      const Places english = places_in(phrase.english);
      Places needed = english;
      needed.erase("{customer}");  // where a language says it without naming them
      for (const std::string_view text : {phrase.text, phrase.one}) {
        if (text.empty()) continue;
        if (text.data() == phrase.one.data() && phrase.english.starts_with("the first")) needed.erase("{count}");  // it says 'first' itself
        CHECK(holds_all(english, places_in(text)));
        CHECK(holds_all(places_in(text), needed));
      }
    }
  }
}

TEST_CASE("every phrase that the code says is in the tables") {
  std::size_t calls = 0;
  for (const File& file : sources()) {
    for (const char* call : {"ording(", "ording.count(", "ording.counted("}) {
      for (std::size_t at = file.text.find(call); at != std::string::npos; at = file.text.find(call, at + 1)) {
        for (const std::string& written : own_literals(file.text, at + std::string_view(call).size())) {
          ++calls;
          const auto is_that = [&](const mot::Phrase& phrase) { return literal(phrase.english) == written; };
          CAPTURE(file.path);
          CAPTURE(written);
          CHECK(std::ranges::any_of(mot::phrases_in(mot::Language::en), is_that));
        }
      }
    }
  }
  CHECK(calls > 50);
}

/// A template of the page says `[[phrase]]`, with `|place=what stands there` behind it.
TEST_CASE("every phrase that a template says is in the tables, with its places") {
  std::size_t said = 0;
  for (const File& file : sources()) {
    if (!file.path.ends_with(".mustache")) continue;
    for (std::size_t at = file.text.find("[["); at != std::string::npos; at = file.text.find("[[", at + 1)) {
      const std::string written = file.text.substr(at + 2, file.text.find("]]", at) - at - 2);
      const std::string phrase = written.substr(0, written.find('|'));
      CAPTURE(file.path);
      CAPTURE(written);
      CHECK(mot::find_phrase(mot::Language::en, phrase) != nullptr);
      for (const std::string& place : places_in(phrase))
        CHECK(written.find("|" + place.substr(1, place.size() - 2) + "=") != std::string::npos);
      ++said;
    }
  }
  CHECK(said > 50);
}

TEST_CASE("every phrase that a script says is among those that the page gives it") {
  std::string given;
  for (const File& file : sources()) given += file.path == "lib/mot/page/report.cpp" ? file.text : "";
  std::size_t said = 0;
  for (const File& file : sources()) {
    if (!file.path.ends_with(".js")) continue;
    for (std::size_t at = file.text.find("said(\""); at != std::string::npos; at = file.text.find("said(\"", at + 1)) {
      const std::size_t begin = at + std::string_view("said(").size();
      const std::string written = file.text.substr(begin, file.text.find('"', begin + 1) + 1 - begin);
      CAPTURE(file.path);
      CAPTURE(written);
      // The scripts of a page: what is handed over has the first, what is live two, what is edited all.
      const std::vector<std::string> uses = file.path.ends_with("/page.js")   ? std::vector<std::string>{"handed_over"}
                                            : file.path.ends_with("/live.js") ? std::vector<std::string>{"handed_over", "live"}
                                                                              : std::vector<std::string>{"handed_over", "live", "edited"};
      CHECK(std::ranges::any_of(uses, [&](const std::string& use) {
        return given.find("\n    {" + written + ", PageUse::" + use + "},\n") != std::string::npos;
      }));
      ++said;
    }
  }
  CHECK(said > 10);
}

TEST_CASE("every row of the tables is said somewhere") {
  std::string all;
  for (const File& file : sources()) all += file.text;
  for (const mot::Phrase& phrase : mot::phrases_in(mot::Language::en)) {
    CAPTURE(phrase.english);
    const std::string in_template = "[[" + std::string(phrase.english);
    const bool is_said = all.find(literal(phrase.english)) != std::string::npos || all.find(in_template + "]]") != std::string::npos ||
                         all.find(in_template + "|") != std::string::npos;
    CHECK(is_said);
  }
}

}  // namespace

TEST_CASE("no German preposition that takes the dative stands before a count that is in the nominative") {
  for (const mot::Phrase& phrase : mot::phrases_in(mot::Language::de)) {
    for (const char* preposition : {"bei ", "in ", "von ", "mit ", "an ", "zu ", "aus "}) {
      const std::string said(phrase.text);
      const auto at = said.find(std::string(preposition) + "{moments}");
      if (at != std::string::npos && (at == 0 || said[at - 1] == ' ')) FAIL_CHECK(said);
    }
  }
}

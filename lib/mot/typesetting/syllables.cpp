#include "mot/typesetting/syllables.h"

#include <algorithm>
#include <array>
#include <iterator>

#include "mot/text/utf8.h"

namespace mot {

namespace {

/// A letter in lower case, and where it stands.
struct Letter {
  char32_t code = 0;
  std::size_t offset = 0;
};

char32_t in_lower_case(char32_t code) {
  const auto is_within = [&](char32_t first, char32_t last) { return code >= first && code <= last; };
  const bool is_capital =
      is_within('A', 'Z') || (is_within(0xc0, 0xde) && code != 0xd7) || is_within(0x391, 0x3a9) || is_within(0x410, 0x42f);
  if (is_within(0x400, 0x40f)) return code + 0x50;
  return is_capital ? code + 0x20 : code;
}

/// Latin with its accents, Greek and Cyrillic, in lower case.
bool is_letter(char32_t code) {
  const auto is_within = [&](char32_t first, char32_t last) { return code >= first && code <= last; };
  return is_within('a', 'z') || (is_within(0xdf, 0x24f) && code != 0xf7) || is_within(0x3ac, 0x3ce) || is_within(0x430, 0x45f);
}

bool is_vowel(char32_t code) {
  if (code < 0x80) return code == 'a' || code == 'e' || code == 'i' || code == 'o' || code == 'u' || code == 'y';
  return std::u32string_view(U"aeiouyàáâãäåæèéêëìíîïòóôõöøùúûüýÿāăąēėęěīįōőœūůűųάέήίαεηιουωόύώϊϋаеиоуыэюяёєії").find(code) !=
         std::u32string_view::npos;
}

/// Letters that begin a syllable together, the longest first.
constexpr std::u32string_view one_sound[] = {U"schl", U"schm", U"schn", U"schr", U"schw", U"sch", U"pfl", U"pfr", U"pf", U"ch",
                                             U"ck",   U"ph",   U"sh",   U"th",   U"bl",   U"br",  U"cl",  U"cr",  U"dr", U"fl",
                                             U"fr",   U"gl",   U"gr",   U"kl",   U"kr",   U"pl",  U"pr",  U"tr"};

/// Endings that German joins to the next part of a compound by an s: `Versicherung-s-schein`.
constexpr std::u32string_view joined_by_s[] = {U"ung", U"heit", U"keit", U"schaft", U"tät", U"ion"};

/// How many letters from one on are one sound.
std::size_t sound_at(const std::vector<Letter>& word, std::size_t at) {
  for (const std::u32string_view sound : one_sound) {
    if (at + sound.size() > word.size()) continue;
    const auto same = [&](std::size_t i) { return word[at + i].code == sound[i]; };
    std::size_t i = 0;
    while (i < sound.size() && same(i)) ++i;
    if (i == sound.size()) return sound.size();
  }
  return 1;
}

bool is_inside_sound(const std::vector<Letter>& word, std::size_t at) {
  for (const std::size_t before : {std::size_t{3}, std::size_t{2}, std::size_t{1}}) {
    if (at >= before && sound_at(word, at - before) > before) return true;
  }
  return false;
}

/// Whether an s only joins what stands before it to what follows.
bool is_joint(const std::vector<Letter>& word, std::size_t at) {
  if (word[at].code != 's') return false;
  return std::ranges::any_of(joined_by_s, [&](std::u32string_view ending) {
    if (at < ending.size() + 2) return false;
    for (std::size_t i = 0; i < ending.size(); ++i) {
      if (word[at - ending.size() + i].code != ending[i]) return false;
    }
    return true;
  });
}

bool begins_syllable(const std::vector<Letter>& word, std::size_t at) {
  if (is_joint(word, at - 1)) return true;
  if (is_vowel(word[at].code) || is_joint(word, at)) return false;
  const std::size_t next = at + sound_at(word, at);
  return next < word.size() && is_vowel(word[next].code) && !is_inside_sound(word, at);
}

void add_starts(const std::vector<Letter>& word, std::vector<std::size_t>& starts) {
  bool has_vowel = false;
  for (std::size_t i = 0; i + least_letters <= word.size(); ++i) {
    if (i >= least_letters && has_vowel && begins_syllable(word, i)) starts.push_back(word[i].offset);
    has_vowel = has_vowel || is_vowel(word[i].code);
  }
}

/// Calls `visit` with each word and where it ends.
template <class Visit>
void for_each_word(std::string_view text, const Visit& visit) {
  std::vector<Letter> word;
  const auto close = [&](std::size_t end) {
    if (!word.empty()) visit(word, end);
    word.clear();
  };
  for (std::size_t i = 0; i < text.size();) {
    const std::string_view character = text.substr(i, character_length(text, i));
    const char32_t code = in_lower_case(code_point_of(character));
    if (is_letter(code))
      word.push_back({code, i});
    else
      close(i);
    i += character.size();
  }
  close(text.size());
}

/// Whether the language parts the word. Letters that take another room in lower case are left to the other rules.
bool add_parts(std::string_view word, std::size_t begin, const Hyphenation* language, std::size_t least, std::vector<std::size_t>& starts) {
  const std::string lower = folded(word);
  if (language == nullptr || lower.size() != word.size()) return false;
  const std::vector<std::size_t> parts = language->parts_of(lower, least);
  for (const std::size_t part : parts) starts.push_back(begin + part);
  return !parts.empty();
}

}  // namespace

std::vector<std::size_t> syllable_starts(std::string_view text, const Hyphenation* language) {
  std::vector<std::size_t> starts;
  for_each_word(text, [&](const std::vector<Letter>& word, std::size_t end) {
    const std::size_t begin = word.front().offset;
    if (!add_parts(text.substr(begin, end - begin), begin, language, least_letters, starts)) add_starts(word, starts);
  });
  return starts;
}

std::vector<std::size_t> starts_in_need(std::string_view text, const Hyphenation* language) {
  constexpr std::size_t too_near = 2;  // bytes from where the language parts it: its syllable is another one
  std::vector<std::size_t> starts;
  for_each_word(text, [&](const std::vector<Letter>& word, std::size_t end) {
    const std::size_t begin = word.front().offset;
    std::vector<std::size_t> parts, syllables;
    add_parts(text.substr(begin, end - begin), begin, language, least_letters_in_need, parts);
    add_starts(word, syllables);
    std::erase_if(syllables, [&](std::size_t start) {
      return std::ranges::any_of(parts, [&](std::size_t part) { return part <= start + too_near && start <= part + too_near; });
    });
    std::ranges::merge(parts, syllables, std::back_inserter(starts));
  });
  return starts;
}

bool stands_between_letters(std::string_view text, std::size_t offset) {
  if (offset == 0 || offset >= text.size()) return false;
  std::size_t before = offset - 1;
  while (before > 0 && (static_cast<unsigned char>(text[before]) & 0xc0) == 0x80) --before;
  const auto is_letter_at = [&](std::size_t at) {
    return is_letter(in_lower_case(code_point_of(text.substr(at, character_length(text, at)))));
  };
  return is_letter_at(before) && is_letter_at(offset);
}

}  // namespace mot

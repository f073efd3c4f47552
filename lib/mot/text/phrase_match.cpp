#include "mot/text/phrase_match.h"

#include <span>

#include "mot/text/utf8.h"

namespace mot {
namespace {

constexpr std::size_t most_words = 8;  // of a text whose phrases are looked at: 36 of them

bool parts_words(unsigned char c) {
  return c < 0x80 && !(c >= '0' && c <= '9') && !(c >= 'a' && c <= 'z') && c != '\'';
}

std::string joined(std::span<const std::string> words) {
  std::string text;
  for (const std::string& word : words) text.append(text.empty() ? "" : " ").append(word);
  return text;
}

/// Calls `use` with every row of words within the text until it returns true; whether it did.
template <class Use>
bool any_phrase(const std::vector<std::string>& words, Use use) {
  if (words.size() > most_words) return use(joined(words));
  for (std::size_t begin = 0; begin < words.size(); ++begin) {
    for (std::size_t count = 1; count <= words.size() - begin; ++count) {
      if (use(joined(std::span(words).subspan(begin, count)))) return true;
    }
  }
  return false;
}

}  // namespace

std::vector<std::string> words_of(std::string_view text) {
  std::vector<std::string> words;
  bool is_within = false;
  for (const char c : folded(text)) {
    const bool is_part = !parts_words(static_cast<unsigned char>(c));
    if (is_part && !is_within) words.emplace_back();
    if (is_part) words.back().push_back(c);
    is_within = is_part;
  }
  return words;
}

void PhraseSet::add(std::string_view text) {
  const auto words = words_of(text);
  if (words.empty() || !texts_.insert(joined(words)).second) return;
  any_phrase(words, [&](std::string phrase) {
    phrases_.insert(std::move(phrase));
    return false;
  });
}

bool PhraseSet::contains(std::string_view text) const {
  const auto words = words_of(text);
  return phrases_.contains(joined(words)) || any_phrase(words, [&](const std::string& phrase) { return texts_.contains(phrase); });
}

}  // namespace mot

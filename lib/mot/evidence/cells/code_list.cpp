#include "mot/evidence/cells/code_list.h"

#include <algorithm>
#include <iterator>
#include <optional>

#include "mot/evidence/cells/answer_words.h"
#include "mot/evidence/cells/no_answer_words.h"
#include "mot/evidence/cells/number.h"
#include "mot/text/alike.h"
#include "mot/text/digits.h"

namespace mot::evidence {
namespace {

constexpr std::string_view between_codes = ";,/|\n\r\u2022";

bool has_letters(std::string_view text) {
  return std::ranges::any_of(text, [](char c) {
    const char small = static_cast<char>(c | 0x20);
    return (small >= 'a' && small <= 'z') || static_cast<unsigned char>(c) >= 0x80;
  });
}

bool is_sign(char c) {
  return c == '-' || c == '+';
}

/// With hyphens for the minus signs of word processors before numbers.
std::string with_plain_signs(std::string_view text) {
  constexpr std::string_view minus = "\u2212";
  std::string plain(text);
  for (std::size_t at = plain.find(minus); at != std::string::npos; at = plain.find(minus, at)) plain.replace(at, minus.size(), "-");
  return plain;
}

/// A number and the mark behind it that says what it means.
struct Start {
  std::size_t begin = 0;    ///< of the number
  std::size_t meaning = 0;  ///< behind the mark
  bool is_sure = false;     ///< `=` or `:`, which nothing else has behind a number
  bool is_equal = false;    ///< `=`: what follows may be numbers too, `1 = 18-24`
};

/// The length of a mark at the front of the text; 0 where there is none.
std::pair<std::size_t, bool> mark_at(std::string_view text) {
  constexpr std::pair<std::string_view, bool> marks[] = {{"=>", true}, {"->", true},      {"\u2192", true},  {"=", true},
                                                         {":", true},  {"\u2013", false}, {"\u2014", false}, {"- ", false},
                                                         {")", false}, {"(", false},      {". ", false}};
  const std::size_t blanks = std::min(text.find_first_not_of(' '), text.size());
  text.remove_prefix(blanks);
  for (const auto& [mark, is_sure] : marks) {
    if (text.starts_with(mark)) return {blanks + mark.size(), is_sure};
  }
  return {0, false};
}

/// Whether a text ends in a word that stands before the ends of a scale: `rated from`.
bool ends_in_word_of_range(std::string_view text) {
  constexpr std::string_view words[] = {" from", " to",     " von",   " bis",   " zu",  " de",
                                        " a",    " \u00e0", " desde", " hasta", " ate", " at\u00e9"};
  return std::ranges::any_of(words, [text](std::string_view word) { return text.ends_with(word); });
}

/// Whether a code may begin here: at the front, behind what parts codes, or behind a blank.
bool may_begin_at(std::string_view text, std::size_t at, bool is_sure) {
  if (at == 0) return true;
  const std::string_view before = text.substr(0, at);
  const std::size_t last = before.find_last_not_of(" (");
  if (last == std::string_view::npos || between_codes.find(before[last]) != std::string_view::npos) return true;
  return (is_sure || ends_in_word_of_range(before.substr(0, last + 1))) && last + 1 < at;
}

std::optional<Start> start_at(std::string_view text, std::size_t at) {
  std::size_t end = at + (is_sign(text[at]) && at + 1 < text.size() ? 1 : 0);
  const std::size_t digits = end;
  while (end < text.size() && is_digit(text[end])) ++end;
  constexpr std::size_t most_digits = 5;
  if (end == digits || end - digits > most_digits) return std::nullopt;
  const auto [length, is_sure] = mark_at(text.substr(end));
  if (length == 0 || !may_begin_at(text, at, is_sure)) return std::nullopt;
  return Start{at, end + length, is_sure, text.substr(end, length).find('=') != std::string_view::npos};
}

std::string meaning_of(std::string_view text) {
  constexpr std::string_view words_between[] = {" to", " bis", " and",    " und",     " et",     " y",
                                                " e",  " a",   " \u00e0", " through", " \u2026", " ..."};
  std::string meaning = as_seen(text);
  for (bool has_more = true; has_more;) {
    const std::size_t before = meaning.size();
    if (meaning.ends_with(").")) meaning.pop_back();
    while (!meaning.empty() && std::string_view(" ;,/|)(").find(meaning.back()) != std::string_view::npos) meaning.pop_back();
    for (const std::string_view word : words_between) {
      if (meaning.ends_with(word)) meaning.resize(meaning.size() - word.size());
    }
    has_more = meaning.size() < before;
  }
  const bool is_quoted = meaning.size() > 2 && (meaning.front() == '"' || meaning.front() == '\'') && meaning.front() == meaning.back();
  return is_quoted ? meaning.substr(1, meaning.size() - 2) : meaning;
}

std::vector<Code> codes_behind_numbers(std::string_view text) {
  std::vector<Start> starts;
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (!is_digit(text[at]) && !is_sign(text[at])) continue;
    const auto start = start_at(text, at);
    if (start) starts.push_back(*start);
    while (at + 1 < text.size() && is_digit(text[at + 1])) ++at;
  }
  std::vector<Code> codes;
  bool is_sure = false;
  for (std::size_t i = 0; i < starts.size(); ++i) {
    const Start& start = starts[i];
    const std::size_t end = i + 1 < starts.size() ? starts[i + 1].begin : text.size();
    const std::size_t number_end = text.find_first_not_of("+-0123456789", start.begin);
    std::string meaning = meaning_of(text.substr(start.meaning, end - start.meaning));
    if (meaning.empty() || !(start.is_equal || has_letters(meaning))) continue;
    codes.emplace_back(text.substr(start.begin, number_end - start.begin), std::move(meaning));
    is_sure |= start.is_sure;
  }
  // A single `1. Check-in` or `3 - Desk` numbers something.
  const bool is_known = codes.size() == 1 && (goodness_of(codes.front().second) || is_no_answer(codes.front().second));  // `1 - Very bad`
  if (!is_sure && !is_known && codes.size() < 2) codes.clear();
  return codes;
}

/// `Very good = 1; Good = 2`, `VS = Very satisfied`.
std::vector<Code> codes_beside_words(std::string_view text) {
  constexpr std::size_t longest_code = 4;
  std::vector<Code> codes;
  for (std::size_t begin = 0; begin <= text.size();) {
    const std::size_t end = std::min(text.find_first_of(";,|\n\r", begin), text.size());
    const std::string_view part = text.substr(begin, end - begin);
    begin = end + 1;
    const std::size_t equal = part.find('='), mark = equal == std::string_view::npos ? part.find(": ") : equal;
    if (as_seen(part).empty()) continue;
    // `A: Very good`, and no `Note: …`.
    constexpr std::size_t longest_before_colon = 2;
    if (mark == std::string_view::npos || (equal == std::string_view::npos && as_seen(part.substr(0, mark)).size() > longest_before_colon))
      return {};
    std::string left = as_seen(part.substr(0, mark)), right = as_seen(part.substr(mark + 1));
    if (number_from(right) && has_letters(left)) {
      codes.emplace_back(std::move(right), std::move(left));
    } else if (!left.empty() && left.size() <= longest_code && left.find(' ') == std::string::npos && has_letters(right)) {
      codes.emplace_back(std::move(left), std::move(right));
    } else {
      return {};
    }
  }
  return codes;
}

/// `{1, Very good}; {2, Good}`, as statistics programs list them.
std::vector<Code> codes_in_braces(std::string_view text) {
  std::vector<Code> codes;
  for (std::size_t open = text.find('{'); open != std::string_view::npos; open = text.find('{', open + 1)) {
    const std::size_t close = std::min(text.find('}', open), text.size());
    const std::string_view inner = text.substr(open + 1, close - open - 1);
    const std::size_t comma = inner.find_first_of(",=:");
    if (comma == std::string_view::npos) continue;
    std::string code = meaning_of(inner.substr(0, comma)), meaning = meaning_of(inner.substr(comma + 1));
    if (!code.empty() && !meaning.empty()) codes.emplace_back(std::move(code), std::move(meaning));
  }
  return codes;
}

}  // namespace

std::vector<Code> codes_in(std::string_view written) {
  constexpr std::size_t longest = 4000;
  if (written.size() > longest) return {};
  const std::string text = with_plain_signs(written);
  auto codes = codes_in_braces(text);
  if (codes.empty()) codes = codes_behind_numbers(text);
  return codes.empty() ? codes_beside_words(text) : codes;
}

}  // namespace mot::evidence

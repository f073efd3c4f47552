#include "mot/yaml/number_words.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <utility>
#include <vector>

#include "mot/text/utf8.h"

namespace mot::yaml {
namespace {

using Words = std::span<const std::string_view>;

constexpr std::string_view digits = "0123456789";
constexpr std::string_view signs = "0123456789.,/% +-";
constexpr std::string_view always = "24/7";  // which is a text: around the clock
constexpr std::string_view marks_of_label[] = {" - ", " – ", " — ", ": ", " = "};
constexpr std::ptrdiff_t most_words_of_label = 3;

/// A small letter of ASCII or Latin-1 that a text begins with, and how many bytes it has; 0 where it begins with another character.
std::size_t small_letter_at(std::string_view text) {
  const auto byte = [&](std::size_t at) { return at < text.size() ? static_cast<unsigned char>(text[at]) : 0; };
  if (byte(0) >= 'a' && byte(0) <= 'z') return 1;
  return byte(0) == 0xC3 && byte(1) >= 0xA0 && byte(1) <= 0xBE && byte(1) != 0xB7 ? 2 : 0;
}

/// `about ` -> `[Aa]bout `, `ca. ` -> `[Cc]a\. `, `über ` -> `[Üü]ber `
std::string pattern_of(std::string_view word) {
  constexpr char from_small_to_capital = 0x20;
  std::string pattern;
  bool is_first_letter = true;
  for (std::size_t i = 0; i < word.size();) {
    const std::size_t letter = is_first_letter ? small_letter_at(word.substr(i)) : 0;
    if (letter > 0) {
      std::string capital(word.substr(i, letter));
      capital.back() = static_cast<char>(capital.back() - from_small_to_capital);
      pattern += fmt::format("[{}{}]", capital, word.substr(i, letter));
      is_first_letter = false;
      i += letter;
      continue;
    }
    if (std::string_view(".?*").find(word[i]) != std::string_view::npos) pattern += '\\';
    pattern += word[i++];
  }
  return pattern;
}

std::string pattern_of(Words words) {
  std::string pattern;
  for (const std::string_view word : words) pattern += (pattern.empty() ? "" : "|") + pattern_of(word);
  return "(" + pattern + ")";
}

bool is_numeric(std::string_view text) {
  return text.find_first_of(digits) != std::string_view::npos && text.find_first_not_of(signs) == std::string_view::npos;
}

/// Two numbers with a word between them, or one number.
bool is_numeric_with(std::string_view text, Words joints) {
  const auto joins = [&](std::string_view joint) {
    const std::size_t at = text.find(joint);
    return at != std::string_view::npos && is_numeric(text.substr(0, at)) && is_numeric(text.substr(at + joint.size()));
  };
  return std::any_of(joints.begin(), joints.end(), joins);
}

void drop_blanks_behind(std::string_view& text) {
  while (text.ends_with(' ')) text.remove_suffix(1);
}

/// What may stand behind a number that is one all the same: signs, a remark between brackets, a label of three words at most.
std::string_view without_remark(std::string_view text) {
  const auto is_sign = [&](std::string_view sign) { return text.ends_with(sign); };
  for (auto sign = std::begin(signs_behind); sign != std::end(signs_behind);) {
    sign = std::find_if(std::begin(signs_behind), std::end(signs_behind), is_sign);
    if (sign != std::end(signs_behind)) text.remove_suffix(sign->size()), drop_blanks_behind(text);
  }
  const std::size_t bracket = text.find('(');
  if (bracket != std::string_view::npos && text.ends_with(')')) text = text.substr(0, bracket), drop_blanks_behind(text);
  for (const std::string_view mark : marks_of_label) {
    const std::size_t at = text.find(mark);
    if (at == std::string_view::npos) continue;
    const std::string_view label = text.substr(at + mark.size());
    if (std::count(label.begin(), label.end(), ' ') < most_words_of_label) return text.substr(0, at);
  }
  return text;
}

/// Takes away one of the words where the text begins with it.
void drop_beginning(std::string_view& text, Words words) {
  const auto begins = std::find_if(words.begin(), words.end(), [&](auto word) { return text.starts_with(word); });
  if (begins != words.end()) text.remove_prefix(begins->size());
}

bool is_made_of_stars(std::string_view text) {
  const bool has_any = !text.empty();
  while (!text.empty()) {
    const auto star = std::find_if(std::begin(stars), std::end(stars), [&](auto sign) { return text.starts_with(sign); });
    if (star == std::end(stars)) return false;
    text.remove_prefix(star->size());
    if (text.size() > 1 && text.front() == ' ') text.remove_prefix(1);
  }
  return has_any;
}

}  // namespace

std::optional<int> number_named(std::string_view name) {
  const auto found =
      std::find_if(std::begin(names_of_numbers), std::end(names_of_numbers), [&](const NumberName& of) { return of.name == name; });
  return found == std::end(names_of_numbers) ? std::nullopt : std::optional(found->number);
}

bool is_number_in_words(std::string_view text) {
  if (text.starts_with(always)) return false;
  const std::string lower = folded(text);
  if (is_made_of_stars(lower) || number_named(lower)) return true;
  std::string_view rest = without_remark(lower);
  drop_beginning(rest, words_of_estimate);
  drop_beginning(rest, words_of_bound);
  for (const Words endings : {Words(words_of_points), Words(words_of_stars), Words(words_of_per_cent)}) {
    const auto ends = std::find_if(endings.begin(), endings.end(), [&](auto word) { return rest.ends_with(word); });
    if (ends != endings.end()) rest.remove_suffix(ends->size());
  }
  return is_numeric(rest) || is_numeric_with(rest, words_of_share) || is_numeric_with(rest, words_of_range);
}

std::string number_in_words_pattern() {
  constexpr std::string_view numeric = "[-+0-9.,/% ]*[0-9][-+0-9.,/% ]*";
  const std::string label = fmt::format("({}[^ ]*( [^ ]*){{0,{}}})", pattern_of(marks_of_label), most_words_of_label - 1);
  const std::string slipped =
      fmt::format("(?!{}){}?{}?{}(({}|{}){})?({}|{}|{})?({}|( ?\\(.*\\))?( ?{})*)", always, pattern_of(words_of_estimate),
                  pattern_of(words_of_bound), numeric, pattern_of(words_of_share), pattern_of(words_of_range), numeric,
                  pattern_of(words_of_points), pattern_of(words_of_stars), pattern_of(words_of_per_cent), label, pattern_of(signs_behind));
  std::vector<std::string_view> names;
  for (const NumberName& name : names_of_numbers) names.push_back(name.name);
  return fmt::format("^({}|{}( ?{})*|{})$", slipped, pattern_of(stars), pattern_of(stars), pattern_of(names));
}

}  // namespace mot::yaml

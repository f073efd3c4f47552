#include "mot/yaml/number_words.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <utility>
#include <vector>

#include "mot/text/digits.h"
#include "mot/text/utf8.h"

namespace mot::yaml {
namespace {

using Words = std::span<const std::string_view>;

constexpr std::string_view signs = "0123456789.,/% +-";
// The digit 0 of scripts whose ten digits follow one another: Arabic, Persian, Devanagari, Bengali, Thai, full-width.
constexpr std::string_view zeros[] = {"٠", "۰", "०", "০", "๐", "０"};

struct Fraction {
  std::string_view sign;
  std::string_view decimals;
};
constexpr Fraction fractions[] = {{"½", ".5"}, {"¼", ".25"}, {"¾", ".75"}};

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
  return text.find_first_of(decimal_digits) != std::string_view::npos && text.find_first_not_of(signs) == std::string_view::npos;
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

/// The digit that a character of another script is.
std::optional<char> plain_digit(std::string_view character) {
  for (const std::string_view zero : zeros) {
    const int digit = static_cast<unsigned char>(character.back()) - static_cast<unsigned char>(zero.back());
    const bool is_of_script = character.size() == zero.size() && character.substr(0, zero.size() - 1) == zero.substr(0, zero.size() - 1);
    if (is_of_script && digit >= 0 && digit <= 9) return static_cast<char>('0' + digit);
  }
  return std::nullopt;
}

/// Every character that stands for a digit or a fraction, for a class of characters.
std::string number_characters() {
  std::string all(decimal_digits);
  for (const std::string_view zero : zeros) {
    std::string nine(zero);
    nine.back() = static_cast<char>(nine.back() + 9);
    all += fmt::format("{}-{}", zero, nine);
  }
  for (const Fraction& fraction : fractions) all += fraction.sign;
  return all;
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

std::string in_plain_digits(std::string_view text) {
  std::string plain;
  for (std::size_t i = 0; i < text.size();) {
    const std::string_view character = text.substr(i, character_length(text, i));
    const auto* const fraction =
        std::find_if(std::begin(fractions), std::end(fractions), [&](const Fraction& f) { return f.sign == character; });
    const bool is_behind_digit = !plain.empty() && decimal_digits.find(plain.back()) != std::string_view::npos;
    if (fraction != std::end(fractions))
      plain.append(is_behind_digit ? "" : "0").append(fraction->decimals);
    else if (const auto digit = plain_digit(character))
      plain += *digit;
    else
      plain += character;
    i += character.size();
  }
  return plain;
}

std::string_view without_name(std::string_view text) {
  if (text.starts_with('(') && text.ends_with(')') && text.size() > 2) text = text.substr(1, text.size() - 2);
  const auto name = std::find_if(std::begin(words_of_score), std::end(words_of_score), [&](auto word) { return text.starts_with(word); });
  if (name == std::end(words_of_score)) return text;
  text.remove_prefix(name->size());
  for (const std::string_view joint : {" ", ":=", " "}) {
    if (!text.empty() && joint.find(text.front()) != std::string_view::npos) text.remove_prefix(1);
  }
  return text;
}

bool is_number_in_words(std::string_view text) {
  if (text.starts_with(always)) return false;
  const std::string lower = in_plain_digits(folded(text));
  if (is_made_of_stars(lower) || number_named(lower)) return true;
  std::string_view rest = without_remark(without_name(lower));
  drop_beginning(rest, words_of_estimate);
  drop_beginning(rest, words_of_bound);
  for (const Words endings : {Words(words_of_points), Words(words_of_stars), Words(words_of_per_cent)}) {
    const auto ends = std::find_if(endings.begin(), endings.end(), [&](auto word) { return rest.ends_with(word); });
    if (ends != endings.end()) rest.remove_suffix(ends->size());
  }
  return is_numeric(rest) || is_numeric_with(rest, words_of_share) || is_numeric_with(rest, words_of_range);
}

std::string number_in_words_pattern() {
  const std::string one = number_characters();
  const std::string numeric = fmt::format("[-+.,/% {0}]*[{0}][-+.,/% {0}]*", one);
  const std::string label = fmt::format("({}[^ ]*( [^ ]*){{0,{}}})", pattern_of(marks_of_label), most_words_of_label - 1);
  const std::string slipped = fmt::format("({} ?[:=]? ?)?{}?{}?{}(({}|{}){})?({}|{}|{})?({}|( ?\\(.*\\))?( ?{})*)",
                                          pattern_of(words_of_score), pattern_of(words_of_estimate), pattern_of(words_of_bound), numeric,
                                          pattern_of(words_of_share), pattern_of(words_of_range), numeric, pattern_of(words_of_points),
                                          pattern_of(words_of_stars), pattern_of(words_of_per_cent), label, pattern_of(signs_behind));
  std::vector<std::string_view> names;
  for (const NumberName& name : names_of_numbers) names.push_back(name.name);
  return fmt::format("^((?!{0}){1}|\\({1}\\)|{2}( ?{2})*|{3})$", always, slipped, pattern_of(stars), pattern_of(names));
}

}  // namespace mot::yaml

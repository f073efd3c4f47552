#include "mot/import/survey/touchpoint_match.h"

#include <algorithm>
#include <iterator>

#include "mot/load/fields/codecs.h"
#include "mot/load/fields/name_ids.h"
#include "mot/text/digits.h"
#include "mot/text/phrase_match.h"
#include "mot/text/utf8.h"

namespace mot::importing {
namespace {

constexpr double possible = 0.39;

constexpr std::string_view small_words[] = {"a",   "an",  "and", "at",  "for", "of",  "or", "our", "the", "to",  "with", "der",
                                            "die", "das", "den", "dem", "des", "und", "am", "im",  "zum", "zur", "fur",  "mit",
                                            "la",  "le",  "les", "du",  "de",  "et",  "au", "aux", "un",  "une", "el",   "los",
                                            "las", "y",   "en",  "del", "os",  "as",  "do", "da",  "dos", "na"};

/// `How satisfied were you with …?`
constexpr std::string_view words_of_asking[] = {
    "how",        "satisfied",  "happy", "are",  "were",  "was",     "you",       "your",       "did",        "do",        "would",
    "rate",       "please",     "find",  "wie",  "waren", "war",     "sie",       "ihr",        "ihre",       "zufrieden", "bewerten",
    "fanden",     "etes",       "etiez", "vous", "votre", "comment", "satisfait", "satisfaite", "evaluez",    "como",      "califica",
    "satisfecho", "satisfecha", "usted", "esta", "tan",   "que",     "voce",      "satisfeito", "satisfeita", "avalia"};

/// `sign` and `signs`, `reserv` and `reservation`.
bool are_alike(std::string_view one, std::string_view other) {
  constexpr std::size_t shortest = 4;
  if (one == other) return true;
  return std::min(one.size(), other.size()) >= shortest && (one.starts_with(other) || other.starts_with(one));
}

/// Dice's coefficient: twice the words in common by all words.
double likeness(const std::vector<std::string>& some, const std::vector<std::string>& others) {
  if (some.empty() || others.empty()) return 0;
  const auto common = std::ranges::count_if(some, [&](const std::string& word) {
    return std::ranges::any_of(others, [&](const std::string& other) { return are_alike(word, other); });
  });
  return std::min(1.0, 2 * static_cast<double>(common) / static_cast<double>(some.size() + others.size()));
}

/// Whether both say the same, in whatever order: parts of words are not enough.
bool are_same(std::vector<std::string> some, std::vector<std::string> others) {
  std::ranges::sort(some);
  std::ranges::sort(others);
  return !some.empty() && some == others;
}

bool says_the_same(std::string_view text, const KnownTouchpoint& touchpoint) {
  if (yaml::id_like(text) == touchpoint.id || are_nearly_alike(text, touchpoint.name)) return true;
  const auto words = telling_words(text);
  return are_same(words, telling_words(touchpoint.name)) || are_same(words, words_of(touchpoint.id));
}

double likeness(std::string_view text, const KnownTouchpoint& touchpoint) {
  if (says_the_same(text, touchpoint)) return 1;
  constexpr double most_of_others = 0.99;
  const auto words = telling_words(text);
  return std::min(most_of_others, std::max(likeness(words, telling_words(touchpoint.name)), likeness(words, words_of(touchpoint.id))));
}

/// The length of a question's number at the front: `Q7`, `Q12_`, `F3.`, `7)`.
std::size_t number_at_front(std::string_view heading) {
  constexpr std::size_t most_letters = 2;
  std::size_t at = 0;
  while (at < heading.size() && at < most_letters && ((heading[at] | 0x20) >= 'a' && (heading[at] | 0x20) <= 'z')) ++at;
  const std::size_t first_digit = at;
  while (at < heading.size() && is_digit(heading[at])) ++at;
  return at == first_digit ? 0 : at;
}

/// Where the item begins that Microsoft Forms writes behind its question: `How satisfied were you with.Waiting time`.
std::size_t item_behind_question(std::string_view heading) {
  constexpr std::ptrdiff_t least_blanks = 2;  // of a question
  const std::size_t dot = heading.find('.');
  const bool is_between = dot != std::string_view::npos && dot + 1 < heading.size() && heading.find('.', dot + 1) == std::string_view::npos;
  if (!is_between || heading[dot + 1] == ' ' || is_digit(heading[dot + 1])) return std::string_view::npos;
  return std::ranges::count(heading.substr(0, dot), ' ') >= least_blanks ? dot + 1 : std::string_view::npos;
}

/// The heading without what tools write under a question that has no items.
std::string_view without_empty_item(std::string_view heading) {
  heading = heading.substr(0, heading.find(R"(: {"ImportId")"));  // Qualtrics
  for (const std::string_view item : {": Response", ": Open-Ended Response", ": Antwort", ": Offene Antwort", ": R\u00e9ponse",
                                      ": R\u00e9ponse ouverte", ": Respuesta", ": Respuesta abierta", ": Resposta", ": Resposta aberta"}) {
    if (heading.ends_with(item)) return heading.substr(0, heading.size() - item.size());  // SurveyMonkey
  }
  return heading;
}

/// Without the tags and entities of HTML that tools leave in what their editors made: `<p>Desk</p>`, `Bags &amp; belts`.
std::string without_tags(std::string_view heading) {
  constexpr std::size_t longest_tag = 200;
  constexpr std::pair<std::string_view, std::string_view> entities[] = {{"&nbsp;", " "}, {"&amp;", "&"},   {"&lt;", "<"},
                                                                        {"&gt;", ">"},   {"&quot;", "\""}, {"&#39;", "'"}};
  std::string text;
  const auto is_tag = [&](std::size_t at, std::size_t end) {
    const char first = at + 1 < heading.size() ? heading[at + 1] : ' ';
    return end != std::string_view::npos && end - at < longest_tag && (first == '/' || ((first | 0x20) >= 'a' && (first | 0x20) <= 'z'));
  };
  for (std::size_t i = 0; i < heading.size();) {
    const std::size_t end = heading[i] == '<' ? heading.find('>', i) : std::string_view::npos;
    const auto entity = std::ranges::find_if(entities, [&](const auto& known) { return heading.substr(i).starts_with(known.first); });
    const bool begins_tag = heading[i] == '<' && is_tag(i, end);
    const std::string_view said = begins_tag ? " " : entity == std::end(entities) ? heading.substr(i, 1) : entity->second;
    const bool is_blank_again = said == " " && (text.empty() || text.ends_with(' '));
    if (!is_blank_again) text += said;
    i = begins_tag ? end + 1 : i + (entity == std::end(entities) ? 1 : entity->first.size());
  }
  while (text.ends_with(' ')) text.pop_back();
  return text;
}

}  // namespace

std::vector<std::string> telling_words(std::string_view text) {
  std::vector<std::string> words = words_of(without_accents(text));
  std::erase_if(words, [](const std::string& word) {
    return std::ranges::find(small_words, word) != std::end(small_words) ||
           std::ranges::find(words_of_asking, word) != std::end(words_of_asking);
  });
  return words;
}

bool say_the_same(const std::vector<std::string>& words, const std::vector<std::string>& others) {
  return words.size() == others.size() && likeness(words, others) == 1 && likeness(others, words) == 1;
}

SplitHeading split_heading(std::string_view heading) {
  const std::string plain = without_tags(heading);
  heading = without_empty_item(plain);
  for (const std::string_view mark : {" [", ": ", " - ", " \u2013 ", ":"}) {
    const std::size_t at = heading.rfind(mark);
    if (at == std::string_view::npos || at == 0) continue;
    std::string item(heading.substr(at + mark.size()));
    if (mark == " [" && item.ends_with(']')) item.pop_back();
    if (!item.empty()) return {std::string(heading.substr(0, at)), std::move(item)};
  }
  if (const std::size_t at = item_behind_question(heading); at != std::string_view::npos)
    return {std::string(heading.substr(0, at - 1)), std::string(heading.substr(at))};
  const std::size_t number = number_at_front(heading);
  std::string_view item = heading.substr(number);
  item.remove_prefix(std::min(item.find_first_not_of("_-.) "), item.size()));
  if (number == 0 || item.empty()) return {{}, std::string(heading)};
  return {std::string(heading.substr(0, number)), std::string(item)};
}

std::optional<TouchpointMatch> touchpoint_like(std::string_view heading, std::span<const KnownTouchpoint> touchpoints) {
  const std::string item = split_heading(heading).item;
  std::optional<TouchpointMatch> best;
  for (std::size_t i = 0; i < touchpoints.size(); ++i) {
    const double found = std::max(likeness(item, touchpoints[i]), likeness(heading, touchpoints[i]));
    if (found < possible) continue;
    if (best && found == best->likeness) best->is_sure = false;
    if (best && found <= best->likeness) continue;
    best = {i, found, found == 1};
  }
  return best;
}

}  // namespace mot::importing

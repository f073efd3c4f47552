#include "mot/tables/source_remarks.h"

#include <algorithm>

#include "mot/words/figures.h"

namespace mot {
namespace {

/// With the place of the one number that is in some of them.
constexpr std::string_view fixed_remarks[] = {
    "it names no 'respondent'",
    "it may ask about more than {count} touchpoints",
    "it asks more than {count} questions",
    "rows of other sheets under the same names of columns, which are not read: {count}",
    "more than {count} answers of different people are too many to keep apart",
    "it has more than {count} clusters' answers",
    "it has more than {count} pairs of words",
    "it has more than {count} clusters' answers, so thumbs and answers about the whole count as if nobody answered together, and are known "
    "less well in truth",
    "its sums were frozen before clusters' were; run 'mot pull'; until then thumbs and answers about the whole count as if nobody answered "
    "together, and are known less well in truth",
    "it names no 'respondent', so importance is not derived from what the same people said of the whole",
    "no row holds an answer to a touchpoint beside the one about the whole, so importance is not derived",
    "its sums were frozen before pairs of answers were, so importance is not derived; run 'mot pull'",
    "its sums were frozen before answers were counted by the points of their scale; run 'mot pull'",
    "it gives means, and no counts of answers; name columns of them under 'shares'",
};

}  // namespace

std::string with_number(std::string_view english, const Wording& wording) {
  constexpr std::string_view digits = "0123456789";
  const auto begin = std::min(english.find_first_of(digits), english.size());
  const auto end = std::min(english.find_first_not_of(digits, begin), english.size());
  const std::string number(english.substr(begin, end - begin));
  for (const std::string_view phrase : fixed_remarks) {
    if (filled(phrase, {{"count", number}}) == english) return wording(phrase, {{"count", number}});
  }
  return std::string(english);
}

}  // namespace mot

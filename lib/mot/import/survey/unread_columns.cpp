#include "mot/import/survey/unread_columns.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <string>

#include "mot/import/survey/heading_words.h"
#include "mot/import/survey/no_answers.h"
#include "mot/text/numbers.h"

namespace mot::importing {
namespace {

constexpr double of_hundred = 100;

class Explainer {
 public:
  Explainer(Survey& survey, evidence::DecimalMark mark, std::span<const KnownTouchpoint> touchpoints)
      : survey_(survey), mark_(mark), touchpoints_(touchpoints) {}

  void explain(std::size_t i) {
    const ColumnProfile& profile = survey_.columns[i];
    constexpr double many = 0.1;
    const bool is_of_few = !profile.is_many() && profile.values.size() <= most_segments;
    const bool is_text = profile.share_of(profile.long_texts) > many && numbers_in(profile, mark_) * 2 < profile.filled;
    const bool is_in_words = numbers_in(profile, mark_) * 2 < profile.filled;
    if (profile.filled == 0) {
      survey_.grounds[i] = "empty";
    } else if (holds_percents(profile, mark_)) {
      set_role(survey_, i, ColumnRole::possible_score, "per cents of many values: how much of something, perhaps");
      survey_.possible.push_back({.column = i,
                                  .scores = {.min = 0, .max = of_hundred, .labels = ScaleLabels::percent, .is_choice = true},
                                  .match = touchpoint_like(declared_scale(profile.name).heading, touchpoints_)});
    } else if (is_text && (profile.is_many() || profile.values.size() > most_segments)) {
      set_role(survey_, i, ColumnRole::quote, "texts of several words: customers' own, perhaps");
    } else if (is_of_few && says(HeadingWord::segment, profile.name)) {
      set_role(survey_, i, ColumnRole::segment,
               fmt::format("{}: segments, perhaps", count_text(profile.values.size(), "value", "different values")));
    } else if (numbers_rows(profile)) {
      survey_.grounds[i] = "something else in each row";
    } else if (numbers_in(profile, mark_) == profile.filled) {
      explain_numbers(i);
    } else if (is_of_few && may_be_words_of_scale(profile)) {
      const std::string letters = letters_of_codes(profile);
      set_role(survey_, i, ColumnRole::possible_score,
               letters.empty() ? "words that are no known scale: what is each worth?"
                               : "codes of answers: is it 1, 2, 3, … for them, or the other way round? the questionnaire tells");
      survey_.possible.push_back({.column = i,
                                  .scores = letters.empty() ? ScoreGuess{} : scores_of_codes(profile, letters),
                                  .match = touchpoint_like(declared_scale(profile.name).heading, touchpoints_)});
    } else if (profile.is_many() && profile.long_texts > 0) {
      set_role(survey_, i, ColumnRole::quote, "many different texts: customers' own words, perhaps");
    } else if (!profile.is_many() && is_in_words && profile.values.size() > most_segments) {
      set_role(survey_, i, ColumnRole::segment, fmt::format("{} different words: segments, perhaps", profile.values.size()));
    } else {
      survey_.grounds[i] = profile.is_many() ? "many different texts" : "words that are no known scale";
    }
  }

 private:
  void explain_numbers(std::size_t i) {
    const ColumnProfile& profile = survey_.columns[i];
    const ColumnNumbers numbers = numbers_of_column(profile, mark_);
    const bool is_of_many = profile.is_many() || profile.values.size() > most_segments;
    const bool may_be_of_hundred = is_of_many && numbers.most <= of_hundred && numbers.least >= 0 && numbers.mean < of_hundred;
    constexpr double least_serial = 10000;  // a spreadsheet's day of 1927
    if (says(HeadingWord::date, profile.name) && numbers.least > least_serial) {
      survey_.grounds[i] = "numbers below a heading of dates: save them as dates, like 2026-03-31";
    } else if (may_be_of_hundred) {
      set_role(survey_, i, ColumnRole::possible_score, "numbers of many values, up to 100: a scale of 0 to 100?");
      survey_.possible.push_back({.column = i,
                                  .scores = {.min = 0, .max = of_hundred, .is_choice = true},
                                  .match = touchpoint_like(declared_scale(profile.name).heading, touchpoints_)});
    } else {
      survey_.grounds[i] = profile.is_many() ? "numbers of many values" : "numbers on no usual scale: codes, perhaps";
    }
  }

  /// The letters before the numbers of `A1`, `A2`, … as LimeSurvey writes them; empty where the values are others.
  static std::string letters_of_codes(const ColumnProfile& profile) {
    std::set<std::string> letters;
    for (const auto& [value, count] : profile.values) {
      if (says_no_answer(value)) continue;
      const std::size_t digits = std::min(value.find_first_of("0123456789"), value.size());
      constexpr std::size_t most_digits = 2;
      const bool is_code = digits > 0 && digits < value.size() && value.size() - digits <= most_digits &&
                           value.find_first_not_of("0123456789", digits) == std::string::npos && value[digits] != '0';
      if (!is_code) return {};
      letters.insert(value.substr(0, digits));
    }
    return letters.size() == 1 ? *letters.begin() : std::string();
  }

  /// As many points as the highest number of all columns with such codes.
  ScoreGuess scores_of_codes(const ColumnProfile& profile, const std::string& letters) const {
    int most = 0;
    const auto number_of = [&](const std::string& value) { return std::stoi(value.substr(letters.size())); };
    for (const ColumnProfile& column : survey_.columns) {
      if (letters_of_codes(column) != letters) continue;
      for (const auto& [value, count] : column.values) most = std::max(most, says_no_answer(value) ? 0 : number_of(value));
    }
    ScoreGuess scores{.min = 1, .max = static_cast<double>(most), .is_choice = true, .are_codes = true};
    for (const auto& [value, count] : profile.values) {
      if (says_no_answer(value)) scores.missing.push_back(value);
    }
    for (int number = 1; number <= most; ++number) scores.values.emplace_back(fmt::format("{}{}", letters, number), number);
    return scores;
  }

  /// Two words at least that several cells say.
  static bool may_be_words_of_scale(const ColumnProfile& profile) {
    const auto says_something = [](const auto& value) { return !says_no_answer(value.first); };
    const auto words = static_cast<std::size_t>(std::ranges::count_if(profile.values, says_something));
    return words > 1 && words < profile.filled;
  }

  Survey& survey_;
  evidence::DecimalMark mark_;
  std::span<const KnownTouchpoint> touchpoints_;
};

}  // namespace

void explain_unread(Survey& survey, evidence::DecimalMark mark, std::span<const KnownTouchpoint> touchpoints) {
  Explainer explainer(survey, mark, touchpoints);
  for (std::size_t i = 0; i < survey.columns.size(); ++i) {
    if (!has_role(survey, i) && survey.grounds[i].empty()) explainer.explain(i);
  }
}

}  // namespace mot::importing

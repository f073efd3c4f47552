// Words that are answers: which scale they are of, what nobody said, and which count the same.
#include <doctest/doctest.h>
#include <fmt/format.h>

#include <algorithm>

#include "mot/evidence/cells/answer_words.h"
#include "support/exported_surveys.h"

using namespace mot;
using namespace mot::testing;

namespace {

/// `1 2 4 5 of 5`: what each word is worth, and the points of the scale they are on.
std::string worth_of(const std::vector<std::string_view>& words) {
  const auto scores = evidence::scores_of_words(words);
  if (!scores) return "none";
  std::string text;
  for (const std::string_view word : words) {
    const auto found = std::ranges::find(scores->values, word, [](const auto& value) { return std::string_view(value.first); });
    text += fmt::format("{} ", found->second);
  }
  return text + fmt::format("of {}", scores->points);
}

/// The scale of a survey's questions, each with these words.
std::string scale_of(const std::vector<std::pair<std::string, Cells>>& columns, std::size_t rows = 60) {
  const Survey survey = survey_from(csv_of(columns, rows));
  if (!survey.scale) return "none";
  std::string text = fmt::format("{} scores on {}..{}:", survey.scores.size(), survey.scale->min, survey.scale->max);
  for (const auto& [word, score] : survey.scale->values) text += fmt::format(" {}={}", word, score);
  return text;
}

}  // namespace

TEST_CASE("words that say different things are worth different things, where a scale tells them apart") {
  CHECK(worth_of({"sehr unzufrieden", "unzufrieden", "eher unzufrieden", "eher zufrieden", "zufrieden", "sehr zufrieden"}) ==
        "1 2 3 5 6 7 of 7");
  CHECK(worth_of({"Very poor", "Poor", "Fair", "Good", "Very good", "Excellent"}) == "1 2 3 4 5 6 of 6");
  CHECK(worth_of({"\U0001F621", "\U0001F641", "\U0001F610", "\U0001F642", "\U0001F600"}) == "1 2 3 4 5 of 5");
  CHECK(worth_of({"\U0001F621", "\U0001F641", "\U0001F610", "\U0001F642", "\U0001F60D"}) == "1 2 3 4 5 of 5");
  CHECK(worth_of({"Strongly disagree", "Disagree", "Somewhat disagree", "Somewhat agree", "Agree", "Strongly agree"}) ==
        "1 2 3 5 6 7 of 7");
  CHECK(worth_of({"Pas d'accord", "Plut\u00f4t pas d'accord", "Plut\u00f4t d'accord", "D'accord", "Tout \u00e0 fait d'accord"}) ==
        "2 3 5 6 7 of 7");
  CHECK(worth_of({"trifft nicht zu", "trifft eher nicht zu", "trifft eher zu", "trifft zu"}) == "1 2 4 5 of 5");
  CHECK(worth_of({"Discordo", "Discordo parcialmente", "Concordo parcialmente", "Concordo"}) == "2 3 5 6 of 7");
}

TEST_CASE("how often it was so is a scale, and the one all of whose answers are given is meant") {
  CHECK(worth_of({"Never", "Sometimes", "Usually", "Always"}) == "1 2 3 4 of 4");
  CHECK(worth_of({"Sometimes or Never", "Usually", "Always"}) == "1 2 3 of 3");
  CHECK(worth_of({"Never", "Rarely", "Sometimes", "Often", "Always"}) == "1 2 3 4 5 of 5");
  CHECK(worth_of({"nie", "selten", "manchmal", "meistens", "immer"}) == "1 2 3 4 5 of 5");
  CHECK(worth_of({"jamais", "parfois", "toujours"}) == "1 3 5 of 5");
  CHECK(worth_of({"nunca", "\u00e0s vezes", "sempre"}) == "1 3 5 of 5");
  CHECK(worth_of({"Always", "Never"}) == "none");
}

TEST_CASE("words of one kind are of one scale, in whichever column they stand") {
  CHECK(scale_of({{"Desk", {"zufrieden", "eher zufrieden", "unzufrieden"}}, {"Room", {"sehr zufrieden", "zufrieden", "weder noch"}}}) ==
        "2 scores on 1..7: unzufrieden=2 weder noch=4 eher zufrieden=5 zufrieden=6 sehr zufrieden=7");
  CHECK(scale_of({{"Nurses", {"Always", "Usually"}}, {"Doctors", {"Usually", "Sometimes or Never", "Always"}}}) ==
        "2 scores on 1..3: Sometimes or Never=1 Usually=2 Always=3");
  // Some words of a scale that stands whole in another column are on that, and no other reading is offered.
  const Survey partly =
      survey_from(csv_of({{"Desk", {"Very poor", "Poor", "Fair", "Good", "Very good"}}, {"Room", {"Fair", "Good", "Very good"}}}));
  REQUIRE(partly.scale);
  CHECK(partly.scores.size() == 2);
  CHECK(partly.scale->max == 5);
  CHECK(partly.scale->otherwise.empty());
  // A whole scale of its own stays that.
  CHECK(scale_of({{"Desk", {"Poor", "Fair", "Good", "Very good", "Excellent"}},
                  {"Room", {"Poor", "Fair", "Good", "Very good", "Excellent"}},
                  {"Bar", {"Very poor", "Poor", "Fair", "Good", "Very good"}}}) ==
        "3 scores on 1..5: Poor=1 Fair=2 Good=3 Very good=4 Excellent=5");
  CHECK(contains(
      text_from(csv_of(
          {{"Desk", {"Poor", "Fair", "Good", "Very good", "Excellent"}}, {"Bar", {"Very poor", "Poor", "Fair", "Good", "Very good"}}})),
      "bar: { actual: { column: Bar, scale: { min: 1, max: 5, values: { Very poor: 1, Poor: 2, Fair: 3, Good: 4, Very good: 5 } } } }"));
}

TEST_CASE("where nobody gave the answer in the middle, it may not have been offered") {
  const Cells four = {"sehr unzufrieden", "unzufrieden", "zufrieden", "sehr zufrieden"};
  const Survey few = survey_from(csv_of({{"Desk", four}}, 12)), many = survey_from(csv_of({{"Desk", four}}, 60));
  REQUIRE(few.scale);
  CHECK(few.scale->max == 5);
  CHECK(few.scale->otherwise ==
        "{ min: 1, max: 4, values: { sehr unzufrieden: 1, unzufrieden: 2, zufrieden: 3, sehr zufrieden: 4 } }, if an answer in the middle "
        "was not offered");
  REQUIRE(many.scale);
  CHECK(many.scale->max == 4);
  CHECK(contains(many.scale->otherwise, "{ min: 1, max: 5, "));
  CHECK(contains(many.scale->otherwise, "zufrieden: 4, sehr zufrieden: 5 } }, if an answer in the middle was offered"));
  CHECK(survey_from(csv_of({{"Desk", {"schlecht", "mittel", "gut", "sehr gut"}}})).scale->otherwise ==
        "{ min: 1, max: 5, values: { schlecht: 2, mittel: 3, gut: 4, sehr gut: 5 } }, if 5 answers were offered");
  CHECK(survey_from(csv_of({{"Desk", {"Agree", "Neutral", "Strongly agree"}}})).scale->otherwise ==
        "{ min: 1, max: 3, values: { Neutral: 1, Agree: 2, Strongly agree: 3 } }, if no other answer was offered");
  CHECK(survey_from(csv_of({{"Desk", {"Very poor", "Poor", "Fair", "Good", "Very good"}}})).scale->otherwise.empty());
}

TEST_CASE("words that count the same are told wherever the guess is read") {
  const std::string csv = csv_of({{"Desk", {"Very poor", "Terrible", "Poor", "Fair", "Good", "Very good"}}});
  CHECK(contains(text_from(csv), "    # 'Terrible' and 'Very poor' are worth the same here; give one of them another score in 'values'"));
  CHECK(contains(notes_from(csv, Fate::undecided), "\n'Terrible' and 'Very poor' are worth the same\n"));
  CHECK(survey_from(csv_of({{"Desk", {"Satisfait", "Satisfaite", "Tr\u00e8s satisfait"}}})).scale->alike.empty());
}

TEST_CASE("another way to read the scale is told beside the file as well as in it") {
  const std::string csv = csv_of({{"Desk", {"1 - blue", "2", "3", "4", "5 - red"}}});
  CHECK(contains(notes_from(csv, Fate::undecided), "the scale: or { min: 5, max: 1 }, if 1 is the best answer\n"));
}

TEST_CASE("a scale that ends at 10 is none that ends at 9, however few are delighted") {
  Cells cells = {"1", "2", "3", "4", "5", "6", "7", "8", "9"};
  Cells often;
  for (int i = 0; i < 40; ++i) often.insert(often.end(), cells.begin(), cells.end());
  often.push_back("10");
  CHECK(scale_of({{"Desk", often}}, often.size()) == "1 scores on 0..10:");
  CHECK(scale_of({{"Desk", cells}}, 360) == "1 scores on 1..9:");
}

TEST_CASE("per cents of many values may be scores, and segments never") {
  Cells shares;
  for (int i = 0; i < 97; ++i) shares.push_back(fmt::format("{}%", (i * 37) % 101));
  const std::string text = text_from(csv_of({{"Date", {"2026-03-01"}}, {"Desk", shares}, {"Room", one_to_five}}, 97));
  CHECK(contains(text, "{ column: Desk, scale: { min: 0, max: 100, labels: percent } }"));
  CHECK(contains(text, "per cents of many values: how much of something, perhaps"));
  CHECK_FALSE(contains(text, "persona: { column: Desk"));
}

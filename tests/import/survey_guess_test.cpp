// Which scale a survey's answers are on: directions, codes of no answer, odd cells.
#include <doctest/doctest.h>
#include <fmt/format.h>

#include "mot/evidence/cells/answer_words.h"
#include "mot/import/survey/no_answers.h"
#include "support/exported_surveys.h"

using namespace mot;
using namespace mot::testing;

namespace {

/// `5..1` of a question with these cells.
std::string scale_of(const std::string& heading, const Cells& cells, std::size_t rows = 30) {
  const Survey survey = survey_from(csv_of({{"Date", {"2026-03-01"}}, {heading, cells}}, rows));
  if (!survey.scale) return "none";
  std::string text = fmt::format("{}..{}", survey.scale->min, survey.scale->max);
  if (!survey.scale->missing.empty()) text += fmt::format(" missing {}", fmt::join(survey.scale->missing, " "));
  if (!survey.scale->otherwise.empty()) text += " or " + survey.scale->otherwise;
  return text;
}

}  // namespace

TEST_CASE("labels whose words fall while their numbers rise turn the scale") {
  CHECK(scale_of("Desk", {"1 - Very good", "2 - Good", "3 - Fair", "4 - Poor", "5 - Very poor"}) == "5..1");
  CHECK(scale_of("Desk", {"1 - Very poor", "2 - Poor", "3 - Fair", "4 - Good", "5 - Very good"}) == "1..5");
  CHECK(scale_of("Desk", {"1 = Strongly agree", "2 = Agree", "4 = Disagree", "5 = Strongly disagree"}) ==
        "5..1 or { min: 1, max: 5 }, if 5 is the best answer");
  CHECK(scale_of("Desk", {"1 (sehr gut)", "2", "3", "4", "5 (sehr schlecht)"}) == "5..1");
  CHECK(scale_of("Desk", {"Very good - 1", "Good - 2", "Fair - 3", "Poor - 4", "Very poor - 5"}) == "5..1");
  CHECK(scale_of("Desk", {"1 - sehr gut", "2 - gut", "3 - befriedigend", "4 - ausreichend", "5 - mangelhaft", "6 - ungen\u00fcgend"}) ==
        "6..1");
  CHECK(scale_of("Desk", {"1 - Yes, definitely", "2 - Yes, to some extent", "3 - No"}) ==
        "3..1 or { min: 1, max: 3 }, if 3 is the best answer");
  CHECK(scale_of("Desk", {"1 - Very good"}) == "5..1 or { min: MIN, max: MAX }, if its ends are others");
  CHECK(scale_of("Desk", {"1 - blue", "2", "3", "4", "5 - red"}) == "1..5 or { min: 5, max: 1 }, if 1 is the best answer");
}

TEST_CASE("words beside the ends in a heading say which of them is the better") {
  for (const char* heading : {"Desk (1 = very good, 5 = very poor)", "Schulnote (1 = sehr gut, 5 = mangelhaft): Empfang",
                              "How was it, where 1 is excellent and 5 is poor? [Desk]", "Pain (1 = none, 5 = worst)",
                              "Desk (5 = very poor, 1 = very good)", "Rate 1 (excellent) to 5 (terrible): Desk"}) {
    CAPTURE(heading);
    CHECK(scale_of(heading, one_to_five) == "5..1");
  }
  for (const char* heading : {"Desk (1 = very poor, 5 = very good)", "Desk (1-5)", "Desk (0 = schlecht, 10 = gut)", "Desk [1 to 5]"}) {
    CAPTURE(heading);
    CHECK(contains(scale_of(heading, one_to_five), "or") == false);
    CHECK_FALSE(scale_of(heading, one_to_five).ends_with("..1"));
  }
  CHECK(scale_of("Desk (1 = blue, 5 = red)", one_to_five) == "1..5 or { min: 5, max: 1 }, if 1 is the best answer");
}

TEST_CASE("a heading's own scale is that column's, and does not decide for the others") {
  const std::string text = text_from(csv_of({{"How easy was it? (1 = very difficult, 7 = very easy)", {"1", "2", "3", "4", "5", "6", "7"}},
                                             {"Price (1 = cheap, 5 = dear)", one_to_five},
                                             {"Room", one_to_five}}));
  CHECK(contains(text, "    scale: { min: 1, max: 5 }"));
  CHECK(contains(text, "\n      room: Room"));
  CHECK(contains(text, "scale: { min: 1, max: 7 } } }"));
  CHECK_FALSE(contains(text, "# or scale"));
  CHECK(contains(text, "its heading says so; or { min: 5, max: 1 }, if 1 is the best answer"));
  CHECK(scale_of("Accueil (/20)", {"12", "15", "20", "0", "7"}) == "0..20");
  CHECK(scale_of("Desk (out of 10)", {"8", "9", "10"}) == "0..10");
  CHECK(scale_of("Desk [von 5]", {"3", "5"}) == "1..5");
}

TEST_CASE("where numbers alone stand below a heading of grades, the other direction is offered") {
  CHECK(scale_of("Note Empfang", one_to_five) == "1..5 or { min: 5, max: 1 }, if 1 is the best answer");
  CHECK(scale_of("Schulnote", {"1", "2", "3", "4", "5", "6"}) == "6..1");
  CHECK(scale_of("Grade of the desk", one_to_five) == "1..5 or { min: 5, max: 1 }, if 1 is the best answer");
  CHECK(scale_of("Desk", one_to_five) == "1..5");
}

TEST_CASE("a column of labels whose words tell nothing is read in the direction of the others") {
  const std::string text = text_from(csv_of({{"Desk", {"1 - Very good", "2 - Good", "3 - Fair", "4 - Poor", "5 - Very poor"}},
                                             {"Belt", {"1 - green", "2 - lime", "3 - Fair", "4 - pink", "5 - red"}}}));
  CHECK(contains(text, "scale: { min: 5, max: 1, labels: leading-number }"));
  CHECK(contains(text, "      belt: Belt"));
  CHECK(contains(text, "which end is the better, by the words of the others"));
}

TEST_CASE("codes of no answer are known beside any scale") {
  for (const char* code : {"-999",
                           "-99",
                           "-98",
                           "-97",
                           "-88",
                           "-77",
                           "-66",
                           "-50",
                           "-9",
                           "-1",
                           "66",
                           "77",
                           "88",
                           "95",
                           "96",
                           "98",
                           "99",
                           "997",
                           "999",
                           "9",
                           "99,00",
                           "#NULL!",
                           "#N/A",
                           "nan",
                           "sysmis",
                           "System",
                           "(blank)",
                           "Skip",
                           "Skipped",
                           "Unanswered",
                           "Not Answered",
                           "No response",
                           "no answer given",
                           "N/R",
                           "DK/NA",
                           "Don't know / N/A",
                           "-oth-",
                           "Wei\u00df ich nicht",
                           "Kann ich nicht sagen",
                           "sin opini\u00f3n",
                           "."}) {
    CAPTURE(code);
    CHECK(scale_of("Desk", {"1", "2", "3", "4", "5", code}) == fmt::format("1..5 missing {}", code));
  }
  CHECK(scale_of("Desk", {"Agree", "Disagree", "Strongly agree", "-99"}) ==
        "1..5 missing -99 or { min: 1, max: 3, missing: [-99], values: { Disagree: 1, Agree: 2, Strongly agree: 3 } }, if no other answer "
        "was "
        "offered");
  CHECK(is_code_beside(11, 0, 10));
  CHECK_FALSE(is_code_beside(11, 1, 7));
  CHECK_FALSE(is_code_beside(99, 0, 100));
  CHECK_FALSE(is_code_beside(8, 0, 10));
}

TEST_CASE("a scale around 0 is read with its true ends, and what lies below 0 is no code there") {
  const struct {
    Cells cells;
    const char* scale;
  } cases[] = {
      {{"-2", "-1", "0", "1", "2"}, "-2..2"},
      {{"-2", "-1", "0", "+1", "+2"}, "-2..2"},
      {{"\u22122", "\u22121", "0", "1", "2"}, "-2..2"},
      {{"-3", "-2", "-1", "0", "1", "2", "3"}, "-3..3"},
      {{"-5", "-4", "-3", "-2", "-1", "0", "1", "2", "3", "4", "5"}, "-5..5"},
      {{"-2", "-1", "0", "1", "2", "9", "-99"}, "-2..2 missing -99 9"},
      {{"1", "2", "3", "4", "5", "-1", "-2"}, "1..5 missing -2 -1"},
      {{"0", "1", "2", "3", "4", "-1", "-2"}, "0..4 missing -2 -1 or { min: 1, max: 4, missing: [0] }, if 0 is no answer"},
  };
  for (const auto& [cells, scale] : cases) {
    CAPTURE(scale);
    CHECK(scale_of("Desk", cells, 60) == scale);
  }
  CHECK(scale_of("Desk (-2 to +2)", {"-1", "0", "1"}) == "-2..2");
  CHECK(scale_of("Desk (-2 = sehr schlecht, +2 = sehr gut)", {"-1", "0", "1"}) == "-2..2");
  CHECK(scale_of("Desk (\u22122 = very good, 2 = very bad)", {"-1", "0", "1"}) == "2..-2");
  CHECK(scale_of("Desk (1-5)", {"1", "3", "5"}) == "1..5");
}

TEST_CASE("codes that go on where the points end are told with the other reading, and are points where they are as frequent") {
  CHECK(scale_of("Desk", {"0", "1", "2", "3", "4"}) == "0..4 or { min: 1, max: 4, missing: [0] }, if 0 is no answer");
  CHECK(scale_of("Desk", {"1", "2", "3", "4", "1", "2", "3", "4", "1", "2", "3", "4", "0"}, 26) ==
        "1..4 missing 0 or { min: 0, max: 4 }, if 0 is the worst answer");
  CHECK(scale_of("Desk", {"1", "2", "3", "4", "5", "6", "7", "8", "9"}) ==
        "1..9 or { min: 1, max: 7, missing: [8, 9] }, if 8 and 9 are no answers");
  CHECK(scale_of("Desk",
                 {"1", "2", "3", "4", "5", "6", "7", "1", "2", "3", "4", "5", "6", "7", "1", "2", "3", "4", "5", "6", "7", "8", "9"},
                 46) == "1..7 missing 8 9 or { min: 1, max: 9 }, if 8 and 9 are answers");
  CHECK(scale_of("Desk", {"1", "2", "3", "4", "5", "7"}) == "1..5 missing 7 or { min: 1, max: 7 }, if 7 is the best answer");
  CHECK(scale_of("Desk", {"0", "1", "2", "3", "4", "5", "6"}) == "1..5 missing 0 6 or { min: 0, max: 6 }, if 0 is the worst answer");
}

TEST_CASE("scales that nobody can be sure of stand in a comment with both readings") {
  const struct {
    Cells cells;
    const char* offered;
  } cases[] = {
      {{"1", "2", "3", "4", "5", "6"},
       "#   TOUCHPOINT: { actual: { column: Desk, scale: { min: 1, max: 6 } } }    # numbers on no usual scale: codes, perhaps; 1 to 6 "
       "stand in it; or { min: 1, max: 5, missing: [6] }"},
      {{"1", "2", "3"}, "#   TOUCHPOINT: { actual: { column: Desk, scale: { min: 1, max: 3 } } }"},
      {{"-1", "0", "1", "2"}, "#   TOUCHPOINT: { actual: { column: Desk, scale: { min: -2, max: 2 } } }"},
      {{"-2", "2"}, "#   TOUCHPOINT: { actual: { column: Desk, scale: { min: -2, max: 2 } } }"},
      {{"-1", "0", "1"}, "#   TOUCHPOINT: { actual: { column: Desk, scale: { min: -1, max: 1 } } }"},
      {{"4", "5"}, "#   TOUCHPOINT: { actual: { column: Desk, scale: { min: 1, max: 5 } } }"},
      {{"A1", "A2", "A4", "A5"},
       "#   TOUCHPOINT: { actual: { column: Desk, scale: { min: 1, max: 5, values: { A1: 1, A2: 2, A3: 3, A4: 4, A5: 5 } "
       "} } }"},
      {{"A1", "A2", "A4", "A5"},
       "#   TOUCHPOINT: { actual: { column: Desk, scale: { min: 1, max: 5, values: { A1: 5, A2: 4, A3: 3, A4: 2, A5: 1 } } } }    # the "
       "other way round"},
      {{"Never", "Usually", "N/A"},
       "#   TOUCHPOINT: { actual: { column: Desk, scale: { min: MIN, max: MAX, missing: [\"N/A\"], values: { Never: NUMBER, Usually: "
       "NUMBER } } } }"},
  };
  for (const auto& [cells, offered] : cases) {
    const std::string csv = csv_of({{"Date", {"2026-03-01"}}, {"Desk", cells}});
    CAPTURE(csv);
    CHECK(contains(text_from(csv), offered));
    CHECK(contains(notes_from(csv, Fate::undecided), "'Desk'"));
    CHECK_FALSE(survey_from(csv).scale);
  }
}

TEST_CASE("happy customers are read on the usual scale where the heading or the other columns say so") {
  CHECK(scale_of("How satisfied were you with the desk?", {"4", "5", "5"}) == "1..5 or { min: MIN, max: MAX }, if its ends are others");
  CHECK(scale_of("Wie zufrieden waren Sie?", {"3", "4", "5"}) == "1..5 or { min: MIN, max: MAX }, if its ends are others");
  const std::string one = text_from(csv_of({{"Desk", one_to_five}, {"Food", {"4", "5"}}}));
  CHECK(contains(one, "      food: Food"));
  const std::string few = text_from(csv_of({{"Desk", {"4", "2", "3", "4", "1", "2"}}, {"Food", {"5", "4", "2", "3", "5", "5"}}}, 6));
  CHECK(contains(few, "scale: { min: 1, max: 5 }"));
  CHECK(contains(few, "      desk: Desk"));
}

TEST_CASE("a slider is read where its heading tells the scale, and offered where it does not") {
  Cells cells;
  for (int i = 0; i < 97; ++i) cells.push_back(std::to_string(i * 31 % 97));
  const auto csv = [&](const std::string& heading) { return csv_of({{"Date", {"2026-03-01"}}, {heading, cells}}, 120); };
  CHECK(contains(text_from(csv("Desk (0-100)")), "scale: { min: 0, max: 100 }"));
  CHECK(contains(text_from(csv("Desk")), "#   TOUCHPOINT: { actual: { column: Desk, scale: { min: 0, max: 100 } } }"));
  CHECK(scale_of("Desk", {"1", "1.5", "2", "2.5", "3", "3.5", "4", "4.5", "5"}) == "1..5");
}

TEST_CASE("a handful of odd cells never loses a question, and is told") {
  for (const char* odd : {"see comment", "3-4", "55", "3.7"}) {
    CAPTURE(odd);
    Cells cells;
    for (int i = 0; i < 99; ++i) cells.push_back(std::to_string(1 + i % 5));
    cells.emplace_back(odd);
    const std::string csv = csv_of({{"Desk", cells}, {"Food", one_to_five}}, 100);
    CHECK(contains(text_from(csv), "      desk: Desk"));
    CHECK(contains(text_from(csv), "odd cells, to be looked at: "));
  }
  Cells words;
  for (int i = 0; i < 98; ++i) words.emplace_back(i % 2 == 0 ? "Satisfied" : "Dissatisfied");
  words.insert(words.end(), {"Fine", "so so"});
  const std::string text = text_from(csv_of({{"Desk", words}, {"Food", {"Satisfied"}}}, 100));
  CHECK(contains(text, "odd cells, to be looked at: 'Fine', 'so so'"));
  // One in six is no slip.
  CHECK(scale_of("Desk", {"1", "2", "3", "4", "5", "Restaurant"}) == "none");
}

TEST_CASE("words of answers in other forms are known: genders, mild words, faces") {
  const struct {
    std::vector<std::string_view> words;
    std::size_t points;
  } cases[] = {{{"Satisfait(e)", "Tr\u00e8s satisfait(e)"}, 5},
               {{"Satisfecho/a", "Muy satisfecho/a"}, 5},
               {{"Etwas zufrieden", "Sehr zufrieden"}, 5},
               {{"\u00c4u\u00dferst zufrieden", "Eher zufrieden"}, 5},
               {{"Very easy", "Difficult"}, 5},
               {{"Fairly poor", "Neither good nor poor", "Fairly good"}, 5},
               {{"\U0001F621", "\U0001F610", "\U0001F60D"}, 5},
               {{"Definitely no", "Probably yes"}, 4}};
  for (const auto& [words, points] : cases) {
    CAPTURE(words.front());
    const auto scores = evidence::scores_of_words(words);
    REQUIRE(scores);
    CHECK(scores->points == points);
    CHECK(scores->values.front().second < scores->values.back().second);
  }
  CHECK(evidence::goodness_of("very good") == 1);
  CHECK(evidence::goodness_of("Sehr schlecht") == 0);
  CHECK_FALSE(evidence::goodness_of("blue"));
}

TEST_CASE("words in a sentence, above the table or in a row of their own say which end is the better") {
  for (const char* heading :
       {"How satisfied? 1 = very satisfied, 5 = very dissatisfied: Desk", "Strongly agree (1) to strongly disagree (5): Desk",
        "1 = fully agree ... 5 = not at all: Desk", "Evaluaci\u00f3n: 1 = muy satisfecho, 5 = muy insatisfecho - Desk"}) {
    CAPTURE(heading);
    CHECK(scale_of(heading, one_to_five) == "5..1");
  }
  const std::string rows = "1,2\n2,3\n3,4\n4,5\n5,1\n1,3\n2,4\n3,5\n4,1\n5,2\n";
  const std::vector<std::string> files = {"\"Please rate from 1 (excellent) to 5 (very poor)\",\nDesk,Room\n" + rows,
                                          "Desk,Room\n1=best 5=worst,\n" + rows,
                                          "Desk,Room\n" + rows + "\"1 = very satisfied, 5 = very dissatisfied\",\n"};
  for (const std::string& csv : files) {
    CAPTURE(csv);
    const Survey survey = survey_from(csv);
    REQUIRE(survey.scale);
    CHECK(survey.scale->min == 5);
    CHECK(survey.scale->max == 1);
    CHECK(survey.rows == 10);
  }
}

TEST_CASE("a heading tells its scale in a sentence, and codes beside its ends are none of it") {
  const Cells ten = {"1", "2", "3", "4", "5", "6", "7", "8", "9", "10"};
  CHECK(scale_of("On a scale of 1-10, how was: Desk", ten) == "1..10");
  CHECK(scale_of("Desk (1-5, 6 = don't know)", {"1", "2", "3", "4", "5", "6"}) == "1..5 missing 6");
  CHECK(scale_of("Desk (0 = not used, 1 = poor, 5 = excellent)", {"0", "1", "2", "3", "4", "5"}) == "1..5 missing 0");
  CHECK(scale_of("Pain (1 = none, 5 = worst)", one_to_five) == "5..1");
}

TEST_CASE("answers that go on behind 7 are no codes where many say them, or nobody said the worst") {
  const Survey high = survey_from(csv_of({{"Desk", {"3", "4", "5", "6", "7", "8", "9"}}}, 40));
  CHECK_FALSE(high.scale);
  CHECK(contains(text_from(csv_of({{"Desk", {"3", "4", "5", "6", "7", "8", "9"}}}, 40)), "scale: { min: 0, max: 10 }"));
  Cells seven;
  for (int i = 0; i < 20; ++i) seven.insert(seven.end(), {"1", "2", "3", "4", "5", "6", "7"});
  seven.push_back("9");
  CHECK(contains(scale_of("Desk", seven, seven.size()), "1..7 missing 9"));
}

TEST_CASE("how bad it was, amounts and ranks are asked about, and what judges by its words is read") {
  for (const char* heading :
       {"Problem with: Desk", "How difficult was: Desk", "I was annoyed by: Desk", "Minutes waited: Desk", "Rank: Desk"}) {
    CAPTURE(heading);
    CHECK(scale_of(heading, one_to_five) == "none");
    CHECK(contains(text_from(csv_of({{heading, one_to_five}})), "    #   "));
  }
  CHECK(scale_of("How satisfied or dissatisfied were you: Desk", one_to_five) == "1..5");
  CHECK(scale_of("How difficult was: Desk", {"Very easy", "Easy", "Neutral", "Difficult", "Very difficult"}) == "1..5");
}

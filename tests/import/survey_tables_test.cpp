// Published tables and tables with an answer a row: columns of no answers, rows of sums, thumbs, two scales, numbers as people write them.
#include <doctest/doctest.h>
#include <fmt/format.h>

#include "mot/evidence/added_rows.h"
#include "support/exported_surveys.h"

using namespace mot;
using namespace mot::testing;

namespace {

const std::vector<KnownTouchpoint> hotel = {{"checkin", "Check-in"}, {"room", "Room"}};

}  // namespace

TEST_CASE("who doesn't know adds up with the others of a published table, and counts as no answer") {
  const std::string text = text_from(
      "Touchpoint,Very satisfied,Satisfied,Neutral,Dissatisfied,Very dissatisfied,Don't know,Base\n"
      "Check-in,40%,30%,10%,10%,5%,5%,\"1,204\"\nRoom,50%,20%,10%,10%,5%,5%,987\n",
      hotel);
  CHECK(contains(text, "scale: { min: 1, max: 5, missing: [\"Don't know\"] }"));
  CHECK(contains(text,
                 "summary: { touchpoint: { column: Touchpoint, values: { Check-in: checkin, Room: room } }, n: Base, shares: { 1: Very "
                 "dissatisfied, 2: Dissatisfied, 3: Neutral, 4: Satisfied, 5: Very satisfied, \"Don't know\": \"Don't know\" } }"));
}

TEST_CASE("what sums a table up or tells where it is from is no touchpoint") {
  const std::string csv = "Touchpoint,1,2,3,4,5\nCheck-in,3,5,10,20,12\nRoom,1,2,8,22,30\nTotal,4,7,18,42,42\nSource: guests 2026,,,,,\n";
  CHECK(contains(text_from(csv, hotel), "values: { Check-in: checkin, Room: room, Total: none, \"Source: guests 2026\": none }"));
  Survey survey = survey_from(csv);
  CHECK(touchpoints_asked_about(survey).size() == 2);
}

TEST_CASE("thousands of answers are counted as people write them") {
  const std::string text = text_from("Touchpoint;Mittelwert (1-5);n\nCheck-in;4,2;1.204\nRoom;3,9;12.198\n", hotel);
  CHECK(contains(text, "    summary: { touchpoint: { column: Touchpoint, values: { Check-in: checkin, Room: room } }, n: \"n\", mean: "));
}

TEST_CASE("an answer a row may be a thumb") {
  std::string csv = "Date,Touchpoint,Feedback\n";
  for (int i = 0; i < 6; ++i) csv += fmt::format("2026-01-0{},{},{}\n", i + 1, i % 2 == 0 ? "Check-in" : "Room", i == 1 ? "down" : "up");
  CHECK(contains(text_from(csv, hotel),
                 "    long: { touchpoint: { column: Touchpoint, values: { Check-in: checkin, Room: room } }, verdict: { column: Feedback, "
                 "values: { down: down, up: up } } }"));
}

TEST_CASE("rows that may have been asked on two scales are read when somebody has said so") {
  std::string csv = "Respondent,Touchpoint,Score\n";
  constexpr int scores[] = {4, 3, 5, 1, 2, 4}, nps[] = {9, 10, 7, 0, 8, 6};
  for (int i = 0; i < 6; ++i) csv += fmt::format("{0},Check-in,{1}\n{0},Room,{2}\n{0},NPS,{3}\n", i + 1, scores[i], scores[5 - i], nps[i]);
  const std::string text = text_from(csv, hotel);
  CHECK(contains(text, "    # long: { touchpoint:"));
  CHECK_FALSE(contains(text, "    long: "));
  CHECK(contains(text, "    # where: { Touchpoint: [Check-in, Room] }"));
  CHECK(contains(text, "    # where: { Touchpoint: [NPS] }"));
  CHECK(notes_from(csv, Fate::undecided).find("answers about 'NPS' go higher than those about all others: two scales, or one?") !=
        std::string::npos);
  // All of them reach 10: one scale.
  std::string one = "Respondent,Touchpoint,Score\n";
  for (int i = 0; i < 11; ++i) one += fmt::format("{0},Check-in,{1}\n{0},Room,{2}\n", i + 1, i, 10 - i);
  CHECK(contains(text_from(one, hotel), "    long: "));
}

TEST_CASE("decimal commas in a file of commas are found, and lists of what was chosen are none") {
  const std::string text =
      text_from(csv_of({{"Date", {"2026-01-01"}}, {"Check-in", {"4,5", "4,0", "3,5", "5", "2", "1", "3"}}, {"Room", one_to_five}}), hotel);
  CHECK(contains(text, "    decimal: \",\""));
  CHECK(contains(text, "      checkin: Check-in"));
  CHECK_FALSE(contains(text_from("Date,Chosen,Room\n2026-01-01,\"1,3\",3\n2026-01-02,\"1,3,5\",4\n2026-01-03,2,5\n", hotel), "decimal"));
  CHECK_FALSE(contains(text_from("Touchpoint,Mean (1-5),n\nRoom,4.2,\"1,204\"\nCheck-in,3.1,\"2,000\"\n", hotel), "decimal"));
}

TEST_CASE("the number of all who answered may be held back in a row") {
  const std::string text =
      text_from("Touchpoint,1,2,3,4,5,Base\nCheck-in,5,10,20,40,25,1204\nRoom,6,9,20,40,25,*\nBar,4,11,20,40,25,987\n", hotel);
  CHECK(contains(text, "n: Base, shares:"));
}

TEST_CASE("rows that sum up are no customers, with a note below them too") {
  std::string csv = "Check-in,Room\n";
  for (int i = 0; i < 20; ++i) csv += fmt::format("{},{}\n", 1 + i % 5, 1 + (i + 2) % 5);
  const Survey survey = survey_from(csv + "Average,3.05\nResponses,20\nNote: guests of March,\n");
  CHECK(survey.rows == 20);
  REQUIRE(survey.scale);
  CHECK(survey.scale->odd.empty());
}

TEST_CASE("a column for each answer of a question is no question by itself") {
  std::string csv = "Check-in,,Room,\n";
  for (int i = 0; i < 12; ++i) csv += i % 2 == 0 ? "Very satisfied,,Very satisfied,\n" : ",Satisfied,,Satisfied\n";
  CHECK(survey_from(csv).scores.empty());
  CHECK(contains(text_from(csv, hotel), "one answer of a question whose others stand in the columns beside it"));
}

TEST_CASE("labels of one column are none of another's") {
  const std::string text = text_from(
      csv_of({{"Check-in", {"\u2605\u2605\u2605", "\u2605\u2605\u2605\u2605", "\u2605\u2605\u2605\u2605\u2605", "\u2605", "\u2605\u2605"}},
              {"Room", {"4/5", "3/5", "5/5", "2/5", "1/5"}}}),
      hotel);
  CHECK(contains(text, "labels: stars"));
  CHECK(contains(text, "labels: of"));
}

TEST_CASE("how often something was done is a question about it") {
  const std::string text = text_from(csv_of({{"How often did nurses listen?", {"Always", "Usually", "Sometimes", "Never"}}}));
  CHECK_FALSE(contains(text, "persona:"));
  CHECK(contains(text, "scale: { min: 1, max: 4, values: { Never: 1, Sometimes: 2, Usually: 3, Always: 4 } }"));
}

TEST_CASE("semicolons part cells where commas stand in headings and decimals as regularly") {
  const std::string text = text_from("Touchpoint;Mittelwert (1=sehr gut, 5=mangelhaft);n\nCheck-in;1,8;312\nRoom;2,1;298\n", hotel);
  CHECK(contains(text, "separator: \";\""));
  CHECK(contains(text, "scale: { min: 5, max: 1 }"));
}

TEST_CASE("a row of means without a word is no customer, and decides nothing") {
  std::string csv = "Id,Check-in,Room\n,2.57,3.07\n";
  for (int i = 0; i < 30; ++i) csv += fmt::format("r{},{},{}\n", i, 1 + i % 4 + i / 26, 1 + (i * 3) % 5 + i / 28);
  const auto source = evidence::without_added_rows(std::make_unique<MemoryRows>(csv, survey_form(csv).csv));
  const Survey survey = survey_of(*source, hotel);
  CHECK(survey.rows == 30);
  REQUIRE(survey.report.added.size() == 1);
  CHECK(survey.report.added[0].line == 2);
  std::string dropped;
  for (const Note& note : notes_on(survey, {"s.csv", "s", "s.csv", {}}, hotel))
    dropped += note.fate == Fate::dropped ? note.text + "\n" : "";
  CHECK(contains(dropped, "1 row that sums up columns (mean), in line 2"));
}

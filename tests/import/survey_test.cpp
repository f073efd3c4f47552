// Surveys as they are exported, and what is guessed of them.
#include <doctest/doctest.h>
#include <fmt/format.h>

#include "mot/evidence/cells/answer_words.h"
#include "mot/evidence/csv/csv_rows.h"
#include "mot/import/survey/chosen_columns.h"
#include "mot/import/survey/sources_text.h"
#include "mot/text/memory_stream.h"
#include "support/text_parts.h"

using namespace mot;
using namespace mot::importing;
using namespace mot::testing;

namespace {

class MemoryRows : public evidence::RowSource {
 public:
  MemoryRows(std::string bytes, const evidence::CsvForm& form) : bytes_(std::move(bytes)), form_(form) {}
  evidence::RowReport read(evidence::RowReceiver& receiver) override {
    MemoryStream stream(bytes_);
    return evidence::read_csv(stream, receiver, {}, form_);
  }

 private:
  std::string bytes_;
  evidence::CsvForm form_;
};

Survey survey_from(const std::string& csv, const std::vector<KnownTouchpoint>& touchpoints = {}) {
  MemoryRows rows(csv, survey_form(csv).csv);
  return survey_of(rows, touchpoints);
}

std::string text_from(const std::string& csv, const std::vector<KnownTouchpoint>& touchpoints = {}) {
  return sources_text(survey_from(csv, touchpoints), {"s.csv", "s", "s.csv", survey_form(csv)}, touchpoints);
}

/// `1..5 missing 0 6` of a column that holds these words.
std::string scale_of(std::initializer_list<const char*> cells) {
  std::string csv = "id,q\n";
  int row = 0;
  for (int round = 0; round < 5; ++round) {
    for (const char* cell : cells) csv += fmt::format("{},\"{}\"\n", ++row, cell);
  }
  const Survey survey = survey_from(csv);
  if (!survey.scale) return "none";
  std::string text = fmt::format("{}..{}", survey.scale->min, survey.scale->max);
  if (!survey.scale->missing.empty()) text += fmt::format(" missing {}", fmt::join(survey.scale->missing, " "));
  if (!survey.scale->values.empty()) text += fmt::format(" {} words", survey.scale->values.size());
  if (survey.scale->labels) text += " " + std::string(name_of(*survey.scale->labels));
  return text;
}

}  // namespace

TEST_CASE("the scale is asked of the set of values, and codes beside it are no answers") {
  CHECK(scale_of({"1", "2", "3", "4", "5"}) == "1..5");
  CHECK(scale_of({"2", "3", "4", "5"}) == "1..5");
  CHECK(scale_of({"0", "1", "2", "3", "4", "5"}) == "1..5 missing 0");
  CHECK(scale_of({"0", "1", "2", "3", "4", "5", "6", "Blank"}) == "1..5 missing 0 6 Blank");
  CHECK(scale_of({"1", "2", "3", "4", "5", "99"}) == "1..5 missing 99");
  CHECK(scale_of({"1", "2", "3", "4", "5", "N/A", "don't know"}) == "1..5 missing N/A don't know");
  CHECK(scale_of({"1", "2", "3", "4", "5", "6", "7"}) == "1..7");
  CHECK(scale_of({"0", "1", "2", "5", "6", "7", "8", "9", "10"}) == "0..10");
  CHECK(scale_of({"1", "2", "3", "4"}) == "1..4");
  CHECK(scale_of({"1", "2"}) == "none");
  CHECK(scale_of({"1", "2", "3", "4", "5", "Restaurant"}) == "none");
  CHECK(scale_of({"1", "2", "3", "4", "5", "6"}) == "none");  // 6 grades, or 1 to 5 and a code: nobody can tell
  CHECK(scale_of({"5 - Excellent", "4 - Good", "3 - Fair", "1 - Bad"}) == "1..5 leading-number");
}

TEST_CASE("answers that are more than a number are known by how they are written, also where all of them are good") {
  CHECK(scale_of({"5 - Very satisfied", "4 - Satisfied"}) == "1..5 leading-number");
  CHECK(scale_of({"4 - Satisfied"}) == "1..5 leading-number");
  CHECK(scale_of({"4/5", "5/5", "1/5", "n/a"}) == "1..5 missing n/a of");
  CHECK(scale_of({"9 out of 10", "10 out of 10"}) == "0..10 of");
  CHECK(scale_of({"4/5", "9/10"}) == "none");
  CHECK(scale_of({"\u2605\u2605\u2605\u2605\u2606", "\u2605\u2605\u2605\u2605\u2605"}) == "1..5 stars");
  CHECK(scale_of({"4 stars", "5 stars", "1 star"}) == "1..5 stars");
  CHECK(scale_of({"85 %", "100%", "0 %"}) == "0..100 percent");
  CHECK(scale_of({"85 %", "7"}) == "none");
  CHECK(scale_of({"4/5", "4 stars"}) == "none");
  CHECK(scale_of({"Satisfied"}) == "1..5 1 words");
  CHECK(scale_of({"good", "good"}) == "none");
}

TEST_CASE("a question whose answers are all good is read on the scale of the others, if its words or its name speak for it") {
  std::string csv = "Visit reason,Wine,Desk,Kind\n";
  constexpr const char* words[] = {"1 - Bad", "2 - Poor", "3 - Fair", "4 - Good", "5 - Excellent"};
  for (int i = 0; i < 40; ++i) csv += fmt::format("{},{},{},{}\n", words[i % 5], words[3 + i % 2], 4 + i % 2, 1 + i % 2);
  const std::string text = text_from(csv, {{"wine", "Wine"}, {"desk", "Desk"}});
  CHECK(contains(text, "      wine: Wine"));
  CHECK(contains(text, "      desk: Desk"));
  CHECK(contains(text, "its answers are among those of the other questions"));
  CHECK_FALSE(contains(text, "Kind"));
}

TEST_CASE("where no column is sure the key itself is a comment, so that taking comments away is all there is to do") {
  const std::string text = text_from("id,q\n1,1\n2,2\n3,3\n4,4\n5,5\n6,1\n7,2\n", {{"desk", "Desk"}});
  CHECK_FALSE(contains(text, "columns: {}"));
  CHECK(contains(text, "    # columns:    # take"));
  CHECK(contains(text, "    #   TOUCHPOINT: q"));
}

TEST_CASE("words of agreement, satisfaction and quality are scores in five languages") {
  CHECK(scale_of({"Strongly agree", "Agree", "Disagree", "n/a"}) == "1..5 missing n/a 3 words");
  CHECK(scale_of({"Strongly agree", "Somewhat agree", "Disagree"}) == "1..7 3 words");
  CHECK(scale_of({"Very satisfied", "satisfied", "Very dissatisfied"}) == "1..5 3 words");
  CHECK(scale_of({"Sehr zufrieden", "zufrieden", "Eher unzufrieden", "keine Angabe"}) == "1..5 missing keine Angabe 3 words");
  CHECK(scale_of({"Stimme voll und ganz zu", "teils/teils", "stimme nicht zu"}) == "1..5 3 words");
  CHECK(scale_of({"Tr\xC3\xA8s satisfait", "Plut\xC3\xB4t satisfait", "Pas du tout satisfait"}) == "1..5 3 words");
  CHECK(scale_of({"Tout \xC3\xA0 fait d\xE2\x80\x99"
                  "accord",
                  "Pas d'accord"}) == "1..5 2 words");
  CHECK(scale_of({"Muy bueno", "Regular", "Malo", "No sabe"}) == "1..5 missing No sabe 3 words");
  CHECK(scale_of({"Muito satisfeito", "Indiferente", "Insatisfeito", "n\xC3\xA3o se aplica"}) ==
        "1..5 missing n\xC3\xA3o se aplica 3 words");
  CHECK(scale_of({"Excellent", "Good", "Fair", "Poor"}) == "1..4 4 words");
  CHECK(scale_of({"Red", "Green", "Blue"}) == "none");
}

TEST_CASE("columns are matched to touchpoints by name, and what is not sure stands in a comment") {
  const std::vector<KnownTouchpoint> touchpoints = {
      {"desk", "Check-in desk"}, {"bags", "Bags at the belt"}, {"lounge", "Lounge"}, {"lounge-bar", "Lounge bar"}};
  const std::string rows = "1,2,3,4\n2,3,4,5\n3,4,5,1\n4,5,1,2\n5,1,2,3\n";
  const std::string text = text_from("Q1DESK,How do you rate our service? [Bags at belt],Q3_Lounge,Q4 Wine\n" + rows, touchpoints);
  CHECK(contains(text, "      desk: Q1DESK"));
  CHECK(contains(text, "      bags: \"How do you rate our service? [Bags at belt]\""));
  CHECK(contains(text, "      lounge: \"Q3_Lounge\""));
  CHECK(contains(text, "    #   TOUCHPOINT: Q4 Wine    # scores 1 to 5, for 1 to 5 stand in it; no touchpoint has a name like it"));
  const std::string unsure = text_from("desk line,Bags,the belt today,Lounge\n" + rows, touchpoints);
  CHECK(contains(unsure, "    #   bags: the belt today    # scores 1 to 5, for 1 to 5 stand in it; may ask about bags"));
}

TEST_CASE("dates, weights, segments, the whole and recommendation are found by cells and headings") {
  std::string csv = "Submitted,Gewicht,Segment,Q1A,Q1B,Q1C,Overall satisfaction,Would you recommend us?,Why?\n";
  for (int i = 0; i < 60; ++i) {
    csv += fmt::format("{}/{}/2026 10:1{},1.{},{},{},{},{},{},{},it was quite all right {}\n", 1 + i % 12, 1 + i % 28, i % 10, i % 7,
                       i % 2 ? "X" : "Z", 1 + i % 5, 1 + (i + 1) % 5, 1 + (i + 2) % 5, 1 + (i + 3) % 5, i % 11, i);
  }
  const std::string text = text_from(csv);
  CHECK(contains(text, "date: { column: Submitted, format: \"%m/%d/%Y\" }"));
  CHECK(contains(text, "weight: Gewicht"));
  CHECK(contains(text, "#   TOUCHPOINT: { quote: \"Why?\" }"));
  CHECK(contains(text, "# persona: { column: Segment, values: { X: none, Z: none } }"));
  CHECK(contains(text, "- { id: overall, kind: score, column: Overall satisfaction, derives_importance: true }"));
  CHECK(contains(text, "- { id: recommend, kind: nps, column: \"Would you recommend us?\", scale: { min: 0, max: 10 } }"));
}

TEST_CASE("would customers recommend it is found in five languages, whatever the form of the verb") {
  for (const char* heading : {"NPS", "How likely are you to recommend us?", "W\u00fcrden Sie uns weiterempfehlen?", "Empfehlung",
                              "Recommanderiez-vous notre service ?", "\u00bfRecomendar\u00eda el hotel?", "\u00bfNos recomienda?",
                              "Voc\u00ea recomendaria a loja?"}) {
    CAPTURE(heading);
    std::string csv = std::string("id;q;") + heading + "\n";
    for (int i = 0; i < 30; ++i) csv += fmt::format("{};{};{}\n", i, 1 + i % 5, i % 11);
    CHECK(contains(text_from(csv), "kind: nps"));
  }
}

TEST_CASE("a day and a month that could be either are told, with the other format in a comment") {
  const std::string text = text_from("date,q\n03/04/2026,1\n05/06/2026,2\n07/08/2026,3\n");
  CHECK(contains(text, "date: { column: date, format: \"%m/%d/%Y\" }"));
  CHECK(contains(text, "# or date: { column: date, format: \"%d/%m/%Y\" }"));
  CHECK(contains(text_from("date,q\n31.12.2026,1\n"), "format: \"%d.%m.%Y\""));
  CHECK(contains(text_from("date,q\n2026-12-31T10:00Z,1\n"), "date: { column: date }"));
}

TEST_CASE("the separator and the lines before the header are found") {
  CHECK(contains(text_from("a;b\n1;2\n"), "separator: \";\""));
  CHECK(contains(text_from("a|b\n1|2\n"), "separator: \"|\""));
  CHECK(contains(text_from("a\tb\n1\t2\n"), "separator: \"tab\""));
  CHECK_FALSE(contains(text_from("sep=;\na;b\n1;2\n"), "separator"));
  CHECK(contains(text_from("\"Report:\",\"Satisfaction\"\n\"From:\",\"2024-01-01\"\n\"id\",\"q\"\n1,4\n2,5\n"), "skip: 2"));
  CHECK(contains(text_from("Survey of 2026\n\nid,q,r\n1,4,2\n2,5,1\n"), "skip: 1"));
  CHECK_FALSE(contains(text_from("id,q\n1,4\n"), "skip"));
}

TEST_CASE("headings are split into the question and what it asks about") {
  const struct {
    const char* heading;
    const char* question;
    const char* item;
  } cases[] = {{"Q7ART", "Q7", "ART"},
               {"Q7_1 Art", "Q7", "1 Art"},
               {"Rate these: Desk", "Rate these", "Desk"},
               {"Rate [Desk]", "Rate", "Desk"},
               {"Desk", "", "Desk"},
               {"q1", "", "q1"},
               {"Rate - Desk", "Rate", "Desk"},
               {"How satisfied were you with.Desk", "How satisfied were you with", "Desk"},
               {"Was it e.g. the desk", "", "Was it e.g. the desk"}};
  for (const auto& [heading, question, item] : cases) {
    CAPTURE(heading);
    CHECK(split_heading(heading).question == question);
    CHECK(split_heading(heading).item == item);
  }
}

TEST_CASE("a word that is none of a scale that the others are of is named, and proposed as missing where few say it") {
  CHECK(scale_of({"Tr\u00e8s bon", "Bon", "Moyen", "Mauvais", "Sans objet particulier"}) == "1..4 4 words");
  CHECK(scale_of({"1 - schlecht", "3 - mittel", "5 - gut", "war nicht da"}) == "1..5 leading-number");
  CHECK(scale_of({"Bon", "Moyen", "hier", "l\u00e0"}) == "none");
  for (const char* word : {"Sans avis", "kann ich nicht beurteilen", "don\u2019t remember", "no lo s\u00e9", "n\u00e3o usei"}) {
    CAPTURE(word);
    const std::string csv = fmt::format("id,q\n1,satisfied\n2,\"{}\"\n3,very satisfied\n4,dissatisfied\n5,satisfied\n", word);
    CHECK(survey_from(csv).scale->missing == std::vector<std::string>{word});
    CHECK(survey_from(csv).scale->unknown.empty());
  }
  const std::string csv = "id,q,Comment\n1,satisfied,so so\n2,perhaps,\n3,very satisfied,so so\n4,dissatisfied,\n5,satisfied,\n";
  const Survey survey = survey_from(csv);
  CHECK(contains(text_from(csv), "# 'perhaps' is no word of this scale, and taken for no answer"));
  std::string undecided;
  for (const Note& note : notes_on(survey, {"s.csv", "s", "s.csv", {}}, {}))
    undecided += note.fate == Fate::undecided ? note.text + "\n" : "";
  CHECK(contains(undecided, "the word 'perhaps': of no scale like the others; taken for no answer (missing)"));
  CHECK(survey.roles[2] == ColumnRole::quote);
}

TEST_CASE("previews are left out by where, and answers that were broken off are a question") {
  const std::string csv =
      "Response Type,Finished,q\nIP Address,True,4\nSurvey Preview,True,1\nIP Address,False,5\nIP Address,True,3\nIP Address,True,2\n";
  const std::string text = text_from(csv);
  CHECK(contains(text, "    where: { Response Type: [IP Address] }"));
  CHECK(contains(text, "# how answers came in: 1 row of 'Survey Preview', which no customer wrote"));
  CHECK(contains(
      text, "    # or where: { Response Type: [IP Address], Finished: [\"True\"] }    # which answers were broken off: 1 row of 'False'"));
  CHECK_FALSE(
      contains(text_from("Status,Finished,q\nIP Address,True,4\nIP Address,True,5\nIP Address,True,3\nIP Address,True,2\n"), "where:"));
  CHECK(contains(text_from("abgeschlossen,q\nWAHR,4\nFALSCH,5\nWAHR,3\nWAHR,2\nWAHR,1\n"), "    # where: { abgeschlossen: [WAHR] }"));
}

TEST_CASE("what stands in comments alone is told apart from what is read") {
  const std::string csv = "Rate: Visit,Rate: Mealtime,Rate: Garden\n5,4,1\n4,3,2\n3,2,3\n2,1,4\n1,5,5\n";
  const std::vector<KnownTouchpoint> known{{"visit", "Visit"}, {"meal-plan", "Meal plan and time in bed"}};
  const Survey survey = survey_from(csv, known);
  std::string converted, undecided;
  for (const Note& note : notes_on(survey, {"s.csv", "s", "s.csv", {}}, known))
    (note.fate == Fate::undecided ? undecided : converted) += note.text + "\n";
  CHECK(contains(converted, "'Rate: Visit': scores 1 to 5"));
  CHECK(contains(undecided, "'Rate: Garden': scores 1 to 5"));
  CHECK_FALSE(contains(converted, "Garden"));
  CHECK(contains(text_from(csv, known), "    #   TOUCHPOINT: \"Rate: Garden\""));
}

TEST_CASE("every guess and its ground is listed, and so is what is not read") {
  const Survey survey = survey_from("id,q,r\n1,4,red\n2,5,blue\n3,1,red\n4,2,x\n5,3,y\n6,,\n7,4\n");
  std::string list;
  for (const Note& note : notes_on(survey, {"s.csv", "s", "s.csv", {}}, {})) list += note.text + "\n";
  CHECK(contains(list, "s.csv: 6 rows, 3 columns"));
  CHECK(contains(list, "'q': scores 1 to 5, for 1 to 5 stand in it"));
  CHECK(contains(list, "'r': words that are no known scale"));
  CHECK(contains(list, "1 row with another number of cells than the header, the first in line 8"));
}

TEST_CASE("touchpoints of two questions about one thing have names that tell them apart") {
  std::string csv = "Q7FOOD,Q7ART,Q7WIFI,Q9FOOD,Q9ART,Q9WIFI\n";
  for (int i = 0; i < 20; ++i) csv += fmt::format("{0},{1},{2},{2},{1},{0}\n", 1 + i % 5, 1 + (i + 1) % 5, 1 + (i + 2) % 5);
  Survey survey = survey_from(csv, {});
  const auto touchpoints = touchpoints_asked_about(survey);
  REQUIRE(touchpoints.size() == 6);
  CHECK(touchpoints[0].name == "FOOD");
  CHECK(touchpoints[3].name == "FOOD (Q9FOOD)");
  CHECK(touchpoints[3].id == "food-2");
}

TEST_CASE("words are read on the scale on which they stand for the most different points") {
  const auto points_of = [](std::vector<std::string_view> words) {
    const auto scores = mot::evidence::scores_of_words(words);
    std::string text;
    for (const std::string_view word : words) {
      const auto found = scores ? std::ranges::find(scores->values, word, [](const auto& value) { return std::string_view(value.first); })
                                : decltype(scores->values.begin()){};
      text += scores ? std::to_string(static_cast<int>(found->second)) : "?";
    }
    return text + " of " + std::to_string(scores ? scores->points : 0);
  };
  CHECK(points_of({"Poor", "Fair", "Good", "Very good", "Excellent"}) == "12345 of 5");
  CHECK(points_of({"Very unlikely", "Unlikely", "Neutral", "Likely", "Very likely"}) == "12345 of 5");
  CHECK(points_of({"ungen\u00fcgend", "mangelhaft", "ausreichend", "befriedigend", "gut", "sehr gut"}) == "123456 of 6");
  CHECK(points_of({"schlecht", "mittel", "gut", "sehr gut"}) == "1234 of 4");
  CHECK(points_of({"Very dissatisfied", "Dissatisfied", "Somewhat dissatisfied", "Neither satisfied nor dissatisfied", "Somewhat satisfied",
                   "Satisfied", "Very satisfied"}) == "1234567 of 7");
  CHECK(points_of({"Very dissatisfied", "Dissatisfied", "Neutral", "Satisfied", "Very satisfied"}) == "12345 of 5");
}

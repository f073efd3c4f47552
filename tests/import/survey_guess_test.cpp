// What is guessed of a survey's columns, and what is left to people: directions, codes, scales, names.
#include <doctest/doctest.h>
#include <fmt/format.h>

#include <string>
#include <vector>

#include "mot/evidence/cells/answer_words.h"
#include "mot/evidence/csv/csv_rows.h"
#include "mot/import/memory_stream.h"
#include "mot/import/survey/chosen_columns.h"
#include "mot/import/survey/heading_words.h"
#include "mot/import/survey/no_answers.h"
#include "mot/import/survey/sources_text.h"

using namespace mot;
using namespace mot::importing;

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

using Cells = std::vector<std::string>;

/// A survey of columns; each repeats its cells until there are so many rows.
std::string csv_of(const std::vector<std::pair<std::string, Cells>>& columns, std::size_t rows = 30) {
  std::string csv;
  for (const auto& [name, cells] : columns) csv += (csv.empty() ? "\"" : ",\"") + name + "\"";
  csv += "\n";
  for (std::size_t row = 0; row < rows; ++row) {
    std::string line;
    for (const auto& [name, cells] : columns) line += (&cells == &columns.front().second ? "\"" : ",\"") + cells[row % cells.size()] + "\"";
    csv += line + "\n";
  }
  return csv;
}

Survey survey_from(const std::string& csv, const std::vector<KnownTouchpoint>& touchpoints = {}) {
  MemoryRows rows(csv, survey_form(csv).csv);
  return survey_of(rows, touchpoints);
}

/// As for a workspace with these touchpoints, or with those that its questions make.
std::string text_from(const std::string& csv, std::vector<KnownTouchpoint> touchpoints = {}) {
  Survey survey = survey_from(csv, touchpoints);
  if (touchpoints.empty()) touchpoints = touchpoints_asked_about(survey);
  return sources_text(survey, {"s.csv", "s", "s.csv", survey_form(csv)}, touchpoints);
}

std::string notes_from(const std::string& csv, Fate fate) {
  const Survey survey = survey_from(csv);
  std::string list;
  for (const Note& note : notes_on(survey, {"s.csv", "s", "s.csv", {}}, {})) list += note.fate == fate ? note.text + "\n" : "";
  return list;
}

bool has(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

const Cells one_to_five = {"1", "2", "3", "4", "5"};

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
    CHECK(has(scale_of(heading, one_to_five), "or") == false);
    CHECK_FALSE(scale_of(heading, one_to_five).ends_with("..1"));
  }
  CHECK(scale_of("Desk (1 = blue, 5 = red)", one_to_five) == "1..5 or { min: 5, max: 1 }, if 1 is the best answer");
}

TEST_CASE("where numbers alone stand below a heading of grades, the other direction is offered") {
  CHECK(scale_of("Note Empfang", one_to_five) == "1..5 or { min: 5, max: 1 }, if 1 is the best answer");
  CHECK(scale_of("Schulnote", {"1", "2", "3", "4", "5", "6"}) == "6..1 or { min: 1, max: 6 }, if 6 is the best answer");
  CHECK(scale_of("Grade of the desk", one_to_five) == "1..5 or { min: 5, max: 1 }, if 1 is the best answer");
  CHECK(scale_of("Desk", one_to_five) == "1..5");
}

TEST_CASE("a column of labels whose words tell nothing is read in the direction of the others") {
  const std::string text = text_from(csv_of({{"Desk", {"1 - Very good", "2 - Good", "3 - Fair", "4 - Poor", "5 - Very poor"}},
                                             {"Belt", {"1 - green", "2 - lime", "3 - Fair", "4 - pink", "5 - red"}}}));
  CHECK(has(text, "scale: { min: 5, max: 1, labels: leading-number }"));
  CHECK(has(text, "      belt: Belt"));
  CHECK(has(text, "which end is the better, by the words of the others"));
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
  CHECK(scale_of("Desk", {"Agree", "Disagree", "Strongly agree", "-99"}) == "1..5 missing -99");
  CHECK(is_code_beside(11, 0, 10));
  CHECK_FALSE(is_code_beside(11, 1, 7));
  CHECK_FALSE(is_code_beside(99, 0, 100));
  CHECK_FALSE(is_code_beside(8, 0, 10));
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
      {{"-2", "-1", "0", "1", "2"}, "#   TOUCHPOINT: { actual: { column: Desk, scale: { min: -2, max: 2 } } }"},
      {{"4", "5"}, "#   TOUCHPOINT: { actual: { column: Desk, scale: { min: 1, max: 5 } } }"},
      {{"A1", "A2", "A4", "A5"},
       "#   TOUCHPOINT: { actual: { column: Desk, scale: { min: MIN, max: MAX, values: { A1: NUMBER, A2: NUMBER, A4: NUMBER, A5: NUMBER } "
       "} } }"},
      {{"Never", "Usually", "N/A"},
       "#   TOUCHPOINT: { actual: { column: Desk, scale: { min: MIN, max: MAX, missing: [\"N/A\"], values: { Never: NUMBER, Usually: "
       "NUMBER } } } }"},
  };
  for (const auto& [cells, offered] : cases) {
    const std::string csv = csv_of({{"Date", {"2026-03-01"}}, {"Desk", cells}});
    CAPTURE(csv);
    CHECK(has(text_from(csv), offered));
    CHECK(has(notes_from(csv, Fate::undecided), "'Desk'"));
    CHECK_FALSE(survey_from(csv).scale);
  }
}

TEST_CASE("happy customers are read on the usual scale where the heading or the other columns say so") {
  CHECK(scale_of("How satisfied were you with the desk?", {"4", "5", "5"}) == "1..5 or { min: MIN, max: MAX }, if its ends are others");
  CHECK(scale_of("Wie zufrieden waren Sie?", {"3", "4", "5"}) == "1..5 or { min: MIN, max: MAX }, if its ends are others");
  const std::string one = text_from(csv_of({{"Desk", one_to_five}, {"Food", {"4", "5"}}}));
  CHECK(has(one, "      food: Food"));
  const std::string few = text_from(csv_of({{"Desk", {"4", "2", "3", "4", "1", "2"}}, {"Food", {"5", "4", "2", "3", "5", "5"}}}, 6));
  CHECK(has(few, "scale: { min: 1, max: 5 }"));
  CHECK(has(few, "      desk: Desk"));
}

TEST_CASE("a slider is read where its heading tells the scale, and offered where it does not") {
  Cells cells;
  for (int i = 0; i < 97; ++i) cells.push_back(std::to_string(i * 31 % 97));
  const auto csv = [&](const std::string& heading) { return csv_of({{"Date", {"2026-03-01"}}, {heading, cells}}, 120); };
  CHECK(has(text_from(csv("Desk (0-100)")), "scale: { min: 0, max: 100 }"));
  CHECK(has(text_from(csv("Desk")), "#   TOUCHPOINT: { actual: { column: Desk, scale: { min: 0, max: 100 } } }"));
  CHECK(scale_of("Desk", {"1", "1.5", "2", "2.5", "3", "3.5", "4", "4.5", "5"}) == "1..5");
}

TEST_CASE("a handful of odd cells never loses a question, and is told") {
  for (const char* odd : {"see comment", "3-4", "55", "3.7"}) {
    CAPTURE(odd);
    Cells cells;
    for (int i = 0; i < 99; ++i) cells.push_back(std::to_string(1 + i % 5));
    cells.emplace_back(odd);
    const std::string csv = csv_of({{"Desk", cells}, {"Food", one_to_five}}, 100);
    CHECK(has(text_from(csv), "      desk: Desk"));
    CHECK(has(text_from(csv), "odd cells, to be looked at: "));
  }
  Cells words;
  for (int i = 0; i < 98; ++i) words.emplace_back(i % 2 == 0 ? "Satisfied" : "Dissatisfied");
  words.insert(words.end(), {"Fine", "so so"});
  const std::string text = text_from(csv_of({{"Desk", words}, {"Food", {"Satisfied"}}}, 100));
  CHECK(has(text, "odd cells, to be looked at: 'Fine', 'so so'"));
  // One in six is no slip.
  CHECK(scale_of("Desk", {"1", "2", "3", "4", "5", "Restaurant"}) == "none");
}

TEST_CASE("how much a thing matters, and what is wished of it, is no score of what is lived") {
  const std::string text = text_from(csv_of({{"Importance: Room", one_to_five},
                                             {"Importance: Food", one_to_five},
                                             {"Importance: Desk", one_to_five},
                                             {"Satisfaction: Room", one_to_five},
                                             {"Satisfaction: Food", one_to_five},
                                             {"Satisfaction: Desk", one_to_five},
                                             {"Expected [Room]", one_to_five}}),
                                     {{"room", "Room"}, {"food", "Food"}, {"desk", "Desk"}});
  CHECK(has(text, "      room: \"Satisfaction: Room\""));
  CHECK(has(text, "    #   room: { importance: \"Importance: Room\" }"));
  CHECK(has(text, "    #   room: { desired: \"Expected [Room]\" }"));
  CHECK(has(text_from(csv_of({{"Did the room meet your expectations?", one_to_five}})), "\n      did-the-room-meet-your-expectations: "));
}

TEST_CASE("two columns that ask about one touchpoint alike are both left to people") {
  const std::string text =
      text_from(csv_of({{"Q1 Desk", one_to_five}, {"Q2 Desk", one_to_five}, {"Food", one_to_five}}), {{"desk", "Desk"}});
  CHECK(has(text, "    #   desk: Q1 Desk"));
  CHECK(has(text, "    #   desk: Q2 Desk"));
  CHECK(has(text, "so does another: choose, or 'actual: [ONE, OTHER]' for both"));
}

TEST_CASE("age, place, numbers of things and comments are no questions, but in a battery of such") {
  const std::string csv = csv_of({{"Desk", one_to_five},
                                  {"Age", one_to_five},
                                  {"Store", one_to_five},
                                  {"Region", one_to_five},
                                  {"Number of visits", one_to_five},
                                  {"Your age", {"18-24", "25-34"}},
                                  {"Comments", {"Bad", "ok", "Good"}},
                                  {"Email", {"a@x.org", "b@x.org"}}});
  const std::string text = text_from(csv, {{"desk", "Desk"}, {"store", "Store"}});
  CHECK(has(text, "      desk: Desk"));
  for (const char* name : {"age:", "store:", "region:", "number-of-visits:", "comments:"})
    CHECK_FALSE(has(text, "\n      " + std::string(name)));
  CHECK(has(text, "# persona: { column: Age, values: { 1: none, 2: none, 3: none, 4: none, 5: none } }"));
  CHECK(has(text, "# or under columns, TOUCHPOINT: Store    # is it a question?"));
  CHECK(has(text, "# persona: { column: Your age, values: { \"18-24\": none, \"25-34\": none } }"));
  CHECK(has(text, "#   TOUCHPOINT: { quote: Comments }"));
  CHECK(has(notes_from(csv, Fate::dropped), "'Email': tells who answered"));
  CHECK(has(text_from(csv_of({{"Q7STORE", one_to_five}, {"Q7DESK", one_to_five}, {"Q7BELT", one_to_five}})), "      store: Q7STORE"));
}

TEST_CASE("a persona that a value names is proposed for it") {
  const std::string csv = csv_of({{"Desk", one_to_five}, {"Segment", {"Business", "Leisure"}}});
  const std::vector<KnownTouchpoint> touchpoints = {{"desk", "Desk"}};
  const Survey survey = survey_from(csv, touchpoints);
  const std::string text = sources_text(survey, {"s.csv", "s", "s.csv", survey_form(csv), {{"ines", "Business"}}}, touchpoints);
  CHECK(has(text, "# persona: { column: Segment, values: { Business: ines, Leisure: none } }"));
}

TEST_CASE("parts of words and other words of a name are a question, not a match") {
  const std::vector<KnownTouchpoint> touchpoints = {{"check-in", "Check-in"},
                                                    {"zimmerservice", "Zimmerservice"},
                                                    {"parkhaus", "Parkhaus"},
                                                    {"sign-in", "Sign in"},
                                                    {"bags", "Bags at the belt"}};
  const std::string text = text_from(csv_of({{"Check-out", one_to_five},
                                             {"Zimmer", one_to_five},
                                             {"Park", one_to_five},
                                             {"Sign out", one_to_five},
                                             {"At the belt: bags", one_to_five}}),
                                     touchpoints);
  CHECK(has(text, "    # columns:") == false);
  CHECK(has(text, "    #   zimmerservice: Zimmer    # scores 1 to 5, for 1 to 5 stand in it; may ask about zimmerservice"));
  for (const char* name : {"check-in:", "zimmerservice:", "parkhaus:", "sign-in:"}) CHECK_FALSE(has(text, "\n      " + std::string(name)));
  CHECK(has(text, "\n      bags: \"At the belt: bags\""));
}

TEST_CASE("the words of a question are no part of what it asks about") {
  const std::vector<KnownTouchpoint> touchpoints = {{"room", "Room"}, {"empfang", "Empfang"}};
  const std::string text =
      text_from(csv_of({{"How satisfied were you with the room?", one_to_five}, {"Wie zufrieden waren Sie mit dem Empfang?", one_to_five}}),
                touchpoints);
  CHECK(has(text, "\n      room: \"How satisfied were you with the room?\""));
  CHECK(has(text, "\n      empfang: \"Wie zufrieden waren Sie mit dem Empfang?\""));
}

TEST_CASE("thumbs, many words and texts are offered as what they may be") {
  Cells words, texts;
  for (int i = 0; i < 20; ++i) words.push_back(fmt::format("City {}", i));
  for (int i = 0; i < 60; ++i) texts.push_back(i % 20 == 0 ? fmt::format("it was not good {}", i) : fmt::format("fine {}", i));
  const std::string text =
      text_from(csv_of({{"Desk", {"\U0001F44D", "\U0001F44E"}}, {"From", words}, {"Said", texts}, {"Food", one_to_five}}, 120));
  CHECK(has(text, "#   TOUCHPOINT: { verdict: { column: Desk, values: { \"\U0001F44D\": up, \"\U0001F44E\": down } } }"));
  CHECK(has(text, "# persona: { column: From, values: { VALUE: none } }    # 20 different words: segments, perhaps"));
  CHECK(has(text, "#   TOUCHPOINT: { quote: Said }    # many different texts: customers' own words, perhaps"));
}

TEST_CASE("weights are positive and about 1; what is called so and is not is a question") {
  const Cells about_one = {"0.8", "1.2", "1.1", "0.9"};
  for (const char* name : {"WTFINAL", "gew", "finalwt", "PESOFIN", "Gewichtungsfaktor", "w8", "weight1", "pond", "wt_trim"}) {
    CAPTURE(name);
    CHECK(has(text_from(csv_of({{name, about_one}, {"Desk", one_to_five}})),
              fmt::format("    weight: {}", name == std::string("wt_trim") ? "\"wt_trim\"" : name)));
  }
  CHECK(has(text_from(csv_of({{"Weight", {"71", "80", "66"}}, {"Desk", one_to_five}})),
            "    # weight: Weight    # called a weight; 72.33 in the mean"));
  CHECK(has(text_from(csv_of({{"factor", about_one}, {"Desk", one_to_five}})), "    # weight: factor"));
}

TEST_CASE("when answers were given is not when somebody was born, began or came") {
  const std::string text = text_from(
      csv_of({{"Geburtsdatum", {"16.05.1998"}}, {"Start date", {"09.03.2026"}}, {"Abgegeben am", {"10.03.2026"}}, {"Desk", one_to_five}}));
  CHECK(has(text, "    date: { column: Abgegeben am, format: \"%d.%m.%Y\" }"));
  CHECK(has(text, "    # or date: { column: Geburtsdatum, format: \"%d.%m.%Y\" }    # dates like %d.%m.%Y: of birth"));
  CHECK(has(text, "    # or date: { column: Start date, format: \"%d.%m.%Y\" }"));
  CHECK(has(text_from(csv_of({{"a", {"2025-01-01"}}, {"b", {"2026-01-01"}}, {"Desk", one_to_five}})), "    date: { column: b }"));
  CHECK(has(text_from(csv_of({{"Day", {"28.3.26"}}, {"Desk", one_to_five}})), "format: \"%d.%m.%y\""));
  CHECK(has(text_from(csv_of({{"When", {"3/19/26 10:11:12"}}, {"Desk", one_to_five}})), "format: \"%m/%d/%y\""));
}

TEST_CASE("the whole is asked about by its own words, not by any heading that has one of them") {
  for (const char* heading : {"Overall satisfaction", "Satisfaction globale", "Gesamtnote", "All", "All things considered, how was it?"}) {
    CAPTURE(heading);
    CHECK(survey_from(csv_of({{heading, one_to_five}, {"Desk", one_to_five}})).overall);
  }
  for (const char* heading : {"All staff were friendly", "General practitioner", "Total cost"}) {
    CAPTURE(heading);
    CHECK_FALSE(survey_from(csv_of({{heading, one_to_five}, {"Desk", one_to_five}})).overall);
  }
}

TEST_CASE("recommendation is net promoters from 0 to 10, else a score; a second one and words are left to people") {
  const Cells ten = {"0", "3", "5", "7", "8", "9", "10"};
  const auto text = [](const std::string& heading, const Cells& cells) {
    return text_from(csv_of({{heading, cells}, {"Desk", one_to_five}}));
  };
  const std::string nps = "- { id: recommend, kind: nps, column: ", score = "- { id: recommend, kind: score, column: ";
  CHECK(has(text("LTR", ten), nps));
  CHECK(has(text("Voc\u00ea indicaria a loja?", ten), nps));
  CHECK(has(text("Recommend?", {"8", "9", "10"}), nps));
  CHECK(has(text("Recommend?", {"Not at all likely - 0", "5", "7", "9", "Extremely likely - 10"}), nps));
  CHECK(has(text("Recommend?", {"Very likely", "Likely", "Unlikely"}), score));
  CHECK(has(text("Recommend?", one_to_five), score));
  CHECK(has(text("Recommend?", {"Yes", "No"}),
            "    #   - { id: recommend, kind: score, column: \"Recommend?\", scale: { min: MIN, max: MAX, values: { \"No\": NUMBER, "
            "\"Yes\": NUMBER } } }"));
  const std::string two = text_from(csv_of({{"Recommend hotel", ten}, {"Recommend bar", ten}, {"Desk", one_to_five}}));
  CHECK(has(two, "      - { id: recommend, kind: nps, column: Recommend hotel"));
  CHECK(has(two, "    #   - { id: recommend-2, kind: nps, column: Recommend bar"));
  CHECK(has(two, "\n      desk: Desk"));
}

TEST_CASE("two columns of one name are both in comments, for a source can name neither") {
  const std::string text = text_from(csv_of({{"Desk", one_to_five}, {"Food", one_to_five}, {"Desk", one_to_five}}));
  CHECK(has(text, "    #   TOUCHPOINT: Desk    # 2 columns have this name, and none of them can be read: rename them"));
  CHECK_FALSE(has(text, "\n      desk: Desk"));
}

TEST_CASE("all that is dropped is named") {
  std::vector<std::pair<std::string, Cells>> columns = {{"Desk", one_to_five}};
  for (int i = 0; i < 20; ++i) columns.emplace_back(fmt::format("Empty {}", i), Cells{""});
  const std::string dropped = notes_from(csv_of(columns), Fate::dropped);
  CHECK(has(dropped, "'Empty 0'"));
  CHECK(has(dropped, "'Empty 19'"));
  CHECK_FALSE(has(dropped, "more"));
}

TEST_CASE("the language is that of the words of the scale, else of the small words of the headings") {
  CHECK(survey_from(csv_of({{"Empfang", {"Sehr zufrieden", "Zufrieden", "Unzufrieden"}}})).language == "de");
  CHECK(survey_from(csv_of({{"Wie waren Sie mit uns zufrieden?", one_to_five}})).language == "de");
  CHECK(survey_from(csv_of({{"\u00bfC\u00f3mo fue su estancia con nuestro equipo?", one_to_five}})).language == "es");
  CHECK(survey_from(csv_of({{"Desk", one_to_five}, {"Comment", {"a"}}})).language.empty());
  Survey survey = survey_from(csv_of({{"Gespr\u00e4ch", {"Sehr zufrieden", "Zufrieden", "Unzufrieden"}}}));
  CHECK(touchpoints_asked_about(survey).front().id == "gespraech");
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

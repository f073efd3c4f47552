// What a survey's columns are taken for, and what is left to people.
#include <doctest/doctest.h>
#include <fmt/format.h>

#include "support/exported_surveys.h"

using namespace mot;
using namespace mot::testing;

TEST_CASE("how much a thing matters, and what is wished of it, is no score of what is lived") {
  const std::string text = text_from(csv_of({{"Importance: Room", one_to_five},
                                             {"Importance: Food", one_to_five},
                                             {"Importance: Desk", one_to_five},
                                             {"Satisfaction: Room", one_to_five},
                                             {"Satisfaction: Food", one_to_five},
                                             {"Satisfaction: Desk", one_to_five},
                                             {"Expected [Room]", one_to_five}}),
                                     {{"room", "Room"}, {"food", "Food"}, {"desk", "Desk"}});
  CHECK(contains(text, "      room: \"Satisfaction: Room\""));
  CHECK(contains(text, "    #   room: { importance: \"Importance: Room\" }"));
  CHECK(contains(text, "    #   room: { desired: \"Expected [Room]\" }"));
  CHECK(contains(text_from(csv_of({{"Did the room meet your expectations?", one_to_five}})),
                 "\n      did-the-room-meet-your-expectations: "));
}

TEST_CASE("two columns that ask about one touchpoint alike are both left to people") {
  const std::string text =
      text_from(csv_of({{"Q1 Desk", one_to_five}, {"Q2 Desk", one_to_five}, {"Food", one_to_five}}), {{"desk", "Desk"}});
  CHECK(contains(text, "    #   desk: Q1 Desk"));
  CHECK(contains(text, "    #   desk: Q2 Desk"));
  CHECK(contains(text, "so does another: choose, or 'actual: [ONE, OTHER]' for both"));
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
  CHECK(contains(text, "      desk: Desk"));
  for (const char* name : {"age:", "store:", "region:", "number-of-visits:", "comments:"})
    CHECK_FALSE(contains(text, "\n      " + std::string(name)));
  CHECK(contains(text, "# persona: { column: Age, values: { 1: none, 2: none, 3: none, 4: none, 5: none } }"));
  CHECK(contains(text, "# or under columns, TOUCHPOINT: Store    # is it a question?"));
  CHECK(contains(text, "# persona: { column: Your age, values: { \"18-24\": none, \"25-34\": none } }"));
  CHECK(contains(text, "#   TOUCHPOINT: { quote: Comments }"));
  CHECK(contains(notes_from(csv, Fate::dropped), "'Email': tells who answered"));
  CHECK(contains(text_from(csv_of({{"Q7STORE", one_to_five}, {"Q7DESK", one_to_five}, {"Q7BELT", one_to_five}})), "      store: Q7STORE"));
}

TEST_CASE("a persona that a value names is proposed for it") {
  const std::string csv = csv_of({{"Desk", one_to_five}, {"Segment", {"Business", "Leisure"}}});
  const std::vector<KnownTouchpoint> touchpoints = {{"desk", "Desk"}};
  const Survey survey = survey_from(csv, touchpoints);
  const std::string text = sources_text(survey, {"s.csv", "s", "s.csv", survey_form(csv), {{"ines", "Business"}}}, touchpoints);
  CHECK(contains(text, "# persona: { column: Segment, values: { Business: ines, Leisure: none } }"));
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
  CHECK(contains(text, "    # columns:") == false);
  CHECK(contains(text, "    #   zimmerservice: Zimmer    # scores 1 to 5, for 1 to 5 stand in it; may ask about zimmerservice"));
  for (const char* name : {"check-in:", "zimmerservice:", "parkhaus:", "sign-in:"})
    CHECK_FALSE(contains(text, "\n      " + std::string(name)));
  CHECK(contains(text, "\n      bags: \"At the belt: bags\""));
}

TEST_CASE("the words of a question are no part of what it asks about") {
  const std::vector<KnownTouchpoint> touchpoints = {{"room", "Room"}, {"empfang", "Empfang"}};
  const std::string text =
      text_from(csv_of({{"How satisfied were you with the room?", one_to_five}, {"Wie zufrieden waren Sie mit dem Empfang?", one_to_five}}),
                touchpoints);
  CHECK(contains(text, "\n      room: \"How satisfied were you with the room?\""));
  CHECK(contains(text, "\n      empfang: \"Wie zufrieden waren Sie mit dem Empfang?\""));
}

TEST_CASE("tags and entities of HTML in a heading are no part of what it asks about") {
  const std::vector<KnownTouchpoint> touchpoints = {{"room", "Room"}, {"bed", "Bed & breakfast"}, {"price", "Price"}};
  const std::string text = text_from(csv_of({{"<p>Satisfaction with:&nbsp;<b>the room</b></p>", one_to_five},
                                             {"<div style='a: b - c'>Bed &amp; breakfast</div>", one_to_five},
                                             {"Price < 100 > 50: price", one_to_five}}),
                                     touchpoints);
  CHECK(contains(text, "\n      room: \"<p>Satisfaction with:&nbsp;<b>the room</b></p>\""));
  CHECK(contains(text, "\n      bed: "));
  CHECK(contains(text, "\n      price: \"Price < 100 > 50: price\""));
}

TEST_CASE("thumbs, many words and texts are offered as what they may be") {
  Cells words, texts;
  for (int i = 0; i < 20; ++i) words.push_back(fmt::format("City {}", i));
  for (int i = 0; i < 60; ++i) texts.push_back(i % 20 == 0 ? fmt::format("it was not good {}", i) : fmt::format("fine {}", i));
  const std::string text =
      text_from(csv_of({{"Desk", {"\U0001F44D", "\U0001F44E"}}, {"From", words}, {"Said", texts}, {"Food", one_to_five}}, 120));
  CHECK(contains(text, "#   TOUCHPOINT: { verdict: { column: Desk, values: { \"\U0001F44D\": up, \"\U0001F44E\": down } } }"));
  CHECK(contains(text, "# persona: { column: From, values: { VALUE: none } }    # 20 different words: segments, perhaps"));
  CHECK(contains(text, "#   TOUCHPOINT: { quote: Said }    # many different texts: customers' own words, perhaps"));
}

TEST_CASE("weights are positive and about 1; what is called so and is not is a question") {
  const Cells about_one = {"0.8", "1.2", "1.1", "0.9"};
  for (const char* name : {"WTFINAL", "gew", "finalwt", "PESOFIN", "Gewichtungsfaktor", "w8", "weight1", "pond", "wt_trim"}) {
    CAPTURE(name);
    CHECK(contains(text_from(csv_of({{name, about_one}, {"Desk", one_to_five}})),
                   fmt::format("    weight: {}", name == std::string("wt_trim") ? "\"wt_trim\"" : name)));
  }
  CHECK(contains(text_from(csv_of({{"Weight", {"71", "80", "66"}}, {"Desk", one_to_five}})),
                 "    # weight: Weight    # called a weight; 72.33 in the mean"));
  CHECK(contains(text_from(csv_of({{"factor", about_one}, {"Desk", one_to_five}})), "    # weight: factor"));
}

TEST_CASE("when answers were given is not when somebody was born, began or came") {
  const std::string text = text_from(
      csv_of({{"Geburtsdatum", {"16.05.1998"}}, {"Start date", {"09.03.2026"}}, {"Abgegeben am", {"10.03.2026"}}, {"Desk", one_to_five}}));
  CHECK(contains(text, "    date: { column: Abgegeben am, format: \"%d.%m.%Y\" }"));
  CHECK(contains(text, "    # or date: { column: Geburtsdatum, format: \"%d.%m.%Y\" }    # dates like %d.%m.%Y: of birth"));
  CHECK(contains(text, "    # or date: { column: Start date, format: \"%d.%m.%Y\" }"));
  CHECK(contains(text_from(csv_of({{"a", {"2025-01-01"}}, {"b", {"2026-01-01"}}, {"Desk", one_to_five}})), "    date: { column: b }"));
  CHECK(contains(text_from(csv_of({{"Day", {"28.3.26"}}, {"Desk", one_to_five}})), "format: \"%d.%m.%y\""));
  CHECK(contains(text_from(csv_of({{"When", {"3/19/26 10:11:12"}}, {"Desk", one_to_five}})), "format: \"%m/%d/%y\""));
}

TEST_CASE("the whole is asked about by its own words, not by any heading that has one of them") {
  for (const char* heading : {"Overall satisfaction", "Satisfaction globale", "Gesamtnote", "All", "All things considered, how was it?"}) {
    CAPTURE(heading);
    CHECK(survey_from(csv_of({{heading, one_to_five}, {"Desk", one_to_five}})).overall);
  }
  const Survey both =
      survey_from(csv_of({{"Overall cleanliness", one_to_five}, {"Overall satisfaction", one_to_five}, {"Desk", one_to_five}}));
  REQUIRE(both.overall);
  CHECK(both.columns[both.overall->column].name == "Overall satisfaction");
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
  CHECK(contains(text("LTR", ten), nps));
  CHECK(contains(text("Voc\u00ea indicaria a loja?", ten), nps));
  CHECK(contains(text("Recommend?", {"8", "9", "10"}), nps));
  CHECK(contains(text("Recommend?", {"Not at all likely - 0", "5", "7", "9", "Extremely likely - 10"}), nps));
  CHECK(contains(text("Recommend?", {"Very likely", "Likely", "Unlikely"}), score));
  CHECK(contains(text("Recommend?", one_to_five), score));
  CHECK(contains(text("Recommend?", {"Yes", "No"}),
                 "    #   - { id: recommend, kind: score, column: \"Recommend?\", scale: { min: MIN, max: MAX, values: { \"No\": NUMBER, "
                 "\"Yes\": NUMBER } } }"));
  const std::string two = text_from(csv_of({{"Recommend hotel", ten}, {"Recommend bar", ten}, {"Desk", one_to_five}}));
  CHECK(contains(two, "      - { id: recommend, kind: nps, column: Recommend hotel"));
  CHECK(contains(two, "    #   - { id: recommend-2, kind: nps, column: Recommend bar"));
  CHECK(contains(two, "\n      desk: Desk"));
}

TEST_CASE("two columns of one name are both in comments, for a source can name neither") {
  const std::string text = text_from(csv_of({{"Desk", one_to_five}, {"Food", one_to_five}, {"Desk", one_to_five}}));
  CHECK(contains(text, "    #   TOUCHPOINT: Desk    # 2 columns have this name, and none of them can be read: rename them"));
  CHECK_FALSE(contains(text, "\n      desk: Desk"));
}

TEST_CASE("all that is dropped is named") {
  std::vector<std::pair<std::string, Cells>> columns = {{"Desk", one_to_five}};
  for (int i = 0; i < 20; ++i) columns.emplace_back(fmt::format("Empty {}", i), Cells{""});
  const std::string dropped = notes_from(csv_of(columns), Fate::dropped);
  CHECK(contains(dropped, "'Empty 0'"));
  CHECK(contains(dropped, "'Empty 19'"));
  CHECK_FALSE(contains(dropped, "more"));
}

TEST_CASE("the language is that of the words of the scale, else of the small words of the headings") {
  CHECK(survey_from(csv_of({{"Empfang", {"Sehr zufrieden", "Zufrieden", "Unzufrieden"}}})).language == "de");
  CHECK(survey_from(csv_of({{"Wie waren Sie mit uns zufrieden?", one_to_five}})).language == "de");
  CHECK(survey_from(csv_of({{"\u00bfC\u00f3mo fue su estancia con nuestro equipo?", one_to_five}})).language == "es");
  CHECK(survey_from(csv_of({{"Desk", one_to_five}, {"Comment", {"a"}}})).language.empty());
  Survey survey = survey_from(csv_of({{"Gespr\u00e4ch", {"Sehr zufrieden", "Zufrieden", "Unzufrieden"}}}));
  CHECK(touchpoints_asked_about(survey).front().id == "gespraech");
}

// Sheets of codes beside the sheet of answers: what is read of them, and what columns become by it.
#include <doctest/doctest.h>
#include <fmt/format.h>

#include "mot/evidence/added_rows.h"
#include "mot/import/survey/code_book.h"
#include "mot/import/survey/declared_scale.h"
#include "support/exported_surveys.h"

using namespace mot;
using namespace mot::testing;

namespace {

using Rows = std::vector<std::vector<std::string>>;

/// `Q1: 1=Good 9=none; Room: …`: the lists of a sheet, their names and codes; `-` where a list is of all columns.
std::string lists_of(const Rows& rows) {
  std::string text;
  for (const CodeList& list : code_book_of("the sheet 'Codes'", rows).lists) {
    text += fmt::format("{}{}:", text.empty() ? "" : "; ", list.names.empty() ? "-" : fmt::format("{}", fmt::join(list.names, "+")));
    for (const auto& [code, meaning] : list.codes) text += fmt::format(" {}={}", code, meaning);
  }
  return text;
}

std::string codes_text(std::string_view text) {
  std::string list;
  for (const auto& [code, meaning] : codes_in(text)) list += fmt::format("{}{}={}", list.empty() ? "" : "|", code, meaning);
  return list;
}

Survey survey_with(const std::string& csv, const Rows& rows, const std::vector<KnownTouchpoint>& touchpoints = {}) {
  MemoryRows source(csv, survey_form(csv).csv);
  const std::vector<CodeBook> books{code_book_of("the sheet 'Codes'", rows)};
  return survey_of(source, touchpoints, books);
}

/// The source that is written of such a survey.
std::string text_with(const std::string& csv, const Rows& rows) {
  Survey survey = survey_with(csv, rows);
  const auto touchpoints = touchpoints_asked_about(survey);
  return sources_text(survey, {"s.xlsx", "s", "s.xlsx", survey_form(csv)}, touchpoints);
}

const Rows good_to_bad = {{"1", "very good"}, {"2", "good"}, {"3", "average"}, {"4", "bad"}, {"5", "very bad"}};
const std::string room_and_desk = csv_of({{"Room", one_to_five}, {"Desk", {"2", "1", "3", "5", "4"}}});

}  // namespace

TEST_CASE("a text lists codes in the ways that people write them") {
  const struct {
    std::string_view text, codes;
  } cases[] = {
      {"1=Very good; 5=Very bad; 9=Don't know", "1=Very good|5=Very bad|9=Don't know"},
      {"1 = sehr gut, 2 = gut", "1=sehr gut|2=gut"},
      {"1: good / 2: bad", "1=good|2=bad"},
      {"1=good\n2=bad", "1=good|2=bad"},
      {"Scale: 1 = excellent \u2026 10 = very bad", "1=excellent|10=very bad"},
      {"rated from 1 (very good) to 5 (very bad).", "1=very good|5=very bad"},
      {"-99 = refused; 0 = n/a", "-99=refused|0=n/a"},
      {"-2 = very bad \u2026 +2 = very good", "-2=very bad|+2=very good"},
      {"\u22122 = very bad, 2 = very good", "-2=very bad|2=very good"},
      {"1=18-24; 2=25-34", "1=18-24|2=25-34"},
      {"Very good = 1; Bad = 4", "1=Very good|4=Bad"},
      {"VG = Very good; B = Bad", "VG=Very good|B=Bad"},
      {"{1, Very good}; {2, Good}", "1=Very good|2=Good"},
      {"Open 10:30 to 12:45", ""},
      {"A: Very good", "A=Very good"},
      {"Note: Very good", ""},
      {"1 - Very good", "1=Very good"},
      {"1. Check-in", ""},
      {"3 - Desk", ""},
      {"2026-03-31", ""},
      {"no codes here", ""},
      {"How was it?", ""},
  };
  for (const auto& [text, codes] : cases) {
    CAPTURE(text);
    CHECK(codes_text(text) == codes);
  }
}

TEST_CASE("a sheet lists codes a row, a column a row, below the name of a column or below the codes themselves") {
  const struct {
    const char* what;
    Rows rows;
    std::string_view lists;
  } cases[] = {
      {"a code a row",
       {{"Variable", "Value", "Label"}, {"Q1", "1", "good"}, {"Q1", "2", "bad"}, {"Q2", "1", "yes"}},
       "Q1: 1=good 2=bad; Q2: 1=yes"},
      {"filled down", {{"Frage", "Code", "Bedeutung"}, {"Q1", "1", "gut"}, {"", "2", "schlecht"}}, "Q1: 1=gut 2=schlecht"},
      {"two columns", {{"Valeur", "Libell\u00e9"}, {"1", "bon"}, {"2", "mauvais"}}, "-: 1=bon 2=mauvais"},
      {"no headings", {{"1", "good"}, {"2", "bad"}}, "-: 1=good 2=bad"},
      {"turned", {{"good", "1"}, {"bad", "2"}}, "-: 1=good 2=bad"},
      {"below a name", {{"Room"}, {"1", "good"}, {"2", "bad"}, {}, {"Desk"}, {"1", "yes"}}, "Room: 1=good 2=bad; Desk: 1=yes"},
      {"a cell of all", {{"Q1", "1=good; 2=bad"}, {"1=a; 2=b"}}, "Q1: 1=good 2=bad 1=a 2=b"},
      {"a code a cell", {{"Question", "", ""}, {"Q1", "1 = good", "2 = bad"}}, "Q1: 1=good 2=bad"},
      {"codes as headings", {{"Variable", "1", "2"}, {"Q1", "good", "bad"}}, "Q1: 1=good 2=bad"},
      {"a dictionary",
       {{"Variable", "Description", "Values", "Missing"}, {"Q1", "Room", "1=good; 2=bad", "98, 99"}},
       "Q1+Room: 1=good 2=bad 98=missing 99=missing"},
      {"labels of both", {{"Variable", "Label", "Value", "Value label"}, {"V1", "Room", "1", "good"}}, "V1+Room: 1=good"},
      {"letters", {{"Variable", "Value", "Label"}, {"Q1", "VG", "very good"}}, "Q1: VG=very good"},
      {"a title above", {{"Codes of 2026"}, {}, {"Variable", "Value", "Label"}, {"Q1", "1", "good"}}, "Q1: 1=good"},
      {"nothing", {{"Made by", "Ann"}, {"on", "Monday"}}, ""},
  };
  for (const auto& [what, rows, lists] : cases) {
    CAPTURE(what);
    CHECK(lists_of(rows) == lists);
  }
}

TEST_CASE("sheets of codes are known by their names in five languages") {
  for (const char* name : {"Codebook", "Codes", "Value labels", "Legend", "Key", "Data dictionary", "Variables", "Schl\u00fcssel",
                           "Codierung", "L\u00e9gende", "Leyenda", "Legenda", "Codes Q1", "C\u00f3digos"})
    CHECK(is_called_code_book(name));
  for (const char* name : {"Key figures", "Answers", "Data", "Sheet1", "Zipcodes", "Room"}) CHECK_FALSE(is_called_code_book(name));
}

TEST_CASE("which end is the better, and which codes are no answer, is read from a sheet of codes") {
  Rows rows = good_to_bad;
  rows.push_back({"9", "Don't know / refused"});
  rows.push_back({"-99", "no answer (skipped)"});
  const std::string text = text_with(room_and_desk, rows);
  CHECK(contains(text, "scale: { min: 5, max: 1, missing: [9, -99] }"));
  CHECK(contains(text, "the sheet 'Codes' says so; no answers: 9, -99; 1 is the best answer"));
  CHECK(contains(text, "      room: Room"));
  CHECK_FALSE(contains(text, "# or scale"));
}

TEST_CASE("a sheet of codes names columns by their heading, its number, a range, a list or what they ask about") {
  const std::string csv =
      csv_of({{"Q1. Room", one_to_five}, {"Q2. Desk", one_to_five}, {"Q3. Bar", one_to_five}, {"Q4. Spa", one_to_five}});
  const struct {
    const char *name, *turned;
  } cases[] = {{"Q1-Q3", "123"}, {"Q1 to Q4", "1234"}, {"Q2, Q4", "24"}, {"Q3", "3"},
               {"Bar", "3"},     {"q2. desk", "2"},    {"all", "1234"},  {"Q9", ""}};
  for (const auto& [name, turned] : cases) {
    CAPTURE(name);
    Rows rows = {{"Question", "Code", "Meaning"}};
    for (const auto& row : good_to_bad) rows.push_back({name, row[0], row[1]});
    rows.push_back({"Q8", "1", "very good"});  // so that no title is meant
    const Survey survey = survey_with(csv, rows);
    std::string found;
    for (const auto& score : survey.scores) found += score.scores.min > score.scores.max ? std::to_string(score.column + 1) : "";
    CHECK(found == turned);
  }
}

TEST_CASE("what a column asks about may stand in the sheet of codes alone") {
  const std::string csv = csv_of({{"V1", one_to_five}, {"V2", one_to_five}});
  const Rows rows = {{"Variable", "Type", "Question", "Values"},
                     {"V1", "numeric", "How was the room?", "1=very good; 5=very bad"},
                     {"V2", "numeric", "Desk", "1=very good; 5=very bad"}};
  Survey survey = survey_with(csv, rows, {{"desk", "Desk"}, {"bar", "Bar"}});
  CHECK(survey.scores.at(1).match->is_sure);
  CHECK(survey.grounds[1].ends_with("; asks about desk, by its name in the sheet 'Codes'"));
  Survey alone = survey_with(csv, rows);
  const auto made = touchpoints_asked_about(alone);
  CHECK(made.at(0).name == "How was the room?");
  CHECK(made.at(1).name == "Desk");
  // What is said of each of them tells none apart.
  Survey alike =
      survey_with(csv, {{"Variable", "Label", "Values"}, {"V1", "Satisfaction", "1=good; 5=bad"}, {"V2", "Satisfaction", "1=good; 5=bad"}});
  CHECK(touchpoints_asked_about(alike).at(0).name != "Satisfaction");
}

TEST_CASE("what rows are about may be codes, too") {
  std::string csv = "Respondent,Question,Score\n";
  for (int i = 0; i < 12; ++i) csv += fmt::format("{},{},{}\n", i / 2 + 1, i % 2 + 1, 1 + i % 5);
  const Rows rows = {{"Variable", "Value", "Label"}, {"Question", "1", "Room"}, {"Question", "2", "Desk"}};
  CHECK(contains(text_with(csv, rows), "long: { touchpoint: { column: Question, values: { 1: room, 2: desk } }, score: Score"));
}

TEST_CASE("a code beyond the steps that are known is asked about, and is no answer until people say so") {
  const struct {
    Rows more;
    std::vector<std::string> answers;
    std::string_view asked;
  } cases[] = {
      {{{"6", "Have not visited"}}, {"1", "2", "6", "3", "4", "5"}, "is 6 ('Have not visited') no answer, as it is taken here?"},
      {{{"-77", "Filter"}}, {"1", "2", "-77", "3", "4", "5"}, "is -77 ('Filter') no answer, as it is taken here?"},
      {{{"0", "Service not used"}}, {"1", "2", "0", "3", "4", "5"}, "is 0 ('Service not used') no answer, as it is taken here?"},
  };
  for (const auto& [more, answers, asked] : cases) {
    CAPTURE(asked);
    Rows rows = good_to_bad;
    rows.insert(rows.end(), more.begin(), more.end());
    const Survey survey = survey_with(csv_of({{"Room", answers}}), rows);
    const std::string text = text_with(csv_of({{"Room", answers}}), rows);
    CHECK(contains(text, std::string("# ") + std::string(asked)));
    CHECK_FALSE(contains(text, "\n      room: Room"));
    CHECK_FALSE(contains(text, "min: 6"));
    CHECK_FALSE(contains(text, "max: -77"));
  }
}

TEST_CASE("codes that are no whole numbers, and a code of no answer between the others, are asked about") {
  const Rows halves = {{"1", "very good"}, {"2.5", "good"}, {"4", "bad"}, {"5.5", "very bad"}};
  const std::string text = text_with(csv_of({{"Room", {"1", "2.5", "4", "5.5"}}}), halves);
  CHECK(contains(text, "lists codes that are no whole numbers"));
  CHECK_FALSE(contains(text, "values: {"));
  const Rows inside = {{"1", "very good"}, {"2", "good"}, {"3", "don't know"}, {"4", "bad"}, {"5", "very bad"}};
  CHECK(contains(text_with(csv_of({{"Room", one_to_five}}), inside), "3 is no answer by the sheet 'Codes', and lies between the others"));
}

TEST_CASE("what a sheet of codes leaves in doubt about a column no other column settles") {
  const std::string csv = csv_of({{"Desk", one_to_five}, {"Room", {"1", "2", "9", "1", "2", "1", "3", "9"}}});
  Rows rows = {{"Variable", "Value", "Label"}};
  for (const auto& row : good_to_bad) rows.push_back({"Room", row[0], row[1]});
  const std::string text = text_with(csv, rows);
  CHECK(contains(text, "the sheet 'Codes' says 1 to 5, and 9 stand in it"));
  CHECK_FALSE(contains(text, "\n      room: Room"));
}

TEST_CASE("words are worth what a sheet of codes says, and letters what their words mean") {
  const std::string words = csv_of({{"Room", {"Often", "Rarely", "Never", "Always", "Now and then"}}});
  CHECK(contains(
      text_with(words, {{"Label", "Value"}, {"Never", "1"}, {"Rarely", "2"}, {"Now and then", "3"}, {"Often", "4"}, {"Always", "5"}}),
      "scale: { min: 1, max: 5, values: { Never: 1, Rarely: 2, Now and then: 3, Often: 4, Always: 5 } }"));
  const std::string letters = csv_of({{"Room", {"A1", "A2", "A3", "A4", "A5"}}});
  CHECK(contains(text_with(letters, {{"A1", "very good"}, {"A2", "good"}, {"A3", "average"}, {"A4", "bad"}, {"A5", "very bad"}}),
                 "scale: { min: 1, max: 5, values: { A5: 1, A4: 2, A3: 3, A2: 4, A1: 5 } }"));
}

TEST_CASE("what contradicts the answers, or tells nothing of good and bad, is left to people") {
  const Rows headings = {{"Variable", "Value", "Label"}};
  const auto about_room = [&](const std::vector<std::pair<std::string, std::string>>& codes) {
    Rows rows = headings;
    for (const auto& [code, meaning] : codes) rows.push_back({"Room", code, meaning});
    return rows;
  };
  const std::string to_seven = csv_of({{"Room", {"1", "2", "3", "4", "5", "6", "7"}}, {"Desk", one_to_five}});
  CHECK(contains(text_with(to_seven, about_room({{"1", "very good"}, {"3", "average"}, {"5", "very bad"}})),
                 "# the sheet 'Codes' says 1 to 5, and 6, 7 stand in it"));
  CHECK(
      contains(text_with(room_and_desk, about_room({{"1", "very good"}, {"2", "good"}, {"3", "bad"}, {"4", "very bad"}, {"5", "average"}})),
               "lists the answers in no order"));
  const std::string region = csv_of({{"Area", {"1", "2", "3", "4"}}, {"Desk", one_to_five}});
  const std::string text = text_with(
      region,
      {{"Variable", "Value", "Label"}, {"Area", "1", "North"}, {"Area", "2", "South"}, {"Area", "3", "East"}, {"Area", "4", "West"}});
  CHECK(contains(text, "# persona: { column: Area"));
  CHECK_FALSE(contains(text, "      area:"));
  const std::string heading = csv_of({{"Room (1 = bad, 5 = very good)", one_to_five}, {"Desk", one_to_five}});
  Rows rows = headings;
  for (const auto& row : good_to_bad) rows.push_back({"Room", row[0], row[1]});
  CHECK(contains(text_with(heading, rows), "its heading says 1 to 5, and the sheet 'Codes' 5 to 1: the last is the best answer"));
}

TEST_CASE("a list without the name of a column is of those whose answers it holds, and of none that asks who answered") {
  const std::string csv = csv_of({{"Room", one_to_five}, {"Store", {"1", "2", "3"}}, {"Desk (0-10)", {"0", "7", "10", "3"}}});
  const Survey survey = survey_with(csv, good_to_bad);
  CHECK(survey.columns[0].codes);
  CHECK_FALSE(survey.columns[1].codes);
  CHECK_FALSE(survey.columns[2].codes);
  CHECK(survey.code_sheets.at(0).columns == 1);
  // What nobody is called by, and rows that list nothing, are told.
  const Survey other =
      survey_with(csv, {{"Variable", "Value", "Label"}, {"Spa", "1", "good"}, {"Bar", "1", "bad"}, {"made by Ann", "", ""}});
  CHECK(other.code_sheets.at(0).without_column == std::vector<std::string>{"Spa", "Bar"});
  CHECK(other.code_sheets.at(0).not_understood == std::vector<std::string>{"made by Ann"});
}

TEST_CASE("a table of codes above or below the answers in the same file is read as a sheet of codes is") {
  std::string answers = "Id;Desk;Room\n";
  for (int i = 0; i < 30; ++i) answers += fmt::format("r{};{};{}\n", i, 1 + i % 5, 1 + i / 2 % 5);
  for (const std::string& codes :
       {std::string("Code;Meaning\n1;very satisfied\n2;satisfied\n3;neutral\n4;dissatisfied\n5;very dissatisfied\n"),
        std::string("1 = very satisfied\n5 = very dissatisfied\n9 = don't know\n")}) {
    CAPTURE(codes);
    for (const std::string& csv : {codes + "\n" + answers, answers + "\n" + codes}) {
      const std::string text = text_from(csv);
      CHECK(contains(text, "scale: { min: 5, max: 1"));
      CHECK(contains(text, "a table beside the answers says so"));
      CHECK(contains(text, "      desk: Desk"));
    }
  }
  // Notes and titles are none.
  CHECK(contains(text_from("Survey of 2026\nn = 30, p = 2\n\n" + answers), "scale: { min: 1, max: 5 }"));
}

TEST_CASE("school grades are the better the smaller, where the heading, a line beside the answers or a sheet of codes says so") {
  const auto scale_of = [](const std::string& text) {
    const std::size_t at = text.find("    scale: ");
    return at == std::string::npos ? std::string() : text.substr(at + 11, text.find('}', at) - at - 10);
  };
  const Cells to_six = {"1", "2", "3", "4", "5", "6"};
  CHECK(scale_of(text_from(csv_of({{"Schulnote Zimmer", one_to_five}}))) == "{ min: 5, max: 1 }");
  CHECK(contains(text_from(csv_of({{"Schulnote Zimmer", one_to_five}})), "# or scale: { min: 6, max: 1 }, if 6 could be given"));
  CHECK(scale_of(text_from(csv_of({{"Schulnote Zimmer", to_six}, {"Schulnote Bad", {"1", "2", "3"}}}))) == "{ min: 6, max: 1 }");
  CHECK(scale_of(text_from(csv_of({{"Schulnote (1-6) Zimmer", one_to_five}}))) == "{ min: 6, max: 1 }");
  CHECK(scale_of(text_from(csv_of({{"Welche Note geben Sie uns zur Anmeldung?", one_to_five}}))) == "{ min: 5, max: 1 }");
  CHECK(contains(text_from(csv_of({{"Welche Note geben Sie uns zur Anmeldung?", one_to_five}})),
                 "# or scale: { min: 1, max: 5 }, if 5 is the best answer"));
  CHECK(scale_of(text_from("Alle Fragen in Schulnoten von 1 bis 6\n\n" + csv_of({{"Zimmer", one_to_five}, {"Bad", one_to_five}}))) ==
        "{ min: 6, max: 1 }");
  CHECK(scale_of(text_with(room_and_desk, {{"Alle Fragen: Schulnoten"}})) == "{ min: 5, max: 1 }");
  CHECK(scale_of(text_from(csv_of({{"Schulnote Zimmer", {"1", "2"}}, {"Schulnote Bad", {"1", "2", "1"}}}))) == "{ min: 5, max: 1 }");
  CHECK(scale_of(text_from(csv_of({{"Schulnote Zimmer", {"1.3", "2.7", "3.0", "1.0", "4.3"}},
                                   {"Schulnote Bad", {"5.7", "6.0", "1.0"}}}))) == "{ min: 6, max: 1 }");
  CHECK(scale_of(text_from(csv_of({{"Schulnote Zimmer", {"0", "3", "7", "10"}}}))) != "{ min: 6, max: 1 }");
  CHECK(contains(text_from(csv_of({{"Schulnote Zimmer", {"1", "2-", "2", "1-", "3", "3+", "5", "4"}}})), "min: 5, max: 1"));
  // Elsewhere the other reading is told.
  CHECK(scale_of(text_from(csv_of({{"Note de la chambre", one_to_five}}))) == "{ min: 1, max: 5 }");
  CHECK(contains(text_from(csv_of({{"Note de la chambre", one_to_five}})), "# or scale: { min: 5, max: 1 }, if 1 is the best answer"));
}

namespace {

/// `5..1 missing 9; 30 rows; Desk Room` of a file as it is read: the scale, its rows and what is read as scores.
std::string brief_of(const std::string& csv) {
  const auto rows = evidence::without_added_rows(std::make_unique<MemoryRows>(csv, survey_form(csv).csv));
  const Survey survey = survey_of(*rows, {});
  std::string text = "none";
  if (survey.scale) text = fmt::format("{}..{}", survey.scale->min, survey.scale->max);
  if (survey.scale && !survey.scale->missing.empty()) text += fmt::format(" missing {}", fmt::join(survey.scale->missing, " "));
  text += fmt::format("; {} rows;", survey.rows);
  for (const auto& score : survey.scores) text += " " + declared_scale(survey.columns[score.column].name).heading;
  return text;
}

/// Thirty rows of `Id;Desk;Room` with codes, and something behind each of the first ones.
std::string answers_in(const Cells& codes, const std::string& headings, const Cells& behind = {}) {
  std::string csv = headings + "\n";
  for (std::size_t i = 0; i < 30; ++i)
    csv += fmt::format("r{};{};{}{}\n", i, codes[i % codes.size()], codes[(i * 7 + i / 5) % codes.size()],
                       behind.empty()      ? ""
                       : i < behind.size() ? behind[i]
                                           : behind.back());
  return csv;
}

}  // namespace

TEST_CASE("a table of codes is read and no respondent, wherever it stands in the file") {
  const Cells codes = {"1", "2", "3", "4", "5", "9"};
  const std::string plain = answers_in(codes, "Id;Desk;Room");
  const std::string rows = "1;sehr gut;\n2;gut;\n3;mittelm\u00e4\u00dfig;\n4;schlecht;\n5;sehr schlecht;\n9;keine Angabe;\n";
  const std::string list = "1=sehr gut, 2=gut, 3=mittelm\u00e4\u00dfig, 4=schlecht, 5=sehr schlecht, 9=keine Angabe";
  const Cells columns = {";1;very good", ";2;good", ";3;fair", ";4;bad", ";5;very bad", ";9;no answer", ";;"};
  const Cells lines = {";1 = very good", ";2 = good", ";3 = fair", ";4 = bad", ";5 = very bad", ";9 = no answer", ";"};
  std::string of_questions = "Frage;Wert;Bedeutung\n";
  for (const char* question : {"Desk", "Room"}) {
    for (const char* code : {"1;sehr gut", "5;sehr schlecht", "9;keine Angabe"}) of_questions += fmt::format("{};{}\n", question, code);
  }
  const struct {
    std::string what, csv;
  } cases[] = {
      {"above", "Wert;Bedeutung;\n" + rows + plain},
      {"above without headings", rows + ";;\n" + plain},
      {"below", plain + "Wert;Bedeutung;\n" + rows},
      {"below without headings", plain + rows},
      {"below in one cell", plain + list + ";;\n"},
      {"a question each below", plain + of_questions},
      {"a question each above", of_questions + ";;\n" + plain},
      {"right below the headings", "Id;Desk;Room\nWert;Bedeutung;\n" + rows + plain.substr(plain.find('\n') + 1)},
      {"in a second row", "Id;Desk;Room\n;\"" + list + "\";\"" + list + "\"\n" + plain.substr(plain.find('\n') + 1)},
      {"in headings", answers_in(codes, fmt::format("Id;\"Desk ({})\";\"Room ({})\"", list, list))},
      {"in columns beside", answers_in(codes, "Id;Desk;Room;Code;Label", columns)},
      {"in columns without headings", answers_in(codes, "Id;Desk;Room;;", columns)},
      {"in a column of lines", answers_in(codes, "Id;Desk;Room;Legend", lines)},
  };
  for (const auto& [what, csv] : cases) {
    CAPTURE(what);
    CHECK(brief_of(csv) == "5..1 missing 9; 30 rows; Desk Room");
  }
  CHECK(brief_of(answers_in({"A", "B", "C"}, "Id;\"Desk (A=good, B=fair, C=bad)\";Room")).starts_with("1..3; 30 rows; Desk"));
  CHECK(brief_of("Id;Room\n1;A\n2;B\n3;C\n4;A\n5;B\n6;C\n7;A\n8;B\nA;good\nB;fair\nC;bad\n") == "1..3; 8 rows; Room");
  // Who answers in words, and a few marks with remarks beside the answers, are none.
  CHECK(brief_of("Code;Answer\n1;good\n2;bad\n3;very good\n4;very bad\n5;good\n6;fair\n") == "1..5; 6 rows; Answer");
}

// Kinds of input that once were read wrongly or not at all, each with its neighbours.
#include <doctest/doctest.h>
#include <fmt/format.h>

#include <nlohmann/json.hpp>
#include <string>

#include "support/folder.h"
#include "support/program.h"
#include "support/workbooks.h"

using namespace mot::testing;

namespace {

/// A workspace of one touchpoint that a survey asks about.
std::string asking(const std::string& source, const std::string& desired = "{ company: 9, customer: 9 }") {
  return "mot: 1\nproject: { name: Desk, scale: { min: 0, max: 10 } }\ndepartment: { id: d, name: D, lead: L }\n"
         "touchpoints: [{ id: a, name: A, importance: 3, owner: O, desired: " +
         desired + " }]\njourney: { id: j, name: J, stages: [{ id: s, name: S, touchpoints: [a] }] }\nsource: { id: s, file: m.csv, " +
         source + " }\n";
}

/// What a command says of a workspace and the survey beside it.
Ran said(const std::vector<std::string>& words, const std::string& workspace, const std::string& survey = {}) {
  Folder folder;
  folder.with("mot.yaml", workspace);
  if (!survey.empty()) folder.with("m.csv", survey);
  std::vector<std::string> all = {"-C", folder.path().string()};
  all.insert(all.end(), words.begin(), words.end());
  return run_mot(all);
}

/// `n 3, 4.33 on 0..10`: what is lived at the only touchpoint; or its kind where nobody was counted; or what went wrong.
std::string lived(const std::string& source, const std::string& survey) {
  const Ran ran = said({"gaps", "--format", "json"}, asking(source), survey);
  if (ran.code != 0) return ran.err.substr(0, ran.err.find('\n'));
  const auto touchpoint = nlohmann::json::parse(ran.out)["touchpoints"][0];
  if (touchpoint["actual"].is_null()) return "unknown";
  const std::string basis = touchpoint["actual_kind"] == "measured" ? fmt::format("n {}", touchpoint["n"].get<int>())
                                                                    : touchpoint["actual_kind"].get<std::string>();
  return fmt::format("{}, {:.2f}", basis, touchpoint["actual"].get<double>());
}

}  // namespace

TEST_CASE("case a: labelled numbers are told as such, and read as the source says they are written") {
  const std::string labelled = "q\n5 - Excellent\n4 - Good\n1 - Very poor\n";
  const Ran told = said({"data"}, asking("scale: { min: 1, max: 5 }, columns: { a: q }"), labelled);
  CHECK(contains(told.err, "labels: leading-number"));
  CHECK_FALSE(contains(told.err, "list codes that are no answer"));
  const struct {
    const char* scale;
    const char* cells;
    const char* reads;
  } cases[] = {
      {"min: 1, max: 5, labels: leading-number", "5 - Excellent\n4 - Good\n1 - Very poor\n", "n 3, 5.83"},
      {"min: 1, max: 5, labels: leading-number", "Excellent - 5\nGood (4)\nVery poor: 1\n", "n 3, 5.83"},
      {"min: 1, max: 5, labels: stars", "\u2605\u2605\u2605\u2605\u2605\n\u2605\u2605\u2605\u2606\u2606\n*****\n4 stars\n\u2B50\n",
       "n 5, 6.50"},
      {"min: 1, max: 5, labels: stars", "4 Sterne\n2 \u00E9toiles\n3 \u2605\n3\n", "n 4, 5.00"},
      {"min: 0, max: 100, labels: percent", "85 %\n75%\n80\n", "n 3, 8.00"},
      {"min: 1, max: 5, labels: percent", "100 %\n0 %\n50 %\n", "n 3, 5.00"},
      {"min: 1, max: 5, labels: of", "4/5\n5 of 5\n3 von 5\n4 out of 5\n4\n", "n 5, 7.50"},
      {"min: 0, max: 10, labels: of", "7 sur 10\n9 de 10\n8 / 10\n", "n 3, 8.00"},
  };
  for (const auto& [scale, cells, reads] : cases) {
    CAPTURE(cells);
    CHECK(lived(fmt::format("scale: {{ {} }}, columns: {{ a: q }}", scale), std::string("q\n") + cells) == reads);
  }
}

TEST_CASE("case a: a number behind words is a label's where a mark is between, and no digit among the words") {
  for (const char* cell : {"room 4", "3-4", "2nd - 4", "4th floor - 2", "- 4", "see 3 - 4"}) {
    CAPTURE(cell);
    CHECK(lived("scale: { min: 1, max: 5, labels: leading-number }, columns: { a: q }", fmt::format("q\n5 - x\n{}\n", cell)) ==
          "n 1, 10.00");
  }
}

TEST_CASE("case a: a label of another scale is no answer, and unlabelled scales are told which labels to say") {
  const Ran other = said({"validate"}, asking("scale: { min: 1, max: 5, labels: of }, columns: { a: q }"), "q\n8/10\n7/10\n4/5\n");
  CHECK(contains(other.out, "'8/10'"));
  CHECK(other.code == 1);
  const struct {
    const char* cell;
    const char* labels;
  } cases[] = {{"4/5", "labels: of"},
               {"\u2605\u2605\u2605", "labels: stars"},
               {"85 %", "labels: percent"},
               {"4 - x", "labels: leading-number"},
               {"x - 4", "labels: leading-number"}};
  for (const auto& [cell, labels] : cases) {
    CAPTURE(cell);
    CHECK(contains(said({"validate"}, asking("scale: { min: 1, max: 5 }, columns: { a: q }"), fmt::format("q\n{}\n", cell)).out, labels));
  }
}

TEST_CASE("case a: percentages beside bare numbers are read as neither, and no advice says how") {
  const std::string mixed = "q\n4\n3\n80%\n";
  const Ran unlabelled = said({"validate"}, asking("scale: { min: 1, max: 5 }, columns: { a: q }"), mixed);
  CHECK_FALSE(contains(unlabelled.out, "labels: percent"));
  CHECK(contains(unlabelled.out, "other cells are bare numbers, and nobody knows what those are beside percentages"));
  const Ran labelled = said({"validate"}, asking("scale: { min: 1, max: 5, labels: percent }, columns: { a: q }"), mixed);
  CHECK(contains(labelled.out, "2 of 3 cells of column 'q' are neither a percentage of the scale 1..5 nor listed as missing"));
  CHECK(contains(labelled.out, "'4' may be 4 % or a point of the scale"));
  CHECK(labelled.code == 1);
  CHECK(lived("scale: { min: 1, max: 5, labels: percent, missing: [99] }, columns: { a: q }", "q\n99\n80%\n100%\n") == "n 2, 9.00");
}

TEST_CASE("case a: a workbook's number of the scale that is shown as a percentage is not advised to be one") {
  const auto advice = [](const std::string& name, const std::string& bytes) {
    Folder folder;
    std::string workspace = asking("scale: { min: 1, max: 5 }, columns: { a: q }");
    workspace.replace(workspace.find("m.csv"), 5, name);
    folder.with("mot.yaml", workspace).with(name, bytes);
    return run_mot({"-C", folder.path().string(), "validate"}).out;
  };
  const std::string styles = R"(<styleSheet><cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="9"/></cellXfs></styleSheet>)";
  Parts parts = xlsx_parts(
      {{"A", "<sheetData>" + xlsx_row({"q"}) + "<row><c s=\"1\"><v>5</v></c></row><row><c s=\"1\"><v>4</v></c></row></sheetData>"}});
  parts.emplace_back("xl/styles.xml", styles);
  const std::string ods = ods_of(
      R"(<table:table table:name="A"><table:table-row><table:table-cell o:value-type="string"><text:p>q</text:p></table:table-cell></table:table-row>)"
      R"(<table:table-row table:number-rows-repeated="2"><table:table-cell o:value-type="percentage" o:value="5"><text:p>500 %</text:p></table:table-cell></table:table-row></table:table>)");
  for (const std::string& told : {advice("a.xlsx", zip_of(parts)), advice("a.ods", ods)}) {
    CHECK(contains(told, "'500%'"));
    CHECK_FALSE(contains(told, "labels: percent"));
    CHECK(contains(told, "a number of the scale may only be shown as a percentage"));
  }
}

TEST_CASE("rows of headings among answers are left out and told, and those of another table are an error") {
  const std::string source = "scale: { min: 1, max: 5 }, columns: { a: { actual: Q, quote: T } }";
  const Ran again = said({"validate"}, asking(source), "X,Q,T\ng,5,w\nX,Q,T\ng,3,w\n");
  CHECK(contains(again.out, "'m.csv' has 1 row that says the names of its columns again, in line 3 first; it is left out [ragged-rows]"));
  CHECK_FALSE(contains(again.out, "NUMBER"));
  CHECK(lived(source, "X,Q,T\ng,5,w\nX,Q,T\ng,3,w\n") == "n 2, 7.50");
  for (const char* header : {"X,T,Q", "X,R,T"}) {
    CAPTURE(header);
    const Ran other = said({"validate"}, asking(source), fmt::format("X,Q,T\ng,5,w\n{}\ng,1,w\n", header));
    CHECK(other.code == 1);
    CHECK(contains(other.out, "'m.csv' has another table in line 3, whose headings name other columns"));
    CHECK_FALSE(contains(other.out, "NUMBER"));
  }
  // Boxes that were ticked are called like their columns.
  CHECK(lived("scale: { min: 1, max: 5 }, columns: { a: Q }", "Id,Q,Desk,Gate\n1,5,Desk,Gate\n2,,Desk,Gate\n3,4,,\n") == "n 2, 8.75");
  const Ran one = said({"validate"}, asking("scale: { min: 1, max: 5 }, columns: { a: Q }"), "Id,Q\n1,5\n2,Q\n3,5\n");
  CHECK(contains(one.out, "it names its column, as in a row of headings"));
  CHECK_FALSE(contains(one.out, "NUMBER"));
}

TEST_CASE("a row in each of many cells in quotation marks is told as many in one are") {
  std::string survey = "X,Q,T\n";
  for (int i = 0; i < 30; ++i) survey += "g,5,\"w\nb,1,w\"\n";
  const Ran ran = said({"validate"}, asking("scale: { min: 1, max: 5 }, columns: { a: { actual: Q, quote: T } }"), survey);
  CHECK(ran.code == 1);
  CHECK(
      contains(ran.out, "'m.csv' has 30 lines inside cells in quotation marks that look like rows of it, the first in the row of line 2"));
  CHECK(contains(ran.out, "answers-lost"));
  const Ran comment = said({"validate"}, asking("scale: { min: 1, max: 5 }, columns: { a: { actual: Q, quote: T } }"),
                           "X,Q,T\ng,5,\"nice, but slow, sadly\nso, to say, it is\"\n");
  CHECK_FALSE(contains(comment.out, "quotation marks"));
}

TEST_CASE("case b: what takes over from itself or supports in a circle is found") {
  const Ran ran =
      said({"validate"},
           "project: { name: P }\ndepartment: { id: d, name: D, lead: L }\ntouchpoints:\n"
           "  - { id: a, name: A, recovery: b }\n  - { id: b, name: B, recovery: a }\n  - { id: c, name: C, recovery: c }\n"
           "  - { id: x, name: X, visibility: backstage, supports: [y] }\n  - { id: y, name: Y, visibility: support, supports: [x] }\n"
           "  - { id: z, name: Z, visibility: support, supports: [z] }\n");
  for (const char* line : {"mot.yaml:4:", "mot.yaml:6:", "mot.yaml:7:", "mot.yaml:9:"}) {
    CAPTURE(line);
    CHECK(contains(ran.out, line));
  }
}

TEST_CASE("case c: what is lived in words alone has one answer everywhere") {
  const std::string words = "project: { name: P }\ntouchpoints: [{ id: a, name: A, importance: 3, desired: 9, actual: Impatience }]\n";
  CHECK(contains(said({"explain", "a"}, words).out, "Impatience"));
  CHECK(contains(said({"explain", "a"}, words).out, "no score says how good it is"));
  CHECK(contains(said({"gaps", "--format", "csv"}, words).out, "Impatience"));
}

TEST_CASE("case d: several items and their comments stand in a wide file, and how well the items agree is told") {
  const std::string source = "scale: { min: 1, max: 5 }, columns: { a: { actual: [q1, q2], quote: why } }";
  CHECK(lived(source, "q1,q2,why\n4,5,quick\n2,3,slow\n") == "n 2, 6.25");
  CHECK(lived(source, "q1,q2,why\n4,,quick\n,,slow\n") == "n 1, 7.50");
  CHECK(contains(said({"data"}, asking(source), "q1,q2,why\n4,5,quick\n2,3,slow\n5,5,fine\n").out, "alpha"));
  CHECK(contains(said({"gaps", "--voices"}, asking(source), "q1,q2,why\n4,5,quick\n2,3,slow\n").out, "quick"));
}

TEST_CASE("case e: anchors have a home in keys that begin with x-") {
  const Ran ran =
      said({"validate"},
           "project: { name: P }\nx-common: &common { importance: 3, desired: 9 }\ndepartment: { id: d, name: D, lead: L, x-own: 1 }\n"
           "touchpoints: [{ <<: *common, id: a, name: A, actual: 5, owner: O, channel: x }]\nchannels: [x]\n");
  CHECK_FALSE(contains(ran.out, "unknown-key"));
  CHECK(ran.code == 0);
}

TEST_CASE("case f: lines before the header are skipped, and names in several rows are joined") {
  const std::string report = "\"Report:\",\"Satisfaction\"\n\"From:\",\"2024-01-01\"\n\"id\",\"q\"\n1,4\n2,5\n";
  CHECK(lived("scale: { min: 1, max: 5 }, skip: 2, columns: { a: q }", report) == "n 2, 8.75");
  CHECK(lived("scale: { min: 1, max: 5 }, header: 3, columns: { a: q }", report) == "n 2, 8.75");
  CHECK(lived("scale: { min: 1, max: 5 }, skip: 1, columns: { a: q }", "Survey of 2026\nid,q\n1,4\n2,5\n") == "n 2, 8.75");
  CHECK(lived("scale: { min: 1, max: 5 }, header: [1, 2], columns: { a: \"Rate: Desk\" }", "Rate,\nDesk,Belt\n4,1\n5,1\n") == "n 2, 8.75");
}

TEST_CASE("case g: Excel's first line names the separator, and a pipe, a tab and a semicolon are found out") {
  const std::string source = "scale: { min: 1, max: 5 }, columns: { a: q }";
  for (const char* survey : {"sep=;\na;q\n1;4\n2;5\n", "a|q\n1|4\n2|5\n", "a\tq\n1\t4\n2\t5\n", "a;q\n1;4\n2;5\n",
                             "\xEF\xBB\xBF"
                             "a,q\r\n1,4\r\n2,5\r\n"}) {
    CAPTURE(survey);
    CHECK(lived(source, survey) == "n 2, 8.75");
  }
  CHECK(lived("scale: { min: 1, max: 5 }, separator: \"|\", columns: { a: q }", "a|q\n1|4\n2|5\n") == "n 2, 8.75");
  CHECK_FALSE(contains(said({"validate"}, asking("separator: \"|\", columns: { a: q }"), "sep=;\nx;y\n1;4\n").out, "did you mean ''"));
}

TEST_CASE("case h: names that look the same are the same") {
  CHECK(lived("scale: { min: 1, max: 5 }, columns: { a: \"Zufriedenheit f\u00FCr\" }", "id,Zufriedenheit fu\u0308r\n1,4\n2,5\n") ==
        "n 2, 8.75");
  CHECK(lived("scale: { min: 1, max: 5 }, columns: { a: \"q x\" }", "id,q\u00A0x\n1,4\n2,5\n") == "n 2, 8.75");
  CHECK(lived("scale: { min: 1, max: 5 }, columns: { a: \"q x\" }", "id, q  x \n1,4\n2,5\n") == "n 2, 8.75");
}

TEST_CASE("case i: a check does not pass where nothing could be used of a column") {
  std::string survey = "q\n";
  for (int i = 0; i < 50; ++i) survey += "Satisfied\n";
  const Ran lost = said({"check"}, asking("scale: { min: 1, max: 5 }, columns: { a: q }"), survey);
  CHECK(lost.code == 1);
  CHECK(contains(lost.out, "answers-lost"));
  CHECK(lived("scale: { min: 1, max: 5, values: { SATISFIED : 4 } }, columns: { a: q }", survey) == "n 50, 7.50");
}

TEST_CASE("case j: a published mean without n is shown as published, establishes nothing and breaks no gate by itself") {
  const std::string source = "scale: { min: 0, max: 100 }, summary: { touchpoint: item, mean: top }";
  const std::string table = "item,bottom,middle,top\na,8,18,74\n";
  CHECK(lived(source, table) == "published, 7.40");
  const auto touchpoint = nlohmann::json::parse(said({"gaps", "--format", "json"}, asking(source), table).out)["touchpoints"][0];
  CHECK(touchpoint["n"].is_null());
  CHECK(touchpoint["interval"].is_null());
  CHECK(touchpoint["established"] == false);
  CHECK(contains(said({"gaps"}, asking(source), table).out, "published"));
  const Ran explained = said({"explain", "a"}, asking(source), table);
  CHECK(contains(explained.out, "published: the mean counts, of how many nobody says"));
  CHECK(contains(explained.out, "a published mean of unknown n, which establishes nothing"));
  for (const char* command : {"map", "report", "plan", "coverage", "validate"}) {
    CAPTURE(command);
    const std::string out = std::string(command) == "map" ? "svg" : std::string(command) == "report" ? "html" : "";
    const Ran ran = said(out.empty() ? std::vector<std::string>{command} : std::vector<std::string>{command, "-o", "-", "--format", out},
                         asking(source), table);
    CHECK(ran.code == 0);
    CHECK(ran.err.find("terminate") == std::string::npos);
  }
  CHECK(contains(said({"map", "-o", "-", "--format", "svg"}, asking(source), table).out, "published"));
  std::string with_gate = asking(source);
  with_gate.replace(with_gate.find("max: 10 }"), 9, "max: 10 }, gates: { gap_at_most: 1 }");
  const Ran checked = said({"check"}, with_gate, table);
  CHECK(checked.code == 1);
  CHECK(contains(checked.out + checked.err, "gate-undecided"));
}

TEST_CASE("case j: a distribution tells n, mean and spread; a typed score and answers go before a published mean") {
  CHECK(lived("scale: { min: 1, max: 5 }, summary: { touchpoint: item, shares: { 1: \"1\", 2: \"2\", 3: \"3\", 4: \"4\", 5: \"5\" } }",
              "item,1,2,3,4,5\na,40,119,405,464,243\n") == "n 1271, 6.48");
  const std::string source = "scale: { min: 0, max: 100 }, summary: { touchpoint: item, mean: m }";
  std::string judged = asking(source);
  judged.replace(judged.find("desired:"), 8, "actual: 3, desired:");
  const auto of = [](const Ran& ran) { return nlohmann::json::parse(ran.out)["touchpoints"][0]; };
  CHECK(of(said({"gaps", "--format", "json"}, judged, "item,m\na,74\n"))["actual_kind"] == "judged");
  CHECK(lived(source, "item,m\na,74\na,64\n") == "published, 6.90");
  CHECK(lived(source, "item,m\na,\n") == "unknown");
  CHECK(contains(lived("scale: { min: 0, max: 100 }, summary: { touchpoint: item, mean: m, sd: s }", "item,m,s\na,74,2\n"),
                 "needs the key 'mean', with 'n' beside an 'sd', or 'shares'"));
}

TEST_CASE("case k: a conditional moment says what it follows from, and no arrow leaves the branch out") {
  const std::string nested =
      "project: { name: P }\ntouchpoints: [{ id: lookup, name: Look up }, { id: choose, name: Choose }, { id: rebook, name: Rebook },\n"
      "  { id: refund, name: Refund }, { id: done, name: Confirmation }]\njourney: { id: j, name: J, stages: [{ id: s, name: S, "
      "touchpoints:\n"
      "  [lookup, { when: cancelled, touchpoints: [choose, { when: the fare allows it, touchpoints: [rebook] }] }, done] }] }\n";
  const Ran validated = said({"validate"}, nested);
  CHECK_FALSE(contains(validated.out, "error"));
  CHECK(said({"map", "-o", "-", "--format", "svg"}, nested).code == 0);
}

TEST_CASE("case l: an alias that swallows its colon is told as one") {
  const Ran ran = said({"validate"}, "mot: 1\nproject: { name: &n P, scale: { min: 0, max: 10 } }\n*n:\n  - x\n");
  CHECK(ran.code == 1);
  CHECK(contains(ran.out, "mot.yaml:3:"));
  CHECK(contains(ran.out, "blank"));
}

TEST_CASE("case m: what stands behind a date is left, a zone or a time") {
  const struct {
    const char* format;
    const char* day;
  } cases[] = {
      {", format: \"%Y/%m/%d %I:%M:%S %p\"", "2022/06/22 11:07:29 AM GMT+2"},
      {", format: \"%m/%d/%Y\"", "5/29/2026 12:06:20"},
      {"", "2026-03-31T12:06:20Z"},
      {"", "2026-03-31 12:06"},
  };
  for (const auto& [format, day] : cases) {
    CAPTURE(day);
    const Ran ran =
        said({"validate"}, asking(fmt::format("scale: {{ min: 1, max: 5 }}, date: {{ column: t{} }}, columns: {{ a: q }}", format)),
             fmt::format("t,q\n{0},4\n{0},5\n", day));
    CHECK(ran.code == 0);
    CHECK_FALSE(contains(ran.out, "column 't'"));
  }
}

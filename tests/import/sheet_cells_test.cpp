// What stands on a sheet or in a table besides the cells below its headings: nothing of it goes without a word.
#include <doctest/doctest.h>

#include <string>
#include <utility>
#include <vector>

#include "support/imported_workspace.h"
#include "support/text_parts.h"
#include "support/workbooks.h"

using namespace mot;
using namespace mot::testing;

using importing::Fate;

namespace {

std::string rows_of(const std::vector<std::vector<std::string>>& rows) {
  std::string body;
  for (const auto& row : rows) body += xlsx_row(row);
  return "<sheetData>" + body + "</sheetData>";
}

/// A workbook whose first sheet names this part.
std::string with_part(const std::string& kind, const std::string& text) {
  Parts parts = xlsx_parts({{"Map", rows_of({{"Touchpoint", "Stage"}, {"Pay", "In"}, {"Wait", "In"}})}});
  parts.emplace_back("xl/worksheets/_rels/sheet1.xml.rels",
                     "<Relationships><Relationship Id=\"p\" Type=\"http://x/" + kind + "\" Target=\"../part.xml\"/></Relationships>");
  parts.emplace_back("xl/part.xml", text);
  return zip_of(parts);
}

std::string ods_row(const std::vector<std::string>& cells) {
  std::string text = "<table:table-row>";
  for (const std::string& cell : cells) text += "<table:table-cell>" + cell + "</table:table-cell>";
  return text + "</table:table-row>";
}

std::string ods_rows(const std::vector<std::vector<std::string>>& rows) {
  std::string text = "<table:table table:name=\"Map\">";
  for (const auto& row : rows) text += ods_row(row);
  return ods_of(text + "</table:table>");
}

}  // namespace

TEST_CASE("cells right of the last heading are kept under keys of their own, with what they say, in every kind of table") {
  const struct {
    const char* file;
    std::string bytes;
    const char* line;
  } cases[] = {
      {"a.csv", "Touchpoint,Stage\nPay,In,,stray\n", "2"},
      {"a.md", "|Touchpoint|Stage|\n|-|-|\n|Pay|In||stray|\n", "3"},
      {"a.xlsx", xlsx_of({{"Touchpoint", "Stage"}, {"Pay", "In", "", "stray"}}), "2"},
      {"a.ods",
       ods_rows({{"<text:p>Touchpoint</text:p>", "<text:p>Stage</text:p>"},
                 {"<text:p>Pay</text:p>", "<text:p>In</text:p>", "", "<text:p>stray</text:p>"}}),
       "2"},
  };
  for (const auto& [file, bytes, line] : cases) {
    CAPTURE(file);
    const auto imported = imported_from(file, bytes);
    REQUIRE(imported.workspace.touchpoints.size() == 1);
    const auto& left_alone = imported.workspace.touchpoints[0].left_alone;
    REQUIRE(left_alone.size() == 1);
    CHECK(left_alone[0] == std::pair<std::string, std::string>("x-column-4", "stray"));
    CHECK(contains(notes_of(imported, Fate::converted), std::string("1 cell right of the last heading: 'stray' in line ") + line));
  }
  const auto alone = imported_from("a.xlsx", xlsx_of({{"Touchpoint", "Stage"}, {"Pay", "In"}, {"", "", "alone"}, {"Wait", "In"}}));
  CHECK(contains(notes_of(alone, Fate::dropped), "line 3: a row without a name: 'alone'"));
  CHECK_FALSE(contains(notes_of(alone, Fate::converted), "alone"));
  CHECK(alone.workspace.touchpoints.size() == 2);
}

TEST_CASE("rows that lack cells at their end are rows of touchpoints, and told with their lines") {
  const auto csv = imported_from("a.csv", "Touchpoint,Stage,Role\nPay,In\nWait,In,x\nLeave\nGo,Out,y\n");
  CHECK(csv.workspace.touchpoints.size() == 4);
  CHECK(contains(notes_of(csv, Fate::converted), "2 rows with fewer cells than the headings, as if the last ones were blank: lines 2, 4"));
  const auto markdown = imported_from("a.md", "|Touchpoint|Stage|Role|\n|-|-|-|\n|Pay|In|\n|Wait|In|x|\n");
  CHECK(markdown.workspace.touchpoints.size() == 2);
  CHECK(contains(notes_of(markdown, Fate::converted), "1 row with fewer cells than the headings, as if the last ones were blank: line 3"));
}

TEST_CASE("comments, text boxes, links and pictures of a sheet are told, and those of touchpoints stand in comments of these") {
  const auto comments =
      imported_from("a.xlsx", with_part("comments",
                                        "<c><comment ref=\"B2\"><text><r><t>Ask </t></r><r><t>the boss</t></r></text></comment>"
                                        "<comment ref=\"A9\"><text><t>far away</t></text></comment></c>"));
  CHECK(comments.workspace.touchpoints[0].comments == std::vector<std::string>{"comment on B2: Ask the boss"});
  CHECK(contains(notes_of(comments, Fate::dropped), "1 comment on a cell on the sheet 'Map': B2 'Ask the boss'; each stands in a comment"));
  CHECK(contains(notes_of(comments, Fate::dropped), "1 comment on a cell on the sheet 'Map': A9 'far away'"));
  const auto thread = imported_from(
      "a.xlsx", with_part("threadedComment",
                          "<c><threadedComment ref=\"A3\"><text>No</text></threadedComment><threadedComment ref=\"A3\"><text>Yes</text>"
                          "</threadedComment></c>"));
  CHECK(thread.workspace.touchpoints[1].comments == std::vector<std::string>{"comment on A3: No", "comment on A3: Yes"});
  const auto drawn = imported_from(
      "a.xlsx", with_part("drawing",
                          "<d><from><col>0</col><row>1</row></from><sp><p><r><t>Why?</t></r></p></sp><from><col>5</col><row>8</row></from>"
                          "<pic/></d>"));
  CHECK(drawn.workspace.touchpoints[0].comments == std::vector<std::string>{"text box over A2: Why?"});
  CHECK(contains(notes_of(drawn, Fate::dropped), "1 picture or chart on the sheet 'Map': F9"));
  const auto open_document = imported_from(
      "a.ods", ods_rows({{"<text:p>Touchpoint</text:p>", "<text:p>Stage</text:p>"},
                         {"<table:annotation><text:creator>Bob</text:creator><text:p>Ask</text:p><text:p>him</text:p></table:annotation>"
                          "<text:p><text:a text:href=\"http://x.org\">Pay</text:a></text:p>"
                          "<table:frame><text:text-box><text:p>Why?</text:p></text:text-box></table:frame>",
                          "<text:p>In</text:p>"}}));
  REQUIRE(open_document.workspace.touchpoints.size() == 1);
  CHECK(open_document.workspace.touchpoints[0].name == "Pay");
  CHECK(open_document.workspace.touchpoints[0].comments ==
        std::vector<std::string>{"comment on A2: Ask him", "text box over A2: Why?", "link of A2: http://x.org"});
}

TEST_CASE("a touchpoint that another sheet or table repeats is one, and two where they disagree") {
  const auto both = [](const std::vector<std::string>& second) {
    const std::vector<std::string> heads = {"Touchpoint", "Stage", "Department"};
    return imported_from("a.xlsx",
                         zip_of(xlsx_parts({{"One", rows_of({heads, {"Pay", "In", "Till"}})}, {"Two", rows_of({heads, second})}})));
  };
  for (const char* stage : {"In", "Out"}) {
    const auto same = both({"Pay", stage, "Till"});
    CHECK(same.workspace.touchpoints.size() == 1);
    CHECK(same.workspace.journeys[0].stages[0].touchpoints.size() == 1);
    CHECK(
        contains(notes_of(same, Fate::converted), "touchpoints that another table has and this one says nothing else of: one each: 'Pay'"));
  }
  const auto other = both({"Pay", "In", "Shop"});
  CHECK(other.workspace.touchpoints.size() == 2);
  CHECK(contains(
      notes_of(other, Fate::converted),
      "'Pay' stands in several rows that are touchpoints of their own, in lines 2, 2 of the sheet 'One': they differ in department"));
  const auto markdown = imported_from("a.md", "|Touchpoint|Stage|\n|-|-|\n|Pay|In|\n\ntext\n\n|Touchpoint|Stage|\n|-|-|\n|Pay|Out|\n");
  CHECK(markdown.workspace.touchpoints.size() == 1);
}

TEST_CASE("a hidden sheet of touchpoints is told with what it holds and how to have it read") {
  const std::string rows = rows_of({{"Touchpoint", "Stage"}, {"Pay", "In"}, {"Wait", "In"}});
  const auto imported = imported_from("a.xlsx", zip_of(xlsx_parts({{"Map", rows}, {"Map 2", rows, "hidden"}})));
  CHECK(contains(
      notes_of(imported, Fate::dropped),
      "the sheet 'Map 2', which is hidden and holds a table of touchpoints, 2 rows below the headings in line 1; show it to have it read"));
  CHECK_FALSE(contains(notes_of(imported, Fate::dropped), "hold no touchpoints"));
}

TEST_CASE("a cell that is merged down is each of its rows', but for stages") {
  const std::string rows = rows_of({{"Touchpoint", "Stage", "Actual"}, {"Pay", "In", "3"}, {"Wait", "", ""}, {"Go", "Out", ""}});
  const auto imported = imported_from(
      "a.xlsx", zip_of(xlsx_parts({{"Map", rows + "<mergeCells><mergeCell ref=\"C2:C3\"/><mergeCell ref=\"B2:B3\"/></mergeCells>"}})));
  REQUIRE(imported.workspace.touchpoints.size() == 3);
  CHECK(facet_of(imported.workspace.touchpoints[1], importing::Facet::actual_score) == "3");
  CHECK(facet_of(imported.workspace.touchpoints[2], importing::Facet::actual_score).empty());
  CHECK(contains(notes_of(imported, Fate::converted), "1 merged cell, given to each of its rows: C2:C3 '3'"));
}

TEST_CASE("a number that is shown with zeros before it is read so") {
  const std::string row = "<row><c s=\"1\"><v>7</v></c><c t=\"str\"><v>Pay</v></c><c t=\"str\"><v>In</v></c></row>";
  Parts parts = xlsx_parts({{"Map", "<sheetData>" + xlsx_row({"Id", "Touchpoint", "Stage"}) + row + "</sheetData>"}});
  parts.emplace_back(
      "xl/styles.xml",
      "<s><numFmts><numFmt numFmtId=\"170\" formatCode=\"00000\"/></numFmts><cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"170\"/>"
      "</cellXfs></s>");
  CHECK(facet_of(imported_from("a.xlsx", zip_of(parts)).workspace.touchpoints[0], importing::Facet::id) == "00007");
}

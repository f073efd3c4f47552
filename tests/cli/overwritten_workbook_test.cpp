// What `mot export --fill-in` overwrites: a workbook that says something that the files do not is kept.
#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "support/folder.h"
#include "support/program.h"
#include "support/workbooks.h"

using namespace mot::testing;

namespace {

constexpr const char* filled_files =
    "project: { name: Shop, scale: { min: 0, max: 10 } }\ndepartments: [{ id: desk, name: Desk }]\n"
    "touchpoints:\n  - { id: pay, name: Pay, department: desk, importance: 4, actual: { experience: slow, score: 8 } }\n"
    "  - { id: wait, name: Wait, department: desk, evidence: [{ from: w.xlsx, voice: customer, quote: too long }] }\n"
    "journeys:\n  - { id: visit, name: Visit, stages: [{ id: in, name: In, touchpoints: [pay, wait] }] }\n";

/// The rows of the workbook that is written of these files.
std::vector<std::vector<std::string>> filled_rows() {
  return {{"Id", "Touchpoint", "Stage", "Importance", "Desired", "Desired score (0 to 10)", "Actual", "Actual score (0 to 10)",
           "Customer wish", "Customer wish score (0 to 10)", "Minimum (0 to 10)", "Quote"},
          {"pay", "Pay", "In", "4", "", "", "slow", "8"},
          {"wait", "Wait", "In"}};
}

std::string sheet_of(const std::vector<std::vector<std::string>>& rows) {
  std::string body;
  for (const auto& row : rows) body += xlsx_row(row);
  return "<sheetData>" + body + "</sheetData>";
}

}  // namespace

TEST_CASE("a workbook that is there is overwritten only where each of its cells, comments and sheets stands in the files") {
  const auto with = [](std::size_t row, std::size_t column, const std::string& text) {
    auto rows = filled_rows();
    if (rows.size() <= row) rows.resize(row + 1);
    if (rows[row].size() <= column) rows[row].resize(column + 1);
    rows[row][column] = text;
    return zip_of(xlsx_parts({{"1 Desk", sheet_of(rows)}}));
  };
  const auto beside = [](const std::string& kind, const std::string& target, const std::string& part) {
    Parts parts = xlsx_parts(
        {{"1 Desk", sheet_of(filled_rows()) + "<hyperlinks xmlns:r=\"http://r\"><hyperlink ref=\"B2\" r:id=\"r2\"/></hyperlinks>"}});
    if (kind != "hyperlink") parts[0].second = xlsx_parts({{"1 Desk", sheet_of(filled_rows())}})[0].second;
    parts.emplace_back("xl/worksheets/_rels/sheet1.xml.rels",
                       "<Relationships><Relationship Id=\"r2\" Type=\"http://x/" + kind + "\" Target=\"" + target + "\"/></Relationships>");
    parts.emplace_back("xl/part.xml", part);
    return zip_of(parts);
  };
  const std::string drawn = "<d><from><col>1</col><row>1</row></from>";
  const struct {
    std::string bytes;
    std::string told;  // nothing where it may go
  } cases[] = {
      {zip_of(xlsx_parts({{"1 Desk", sheet_of(filled_rows())}})), ""},
      {zip_of(xlsx_parts({{"3 Desk", sheet_of({filled_rows()[0], filled_rows()[2]})}})), ""},
      {with(2, 11, "too long"), ""},
      {with(1, 7, "80%"), ""},
      {with(1, 7, "8.0"), ""},
      {with(3, 11, "orphan quote"), "1 Desk!L4 'orphan quote'"},
      {with(2, 11, "too short"), "1 Desk!L3 'too short'"},
      {with(1, 7, "eight"), "1 Desk!H2 'eight'"},
      {with(1, 7, "8 (Bob thinks 6)"), "1 Desk!H2 '8 (Bob thinks 6)'"},
      {with(1, 7, "9"), "1 Desk!H2 '9'"},
      {with(1, 6, "TBD"), "1 Desk!G2 'TBD'"},
      {with(1, 2, "Out"), "1 Desk!C2 'Out'"},
      {with(0, 6, "Lived"), "1 Desk!G1 'Lived'"},
      {with(1, 14, "stray"), "1 Desk!O2 'stray'"},
      {with(3, 1, "Leave"), "1 Desk!B4 'Leave'"},
      {zip_of(xlsx_parts({{"1 Desk", sheet_of(filled_rows())}, {"Ideas", sheet_of({{"a", "b"}})}})), "Ideas!A1 'a', Ideas!B1 'b'"},
      {zip_of(xlsx_parts({{"1 Desk", sheet_of(filled_rows())}, {"Ideas", sheet_of({{"x"}}), "hidden"}})), "Ideas!A1 'x'"},
      {zip_of(xlsx_parts({{"1 Counter", sheet_of(filled_rows())}})), "a sheet called '1 Counter'"},
      {beside("comments", "../part.xml", "<c><comment ref=\"B2\"><text><r><t>Ask </t></r><r><t>the boss</t></r></text></comment></c>"),
       "a comment on 1 Desk!B2 'Ask the boss'"},
      {beside("threadedComment", "../part.xml", "<c><threadedComment ref=\"B3\"><text>No!</text></threadedComment></c>"),
       "a comment on 1 Desk!B3 'No!'"},
      {beside("drawing", "/xl/part.xml", drawn + "<sp><txBody><p><r><t>Why?</t></r></p></txBody></sp></d>"),
       "a text box on 1 Desk!B2 'Why?'"},
      {beside("drawing", "/xl/part.xml", drawn + "<pic/></d>"), "a picture on 1 Desk!B2"},
      {beside("hyperlink", "http://x.org", "<x/>"), "a link on 1 Desk!B2 'http://x.org'"},
      {"PK no workbook", "can't be told"},
  };
  for (const auto& [bytes, told] : cases) {
    CAPTURE(told);
    Folder folder;
    folder.with("mot.yaml", filled_files).with("w.xlsx", bytes);
    const Ran ran = run_mot({"-C", folder.path().string(), "export", "--fill-in", (folder / "w.xlsx").string()});
    CHECK_MESSAGE(ran.code == (told.empty() ? 0 : 2), ran.err);
    CHECK_MESSAGE(contains(ran.err, told), ran.err);
    CHECK((text_of(folder / "w.xlsx") == bytes) == !told.empty());
    if (told.empty() || bytes.starts_with("PK no")) continue;
    CHECK(contains(ran.err, "--update' and the rest by hand, name another file, or overwrite it with --force"));
  }
}

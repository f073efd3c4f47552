// Workbooks as sources: what their cells say, which sheet is read, and what is refused.
#include "support/workbooks.h"

#include <doctest/doctest.h>
#include <fmt/format.h>
#include <xlsxwriter.h>

#include <chrono>

#include "mot/evidence/sheets/number_format.h"
#include "mot/evidence/sheets/workbook_file.h"
#include "mot/text/memory_stream.h"
#include "support/program.h"
#include "support/survey_files.h"
#include "support/text_parts.h"

using namespace mot;
using namespace mot::testing;

namespace {

class Rows : public evidence::RowReceiver {
 public:
  bool header(std::span<const std::string_view> names, evidence::DecimalMark) override {
    text = fmt::format("{}", fmt::join(names, "|"));
    return true;
  }
  void row(const evidence::Row& row) override { text += fmt::format("\n{}:{}", row.line, fmt::join(row.cells, "|")); }
  std::string text;
};

/// `q|r`, then `2:4|x` of each row with its number; or the fault.
std::string rows_of(const std::string& bytes, const evidence::CsvForm& form = {}) {
  Rows rows;
  const OpenFile open = [&](const std::string&) { return OpenedFile{std::make_unique<MemoryStream>(bytes), {}}; };
  const auto report = evidence::workbook_file(open, "x.xlsx", form)->read(rows);
  return report.fault ? *report.fault : rows.text;
}

std::string sheet_data(const std::string& rows) {
  return "<sheetData>" + rows + "</sheetData>";
}

std::string with_part(const std::string& name, const std::string& text) {
  Parts parts = xlsx_parts({{"A", sheet_data(xlsx_row({"q"}) + xlsx_row({"4"}))}});
  parts.emplace_back(name, text);
  return zip_of(parts);
}

std::string bytes_of(const std::filesystem::path& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

}  // namespace

TEST_CASE("a workbook that libxlsxwriter wrote is read as people see it, dates as dates") {
  const Folder folder;
  lxw_workbook* const workbook = workbook_new((folder / "x.xlsx").c_str());
  lxw_worksheet* const sheet = workbook_add_worksheet(workbook, "Answers");
  lxw_format* const day = workbook_add_format(workbook);
  format_set_num_format(day, "d. mmmm yyyy");
  lxw_format* const moment = workbook_add_format(workbook);
  format_set_num_format(moment, "yyyy-mm-dd hh:mm");
  lxw_format* const percent = workbook_add_format(workbook);
  format_set_num_format(percent, "0%");
  const char* names[] = {"when", "at", "score", "share", "word", "yes"};
  for (std::uint16_t i = 0; i < 6; ++i) worksheet_write_string(sheet, 0, i, names[i], nullptr);
  worksheet_write_number(sheet, 1, 0, 46112, day);
  worksheet_write_number(sheet, 1, 1, 46112.50439814815, moment);
  worksheet_write_number(sheet, 1, 2, 4.1, nullptr);
  worksheet_write_number(sheet, 1, 3, 0.85, percent);
  worksheet_write_string(sheet, 1, 4,
                         "Gr\xC3\xBC\xC3\x9F"
                         "e & <Co>",
                         nullptr);
  worksheet_write_boolean(sheet, 1, 5, 1, nullptr);
  worksheet_write_string(sheet, 3, 4, "last", nullptr);
  REQUIRE(workbook_close(workbook) == LXW_NO_ERROR);
  CHECK(rows_of(bytes_of(folder / "x.xlsx")) ==
        "when|at|score|share|word|yes\n2:2026-03-31|2026-03-31T12:06:20|4.1|85%|Gr\xC3\xBC\xC3\x9F"
        "e & <Co>|TRUE\n4:||||last|");
}

TEST_CASE("cells of Excel's sheets stand where they say, and their texts may be shared, their own or spoken") {
  Parts parts = xlsx_parts({{"A", sheet_data(R"(<row r="2"><c r="A2" t="s"><v>0</v></c><c r="C2" t="s"><v>1</v></c></row>)"
                                             R"(<row r="5"><c r="C5" t="inlineStr"><is><t>in</t><rPh><t>no</t></rPh></is></c></row>)"
                                             R"(<row r="6"><c r="A6" t="e"><v>#N/A</v></c><c r="D6"><v>9</v></c></row>)")}});
  parts.emplace_back(
      "xl/sharedStrings.xml",
      "<sst><si><r><t>q</t></r><r><t xml:space=\"preserve\"> 1</t></r></si><si><t>\xE6\x9D\xB1</t><rPh><t>to</t></rPh></si></sst>");
  CHECK(rows_of(zip_of(parts)) == "q 1||\xE6\x9D\xB1\n5:||in\n6:#N/A||");
}

TEST_CASE("days are counted from 1900, with the day there never was, or from 1904") {
  using evidence::DateSystem;
  using evidence::NumberFormat;
  CHECK(evidence::shown_number(59, NumberFormat::date, DateSystem::from_1900) == "1900-02-28");
  CHECK(evidence::shown_number(61, NumberFormat::date, DateSystem::from_1900) == "1900-03-01");
  CHECK(evidence::shown_number(0, NumberFormat::date, DateSystem::from_1904) == "1904-01-01");
  CHECK(evidence::shown_number(44650, NumberFormat::date, DateSystem::from_1904) == "2026-03-31");
  CHECK(evidence::shown_number(46111.999999, NumberFormat::date, DateSystem::from_1900) == "2026-03-31");
  CHECK(evidence::shown_number(0.5, NumberFormat::time, DateSystem::from_1900) == "12:00:00");
  CHECK(evidence::shown_number(-1, NumberFormat::date, DateSystem::from_1900) == "-1");
}

TEST_CASE("what a number is follows from the letters of its format, not from what is quoted there") {
  using evidence::NumberFormat;
  const struct {
    const char* code;
    NumberFormat format;
  } cases[] = {{"General", NumberFormat::plain},         {"0.00", NumberFormat::plain},   {"0.0%", NumberFormat::percent},
               {"dd/mm/yyyy", NumberFormat::date},       {"h:mm:ss", NumberFormat::time}, {"0 \"days\"", NumberFormat::plain},
               {"[$-407]d. mmm yy", NumberFormat::date}, {"[Red]0", NumberFormat::plain}, {"0\\d", NumberFormat::plain},
               {"mmm-yy;@", NumberFormat::date}};
  for (const auto& [code, format] : cases) {
    CAPTURE(code);
    CHECK(evidence::number_format_of(code) == format);
  }
  CHECK(evidence::built_in_format(14) == NumberFormat::date);
  CHECK(evidence::built_in_format(9) == NumberFormat::percent);
  CHECK(evidence::built_in_format(2) == NumberFormat::plain);
  CHECK(evidence::column_of("AA10", 0) == 26);
  CHECK(evidence::cell_name(26, 10) == "AA10");
  CHECK(evidence::cell_name(16'383, 1) == "XFD1");
}

TEST_CASE("cells and rows of OpenDocument stand for as many as they say, and notes beside them are no answers") {
  const std::string cell = R"(<table:table-cell o:value-type="float" o:value="4"><text:p>4,0</text:p></table:table-cell>)";
  const std::string word =
      R"(<table:table-cell o:value-type="string"><o:annotation><text:p>note</text:p></o:annotation><text:p>a<text:s text:c="2"/>b</text:p><text:p>c</text:p></table:table-cell>)";
  const std::string head =
      R"(<table:table-row><table:table-cell o:value-type="string" table:number-columns-repeated="1"><text:p>q</text:p></table:table-cell><table:table-cell/><table:table-cell o:value-type="string"><text:p>r</text:p></table:table-cell><table:table-cell table:number-columns-repeated="16381"/></table:table-row>)";
  CHECK(rows_of(ods_of("<table:table table:name=\"A\">" + head + "<table:table-row table:number-rows-repeated=\"2\">" + cell +
                       "<table:table-cell/>" + word + "</table:table-row><table:table-row table:number-rows-repeated=\"1048000\">" +
                       "<table:table-cell table:number-columns-repeated=\"16384\"/></table:table-row></table:table>")) ==
        "q||r\n2:4||a  b\nc\n3:4||a  b\nc");
  CHECK(
      rows_of(ods_of(
          "<table:table table:name=\"A\">" + head +
          R"(<table:table-row><table:table-cell o:value-type="date" o:date-value="2026-03-31"><text:p>31.3.</text:p></table:table-cell><table:covered-table-cell/><table:table-cell o:value-type="percentage" o:value="0.85"><text:p>85 %</text:p></table:table-cell></table:table-row></table:table>)")) ==
      "q||r\n2:2026-03-31||85%");
}

TEST_CASE("what nobody sees in a sheet is told alike in Excel's and in OpenDocument") {
  const std::string head = "<row><c t=\"str\"><v>q</v></c><c t=\"str\"><v>r</v></c></row>";
  const auto excel = [&](const std::string& rows, const std::string& merged) {
    return rows_of(zip_of(xlsx_parts({{"A", sheet_data(head + rows) + "<mergeCells><mergeCell ref=\"" + merged + "\"/></mergeCells>"}})));
  };
  const std::string hidden = "holds 1 cell that another is merged over, so that nobody sees what stands there, ";
  CHECK(excel(xlsx_row({"4", "1"}) + xlsx_row({"5", "2"}), "A2:A3") ==
        hidden + "A3 first; split the merged cells, or empty what they hide, and save it");
  CHECK(contains(excel(xlsx_row({"4", "1"}) + xlsx_row({"5", "2"}), "A2:B3"),
                 "holds 3 cells that another is merged over, so that nobody sees"));
  CHECK(excel(xlsx_row({"4", "1"}) + xlsx_row({"", "2"}), "A2:A3") == "q|r\n2:4|1\n3:|2");
  const auto cell = [](const std::string& kind, const std::string& value) {
    return "<table:" + kind + " o:value-type=\"float\" o:value=\"" + value + "\"><text:p>" + value + "</text:p></table:" + kind + ">";
  };
  const std::string names =
      R"(<table:table-row><table:table-cell o:value-type="string"><text:p>q</text:p></table:table-cell><table:table-cell o:value-type="string"><text:p>r</text:p></table:table-cell></table:table-row>)";
  const auto open_document = [&](const std::string& cells) {
    return rows_of(ods_of("<table:table table:name=\"A\">" + names + "<table:table-row>" + cells + "</table:table-row></table:table>"));
  };
  CHECK(open_document(cell("table-cell", "4") + cell("covered-table-cell", "1")) ==
        hidden + "B2 first; split the merged cells, or empty what they hide, and save it");
  CHECK(open_document(cell("table-cell", "4") + "<table:covered-table-cell/>") == "q|r\n2:4|");
  const std::string nested = "<table:table-cell><table:table table:name=\"s\"><table:table-row>" + cell("table-cell", "1") +
                             "</table:table-row></table:table></table:table-cell>";
  CHECK(open_document(cell("table-cell", "4") + nested) ==
        "has a table inside a cell of row 2, which is not read; put it on a sheet of its own");
  const std::string formula = "has 1 formula without a stored result, B2 first; open it in a spreadsheet program and save it";
  for (const char* type : {"", R"( o:value-type="float")", R"( o:value-type="percentage")", R"( o:value-type="boolean")"}) {
    CAPTURE(type);
    CHECK(open_document(cell("table-cell", "4") + "<table:table-cell table:formula=\"of:=1\"" + type + "><text:p/></table:table-cell>") ==
          formula);
  }
  CHECK(open_document(cell("table-cell", "4") +
                      R"(<table:table-cell table:formula="of:=''" o:value-type="string"><text:p/></table:table-cell>)") == "q|r\n2:4|");
  CHECK(rows_of(zip_of(xlsx_parts({{"A", sheet_data(head + "<row><c><v>4</v></c><c><f>1</f></c></row>")}}))) == formula);
}

TEST_CASE("another sheet with the same names of columns is told with its rows, one that is hidden or named otherwise is not") {
  const std::string rows = sheet_data(xlsx_row({"q"}) + xlsx_row({"4"}) + xlsx_row({"5"}));
  const std::string other = sheet_data(xlsx_row({"c"}) + xlsx_row({"1"}));
  std::string bytes = zip_of(xlsx_parts({{"2025", rows}, {"Codes", other}, {"Old", rows, "hidden"}, {"2026", rows}}));
  const auto others = [&](const evidence::CsvForm& form) {
    Rows unread;
    const OpenFile open = [&](const std::string&) { return OpenedFile{std::make_unique<MemoryStream>(bytes), {}}; };
    std::string text;
    for (const auto& sheet : evidence::workbook_file(open, "x.xlsx", form)->read(unread).others)
      text += fmt::format("{} {};", sheet.name, sheet.rows);
    return text;
  };
  CHECK(others({}) == "2026 2;");
  const std::string two = sheet_data(xlsx_row({"p", "q"}) + xlsx_row({"4", "1"}));
  const std::string turned = sheet_data(xlsx_row({"q", "r", "p"}) + xlsx_row({"4", "", "1"}));
  bytes = zip_of(xlsx_parts({{"A", two}, {"B", turned}, {"C", rows}}));
  CHECK(others({}) == "B 1;");
  bytes = zip_of(xlsx_parts({{"2025", rows}, {"Codes", other}, {"Old", rows, "hidden"}, {"2026", rows}}));
  CHECK(others({.sheet = "2025"}) == "");
  Folder folder;
  folder.with("a.xlsx", bytes)
      .with("mot.yaml",
            "project: { scale: { min: 0, max: 10 } }\ntouchpoints: [{ id: a, name: A }]\n"
            "source: { id: s, file: a.xlsx, columns: { a: q } }\n");
  const Ran ran = run_mot({"-C", folder.path().string(), "validate"});
  CHECK(contains(ran.out, "the sheet '2026' of 'a.xlsx' has 2 rows under the same names of columns, and is not read"));
  CHECK(contains(run_mot({"-C", folder.path().string(), "data"}).out,
                 "rows of other sheets under the same names of columns, which are not read: 2"));
}

TEST_CASE("the sheet that is named is read, else the first with anything in it that is not hidden") {
  const std::string rows = sheet_data(xlsx_row({"q"}) + xlsx_row({"4"})), empty = sheet_data(xlsx_row({"", ""}));
  const std::string bytes =
      zip_of(xlsx_parts({{"Codes", sheet_data(xlsx_row({"c"}) + xlsx_row({"1"})), "hidden"}, {"Blank", empty}, {"Answers 2026", rows}}));
  CHECK(rows_of(bytes) == "q\n2:4");
  CHECK(rows_of(bytes, {.sheet = "Codes"}) == "c\n2:1");
  CHECK(rows_of(bytes, {.sheet = "Answers\xC2\xA0"
                                 "2026"}) == "q\n2:4");
  CHECK(rows_of(bytes, {.sheet = "Answer"}) == "has no sheet 'Answer'; it has 'Codes' (hidden), 'Blank', 'Answers 2026'");
  CHECK(rows_of(bytes, {.sheet = "Blank"}) == "is empty; its first row names the columns");
  CHECK(rows_of(zip_of(xlsx_parts({{"Codes", rows, "veryHidden"}, {"Blank", empty}}))) ==
        "has nothing in a sheet that is not hidden; name one with 'sheet': 'Codes' (hidden), 'Blank'");
  const std::string hidden = R"(<style:style style:name="h"><style:table-properties table:display="false"/></style:style>)";
  const std::string table =
      R"(<table:table-row><table:table-cell o:value-type="string"><text:p>q</text:p></table:table-cell></table:table-row><table:table-row><table:table-cell o:value-type="float" o:value="4"/></table:table-row></table:table>)";
  CHECK(
      rows_of(ods_of(
          R"(<table:table table:name="X" table:style-name="h"><table:table-row><table:table-cell o:value-type="string"><text:p>no</text:p></table:table-cell></table:table-row></table:table><table:table table:name="Y">)" +
              table,
          hidden)) == "q\n2:4");
}

TEST_CASE("rows before the header are skipped, and one in two rows is joined") {
  const std::string bytes =
      xlsx_of({{"Report of 2026"}, {}, {"How was it?", "", "Name"}, {"Desk", "Belt", "Response"}, {"4", "2", "x", "note"}});
  CHECK(rows_of(bytes, {.skipped_lines = 2, .header = {1, 2}}) == "How was it?: Desk|How was it?: Belt|Name: Response\n5:4|2|x");
  CHECK(rows_of(bytes, {.skipped_lines = 3}) == "Desk|Belt|Response\n5:4|2|x");
  CHECK(rows_of(bytes, {.header = {4}}) == "Desk|Belt|Response\n5:4|2|x");
  CHECK(rows_of(bytes, {.skipped_lines = 4}) == "has a header but no rows");
}

TEST_CASE("cells that are merged in the row that names columns are told, with both ways out") {
  const std::string body = sheet_data(xlsx_row({"How was it?", ""}) + xlsx_row({"Desk", "Belt"}) + xlsx_row({"4", "2"})) +
                           R"(<mergeCells><mergeCell ref="A1:B1"/></mergeCells>)";
  const std::string bytes = zip_of(xlsx_parts({{"A", body}}));
  CHECK(rows_of(bytes) ==
        "merges the cells A1:B1 of the row that names columns; say 'header: [1, 2]' where the next row names the items, or "
        "'skip: 1' where it is a title");
  CHECK(rows_of(bytes, {.header = {1, 2}}) == "How was it?: Desk|How was it?: Belt\n3:4|2");
  CHECK(rows_of(bytes, {.skipped_lines = 1}) == "Desk|Belt\n3:4|2");
}

TEST_CASE("two cells or rows in one place, and what stands out of order, are refused, for nobody can tell which of them counts") {
  const auto said_of = [](const std::string& rows) { return rows_of(zip_of(xlsx_parts({{"A", sheet_data(rows)}}))); };
  const std::string header = R"(<row r="1"><c r="A1" t="str"><v>q</v></c><c r="B1" t="str"><v>r</v></c></row>)";
  CHECK(said_of(header + R"(<row r="2"><c r="A2"><v>4</v></c><c r="B2"><v>5</v></c></row><row><c><v>3</v></c></row>)") ==
        "q|r\n2:4|5\n3:3|");
  const struct {
    const char* rows;
    const char* fault;
  } cases[] = {
      {R"(<row r="2"><c r="A2"><v>1</v></c><c r="A2"><v>5</v></c></row>)", "in row 2 the cell A2 stands twice or in the wrong place"},
      {R"(<row r="2"><c r="B2"><v>1</v></c><c r="A2"><v>5</v></c></row>)", "in row 2 the cell A2 stands twice or in the wrong place"},
      {R"(<row r="2"><c r="A3"><v>1</v></c></row>)", "in row 2 the cell A3 stands twice or in the wrong place"},
      {R"(<row r="2"><c r="A2"><v>1</v></c></row><row r="2"><c r="A2"><v>5</v></c></row>)", "row 2 stands twice, or behind row 2"},
      {R"(<row r="3"><c r="A3"><v>1</v></c></row><row r="2"><c r="A2"><v>5</v></c></row>)", "row 2 stands twice, or behind row 3"},
  };
  for (const auto& [rows, fault] : cases) {
    CAPTURE(rows);
    CHECK(contains(said_of(header + rows), fault));
  }
}

TEST_CASE("what is no plain workbook is refused in a sentence that says the way out") {
  const std::string good = xlsx_of({{"q"}, {"4"}});
  const std::string formula =
      sheet_data(xlsx_row({"q"}) + R"(<row r="2"><c r="A2"><f>1+1</f></c></row><row r="3"><c r="A3"><f>2</f><v>2</v></c></row>)");
  const std::string many = sheet_data(R"(<row r="1"><c r="A1" t="str"><v>q</v></c><c r="XFE1"><v>1</v></c></row>)");
  const std::string doctype = R"(<!DOCTYPE x [<!ENTITY a "aaaa">]><worksheet>&a;</worksheet>)";
  Parts with_doctype = xlsx_parts({{"A", ""}});
  with_doctype[0].second = doctype;
  Parts damaged = xlsx_parts({{"A", "<sheetData><row></sheetData>"}});
  Parts lacking = xlsx_parts({{"A", ""}});
  lacking.erase(lacking.begin());
  const struct {
    std::string bytes;
    const char* fault;
  } cases[] = {
      {"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1" + std::string(600, '\0'), "is encrypted with a password, or an old .xls"},
      {"q\n4\n", "is no workbook, whatever its name says"},
      {good.substr(0, good.size() / 2), "is cut off; save it anew"},
      {with_part("xl/vbaProject.bin", "x"), "holds macros; save it as .xlsx without them"},
      {with_part("xl/externalLinks/externalLink1.xml", "<x/>"), "takes values from other workbooks, which may be old"},
      {with_part("xl/workbook.bin", "x"), "is a binary workbook (.xlsb)"},
      {zip_of(xlsx_parts({{"A", formula}})),
       "has 1 formula without a stored result, A2 first; open it in a spreadsheet program and save it"},
      {zip_of(xlsx_parts({{"A", many}})), "has more than 16384 columns in row 1"},
      {zip_of(with_doctype), "its XML declares a document type"},
      {zip_of(damaged), "is no well-formed XML"},
      {zip_of(lacking), "lacks its part 'xl/worksheets/sheet1.xml'"},
      {zip_of({{"a.txt", "x"}}), "lacks its part 'xl/workbook.xml'"},
      {zip_of({{"content.xml", "<x/>"}, {"META-INF/manifest.xml", "<m><encryption-data/></m>"}}),
       "is encrypted with a password; save it without one"},
      {zip_of({{"content.xml", "<x/>"}, {"Basic/a.xml", ""}}), "holds macros; save it without them"},
      {ods_of("<table:table><table:table-source/></table:table>"), "takes values from other files"},
  };
  for (const auto& [bytes, fault] : cases) {
    CAPTURE(fault);
    CHECK(contains(rows_of(bytes), fault));
  }
}

TEST_CASE("a workbook that unpacks to far more than it is ends at a bound, at once") {
  const auto start = std::chrono::steady_clock::now();
  const std::string million = R"(table:number-columns-repeated="1000000")", cell = R"(<table:table-cell o:value-type="float" o:value="4")";
  CHECK(contains(rows_of(ods_of("<table:table><table:table-row>" + cell + " " + million + "/></table:table-row></table:table>")),
                 "has more than 16384 columns in row 1"));
  CHECK(contains(rows_of(ods_of("<table:table><table:table-row table:number-rows-repeated=\"1000000000\">" + cell +
                                R"( table:number-columns-repeated="16384"/></table:table-row></table:table>)")),
                 "repeats a row more often than any survey"));
  std::string deep;
  for (int i = 0; i < 300; ++i) deep += "<x>";
  CHECK(contains(rows_of(zip_of(xlsx_parts({{"A", deep}}))), "nests too deep"));
  const std::string blank(2u << 20, 'x');
  CHECK(contains(rows_of(zip_of(xlsx_parts({{"A", "<sheetData><row><c t=\"str\"><v>" + blank + "</v></c></row></sheetData>"}}))),
                 "has a cell of more than 1 MiB"));
  CHECK(std::chrono::steady_clock::now() - start < std::chrono::seconds(30));
}

TEST_CASE("a source names its sheet, and says nothing of a workbook that only other files have") {
  Survey survey;
  survey.folder.with("x.xlsx", zip_of(xlsx_parts({{"A", sheet_data(xlsx_row({"q"}) + xlsx_row({"4"}) + xlsx_row({"2"}))},
                                                  {"B", sheet_data(xlsx_row({"q"}) + xlsx_row({"1"}))}})));
  survey.ask(survey.named_source("x.xlsx"), 0, "q");
  CHECK(brief(survey.read().actual) == "n 2 mean 3");
  SurveySource& source = survey.workspace.sources[0];
  source.sheet = survey.text("B");
  CHECK(brief(survey.read().actual) == "n 1 mean 1");
  source.encoding = survey.text("utf-16");
  survey.read();
  CHECK(survey.messages() == "a workbook tells its encoding itself; leave 'encoding' out");
  Survey csv;
  csv.ask(csv.source("q\n4\n"), 0, "q");
  csv.workspace.sources[0].sheet = csv.text("B");
  csv.read();
  CHECK(csv.messages() == "only a workbook (.xlsx, .ods) has sheets");
}

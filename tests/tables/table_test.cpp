#include "mot/tables/table.h"

#include <doctest/doctest.h>

#include <chrono>
#include <nlohmann/json.hpp>
#include <thread>

#include "mot/tables/gaps_table.h"
#include "mot/tables/groups_table.h"
#include "mot/text/utf8.h"
#include "mot/write/json/gaps_json.h"
#include "mot/write/tables/table_csv.h"
#include "mot/write/tables/table_formats.h"
#include "mot/write/tables/table_markdown.h"
#include "mot/write/tables/table_text.h"
#include "mot/write/tables/table_xlsx.h"
#include "support/small_workspace.h"

using namespace mot;
using namespace mot::testing;

namespace {

Small airline() {
  Small small = small_of({
      "bags-at-the-belt dep=care mot imp=5 company=9 customer=9 adequate=6 standard=8 promise=8 kept=190/300 actual=4 answered=4.2x212~1.5",
      "rebook dep=sales imp=4 company=8 customer=9 actual=7 said=6.5x4~1",
      "search-a-fare dep=sales imp=3 company=7 standard=6 answered=5.5x20~2",
      "menu dep=sales imp=2 company=7 answered=6.8x24~2",
      "lounge imp=4 company=8",
      "seat customer=8 actual=8",
  });
  small.workspace.touchpoints[0].name.value = "Bags at the belt";
  small.workspace.touchpoints[2].name.value = "航班查询 search a fare";
  add_journey(small, "trip", "search-a-fare rebook | bags-at-the-belt");
  return small;
}

Table gaps_of(const Small& small, const Viewpoint& viewpoint = {}) {
  return gaps_table(small.workspace, analyse(small.workspace, small.answers, viewpoint));
}

std::string text_of(const Table& table, std::size_t width = 0, Ink ink = Ink::plain) {
  return table_text(table, {width, ink});
}

Table table_with(std::vector<Column> columns, std::vector<Row> rows) {
  return {.title = "T", .columns = std::move(columns), .sections = {{"", std::move(rows)}}, .notes = {}};
}

std::size_t widest_row(const std::string& text) {
  std::istringstream in(text.substr(0, text.find("\ndelivered")));
  std::size_t widest = 0;
  for (std::string line; std::getline(in, line);) widest = std::max(widest, line.starts_with("Gaps") ? 0 : display_width(line));
  return widest;
}

}  // namespace

TEST_CASE("the ranking stands in a table with its blind spots and what it rests on") {
  // Delivered by hand: (5·4.2/9 + 4·7/9 + 3·5.5/7 + 2·6.8/7) / 14
  CHECK(text_of(gaps_of(airline())) == R"(Gaps in points of a scale from 0 to 10: positive gap = shortfall

#  touchpoint              department  mot  imp.  target  actual        95 %  rests on       gap  who acts               priority
1  Bags at the belt        care        yes   5.0     9.0     4.2  4.0 to 4.4  n 212        ✕ 4.8  operations: delivery       0.96
2  rebook                  sales             4.0     9.0     7.0              judged, n 4  ! 2.0  leadership: listening      0.16
3  航班查询 search a fare  sales             3.0     7.0     5.5  4.4 to 6.5  n 20 few     ! 1.5  design: standards          0.09
4  menu                    sales             2.0     7.0     6.8  5.7 to 7.6  n 24 unsure  ✓ 0.2  operations: delivery       0.01

Blind spots
   lounge                                    4.0     8.0       ?                               ?                                ?
   seat                                        ?     8.0     8.0              judged       ✓ 0.0                                ?

delivered 69.6 % of what is wanted: 4 of 6 touchpoints known, 1 of them judged; 95 % of it from 64.4 to 74.0 %, at least: as if each question were asked of other people; with the others at worst 56.5 %, at best 81.5 %
coverage 64.5 % of what the picture of a touchpoint should hold
priority is importance / 5 times the gap's share of the scale, twice that for a moment of truth
95 %: of the mean, by Student's t with an answer more at either end of the scale
few: fewer than 30 effective answers
unsure: not established, for answers are too few, their spread is not known, or the gap's interval includes 0; ranked behind what is
)");
}

TEST_CASE("a table fits a terminal: texts are cut, then columns go, and it says which") {
  const Table table = gaps_of(airline());
  const struct {
    std::size_t width;
    const char* gone;
  } cases[] = {
      {200, ""},
      {100, "mot, department"},
      {80, "mot, department, 95 %"},
      {70, "mot, department, 95 %, who acts"},
      {60, "mot, department, 95 %, who acts"},
  };
  for (const auto& [width, gone] : cases) {
    CAPTURE(width);
    const std::string text = text_of(table, width);
    CHECK(widest_row(text) <= width);
    const auto at = text.find("not shown for lack of room: ");
    CHECK((at == std::string::npos ? "" : text.substr(at + 28)) == (*gone ? std::string(gone) + "\n" : ""));
  }
  CHECK(text_of(table, 80).find(R"(
#  touchpoint   imp.  target  actual  rests on       gap  who acts      priority
1  Bags at th…   5.0     9.0     4.2  n 212        ✕ 4.8  operations:…      0.96
2  rebook        4.0     9.0     7.0  judged, n 4  ! 2.0  leadership:…      0.16
3  航班查询 s…   3.0     7.0     5.5  n 20 few     ! 1.5  design: sta…      0.09
)") != std::string::npos);
}

TEST_CASE("a text is cut by what a terminal shows of it") {
  const Table table = table_with({{"a", "a"}, {"b", "b"}},
                                 {{{"航班查询航班查询"}, {"x"}}, {{"e\u0301e\u0301e\u0301e\u0301e\u0301e\u0301"}, {"\x1b[2J\n"}}});
  CHECK(text_of(table, 12) == "T\n\na      b\n航班…  x\ne\u0301e\u0301e\u0301e\u0301…  \\x1b…\n\n");
}

TEST_CASE("colours stand beside glyphs, never for them") {
  const Table table =
      table_with({{"gap", "gap", ColumnKind::number, 1}}, {{{2.04, GapClass::orange}}, {{Unknown{}, GapClass::unknown}}, {{-0.01}}});
  CHECK(text_of(table) == "T\n\n  gap\n‼ 2.0\n    ?\n  0.0\n\n");
  CHECK(text_of(table, 0, Ink::coloured) ==
        "\x1b[1mT\x1b[0m\n\n\x1b[1m  gap\x1b[0m\n\x1b[38;5;208m‼ 2.0\x1b[0m\n\x1b[2m    ?\x1b[0m\n  0.0\n\n");
}

TEST_CASE("a table without rows says what it has to say in its notes") {
  CHECK(text_of(gaps_of(small_of({}))) ==
        "Gaps in points of a scale from 0 to 10: positive gap = shortfall\n\n"
        "delivered ? % of what is wanted: 0 of 0 touchpoints known\n"
        "coverage ?: nothing is asked of any touchpoint\n"
        "no touchpoint has an importance, a desired and an actual score\n");
}

TEST_CASE("a method whose inputs are missing says so") {
  const Table table = gaps_of(airline(), {.method = Method::opportunity, .importance_basis = {}, .persona = {}});
  CHECK(table.notes[2].starts_with("method opportunity needs a source that asks customers"));
  CHECK(table.sections.size() == 1);
  const std::string ipa = text_of(gaps_of(airline(), {.method = Method::ipa, .importance_basis = {}, .persona = {}}));
  CHECK(ipa.find("concentrate here") != std::string::npos);
}

TEST_CASE("groups stand in a table with their bounds") {
  const Small small = airline();
  const auto groups = groups_by(GroupBy::department, small.workspace, small.answers, analyse(small.workspace, small.answers));
  CHECK(text_of(groups_table(GroupBy::department, small.workspace.project.scale, groups, Wording())) ==
        R"(Gaps by department, in points of a scale from 0 to 10: positive gap = shortfall

department  touchpoints  of truth  measured  judged  delivered %  known   worst to best %  coverage %  mean gap  95 % of delivered  95 % of mean gap  interval by
sales                 3         0         2       1         82.3  3 of 3     82.3 to 82.3        86.7     ! 1.4       74.7 to 88.7        1.0 to 2.0  as if of other people
care                  1         1         1       0         46.7  1 of 1     46.7 to 46.7        66.7     ✕ 4.8       44.4 to 49.1        4.6 to 5.0  mean
(none)                2         0         0       1            ?  0 of 2    20.0 to 100.0        30.0         ?

mean gaps are weighted by importance
)");
}

TEST_CASE("a gap has as many decimals as its class needs, three at most") {
  const struct {
    const char* actual;
    const char* gap;
  } cases[] = {{"5.96", "✕ 3.04"}, {"6.04", "‼ 3.0"}, {"5.996", "✕ 3.004"}, {"5.9999", "✕ 3.000"}, {"5.94", "✕ 3.1"}};
  for (const auto& [actual, gap] : cases) {
    CAPTURE(actual);
    const std::string line = std::string("menu imp=5 customer=9 actual=") + actual;
    const Small small = small_of({line.c_str()});
    const Column of_gaps{
        .key = "gap", .header = "gap", .kind = ColumnKind::number, .decimals = 1, .gaps_on = small.workspace.project.scale};
    const Figures figures = analyse(small.workspace, small.answers).touchpoints[0];
    CHECK(text_of(table_with({of_gaps}, {{{*figures.gap, figures.gap_class}}})).find(gap + std::string("\n")) != std::string::npos);
    CHECK(text_of(gaps_of(small)).find(gap + std::string(" ")) != std::string::npos);
  }
}

TEST_CASE("a csv cell is no formula and stays one cell") {
  const struct {
    const char* text;
    const char* cell;
  } cases[] = {
      {"", ""},
      {"plain", "plain"},
      {"a,b", "\"a,b\""},
      {"say \"x\"", "\"say \"\"x\"\"\""},
      {"two\nlines", "\"two\nlines\""},
      {"=1+1", "'=1+1"},
      {"+1", "'+1"},
      {"-1", "'-1"},
      {"@SUM(A1)", "'@SUM(A1)"},
      {"\tx", "'\tx"},
      {"=a,b", "\"'=a,b\""},
      {"\rx", "'\\x0dx"},
      {"a\x1b[31m\x07 \xC2\x9B", "a\\x1b[31m\\x07 \\x9b"},
      {"a\nb\tc", "\"a\nb\tc\""},
      {"a=b", "a=b"},
  };
  for (const auto& [text, cell] : cases) {
    CAPTURE(text);
    CHECK(csv_text(text) == cell);
  }
}

TEST_CASE("csv holds every column, unrounded, and both ends of an interval") {
  Table table = table_with({{"a", "A"}, {"b", "", ColumnKind::number, 1}, {"c", "C", ColumnKind::interval, 1}},
                           {{{"x"}, {0.1 + 0.2}, {Interval{1.25, 2}}}, {{Unknown{}}, {-3.0}, {Unknown{}}}, {blank(), blank(), blank()}});
  table.sections.push_back({"More", {{{"y"}, {1e300}, {Interval{-1, 0}}}}});
  CHECK(table_csv(table) == "a,b,c_low,c_high\nx,0.30000000000000004,1.25,2\n,-3,,\n,,,\ny,1e+300,-1,0\n");
  const std::string gaps = table_csv(gaps_of(airline()));
  const std::string header = gaps.substr(0, gaps.find('\n'));
  std::istringstream lines(gaps);
  for (std::string line; std::getline(lines, line);) {
    const bool has_quoted_comma = line.find("\"judged, n 4\"") != std::string::npos;
    CHECK(std::count(line.begin(), line.end(), ',') == std::count(header.begin(), header.end(), ',') + (has_quoted_comma ? 1 : 0));
  }
}

TEST_CASE("nothing in a text is Markdown") {
  const struct {
    const char* text;
    const char* escaped;
  } cases[] = {
      {"plain, 62.5 % (n 3)", "plain, 62.5 % (n 3)"},
      {"<b>*x*_y_`z`", "\\<b\\>\\*x\\*\\_y\\_\\`z\\`"},
      {"[a](http://b)", "\\[a\\](http\\://b)"},
      {"www.x.org", "www\\.x.org"},
      {"a|b", "a\\|b"},
      {"# x", "\\# x"},
      {"- x", "\\- x"},
      {"1. x", "1\\. x"},
      {"12) x", "12\\) x"},
      {"a-b #1 # 2", "a-b #&#8203;1 # 2"},
      {"@name a@b.c @ 3", "@&#8203;name a@&#8203;b.c @ 3"},
      {"org/repo#12 !7 GH-12 gh-x", "org/repo#&#8203;12 !&#8203;7 GH-&#8203;12 gh-x"},
      {":smile: 12:30 at: x", ":&#8203;smile: 12:&#8203;30 at: x"},
      {"0123abc deadbee facade", "0&#8203;123abc d&#8203;eadbee facade"},
      {"a\nb", "a\\\\nb"},
      {"&lt;", "\\&lt;"},
  };
  for (const auto& [text, escaped] : cases) {
    CAPTURE(text);
    CHECK(markdown_escaped(text) == escaped);
  }
}

TEST_CASE("Markdown shows what people read, a table a section") {
  const Table table{
      .title = "T",
      .columns = {{"a", "A"}, {"b", ""}, {"c", "C", ColumnKind::number, 1}},
      .sections = {{"", {{{"x|y"}, {"hidden"}, {2.04, GapClass::red}}}}, {"Blind", {{{"z"}, {""}, {Unknown{}}}}}, {"Empty", {}}},
      .notes = {"a note"}};
  CHECK(table_markdown(table) ==
        "## T\n\n| A | C |\n| --- | ---: |\n| x\\|y | ✕ 2.0 |\n\n### Blind\n\n| A | C |\n| --- | ---: |\n| z | ? |\n\n- a note\n");
}

TEST_CASE("figures are JSON with every key in its order, null where unknown") {
  const Small small = airline();
  const Analysis analysis = analyse(small.workspace, small.answers);
  const std::string text = gaps_json({.workspace = small.workspace,
                                      .analysis = analysis,
                                      .groups = groups_by(GroupBy::journey, small.workspace, small.answers, analysis),
                                      .gates = judge_gates(small.workspace, analysis),
                                      .rank_ranges = rank_ranges(small.workspace, analysis),
                                      .today = date_from("2026-07-01")});
  const auto document = nlohmann::ordered_json::parse(text);
  const auto keys = [](const nlohmann::ordered_json& object) {
    std::string list;
    for (const auto& [key, value] : object.items()) list += (list.empty() ? "" : " ") + key;
    return list;
  };
  CHECK(keys(document) ==
        "format_version scale method importance_basis persona narrowed_to today touchpoints blind_spots outcomes groups gates summary kpis "
        "terms "
        "kpi_groups "
        "times");
  CHECK(
      keys(document["touchpoints"][0]) ==
      "id name department journeys stages importance moment_of_truth company customer adequate target actual actual_kind n n_effective sd "
      "clusters interval interval_kind thumbs top_two bottom_two distribution established gap gap_interval gap_interval_kind gap_class "
      "zone gaps "
      "widest_gap kept "
      "derived_importance derived_importance_n derived_importance_interval derived_importance_interval_kind quadrant "
      "distance_to_crosshair "
      "priority rank rank_range sensitivity quotes persona_gap practice_gap experience moment_of_truth_why flags remember practices lost "
      "said aims");
  CHECK(keys(document["touchpoints"][0]["gaps"]) == "listening standards delivery promise customer");
  CHECK(keys(document["groups"][0]) ==
        "by key touchpoints moments_of_truth measured judged delivered delivered_worst delivered_best delivered_known "
        "delivered_by_share delivered_interval delivered_interval_kind mean_gap_interval coverage mean_gap servqual peak_end");
  CHECK(keys(document["summary"]) ==
        "touchpoints moments_of_truth measured judged delivered delivered_worst delivered_best delivered_known delivered_by_share coverage "
        "mean_gap "
        "mean_gap_interval delivered_interval delivered_interval_kind delivered_with_ends delivered_error delivered_respondents "
        "answers_lost");
  CHECK(document["format_version"] == 1);
  CHECK(document["today"] == "2026-07-01");
  CHECK(document["blind_spots"] == nlohmann::json({"lounge", "seat"}));
  const auto& bags = document["touchpoints"][0];
  CHECK(bags["interval"].size() == 2);
  CHECK(bags["kept"]["promise"]["count"] == 190);
  CHECK(bags["kept"]["standard"].is_null());
  CHECK(bags["stages"] == nlohmann::json({"trip/stage-2"}));
  CHECK(bags["widest_gap"]["acts"] == "operations");
  const auto& rebook = document["touchpoints"][1];  // judged: what was measured beside it is none of the document's n
  CHECK(rebook["n"].is_null());
  CHECK(rebook["established"] == false);
  const auto& lounge = document["touchpoints"][4];
  for (const char* key :
       {"department", "actual", "actual_kind", "n", "sd", "established", "gap", "priority", "rank", "zone", "thumbs", "rank_range"}) {
    CAPTURE(key);
    CHECK(lounge[key].is_null());
  }
  CHECK(lounge["gap_class"] == "unknown");
  CHECK(document["summary"]["touchpoints"] == 6);
}

TEST_CASE("gates are JSON with what breaks them") {
  Small small = airline();
  small.workspace.project.gates.gap_at_most = Number{4, {}};
  const Analysis analysis = analyse(small.workspace, small.answers);
  const auto document = nlohmann::json::parse(
      gaps_json({.workspace = small.workspace, .analysis = analysis, .gates = judge_gates(small.workspace, analysis)}));
  const auto& gate = document["gates"][0];
  CHECK(gate["name"] == "gap_at_most");
  CHECK(gate["holds"] == false);
  CHECK(gate["breaking"] == nlohmann::json({"bags-at-the-belt"}));
  CHECK(gate["not_judged"] == nlohmann::json({"lounge"}));
  CHECK(document["today"].is_null());
}

TEST_CASE("every format of figures writes") {
  const TableReport report{.tables = {gaps_of(airline())}, .json = [] { return std::string("{}\n"); }};
  std::string names;
  for (const TableFormat& format : table_formats()) {
    names += std::string(format.name) + format.extension.data() + " ";
    CHECK_FALSE(format.write(report).empty());
  }
  CHECK(names == "table.txt json.json csv.csv md.md xlsx.xlsx ");
}

TEST_CASE("a workbook is the same bytes on any day, and holds any text") {
  const std::vector<Table> tables = {
      gaps_of(airline()),
      table_with({{"a", "A"}, {"b", "B", ColumnKind::interval, 1}},
                 {{{"=1+1"}, {Interval{1, 2}}}, {{std::string(40'000, 'x') + "\x1b"}, {Unknown{}}}}),
      {.title = "Gaps: a/b [c]*? 'of a very long title indeed'", .columns = {}, .sections = {}, .notes = {}},
  };
  const std::string bytes = tables_xlsx(tables);
  CHECK(bytes.starts_with("PK"));
  std::this_thread::sleep_for(std::chrono::milliseconds(1100));  // the library notes the second
  CHECK(tables_xlsx(tables) == bytes);
}

// `mot import --update`: a table fills in what the files of a workspace say nothing of.
#include <doctest/doctest.h>
#include <fmt/format.h>

#include <string>

#include "support/folder.h"
#include "support/program.h"
#include "support/workbooks.h"

using namespace mot::testing;

namespace {

const std::string files =
    "project: { name: Shop, scale: { min: 0, max: 10 } }\n"
    "x-common: &wish { score: 8 }\n"
    "departments: [{ id: desk, name: Desk }]\n"
    "touchpoints:\n"
    "  - { id: pay, name: Pay, department: desk, importance: 4 }  # at the till\n"
    "  - { id: wait, name: Wait, department: desk, desired: { customer: *wish } }\n"
    "  - { id: leave-by-tram, name: Leave, department: desk }\n"
    "  - { id: leave-on-foot, name: Leave, department: desk }\n";

/// What `mot import t.csv --update` says of a table, and leaves in the file.
struct Updated {
  Ran ran;
  std::string text;
};

Updated updated(const std::string& table, const std::vector<std::string>& more = {}) {
  Folder folder;
  folder.with("mot.yaml", files).with("t.csv", table);
  std::vector<std::string> words = {"-C", folder.path().string(), "import", "t.csv", "--update"};
  words.insert(words.end(), more.begin(), more.end());
  Ran ran = run_mot(words);
  std::string text = text_of(folder / "mot.yaml");
  if (ran.code == 0 && more.empty()) CHECK(run_mot(words).err.starts_with("nothing to change: "));
  CHECK(text_of(folder / "mot.yaml") == text);
  return {std::move(ran), std::move(text)};
}

/// The file's line that begins with an id.
std::string line_of(const std::string& text, const std::string& id) {
  const std::size_t at = text.find("{ id: " + id + ",");
  return at == std::string::npos ? "" : text.substr(at, text.find('\n', at) - at);
}

}  // namespace

TEST_CASE("what a table says is put where nothing stands, as text whatever it looks like, and a second time changes nothing") {
  const Updated to = updated(
      "Id;Touchpoint;Importance;Desired;Desired score;Owner;Quote\n"
      "pay;Pay;4;\"[a, b]\";8,5;\"x: {y\";never again\n"
      ";Wait;2;;;;\n");
  CHECK(to.ran.code == 0);
  CHECK(line_of(to.text, "pay") ==
        "{ id: pay, name: Pay, department: desk, importance: 4, owner: \"x: {y\", desired: { company: { experience: \"[a, b]\", score: 8.5 "
        "} }, "
        "evidence: [{ from: t.csv, voice: customer, quote: never again }] }  # at the till");
  CHECK(line_of(to.text, "wait") == "{ id: wait, name: Wait, department: desk, importance: 2, desired: { customer: *wish } }");
  CHECK(contains(to.ran.out, "filled in\n  pay: owner 'x: {y'\n"));
  CHECK_FALSE(contains(to.ran.out, "disagrees"));
}

TEST_CASE("what disagrees, fits nothing or can't be changed safely is listed with its place, and the files stay as they are") {
  const struct {
    const char* row;
    const char* said;
  } cases[] = {
      {"pay,Pay,5,,,", "mot.yaml:5, '5' in t.csv"},
      {"wait,Wait,,7,,", "mot.yaml:6, '7' in t.csv"},
      {"wait,Wait,,,1,", "mot.yaml:6: this stands behind an alias"},
      {"pya,Paying,3,,,", "'pya' ('Paying'): no touchpoint has this id; did you mean 'pay'?"},
      {",Leave,3,,,", "'Leave': several touchpoints are called so; say which by its id"},
      {",Fly,3,,,", "'Fly': no touchpoint is called so, and nothing says which department it would be of; 'mot add touchpoint' adds one"},
      {"pay,Pay,,,,\n,Pay,3,,,", "'Pay': 'pay' is called so already and has a row of its own; give this one another name"},
      {",Waiting,3,,,", "'Waiting': no touchpoint is called so; did you mean 'Wait'? 'mot add touchpoint' adds another one"},
      {",PAY,3,,,", "'PAY': no touchpoint is called so; did you mean 'Pay'? 'mot add touchpoint' adds another one"},
      {"pay,Pay,9,,,", "importance '9' is not 1 to 5"},
      {"pay,Pay,,,,12", "pay: actual.score '12' is not on the scale 0 to 10"},
  };
  for (const auto& [row, said] : cases) {
    CAPTURE(row);
    const Updated to = updated(std::string("id,touchpoint,importance,customer wish score,minimum,actual score\n") + row + "\n");
    CHECK(contains(to.ran.out, said));
    CHECK(to.ran.code == 0);
    CHECK_FALSE(contains(to.ran.out, "filled in"));
    CHECK(to.text == files);
  }
}

TEST_CASE("a row whose name is not that of its id is not taken, and of rows that disagree none is") {
  const struct {
    const char* rows;
    const char* said;
  } cases[] = {
      {"pay,Wait,,Zoe\nwait,Pay,,Bea", "'pay' ('Wait'): the touchpoint of this id is called 'Pay'; was a column sorted by itself?"},
      {"pay,Wait,,Zoe\nwait,Pay,,Bea", "'wait' ('Pay'): the touchpoint of this id is called 'Wait'"},
      {"pay,Payment,,Zoe", "'pay' ('Payment'): the touchpoint of this id is called 'Pay'"},
      {"wait,Wait,2,\nwait,Wait,3,Zoe",
       "wait: stands in 2 rows that disagree, importance is '2' in one and '3' in another; none of them is taken"},
      {",Wait,,Ann\n,Wait,,Zoe", "wait: stands in 2 rows that disagree, owner is 'Ann' in one and 'Zoe' in another"},
  };
  for (const auto& [rows, said] : cases) {
    CAPTURE(rows);
    const Updated to = updated(std::string("id,touchpoint,importance,owner\n") + rows + "\n");
    CHECK(contains(to.ran.out, said));
    CHECK_FALSE(contains(to.ran.out, "filled in"));
    CHECK(to.text == files);
  }
  // Rows that say different things of it without disagreeing are all taken, and so is a name in other letters.
  const Updated both = updated("id,touchpoint,importance,owner\nwait,WAIT,2,\nwait,Wait,2,Zoe\n");
  CHECK(line_of(both.text, "wait") ==
        "{ id: wait, name: Wait, department: desk, importance: 2, owner: Zoe, desired: { customer: *wish } }");
}

TEST_CASE("an update says how words were read as numbers") {
  const Updated to = updated("id,touchpoint,importance\nwait,Wait,high\n");
  CHECK(contains(to.ran.out, "converted\n  1 word of importance: high 5, medium 3, low 1\nfilled in\n  wait: importance '5'\n"));
}

TEST_CASE("an update reads every table of a Markdown file") {
  Folder folder;
  folder.with("mot.yaml", files)
      .with("t.md",
            "| id | Touchpoint | Importance |\n|--|--|--|\n| pay | Pay | 4 |\n\n## Back\n\n"
            "| id | Touchpoint | Owner |\n|--|--|--|\n| wait | Wait | Zoe |\n");
  const Ran ran = run_mot({"-C", folder.path().string(), "import", "t.md", "--update"});
  CHECK(contains(ran.out, "wait: owner 'Zoe'"));
  CHECK(contains(text_of(folder / "mot.yaml"), "owner: Zoe"));
}

TEST_CASE("rows that a room adds become touchpoints of the department whose sheet they stand on, once, and a name that is taken is told") {
  Folder folder;
  folder.with("w/mot.yaml", "project: { name: Shop }\ninclude: [departments/*.yaml]\n")
      .with("w/departments/desk.yaml",
            "# Of the desk.\ndepartment: { id: desk, name: \"Desk: [A]\" }\ntouchpoints:\n  - id: pay\n    name: Pay  # at the till\n")
      .with("w/departments/bags.yaml", "department: { id: bags, name: Bags }\ntouchpoints:\n  - { id: belt, name: Belt }\n");
  const std::string head = xlsx_row({"Id", "Touchpoint", "Stage", "Importance", "Desired score (0 to 10)", "Quote"});
  const auto sheet = [&](const std::string& rows) { return "<sheetData>" + head + rows + "</sheetData>"; };
  folder.with(
      "room.xlsx",
      zip_of(xlsx_parts(
          {{"1 Desk   A ", sheet(xlsx_row({"pay", "Pay", "Start"}) + xlsx_row({"", "a: {b", "", "5", "9", "- x"}) + xlsx_row({"", "Belt"}) +
                                 xlsx_row({"", "\xE6\x94\xAF\xE6\x89\x95"}) + xlsx_row({"", "Pay", "", "2"}))},
           {"2 Bags", sheet(xlsx_row({"belt", "Belt"}) + xlsx_row({"", "Lost bag", "", "3"}) + xlsx_row({"", "", ""}))}})));
  const std::vector<std::string> update = {"-C", (folder / "w").string(), "import", (folder / "room.xlsx").string(), "--update"};
  const Ran ran = run_mot(update);
  CHECK(ran.code == 0);
  CHECK(contains(ran.out, "added\n  a-b: 'a: {b', in "));
  CHECK(contains(ran.out, "desk.yaml; no journey has a stage 'Start', so it stands on none; 'mot move' puts it on one\n"));
  CHECK(contains(ran.out, "'Belt': 'belt' is called so already and has a row of its own"));
  CHECK(contains(ran.out, "'Pay': 'pay' is called so already and has a row of its own"));
  const std::string desk = text_of(folder / "w/departments/desk.yaml"), bags = text_of(folder / "w/departments/bags.yaml");
  CHECK(
      desk.starts_with("# Of the desk.\ndepartment: { id: desk, name: \"Desk: [A]\" }\ntouchpoints:\n  - id: pay\n    name: Pay  # at the "
                       "till\n  - id: a-b\n    name: \"a: {b\"\n    importance: 5\n"));
  CHECK(contains(desk, "  - id: moment\n"));
  CHECK(contains(desk, "quote: \"- x\""));
  CHECK(contains(bags, "  - id: lost-bag\n    name: Lost bag\n    importance: 3\n"));
  CHECK(run_mot({"-C", (folder / "w").string(), "validate"}).code == 0);
  const Ran again = run_mot(update);
  CHECK(contains(again.err, "nothing to change"));
  CHECK_FALSE(contains(again.out, "added"));
  CHECK(text_of(folder / "w/departments/desk.yaml") == desk);
  CHECK(text_of(folder / "w/departments/bags.yaml") == bags);
}

TEST_CASE("names with umlauts written out are nearly those with umlauts, and make German ids where the workspace is German") {
  Folder folder;
  folder
      .with("mot.yaml",
            "project: { name: Klinik, language: de }\ntouchpoints:\n  - { id: essen-wahlen, name: Essen w\u00e4hlen }\n"
            "journeys:\n  - { id: t, name: Tag, stages: [{ id: s, name: S, touchpoints: [essen-wahlen] }] }\n")
      .with("t.csv", "Kontaktpunkt,Wichtigkeit\nEssen waehlen,3\nT\u00fcr \u00f6ffnen,4\n");
  const Ran ran = run_mot({"-C", folder.path().string(), "import", "t.csv", "--update"});
  CHECK(contains(ran.out, "'Essen waehlen': no touchpoint is called so; did you mean 'Essen w\u00e4hlen'?"));
  CHECK(contains(ran.out, "tuer-oeffnen: 'T\u00fcr \u00f6ffnen'"));
  CHECK(run_mot({"-C", folder.path().string(), "add", "touchpoint", "Gru\u00df empfangen"}).code == 0);
  const std::string text = text_of(folder / "mot.yaml");
  CHECK(contains(text, "gruss-empfangen"));
  CHECK(contains(text, "{ id: essen-wahlen, name: Essen w\u00e4hlen }"));
  const Folder other;
  const std::string town = (other / "town").string();
  CHECK(run_mot({"init", town, "--template", "council", "--language", "de"}).code == 0);
  CHECK(contains(text_of(other / "town/mot.yaml"), "id: buergerbuero"));
}

TEST_CASE("a row of any table that names its department becomes one of its touchpoints") {
  const Updated to = updated("touchpoint,department,importance\nFly away,Desk,3\nFly home,Nobody,3\nFly away,desk,4\n");
  CHECK(contains(to.text, "  - id: fly-away\n    name: Fly away\n    department: desk\n    importance: 3\n"));
  CHECK(contains(to.ran.out, "'Fly home': no touchpoint is called so, and its department "));
  CHECK(contains(to.ran.out, "'Fly away': stands there twice; the first row is taken"));
}

TEST_CASE("lists and lengths of time are filled in where nothing is written, in lines of a cell or one, and else disagree") {
  const Updated to = updated(
      "id,touchpoint,pains,feelings,waits,takes,tags,notes,systems\n"
      "pay,Pay,\"- Long line\n- No seat: [a]\",angry,20 min,90 s,till,ask Rosa,SAP\nwait,Wait,,,,,,,SAP\n");
  CHECK(to.ran.code == 0);
  CHECK(line_of(to.text, "pay") ==
        "{ id: pay, name: Pay, department: desk, importance: 4, customer_feels: angry, pains: [Long line, \"No seat: [a]\"], takes: { "
        "actual: "
        "90 s }, waits: { actual: 20 min }, tags: till, notes: ask Rosa }  # at the till");
  CHECK(contains(to.ran.out, "pay: pains 'Long line; No seat: [a]'\n"));
  CHECK(contains(to.ran.out, "'x-systems' of 2 rows: no key of a touchpoint holds that: 'SAP', 'SAP'"));
  CHECK(contains(updated("id,touchpoint,channel,moment of truth\npay,Pay,Shop,yes\n").ran.out,
                 "columns that an update does not look at\n  channel\n  moment of truth\n"));
  const std::string written =
      "touchpoints: [{ id: pay, name: Pay, customer_does: [stands in line, pays], pains: [Long line], waits: 1 h 30 min }]\n";
  Folder folder;
  folder.with("mot.yaml", written)
      .with("same.csv", "id,touchpoint,customer does,pains,waits\npay,Pay,stands in line; pays,Long line,90 min\n")
      .with("other.csv", "id,touchpoint,customer does,pains,waits\npay,Pay,\"pays\nleaves\",Short line,2 h\n");
  const Ran same = run_mot({"-C", folder.path().string(), "import", "same.csv", "--update"});
  CHECK(contains(same.err, "nothing to change: the files say so already"));
  CHECK_FALSE(contains(same.out, "disagrees"));
  const Ran other = run_mot({"-C", folder.path().string(), "import", "other.csv", "--update"});
  for (const char* said : {"pay: customer_does is 'stands in line; pays' in ", "mot.yaml:1, 'pays; leaves' in ",
                           "pay: pains is 'Long line' in ", "mot.yaml:1, 'Short line' in ", "pay: waits.actual is '1 h 30 min'"})
    CHECK(contains(other.out, said));
  CHECK(text_of(folder / "mot.yaml") == written);
}

TEST_CASE("a new row of an update brings all that it says") {
  const Updated to = updated("touchpoint,department,pains,waits\nFly away,Desk,\"No seat\nLate\",20 min\n");
  CHECK(contains(to.text, "name: Fly away\n"));
  CHECK(contains(to.text, "pains: [No seat, Late]"));
  CHECK(contains(to.text, "waits: { actual: 20 min }"));
  CHECK_FALSE(contains(to.ran.out, "not taken"));
}

TEST_CASE("a table from before an id was changed is known by its names, and told the id of today, but where a row has that") {
  const Updated to = updated("id,touchpoint,importance\nwaits,Wait,2\n");
  CHECK(line_of(to.text, "wait") == "{ id: wait, name: Wait, department: desk, importance: 2, desired: { customer: *wish } }");
  CHECK(contains(to.ran.out, "known by the name, for the id is another now\n  'waits': is 'wait' now, by its name 'Wait'\n"));
  const Updated both = updated("id,touchpoint,importance\nwait,Wait,2\nwaits,Wait,3\n");
  CHECK(contains(both.ran.out, "'waits' ('Wait'): no touchpoint has this id; did you mean 'wait'?"));
  CHECK(line_of(both.text, "wait").find("importance: 2") != std::string::npos);
}

TEST_CASE("what an update does not take is told with its sheet, and a second one does not say that all is there") {
  Folder folder;
  const std::string head = xlsx_row({"Id", "Touchpoint", "Importance", "Customer wish score", "Minimum"});
  folder.with("mot.yaml", files)
      .with("t.xlsx", zip_of(xlsx_parts({{"1 Desk", "<sheetData>" + head + xlsx_row({"pay", "Pay", "4", "high", "5"}) +
                                                        xlsx_row({"wait", "Wait", "7"}) + "</sheetData>"}})));
  const std::vector<std::string> update = {"-C", folder.path().string(), "import", (folder / "t.xlsx").string(), "--update"};
  const Ran ran = run_mot(update);
  CHECK(contains(ran.out, "sheet '1 Desk', line 2: desired.customer.score 'high' is not a number"));
  CHECK(contains(ran.out, "sheet '1 Desk', line 3: importance '7' is not 1 to 5"));
  CHECK(contains(ran.out, "pay: desired.customer.adequate '5': the wish of the same row is not taken either"));
  CHECK(ran.err == "nothing to change: what else the table says is listed\n");
  CHECK(text_of(folder / "mot.yaml") == files);
  const Updated off = updated("id,touchpoint,customer wish score,minimum\npay,Pay,12,5\n");
  CHECK(contains(off.ran.out, "the wish of the same row is not taken either"));
  CHECK(off.text == files);
  const Updated both = updated("id,touchpoint,customer wish score,minimum\npay,Pay,9,5\n");
  CHECK(contains(both.text, "customer: { score: 9, adequate: 5 }"));
}

TEST_CASE("an update changes the workspace's own files or says how it would, and takes tables only") {
  const std::string table = "id,touchpoint,importance\nwait,Wait,2\n";
  const Updated dry = updated(table, {"--dry-run"});
  CHECK(contains(dry.ran.out, "+  - { id: wait, name: Wait, department: desk, importance: 2,"));
  CHECK(contains(dry.ran.err, "filled in\n  wait: importance '2'"));
  CHECK(dry.text == files);
  const Updated elsewhere = updated(table, {"-o", "x"});
  CHECK(elsewhere.ran.code == 2);
  CHECK(contains(elsewhere.ran.err, "leave -o out"));
  CHECK(updated("when,how many\n2026-01-01,7\n").ran.code == 2);
}

TEST_CASE("a workbook to fill in speaks the workspace's language, and import knows each of its headings") {
  const struct {
    const char* language;
    const char* heading;
  } cases[] = {{"en", "Desired score (0 to 10)"},
               {"de", "Soll-Punkte (0 bis 10)"},
               {"fr", "Souhait\u00e9 (note) (0 \u00e0 10)"},
               {"es", "Deseado (puntos) (0 a 10)"},
               {"pt", "Desejado (pontos) (0 a 10)"}};
  for (const auto& [language, heading] : cases) {
    CAPTURE(language);
    Folder folder;
    folder.with(
        "mot.yaml",
        std::string("project: { name: S, language: ") + language +
            " }\ntouchpoints:\n  - { id: pay, name: Pay, importance: 4, desired: { company: { experience: fast, score: 9 }, customer: "
            "{ experience: kind, score: 8, adequate: 5 } }, actual: { experience: slow, score: 3 } }\n");
    const std::string path = folder.path().string(), book = (folder / "w.xlsx").string();
    CHECK(run_mot({"-C", path, "export", "--fill-in", book}).code == 0);
    const Ran listed = run_mot({"import", book, "--dry-run"});
    CHECK(contains(listed.out, std::string("column '") + heading + "': desired.company.score"));
    for (const char* facet :
         {"': id\n", "': name\n", "': stage\n", "': importance\n", "': desired.company\n", "': actual\n", "': actual.score\n",
          "': desired.customer\n", "': desired.customer.score\n", "': desired.customer.adequate\n"})
      CHECK_MESSAGE(contains(listed.out.substr(0, listed.out.find("converted\n")), facet), facet);
    const Ran update = run_mot({"-C", path, "import", book, "--update"});
    CHECK(update.err == "nothing to change: the files say so already\n");
  }
}

TEST_CASE("a workbook to fill in is written for every kind of scale, the same twice, and its name says what it is") {
  Folder folder;
  for (const char* scale : {"{ min: 0, max: 100 }", "{ min: 1, max: 5 }", "{ min: -2, max: 2 }", "{ min: 0, max: 0.5 }"}) {
    CAPTURE(scale);
    folder.with("w/mot.yaml", std::string("project: { name: S, scale: ") + scale +
                                  " }\ntouchpoints: [{ id: a, name: \"=1+1 \\uFFFE\", importance: 3 }]\n");
    const std::string at = folder.path().string();
    CHECK(run_mot({"-C", at + "/w", "export", "--fill-in", at + "/a.xlsx"}).code == 0);
    CHECK(run_mot({"-C", at + "/w", "export", "--fill-in", at + "/b.xlsx"}).code == 0);
    CHECK(text_of(folder / "a.xlsx").size() > 1000);
    CHECK(text_of(folder / "a.xlsx") == text_of(folder / "b.xlsx"));
    const Ran back = run_mot({"-C", at + "/w", "import", at + "/a.xlsx", "--update"});
    CHECK(back.out == "");
    CHECK(back.err == "nothing to change: the files say so already\n");
  }
  const std::string at = folder.path().string();
  const std::vector<std::string> once_more = {"-C", at + "/w", "export", "--fill-in", at + "/room.xlsx"};
  folder.with("room.xlsx", xlsx_of({{"Id", "Touchpoint", "Importance", "Owner"}, {"a", "=1+1 \\ufffe", "3", "Zoe"}}));
  const std::string room = text_of(folder / "room.xlsx");
  const Ran refused = run_mot(once_more);
  CHECK(refused.code == 2);
  CHECK(contains(refused.err, "room.xlsx' is there already and says what the files do not"));
  CHECK(contains(refused.err, "--force"));
  CHECK(text_of(folder / "room.xlsx") == room);
  folder.with("room.xlsx", xlsx_of({{"Budget"}, {"7"}}));
  CHECK(run_mot(once_more).code == 2);
  std::vector<std::string> by_force = once_more;
  by_force.push_back("--force");
  CHECK(run_mot(by_force).code == 0);
  CHECK(run_mot(once_more).code == 0);  // nothing was filled in
  const Ran wrong = run_mot({"-C", (folder / "w").string(), "export", "--fill-in", "a.csv"});
  CHECK(wrong.code == 2);
  CHECK(contains(wrong.err, "'a.csv' has to end in .xlsx"));
}

TEST_CASE("comments below the last item stay, behind a blank line too, however deep they stand") {
  const char* head = "mot: 1\nproject:\n  name: Shop\ntouchpoints:\n";
  for (const char* rest :
       {"  - id: desk\n    name: Desk\n\n  # below\n  # more\n", "  - id: desk\n    name: Desk\n\n    # below\n    # more\n",
        "- id: desk\n  name: Desk\n\n# below\n\n# more", "  - { id: desk, name: Desk }\n\n  # below\n  # more\n",
        "  - id: desk\n    name: Desk\n    notes: |\n      text\n\n  # below\n\n# more\npersonas: [{ id: ines, name: Ines }]\n"}) {
    CAPTURE(rest);
    Folder folder;
    folder.with("mot.yaml", std::string(head) + rest).with("t.csv", "Touchpoint,Importance,Actual\nDesk,3,4\nSpa,2,\n");
    const WorkingDirectory here(folder.path());
    CHECK(run_mot({"import", "t.csv", "--update"}).code == 0);
    const std::string text = text_of("mot.yaml");
    CHECK(contains(text, "# below\n"));
    CHECK(contains(text, "# more"));
    CHECK(contains(text, "importance: 3"));
    CHECK(contains(text, "spa"));
  }
}

TEST_CASE("an update tells what of a journey map and of rows for each persona it does not look at") {
  Folder folder;
  folder.with("mot.yaml", "mot: 1\nproject:\n  name: Shop\ntouchpoints:\n  - id: desk\n    name: Desk\n")
      .with("map.csv", "Stage,A,B\nTouchpoints,Desk,Spa\nDoing,waits,rests\nThinking,hm,ah\n")
      .with("t.csv", "Touchpoint,Stage,Persona,Customer wish\nDesk,A,Ines,4\nDesk,A,Tom,2\n");
  const WorkingDirectory here(folder.path());
  CHECK(contains(run_mot({"import", "map.csv", "--update"}).out, "what a journey map says of its stages"));
  CHECK(contains(run_mot({"import", "t.csv", "--update"}).out, "what single personas wish"));
}

TEST_CASE("an update reads scores as they are written, on the workspace's scale, and tells how") {
  const Updated to = updated("id,touchpoint,desired score,actual\npay,Pay,4/5,7/10\nwait,Wait,60%,4\n");
  CHECK(contains(line_of(to.text, "pay"), "desired: { company: { score: 7.5 } }, actual: { score: 7 }"));
  CHECK(contains(line_of(to.text, "wait"), "actual: { score: 4 }"));
  CHECK(contains(to.ran.out, "on the scale 0 to 10: '4/5' is 7.5, '60%' is 6, '7/10' is 7\n"));
  CHECK(contains(to.ran.out,
                 "scores without a scale in their heading: on that of the workspace, 0 to 10; all lie from 1 to 5: if that is theirs") ==
        false);
  const Updated small = updated("id,touchpoint,actual score\npay,Pay,4\nwait,Wait,2\n");
  CHECK(contains(small.ran.out,
                 "on that of the workspace, 0 to 10; all lie from 1 to 5: if that is theirs, write '(1 to 5)' into the heading"));
  CHECK(contains(line_of(small.text, "pay"), "actual: { score: 4 }"));
  CHECK(contains(line_of(updated("id,touchpoint,actual score (1-5)\npay,Pay,4/5\nwait,Wait,2\n").text, "pay"), "actual: { score: 7.5 }"));
  CHECK(contains(updated("id,touchpoint,actual\npay,Pay,2026-04-05\n").ran.out, "is a day, as spreadsheets make one of 4/5"));
}

TEST_CASE("an update keeps line breaks and items, and tells what a list of the table has no more") {
  Folder folder;
  folder
      .with("mot.yaml",
            "project: { name: Shop }\ntouchpoints:\n  - { id: pay, name: Pay, pains: [slow, rude, loud], tags: [a, b] }\n  - id: wait\n    "
            "name: Wait\n"
            "    notes: |\n      one\n      two\n")
      .with("t.csv",
            "id,touchpoint,pains,tags,notes,gains\npay,Pay,\"rude\nslow\",a,\"first\nsecond\",\"- fast\n  and kind\n- cheap\"\n"
            "wait,Wait,p; q,,\"one\ntwo\",\n");
  const std::vector<std::string> update = {"-C", folder.path().string(), "import", "t.csv", "--update"};
  const Ran ran = run_mot(update);
  const std::string text = text_of(folder / "mot.yaml");
  CHECK(contains(ran.out, "in the workspace, not in the table: left as it is\n  pay: pains 'loud'\n  pay: tags 'b'\n"));
  CHECK_FALSE(contains(ran.out, "disagrees"));
  CHECK(contains(text, "gains: [\"fast\\nand kind\", cheap]"));
  CHECK(contains(text, "notes: \"first\\nsecond\""));
  CHECK(contains(text, "pains: [p, q]"));
  CHECK(contains(text, "pains: [slow, rude, loud]"));
  CHECK(contains(text, "tags: [a, b]"));
  CHECK(run_mot(update).err == "nothing to change: what else the table says is listed\n");
  CHECK(text_of(folder / "mot.yaml") == text);
}

TEST_CASE("cells that are blank where the files say something take nothing away, and are told once a column") {
  std::string files = "project: { name: Shop }\ntouchpoints:\n";
  std::string table = "id,touchpoint,owner,notes,actual score\n";
  for (int i = 1; i <= 7; ++i) {
    files += fmt::format("  - {{ id: t{0}, name: T{0}, owner: Ines, notes: n, role: clerk, actual: {{ score: 3 }} }}\n", i);
    table += fmt::format("t{0},T{0},{1},{2},{3}\n", i, i == 1 ? "Ines" : "", i == 2 ? "" : "n", i == 3 ? "often" : "3");
  }
  Folder folder;
  folder.with("mot.yaml", files).with("t.csv", table);
  const Ran ran = run_mot({"-C", folder.path().string(), "import", "t.csv", "--update"});
  CHECK(contains(ran.out,
                 "in the workspace, not in the table: left as it is\n"
                 "  owner: blank in the table, not in the files: t2, t3, t4, t5, t6 and 1 more\n"
                 "  notes: blank in the table, not in the files: t2\n"));
  CHECK_FALSE(contains(ran.out, "role: blank"));          // the table has no such column
  CHECK_FALSE(contains(ran.out, "actual.score: blank"));  // a cell that can't be read is told as that
  CHECK(text_of(folder / "mot.yaml") == files);
}

TEST_CASE("several rows of one touchpoint say together what their lists hold, and how rows of personas are joined is told") {
  const Updated to = updated("id,touchpoint,stage,pains\npay,Pay,A,\"slow\nrude\"\npay,Pay,B,slow\n");
  CHECK(contains(line_of(to.text, "pay"), "pains: [slow, rude]"));
  const Updated personas = updated("touchpoint,stage,persona,actual\nPay,A,Ines,4\nPay,A,Tom,6\nPay,A,Tom,8\n");
  CHECK(contains(line_of(personas.text, "pay"), "actual: { score: 6 }"));
  CHECK(contains(personas.ran.out, "actual.score: 4 (Ines), 6 (Tom), 8 (Tom), their mean 6 is taken\n"));
  CHECK_FALSE(contains(personas.ran.out, "in a comment"));
}

TEST_CASE("a new row of a department that nobody has is told so") {
  const Updated to = updated("touchpoint,department,importance\nFly away,Kitchen,3\nGo home,Dsk,3\n");
  CHECK(contains(to.ran.out,
                 "'Fly away': no touchpoint is called so, and its department 'Kitchen' is none of the workspace's; 'mot add department' "));
  CHECK(contains(to.ran.out, "its department 'Dsk' is none of the workspace's; did you mean 'desk'?"));
}

// `mot export`: what other programs get, and what comes back.
#include <doctest/doctest.h>
#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <map>
#include <nlohmann/json.hpp>
#include <set>
#include <sstream>

#include "mot/evidence/sheets/xml_events.h"
#include "mot/text/memory_stream.h"
#include "support/folder.h"
#include "support/program.h"

namespace fs = std::filesystem;
using namespace mot;
using namespace mot::testing;

namespace {

const std::string two_files =
    "project: { name: Shop, scale: { min: 0, max: 10 } }\ninclude: [\"*.yaml\"]\nchannels: [hall]\n"
    "departments: [{ id: desk, name: The desk }]\npersonas: [{ id: ines, name: \"Ines, again: #1\" }]\nx-own: 7\n"
    "journey: { id: trip, name: \"A trip; by <air>\", personas: [ines], stages: [{ id: s, name: Start, touchpoints: [in, belt, pay] }] }\n";

const std::string bags =
    "department: { id: bags, name: Bags }\ntouchpoints:\n"
    "  - { id: in, name: \"- Check: in\", department: desk, importance: 4, moment_of_truth: because it decides, actual: 7.5,\n"
    "      desired: { company: { experience: \"a, b\", score: 9 }, customer: { score: 8, adequate: 5 } } }\n"
    "  - { id: belt, name: Bags at the belt, owner: Rosa, channel: hall, actual: { experience: slow, score: 2 },\n"
    "      customer_does: [waits, \"looks; asks\"], customer_feels: tired, pains: [\"- slow\", \"1. No seat\", late], gains: [Coffee], "
    "takes: 90 s,\n"
    "      waits: 1 h 2 min 3 s, tags: [a, b] }\n"
    "  - { id: pay, name: Pay & go, when: only abroad }\n"
    "  - { id: sort, name: Sort, visibility: backstage }\n";

/// A path below the folder of examples.
std::string example(std::string_view name) {
  return (fs::path(MOT_SOURCE_DIR) / "examples" / name).string();
}

/// The table of touchpoints of what the paths name.
std::string table_of(const std::vector<std::string>& words) {
  std::vector<std::string> all = {"export", "--format", "csv"};
  all.insert(all.end(), words.begin(), words.end());
  const Ran ran = run_mot(all);
  CHECK(ran.code == 0);
  return ran.out;
}

/// The boxes and arrows of a draw.io file.
class Shapes : public evidence::XmlListener {
 public:
  void open(std::string_view element, const evidence::XmlAttributes& attributes) override {
    if (element == "diagram") pages.emplace_back(attributes.text("name"));
    if (element != "mxCell") return;
    if (element == "mxCell") CHECK(ids.insert(fmt::format("{}/{}", pages.size(), attributes.text("id"))).second);
    if (attributes.text("vertex") == "1") labels.emplace_back(attributes.text("value"));
    if (attributes.text("edge") == "1") {
      ends.push_back(fmt::format("{}/{}", pages.size(), attributes.text("source")));
      ends.push_back(fmt::format("{}/{}", pages.size(), attributes.text("target")));
    }
  }
  std::vector<std::string> pages, labels, ends;
  std::set<std::string> ids;
};

std::vector<std::string> sorted_lines(const std::string& text) {
  std::vector<std::string> lines;
  std::istringstream rest(text);
  for (std::string line; std::getline(rest, line);) lines.push_back(line);
  std::ranges::sort(lines);
  return lines;
}

}  // namespace

TEST_CASE("a table of touchpoints comes back as it was, as CSV and as a workbook") {
  Folder silent;
  silent.with("mot.yaml",
              "project: { name: S }\ndepartments: [{ id: desk, name: Desk }]\n"
              "touchpoints: [{ id: pay, name: Pay, department: desk, owner: TBD, pains: [slow, n/a, { text: '?' }], notes: '-' }]\n");
  const std::string told = run_mot({"-C", silent.path().string(), "export", "--format", "csv"}).err;
  CHECK(contains(told,
                 "owner 'TBD' (read as a blank cell) 1, pains 'n/a' (read as a blank cell) 1, pains.text '?' (read as a blank cell) 1, "
                 "notes '-' (read as a blank cell) 1"));
  Folder shop;
  shop.with("mot.yaml", two_files).with("bags.yaml", bags);
  std::vector<std::string> workspaces = {shop.path().string()};
  for (const auto& entry : fs::directory_iterator(fs::path(MOT_SOURCE_DIR) / "examples")) {
    const bool is_workspace = entry.is_directory() ? fs::exists(entry.path() / "mot.yaml") : entry.path().extension() == ".yaml";
    if (is_workspace) workspaces.push_back(entry.path().string());
  }
  CHECK(workspaces.size() > 2);
  for (const std::string& workspace : workspaces) {
    CAPTURE(workspace);
    const std::string before = table_of({workspace});
    CHECK(before.find('\n') != std::string::npos);
    for (const char* file : {"t.csv", "t.xlsx"}) {
      CAPTURE(file);
      Folder folder;
      const WorkingDirectory here(folder.path());
      CHECK(run_mot({"export", workspace, "-o", file}).code == 0);
      const Ran ran = run_mot({"import", file, "-o", "back"});
      CHECK(ran.err == "");
      CHECK(ran.code == 0);
      CHECK(sorted_lines(table_of({"back"})) == sorted_lines(before));  // journeys stand in files of their own, in the order of their names
    }
  }
}

TEST_CASE("each row of a table names all personas of its journey, and they come back as they were") {
  Folder folder;
  folder.with("mot.yaml",
              "personas: [{ id: a, name: Ann }, { id: b, name: Bob }, { id: c, name: Cy }]\ntouchpoints: [{ name: One }, { name: Two "
              "}]\njourneys:\n"
              "  - { id: v, name: V, personas: [b, a], stages: [{ name: S, touchpoints: [one, two] }] }\n"
              "  - { id: w, name: W, personas: [c], stages: [{ name: S, touchpoints: [two] }] }\n"
              "  - { id: x, name: X, stages: [{ name: S, touchpoints: [one] }] }\n");
  const WorkingDirectory here(folder.path());
  const std::string table = table_of({"."});
  CHECK(contains(table, "one,One,V,S,Bob; Ann,"));
  CHECK(contains(table, "two,Two,V,S,Bob; Ann,"));
  CHECK(contains(table, "two,Two,W,S,Cy,"));
  CHECK(contains(table, "one,One,X,S,,"));
  Folder other;
  other.with("t.csv", table);
  CHECK(run_mot({"import", (other / "t.csv").string(), "-o", (other / "back.yaml").string()}).code == 0);
  const std::string back = text_of(other / "back.yaml");
  CHECK(contains(back, "name: V\n    personas: [bob, ann]\n"));
  CHECK(contains(back, "name: W\n    personas: [cy]\n"));
  CHECK(contains(back, "name: X\n    stages:"));
}

TEST_CASE("what an export has no place for is told by kind and number, and no word of it where all is there") {
  const std::string whole =
      "departments: [{ name: Desk }]\npersonas: [{ name: Ines }]\nchannels: [hall]\n"
      "touchpoints: [{ id: in, name: Check in, department: desk, channel: hall, desired: 9, actual: 7, evidence: [{ quote: so so }] }]\n"
      "journey: { name: Trip, personas: [ines], stages: [{ name: Start, touchpoints: [in] }] }\n";
  const std::string path =
      "personas: [{ name: Ines }]\ntouchpoints: [{ name: Check in, actual: 7.5 }]\n"
      "journey: { name: Trip, persona: ines, stages: [{ name: Start, touchpoints: [check-in] }] }\n";
  const std::string boxes =
      "touchpoints: [{ name: Check in, moment_of_truth: true }]\njourney: { name: Trip, stages: [{ name: Start, touchpoints: [check-in] }] "
      "}\n";
  const std::string tale =
      "project: { name: Shop, stale_after: 1 year }\nx-own: 7\nactions: [{ id: a, name: A, touchpoints: [in] }]\n"
      "departments: [{ id: d, name: Desk, lead: Rosa }, { name: Bags }]\npersonas: [{ name: Ines, needs: [a, b] }]\n"
      "touchpoints:\n"
      "  - { id: in, name: In, department: d, channel: [hall, web], desired: { customer: { score: 8, by: { ines: 9 } } },\n"
      "      evidence: [{ practice: none }, { quote: so so, n: 3 }, { quote: well }], pains: [p, { text: q, severity: 3 }], x-own: 1 }\n"
      "  - { id: out, name: Out, department: d, when: it rains }\n"
      "  - { id: lost, name: Lost, department: d }\n"
      "journey: { id: j, name: Trip, goal: home, stages: [{ id: s, name: Start, touchpoints: [in, { when: never, share: 3, touchpoints: "
      "[out] "
      "}] }, { name: End }] }\nchannels: [hall, web]\n";
  const struct {
    const std::string& workspace;
    const char* format;
    const char* told;
  } cases[] = {
      {whole, "csv", ""},
      {whole, "json", ""},
      {tale, "json", ""},
      {path, "mermaid", ""},
      {boxes, "drawio", ""},
      {tale, "csv",
       "not in csv: project: name 1, stale_after 1\nnot in csv: x-own 1, actions 1\n"
       "not in csv: departments: ids not made of names 1, lead 1, without touchpoints 1\n"
       "not in csv: personas: needs 2, on no journey 1\n"
       "not in csv: touchpoints: desired.customer.by 1, evidence 2, evidence.n 1, pains.severity 1, x-own 1\n"
       "not in csv: journeys: ids not made of names 1, goal 1\n"
       "not in csv: stages: ids not made of names 1, without touchpoints 1\n"
       "not in csv: branches and journeys inside others: when 1, share 1\n"},
      {tale, "mermaid", "branches and journeys inside others: when 1, share 1\n"},
      {tale, "mermaid", "desired 1, evidence 3, pains 2, x-own 1, when 1, on no journey 1\n"},
      {tale, "mermaid", "not in mermaid: project 2, x-own 1, actions 1, departments 2, channels 2\n"},
      {tale, "mermaid", "not in mermaid: tasks: without a score 2, which stand in comments\n"},
      {whole, "mermaid", "not in mermaid: tasks: with a score between two of Mermaid's 1 to 5 1, rounded to the nearer one\n"},
      {tale, "drawio", "personas 1, channels 2\n"},
      {tale, "drawio", "branches and journeys inside others: when 1, share 1\n"},
  };
  for (const auto& [workspace, format, told] : cases) {
    CAPTURE(format);
    CAPTURE(told);
    Folder folder;
    folder.with("mot.yaml", workspace);
    const WorkingDirectory here(folder.path());
    const std::string err = run_mot({"export", "--format", format}).err;
    CHECK(contains(err, told));
    CHECK((err == "") == (*told == 0));
    CHECK(run_mot({"export", "--format", format, "--quiet"}).err == "");
  }
  Folder shop;
  shop.with("mot.yaml", two_files).with("bags.yaml", bags);
  CHECK(contains(run_mot({"export", shop.path().string()}).err, "visibility 1"));
  CHECK_FALSE(contains(run_mot({"export", shop.path().string(), "--department", "desk"}).err, "visibility"));
  const Ran one = run_mot({"export", example("skyline-air"), "--journey", "family-holiday", "--format", "mermaid"});
  CHECK(contains(one.err, "not in mermaid: journeys: ids not made of names 1\n"));
  CHECK_FALSE(contains(one.err, "goal"));
}

TEST_CASE("JSON holds all that is written, and is a workspace by itself") {
  Folder folder;
  folder.with("w/mot.yaml", two_files).with("w/bags.yaml", bags);
  const WorkingDirectory here(folder.path());
  CHECK(run_mot({"export", "w", "-o", "whole.json"}).code == 0);
  const auto model = nlohmann::json::parse(text_of("whole.json"));
  CHECK(model["touchpoints"].size() == 4);
  CHECK(model["touchpoints"][0]["department"] == "desk");
  CHECK(model["touchpoints"][1]["department"] == "bags");
  CHECK(model["departments"].size() == 2);
  CHECK(model["x-own"] == 7);
  CHECK_FALSE(model.contains("include"));
  CHECK(run_mot({"gaps", "whole.json", "--format", "csv"}).out == run_mot({"gaps", "w", "--format", "csv"}).out);
}

TEST_CASE("a Mermaid journey has the scores that are known on 1 to 5, and comes back by import") {
  Folder folder;
  folder.with("w/mot.yaml", two_files).with("w/bags.yaml", bags);
  const WorkingDirectory here(folder.path());
  const Ran ran = run_mot({"export", "w", "--journey", "trip", "--format", "mermaid"});
  CHECK(ran.code == 0);
  CHECK(ran.out ==
        "journey\n  title A trip#59; by #60;air#62;\n  section Start\n    - Check#58; in: 4: Ines#44; again#58; #35;1\n"
        "    Bags at the belt: 2: Ines#44; again#58; #35;1\n    %% Pay & go: nobody knows how it is lived\n");
  CHECK(run_mot({"export", "w", "--journey", "trip", "-o", "trip.mmd"}).code == 0);
  const Ran back = run_mot({"import", "trip.mmd"});
  CHECK(back.code == 0);
  CHECK(contains(back.out, "name: \"A trip; by <air>\""));
  CHECK(contains(back.out, "name: \"- Check: in\""));
  const Ran all = run_mot({"export", example("skyline-air"), "--format", "mermaid"});
  CHECK(contains(all.out, "```mermaid\njourney\n"));
  CHECK(run_mot({"export", "w", "--journey", "tripp", "-o", "x.mmd"}).code == 2);
}

TEST_CASE("a draw.io file has a page a journey, a box a touchpoint and arrows between boxes that are there") {
  Folder folder;
  folder.with("w/mot.yaml", two_files).with("w/bags.yaml", bags);
  const WorkingDirectory here(folder.path());
  for (const std::string& workspace : {std::string("w"), example("skyline-air")}) {
    CAPTURE(workspace);
    const std::string file = run_mot({"export", workspace, "--format", "drawio"}).out;
    Shapes shapes;
    MemoryStream bytes(file);
    evidence::read_xml(bytes, shapes);
    REQUIRE_FALSE(shapes.pages.empty());
    for (const std::string& end : shapes.ends) CHECK(shapes.ids.contains(end));
    if (workspace != "w") continue;
    CHECK(shapes.pages == std::vector<std::string>{"A trip; by <air>"});
    CHECK(shapes.labels == std::vector<std::string>{"Start", "- Check: in", "Bags at the belt", "Pay & go"});
    CHECK(shapes.ends.size() == 2);  // what happens only sometimes is beside the path
  }
}

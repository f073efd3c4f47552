#include <doctest/doctest.h>
#include <fmt/format.h>

#include <filesystem>
#include <nlohmann/json.hpp>
#include <set>
#include <string>

#include "mot/findings/rules.h"
#include "mot/view/views.h"
#include "support/folder.h"
#include "support/program.h"

namespace fs = std::filesystem;
using mot::testing::contains;
using mot::testing::faulty;
using mot::testing::Folder;
using mot::testing::Ran;
using mot::testing::run_mot;
using mot::testing::text_of;
using mot::testing::WorkingDirectory;
using nlohmann::json;

namespace {

constexpr const char* two_moments =
    "departments: [{ id: desk, name: Desk, lead: Ann }, { id: hall, name: Hall, lead: Bo }]\n"
    "personas: [{ id: ines, name: Ines }, { id: jonas, name: Jonas }]\n"
    "touchpoints:\n"
    "  - { id: pay, name: Pay, department: desk, importance: 4, actual: 4,\n"
    "      desired: { company: 9, customer: { score: 9, by: { ines: { score: 10 } } } } }\n"
    "  - { id: wait, name: Wait, department: hall, importance: 2, desired: 8, actual: 7 }\n";
constexpr const char* two_journeys =
    "departments: [{ id: hall, name: Hall }]\n"
    "personas: [{ id: ines, name: Ines }]\n"
    "touchpoints:\n"
    "  - { id: pay, name: Pay, department: hall, importance: 4, desired: 9, actual: 4 }\n"
    "  - { id: wait, name: Wait, importance: 2, desired: 8, actual: 7 }\n"
    "journeys:\n"
    "  - { id: visit, name: A visit, stages: [{ id: come, name: Come, touchpoints: [wait, pay] }] }\n"
    "  - { id: call, name: A call, stages: [{ id: dial, name: Dial, touchpoints: [pay] }] }\n";

constexpr const char* one_moment =
    "touchpoint: { id: pay, name: Pay }\n"
    "journey: { id: visit, name: A visit, stages: [{ id: come, name: Come, touchpoints: [pay] }] }\n";

/// The names of the files in the working directory, sorted, with blanks between them.
std::string files_here() {
  std::set<std::string> names;
  for (const auto& entry : fs::recursive_directory_iterator(".")) {
    if (entry.is_regular_file()) names.insert(entry.path().lexically_normal().string());
  }
  std::string list;
  for (const std::string& name : names) list += (list.empty() ? "" : " ") + name;
  return list;
}

}  // namespace

TEST_CASE("today is the day that is named, else that of the build, else the system's") {
  Folder folder;
  folder.with("a.yaml",
              "touchpoint: { id: a, name: A, visibility: support, importance: 1, owner: Bo, desired: 5, actual: 5, supports: [b],\n"
              "              review_by: 2026-06-30 }\n"
              "evidence: []\n");
  const WorkingDirectory here(folder.path());
  const auto epoch = [](const char* name) -> char* {
    static char time[] = "1782950400";  // 2026-07-02
    return std::string_view(name) == "SOURCE_DATE_EPOCH" ? time : nullptr;
  };
  const auto nonsense = [](const char* name) -> char* {
    static char time[] = "yesterday";
    return std::string_view(name) == "SOURCE_DATE_EPOCH" ? time : nullptr;
  };
  const auto today_in = [](const Ran& ran) { return json::parse(ran.out)["today"]; };
  const std::vector<std::string> call = {"validate", "a.yaml", "--format", "json"};
  std::vector<std::string> dated = call;
  dated.insert(dated.end(), {"--today", "2026-06-01"});
  CHECK(today_in(run_mot(dated, {.variable = epoch})) == "2026-06-01");
  CHECK(today_in(run_mot(call, {.variable = epoch})) == "2026-07-02");
  CHECK(today_in(run_mot(call)) >= "2026-01-01");
  CHECK(contains(run_mot(call, {.variable = epoch}).err, "today is 2026-07-02, says SOURCE_DATE_EPOCH\n"));
  CHECK(run_mot(call, {.variable = nonsense}).err ==
        "mot: SOURCE_DATE_EPOCH is 'yesterday', which is not a number of seconds since 1970\nsee: mot --help\n");
  CHECK(contains(run_mot({"validate", "a.yaml", "--today", "31.3.2027"}).err, "'31.3.2027' is not a date; write it like 2027-03-31"));
}

TEST_CASE("gaps are ranked in a table, and in other formats") {
  Folder folder;
  folder.with("a.yaml", two_moments);
  const WorkingDirectory here(folder.path());
  const Ran ran = run_mot({"gaps", "a.yaml", "-o", "-", "-o", "gaps.csv", "-o", "gaps.md", "-o", "gaps.json"});
  CHECK(ran.code == 0);
  CHECK(ran.err == "");
  CHECK(ran.out.find("Pay") < ran.out.find("Wait"));
  CHECK(text_of("gaps.csv").starts_with("rank,"));
  CHECK(contains(text_of("gaps.md"), "| --- |"));
  const json document = json::parse(text_of("gaps.json"));
  CHECK(document["touchpoints"][0]["gap"] == 5);
  CHECK(document["today"].is_string());
}

TEST_CASE("gaps are looked at as the options say") {
  Folder folder;
  folder.with("a.yaml", two_moments);
  const WorkingDirectory here(folder.path());
  const auto gaps = [](std::vector<std::string> options) {
    options.insert(options.begin(), {"gaps", "a.yaml", "--format", "json"});
    return json::parse(run_mot(options).out);
  };
  CHECK(gaps({})["groups"].empty());
  CHECK(gaps({"--by", "department"})["groups"][1]["key"] == "hall");
  CHECK(gaps({"--method", "ipa"})["method"] == "ipa");
  CHECK(gaps({"--importance", "derived"})["touchpoints"][0]["quadrant"] == nullptr);
  CHECK(gaps({})["touchpoints"][0]["target"] == 9);
  CHECK(gaps({"--persona", "ines"})["touchpoints"][0]["target"] == 10);
  CHECK(gaps({"--sensitivity"}) != gaps({}));
  CHECK(run_mot({"gaps", "a.yaml", "--persona", "inez"}).err ==
        "mot: option '--persona': no persona has the id 'inez'; did you mean 'ines'?\nsee: mot gaps --help\n");
}

TEST_CASE("a table is as wide as its terminal") {
  Folder folder;
  folder.with("a.yaml", two_moments);
  const WorkingDirectory here(folder.path());
  const std::string wide = run_mot({"gaps", "a.yaml"}).out, narrow = run_mot({"gaps", "a.yaml"}, {.out_columns = 70}).out;
  CHECK(wide.substr(0, wide.find("Pay")).size() > narrow.substr(0, narrow.find("Pay")).size());
}

TEST_CASE("a workspace with errors has no figures and no pictures: they are shown, and the exit code is 2") {
  Folder folder;
  folder.with("a.yaml", faulty);
  const WorkingDirectory here(folder.path());
  const Ran ran = run_mot({"gaps", "a.yaml", "-o", "gaps.csv"});
  CHECK(ran.code == 2);
  CHECK(ran.out == "");
  CHECK(ran.err.starts_with("a.yaml:3:3: error: "));
  CHECK(ran.err.ends_with("\nmot: a workspace with 1 error has no figures and no pictures; mend it first\n"));
  CHECK_FALSE(fs::exists("gaps.csv"));
}

TEST_CASE("journeys that are drawn side by side are those that are drawn alone") {
  Folder folder;
  const WorkingDirectory here(folder.path());
  folder.with("mot.yaml", two_journeys);
  const std::vector<std::string> endings = {"svg", "png", "pdf"};
  std::vector<std::string> together = {"map"};
  for (const std::string& ending : endings) together.insert(together.end(), {"-o", "{journey}." + ending});
  const Ran drawn = run_mot(together);
  REQUIRE_MESSAGE(drawn.code == 0, drawn.err);
  for (const std::string& journey : std::vector<std::string>{"visit", "call"}) {
    for (const std::string& ending : endings) {
      CAPTURE(journey + "." + ending);
      const Ran alone = run_mot({"map", "--journey", journey, "-o", "alone." + ending});
      REQUIRE(alone.code == 0);
      CHECK(text_of(folder / (journey + "." + ending)) == text_of(folder / ("alone." + ending)));
      CHECK(text_of(folder / ("alone." + ending)).size() > 1000);
    }
  }
}

TEST_CASE("a map is written to the files that are named, for the journeys that are meant") {
  const char* note = "this is the journey 'visit'; --journey draws another (call), -o '{journey}.svg' all of them\n";
  const struct {
    std::vector<std::string> options;
    std::string files;
    std::string err;
  } cases[] = {
      {{}, "visit.svg", "wrote visit.svg\n" + std::string(note)},
      {{"--format", "dot"}, "visit.dot", "wrote visit.dot\n" + std::string(note)},
      {{"--journey", "call"}, "call.svg", "wrote call.svg\n"},
      {{"--journey", "call", "-q"}, "call.svg", ""},
      {{"-o", "a.svg"}, "a.svg", note},
      {{"-o", "a.svg", "-o", "b.pdf", "--journey", "call"}, "a.svg b.pdf", ""},
      {{"-o", "maps/{journey}.svg"}, "maps/call.svg maps/visit.svg", "wrote maps/visit.svg\nwrote maps/call.svg\n"},
      {{"-o", "{journey}/{journey}.dot", "--journey", "visit"}, "visit/visit.dot", "wrote visit/visit.dot\n"},
      {{"--view", "journey", "-o", "a", "--format", "svg", "--journey", "call"}, "a", ""},
      {{"--view", "blueprint", "--journey", "call"}, "blueprint-call.svg", "wrote blueprint-call.svg\n"},
      {{"--view", "matrix"}, "matrix.svg", "wrote matrix.svg\n"},
      {{"--persona", "ines"}, "visit-ines.svg", "wrote visit-ines.svg\n" + std::string(note)},
      {{"--view", "matrix", "--persona", "ines"}, "matrix-ines.svg", "wrote matrix-ines.svg\n"},
      {{"--journey", "call", "--department", "hall", "--blank", "customer", "--width", "700"},
       "call-hall-blank-customer.svg",
       "wrote call-hall-blank-customer.svg\n"},
      {{"--journey", "call", "--after-actions"}, "call-after-actions.svg", "wrote call-after-actions.svg\n"},
      {{"--view", "matrix", "-o", "a.svg", "-o", "b.png"}, "a.svg b.png", ""},
  };
  for (const auto& [options, files, err] : cases) {
    CAPTURE(files);
    const Folder folder;
    const WorkingDirectory here(folder.path());
    fs::create_directory("maps");
    fs::create_directory("visit");
    std::vector<std::string> words = {"map", "-"};
    words.insert(words.end(), options.begin(), options.end());
    const Ran ran = run_mot(words, {.in = two_journeys});
    CHECK(ran.code == 0);
    CHECK(ran.out == "");
    CHECK(ran.err == err);
    CHECK(files_here() == files);
  }
}

TEST_CASE("a map goes to standard output where that is asked for, but no picture of bits to a terminal") {
  const auto out_of = [](const char* format, bool is_terminal) {
    return run_mot({"map", "-", "-q", "-o", "-", "--format", format}, {.in = two_journeys, .out_is_terminal = is_terminal});
  };
  CHECK(contains(out_of("svg", true).out, "<svg"));
  CHECK(out_of("png", false).out.starts_with("\x89PNG"));
  const Ran refused = out_of("png", true);
  CHECK(refused.code == 2);
  CHECK(refused.out == "");
  CHECK(refused.err == "mot: png is nothing for a terminal; name a file with -o\n");
}

TEST_CASE("more dots make a larger picture") {
  const auto png = [](const char* dpi) {
    return run_mot({"map", "-", "-q", "-o", "-", "--format", "png", "--dpi", dpi}, {.in = two_journeys}).out;
  };
  CHECK(png("60").substr(16, 8) < png("120").substr(16, 8));  // width and height, the larger byte first
  CHECK(png("96") == run_mot({"map", "-", "-q", "-o", "-", "--format", "png"}, {.in = two_journeys}).out);
}

TEST_CASE("a pdf bears the day of the build or the day that is named, never the clock's") {
  const auto epoch = [](const char* name) -> char* {
    static char time[] = "1782950400";
    return std::string_view(name) == "SOURCE_DATE_EPOCH" ? time : nullptr;
  };
  const std::vector<std::string> call = {"map", "-", "-q", "-o", "-", "--format", "pdf"};
  std::vector<std::string> dated = call;
  dated.insert(dated.end(), {"--today", "2026-06-01"});
  CHECK(contains(run_mot(call, {.in = two_journeys, .variable = epoch}).out, "(20260702"));
  CHECK(contains(run_mot(dated, {.in = two_journeys}).out, "(20260601"));
  CHECK(contains(run_mot(call, {.in = two_journeys}).out, "(2000"));
}

TEST_CASE("a map that can't be drawn leaves nothing") {
  const struct {
    std::vector<std::string> options;
    const char* in;
    const char* err;
  } cases[] = {
      {{"--journey", "cal"}, two_journeys, "option '--journey': no journey has the id 'cal'; did you mean 'call'?"},
      {{"--journey", "holiday"}, two_journeys, "no journey has the id 'holiday'; it may be 'visit' or 'call'"},
      {{"--dpi", "1e9"}, two_journeys, "option '--dpi': '1e9' is not a number from 10 to 2400"},
      {{"--dpi", "many"}, two_journeys, "'many' is not a number"},
      {{"--view", "jurney"}, two_journeys, "option '--view': 'jurney' is not known; did you mean 'journey'?"},
      {{"-o", "a.gif"}, two_journeys, "the extension of 'a.gif' names no format; give it one of .svg, .png, .pdf, .dot"},
      {{"-o", "no/{journey}.svg"}, two_journeys, "cannot write 'no/visit.svg': there is no folder 'no'"},
      {{"--view", "matrix", "-o", "{journey}.svg"}, two_journeys, "the view 'matrix' shows the whole workspace, not a journey"},
      {{"--view", "matrix", "--after-actions"}, two_journeys, "the view 'matrix' takes no --after-actions; these do: journey"},
      {{"--view", "matrix", "--width", "900"}, two_journeys, "the view 'matrix' takes no --width; these do: journey, blueprint"},
      {{"--persona", "inez"}, two_journeys, "option '--persona': no persona has the id 'inez'; did you mean 'ines'?"},
      {{"--department", "cellar"}, two_journeys, "option '--department': no department has the id 'cellar'; it may be 'hall'"},
      {{"--department", "hall"}, one_moment, "no department has the id 'hall'; the workspace has no departments"},
      {{"--blank", "nothing"}, two_journeys, "option '--blank': 'nothing' is not known; it may be 'actual', 'customer' or 'all'"},
      {{"--blank", "all", "--after-actions"}, two_journeys, "--after-actions builds on what is lived, and --blank leaves that empty"},
      {{"--width", "12"}, two_journeys, "option '--width': '12' is not a number from 400 to 100000"},
      {{"-o", "a.svg"}, faulty, "<stdin>:3:3: error: "},
      {{"-o", "a.svg"}, "touchpoint: { id: pay, name: Pay }\n", "there is no journey to draw; a journey is a path"},
  };
  for (const auto& [options, in, err] : cases) {
    CAPTURE(err);
    const Folder folder;
    const WorkingDirectory here(folder.path());
    std::vector<std::string> words = {"map", "-"};
    words.insert(words.end(), options.begin(), options.end());
    const Ran ran = run_mot(words, {.in = in});
    CHECK(ran.code == 2);
    CHECK(contains(ran.err, err));
    CHECK(files_here() == "");
  }
}

TEST_CASE("the help on maps says what every view shows") {
  const std::string help = run_mot({"map", "--help"}).out;
  for (const mot::PictureView& view : mot::picture_views()) CHECK(contains(help, fmt::format("  {} ", view.name)));
  CHECK(contains(help, "importance against the lived experience"));
  CHECK(contains(help, "takes --persona, --department"));
}

TEST_CASE("gates are about all customers: one persona's figures judge none") {
  const std::string gated = "project: { name: Desk, gates: { gap_at_most: 1 } }\n" + std::string(two_moments);
  const auto gates = [&](std::vector<std::string> options) {
    options.insert(options.begin(), {"gaps", "-", "--format", "json"});
    return json::parse(run_mot(options, {.in = gated}).out)["gates"];
  };
  CHECK(gates({}).size() == 1);
  CHECK(gates({"--persona", "ines"}).empty());
}

TEST_CASE("a picture of one persona counts only what they want, and says so") {
  const std::string yaml =
      "personas: [{ id: ines, name: Ines }]\n"
      "touchpoint: { id: pay, name: Pay, importance: 3, desired: { customer: { score: 6, by: { ines: 10 } } }, actual: 4 }\n"
      "journey: { id: visit, name: A visit, stages: [{ id: come, name: Come, touchpoints: [pay] }] }\n";
  for (const char* view : {"journey", "blueprint", "matrix"}) {
    CAPTURE(view);
    const std::vector<std::string> of_all = {"map", "-", "-q", "-o", "-", "--view", view};
    std::vector<std::string> of_ines = of_all;
    of_ines.insert(of_ines.end(), {"--persona", "ines"});
    CHECK_FALSE(contains(run_mot(of_all, {.in = yaml}).out, "Ines only"));
    CHECK(contains(run_mot(of_ines, {.in = yaml}).out, "(Ines only)</title>"));
  }
  CHECK(contains(run_mot({"map", "-", "-q", "--layout", "lanes", "-o", "-"}, {.in = yaml}).out, "4 of 6<"));
  CHECK(contains(run_mot({"map", "-", "-q", "--layout", "lanes", "-o", "-", "--persona", "ines"}, {.in = yaml}).out, "4 of 10<"));
}

TEST_CASE("the journey that is shown for want of a journey is one that can be read") {
  const std::string err = run_mot({"map", "-"}, {.in = "touchpoint: { id: greeting, name: Greeting, desired: 9, actual: 4 }\n"}).err;
  const std::string example = err.substr(err.find("\n  ") + 3);
  const Ran ran =
      run_mot({"map", "-", "-o", "-"}, {.in = "touchpoint: { id: greeting, name: Greeting, desired: 9, actual: 4 }\n" + example});
  CHECK(ran.code == 0);
}

TEST_CASE("what leads nowhere and no figure rests on is drawn as it is written, and told in a line") {
  Folder folder;
  folder.with("a.yaml",
              "channels: [desk]\n"
              "touchpoints:\n"
              "  - { id: pay, name: Pay, channel: lost & found, dimension: speed, flags: { ida: A wave } }\n"
              "journey: { id: visit, name: A visit, persona: ida, stages: [{ id: come, name: Come, touchpoints: [pay] }] }\n");
  const WorkingDirectory here(folder.path());
  const Ran ran = run_mot({"map", "a.yaml", "--view", "blueprint", "-o", "-", "--format", "svg"});
  CHECK(ran.code == 0);
  CHECK(ran.err ==
        "'lost & found', 'speed', 'ida' lead nowhere: a picture shows no more of them than the name; 'mot validate' says where\n");
  CHECK(contains(ran.out, "lost &amp; found ?"));
  CHECK(contains(run_mot({"map", "a.yaml", "-o", "-", "--format", "svg"}).out, "ida ?"));
  CHECK(contains(run_mot({"map", "a.yaml", "--view", "portfolio", "-o", "-", "--format", "svg"}).out, "ida ?"));
  CHECK(run_mot({"gaps", "a.yaml"}).code == 2);
  CHECK(run_mot({"check", "a.yaml"}).code == 1);
}

TEST_CASE("a picture is drawn without what a moment is said to support or involve and nobody knows; figures are not") {
  Folder folder;
  folder.with("a.yaml",
              "touchpoints:\n"
              "  - { id: pay, name: Pay, involves: [kitchen] }\n"
              "  - { id: till, name: Till, visibility: support, supports: [pay, paying] }\n"
              "journey: { id: visit, name: A visit, stages: [{ id: come, name: Come, touchpoints: [pay] }] }\n");
  const WorkingDirectory here(folder.path());
  for (const char* view : {"journey", "blueprint"}) {
    const Ran ran = run_mot({"map", "a.yaml", "--view", view, "-o", "-", "--format", "svg"});
    CHECK(ran.code == 0);
    CHECK(ran.err == "'kitchen', 'paying' lead nowhere: a picture shows no more of them than the name; 'mot validate' says where\n");
    CHECK(contains(ran.out, ">Pay<"));
  }
  CHECK(run_mot({"gaps", "a.yaml"}).code == 2);
  CHECK(run_mot({"check", "a.yaml"}).code == 1);
}

TEST_CASE("a map goes past errors only where that is asked for, says so, and ends with 1") {
  Folder folder;
  folder.with("a.yaml", std::string(one_moment) + "touchpoints: [{ id: wait, name: Wait, importence: 3 }]\n");
  const WorkingDirectory here(folder.path());
  const Ran refused = run_mot({"map", "a.yaml", "-o", "a.svg"});
  CHECK(refused.code == 2);
  CHECK(refused.err.ends_with("a workspace with 1 error has no picture; mend it first, or draw what could be read (--keep-going)\n"));
  CHECK_FALSE(fs::exists("a.svg"));
  const Ran drawn = run_mot({"map", "a.yaml", "-o", "a.svg", "--keep-going"});
  CHECK(drawn.code == 1);
  CHECK(contains(drawn.err, "[unknown-key]"));
  CHECK(drawn.err.ends_with("the picture lacks what 1 error takes away\n"));
  CHECK(contains(text_of("a.svg"), "Pay"));
}

TEST_CASE("behind whatever error of form or links every view draws, or says why it can't") {
  for (const mot::Rule& rule : mot::rules) {
    if (!rule.is_about_files()) continue;
    Folder folder;
    folder.with("a.yaml", rule.bad);
    const WorkingDirectory here(folder.path());
    for (const auto& view : mot::picture_views()) {
      CAPTURE(rule.id);
      CAPTURE(view.name);
      const Ran ran = run_mot({"map", "a.yaml", "--keep-going", "--view", std::string(view.name), "-o", "-", "--format", "svg"});
      const bool is_drawn = ran.out.starts_with("<?xml") || ran.out.starts_with("<svg");
      if (is_drawn) {
        CHECK(ran.code != 2);
        CHECK(ran.out.ends_with("</svg>\n"));
        continue;
      }
      CHECK(ran.code == 2);
      CHECK(ran.out == "");
      CAPTURE(ran.err);
      CHECK(contains(ran.err, "mot: "));
    }
  }
}

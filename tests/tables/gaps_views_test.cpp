// What `mot gaps` shows beside the ranking: sensitivity, personas, voices, performers, and the workbook read back.
#include <doctest/doctest.h>
#include <fmt/format.h>

#include <cstdio>
#include <memory>
#include <nlohmann/json.hpp>

#include "mot/analysis/sensitivity.h"
#include "support/folder.h"
#include "support/program.h"
#include "support/small_workspace.h"

using namespace mot;
using namespace mot::testing;
using nlohmann::json;

namespace {

const std::string airline = std::string(MOT_SOURCE_DIR) + "/examples/skyline-air";

Ran gaps(std::vector<std::string> options) {
  options.insert(options.begin(), {"-C", airline, "gaps", "--today", "2026-11-25"});
  return run_mot(options);
}

/// A part of a workbook, as another program takes it out.
std::string part_of(const std::filesystem::path& workbook, const char* part) {
  const std::string command = fmt::format("unzip -p '{}' '{}'", workbook.string(), part);
  const std::unique_ptr<FILE, int (*)(FILE*)> pipe(popen(command.c_str(), "r"), pclose);
  REQUIRE(pipe);
  std::string text;
  for (int c = std::fgetc(pipe.get()); c != EOF; c = std::fgetc(pipe.get())) text += static_cast<char>(c);
  return text;
}

}  // namespace

TEST_CASE("a quadrant may be another one with the cross-hair elsewhere") {
  // importance 5, 4, 2, 1 with actual 8, 2, 6, 0: means 3 and 4, medians 3 and 4; and one far off: means 3.4 and 5.2, medians 4 and 6
  const Small even = small_of({"a imp=5 actual=8", "b imp=4 actual=2", "c imp=2 actual=6", "d imp=1 actual=0"});
  const auto at = [](const Small& small, std::size_t touchpoint, CrosshairAt place) {
    const Analysis analysis = analyse(small.workspace, small.answers);
    const auto quadrant =
        looked_at_otherwise(small.workspace, small.answers, analysis)[touchpoint].quadrants[static_cast<std::size_t>(place)];
    return quadrant ? std::string(name_of(*quadrant)) : "none";
  };
  CHECK(at(even, 0, CrosshairAt::means) == "keep up the good work");
  CHECK(at(even, 0, CrosshairAt::medians) == "keep up the good work");
  CHECK(at(even, 2, CrosshairAt::middles) == "possible overkill");
  CHECK(at(even, 0, CrosshairAt::other_importance) == "none");  // nobody asked about the whole
  const Small odd = small_of({"a imp=5 actual=8", "b imp=4 actual=2", "c imp=2 actual=6", "d imp=1 actual=0", "e imp=5 actual=10"});
  CHECK(at(odd, 2, CrosshairAt::means) == "possible overkill");
  CHECK(at(odd, 2, CrosshairAt::medians) == "possible overkill");
  CHECK(at(odd, 1, CrosshairAt::medians) == "concentrate here");
  const Small shifted = small_of({"a imp=5 actual=8", "b imp=3 actual=7", "c imp=1 actual=0"});  // means 3 and 5, medians 3 and 7
  CHECK(at(shifted, 1, CrosshairAt::means) == "keep up the good work");
  CHECK(at(shifted, 1, CrosshairAt::middles) == "keep up the good work");
  const Small high = small_of({"a imp=5 actual=9", "b imp=5 actual=8", "c imp=4 actual=7.5"});  // all above the middles
  CHECK(at(high, 2, CrosshairAt::means) == "low priority");
  CHECK(at(high, 2, CrosshairAt::middles) == "keep up the good work");
}

TEST_CASE("ranks by every method stand side by side") {
  const Small small = small_of({"a imp=5 company=9 customer=6 actual=5", "b imp=2 company=9 customer=9 actual=4"});
  const Analysis analysis = analyse(small.workspace, small.answers);
  const auto otherwise = looked_at_otherwise(small.workspace, small.answers, analysis);
  const auto rank = [&](std::size_t touchpoint, Method method) { return otherwise[touchpoint].ranks[static_cast<std::size_t>(method)]; };
  CHECK(rank(0, Method::weighted) == 1u);  // 0.4 over 0.2
  CHECK(rank(0, Method::servqual) == 2u);  // 1 under 5
  CHECK(rank(1, Method::servqual) == 1u);
  CHECK_FALSE(rank(0, Method::opportunity));
  CHECK(otherwise[0].ranks[0] == analysis.touchpoints[0].rank);
}

TEST_CASE("the sensitivity report says what flips, in a table and in JSON") {
  const Ran ran = gaps({"--sensitivity"});
  CHECK(ran.code == 0);
  for (const char* text : {"What ranks and quadrants owe to the way they are looked at", "by ipa: ", "by servqual: ", "by opportunity: ",
                           "cross-hair at the medians: ", "cross-hair at the other importance: "}) {
    CAPTURE(text);
    CHECK(contains(ran.out, text));
  }
  const json document = json::parse(gaps({"--sensitivity", "--format", "json"}).out);
  const json& first = document["touchpoints"][0]["sensitivity"];
  CHECK(first["ranks"].size() == 4);
  CHECK(first["quadrants"].size() == 4);
  CHECK(json::parse(gaps({"--format", "json"}).out)["touchpoints"][0]["sensitivity"].is_null());
}

TEST_CASE("uneven treatment, thumbs, quotes and top performers are shown") {
  const Ran by_persona = gaps({"--by", "persona"});
  CHECK(contains(by_persona.out, "Uneven treatment: the widest difference between two personas"));
  CHECK(contains(by_persona.out, "(Bonferroni)"));
  const Ran voices = gaps({"--voices"});
  for (const char* text : {"Thumbs\n", "Quotes\n", "25 minutes without a word.", "What top performers reach and do",
                           "Walks to the belt and talks to whoever waits", "intervals are Wilson's"}) {
    CAPTURE(text);
    CHECK(contains(voices.out, text));
  }
  const json document = json::parse(gaps({"--format", "json"}).out);
  for (const json& touchpoint : document["touchpoints"]) {
    if (touchpoint["id"] != "bags-at-the-belt") continue;
    CHECK(touchpoint["thumbs"]["n"] == 13);
    CHECK(touchpoint["quotes"].size() == 5);
    CHECK(touchpoint["persona_gap"]["established"] == false);
    CHECK(touchpoint["practice_gap"]["only_top"] == json({"Walks to the belt and talks to whoever waits"}));
  }
}

TEST_CASE("gates stand under the ranking, as check says them") {
  CHECK(contains(gaps({}).out, "\ngate 'coverage_at_least: 90' holds: 98.3\n"));
  CHECK(contains(gaps({"--by", "department", "--format", "md"}).out, "gate 'coverage"));
}

TEST_CASE("a workbook read back has its header frozen and filtered, gaps coloured by their number, numbers with formats, and no formula") {
  const Folder folder;
  const std::string file = (folder / "gaps.xlsx").string();
  const std::string in =
      "project: { name: '=1+1' }\n"
      "touchpoints:\n"
      "  - { id: pay, name: '=HYPERLINK(\"http://x\")', importance: 5, desired: 9, actual: 4.25 }\n"
      "  - { id: wait, name: Wait, importance: 3, desired: 8 }\n";
  REQUIRE(run_mot({"gaps", "-", "-o", file}, {.in = in}).code == 0);
  const std::string canvas = part_of(file, "xl/worksheets/sheet1.xml"), texts = part_of(file, "xl/sharedStrings.xml"),
                    styles = part_of(file, "xl/styles.xml");
  CHECK(contains(canvas, "state=\"frozen\""));
  CHECK(contains(canvas, "<autoFilter ref=\"A1:"));
  CHECK(contains(canvas, "<conditionalFormatting sqref="));
  CHECK(contains(canvas, "<formula>1.00000001</formula>"));  // a tenth of the range, with room for rounding
  CHECK(contains(canvas, "type=\"containsBlanks\""));
  CHECK_FALSE(contains(canvas, "<f>"));
  CHECK(contains(texts, "<t>=HYPERLINK(\"http://x\")</t>"));
  CHECK(contains(canvas, "<v>4.25</v>"));
  CHECK(contains(styles, "formatCode=\"0.0\""));
}

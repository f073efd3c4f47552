// What narrows the touchpoints is the same for every command that shows any.
#include <doctest/doctest.h>
#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <nlohmann/json.hpp>

#include "mot/analysis/groups.h"
#include "mot/text/utf8.h"
#include "support/folder.h"
#include "support/program.h"

using namespace mot;
using namespace mot::testing;
using nlohmann::json;

namespace {

const std::string airline = std::string(MOT_SOURCE_DIR) + "/examples/skyline-air";

Ran run_on_airline(std::vector<std::string> words) {
  words.insert(words.begin(), {"-C", airline});
  return run_mot(words);
}

json json_of(std::vector<std::string> words) {
  words.insert(words.end(), {"--format", "json"});
  const Ran ran = run_on_airline(std::move(words));
  INFO(ran.err);
  REQUIRE(ran.code == 0);
  return json::parse(ran.out);
}

/// Ids of the touchpoints of a document, in alphabetical order.
std::string ids_in(const json& document) {
  std::vector<std::string> ids;
  for (const json& touchpoint : document["touchpoints"]) ids.push_back(touchpoint["id"]);
  std::ranges::sort(ids);
  return fmt::format("{}", fmt::join(ids, " "));
}

const std::vector<std::vector<std::string>>& filters() {
  static const std::vector<std::vector<std::string>> all = {
      {"--journey", "same-day-trip"},
      {"--stage", "arrive"},
      {"--stage", "same-day-trip/arrive"},
      {"--department", "ground-handling"},
      {"--channel", "on board"},
      {"--tag", "baggage"},
      {"--moments-of-truth"},
      {"--tag", "baggage", "--moments-of-truth"},
  };
  return all;
}

}  // namespace

TEST_CASE("every command that shows touchpoints takes every filter, and tells the nearest name where one matches nothing") {
  const Folder folder;
  const std::string page = (folder / "r.md").string();
  const std::vector<std::vector<std::string>> commands = {{"gaps"},
                                                          {"coverage"},
                                                          {"plan"},
                                                          {"map", "--view", "matrix", "-o", "-", "--format", "svg"},
                                                          {"report", "-o", page},
                                                          {"export", "--format", "csv"}};
  const struct {
    const char* option;
    const char* good;
    const char* slip;
  } options[] = {
      {"--journey", "same-day-trip", "same-day-tripp"},
      {"--stage", "arrive", "arive"},
      {"--department", "ground-handling", "ground-handlin"},
      {"--persona", "ines", "inez"},
      {"--channel", "on board", "on bord"},
      {"--tag", "baggage", "bagage"},
  };
  const auto with = [](std::vector<std::string> words, std::initializer_list<std::string> more) {
    words.insert(words.end(), more);
    return words;
  };
  for (const auto& command : commands) {
    CAPTURE(command.front());
    const bool is_file = command.front() == "report";
    const auto shown = [&](const std::vector<std::string>& words) {
      const Ran ran = run_on_airline(words);
      CAPTURE(ran.err);
      CHECK(ran.code == 0);
      return is_file ? text_of(page) : ran.out;
    };
    const std::string whole = shown(command);
    for (const auto& [option, good, slip] : options) {
      CAPTURE(option);
      CHECK(shown(with(command, {option, good})) != whole);
      const Ran ran = run_on_airline(with(command, {option, slip}));
      CHECK(ran.code == 2);
      CHECK(contains(ran.err, fmt::format("did you mean '{}'?", good)));
    }
    CHECK(shown(with(command, {"--moments-of-truth"})) != whole);
  }
}

TEST_CASE("a report of a part says so, and holds no touchpoint of another") {
  const Folder folder;
  const std::string page = (folder / "r.md").string();
  CHECK(run_on_airline({"report", "--department", "ground-handling", "-o", page}).code == 0);
  const std::string text = text_of(page);
  CHECK(contains(text, "(department Ground handling only): moments of truth"));
  CHECK(contains(text, "Bags at the belt"));
  CHECK_FALSE(contains(text, "Search a fare"));
  CHECK(
      contains(run_on_airline({"report", "--tag", "baggage", "--since", "HEAD", "-o", page}).err, "--since tells of the whole workspace"));
}

TEST_CASE("an export holds what a filter leaves, and JSON, which is the files, has no parts") {
  const std::string csv = run_on_airline({"export", "--format", "csv", "--tag", "baggage"}).out;
  CHECK(contains(csv, "bags-at-the-belt"));
  CHECK_FALSE(contains(csv, "search-a-fare"));
  const Ran refused = run_on_airline({"export", "--format", "json", "--tag", "baggage"});
  CHECK(refused.code == 2);
  CHECK(contains(refused.err, "json holds all that is written; leave out what narrows it"));
}

TEST_CASE("a journey delivers the same whoever tells of it") {
  Folder folder;
  folder.with("mot.yaml", R"(mot: 1
touchpoints:
  - { id: a, name: A, desired: 10, actual: 9, importance: 3, owner: Ann }
  - { id: b, name: B, desired: 10, actual: 1, importance: 5 }
actions: [{ name: Mend b, touchpoints: [b], status: planned, lift: 4 }]
journeys:
  - { id: trip, name: Trip, stages: [{ name: All, touchpoints: [a, { when: it rains, share: 10, touchpoints: [b] }] }] }
)");
  const auto json_from = [&](std::vector<std::string> words) {
    words.insert(words.begin(), {"-C", folder.path().string()});
    words.insert(words.end(), {"--format", "json"});
    return json::parse(run_mot(words).out);
  };
  const json group = json_from({"gaps", "--by", "journey"})["groups"][0];
  CHECK(group["delivered"].get<double>() == doctest::Approx(100 * (3 * 0.9 + 0.5 * 0.1) / 3.5));
  CHECK(json_from({"gaps", "--by", "stage"})["groups"][0]["delivered"] == group["delivered"]);
  CHECK(json_from({"gaps", "--journey", "trip"})["summary"]["delivered"] == group["delivered"]);
  CHECK(json_from({"plan", "--journey", "trip"})["delivered_now"] == group["delivered"]);
  CHECK(json_from({"plan", "--journey", "trip"})["delivered_after"].get<double>() == doctest::Approx(100 * (3 * 0.9 + 0.5 * 0.5) / 3.5));
  for (const char* view : {"journey", "cycle", "priorities", "matrix", "portfolio"}) {
    CAPTURE(view);
    const Ran ran = run_mot({"-C", folder.path().string(), "map", "--view", view, "--journey", "trip", "-o", "-", "--format", "svg"});
    CHECK(contains(ran.out, "79"));
    CHECK_FALSE(contains(ran.out, "40\u00a0%"));
  }
}

TEST_CASE("gaps and coverage show the same touchpoints, each with the figures it has in the whole") {
  const json whole = json_of({"gaps"});
  for (const std::vector<std::string>& filter : filters()) {
    CAPTURE(filter.back());
    std::vector<std::string> gaps = {"gaps"}, coverage = {"coverage"};
    gaps.insert(gaps.end(), filter.begin(), filter.end());
    coverage.insert(coverage.end(), filter.begin(), filter.end());
    const json part = json_of(gaps);
    CHECK(ids_in(part) == ids_in(json_of(coverage)));
    CHECK(part["touchpoints"].size() < whole["touchpoints"].size());
    CHECK(part["summary"]["touchpoints"] == part["touchpoints"].size());
    for (const json& touchpoint : part["touchpoints"]) {
      const auto same = std::ranges::find_if(whole["touchpoints"], [&](const json& other) { return other["id"] == touchpoint["id"]; });
      REQUIRE(same != whole["touchpoints"].end());
      for (const char* key : {"actual", "gap", "rank", "quadrant", "priority", "n"}) CHECK(touchpoint[key] == (*same)[key]);
    }
  }
  CHECK(ids_in(json_of({"gaps", "--stage", "same-day-trip/arrive"})) == "bags-at-the-belt leaving-the-aircraft lost-bag-desk");
}

TEST_CASE("a group counts alone what a filter leaves") {
  const json groups = json_of({"gaps", "--by", "department"})["groups"];
  for (const json& group : groups) {
    if (group["key"].is_null()) continue;
    const json part = json_of({"gaps", "--department", group["key"]});
    CAPTURE(group["key"]);
    CHECK(part["summary"]["delivered"] == group["delivered"]);
    CHECK(part["summary"]["coverage"] == group["coverage"]);
  }
}

TEST_CASE("every way to group goes with every filter, and a persona's row counts what --persona counts there") {
  for (const std::vector<std::string>& filter : filters()) {
    CAPTURE(filter.back());
    for (const std::string_view by : names_of<GroupBy>) {
      CAPTURE(by);
      std::vector<std::string> words = {"gaps", "--by", std::string(by)};
      words.insert(words.end(), filter.begin(), filter.end());
      const json part = json_of(words);
      CHECK(part["summary"]["touchpoints"] == part["touchpoints"].size());
      if (by != "persona") continue;
      for (const json& group : part["groups"]) {
        std::vector<std::string> own = {"gaps", "--persona", group["key"]};
        own.insert(own.end(), filter.begin(), filter.end());
        const json summary = json_of(own)["summary"];
        CAPTURE(group["key"]);
        for (const char* figure : {"delivered", "coverage", "measured", "judged", "mean_gap"}) CHECK(group[figure] == summary[figure]);
      }
    }
  }
}

TEST_CASE("a filter that matches nothing is an error with the nearest name") {
  const struct {
    std::vector<std::string> words;
    const char* err;
  } cases[] = {
      {{"gaps", "--journey", "same-day"}, "option '--journey': no journey has the id 'same-day'"},
      {{"gaps", "--stage", "arive"}, "option '--stage': no stage has the id 'arive'; did you mean 'arrive'?"},
      {{"gaps", "--stage", "same-day-trip/arive"}, "did you mean 'same-day-trip/arrive'?"},
      {{"coverage", "--channel", "on bord"}, "option '--channel': no channel has the id 'on bord'; did you mean 'on board'?"},
      {{"plan", "--tag", "bagage"}, "option '--tag': no tag is 'bagage'; did you mean 'baggage'?"},
      {{"coverage", "--department", "ground-handlin"}, "did you mean 'ground-handling'?"},
      {{"coverage", "--persona", "inez"}, "did you mean 'ines'?"},
      {{"gaps", "--channel", "web", "--department", "ground-handling"},
       "no touchpoint is left: none of 34 fits department Ground handling, channel web"},
      {{"map", "--view", "matrix", "--channel", "belt", "--moments-of-truth", "--department", "digital"}, "no touchpoint is left"},
      {{"gaps", "--top", "0"}, "option '--top': '0' is not a whole number of at least 1"},
      {{"plan", "--top", "2.5"}, "option '--top': '2.5' is not a whole number of at least 1"},
      {{"gaps", "--tag", "baggage", "--baseline", "x.json"}, "--baseline is about the whole workspace; leave out what narrows it"},
  };
  for (const auto& [words, err] : cases) {
    CAPTURE(err);
    const Ran ran = run_on_airline(words);
    CHECK(ran.code == 2);
    CHECK(contains(ran.err, err));
    CHECK(ran.out == "");
  }
}

TEST_CASE("tables say what they were narrowed to, and --top cuts each") {
  const std::string gaps = run_on_airline({"gaps", "--department", "ground-handling", "--moments-of-truth", "--top", "1"}).out;
  CHECK(contains(gaps, "; only department Ground handling, moments of truth\n"));
  CHECK(contains(gaps, "Lost-bag desk"));
  CHECK_FALSE(contains(gaps, "Bags at the belt"));
  CHECK(contains(gaps, "the first of 2 rows"));
  CHECK_FALSE(contains(gaps, "gate '"));
  const std::string plan = run_on_airline({"plan", "--tag", "baggage"}).out;
  CHECK(contains(plan, "only tag baggage"));
  CHECK(contains(plan, "a value counts what an action lifts among these touchpoints alone"));
  CHECK_FALSE(contains(plan, "Let rebooking agents decide"));
  const std::string coverage = run_on_airline({"coverage", "--persona", "ines"}).out;
  CHECK(contains(coverage, "only journeys of Ines, car exporter\n"));
  CHECK_FALSE(contains(coverage, "Pram at the door"));
  CHECK_FALSE(contains(coverage, "A family holiday"));
}

TEST_CASE("holes are of the touchpoints that are left") {
  const json whole = json_of({"coverage"}), part = json_of({"coverage", "--department", "airport-services"});
  CHECK(part["holes"].size() < whole["holes"].size());
  CHECK(part["holes"].size() > 0);
  for (const json& hole : part["holes"]) CHECK(contains(ids_in(part), hole["id"].get<std::string>()));
}

TEST_CASE("the plan as one persona lives it counts their answers") {
  const json everybody = json_of({"plan"}), ines = json_of({"plan", "--persona", "ines"});
  CHECK(everybody["delivered_now"] != ines["delivered_now"]);
  CHECK(ines["delivered_now"] == json_of({"gaps", "--persona", "ines"})["summary"]["delivered"]);
}

TEST_CASE("times and KPIs stand in tables and in JSON") {
  const std::string text = run_on_airline({"gaps", "--times", "--kpis"}).out;
  CHECK(contains(text, "Times: how long customers wait"));
  CHECK(contains(text, "Missed-connection desk"));
  CHECK(contains(text, "45 min"));
  CHECK(contains(text, "KPIs: figures that are kept elsewhere, against their targets"));
  CHECK(contains(text, "Flights on time"));
  CHECK(contains(text, "3 of 6 KPIs and outcomes with a target meet it"));
  const json document = json_of({"gaps"});
  CHECK(document["times"]["touchpoints"][0] ==
        json::parse(R"({"id": "missed-connection-desk", "rank": 1, "waits": {"actual": 3300.0, "wanted": 600.0, "over": 2700.0},
                        "takes": {"actual": 720.0, "wanted": null, "over": null}})"));
  CHECK(document["kpis"][0]["name"] == "Flights on time");
  CHECK(document["kpis"][0]["met"] == false);
  CHECK(document["kpis"][0]["shortfall"] == 4);
  const json of_department = json_of({"gaps", "--department", "digital"})["kpis"];
  REQUIRE(of_department.size() == 1);  // of a journey that it is on
  CHECK(of_department[0]["of"]["id"] == "same-day-trip");
}

TEST_CASE("rows of what is written are shown and hidden by name") {
  const auto rows_with = [](std::vector<std::string> words) {
    words.insert(words.begin(), {"map", "--journey", "same-day-trip", "-o", "-", "--format", "svg"});
    const Ran ran = run_on_airline(words);
    std::string rows;
    for (const char* row : {"does", "thinks", "times", "kpis", "lane-1"}) {
      if (contains(ran.out, fmt::format("told-{}\"", row))) rows += std::string(row) + " ";
    }
    return ran.code == 0 ? rows : ran.err;
  };
  CHECK(rows_with({"--layout", "lanes"}) == "does thinks times kpis lane-1 ");
  CHECK(rows_with({}) == "");
  CHECK(rows_with({"--hide", "kpis", "--hide", "Systems"}) == "thinks times ");
  CHECK(rows_with({"--hide", "kpis", "--hide", "Systems", "--layout", "lanes"}) == "does thinks times ");
  CHECK(rows_with({"--show", "times"}) == "times ");
  CHECK(rows_with({"--show", "does"}) == "does ");
  CHECK(contains(rows_with({"--hide", "thinkz"}), "option '--hide': there is no row 'thinkz'; did you mean 'thinks'?"));
  CHECK(contains(rows_with({"--show", "x", "--view", "matrix"}), "the view 'matrix' takes no --show; these do: journey, blueprint"));
}

TEST_CASE("pictures are narrowed too, and say so") {
  const std::string whole = run_on_airline({"map", "--view", "priorities", "-o", "-", "--format", "svg"}).out;
  const struct {
    std::vector<std::string> words;
    const char* title;
    const char* left_out;
  } cases[] = {
      {{"--view", "priorities", "--tag", "baggage"}, "(tag baggage only)", "Settle the children"},
      {{"--view", "matrix", "--journey", "same-day-trip"}, "(journey A same-day business trip only)", "Missed-connection desk"},
      {{"--view", "portfolio", "--department", "ground-handling", "--persona", "ines"},
       "(Ines, car exporter, department Ground handling only)",
       "Greeting"},
      {{"--journey", "same-day-trip", "--stage", "arrive"}, "A same-day business trip (stage arrive only)", "Search a fare"},
      {{"--view", "blueprint", "--channel", "belt"}, "(channel belt only)", "Search a fare"},
  };
  for (const auto& [words, title, left_out] : cases) {
    CAPTURE(title);
    std::vector<std::string> all = {"map", "-o", "-", "--format", "svg"};
    all.insert(all.end(), words.begin(), words.end());
    const Ran ran = run_on_airline(all);
    CHECK(ran.code == 0);
    CHECK(contains(ran.out, std::string(title) + "</title>"));
    CHECK_FALSE(contains(ran.out, left_out));
  }
  CHECK(contains(whole, "Settle the children"));
}

// One question has one answer, whichever command is asked: figures of all commands over both examples, held against each other.
#include <doctest/doctest.h>
#include <fmt/format.h>

#include <map>
#include <nlohmann/json.hpp>

#include "support/folder.h"
#include "support/program.h"

using namespace mot;
using namespace mot::testing;
using nlohmann::json;

namespace {

/// How an example is named to the program.
struct Example {
  const char* name;
  std::vector<std::string> before;  ///< the command
  std::vector<std::string> operand;
};

const std::vector<Example>& examples() {
  static const std::string folder = std::string(MOT_SOURCE_DIR) + "/examples/";
  static const std::vector<Example> both = {{"airline", {"-C", folder + "skyline-air"}, {}},
                                            {"bakery", {}, {folder + "corner-bakery.yaml"}}};
  return both;
}

std::string out_of(const Example& example, std::vector<std::string> command) {
  std::vector<std::string> arguments = example.before;
  arguments.insert(arguments.end(), command.begin(), command.end());
  arguments.insert(arguments.end(), example.operand.begin(), example.operand.end());
  const Ran ran = run_mot(arguments);
  INFO(ran.err);
  REQUIRE(ran.code == 0);
  return ran.out;
}

json json_of(const Example& example, std::vector<std::string> command) {
  command.insert(command.end(), {"--format", "json"});
  return json::parse(out_of(example, std::move(command)));
}

/// Rows of a table by the names of its columns; no cell of ours that is looked at holds a comma.
std::vector<std::map<std::string, std::string>> rows_of(const std::string& csv) {
  const auto cells = [](const std::string& line) {
    std::vector<std::string> found(1);
    bool is_quoted = false;
    for (const char c : line) {
      if (c == '"') is_quoted = !is_quoted;
      if (c == ',' && !is_quoted) found.emplace_back();
      if (c != '"' && (c != ',' || is_quoted)) found.back() += c;
    }
    return found;
  };
  std::istringstream lines(csv);
  std::string line;
  std::getline(lines, line);
  const auto header = cells(line);
  std::vector<std::map<std::string, std::string>> rows;
  while (std::getline(lines, line) && !line.empty()) {
    const auto row = cells(line);
    if (row.size() != header.size()) break;
    for (std::size_t i = 0; i < row.size(); ++i) (i == 0 ? rows.emplace_back() : rows.back())[header[i]] = row[i];
  }
  return rows;
}

bool is_same(const json& number, const json& other) {
  if (number.is_null() || other.is_null()) return number == other;
  return std::abs(number.get<double>() - other.get<double>()) < 1e-9;
}

json number_in(const std::string& cell) {
  return cell.empty() || cell == "?" ? json(nullptr) : json(std::stod(cell));
}

/// The value of a step of an explanation.
json step_in(const json& explanation, std::string_view key) {
  for (const json& part : explanation["parts"]) {
    for (const json& step : part["steps"]) {
      if (step["key"] == key) return step["value"];
    }
  }
  return nullptr;
}

constexpr const char* group_figures[] = {"touchpoints",     "moments_of_truth", "measured",        "judged",   "delivered",
                                         "delivered_worst", "delivered_best",   "delivered_known", "coverage", "mean_gap"};

}  // namespace

TEST_CASE("a journey's row weighs branches by their share as --journey does, and both say of how many moments") {
  std::vector<Example> all = examples();
  all.push_back({"insurer", {"-C", std::string(MOT_SOURCE_DIR) + "/examples/versicherung"}, {}});
  std::size_t weighed = 0;
  for (const Example& example : all) {
    const json by_journey = json_of(example, {"gaps", "--by", "journey"});
    for (const json& group : by_journey["groups"]) {
      const json own = json_of(example, {"gaps", "--journey", group["key"]})["summary"];
      CAPTURE(group["key"].get<std::string>());
      for (const char* figure : {"delivered", "delivered_known", "delivered_by_share"}) {
        CAPTURE(figure);
        CHECK(group[figure] == own[figure]);
      }
      weighed += own["delivered_by_share"].get<std::size_t>();
    }
  }
  CHECK(weighed > 0);
}

TEST_CASE("a persona's row counts what --persona counts, figure by figure, and says so") {
  for (const Example& example : examples()) {
    const json all = json_of(example, {"gaps", "--by", "persona"});
    REQUIRE_FALSE(all["groups"].empty());
    for (const json& group : all["groups"]) {
      const json own = json_of(example, {"gaps", "--persona", group["key"]});
      for (const char* figure : group_figures) {
        CAPTURE(example.name);
        CAPTURE(group["key"]);
        CAPTURE(figure);
        REQUIRE(group.contains(figure));
        CHECK(is_same(group[figure], own["summary"][figure]));
      }
    }
    CHECK(out_of(example, {"gaps", "--by", "persona"}).find("a persona's row counts what --persona counts") != std::string::npos);
  }
}

TEST_CASE("tables and their JSON hold the same figures") {
  for (const Example& example : examples()) {
    CAPTURE(example.name);
    std::map<std::string, json> touchpoints;
    const json gaps = json_of(example, {"gaps"});
    for (const json& touchpoint : gaps["touchpoints"]) touchpoints[touchpoint["id"]] = touchpoint;
    const auto rows = rows_of(out_of(example, {"gaps", "--format", "csv"}));
    CHECK(rows.size() == touchpoints.size());
    for (const auto& row : rows) {
      for (const char* figure : {"importance", "target", "actual", "gap", "priority", "rank", "n", "customer", "company"}) {
        CAPTURE(row.at("id"));
        CAPTURE(figure);
        CHECK(is_same(number_in(row.at(figure)), touchpoints.at(row.at("id"))[figure]));
      }
    }
    for (const char* by : {"department", "journey", "stage", "persona", "channel"}) {
      const json groups = json_of(example, {"gaps", "--by", by})["groups"];
      const auto of_table = rows_of(out_of(example, {"gaps", "--by", by, "--format", "csv"}));
      REQUIRE(of_table.size() >= groups.size());
      for (std::size_t i = 0; i < groups.size(); ++i) {
        for (const char* figure : {"touchpoints", "moments_of_truth", "measured", "judged", "delivered", "coverage", "mean_gap"}) {
          CAPTURE(by);
          CAPTURE(figure);
          CHECK(is_same(number_in(of_table[i].at(figure)), groups[i][figure]));
        }
      }
    }
  }
}

TEST_CASE("delivered, coverage, counts and the mean gap follow from the touchpoints that are listed beside them") {
  for (const Example& example : examples()) {
    CAPTURE(example.name);
    const json gaps = json_of(example, {"gaps"});
    const json& summary = gaps["summary"];
    std::map<std::string, int> kinds;
    double weight = 0, share = 0, gap_weight = 0, gap = 0;
    for (const json& touchpoint : gaps["touchpoints"]) {
      if (!touchpoint["actual_kind"].is_null()) ++kinds[touchpoint["actual_kind"]];
      if (!touchpoint["importance"].is_null() && !touchpoint["gap"].is_null()) {
        gap_weight += touchpoint["importance"].get<double>();
        gap += touchpoint["importance"].get<double>() * touchpoint["gap"].get<double>();
      }
      const json explained = json_of(example, {"explain", touchpoint["id"]});
      CAPTURE(touchpoint["id"]);
      for (const char* figure : {"actual", "gap", "target", "customer", "company"})
        CHECK(is_same(step_in(explained, figure), touchpoint[figure]));
      if (touchpoint["actual_kind"] == "measured") CHECK(is_same(step_in(explained, "n"), touchpoint["n"]));
      const json own_share = step_in(explained, "delivered_share"), own_weight = step_in(explained, "delivered_weight");
      if (own_share.is_null() || own_weight.is_null()) continue;
      // The weight is in per cent of all that is known.
      weight += own_weight.get<double>();
      share += own_weight.get<double>() * own_share.get<double>();
    }
    CHECK(summary["measured"] == kinds["measured"]);
    CHECK(summary["judged"] == kinds["judged"]);
    CHECK(is_same(summary["mean_gap"], gap / gap_weight));
    CHECK(is_same(summary["delivered"], 100 * share / weight));
  }
}

TEST_CASE("coverage is one number, by touchpoint, in the whole, in the table, in gaps, explain and diff") {
  for (const Example& example : examples()) {
    CAPTURE(example.name);
    const json gaps = json_of(example, {"gaps"}), coverage = json_of(example, {"coverage"});
    CHECK(is_same(coverage["summary"]["coverage"], gaps["summary"]["coverage"]));
    double present = 0, asked = 0;
    for (const auto& row : rows_of(out_of(example, {"coverage", "--format", "csv"}))) {
      present += std::stod(row.at("present"));
      asked += std::stod(row.at("asked"));
    }
    CHECK(is_same(coverage["summary"]["coverage"], 100 * present / asked));
    for (const json& touchpoint : coverage["touchpoints"]) {
      const double here = static_cast<double>(touchpoint["present"].size()), missing = static_cast<double>(touchpoint["missing"].size());
      CHECK(is_same(step_in(json_of(example, {"explain", touchpoint["id"]}), "coverage"), 100 * here / (here + missing)));
    }
  }
}

TEST_CASE("plan and diff begin with what gaps says is delivered") {
  for (const Example& example : examples()) {
    CAPTURE(example.name);
    const json gaps = json_of(example, {"gaps", "--by", "journey"}), plan = json_of(example, {"plan"});
    CHECK(is_same(plan["delivered_now"], gaps["summary"]["delivered"]));
    std::map<std::string, json> journeys;
    for (const json& group : gaps["groups"]) journeys[group["key"]] = group["delivered"];
    for (const json& journey : plan["journeys"]) CHECK(is_same(journey["delivered_now"], journeys.at(journey["id"])));
  }
  const std::string airline = examples()[0].before[1];
  const json diff = json::parse(run_mot({"diff", airline, airline, "--format", "json"}).out), gaps = json_of(examples()[0], {"gaps"});
  for (const char* side : {"before", "after"}) {
    CHECK(is_same(diff["delivered"][side], gaps["summary"]["delivered"]));
    CHECK(is_same(diff["coverage"][side], gaps["summary"]["coverage"]));
  }
  CHECK(diff["changed"].empty());
}

TEST_CASE("what is told in words, by thumbs or in quotes is said the same way in gaps, explain and validate, and scores nothing") {
  const std::string yaml =
      "mot: 1\n"
      "touchpoints:\n"
      "  - { id: told, name: Told, importance: 4, desired: 8, actual: { experience: Twenty minutes of music. } }\n"
      "  - { id: short, name: Short, importance: 4, desired: 8, actual: Nobody looked up. }\n"
      "  - { id: quoted, name: Quoted, importance: 4, desired: 8, evidence: [{ voice: customer, quote: Hm. }] }\n"
      "  - { id: dark, name: Dark, importance: 4, desired: 8 }\n";
  const struct {
    const char* id;
    const char* basis;
    const char* words;
    const char* remark;
    const char* finding;
  } cases[] = {
      {"told", "told, not scored", "Twenty minutes of music.", "told, not scored: no score says how good it is", ""},
      {"short", "told, not scored", "Nobody looked up.", "told, not scored: no score says how good it is", ""},
      {"quoted", "1 quote, no scores", "", "1 quote, no scores: nobody has judged it",
       "what customers live at 'quoted' has 1 quote, no scores: ask for scores, or judge it until then (actual)"},
      {"dark", "", "", "nobody knows: no answers, and nobody has judged it",
       "nobody knows what customers live at 'dark' today: ask them, or judge it until then (actual)"},
  };
  const auto mot = [&](std::vector<std::string> command) { return run_mot(command, {.in = yaml}).out; };
  std::map<std::string, std::string> basis, finding;
  for (const auto& row : rows_of(mot({"gaps", "-", "--format", "csv"}))) basis[row.at("id")] = row.at("basis");
  const json validated = json::parse(mot({"validate", "-", "--format", "json"}));
  for (const json& one : validated["findings"]) {
    if (one["rule"] == "missing-actual") finding[one["fingerprint"].get<std::string>().substr(sizeof "missing-actual")] = one["message"];
  }
  for (const auto& [id, expected, words, remark, message] : cases) {
    CAPTURE(id);
    CHECK(basis[id] == expected);
    CHECK(finding[id] == message);
    const std::string explained = mot({"explain", id, "-"});
    CHECK(explained.find(remark) != std::string::npos);
    CHECK(explained.find(words) != std::string::npos);
  }
  CHECK(json::parse(mot({"gaps", "-", "--format", "json"}))["touchpoints"][0]["actual"].is_null());
}

TEST_CASE("flags, reasons and what is worth noting stand in explain and among the voices") {
  const Example& airline = examples()[0];
  const std::string voices = out_of(airline, {"gaps", "--voices", "--format", "csv"}),
                    text = out_of(airline, {"gaps", "--voices", "--format", "md"});
  const std::string explained = out_of(airline, {"explain", "bags-at-the-belt"});
  for (const char* words : {"Papers travel in the same cart", "It is the last thing they live", "what was in the bag"}) {
    CAPTURE(words);
    CHECK(text.find(words) != std::string::npos);
    CHECK(explained.find(words) != std::string::npos);
  }
  CHECK(out_of(airline, {"explain", "bags-at-the-belt", "--persona", "jonas"}).find("Papers travel") == std::string::npos);
  const json gaps = json_of(airline, {"gaps"});
  for (const json& touchpoint : gaps["touchpoints"]) {
    if (touchpoint["id"] != "bags-at-the-belt") continue;
    CHECK(touchpoint["flags"]["ines"] == "Papers travel in the same cart");
    CHECK(touchpoint["remember"].size() == 2);
    CHECK(touchpoint["experience"] == "Twenty-five minutes without a word.");
    CHECK(touchpoint["practices"]["top"].size() == 1);
  }
}

TEST_CASE("what is below the least that is accepted is one number, whether or not anybody says what is wanted") {
  Folder folder;
  folder.with("mot.yaml",
              "project: { name: P, scale: { min: 0, max: 10 }, gates: { below_adequate_at_most: 0 } }\n"
              "touchpoints:\n"
              "  - { id: a, name: A, moment_of_truth: true, desired: { company: 9, customer: { adequate: 7 } }, actual: 4 }\n"
              "  - { id: b, name: B, moment_of_truth: true, desired: { customer: { score: 9, adequate: 7 } }, actual: 4 }\n"
              "  - { id: c, name: C, moment_of_truth: true, desired: { company: 9, customer: { adequate: 7 } }, actual: 8 }\n"
              "  - { id: d, name: D, moment_of_truth: true, desired: { company: 9 }, actual: 4 }\n"
              "journey: { id: j, name: J, stages: [{ id: s, name: S, touchpoints: [a, b, c, d] }] }\n");
  const Example small{"small", {"-C", folder.path().string()}, {}};
  CHECK(contains(run_mot({"-C", folder.path().string(), "check"}).out, "gate 'below_adequate_at_most: 0' is broken: 2"));
  const std::string report = out_of(small, {"report", "--format", "md", "-o", "-"});
  CHECK(contains(report, "Two of four moments of truth fall below the least that is accepted; of one that is not known."));
  const std::string map = out_of(small, {"map", "-o", "-"});
  const auto at = map.find("are below the least that customers accept");
  REQUIRE(at != std::string::npos);
  CHECK(contains(map.substr(at > 3000 ? at - 3000 : 0, 3000), ">2 of 4</text>"));
}

TEST_CASE("of several net promoter scores the head shows the newest, and each is told with its source") {
  const auto rows = [](const char* month, int score) {
    std::string text = "day,nps,pay\n";
    for (int i = 0; i < 40; ++i) text += fmt::format("2026-{}-{:02},{},7\n", month, 1 + i % 28, score);
    return text;
  };
  // Whatever the sources' order is.
  for (const bool is_newest_first : {true, false}) {
    Folder folder;
    folder.with("spring.csv", rows("04", 9)).with("autumn.csv", rows("09", 3));
    const std::string fields =
        ", date: day, scale: { min: 0, max: 10 }, columns: { pay: pay }, outcomes: [{ id: nps, kind: nps, column: nps }] }\n";
    const std::string spring = "  - { id: spring, file: spring.csv" + fields, autumn = "  - { id: autumn, file: autumn.csv" + fields;
    folder.with("mot.yaml",
                "touchpoints: [{ id: pay, name: Pay, importance: 3, desired: 8 }]\n"
                "journey: { id: j, name: J, stages: [{ id: s, name: S, touchpoints: [pay] }] }\nsources:\n" +
                    (is_newest_first ? autumn + spring : spring + autumn));
    const Example small{"small", {"-C", folder.path().string()}, {}};
    const std::string gaps = out_of(small, {"gaps"});
    CHECK(contains(gaps, "nps, spring: 100.0"));
    CHECK(contains(gaps, "nps, autumn: −100.0"));
    const std::string map = out_of(small, {"map", "-o", "-"});
    CHECK(contains(map, "autumn"));
    CHECK_FALSE(contains(map, "spring"));
    const std::string report = out_of(small, {"report", "--format", "md", "-o", "-"});
    CHECK(contains(report, "Net promoter score: nps, autumn"));
    CHECK(contains(report, "Net promoter score: nps, spring"));
  }
}

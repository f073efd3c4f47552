// The arithmetic of a touchpoint: what is printed can be redone from what is printed.
#include "mot/tables/explanation/explanation.h"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <cmath>
#include <nlohmann/json.hpp>
#include <stdexcept>

#include "mot/load/load.h"
#include "mot/review/review.h"
#include "support/folder.h"
#include "support/program.h"

using namespace mot;
using namespace mot::testing;
using nlohmann::json;

namespace {

const std::string airline = std::string(MOT_SOURCE_DIR) + "/examples/skyline-air";

/// A pocket calculator: + - * / ( ) sqrt() min() max() and numbers.
class Calculator {
 public:
  explicit Calculator(std::string_view text) : text_(text) {}
  double result() {
    const double value = sum();
    if (!text_.empty()) throw std::runtime_error("left over: " + std::string(text_));
    return value;
  }

 private:
  bool takes(std::string_view token) {
    while (text_.starts_with(' ')) text_.remove_prefix(1);
    if (!text_.starts_with(token)) return false;
    text_.remove_prefix(token.size());
    while (text_.starts_with(' ')) text_.remove_prefix(1);
    return true;
  }
  double sum() {
    double value = product();
    for (;;) {
      if (takes("+"))
        value += product();
      else if (takes("-"))
        value -= product();
      else
        return value;
    }
  }
  double product() {
    double value = atom();
    for (;;) {
      if (takes("*"))
        value *= atom();
      else if (takes("/"))
        value /= atom();
      else
        return value;
    }
  }
  double in_brackets() {
    const double value = sum();
    if (!takes(")")) throw std::runtime_error("no bracket closes: " + std::string(text_));
    return value;
  }
  double of_two(double (*choose)(double, double)) {
    const double first = sum();
    if (!takes(",")) throw std::runtime_error("no comma: " + std::string(text_));
    return choose(first, in_brackets());
  }
  double atom() {
    if (takes("sqrt(")) return std::sqrt(in_brackets());
    if (takes("tanh(")) return std::tanh(in_brackets());
    if (takes("atanh(")) return std::atanh(in_brackets());
    if (takes("min(")) return of_two([](double a, double b) { return std::min(a, b); });
    if (takes("max(")) return of_two([](double a, double b) { return std::max(a, b); });
    if (takes("(")) return in_brackets();
    if (takes("-")) return -atom();
    std::size_t used = 0;
    const double number = std::stod(std::string(text_), &used);
    text_.remove_prefix(used);
    takes("");
    return number;
  }
  std::string_view text_;
};

bool is_near(double found, double expected) {
  return std::abs(found - expected) <= 1e-4 * std::max(1.0, std::abs(expected));
}

/// Whether the numbers come to the value; both ends of an interval.
void check_step(const Step& step) {
  if (step.numbers.empty()) return;
  INFO(step.key, ": ", step.numbers);
  const auto parts_at = step.numbers.find(" to ");
  if (const auto* interval = std::get_if<Interval>(&step.value)) {
    REQUIRE(parts_at != std::string::npos);
    CHECK(is_near(Calculator(std::string_view(step.numbers).substr(0, parts_at)).result(), interval->low));
    CHECK(is_near(Calculator(std::string_view(step.numbers).substr(parts_at + 4)).result(), interval->high));
  } else {
    REQUIRE(std::holds_alternative<double>(step.value));
    CHECK(is_near(Calculator(step.numbers).result(), std::get<double>(step.value)));
  }
}

const Step* step_of(const Explanation& explanation, std::string_view key) {
  for (const ExplanationPart& part : explanation.parts) {
    for (const Step& step : part.steps) {
      if (step.key == key) return &step;
    }
  }
  return nullptr;
}

/// What a step's value is, to five digits; `-` where there is no such step.
std::string shown(const Explanation& explanation, std::string_view key) {
  const Step* step = step_of(explanation, key);
  if (!step) return "-";
  if (const auto* number = std::get_if<double>(&step->value)) return fmt::format("{:.5g}", *number);
  if (const auto* interval = std::get_if<Interval>(&step->value)) return fmt::format("{:.5g} to {:.5g}", interval->low, interval->high);
  const auto* text = std::get_if<std::string>(&step->value);
  return text ? *text : "?";
}

struct Read {
  Loaded loaded;
  Review review;
  explicit Read(const std::string& folder)
      : loaded(load({.directory = folder})), review(mot::review(loaded, {.today = *date_from("2026-11-25")})) {}
  Explanation of(std::size_t touchpoint, const Viewpoint& viewpoint = {}) const {
    return explain({loaded.workspace, review.answers, analyse(loaded.workspace, review.answers, viewpoint)}, touchpoint, Wording());
  }
};

/// Two sources' worth of answers by hand: 4 answers of 8, 6, 7, 9, and evidence of 6 at 5 with s 2.
constexpr const char* shop =
    "mot: 1\n"
    "project: { name: Shop }\n"
    "department: { id: till, name: Till, lead: Rosa }\n"
    "personas:\n"
    "  - { id: mina, name: Mina }\n"
    "  - { id: omar, name: Omar }\n"
    "touchpoints:\n"
    "  - id: pay\n"
    "    name: Pay\n"
    "    moment_of_truth: true\n"
    "    importance: 5\n"
    "    desired: { company: 9, customer: { score: 8, adequate: 6 } }\n"
    "    standard: { score: 8, kept: { count: 15, of: 148 } }\n"
    "    promise: 9\n"
    "    evidence:\n"
    "      - { id: talk, voice: customer, score: 5, n: 6, sd: 2, quote: I waited. }\n"
    "      - { from: shadowing, voice: top-performer, score: 9, n: 20, sd: 1, practice: Looks up. }\n"
    "      - { from: shadowing, voice: top-performer, practice: Says goodbye }\n"
    "      - { from: shadowing, voice: typical-performer, score: 7, n: 20, sd: 1, practice: says goodbye. }\n"
    "  - { id: wait, name: Wait, importance: 3, desired: 8, actual: 6 }\n"
    "actions:\n"
    "  - { id: second-till, name: A second till, touchpoints: [pay], lift: 2, effort: 2, status: planned }\n"
    "sources:\n"
    "  - id: guests\n"
    "    file: guests.csv\n"
    "    persona: WHO\n"
    "    columns: { pay: PAY }\n"
    "    outcomes: [{ id: whole, kind: score, column: ALL, derives_importance: true }]\n";
constexpr const char* guests = "WHO,PAY,ALL\nmina,8,9\nmina,6,5\nomar,7,7\nomar,9,8\n";

}  // namespace

TEST_CASE("every number of an explanation can be redone from the numbers that are printed") {
  const Read read(airline);
  std::size_t redone = 0;
  for (const Method method : {Method::weighted, Method::ipa, Method::opportunity, Method::servqual}) {
    for (const std::optional<std::size_t> persona : {std::optional<std::size_t>{}, std::optional<std::size_t>{0}}) {
      for (std::size_t i = 0; i < read.loaded.workspace.touchpoints.size(); ++i) {
        const Explanation explanation = read.of(i, {.method = method, .importance_basis = ImportanceBasis::derived, .persona = persona});
        CAPTURE(explanation.id);
        for (const ExplanationPart& part : explanation.parts) {
          for (const Step& step : part.steps) {
            check_step(step);
            redone += step.numbers.empty() ? 0 : 1;
          }
        }
      }
    }
  }
  CHECK(redone > 3000);
}

TEST_CASE("an explanation says what the ranking says") {
  const Read read(airline);
  const Analysis& analysis = read.review.analysis;
  for (std::size_t i = 0; i < analysis.touchpoints.size(); ++i) {
    const Explanation explanation = read.of(i);
    const Figures& figures = analysis.touchpoints[i];
    CAPTURE(explanation.id);
    const auto text = [](const std::optional<double>& number) { return number ? fmt::format("{:.5g}", *number) : "?"; };
    CHECK(shown(explanation, "target") == text(figures.target));
    CHECK(shown(explanation, "actual") == text(figures.actual));
    CHECK(shown(explanation, "gap") == text(figures.gap));
    CHECK(shown(explanation, "priority") == text(figures.priority));
    if (figures.rank) CHECK(shown(explanation, "rank") == fmt::format("{}", *figures.rank));
    if (figures.derived_importance) CHECK(shown(explanation, "derived_importance") == text(figures.derived_importance));
    if (figures.quadrant) CHECK(shown(explanation, "quadrant") == name_of(*figures.quadrant));
    if (figures.is_established) CHECK(shown(explanation, "established") == "yes");
  }
}

TEST_CASE("an explanation comes to what a hand comes to") {
  Folder folder;
  folder.with("mot.yaml", shop).with("guests.csv", guests);
  const Explanation pay = Read(folder.path().string()).of(0);
  // By hand (and by numpy and scipy 1.10 from the ten answers' moments): the mean of 8, 6, 7, 9 is 7.5 with squares of 5; six at 5 have
  // squares of 5 * 2 * 2 = 20. Pooled: (4 * 7.5 + 6 * 5) / 10 = 6; 5 + 4 * 2.25 + 20 + 6 = 40; s = sqrt(40 / 9) = 2.1082;
  // with an answer more at 0 and at 10 m = 70 / 12, s 2.886751; t(0.975, 11) = 2.200985 (scipy): 3.9992 to 7.6675.
  const struct {
    const char* key;
    const char* value;
  } cases[] = {
      {"company", "9"},
      {"customer", "8"},
      {"target", "9"},
      {"piece_1", "7.5"},
      {"piece_2", "5"},
      {"n", "10"},
      {"mean", "6"},
      {"n_effective", "10"},
      {"squares", "40"},
      {"sd", "2.1082"},
      {"mean_with_ends", "5.8333"},
      {"sd_with_ends", "2.8868"},
      {"t", "2.201"},
      {"interval", "3.9992 to 7.6675"},
      {"actual", "6"},
      {"gap", "3"},
      {"gap_share", "30"},
      {"gap_interval", "1.3325 to 5.0008"},
      {"established", "yes"},
      {"listening", "-1"},
      {"standards", "1"},
      {"delivery", "2"},
      {"promise", "3"},
      {"customer_gap", "2"},
      {"who_acts", "marketing"},
      {"zone", "within"},
      // scipy's Wilson interval of 15 in 148
      {"standard_kept", "0.10135"},
      {"standard_kept_interval", "0.062386 to 0.16049"},
      {"priority", "0.6"},
      {"rank", "1"},
      // 8 6 7 9 with 9 5 7 8: squares 5 and 8.75, products 5.5: 5.5 / sqrt(43.75)
      {"derived_importance", "0.83152"},
      {"delivered_share", "0.66667"},
      {"delivered_weight", "62.5"},
      {"persona_1", "7"},
      {"persona_2", "8"},
      {"persona_confidence", "0.95"},  // one pair
      // scipy: Welch of both with an answer more at 0 and at 10
      {"persona_interval", "-7.1439 to 8.1439"},
      {"uneven", "not established"},
      {"practice_interval", "0.57782 to 3.0585"},
      {"only_top", "Looks up."},
      {"action_1", "20"},
      {"quote_1", "I waited."},
  };
  for (const auto& [key, value] : cases) {
    CAPTURE(key);
    CHECK(shown(pay, key) == value);
  }
}

TEST_CASE("a touchpoint is explained in text, with the place of every number") {
  Folder folder;
  folder.with("mot.yaml", shop).with("guests.csv", guests);
  const WorkingDirectory here(folder.path());
  const Ran ran = run_mot({"explain", "pay"});
  CHECK(ran.code == 0);
  CHECK(ran.err == "");
  for (const char* line : {"pay: Pay (Till, a moment of truth)\nmot.yaml:8\n", "  target = max(company, customer) = max(9, 8) = 9\n",
                           "  company = 9  (mot.yaml:12)\n",
                           "  mean of answers of guests = 7.5  (n 4, W 4, Q 4, S 5; column PAY of guests.csv; mot.yaml:27)\n",
                           "  gap = target - actual = 9 - 6 = 3\n", "  who acts = marketing  (the widest is the promise gap)\n",
                           "  priority = importance / 5 * max(gap, 0) / range * 2 = 5 / 5 * max(3, 0) / 10 * 2 = 0.6\n"}) {
    CAPTURE(line);
    CHECK(contains(ran.out, line));
  }
  CHECK(contains(run_mot({"explain", "wait"}).out, "established = no  (a judgement"));
}

TEST_CASE("a touchpoint is explained to other programs as JSON, for one persona too") {
  Folder folder;
  folder.with("mot.yaml", shop).with("guests.csv", guests);
  const WorkingDirectory here(folder.path());
  const auto whole = json::parse(run_mot({"explain", "pay", "--format", "json"}).out);
  CHECK(whole["format_version"] == 1);
  CHECK(whole["id"] == "pay");
  CHECK(whole["line"] == 8);
  CHECK(whole["parts"][0]["key"] == "wanted");
  CHECK(whole["parts"][0]["steps"][0] ==
        json::parse(R"({"key": "company", "name": "company", "formula": null, "numbers": null, "value": 9.0,
      "remark": null, "places": [{"file": "mot.yaml", "line": 12, "column": 25}]})"));
  const auto own = json::parse(run_mot({"explain", "pay", "--persona", "mina", "--format", "json"}).out);
  for (const json& part : own["parts"]) {
    for (const json& step : part["steps"]) {
      if (step["key"] == "actual") CHECK(step["value"] == 7);
      CHECK(step["key"] != "quote_1");  // evidence names no persona
    }
  }
}

TEST_CASE("what is written besides scores is explained, of touchpoints, journeys with their stages, and personas") {
  Folder folder;
  folder.with("plan.md", "")
      .with("mot.yaml",
            "project: { lanes: [Systems] }\n"
            "channels: [web, desk]\n"
            "departments: [{ id: legal, name: Legal }]\n"
            "persona: { id: ann, name: Ann, role: Baker, share: 12, fears: [rain, cold] }\n"
            "touchpoint:\n"
            "  { id: pay, name: Pay, channel: [web, desk], involves: legal, takes: 90 s, waits: { actual: 2 h, wanted: 1 h },\n"
            "    customer_thinks: Too much., pains: { text: A queue., severity: 2 }, tags: money, notes: See the plan.,\n"
            "    links: { text: The plan, url: plan.md }, lanes: { Systems: [till, SAP] },\n"
            "    kpis: [{ name: Errors, value: 3, target: 1, better: lower, unit: '%', date: 2026-01-31, from: the till }] }\n"
            "journey: { id: trip, name: Trip, goal: bread, status: live, stages: [{ id: buy, name: Buy, touchpoints: [pay], gains: smell "
            "}] }\n");
  const auto told = [&](const std::string& id) {
    const WorkingDirectory there(folder.path());
    const std::string text = run_mot({"explain", id}).out;
    return text.substr(text.find("\n\n") + 2);
  };
  const std::string pay = told("pay");
  CHECK(pay.substr(pay.find("What is written besides")) ==
        "What is written besides\n\n"
        "  channel = web  (mot.yaml:6)\n"
        "  channel = desk  (mot.yaml:6)\n"
        "  involves = legal  (mot.yaml:6)\n"
        "  takes = 1 min 30 s  (mot.yaml:6)\n"
        "  waits = 2 h  (wanted: 1 h; mot.yaml:6)\n"
        "  thinks = Too much.  (mot.yaml:7)\n"
        "  pain = A queue.  (severity 2 of 3; mot.yaml:7)\n"
        "  Errors = 3  (in %, target 1 %, lower is better, of 2026-01-31, from the till; mot.yaml:9)\n"
        "  Systems = till; SAP  (a row of one's own; mot.yaml:8)\n"
        "  tag = money  (mot.yaml:7)\n"
        "  notes = See the plan.  (mot.yaml:7)\n"
        "  link = plan.md  (The plan; mot.yaml:8)\n");
  CHECK(told("trip") ==
        "The journey\n\n"
        "  goal = bread  (mot.yaml:10)\n"
        "  status = live  (mot.yaml:10)\n"
        "\nStage: Buy\n\n"
        "  touchpoint = pay  (mot.yaml:10)\n"
        "  gain = smell  (mot.yaml:10)\n");
  CHECK(told("ann") ==
        "The persona\n\n"
        "  role = Baker  (mot.yaml:4)\n"
        "  share = 12  (% of customers; mot.yaml:4)\n"
        "  fear = rain  (mot.yaml:4)\n"
        "  fear = cold  (mot.yaml:4)\n");
}

TEST_CASE("what is to be explained is found among rules and touchpoints, or the nearest one is named") {
  Folder folder;
  folder.with("mot.yaml", shop).with("guests.csv", guests);
  const std::string here = folder.path().string();
  CHECK(contains(run_mot({"-C", here, "explain", "paye"}).err,
                 "no rule, touchpoint, journey or persona has the id 'paye'; did you mean 'pay'?"));
  CHECK(contains(run_mot({"-C", here, "explain", "no-ownr"}).err, "did you mean 'no-owner'?"));
  CHECK(run_mot({"-C", here, "explain", "no-owner"}).err == "");
  Folder both;
  both.with("mot.yaml", "touchpoint: { id: no-owner, name: Nobody there, actual: 4 }\n");
  const Ran rule = run_mot({"-C", both.path().string(), "explain", "no-owner"});
  CHECK(rule.out.starts_with("no-owner: what is missing"));
  CHECK(rule.err == "'no-owner' is a touchpoint too; 'mot explain no-owner .' explains that\n");
  const WorkingDirectory there(both.path());
  const Ran touchpoint = run_mot({"explain", "no-owner", "."});
  CHECK(touchpoint.out.starts_with("no-owner: Nobody there\n"));
  Folder nowhere;
  const Ran lost = run_mot({"-C", nowhere.path().string(), "explain", "pay"});
  CHECK(lost.code == 2);
  CHECK(contains(lost.err, "no rule has the id 'pay', and as to touchpoints: no mot.yaml in this folder or above it"));
}

TEST_CASE("the standard error of what is delivered can be followed, of several moments and of one") {
  // By mpmath 1.3 from the rows: linearised by respondent (weights 1 and 2), a respondent more at 0 and at 10 who says so of both.
  constexpr const char* project = "project: { name: Shop, scale: { min: 0, max: 10 } }\ntouchpoints:\n";
  constexpr const char* desk = "  - { id: desk, name: Desk, importance: 5, desired: 9 }\n";
  constexpr const char* till = "  - { id: till, name: Till, importance: 3, desired: 8 }\n";
  constexpr const char* rows = "a,b,w\n4,5,1\n5,5,2\n6,6,1\n7,7,1\n5,5,2\n3,4,1\n8,8,1\n6,6,2\n5,4,1\n4,4,1\n7,7,1\n6,6,2\n5,6,1\n6,,1\n";
  const auto source = [](const char* columns) {
    return fmt::format("source: {{ id: guests, file: g.csv, scale: {{ min: 0, max: 10 }}, weight: w, columns: {} }}\n", columns);
  };
  Folder folder;
  folder.with("g.csv", rows).with("mot.yaml", std::string(project) + desk + till + source("{ desk: a, till: b }"));
  const Explanation both = Read(folder.path().string()).of(0);
  const struct {
    const char* key;
    const char* value;
  } cases[] = {
      {"delivered_slope", "5.984"},   {"delivered_part", "4.671"},     {"delivered_low", "-4.5097"},  {"delivered_high", "3.7492"},
      {"delivered_shift", "0.21919"}, {"delivered_variance", "42.08"}, {"delivered_error", "6.6997"},
  };
  for (const auto& [key, value] : cases) {
    CAPTURE(key);
    CHECK(shown(both, key) == value);
    const Step* const step = step_of(both, key);
    REQUIRE(step);
    CHECK_FALSE(step->numbers.empty());
    check_step(*step);
  }

  // Of one moment it is that of its mean, on the effective n of the weights.
  folder.with("mot.yaml", std::string(project) + desk + source("{ desk: a }"));
  const Read one(folder.path().string());
  const Explanation alone = one.of(0);
  CHECK(shown(alone, "delivered_error") == "6.5374");
  check_step(*step_of(alone, "delivered_error"));
  const Analysis analysis = analyse(one.loaded.workspace, one.review.answers);
  const Interval mean = *analysis.touchpoints[0].measurement->interval, delivered = *analysis.all.delivered.interval;
  CHECK(delivered.low == doctest::Approx(100 * mean.low / 9));
  CHECK(delivered.high == doctest::Approx(100 * mean.high / 9));
}

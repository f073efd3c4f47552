// People who answer in both waves, and changes that are surely small: numbers by mpmath 1.3, each wave with an answer more at 0 and at 10.
#include "mot/analysis/compare/panel.h"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <cmath>
#include <nlohmann/json.hpp>
#include <span>

#include "support/folder.h"
#include "support/program.h"
#include "support/small_workspace.h"

using namespace mot;
using namespace mot::testing;
using Json = nlohmann::json;

namespace {

doctest::Approx near(double value) {
  return doctest::Approx(value).epsilon(1e-9);
}

constexpr Scale zero_to_ten{0, 10};

constexpr const char* head =
    "project: { name: Shop, scale: { min: 0, max: 10 } }\n"
    "touchpoints:\n"
    "  - { id: desk, name: Desk, importance: 5, desired: 9 }\n"
    "  - { id: till, name: Till, importance: 5, desired: 9 }\n";

constexpr const char* wide =
    "source: { id: guests, file: answers.csv, scale: { min: 0, max: 10 }, respondent: who, columns: { desk: a, till: b } }\n";
constexpr const char* unnamed = "source: { id: guests, file: answers.csv, scale: { min: 0, max: 10 }, columns: { desk: a, till: b } }\n";
constexpr const char* long_table =
    "source: { id: guests, file: answers.csv, scale: { min: 0, max: 10 }, long: { touchpoint: tp, score: s, respondent: who } }\n";

struct Person {
  const char* name;
  int desk;
  int till;
};

constexpr Person people_then[] = {{"r1", 4, 5}, {"r2", 5, 5}, {"r3", 6, 6},  {"r4", 7, 7},  {"r5", 5, 5},  {"r6", 3, 4},  {"r7", 8, 8},
                                  {"r8", 6, 6}, {"r9", 5, 4}, {"r10", 4, 4}, {"r11", 7, 7}, {"r12", 6, 6}, {"r13", 5, 6}, {"r14", 6, 5}};
constexpr Person people_now[] = {{"x2", 2, 3}, {"r1", 5, 6}, {"r2", 6, 6}, {"r3", 6, 6},  {"r4", 8, 8},  {"r5", 6, 6},  {"r6", 4, 5},
                                 {"r7", 8, 7}, {"r8", 7, 7}, {"r9", 6, 5}, {"r10", 5, 5}, {"r11", 7, 7}, {"r12", 7, 8}, {"x1", 9, 9}};

std::string rows_of_people(std::span<const Person> people) {
  std::string rows = "who,a,b\n";
  for (const Person& person : people) rows += fmt::format("{},{},{}\n", person.name, person.desk, person.till);
  return rows;
}

std::string rows_of_answers(std::span<const Person> people) {
  std::string rows = "who,tp,s\n";
  for (const Person& person : people) rows += fmt::format("{0},desk,{1}\n{0},till,{2}\n", person.name, person.desk, person.till);
  return rows;
}

struct TwoWaves : Folder {
  TwoWaves(const std::string& source, const std::string& then, const std::string& now) {
    with("then/mot.yaml", head + source).with("then/answers.csv", then);
    with("now/mot.yaml", head + source).with("now/answers.csv", now);
  }
};

Ran diff_of_waves(const Folder& folder, const std::vector<std::string>& more) {
  const WorkingDirectory there(folder.path());
  std::vector<std::string> arguments = {"diff", "then", "now"};
  arguments.insert(arguments.end(), more.begin(), more.end());
  return run_mot(arguments);
}

}  // namespace

TEST_CASE("two one-sided tests say how surely a change is within a margin") {
  const Measurement eight{.n = 100, .n_effective = 100, .mean = 8, .sd = 1, .interval = {}}, more{100, 100, 8.1, 1, {}};
  const auto change = mean_change(eight, more, {zero_to_ten, 0.05});
  REQUIRE(change);
  CHECK(change->p == near(0.586981178299));
  CHECK(*change->p_beyond_margin == near(0.013398432439));
  CHECK_FALSE(mean_change(eight, more, {zero_to_ten})->p_beyond_margin);

  CHECK(p_share_change_beyond(*share_of(80, 100), *share_of(78, 100), 0.2) == near(0.000819804682578));
  CHECK(p_share_change_beyond(*share_of(80, 100), *share_of(78, 100), 0.1) == near(0.0820124824399));
  CHECK(p_share_change_beyond(*share_of(80, 100), *share_of(60, 100), 0.1) == 1);
  CHECK(*p_net_promoter_change_beyond({100, 60, 20}, {100, 58, 20}, 40) == near(0.000314146956421));
  CHECK_FALSE(p_net_promoter_change_beyond({0, 0, 0}, {100, 58, 20}, 40));
}

TEST_CASE("who answered before and after makes a change known better, in a wide table and in a long one") {
  for (const bool is_long : {false, true}) {
    CAPTURE(is_long);
    const TwoWaves wide_waves(wide, rows_of_people(people_then), rows_of_people(people_now));
    const TwoWaves long_waves(long_table, rows_of_answers(people_then), rows_of_answers(people_now));
    const Folder& folder = is_long ? long_waves : wide_waves;
    const Ran ran = diff_of_waves(folder, {"--format", "json", "--unchanged-within", "2"});
    REQUIRE(ran.code == 0);
    const Json diff = Json::parse(ran.out);
    const Json& desk = diff["scores"][0];
    CHECK(desk["interval_kind"] == "paired");
    CHECK(desk["respondents_in_both"] == 12);
    CHECK(desk["interval"][0].get<double>() == near(-1.0097103327));
    CHECK(desk["interval"][1].get<double>() == near(2.1347103327));
    // of two means and of what is delivered: Holm's step doubles or triples what stands alone
    CHECK(desk["p_unchanged"].get<double>() >= 0.0351363407245);
    CHECK(diff["respondents"] == Json::parse(R"([{"source": "guests", "in_both": 12, "apart_because": null}])"));
    const Json& delivered = diff["figures"].back();
    CHECK(delivered["figure"] == "delivered");
    CHECK(delivered["interval_kind"] == "paired");
    CHECK(delivered["respondents_in_both"] == 12);
    CHECK(contains(diff_of_waves(folder, {}).out, "guests: 12 people answered both times"));
  }
}

TEST_CASE("where names are not known a change supposes other people, and says so") {
  const TwoWaves folder(unnamed, rows_of_people(people_then), rows_of_people(people_now));
  const Json diff = Json::parse(diff_of_waves(folder, {"--format", "json"}).out);
  const Json& desk = diff["scores"][0];
  CHECK(desk["interval_kind"] == "Welch");
  CHECK(desk["respondents_in_both"] == 0);
  CHECK(desk["interval"][0].get<double>() == near(-1.14689284278));
  CHECK(desk["interval"][1].get<double>() == near(2.27189284278));
  CHECK(desk["p_unchanged"].is_null());
  CHECK(diff["unchanged_within"].is_null());
  CHECK(diff["respondents"][0]["apart_because"] == "it names no 'respondent'");
  CHECK(contains(diff_of_waves(folder, {}).out,
                 "changes suppose that other people answered each time, for no source names its 'respondent'"));

  std::vector<Person> strangers(std::begin(people_now), std::end(people_now));
  std::vector<std::string> names;
  for (std::size_t i = 0; i < strangers.size(); ++i) names.push_back(fmt::format("s{}", i));
  for (std::size_t i = 0; i < strangers.size(); ++i) strangers[i].name = names[i].c_str();
  const TwoWaves others(wide, rows_of_people(people_then), rows_of_people(strangers));
  CHECK(Json::parse(diff_of_waves(others, {"--format", "json"}).out)["scores"][0]["interval"] == desk["interval"]);
  CHECK(contains(diff_of_waves(others, {}).out, "guests: nobody answered both times"));

  std::string clustered = wide;
  clustered.replace(clustered.find("respondent: who"), 15, "respondent: who, cluster: who");
  CHECK(contains(diff_of_waves(TwoWaves(clustered, rows_of_people(people_then), rows_of_people(people_now)), {}).out,
                 "guests: who answered both times can't be told, for its answers go by clusters"));
}

TEST_CASE("a change that is surely small is called unchanged, where somebody says how small that is") {
  const auto answers = [](int low, int high) {
    std::string rows = "who,a,b\n";
    for (int i = 0; i < 200; ++i) rows += fmt::format("p{},{},{}\n", i, i % 2 == 0 ? low : high, i % 2 == 0 ? 8 : 2);
    return rows;
  };
  // desk: 7.5 then 7.5 of other rows, all of them between; till falls from 5 to 3
  std::string now = answers(7, 8);
  now.replace(now.find("p0,7,8"), 6, "p0,8,8");
  const TwoWaves folder(wide, answers(7, 8), now);
  const auto verdict = [&](const std::vector<std::string>& more) {
    std::vector<std::string> arguments = {"--format", "json"};
    arguments.insert(arguments.end(), more.begin(), more.end());
    return Json::parse(diff_of_waves(folder, arguments).out)["scores"][0]["verdict"];
  };
  CHECK(verdict({}) == "no evidence of change");
  CHECK(verdict({"--unchanged-within", "0.5"}) == "unchanged");
  CHECK(verdict({"--unchanged-within", "5%"}) == "unchanged");
  CHECK(verdict({"--unchanged-within", "0.001"}) == "no evidence of change");
  for (const char* format : {"table", "md"}) {
    const Ran ran = diff_of_waves(folder, {"--unchanged-within", "0.5", "--format", format});
    CHECK(contains(ran.out, "unchanged"));
    CHECK(contains(ran.out, "less than 0.5 points of the scale, 5 points of per cent, or 10 of a net promoter score"));
  }
  CHECK(contains(diff_of_waves(folder, {"--unchanged-within", "0.5", "--format", "csv"}).out, "p_unchanged"));
  // a change that is sure stays what it is, however wide the margin
  const TwoWaves fallen(wide, answers(7, 8), answers(5, 6));
  CHECK(Json::parse(diff_of_waves(fallen, {"--format", "json", "--unchanged-within", "9"}).out)["scores"][0]["verdict"] == "worse");
  for (const char* bad : {"0", "-1", "10", "x", "100%", "", "0.5 points"}) {
    CAPTURE(bad);
    const Ran ran = diff_of_waves(folder, {"--unchanged-within", bad});
    CHECK(ran.code == 2);
    CHECK(contains(ran.err, "is not a number of points over 0 and under 10"));
  }
}

TEST_CASE("what people share is never more than both errors allow, and nobody in both is Welch's") {
  const Moments one{.n = 20, .mean = 5, .sd = 1}, other{.n = 10, .mean = 6, .sd = 2};
  const double most = one.error() * other.error();
  const auto shared = panel_difference(one, other, {1e9, 10});
  REQUIRE(shared);
  CHECK(shared->error == near(std::sqrt(one.error() * one.error() + other.error() * other.error() - 2 * most)));
  CHECK(shared->degrees_of_freedom == 9);
  CHECK(panel_difference(one, other, {})->error == near(welch_difference(one, other)->error));
  // equal errors that share all there is leave nothing to test by: other people are supposed
  CHECK(panel_difference(one, one, {1e9, 20})->error == near(welch_difference(one, one)->error));
}

TEST_CASE("only a wide table says beside its columns who answered") {
  Folder folder;
  folder.with("answers.csv", "who,tp,s,n,m\nr1,desk,4,1,1\n");
  const WorkingDirectory there(folder.path());
  const struct {
    const char* layout;
    const char* message;
  } cases[] = {
      {"long: { touchpoint: tp, score: s }", "a long table says who answered under 'long: { respondent: … }'; move it there"},
      {"summary: { touchpoint: tp, n: n, mean: m }", "a ready-made table has no rows of respondents; leave it out"},
  };
  for (const auto& [layout, message] : cases) {
    folder.with("mot.yaml", fmt::format("{}source: {{ id: guests, file: answers.csv, respondent: who, {} }}\n", head, layout));
    CHECK(contains(run_mot({"validate"}).out, message));
  }
}

// Figures of hostile answers: every command and format, no number that is none; and the same bytes in any locale, on any number of threads.
#include <doctest/doctest.h>
#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <cctype>
#include <cstdio>
#include <memory>
#include <nlohmann/json.hpp>
#include <random>

#include "mot/analysis/gates.h"
#include "mot/load/load.h"
#include "mot/review/review.h"
#include "mot/tables/explanation/explanation.h"
#include "mot/write/explain/explanation_text.h"
#include "mot/write/json/gaps_json.h"
#include "support/folder.h"
#include "support/program.h"

using namespace mot;
using namespace mot::testing;
using nlohmann::json;

namespace {

using Random = std::mt19937;

std::string one_of(Random& random, const std::vector<std::string>& words) {
  return words[random() % words.size()];
}

/// Every field that a figure is made of, on scales from tiny to huge.
std::string hostile_workspace(Random& random) {
  const std::vector<std::vector<std::string>> scales = {{"0", "10"}, {"1", "5"}, {"-1e9", "1e9"}, {"0", "1e-9"}, {"-5", "5"}};
  const auto& scale = scales[random() % scales.size()];
  const auto score = [&] { return one_of(random, scale); };
  const std::string answers =
      one_of(random, {"min: 1, max: 5", "min: 5, max: 1", "min: -1e9, max: 1e9", "min: 0, max: 1e-9", "min: 0, max: 10"});
  return fmt::format(
      "mot: 1\n"
      "project: {{ name: H, scale: {{ min: {0}, max: {1} }}, gates: {{ gap_at_most: 1, coverage_at_least: 50, delivered_at_least: 50, "
      "below_adequate_at_most: 0 }} }}\n"
      "personas: [{{ id: mina, name: Mina }}, {{ id: omar, name: Omar }}]\n"
      "department: {{ id: till, name: Till, lead: Rosa }}\n"
      "touchpoints:\n"
      "  - {{ id: pay, name: Pay, dimension: empathy, moment_of_truth: true, importance: 5, desired: {{ company: {2}, customer: {{ score: "
      "{3}, adequate: {4} }} }},\n"
      "      standard: {{ score: {5}, kept: {{ count: 0, of: 5 }} }}, promise: {{ score: {6}, kept: {{ count: 1, of: 1 }} }},\n"
      "      evidence: [{{ voice: customer, score: {7}, n: {8}, sd: {9}, quote: Waited }}, {{ voice: top-performer, score: {2}, n: 1 }},\n"
      "                 {{ voice: top-performer, score: {3}, n: 40, sd: 0 }}, {{ voice: typical-performer, score: {5}, n: 2, sd: 0 }}] }}\n"
      "  - {{ id: wait, name: Wait, importance: 1, desired: {5} }}\n"
      "  - {{ id: leave, name: Leave }}\n"
      "journey: {{ id: j, name: J, personas: [mina, omar], stages: [{{ id: s, name: S, touchpoints: [pay, wait, leave] }}] }}\n"
      "action: {{ id: act, name: Act, touchpoints: [pay], lift: 10, effort: 1, owner: A, status: planned, due: 2027-01-01 }}\n"
      "sources:\n"
      "  - id: g\n    file: g.csv\n    scale: {{ {10} }}\n    weight: W\n    persona: P\n"
      "    columns: {{ pay: {{ actual: A, desired: D, importance: {{ column: I, scale: {{ min: 1, max: 5 }} }} }}, wait: A }}\n"
      "    outcomes: [{{ id: o, kind: score, column: O, derives_importance: true }}, {{ id: r, kind: nps, column: N }}]\n",
      scale[0], scale[1], score(), score(), score(), score(), score(), score(), one_of(random, {"1", "2", "1000000000000"}),
      one_of(random, {"0", "1e9", "1e-9", "1"}), answers);
}

std::string hostile_row(Random& random) {
  static const std::vector<std::string> cells = {"NaN", "nan", "inf", "-inf", "Infinity", "1e308", "-1e308", "1e309",  "0",       "5",
                                                 "5",   "3",   "1",   "",     "-1",       "abc",   "0x10",   "1e-320", "\"5,5\"", "=1+1"};
  std::string row = one_of(random, {"1", "1", "1", "0", "-1", "1e308", "1e300", "1e-300", "1e-320", "NaN", ""}) + "," +
                    one_of(random, {"mina", "omar", "zed", ""});
  for (int i = 0; i < 5; ++i) row += "," + one_of(random, cells);
  return row + "\n";
}

/// A survey of one kind or another: nonsense, equal answers, one answer, good answers with weights of any size.
std::string hostile_answers(Random& random) {
  std::string csv = "W,P,A,D,I,O,N\n";
  const auto kind = random() % 4;
  const std::size_t rows = kind == 2 ? 1 : 40;
  for (std::size_t i = 0; i < rows; ++i) {
    if (kind == 0) csv += hostile_row(random);
    if (kind == 1) csv += "1,mina,5,5,5,5,5\n";
    if (kind >= 2) {
      csv += fmt::format("{},{},{},{},{},{},{}\n", one_of(random, {"1", "2", "1e300", "1e-300", "0.001"}), one_of(random, {"mina", "omar"}),
                         1 + random() % 5, 1 + random() % 5, 1 + random() % 5, 1 + random() % 5, random() % 11);
    }
  }
  return csv;
}

/// Whether the text has a word that stands for no number, outside of what is quoted.
bool has_no_number(const std::string& text) {
  bool is_quoted = false;
  std::string word;
  for (const char c : text + " ") {
    if (std::isalnum(static_cast<unsigned char>(c)) != 0) {
      word += static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
      continue;
    }
    if (!is_quoted && (word == "nan" || word == "inf" || word == "infinity")) return true;
    word.clear();
    is_quoted = c != '\n' && is_quoted != (c == '\'');
  }
  return false;
}

const std::vector<std::vector<std::string>> calls = {
    {"gaps", "--sensitivity"},
    {"gaps", "--format", "csv"},
    {"gaps", "--format", "md", "--by", "persona"},
    {"gaps", "--format", "json", "--sensitivity"},
    {"gaps", "--format", "json", "--persona", "mina", "--importance", "derived", "--method", "ipa"},
    {"gaps", "--by", "dimension", "--method", "servqual"},
    {"gaps", "--method", "opportunity"},
    {"explain", "pay"},
    {"explain", "pay", "--persona", "omar", "--importance", "derived"},
    {"explain", "wait", "--format", "json"},
    {"coverage"},
    {"plan"},
    {"plan", "--format", "json"},
};

std::string output_of(const std::string& command) {
  const std::unique_ptr<FILE, int (*)(FILE*)> pipe(popen(command.c_str(), "r"), pclose);
  REQUIRE(pipe);
  std::string text;
  for (int c = std::fgetc(pipe.get()); c != EOF; c = std::fgetc(pipe.get())) text += static_cast<char>(c);
  return text;
}

}  // namespace

TEST_CASE("whatever is answered, no output holds a number that is none") {
  Random random(20261125);
  std::size_t with_figures = 0;
  for (int round = 0; round < 16; ++round) {
    Folder folder;
    const std::string workspace = hostile_workspace(random), answers = hostile_answers(random);
    folder.with("mot.yaml", workspace).with("g.csv", answers);
    CAPTURE(workspace);
    for (const auto& call : calls) {
      std::vector<std::string> words = {"-C", folder.path().string()};
      words.insert(words.end(), call.begin(), call.end());
      const Ran ran = run_mot(words);
      CAPTURE(fmt::format("{}", fmt::join(call, " ")));
      CHECK(ran.code == 0);
      with_figures += ran.code == 0 ? 1 : 0;
      CHECK_FALSE(has_no_number(ran.out));
      CHECK_FALSE(has_no_number(ran.err));
      if (std::ranges::find(call, "json") != call.end()) CHECK(json::accept(ran.out));
    }
    if (round % 8 != 0) continue;  // what takes longer
    CHECK_FALSE(has_no_number(run_mot({"-C", folder.path().string(), "map", "--view", "priorities", "-o", "-", "--format", "svg"}).out));
    const std::string workbook = (folder / "gaps.xlsx").string();
    CHECK(run_mot({"-C", folder.path().string(), "gaps", "--sensitivity", "-o", workbook}).code == 0);
    CHECK_FALSE(has_no_number(output_of(fmt::format("unzip -p '{}' 'xl/worksheets/*'", workbook))));
  }
  CHECK(with_figures > 0);
}

TEST_CASE("what looks for numbers that are none finds them, and only them") {
  CHECK(has_no_number("a nan b"));
  CHECK(has_no_number("-inf,"));
  CHECK_FALSE(has_no_number("'nan' is neither; information, nanny"));
}

TEST_CASE("figures are the same bytes on any number of threads") {
  const auto figures = [](unsigned threads) {
    const Loaded loaded = load({.directory = std::string(MOT_SOURCE_DIR) + "/examples/skyline-air", .threads = threads});
    const Review reviewed = review(loaded, {.today = *date_from("2026-11-25"), .threads = threads});
    std::string all = gaps_json({.workspace = loaded.workspace,
                                 .analysis = reviewed.analysis,
                                 .gates = judge_gates(loaded.workspace, reviewed.analysis),
                                 .rank_ranges = rank_ranges(loaded.workspace, reviewed.analysis),
                                 .answers = &reviewed.answers,
                                 .otherwise = looked_at_otherwise(loaded.workspace, reviewed.answers, reviewed.analysis)});
    for (std::size_t i = 0; i < loaded.workspace.touchpoints.size(); ++i) {
      all += explanation_text(explain({loaded.workspace, reviewed.answers, reviewed.analysis}, i, Wording()), loaded.sources);
    }
    return all;
  };
  const std::string one = figures(1);
  for (const unsigned threads : {2u, 3u, 8u}) CHECK(figures(threads) == one);
}

TEST_CASE("figures are the same bytes where people write a decimal comma") {
  const Folder folder;
  const std::string german = (folder / "de_DE.UTF-8").string();
  output_of(fmt::format("localedef -i de_DE -f UTF-8 '{}' 2>&1", german));
  const std::string in_german = fmt::format("LOCPATH='{}' LC_ALL=de_DE.UTF-8 ", folder.path().string());
  REQUIRE(output_of(in_german + "locale -k decimal_point") == "decimal_point=\",\"\n");
  for (const char* call : {"gaps --sensitivity --voices", "gaps --format csv", "gaps --format json", "gaps --format xlsx -o -",
                           "explain rebook", "data", "check", "map --journey same-day-trip -o - --format svg"}) {
    CAPTURE(call);
    const std::string command =
        fmt::format("'{}' -C '{}/examples/skyline-air' {} --today 2026-11-25 2>&1", MOT_PROGRAM, MOT_SOURCE_DIR, call);
    const std::string plain = output_of("LC_ALL=C.UTF-8 " + command);
    CHECK(plain.size() > 1000);
    CHECK(output_of(in_german + command) == plain);
  }
}

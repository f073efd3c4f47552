// The documentation of the rules, run: what is bad breaks exactly the rule it stands for, what is good breaks none.
#include <doctest/doctest.h>
#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <string>

#include "mot/check/aim_findings.h"
#include "mot/check/baseline.h"
#include "mot/check/gate_findings.h"
#include "support/checked_workspace.h"
#include "support/photos.h"

using namespace mot;
using mot::testing::Folder;
using mot::testing::Reviewed;

namespace {

std::string guests(std::string_view rest = "") {
  std::string rows = "GUEST,Q1PAY\n";
  for (int i = 1; i <= 40; ++i) rows += fmt::format("{},{}\n", i, 7 + i % 3);
  return rows.append(rest);
}

std::string guests_of_five() {
  std::string rows = "GUEST,Q1PAY\n";
  for (int i = 1; i <= 40; ++i) rows += fmt::format("{},{}\n", i, 1 + i % 5);
  return rows;
}

std::string guests_asked_twice() {
  std::string rows = "GUEST,Q1PAY,Q2LINE\n";
  for (int i = 1; i <= 40; ++i) rows += fmt::format("{},{},{}\n", i, 7 + i % 3, 7 + (i + 1) % 3);
  return rows;
}

std::string cards() {
  std::string rows = "WHO,WHERE,SCORE\n";
  for (int i = 0; i < 80; ++i) rows += fmt::format("guest {},pay,{}\n", i % 40, 7 + i % 3);
  return rows;
}

std::string guests_by_persona(int score_of_mina) {
  std::string rows = "WHO,Q1LINE\n";
  for (int i = 0; i < 40; ++i) rows += fmt::format("paul,{}\nmina,{}\n", 8 + i % 2, score_of_mina + i % 2);
  return rows;
}

std::string labelled_guests() {
  std::string rows = "GUEST,Q1PAY\n";
  for (int i = 1; i <= 40; ++i) rows += fmt::format("{},{}\n", i, i % 10 == 0 ? "8 - good" : i % 10 == 5 ? "9 - very good" : "9");
  return rows;
}

/// The files that an example speaks of in its first line, beside itself.
struct OtherFile {
  std::string_view rule;
  std::string_view name;
  std::string bad;
  std::string good;
};

const std::string known_aims =
    R"({ "format_version": 1, "findings": [], "aims": { "aim-lowered/pay": { "company": 9.0, "customer": 6.0, "target": 9.0, "importance": 5.0 } } })";

std::vector<OtherFile> other_files() {
  return {
      {"unknown-column", "guests.csv", guests(), guests()},
      {"unreadable-evidence", "guests.csv", guests(), guests()},
      {"sources-disagree", "guests.csv", guests(), guests()},
      {"off-scale-answers", "guests.csv", guests("41,99\n42,99\n"), guests("41,99\n42,99\n")},
      {"answers-lost", "guests.csv", labelled_guests(), labelled_guests()},
      {"scale-looks-wrong", "guests.csv", guests_of_five(), guests_of_five()},
      {"rows-twice", "guests.csv", guests(guests().substr(std::string("GUEST,Q1PAY\n").size())), guests()},
      {"respondent-twice", "cards.csv", cards(), cards()},
      {"ragged-rows", "guests.csv", guests("Total\n"), guests()},
      {"uneven-treatment", "guests.csv", guests_by_persona(3), guests_by_persona(8)},
      {"column-used-twice", "guests.csv", guests_asked_twice(), guests_asked_twice()},
      {"two-projects", "departments/shop.yaml", "project: { name: Shop }\n", "channels: [counter]\n"},
      {"include-matches-nothing", "departments/shop.yaml", "channels: [counter]\n", "channels: [counter]\n"},
      {"unreadable-include", "departments/shop.yaml/till.yaml", "channels: [counter]\n", "channels: [counter]\n"},
      {"unknown-file", "recipes/rolls.md", "Rolls\n", "Rolls\n"},
      {"bad-photo", "faces/paul.png", "a face\n", mot::testing::png_of(1, 1)},
      {"aim-lowered", "known.json", known_aims, known_aims},
      {"file-not-included", "actions/till.yaml", "channels: [counter]\n", "channels: [counter]\n"},
  };
}

/// Rules whose fault can't come alone, and what comes with it.
constexpr struct {
  std::string_view rule;
  std::string_view also;
} companions[] = {
    {"expired-suppression", "missing-importance"},  // the finding is back
    {"too-large", "wrong-type"},                    // only lists of lists grow that fast, and no key holds those
};

/// The ids of the rules that an example breaks on a day, each once, in order.
std::string broken_by(const Rule& rule, std::string_view example, std::string OtherFile::*content, Date today = mot::testing::the_day) {
  Folder folder;
  folder.with("mot.yaml", example);
  for (const OtherFile& file : other_files()) {
    if (file.rule == rule.id) folder.with(file.name, file.*content);
  }
  std::set<std::string_view> ids;
  const Reviewed reviewed(folder, today);
  for (const Finding& finding : reviewed.all.findings) ids.insert(finding.rule.id());
  const Workspace& workspace = reviewed.loaded.workspace;
  for (const Finding& finding : gate_findings(judge_gates(workspace, reviewed.all.analysis), workspace)) ids.insert(finding.rule.id());
  for (const OtherFile& file : other_files()) {
    if (file.rule != rule.id || file.name != "known.json") continue;
    const Baseline known = baseline_from_json(file.*content);
    for (const Finding& finding : aim_findings(known.aims, workspace, reviewed.all.analysis)) ids.insert(finding.rule.id());
  }
  return fmt::format("{}", fmt::join(ids, ", "));
}

std::string expected_of(const Rule& rule) {
  std::set<std::string_view> ids = {rule.id};
  for (const auto& [id, also] : companions) {
    if (id == rule.id) ids.insert(also);
  }
  return fmt::format("{}", fmt::join(ids, ", "));
}

}  // namespace

TEST_CASE("what is shown as bad breaks exactly its rule") {
  for (const Rule& rule : rules) {
    CAPTURE(rule.id);
    CHECK(broken_by(rule, rule.bad, &OtherFile::bad) == expected_of(rule));
  }
}

TEST_CASE("what is shown as good breaks no rule at all") {
  for (const Rule& rule : rules) {
    CAPTURE(rule.id);
    CHECK(broken_by(rule, rule.good, &OtherFile::good) == "");
  }
}

TEST_CASE("what an example breaks depends on the day exactly where its rule says that it does") {
  const Date long_ago = *date_from("2000-01-01"), far_off = *date_from("2999-12-31");
  for (const Rule& rule : rules) {
    CAPTURE(rule.id);
    const auto on = [&](Date today) { return broken_by(rule, rule.bad, &OtherFile::bad, today); };
    CHECK((on(long_ago) != on(far_off)) == (rule.depends_on == DependsOn::day));
    // What is late is so later on, what lies ahead was so before.
    CHECK((on(far_off) == expected_of(rule) || on(long_ago) == expected_of(rule)));
  }
}

TEST_CASE("an example that needs another file says so") {
  for (const OtherFile& file : other_files()) {
    const Rule& rule = RuleId::named(file.rule)->rule();
    CAPTURE(rule.id);
    CHECK(rule.bad.starts_with("# "));
    CHECK(rule.bad.substr(0, rule.bad.find('\n')).find(file.name) != std::string_view::npos);
  }
}

TEST_CASE("every rule says why, in sentences, and its examples are lines") {
  for (const Rule& rule : rules) {
    CAPTURE(rule.id);
    CHECK(rule.why.size() > 40);
    CHECK(rule.why.ends_with('.'));
    CHECK(rule.bad.ends_with('\n'));
    CHECK(rule.good.ends_with('\n'));
    CHECK(rule.bad != rule.good);
  }
}

TEST_CASE("what is said of many names them once and asks for the same as what is said of one") {
  for (const Rule& rule : rules) {
    if (rule.of_many.empty()) continue;
    CAPTURE(rule.id);
    CHECK(rule.tier == Tier::coverage);
    CHECK(fmt::format(fmt::runtime(rule.of_many), "'a', 'b'").find("'a', 'b'") != std::string::npos);
    CHECK(rule.of_many.find("{}") == rule.of_many.rfind("{}"));
    CHECK(rule.of_many.find(": ") != std::string_view::npos);
    CHECK_FALSE(rule.of_many.ends_with('.'));
  }
}

TEST_CASE("a rule has one id, and its tier tells how severe it is") {
  std::set<std::string_view> ids;
  for (const Rule& rule : rules) {
    CAPTURE(rule.id);
    CHECK(ids.insert(rule.id).second);
    CHECK(RuleId::named(rule.id)->id() == rule.id);
    if (rule.tier == Tier::links) CHECK(rule.severity == Severity::error);
    if (!rule.is_locked()) CHECK(rule.severity <= Severity::warning);
  }
  CHECK_FALSE(RuleId::named("no-such-rule"));
}

namespace {

/// The ids of rules about what is missing or contradicts itself that an altered text breaks.
std::string consequences_in(const std::string& text) {
  const Reviewed reviewed(text);
  std::set<std::string_view> ids;
  for (const Finding& finding : reviewed.all.findings) {
    if (!finding.rule.rule().is_about_files()) ids.insert(finding.rule.id());
  }
  return fmt::format("{}", fmt::join(ids, ", "));
}

/// Where keys of a text end, before their colon.
std::vector<std::size_t> ends_of_keys(std::string_view text) {
  std::vector<std::size_t> ends;
  for (std::size_t at = text.find(": "); at != std::string_view::npos; at = text.find(": ", at + 1)) {
    if (!text.substr(0, at).ends_with("# mot")) ends.push_back(at);
  }
  return ends;
}

/// Where words end that are no key: ids, names, words of a vocabulary.
std::vector<std::size_t> ends_of_words(std::string_view text) {
  constexpr std::string_view letters = "abcdefghijklmnopqrstuvwxyz-";
  std::vector<std::size_t> ends;
  for (std::size_t at = text.find_first_of(letters); at != std::string_view::npos; at = text.find_first_of(letters, at)) {
    at = std::min(text.find_first_not_of(letters, at), text.size());
    const bool is_in_comment = text.substr(0, at).rfind('#') + 1 > text.substr(0, at).rfind('\n') + 1;
    if (!is_in_comment && !text.substr(at).starts_with(':')) ends.push_back(at);
  }
  return ends;
}

/// What follows from a slip that a finding of form or links tells of already; of one that no rule sees nothing is known.
std::string consequences_of_slip(const std::string& text) {
  const Reviewed reviewed(text);
  std::set<std::string_view> ids;
  bool is_told = false;
  for (const Finding& finding : reviewed.all.findings) {
    const bool is_about_files = finding.rule.rule().is_about_files();
    is_told |= is_about_files;
    if (!is_about_files) ids.insert(finding.rule.id());
  }
  return is_told ? fmt::format("{}", fmt::join(ids, ", ")) : "";
}

bool is_about_itself(const Rule& rule) {
  return !rule.good.starts_with("# ") && !rule.good.starts_with("rules:");
}

}  // namespace

TEST_CASE("a misspelt key has no consequences elsewhere") {
  for (const Rule& rule : rules) {
    if (!is_about_itself(rule)) continue;
    for (const std::size_t end : ends_of_keys(rule.good)) {
      std::string misspelt(rule.good);
      misspelt.insert(end, "qq");
      CAPTURE(misspelt);
      CHECK(consequences_in(misspelt) == "");
    }
  }
}

TEST_CASE("a misspelt word or id has no consequences elsewhere") {
  for (const Rule& rule : rules) {
    if (!is_about_itself(rule)) continue;
    for (const std::size_t end : ends_of_words(rule.good)) {
      std::string misspelt(rule.good);
      misspelt.insert(end, "qq");
      CAPTURE(misspelt);
      CHECK(consequences_of_slip(misspelt) == "");
    }
  }
}

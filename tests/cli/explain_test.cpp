#include <doctest/doctest.h>

#include <map>
#include <nlohmann/json.hpp>
#include <string>

#include "mot/findings/rules.h"
#include "mot/text/utf8.h"
#include "mot/write/reference.h"
#include "support/folder.h"
#include "support/photos.h"
#include "support/program.h"

using mot::Rule;
using mot::testing::contains;
using mot::testing::Folder;
using mot::testing::png_of;
using mot::testing::Ran;
using mot::testing::run_mot;

TEST_CASE("a rule is explained: what it looks at, why, bad, good, and how to turn it off") {
  const Ran ran = run_mot({"explain", "overdue-action"});
  CHECK(ran.code == 0);
  CHECK(ran.err == "");
  CHECK(ran.out ==
        "overdue-action: the service itself (service, warning unless the project says otherwise)\n"
        "\n"
        "An action past its day is a promise to ourselves that is not kept. Done, dropped or a new day: each\n"
        "is an answer, silence is none.\n"
        "\n"
        "Breaks it:\n"
        "\n"
        "    action: { id: second-till, name: A second till at seven, owner: Rosa, status: doing, due: 2020-01-31 }\n"
        "\n"
        "Mended:\n"
        "\n"
        "    action: { id: second-till, name: A second till at seven, owner: Rosa, status: done, due: 2020-01-31 }\n"
        "\n"
        "Turn it off in mot.yaml, with any of error, warning, info and ignore:\n"
        "\n"
        "    rules: { overdue-action: ignore }\n"
        "\n"
        "or silence one finding, by a comment on the line above it:\n"
        "\n"
        "    # mot: ignore overdue-action until 2027-01-31 because ...\n");
}

TEST_CASE("a rule that is off is explained with how to turn it on") {
  const Ran ran = run_mot({"explain", "no-lasting-relationship"});
  CHECK(contains(ran.out, "(coverage, ignored unless the project asks for it)"));
  CHECK(contains(
      ran.out,
      "Turn it on in mot.yaml, with any of error, warning, info and ignore:\n\n    rules: { no-lasting-relationship: warning }\n"));
}

TEST_CASE("every rule can be explained, in lines that a terminal can show") {
  for (const Rule& rule : mot::rules) {
    CAPTURE(rule.id);
    const Ran ran = run_mot({"explain", std::string(rule.id)});
    CHECK(ran.code == 0);
    CHECK(ran.out.starts_with(std::string(rule.id) + ": "));
    CHECK_FALSE(mot::first_invalid_byte(ran.out));
    CHECK(nlohmann::json::parse(run_mot({"explain", std::string(rule.id), "--format", "json"}).out)["why"] == rule.why);
  }
  CHECK(contains(run_mot({"explain", "invalid-utf8"}).out, "Caf\\xe9"));
}

TEST_CASE("a rule is explained to other programs as JSON") {
  const auto json = nlohmann::json::parse(run_mot({"explain", "no-owner", "--format", "json", "-o", "-"}).out);
  CHECK(json["format_version"] == 1);
  CHECK(json["rule"] == "no-owner");
  CHECK(json["tier"] == "coverage");
  CHECK(json["severity"] == "warning");
  CHECK(json["bad"].get<std::string>().starts_with("touchpoint:\n"));
  CHECK(json["good"].get<std::string>().starts_with("department:"));
}

TEST_CASE("a rule that does not exist is answered with the one that was meant") {
  const Ran ran = run_mot({"explain", "no-ownr"});
  CHECK(ran.code == 2);
  CHECK(ran.out == "");
  CHECK(ran.err == "mot: no rule has the id 'no-ownr'; did you mean 'no-owner'?\nsee: mot explain --help\n");
}

namespace {

/// A touchpoint, a journey and a persona that say all there is to say, each time in a word or a number of its own.
constexpr const char* told_all =
    "project: { name: P, lanes: [Systems] }\n"
    "departments: [{ id: ops, name: Ops }, { id: legal, name: Legal }]\n"
    "persona: { id: ann, name: Ann, role: p-role, age: 31-33, about: p-about, quote: p-quote, goals: p-goal, fears: p-fear, photo: a.png, "
    "share: 12,\n"
    "  needs: p-need, flag: p-flag, advocate: p-advocate, notes: p-notes, links: { text: p-link, url: 'https://p.example' } }\n"
    "touchpoints:\n"
    "  - id: pay\n"
    "    name: Pay\n"
    "    department: ops\n"
    "    owner: t-owner\n"
    "    involves: legal\n"
    "    customer_does: t-does\n"
    "    customer_thinks: t-thinks\n"
    "    customer_feels: t-feels\n"
    "    pains: { text: t-pain, heard: talks }\n"
    "    gains: t-gain\n"
    "    takes: { actual: 77 min, wanted: 66 min }\n"
    "    lanes: { Systems: t-lane }\n"
    "    desired:\n"
    "      company: { experience: w-company, score: 7.1 }\n"
    "      customer: { experience: w-customer, score: 7.2, heard: talks, by: { ann: { experience: w-ann, score: 7.3 } } }\n"
    "    actual: { experience: w-actual, score: 4.4 }\n"
    "    standard: { text: s-text, score: 6.1, kept: { count: 71, of: 113, date: 2026-02-03 } }\n"
    "    promise: { text: r-text, score: 6.2 }\n"
    "    policy: { rule: l-rule, protects: law, exceptions: l-exception }\n"
    "    empowerment: { may: e-may, limit: e-limit, knows: e-knows, asks: e-asks }\n"
    "    flags: { ann: t-honours }\n"
    "    recovery: desk\n"
    "    remember: t-detail\n"
    "    not_applicable: { evidence: t-reason }\n"
    "    evidence:\n"
    "      - { id: talks, from: v-from, voice: top-performer, verdict: down, outcome: leaves, quote: v-quote, practice: v-practice, score: "
    "5.3, n: 17, sd: 1.9 }\n"
    "    notes: t-notes\n"
    "    links: { text: t-link, url: 'https://t.example' }\n"
    "  - { id: desk, name: t-recovery }\n"
    "action: { id: do, name: a-name, touchpoints: [pay] }\n"
    "journey:\n"
    "  { id: trip, name: Trip, goal: j-goal, trigger: j-trigger, ends_when: j-end, owner: j-owner, status: retired, kind: to-be, notes: "
    "j-notes,\n"
    "    links: { text: j-link, url: 'https://j.example' }, stages: [{ id: s, name: S, goal: g-goal, customer_does: g-does, "
    "customer_thinks: g-thinks,\n"
    "      customer_feels: g-feels, pains: g-pain, gains: g-gain, lanes: { Systems: g-lane }, notes: g-notes, links: { text: g-link, url: "
    "'https://g.example' },\n"
    "      touchpoints: [pay] }] }\n";

/// By `record/key`, what an explanation says of it.
const std::map<std::string, std::string> words_of_keys = {
    {"a touchpoint/owner", "t-owner"},
    {"a touchpoint/customer_does", "t-does"},
    {"a touchpoint/customer_thinks", "t-thinks"},
    {"a touchpoint/customer_feels", "t-feels"},
    {"a touchpoint/pains", "t-pain"},
    {"a touchpoint/gains", "t-gain"},
    {"a touchpoint/involves", "legal"},
    {"a touchpoint/lanes", "t-lane"},
    {"a touchpoint/standard", "s-text"},
    {"a touchpoint/promise", "r-text"},
    {"a touchpoint/policy", "l-rule"},
    {"a touchpoint/empowerment", "e-may"},
    {"a touchpoint/flags", "t-honours"},
    {"a touchpoint/recovery", "t-recovery"},
    {"a touchpoint/remember", "t-detail"},
    {"a touchpoint/not_applicable", "t-reason"},
    {"a touchpoint/evidence", "v-from"},
    {"a touchpoint/notes", "t-notes"},
    {"a touchpoint/links", "t.example"},
    {"a link/text", "t-link"},
    {"a link/url", "t.example"},
    {"a pain or gain/text", "t-pain"},
    {"a pain or gain/heard", "talks"},
    {"a time/actual", "1 h 17 min"},
    {"a time/wanted", "1 h 6 min"},
    {"the desired experience/company", "w-company"},
    {"the desired experience/customer", "w-customer"},
    {"the customer's wish/experience", "w-customer"},
    {"the customer's wish/heard", "heard: talks"},
    {"the customer's wish/by", "w-ann"},
    {"an experience/experience", "w-actual"},
    {"an experience/score", "7.3"},
    {"a standard or promise/text", "s-text"},
    {"a standard or promise/score", "6.1"},
    {"a standard or promise/kept", "71 / 113"},
    {"how often it was kept/count", "71"},
    {"how often it was kept/of", "113"},
    {"how often it was kept/date", "2026-02-03"},
    {"a policy/rule", "l-rule"},
    {"a policy/protects", "protects: law"},
    {"a policy/exceptions", "l-exception"},
    {"empowerment/may", "e-may"},
    {"empowerment/limit", "e-limit"},
    {"empowerment/knows", "e-knows"},
    {"empowerment/asks", "e-asks"},
    {"evidence/from", "v-from"},
    {"evidence/id", "talks"},
    {"evidence/voice", "top-performer"},
    {"evidence/verdict", "down"},
    {"evidence/outcome", "leaves"},
    {"evidence/quote", "v-quote"},
    {"evidence/practice", "v-practice"},
    {"evidence/score", "5.3"},
    {"evidence/n", "n 17"},
    {"evidence/sd", "1.9"},
    {"an action/name", "a-name"},
    {"a persona/role", "p-role"},
    {"a persona/age", "31-33"},
    {"a persona/about", "p-about"},
    {"a persona/quote", "p-quote"},
    {"a persona/goals", "p-goal"},
    {"a persona/fears", "p-fear"},
    {"a persona/photo", "a.png"},
    {"a persona/share", "12"},
    {"a persona/needs", "p-need"},
    {"a persona/flag", "p-flag"},
    {"a persona/advocate", "p-advocate"},
    {"a persona/notes", "p-notes"},
    {"a persona/links", "p.example"},
    {"a journey/goal", "j-goal"},
    {"a journey/trigger", "j-trigger"},
    {"a journey/ends_when", "j-end"},
    {"a journey/owner", "j-owner"},
    {"a journey/status", "retired"},
    {"a journey/kind", "to-be"},
    {"a journey/notes", "j-notes"},
    {"a journey/links", "j.example"},
    {"a stage/goal", "g-goal"},
    {"a stage/customer_does", "g-does"},
    {"a stage/customer_thinks", "g-thinks"},
    {"a stage/customer_feels", "g-feels"},
    {"a stage/pains", "g-pain"},
    {"a stage/gains", "g-gain"},
    {"a stage/lanes", "g-lane"},
    {"a stage/notes", "g-notes"},
    {"a stage/links", "g.example"},
};

}  // namespace

TEST_CASE("every key of which the reference says that an explanation shows it stands in one") {
  Folder folder;
  folder.with("mot.yaml", told_all).with("a.png", png_of(1, 1));
  std::string text;
  for (const char* id : {"pay", "ann", "trip"}) text += run_mot({"-C", folder.path().string(), "explain", id}).out;
  std::size_t claimed = 0;
  for (const mot::RecordReference& record : mot::workspace_reference()) {
    for (const mot::KeyReference& key : record.keys) {
      if (!contains(key.shown, "explain") || key.key == "derives_importance") continue;  // which is about what an outcome does
      const std::string name = record.name + "/" + key.key;
      CAPTURE(name);
      ++claimed;
      const auto found = words_of_keys.find(name);
      CHECK(found != words_of_keys.end());
      if (found != words_of_keys.end()) CHECK(contains(text, found->second));
    }
  }
  CHECK(claimed > 60);
}

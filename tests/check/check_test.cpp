#include "mot/check/check.h"

#include <doctest/doctest.h>

#include <map>
#include <set>
#include <sstream>

#include "mot/check/rule_context.h"
#include "mot/text/phrase_match.h"
#include "support/checked_workspace.h"

using namespace mot;
using mot::testing::Folder;
using mot::testing::Reviewed;

namespace {

using Fields = std::map<std::string, std::string>;

/// A touchpoint of which nothing is missing and in which nothing contradicts, with some fields changed: `actual=4; -owner`.
std::string touchpoint(const std::string& changes, Fields fields = {}) {
  const Fields complete = {{"id", "a"},
                           {"name", "A"},
                           {"importance", "3"},
                           {"owner", "Rosa"},
                           {"actual", "8"},
                           {"desired", "{company: 8, customer: {score: 8, heard: talks}}"},
                           {"evidence", "[{id: talks}]"}};
  fields.insert(complete.begin(), complete.end());
  std::istringstream in(changes);
  for (std::string change; std::getline(in, change, ';');) {
    change.erase(0, change.find_first_not_of(' '));
    const auto equals = change.find('=');
    if (change.starts_with('-')) fields.erase(change.substr(1));
    if (equals != std::string::npos) fields[change.substr(0, equals)] = change.substr(equals + 1);
  }
  if (fields["name"] == "A") fields["name"] = "The " + fields["id"];
  std::string text;
  for (const auto& [key, value] : fields) text += (text.empty() ? "- " : "  ") + key + ": " + value + "\n";
  return text;
}

std::string workspace(const std::string& changes) {
  return "channels: [desk, {id: web, self_service: true}]\ntouchpoints:\n" + touchpoint(changes);
}

}  // namespace

TEST_CASE("what a single moment lacks is said once, at the place to mend") {
  const struct {
    const char* changes;
    const char* findings;
  } cases[] = {
      {"", ""},
      {"-desired; -owner; -importance; -actual",
       "missing-actual a, missing-company-picture a, missing-customer-voice a, missing-importance a, no-owner a"},
      {"desired={customer: {score: 8, heard: talks}}", "missing-company-picture a"},
      {"desired=8", "missing-customer-voice a"},
      {"desired=8; not_applicable={customer: nobody may ask}", ""},
      {"desired=8; visibility=backstage", ""},
      {"desired={company: 8, customer: {score: 8}}", "customer-voice-assumed 8"},
      {"desired={company: 8, customer: {experience: Fast., score: 8}}", "customer-voice-assumed Fast."},
      {"desired={company: 8, customer: {score: 8}}; visibility=backstage", ""},
      {"-actual", "missing-actual a"},
      {"actual={experience: Slow.}", ""},
      {"-evidence; desired={company: 8, customer: {score: 8}}", "actual-without-evidence 8, customer-voice-assumed 8"},
      {"-evidence; actual={experience: Slow.}; desired=8; visibility=backstage", ""},
      {"-importance", "missing-importance a"},
      {"-owner", "no-owner a"},
      {"-owner; not_applicable={owner: it is the weather's}", ""},
      {"moment_of_truth=true", "no-recovery a"},
      {"moment_of_truth=true; recovery=a", "circular-recovery a"},
      {"moment_of_truth=true; not_applicable={recovery: why}", ""},
      {"moment_of_truth=true; not_applicable={recovery: why}; role=Agent", "no-empowerment a"},
      {"moment_of_truth=true; not_applicable={recovery: why}; channel=desk", "no-empowerment a"},
      {"moment_of_truth=true; not_applicable={recovery: why}; channel=web", ""},
      {"moment_of_truth=true; channel=desk; not_applicable={empowerment: why, recovery: why}", ""},
      {"moment_of_truth=true; not_applicable={recovery: why}; role=Agent; empowerment={knows: [name]}", ""},
      {"moment_of_truth=true; visibility=support; role=Agent", ""},
      {"evidence=[{id: talks, voice: customer, score: 8, n: 9, sd: 1}]", "few-responses a"},
      {"evidence=[{id: talks, voice: customer, score: 8, n: 29, sd: 1}]", "few-responses a"},
      {"evidence=[{id: talks, voice: customer, score: 8, n: 30, sd: 1}]", ""},
      {"evidence=[{id: talks, voice: top-performer, score: 8, n: 9, sd: 1}]", ""},
  };
  for (const auto& [changes, findings] : cases) {
    CAPTURE(changes);
    CHECK(Reviewed(workspace(changes)).by_text() == findings);
  }
}

TEST_CASE("scores contradict each other only over a tenth of the scale, and measured ones only when established") {
  const struct {
    const char* changes;
    const char* findings;
  } cases[] = {
      {"desired={company: 7, customer: {score: 8, heard: talks}}", ""},
      {"desired={company: 6.9, customer: {score: 8, heard: talks}}", "aims-below-customer 6.9"},
      {"desired={company: 9, customer: {score: 5, heard: talks}}", ""},
      {"desired={company: 5, customer: {adequate: 6, score: 8, heard: talks}}", "aims-below-customer 5"},
      {"desired={company: 4, customer: {adequate: 6, score: 8, heard: talks}}", "aims-below-adequate 4"},
      {"promise=9", ""},
      {"promise=9.5", "promises-more-than-delivered 9.5"},
      {"promise=2", ""},
      {"actual=3; promise={text: Soon}", ""},
      {"actual=5; desired={company: 8, customer: {adequate: 6, score: 8, heard: talks}}", ""},
      {"actual=4; desired={company: 8, customer: {adequate: 6, score: 8, heard: talks}}", "below-adequate 6"},
      {"-actual; promise=9; evidence=[{id: talks, voice: customer, score: 6, n: 9, sd: 1}]", "few-responses a"},
      {"-actual; promise=9; evidence=[{id: talks, voice: customer, score: 6, n: 40, sd: 1}]", "promises-more-than-delivered 9"},
      {"-actual; promise=9; evidence=[{id: talks, voice: customer, score: 6, n: 40}]",
       "evidence-without-spread 6, promises-more-than-delivered 9"},
      {"-actual; promise=9; evidence=[{id: talks, voice: customer, score: 7.9, n: 40}]", "evidence-without-spread 7.9"},
      {"-actual; promise=8; evidence=[{id: talks, voice: customer, score: 6.5, n: 30, sd: 6}]", ""},
      {"-actual; desired={company: 8, customer: {adequate: 6, score: 8, heard: talks}}; evidence=[{id: talks, voice: customer, score: 4, "
       "n: 40, sd: 1}]",
       "below-adequate 6"},
      {"-actual; desired={company: 8, customer: {adequate: 6, score: 8, heard: talks}}; evidence=[{id: talks, voice: customer, score: 4, "
       "n: 40, sd: 9}]",
       ""},
      {"actual=6; evidence=[{id: talks, voice: customer, score: 4, n: 40, sd: 1}]", "actual-disagrees-with-evidence 6"},
      {"actual=2; evidence=[{id: talks, voice: customer, score: 4, n: 40, sd: 1}]", "actual-disagrees-with-evidence 2"},
      {"actual=5; evidence=[{id: talks, voice: customer, score: 4, n: 40, sd: 1}]", ""},
      {"actual=6; evidence=[{id: talks, voice: customer, score: 4, n: 40, sd: 9}]", "actual-disagrees-with-evidence 6"},
      {"actual=6; evidence=[{id: talks, voice: customer, score: 4, n: 5, sd: 1}]", "few-responses a"},
      {"actual=9; evidence=[{id: talks, voice: customer, score: 1, n: 9, sd: 1}]", "actual-disagrees-with-evidence 9, few-responses a"},
      {"actual=6; evidence=[{id: talks, voice: observer, score: 4, n: 40, sd: 1}]", ""},
  };
  for (const auto& [changes, findings] : cases) {
    CAPTURE(changes);
    CHECK(Reviewed(workspace(changes)).by_text() == findings);
  }
}

TEST_CASE("a tenth of the scale is measured on the project's own") {
  const std::string text = workspace("desired={company: 80, customer: {score: 89, heard: talks}}; actual=80");
  CHECK(Reviewed("project: {scale: {min: 0, max: 100}}\n" + text).by_text() == "");
  CHECK(Reviewed("project: {scale: {min: 10, max: 95}}\n" + text).by_text() == "aims-below-customer 80");
}

TEST_CASE("rules and trust at the front") {
  const struct {
    const char* changes;
    const char* findings;
  } cases[] = {
      {"policy=No refunds", ""},
      {"policy={rule: No refunds, protects: customer}", ""},
      {"policy={rule: No refunds, protects: company}", "policy-without-latitude No refunds"},
      {"policy={rule: No refunds, protects: [others, company]}", "policy-without-latitude No refunds"},
      {"policy={rule: No refunds, protects: [company, law]}", ""},
      {"policy={rule: No refunds, protects: company, exceptions: [under 5 EUR]}", ""},
      {"policy={rule: No refunds, protects: company}; empowerment={may: [refund], knows: [the price]}", ""},
      {"policy={rule: No refunds, protects: company}; empowerment={limit: 5 EUR, knows: [the price]}", ""},
      {"policy={rule: No refunds, protects: company}; empowerment={knows: [the price], asks: Rosa}", "policy-without-latitude No refunds"},
      {"policy={rule: No refunds, protects: company}; not_applicable={empowerment: a machine}", ""},
      {"empowerment={may: [refund]}", "blind-latitude refund"},
      {"empowerment={limit: 5 EUR}", "blind-latitude 5 EUR"},
      {"empowerment={asks: Rosa}", ""},
  };
  for (const auto& [changes, findings] : cases) {
    CAPTURE(changes);
    CHECK(Reviewed(workspace(changes)).by_text() == findings);
  }
}

TEST_CASE("days that have passed") {
  const struct {
    const char* text;
    const char* findings;
  } cases[] = {
      {"touchpoints: []\naction: {id: x, name: X, due: 2026-06-30}\n", ""},
      {"action: {id: x, name: X, due: 2026-06-29}\n", "1:31 overdue-action"},
      {"action: {id: x, name: X, due: 2026-06-29, status: done}\n", ""},
      {"action: {id: x, name: X, due: 2026-06-29, status: dropped}\n", ""},
  };
  for (const auto& [text, findings] : cases) {
    CAPTURE(text);
    CHECK(Reviewed(text).by_place() == findings);
  }
  CHECK(Reviewed(workspace("review_by=2026-06-30")).by_text() == "");
  CHECK(Reviewed(workspace("review_by=2026-06-29")).by_text() == "past-review 2026-06-29");
}

TEST_CASE("evidence is stale where its newest piece is, and unknown days are not old") {
  const struct {
    const char* changes;
    const char* findings;
  } cases[] = {
      {"evidence=[{id: talks, date: 2025-12-30}]", ""},
      {"evidence=[{id: talks, date: 2025-12-29}]", "stale-evidence 2025-12-29"},
      {"kpis=[{name: Rolls, value: 3, date: 2025-12-29}]", "stale-evidence 2025-12-29"},
      {"kpis=[{name: Rolls, date: 2025-12-29}]", ""},
      {"evidence=[{id: talks, date: 2024-01-01}, {date: 2025-01-01}]", "stale-evidence 2025-01-01"},
      {"evidence=[{id: talks, date: 2024-01-01}, {date: 2026-01-01}]", ""},
      {"evidence=[{id: talks, date: 2024-01-01}, {from: a talk}]", ""},
  };
  for (const auto& [changes, findings] : cases) {
    CAPTURE(changes);
    CHECK(Reviewed("project: {stale_after: 6 months}\n" + workspace(changes)).by_text() == findings);
    CHECK(Reviewed(workspace(changes)).by_text() == "");
  }
}

TEST_CASE("old answers are said once, at their source") {
  Folder folder;
  folder.with("s.csv", "day,a\n2024-01-01,8\n2024-01-02,8\n")
      .with("mot.yaml", "project: {stale_after: 6 months}\n" + workspace("evidence=[{id: talks, date: 2023-01-01}]") +
                            "source: {id: s, file: s.csv, scale: {min: 0, max: 10}, date: day, columns: {a: a}}\n");
  CHECK(Reviewed(folder).by_text() == "few-responses a, stale-evidence s");
}

TEST_CASE("holes in the whole") {
  const std::string decides = touchpoint("moment_of_truth=true; not_applicable={recovery: why}");
  const auto with_journey = [&](const std::string& rest) { return "touchpoints:\n" + decides + rest; };
  const struct {
    std::string text;
    const char* findings;
  } cases[] = {
      {"department: {id: d, name: D}\n", "1:18 empty-department"},
      {with_journey("department: {id: d, name: D}\n"), ""},
      {"journey: {id: j, name: J}\n", "1:15 journey-without-moment-of-truth"},
      {with_journey("journey: {id: j, name: J, stages: [{id: s, name: S, touchpoints: a}]}\n"), ""},
      {with_journey("journey: {id: j, name: J, stages: [{id: s, name: S, touchpoints: a}, {id: t, name: T}]}\n"), "11:75 empty-stage"},
      {"touchpoints:\n" + touchpoint("") + "journey: {id: j, name: J, stages: [{id: s, name: S, touchpoints: a}]}\n",
       "9:15 journey-without-moment-of-truth"},
      {"touchpoints:\n" + touchpoint("") + "journey: {id: j, name: J, stages: []}\n",
       "5:7 orphan-touchpoint, 9:15 journey-without-moment-of-truth"},
      {"touchpoints:\n" + touchpoint(""), ""},
      {"touchpoints:\n" + touchpoint("supports=a; visibility=support") + "journey: {id: j, name: J, stages: []}\n",
       "9:13 circular-support, 11:15 journey-without-moment-of-truth"},
      {"persona: {id: p, name: P}\n", "1:15 persona-without-advocate, 1:15 persona-without-journey"},
      {with_journey("journey: {id: j, name: J, persona: p, stages: [{id: s, name: S, touchpoints: a}]}\npersona: {id: p, name: P, "
                    "advocate: R, flag: F}\n"),
       "12:46 flag-not-flown"},
      {"rules: {no-lasting-relationship: info}\ntouchpoints:\n" + touchpoint("level=transaction"), "8:10 no-lasting-relationship"},
      {"rules: {no-lasting-relationship: info}\ntouchpoints:\n" + touchpoint("level=transaction") + touchpoint("id=b;level=project"), ""},
      {"rules: {no-lasting-relationship: info}\ntouchpoints:\n" + touchpoint(""), ""},
      {"touchpoints:\n" + touchpoint("level=transaction"), ""},
  };
  for (const auto& [text, findings] : cases) {
    CAPTURE(text);
    CHECK(Reviewed(text).by_place() == findings);
  }
}

TEST_CASE("importance ranks nothing where most of many moments are rated 5") {
  const auto of = [](int decisive, int others) {
    std::string text = "touchpoints:\n";
    for (int i = 0; i < decisive + others; ++i) {
      text += fmt::format("- {{id: t{0}, name: T{0}, visibility: support, owner: O, desired: 8, actual: 8, importance: {1}}}\n", i,
                          i < decisive ? 5 : 3);
    }
    return Reviewed(text).by_text();
  };
  CHECK(of(7, 0) == "");
  CHECK(of(8, 0) == "everything-is-important 5");
  CHECK(of(4, 4) == "");
  CHECK(of(5, 4) == "everything-is-important 5");
}

TEST_CASE("a detail is forgotten where no later moment of any journey knows it") {
  const auto forgotten = [](const std::string& remember, const std::string& knows, const std::string& path) {
    const std::string text = "touchpoints:\n" +
                             touchpoint("moment_of_truth=true; not_applicable={recovery: why}; remember=[" + remember + "]") +
                             touchpoint("id=b; evidence=[{from: x}]; empowerment={knows: [" + knows + "]}") +
                             "journey: {id: j, name: J, stages: [{id: s, name: S, touchpoints: [" + path + "]}]}\n";
    return Reviewed(text).of("forgotten-detail");
  };
  const struct {
    const char* remember;
    const char* knows;
    const char* path;
    const char* findings;
  } cases[] = {
      {"the usual", "the usual", "a, b", ""},
      {"the usual", "the usual", "b, a", "the usual"},
      {"the usual", "the usual", "b, a, b", ""},
      {"the usual", "The Usual", "a, b", ""},
      {"usual", "the usual, by name", "a, b", ""},
      {"where the usual is kept", "the usual", "a, b", ""},
      {"date", "updates", "a, b", "date"},
      {"the usual, a name", "the usual", "a, b", "a name"},
      {"Brötchen", "BRÖTCHEN", "a, b", ""},
      {"the usual", "", "b", ""},
      {"'+'", "'!'", "a, b", "'+'"},
  };
  for (const auto& [remember, knows, path, findings] : cases) {
    CAPTURE(remember);
    CAPTURE(knows);
    CAPTURE(path);
    CHECK(forgotten(remember, knows, path) == findings);
  }
}

TEST_CASE("long texts are compared as a whole") {
  PhraseSet known;
  known.add("one two three four five six seven eight nine");
  CHECK(known.contains("One two three four five six seven eight nine"));
  CHECK_FALSE(known.contains("two three"));
  CHECK_FALSE(known.contains(""));
}

TEST_CASE("few answers are told as they are, and as what they count like") {
  const auto message = [](int rows, const char* last_weight) {
    std::string text = "w,a\n";
    for (int i = 1; i < rows; ++i) text += fmt::format("1,{}\n", 7 + i % 3);
    Folder folder;
    folder.with("s.csv", text + last_weight + ",8\n")
        .with("mot.yaml",
              workspace("actual={experience: x}") + "source: {id: s, file: s.csv, scale: {min: 0, max: 10}, weight: w, columns: {a: a}}\n");
    return Reviewed(folder).only().message;
  };
  CHECK(message(1, "1") == "'a' rests on 1 answer, which establishes nothing: ask at least 9 more customers");
  CHECK(message(24, "1") == "'a' rests on 24 answers: ask at least 6 more customers before you lean on it");
  CHECK(message(40, "20") == "'a' rests on 40 answers that count like 7.9, which establishes nothing: ask at least 11 more customers");
}

TEST_CASE("personas are told apart only where enough of them answered") {
  const auto treated = [](int answers, const char* worse) {
    std::string rows = "who,a\n";
    for (int i = 0; i < answers; ++i)
      rows += fmt::format("p,{}\nq,{}\n", 8 + i % 2, std::string_view(worse) == "same" ? 8 + i % 2 : 4 + i % 2);
    Folder folder;
    folder.with("s.csv", rows)
        .with("mot.yaml", "personas: [{id: p, name: P}, {id: q, name: Q}]\n" + workspace("actual={experience: x}") +
                              "source: {id: s, file: s.csv, scale: {min: 0, max: 10}, persona: who, columns: {a: a}}\n");
    return Reviewed(folder).of("uneven-treatment");
  };
  CHECK(treated(20, "lower") == "a");
  CHECK(treated(20, "same") == "");
  CHECK(treated(9, "lower") == "");
}

TEST_CASE("a rule is silent about what a fault elsewhere may hide") {
  const std::string complete = workspace("");
  const struct {
    const char* why;
    std::string text;
    const char* findings;
  } cases[] = {
      {"the wrong key may be the one that is missing", "touchpoints:\n- {id: a, name: A, ownr: O}\n", "2:20 unknown-key"},
      {"what stands behind the fault may say it", "touchpoints:\n- id: a\n  name: Time: now\n  desired: 9\n", "3:13 yaml-syntax"},
      {"the owner may be the lead", "departments: [{id: d, name: D, laed: R}]\n" + workspace("-owner; department=d"), "1:32 unknown-key"},
      {"the department may have a lead", workspace("-owner; department=d"), "4:15 unknown-department"},
      {"the misspelt recovery may be this one", workspace("moment_of_truth=true; recovery=b"), "11:13 unknown-touchpoint"},
      {"the channel may be self-service", workspace("moment_of_truth=true; not_applicable={recovery: why}; channel=wbe"),
       "4:12 unknown-channel"},
      {"the moment may be the misspelt one", complete + "journey: {id: j, name: J, stages: [{id: s, name: S, touchpoints: [b]}]}\n",
       "10:67 unknown-touchpoint"},
      {"the persona may be the misspelt one",
       workspace("moment_of_truth=true; not_applicable={recovery: why}") +
           "persona: {id: p, name: P, advocate: R}\njourney: {id: j, name: J, persona: q, stages: [{id: s, name: S, touchpoints: [a]}]}\n",
       "13:36 unknown-persona"},
      {"the stage may have moments", "journey: {id: j, name: J, stages: [{id: s, name: S, touchpoint: [a]}]}\n", "1:53 unknown-key"},
      {"answers may be in the database",
       workspace("-actual; -importance") + "source: {id: s, database: odbc, connect: '${DB}', table: t, columns: {a: Q1}}\n", ""},
      {"answers may be in the database",
       workspace("-actual; -importance") +
           "source: {id: s, database: odbc, connect: '${DB}', table: t, summary: {touchpoint: t, n: n, mean: m}}\n",
       ""},
      {"the scale may be another", "project: {scale: {min: 0, mx: 10}}\n" + workspace("actual=2; promise=9"), "1:27 unknown-key"},
      {"the first of two has the id", complete + touchpoint("moment_of_truth=true"), "13:7 duplicate-id"},
  };
  for (const auto& [why, text, findings] : cases) {
    CAPTURE(why);
    CAPTURE(text);
    CHECK(Reviewed(text).by_place() == findings);
  }
}

TEST_CASE("what a broken file may hold is not missing elsewhere, what it can't hold is") {
  Folder folder;
  folder.with("mot.yaml", "include: [a.yaml, b.yaml]\n").with("b.yaml", "touchpoints: [\n");
  folder.with(
      "a.yaml",
      "touchpoints:\n- {id: a, name: A, importance: 3, moment_of_truth: true}\njourney: {id: j, name: J, stages: [{id: s, name: S}]}\n");
  CHECK(Reviewed(folder).by_text() == "missing-company-picture a, journey-without-moment-of-truth j, empty-stage s, yaml-syntax [");
}

TEST_CASE("a finding says whom it is about, in lower case and without a full stop") {
  const std::string text =
      workspace(
          "desired=4; promise=9.5; remember=[A]; policy={rule: No., protects: company}; empowerment={asks: R}; review_by=2020-01-01") +
      "department: {id: d, name: D}\npersona: {id: p, name: P}\njourney: {id: j, name: J, stages: [{id: s, name: S}]}\n";
  const Reviewed reviewed(text);
  CHECK(reviewed.all.findings.size() >= 8);
  for (const Finding& finding : reviewed.all.findings) {
    CAPTURE(finding.message);
    CHECK_FALSE(finding.subjects.empty());
    CHECK(std::islower(static_cast<unsigned char>(finding.message[finding.message.find_first_not_of("'")])));
    CHECK_FALSE(finding.message.ends_with('.'));
  }
}

TEST_CASE("severities are the project's, the last setting holds, and what is ignored is not shown") {
  const auto severity = [](const std::string& rules) {
    const Reviewed reviewed(rules + "action: {id: x, name: X, due: 2020-01-01}\n");
    return reviewed.all.findings.empty() ? Severity::ignore : reviewed.only().severity;
  };
  CHECK(severity("") == Severity::warning);
  CHECK(severity("rules: {overdue-action: error}\n") == Severity::error);
  CHECK(severity("rules: {overdue-action: ignore}\n") == Severity::ignore);
}

TEST_CASE("every rule about what the files say has its function, once") {
  const auto is_reported_elsewhere = [](const Rule& rule) {
    constexpr std::string_view elsewhere[] = {"off-scale-answers", "answers-lost",      "ragged-rows", "rows-twice",
                                              "respondent-twice",  "file-not-included", "placeholder", "locked-rule",
                                              "gate-broken",       "gate-undecided",    "aim-lowered"};
    return std::ranges::find(elsewhere, rule.id) != std::end(elsewhere) || rule.id.ends_with("-suppression") ||
           rule.id.starts_with("suppression-");
  };
  std::set<std::string_view> checked, listed;
  for (const auto& table : {coverage_checks(), sense_checks(), slip_checks(), twice_checks(), path_checks()}) {
    for (const RuleEntry& check : table) {
      if (!check.rule.rule().is_about_files()) CHECK(checked.insert(check.rule.id()).second);
    }
  }
  for (const Rule& rule : rules) {
    if (!rule.is_about_files() && !is_reported_elsewhere(rule)) listed.insert(rule.id);
  }
  CHECK(checked == listed);
}

TEST_CASE("the examples tell their story and nothing else") {
  const auto story = [](const char* example) {
    const Loaded loaded = load({.directory = MOT_SOURCE_DIR "/examples", .paths = {example}});
    std::string list;
    const Review all = review(loaded, {.today = *date_from("2026-11-22")});
    for (const Finding& finding : all.findings) list += fmt::format("{} {}\n", finding.rule.id(), fmt::join(finding.subjects, " "));
    return list;
  };
  CHECK(story("corner-bakery.yaml") ==
        "no-empowerment sold-out\n"
        "policy-without-latitude sold-out\n"
        "missing-actual birthday-cake\n");
  CHECK(story("skyline-air") ==
        "missing-actual gate-change\n"
        "missing-actual something-goes-wrong\n"
        "customer-voice-assumed thank-you-note\n"
        "aims-below-customer claim-answered\n"
        "below-adequate claim-answered\n"
        "promises-more-than-delivered claim-answered\n"
        "actual-disagrees-with-evidence claim-answered\n"
        "few-responses call-after-trouble\n"
        "few-responses yearly-talk\n"
        "few-responses paper-check-in\n"
        "below-adequate bags-at-the-belt\n"
        "promises-more-than-delivered bags-at-the-belt\n"
        "forgotten-detail bags-at-the-belt what was in the bag\n"
        "few-responses lost-bag-desk\n"
        "below-adequate lost-bag-desk\n"
        "promises-more-than-delivered pram-at-the-door\n"
        "uneven-treatment missed-connection-desk\n"
        "below-adequate missed-connection-desk\n"
        "below-adequate rebook\n"
        "policy-without-latitude rebook\n");
}

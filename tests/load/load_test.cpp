#include "mot/load/load.h"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <sstream>

#include "support/folder.h"

using namespace mot;
using mot::testing::Folder;

namespace {

Loaded load_text(const std::string& text) {
  const Folder folder;
  std::istringstream in(text);
  return load({.directory = folder.path(), .paths = {"-"}, .in = &in});
}

/// "line:column rule" for each finding, in order.
std::string compact(const Loaded& loaded) {
  std::string list;
  for (const Finding& finding : loaded.findings) {
    const Position at = loaded.sources.begin_of(finding.span);
    list += fmt::format("{}{}:{} {}", list.empty() ? "" : ", ", at.line, at.column, finding.rule.id());
  }
  return list;
}

std::string first_message(const Loaded& loaded) {
  return loaded.findings.empty() ? "" : loaded.findings.begin()->message;
}

Loaded load_folder(const Folder& folder, std::vector<std::string> paths = {}) {
  return load({.directory = folder.path(), .paths = std::move(paths)});
}

std::string shown(const Loaded& loaded) {
  std::string list;
  for (std::uint32_t i = 0; i < loaded.is_shown.size(); ++i) {
    if (loaded.is_shown[i]) list += std::filesystem::path(loaded.sources[i].name).filename().string() + " ";
  }
  return list;
}

}  // namespace

TEST_CASE("reading says what is wrong and where") {
  const struct {
    const char* text;
    const char* findings;
  } cases[] = {
      {"", "1:1 include-matches-nothing"},
      {"# nothing yet\n", ""},
      {"touchpoints: []\n", ""},
      {"touchpoints: [{id: a, name: A}]\n", ""},
      {"touchpoint: {id: a, name: A}\n", ""},
      {"touchpoints:\n- id: a\n", "2:3 missing-key"},
      {"touchpoints:\n- name: A\n", ""},
      {"touchpoints:\n- name: 登机口\n", "2:9 missing-key"},
      {"touchpoints:\n- name: A\n- {id: a, name: B}\n", "2:9 duplicate-id"},
      {"touchpoints:\n- {id: a, name: B}\n- name: A\n", "3:9 duplicate-id"},
      {"touchpoints:\n- owner: Ann\n", "2:3 missing-key"},
      {"channels: [{name: on board}, phone, {self_service: true}]\n", "1:38 missing-key"},
      {"x-gates: {gap_at_most: 1}\n", "1:1 unknown-key"},
      {"project: {x-gates: {gap_at_most: 1}}\nx-Rules: {}\n", "1:11 unknown-key, 2:1 unknown-key"},
      {"x-touchpoint: &t {id: a, name: A}\ntouchpoint: *t\nproject: {x-stale-after: 1 month}\n", "3:11 unknown-key"},
      {"x-touchpoints: [&t {id: a, name: A}]\ntouchpoint: *t\nx-journeys: []\n", "3:1 unknown-key"},
      {"x-common: &c {a: 1}\nproject: {x-b: 1}\ntouchpoints: [{id: a, name: A, x-ray: [1]}]\nactual: {x-a: 1}\n", "4:1 unknown-key"},
      {"touchpoints:\n- {id: a, name: A, owner: TBD, actual: n/a, desired: {company: '?'}}\n",
       "2:27 placeholder, 2:40 placeholder, 2:64 placeholder"},
      {"touchpoints:\n- {id: a, name: TBD, tangibles: [belt, ???], not_applicable: {recovery: none}}\n",
       "2:17 placeholder, 2:40 placeholder, 2:73 placeholder"},
      {"touchpoints:\n- {id: a, name: A, owner: offen, actual: wird noch geklärt}\n", "2:27 placeholder, 2:42 placeholder"},
      {"touchpoints:\n- {id: a, name: A, owner: folgt, actual: à venir, desired: {company: por confirmar, customer: em breve}}\n",
       "2:27 placeholder, 2:42 placeholder, 2:70 placeholder, 2:95 placeholder"},
      {"department: {name: D, lead: Later}\ntouchpoints:\n- {id: a, name: A, owner: pending, actual: to be decided}\n",
       "1:29 placeholder, 3:27 placeholder, 3:44 placeholder"},
      {"touchpoints:\n- {id: open, name: Open, tags: [later], actual: The door is open, owner: Folgt Transport}\n", ""},
      {"touchpoints:\n- {name: TBD}\n- {name: TBD}\n", "2:10 placeholder, 3:10 placeholder"},
      {"touchpoints:\n- {id: none, name: No bag, level: TBD, evidence: [{verdict: '-'}]}\n", "2:35 placeholder, 2:61 bad-value"},
      {"sources: [{id: s, file: a.csv, scale: {min: 1, max: 5, missing: [n/a, '-']}, where: {x: none}}]\n", ""},
      {"touchpoints:\n- id: Big A\n  name: A\n", "2:7 bad-id"},
      {"touchpoints:\n- {id: a, name: A, importence: 3}\n", "2:20 unknown-key"},
      {"touchpoints:\n- {id: a, name: A, importance: 6}\n", "2:32 bad-value"},
      {"touchpoints:\n- {id: a, name: A, importance: high}\n", "2:32 wrong-type"},
      {"touchpoints:\n- {id: a, name: A, importance: .nan}\n", "2:32 bad-value"},
      {"touchpoints:\n- {id: a, name: ''}\n", "2:17 bad-value"},
      {"touchpoints:\n- {id: a, name: A, review_by: 12.3.2026}\n", "2:31 bad-date"},
      {"touchpoints:\n- {id: a, name: A, review_by: 2026-02-30}\n", "2:31 bad-date"},
      {"touchpoints:\n- {id: a, name: A, moment_of_truth: yes}\n", "2:37 wrong-type"},
      {"touchpoints:\n- {id: a, name: A, moment_of_truth: it decides}\n", ""},
      {"touchpoints:\n- {id: a, name: A, visibility: onstage}\n", "2:32 bad-value"},
      {"touchpoints:\n- {id: a, name: A, actual: 11}\n", "2:28 score-off-scale"},
      {"project: {scale: {min: 1, max: 5}}\ntouchpoints:\n- {id: a, name: A, desired: 0}\n", "3:29 score-off-scale"},
      {"project: {scale: {min: 5, max: 1}}\n", "1:18 bad-value"},
      {"project: {period: {last: 12 monts}}\n", "1:26 bad-value"},
      {"project: {name: A}\n---\nproject: {name: B}\n", "2:1 yaml-syntax"},
      {"touchpoints: {id: a}\n", "1:14 wrong-type, 1:15 missing-key"},
      {"mot: 2\n", "1:6 unsupported-version"},
      {"- id: a\n", "1:1 wrong-type"},
      {"include: [a.yaml]\n", "1:11 bad-value"},
      {"rules: {no-recover: ignore}\n", "1:9 bad-value"},
      {"rules: {no-recovery: off, service: info}\n", ""},
      {"rules: {no-recovery: on}\n", "1:22 bad-value"},
      {"sources: [{id: s, connect: 'host=db password=x', database: odbc}]\n", "1:28 secret-in-file"},
      {"sources: [{id: s, connect: '${DB}', database: odbc}]\n", ""},
      {"sources: [{id: s}]\n", "1:12 missing-key"},
      {"sources: [{id: s, file: ../secret.csv}]\n", "1:25 bad-value"},
      {"touchpoints:\n- {id: a, name: A, standard: {kept: {count: 5, of: 3}}}\n", "2:37 bad-value"},
  };
  for (const auto& [text, expected] : cases) {
    CAPTURE(text);
    CHECK(compact(load_text(text)) == expected);
  }
}

TEST_CASE("links are resolved, and what is not found is reported with what was meant") {
  const struct {
    const char* text;
    const char* findings;
  } cases[] = {
      {"touchpoints: [{id: a, name: A, recovery: b}, {id: b, name: B}]\n", ""},
      {"touchpoints: [{id: a, name: A, recovery: [b, c]}, {id: b, name: B}]\n", "1:46 unknown-touchpoint"},
      {"touchpoints: [{id: a, name: A}, {id: a, name: B}]\n", "1:38 duplicate-id"},
      {"touchpoints: [{id: a, name: A, department: d}]\n", "1:44 unknown-department"},
      {"channels: [phone, on board]\ntouchpoints: [{id: a, name: A, channel: on board}]\n", ""},
      {"channels: [phone]\ntouchpoints: [{id: a, name: A, channel: phon}]\n", "2:41 unknown-channel"},
      {"touchpoints: [{id: a, name: A, dimension: empathie}]\n", "1:43 unknown-dimension"},
      {"touchpoints: [{id: a, name: A, flags: {ines: x}}]\n", "1:40 unknown-persona"},
      {"journeys: [{id: j, name: J, persona: ines, stages: [{id: s, name: S, touchpoints: [a]}]}]\n",
       "1:38 unknown-persona, 1:84 unknown-touchpoint"},
      {"journeys: [{id: j, name: J, stages: [{id: s, name: S}, {id: s, name: S}]}]\n", "1:61 duplicate-id"},
      {"actions: [{id: x, name: X, touchpoints: [a], lift: {b: 2}}]\n", "1:42 unknown-touchpoint, 1:53 unknown-touchpoint"},
      {"touchpoints:\n- id: a\n  name: A\n  desired: {customer: {score: 9, heard: talk}}\n", "4:41 unknown-source"},
      {"touchpoints:\n- id: a\n  name: A\n  desired: {customer: {score: 9, heard: talk}}\n  evidence: [{id: talk}]\n", ""},
  };
  for (const auto& [text, expected] : cases) {
    CAPTURE(text);
    CHECK(compact(load_text(text)) == expected);
  }
  CHECK(first_message(load_text("touchpoints: [{id: lost-bag-desk, name: A, recovery: lost-bags-desk}]\n")) ==
        "no touchpoint has the id 'lost-bags-desk'; did you mean 'lost-bag-desk'?");
}

TEST_CASE("an id that is left out is made of the name") {
  const struct {
    const char* name;
    const char* id;
  } cases[] = {
      {"Lost-bag desk", "lost-bag-desk"},
      {"Überprüfung & Café", "uberprufung-cafe"},
      {"Straße 7", "strasse-7"},
      {"Don't wait!", "dont-wait"},
      {"Đặt vé", "dat-ve"},
      {"Smørrebrød", "smorrebrod"},
      {"  - 登机口 VIP - ", "vip"},
  };
  for (const auto& [name, id] : cases) {
    CAPTURE(name);
    const Loaded loaded = load_text(fmt::format("touchpoint: {{name: \"{}\"}}\n", name));
    CHECK(loaded.findings.empty());
    CHECK(loaded.workspace.touchpoints.at(0).id.value == id);
  }
}

TEST_CASE("a name where an id is asked is told the id") {
  CHECK(first_message(load_text("touchpoints: [{id: lost-bag-desk, name: Lost bags}, {id: a, name: A, recovery: lost Bags}]\n")) ==
        "no touchpoint has the id 'lost Bags'; 'lost-bag-desk' is the id of the one of this name");
  CHECK(first_message(load_text("touchpoints: [{id: b, name: B}, {id: c, name: b}, {id: a, name: A, recovery: B}]\n")) ==
        "no touchpoint has the id 'B'; did you mean 'b'?");
}

TEST_CASE("what people really type gets its own advice") {
  const struct {
    const char* text;
    const char* message;
  } cases[] = {
      {"touchpoints: [{id: a, name: A, importance: 4/5}]\n", "expected a number, found a text, '4/5'; only the points are asked; write 4"},
      {"touchpoints: [{id: a, name: A, importance: '4'}]\n", "expected a number, found a text, '4'; in quotes it is a text; write 4"},
      {"touchpoints:\n- id: a\n  name: A\n  importance: 3,5\n", "expected a number, found a text, '3,5'; write a decimal point, 3.5"},
      {"touchpoints: [{id: a, name: A, importance: 3 points}]\n",
       "expected a number, found a text, '3 points'; a number has no unit; write 3"},
      {"touchpoints: [{id: a, name: A, actual: '4'}]\n", "expected a number, found a text, '4'; in quotes it is a text; write 4"},
      {"touchpoints: [{id: a, name: A, desired: 8/10}]\n", "expected a number, found a text, '8/10'; only the points are asked; write 8"},
      {"touchpoints: [{id: a, name: A, importance:3}]\n", "a blank is missing after this ':'"},
      {"source: {id: s, file: a.csv, missing: [99], columns: {}}\n",
       "a source has no key 'missing'; how answers are written stands in the scale: 'scale: { min: 1, max: 5, missing: [99] }'"},
      {"journey: {name: J, stages: [{name: S, emotion: glad, touchpoints: []}]}\n",
       "a stage has no key 'emotion'; what customers feel stands in 'customer_feels', of a stage or of its touchpoints; what they live in "
       "'actual' of a touchpoint"},
      {"journey: {name: J, systems: [CRM], stages: []}\n",
       "a journey has no key 'systems'; what carries a moment is a touchpoint with 'visibility: support' that 'supports' it; what is only "
       "named stands in 'lanes'"},
      {"journey: {name: J, score: 7, stages: []}\n",
       "a journey has no key 'score'; how it is lived and wanted stands at each touchpoint, in 'actual', 'desired' and 'importance'"},
      {"touchpoints: [{id: a, name: A, actual: 8,5}]\n", "between brackets a ',' begins a new entry; write a decimal point, 8.5"},
      {"touchpoints: [{id: a, name: A, r\u00f4le: x}]\n", "a touchpoint has no key 'r\u00f4le'; did you mean 'role'?"},
      {"touchpoints: [{id: true, name: A}]\n", "expected an id, found true or false, 'true'; one of this name needs quotes"},
      {"touchpoints: [{id: a, name: A, importance: high}]\n", "expected a number from 1 to 5, found a text, 'high'"},
      {"touchpoints: [{id: a, name: A, review_by: 31.3.2026}]\n", "'31.3.2026' is not a date of the form 2026-03-12; write 2026-03-31"},
      {"touchpoints: [{id: a, name: A, review_by: 3/12/2026}]\n",
       "'3/12/2026' is not a date of the form 2026-03-12; write 2026-12-03 or 2026-03-12"},
      {"touchpoints: [{id: a, name: A, review_by: soon}]\n", "'soon' is not a date of the form 2026-03-12"},
      {"touchpoints: [{id: a, name: A, Wichtigkeit: 3}]\n", "a touchpoint has no key 'Wichtigkeit'; did you mean 'importance'?"},
      {"touchpoints: [{id: a, name: A, pain_points: x}]\n", "a touchpoint has no key 'pain_points'; did you mean 'pains'?"},
      {"touchpoints: [{id: a, name: A, opportunities: x}]\n",
       "a touchpoint has no key 'opportunities'; what is to be done stands in 'actions', a section of its own"},
      {"personas: [{id: a, name: A, motivations: x}]\n",
       "a persona has no key 'motivations'; what a persona wants stands in 'goals' and 'needs'"},
      {"project: {name: A, gates: {coverage: 60}}\n", "the gates has no key 'coverage'; did you mean 'coverage_at_least'?"},
      {"touchpoints: [{id: a, name: A, mot: true}]\n",
       "a touchpoint has no key 'mot'; one of the few that decide says 'moment_of_truth: true'"},
      {"touchpoints: [{id: a, name: A, desired: {patients: 8}}]\n",
       "the desired experience has no key 'patients'; what customers want stands in 'customer'"},
      {"touchpoints: [{id: a, name: A, desired: {customer: {minimum: 8}}}]\n",
       "the customer's wish has no key 'minimum'; the least that customers accept stands in 'adequate'"},
      {"actions: [{id: a, name: A, status: in progress}]\n", "'in progress' is not known here; did you mean 'doing'?"},
      {"touchpoints: [{id: a, name: A, channel: web}]\nchannels: [Web, Phone]\n",
       "no channel has the id 'web'; 'Web' is the id of the one of this name"},
      {"touchpoints: [{id: a, name: A, channel: on\u00A0board}]\nchannels: [on board]\n",
       "no channel has the id 'on\u00A0board'; 'on board' looks the same, and differs in U+00A0 and U+0020"},
      {"touchpoints: [{id: a, name: A, channel: sms}]\nchannels: [Web, Phone]\n",
       "no channel has the id 'sms'; it may be 'Web' or 'Phone'"},
      {"touchpoints:\n- id: a\n  name: A\n  actual: ?\n", "a '?' alone needs quotes"},
      {"touchpoints: [{id: a, title: A}]\n", "a touchpoint has no key 'title'; did you mean 'name'?"},
      {"touchpoints: [{id: a, name: A, standard: {weather: x}}]\n",
       "a standard or promise has no key 'weather'; the keys are 'text', 'score' or 'kept'"},
      {"touchpoints: [{id: a, name: A, moment_of_truth: yes}]\n",
       "expected true, false or a text that says why, found a text, 'yes'; 'yes' is a text in YAML 1.2; a truth value is true or false"},
      {"touchpoints:\n- id: a\n  name: A\n  tangibles:\n    -belt\n",
       "expected a list, found a text, '-belt'; a blank is missing after '-'"},
      {"touchpoints: [{id: a, name: A, desired: 010}]\n", "'010' is 10 here and was octal in older YAML; write 10"},
      {"touchpoints: [{id: a, name: A, importance: 04, evidence: [{n: 0012}]}]\n",
       "'0012' is 12 here and was octal in older YAML; write 12"},
      {"touchpoints: [{id: a, name: A, actual: 1e400}]\n", "'1e400' is not a number that can be meant here"},
      {"touchpoints:\n- id: a\n  name: A\n\timportance: 3\n", "a tab can't indent; use blanks"},
      {"touchpoints: [{id: Lost Bags!, name: A}]\n",
       "'Lost Bags!' is not an id: small letters, digits and single hyphens between them; 'lost-bags' would be one"},
  };
  for (const auto& [text, message] : cases) {
    CAPTURE(text);
    CHECK(first_message(load_text(text)) == message);
  }
}

TEST_CASE("what a fault hides is not missing, and what stands beside it is looked at") {
  const struct {
    const char* text;
    const char* findings;
  } cases[] = {
      {"touchpoints:\n- id: a\n  name: A: B\n  recovery: z\n", "3:10 yaml-syntax, 4:13 unknown-touchpoint"},
      {"touchpoints:\n- id: a: b\n  name: A\n- id: c\n  name: C\n  recovery: a\n", "2:8 yaml-syntax"},
      {"touchpoints:\n- {id: a, name: A: B}\n- {id: c, name: C, recovery: a, actual: 11}\n", "2:18 yaml-syntax, 3:41 score-off-scale"},
      {"touchpoints:\n- id a\n  name: A\n", "2:3 yaml-syntax"},
  };
  for (const auto& [text, expected] : cases) {
    CAPTURE(text);
    CHECK(compact(load_text(text)) == expected);
  }
}

TEST_CASE("shorthands say the same as what they are short for") {
  const auto touchpoint = [](const std::string& fields) {
    Loaded loaded = load_text("touchpoints: [{id: a, name: A, " + fields + "}]\n");
    CAPTURE(fields);
    CHECK(loaded.findings.empty());
    return loaded.workspace.touchpoints.at(0);
  };
  CHECK(touchpoint("desired: 9").desired->company->score->value == 9);
  CHECK(touchpoint("desired: Bags first").desired->company->experience->value == "Bags first");
  CHECK(touchpoint("desired: {customer: 8}").desired->customer->score->value == 8);
  CHECK(touchpoint("actual: 4").actual->score->value == 4);
  CHECK(touchpoint("standard: 4").standard->score->value == 4);
  CHECK(touchpoint("promise: We call back").promise->text->value == "We call back");
  CHECK(touchpoint("policy: No refunds").policy->rule.value == "No refunds");
  CHECK(touchpoint("moment_of_truth: it decides").moment_of_truth.why->value == "it decides");
  CHECK(touchpoint("policy: {rule: r, protects: [company, law]}").policy->protects.size() == 2);
  CHECK(touchpoint("actual: 4 of 10 said so").actual->experience->value == "4 of 10 said so");
}

TEST_CASE("a file's own department owns what stands in it, wherever the section stands") {
  const Loaded loaded = load_text(
      "touchpoints:\n- {id: a, name: A}\n- {id: b, name: B, department: desk}\n"
      "department: {id: hall, name: Hall}\n"
      "departments:\n- {id: desk, name: Desk, touchpoints: [{id: c, name: C}]}\n");
  REQUIRE(loaded.findings.empty());
  REQUIRE(loaded.workspace.touchpoints.size() == 3);
  const auto department_of = [&](std::size_t i) {
    return loaded.workspace.departments.at(*loaded.workspace.touchpoints[i].department.index).id.value;
  };
  CHECK(department_of(0) == "hall");
  CHECK(department_of(1) == "desk");
  CHECK(department_of(2) == "desk");
}

TEST_CASE("a workspace is found upwards and holds what it includes") {
  Folder folder;
  folder.with("mot.yaml", "include: [parts/*.yaml, '**/deep.yaml']\n")
      .with("parts/b.yaml", "touchpoints: [{id: b, name: B}]\n")
      .with("parts/a.yaml", "touchpoints: [{id: a, name: A}]\n")
      .with("x/y/deep.yaml", "touchpoints: [{id: deep, name: D}]\n")
      .with("x/other.yaml", "not: included\n");
  const Loaded loaded = load({.directory = folder / "x/y"});
  CHECK(compact(loaded) == "");
  CHECK(loaded.files == 4);
  std::string ids;
  for (const Touchpoint& touchpoint : loaded.workspace.touchpoints) ids += touchpoint.id.value + " ";
  CHECK(ids == "a b deep ");
}

TEST_CASE("a named file is seen in its workspace, and only its findings are asked for") {
  Folder folder;
  folder.with("mot.yaml", "include: [parts/*.yaml]\n")
      .with("parts/a.yaml", "touchpoints: [{id: a, name: A, recovery: b}]\n")
      .with("parts/b.yaml", "touchpoints: [{id: b, name: B}]\n")
      .with("loose.yaml", "touchpoints: [{id: c, name: C, recovery: b}]\n");
  CHECK(shown(load_folder(folder)) == "mot.yaml a.yaml b.yaml ");
  const Loaded one = load_folder(folder, {"parts/a.yaml"});
  CHECK(compact(one) == "");
  CHECK(shown(one) == "a.yaml ");
  CHECK(one.workspace.touchpoints.size() == 2);
  const Loaded loose = load_folder(folder, {"loose.yaml"});
  CHECK(compact(loose) == "1:1 file-not-included, 1:42 unknown-touchpoint");
  CHECK(loose.workspace.touchpoints.size() == 1);
}

TEST_CASE("standard input takes the place of the file it is called by") {
  Folder folder;
  folder.with("mot.yaml", "include: [a.yaml, b.yaml]\n")
      .with("a.yaml", "touchpoints: [{id: a, name: A, recovery: gone}]\n")
      .with("b.yaml", "touchpoints: [{id: b, name: B}]\n");
  std::istringstream in("touchpoints: [{id: a, name: Changed, recovery: b}]\n");
  const Loaded loaded = load({.directory = folder.path(), .paths = {"-"}, .stdin_filename = "a.yaml", .in = &in});
  CHECK(compact(loaded) == "");
  CHECK(loaded.workspace.touchpoints.at(0).name.value == "Changed");
  CHECK(loaded.workspace.touchpoints.size() == 2);
}

TEST_CASE("a broken file costs only itself, and hides nothing that may stand in it") {
  Folder folder;
  folder.with("mot.yaml", "include: [a.yaml, b.yaml, none/*.yaml, ../up.yaml]\n")
      .with("a.yaml", "touchpoints:\n- id: \"a\n")
      .with("b.yaml", "touchpoints: [{id: b, name: B, recovery: a, importance: 9}]\n");
  CHECK(compact(load_folder(folder)) == "1:27 include-matches-nothing, 1:40 bad-value, 2:7 yaml-syntax, 1:57 bad-value");
}

TEST_CASE("a workspace has one project") {
  Folder folder;
  folder.with("mot.yaml", "project: {name: A}\ninclude: [b.yaml]\n").with("b.yaml", "project: {name: B}\n");
  const Loaded loaded = load_folder(folder);
  CHECK(compact(loaded) == "1:10 two-projects");
  CHECK(loaded.workspace.project.name->value == "A");
}

TEST_CASE("what cannot be found or read ends with one clear line") {
  Folder folder;
  folder.with("one/mot.yaml", "mot: 1\n").with("two/mot.yaml", "mot: 1\n");
  std::filesystem::create_directories(folder / "empty");
  CHECK_THROWS_WITH_AS(load_folder(folder), "no mot.yaml in this folder or above it; name a file, or make a workspace with 'mot init'",
                       std::runtime_error);
  CHECK_THROWS_WITH_AS(load_folder(folder, {"gone.yaml"}), "there is no file or folder 'gone.yaml'", std::runtime_error);
  CHECK_THROWS_WITH_AS(load_folder(folder, {"empty"}), "no *.yaml or *.yml file in the folder 'empty'", std::runtime_error);
  CHECK_THROWS_AS(load_folder(folder, {"one", "two"}), std::runtime_error);
  std::filesystem::create_directories(folder / "folder.yaml");
  CHECK_THROWS_AS(load_folder(folder, {"folder.yaml"}), std::runtime_error);
}

TEST_CASE("the same files give the same workspace with any number of threads") {
  Folder folder;
  folder.with("mot.yaml", "include: [parts/*.yaml]\n");
  for (int i = 0; i < 40; ++i) {
    folder.with(fmt::format("parts/{:02}.yaml", i),
                fmt::format("touchpoints: [{{id: t{0}, name: T, recovery: t{1}, wrong: 1}}]\n", i, (i * 7) % 50));
  }
  const Loaded one = load({.directory = folder.path(), .threads = 1});
  const Loaded four = load({.directory = folder.path(), .threads = 4});
  CHECK(one.workspace == four.workspace);
  CHECK(compact(one) == compact(four));
  CHECK(one.findings.size() >= 40);
}

TEST_CASE("the examples are read without a finding") {
  for (const char* example : {"corner-bakery.yaml", "skyline-air"}) {
    CAPTURE(example);
    const Loaded loaded = load({.directory = MOT_SOURCE_DIR "/examples", .paths = {example}});
    CHECK(compact(loaded) == "");
    CHECK(loaded.workspace.touchpoints.size() >= 8);
  }
}

TEST_CASE("what only looks like an id is mended to it") {
  const Loaded loaded = load_text("touchpoints: [{id: a, name: A, channel: on\u00A0board}]\nchannels: [on board]\n");
  REQUIRE(loaded.findings.size() == 1);
  REQUIRE(loaded.findings.begin()->fix);
  CHECK(loaded.findings.begin()->fix->replacement == "on board");
}

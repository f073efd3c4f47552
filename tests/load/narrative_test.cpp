// What people write besides scores: how it is read, linked and refused.
#include <doctest/doctest.h>
#include <fmt/format.h>

#include <sstream>

#include "mot/load/attachments.h"
#include "mot/load/load.h"
#include "mot/model/duration_words.h"
#include "support/folder.h"
#include "support/photos.h"

using namespace mot;
using namespace mot::testing;

namespace {

/// "line:column rule" for each finding, in order.
std::string compact(const Loaded& loaded) {
  std::string list;
  for (const Finding& finding : loaded.findings) {
    const Position at = loaded.sources.begin_of(finding.span);
    list += fmt::format("{}{}:{} {}", list.empty() ? "" : ", ", at.line, at.column, finding.rule.id());
  }
  return list;
}

Loaded load_touchpoint(const std::string& fields) {
  const Folder folder;
  std::istringstream in("project: {lanes: [Systems, Legal]}\ntouchpoint:\n  {name: A, evidence: [{id: talks}], " + fields + "}\n");
  return load({.directory = folder.path(), .paths = {"-"}, .in = &in});
}

std::string message_of(const std::string& fields) {
  const Loaded loaded = load_touchpoint(fields);
  return loaded.findings.empty() ? "" : loaded.findings.begin()->message;
}

}  // namespace

TEST_CASE("a lane is named once") {
  std::istringstream in("project: {lanes: [Systems, Legal, Systems]}\n");
  const Folder folder;
  const Loaded loaded = load({.directory = folder.path(), .paths = {"-"}, .in = &in});
  CHECK(compact(loaded) == "1:35 duplicate-id");
}

TEST_CASE("a length of time is read as people and as ISO 8601 write it, and shown in two units") {
  const struct {
    const char* written;
    const char* shown;  // empty where it is none
  } cases[] = {
      {"3 min", "3 min"},
      {"3min", "3 min"},
      {"90 min", "1 h 30 min"},
      {"1 h 30 min", "1 h 30 min"},
      {"0.5 h", "30 min"},
      {"45 s", "45 s"},
      {"59.6 s", "1 min"},
      {"90 s", "1 min 30 s"},
      {"4 days", "4 days"},
      {"1 day", "1 day"},
      {"36 hours", "1 day 12 h"},
      {"2 weeks", "14 days"},
      {"1 month", "30 days 11 h"},
      {"23 h 59 min 59 s", "1 day"},
      {"0 min", "0 s"},
      {"PT3M", "3 min"},
      {"P1M", "30 days 11 h"},
      {"P1DT2H", "1 day 2 h"},
      {"PT1.5H", "1 h 30 min"},
      {"P2W", "14 days"},
      {"P", ""},
      {"PT", ""},
      {"P1H", ""},
      {"PT3M2H", ""},
      {"3 m", ""},
      {"3", ""},
      {"-3 min", ""},
      {"3 min.", ""},
      {"about 3 min", ""},
      {"3 min4 s", ""},
      {"1..5 h", ""},
      {"1234567890 min", ""},
      {"", ""},
      {"soon", ""},
  };
  for (const auto& [written, shown] : cases) {
    CAPTURE(written);
    const auto duration = duration_from(written);
    CHECK((duration ? to_string(*duration) : "") == shown);
  }
}

TEST_CASE("a time that can't be told says why and what to write") {
  const struct {
    const char* fields;
    const char* message;
  } cases[] = {
      {"takes: 3 min", ""},
      {"takes: {actual: 3 min, wanted: PT1M}", ""},
      {"waits: {wanted: 1 h}", ""},
      {"takes: 3 m", "'3 m': 'm' may be minutes or months: write '3 min' or '3 months'"},
      {"takes: 3m", "'3m': 'm' may be minutes or months: write '3 min' or '3 months'"},
      {"takes: {actual: -2 h}", "'-2 h': nothing takes less than no time"},
      {"waits: 5", "'5': a length of time has a unit: write '5 min', '5 h' or '5 days'"},
      {"waits: a while",
       "'a while': not a length of time; write '3 min', '2 h', '4 days', or ISO 8601 as 'PT3M' (units: s, min, h, days, weeks, months, "
       "years)"},
      {"waits: 3 Wochen", "'3 Wochen': a length of time is written in English units; write '3 weeks'"},
      {"waits: '1:30'", "'1:30': this may mean several lengths of time; write one, as '1 h 30 min' or '1 min 30 s'"},
      {"waits: '2,5'", "'2,5': a length of time has a unit: write '2.5 min', '2.5 h' or '2.5 days'"},
      {"takes: []", "expected a text or a time as 'key: value' lines, found a list; its keys are 'actual' or 'wanted'"},
      {"takes: {}", "a time needs the key 'actual' or 'wanted'"},
  };
  for (const auto& [fields, message] : cases) {
    CAPTURE(fields);
    CHECK(message_of(fields) == message);
  }
}

TEST_CASE("a length of time in the words of five languages is told as the workspace writes it") {
  const struct {
    const char* written;
    const char* meant;  ///< `?` before what it may mean
  } cases[] = {
      {"3 min", "3 min"},
      {"3 Wochen", "3 weeks"},
      {"1 Woche", "1 week"},
      {"2 Tage", "2 days"},
      {"2 jours", "2 days"},
      {"2 dias", "2 days"},
      {"1,5 h", "1.5 h"},
      {"1 Std. 20 Min.", "1 h 20 min"},
      {"1 Stunde und 20 Minuten", "1 h 20 min"},
      {"1 h 30", "1 h 30 min"},
      {"1h30", "1 h 30 min"},
      {"1 heure et 30 minutes", "1 h 30 min"},
      {"1 a\u00f1o y 2 meses", "1 year 2 months"},
      {"2 m\u00eas", "2 months"},
      {"2 meses", "2 months"},
      {"eine halbe Stunde", ""},
      {"halbe Stunde", "0.5 h"},
      {"1\u00bd Std.", "1.5 h"},
      {"une semaine", "1 week"},
      {"ca. 10 min", "10 min about"},
      {"environ 2 jours", "2 days about"},
      {"cerca de 3 horas", "3 h about"},
      {"1:30", "?'1 h 30 min' or '1 min 30 s'"},
      {"1:30:00", "1 h 30 min"},
      {"90", "?'90 min', '90 h' or '90 days'"},
      {"10-15 min", "?'10 min' or '15 min'"},
      {"2 bis 3 Tage", ""},
      {"3 m", ""},
      {"3 Werktage", ""},
      {"20 Min. 1 Std.", ""},
      {"-3 min", ""},
      {"", ""},
  };
  for (const auto& [written, meant] : cases) {
    CAPTURE(written);
    const MeantDuration found = duration_meant_by(written);
    CHECK((found.ways.empty() ? found.written : "?" + found.ways) + (found.is_rough && !found.written.empty() ? " about" : "") == meant);
    if (!found.written.empty()) CHECK(duration_from(found.written));
  }
}

TEST_CASE("a word for yes or no of another language is no reason why a touchpoint decides") {
  const struct {
    const char* word;
    const char* fix;  ///< `-` where there is none, empty where it is a reason
  } cases[] = {{"falsch", "false"},
               {"FALSCH", "false"},
               {"WAHR", "true"},
               {"nein", "false"},
               {"non", "false"},
               {"Faux", "false"},
               {"vrai", "true"},
               {"ja", "true"},
               {"oui", "true"},
               {"sim", "true"},
               {"N\u00c3O", "false"},
               {"s\u00ed", "true"},
               {"verdadeiro", "true"},
               {"'no'", "false"},
               {"\"true\"", "true"},
               {"j", "-"},
               {"ja weil es z\u00e4hlt", ""},
               {"jamais deux fois", ""}};
  for (const auto& [word, fix] : cases) {
    CAPTURE(word);
    const Loaded loaded = load_touchpoint(std::string("moment_of_truth: ") + word);
    if (*fix == 0) {
      CHECK(loaded.findings.empty());
      continue;
    }
    REQUIRE(!loaded.findings.empty());
    const Finding& finding = *loaded.findings.begin();
    CHECK(finding.rule.id() == "wrong-type");
    CHECK((finding.fix ? finding.fix->replacement : "-") == fix);
  }
}

TEST_CASE("a link is an address of the web or of mail, or a file of the workspace") {
  const struct {
    const char* links;
    const char* findings;
  } cases[] = {
      {"https://example.org/a?b=c", ""},
      {"mailto:ann@example.org", ""},
      {"[{text: The plan, url: 'https://example.org'}, 'mailto:ann@example.org']", ""},
      {"{text: The plan, url: 'https://example.org'}", ""},
      {"http://example.org", "3:45 bad-value"},
      {"'javascript:alert(1)'", "3:45 bad-value"},
      {"'file:///etc/passwd'", "3:45 bad-value"},
      {"https://", "3:45 bad-value"},
      {"https://a b", "3:45 bad-value"},
      {"/etc/passwd", "3:45 bad-value"},
      {"../elsewhere.md", "3:45 bad-value"},
      {"nowhere.md", "3:45 unknown-file"},
      {"{text: The plan}", "3:46 missing-key"},
      {"7", "3:45 wrong-type"},
      {"[TBD]", "3:46 placeholder"},
  };
  for (const auto& [links, findings] : cases) {
    CAPTURE(links);
    CHECK(compact(load_touchpoint(std::string("links: ") + links)) == findings);
  }
}

TEST_CASE("files that are linked lie below the workspace, whatever links lead there") {
  Folder elsewhere, folder;
  elsewhere.with("secret.md", "");
  folder.with("docs/plan.md", "").with("mot.yaml", "project: {links: [docs/plan.md, 'docs/plan.md#costs', docs, out.md]}\n");
  std::filesystem::create_symlink(elsewhere.path() / "secret.md", folder.path() / "out.md");
  CHECK(compact(load({.directory = folder.path()})) == "1:61 unknown-file");
}

TEST_CASE("what is told links to departments, channels, lanes and what was heard") {
  const struct {
    const char* fields;
    const char* findings;
  } cases[] = {
      {"lanes: {Systems: [CRM, SAP], Legal: consent}", ""},
      {"lanes: {System: CRM}", "3:46 unknown-lane"},
      {"involves: [legal]", "3:49 unknown-department"},
      {"channel: [web, shop]", "3:48 unknown-channel, 3:53 unknown-channel"},
      {"pains: too slow", ""},
      {"pains: [too slow, {text: rude, severity: 3, heard: talks}]", ""},
      {"gains: {text: quick, heard: talk}", "3:66 unknown-source"},
      {"pains: {text: rude, severity: 4}", "3:68 bad-value"},
      {"pains: {severity: 2}", "3:46 missing-key"},
      {"kpis: [{name: Calls, value: 3, target: 2, better: lower, unit: a day, date: 2026-01-01}]", ""},
      {"kpis: [{name: Calls, value: 3}]", ""},
      {"kpis: [{name: Calls, target: 2}]", "3:67 missing-key"},
      {"kpis: [{name: Calls}, {name: Calls}]", "3:67 duplicate-id"},
      {"kpis: [{name: Calls, better: more}]", "3:67 bad-value"},
      {"kpis: [{name: Calls, value: 3, target: 2, better: more}]", "3:88 bad-value"},
      {"kpis: {name: Calls}", "3:44 wrong-type"},
  };
  for (const auto& [fields, findings] : cases) {
    CAPTURE(fields);
    CHECK(compact(load_touchpoint(fields)) == findings);
  }
}

TEST_CASE("journeys, stages and personas tell what their cards show") {
  Folder folder;
  folder.with(
      "mot.yaml",
      "project: {lanes: [Systems], kpis: [{name: Rolls, target: 9, better: higher}]}\n"
      "persona: {name: Ann, role: Baker, age: 30 to 40, about: Up at four., quote: Fresh!, goals: rest, fears: [rain], share: 12}\n"
      "journey:\n"
      "  {name: J, goal: g, trigger: t, ends_when: e, owner: o, status: live, kind: as-is, tags: [x], kpis: [{name: K}], stages: [\n"
      "   {name: S, goal: g, customer_does: [a, b], customer_thinks: c, customer_feels: d, pains: p, lanes: {Systems: till}, notes: "
      "n}]}\n");
  const Loaded loaded = load({.directory = folder.path()});
  CHECK(compact(loaded) == "");
  REQUIRE(loaded.workspace.journeys.size() == 1);
  const Journey& journey = loaded.workspace.journeys[0];
  CHECK(name_of(journey.kind->value) == "as-is");
  REQUIRE(journey.stages.size() == 1);
  CHECK(joined(journey.stages[0].customer_does, ", ") == "a, b");
  CHECK(journey.stages[0].lanes[0].value[0].value == "till");
  CHECK(loaded.workspace.personas[0].share->value == 12);
  CHECK(loaded.workspace.project.kpis[0].id.value == "rolls");
}

TEST_CASE("a photo is a PNG or a JPEG that is whole, small and of sensible extent") {
  const struct {
    std::string bytes;
    const char* fault;
  } cases[] = {
      {png_of(640, 480), ""},
      {jpeg_of(640, 480), ""},
      {"GIF89a", "is no PNG or JPEG, whatever its name says"},
      {"", "is no PNG or JPEG, whatever its name says"},
      {png_of(640, 480).substr(0, 40), "is a PNG that is not whole"},
      {jpeg_of(640, 480).substr(0, 14), "is a JPEG that is not whole"},
      {"\xff\xd8\xff\xe0\xff", "is a JPEG that is not whole"},
      {png_of(0, 480), "is a picture without any extent"},
      {png_of(60000, 60000), "is 60000 by 60000 pixels; a photo has at most 8192 either way"},
      {jpeg_of(9000, 10), "is 9000 by 10 pixels; a photo has at most 8192 either way"},
      {png_of(1, 1) + std::string(2 * 1024 * 1024, ' '), "is larger than 2 MiB; make it smaller"},
  };
  for (const auto& [bytes, fault] : cases) CHECK(photo_fault(bytes) == fault);
}

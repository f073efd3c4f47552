#include "mot/write/findings/finding_formats.h"

#include <doctest/doctest.h>

#include <nlohmann/json.hpp>
#include <string>

#include "mot/write/findings/findings_github.h"
#include "mot/write/findings/findings_gitlab.h"
#include "mot/write/findings/findings_json.h"
#include "mot/write/findings/findings_junit.h"
#include "mot/write/findings/findings_sarif.h"
#include "mot/write/xml.h"

using namespace mot;
using nlohmann::json;

namespace {

constexpr std::uint32_t plain_file = 0, hostile_file = 1;
constexpr const char* hostile_name = "::error file=x::[a](b) 100%,<b>.yaml";

/// Two files, one with a name that would like to be a command, markup and a link.
struct Found {
  Sources sources;
  Findings findings;

  Found() {
    sources.add({"departments/crew.yaml", "id: gate\nid: x\nname: \"a\nb\"\n"});
    sources.add({hostile_name, "id: a\n"});
  }
  FindingReport report() const {
    return {.sources = sources, .findings = findings, .workspace = "Skyline Air", .files = 2, .touchpoints = 3, .version = "0.1.0"};
  }
};

std::size_t count_of(std::string_view part, std::string_view text) {
  std::size_t count = 0;
  for (std::size_t at = text.find(part); at != std::string_view::npos; at = text.find(part, at + part.size())) ++count;
  return count;
}

}  // namespace

TEST_CASE("json says the place of a finding, of its notes and of its fix") {
  Found found;
  Finding& finding = found.findings.report("duplicate-id", {plain_file, 13, 14}, "id 'x' \"is\" taken\x1b");
  finding.notes.push_back({{plain_file, 4, 8}, "first used here"});
  finding.fix = Edit{{plain_file, 9, 14}, "id: y"};
  finding.subjects = {"x"};
  CHECK(json::parse(findings_json(found.report())) == json::parse(R"({
    "format_version": 1, "today": null,
    "findings": [{
      "rule": "duplicate-id", "severity": "error", "message": "id 'x' \"is\" taken\u001b",
      "file": "departments/crew.yaml", "line": 2, "column": 5, "end_line": 2, "end_column": 6,
      "fix": {"file": "departments/crew.yaml", "line": 2, "column": 1, "end_line": 2, "end_column": 6, "replacement": "id: y"},
      "fingerprint": "duplicate-id/x",
      "notes": [{"message": "first used here",
                 "file": "departments/crew.yaml", "line": 1, "column": 5, "end_line": 1, "end_column": 9}]
    }],
    "summary": {"errors": 1, "warnings": 0, "infos": 0, "files": 2, "touchpoints": 3}
  })"));
}

TEST_CASE("json of nothing has its keys all the same") {
  CHECK(findings_json(Found().report()).find("\"findings\": []") != std::string::npos);
}

TEST_CASE("json stays json when bytes are no UTF-8") {
  Found found;
  found.findings.report("invalid-utf8", {plain_file, 0, 1}, "byte '\xff'");
  for (const FindingFormat& format : finding_formats()) {
    CAPTURE(format.name);
    const std::string text = format.write(found.report());
    CHECK(text.find('\xff') == std::string::npos);
    if (text.starts_with("{") || text.starts_with("[")) CHECK(json::accept(text));
  }
}

TEST_CASE("sarif has the rules, encoded paths, plain messages and fingerprints") {
  Found found;
  Finding& finding = found.findings.report("duplicate-id", {hostile_file, 4, 5}, "[click](http://x) \x1b[2J");
  finding.notes.push_back({{plain_file, 4, 8}, "first used here"});
  finding.fix = Edit{{hostile_file, 4, 5}, "b"};
  finding.subjects = {"a"};
  const json document = json::parse(findings_sarif(found.report()));
  CHECK(document["version"] == "2.1.0");
  const json& run = document["runs"][0];
  CHECK(run["columnKind"] == "unicodeCodePoints");
  CHECK(run["tool"]["driver"]["version"] == "0.1.0");
  CHECK(run["tool"]["driver"]["rules"].size() == std::size(rules));
  const json& result = run["results"][0];
  const json& rule = run["tool"]["driver"]["rules"][result["ruleIndex"].get<std::size_t>()];
  CHECK(rule["id"] == "duplicate-id");
  CHECK(rule["help"]["text"].get<std::string>().size() > 50);
  CHECK(result["message"]["text"] == "\\[click\\](http://x) \\x1b\\[2J");
  CHECK(result["locations"][0] == json::parse(R"({"physicalLocation": {
      "artifactLocation": {"uri": "%3A%3Aerror%20file%3Dx%3A%3A%5Ba%5D%28b%29%20100%25%2C%3Cb%3E.yaml"},
      "region": {"startLine": 1, "startColumn": 5, "endLine": 1, "endColumn": 6}}})"));
  CHECK(result["relatedLocations"][0]["message"]["text"] == "first used here");
  CHECK(result["fixes"][0]["artifactChanges"][0]["replacements"][0]["insertedContent"]["text"] == "b");
  CHECK(result["partialFingerprints"]["mot/v1"] == "duplicate-id/a");
}

TEST_CASE("sarif knows which rules are off unless asked for, and levels by their own names") {
  Found found;
  found.findings.report("few-responses", {plain_file, 0, 1}, "x");
  const json run = json::parse(findings_sarif(found.report()))["runs"][0];
  CHECK(run["results"][0]["level"] == "note");
  for (const json& rule : run["tool"]["driver"]["rules"]) {
    CHECK(rule["defaultConfiguration"]["enabled"] == (rule["id"] != "no-lasting-relationship"));
  }
}

TEST_CASE("an absolute path is a file URI in sarif") {
  Sources sources;
  sources.add({"/srv/my workspace/mot.yaml", "a: 1\n"});
  Findings findings;
  findings.report("unknown-key", {0, 0, 1}, "x");
  const json document = json::parse(findings_sarif({.sources = sources, .findings = findings}));
  CHECK(document["runs"][0]["results"][0]["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] ==
        "file:///srv/my%20workspace/mot.yaml");
}

TEST_CASE("github's commands carry text and never are it") {
  Found found;
  found.findings.report("duplicate-key", {plain_file, 9, 11}, "100%\r\n::warning::x, y: z");
  found.findings.report("no-owner", {hostile_file, 4, 5}, "nobody");
  found.findings.report("few-responses", {plain_file, 21, 25}, "over lines");
  CHECK(findings_github(found.report()) ==
        "::error file=departments/crew.yaml,line=2,endLine=2,col=1,endColumn=3,title=duplicate-key::100%25\\x0d\\n::warning::x, y: z\n"
        "::warning file=%3A%3Aerror file=x%3A%3A[a](b) 100%25%2C<b>.yaml,line=1,endLine=1,col=5,endColumn=6,title=no-owner::nobody\n"
        "::notice file=departments/crew.yaml,line=3,endLine=4,title=few-responses::over lines\n"
        "1 error, 1 warning, 1 info in 2 files, 3 touchpoints\n");
}

TEST_CASE("github gets ten annotations of a level, the rest as lines of the log") {
  Found found;
  for (int i = 0; i < 13; ++i) found.findings.report("bad-id", {hostile_file, 0, 2}, "e" + std::to_string(i));
  for (int i = 0; i < 10; ++i) found.findings.report("no-owner", {plain_file, 0, 2}, "w");
  const std::string text = findings_github(found.report());
  CHECK(count_of("\n::warning ", "\n" + text) == 10);
  CHECK(count_of("\n::error ", "\n" + text) == 10);
  CHECK(text.find("\n./::error file=x::[a](b) 100%,<b>.yaml:1:1: error: e12 [bad-id]\n") != std::string::npos);
  CHECK(
      text.ends_with("13 errors, 10 warnings in 2 files, 3 touchpoints\n"
                     "3 of them stand only in this log: GitHub annotates 10 of a level\n"));
}

TEST_CASE("github's summary is a table in which nothing is markup") {
  Found found;
  found.findings.report("bad-id", {hostile_file, 0, 2}, "a|b <i>`*_\n@x");
  CHECK(github_step_summary(found.report()) ==
        "### 1 error in 2 files, 3 touchpoints\n\n"
        "| severity | place | finding | rule |\n| --- | --- | --- | --- |\n"
        "| error | &#58;&#58;error file=x&#58;&#58;&#91;a&#93;&#40;b&#41; 100%,&#60;b&#62;.yaml, line 1 | "
        "a&#124;b &#60;i&#62;&#96;&#42;&#95;&#92;n&#64;x | bad-id |\n\n");
  CHECK(github_step_summary(Found().report()) == "### Skyline Air&#58; 3 touchpoints in 2 files, nothing to mend\n\n");
  for (std::size_t i = 0; i < most_summary_rows + 6; ++i) found.findings.report("bad-id", {plain_file, 0, 2}, "x");
  CHECK(github_step_summary(found.report()).ends_with("\nand 7 more\n\n"));
}

TEST_CASE("gitlab's fingerprints are unique") {
  Found found;
  for (int i = 0; i < 3; ++i) found.findings.report("no-owner", {plain_file, 9, 14}, "nobody owns 'x'").subjects = {"x"};
  found.findings.report("few-responses", {hostile_file, 0, 2}, "x\x1b");
  const json issues = json::parse(findings_gitlab(found.report()));
  REQUIRE(issues.size() == 4);
  CHECK(issues[0] == json::parse(R"({"description": "nobody owns 'x'", "check_name": "no-owner", "fingerprint": "no-owner/x",
      "severity": "minor", "location": {"path": "departments/crew.yaml", "lines": {"begin": 2, "end": 2}}})"));
  CHECK(issues[1]["fingerprint"] == "no-owner/x#2");
  CHECK(issues[2]["fingerprint"] == "no-owner/x#3");
  CHECK(issues[3]["severity"] == "info");
  CHECK(issues[3]["location"]["path"] == hostile_name);
}

TEST_CASE("junit's failures are what makes the run fail") {
  Found found;
  found.findings.report("duplicate-key", {plain_file, 9, 11}, "a & \"b\" <c>\x1b");
  found.findings.report("no-owner", {plain_file, 0, 2}, "nobody");
  FindingReport report = found.report();
  CHECK(findings_junit(report) ==
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
        "<testsuites name=\"mot\" tests=\"2\" failures=\"1\">\n"
        "  <testsuite name=\"departments/crew.yaml\" tests=\"2\" failures=\"1\">\n"
        "    <testcase classname=\"departments/crew.yaml\" name=\"duplicate-key at 2:1\" file=\"departments/crew.yaml\" line=\"2\">\n"
        "      <failure type=\"duplicate-key\" message=\"a &amp; &quot;b&quot; &lt;c&gt;\\x1b\">departments/crew.yaml:2:1: error: a &amp; "
        "&quot;b&quot; &lt;c&gt;\\x1b [duplicate-key]</failure>\n"
        "    </testcase>\n"
        "    <testcase classname=\"departments/crew.yaml\" name=\"no-owner at 1:1\" file=\"departments/crew.yaml\" line=\"1\">\n"
        "      <system-out>departments/crew.yaml:1:1: warning: nobody [no-owner]</system-out>\n"
        "    </testcase>\n"
        "  </testsuite>\n"
        "</testsuites>\n");
  report.fails_at = Severity::warning;
  CHECK(count_of("<failure ", findings_junit(report)) == 2);
}

TEST_CASE("junit of nothing is a test that passes") {
  CHECK(findings_junit(Found().report()).find("<testcase classname=\"Skyline Air\" name=\"nothing to mend\"/>") != std::string::npos);
}

TEST_CASE("text in xml is neither markup nor forbidden") {
  const struct {
    const char* text;
    const char* escaped;
  } cases[] = {
      {"a < b & c > \"d\" 'e'", "a &lt; b &amp; c &gt; &quot;d&quot; &#39;e&#39;"},
      {"Hände 旅客 😀", "Hände 旅客 😀"},
      {"\x01\x1b\t", "\\x01\\x1b\\t"},
      {"a\xEF\xBF\xBF\xEF\xBF\xBE", "a\\uffff\\ufffe"},
      {"]]>", "]]&gt;"},
  };
  for (const auto& [text, escaped] : cases) {
    CAPTURE(text);
    CHECK(xml_text(text) == escaped);
  }
}

#include "mot/write/findings/findings_text.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <string_view>

#include "mot/text/utf8.h"
#include "mot/write/findings/excerpt.h"

using namespace mot;

namespace {

std::string repeated(std::string_view text, int times) {
  std::string all;
  for (int i = 0; i < times; ++i) all += text;
  return all;
}

/// A text in which `«` and `»` stood around a span.
struct Marked {
  std::string text;
  Span span;
};

Marked marked(std::string text) {
  constexpr std::string_view opening = "«", closing = "»";
  Marked result;
  const std::size_t begin = text.find(opening);
  text.erase(begin, opening.size());
  const std::size_t end = text.find(closing);
  text.erase(end, closing.size());
  return {text, {0, static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)}};
}

Excerpt excerpt_of_marked(const std::string& text) {
  const Marked place = marked(text);
  Sources sources;
  sources.add({"a.yaml", place.text});
  return excerpt_of(sources, place.span);
}

FindingReport report_of(const Sources& sources, const Findings& findings) {
  return {.sources = sources, .findings = findings, .workspace = "Skyline Air", .files = 9, .touchpoints = 34};
}

}  // namespace

TEST_CASE("how a database is reached is hidden in the lines that are shown") {
  const struct {
    const char* text;
    const char* shown;
  } cases[] = {
      {"{ connect: «\"host=h password=hunter2\"», table: t }", "{ connect: \"***********************\", table: t }"},
      {"connect: «host=h, pwd=hunter2»", "connect: *******************"},
      {"connect: «${MOT_DATABASE}»", "connect: ${MOT_DATABASE}"},
      {"'connect': «'a'», b: c", "'connect': '*', b: c"},
      {"disconnect: «calls»", "disconnect: calls"},
      {"notes: «PASSWORD = hunter2; at last»", "notes: PASSWORD = *******; at last"},
      {"notes: «postgresql://me:hunter2@host/db»", "notes: postgresql://**********@host/db"},
      {"links: [«https://example.org/a@b»]", "links: [https://example.org/a@b]"},
  };
  for (const auto& [text, shown] : cases) CHECK(excerpt_of_marked(text).text == shown);
}

TEST_CASE("the mark stands under the span as wide as a terminal shows it") {
  const struct {
    const char* text;
    const char* shown;
    const char* underline;
  } cases[] = {
      {"recovery: «lost»", "recovery: lost", "          ^~~~"},
      {"«a»: 1", "a: 1", "^"},
      {"a: 1\nb:\t«x»\tz", "b:  x   z", "    ^"},
      {"ab«\tc»d", "ab  cd", "  ^~~"},
      {"旅客: «旅客» x", "旅客: 旅客 x", "      ^~~~"},
      {"😀 «b😀» x", "😀 b😀 x", "   ^~~"},
      {"e\u0301e\u0301: «e\u0301x»", "e\u0301e\u0301: e\u0301x", "    ^~"},
      {"name: «\"a\nb\nc\"»", "name: \"a", "      ^~"},
      {"name: a«»", "name: a", "       ^"},
      {"name: «»a", "name: a", "      ^"},
      {"name: a\n«»", "", "^"},
      {"name: a«\n»b: 1", "name: a", "       ^"},
      {"a: «b»\r\nc: d", "a: b", "   ^"},
      {"\xEF\xBB\xBF«id»: a", "id: a", "^~"},
      {"a: «\x1b[31mred\u202e»", "a: \\x1b[31mred\\u202e", "   ^~~~~~~~~~~~~~~~~"},
      {"a: «\xFF» b", "a: \\xff b", "   ^~~~"},
      {"a: «b» ##[error]c", "a: b \\x23#[error]c", "   ^"},
  };
  for (const auto& [text, shown, underline] : cases) {
    CAPTURE(text);
    const Excerpt excerpt = excerpt_of_marked(text);
    CHECK(excerpt.text == shown);
    CHECK(excerpt.underline == underline);
  }
}

TEST_CASE("a long line is cut around the span") {
  const std::string blanks(24, ' ');
  const struct {
    const char* what;
    std::string text;
    std::string shown;
    std::string underline;
  } cases[] = {
      {"at the beginning", "«ab»" + repeated("x", 200), "ab" + repeated("x", 98) + "…", "^~"},
      {"in the middle", repeated("x", 200) + "«ab»" + repeated("y", 200), "…" + repeated("x", 24) + "ab" + repeated("y", 74) + "…",
       " " + blanks + "^~"},
      {"at the end", repeated("x", 200) + "«ab»", "…" + repeated("x", 98) + "ab", " " + repeated(" ", 98) + "^~"},
      {"a long span", repeated("x", 50) + "«" + repeated("a", 500) + "»", "…" + repeated("x", 24) + repeated("a", 76) + "…",
       " " + blanks + "^" + repeated("~", 75)},
      {"far in", repeated("x", 100'000) + "«ab»" + repeated("y", 100'000), "…" + repeated("x", 24) + "ab" + repeated("y", 74) + "…",
       " " + blanks + "^~"},
      {"far in wide characters", repeated("旅", 100'000) + "«客»" + repeated("旅", 100'000),
       "…" + repeated("旅", 12) + "客" + repeated("旅", 37) + "…", " " + blanks + "^~"},
      {"as long as fits", "«" + repeated("x", 100) + "»", repeated("x", 100), "^" + repeated("~", 99)},
  };
  for (const auto& [what, text, shown, underline] : cases) {
    CAPTURE(what);
    const Excerpt excerpt = excerpt_of_marked(text);
    CHECK(excerpt.text == shown);
    CHECK(excerpt.underline == underline);
  }
}

TEST_CASE("a finding fits the terminal it is shown on") {
  Sources sources;
  sources.add({"a.yaml", "name: " + repeated("x", 200) + "\n"});
  Findings findings;
  findings.report("bad-value", {0, 100, 110}, "no");
  FindingReport report = report_of(sources, findings);
  const struct {
    std::size_t columns;
    std::size_t widest;
  } cases[] = {{0, 106}, {80, 80}, {200, 106}, {5, 26}};
  for (const auto& [columns, widest] : cases) {
    CAPTURE(columns);
    report.columns = columns;
    const std::string text = findings_text(report);
    const std::size_t begin = text.find("1 | ");
    CHECK(display_width(std::string_view(text).substr(begin, text.find('\n', begin) - begin)) == widest);
  }
}

TEST_CASE("many findings are written in portions, which together are the text") {
  Sources sources;
  sources.add({"a.yaml", "name: x\n"});
  Findings findings;
  for (int i = 0; i < 1000; ++i) findings.report("bad-value", {0, 6, 7}, repeated("no ", 50));
  const FindingReport report = report_of(sources, findings);
  std::string whole;
  std::size_t portions = 0, largest = 0;
  write_findings_text(report, [&](std::string_view portion) {
    whole += portion;
    largest = std::max(largest, portion.size());
    ++portions;
  });
  CHECK(whole == findings_text(report));
  CHECK(portions == 1 + whole.size() / largest);
  CHECK(largest < 70'000);
}

TEST_CASE("a finding is shown with its place, its line and the places that explain it") {
  Sources sources;
  sources.add({"departments/crew.yaml", "touchpoints:\n  - id: gate\n" + repeated("\n", 7) + "  - id: gate\n"});
  Findings findings;
  auto& finding = findings.report("duplicate-id", {0, 41, 45}, "id 'gate' is already taken");
  finding.notes.push_back({{0, 21, 25}, "first used here"});
  CHECK(findings_text(report_of(sources, findings)) ==
        "departments/crew.yaml:10:9: error: id 'gate' is already taken [duplicate-id]\n"
        "   |\n"
        "10 |   - id: gate\n"
        "   |         ^~~~\n"
        "departments/crew.yaml:2:9: note: first used here\n"
        "  |\n"
        "2 |   - id: gate\n"
        "  |         ^~~~\n"
        "\n"
        "1 error in 9 files, 34 touchpoints\n");
}

TEST_CASE("several places that explain a finding are a line each") {
  Sources sources;
  sources.add({"a.yaml", "- id: a\n- id: b\n- id: c\n"});
  Findings findings;
  auto& finding = findings.report("no-owner", {0, 6, 7}, "nobody answers for 'a', 'b', 'c'");
  finding.notes = {{{0, 14, 15}, "nobody answers for 'b'"}, {{0, 22, 23}, "nobody answers for 'c'"}};
  CHECK(findings_text(report_of(sources, findings)) ==
        "a.yaml:1:7: warning: nobody answers for 'a', 'b', 'c' [no-owner]\n"
        "  |\n"
        "1 | - id: a\n"
        "  |       ^\n"
        "a.yaml:2:7: note: nobody answers for 'b'\n"
        "a.yaml:3:7: note: nobody answers for 'c'\n"
        "\n"
        "1 warning in 9 files, 34 touchpoints\n");
}

TEST_CASE("colour changes nothing but the colour") {
  Sources sources;
  sources.add({"a.yaml", "a: 1\n"});
  Findings findings;
  findings.report("no-owner", {0, 3, 4}, "nobody owns 'a'");
  FindingReport report = report_of(sources, findings);
  const std::string plain = findings_text(report);
  report.ink = Ink::coloured;
  std::string coloured = findings_text(report);
  CHECK(coloured.find("\x1b[1;33mwarning:\x1b[0m") != std::string::npos);
  for (std::size_t at; (at = coloured.find('\x1b')) != std::string::npos;) coloured.erase(at, coloured.find('m', at) - at + 1);
  CHECK(coloured == plain);
}

TEST_CASE("the last line counts what was found in what") {
  Sources sources;
  sources.add({"a.yaml", "a"});
  const struct {
    int errors, warnings, infos;
    std::size_t files, touchpoints;
    const char* summary;
  } cases[] = {
      {0, 0, 0, 9, 34, "Skyline Air: 34 touchpoints in 9 files, nothing to mend"},
      {3, 1, 0, 4, 37, "3 errors, 1 warning in 4 files, 37 touchpoints"},
      {0, 2, 1, 1, 1, "2 warnings, 1 info in 1 file, 1 touchpoint"},
  };
  for (const auto& [errors, warnings, infos, files, touchpoints, summary] : cases) {
    CAPTURE(summary);
    Findings findings;
    for (int i = 0; i < errors; ++i) findings.report("bad-id", {}, "");
    for (int i = 0; i < warnings; ++i) findings.report("no-owner", {}, "");
    for (int i = 0; i < infos; ++i) findings.report("few-responses", {}, "");
    FindingReport report = report_of(sources, findings);
    report.files = files;
    report.touchpoints = touchpoints;
    CHECK(summary_of(report) == summary);
  }
}

TEST_CASE("a headline is no command, whatever the file and the message are called") {
  const struct {
    const char* file;
    const char* message;
    const char* headline;
  } cases[] = {
      {"a.yaml", "'x' is not an id", "a.yaml:1:1: error: 'x' is not an id [bad-id]"},
      {"::error::a.yaml", "x", "./::error::a.yaml:1:1: error: x [bad-id]"},
      {"  ::error::a.yaml", "x", "./  ::error::a.yaml:1:1: error: x [bad-id]"},
      {"a::b.yaml", "x", "a::b.yaml:1:1: error: x [bad-id]"},
      {"a.yaml\n::error::b", "x\n::error::y\r\x1b[2J", "a.yaml\\n::error::b:1:1: error: x\\n::error::y\\x0d\\x1b[2J [bad-id]"},
      {"##[add-mask]a.yaml", "100 %s", "\\x23#[add-mask]a.yaml:1:1: error: 100 %s [bad-id]"},
  };
  for (const auto& [file, message, headline] : cases) {
    CAPTURE(file);
    Sources sources;
    sources.add({file, "a: 1\n"});
    Findings findings;
    findings.report("bad-id", {0, 0, 1}, message);
    CHECK(headline_of(*findings.begin(), sources) == headline);
  }
}

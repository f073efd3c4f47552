#include <doctest/doctest.h>

#include <cstdlib>
#include <filesystem>
#include <nlohmann/json.hpp>
#include <string>

#include "support/folder.h"
#include "support/program.h"

namespace fs = std::filesystem;
using mot::testing::contains;
using mot::testing::faulty;
using mot::testing::Folder;
using mot::testing::Ran;
using mot::testing::run_mot;
using mot::testing::text_of;
using mot::testing::WorkingDirectory;
using nlohmann::json;

TEST_CASE("validate shows findings, and its exit code says how bad they are") {
  Folder folder;
  folder.with("a.yaml", faulty);
  const WorkingDirectory here(folder.path());
  const Ran ran = run_mot({"validate", "a.yaml"});
  CHECK(ran.code == 1);
  CHECK(ran.err == "");
  CHECK(ran.out ==
        "a.yaml:3:3: error: the project has no key 'skale'; did you mean 'scale'? [unknown-key]\n"
        "  |\n"
        "3 |   skale: { min: 0, max: 10 }\n"
        "  |   ^~~~~\n"
        "\n"
        "1 error in 1 file, 0 touchpoints\n");
  CHECK_FALSE(contains(run_mot({"validate", "a.yaml", "-q"}).out, "in 1 file"));
}

TEST_CASE("a path that matches nothing is an error, never silence") {
  const Folder folder;
  const WorkingDirectory here(folder.path());
  for (const char* path : {"nothing.yaml", "no-*.yaml", ".", "[a]", "map"}) {
    CAPTURE(path);
    const Ran ran = run_mot({"validate", path});
    CHECK(ran.code == 2);
    CHECK(ran.out == "");
    CHECK(contains(ran.err, "'" + std::string(path) + "'"));
  }
  CHECK(run_mot({"validate"}).code == 2);
  CHECK(run_mot({"--directory", "nowhere", "validate"}).code == 2);
  CHECK(contains(run_mot({"validate", "--", "-x.yaml"}).err, "'-x.yaml'"));
}

TEST_CASE("standard input is a file like others, by the name it is given") {
  const Folder folder;
  const WorkingDirectory here(folder.path());
  CHECK(run_mot({"validate", "-"}, {.in = faulty}).out.starts_with("<stdin>:3:3: error: "));
  CHECK(run_mot({"validate", "-", "--stdin-filename", "b.yaml"}, {.in = faulty}).out.starts_with("b.yaml:3:3: error: "));
}

TEST_CASE("findings as json keep their keys") {
  Folder folder;
  folder.with("a.yaml", faulty);
  const WorkingDirectory here(folder.path());
  const Ran ran = run_mot({"validate", "a.yaml", "--format", "json"});
  CHECK(ran.code == 1);
  const json document = json::parse(ran.out);
  CHECK(document["format_version"] == 1);
  CHECK(document["summary"] == json::parse(R"({"errors": 1, "warnings": 0, "infos": 0, "files": 1, "touchpoints": 0})"));
  REQUIRE(document["findings"].size() == 1);
  const json& finding = document["findings"][0];
  CHECK(finding["rule"] == "unknown-key");
  CHECK(finding["severity"] == "error");
  CHECK(finding["message"] == "the project has no key 'skale'; did you mean 'scale'?");
  CHECK(finding["file"] == "a.yaml");
  CHECK(finding["line"] == 3);
  CHECK(finding["column"] == 3);
  CHECK(finding["end_line"] == 3);
  CHECK(finding["end_column"] == 8);
  CHECK(finding["fingerprint"].is_string());
  CHECK(finding.contains("fix"));
}

TEST_CASE("one run writes as many files as are named, each in its format") {
  Folder folder;
  folder.with("a.yaml", faulty);
  const WorkingDirectory here(folder.path());
  const Ran ran = run_mot({"validate", "a.yaml", "-o", "-", "-o", "b.json", "--output", "c.TXT", "--color", "always"});
  CHECK(ran.code == 1);
  CHECK(contains(ran.out, "\x1b["));
  CHECK(json::accept(text_of("b.json")));
  CHECK(text_of("c.TXT").starts_with("a.yaml:3:3: error: "));
}

TEST_CASE("a format is chosen by name where there is one, else by extension") {
  Folder folder;
  folder.with("a.yaml", faulty);
  const WorkingDirectory here(folder.path());
  const struct {
    std::vector<std::string> arguments;
    const char* formats;  // of each file in order, `-` first, or the error
  } cases[] = {
      {{}, "text"},
      {{"--format", "json"}, "json"},
      {{"-o", "-", "--format", "json"}, "json"},
      {{"-o", "x.txt", "--format", "json"}, "x.txt json"},
      {{"-o", "x", "--format", "json"}, "x json"},
      {{"-o", "x.json", "-o", "-"}, "text x.json json"},
      {{"-o", "x.txt", "-o", "-", "--format", "json"}, "json x.txt text"},
      {{"-o", "x.txt", "-o", "y.txt", "--format", "json", "--format", "text"}, "x.txt json y.txt text"},
      {{"-o", "x"}, "the extension of 'x' names no format; give it one of .txt, .json, .sarif, .xml"},
      {{"-o", "x.svg"}, "the extension of 'x.svg' names no format; give it one of .txt, .json, .sarif, .xml"},
      {{"-o", "x.txt", "-o", "x.txt"}, "-o names 'x.txt' twice"},
      {{"-o", "x.txt", "--format", "json", "--format", "text"}, "--format stands 2 times and -o 1 times"},
  };
  const auto format_of = [](const std::string& text) { return text.starts_with("{") ? "json" : "text"; };
  for (const auto& [arguments, formats] : cases) {
    CAPTURE(formats);
    std::vector<std::string> words = {"validate", "a.yaml"};
    words.insert(words.end(), arguments.begin(), arguments.end());
    const Ran ran = run_mot(words);
    std::string seen = ran.out.empty() ? "" : format_of(ran.out);
    for (const char* file : {"x", "x.json", "x.txt", "y.txt"}) {
      if (fs::exists(file)) seen += (seen.empty() ? "" : " ") + std::string(file) + " " + format_of(text_of(file));
      fs::remove(file);
    }
    if (ran.code == 2) CHECK(contains(ran.err, formats));
    if (ran.code != 2) CHECK(seen == formats);
  }
}

TEST_CASE("what can't be written is told in a line, and exits with 2") {
  Folder folder;
  folder.with("a.yaml", faulty);
  const WorkingDirectory here(folder.path());
  CHECK(run_mot({"validate", "a.yaml", "-o", "no/a.json"}).err ==
        "mot: cannot write 'no/a.json': there is no folder 'no'; make it first: mkdir -p 'no'\n");
  const Ran full = run_mot({"validate", "a.yaml", "-o", "/dev/full", "--format", "json"});
  CHECK(full.code == 2);
  CHECK(full.err == "mot: cannot write '/dev/full': No space left on device\n");
}

TEST_CASE("a standard output that takes nothing is told in a line, and exits with 2") {
  const struct {
    const char* redirection;
    const char* err;
    const char* code;
  } cases[] = {
      {"> /dev/full", "mot: cannot write to standard output: No space left on device\n", "2\n"},
      {"| sleep 0", "", "0\n"},  // who reads no further has what they wanted
      {">&-", "mot: cannot write to standard output: Bad file descriptor\n", "2\n"},
  };
  Folder folder;
  const WorkingDirectory here(folder.path());
  for (const auto& [redirection, err, code] : cases) {
    CAPTURE(redirection);
    folder.with("call", "{ sleep 0.2; '" MOT_PROGRAM "' --help 2>err; echo $? >code; } " + std::string(redirection));
    CHECK(std::system("bash call") >= 0);
    CHECK(text_of("err") == err);
    CHECK(text_of("code") == code);
  }
}

TEST_CASE("a workbook that finds no room is told in a line, and its library says nothing beside it") {
  Folder folder;
  folder.with("a.yaml", "touchpoint: {id: a, name: A, desired: 9, actual: 4}\n");
  const WorkingDirectory here(folder.path());
  folder.with("call", "ulimit -f 1; '" MOT_PROGRAM "' gaps a.yaml -o gaps.xlsx >out 2>err; echo $? >code");
  CHECK(std::system("bash call") >= 0);
  CHECK(text_of("out") == "");
  CHECK(text_of("err") == "mot: cannot write the workbook: File too large\n");
  CHECK(text_of("code") == "2\n");
  CHECK(!fs::exists("gaps.xlsx"));
  folder.with("call", "TMPDIR=/no/such '" MOT_PROGRAM "' gaps a.yaml -o gaps.xlsx 2>err");
  CHECK(std::system("bash call") >= 0);
  CHECK(text_of("err") == "mot: no folder for temporary files: No such file or directory; TMPDIR names one\n");
}

TEST_CASE("colour is for terminals that want it") {
  Folder folder;
  folder.with("a.yaml", faulty);
  const WorkingDirectory here(folder.path());
  const auto no_color = [](const char* name) -> char* {
    static char set[] = "1";
    return std::string_view(name) == "NO_COLOR" ? set : nullptr;
  };
  const auto dumb = [](const char* name) -> char* {
    static char terminal[] = "dumb";
    return std::string_view(name) == "TERM" ? terminal : nullptr;
  };
  using mot::testing::no_variable;
  const struct {
    const char* when;
    bool is_terminal;
    char* (*variable)(const char*);
    bool is_coloured;
  } cases[] = {
      {"auto", true, no_variable, true}, {"auto", false, no_variable, false}, {"auto", true, no_color, false},
      {"auto", true, dumb, false},       {"always", false, no_color, true},   {"never", true, no_variable, false},
  };
  for (const auto& [when, is_terminal, variable, is_coloured] : cases) {
    CAPTURE(when);
    const Ran ran = run_mot({"validate", "a.yaml", "--color", when}, {.out_is_terminal = is_terminal, .variable = variable});
    CHECK(contains(ran.out, "\x1b[") == is_coloured);
  }
}

TEST_CASE("the format 'auto' is what its surroundings read") {
  Folder folder;
  folder.with("a.yaml", faulty);
  const WorkingDirectory here(folder.path());
  const auto in_a_workflow = [](const char* name) -> char* {
    static char yes[] = "true";
    return std::string_view(name) == "GITHUB_ACTIONS" ? yes : nullptr;
  };
  CHECK(run_mot({"validate", "a.yaml", "--format", "auto"}, {.variable = in_a_workflow}).out.starts_with("::error file=a.yaml,line=3,"));
  CHECK(run_mot({"check", "a.yaml", "--format", "auto"}, {.variable = in_a_workflow}).out.starts_with("::error file=a.yaml,line=3,"));
  CHECK(run_mot({"validate", "a.yaml", "--format", "auto"}).out.starts_with("a.yaml:3:"));
  CHECK(run_mot({"validate", "a.yaml"}, {.variable = in_a_workflow}).out.starts_with("a.yaml:3:"));
}

TEST_CASE("github's format adds to the summary that a step wants") {
  Folder folder;
  folder.with("a.yaml", faulty).with("summary.md", "before\n");
  const WorkingDirectory here(folder.path());
  const auto wants_summary = [](const char* name) -> char* {
    static char file[] = "summary.md";
    return std::string_view(name) == "GITHUB_STEP_SUMMARY" ? file : nullptr;
  };
  const Ran ran = run_mot({"validate", "a.yaml", "--format", "github"}, {.variable = wants_summary});
  CHECK(ran.out.starts_with("::error file=a.yaml,line=3,"));
  CHECK(text_of("summary.md").starts_with("before\n### 1 error in 1 file, 0 touchpoints\n"));
  run_mot({"validate", "a.yaml"}, {.variable = wants_summary});
  CHECK(text_of("summary.md").find("###", 10) == std::string::npos);
}

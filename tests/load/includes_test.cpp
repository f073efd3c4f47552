// Files that are meant and can't be had, and files that nobody means: none is lost in silence.
#include <doctest/doctest.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <string>

#include "mot/load/load.h"
#include "mot/load/not_included.h"
#include "support/git_folder.h"
#include "support/program.h"

namespace fs = std::filesystem;
using namespace mot;
using namespace mot::testing;

namespace {

std::string with_moment(std::string_view id) {
  return "touchpoints: [{ id: " + std::string(id) + ", name: M, importance: 3, desired: 8, actual: 8 }]\n";
}

/// "rule: message" of each finding of reading, without the folder's name, a line each.
std::string said_of(const Folder& folder, std::vector<std::string> paths = {}) {
  std::string text;
  const Loaded loaded = load({.directory = folder.path(), .paths = std::move(paths)});
  for (const Finding& finding : loaded.findings) {
    std::string message = finding.message;
    for (std::size_t at; (at = message.find(folder.path().string() + "/")) != std::string::npos;)
      message.erase(at, folder.path().string().size() + 1);
    text += fmt::format("{}{}: {}", text.empty() ? "" : "\n", finding.rule.id(), message);
  }
  return text;
}

std::string gaps_of(const Folder& folder, std::vector<std::string> rest = {"gaps"}) {
  rest.insert(rest.begin(), {"-C", folder.path().string()});
  const Ran ran = run_mot(rest);
  return fmt::format("{} {}{}", ran.code, ran.out, ran.err);
}

}  // namespace

TEST_CASE("a file that a glob finds and that can't be read is an error at the glob") {
  Folder elsewhere;
  elsewhere.with("c.yaml", with_moment("c")).with("far/c.yaml", with_moment("c"));
  const struct {
    const char* name;
    const char* glob;
    void (*make)(const fs::path& path, const fs::path& elsewhere);
    const char* said;
  } cases[] = {
      {"parts/c.yaml", "parts/*.yaml", [](const fs::path& path, const fs::path& there) { fs::create_symlink(there / "c.yaml", path); },
       "cannot read 'parts/c.yaml': it leads out of the workspace; put a copy in its place"},
      {"parts/c.yaml", "'**'", [](const fs::path& path, const fs::path& there) { fs::create_symlink(there / "c.yaml", path); },
       "cannot read 'parts/c.yaml': it leads out of the workspace; put a copy in its place"},
      {"parts/c.yaml", "parts/*", [](const fs::path& path, const fs::path&) { fs::create_symlink("gone.yaml", path); },
       "cannot read 'parts/c.yaml': it is a link to what is not there"},
      {"parts/c.yaml", "parts/*.yaml", [](const fs::path& path, const fs::path&) { fs::create_symlink("c.yaml", path); },
       "cannot read 'parts/c.yaml': it is a link to what is not there"},
      {"parts/c.yaml", "parts/*.yaml", [](const fs::path& path, const fs::path&) { mkfifo(path.c_str(), 0600); },
       "cannot read 'parts/c.yaml': it is not a regular file"},
      {"parts/c.yaml", "parts/c.yaml", [](const fs::path& path, const fs::path&) { fs::create_symlink("/dev/null", path); },
       "cannot read 'parts/c.yaml': it is not a regular file"},
      {"parts/c.yaml", "parts/*", [](const fs::path& path, const fs::path&) { fs::create_directory(path); },
       "cannot read 'parts/c.yaml': it is a folder; name the files in it, as in 'folder/*.yaml'"},
      {"parts/deep", "'**/*.yaml'", [](const fs::path& path, const fs::path& there) { fs::create_symlink(there / "far", path); },
       "cannot read 'parts/deep': it leads out of the workspace, and 'c.yaml' lies there; put a copy in its place"},
      {"parts/deep", "'*/*/*.yaml'", [](const fs::path& path, const fs::path& there) { fs::create_symlink(there / "far", path); },
       "cannot read 'parts/deep/c.yaml': it leads out of the workspace; put a copy in its place"},
      {"parts/deep", "'parts/*/x.yaml'", [](const fs::path& path, const fs::path&) { fs::create_symlink("gone", path); },
       "cannot read 'parts/deep': it is a link to what is not there"},
      {"parts/c.yaml", "parts/*.yaml",
       [](const fs::path& path, const fs::path&) {
         std::ofstream(path) << "version https://git-lfs.github.com/spec/v1\noid sha256:" << std::string(64, 'a') << "\nsize 4\n";
       },
       "cannot read 'parts/c.yaml': it is a Git LFS pointer, not the data itself; run 'git lfs pull'"},
  };
  for (const auto& [name, glob, make, said] : cases) {
    Folder folder;
    folder.with("mot.yaml", fmt::format("include: [parts/a.yaml, {}]\n", glob)).with("parts/a.yaml", with_moment("a"));
    make(folder / name, elsewhere.path());
    INFO(name << " by " << glob);
    CHECK(said_of(folder) == std::string("unreadable-include: ") + said);
    const std::string gaps = gaps_of(folder);
    CHECK_MESSAGE(gaps.starts_with("2 "), gaps);
    CHECK(contains(gaps, "mot.yaml:1:25: error: cannot read '"));
    CHECK_FALSE(contains(gaps, "delivered"));
  }
}

TEST_CASE("an unreadable include can't be silenced") {
  Folder folder;
  folder.with("mot.yaml", "rules: { unreadable-include: ignore }\n# mot: ignore unreadable-include because we know\ninclude: [parts/*]\n");
  folder.with("parts/a.yaml", with_moment("a"));
  fs::create_symlink("gone.yaml", folder / "parts/b.yaml");
  CHECK(gaps_of(folder).starts_with("2 "));
  CHECK(contains(gaps_of(folder, {"validate"}), "[unreadable-include]"));
}

TEST_CASE("what may not be read is told: a file at the glob, a folder too") {
  if (geteuid() != 0) return;  // who may become nobody
  for (const char* name : {"parts/b.yaml", "parts/deep"}) {
    Folder folder;
    folder.with("mot.yaml", "include: [parts/a.yaml, 'parts/**']\n").with("parts/a.yaml", with_moment("a"));
    folder.with("parts/b.yaml", with_moment("b")).with("parts/deep/c.yaml", with_moment("c"));
    fs::permissions(folder.path(), fs::perms(0755));
    fs::permissions(folder / name, fs::perms(0));
    REQUIRE(seteuid(65534) == 0);
    const std::string said = said_of(folder);
    REQUIRE(seteuid(0) == 0);
    CHECK(contains(said, fmt::format("unreadable-include: cannot read '{}': ", name)));
    CHECK(contains(said, "Permission denied"));
    CHECK(std::ranges::count(said, '\n') == 0);
    fs::permissions(folder / name, fs::perms(0755));
  }
}

TEST_CASE("a file that was cut to nothing is an error, and one that holds a comment is not") {
  const auto said = [](std::string_view text) {
    Folder folder;
    folder.with("mot.yaml", "include: [departments/*]\n").with("departments/a.yaml", text);
    return said_of(folder);
  };
  const std::string finding =
      "include-matches-nothing: this file is empty; write what it is to hold, if only as a comment, or take it away";
  for (const char* text : {"", "\n", "\xEF\xBB\xBF", " \r\n\n"}) CHECK(said(text) == finding);
  CHECK(said("# nothing yet\n") == "");
  CHECK(said("channels: [counter]\n") == "");
}

TEST_CASE("a workspace file, a named file and standard input of nothing are errors, too") {
  const std::string finding =
      "include-matches-nothing: this file is empty; write what it is to hold, if only as a comment, or take it away";
  Folder folder;
  folder.with("mot.yaml", "");
  CHECK(said_of(folder) == finding);
  folder.with("mot.yaml", "# ours\n").with("b.yaml", "\n");
  CHECK(said_of(folder) == "");
  const Loaded named = load({.directory = folder.path(), .paths = {(folder / "b.yaml").string()}});
  CHECK(named.findings.count(Severity::error) == 1);
  const auto from_input = [&](const char* text) {
    std::istringstream in(text);
    return load({.directory = folder.path(), .paths = {"-"}, .in = &in}).findings;
  };
  for (const char* text : {"", "\n\n", " \t"}) {
    const Findings findings = from_input(text);
    REQUIRE(findings.size() == 1);
    CHECK(findings.begin()->rule.id() == "include-matches-nothing");
    CHECK(contains(findings.begin()->message, "nothing came in"));
  }
  CHECK(from_input("# on purpose\n").empty());
}

TEST_CASE("a file that is being written is no file of the workspace, whatever the pattern says") {
  Folder folder;
  folder.with("mot.yaml", "include: ['departments/.*', 'departments/*']\n")
      .with("departments/.mot-4711-0.tmp", with_moment("half"))
      .with("departments/.hidden.yaml", with_moment("meant"))
      .with("departments/b.yaml", with_moment("whole"));
  const Loaded loaded = load({.directory = folder.path()});
  std::vector<std::string> ids;
  for (const Touchpoint& touchpoint : loaded.workspace.touchpoints) ids.push_back(touchpoint.id.value);
  CHECK(ids == std::vector<std::string>{"meant", "whole"});
}

TEST_CASE("a link that stays in the workspace is a file like others, and a folder behind one that is spelt out too") {
  Folder folder;
  folder.with("mot.yaml", "include: ['teams/*/x.yaml', '**/y.yaml']\n").with("own/x.yaml", with_moment("a"));
  folder.with("teams/b/y.yaml", with_moment("y"));
  fs::create_symlink("../own", folder / "teams/a");
  fs::create_symlink("teams", folder / "round");
  CHECK(said_of(folder) == "");
  CHECK(load({.directory = folder.path()}).workspace.touchpoints.size() == 2);
}

TEST_CASE("a folder that is named is read whole or not at all") {
  const Folder elsewhere;
  const struct {
    void (*make)(const fs::path& folder);
    const char* said;
  } cases[] = {
      {[](const fs::path& folder) { fs::create_symlink("gone.yaml", folder / "parts/b.yml"); },
       "parts/b.yml': it is a link to what is not there"},
      {[](const fs::path& folder) { mkfifo((folder / "parts/b.yaml").c_str(), 0600); }, "parts/b.yaml': it is not a regular file"},
      {[](const fs::path& folder) { fs::create_symlink("../b.yaml", folder / "parts/b.yaml"); },
       "parts/b.yaml': it leads out of the workspace; put a copy in its place"},
  };
  for (const auto& [make, said] : cases) {
    Folder folder;
    folder.with("parts/a.yaml", with_moment("a")).with("b.yaml", with_moment("b"));
    make(folder.path());
    const std::string gaps = gaps_of(folder, {"gaps", "parts"});
    CHECK_MESSAGE((gaps.starts_with("2 mot: cannot read '") && contains(gaps, said)), gaps);
  }
  Folder folder;
  folder.with("parts/a.yaml/b.yaml", with_moment("b"));
  CHECK(said_of(folder, {"parts"}) == "");
}

TEST_CASE("a mot.yaml that is no file is an error, not the workspace above") {
  Folder folder;
  folder.with("mot.yaml", with_moment("a")).with("inner/b.yaml", with_moment("b"));
  fs::create_symlink("gone.yaml", folder / "inner/mot.yaml");
  const std::string gaps = gaps_of(folder, {"-C", (folder / "inner").string(), "gaps"});
  CHECK_MESSAGE(contains(gaps, "inner/mot.yaml': it is a link to what is not there"), gaps);
}

TEST_CASE("a revision's links that lead nowhere in it are errors at the glob") {
  GitFolder folder;
  folder.write("mot.yaml", "include: [parts/*.yaml]\n").write("parts/a.yaml", with_moment("a"));
  fs::create_symlink("/etc/hostname", folder / "parts/b.yaml");
  folder.commit("one");
  const std::string said = gaps_of(folder, {"diff", "HEAD", "HEAD"});
  CHECK_MESSAGE(said.starts_with("2 "), said);
  CHECK(contains(said, "cannot read 'HEAD:parts/b.yaml': it is a link to what is not there [unreadable-include]"));
}

TEST_CASE("a file of the workspace that no pattern reaches is a warning at the patterns") {
  Folder folder;
  folder.with("mot.yaml", "project: { name: Shop }\ninclude: [parts/*.yaml]\n").with("parts/a.yaml", with_moment("a"));
  folder.with("part/b.yaml", with_moment("b"))
      .with("actions.yml", "actions: []\n")
      .with("people.YAML", "# Who\r\n\"personas\":\r\n- id: a\r\n");
  // Of other workspaces, tools and for other tools.
  folder.with("nested/mot.yaml", "mot: 1\n").with("nested/c.yaml", with_moment("c")).with(".hidden/d.yaml", with_moment("d"));
  folder.with(".put-aside.yaml", with_moment("p"));
  folder.with("build/e.yaml", with_moment("e")).with("node_modules/x/f.yaml", with_moment("f"));
  folder.with("environment.yml", "name: x\nchannels: [a]\n").with("ci.yml", "include: [x]\n").with("broken.yaml", "a\n: [\n");
  fs::create_symlink("parts/a.yaml", folder / "link.yaml");
  CHECK(said_of(folder) ==
        "file-not-included: no pattern under 'include' reaches 'actions.yml', which holds sections of a workspace\n"
        "file-not-included: no pattern under 'include' reaches 'part/b.yaml', which holds sections of a workspace\n"
        "file-not-included: no pattern under 'include' reaches 'people.YAML', which holds sections of a workspace");
  const Ran ran = run_mot({"-C", folder.path().string(), "validate", "--select", "file-not-included"});
  CHECK(ran.code == 0);
  CHECK(contains(ran.out, "mot.yaml:2:11: warning: no pattern under 'include' reaches 'actions.yml'"));
  folder.with("mot.yaml", "rules: { file-not-included: ignore }\ninclude: [parts/*.yaml]\n");
  CHECK_FALSE(contains(run_mot({"-C", folder.path().string(), "validate"}).out, "file-not-included"));
}

TEST_CASE("a file that is named and that no pattern reaches is told so first") {
  Folder folder;
  folder.with("mot.yaml", "include: [parts/*.yaml]\n").with("parts/a.yaml", with_moment("a"));
  folder.with("loose.yaml", "touchpoints: [{ id: c, name: C, importance: 3, recovery: a }]\n");
  const std::string loose =
      "file-not-included: no pattern under 'include' in mot.yaml reaches this file; it is read only because it was named";
  CHECK(said_of(folder, {"loose.yaml"}) == loose + "\nunknown-touchpoint: no touchpoint has the id 'a'");
  CHECK(said_of(folder, {"."}) == loose);
  CHECK(said_of(folder, {"parts/a.yaml"}) == "");
  folder.with("loose.yaml", with_moment("c"));
  const Ran ran = run_mot({"-C", folder.path().string(), "gaps", "loose.yaml"});
  CHECK(ran.code == 0);
  CHECK_MESSAGE(contains(ran.err, "no pattern under 'include' in "), ran.err);
}

TEST_CASE("sections are told by the keys at the beginning of lines") {
  const struct {
    const char* text;
    bool holds;
  } cases[] = {
      {"touchpoints:\n- id: a\n", true},
      {"\xef\xbb\xbf# c\n---\njourney: { id: a }\n", true},
      {"mot: 1\n", true},
      {"department : x\n", true},
      {"'personas': []\nother: 1\n", true},
      {"sources:\n  - id: x\n", true},
      {"sources: []\nversion: 3\n", false},
      {"project: x\nservices:\n  touchpoints: 1\n", false},
      {"rules: {}\ninclude: []\n", false},
      {"touchpoints\n", false},
      {"touchpoints:x\n", false},
      {"- touchpoints:\n", false},
      {"{{ touchpoints: }}\n", false},
      {"", false},
  };
  for (const auto& [text, holds] : cases) {
    CAPTURE(std::string(text));
    CHECK(holds_section(text) == holds);
  }
}

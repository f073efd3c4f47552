// The pieces for CI, run as their services would: the steps that need neither the network nor a service, in order, in a git repository.
#include <doctest/doctest.h>
#include <fmt/format.h>
#include <sys/wait.h>

#include <cstdlib>
#include <filesystem>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "support/folder.h"
#include "support/program.h"
#include "support/yaml_reading.h"

namespace fs = std::filesystem;
using mot::testing::Folder;
using mot::testing::text_of;
using nlohmann::json;

namespace {

const fs::path sources = MOT_SOURCE_DIR;

std::string quoted(const std::string& word) {
  return "'" + word + "'";  // no path of a test has a quote in it
}

struct Ran {
  int code = 0;
  std::string out;
};

/// Runs a line of shell in the folder with mot on the PATH, all output together.
Ran run_in(const Folder& folder, const std::string& line) {
  const std::string program = fs::path(MOT_PROGRAM).parent_path().string();
  const fs::path log = folder / "log";
  const std::string all = fmt::format("cd {} && PATH={}:\"$PATH\" bash -euo pipefail -c {} >{} 2>&1", quoted(folder.path().string()),
                                      quoted(program), "\"$LINE\"", quoted(log.string()));
  setenv("LINE", line.c_str(), 1);
  const int status = std::system(all.c_str());
  return {WIFEXITED(status) ? WEXITSTATUS(status) : -1, text_of(log)};
}

/// A repository with the bakery's workspace and one mistake in it.
void make_repository(Folder& folder) {
  std::string text = text_of(sources / "examples/corner-bakery.yaml");
  folder.with("mot.yaml", text + "action: { id: third-till, name: A third till, efort: 3 }\n");
  const auto ran = run_in(folder, "git init -q . && git add mot.yaml && git -c user.name=A -c user.email=a@example.com commit -qm Begin");
  REQUIRE_MESSAGE(ran.code == 0, ran.out);
}

/// The scalars below `key` in a YAML text, in order: the value itself or the items of a list.
std::vector<std::string> values_of(const mot::yaml::Value& value, std::string_view key) {
  std::vector<std::string> found;
  const auto append = [&](std::vector<std::string> more) { found.insert(found.end(), more.begin(), more.end()); };
  if (value.kind() == mot::yaml::Kind::sequence) {
    for (std::size_t i = 0; i < value.size(); ++i) append(values_of(value.item(i), key));
  }
  if (value.kind() != mot::yaml::Kind::mapping) return found;
  for (std::size_t i = 0; i < value.size(); ++i) {
    const auto child = value.value(i);
    append(values_of(child, key));
    if (value.key(i).text() != key) continue;
    if (child.kind() == mot::yaml::Kind::scalar) found.emplace_back(child.text());
    for (std::size_t j = 0; child.kind() == mot::yaml::Kind::sequence && j < child.size(); ++j) found.emplace_back(child.item(j).text());
  }
  return found;
}

/// Of the last document, where a file holds several.
std::vector<std::string> lines_under(const fs::path& file, std::string_view key) {
  std::string text = text_of(file);
  if (const auto at = text.rfind("\n---\n"); at != std::string::npos) text.erase(0, at + 5);
  const mot::Reading reading(text);
  return values_of(reading.root(), key);
}

/// A release of one file, a program that tells where it is from, as `make release` lays one out.
void make_release(Folder& folder, const std::string& version) {
  const std::string name = fmt::format("mot-{}-linux-x86_64", version);
  const std::string make = fmt::format(
      "mkdir -p releases/v{1} {0}/bin && printf '#!/bin/sh\\necho of the bundle\\n' >{0}/bin/mot && chmod +x {0}/bin/mot && "
      "tar -czf releases/v{1}/{0}.tar.gz {0} && rm -r {0} && cd releases/v{1} && sha256sum {0}.tar.gz >{0}.sha256",
      name, version);
  const Ran made = run_in(folder, make);
  REQUIRE_MESSAGE(made.code == 0, made.out);
}

}  // namespace

TEST_CASE("the workflow for pull requests tells what changes since the branch left, in a comment's size") {
  Folder folder;
  make_repository(folder);
  const std::string commit = "git -c user.name=A -c user.email=a@example.com commit -qam Change";
  const std::string bakery = text_of(sources / "examples/corner-bakery.yaml");
  folder.with("mot.yaml", bakery);
  REQUIRE(run_in(folder, commit + " && git update-ref refs/remotes/origin/trunk HEAD && git checkout -qb topic").code == 0);
  std::string changed = bakery;
  changed.replace(changed.find("actual: 5"), 9, "actual: 7");
  folder.with("mot.yaml", changed);
  REQUIRE(run_in(folder, commit).code == 0);
  setenv("GITHUB_BASE_REF", "trunk", 1);
  setenv("GITHUB_STEP_SUMMARY", (folder / "summary.md").c_str(), 1);
  setenv("MOT_DIRECTORY", ".", 1);
  const auto lines = lines_under(sources / "examples/ci/github-diff.yml", "run");
  REQUIRE(lines.size() == 3);
  const Ran told = run_in(folder, lines[0]);
  REQUIRE_MESSAGE(told.code == 0, told.out);
  const std::string comment = text_of(folder / "difference.md");
  CHECK(comment.starts_with("<!-- mot diff -->\n## From origin/trunk (where HEAD began) to HEAD: "));
  CHECK(comment.find("| 5.0 | 7.0 | 2.0 |") != std::string::npos);
  CHECK(text_of(folder / "summary.md") == comment);
  const Ran drawn = run_in(folder, lines[1]);
  REQUIRE_MESSAGE(drawn.code == 0, drawn.out);
  CHECK(text_of(folder / "difference/morning-stop.svg").find("from 5 to 7 (+2)") != std::string::npos);

  std::string many = bakery + "channels: [";
  for (int i = 0; i < 5000; ++i) many += fmt::format("channel number {}, ", i);
  folder.with("mot.yaml", many + "last]\n");
  REQUIRE(run_in(folder, commit).code == 0);
  REQUIRE(run_in(folder, lines[0]).code == 0);
  const std::string long_comment = text_of(folder / "difference.md");
  CHECK(long_comment.size() > 50'000);
  CHECK(long_comment.size() < 65'536);
  CHECK(long_comment.ends_with("… and more: see the summary of the run\n"));
  folder.with("comment.sh", lines[2]);  // what it calls is GitHub itself
  CHECK(run_in(folder, "bash -n comment.sh").code == 0);
  unsetenv("GITHUB_BASE_REF");
  unsetenv("GITHUB_STEP_SUMMARY");
  unsetenv("MOT_DIRECTORY");
}

TEST_CASE("the job for GitLab writes its two reports and fails on a mistake") {
  Folder folder;
  make_repository(folder);
  const auto lines = lines_under(sources / "packaging/gitlab/mot.yml", "script");
  REQUIRE(lines.size() == 2);
  setenv("MOT_DIRECTORY", ".", 1);
  setenv("MOT_ARGUMENTS", "", 1);
  CHECK(run_in(folder, lines[1]).code == 1);
  CHECK(json::parse(text_of(folder / "code-quality.json")).back()["check_name"] == "unknown-key");
  CHECK(text_of(folder / "findings.xml").find("<testsuite") != std::string::npos);
  folder.with("mot.yaml", text_of(sources / "examples/corner-bakery.yaml"));
  for (const std::string& line : lines) {
    const Ran ran = run_in(folder, line);
    CHECK_MESSAGE(ran.code == 0, ran.out);
  }
  unsetenv("MOT_ARGUMENTS");
  unsetenv("MOT_DIRECTORY");
}

TEST_CASE("the component for GitLab fetches the bundle of a release, verifies it, and keeps to it") {
  Folder folder;
  make_release(folder, "0.2.0");
  const std::string where = fmt::format("export MOT_RELEASES='file://{}/releases' MOT_VERSION=0.2.0; ", folder.path().string());
  const std::string found = where + lines_under(sources / "packaging/gitlab/mot.yml", "before_script").at(1) + "\nmot";
  CHECK(run_in(folder, found).out == "of the bundle\n");
  REQUIRE(run_in(folder, "rm -r releases").code == 0);
  CHECK(run_in(folder, found).out == "of the bundle\n");  // out of the cache

  REQUIRE(run_in(folder, "rm -rf .mot").code == 0);
  make_release(folder, "0.2.0");
  REQUIRE(run_in(folder, "cd releases/v0.2.0 && mkdir downloads && mv *.tar.gz *.sha256 downloads").code == 0);  // as GitLab has them
  CHECK(run_in(folder, found).out == "of the bundle\n");

  REQUIRE(run_in(folder, "rm -rf .mot releases").code == 0);
  make_release(folder, "0.2.0");
  REQUIRE(run_in(folder, "echo more >> releases/v0.2.0/mot-0.2.0-linux-x86_64.tar.gz").code == 0);
  const Ran refused = run_in(folder, found);
  CHECK(refused.code != 0);
  CHECK(refused.out.find("FAILED") != std::string::npos);
}

TEST_CASE("what is copied fetches this version") {
  Folder folder;
  const std::string said = run_in(folder, "mot --version").out;
  REQUIRE(said.starts_with("mot "));
  const std::string version = said.substr(4, said.find('\n') - 4);
  for (const char* file : {"examples/ci/github.yml", "examples/ci/github-diff.yml", "examples/ci/gitlab-ci.yml"}) {
    CAPTURE(file);
    const std::string text = text_of(sources / file);
    CHECK((text.find("packaging/github@v" + version + " ") != std::string::npos ||
           text.find("ref: v" + version + "\n") != std::string::npos));
  }
  CHECK(text_of(sources / "CHANGELOG.md").find("\n## [" + version + "] - 20") != std::string::npos);
}

TEST_CASE("pre-commit runs the hooks on the files that are committed") {
  Folder hooks;
  hooks.with(".pre-commit-hooks.yaml", text_of(sources / ".pre-commit-hooks.yaml"));
  const std::string commit = "git init -q . && git add -A && git -c user.name=A -c user.email=a@example.com commit -qm Begin";
  REQUIRE(run_in(hooks, commit).code == 0);
  Folder folder;
  make_repository(folder);
  const std::string home = "export PRE_COMMIT_HOME=\"$PWD/.cache\" && ";
  const std::string with = fmt::format("pre-commit try-repo {} ", quoted(hooks.path().string()));
  const Ran validated = run_in(folder, home + with + "mot-validate --files mot.yaml");
  CHECK_MESSAGE(validated.code == 1, validated.out);
  CHECK(validated.out.find("has no key 'efort'; did you mean 'effort'?") != std::string::npos);
  const Ran fixed = run_in(folder, home + with + "mot-fix --files mot.yaml");
  CHECK_MESSAGE(fixed.out.find("files were modified by this hook") != std::string::npos, fixed.out);
  CHECK(text_of(folder / "mot.yaml").find("effort: 3") != std::string::npos);
  CHECK(run_in(folder, home + with + "mot-validate --files mot.yaml").code == 0);
}

// Workspaces out of git revisions, in repositories that the git program makes.
#include "mot/load/files/git.h"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>

#include "mot/load/files/globs.h"
#include "support/git_folder.h"
#include "support/program.h"

using namespace mot;
using namespace mot::testing;

namespace fs = std::filesystem;

namespace {

std::string touchpoint(std::string_view id, std::string_view rest) {
  return fmt::format("touchpoints:\n  - id: {0}\n    name: {0}\n    importance: 3\n    desired: 9\n{1}", id, rest);
}

constexpr const char* survey =
    "sources:\n"
    "  - id: s\n"
    "    file: s.csv\n"
    "    scale: { min: 0, max: 10 }\n"
    "    columns: { a: A }\n";

/// Two commits on main, the first one tagged, and one on a branch.
void make_history(GitFolder& folder, const std::string& below = "") {
  folder.write(below + "mot.yaml", "project: { name: Shop }\ninclude: [parts/*.yaml]\n");
  folder.write(below + "parts/a.yaml", touchpoint("a", "    actual: 4\n")).commit("one").git("tag v1.0");
  folder.write(below + "parts/a.yaml", touchpoint("a", "    actual: 5\n"));
  folder.write(below + "parts/b.yaml", touchpoint("b", "    actual: 5\n")).commit("two").git("checkout -q -b feature v1.0");
  folder.write(below + "parts/a.yaml", touchpoint("a", "    actual: 9\n")).commit("three").git("checkout -q main");
}

/// Before and after of `a`, and what was added and removed: `4 5 +b`.
std::string brief(const Ran& ran) {
  if (ran.code != 0) return ran.err;
  const auto document = nlohmann::json::parse(ran.out);
  std::string text;
  for (const auto& score : document["scores"]) {
    if (score["id"] == "a") text = score["before"].dump() + " " + score["after"].dump();
  }
  for (const auto& id : document["added"]) text += " +" + id.get<std::string>();
  for (const auto& id : document["removed"]) text += " -" + id.get<std::string>();
  return text;
}

std::string diff_in(const fs::path& folder, std::vector<std::string> states) {
  std::vector<std::string> words = {"-C", folder.string(), "diff", "--format", "json"};
  words.insert(words.end(), states.begin(), states.end());
  return brief(run_mot(words));
}

}  // namespace

TEST_CASE("revisions are named as git names them") {
  GitFolder folder;
  make_history(folder);
  folder.write("parts/a.yaml", touchpoint("a", "    actual: 7\n"));  // not committed
  const struct {
    std::vector<std::string> states;
    const char* expected;
  } cases[] = {
      {{"v1.0"}, "4.0 7.0 +b"},
      {{"HEAD"}, "5.0 7.0"},
      {{"v1.0.."}, "4.0 5.0 +b"},
      {{"..v1.0"}, "5.0 4.0 -b"},
      {{"v1.0..main"}, "4.0 5.0 +b"},
      {{"main..feature"}, "5.0 9.0 -b"},
      {{"main...feature"}, "4.0 9.0"},  // since the branch left main
      {{"HEAD~1", "HEAD"}, "4.0 5.0 +b"},
      {{"HEAD^", "feature"}, "4.0 9.0"},
      {{"refs/tags/v1.0", "heads/main"}, "4.0 5.0 +b"},
      {{"v1.0^{tree}", "main"}, "4.0 5.0 +b"},
      {{":/two", "v1.0"}, "5.0 4.0 -b"},
      {{"main^{/one}", "main"}, "4.0 5.0 +b"},
      {{"v1.0", "."}, "4.0 7.0 +b"},
      {{"v1.0:", "main:"}, "4.0 5.0 +b"},
      {{"v1.0:parts", "main:./parts"}, "4.0 5.0 +b"},
      {{"v1.0:parts/a.yaml", "parts/a.yaml"}, "4.0 7.0 +b"},  // a file is read in its workspace
      {{"v1.0:parts/a.yaml"}, "4.0 7.0 +b"},
  };
  for (const auto& [states, expected] : cases) {
    CAPTURE(states.front());
    CHECK(diff_in(folder.path(), states) == expected);
  }
  const std::string before = text_of(folder / "parts/a.yaml");
  CHECK(before.find("actual: 7") != std::string::npos);  // nothing was checked out
}

TEST_CASE("what is not there is named, with what may have been meant") {
  GitFolder folder;
  make_history(folder);
  folder.git("update-ref refs/remotes/origin/release v1.0");
  const struct {
    std::vector<std::string> states;
    const char* expected;
  } cases[] = {
      {{"mian"}, "there is no revision 'mian'; did you mean 'main'?"},
      {{"mian..feature"}, "there is no revision 'mian'; did you mean 'main'?"},
      {{"main", "featrue"}, "there is no revision 'featrue'; did you mean 'feature'?"},
      {{"v1"}, "there is no revision 'v1', nor a file or folder of that name; of commits the beginning of their hash will do"},
      {{"v1.1"}, "there is no revision 'v1.1'; did you mean 'v1.0'?"},
      {{"release.."}, "there is no revision 'release'; did you mean 'origin/release'?"},
      {{"main~7"}, "there is no revision 'main~7'; 'main' is there, but has not that many behind it"},
      {{"main:prats"}, "at 'main' there is no file or folder 'prats'"},
      {{"main:../parts"}, "at 'main' there is no file or folder '../parts'"},
      {{"../gone", "main"}, "../gone: there is no file or folder '../gone'"},
      {{"main^{blob}"}, "there is no revision 'main^{blob}'; 'main' is there"},
      {{"main\x1b[31m"}, "there is no revision 'main\\x1b[31m'"},
      {{"parts"}, "'diff' compares two states, and 'parts' is one on the disk"},
      {{"a", "b", "c"}, "'diff' compares two states"},
  };
  for (const auto& [states, expected] : cases) {
    CAPTURE(states.front());
    const std::string said = diff_in(folder.path(), states);
    CHECK_MESSAGE(contains(said, expected), said);
    CHECK(contains(said, "mot: "));
  }
}

TEST_CASE("a workspace below the top of a repository is found in every revision, from wherever one stands") {
  GitFolder folder;
  make_history(folder, "cx/moments/");
  for (const char* here : {"cx/moments", "cx/moments/parts"}) {
    CAPTURE(here);
    CHECK(diff_in(folder / here, {"v1.0..main"}) == "4.0 5.0 +b");
    const WorkingDirectory stand(folder / here);
    CHECK(diff_in(".", {"v1.0"}) == "4.0 5.0 +b");
    CHECK(diff_in(".", {"v1.0:cx/moments", "main:cx/moments"}) == "4.0 5.0 +b");
  }
  CHECK(diff_in(folder / "cx/moments/parts", {"v1.0:../../moments", "main:./a.yaml"}) == "4.0 5.0 +b");
  CHECK(
      contains(diff_in(folder.path(), {"v1.0"}), "at 'v1.0' no mot.yaml lies in this folder or above it; where it lay elsewhere, say so"));
  // A folder that only today's state has is no reason to miss the workspace above it.
  folder.write("cx/moments/new/c.yaml", "");
  CHECK(diff_in(folder / "cx/moments/new", {"v1.0"}) == "4.0 5.0 +b");
  // The workspace has moved: where it was has to be said.
  folder.git("mv cx/moments moments").commit("move");
  CHECK(diff_in(folder / "moments", {"v1.0:cx/moments", "HEAD"}) == "4.0 5.0 +b");
}

TEST_CASE("a folder behind a link is the folder") {
  GitFolder folder;
  make_history(folder, "moments/");
  Folder elsewhere;
  fs::create_directory_symlink(folder / "moments", elsewhere / "link");
  CHECK(diff_in(elsewhere / "link", {"v1.0"}) == "4.0 5.0 +b");
}

TEST_CASE("bare repositories, further work trees and packed ones are read too") {
  GitFolder folder;
  make_history(folder);
  folder.git("gc -q").git("clone -q --bare . bare.git").git("worktree add -q tree feature");
  CHECK(diff_in(folder / "bare.git", {"v1.0..main"}) == "4.0 5.0 +b");
  CHECK(diff_in(folder / "bare.git/refs", {"v1.0", "main:parts"}) == "4.0 5.0 +b");
  CHECK(contains(diff_in(folder / "bare.git", {"main"}), "a bare repository has no working tree; compare two revisions, such as OLD..NEW"));
  CHECK(diff_in(folder / "tree", {"main"}) == "5.0 9.0 -b");
}

TEST_CASE("where there is no repository or no commit, that is said") {
  Folder folder;
  folder.with("mot.yaml", "project: { name: Shop }\n");
  CHECK(contains(diff_in(folder.path(), {"main"}), "there is no file or folder 'main', and no git repository here that could know it"));
  GitFolder empty;
  empty.write("mot.yaml", "project: { name: Shop }\n");
  CHECK(contains(diff_in(empty.path(), {"HEAD"}), "there is no revision 'HEAD'; the repository holds no commit yet"));
}

TEST_CASE("a shallow clone says what it lacks") {
  GitFolder folder;
  make_history(folder);
  folder.git("clone -q --depth 1 'file://" + folder.path().string() + "' shallow");
  CHECK(diff_in(folder / "shallow", {"HEAD"}) == "5.0 5.0");
  for (const char* states : {"HEAD~1", "HEAD~1..HEAD"}) {
    CHECK(contains(diff_in(folder / "shallow", {states}),
                   "there is no revision 'HEAD~1'; the clone is shallow, 'git fetch --unshallow' brings the rest"));
  }
  CHECK(contains(diff_in(folder / "shallow", {"v1.0"}), "the clone is shallow, 'git fetch --unshallow --tags' brings the rest"));
  folder.git("-C shallow fetch -q --depth 1 origin feature:feature");
  CHECK(contains(diff_in(folder / "shallow", {"main...feature"}),
                 "come from no common commit that the clone holds; it is shallow, 'git fetch --unshallow' brings the rest"));
}

TEST_CASE("what a clone left out or lost is told by its name") {
  GitFolder folder;
  make_history(folder);
  folder.git("config uploadpack.allowFilter true").git("clone -q --filter=blob:none 'file://" + folder.path().string() + "' partial");
  folder.git("-C partial config core.repositoryformatversion 1").git("-C partial config extensions.worktreeConfig true");
  CHECK(diff_in(folder / "partial", {"HEAD"}) == "5.0 5.0");
  CHECK(contains(diff_in(folder / "partial", {"v1.0"}), "v1.0: cannot read 'v1.0:parts/a.yaml': object not found"));
  CHECK(contains(diff_in(folder / "partial", {"v1.0"}), "check the revision out, or clone without --filter"));

  const fs::path objects = folder / ".git/objects";
  for (const auto& entry : fs::recursive_directory_iterator(objects)) {
    if (entry.is_regular_file())
      fs::permissions(entry.path(), fs::perms::owner_write, fs::perm_options::add), std::ofstream(entry.path()) << "x";
  }
  const std::string said = diff_in(folder.path(), {"v1.0"});
  CHECK_MESSAGE(contains(said, "mot: cannot read the revision 'v1.0': "), said);
}

TEST_CASE("a name of a file and a revision is the file, and that is said") {
  GitFolder folder;
  make_history(folder);
  folder.write("main/a.yaml", touchpoint("a", "    actual: 1\n"));
  const Ran ran = run_mot({"-C", folder.path().string(), "diff", "--format", "json", "main", "heads/main"});
  CHECK(brief(ran) == "1.0 5.0 +b");
  CHECK(
      contains(ran.err, "'main' is on the disk and a git revision; what is on the disk is read (the revision is heads/main or tags/main)"));
  CHECK(contains(diff_in(folder.path(), {"main"}), "name the other one too, or call the revision heads/main or tags/main"));
}

TEST_CASE("answers are those of the revision") {
  GitFolder folder;
  const std::string text = std::string("project: { name: Shop }\n") + survey + touchpoint("a", "");
  const auto answers = [](int low) {
    std::string csv = "A\n";
    for (int i = 0; i < 60; ++i) csv += fmt::format("{}\n", low + i % 3);
    return csv;
  };
  folder.write("mot.yaml", text).write("s.csv", answers(3)).commit("one");
  folder.write("s.csv", answers(6)).commit("two");
  folder.write("s.csv", answers(8));
  CHECK(diff_in(folder.path(), {"HEAD~1..HEAD"}) == "4.0 7.0");
  CHECK(diff_in(folder.path(), {"HEAD"}) == "7.0 9.0");
  const Ran ran = run_mot({"-C", folder.path().string(), "diff", "HEAD~1..HEAD"});
  CHECK_MESSAGE(contains(ran.out, "better"), ran.out);
}

TEST_CASE("two waves are compared as SciPy compares them") {
  // Every row stands three times. SciPy 1.10: ttest_ind_from_stats(…, equal_var=False) of the moments with an answer more at 0 and at
  // 10, p 1.6604900521e-07, 0.010318159756, 0.24978946207; the shares of 9 and 10 by brentq on Newcombe's interval, 0.1200157066,
  // 0.0181969066, 0.9185797476; Holm of the three means: shares of
  // best points are not tested beside them. d rests on the same rows.
  const char* columns[] = {"A", "B", "C", "D"};
  const std::vector<std::vector<int>> old_wave = {{4, 5, 6, 5, 4, 6, 5, 5, 7, 3, 5, 6},
                                                  {7, 8, 6, 9, 7, 8, 7, 6, 8, 7, 9, 8},
                                                  {5, 3, 6, 8, 2, 9, 4, 6, 5, 7, 3, 6},
                                                  {1, 2, 3, 4, 5, 6, 7, 8, 9, 1, 2, 3}};
  const std::vector<std::vector<int>> new_wave = {{7, 6, 8, 7, 6, 9, 7, 8, 6, 7, 8, 7, 7},
                                                  {6, 7, 5, 8, 6, 7, 7, 5, 7, 6, 8, 6},
                                                  {6, 4, 7, 8, 3, 9, 5, 6, 6, 7, 4, 7, 5},
                                                  {1, 2, 3, 4, 5, 6, 7, 8, 9, 1, 2, 3}};
  const auto csv = [&](const std::vector<std::vector<int>>& wave) {
    std::string text = "A,B,C,D\n";
    for (std::size_t i = 0; i < 39; ++i) {
      const std::size_t row = i / 3;
      for (std::size_t c = 0; c < 4; ++c) text += (row < wave[c].size() ? std::to_string(wave[c][row]) : "") + (c < 3 ? "," : "\n");
    }
    return text;
  };
  std::string text =
      "project: { name: Shop }\nsources: [{ id: s, file: s.csv, scale: { min: 0, max: 10 }, columns: { a: A, b: B, c: C, d: D } }]\n"
      "touchpoints:\n";
  for (const char* column : columns) text += fmt::format("  - {{ id: {0}, name: {0} }}\n", static_cast<char>(*column - 'A' + 'a'));
  GitFolder folder;
  folder.write("mot.yaml", text).write("s.csv", csv(old_wave)).commit("old wave").git("tag old");
  folder.write("s.csv", csv(new_wave)).commit("new wave");
  const Ran ran = run_mot({"-C", folder.path().string(), "diff", "old..", "--format", "json"});
  REQUIRE_MESSAGE(ran.code == 0, ran.err);
  const auto scores = nlohmann::json::parse(ran.out)["scores"];
  const struct {
    double change;
    double p;
    const char* verdict;
  } expected[] = {
      {7.153846153846 - 5.083333333333, 4.9814701563e-07, "better"},
      {-1, 0.020636319512, "worse"},
      {5.923076923077 - 5.333333333333, 0.24978946207, "no evidence of change"},
  };
  for (std::size_t i = 0; i < 3; ++i) {
    CAPTURE(i);
    CHECK(scores[i]["change"].get<double>() == doctest::Approx(expected[i].change).epsilon(1e-10));
    CHECK(scores[i]["p"].get<double>() == doctest::Approx(expected[i].p).epsilon(1e-7));
    CHECK(scores[i]["verdict"] == expected[i].verdict);
  }
  CHECK(scores[3]["verdict"] == "same data");
  CHECK(scores[3]["p"].is_null());
}

TEST_CASE("errors in a revision stand at its own place") {
  GitFolder folder;
  folder.write("cx/mot.yaml", "project: { name: Shop }\ntouchpoints: [{ id: a, nmae: A }]\n").commit("one");
  folder.write("cx/mot.yaml", "project: { name: Shop }\ntouchpoints: [{ id: a, name: A }]\n").commit("two");
  const Ran ran = run_mot({"-C", (folder / "cx").string(), "diff", "HEAD~1.."});
  CHECK(ran.code == 2);
  CHECK_MESSAGE(contains(ran.err, "HEAD~1:cx/mot.yaml:2:24: error: a touchpoint has no key 'nmae'; did you mean 'name'?"), ran.err);
  CHECK_MESSAGE(contains(ran.err, "mot: HEAD~1: a workspace with"), ran.err);
}

TEST_CASE("links in a tree are followed inside it, and lead nowhere outside") {
  GitFolder folder;
  Folder elsewhere;
  elsewhere.with("secret.yaml", touchpoint("secret", "")).with("s.csv", "A\n1\n");
  folder.write("mot.yaml", std::string("project: { name: Shop }\ninclude: [parts/*.yaml]\n") + survey);
  folder.write("parts/a.yaml", touchpoint("a", "    actual: 4\n")).write("store/b.yaml", touchpoint("b", "")).write("s.csv", "A\n4\n");
  fs::create_symlink("../store/b.yaml", folder / "parts/b.yaml");
  fs::create_symlink("../parts/../store", folder / "parts/folder.yaml");
  fs::create_symlink(elsewhere / "secret.yaml", folder / "parts/absolute.yaml");
  fs::create_symlink("../../secret.yaml", folder / "parts/up.yaml");
  fs::create_symlink("round.yaml", folder / "parts/round.yaml");
  folder.commit("one");
  const auto repository = Repository::around(folder.path());
  REQUIRE(repository);
  const auto files = repository->files_at("HEAD");
  const fs::path root = repository->root();
  const Listed listed = list_matching(*files, root, "parts/*.yaml");
  std::string found;
  for (const fs::path& path : listed.files) found += path.filename().string() + " ";
  for (const FileFault& fault : listed.faults) found += "!" + fault.path.filename().string() + " ";
  CHECK(found == "a.yaml b.yaml !absolute.yaml !folder.yaml !round.yaml !up.yaml ");
  CHECK(files->kind_of(root / "parts/folder.yaml") == FileKind::folder);
  CHECK(files->kind_of(root / "parts/folder.yaml/b.yaml") == FileKind::file);
  CHECK(files->kind_of(root / "parts/round.yaml") == FileKind::nothing);
  CHECK(files->kind_of(root / "parts/a.yaml/b") == FileKind::nothing);
  CHECK(files->kind_of(root.parent_path()) == FileKind::nothing);
  CHECK(files->kind_of(root) == FileKind::folder);
  folder.write("mot.yaml", std::string("project: { name: Shop }\ninclude: [parts/a.yaml, parts/b.yaml]\n") + survey).commit("fewer");
  CHECK(diff_in(folder.path(), {"HEAD", "HEAD"}) == "4.0 4.0");
  fs::remove(folder / "s.csv");
  fs::create_symlink(elsewhere / "s.csv", folder / "s.csv");
  folder.commit("two");
  CHECK(contains(diff_in(folder.path(), {"HEAD~1.."}), "'s.csv' lies outside the workspace"));
}

TEST_CASE("what would not fit is refused before it is read") {
  GitFolder folder;
  folder.write("mot.yaml", "project: { name: Shop }\n").write("s.csv", std::string(3 << 20, '1')).commit("one");
  const auto repository = Repository::around(folder.path());
  REQUIRE(repository);
  const auto files = repository->files_at("HEAD", 2 << 20);
  const OpenedFile opened = files->open(repository->root() / "s.csv");
  CHECK_FALSE(opened.bytes);
  CHECK(opened.fault == "holds 3 MiB, and out of a repository at most 2 are read; check the revision out and compare folders");
  CHECK_THROWS_WITH(files->read(repository->root() / "s.csv", 10), doctest::Contains("cannot read 'HEAD:s.csv': it holds 3 MiB"));
  CHECK(files->read(repository->root() / "mot.yaml", 100) == "project: { name: Shop }\n");
  CHECK(files->read(repository->root() / "mot.yaml", 3) == "proj");
}

TEST_CASE("what lies in Git LFS is read from its store, or asked for") {
  // Source of the pointer's form and the store's: git-lfs, docs/spec.md.
  const std::string hash(64, 'a');
  const std::string pointer = "version https://git-lfs.github.com/spec/v1\noid sha256:" + hash + "\nsize 4\n";
  GitFolder folder;
  folder.write("mot.yaml", std::string("project: { name: Shop }\n") + survey + touchpoint("a", "")).write("s.csv", pointer).commit("one");
  for (const auto& states : {std::vector<std::string>{"HEAD", "HEAD"}, std::vector<std::string>{".", "."}}) {
    const std::string said = diff_in(folder.path(), states);
    CHECK_MESSAGE(contains(said, "'s.csv' is a Git LFS pointer, not the data itself; run 'git lfs pull'"), said);
  }
  GitFolder yaml;
  yaml.write("mot.yaml", "include: [a.yaml]\n").write("a.yaml", pointer).commit("one");
  for (const char* state : {"HEAD", "."}) {
    const std::string said = diff_in(yaml.path(), {state, state});
    CHECK_MESSAGE(contains(said, "a.yaml': it is a Git LFS pointer, not the data itself; run 'git lfs pull'"), said);
  }
  yaml.write(".git/lfs/objects/aa/aa/" + hash, touchpoint("a", ""));
  CHECK_FALSE(contains(diff_in(yaml.path(), {"HEAD", "HEAD"}), "Git LFS"));
  folder.write(".git/lfs/objects/aa/aa/" + hash, "A\n4\n6\n");
  CHECK(diff_in(folder.path(), {"HEAD", "HEAD"}) == "5.0 5.0");
}

TEST_CASE("what is corrupt in a repository is told from what is missing, and from what a partial clone left out") {
  const auto damage = [](const fs::path& object, std::string_view bytes) {
    fs::permissions(object, fs::perms(0644));
    std::ofstream(object, std::ios::binary) << bytes;
  };
  const auto object_of = [](const GitFolder& folder, const std::string& name) {
    const std::string call = "cd '" + folder.path().string() + "' && git rev-parse '" + name + "' > .git/said";
    REQUIRE(std::system(call.c_str()) == 0);
    const std::string hash = text_of(folder / ".git/said").substr(0, 40);
    return folder / ".git/objects" / hash.substr(0, 2) / hash.substr(2);
  };
  for (const char* name : {"HEAD:mot.yaml", "HEAD:parts/a.yaml", "HEAD^{tree}", "HEAD:parts"}) {
    GitFolder folder;
    folder.write("mot.yaml", "include: [parts/*.yaml]\n").write("parts/a.yaml", touchpoint("a", "")).commit("one");
    const fs::path object = object_of(folder, name);
    damage(object, "no object");
    CAPTURE(name);
    const std::string corrupt = diff_in(folder.path(), {"HEAD", "HEAD"});
    CHECK_MESSAGE(contains(corrupt, "corrupt"), corrupt);
    CHECK_FALSE(contains(corrupt, "partial clone"));
    fs::remove(object);
    const std::string missing = diff_in(folder.path(), {"HEAD", "HEAD"});
    CHECK_MESSAGE(contains(missing, "the repository lacks it: 'git fsck' lists what is missing"), missing);
    CHECK_FALSE(contains(missing, "corrupt"));
    folder.write(".git/objects/pack/pack-1.promisor", "");
    const std::string partial = diff_in(folder.path(), {"HEAD", "HEAD"});
    CHECK_MESSAGE(contains(partial, "a partial clone holds only what was checked out once"), partial);
  }
  GitFolder folder;
  folder.write("mot.yaml", "mot: 1\n").commit("one");
  damage(object_of(folder, "HEAD"), "no object");
  for (const char* name : {"HEAD", "main"}) {
    const std::string said = diff_in(folder.path(), {name, name});
    CHECK_MESSAGE(contains(said, "corrupt"), said);
  }
}

TEST_CASE("any name is a revision or an error, never a crash") {
  GitFolder folder;
  make_history(folder);
  for (const char* name : {"",     ":",        "::",      "..",      "...",         "....",          "@",       "@{",
                           "@{u}", "HEAD@{1}", "^",       "~",       "HEAD^{",      "HEAD:",         "HEAD:\\", "-1x",
                           "\xff", "a b",      "main..:", "...main", ":0:mot.yaml", "HEAD^{commit}", "HEAD^0",  "main@{yesterday}"}) {
    CAPTURE(name);
    const Ran ran = run_mot({"-C", folder.path().string(), "diff", "--", name, "v1.0"});
    CHECK((ran.code == 0 || (ran.code == 2 && ran.err.starts_with("mot: "))));
  }
}

TEST_CASE("--exit-code tells by itself whether anything differs, as git does") {
  GitFolder folder;
  make_history(folder);
  const auto code = [&](std::vector<std::string> words) {
    words.insert(words.begin(), {"-C", folder.path().string(), "diff"});
    return run_mot(words).code;
  };
  CHECK(code({"v1.0..main", "--exit-code"}) == 1);
  CHECK(code({"v1.0..main"}) == 0);
  CHECK(code({"HEAD", "--exit-code"}) == 0);
  CHECK(code({"nosuch", "--exit-code"}) == 2);
}

TEST_CASE("a difference calls the working tree what the workspace's language does") {
  GitFolder folder;
  folder.write("mot.yaml", "project: { name: Laden, language: de }\n" + touchpoint("a", "    actual: 4\n")).commit("one");
  folder.write("mot.yaml", "project: { name: Laden, language: de }\n" + touchpoint("a", "    actual: 5\n"));
  const Ran ran = run_mot({"-C", folder.path().string(), "diff", "HEAD"});
  CHECK(contains(ran.out, "Von HEAD zu dem Arbeitsstand"));
  CHECK_FALSE(contains(ran.out, "working tree"));
}

TEST_CASE("every format of a difference over revisions") {
  GitFolder folder;
  make_history(folder);
  const auto out = [&](const char* format) { return run_mot({"-C", folder.path().string(), "diff", "v1.0..", "--format", format}).out; };
  CHECK(contains(out("table"), "From v1.0 to HEAD: actual scores on a scale from 0 to 10, positive change = better"));
  CHECK(contains(out("md"), "| b | \\+ added |  |  |"));
  CHECK(out("csv") ==
        "touchpoint,before,after,change,n_before,n_after,interval_low,interval_high,p,verdict,interval_kind\na,4,5,1,,,,,,judged,\n");
  CHECK(contains(out("json"), "\"added\": [\n    \"b\"\n  ]"));
  CHECK(out("xlsx").starts_with("PK"));
}

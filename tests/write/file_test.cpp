#include "mot/write/file.h"

#include <doctest/doctest.h>
#include <fcntl.h>
#include <sys/file.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <csignal>
#include <fstream>
#include <iterator>
#include <string>

#include "support/folder.h"

namespace fs = std::filesystem;
using mot::append_to_file;
using mot::save_file;
using mot::testing::Folder;

namespace {

std::string text_of(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

std::size_t files_in(const fs::path& folder) {
  return static_cast<std::size_t>(std::distance(fs::directory_iterator(folder), fs::directory_iterator()));
}

std::string failure_of(const fs::path& path, std::string_view bytes = "x") {
  try {
    save_file(path, bytes);
  } catch (const std::runtime_error& error) {
    return error.what();
  }
  return "";
}

/// No file may grow over so many bytes: what a full disk does, without filling one.
class FileSizeLimit {
 public:
  explicit FileSizeLimit(rlim_t bytes) {
    std::signal(SIGXFSZ, SIG_IGN);
    getrlimit(RLIMIT_FSIZE, &before_);
    const rlimit now{bytes, before_.rlim_max};
    setrlimit(RLIMIT_FSIZE, &now);
  }
  ~FileSizeLimit() { setrlimit(RLIMIT_FSIZE, &before_); }
  FileSizeLimit(const FileSizeLimit&) = delete;
  FileSizeLimit& operator=(const FileSizeLimit&) = delete;

 private:
  rlimit before_ = {};
};

}  // namespace

TEST_CASE("a file is written, replaced, and nothing else is left beside it") {
  const Folder folder;
  save_file(folder / "a.svg", "first");
  CHECK(text_of(folder / "a.svg") == "first");
  save_file(folder / "a.svg", std::string(100'000, 'b'));
  CHECK(text_of(folder / "a.svg") == std::string(100'000, 'b'));
  CHECK(files_in(folder.path()) == 1);
}

TEST_CASE("a new file has the permissions of any new file, an existing one keeps its own") {
  const Folder folder;
  const mode_t umask_before = umask(027);
  save_file(folder / "new", "x");
  umask(umask_before);
  CHECK(fs::status(folder / "new").permissions() == fs::perms(0640));
  fs::permissions(folder / "new", fs::perms(0664));
  save_file(folder / "new", "y");
  CHECK(fs::status(folder / "new").permissions() == fs::perms(0664));
}

TEST_CASE("a symbolic link stays one") {
  Folder folder;
  folder.with("real/a.txt", "old");
  fs::create_symlink("real/a.txt", folder / "link");
  save_file(folder / "link", "new");
  CHECK(fs::is_symlink(folder / "link"));
  CHECK(text_of(folder / "real/a.txt") == "new");
}

TEST_CASE("what fails halfway leaves the old file and nothing else") {
  Folder folder;
  folder.with("a.svg", "old");
  const FileSizeLimit limit(1000);
  const std::string failure = failure_of(folder / "a.svg", std::string(5000, 'x'));
  CHECK(failure == "cannot write '" + (folder / "a.svg").string() + "': File too large");
  CHECK(text_of(folder / "a.svg") == "old");
  CHECK(files_in(folder.path()) == 1);
}

TEST_CASE("a failure names the path, the cause and the way out") {
  Folder folder;
  folder.with("taken/a.txt", "x").with("plain", "x");
  const std::string root = folder.path().string();
  const struct {
    std::string path;
    std::string failure;
  } cases[] = {
      {"/dev/full", "cannot write '/dev/full': No space left on device"},
      {root + "/taken", "cannot write '" + root + "/taken': it is a folder; name a file in it"},
      {root + "/no/a.svg",
       "cannot write '" + root + "/no/a.svg': there is no folder '" + root + "/no'; make it first: mkdir -p '" + root + "/no'"},
      {root + "/new/", "cannot write '" + root + "/new/': it names a folder; add the name of a file"},
      {root + "/plain/a.svg", "cannot write '" + root + "/plain/a.svg': Not a directory"},
      {root + "/\x1b[2J/a", "cannot write '" + root + "/\\x1b[2J/a': there is no folder '" + root +
                                "/\\x1b[2J'; make it first: mkdir -p '" + root + "/\\x1b[2J'"},
      {"", "cannot write to a file without a name"},
  };
  for (const auto& [path, failure] : cases) {
    CAPTURE(path);
    CHECK(failure_of(path) == failure);
  }
  CHECK(files_in(folder.path()) == 2);
}

TEST_CASE("what may not be written stays, though its folder would let it be replaced") {
  Folder folder;
  folder.with("a.svg", "old");
  fs::permissions(folder / "a.svg", fs::perms(0444));
  fs::permissions(folder.path(), fs::perms(0777));
  const bool is_root = geteuid() == 0;  // who may write everything
  if (is_root) REQUIRE(seteuid(65534) == 0);
  const std::string failure = failure_of(folder / "a.svg");
  if (is_root) REQUIRE(seteuid(0) == 0);
  CHECK(failure == "cannot write '" + (folder / "a.svg").string() + "': Permission denied");
  CHECK(text_of(folder / "a.svg") == "old");
}

TEST_CASE("a link to what is not there is followed, and its target made") {
  Folder folder;
  folder.with("real/a.txt", "x");
  fs::create_symlink("real/new.txt", folder / "link");
  fs::create_symlink("link", folder / "link to link");
  save_file(folder / "link to link", "new");
  CHECK(fs::is_symlink(folder / "link to link"));
  CHECK(fs::is_symlink(folder / "link"));
  CHECK(text_of(folder / "real/new.txt") == "new");
  fs::create_symlink("gone/new.txt", folder / "astray");
  CHECK(failure_of(folder / "astray").find("there is no folder") != std::string::npos);
  fs::create_symlink("round", folder / "round");
  CHECK(failure_of(folder / "round").find("lead round in a circle") != std::string::npos);
}

TEST_CASE("files are one by any spelling, through links, and before they are there") {
  Folder folder;
  folder.with("a", "x").with("b", "x").with("sub/c", "x");
  fs::create_hard_link(folder / "a", folder / "hard");
  fs::create_symlink("a", folder / "soft");
  fs::create_symlink("new", folder / "dangling");
  fs::create_directory_symlink("sub", folder / "sub link");
  const struct {
    const char* one;
    const char* other;
    bool is_same;
  } cases[] = {{"a", "./a", true},
               {"a", "sub/../a", true},
               {"a", "hard", true},
               {"a", "soft", true},
               {"hard", "soft", true},
               {"new", "dangling", true},
               {"a", "b", false},
               {"new", "newer", false},
               {"sub link/c", "sub/c", true},
               {"sub link/x", "sub/x", true},
               {"a", "gone", false},
               {"gone/x", "gone/../gone/x", true}};
  for (const auto& [one, other, is_same] : cases) {
    INFO(one << " and " << other);
    CHECK(mot::is_same_file(folder / one, folder / other) == is_same);
    CHECK(mot::is_same_file(folder / other, folder / one) == is_same);
  }
}

TEST_CASE("a program that is ended by a signal leaves the old file and no temporary one") {
  const std::string bytes(64 << 20, 'x');
  for (const int signal : {SIGTERM, SIGINT, SIGHUP}) {
    Folder folder;
    folder.with("a.svg", "old");
    const pid_t child = fork();
    if (child == 0) {
      mot::tidy_up_on_signals();
      while (true) save_file(folder / "b.svg", bytes);
    }
    REQUIRE(child > 0);
    const auto is_writing = [&] {
      for (const auto& entry : fs::directory_iterator(folder.path())) {
        std::error_code error;
        if (entry.path().extension() == ".tmp" && fs::file_size(entry.path(), error) > 0 && !error) return true;
      }
      return false;
    };
    while (!is_writing()) usleep(100);
    kill(child, signal);
    int status = 0;
    REQUIRE(waitpid(child, &status, 0) == child);
    CHECK(WIFSIGNALED(status));
    CHECK(WTERMSIG(status) == signal);
    CHECK(text_of(folder / "a.svg") == "old");
    for (const auto& entry : fs::directory_iterator(folder.path())) CHECK(entry.path().extension() == ".svg");
  }
}

TEST_CASE("what a killed program left is taken away by the next that writes there, and nothing else is") {
  Folder folder;
  constexpr const char* names[] = {".mot-99999-0.tmp", ".mot-1-0.tmp", ".mot-notes.tmp", ".mot-99999-0.tmp.yaml", "mot-1-0.tmp"};
  for (const char* name : names) folder.with(name, "half");
  const auto make_old = [&](const char* name) {
    fs::last_write_time(folder / name, fs::file_time_type::clock::now() - std::chrono::hours(2));
  };
  for (const char* name : {names[0], names[2], names[3], names[4]}) make_old(name);
  save_file(folder / "a.svg", "first");
  CHECK_FALSE(fs::exists(folder / names[0]));
  for (const char* name : {names[1], names[2], names[3], names[4]}) CHECK(fs::exists(folder / name));
  // Somebody writes it right now, however long that takes.
  make_old(names[1]);
  const int held = ::open((folder / names[1]).c_str(), O_RDONLY | O_CLOEXEC);
  REQUIRE(::flock(held, LOCK_EX | LOCK_NB) == 0);
  save_file(folder / "a.svg", "second");
  CHECK(fs::exists(folder / names[1]));
  ::close(held);
  save_file(folder / "a.svg", "third");
  CHECK_FALSE(fs::exists(folder / names[1]));
}

TEST_CASE("a log grows at its end") {
  const Folder folder;
  append_to_file(folder / "log", "a\n");
  append_to_file(folder / "log", "b\n");
  CHECK(text_of(folder / "log") == "a\nb\n");
}

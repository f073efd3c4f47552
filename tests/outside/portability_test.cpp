// What one system does otherwise than another stands in one file, and docs/portability.md says what it is.
#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <sstream>
#include <string>
#include <string_view>

#include "support/program.h"

namespace fs = std::filesystem;
using mot::testing::text_of;

namespace {

const fs::path root = MOT_SOURCE_DIR;
constexpr std::string_view the_file = "lib/mot/text/platform.cpp";

/// What Linux, glibc or macOS alone has, and how docs/portability.md calls it.
struct Place {
  std::string_view code;
  std::string_view told;
};

constexpr Place places[] = {
    {"memfd_create", "memfd_create"}, {"malloc.h", "mallopt"}, {"mallopt", "mallopt"},
    {".so.", "libgit2.so"},           {".dylib", ".dylib"},    {"fsync(", "fsync"},
    {"F_FULLFSYNC", "FULLFSYNC"},     {"__GLIBC__", "glibc"},  {"__linux__", "Linux"},
    {"__APPLE__", "macOS"},
};

/// What no file of ours uses: it would be one more place.
constexpr std::string_view nowhere[] = {"epoll_",    "inotify_",  "renameat2",  "pipe2(",        "accept4(",   "sys/prctl.h", "/proc/self",
                                        "O_TMPFILE", "sendfile(", "get_nprocs", "secure_getenv", "getrandom(", "_WIN32"};

/// The code before a comment at its end.
std::string code_of(const fs::path& file) {
  std::string code, text = text_of(file);
  for (std::size_t begin = 0; begin < text.size();) {
    const auto end = std::min(text.find('\n', begin), text.size());
    const std::string line = text.substr(begin, end - begin);
    code += line.substr(0, line.find("//")) + "\n";
    begin = end + 1;
  }
  return code;
}

}  // namespace

TEST_CASE("what a system has alone is used in one file, and told in the docs") {
  const std::string used = code_of(root / the_file), told = text_of(root / "docs/portability.md");
  CHECK(told.find(the_file) != std::string::npos);
  for (const auto& [code, name] : places) {
    CAPTURE(code);
    CHECK(used.find(code) != std::string::npos);
    CHECK(told.find(name) != std::string::npos);
  }
  for (const char* folder : {"lib", "cli", "include"}) {
    for (const auto& entry : fs::recursive_directory_iterator(root / folder)) {
      const std::string file = fs::relative(entry.path(), root).string();
      if (!file.ends_with(".cpp") && !file.ends_with(".h")) continue;
      const std::string code = code_of(entry.path());
      CAPTURE(file);
      for (const auto word : nowhere) CHECK_MESSAGE(code.find(word) == std::string::npos, word);
      if (file == the_file) continue;
      for (const auto& place : places) CHECK_MESSAGE(code.find(place.code) == std::string::npos, place.code);
    }
  }
}

TEST_CASE("the drafts for package managers name what docs/portability.md names") {
  const std::string page = text_of(root / "docs/portability.md");
  const std::string formula = text_of(root / "packaging/drafts/mot.rb");
  const std::string lead = "packages of Homebrew: `";
  const auto begin = page.find(lead);
  REQUIRE(begin != std::string::npos);
  std::istringstream names(page.substr(begin + lead.size(), page.find('`', begin + lead.size()) - begin - lead.size()));
  std::size_t count = 0;
  for (std::string name; names >> name; ++count) {
    CAPTURE(name);
    CHECK(formula.find("depends_on \"" + name + "\"") != std::string::npos);
  }
  CHECK(count > 15);
}

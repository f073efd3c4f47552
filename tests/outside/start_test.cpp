// What a start of the program waits for: nothing that only some commands need.
#include <doctest/doctest.h>
#include <fmt/format.h>

#include <cstdlib>
#include <filesystem>
#include <set>
#include <string>

#include "support/folder.h"
#include "support/program.h"

using namespace mot::testing;

namespace {

/// What the dynamic loader of the GNU C library says while the program works; it writes a file a process.
std::string loaded_by(const std::string& arguments) {
  const Folder folder;
  const std::string command = fmt::format("cd '{}' && LD_DEBUG=files LD_DEBUG_OUTPUT='{}' '{}' {} > /dev/null 2>&1", MOT_SOURCE_DIR,
                                          (folder / "said").string(), MOT_PROGRAM, arguments);
  CHECK(std::system(command.c_str()) == 0);
  std::string said;
  for (const auto& file : std::filesystem::directory_iterator(folder.path())) said += text_of(file.path());
  return said;
}

}  // namespace

TEST_CASE("a start loads few libraries, and none of what secures networks") {
  const std::string said = loaded_by("--version");
  std::set<std::string> libraries;
  for (auto at = said.find("file="); at != std::string::npos; at = said.find("file=", at + 1)) {
    const std::string name = said.substr(at + 5, said.find_first_of(" [\n", at) - at - 5);
    const bool is_of_sanitizer = name.starts_with("libasan") || name.starts_with("libubsan");
    if (name.starts_with("lib") && !is_of_sanitizer) libraries.insert(name);
  }
  CAPTURE(fmt::format("{}", fmt::join(libraries, " ")));
  CHECK(libraries.contains("libyaml-cpp.so.0.7"));
  CHECK(libraries.size() <= 13);
  for (const char* library : {"libssl", "libcrypto", "libgnutls", "libbrotli"}) CHECK(said.find(library) == std::string::npos);
}

TEST_CASE("a command loads what draws, what writes workbooks and what reads git only where it draws, writes workbooks or reads git") {
  const Folder folder;
  const std::string output = folder.path().string();
  constexpr const char* libraries[] = {"libpango", "libcairo.", "libgvc.", "libfontconfig", "libxlsxwriter", "libgit2"};
  const struct {
    std::string arguments;
    std::string loaded;
  } cases[] = {
      {"--version", ""},
      {"validate examples/corner-bakery.yaml", ""},
      {"gaps examples/corner-bakery.yaml --format json", ""},
      {"gaps examples/corner-bakery.yaml -o " + output + "/gaps.xlsx", "libxlsxwriter "},
      {"map examples/corner-bakery.yaml -o " + output + "/map.svg", "libpango libcairo. libgvc. libfontconfig "},
  };
  for (const auto& [arguments, loaded] : cases) {
    CAPTURE(arguments);
    const std::string said = loaded_by(arguments);
    CHECK(said.find("libyaml-cpp") != std::string::npos);
    std::string found;
    for (const char* library : libraries) found += said.find(library) == std::string::npos ? "" : std::string(library) + " ";
    CHECK(found == loaded);
  }
}

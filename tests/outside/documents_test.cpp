// What documents name is there: every path between backticks or behind a link.
#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

namespace fs = std::filesystem;

namespace {

std::string text_of(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

/// What stands between the one and the other, each on one line.
std::vector<std::string> between(const std::string& line, std::string_view open, std::string_view close) {
  std::vector<std::string> found;
  for (auto begin = line.find(open); begin != std::string::npos; begin = line.find(open, begin)) {
    begin += open.size();
    const auto end = line.find(close, begin);
    if (end == std::string::npos) break;
    found.push_back(line.substr(begin, end - begin));
    begin = end + close.size();
  }
  return found;
}

/// A path has a slash or is a document or a dot file; code, commands and flags are none.
bool is_path(const std::string& word) {
  constexpr std::string_view characters = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789._/<>-";
  if (word.find_first_not_of(characters) != std::string::npos || word.starts_with('-')) return false;
  return word.find('/') != std::string::npos || word.ends_with(".md") || word.starts_with('.');
}

/// Paths from the root of the project. A row of a table that begins with a floor ends with headers from elsewhere, and so does the line
/// that says what every room may include.
std::vector<std::string> paths_named_in(const std::string& document) {
  std::vector<std::string> paths;
  std::istringstream in(document);
  for (std::string line; std::getline(in, line);) {
    if (line.starts_with("Every room may include: ")) continue;
    const bool is_room = line.size() > 2 && line.starts_with("| ") && line[2] >= '0' && line[2] <= '9';
    if (is_room) line.resize(line.find_last_of('|', line.find_last_of('|') - 1));
    for (std::string& word : between(line, "`", "`"))
      if (is_path(word)) paths.push_back(std::move(word));
  }
  return paths;
}

/// A placeholder such as `<name>` stands for anything: what is looked for is the folder before it.
bool is_there(const std::string& path) {
  const fs::path root = MOT_SOURCE_DIR;
  const auto placeholder = path.find('<');
  const std::string known = placeholder == std::string::npos ? path : path.substr(0, path.rfind('/', placeholder));
  for (const char* base : {"", "lib", "include"})
    if (fs::exists(root / base / known)) return true;
  return false;
}

}  // namespace

TEST_CASE("paths are told from code, commands and headers from elsewhere") {
  const auto paths = paths_named_in(
      "`lib/mot/` and `make test`, `std::optional`, `--view`, `README.md`, `.setup/packages`\n"
      "| 2 | text | `cli/` | `pango/` |\n"
      "Every room may include: `fmt/`\n");
  CHECK(paths == std::vector<std::string>{"lib/mot/", "README.md", ".setup/packages", "cli/"});
  CHECK(is_there("lib/mot/view/<name>/<name>.h"));
  CHECK(is_there("mot/load/load.h"));
  CHECK_FALSE(is_there("lib/mot/attic/<name>.h"));
  CHECK_FALSE(is_there("lib/mot/attic"));
}

TEST_CASE("every path that is named for those who come next is there") {
  for (const char* document : {"CONTRIBUTING.md", "docs/architecture.md"}) {
    const std::string text = text_of(fs::path(MOT_SOURCE_DIR) / document);
    const auto paths = paths_named_in(text);
    CAPTURE(document);
    CHECK(paths.size() > 10);
    for (const std::string& path : paths) {
      CAPTURE(path);
      CHECK(is_there(path));
    }
    for (const std::string& link : between(text, "](", ")")) {
      CAPTURE(link);
      CHECK(fs::exists((fs::path(MOT_SOURCE_DIR) / document).parent_path() / link));
    }
  }
}

// The pictures that README.md shows are of today's layout: they say the same, as large. `make pictures` draws them anew, and so does
// MOT_GOLDEN=1.
#include <doctest/doctest.h>
#include <fmt/format.h>

#include <cmath>
#include <cstdlib>
#include <filesystem>
#include <string>

#include "support/folder.h"
#include "support/program.h"

namespace fs = std::filesystem;
using mot::testing::Folder;
using mot::testing::text_of;

namespace {

/// All that can be read in a picture, a line a text.
std::string words_of(const std::string& svg) {
  std::string words;
  for (auto at = svg.find("<text"); at != std::string::npos; at = svg.find("<text", at + 1)) {
    const auto begin = svg.find('>', at) + 1;
    words += svg.substr(begin, svg.find("</text>", begin) - begin) + "\n";
  }
  return words;
}

/// Of the attribute `width` or `height` of a picture.
double size_of(const std::string& svg, const std::string& attribute) {
  const auto at = svg.find(" " + attribute + "=\"");
  return at == std::string::npos ? 0 : std::atof(svg.c_str() + at + attribute.size() + 3);
}

}  // namespace

TEST_CASE("README shows four pictures, which say what is drawn today") {
  constexpr double tolerance = 0.02;  // where a mark stands may differ by a hair
  const fs::path root = MOT_SOURCE_DIR, kept = root / "docs/pictures";
  const Folder folder;
  const bool is_refreshed = std::getenv("MOT_GOLDEN") != nullptr;
  const fs::path drawn = is_refreshed ? kept : folder.path();
  REQUIRE(std::system(fmt::format("'{}/tests/gallery/readme' '{}' '{}'", root.string(), MOT_PROGRAM, drawn.string()).c_str()) == 0);
  const std::string readme = text_of(root / "README.md");
  int count = 0;
  for (const auto& picture : fs::directory_iterator(kept)) {
    const std::string name = picture.path().filename().string();
    CAPTURE(name);
    CHECK(readme.find("(docs/pictures/" + name + ")") != std::string::npos);
    const std::string shown = text_of(picture.path()), today = text_of(drawn / name);
    CHECK(words_of(shown).size() > 100);
    CHECK_MESSAGE(words_of(shown) == words_of(today), "'make pictures' draws it anew");
    for (const char* attribute : {"width", "height"})
      CHECK(std::abs(size_of(shown, attribute) / size_of(today, attribute) - 1) < tolerance);
    ++count;
  }
  CHECK(count == 4);
}

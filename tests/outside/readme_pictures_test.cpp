// The pictures that README.md shows are what mot draws today. `make pictures` draws them anew, and so does MOT_GOLDEN=1.
#include <doctest/doctest.h>
#include <fmt/format.h>

#include <cstdlib>
#include <filesystem>
#include <string>

#include "support/folder.h"
#include "support/program.h"

namespace fs = std::filesystem;
using mot::testing::Folder;
using mot::testing::text_of;

TEST_CASE("README shows four pictures, as they are drawn today") {
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
    CHECK_MESSAGE((text_of(picture.path()) == text_of(drawn / name)), "'make pictures' draws it anew");
    ++count;
  }
  CHECK(count == 4);
}

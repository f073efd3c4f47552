#include "mot/load/workspace_revision.h"

#include <doctest/doctest.h>

#include <filesystem>

#include "support/folder.h"
#include "support/git_folder.h"

using namespace mot;
using mot::testing::Folder;
using mot::testing::GitFolder;

TEST_CASE("a workspace has the version that is checked out, and says where its files differ") {
  GitFolder folder;
  folder.write("mot.yaml", "project: { name: Shop }\ninclude: [parts/*.yaml]\n")
      .write("parts/a.yaml", "touchpoints: [{ name: A }]\n")
      .commit("one");
  const auto revision = [&] { return revision_of(load({.directory = folder.path()})); };
  const auto first = revision();
  REQUIRE(first);
  CHECK(first->name.size() == 7);
  CHECK_FALSE(first->is_changed);
  folder.write("parts/b.yaml", "touchpoints: [{ name: B }]\n");
  CHECK(revision()->is_changed);
  folder.commit("two");
  CHECK_FALSE(revision()->is_changed);
  CHECK(revision()->name != first->name);
  folder.write("parts/b.yaml", "touchpoints: [{ name: C }]\n");
  CHECK(revision()->is_changed);
  Folder elsewhere;
  elsewhere.with("mot.yaml", "project: { name: Shop }\n");
  CHECK_FALSE(revision_of(load({.directory = elsewhere.path()})));
  std::filesystem::create_directory(folder / "other");
  elsewhere.with("x", "");
  std::filesystem::copy(elsewhere / "mot.yaml", folder / "other/mot.yaml");
  CHECK_FALSE(revision_of(load({.directory = folder / "other"})));
}

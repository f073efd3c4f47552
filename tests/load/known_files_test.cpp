// Two states of a workspace: what both hold is read once, and comes out as if it had been read twice.
#include "mot/load/known_files.h"

#include <doctest/doctest.h>

#include "mot/load/files/files.h"
#include "support/folder.h"
#include "support/program.h"

using namespace mot;
using namespace mot::testing;

namespace {

void write_state(Folder& folder, std::string_view name_of_second) {
  folder.with("mot.yaml", "mot: 1\ninclude: ['*.yaml']\n")
      .with("a.yaml", "touchpoints: [{ id: first, name: First, importance: 3, desired: 8, actual: 7 }]\n")
      .with("b.yaml", "touchpoints: [{ id: second, name: " + std::string(name_of_second) + ", importance: 3, desired: 8, actual: 7 }]\n")
      .with("c.yaml", "touchpoints: [{ id: third, name: Third, importance: 9, desired: 8, actual: 7 }]\n");
}

std::vector<std::string> names_in(const Loaded& loaded) {
  std::vector<std::string> names;
  for (const Touchpoint& touchpoint : loaded.workspace.touchpoints) {
    names.push_back(touchpoint.name.value + " in " + loaded.sources[touchpoint.name.span.file].name);
  }
  return names;
}

std::vector<std::string> messages_of(const Loaded& loaded) {
  std::vector<std::string> messages;
  for (const Finding& finding : loaded.findings) messages.push_back(finding.message);
  return messages;
}

}  // namespace

TEST_CASE("of two states, a file that both hold is read once, and one that differs or has findings anew") {
  Folder before, after;
  write_state(before, "Second");
  write_state(after, "Changed");
  KnownFiles known;
  const Loaded then = load_learning({.directory = before.path()}, known);
  const Loaded now = load_knowing({.directory = after.path()}, known), alone = load({.directory = after.path()});

  REQUIRE(then.sources.size() == 4);
  KnownFiles anew;
  const Loaded again = load_learning({.directory = before.path()}, anew);
  CHECK_FALSE(anew.take(2, now.sources[2].text));  // changed
  CHECK_FALSE(anew.take(2, now.sources[1].text));  // in another place
  CHECK_FALSE(anew.take(3, now.sources[3].text));  // its finding is told of both states
  CHECK(anew.take(1, now.sources[1].text));
  CHECK(names_in(now) == names_in(alone));
  CHECK(messages_of(now) == messages_of(alone));
  CHECK(messages_of(now).size() == 1);
}

namespace {

/// The disk, whose files say what stands for their bytes, and which counts what is read.
class CountedFiles : public Files {
 public:
  FileKind kind_of(const std::filesystem::path& path) const override { return disk().kind_of(path); }
  Listing list(const std::filesystem::path& folder) const override { return disk().list(folder); }
  std::string read(const std::filesystem::path& path, std::size_t most) const override {
    ++reads;
    return disk().read(path, most);
  }
  OpenedFile open(const std::filesystem::path& path) const override { return disk().open(path); }
  std::string content_id(const std::filesystem::path& path) const override {
    return path.filename() == "c.yaml" ? "" : disk().read(path, 1000);
  }
  RealPath without_links(const std::filesystem::path& path) const override { return disk().without_links(path); }
  std::string shown(const std::filesystem::path& path) const override { return disk().shown(path); }

  mutable std::size_t reads = 0;
};

}  // namespace

TEST_CASE("of two states, bytes that one thing stands for are read once") {
  Folder before, after;
  write_state(before, "Second");
  write_state(after, "Changed");
  const CountedFiles files;
  KnownFiles known;
  const Loaded then = load_learning({.directory = before.path(), .files = &files}, known);
  REQUIRE(files.reads == 4);
  const Loaded now = load_knowing({.directory = after.path(), .files = &files}, known);
  CHECK(files.reads == 4 + 2);  // b.yaml, which says something else, and c.yaml, of which nobody can tell
  CHECK(names_in(now) == names_in(load({.directory = after.path()})));
}

TEST_CASE("a state that is followed reads what changed since the last time, again and again") {
  Folder folder;
  write_state(folder, "Second");
  KnownFiles known;
  for (const char* const name : {"Second", "Changed", "Changed", "Second"}) {
    write_state(folder, name);
    const Loaded now = load_following({.directory = folder.path()}, known), alone = load({.directory = folder.path()});
    CHECK(names_in(now) == names_in(alone));
    CHECK(messages_of(now) == messages_of(alone));
    KnownFiles known_now = known;
    CHECK(known_now.take(1, now.sources[1].text));
    CHECK_FALSE(known_now.take(1, now.sources[1].text));  // what was taken is gone, not empty
  }
}

TEST_CASE("what is known is what is taken") {
  Folder folder;
  write_state(folder, "Second");
  KnownFiles known;
  const Loaded then = load_learning({.directory = folder.path()}, known);
  Document other = known.take(1, then.sources[1].text).value();
  other.touchpoints[0].name.value = "Told otherwise";
  known.add(1, then.sources[1].text, other);
  CHECK(load_knowing({.directory = folder.path()}, known).workspace.touchpoints[0].name.value == "Told otherwise");
}

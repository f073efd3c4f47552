// What the live page shows while files are broken: they as they were, all else as it is.
#include "mot/serve/last_good.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "support/folder.h"

using namespace mot;
using mot::testing::Folder;

namespace {

constexpr const char* desk = "department: { id: desk, name: Desk }\ntouchpoints: [{ id: ask, name: Ask, importance: 4 }]\n";
constexpr const char* gate = "department: { id: gate, name: Gate }\ntouchpoints: [{ id: board, name: Board }]\n";
constexpr const char* path = "journey: { id: j, name: J, stages: [{ id: s, name: S, touchpoints: [ask, board] }] }\n";

void fill(Folder& folder) {
  folder.with("mot.yaml", "mot: 1\ninclude: ['*.yaml']\n").with("desk.yaml", desk).with("gate.yaml", gate).with("path.yaml", path);
}

serve::LastGood last_good_of(const Folder& folder) {
  return serve::LastGood({.directory = folder.path()},
                         [](const Loaded& loaded) { return review(loaded, {.today = std::chrono::year{2026} / 11 / 25}); });
}

/// `ask: Ask, board: Board`, and the files that are stale with what they hold: `; desk.yaml: ask`.
std::string shown(const serve::ReadWorkspace& read) {
  std::string text;
  for (const Touchpoint& touchpoint : read.loaded.workspace.touchpoints)
    text += (text.empty() ? "" : ", ") + touchpoint.id.value + ": " + touchpoint.name.value;
  for (const serve::StaleFile& file : read.stale) {
    text += "; " + std::filesystem::path(file.name).filename().string() + ":";
    for (const std::string& id : file.touchpoints) text += " " + id;
  }
  return text;
}

}  // namespace

TEST_CASE("a broken file is shown as it was, and everything else as it is") {
  Folder folder;
  fill(folder);
  serve::LastGood last_good = last_good_of(folder);
  CHECK(shown(last_good.read()) == "ask: Ask, board: Board");
  folder.with("desk.yaml", "department: { id: desk, name: Desk }\ntouchpoints: [{ id: ask, name: Ask, importance: four }]\n");
  folder.with("gate.yaml", "department: { id: gate, name: Gate }\ntouchpoints: [{ id: board, name: Board now }]\n");
  const serve::ReadWorkspace broken = last_good.read();
  CHECK(shown(broken) == "ask: Ask, board: Board now; desk.yaml: ask");
  REQUIRE(broken.problems.size() == 1);
  CHECK(broken.problems[0].place.ends_with("desk.yaml:2:49"));
  CHECK(broken.is_sound);
  CHECK(std::ranges::none_of(broken.review.findings, forbids_figures));
  folder.with("gate.yaml", "department: { id: gate, name: Gate }\ntouchpoints: [{ id: board, name: Board then }]\n");
  CHECK(shown(last_good.read()) == "ask: Ask, board: Board then; desk.yaml: ask");
  folder.with("gate.yaml", "touchpoints: [\n");
  CHECK(shown(last_good.read()) == "ask: Ask, board: Board then; desk.yaml: ask; gate.yaml: board");
  folder.with("gate.yaml", gate).with("desk.yaml", desk);
  const serve::ReadWorkspace mended = last_good.read();
  CHECK(shown(mended) == "ask: Ask, board: Board");
  CHECK(mended.problems.empty());
}

TEST_CASE("what a broken file held is dated by when it was saved so") {
  using namespace std::chrono_literals;
  Folder folder;
  fill(folder);
  const auto then = std::filesystem::last_write_time(folder / "desk.yaml") - 1h;
  std::filesystem::last_write_time(folder / "desk.yaml", then);
  serve::LastGood last_good = last_good_of(folder);
  last_good.read();
  const auto now = std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::system_clock::now().time_since_epoch()).count();
  for (int i = 0; i < 2; ++i) {
    folder.with("desk.yaml", "touchpoints: [" + std::string(i, ' ') + "\n");
    const serve::ReadWorkspace broken = last_good.read();
    REQUIRE(broken.stale.size() == 1);
    CHECK(std::abs(now - 3'600'000 - broken.stale[0].saved) < 120'000);
  }
}

TEST_CASE("where the cause lies in a file that loads, what changed last is shown as it was") {
  Folder folder;
  fill(folder);
  serve::LastGood last_good = last_good_of(folder);
  last_good.read();
  folder.with("gate.yaml", "department: { id: gate, name: Gate }\ntouchpoints: []\n");
  CHECK(shown(last_good.read()) == "ask: Ask, board: Board; gate.yaml: board");
  std::filesystem::remove(folder / "gate.yaml");
  const serve::ReadWorkspace gone = last_good.read();
  CHECK(shown(gone) == "ask: Ask, board: Board; gate.yaml: board");
  CHECK(gone.problems.size() == 1);
  folder.with("path.yaml", "journey: { id: j, name: J, stages: [{ id: s, name: S, touchpoints: [ask] }] }\n");
  CHECK(shown(last_good.read()) == "ask: Ask");
}

TEST_CASE("what never loaded is shown as far as it can be read") {
  Folder folder;
  fill(folder);
  folder.with("desk.yaml", "touchpoints: [{ id: ask, name: Ask, importance: four }]\n");
  serve::LastGood last_good = last_good_of(folder);
  const serve::ReadWorkspace first = last_good.read();
  CHECK(shown(first) == "ask: Ask, board: Board");
  CHECK(first.problems.size() == 1);
  CHECK(first.is_sound);
  folder.with("gate.yaml", "touchpoints: [\n");
  CHECK(shown(last_good.read()) == "ask: Ask, board: Board; gate.yaml: board");
}

TEST_CASE("another process goes on with what was known") {
  Folder folder;
  fill(folder);
  serve::LastGood first = last_good_of(folder), second = last_good_of(folder);
  first.read();
  folder.with("desk.yaml", "touchpoints: [\n");
  second.remember(first.memory());
  CHECK(shown(second.read()) == "ask: Ask, board: Board; desk.yaml: ask");
}

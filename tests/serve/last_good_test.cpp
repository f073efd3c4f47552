// What the live page shows while files are broken: they as they were, all else as it is.
#include "mot/serve/last_good.h"

#include <doctest/doctest.h>
#include <fmt/format.h>

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
  return serve::LastGood({.directory = folder.path()}, [](const Loaded& loaded, const OpenFile& evidence) {
    ReviewOptions options{.today = std::chrono::year{2026} / 11 / 25};
    options.open = evidence;
    return review(loaded, options);
  });
}

constexpr const char* survey =
    "sources: [{ id: slips, file: slips.csv, columns: { ask: Q1 }, scale: { min: 0, max: 10 } }, { id: app, file: app.csv, columns: { "
    "board: "
    "Q2 }, scale: { min: 0, max: 10 } }]\n";

void fill_with_evidence(Folder& folder) {
  fill(folder);
  folder.with("survey.yaml", survey).with("slips.csv", "Q1\n4\n6\n").with("app.csv", "Q2\n1\n3\n");
}

/// What was answered of each moment, and the files that are stale: `ask 5, board 2; slips.csv: ask`.
std::string answered(const serve::ReadWorkspace& read) {
  std::string text;
  for (std::size_t i = 0; i < read.loaded.workspace.touchpoints.size(); ++i) {
    const AnswerSums& actual = read.review.answers.touchpoints[i].actual;
    text += fmt::format("{}{} {}", i == 0 ? "" : ", ", read.loaded.workspace.touchpoints[i].id.value,
                        actual.n == 0 ? "?" : fmt::format("{:g}", actual.mean));
  }
  for (const serve::StaleFile& file : read.stale) {
    text += "; " + std::filesystem::path(file.name).filename().string() + (file.is_evidence ? "" : " itself") + ":";
    for (const std::string& id : file.touchpoints) text += " " + id;
  }
  return text;
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

TEST_CASE("a file that only a link or a photo names costs the page nothing but itself") {
  Folder folder;
  fill(folder);
  folder.with("desk.yaml", std::string(desk) + "personas: [{ id: ann, name: Ann, photo: ann.png }]\n").with("notes.md", "Notes\n");
  folder.with("gate.yaml", "department: { id: gate, name: Gate }\ntouchpoints: [{ id: board, name: Board, links: notes.md }]\n");
  serve::LastGood last_good = last_good_of(folder);
  last_good.read();
  std::filesystem::remove(folder / "notes.md");
  folder.with("path.yaml", path)
      .with("desk.yaml", "department: { id: desk, name: Desk }\ntouchpoints: [{ id: ask, name: Asked, importance: 4 }]\n");
  const serve::ReadWorkspace read = last_good.read();
  CHECK(read.is_sound);
  CHECK(shown(read) == "ask: Asked, board: Board");
  CHECK(read.problems.size() == 1);
}

TEST_CASE("what can't be read and never could is told, and everything else is as it is; what could be is as it was") {
  Folder folder;
  fill(folder);
  serve::LastGood last_good = last_good_of(folder);
  last_good.read();
  std::filesystem::create_symlink("nowhere", folder / "z.yaml");
  folder.with("gate.yaml", "department: { id: gate, name: Gate }\ntouchpoints: [{ id: board, name: Board now }]\n");
  const serve::ReadWorkspace read = last_good.read();
  CHECK(read.is_sound);
  CHECK(shown(read) == "ask: Ask, board: Board now");
  CHECK(read.problems.size() == 1);
  std::filesystem::remove(folder / "desk.yaml");
  std::filesystem::create_symlink("nowhere", folder / "desk.yaml");
  CHECK(shown(last_good.read()) == "ask: Ask, board: Board now; desk.yaml: ask");
}

TEST_CASE("a folder that is gone is shown as it was") {
  Folder folder;
  folder.with("mot.yaml", "mot: 1\ninclude: ['*.yaml', 'departments/*.yaml']\n").with("path.yaml", path);
  folder.with("departments/desk.yaml", desk).with("departments/gate.yaml", gate);
  serve::LastGood last_good = last_good_of(folder);
  last_good.read();
  std::filesystem::rename(folder / "departments", folder / "away");
  const serve::ReadWorkspace gone = last_good.read();
  CHECK(gone.is_sound);
  CHECK(shown(gone) == "ask: Ask, board: Board; desk.yaml: ask; gate.yaml: board");
  std::filesystem::rename(folder / "away", folder / "departments");
  CHECK(shown(last_good.read()) == "ask: Ask, board: Board");
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

TEST_CASE("figures of evidence that can't be read are those that were read last, and everything else is as it is") {
  Folder folder;
  fill_with_evidence(folder);
  serve::LastGood last_good = last_good_of(folder);
  REQUIRE(answered(last_good.read()) == "ask 5, board 2");
  const struct {
    const char* slips;  // null: the file is gone
    const char* rule;
  } cases[] = {
      {"Q1\n4\n\"6\n", "[unreadable-evidence]"}, {"Q9\n4\n6\n", "[unknown-column]"}, {"", "[unreadable-evidence]"},
      {"Q1\n", "[unreadable-evidence]"},         {nullptr, "[unreadable-evidence]"},
  };
  for (const auto& [slips, rule] : cases) {
    CAPTURE(rule);
    std::filesystem::remove(folder / "slips.csv");
    if (slips) folder.with("slips.csv", slips);
    folder.with("desk.yaml", desk).with("app.csv", "Q2\n1\n3\n");
    const serve::ReadWorkspace broken = last_good.read();
    CHECK(answered(broken) == "ask 5, board 2; slips.csv: ask");
    CHECK(broken.is_sound);
    REQUIRE(broken.problems.size() == 1);
    CHECK(broken.problems[0].place.find("survey.yaml:1:") != std::string::npos);
    CHECK(broken.problems[0].message.ends_with(rule));
    CHECK(broken.problems[0].mark.find("^~") != std::string::npos);
    folder.with("desk.yaml", "department: { id: desk, name: Desk }\ntouchpoints: [{ id: ask, name: Ask now, importance: 4 }]\n");
    folder.with("app.csv", "Q2\n9\n");
    const serve::ReadWorkspace changed = last_good.read();
    CHECK(shown(changed) == "ask: Ask now, board: Board; slips.csv: ask");
    CHECK(answered(changed) == "ask 5, board 9; slips.csv: ask");
  }
  folder.with("slips.csv", "Q1\n8\n");
  const serve::ReadWorkspace mended = last_good.read();
  CHECK(answered(mended) == "ask 8, board 9");
  CHECK(mended.problems.empty());
}

TEST_CASE("where the file that says how to read evidence changed, it is to blame; where both did, both are as they were") {
  Folder folder;
  fill_with_evidence(folder);
  serve::LastGood last_good = last_good_of(folder);
  last_good.read();
  std::string slip = survey;
  slip.replace(slip.find("Q1"), 2, "Q5");
  folder.with("survey.yaml", slip);
  CHECK(answered(last_good.read()) == "ask 5, board 2; survey.yaml itself:");
  folder.with("slips.csv", "Q1\n\"4");
  CHECK(answered(last_good.read()) == "ask 5, board 2; survey.yaml itself:; slips.csv: ask");
  folder.with("desk.yaml", "touchpoints: [\n");
  CHECK(answered(last_good.read()) == "ask 5, board 2; desk.yaml itself: ask; survey.yaml itself:; slips.csv: ask");
  folder.with("desk.yaml", desk).with("survey.yaml", slip).with("slips.csv", "Q5\n7\n");
  CHECK(answered(last_good.read()) == "ask 7, board 2");
}

TEST_CASE("evidence that could never be read is no figure, and is told") {
  Folder folder;
  fill_with_evidence(folder);
  folder.with("slips.csv", "Q1\n\"4\n");
  serve::LastGood last_good = last_good_of(folder);
  const serve::ReadWorkspace first = last_good.read();
  CHECK(answered(first) == "ask ?, board 2");
  CHECK(first.is_sound);
  CHECK(first.problems.size() == 1);
}

TEST_CASE("answers that could not be used are told, though nothing keeps the page from being shown") {
  Folder folder;
  fill_with_evidence(folder);
  folder.with("slips.csv", "Q1\nalright\nso so\nalright\n");
  serve::LastGood last_good = last_good_of(folder);
  const serve::ReadWorkspace read = last_good.read();
  CHECK(answered(read) == "ask ?, board 2");
  REQUIRE(read.problems.size() == 1);
  CHECK(read.problems[0].message.ends_with("[answers-lost]"));
  folder.with("slips.csv", "Q1\n4\n6\n");
  CHECK(last_good.read().problems.empty());
}

TEST_CASE("evidence is dated by when it was saved so, and known to another process by its bytes") {
  using namespace std::chrono_literals;
  Folder folder;
  fill_with_evidence(folder);
  folder.with("slips.csv", "Q1,\xC3\xA4\n4,\"\n\"\n");
  std::filesystem::last_write_time(folder / "slips.csv", std::filesystem::last_write_time(folder / "slips.csv") - 1h);
  serve::LastGood first = last_good_of(folder), second = last_good_of(folder);
  first.read();
  folder.with("slips.csv", "Q1\n\"");
  first.read();
  second.remember(first.memory());
  const auto now = std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::system_clock::now().time_since_epoch()).count();
  for (serve::LastGood* last_good : {&first, &second}) {
    const serve::ReadWorkspace broken = last_good->read();
    CHECK(answered(broken) == "ask 4, board 2; slips.csv: ask");
    REQUIRE(broken.stale.size() == 1);
    CHECK(std::abs(now - 3'600'000 - broken.stale[0].saved) < 120'000);
  }
}

// Pictures of two states: `mot diff -o diff.svg`, `mot map --compare`, and several personas on one curve.
#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>
#include <string>
#include <utility>
#include <vector>

#include "support/folder.h"
#include "support/git_folder.h"
#include "support/program.h"

namespace fs = std::filesystem;
using mot::testing::contains;
using mot::testing::GitFolder;
using mot::testing::Ran;
using mot::testing::run_mot;
using mot::testing::text_of;
using mot::testing::WorkingDirectory;

namespace {

std::string shop(int actual) {
  std::string yaml = "mot: 1\nproject: { name: Shop }\npersonas: [";
  for (int i = 1; i <= 6; ++i) yaml += "{ id: p" + std::to_string(i) + ", name: Persona }, ";
  return yaml +
         "]\ntouchpoints:\n"
         "  - { id: pay, name: Pay, importance: 4, desired: 9, actual: " +
         std::to_string(actual) +
         " }\n"
         "  - { id: wait, name: Wait, importance: 2, desired: 8, actual: 7 }\n"
         "journeys:\n"
         "  - { id: visit, name: A visit, stages: [{ id: come, name: Come, touchpoints: [wait, pay] }] }\n"
         "  - { id: call, name: A call, stages: [{ id: dial, name: Dial, touchpoints: [pay] }] }\n"
         "actions: [{ id: till, name: A second till, owner: Rosa, status: doing, due: 2020-01-31, touchpoints: [pay] }]\n";
}

/// A shop that was committed and has changed since.
struct Shop {
  Shop() : here(folder.write("mot.yaml", shop(4)).commit("As it was").git("tag v1").write("mot.yaml", shop(6)).path()) {}
  GitFolder folder;
  WorkingDirectory here;
};

}  // namespace

TEST_CASE("a difference is drawn beside its tables, of the first journey, of one or of each") {
  const Shop shop;
  REQUIRE(run_mot({"diff", "v1", "-o", "diff.svg", "-o", "diff.md", "-o", "diff.png"}).code == 0);
  CHECK(contains(text_of("diff.svg"), "from 4 to 6 (+2)"));
  CHECK(contains(text_of("diff.svg"), "lived before: v1"));
  CHECK(contains(text_of("diff.svg"), "A visit"));
  CHECK(contains(text_of("diff.svg"), "overdue since"));
  CHECK(contains(text_of("diff.md"), "| 4.0 | 6.0 | 2.0 |"));
  CHECK(text_of("diff.png").starts_with("\x89PNG"));
  REQUIRE(run_mot({"diff", "v1", "--journey", "call", "-o", "call.svg"}).code == 0);
  CHECK(contains(text_of("call.svg"), "A call"));
  REQUIRE(run_mot({"diff", "v1", "-o", "of-{journey}.pdf"}).code == 0);
  CHECK(fs::exists("of-visit.pdf"));
  CHECK(fs::exists("of-call.pdf"));
  CHECK(contains(run_mot({"diff", "v1", "--journey", "call"}).err, "only pictures are of one journey"));
  CHECK(contains(run_mot({"diff", "v1", "--journey", "cal", "-o", "x.svg"}).err, "did you mean 'call'?"));
}

TEST_CASE("a map compares with a revision, which gives it a line and no marks") {
  const Shop shop;
  REQUIRE(run_mot({"map", "--compare", "v1", "-o", "now.svg"}).code == 0);
  CHECK(contains(text_of("now.svg"), "lived before: v1"));
  CHECK(contains(text_of("now.svg"), "since v1: Pay 4 → 6"));
  REQUIRE(run_mot({"map", "--compare", "v1", "--for", "slide", "-o", "slide.svg"}).code == 0);
  CHECK(contains(text_of("slide.svg"), "since v1: Pay 4 → 6"));
  CHECK_FALSE(contains(text_of("now.svg"), "from 4 to 6"));
  CHECK(run_mot({"map", "--compare", "v1", "--journey", "call", "-q"}).code == 0);
  CHECK(fs::exists("call-compare.svg"));
  CHECK(contains(run_mot({"map", "--compare", "v2"}).err, "v2"));
  CHECK(run_mot({"map", "--compare", "v2"}).code == 2);
  CHECK(contains(run_mot({"map", "--compare", "v1", "--layout", "lanes"}).err, "--compare draws on the curve of a story"));
  CHECK(contains(run_mot({"map", "--compare", "v1", "--view", "matrix"}).err, "the view 'matrix' takes no --compare; these do: journey"));
  CHECK(contains(run_mot({"map", "--faces", "--blank", "all"}).err, "--faces draws on the curve of a story"));
}

TEST_CASE("a map and a report compare with what lies on the disk, which is called by its name alone") {
  const Shop shop;
  fs::create_directories("kept/autumn");
  std::ofstream("kept/autumn/mot.yaml") << ::shop(3);
  for (const char* word : {"kept/autumn", "./kept/autumn", "kept/autumn/"}) {
    CAPTURE(word);
    REQUIRE(run_mot({"map", "--compare", word, "-o", "kept.svg"}).code == 0);
    CHECK(contains(text_of("kept.svg"), "lived before: autumn"));
    CHECK_FALSE(contains(text_of("kept.svg"), "lived before: kept"));
  }
  fs::create_directories("kept/same");
  std::ofstream("kept/same/mot.yaml") << ::shop(6);
  REQUIRE(run_mot({"map", "--compare", "kept/same", "-o", "same.svg"}).code == 0);
  CHECK(contains(text_of("same.svg"), "since same nothing surely changed"));
  REQUIRE(run_mot({"report", "--since", "kept/autumn", "-o", "page.html"}).code == 0);
  CHECK(contains(text_of("page.html"), "autumn"));
  CHECK_FALSE(contains(text_of("page.html"), "kept/autumn"));
  CHECK(contains(run_mot({"map", "--compare", "./gone"}).err, "there is no file or folder './gone'"));
  // A folder that is called as a revision is stands back.
  fs::create_directories("v1");
  const Ran both = run_mot({"map", "--compare", "v1", "-o", "now.svg"});
  CHECK(both.code == 0);
  CHECK(contains(both.err, "'v1' is a git revision and on the disk; the revision is read (what is on the disk is ./v1)"));
  CHECK_FALSE(contains(run_mot({"map", "--compare", "kept/same", "-o", "same.svg"}).err, "the revision is read"));
}

TEST_CASE("up to five personas share a curve") {
  const Shop shop;
  REQUIRE(run_mot({"map", "--persona", "p1", "--persona", "p2", "-q"}).code == 0);
  CHECK(contains(text_of("visit-p1-p2.svg"), "name-persona-p2"));
  REQUIRE(run_mot({"map", "--persona", "p1", "--persona", "p1", "-o", "one.svg"}).code == 0);
  CHECK_FALSE(contains(text_of("one.svg"), "name-persona-p1"));  // the same one alone
  std::vector<std::string> six = {"map", "-o", "six.svg"};
  for (int i = 1; i <= 6; ++i) six.insert(six.end(), {"--persona", "p" + std::to_string(i)});
  const Ran refused = run_mot(six);
  CHECK(refused.code == 2);
  CHECK(contains(refused.err, "one picture has room for the lines of 5 personas, and 6 are named"));
  CHECK(contains(run_mot({"map", "--view", "cycle", "--persona", "p1", "--persona", "p2"}).err,
                 "the view 'cycle' takes only one --persona; these take several: journey"));
}

TEST_CASE("of several personas the moment that lies furthest apart is told in words, where enough of them answered") {
  const mot::testing::Folder folder;
  const std::string skyline = MOT_SOURCE_DIR "/examples/skyline-air", file = (folder / "three.svg").string();
  const std::vector<std::string> drawn = {"map",       skyline, "--journey", "same-day-trip", "--persona", "ines",
                                          "--persona", "jonas", "--persona", "amara",         "-o",        file};
  REQUIRE(run_mot(drawn).code == 0);
  CHECK(contains(text_of(file), "furthest apart: Word from the cockpit (Ines 5.4, Jonas 6.1)"));
  // As the table has it; where Rebook lies further apart 18 and 20 answered.
  for (const auto& [persona, score] : {std::pair{"ines", "5.4"}, {"jonas", "6.1"}}) {
    const std::string table = run_mot({"gaps", skyline, "--persona", persona}).out;
    const std::size_t row = table.find("Word from the cockpit");
    REQUIRE(row != std::string::npos);
    CHECK(contains(table.substr(row, table.find('\n', row) - row), score));
  }
}

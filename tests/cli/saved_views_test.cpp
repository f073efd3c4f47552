// Saved views: what they name is checked where it is written, and each is drawn as if its options had been typed.
#include <doctest/doctest.h>
#include <fmt/format.h>

#include <filesystem>

#include "mot/model/saved_view.h"
#include "mot/picture/media.h"
#include "mot/picture/paper.h"
#include "mot/picture/theme.h"
#include "mot/picture/told_rows.h"
#include "mot/text/utf8.h"
#include "mot/view/views.h"
#include "support/folder.h"
#include "support/program.h"

using namespace mot;
using namespace mot::testing;

namespace {

constexpr const char* rest = R"(
  lanes: [Systems]
personas: [{ id: ann, name: Ann }]
departments:
  - id: front
    name: Front
    touchpoints:
      - { id: greet, name: Greet, tags: [first], desired: 9, actual: 4, importance: 5, lanes: { Systems: [till] } }
      - { id: pay, name: Pay, desired: 8, actual: 7, importance: 3 }
journeys:
  - { id: visit, name: A visit, persona: ann, stages: [{ name: In, touchpoints: [greet, pay] }] }
  - { id: return, name: A return, stages: [{ name: Back, touchpoints: [pay] }] }
)";

/// A workspace whose project has these views.
class Saved {
 public:
  explicit Saved(const std::string& views) { folder_.with("mot.yaml", "mot: 1\nproject:\n  name: Shop\n  views: " + views + rest); }

  Ran run(std::vector<std::string> words) const {
    words.insert(words.begin(), {"-C", folder_.path().string()});
    return run_mot(words);
  }
  std::string file(const std::string& name) const { return (folder_ / name).string(); }
  std::string text(const std::string& name) const { return text_of(folder_ / name); }
  const Folder& folder() const { return folder_; }

 private:
  Folder folder_;
};

template <class Word, auto table>
void check_names() {
  std::vector<std::string_view> names;
  for (const auto& row : table()) names.push_back(row.name);
  CHECK(names == std::vector<std::string_view>(names_of<Word>.begin(), names_of<Word>.end()));
}

}  // namespace

TEST_CASE("the words of saved views are those that pictures know") {
  check_names<ViewName, picture_views>();
  check_names<ThemeName, themes>();
  check_names<PaperName, papers>();
  check_names<MediumName, media>();
  CHECK(told_row_keys(Workspace()) == std::vector<std::string_view>(names_of<ToldRowName>.begin(), names_of<ToldRowName>.end()));
}

TEST_CASE("what a saved view names and nobody has is a finding at its place") {
  const struct {
    const char* view;
    const char* finding;
  } cases[] = {
      {"{ id: a, journey: vist }", "mot.yaml:4:29: error: no journey has the id 'vist'; did you mean 'visit'? [unknown-journey]"},
      {"{ id: a, persona: anne }", "mot.yaml:4:29: error: no persona has the id 'anne'; did you mean 'ann'? [unknown-persona]"},
      {"{ id: a, department: fornt }", "did you mean 'front'? [unknown-department]"},
      {"{ id: a, tag: frist }", "mot.yaml:4:25: error: nothing has the tag 'frist'; did you mean 'first'? [unknown-tag]"},
      {"{ id: a, view: matrx }", "mot.yaml:4:26: error: 'matrx' is not known here; did you mean 'matrix'? [bad-value]"},
      {"{ id: a, theme: dakr }", "did you mean 'dark'? [bad-value]"},
      {"{ id: a, paper: a9 }", "[bad-value]"},
      {"{ id: a, for: walls }", "did you mean 'wall'? [bad-value]"},
      {"{ id: a, layout: lane }", "did you mean 'lanes'? [bad-value]"},
      {"{ id: a, hide: Sytems }", "mot.yaml:4:26: error: pictures have no row 'Sytems'; did you mean 'Systems'? [unknown-lane]"},
      {"{ id: a, pages: 3 }", "[unknown-key]"},
      {"{ view: matrix }", "[missing-key]"},
      {"{ id: a }, { id: a }", "mot.yaml:4:28: error: the saved view id 'a' is already taken [duplicate-id]"},
  };
  for (const auto& [view, finding] : cases) {
    CAPTURE(view);
    const Ran ran = Saved(fmt::format("[{}]", view)).run({"validate"});
    CAPTURE(ran.out);
    CHECK(ran.code == 1);
    CHECK(contains(ran.out, finding));
  }
  CHECK_FALSE(contains(Saved("[{ id: a, view: matrix, journey: visit, persona: ann, department: front, tag: first, theme: dark, paper: "
                             "16:9, for: slide }, { name: By lanes, layout: lanes, hide: [Systems, kpis] }]")
                           .run({"validate"})
                           .out,
                       "error"));
}

TEST_CASE("a saved view is drawn as if its options had been typed, and the command line goes before it") {
  const Saved saved(
      "[{ id: board, view: matrix, department: front, theme: dark }, { id: rows, layout: lanes, hide: [Systems] }, "
      "{ id: trip, journey: return, persona: ann }, { id: sheet, paper: a4 }, { id: wall, for: wall }]");
  const auto drawn = [&](std::vector<std::string> words) {
    words.insert(words.begin(), "map");
    words.insert(words.end(), {"-o", "-", "--format", "svg"});
    const Ran ran = saved.run(words);
    INFO(ran.err);
    CHECK(ran.code == 0);
    return ran.out;
  };
  CHECK(drawn({"--saved", "board"}) == drawn({"--view", "matrix", "--department", "front", "--theme", "dark"}));
  CHECK(drawn({"--saved", "board", "--theme", "light"}) == drawn({"--view", "matrix", "--department", "front"}));
  CHECK(drawn({"--saved", "rows"}) == drawn({"--layout", "lanes", "--hide", "Systems"}));
  CHECK(drawn({"--saved", "trip"}) == drawn({"--journey", "return", "--persona", "ann"}));
  CHECK(drawn({"--saved", "wall"}) == drawn({"--for", "wall"}));
  CHECK(drawn({"--saved", "sheet"}) == drawn({}));  // which has no pages
  CHECK(saved.run({"map", "--saved", "sheet", "-o", saved.file("a.pdf")}).code == 0);
  CHECK(saved.run({"map", "--paper", "a4", "-o", saved.file("b.pdf")}).code == 0);
  CHECK(saved.text("a.pdf") == saved.text("b.pdf"));
}

TEST_CASE("all saved views are drawn, with the bytes that each has alone, and one that fails stops no other") {
  const Saved saved(
      "[{ id: one, view: matrix }, { id: two, layout: lanes }, { id: three, view: cycle, hide: kpis }, { id: four, paper: a4 }]");
  std::filesystem::create_directory(saved.file("maps"));
  const std::string pattern = saved.file("maps/{id}.svg"), pages = saved.file("maps/{id}.pdf");
  const Ran ran = saved.run({"map", "--all", "-o", pattern, "-o", pages});
  CHECK(ran.code == 2);
  CHECK(contains(ran.err, "mot: saved view 'three': the view 'cycle' takes no --hide"));
  CHECK_FALSE(std::filesystem::exists(saved.file("maps/three.svg")));
  for (const char* id : {"one", "two", "four"}) {
    CAPTURE(id);
    CHECK(saved.run({"map", "--saved", id, "-o", saved.file("alone.svg"), "-o", saved.file("alone.pdf")}).code == 0);
    CHECK(saved.text(fmt::format("maps/{}.svg", id)) == saved.text("alone.svg"));
    CHECK(saved.text(fmt::format("maps/{}.pdf", id)) == saved.text("alone.pdf"));
    CHECK(saved.text("alone.svg") != "");
  }
}

TEST_CASE("without -o a saved view is called by its id") {
  const Saved saved("[{ id: one, view: matrix }, { id: two }]");
  const WorkingDirectory here(saved.folder().path());
  const Ran all = run_mot({"map", "--all"});
  CHECK(all.code == 0);
  CHECK(contains(all.err, "wrote one.svg\nwrote two.svg\n"));
  CHECK(contains(run_mot({"map", "--saved", "two", "--format", "png"}).err, "wrote two.png"));
}

TEST_CASE("what can't be meant of saved views is told") {
  const Saved saved("[{ id: board, view: matrix }, { id: bord, view: cycle }]"), none("[]");
  const struct {
    const Saved& of;
    std::vector<std::string> words;
    const char* err;
  } cases[] = {
      {saved, {"map", "--saved", "boardd"}, "option '--saved': no saved view has the id 'boardd'; did you mean 'board'?"},
      {saved, {"map", "--saved", "zzz"}, "it may be 'board' or 'bord'"},
      {none, {"map", "--saved", "board"}, "no saved view has the id 'board'; the project has none (views:)"},
      {none, {"map", "--all"}, "the project has no saved views"},
      {saved, {"map", "--all", "--saved", "board"}, "--all draws every saved view, and --saved one of them; use one"},
      {saved, {"map", "--all", "-o", "all.svg"}, "-o 'all.svg' would be one file for all saved views; write {id}"},
      {saved, {"map", "--saved", "board", "--width", "600"}, "saved view 'board': the view 'matrix' takes no --width"},
  };
  for (const auto& [of, words, err] : cases) {
    CAPTURE(err);
    const Ran ran = of.run(words);
    CHECK(ran.code == 2);
    CHECK(contains(ran.err, err));
  }
}

TEST_CASE("saved views are listed, which is what shells complete --saved by, and stand in the report") {
  const Saved saved(
      "[{ id: board, name: For the board, view: matrix, tag: first }, { id: rows, layout: lanes }, { id: all, view: matrix, paper: a3 }]");
  CHECK(contains(saved.run({"list", "views", "--format", "csv"}).out, "view,board,For the board,"));
  CHECK(contains(run_mot({"completion", "bash"}).out, "things views"));
  CHECK(saved.run({"report", "-o", saved.file("report.html")}).code == 0);
  const std::string page = saved.text("report.html");
  CHECK(contains(page, "data-view=\"saved-board\">For the board</button>"));
  CHECK(contains(page, "the saved view "));
  CHECK(contains(page, "id=\"figure-saved-rows\""));
  CHECK(!contains(page, "figure-saved-all"));  // the matrix as it comes, which stands there already
}

TEST_CASE("diff tells of saved views that changed") {
  Folder folder;
  folder.with("a.yaml", std::string("mot: 1\nproject:\n  name: S\n  views: [{ id: a, view: matrix }]") + rest);
  folder.with("b.yaml", std::string("mot: 1\nproject:\n  name: S\n  views: [{ id: a, view: cycle }]") + rest);
  const std::string out = run_mot({"diff", (folder / "a.yaml").string(), (folder / "b.yaml").string()}).out;
  CHECK(contains(out, "views"));
  CHECK(contains(out, "cycle"));
}

// How pictures look and what they are printed on, from the command line.
#include <doctest/doctest.h>
#include <fmt/format.h>

#include <set>
#include <string>

#include "mot/load/load.h"
#include "mot/load/workspace_revision.h"
#include "mot/picture/theme.h"
#include "mot/view/views.h"
#include "support/git_folder.h"
#include "support/program.h"
#include "support/zip_parts.h"

using namespace mot;
using namespace mot::testing;

namespace {

constexpr const char* visit =
    "project: { name: Shop }\n"
    "touchpoints:\n"
    "  - { id: greeting, name: Greeting, importance: 5, desired: 9, actual: 4 }\n"
    "  - { id: paying, name: Paying, importance: 3, desired: 8, actual: 8 }\n"
    "journey: { id: visit, name: A visit, stages: [{ id: come, name: Come, touchpoints: [greeting, paying] }] }\n";

Ran map(std::vector<std::string> words) {
  words.insert(words.begin(), {"map", "-"});
  return run_mot(words, {.in = visit});
}

std::vector<std::pair<std::string, std::string>> views_of_examples() {
  std::vector<std::pair<std::string, std::string>> all;
  for (const PictureView& view : picture_views()) {
    for (const char* example : {"skyline-air", "versicherung"}) all.emplace_back(view.name, example);
  }
  return all;
}

}  // namespace

TEST_CASE("every theme is another picture, the first is the default, and the help says what each is for") {
  std::set<std::string> pictures;
  for (const NamedTheme& theme : themes()) {
    const Ran ran = map({"-o", "-", "--theme", std::string(theme.name)});
    CHECK(ran.code == 0);
    pictures.insert(ran.out);
  }
  CHECK(pictures.size() == themes().size());
  CHECK(map({"-o", "-"}).out == map({"-o", "-", "--theme", std::string(themes().front().name)}).out);
  CHECK(contains(map({"--theme", "sepia"}).err, "'sepia'"));
  CHECK(contains(run_mot({"map", "--help"}).out, "of fills (light, dark, print)"));
}

TEST_CASE("a PDF is as large as the paper that is asked for") {
  const struct {
    std::vector<std::string> words;
    const char* size;
  } cases[] = {
      {{"--paper", "a4", "--orientation", "portrait"}, "/MediaBox [ 0 0 595.275591 841.889764 ]"},
      {{"--paper", "a4", "--orientation", "landscape"}, "/MediaBox [ 0 0 841.889764 595.275591 ]"},
      {{"--paper", "letter", "--orientation", "portrait", "--sheets", "1"}, "/MediaBox [ 0 0 612 792 ]"},
  };
  for (const auto& [words, size] : cases) {
    std::vector<std::string> all = {"-o", "-", "--format", "pdf", "--today", "2026-11-25"};
    all.insert(all.end(), words.begin(), words.end());
    const Ran ran = map(all);
    CHECK(ran.code == 0);
    CHECK_FALSE(contains(ran.err, "sheets"));
    CHECK(contains(ran.out, size));
    CHECK(map(all).out == ran.out);
  }
}

TEST_CASE("paper makes a PDF where nothing else is said, and says when sheets are to be glued or letters are too small") {
  Folder folder;
  const WorkingDirectory inside(folder.path());
  CHECK(map({"--paper", "a4", "--sheets", "3"}).err ==
        "wrote visit-a4-3-sheets.pdf\nvisit-a4-3-sheets.pdf: 3 sheets of a4, 3 side by side, to be cut and glued along the marks; the "
        "smallest letters have 11.8 "
        "points\n");
  CHECK(text_of("visit-a4-3-sheets.pdf").starts_with("%PDF"));
  for (const std::string medium : {"hand", "slide", "wall"}) {
    CHECK(map({"--for", medium}).code == 0);
    CHECK(std::filesystem::exists("visit-" + medium + ".svg"));
  }
  const Ran small = map({"--paper", "a4", "--sheets", "1", "--width", "4000", "-o", "small.pdf"});
  CHECK(contains(small.err, "larger paper or more --sheets makes them readable"));
  const Ran both = map({"--paper", "a3", "-o", "a.svg", "-o", "a.pdf"});
  CHECK(both.code == 0);
  CHECK(text_of("a.svg") == map({"-o", "-"}).out);
}

TEST_CASE("paper says where a picture is read, unless a medium or sheets do") {
  const struct {
    std::vector<std::string> words;
    const char* as;
  } cases[] = {
      {{"--paper", "a4"}, "hand"},      {{"--paper", "a3"}, "hand"},    {{"--paper", "letter"}, "hand"},
      {{"--paper", "tabloid"}, "hand"}, {{"--paper", "a2"}, "wall"},    {{"--paper", "a1"}, "wall"},
      {{"--paper", "a0"}, "wall"},      {{"--paper", "16:9"}, "slide"}, {{"--paper", "4:3"}, "slide"},
  };
  const auto drawn = [](std::vector<std::string> words) {
    words.insert(words.end(), {"-o", "-", "--format", "pdf", "--today", "2026-11-25"});
    return map(words);
  };
  for (const auto& [words, as] : cases) {
    CAPTURE(words[1]);
    std::vector<std::string> named = words;
    named.insert(named.end(), {"--for", as});
    const Ran implied = drawn(words), said = drawn(named);
    CHECK(implied.code == 0);
    CHECK(implied.out == said.out);
    CHECK(implied.err == said.err);
  }
  CHECK(drawn({"--paper", "a1", "--for", "hand"}).out != drawn({"--paper", "a1"}).out);
  CHECK(drawn({"--paper", "a4", "--for", "screen"}).out != drawn({"--paper", "a4"}).out);
  CHECK(contains(drawn({"--paper", "a4", "--sheets", "2"}).err, "to be cut and glued"));
  CHECK(contains(map({"--paper", "16:9", "--layout", "lanes"}).err, "lanes have no room on a slide"));
}

TEST_CASE("what makes no sense on paper is refused, with what would") {
  const struct {
    std::vector<std::string> words;
    const char* complaint;
  } cases[] = {
      {{"--paper", "a4", "-o", "a.svg"}, "option '--paper': svg has no pages; name a PDF, such as -o picture.pdf"},
      {{"--paper", "a4", "--format", "png"}, "option '--paper': png has no pages; name a PDF, such as -o picture.pdf"},
      {{"--paper", "b5"}, "'b5'"},
      {{"--orientation", "portrait"}, "option '--orientation' says how a picture lies on paper; add --paper"},
      {{"--for", "slide", "--sheets", "2", "-o", "a.pdf"}, "a slide is one, and --sheets says how many a poster has; use one of them"},
      {{"--sheets", "2", "-o", "a.pdf"}, "option '--sheets' says how a picture lies on paper; add --paper"},
      {{"--paper", "a4", "--sheets", "0"}, "option '--sheets': '0' is not a number from 1 to 100"},
      {{"--paper", "a4", "--sheets", "1.5"}, "option '--sheets': 1.5 is not a whole number"},
      {{"--paper", "a4", "--orientation", "sideways"}, "'sideways'"},
  };
  Folder folder;
  const WorkingDirectory inside(folder.path());
  for (const auto& [words, complaint] : cases) {
    CAPTURE(complaint);
    const Ran ran = map(words);
    CHECK(ran.code == 2);
    CHECK(contains(ran.err, complaint));
    CHECK(std::filesystem::is_empty(folder.path()));
  }
}

TEST_CASE("for a slide every view is one lying page, and for the hand none has to be glued") {
  const std::string skyline = MOT_SOURCE_DIR "/examples/skyline-air";
  for (const PictureView& view : picture_views()) {
    CAPTURE(view.name);
    const Ran slide = run_mot({"map", skyline, "--view", std::string(view.name), "--for", "slide", "--format", "pdf", "-o", "-"});
    CHECK(slide.code == 0);
    CHECK(contains(slide.out, "/MediaBox [ 0 0 960 540 ]"));
    CHECK_FALSE(contains(slide.err, "sheets"));
    const Ran hand = run_mot({"map", skyline, "--view", std::string(view.name), "--for", "hand", "--format", "pdf", "-o", "-"});
    CHECK_FALSE(contains(hand.err, "glue"));
    const Ran svg = run_mot({"map", skyline, "--view", std::string(view.name), "--for", "hand", "--format", "svg", "-o", "-"});
    CHECK_FALSE(contains(svg.out, "glue onto"));
  }
}

TEST_CASE("a presentation has a slide for every view and journey that nothing chooses among") {
  Folder folder;
  const WorkingDirectory inside(folder.path());
  const struct {
    std::vector<std::string> words;
    const char* says;
  } cases[] = {
      {{"-o", "deck.pptx"}, "deck.pptx: 6 slides"},
      {{"--view", "journey", "-o", "deck.pptx"}, "deck.pptx: 1 slide;"},
      {{"--journey", "visit", "-o", "deck.pptx"}, "deck.pptx: 6 slides"},
      {{"-o", "{journey}.pptx"}, "visit.pptx: 3 slides"},
      {{"--after-actions", "-o", "deck.pptx"}, "deck.pptx: 1 slide;"},
  };
  for (const auto& [words, says] : cases) {
    const Ran ran = map(words);
    CAPTURE(ran.err);
    CHECK(ran.code == 0);
    CHECK(contains(ran.err, says));
  }
  const std::string deck = text_of("deck.pptx");
  CHECK(deck.starts_with("PK"));
  CHECK(map({"--after-actions", "-o", "-", "--format", "pptx"}).out == deck);
}

TEST_CASE("a presentation has no slide of a view that nothing is written for, but where that is asked for") {
  Folder folder;
  folder.with("mot.yaml",
              "touchpoints: [{ name: Call, actual: 7, desired: 8, importance: 3 }]\n"
              "journey: { name: Visit, stages: [{ name: S, touchpoints: [call] }] }\n");
  const WorkingDirectory inside(folder.path());
  const Ran ran = run_mot({"map", "-o", "deck.pptx"});
  CHECK(ran.code == 0);
  CHECK(contains(ran.err, "; nothing is written yet for "));
  CHECK(contains(ran.err, "plan, by --view it has a slide"));
  for (const char* bare : {"blueprint of visit", "pyramid"}) CHECK(contains(ran.err, bare));
  const Ran asked = run_mot({"map", "--view", "plan", "-o", "deck.pptx"});
  CHECK(contains(asked.err, "deck.pptx: 1 slide"));
  CHECK_FALSE(contains(asked.err, "nothing is written"));
}

TEST_CASE("a slide names what it leaves out, parts first, then moments, on the command line and in its notes") {
  const Folder folder;
  const std::string skyline = MOT_SOURCE_DIR "/examples/skyline-air", deck = (folder / "deck.pptx").string();
  const Ran slide = run_mot({"map", skyline, "--journey", "broken-connection", "--for", "slide", "-o", (folder / "a.svg").string()});
  const std::string parts =
      "; left out: how many answered, how flags are flown, what else is written, what customers do, voices, what no customer sees, ";
  CHECK(contains(slide.err, parts));
  CHECK(slide.err.find("actions, Greeting at check-in") > slide.err.find(parts));
  CHECK(contains(text_of((folder / "a.svg").string()), "left out for larger letters: how many answered, how flags"));
  CHECK(run_mot({"map", skyline, "--journey", "broken-connection", "-o", deck}).code == 0);
  const std::string title = part_of(text_of(deck), "ppt/slides/slide1.xml");
  for (const char* said : {"A connection that breaks", "Jonas", "answers since 20", "of the wanted", "95 % interval"})
    CHECK(contains(title, said));
  const std::string notes = part_of(text_of(deck), "ppt/notesSlides/notesSlide2.xml");
  CHECK(contains(notes, "left out for larger letters: how many answered, how flags are flown"));
  CHECK(contains(notes, "Missed-connection desk: lived"));
}

TEST_CASE("pages name as left out only what the workspace has") {
  Folder folder;
  std::string touchpoints, path;
  for (int i = 0; i < 24; ++i) {
    touchpoints += fmt::format(
        "  - {{ id: m{0}, name: Moment number {0}, desired: {{ company: {{ score: 9, experience: Somebody says at once what "
        "happens next and stays until it is done }} }}, actual: {{ score: 4, experience: Nobody comes for a quarter of "
        "an hour and nobody says why that is so }}, customer_does: [waits] }}\n",
        i);
    path += fmt::format("{}m{}", i > 0 ? ", " : "", i);
  }
  folder.with("mot.yaml", "project: { name: P }\ntouchpoints:\n" + touchpoints +
                              "journeys:\n  - { id: j, name: J, stages: [{ id: s, name: S, touchpoints: [" + path + "] }] }\n");
  const Ran ran = run_mot({"-C", folder.path().string(), "map", "--paper", "a2", "-o", (folder / "a.pdf").string()});
  CHECK(contains(ran.err, "left out: what customers do"));
  for (const char* part : {"n,", "flags", "voices", "no customer sees", "actions"}) CHECK_FALSE(contains(ran.err, part));
}

TEST_CASE("a template is of presentations only, and has to be one") {
  Folder folder;
  folder.with("corp.potx", "something else");
  const WorkingDirectory inside(folder.path());
  CHECK(contains(map({"--template", "corp.potx", "-o", "a.svg"}).err,
                 "option '--template': only slides have one; name a presentation, such as -o deck.pptx"));
  const Ran ran = map({"--template", "corp.potx", "-o", "deck.pptx"});
  CHECK(ran.code == 2);
  CHECK(contains(ran.err, "'corp.potx' is no presentation, or is damaged; save it from PowerPoint as .pptx or .potx"));
  CHECK(text_of("deck.pptx").empty());
}

TEST_CASE("a link is drawn as a QR code where it is asked for, and the project's own on a wall and in the hand") {
  const std::string linked = std::string(visit).replace(0, std::string("project: { name: Shop }").size(),
                                                        "project: { name: Shop, links: [notes.md, 'https://shop.example/visit'] }");
  const auto holds_code = [](const Ran& ran, const char* link) { return contains(ran.out, "\"qr-code\"") && contains(ran.out, link); };
  const auto drawn = [&](std::vector<std::string> words) {
    words.insert(words.begin(), {"map", "-", "-o", "-", "--format", "svg", "--keep-going"});
    return run_mot(words, {.in = linked});
  };
  CHECK_FALSE(contains(drawn({}).out, "qr-code"));
  CHECK_FALSE(contains(drawn({"--for", "slide"}).out, "qr-code"));
  CHECK(holds_code(drawn({"--for", "wall"}), "https://shop.example/visit"));
  CHECK(holds_code(drawn({"--for", "hand"}), "https://shop.example/visit"));
  CHECK(holds_code(drawn({"--qr", "https://mot.example"}), "https://mot.example"));
  CHECK(holds_code(drawn({"--view", "matrix", "--qr", "https://mot.example"}), "https://mot.example"));
  CHECK(holds_code(drawn({"--for", "wall", "--qr", "https://mot.example"}), "https://mot.example"));
  CHECK(drawn({"--qr", std::string(301, 'x')}).code == 2);
  CHECK(contains(drawn({"--qr", ""}).err, "option '--qr'"));
}

TEST_CASE("every view of both examples becomes a slide with letters that can be read, and says what it left out for them") {
  Folder folder;
  const WorkingDirectory inside(folder.path());
  for (const auto& [view, example] : views_of_examples()) {
    CAPTURE(view);
    CAPTURE(example);
    const Ran ran = run_mot({"map", MOT_SOURCE_DIR "/examples/" + example, "--view", view, "--for", "slide", "-o", "slide.svg"});
    CHECK(ran.code == 0);
    const std::string said = "slide.svg: 16:9; the smallest letters have ";
    REQUIRE(contains(ran.err, said));
    CHECK(std::stod(ran.err.substr(ran.err.find(said) + said.size())) >= 12);
    const std::string svg = text_of("slide.svg");
    CHECK(contains(svg, "width=\"960pt\" height=\"540pt\""));
    const bool says_so = contains(svg, "left out for larger letters") || contains(svg, "not drawn, as less is lost there") ||
                         contains(svg, "nicht gezeichnet, weil weniger verloren geht") || contains(svg, "für größere Schrift weggelassen");
    CHECK(contains(ran.err, "; left out: ") == says_so);
  }
}

TEST_CASE("every view of both examples has the letters that it takes in the hand and on the wall, and says what it left out for them") {
  Folder folder;
  const WorkingDirectory inside(folder.path());
  for (const auto& [view, example] : views_of_examples()) {
    if (view == "journey") continue;  // a story: media_test.cpp
    for (const auto& [medium, least] : {std::pair{"hand", 7.0}, {"wall", 18.0}}) {
      CAPTURE(view);
      CAPTURE(example);
      CAPTURE(medium);
      const Ran ran = run_mot({"map", MOT_SOURCE_DIR "/examples/" + example, "--view", view, "--for", medium, "-o", "paper.svg"});
      CHECK(ran.code == 0);
      const std::string said = "the smallest letters have ";
      REQUIRE(contains(ran.err, said));
      CHECK(std::stod(ran.err.substr(ran.err.find(said) + said.size())) >= least);
      const std::string svg = text_of("paper.svg");
      const bool says_so = contains(svg, "left out for larger letters") || contains(svg, "not drawn, as less is lost there") ||
                           contains(svg, "nicht gezeichnet, weil weniger verloren geht") ||
                           contains(svg, "für größere Schrift weggelassen");
      CHECK(contains(ran.err, "; left out: ") == says_so);
    }
  }
}

TEST_CASE("a presentation has the blueprint of a long journey on several slides, every moment on one of them") {
  const Folder folder;
  const std::string skyline = MOT_SOURCE_DIR "/examples/skyline-air", file = (folder / "deck.pptx").string();
  const Ran ran = run_mot({"map", skyline, "--view", "blueprint", "--journey", "broken-connection", "-o", file});
  CHECK(contains(ran.err, "slides; the smallest letters have 12.0 points"));
  const std::string deck = text_of(file);
  std::string all;
  std::size_t slides = 0;
  for (std::string slide; !(slide = part_of(deck, fmt::format("ppt/slides/slide{}.xml", slides + 1))).empty(); ++slides) {
    all += slide;
    CHECK(contains(slide, "Lost-bag desk falls 7 points short"));  // of the whole journey, whichever part it shows
  }
  CHECK(slides > 3);
  CHECK(slides < 6);  // with the title
  for (const char* id : {"greeting-at-check-in", "word-from-the-cockpit", "hold-the-connection", "rebook", "gate-change", "meal-and-drink",
                         "lost-bag-desk", "claim-answered", "thank-you-note"}) {
    CAPTURE(id);
    CHECK(contains(all, fmt::format("touchpoint-{}", id)));
  }
}

TEST_CASE("lanes are refused on a slide, with what is made for one") {
  const Folder folder;
  const WorkingDirectory inside(folder.path());
  for (const std::vector<std::string>& words : {std::vector<std::string>{"--for", "slide", "-o", "a.svg"}, {"-o", "deck.pptx"}}) {
    std::vector<std::string> all = {"--layout", "lanes"};
    all.insert(all.end(), words.begin(), words.end());
    const Ran ran = map(all);
    CHECK(ran.code == 2);
    CHECK(contains(ran.err, "lanes have no room on a slide; leave it out for the story"));
    CHECK(std::filesystem::is_empty(folder.path()));
  }
  CHECK(map({"--layout", "lanes", "--for", "hand", "-o", "a.svg"}).code == 0);
}

TEST_CASE("in the hand a blueprint and a journey in lanes go over pages, and what leaves is no moment") {
  const Folder folder;
  const std::string skyline = MOT_SOURCE_DIR "/examples/skyline-air";
  const struct {
    std::vector<std::string> words;
    const char* left_out;
  } cases[] = {{{"--view", "blueprint"}, ""}, {{"--layout", "lanes"}, "; left out: what else is written\n"}};
  for (const auto& [words, left_out] : cases) {
    std::vector<std::string> all = {"map", skyline, "--journey", "broken-connection", "--for", "hand", "-o", (folder / "a.pdf").string()};
    all.insert(all.end(), words.begin(), words.end());
    const Ran ran = run_mot(all);
    CAPTURE(ran.err);
    CHECK(ran.code == 0);
    CHECK(contains(ran.err, "sheets of a4; the smallest letters have "));
    CHECK(std::stod(ran.err.substr(ran.err.find("have ") + 5)) >= 7);
    CHECK(contains(ran.err, *left_out != '\0' ? left_out : " m\n"));
  }
}

TEST_CASE("paper, media and formats are known in capitals too") {
  const Ran ran = map({"--paper", "A4", "--for", "Hand", "--format", "PDF", "-o", "-"});
  CHECK(ran.code == 0);
  CHECK(ran.out.starts_with("%PDF"));
}

TEST_CASE("the foot of a page says which version of the workspace it shows, and a picture for a screen doesn't") {
  const auto drawn = [](const std::string& folder, std::vector<std::string> options = {}) {
    std::vector<std::string> words = {"-C", folder, "map", "-o", "-", "--format", "svg", "--today", "2026-11-25"};
    words.insert(words.end(), options.begin(), options.end());
    return run_mot(words).out;
  };
  const std::vector<std::string> by_hand = {"--for", "hand"};
  GitFolder versioned;
  versioned.write("mot.yaml", visit).commit("one");
  const std::string folder = versioned.path().string(), page = drawn(folder, by_hand), day = "2026-11-25<";
  const auto revision = revision_of(load({.directory = folder}));
  REQUIRE(revision);
  CHECK(contains(page, "A visit \xC2\xB7 " + revision->name + " \xC2\xB7 " + day));
  CHECK(page == drawn(folder, by_hand));
  CHECK_FALSE(contains(drawn(folder), revision->name));
  versioned.write("mot.yaml", std::string(visit) + "# more\n");
  CHECK(contains(drawn(folder, by_hand), "A visit \xC2\xB7 " + revision->name + ", changed since \xC2\xB7 " + day));
  Folder plain;
  plain.with("mot.yaml", visit);
  CHECK(contains(drawn(plain.path().string(), by_hand), "A visit \xC2\xB7 " + day));
  CHECK(contains(drawn(folder, {"--for", "slide"}), day));
}

TEST_CASE("where more sheets are taken than --sheets allows that is said, and where not nothing is") {
  const Folder folder;
  const auto said = [&](std::vector<std::string> words) {
    std::vector<std::string> all = {"map", MOT_SOURCE_DIR "/examples/skyline-air", "-o", (folder / "a.pdf").string(), "--for", "hand"};
    all.insert(all.end(), words.begin(), words.end());
    return contains(run_mot(all).err, "more sheets than the 2 of --sheets");
  };
  CHECK(said({"--blank", "all", "--sheets", "2"}));
  CHECK(said({"--layout", "lanes", "--sheets", "2"}));
  CHECK_FALSE(said({"--sheets", "2"}));
  CHECK_FALSE(said({"--view", "matrix", "--sheets", "2"}));
}

TEST_CASE("no placed moment of the airline is left out of the slide of priorities, nor of the deck's") {
  const Folder folder;
  for (const char* name : {"priorities.svg", "priorities.pptx"}) {
    CAPTURE(name);
    const Ran ran = run_mot({"-C", std::string(MOT_SOURCE_DIR) + "/examples/skyline-air", "map", "--view", "priorities", "--for", "slide",
                             "-o", (folder / name).string()});
    CHECK(ran.code == 0);
    CHECK(ran.err.find("the smallest letters have 12.0 points") != std::string::npos);
    if (ran.err.find("left out") != std::string::npos) CHECK(contains(ran.err, "left out: the names of "));  // which are dots
  }
}

TEST_CASE("nothing is cut off on paper, and a screen has its own picture") {
  const std::string words =
      "Elementarschadenversicherungsantragsformular der Rechtsschutzversicherungsgesellschaft in Unterschriftenbereitstellung";
  const std::string long_one = fmt::format(
      "project: {{ name: Probe, language: de }}\npersonas: [{{ id: k, name: {0} }}]\ntouchpoints: [{{ id: a, name: {0} und {0}, desired: "
      "9, "
      "actual: 4 }}]\njourney: {{ id: j, name: J, personas: [k], stages: [{{ id: s, name: S, touchpoints: [a] }}] }}\n",
      words);
  for (const std::vector<std::string>& what : {std::vector<std::string>{"--layout", "lanes"}, {"--view", "portfolio"}}) {
    std::vector<std::string> asked = {"map", "-", "--for", "hand", "--format", "svg", "-o", "-"};
    asked.insert(asked.end(), what.begin(), what.end());
    const Ran ran = run_mot(asked, {.in = long_one});
    CHECK(ran.code == 0);
    CHECK_FALSE(contains(ran.out, "…"));
  }
}

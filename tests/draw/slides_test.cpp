// Slides: parts that hang together, shapes that people can edit, a company's master under them.
#include <doctest/doctest.h>

#include <algorithm>
#include <set>

#include "mot/draw/deck.h"
#include "mot/picture/theme.h"
#include "support/pictures.h"
#include "support/zip_parts.h"

using namespace mot;
using namespace mot::testing;

namespace {

using evidence::ZipArchive;

std::vector<std::string> names_in(std::string_view deck) {
  return ZipArchive(deck).names();
}

/// What stands after each `before`, up to a quotation mark.
std::vector<std::string> found(const std::string& text, std::string_view before) {
  std::vector<std::string> all;
  for (std::size_t at = text.find(before); at != std::string::npos; at = text.find(before, at)) {
    at += before.size();
    all.push_back(text.substr(at, text.find('"', at) - at));
  }
  return all;
}

/// A head of a department above its card, a name above both, and a curve that lies elsewhere.
Scene scene_with_a_head() {
  Scene scene = small_scene();
  scene.ground.push_back(Area{{{20, 8}, {130, 8}, {130, 20}, {20, 20}}, red, {}});
  scene.items.push_back(label_of("tag", {24, 9, 100, 10}, {line_of("Digital", {8})}));
  scene.items.push_back(Label{{"heading", "title", "", ""}, {10, 0, 280, 8}, Align::left, {line_of("What hurts", {6})}});
  return scene;
}

std::string slide_of(const Scene& scene) {
  const Slide slides[] = {{scene}};
  return part_of(deck_of(slides), "ppt/slides/slide1.xml");
}

}  // namespace

TEST_CASE("every part of a deck is listed, leads to parts that are there, and none is a picture") {
  const Slide slides[] = {{small_scene(), "First\nand second"}, {scene_with_a_head()}};
  const std::string deck = deck_of(slides);
  const std::vector<std::string> names = names_in(deck);
  REQUIRE(names.front() == "[Content_Types].xml");
  const std::string types = part_of(deck, "[Content_Types].xml");
  const std::set<std::string> there(names.begin(), names.end());
  CHECK(there.size() == names.size());
  for (const std::string& name : names) {
    CAPTURE(name);
    const bool is_listed = name == names.front() || name.ends_with(".rels") || holds(types, "PartName=\"/" + name + "\"");
    CHECK(is_listed);
    CHECK(!holds(name, "media"));
    if (!name.ends_with(".rels")) continue;
    const std::string folder = name.substr(0, name.find("_rels/"));
    const std::string text = part_of(deck, name);
    const auto ids = found(text, " Id=\"");
    CHECK(std::set<std::string>(ids.begin(), ids.end()).size() == ids.size());
    for (std::string target : found(text, " Target=\"")) {
      if (target.starts_with("https:")) continue;
      if (target.starts_with("../"))
        target = "ppt/" + target.substr(3);
      else
        target = target.starts_with('/') ? target.substr(1) : folder + target;
      CAPTURE(target);
      CHECK(there.contains(target));
    }
  }
  CHECK(holds(part_of(deck, "ppt/notesSlides/notesSlide1.xml"), "<a:t>First</a:t>"));
  CHECK(holds(part_of(deck, "ppt/notesSlides/notesSlide1.xml"), "<a:t>and second</a:t>"));
  CHECK(!there.contains("ppt/notesSlides/notesSlide2.xml"));
}

TEST_CASE("the same slides give the same bytes") {
  const Slide slides[] = {{scene_with_a_head(), "notes"}};
  CHECK(deck_of(slides) == deck_of(slides));
  CHECK(deck_of(slides, {.source_date = 1'000'000'000}) != deck_of(slides));
  CHECK(holds(part_of(deck_of(slides, {.source_date = 1'000'000'000}), "docProps/core.xml"), "2001-09-09T01:46:40Z"));
}

TEST_CASE("a card is a group with what stands on it, curves are freeforms, text is text, the title is the slide's") {
  const std::string slide = slide_of(scene_with_a_head());
  const auto ids = found(slide, "<p:cNvPr id=\"");
  CHECK(std::set<std::string>(ids.begin(), ids.end()).size() == ids.size());
  const std::size_t begin = slide.find("<p:grpSp><p:nvGrpSpPr><p:cNvPr id="), end = slide.find("</p:grpSp>");
  REQUIRE(begin != std::string::npos);
  const std::string group = slide.substr(begin, end - begin);
  CHECK(holds(group, "name=\"card\" descr=\"Rebook&#10;after a change\""));
  CHECK(holds(group, "<a:t>Digital</a:t>"));
  CHECK(holds(group, "<a:t>Rebook</a:t>"));
  CHECK(holds(group, "<a:srgbClr val=\"C8383D\"/>"));
  CHECK(holds(slide, "<a:cubicBezTo>"));
  CHECK(!holds(group, "<a:cubicBezTo>"));
  CHECK(holds(slide, "<p:ph type=\"title\"/>"));
  CHECK(holds(slide, "<a:hlinkClick r:id=\"rId2\"/>"));
}

TEST_CASE("connectors are glued to the shapes they join, where they meet them") {
  const struct {
    std::vector<Point> points;
    const char* geometry;
    const char* ends;
  } cases[] = {
      {{{130, 50}, {150, 50}, {170, 50}, {192, 50}}, "straightConnector1", "stCxn id=\"2\" idx=\"3\""},
      {{{130, 50}, {135, 50}, {135, 50}, {140, 50}, {140, 55}, {140, 55}, {140, 60}, {150, 60}, {170, 60}, {192, 60}},
       "bentConnector3",
       "stCxn id=\"2\" idx=\"3\"/><a:endCxn id=\"3\" idx=\"2\""},
      {{{130, 70}, {140, 70}, {160, 60}, {192, 60}}, "custGeom", "<p:cNvCxnSpPr></p:cNvCxnSpPr>"},
      {{{40, 20}, {40, 10}, {40, 5}, {40, 0}}, "straightConnector1", "stCxn id=\"2\" idx=\"4\""},
  };
  for (const auto& [points, geometry, ends] : cases) {
    CAPTURE(geometry);
    Scene scene = small_scene();
    scene.connectors.front().points = points;
    const std::string slide = slide_of(scene);
    const std::string connector = slide.substr(slide.find("<p:cxnSp>"));
    CHECK(holds(connector.substr(0, connector.find("</p:cxnSp>")), geometry));
    CHECK(holds(connector, ends));
  }
}

TEST_CASE("a company's master, colours and fonts are taken, its slides are not") {
  Scene other = empty_scene(720, 540);
  other.items = {label_of("secret", {0, 0, 90, 20}, {line_of("their own slide")})};
  const Slide theirs[] = {{other, "their notes"}};
  std::string company = deck_of(theirs, {.theme = &themes()[1].theme});
  const SlideSize size = slide_size_of(company);
  CHECK(size.width == doctest::Approx(720));
  CHECK(size.height == doctest::Approx(540));

  const Slide ours[] = {{small_scene(), "ours"}};
  const std::string deck = deck_of(ours, {.company = company});
  CHECK(part_of(deck, "ppt/theme/theme1.xml") == part_of(company, "ppt/theme/theme1.xml"));
  CHECK(part_of(deck, "ppt/slideMasters/slideMaster1.xml") == part_of(company, "ppt/slideMasters/slideMaster1.xml"));
  CHECK(holds(part_of(deck, "ppt/presentation.xml"), "<p:sldSz cx=\"9144000\" cy=\"6858000\"/>"));
  for (const std::string& name : names_in(deck)) CHECK(!holds(part_of(deck, name), "their"));
  CHECK(deck == deck_of(ours, {.company = company}));
}

TEST_CASE("colours of a theme in which texts could not be read are not taken") {
  const struct {
    Colour theirs;
    const char* written;
  } cases[] = {{{0x003366}, R"(<a:schemeClr val="tx1"/>)"}, {{0xc0c0c0}, R"(<a:srgbClr val="1D2733"/>)"}};
  for (const auto& [theirs, written] : cases) {
    Theme theme = light_theme();
    theme.ink = theirs;
    const Slide slides[] = {{scene_with(std::string("ink"))}};
    const std::string company = deck_of(slides, {.theme = &theme});
    const std::string slide = part_of(deck_of(slides, {.company = company}), "ppt/slides/slide1.xml");
    CAPTURE(hex(theirs));
    CHECK(holds(slide, written));
  }
}

TEST_CASE("what is no presentation is refused in words") {
  const struct {
    std::string bytes;
    const char* says;
  } cases[] = {
      {"no zip", "is no presentation, or is damaged; save it from PowerPoint as .pptx or .potx"},
      {"", "is no presentation, or is damaged"},
  };
  for (const auto& [bytes, says] : cases) {
    CAPTURE(bytes);
    try {
      slide_size_of(bytes);
      FAIL("was taken");
    } catch (const std::runtime_error& fault) {
      CHECK(std::string(fault.what()).starts_with(says));
    }
  }
}

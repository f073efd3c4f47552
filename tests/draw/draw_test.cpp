// Pictures as files: every format, the same bytes each time, of the right size, and complaints that are heard.
#include "mot/draw/draw.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <clocale>
#include <cstdio>
#include <cstdlib>
#include <stdexcept>
#include <thread>

#include "mot/draw/graphviz/graph.h"
#include "mot/draw/graphviz/svg_element.h"
#include "support/pictures.h"
#include "support/png_pixels.h"

using namespace mot;
using namespace mot::testing;

namespace {

/// Text that a locale, a language or a time zone might change: fractions, scripts that share characters.
Scene delicate_scene() {
  Scene scene = small_scene();
  scene.panels[0].box.left = 10.25;
  scene.items.push_back(label_of("han", {10, 100, 200, 15}, {line_of("骨直海 旅客"), line_of("مرحبا"), line_of("iI ıİ 1.5")}));
  return scene;
}

std::vector<std::string> all_formats(const Scene& scene) {
  std::vector<std::string> pictures;
  for (const PictureFormat& format : picture_formats()) pictures.push_back(format.draw(scene, {}));
  return pictures;
}

unsigned number_at(std::string_view bytes, std::size_t at) {
  unsigned number = 0;
  for (const char byte : bytes.substr(at, 4)) number = number << 8 | static_cast<unsigned char>(byte);
  return number;
}

std::string complaint_of(const Scene& scene, double dpi) {
  try {
    drawn(scene, "png", {dpi, {}});
  } catch (const std::runtime_error& error) {
    return error.what();
  }
  return "";
}

/// What is thrown where a node has this HTML-like label.
std::string complaint_of_label(const std::string& label, const char* format) {
  auto graph = std::make_unique<Graph>("g");
  Agsym_t* position = graph->declare(AGNODE, "pos", "0,0");
  Agsym_t* label_attribute = graph->declare(AGNODE, "label", "");
  Agnode_t* node = new_node(graph->get(), "n");
  set(node, position, "10,10");
  set_html(node, label_attribute, label);
  try {
    render(std::move(graph), "nop2", format);
  } catch (const std::runtime_error& error) {
    return error.what();
  }
  return "";
}

class Environment {
 public:
  Environment(const char* name, const char* value) : name_(name) {
    if (const char* before = std::getenv(name)) before_ = before;
    setenv(name, value, 1);
  }
  ~Environment() { before_.empty() ? unsetenv(name_) : setenv(name_, before_.c_str(), 1); }
  Environment(const Environment&) = delete;
  Environment& operator=(const Environment&) = delete;

 private:
  const char* name_;
  std::string before_;
};

}  // namespace

TEST_CASE("every format begins as it should") {
  const struct {
    const char* name;
    const char* extension;
    std::string_view beginning;
  } cases[] = {{"svg", ".svg", "<svg "},
               {"png", ".png", "\x89PNG"},
               {"pdf", ".pdf", "%PDF-"},
               {"dot", ".dot", "digraph small"},
               {"pptx", ".pptx", "PK"}};
  REQUIRE(picture_formats().size() == std::size(cases));
  for (std::size_t i = 0; i < std::size(cases); ++i) {
    CHECK(picture_formats()[i].name == cases[i].name);
    CHECK(picture_formats()[i].extension == cases[i].extension);
    CHECK(picture_formats()[i].draw(small_scene(), {}).starts_with(cases[i].beginning));
  }
}

TEST_CASE("the same scene gives the same bytes: again, in any locale, language and time zone, on any thread") {
  const Scene scene = delicate_scene();
  const auto first = all_formats(scene);
  CHECK(all_formats(scene) == first);
  {
    const Environment zone("TZ", "Asia/Kolkata");
    const Environment language("LANGUAGE", "ja:zh");
    CHECK(all_formats(scene) == first);
    CHECK(std::getenv("TZ") == std::string("Asia/Kolkata"));
  }
  const std::string before = std::setlocale(LC_ALL, nullptr);
  for (const char* locale : {"de_DE.UTF-8", "ja_JP.UTF-8", "ar_SA.UTF-8", "tr_TR.UTF-8", "C"}) {
    if (std::setlocale(LC_ALL, locale) == nullptr) continue;
    CAPTURE(locale);
    CHECK(all_formats(scene) == first);
    std::setlocale(LC_ALL, before.c_str());
  }
  std::vector<std::vector<std::string>> by_threads(4);
  {
    std::vector<std::jthread> threads;
    for (auto& pictures : by_threads)
      threads.emplace_back([&] {
        for (int i = 0; i < 10; ++i) pictures = all_formats(scene);
      });
  }
  for (const auto& pictures : by_threads) CHECK(pictures == first);
}

TEST_CASE("a PNG is as large as the scene at its dots per inch, whatever reaches beyond the page") {
  Scene scene = small_scene();
  scene.ground.push_back(Curve{{{-500, 60}, {80, -2000}, {160, 2000}, {900, 60}}, {red, 1.5}});
  for (const double dpi : {72.0, 96.0, 150.0, 300.0}) {
    const std::string png = drawn(scene, "png", {dpi, {}});
    CHECK(number_at(png, 16) == std::lround(300 * dpi / 72));
    CHECK(number_at(png, 20) == std::lround(120 * dpi / 72));
  }
}

TEST_CASE("a PNG that is too large is refused before it is drawn, with advice") {
  CHECK(complaint_of(small_scene(), 96) == "");
  CHECK(
      complaint_of(empty_scene(20'000, 100), 118) ==
      "a PNG of 32778 by 164 pixels is too large; take at most 117 dots per inch instead of 118, or SVG or PDF, which have no such bound");
  CHECK(complaint_of(empty_scene(20'000, 100), 117) == "");
  CHECK(holds(complaint_of(empty_scene(20'000, 20'000), 96), "take at most 72 dots per inch instead of 96"));
  CHECK(drawn(empty_scene(50'000, 100), "svg").starts_with("<svg"));
}

TEST_CASE("a PDF has the page of the scene, its fonts, links, text, and a date that is given") {
  const std::string pdf = drawn(small_scene(), "pdf");
  CHECK(holds(pdf, "/MediaBox [ 0 0 300 120 ]"));
  CHECK(holds(pdf, "/FontFile"));
  CHECK(holds(pdf, "/URI (https://example.org/?a=1&b=2)"));
  CHECK(holds(pdf, "/CreationDate (20000101000000Z)"));
  CHECK(holds(drawn(small_scene(), "pdf", {96, 1782864000}), "/CreationDate (20260701000000Z)"));
  CHECK(holds(drawn(small_scene(), "pdf", {96, -1}), "/CreationDate (19700101000000Z)"));
  if (is_installed("pdftotext")) {
    Folder folder;
    folder.with("a.pdf", pdf);
    const std::string text = said_by("pdftotext -layout '" + (folder / "a.pdf").string() + "' - && cat", "");
    for (const char* part : {"Rebook", "One call", "right", "4"}) CHECK(holds(text, part));
  }
}

TEST_CASE("a relative link means nothing in a PDF") {
  Scene scene = small_scene();
  std::get<Card>(scene.items[0]).identity.url = "#marker";
  CHECK_FALSE(holds(drawn(scene, "pdf"), "/URI"));
}

TEST_CASE("the DOT is drawn by Graphviz to the same picture") {
  Scene scene = delicate_scene();
  for (int i = 0; i < 900; ++i)  // strings far longer than Graphviz reads in one line
    scene.ground.push_back(Area{{{280, 100}, {281.25, 100.5}, {280.0 + i % 7, 103}}, Colour{0xe4f3ea}, Stroke{ink, 0.25, Dash::dotted}});
  std::get<Card>(scene.items[0]).identity.tooltip = std::string(40'000, 'x');
  std::get<Card>(scene.items[0]).lines.push_back(line_of(std::string(40'000, 'y')));
  const std::string dot = drawn(scene, "dot");
  for (const char* part :
       {"id=\"small-card\"", "class=\"card gap-red\"", "URL=\"https://example.org/?a=1&amp;b=2\"", "subgraph \"cluster_small-lane\""})
    CHECK(holds(dot, part));
  if (!is_installed("neato")) return;
  Folder folder;
  folder.with("a.dot", dot);
  for (const std::string program : {"neato -n2", "dot -Knop2"}) {
    const std::string png = said_by(program + " -Tpng -Gdpi=96 '" + (folder / "a.dot").string() + "' && true", "");
    CHECK(are_same(pixels_in(png), pixels_in(drawn(scene, "png", {96, {}}))));
  }
}

TEST_CASE("positions in DOT are exact far from the origin") {
  Scene scene = empty_scene(500'000, 100);
  scene.items = {label_of("far", {499'800.25, 10, 100, 20}, {line_of("far")})};
  CHECK(holds(drawn(scene, "dot"), "pos=\"999700.5,160\""));
}

TEST_CASE("what Graphviz complains about is an error, in its own words, and nothing is left on standard error") {
  CHECK(complaint_of_label("<B>fine</B>", "svg") == "");
  CHECK(holds(complaint_of_label("a & b", "svg"), "not well-formed (invalid token) in line 1"));
  CHECK(holds(complaint_of_label("<BLINK>a</BLINK>", "svg"), "Unknown HTML element <BLINK> on line 1"));
  CHECK(holds(complaint_of_label("<FONT></FONT>", "svg"), "Error: syntax error in line 1"));
  CHECK(holds(complaint_of_label("<FONT POINT-SIZE=\"1\"> </FONT>", "png"), "pango_cairo_show_layout"));
  CHECK(complaint_of_label("<B>fine</B>", "svg") == "");
}

TEST_CASE("what fontconfig says of the machine is no complaint") {
  Messages messages;
  std::fputs("Fontconfig error: No writable cache directories\nsomething else\n", stderr);
  CHECK(messages.complaints() == "something else");
}

TEST_CASE("scenes with nothing in them are drawn") {
  for (const PictureFormat& format : picture_formats()) CHECK_FALSE(format.draw(empty_scene(), {}).empty());
  Scene scene = empty_scene();
  scene.items = {Card{{"card", "", "", ""}, {10, 10, 50, 50}, white, {ink, 1}, red, 6, Align::left, {}},
                 Card{{"plain", "", "", ""}, {70, 10, 50, 50}, white, {ink, 1}, {}, 6, Align::left, {}},
                 Marker{{"marker", "", "", ""}, {200, 60}, 8, red, {white, 1}, {}}, label_of("label", {0, 0, 0, 0}, {})};
  scene.panels = {{{"panel", "", "", ""}, {0, 0, 10, 10}, {}, {}}};
  scene.ground = {Area{}, CurvedArea{}, Curve{}};
  for (const PictureFormat& format : picture_formats()) CHECK_FALSE(format.draw(scene, {}).empty());
}

TEST_CASE("a scene that contradicts itself is an error of ours") {
  Scene scene = small_scene();
  scene.connectors[0].to = "nobody";
  CHECK_THROWS_WITH_AS(drawn(scene, "svg"), "connector 'way' joins 'nobody', which is not an item", std::logic_error);
  scene = small_scene();
  scene.items.push_back(scene.items[0]);
  CHECK_THROWS_WITH_AS(drawn(scene, "svg"), "two items of a scene have the id 'card'", std::logic_error);
}

TEST_CASE("colours are six digits") {
  CHECK(hex(Colour{0x00000a}) == "#00000a");
  CHECK_FALSE(holds(drawn(small_scene(), "svg"), "\"#fff\""));
}

// What a picture is as SVG: valid whatever it says, addressable, and everything in its place.
#include <doctest/doctest.h>

#include <algorithm>
#include <cstdlib>
#include <set>

#include "mot/draw/graphviz/graph.h"
#include "mot/draw/graphviz/markup.h"
#include "mot/draw/graphviz/svg_element.h"
#include "mot/typesetting/plain_text.h"
#include "mot/typesetting/typesetter.h"
#include "support/pictures.h"

using namespace mot;
using namespace mot::testing;

namespace {

const char* const hostile_texts[] = {
    "<&>\"'",
    "</text><script>alert(1)</script>",
    "]]> <![CDATA[ <!-- --> <?xml ?>",
    "\\N \\G \\L \\E \\T \\H \\l\\r\\n \\\\ \\",
    "&amp; &lt; &nbsp; &#65; &#x41; &bogus; &",
    "%s %n %d",
    "a\x01\x02\x1b[31m\x7f b",
    "tab\tand\nline\r\nbreak",
    "\uFEFF\uFFFE\uFFFF\U0001FFFE noncharacters",
    "\xFF\xC3 \xED\xA0\x80 stray bytes",
    "مرحبا (42) بالعالم",
    "\u202Eoverride\u202C \u2066isolate\u2069",
    "旅客は搭乗前に「手続き」を",
    "यात्री का अनुभव",
    "👩‍👩‍👧 😀 ✈️ 🇵🇹",
    "e\u0301\u0301\u0301",
    "\u00ad\u200b\u200d soft",
    "  many   blanks  ",
    "--two-dashes--",
    "<b>bold</b><br/><TABLE>",
};

// A text that is nothing but these has no width, which Graphviz can't draw.
const char* const invisible_texts[] = {"", " ", "\u200b", "\u0301", "\u00ad", "\u200d\ufe0f", "\x01", "\uFFFE", "\u3000", "\u2028"};

/// A scene that says the text everywhere.
Scene scene_saying(const std::string& text) {
  Scene scene = small_scene();
  scene.title = scene.description = text;
  for (Panel& panel : scene.panels) panel.identity = {"lane", text, text, text};
  for (Connector& connector : scene.connectors) connector.identity = {"way", text, text, text};
  const Identity identity = {"", text, text, text};
  const auto with_id = [&](const char* id) { return Identity{id, identity.css_class, identity.tooltip, identity.url}; };
  auto& card = std::get<Card>(scene.items[0]);
  card.identity = with_id("card");
  card.lines = {line_of(text), line_of({{text, {9, Weight::bold}, ink}, {text, {9}, red}, {"", {9}, ink}, {" ", {8}, ink}}), line_of("")};
  auto& marker = std::get<Marker>(scene.items[1]);
  marker.identity = with_id("marker");
  marker.text->text = text;
  auto& label = std::get<Label>(scene.items[2]);
  label.identity = with_id("label");
  label.lines = {line_of(text)};
  return scene;
}

/// The text between tags, entities resolved.
std::string text_in(std::string_view element) {
  std::string text;
  bool in_tag = false;
  for (const char c : element) {
    if (c == '<') in_tag = true;
    if (!in_tag) text += c;
    if (c == '>') in_tag = false;
  }
  const std::pair<std::string_view, std::string_view> entities[] = {{"&lt;", "<"}, {"&gt;", ">"}, {"&quot;", "\""}, {"&amp;", "&"}};
  for (const auto& [entity, character] : entities)
    for (auto at = text.find(entity); at != std::string::npos; at = text.find(entity, at + 1)) text.replace(at, entity.size(), character);
  return text;
}

std::vector<std::string> elements(std::string_view svg, std::string_view name) {
  std::vector<std::string> found;
  const std::string opening = "<" + std::string(name) + " ";
  for (auto at = svg.find(opening); at != std::string_view::npos; at = svg.find(opening, at + 1))
    found.emplace_back(svg.substr(at, svg.find('\n', at) - at));
  return found;
}

double number_in(std::string_view element, std::string_view name) {
  return std::strtod(std::string(attribute_of(element, name)).c_str(), nullptr);
}

}  // namespace

TEST_CASE("whatever a text says, every format is drawn and the SVG is valid") {
  const bool can_check = is_installed("xmllint");
  std::vector<std::string> texts(std::begin(hostile_texts), std::end(hostile_texts));
  texts.insert(texts.end(), std::begin(invisible_texts), std::end(invisible_texts));
  texts.push_back(std::string(40'000, 'x') + " <&> " + std::string(40'000, 'y'));
  for (const std::string& text : texts) {
    CAPTURE(text.substr(0, 100));
    const Scene scene = scene_saying(text);
    const std::string svg = drawn(scene, "svg");
    if (can_check) CHECK(said_by("xmllint --noout", svg) == "");
    CHECK_FALSE(holds(svg, "<script"));
    CHECK(drawn(scene, "pdf").starts_with("%PDF"));
    CHECK(drawn(scene, "png").starts_with("\x89PNG"));
    CHECK(drawn(scene, "dot").starts_with("digraph"));
  }
}

TEST_CASE("text in the picture is the text that was given") {
  for (const std::string text : hostile_texts) {
    CAPTURE(text);
    const auto found = elements(drawn(scene_with(text), "svg"), "text");
    REQUIRE(found.size() == 1);
    std::string expected = drawable(text);
    expected.erase(0, expected.find_first_not_of(' '));
    expected.erase(expected.find_last_not_of(' ') + 1);
    CHECK(text_in(found[0]) == expected);
  }
  for (const std::string text : invisible_texts) CHECK(elements(drawn(scene_with(text), "svg"), "text").empty());
}

TEST_CASE("what Graphviz draws and reads back is the text that was given") {
  if (!is_installed("neato")) return;
  for (const std::string text : hostile_texts) {
    CAPTURE(text);
    const std::string svg = said_by("neato -n2 -Tsvg", drawn(scene_with(text), "dot"));
    CHECK_FALSE(holds(svg, "Warning"));
    CHECK_FALSE(holds(svg, "Error"));
    std::string expected = drawable(text);
    expected.erase(0, expected.find_first_not_of(' '));
    expected.erase(expected.find_last_not_of(' ') + 1);
    std::string shown;
    for (const std::string& element : elements(svg, "text"))
      if (const std::string piece = text_in(element); piece != " ") shown += piece;
    const std::pair<std::string_view, std::string_view> entities[] = {{"&#160;", " "}, {"&#45;", "-"}, {"&#39;", "'"}};
    for (const auto& [entity, character] : entities)
      for (auto at = shown.find(entity); at != std::string::npos; at = shown.find(entity)) shown.replace(at, entity.size(), character);
    CHECK(shown == expected);
  }
}

TEST_CASE("links lead only where links may lead") {
  const struct {
    const char* url;
    const char* link;
  } cases[] = {
      {"", ""},
      {"https://example.org/a?b=1&c=2#d", "https://example.org/a?b=1&c=2#d"},
      {"HTTP://example.org", "HTTP://example.org"},
      {"mailto:desk@example.org", "mailto:desk@example.org"},
      {"report.html#card", "report.html#card"},
      {"../a b/ä", "../a%20b/%C3%A4"},
      {"#card", "#card"},
      {"?page=2:3", "?page=2:3"},
      {"a%20b%zz%4", "a%20b%25zz%254"},
      {"x\" onload=\"alert(1)", "x%22%20onload=%22alert(1)"},
      {"x'><script>", "x%27%3E%3Cscript%3E"},
      {"\\N\\G", "%5CN%5CG"},
      {"javascript:alert(1)", ""},
      {"JaVaScRiPt:alert(1)", ""},
      {" javascript:alert(1)", ""},
      {"java\nscript:alert(1)", ""},
      {"\x01javascript:alert(1)", ""},
      {"data:text/html,x", ""},
      {"file:///etc/passwd", ""},
      {"//example.org/x", ""},
      {":x", ""},
  };
  for (const auto& [url, link] : cases) {
    CAPTURE(url);
    CHECK(safe_link(url) == link);
  }
}

TEST_CASE("things keep their ids, classes, tooltips and links, and show no others") {
  const std::string svg = drawn(small_scene(), "svg");
  const char* const parts[] = {
      R"(<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" id="small" width="300pt" height="120pt" viewBox="0 0 300 120" role="img" aria-labelledby="small--title small--description" font-family="Open Sans,Helvetica,Arial,sans-serif")",
      R"(<title id="small--title">A &lt;small&gt; picture</title>)",
      R"(<desc id="small--description">Two moments &amp; a line</desc>)",
      R"(<g id="small-lane" class="lane"><title>The lane</title>)",
      "<g id=\"small-card\" class=\"card gap-red\"><title>Rebook\nafter a change</title>"
      "<a xlink:href=\"https://example.org/?a=1&amp;b=2\">",
      R"(<g id="small-marker">)",
      R"(<g id="small-label">)",
      R"(<g id="small-way">)",
  };
  for (const char* part : parts) {
    CAPTURE(part);
    CHECK(holds(svg, part));
  }
  for (const char* absent : {"transparent", "<!--", "<?xml", "DOCTYPE", "graphviz", "cluster", "node", "xlink:title", "Times"}) {
    CAPTURE(absent);
    CHECK_FALSE(holds(svg, absent));
  }
  std::set<std::string_view> ids;
  for (auto at = svg.find(" id=\""); at != std::string::npos; at = svg.find(" id=\"", at + 1)) {
    const auto id = std::string_view(svg).substr(at + 5, svg.find('"', at + 5) - at - 5);
    CAPTURE(id);
    CHECK(ids.insert(id).second);
    CHECK(id.starts_with("small"));
  }
}

TEST_CASE("things are drawn where the scene says, from below: page, panels, ground, connectors, items") {
  const std::string svg = drawn(small_scene(), "svg");
  const char* const in_order[] = {
      R"(<polygon fill="#ffffff" stroke="none" points="0,120 0,0 300,0 300,120 0,120"/>)",
      R"(<polygon fill="#f6f8fb" stroke="none" points="10,10 290,10 290,110 10,110 10,10"/>)",
      R"(<path fill="none" stroke="#c8383d" stroke-width="1.5" d="M20,60C80,20 160,100 280,60" stroke-dasharray="3,3"/>)",
      R"(<polygon pointer-events="all" fill="none" stroke="#1d2733" stroke-width="0.75" points="10,110 10,10 290,10 290,110 10,110"/>)",
      R"(<path fill="none" stroke="#1d2733" stroke-width="1" d="M130,50C)",
      R"(<polygon fill="#ffffff" stroke="#1d2733" stroke-width="1" points="130,20 20,20 20,80 130,80 130,20"/>)",
      R"(<polygon fill="#c8383d" stroke="none" points="19.5,80.5 19.5,19.5 25,19.5 25,80.5 19.5,80.5"/>)",
      R"(<text x="31" y=")",
      R"(<ellipse fill="#c8383d" stroke="#ffffff" stroke-width="1" cx="200" cy="60" rx="8" ry="8"/>)",
      R"(<text x="200" y="63" text-anchor="middle" font-size="9" fill="#ffffff" font-weight="bold">4</text>)",
      R"(<text x="280" y=")",
  };
  std::size_t at = 0;
  for (const char* part : in_order) {
    CAPTURE(part);
    const auto found = svg.find(part, at);
    CHECK(found != std::string::npos);
    if (found != std::string::npos) at = found;
  }
}

TEST_CASE("panels stay in their order, however many there are") {
  Scene scene = empty_scene();
  for (int i = 0; i < 60; ++i)
    scene.panels.push_back({{"panel-" + std::to_string(i * 37 % 60), "", "", ""}, {1.0 * i, 0, 1, 10}, {}, Stroke{ink, 1}});
  const std::string svg = drawn(scene, "svg");
  std::size_t at = 0;
  for (const Panel& panel : scene.panels) {
    CAPTURE(panel.identity.id);
    const auto found = svg.find("\"small-" + panel.identity.id + "\"");
    CHECK(found > at);
    CHECK(found != std::string::npos);
    at = found;
  }
}

TEST_CASE("a path ends where its arrow begins, and the arrow's tip at the path's last point") {
  Scene scene = small_scene();
  scene.connectors[0].points = {{130, 50}, {150, 50}, {170, 50}, {190, 50}};
  const std::string svg = drawn(scene, "svg");
  CHECK(holds(svg, R"(d="M130,50C)"));
  CHECK(holds(svg, R"( 184,50"/>)"));
  CHECK(holds(svg, R"( 190,50 184)"));
  scene.connectors[0].arrow = Arrow::none;
  CHECK(holds(drawn(scene, "svg"), R"(d="M130,50C150,50 170,50 190,50"/>)"));
}

TEST_CASE("a line of several styles is one text, with its blanks") {
  Scene scene = empty_scene();
  scene.items = {label_of("label", {10, 10, 200, 20},
                          {line_of({{"4", {10, Weight::bold}, red}, {" of 9 ", {10}, ink}, {"  ", {9}, ink}, {"policy", {9}, ink}})})};
  const auto found = elements(drawn(scene, "svg"), "text");
  REQUIRE(found.size() == 1);
  CHECK(text_in(found[0]) == "4 of 9   policy");
  CHECK(holds(drawn(scene, "svg"), R"(xml:space="preserve")"));
}

TEST_CASE("text is held where it is aligned, so that another font moves nothing") {
  const struct {
    Align align;
    const char* text;
    const char* held;
  } cases[] = {
      {Align::left, "left", R"(<text x="10" y=)"},
      {Align::center, "middle", R"(<text x="60" y="23.33" text-anchor="middle")"},
      {Align::right, "right", R"(<text x="110" y="23.33" text-anchor="end")"},
      {Align::left, "שלום", R"(<text x="10" y="23.33" text-anchor="end" direction="rtl")"},
      {Align::right, "שלום", R"(<text x="110" y="23.33" direction="rtl")"},
  };
  for (const auto& [align, text, held] : cases) {
    Scene scene = empty_scene();
    scene.items = {label_of("label", {10, 10, 100, 20}, {line_of({{text, {10}, ink}}, 20)}, align)};
    CAPTURE(text);
    CHECK(holds(drawn(scene, "svg"), held));
  }
}

TEST_CASE("every line stands a third of its size under the middle of its height") {
  Scene scene = empty_scene(400, 400);
  std::vector<Line> lines = {line_of({{"first", {10}, ink}}, 12.5), line_of({{"bold", {14, Weight::bold}, ink}}, 30),
                             line_of({}, 10),  // empty: only room
                             line_of({{"small", {8}, ink}, {" and large", {16}, ink}}, 20), line_of({{"旅客", {10}, ink}}, 12.5)};
  lines[1].space_above = 7.5;
  const double baselines[] = {9.58, 39.67, 75.33, 89.58};
  for (const bool has_bar : {false, true}) {
    scene.items = {Card{{"card", "", "", ""}, {20, 20, 200, 150}, white, {ink, 1}, {}, 6, Align::left, lines},
                   label_of("label", {230, 26, 100, 10}, lines), label_of("other", {230, 226, 100, 150}, lines, Align::center)};
    if (has_bar) std::get<Card>(scene.items[0]).accent = red;
    const auto found = elements(drawn(scene, "svg"), "text");
    REQUIRE(found.size() == 12);
    for (std::size_t i = 0; i < found.size(); ++i)
      CHECK(number_in(found[i], "y") - (i < 8 ? 26 : 226) == doctest::Approx(baselines[i % 4]));
    // And Graphviz itself sets it there, as near as it can: a run an element, fillers among them.
    std::vector<double> set;
    for (const std::string& element : elements(render(graph_of(scene, Target::png, 72), "nop2", "svg"), "text"))
      if (!element.ends_with("> </text>")) set.push_back(points_of(attribute_of(element, "y")) + scene.height);
    REQUIRE(set.size() == 15);
    for (std::size_t i = 0; i < set.size(); ++i) {
      constexpr std::size_t line_of_run[] = {0, 1, 2, 2, 3};
      CAPTURE(i);
      CHECK(std::abs(set[i] - (i < 10 ? 26 : 226) - baselines[line_of_run[i % 5]]) <= 0.51);
    }
  }
}

TEST_CASE("text that was wrapped for its box stays in it, in any script") {
  const Typesetter typesetter;
  const char* const texts[] = {"Bags are on the belt before the customer is, “Ågot” says",
                               "Rindfleischetikettierungsüberwachungsaufgabenübertragung",
                               "旅客は搭乗前に手続きを済ませておきたい",
                               "مرحبا بالعالم السفر جميل جدا هذا اليوم",
                               "यात्री का अनुभव अच्छा होना चाहिए",
                               "👩‍👩‍👧 family 😀😀 on ✈️ tour"};
  for (const std::string text : texts) {
    CAPTURE(text);
    const Font font{9.5};
    Card card = {{"card", "", "", ""}, {20, 20, 120, 0}, white, {ink, 1}, red, 6, Align::left, {}};
    double height = 12;
    for (const std::string& line : typesetter.wrap(text, font, 120 - accent_width - 12).lines) {
      card.lines.push_back(line_of({{line, font, ink}}, typesetter.line_height(line, font)));
      height += card.lines.back().height;
    }
    card.box.height = height;
    Scene scene = empty_scene();
    scene.items = {card};
    const std::string svg = drawn(scene, "svg");
    CHECK(holds(svg, R"(points="19.5,)"));  // the bar has not moved
    for (const std::string& element : elements(svg, "text")) {
      const double size = number_in(element, "font-size");
      const double y = number_in(element, "y");
      CHECK(number_in(element, "x") + typesetter.width_of(text_in(element), {size}) <= 140 - 6 + 0.01);
      CHECK(y - size >= 20);
      CHECK(y + 0.3 * size <= 20 + height);
    }
  }
}

TEST_CASE("a line that is too long after all moves neither the others nor the bar") {
  Scene scene = small_scene();
  const std::string before = drawn(scene, "svg");
  std::get<Card>(scene.items[0]).lines[1] = line_of("One call, and more than fits in");
  const std::string after = drawn(scene, "svg");
  for (const char* name : {"polygon", "ellipse"}) CHECK(elements(before, name) == elements(after, name));
  CHECK(elements(before, "text")[0] == elements(after, "text")[0]);
}

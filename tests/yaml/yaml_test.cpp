#include <doctest/doctest.h>

#include <random>
#include <thread>

#include "fuzz/yaml_promises.h"
#include "mot/yaml/directives.h"
#include "support/yaml_reading.h"

using namespace mot;

namespace {

std::string repeated(std::string_view text, std::size_t times) {
  std::string all;
  all.reserve(text.size() * times);
  for (std::size_t i = 0; i < times; ++i) all += text;
  return all;
}

}  // namespace

TEST_CASE("directives are comments that begin with the mark, and never what a text says") {
  // clang-format off
  const struct { std::string_view text, directives; } cases[] = {
      {"", ""},
      {"a: 1 # mot\n", ""},
      {"# mot: x\na: 1\n", "<# mot: x>"},
      {"\xEF\xBB\xBF#mot:x\r\na: 1\r\n", "<#mot:x>"},
      {"a: 1\t#\t mot: x # mot: y", "<#\t mot: x # mot: y><# mot: y>"},
      {"a: 1 #mot: x\nb: [1, # mot: y\n  2]\n# mot: z", "<#mot: x><# mot: y><# mot: z>"},
      {"a: x# mot: y\n", ""},
      {"a: # see mot: y\n", ""},
      {"a: 'b # mot: x'\nc: \"\n # mot: y\n\"\n", ""},
      {"a: |\n  # mot: x\n  b\n# mot: y\nc: 1\n", "<# mot: y>"},
      {"a: &b 1 # mot: x\nc: *b # mot: y\n", "<# mot: x><# mot: y>"},
      {"# mot: x\na: ]\n# mot: y\n", "<# mot: x><# mot: y>"},
  };
  // clang-format on
  for (const auto& [text, expected] : cases) {
    CAPTURE(text);
    const Reading reading(text);
    std::string found;
    for (const Span& directive : yaml::directives_in(reading.tree, text)) found += fmt::format("<{}>", reading.sources.text_of(directive));
    CHECK(found == expected);
  }
}

TEST_CASE("what can be written is read") {
  // clang-format off
  const struct { std::string_view text, shape; } cases[] = {
      {"", "~"},
      {"# nothing\n", "~"},
      {"---\n...\n", "~"},
      {"%YAML 1.2\n---\na: 1\n...\n# end\n", "{a: 1}"},
      {"text", "text"},
      {"a: 1\nb: x y\n", "{a: 1, b: x y}"},
      {"- 1\n- - 2\n  - 3\n-\n- ~\n", "[1, [2, 3], ~, ~]"},
      {"a:\nb: null\nnull_and_void: Null\nc: NULL # no\n", "{a: ~, b: ~, null_and_void: ~, c: ~}"},
      {"a:\n- x\nb:\n  - y\n", "{a: [x], b: [y]}"},
      {"? a\n: b\n", "{a: b}"},
      {"{a: , c: [1, {d: e}], \"f\":g, 'h' : ~}", "{a: ~, c: [1, {d: e}], \"f\": g, \"h\": ~}"},
      {"[a: b, \"c\":d, [], {}, ]", "[{a: b}, {\"c\": d}, [], {}]"},
      {"[\"it's\", 'it''s', \"x\\ty\\u00e9\\N\\_\", it's]", "[\"it's\", \"it's\", \"x\tyé\u0085\u00A0\", it's]"},
      {"a: \"one\n  two\n\n  three\"\nb: 'x\n  y'\n", "{a: \"one two\nthree\", b: \"x y\"}"},
      {"a: one\n  two\n\n  three  # no\nb: 1", "{a: one two\nthree, b: 1}"},
      {"a: http://x.org/y#z\nb: a:b -x ?y \"z\" [u] {v}, w\n", "{a: http://x.org/y#z, b: a:b -x ?y \"z\" [u] {v}, w}"},
      {"a: |\n  x\n   y\n\nb: >-\n  x\n  y\n\n", "{a: |x\n y\n|, b: |x y|}"},
      {"a: |+\n  x\n\n\nb: |-\n  x\n\nc: >\n  x\n  y\n\n  z\n    w\n\n", "{a: |x\n\n\n|, b: |x|, c: |x y\nz\n  w\n|}"},
      {"a: |2\n    x\n  y\nb: >1-\n  x\n", "{a: |  x\ny\n|, b: | x|}"},
      {"- |\n x\n- >\n\n  y\n-\t|\n   z\n", "[|x\n|, |\ny\n|, |z\n|]"},
      {"a: |\nb: >-\n\n", "{a: ||, b: ||}"},
      {"a: |\n  x", "{a: |x|}"},
      {"a: |\r\n  x\r\n  y\r\nb: one\r\n  two\r\n", "{a: |x\ny\n|, b: one two}"},
      {"\xEF\xBB\xBF""a: 1\r\nb: 2\r\n", "{a: 1, b: 2}"},
      {"\xEF\xBB\xBF{a: 1}", "{a: 1}"},
      {"# c\n\n[a,\n b]\n", "[a, b]"},
      {"a: &x {k: v}\nb: *x\n", "{a: {k: v}, b: *{k: v}}"},
      {"a: &x text\nb: [*x, *x]\n*x : 1\n", "{a: text, b: [*text, *text], *text: 1}"},
      {"&r\na: 1\n", "{a: 1}"},
      {"- &a\n- &b ~\n- *a\n- *b\n", "[~, ~, *~, *~]"},
      {"a: !!str 1\nb: ! 2\nc: !!int 3\nd: !!str\ne: !!null x\nf: !!seq [1]\ng: !<tag:yaml.org,2002:str> 4\n", "{a: \"1\", b: \"2\", c: 3, d: \"\", e: ~, f: [1], g: \"4\"}"},
      {"- &a !!str 1\n- !!str &b 2\n- *b\n", "[\"1\", \"2\", *\"2\"]"},
      {"<<: {a: 1, b: 2}\nb: 3\nc: 4\n", "{b: 3, c: 4, a: 1}"},
      {"x: &x {a: 1, b: 2}\ny: &y {a: 3, c: 4}\nz:\n  <<: [*x, *y]\n  b: 5\n", "{x: {a: 1, b: 2}, y: {a: 3, c: 4}, z: {b: 5, a: 1, c: 4}}"},
      {"x: &x {a: 1}\ny: &y\n  <<: *x\n  b: 2\nz: {<<: *y, a: 3}\n", "{x: {a: 1}, y: {b: 2, a: 1}, z: {a: 3, b: 2}}"},
      {"\"<<\": {a: 1}\n", "{\"<<\": {a: 1}}"},
      {"a: 1\n---\n", "{a: 1}"},
      {"---\n---\na: 1\n", "{a: 1}"},
      {"--- text", "text"},
      {"--- |\n  x\n", "|x\n|"},
      {"a: tab\there\t# c\n", "{a: tab\there}"},
      {"key with blanks: 1\n日本: 旅客\n", "{key with blanks: 1, 日本: 旅客}"},
      {"[a-b, c:d, -1, 'e']", "[a-b, c:d, -1, \"e\"]"},
  };
  // clang-format on
  for (const auto& [text, expected] : cases) {
    CAPTURE(text);
    const Reading reading(text);
    CHECK(shape_of(reading.root()) == expected);
    CHECK(messages_of(reading) == "");
    CHECK(reading.tree.is_whole);
  }
}

TEST_CASE("what YAML allows and yaml-cpp does not is read all the same") {
  // clang-format off
  const struct { std::string_view text, shape; } cases[] = {
      {"a: [where is it?, b ? c, ?d, ???]\n", "{a: [where is it?, b ? c, ?d, ???]}"},
      {"{a?: b?, c ?: d ?}", "{a?: b?, c ?: d ?}"},
      {"? a\n: b\n? c\n: [? d : e]\n", "{a: b, c: [{d: e}]}"},
      {"a: 1\n\t\nb: |\n  c\n \t\n  d\n", "{a: 1, b: |c\n\nd\n|}"},
      {"{\"a\": \"\\ud83d\\ude00x\\uD83D\\uDE01\", b: '\\ud83d\\ude00'}", "{\"a\": \"\U0001F600x\U0001F601\", b: \"\\ud83d\\ude00\"}"},
      {"{ a\n  b: c, \"d\n  e\": f, g\n  : h }", "{a b: c, \"d e\": f, g: h}"},
      {"a: |+\n  b\n\nc: >+\n  d\n\n", "{a: |b\n\n|, c: |d\n\n|}"},
      {"a: |+\n  b\n", "{a: |b\n|}"},
      {"a: >+\n\n\nb: >2+\n    \n\nc: 1\n", "{a: |\n\n|, b: |  \n\n|, c: 1}"},
      {"a:\n- b\n- c\n", "{a: [b, c]}"},
  };
  // clang-format on
  for (const auto& [text, shape] : cases) {
    CAPTURE(text);
    CHECK(places_of(text) == "");
    CHECK(shape_of(text) == shape);
  }
}

TEST_CASE("a span covers what it names") {
  // clang-format off
  const struct { std::string_view text, extents; } cases[] = {
      {"a: 1\n", "<a: 1><a><1>"},
      {"a: 'x'\nb:\n- 1\n- 2 # c\n", "<a: 'x'\nb:\n- 1\n- 2><a><'x'><b><- 1\n- 2><1><2>"},
      {"a: [1, {b: c} ] # x\n", "<a: [1, {b: c} ]><a><[1, {b: c} ]><1><{b: c}><b><c>"},
      {"a: &x\n  - 1\nb: *x\n", "<a: &x\n  - 1\nb: *x><a><- 1><1><b><*x>"},
      {"a: one\n  two\n\n  three  # no\n", "<a: one\n  two\n\n  three><a><one\n  two\n\n  three>"},
      {"a: |\n  x\n   y\n\nb: >-\n  x\n  y\n\n", "<a: |\n  x\n   y\n\nb: >-\n  x\n  y><a><|\n  x\n   y><b><>-\n  x\n  y>"},
      {"a:\nb: null\nc: ~\n", "<a:\nb: null\nc: ~><a><><b><null><c><~>"},
      {"-\n- \n- &a\n- b\n", "<-\n- \n- &a\n- b><><><><b>"},
      {"  k: v\n", "<k: v><k><v>"},
      {"a: [x: y, \"q\" : z]\n", "<a: [x: y, \"q\" : z]><a><[x: y, \"q\" : z]><x: y><x><y><\"q\" : z><\"q\"><z>"},
      {"{a: , b}", "<{a: , b}><a><>"},
      {"a: {}\nb: [\n]\n", "<a: {}\nb: [\n]><a><{}><b><[\n]>"},
      {"<<: {a: 1}\nb: 2\n", "<<<: {a: 1}\nb: 2><b><2><a><1>"},
      {"\xEF\xBB\xBF""a: \"ä\"\r\nb: |\r\n  x\r\n", "<a: \"ä\"\r\nb: |\r\n  x><a><\"ä\"><b><|\r\n  x>"},
      {"a: !!str 1\nb: &x !!str\n", "<a: !!str 1\nb: &x !!str><a><1><b><>"},
      {"? k\n: v\n", "<? k\n: v><k><v>"},
      {"a: | # c\n  x\n\n # c\nb: 1\n", "<a: | # c\n  x\n\n # c\nb: 1><a><| # c\n  x><b><1>"},
      {"a: |2\n    \nb: 1\n", "<a: |2\n    \nb: 1><a><|2><b><1>"},
      {"a: |2\n    \n   x\nb: 1\n", "<a: |2\n    \n   x\nb: 1><a><|2\n    \n   x><b><1>"},
      {"- a: 1\n  b:\n    c: 2\n- d\n", "<- a: 1\n  b:\n    c: 2\n- d><a: 1\n  b:\n    c: 2><a><1><b><c: 2><c><2><d>"},
  };
  // clang-format on
  for (const auto& [text, expected] : cases) {
    CAPTURE(text);
    CHECK(extents_of(text) == expected);
  }
}

TEST_CASE("a null that is not written stands behind its colon or dash") {
  const Reading reading("a:  # c\nb:\n  -  \n  - x\n");
  const yaml::Value root = reading.root();
  CHECK(root.value(0).span() == Span{0, 2, 2});
  CHECK(root.value(1).item(0).span() == Span{0, 14, 14});
}

TEST_CASE("a scalar that stands in the file as it is read is not copied") {
  const Reading plain("a: one two\nb: 'three'\nc: \"four\"\nd: [five]\n");
  CHECK(plain.tree.unescaped.empty());
  const Reading folded("a: one\n  two\n");
  CHECK(folded.tree.unescaped.size() == 1);
}

TEST_CASE("what a fault does not stand in is in the tree") {
  // clang-format off
  const struct { std::string_view text, shape; } cases[] = {
      {"a: 1\nb: [x, y\nc: 2\n", "{a: 1, c: 2}"},
      {"- {a: 1}\n- [b, c", "[{a: 1}]"},
      {"a: 1\nb: {c: 2, d\n", "{a: 1}"},
      {"a:\n  b: 1\n  c: \"x\n", "{a: {b: 1}}"},
      {"a: 1\nb: 2\nb: 3\n", "{a: 1, b: 2}"},
      {"a: 1\n---\nb: 2\n", "{a: 1}"},
      {"a: 1\nb: caf\xE9\n", "{a: 1}"},
      {"- a\nb: 1\n", "[a]"},
  };
  // clang-format on
  for (const auto& [text, expected] : cases) {
    CAPTURE(text);
    const Reading reading(text);
    CHECK(shape_of(reading.root()) == expected);
    CHECK_FALSE(reading.tree.is_whole);
  }
}

TEST_CASE("the limits hold") {
  const yaml::Limits limits{.bytes = 2000, .depth = 5, .nodes = 50};
  // clang-format off
  const struct { std::string text, places; } cases[] = {
      {std::string(2000, ' '), ""},
      {std::string(2001, ' '), "1:1 too-large"},
      {"[[[[[]]]]]", ""},
      {"[[[[[[]]]]]]", "1:6 too-deep"},
      {"a:\n b:\n  c:\n   d:\n    e:\n     f: 1\n", "6:6 too-deep"},
      {"- - - - - - 1\n", "1:11 too-deep"},
      {"[a: [b: [c: 1]]]", "1:10 too-deep"},
      {"- &a [[1]]\n- &b [*a]\n- &c [*b]\n", ""},
      {"- &a [[1]]\n- &b [*a]\n- &c [*b]\n- [*c]\n", "4:4 too-deep"},
      {"[" + repeated("1,", 49) + "]", ""},
      {"[" + repeated("1,", 50) + "]", "1:100 too-large"},
      {"- &a [1,1,1,1,1]\n- &b [*a,*a,*a]\n- [*b,*b]\n", "3:7 too-large"},
  };
  // clang-format on
  for (const auto& [text, expected] : cases) {
    CAPTURE(text);
    CHECK(places_of(Reading(text, limits)) == expected);
  }
}

TEST_CASE("a file is read to the limits of what is allowed") {
  CHECK(places_of(repeated("[", 200) + repeated("]", 200)) == "");
  CHECK(places_of(repeated("[", 201) + repeated("]", 201)) == "1:201 too-deep");
  CHECK(places_of(repeated("- ", 200) + "x") == "");
  CHECK(places_of(repeated("- ", 201) + "x") == "1:401 too-deep");
  std::string laughs = "- &a0 [x,x,x,x,x,x,x,x,x,x]\n";
  for (int i = 1; i < 10; ++i) laughs += fmt::format("- &a{} [{}x]\n", i, repeated(fmt::format("*a{},", i - 1), 10));
  CHECK(places_of(laughs) == "7:36 too-large");
}

TEST_CASE("many of anything are read in one go") {
  constexpr std::size_t many = 100'000;
  const Reading same_keys(repeated("a: 1\n", many));
  CHECK(same_keys.findings.size() == many - 1);
  std::string keys;
  for (std::size_t i = 0; i < many; ++i) keys += fmt::format("k{}: 1\n", i);
  CHECK(Reading(keys).root().size() == many);
  CHECK(Reading("a: &a [1, 2]\nb:\n" + repeated("- *a\n", many)).root().value(1).size() == many);
  CHECK(Reading("[" + repeated("1, ", many) + "]").root().size() == many);
  CHECK(Reading("- [" + repeated("1, ", many) + "]").root().item(0).size() == many);
  CHECK(Reading("a: \"" + repeated("words ", many) + "\"\n").root().value(0).text().size() == 6 * many);
  CHECK(Reading("a: b" + repeated(" ", many) + "c\n").root().value(0).text().size() == many + 2);
  CHECK(Reading("a: b" + repeated("\n", many) + "  c\n").root().value(0).text().size() == many + 1);
  CHECK(Reading("a: |\n" + repeated("  x\n", many)).root().value(0).text().size() == 2 * many);
  std::string merges = "- &m\n";
  for (std::size_t i = 0; i < 1000; ++i) merges += fmt::format("  k{}: 1\n", i);
  CHECK(Reading(merges + repeated("- {<<: *m, own: 2}\n", 1000)).root().item(1000).size() == 1001);
}

TEST_CASE("a mapping that is merged again and again costs what it costs once") {
  std::string text = "a: &a {";
  for (int i = 0; i < 1000; ++i) text += fmt::format("k{}: 1, ", i);
  text += "}\nb: {<<: [" + repeated("*a, ", 3000) + "]}\n";
  const Reading reading(text);
  CHECK(reading.findings.empty());
  CHECK(reading.root().value(1).size() == 1000);
}

TEST_CASE("what a parser would have to keep in memory is bounded") {
  CHECK(places_of("- " + repeated("[", 1'000'000)) == "1:202 too-deep");
  const yaml::Limits few{.nodes = 1000};
  CHECK(places_of(Reading("- [" + repeated("1,", 1'000'000), few)) == "1:3 too-large");
}

TEST_CASE("files of one Sources are read side by side") {
  Sources sources;
  constexpr std::uint32_t files = 16;
  for (std::uint32_t i = 0; i < files; ++i) {
    sources.add({fmt::format("{}.yaml", i), repeated(fmt::format("- {{a: {}, b: \"x\\ty\", c: [d, e]}}\n", i), 50) + "- 'open"});
  }
  std::vector<Findings> findings(files);
  std::vector<std::string> shapes(files);
  std::vector<std::thread> threads;
  for (std::uint32_t first = 0; first < 4; ++first) {
    threads.emplace_back([&, first] {
      for (std::uint32_t file = first; file < files; file += 4) {
        const yaml::Tree tree = yaml::parse(sources, file, findings[file]);
        shapes[file] = shape_of(yaml::Value(tree, tree.root));
      }
    });
  }
  for (std::thread& thread : threads) thread.join();
  for (std::uint32_t i = 0; i < files; ++i) {
    CAPTURE(i);
    CHECK(shapes[i].starts_with(fmt::format("[{{a: {}, b: \"x\ty\", c: [d, e]}}", i)));
    CHECK(findings[i].size() == 1);
  }
}

TEST_CASE("what is read of a faulty text stands where it is read") {
  // clang-format off
  const struct { std::string_view text, extents; } cases[] = {
      // A key over several lines loses its bracket, and so its lines are several again.
      {"{\"\n-: n\n : n\n \": ", "<{\"\n-: n><-><n>"},
      {"a:\n  {a\n b: c}| #x", "<a:\n  {a><a><{a>"},
      // One before a fault, and one behind it, are keys still.
      {"- {a\n  b: c}\n- {d: e: f}\n- {g\n  h: i}\n", "<- {a\n  b: c}\n- {d: e: f}\n- {g\n  h: i}><{a\n  b: c}><a\n  b><c><{d: e: f}><{g\n  h: i}><g\n  h><i>"},
      {"{a\n b: \"\\ud83d\\ude00\", c: [d: e: f], g\n h: i}",
       "<{a\n b: \"\\ud83d\\ude00\", c: [d: e: f], g\n h: i}><a\n b><\"\\ud83d\\ude00\"><c><[d: e: f]><g\n h><i>"},
      // What the parser takes for the text behind a tag.
      {"- !!s? x\n- [!!s?x]\n", "<- !!s? x\n- [!!s?x]><? x><[!!s?x]><?x>"},
  };
  // clang-format on
  for (const auto& [text, expected] : cases) {
    CAPTURE(text);
    CHECK(extents_of(text) == expected);
    CHECK_NOTHROW(yaml::Promises::check(text));
  }
}

TEST_CASE("any bytes are read without a crash, a hang or a broken promise") {
  const std::string_view seeds[] = {
      "a: 1\nb: [x, {y: z}]\nc:\n  - d: \"e\\u00e9\"\n    f: 'g''h'\n", "x: &x {a: 1}\ny: &y\n  <<: [*x, {b: 2}]\n  c: *x\n",
      "a: |\n  one\n   two\n\nb: >-\n  three\n  four\n# end\n",         "\xEF\xBB\xBF%YAML 1.2\r\n---\r\na: \"x\r\n  y\"\r\n...\r\n",
      "- !!str 1\n- ~\n- null\n-\n- ? k\n  : v\n- Ünïcode 旅客\n",      "{a: , \"b\":c, d: [e: f, ], g: &h i, j: *h}",
  };
  constexpr std::string_view pieces[] = {
      "\n",  "  ",  ": ",    "- ",    "\"", "'",  "[",   "]",  "{", "}",  ", ", "#", " #x",      "&a ",  "*a",   "<<: ",
      "|\n", ">\n", "---\n", "...\n", "\t", "\r", "!x ", "? ", "~", "\\", "%",  "@", "\xC2\xA0", "\x01", "\xFF", std::string_view("\0", 1)};
  std::mt19937 random(20260312);
  const auto below = [&](std::size_t bound) { return random() % bound; };
  for (int round = 0; round < 20'000; ++round) {
    std::string text(seeds[below(std::size(seeds))]);
    for (std::size_t changes = 1 + below(4); changes > 0; --changes) {
      const std::size_t at = below(text.size() + 1);
      switch (below(3)) {
        case 0:
          text.insert(at, pieces[below(std::size(pieces))]);
          break;
        case 1:
          text.erase(at, 1 + below(6));
          break;
        default:
          text.insert(at, text.substr(below(text.size() + 1), below(12)));
      }
    }
    CAPTURE(text);
    REQUIRE_NOTHROW(yaml::Promises::check(text));
  }
}

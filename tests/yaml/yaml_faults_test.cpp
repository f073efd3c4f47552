#include <doctest/doctest.h>

#include "support/yaml_reading.h"

using namespace mot;
using namespace std::string_view_literals;

// A text, and behind it the place and the message of each finding, notes in brackets.
TEST_CASE("what is wrong is said where it is wrong") {
  // clang-format off
  const struct { std::string_view text, messages; } cases[] = {
      {"a: [1, 2",
       "1:4-1:5 this '[' is never closed"},
      {"a: [1, 2\nb: 3\n",
       "1:4-1:5 this '[' is never closed"},
      {"a: {b: 1, c: 2\nd: 3\n",
       "1:4-1:5 this '{' is never closed"},
      {"- [a, b\n- c\n",
       "1:3-1:4 this '[' is never closed"},
      {"a: [b, [c, d]\ne: f\n",
       "1:4-1:5 this '[' is never closed"},
      {"{\"a\": [1, 2}",
       "1:12-1:13 '}' can't close the '[' that is open; write ']' (1:7 opened here)"},
      {"a: [b}",
       "1:6-1:7 '}' can't close the '[' that is open; write ']' (1:4 opened here)"},
      {"a: [b]]",
       "1:7-1:8 this ']' closes nothing"},
      {"a: [b c d",
       "1:4-1:5 this '[' is never closed"},
      {"a: [b\n  c: d: 1]",
       "2:4-2:5 a ',' or ']' is missing before this, or quotes around the text with a ':' (1:4 opened here)"},
      {"a: [b: c: d]",
       "1:9-1:10 a ',' or ']' is missing before this, or quotes around the text with a ':' (1:4 opened here)"},
      {"a: [\"b\" \"c\"]",
       "1:9-1:10 a ',' or ']' is missing before this"},
      {"a: {b: \"c\" d: 1}",
       "1:12-1:13 a ',' or '}' is missing before this"},
      {"a: [b,, c]",
       "1:7-1:8 a value is missing before this ','"},
      {"[,]",
       "1:2-1:3 a value is missing before this ','"},
      {"{,}",
       "1:2-1:2 a key is missing here"},
      {"{a b, : c}",
       "1:2-1:5 a ':' is missing after this key\n1:7-1:7 a key is missing here"},
      {"a: [? b]",
       "1:7-1:8 a ':' is missing after this key"},
      {"a: [- b]",
       "1:5-1:6 a list with '- ' can't stand between brackets (1:4 opened here)"},
      {"a: [|]",
       "1:5-1:6 a text can't begin with '|'; put it into quotes"},
      {"name: \"T\nstages: []\n",
       "1:7-1:8 this quote is never closed"},
      {"name: 'T\nstages: []\n",
       "1:7-1:8 this quote is never closed"},
      {"a: [b, \"c]\nd: 1",
       "1:8-1:9 this quote is never closed"},
      {"a: 'x\n---\n",
       "1:4-1:5 this quote is never closed"},
      {"name: \"Foo\nscore: \"9\"\n",
       "1:7-1:8 this quote is not closed where its text ends (2:9 only before '9\"')"},
      {"a: \"x\" y",
       "1:8-1:9 text follows the closing quote; a '\"' inside the text is written \\\""},
      {"a: 'it's'",
       "1:8-1:10 text follows the closing quote; a ' inside the text is written ''"},
      {"a: \"b\":c",
       "1:7-1:8 a blank is missing after this ':'"},
      {"\"a\":1",
       "1:4-1:5 a blank is missing after this ':'"},
      {"- \"a\", \"b\"",
       "1:6-1:7 a ',' separates values only between brackets"},
      {"a: [1] b",
       "1:8-1:9 text follows the closing ']'; a text that begins with a bracket needs quotes"},
      {"a: &b 1\nc: *b d",
       "2:4-2:6 text follows this alias; a text that begins with '*' needs quotes"},
      {"a: b: c",
       "1:5-1:6 a second ': ' on one line; a text that has one needs quotes"},
      {"a: \"b\": c",
       "1:7-1:8 a second ': ' on one line; a text that has one needs quotes"},
      {"a: “b: c”",
       "1:4-1:5 '“' quotes nothing; use \""},
      {"--- a: 1",
       "1:5-1:7 a mapping begins on the line below '---'"},
      {"a: b\n  c: d",
       "2:3-2:4 'c' is indented too deep: it goes on with the text above (1:4 this text)"},
      {"a:\n  - b\n    c: d\n",
       "2:5-2:6 a ':' is missing after this key"},
      {"a: 1\nname Foo\nscore: 9",
       "2:1-2:9 a ':' is missing after this key"},
      {"name Foo\nscore: 9",
       "1:1-1:9 a ':' is missing after this key"},
      {"a: 1\nkey",
       "2:1-2:4 a ':' is missing after this key"},
      {"a: 1\nkey\n",
       "2:1-2:4 a ':' is missing after this key"},
      {"a:\n  key\n  b: 1\n",
       "2:3-2:6 a ':' is missing after this key"},
      {"? a\nb: 1",
       "1:3-1:4 a ':' is missing after this key"},
      {"{ id: web, self_service }",
       "1:12-1:24 between brackets a ',' ends a text; write \"web, self_service\" in quotes, or a ':' after this key"},
      {"{ ines: Benches, and a porter }",
       "1:18-1:30 between brackets a ',' ends a text; write \"Benches, and a porter\" in quotes, or a ':' after this key"},
      {"{ name: Arrive, wait, leave }",
       "1:17-1:28 between brackets a ',' ends a text; write \"Arrive, wait, leave\" in quotes, or a ':' after this key"},
      {"{ a: b, c, d: e, f }",
       "1:9-1:10 between brackets a ',' ends a text; write \"b, c\" in quotes, or a ':' after this key"
       "\n1:18-1:19 between brackets a ',' ends a text; write \"e, f\" in quotes, or a ':' after this key"},
      {"&mapping\n&key [ &item a, b, c ]: value\n",
       "2:22-2:23 a list can't be a key; a text with brackets needs quotes"},
      {"- [ a, [ [[b,c]]: d\n",
       "1:16-1:17 a list can't be a key; a text with brackets needs quotes"},
      {"- [ a, [ [[b,c]]: d ] ]\n",
       "1:16-1:17 a list can't be a key; a text with brackets needs quotes"},
      {"a: [ b, [ [c]: d ] ]\ne: 3\n",
       "1:13-1:14 a list can't be a key; a text with brackets needs quotes"},
      {"a: [ b, [\n  {c: 1}: d ] ]\ne: 3\n",
       "2:8-2:9 a mapping can't be a key; a text with brackets needs quotes"},
      {"? []: x\n",
       "1:4-1:5 a list can't be a key; a text with brackets needs quotes"},
      {"- [ YAML : separate ]\n- [ \"JSON like\":adjacent ]\n- [ {JSON: like}:adjacent ]\n",
       "3:17-3:18 a blank is missing after this ':'"},
      {"{ a: 8,5 }",
       "1:8-1:9 between brackets a ',' begins a new entry; write a decimal point, 8.5"},
      {"a: &n x\n*n:\n  - y\n",
       "2:3-2:4 this ':' is part of the alias's name; a blank stands before the one that ends a key"},
      {"{a:9}",
       "1:3-1:4 a blank is missing after this ':'"},
      {"a: 1\nb:2\nc: 3",
       "2:2-2:3 a blank is missing after this ':'"},
      {"a: 1\nb：2\nc: 3",
       "2:2-2:3 '：' is no ':'; write a ':' and a blank"},
      {"a: 1\nb:\u00A02\nc: 3",
       "2:2-2:4 a no-break space follows this ':'; use a plain blank"},
      {"needs:\n  - a\n  -b\n  - c",
       "3:3-3:4 a blank is missing after this '-'"},
      {"a:\n\u00A0\u00A0b: 1",
       "2:1-2:4 a no-break space (U+00A0) stands before this key; use plain blanks"},
      {"a: 1\n\uFEFFb: 2",
       "2:1-2:3 a byte order mark (U+FEFF) stands before this key; use plain blanks"},
      {"a:\n\tb: c",
       "2:1-2:2 a tab can't indent; use blanks"},
      {"a:\n\t- c",
       "2:1-2:2 a tab can't indent; use blanks"},
      {"- a\n-\tb: c",
       "2:2-2:3 a tab can't indent; use blanks"},
      {"a: b\n\tc",
       "2:1-2:2 a tab can't indent; use blanks"},
      {"a: |\n  b\n\tc",
       "3:1-3:2 a tab can't indent; use blanks"},
      {"a:\n  b: 1\n c: 2",
       "3:2-3:6 this line is indented by 1 blank, the lines above by 0 or 2"},
      {"a:\n  - b\n c: 1",
       "3:2-3:6 this line is indented by 1 blank, the lines above by 0 or 2"},
      {"a:\n  - b\n  c: 1",
       "3:3-3:7 a '- ' is missing before this item, or the line is not indented like what it belongs to"},
      {"- a: 1\n b: 2",
       "2:2-2:6 this line is indented by 1 blank, the lines above by 0 or 2"},
      {"  a: 1\nb: 2",
       "2:1-2:5 this line is indented by 0 blanks, the lines above by 2"},
      {"- a\nb: 1",
       "2:1-2:5 a '- ' is missing before this item, or the line is not indented like what it belongs to"},
      {"a: 1\n- b",
       "2:1-2:2 a list item can't stand among the keys of a mapping"},
      {"x: - 5",
       "1:4-1:5 a list begins on the line below its key; a text that begins with '- ' needs quotes"},
      {"a: b - c\n- d",
       "2:1-2:2 a list item can't stand among the keys of a mapping"},
      {"x: ? y: z",
       "1:4-1:5 a text that begins with '? ' needs quotes"},
      {"a: 1\n%b: 2\n",
       "2:1-2:2 a text can't begin with '%'; put it into quotes"},
      {"a: %x",
       "1:4-1:5 a text can't begin with '%'; put it into quotes"},
      {"a: @x",
       "1:4-1:5 a text can't begin with '@'; put it into quotes"},
      {"a: `x`",
       "1:4-1:5 a text can't begin with '`'; put it into quotes"},
      {"a: > 5",
       "1:4-1:5 the text of a '>' begins on the next line; a text that begins with '>' needs quotes"},
      {"a: |0\n x",
       "1:4-1:5 the text of a '|' begins on the next line; a text that begins with '|' needs quotes"},
      {"a: |x\n x",
       "1:4-1:5 the text of a '|' begins on the next line; a text that begins with '|' needs quotes"},
      {"a: *x*",
       "1:4-1:7 no anchor 'x*' stands before this; a text that begins with '*' needs quotes"},
      {"a: & B",
       "1:4-1:5 a text that begins with '&', '*' or '!' needs quotes"},
      {"a: &a &b 1",
       "1:7-1:8 a text that begins with '&', '*' or '!' needs quotes"},
      {"a: !!str !!int 1",
       "1:10-1:11 a text that begins with '&', '*' or '!' needs quotes"},
      {"a: !include x",
       "1:4-1:12 the tag '!include' means nothing here; a text that begins with '!' needs quotes"},
      {"a: !!map [1]",
       "1:4-1:9 the tag '!!map' means nothing here; a text that begins with '!' needs quotes"},
      {"a: !<x",
       "1:4-1:5 a text that begins with '&', '*' or '!' needs quotes"},
      {"a: &a [*a]",
       "1:8-1:10 this alias stands inside what it names (1:7 which begins here)"},
      {"a: &a {<<: *a}",
       "1:12-1:14 '<<' takes in a mapping or a list of mappings\n1:12-1:14 this alias stands inside what it names (1:7 which begins here)"},
      {"a: \"\\d\"",
       "1:5-1:7 this means nothing between double quotes; write \\\\ for a backslash, or use single quotes"},
      {"a: \"C:\\new\\Folder\"",
       "1:11-1:13 this means nothing between double quotes; write \\\\ for a backslash, or use single quotes"},
      {"a: \"\\xzz\"",
       "1:5-1:9 \\x, \\u and \\U take 2, 4 and 8 hexadecimal digits"},
      {"a: \"\\ud83d\"",
       "1:5-1:11 this is not a character; write one beyond \\uFFFF with \\U and 8 digits, or as it is"},
      {"a: 1\n---\nb: 2",
       "2:1-2:2 a second document begins here; a file holds one (1:1 the first one)"},
      {"a: 1\n...\nb: 2",
       "3:1-3:2 a second document begins here; a file holds one (1:1 the first one)"},
      {"%YAML 2.0\n---\na",
       "1:1-1:2 YAML major version too large"},
      {",",
       "1:1-1:2 a ',' separates values only between brackets"},
      {"a: , b",
       "1:4-1:5 a ',' separates values only between brackets"},
      {": a",
       "1:1-1:1 a key is missing here"},
      {"~: a",
       "1:1-1:2 'null' is not a key; put it into quotes"},
      {"? [a]\n: b",
       "1:3-1:6 a list can't be a key; a text that begins with '[' needs quotes"},
      {"a: {{ x }}",
       "1:5-1:10 a mapping can't be a key; a text that begins with '{' needs quotes\n1:7-1:8 a ':' is missing after this key"},
      {"a: 1\na: 2\n",
       "2:1-2:2 the key 'a' stands here twice (1:1 first here)"},
      {"{a: 1, b: 2, \"a\": 3, a: 4}",
       "1:14-1:17 the key 'a' stands here twice (1:2 first here)\n1:22-1:23 the key 'a' stands here twice (1:2 first here)"},
      {"<<: 3\na: 1\n",
       "1:5-1:6 '<<' takes in a mapping or a list of mappings"},
      {"<<: [{a: 1}, 2]\n",
       "1:14-1:15 '<<' takes in a mapping or a list of mappings"},
      {"- a\n - b\n",
       "2:2-2:3 this line goes on with the text above; a list item is indented like the others (1:3 the text above)"},
      {"color: #ff0000\nb: 1 # fine\nc: # fine\n- #1\n",
       "1:8-1:15 no value stands here, for '#' begins a comment; a text with '#' needs quotes\n4:3-4:5 no value stands here, for '#' begins a comment; a text with '#' needs quotes"},
      {"color: #ff0000\nb: 1 # fine\nc: # fine\n",
       "1:8-1:15 no value stands here, for '#' begins a comment; a text with '#' needs quotes"},
      {"a\x07: 1",
       "1:2-1:3 the control character U+0007 can't stand in YAML"},
      {"a\x00: 1"sv,
       "1:2-1:3 a NUL byte; is this a text file?"},
      {"a: \x7f",
       "1:4-1:5 the control character U+007F can't stand in YAML"},
      {"a: \xC2\x80",
       "1:4-1:5 the control character U+0080 can't stand in YAML"},
      {"a: \xEF\xBF\xBF",
       "1:4-1:5 the control character U+FFFF can't stand in YAML"},
      {"a: caf\xE9\nb: 1",
       "1:7-1:8 the byte \\xe9 is not UTF-8; is the file Latin-1? save it as UTF-8"},
      {"k: 1\na: caf\xE9\nb: [1",
       "2:7-2:8 the byte \\xe9 is not UTF-8; is the file Latin-1? save it as UTF-8\n3:4-3:5 this '[' is never closed"},
      {"\xFF\xFE""a\x00"sv,
       "1:1-1:3 this file is UTF-16; save it as UTF-8"},
      {"\xFE\xFF\x00""a"sv,
       "1:1-1:3 this file is UTF-16; save it as UTF-8"},
      {"\xFF\xFE\x00\x00""a\x00\x00\x00"sv,
       "1:1-1:5 this file is UTF-32; save it as UTF-8"},
      {"a\x00:\x00"sv,
       "1:1-1:3 this file is UTF-16; save it as UTF-8"},
      {"a: 1\rb: 2",
       "1:5-2:1 a carriage return without a line feed; save the file with line ends of one kind, LF or CRLF"},
      {"\uFEFFa: [1",
       "1:4-1:5 this '[' is never closed"},
      {"\"a\" b: c",
       "1:5-1:6 'b: c' can't stand here"},
      {"a: {b: c}}",
       "1:10-1:11 this '}' closes nothing"},
      {"a: 1\n  - b: 2\n",
       "2:3-2:6 '- b' is indented too deep: it goes on with the text above (1:4 this text)\n2:3-2:4 this line goes on with the text above; a list item is indented like the others (1:4 the text above)"},
      {"a: \"x\ny: \"z\": 1\n",
       "1:4-1:5 this quote is not closed where its text ends (2:5 only before 'z\": 1')\n"
       "2:7-2:8 a second ': ' on one line; a text that has one needs quotes"},
      {"a: «b: c»",
       "1:4-1:5 '«' quotes nothing; use \""},
      {"- *a\n",
       "1:3-1:5 no anchor 'a' stands before this; a text that begins with '*' needs quotes"},
      {"*a : 1",
       "1:1-1:3 no anchor 'a' stands before this; a text that begins with '*' needs quotes"},
      {"a: [&b c, *d]",
       "1:11-1:13 no anchor 'd' stands before this; a text that begins with '*' needs quotes"},
      {"a:\n- b\nc: d: e\n",
       "3:5-3:6 a second ': ' on one line; a text that has one needs quotes"},
      {"a: b #c\n d: e\n",
       "2:2-2:6 this line is indented by 1 blank, the lines above by 0"},
  };
  // clang-format on
  for (const auto& [text, messages] : cases) {
    CAPTURE(text);
    CHECK(messages_of(text) == messages);
  }
}

// A text, the places of its faults, and what is read in spite of them.
TEST_CASE("a fault costs what it stands in, and the others are found in the same round") {
  // clang-format off
  const struct { std::string_view text, places, shape; } cases[] = {
      {"a: b: c\nd: 1\n", "1:5 yaml-syntax", "{d: 1}"},
      {"a:\n  b: c: d\n  e: 1\nf: 2\n", "2:7 yaml-syntax", "{a: {e: 1}, f: 2}"},
      {"- id: x: y\n  name: X\n- id: z\n", "1:8 yaml-syntax", "[{name: X}, {id: z}]"},
      {"- \"a\" b\n- c\n", "1:7 yaml-syntax", "[c]"},
      {"- {a: 1, b: {c: d: e}, f: 2}\n- g\n", "1:18 yaml-syntax", "[{a: 1, b: {}, f: 2}, g]"},
      {"- {a: 1, b: [c}\n- d\n", "1:15 yaml-syntax", "[d]"},
      {"a: \"x\nb: 1\nc: 2\n", "1:4 yaml-syntax", "{b: 1, c: 2}"},
      {"a: 1\n\tb: 2\n\tc: 3\nd: 4\n", "2:1 yaml-syntax", "{a: 1, d: 4}"},
      {"a: 1\n  b: 2\nc: 3\n", "2:3 yaml-syntax", "{a: 1, c: 3}"},
      {"a:\n- b\n- @c\n- d\n", "3:3 yaml-syntax", "{a: [b, d]}"},
      {"a: *b\nc: 1\n", "1:4 yaml-syntax", "{c: 1}"},
      {"a: caf\xE9\nb: 1\nc: \x01\nd: \xE9\n", "1:7 invalid-utf8, 3:4 yaml-syntax", "{b: 1}"},
      {"a: b: c\nd: \"e\nf: [g\nh: @i\nk: 1\n", "1:5 yaml-syntax, 2:4 yaml-syntax, 3:4 yaml-syntax, 4:4 yaml-syntax", "{k: 1}"},
      {"a: [\n  {b: c: d},\n  {e: 1},\n]\nf: 2\n", "2:8 yaml-syntax", "{a: [{}, {e: 1}], f: 2}"},
      {"{\"a\": [{\"b\": 1 \"c\": 2}, {\"d\": 3}], \"e\": 4}", "1:19 yaml-syntax", "{\"a\": [{}, {\"d\": 3}], \"e\": 4}"},
      {"a: |\n  x: y: z\nb: 1\n", "", "{a: |x: y: z\n|, b: 1}"},
      {"\na: 1\nb: {", "3:4 yaml-syntax", "{a: 1}"},
      {" \na: [1]\nb: {\n c", "3:4 yaml-syntax", "{a: [1]}"},
  };
  // clang-format on
  for (const auto& [text, places, shape] : cases) {
    CAPTURE(text);
    CHECK(places_of(text) == places);
    CHECK(shape_of(text) == shape);
  }
}

TEST_CASE("what lacks something says so, and so does all that holds it") {
  const Reading reading("a:\n- {b: c: d}\n- {e: 1}\nf: {g: 2}\n");
  const yaml::Value root = reading.root();
  CHECK(root.value(0).item(0).node().is_cut);
  CHECK_FALSE(root.value(0).item(1).node().is_cut);
  CHECK_FALSE(root.value(1).node().is_cut);
  CHECK(reading.tree.is_read_to_end);
  CHECK_FALSE(reading.tree.is_whole);
}

TEST_CASE("a line with a plain value hides nothing that others speak of") {
  CHECK_FALSE(Reading("- id: a\n  name: b: c\n").tree.hides_things);
  CHECK(Reading("- id: a\n  name: [b: c: d]\n").tree.hides_things);
  CHECK(Reading("- id: a: b\n  - c\n").tree.hides_things);
}

TEST_CASE("as many faults as one likes are read past in bounded time") {
  std::string text;
  for (int i = 0; i < 2000; ++i) text += fmt::format("k{}: a: b\n", i);
  const Reading reading(text);
  CHECK(reading.findings.size() > 40);
  CHECK(reading.findings.size() < 60);
}

TEST_CASE("as many keys over several lines as one likes are read in bounded time") {
  const auto keys = [](int count) {
    std::string text = "{";
    for (int i = 0; i < count; ++i) text += fmt::format("k{}\n  x: 1,\n", i);
    return text + "}\n";
  };
  CHECK(messages_of(keys(100)) == "");
  const Reading many(keys(2000));
  REQUIRE(many.findings.size() == 1);
  CHECK(many.findings.begin()->message == "too many keys stand on several lines, this one among them; write each on one line");
  CHECK(many.sources.text_of(many.findings.begin()->span).ends_with("\n  x"));
  CHECK_FALSE(many.tree.is_read_to_end);
}

TEST_CASE("findings have the rule they break") {
  const struct {
    std::string_view text, places;
  } cases[] = {
      {"a: [1", "1:4 yaml-syntax"},     {"a: 1\na: 2\n", "2:1 duplicate-key"}, {"a: caf\xE9", "1:7 invalid-utf8"},
      {"\xFF\xFE", "1:1 invalid-utf8"}, {"a: \x01", "1:4 yaml-syntax"},
  };
  for (const auto& [text, places] : cases) {
    CAPTURE(text);
    CHECK(places_of(text) == places);
  }
}

TEST_CASE("what is only most likely wrong is a warning") {
  for (const std::string_view text : {"- a\n - b\n", "color: #ff0000\n", "- #1\n"}) {
    CAPTURE(text);
    const Reading reading(text);
    REQUIRE(reading.findings.size() == 1);
    CHECK(reading.findings.begin()->severity == Severity::warning);
    CHECK(reading.tree.is_whole);
  }
}

TEST_CASE("input that a parser would read for ever is read to its end") {
  for (const std::string_view text : {",", "a: 1\n,", "- ,", "\"a\", b", "]", "?", "? ? ,", "--- ,", "!a ,", "&a ,"}) {
    CAPTURE(text);
    CHECK(places_of(text).find("yaml-syntax") != std::string::npos);
  }
}

TEST_CASE("everything in the file is read or reported") {
  // What stands in the tree or in a finding's span; nothing may be passed over in silence.
  for (const std::string_view text :
       {"a: 1\n%b: 2\n", "- a\nb: 1\n", "a\n...\n%c\nb\n", "\"a\" b\n", "a: 1\n...\nb: 2\n", "a: 1\n---\nb: 2\n"}) {
    CAPTURE(text);
    const Reading reading(text);
    CHECK_FALSE(reading.findings.empty());
    CHECK_FALSE(reading.tree.is_whole);
  }
}

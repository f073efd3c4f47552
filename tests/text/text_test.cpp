#include <doctest/doctest.h>

#include <array>

#include "mot/findings/finding.h"
#include "mot/text/nearest.h"
#include "mot/text/source.h"
#include "mot/text/utf8.h"

using namespace mot;

TEST_CASE("positions count lines and characters from one") {
  Sources sources;
  const auto file = sources.add({"a.yaml", "\xEF\xBB\xBFid: \xC3\xA4x\r\nname: \xF0\x9F\x98\x80y\rlast"});
  const std::string_view text = sources[file].text;
  const auto position_of = [&](std::string_view what) {
    const auto at = static_cast<std::uint32_t>(text.find(what));
    return sources.begin_of({file, at, at + 1});
  };
  CHECK(position_of("id") == Position{1, 1});
  CHECK(position_of("x") == Position{1, 6});
  CHECK(position_of("y") == Position{2, 8});
  CHECK(position_of("last") == Position{3, 1});
  CHECK(sources.line(file, 3) == "last");
}

TEST_CASE("columns are the same on long lines, and as cheap") {
  std::string text = "\xEF\xBB\xBF";
  for (int i = 0; i < 3000; ++i) text += i % 3 == 0 ? "\u65c5" : "ab";
  text += "\n";
  const auto second_line = static_cast<std::uint32_t>(text.size());
  for (int i = 0; i < 300'000; ++i) text += "\u65c5x";
  Sources sources;
  const auto file = sources.add({"a.yaml", text});
  const auto column_at = [&](std::uint32_t offset) { return sources.begin_of({file, offset, offset}).column; };
  for (const std::uint32_t offset : {3u, 6u, 1026u, 4098u, 6002u}) {
    CAPTURE(offset);
    CHECK(column_at(offset) == count_characters(std::string_view(text).substr(3, offset - 3)) + 1);
  }
  // One by one each of these would count hundreds of thousands of characters: minutes.
  for (std::uint32_t i = 0; i < 300'000; ++i) REQUIRE(column_at(second_line + 4 * i) == 2 * i + 1);
}

TEST_CASE("the first byte that is no UTF-8 is found") {
  const struct {
    std::string_view text;
    int at;
  } cases[] = {
      {"plain", -1},
      {"\xC3\xA4", -1},
      {"a\xC3", 1},
      {"\xC0\xAF", 0},
      {"ab\xED\xA0\x80", 2},
      {"\xF4\x90\x80\x80", 0},
      {"\xFF\xFE", 0},
      {"1234567\xFF", 7},
      {"12345678\xFF", 8},
      {"\xC3\xA4"
       "12345678\x80",
       10},
  };
  for (const auto& [text, at] : cases) {
    CAPTURE(text);
    const auto found = first_invalid_byte(text);
    CHECK((found ? static_cast<int>(*found) : -1) == at);
  }
}

TEST_CASE("a terminal's width of a text counts wide and combining characters") {
  const struct {
    std::string_view text;
    std::size_t width;
  } cases[] = {
      {"abc", 3}, {"\u00e4", 1}, {"a\u0308", 1}, {"\u65c5\u5ba2", 4}, {"\U0001F600", 2}, {"a\tb", 3},
  };
  for (const auto& [text, width] : cases) {
    CAPTURE(text);
    CHECK(display_width(text) == width);
  }
}

TEST_CASE("blanks, marks alone and what has no width show nothing") {
  const struct {
    std::string_view text;
    bool shows;
  } cases[] = {
      {"", false},
      {" \t\u00a0\u3000", false},
      {"\u200b\u200d\u2060", false},
      {"\u0301", false},
      {"\u00ad", false},
      {"\ufe0f", false},
      {"a\u0301", true},
      {" .", true},
      {"\u65c5", true},
      {"\U0001F600", true},
      {"\xff", true},
      {"\u3164", false},
  };
  for (const auto& [text, shows] : cases) {
    CAPTURE(text);
    CHECK(shows_anything(text) == shows);
  }
}

TEST_CASE("a text is read in the direction of its first letter") {
  const struct {
    std::string_view text;
    bool right_to_left;
  } cases[] = {
      {"", false},
      {"42!", false},
      {"gate 4", false},
      {"\u05e9\u05dc\u05d5\u05dd", true},
      {"4 \u0645\u0631\u062d gate", true},
      {"gate \u0645\u0631", false},
      {"\xff\u0645", true},
  };
  for (const auto& [text, right_to_left] : cases) {
    CAPTURE(text);
    CHECK(reads_right_to_left(text) == right_to_left);
  }
}

TEST_CASE("nothing a file says can steer a terminal") {
  CHECK(printable("a\x1b[31mb\n\xff\u202e") == "a\\x1b[31mb\\n\\xff\\u202e");
  CHECK(printable("a ##[add-mask]b ##vso[x] ## c") == "a \\x23#[add-mask]b \\x23#vso[x] ## c");
  CHECK(printable("H\u00e4nde \u65c5") == "H\u00e4nde \u65c5");
  for (const char* mark : {"\u061c", "\u200b", "\u200e", "\u200f", "\u2028", "\u202a", "\u2060", "\u2069", "\u206f", "\ufeff", "\ufff9"}) {
    CAPTURE(mark);
    CHECK(printable(mark).starts_with("\\u"));
    CHECK(printable(std::string("a") + mark + "b").size() == 8);
  }
  // What people write with: joiners, a no-break space, Hebrew, a flag.
  for (const char* text : {"\u0645\u06cc\u200c\u062e", "\U0001f468\u200d\U0001f469", "a\u00a0b", "\u05e9", "\U0001f1e9\U0001f1ea"}) {
    CAPTURE(text);
    CHECK(printable(text) == text);
  }
}

TEST_CASE("the nearest name is offered only where a slip is likely") {
  constexpr std::array<std::string_view, 3> names = {"touchpoints", "importance", "moment_of_truth"};
  CHECK(nearest("touchpoint", names) == "touchpoints");
  CHECK(nearest("Moment-Of-Truth", names) == "moment_of_truth");
  CHECK(nearest("imprtance", names) == "importance");
  CHECK_FALSE(nearest("channel", names));
  CHECK(edit_distance("ab", "ba", 3) == 1);
  CHECK(edit_distance("kitten", "sitting", 9) == 3);
}

TEST_CASE("findings stand by file, place and rule, each once") {
  Findings findings;
  findings.report("unknown-key", {0, 9, 12}, "later");
  findings.report("bad-id", {0, 3, 5}, "earlier");
  findings.report("unknown-key", {0, 9, 12}, "later");
  findings.sort();
  REQUIRE(findings.size() == 2);
  CHECK(findings.begin()->message == "earlier");
  CHECK(findings.any_at_least(Severity::error));
}

TEST_CASE("a finding is known by its rule and ids, else by its file and message") {
  Sources sources;
  sources.add({"departments/hall.yaml", "id: a\nid: b\n"});
  Findings findings;
  findings.report("no-owner", {0, 4, 5}, "nobody owns 'a'").subjects = {"a", "hall"};
  findings.report("duplicate-key", {0, 6, 8}, "the key 'id' is already there");
  CHECK(fingerprint_of(*findings.begin(), sources) == "no-owner/a/hall");
  CHECK(fingerprint_of(*(findings.begin() + 1), sources) == "duplicate-key/hall.yaml/the key 'id' is already there");
}

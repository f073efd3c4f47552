// Lines of text among which some are read from the other side.
#include "mot/picture/text_layout.h"

#include <doctest/doctest.h>

#include <string>

#include "mot/picture/theme.h"
#include "mot/text/isolates.h"
#include "support/journeys.h"

using namespace mot;
using namespace mot::testing;

TEST_CASE("a line of ours that begins with a name read from the right is still read from the left") {
  const struct {
    std::string text;
    bool is_marked;
  } cases[] = {
      {"“" + isolated("البداية") + "” hurts most", true},
      {isolated("البداية") + " falls 6 points short", true},
      {"Nobody knows “Gate”", false},
      {"البداية", false},
  };
  for (const auto& [text, is_marked] : cases) {
    CAPTURE(text);
    const auto layout = set_text(typesetter(), text, light_theme().body, 1000);
    REQUIRE(layout.lines.size() == 1);
    const std::string& line = layout.lines[0].runs[0].text;
    CHECK(line == (is_marked ? std::string(left_to_right_mark) : "") + text);
  }
}

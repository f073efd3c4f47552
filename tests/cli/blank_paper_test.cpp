// A blank map is written on by people who stand before it.
#include <doctest/doctest.h>

#include <string>

#include "support/folder.h"
#include "support/program.h"
#include "support/text_parts.h"

using namespace mot::testing;

TEST_CASE("what is left blank takes as many sheets as its letters need, unless their number is asked for") {
  const Folder folder;
  const std::string file = (folder / "blank.pdf").string();
  for (const char* blank : {"all", "customer"}) {
    for (const char* paper : {"a1", "a4"}) {
      CAPTURE(blank);
      CAPTURE(paper);
      const Ran ran = run_mot({"map", MOT_SOURCE_DIR "/examples/skyline-air", "--journey", "broken-connection", "--blank", blank, "--paper",
                               paper, "-o", file});
      CHECK(ran.code == 0);
      CHECK(contains(ran.err, std::string(" sheets of ") + paper));
      CHECK(!contains(ran.err, "fewer than"));
    }
  }
  const Ran one = run_mot({"map", MOT_SOURCE_DIR "/examples/skyline-air", "--journey", "broken-connection", "--blank", "all", "--paper",
                           "a1", "--sheets", "1", "-o", file});
  CHECK(one.code == 0);
  CHECK(!contains(one.err, " sheets of "));
}

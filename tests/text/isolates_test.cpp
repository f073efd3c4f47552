// Words of users in lines of ours, whichever way they are read.
#include "mot/text/isolates.h"

#include <doctest/doctest.h>

#include "mot/text/utf8.h"

using namespace mot;

TEST_CASE("only what is read from right to left is held apart") {
  CHECK(isolated("Bag drop") == "Bag drop");
  CHECK(isolated("旅客 8") == "旅客 8");
  CHECK(isolated("الأمتعة") == "\u2068الأمتعة\u2069");
  CHECK(isolated("Desk الأمتعة") == "\u2068Desk الأمتعة\u2069");
  CHECK(held_apart("58 %") == "\u206858 %\u2069");
  CHECK_FALSE(has_right_to_left(""));
}

TEST_CASE("what is held apart does not turn the line around") {
  CHECK(reads_right_to_left("الأمتعة falls short"));
  CHECK_FALSE(reads_right_to_left(isolated("الأمتعة") + " falls short"));
  CHECK_FALSE(reads_right_to_left("\u2068الأمتعة"));
  CHECK(reads_right_to_left(std::string(right_to_left_mark) + isolated("الأمتعة") + " 58 %"));
}

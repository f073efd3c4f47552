// Two changes of one text.
#include "mot/edit/text_merge.h"

#include <doctest/doctest.h>

using namespace mot::edit;

TEST_CASE("two changes of one text are put together unless they change the same lines") {
  const struct {
    const char* base;
    const char* ours;
    const char* theirs;
    const char* both;  // null: nobody can tell
  } cases[] = {
      {"a\nb\nc\n", "A\nb\nc\n", "a\nb\nC\n", "A\nb\nC\n"},
      {"a\nb\nc\n", "a\nb\nC\n", "A\nb\nc\n", "A\nb\nC\n"},
      {"a\nb\nc\n", "a\nB\nc\n", "a\nB2\nc\n", nullptr},
      {"a\nb\nc\n", "A\nb\nc\n", "a\nB\nc\n", "A\nB\nc\n"},
      {"a\nb\nc\nd\ne\n", "a\nb\nC\nd\ne\n", "A\nb\nc\nd\nE\n", "A\nb\nC\nd\nE\n"},
      {"a\nb\nc\nd\ne\n", "a\nB\nc\nD\ne\n", "x\na\nb\nC\nd\ne\ny\n", "x\na\nB\nC\nD\ne\ny\n"},
      {"a\nb\nc\nd\n", "a\nB\nc\nd\n", "A\nB\nc\nD\n", nullptr},
      {"a\nb\nc\nd\n", "a\nB\nc\nd\n", "a\nB\nc\nD\n", "a\nB\nc\nD\n"},
      {"a\nb\nc\n", "a\nB\nc\n", "a\nb\nx\nc\n", "a\nB\nx\nc\n"},
      {"a\nb\nc\n", "a\nc\n", "a\nb\nx\nc\n", nullptr},
      {"a\nb\nc\n", "a\nx\nb\nc\n", "a\ny\nb\nc\n", nullptr},
      {"a\nb\nc\n", "b\nc\n", "a\nb\nc\nd\n", "b\nc\nd\n"},
      {"a\nb\nc", "A\nb\nc", "a\nb\nc\nd\n", "A\nb\nc\nd\n"},
      {"a\r\nb\r\nc\r\n", "A\r\nb\r\nc\r\n", "a\r\nb\r\nc\r\n\r\n", "A\r\nb\r\nc\r\n\r\n"},
      {"", "a\n", "b\n", nullptr},
      {"x: 1\ny: 2\nz: 3\n", "x: 1\nw: 0\ny: 2\nz: 3\n", "x: 1\ny: 2\nz: 4\n", "x: 1\nw: 0\ny: 2\nz: 4\n"},
  };
  for (const auto& [base, ours, theirs, both] : cases) {
    CAPTURE(base);
    CAPTURE(ours);
    CAPTURE(theirs);
    const auto result = merged(base, ours, theirs);
    CHECK(result.has_value() == (both != nullptr));
    if (both != nullptr) CHECK(result == both);
  }
}

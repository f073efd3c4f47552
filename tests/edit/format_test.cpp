// What `mot fmt` makes of a file.
#include "mot/edit/format.h"

#include <doctest/doctest.h>

#include "mot/edit/text_diff.h"

using namespace mot::edit;

TEST_CASE("layout is tidied up, and what may be meant stays") {
  const struct {
    const char* before;
    const char* after;
  } cases[] = {
      {"a: {b: 1,c: [ 2,3 ]}", "a: { b: 1, c: [2, 3] }\n"},
      {"a: 1  \n\n\n\nb: 2 # c  \n\n\n", "a: 1\n\nb: 2 # c\n"},
      {"\n\na: 1\n", "a: 1\n"},
      {"a:   1\nlong: 2\n", "a:   1\nlong: 2\n"},
      {"a: { b: 1,   c: 2 }\n", "a: { b: 1,   c: 2 }\n"},
      {"a: [1 , 2]\n", "a: [1, 2]\n"},
      {"a: {}\nb: [ ]\nc: { }\n", "a: {}\nb: []\nc: {}\n"},
      {"a: {b: 1,\n    c: 2}\n", "a: { b: 1,\n    c: 2 }\n"},
      {"a: [\n  1,\n  2\n]\n", "a: [\n  1,\n  2\n]\n"},
      {"a: |\n  x  \n\n\n  y\nb: 1\n", "a: |\n  x  \n\n\n  y\nb: 1\n"},
      {"a: |+\n  x\n\n\nb: 1\n", "a: |+\n  x\n\n\nb: 1\n"},
      {"a: \"x  \n\n\n  y\"\n", "a: \"x  \n\n\n  y\"\n"},
      {"a: '{x,y}' # {z,w}\n", "a: '{x,y}' # {z,w}\n"},
      {"a: 1\r\n\r\n\r\nb: {c: 1}", "a: 1\r\n\r\nb: { c: 1 }\r\n"},
      {"# only a comment  \n", "# only a comment  \n"},
      {"a: 1\n# foot  ", "a: 1\n# foot\n"},
  };
  for (const auto& [before, after] : cases) {
    CAPTURE(before);
    CHECK(formatted(YamlText("a.yaml", before)) == after);
    CHECK(formatted(YamlText("a.yaml", after)) == after);
  }
  CHECK_THROWS_WITH_AS(formatted(YamlText("a.yaml", "a: [")), "a.yaml has a fault of form; mend it first ('mot validate' says where)",
                       Refused);
}

TEST_CASE("a patch shows three lines around each change") {
  CHECK(unified_diff("f", "a\n", "a\n").empty());
  CHECK(unified_diff("f", "1\n2\n3\n4\n5\n6\n", "1\n2\n3\n4\nx\n6\n") == "--- f\n+++ f\n@@ -2,5 +2,5 @@\n 2\n 3\n 4\n-5\n+x\n 6\n");
  CHECK(unified_diff("f", "a", "a\nb\n") == "--- f\n+++ f\n@@ -1,1 +1,2 @@\n-a\n\\ No newline at end of file\n+a\n+b\n");
  CHECK(unified_diff("f", "", "a\n") == "--- f\n+++ f\n@@ -0,0 +1,1 @@\n+a\n");
}

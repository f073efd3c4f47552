// Pictures of the page in few bytes: shapes from point to point, circles that are circles, looks that share a class.
#include <doctest/doctest.h>

#include <string>

#include "mot/page/compact_paths.h"
#include "mot/page/picture_styles.h"

using namespace mot;

TEST_CASE("shapes are written in tenths, curves that are straight as lines") {
  const struct {
    const char *path, *compact;
  } paths[] = {
      {"M80,409.41C458,409.41 836,409.41 1214,409.41", "M80 409.4h1134"},
      {"M0,0C1,1 2,2 3,3 4,4 5,5 6,6 6,9 9,12.04 12,12", "M0 0l3 3 3 3c0 3 3 6 6 6"},
      {"M-1.26,0C-1.26,8 -1.26,2 -1.26,-3.99", "M-1.3 0c0 8 0 2 0-4"},
      {"M0,0L1.234,5", "M0,0L1.234,5"},
      {"M0,0C1,1 2,2", "M0,0C1,1 2,2"},
      {"M0,0C1,1 2,2 3,nan", "M0,0C1,1 2,2 3,nan"},
      {"M0,0C1,1 2,2 3,3M5,5", "M0,0C1,1 2,2 3,3M5,5"},
      {"", ""},
  };
  for (const auto& [path, compact] : paths) CHECK(compact_path(path) == compact);
  CHECK(path_of_points("0,0 10.25,0 10.25,5 0,5 0,0", true) == "M0 0h10.3v5h-10.3z");
  CHECK(path_of_points("0,0 1,0 1,0.5 -0.5,-2", true) == "M0 0h1v.5l-1.5-2.5z");
  CHECK(path_of_points("0,0 1,1 0,0", false) == "M0 0l1 1-1-1");
  CHECK(path_of_points("0 0", true) == "M0 0z");
  CHECK(path_of_points("0,0 1.5,0.5 2,1.5", false) == "M0 0l1.5.5.5 1");
}

TEST_CASE("a circle of four curves is known as one, and anything else is not") {
  const char* circle =
      "M261.2,173.6C261.2,174.93 260.13,176 258.8,176 257.47,176 256.4,174.93 256.4,173.6 "
      "256.4,172.27 257.47,171.2 258.8,171.2 260.13,171.2 261.2,172.27 261.2,173.6";
  CHECK(circle_of_path(circle) == " cx=\"258.8\" cy=\"173.6\" r=\"2.4\"");
  std::string egg = circle;
  egg.replace(egg.find("258.8,176"), 9, "258.8,179");
  CHECK(circle_of_path(egg).empty());
  CHECK(circle_of_path("M0,0C1,1 2,2 3,3").empty());
  CHECK(circle_of_path("M1,1 0,0").empty());
}

TEST_CASE("where a path lies") {
  const auto extent = extent_of("M10 10h5v-2l-20 1c0 3 1 4 2 4z");
  REQUIRE(extent);
  CHECK(extent->left == -5);
  CHECK(extent->right == 15);
  CHECK(extent->top == 8);
  CHECK(extent->bottom == 13);
  for (const char* other : {"", "h1", "M0 0h1zM5 5h1z", "M0 0Q1 1 2 2", "M0 0a1 1 0 1 1 2 0", "M0,0L1,1"}) {
    CAPTURE(other);
    CHECK_FALSE(extent_of(other));
  }
}

TEST_CASE("looks of pictures that come again share a class") {
  PictureStyles styles;
  CHECK(styles.with_classes("<g><text x=\"1\" font-size=\"10\" fill=\"var(--b)\">fill=\"none\"</text></g>") ==
        "<g><text class=\"A\" x=\"1\">fill=\"none\"</text></g>");
  CHECK(styles.with_classes(
            "<path fill=\"none\" d=\"M0 0\"/><text font-size=\"10\" fill=\"var(--b)\" y=\"2\">a</text><a href=\"#x\">b</a>") ==
        "<path class=\"B\" d=\"M0 0\"/><text class=\"A\" y=\"2\">a</text><a href=\"#x\">b</a>");
  CHECK(styles.with_classes(
            "<path fill=\"none\" d=\"M0 0h1\"/><path fill=\"none\" d=\"M1 1h1\"/><path fill=\"none\" id=\"c\" d=\"M2 2h1\"/>") ==
        "<path class=\"B\" d=\"M0 0h1M1 1h1\"/><path class=\"B\" id=\"c\" d=\"M2 2h1\"/>");
  CHECK(styles.with_classes("<path fill=\"none\" d=\"M0 0h1\"/><g></g><path fill=\"none\" d=\"M1 1h1\"/>") ==
        "<path class=\"B\" d=\"M0 0h1\"/><g></g><path class=\"B\" d=\"M1 1h1\"/>");
  CHECK(styles.css().ends_with("}\n.A{font-size:10px;fill:var(--b);}\n.B{fill:none;}\n"));
  CHECK(styles.with_classes(
            "<ellipse fill=\"none\" cx=\"1\" cy=\"2\" rx=\"3\" ry=\"3\"/><ellipse fill=\"none\" cx=\"1\" cy=\"2\" rx=\"3\" ry=\"4\"/>") ==
        "<circle class=\"B\" cx=\"1\" cy=\"2\" r=\"3\"/><ellipse class=\"B\" cx=\"1\" cy=\"2\" rx=\"3\" ry=\"4\"/>");
}

TEST_CASE("filled shapes of one look are one where they lie apart") {
  const struct {
    const char *apart, *as_one;
  } shapes[] = {
      {"<path fill=\"a\" d=\"M0 0h9v9h-9z\"/><path fill=\"a\" d=\"M20 0h9v9h-9z\"/>",
       "<path class=\"A\" d=\"M0 0h9v9h-9zM20 0h9v9h-9z\"/>"},
      {"<path fill=\"a\" d=\"M0 0h9v9h-9z\"/><path fill=\"a\" d=\"M8 0h9v9h-9z\"/>",
       "<path class=\"A\" d=\"M0 0h9v9h-9z\"/><path class=\"A\" d=\"M8 0h9v9h-9z\"/>"},
      {"<path fill=\"a\" d=\"M0 0h9v9h-9z\"/><path fill=\"b\" d=\"M20 0h9v9h-9z\"/>",
       "<path class=\"A\" d=\"M0 0h9v9h-9z\"/><path class=\"B\" d=\"M20 0h9v9h-9z\"/>"},
      {"<path fill=\"a\" fill-opacity=\"0.5\" d=\"M0 0h9v9h-9z\"/><path fill=\"a\" fill-opacity=\"0.5\" d=\"M20 0h9v9h-9z\"/>",
       "<path class=\"A\" d=\"M0 0h9v9h-9z\"/><path class=\"A\" d=\"M20 0h9v9h-9z\"/>"},
  };
  for (const auto& [apart, as_one] : shapes) {
    PictureStyles styles;
    CHECK(styles.with_classes(apart) == as_one);
  }
}

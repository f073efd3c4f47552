// Icons of channels: known by their words, drawn as Tabler draws them.
#include "mot/picture/icons.h"

#include <doctest/doctest.h>

#include <string>

#include "mot/picture/icon_table.h"
#include "support/journeys.h"

using namespace mot;

TEST_CASE("a channel has the icon whose words it holds, in five languages") {
  const struct {
    const char* channel;
    const char* icon;
  } cases[] = {{"phone", "phone"},
               {"Telefon", "phone"},
               {"Hotline 24/7", "phone"},
               {"e-mail", "mail"},
               {"Brief", "mailbox"},
               {"courrier", "mailbox"},
               {"chat", "message"},
               {"message", "message"},
               {"web", "world"},
               {"Portal", "world"},
               {"app", "device-mobile"},
               {"The app", "device-mobile"},
               {"counter", "building-store"},
               {"Filiale Mitte", "building-store"},
               {"gate", "door"},
               {"on board", "plane"},
               {"belt", "luggage"},
               {"vor Ort", "users"},
               {"mostrador", "building-store"},
               {"kiosk", "device-desktop"},
               {"video", "video"},
               {"letter", "mailbox"},
               {"correo electrónico", "mail"}};
  for (const auto& [channel, icon] : cases) {
    CAPTURE(channel);
    const Icon* const found = icon_of_channel(channel);
    REQUIRE(found);
    CHECK(found->name == icon);
  }
}

TEST_CASE("a channel that no icon stands for has none") {
  for (const char* channel : {"", "carrier pigeon", "xyz", "unhappy"}) CHECK_FALSE(icon_of_channel(channel));
}

TEST_CASE("every icon can be read and lies in its square") {
  for (const IconEntry& entry : icon_table) {
    CAPTURE(entry.name);
    const auto curves = curves_of_path(entry.lines);
    REQUIRE_FALSE(curves.empty());
    for (const std::vector<Point>& curve : curves) {
      CHECK(curve.size() % 3 == 1);
      for (const Point& point : curve) {
        CHECK(point.x >= 0);
        CHECK(point.y >= 0);
        CHECK(point.x <= 24);
        CHECK(point.y <= 24);
      }
    }
  }
}

TEST_CASE("lines, curves and arcs of a path end where they say") {
  const auto curves = curves_of_path("M1 2h4v.5l-1 -1m2 2a3 3 0 0 1 3 3c1 0 1 1 2 2");
  REQUIRE(curves.size() == 2);
  CHECK(curves[0].back() == Point{4, 1.5});
  CHECK(curves[1].front() == Point{6, 3.5});
  CHECK(curves[1][3].x == doctest::Approx(9));
  CHECK(curves[1][3].y == doctest::Approx(6.5));
  // A quarter of a circle to the right and down has its middle outside of the chord.
  CHECK(curves[1][1].x == doctest::Approx(6 + 3 * 0.5523).epsilon(0.001));
  CHECK(curves[1][1].y == doctest::Approx(3.5));
  CHECK(curves[1].back().x == doctest::Approx(11));
  CHECK(curves[1].back().y == doctest::Approx(8.5));
  for (const char* bad : {"10 10", "M1", "Q1 1 2 2", "M1 1 q1 1 2 2", "h3"}) CHECK(curves_of_path(bad).empty());
}

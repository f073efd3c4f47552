// The list of a journey's moments with its curve beside it says the same as the story does.
#include <doctest/doctest.h>

#include "mot/page/drawn_pictures.h"
#include "mot/page/picture_styles.h"
#include "page/pages.h"
#include "support/program.h"

using namespace mot;
using mot::testing::input_of;
using mot::testing::Reviewed;

namespace {

constexpr const char* trip =
    "mot: 1\n"
    "touchpoints:\n"
    "  - { id: come, name: Come, desired: 9, actual: 8, evidence: [{ voice: customer, score: 8, n: 40, sd: 1 }] }\n"
    "  - { id: wait, name: Wait, desired: 9, actual: 4, when: it is full }\n"
    "  - { id: choose, name: Choose, desired: 9, evidence: [{ voice: customer, score: 5, n: 40, sd: 1 }] }\n"
    "  - { id: ask, name: Ask, desired: 9, actual: 6 }\n"
    "  - { id: pay, name: Pay, desired: 8, actual: 8 }\n"
    "  - { id: stock, name: Stock, desired: 8, actual: 8, visibility: backstage }\n"
    "journeys:\n"
    "  - { id: shop, name: Shop, stages: [{ id: s, name: S, touchpoints: [come, wait, { when: in a hurry, share: 12, touchpoints: "
    "[choose], "
    "then: pay }, { journey: help }, stock] }, { id: t, name: T, touchpoints: [{ when: already paid, then: end }, pay] }] }\n"
    "  - { id: help, name: Get help, stages: [{ id: u, name: U, touchpoints: [ask] }] }\n";

/// What the list of the first journey says: `come`, `wait/if it is full`.
std::vector<Json> listed() {
  static const Reviewed reviewed(trip);
  PictureStyles styles;
  DrawnPictures drawn;
  std::vector<Json> moments;
  const Json journeys = journeys_content(input_of(reviewed), {drawn, styles});
  for (const Json& stage : journeys[0]["stages"]) {
    for (const Json& moment : stage["moments"]) moments.push_back(moment);
  }
  return moments;
}

}  // namespace

TEST_CASE("the list of a journey has branches with their conditions and journeys inside") {
  const struct {
    const char* id;
    const char* kind;
    const char* when;
    const char* inside;
    const char* way;
  } expected[] = {
      {"come", "", "", "", ""},
      {"wait", " aside", "if it is full", "", ""},
      {"choose", " aside", "if in a hurry (12\u00a0%)", "", "on at Pay"},
      {"ask", " inside", "", "journey inside: Get help", "when already paid: leaves the journey"},
      {"stock", " aside", "", "", ""},
      {"pay", "", "", "", ""},
  };
  const std::vector<Json> moments = listed();
  REQUIRE(moments.size() == std::size(expected));
  for (std::size_t i = 0; i < moments.size(); ++i) {
    const auto& [id, kind, when, inside, way] = expected[i];
    CAPTURE(id);
    CHECK(moments[i]["id"] == id);
    CHECK(moments[i]["kind"] == kind);
    CHECK(moments[i]["when"] == when);
    CHECK(moments[i]["inside"] == inside);
    CHECK(moments[i]["way"] == way);
  }
}

TEST_CASE("what is conditional hangs on a stem beside the line, and is filled where it is measured") {
  const std::vector<Json> moments = listed();
  const auto upright = [&](std::size_t moment, const char* key) { return moments[moment]["upright"][key].get<std::string>(); };
  for (const std::size_t aside : {std::size_t{1}, std::size_t{2}}) CHECK_FALSE(upright(aside, "stem").empty());
  for (const std::size_t on_line : {std::size_t{0}, std::size_t{3}, std::size_t{5}}) CHECK(upright(on_line, "stem").empty());
  CHECK(upright(0, "hollow").empty());
  CHECK_FALSE(upright(1, "hollow").empty());
  CHECK(upright(2, "hollow").empty());
  // The line goes by the journey inside.
  CHECK_FALSE(upright(3, "area").empty());
  CHECK(upright(2, "area").empty());
}

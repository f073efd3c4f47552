// Cells of touchpoint tables that are scores, or texts that look like some.
#include <doctest/doctest.h>

#include <string>

#include "support/imported_workspace.h"
#include "support/text_parts.h"

using namespace mot;
using namespace mot::testing;
using importing::Fate;

TEST_CASE("cells beside a column of their scores are texts, whatever they look like") {
  for (const char* text : {"50 %", "7", "0012", "8/10", "-5", "1,5", "\u2605\u2605", "4 out of 5", "seven", "2026-04-05", "12,000"}) {
    CAPTURE(text);
    const auto imported = imported_from("way.csv", fmt::format("Step;Desired;Desired score (0-10);Wish;Wish score;Actual;Actual score\n"
                                                               "A;{0};8;{0};;{0};4\nB;;7;{0};6;;\n",
                                                               text));
    const Loaded loaded = loaded_from(imported);
    CHECK(errors_of(loaded) == "");
    const auto& touchpoints = loaded.workspace.touchpoints;
    CHECK(touchpoints[0].desired->company->experience->value == text);
    CHECK(touchpoints[0].desired->company->score->value == 8);
    CHECK(touchpoints[0].desired->customer->experience->value == text);
    CHECK_FALSE(touchpoints[0].desired->customer->score);
    CHECK(touchpoints[0].actual->experience->value == text);
    CHECK(touchpoints[0].actual->score->value == 4);
    CHECK(touchpoints[1].desired->customer->experience->value == text);
    CHECK(touchpoints[1].desired->customer->score->value == 6);
    CHECK(notes_of(imported, Fate::dropped) == "");
  }
}

TEST_CASE("a cell that may be a text or a score and is written otherwise than its number is told") {
  const auto imported = imported_from("way.csv", "Step;Actual\nA;1,5\nB;0012\nC;7\nD;slow\n");
  CHECK(contains(notes_of(imported, Fate::converted), "cells of a text or a score, read as scores: '1,5' is 1.5, '0012' is 12\n"));
}

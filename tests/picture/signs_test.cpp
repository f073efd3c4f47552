// Signs and the legend that they register with.
#include "mot/picture/signs.h"

#include <doctest/doctest.h>

#include "mot/picture/frame.h"
#include "support/journeys.h"
#include "support/scene_finders.h"

using namespace mot;
using namespace mot::testing;

namespace {

std::string words_of(const Canvas& canvas) {
  std::string words;
  for (const LegendEntry& entry : canvas.legend.entries()) words += entry.words + "; ";
  return words;
}

}  // namespace

TEST_CASE("a sign stands in the legend once it is used, once, and in its place") {
  Canvas canvas(light_theme(), typesetter());
  CHECK(words_of(canvas) == "");
  const Stroke stroke = explain(canvas, lived(light_theme(), 1.75));
  CHECK(stroke == Stroke{light_theme().ink, 1.75, Dash::solid});
  explain(canvas, unmeasured(light_theme()));
  explain(canvas, lived(light_theme(), 1.75));
  explain(canvas, moment_of_truth(light_theme()));
  CHECK(words_of(canvas) == "moment of truth; lived; not measured; ");
}

TEST_CASE("a sign that is put looks as in the legend") {
  Canvas canvas(light_theme(), typesetter());
  put(canvas, faded(light_theme()), {200, 50});
  const Scene scene = finished(canvas, 0);
  REQUIRE(scene.ground.size() == 2);
  const Area &drawn = std::get<Area>(scene.ground[0]), &explained = std::get<Area>(scene.ground[1]);
  CHECK(drawn.fill == explained.fill);
  CHECK(drawn.stroke == explained.stroke);
  const Point drawn_at = drawn.outline[0], explained_at = explained.outline[0];
  for (std::size_t i = 0; i < drawn.outline.size(); ++i) {
    CHECK(drawn.outline[i].x - drawn_at.x == doctest::Approx(explained.outline[i].x - explained_at.x));
    CHECK(drawn.outline[i].y - drawn_at.y == doctest::Approx(explained.outline[i].y - explained_at.y));
  }
  CHECK(joined_texts(scene, "legend") == "other departments");
}

TEST_CASE("a score's mark says whether customers were asked, and a judged one explains itself") {
  const Tone& red_tone = light_theme().tone_of(GapClass::red);
  Canvas canvas(light_theme(), typesetter());
  Figures figures;
  figures.actual = 4;
  figures.actual_kind = ActualKind::measured;
  CHECK(score_ring(canvas, figures, red_tone).fill == red_tone.colour);
  CHECK(words_of(canvas) == "");
  figures.actual_kind = ActualKind::judged;
  const RingLook judged_one = score_ring(canvas, figures, red_tone);
  CHECK(judged_one.fill == light_theme().page);
  CHECK(judged_one.stroke == Stroke{red_tone.colour, judged(light_theme()).look.stroke.width, Dash::solid});
  CHECK(score_ring(canvas, {}, red_tone).stroke.dash == Dash::dashed);
  CHECK(words_of(canvas) == "judged by ourselves; not measured; ");
}

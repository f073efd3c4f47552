#include "mot/picture/mirror.h"

#include <doctest/doctest.h>

#include <string>

#include "mot/text/isolates.h"
#include "support/analysed_workspace.h"
#include "support/pictures.h"
#include "support/scene_finders.h"
#include "support/workspaces.h"

using namespace mot;
using namespace mot::testing;

namespace {

/// `[` and `]` around what is held apart, `>` before what runs from the right.
std::string shown(std::string text) {
  const std::pair<std::string_view, std::string_view> signs[] = {
      {first_strong_isolate, "["}, {pop_isolate, "]"}, {right_to_left_mark, ">"}, {left_to_right_mark, "<"}};
  for (const auto& [sign, letter] : signs) {
    for (auto at = text.find(sign); at != std::string::npos; at = text.find(sign, at)) text.replace(at, sign.size(), letter);
  }
  return text;
}

const std::string arabic_journey =
    "project: {name: مطار}\n"
    "personas: [{id: p, name: أمل, needs: [الوضوح], flag: الوقت}]\n"
    "touchpoints:\n"
    "  - {id: one, name: الترحيب, importance: 5, desired: 9, actual: 4}\n"
    "  - {id: two, name: إعادة الحجز, importance: 5, desired: 9, actual: 8}\n"
    "journey: {id: j, name: رحلة, persona: p, stages: [{id: s, name: الوصول, touchpoints: [one, two]}]}\n";

}  // namespace

TEST_CASE("a line that runs from the right holds figures and other scripts apart, and leaves the rest as it is") {
  const struct {
    const char* text;
    const char* expected;
  } cases[] = {
      {"الترحيب", ">الترحيب"},
      {"4 of 9", ">[4 of 9]"},
      {"−0.9", ">[−0.9]"},
      {"(judged)", ">[(judged)]"},
      {"▼ worse", ">▼ [worse]"},
      {"✕\u00a04.5", ">✕\u00a0[4.5]"},
      {"→ Hire", ">← [Hire]"},
      {"رحلة IJ 204 إلى دبي", ">رحلة [IJ 204] إلى دبي"},
      {"Needs الوضوح", ">[Needs] الوضوح"},
      {"  ·  ", ">  ·  "},
      {"سالم · due 2027-01-01", ">سالم · [due 2027-01-01]"},
      {"Proud of: الوقت", ">[Proud of]: الوقت"},
      {"in points →", ">[in points] ←"},
      {"7 → 4.5", ">[7 → 4.5]"},
      {"بالنقاط →", ">بالنقاط ←"},
      {"بالنقاط ←", ">بالنقاط ←"},
      {"فجوة −2  ·  19\u00a0% from a line", ">فجوة [−2]  ·  [19\u00a0% from a line]"},
      {"4 of 9 · judged", ">[4 of 9] · [judged]"},
      {"مكتب (when ضاعت): 2 of 9", ">مكتب ([when] ضاعت): [2 of 9]"},
      {", ", ">, "},
      {"points on average.", ">[points on average.]"},
      {"who meets the customer (role),", ">[who meets the customer (role),]"},
      {"? of 9", ">[? of 9]"},
      {"? → 6.7", ">[? → 6.7]"},
      {"? → ?", ">[? → ?]"},
      {"?\u00a0unknown", ">?\u00a0[unknown]"},
      {"?\u00a01", ">?\u00a0[1]"},
      {"", ">"},
  };
  for (const auto& [text, expected] : cases) {
    CAPTURE(text);
    CHECK(shown(from_right(text)) == expected);
  }
  CHECK(shown(from_right(std::string(left_to_right_mark) + held_apart("الترحيب") + " 5.6")) == ">[الترحيب] [5.6]");
  const std::string sentence =
      std::string(left_to_right_mark) + held_apart("الترحيب") + " falls 6 points short, " + held_apart("رحلة") + " 5.";
  CHECK(from_right(sentence) == sentence);
}

TEST_CASE("a journey that is named from the right runs from there: cards, lines, bars and texts") {
  const Figured figured(arabic_journey);
  const Scene scene = figured.drawn_by(picture_views().front());
  CHECK(find_item<Card>(scene, "touchpoint-one")->box.left > find_item<Card>(scene, "touchpoint-two")->box.left);
  CHECK(find_item<Label>(scene, "title")->align == Align::right);
  CHECK(find_item<Label>(scene, "title")->box.right() > scene.width / 2);
  CHECK(find_item<Marker>(scene, "marker-one")->center.x > find_item<Marker>(scene, "marker-two")->center.x);
  const Scene lanes = figured.drawn_by(picture_views().front(), {.layout = Layout::lanes});
  const Card* card = find_item<Card>(lanes, "touchpoint-one");
  REQUIRE(card->accent);
  CHECK(card->bar().right() == doctest::Approx(card->box.right()));
  CHECK(card->inside().right() < card->bar().left);
}

TEST_CASE("a journey with a Latin name runs from the left, whatever its moments are called") {
  std::string yaml = arabic_journey;
  yaml.replace(yaml.find("رحلة"), std::string("رحلة").size(), "Trip");
  const Scene scene = Figured(yaml).drawn_by(picture_views().front());
  CHECK(find_item<Card>(scene, "touchpoint-one")->box.left < find_item<Card>(scene, "touchpoint-two")->box.left);
}

TEST_CASE("views of a workspace run as its name does") {
  for (const PictureView& view : picture_views()) {
    if (view.subject != PictureSubject::workspace) continue;
    CAPTURE(view.name);
    const Scene scene = Figured(arabic_journey).drawn_by(view);
    CHECK(find_item<Label>(scene, "title")->align == Align::right);
  }
}

TEST_CASE("mirrored twice, everything stands where it stood") {
  Scene scene = Figured(yaml_of(Crowd{.touchpoints = 12, .departments = 3})).drawn_by(picture_views().front(), {.layout = Layout::lanes});
  const Scene twice = mirrored(mirrored(scene));
  REQUIRE(twice.items.size() == scene.items.size());
  for (std::size_t i = 0; i < scene.items.size(); ++i) {
    const auto* card = std::get_if<Card>(&scene.items[i]);
    if (card == nullptr) continue;
    CHECK(std::get<Card>(twice.items[i]).box.left == doctest::Approx(card->box.left));
    CHECK(std::get<Card>(twice.items[i]).bar().left == doctest::Approx(card->bar().left));
  }
  CHECK(twice.connectors.size() == scene.connectors.size());
}

TEST_CASE("a sentence from the left that a line breaks at its colon keeps it, and a name before a value gives it to the line") {
  const auto lines = [](std::vector<std::string> texts) {
    Scene scene = empty_scene(100, 100);
    Line line;
    for (std::string& text : texts) line.runs.push_back({std::move(text), {}, {}});
    Label label;
    label.lines = {line};
    scene.items.emplace_back(label);
    const Scene turned = mirrored(scene);
    std::string all;
    for (const Run& run : std::get<Label>(turned.items.back()).lines.front().runs) all += shown(run.text) + " ";
    return all;
  };
  CHECK(lines({"nothing is written down:"}) == ">[nothing is written down:] ");
  CHECK(lines({"Proud of:", "الوقت"}) == ">[Proud of]: >الوقت ");
  CHECK(lines({"الوقت:"}) == ">الوقت: ");
}

// What holds for every view, whatever the workspace holds.
#include "mot/view/views.h"

#include <doctest/doctest.h>

#include <cstdlib>
#include <fstream>
#include <iterator>

#include "mot/picture/scene_text.h"
#include "support/analysed_workspace.h"
#include "support/golden.h"
#include "support/pictures.h"
#include "support/scene_checks.h"
#include "support/scene_finders.h"
#include "support/view_options.h"
#include "support/workspaces.h"

using namespace mot;
using namespace mot::testing;

namespace {

std::string contents_of(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

std::string bakery() {
  const std::string yaml = contents_of(std::string(MOT_SOURCE_DIR) + "/examples/corner-bakery.yaml");
  return yaml.substr(yaml.find("project:"));  // the loader of tests writes the line before it
}

}  // namespace

TEST_CASE("in every view nothing overlaps, is cut off, leaves the page or is crossed, whatever there is to draw and is asked for") {
  for (const auto& [what, yaml] : hard_cases()) {
    const Figured figured(yaml);
    for (const PictureView& view : picture_views()) {
      if (!figured.can_be_drawn_by(view)) continue;
      const bool is_large = figured.workspace.touchpoints.size() > 35;
      for (const Asked& asked : (is_large ? few_combinations : combinations)(view, figured.workspace)) {
        const Scene scene = drawn_as_asked(figured, view, asked);
        INFO(view.name, " of ", std::string_view(what), " ", asked.text);
        for (const std::string& fault : faults(scene, typesetter())) FAIL_CHECK(fault);
        CHECK_FALSE(scene.title.empty());
        CHECK_FALSE(scene.description.empty());
        CHECK(scene.id.starts_with(view.name));
      }
    }
  }
}

TEST_CASE("every view of the bakery is as it was looked at") {
  const Figured figured(bakery());
  for (const PictureView& view : picture_views()) {
    INFO(view.name);
    check_golden(fmt::format("bakery-{}.scene", view.name), scene_text(figured.drawn_by(view)));
  }
}

TEST_CASE("every view becomes valid XML, with ids that begin with its own") {
  REQUIRE(is_installed("xmllint"));
  for (const auto& [what, yaml] : hard_cases()) {
    if (std::string_view(what) == "three hundred") continue;  // says nothing that thirty do not
    const Figured figured(yaml);
    for (const PictureView& view : picture_views()) {
      if (!figured.can_be_drawn_by(view)) continue;
      INFO(view.name, " of ", what);
      const Scene scene = figured.drawn_by(view);
      const std::string svg = drawn(scene, "svg");
      CHECK(said_by("xmllint --noout --nonet", svg) == "");
      std::set<std::string> ids;
      for (std::size_t at = 0; (at = svg.find(" id=\"", at)) != std::string::npos;) {
        at += 5;
        const std::string id = svg.substr(at, svg.find('"', at) - at);
        if (!id.starts_with(scene.id)) FAIL_CHECK(id);
        if (!ids.insert(id).second) FAIL_CHECK("twice: " << id);
      }
    }
  }
}

TEST_CASE("whatever names say, every view in every theme is valid XML that runs and leads nowhere it may not") {
  REQUIRE(is_installed("xmllint"));
  std::string yaml = R"yaml(project: { name: "]]> <&> \" ' \\N %3c" }
departments: [{ id: a, name: "<script>alert(1)</script>" }, { id: b, name: "\u202Eoverride\u202C \u2066isolate \u200B\uFFFE \uFFFF \uFEFF" }]
personas: [{ id: p, name: "javascript:alert(1)" }]
touchpoints:
  - { id: one, name: "javascript:alert(1) %3cscript%3e", department: a, importance: 5, role: "&amp; &lt; &bogus;", actual: 4,
      desired: { company: { experience: "\\N\\G\\L ]]> <!-- ", score: 9 } }, empowerment: { may: ["<b>"], limit: "'\"" } }
  - { id: two, name: "LONG <", department: b, importance: 3, desired: 8, actual: 8, moment_of_truth: true }
journey: { id: j, name: "<?xml ?> <!DOCTYPE x>", persona: p, stages: [{ id: s, name: "\" onload=\"alert(1)", touchpoints: [one, two] }] }
)yaml";
  yaml.replace(yaml.find("LONG"), 4, std::string(10'000, 'x'));
  const Figured figured(yaml);
  for (const PictureView& view : picture_views()) {
    for (const NamedTheme& named : themes()) {
      INFO(view.name, " in ", named.name);
      const std::string svg = drawn(figured.drawn_by(view, {}, named.theme), "svg");
      CHECK(said_by("xmllint --noout --nonet", svg) == "");
      for (const char* absent : {"<script", "href=\"javascript", " onload=\"", "<!--", "<!DOCTYPE", "\"transparent\""}) {
        CAPTURE(absent);
        CHECK_FALSE(holds(svg, absent));
      }
      CHECK(holds(svg, R"( role="img" )"));
    }
  }
}

TEST_CASE("a text that is read from right to left stands at the right of its box") {
  const Figured figured(
      "departments: [{id: a, name: الأمتعة}, {id: b, name: Bags}]\ntouchpoints:\n"
      "  - {id: one, name: الترحيب بالمسافر, department: a, importance: 5, desired: 9, actual: 4}\n"
      "  - {id: two, name: Welcome, department: b, importance: 5, desired: 9, actual: 4}\n"
      "journey: {id: j, name: J, stages: [{id: s, name: S, touchpoints: [one, two]}]}\n");
  const Scene scene = figured.drawn_by(picture_views().front(), {.layout = Layout::lanes});
  CHECK(find_item<Card>(scene, "touchpoint-one")->align == Align::right);
  CHECK(find_item<Card>(scene, "touchpoint-two")->align == Align::left);
  CHECK(find_item<Label>(scene, "heading-lane-a")->align == Align::right);
  CHECK(find_item<Label>(scene, "heading-lane-b")->align == Align::left);
}

TEST_CASE("what a filter left out is never said to be missing, and nothing of the title is cut") {
  const Figured figured("departments: [{id: a, name: A}, {id: b, name: B}]\n" +
                        touchpoints_from("one=4/9 two=5/9").insert(13, "  - {id: three, name: Three, department: a, desired: 9}\n") +
                        journey_from("three|one two"));
  const std::string only =
      "channel the counter in the hall, tag everything that has to do with the summer and its guests, moments of truth, "
      "department of ground handling and baggage services at the hub";
  for (const PictureView& view : picture_views()) {
    CAPTURE(view.name);
    PictureInput input{figured.workspace, figured.analysis, figured.answers, light_theme(), typesetter()};
    input.only = only;
    const Scene scene = view.draw(input, {});
    std::string all;
    for (const Item& item : scene.items) {
      if (const auto* label = std::get_if<Label>(&item)) all += text_in(label->lines) + "\n";
      if (const auto* card = std::get_if<Card>(&item)) all += text_in(card->lines) + "\n";
    }
    for (const char* words : {"none yet", "no moments yet", "nothing written down\n", "No moment names a role yet", "No action is open yet",
                              "no role at the front", "Nobody is named yet"}) {
      CAPTURE(words);
      CHECK(all.find(words) == std::string::npos);
    }
    CHECK(text_in(find_item<Label>(scene, "title")->lines).ends_with("only)"));
  }
}

// QR codes: what stands in them can be read, and they are drawn as one shape with their ground.
#include "mot/picture/qr_code.h"

#include <doctest/doctest.h>

#include "mot/picture/patterns.h"
#include "mot/text/errors.h"
#include "support/analysed_workspace.h"
#include "support/scene_checks.h"

using namespace mot;
using namespace mot::testing;

namespace {

constexpr std::size_t finder = 7;  // fields of one of the three corner marks

bool has_finder_at(const QrCode& code, std::size_t left, std::size_t top) {
  for (std::size_t y = 0; y < finder; ++y) {
    for (std::size_t x = 0; x < finder; ++x) {
      const std::size_t from_edge = std::min({x, y, finder - 1 - x, finder - 1 - y});
      if (code.is_dark[(top + y) * code.side + left + x] != (from_edge != 1)) return false;
    }
  }
  return true;
}

}  // namespace

TEST_CASE("a code has its three corner marks and grows with its text") {
  const QrCode small = qr_code("https://mot.example"), large = qr_code("https://mot.example/" + std::string(200, 'x'));
  CHECK(small.side == 25);
  CHECK(large.side > small.side);
  for (const QrCode& code : {small, large}) {
    CHECK(code.is_dark.size() == code.side * code.side);
    CHECK(has_finder_at(code, 0, 0));
    CHECK(has_finder_at(code, code.side - finder, 0));
    CHECK(has_finder_at(code, 0, code.side - finder));
    CHECK_FALSE(has_finder_at(code, code.side - finder, code.side - finder));
  }
  CHECK_THROWS_AS(qr_code(std::string(3000, 'x')), DrawingFailed);
}

TEST_CASE("every view has the code of the link it is asked for, and none else") {
  const Figured figured(
      "departments: [{id: hall, name: Hall}]\n"
      "touchpoints: [{id: a, name: A, department: hall, importance: 5, desired: 9, actual: 4, role: Clerk}]\n"
      "journey: {id: j, name: J, stages: [{id: s, name: S, touchpoints: [a]}]}\n");
  for (const PictureView& view : picture_views()) {
    CAPTURE(view.name);
    const auto is_code = [](const Panel& panel) { return panel.identity.css_class == "qr-code"; };
    CHECK(std::ranges::none_of(figured.drawn_by(view).panels, is_code));
    PictureOptions options;
    options.link = "https://mot.example";
    const Scene scene = figured.drawn_by(view, options);
    const auto code = std::ranges::find_if(scene.panels, is_code);
    REQUIRE(code != scene.panels.end());
    CHECK(code->identity.url == "https://mot.example");
    CHECK(code->box.width == code->box.height);
    CHECK(code->fill == pure_white);
    const Label* caption = find_item<Label>(scene, "qr-caption");
    REQUIRE(caption);
    CHECK(text_in(caption->lines) == "mot.example");
    CHECK(caption->box.top >= code->box.bottom());
    for (const std::string& fault : faults(scene, typesetter())) FAIL_CHECK(fault);
  }
}

TEST_CASE("under a code stands where it leads, shortened in its middle where that is long") {
  const Font font{8, Weight::regular, Slant::upright};
  const auto caption = [&](std::string_view link, double width) { return caption_of(typesetter(), link, font, width); };
  CHECK(caption("https://mot.example/trips/", 200) == "mot.example/trips");
  CHECK(caption("http://mot.example", 200) == "mot.example");
  const std::string cut = caption("https://mot.example/a/very/long/way/to/the/page-itself", 100);
  CHECK(typesetter().width_of(cut, font) <= 100);
  CHECK(cut.starts_with("mot.exa"));
  CHECK(cut.ends_with("itself"));
  CHECK(cut.find("…") != std::string::npos);
  CHECK(caption("https://käse.example/ääääääääääääääääääääää", 60).find("\xA4…\xA4") == std::string::npos);  // no character in halves
}

TEST_CASE("a project's first link to a page is what a poster leads to") {
  Project project;
  CHECK(link_of(project).empty());
  for (const char* url : {"notes.md", "mailto:a@b.example", "https://one.example", "https://two.example"}) {
    Reference link;
    link.url.value = url;
    project.links.push_back(link);
  }
  CHECK(link_of(project) == "https://one.example");
}

// Explains every sign of this picture and none that is not in it.
#include "mot/picture/legend.h"

#include <fmt/format.h>

#include "mot/view/journey/drawing.h"

namespace mot::journey {

namespace {

std::vector<LegendEntry> entries_of(const JourneyDrawing& drawing) {
  const JourneySigns& shown = drawing.shown;
  const std::string& customer = drawing.subject.workspace.project.words.customer;
  std::vector<LegendEntry> entries;
  const auto add = [&](bool is_shown, LegendEntry entry) {
    if (is_shown) entries.push_back(std::move(entry));
  };
  add(shown.moment_of_truth, moment_of_truth_entry("moment of truth, larger on the curve"));
  add(shown.wanted, {"wanted", 26, [](Canvas& s, Point at) { line_sign(s, at, 26, {s.theme().accent, 1.5, Dash::dashed}); }});
  add(shown.lived, {"lived", 26, [](Canvas& s, Point at) { line_sign(s, at, 26, {s.theme().ink, 2, Dash::solid}); }});
  add(shown.after, {"lived after the actions", 26, [](Canvas& s, Point at) {
                      line_sign(s, at, 26, {s.theme().up.text, 2, Dash::dotted});
                      s.scene.ground.push_back(wedge({at.x + 13, at.y}, s.theme().up.text));
                    }});
  add(shown.shortfall, {"shortfall", 20, [](Canvas& s, Point at) { area_sign(s, at, 20, s.theme().shortfall); }});
  add_gap_entries(entries, shown.gaps, drawing.subject.scale());
  add(shown.judged, judged_entry());
  add(shown.unmeasured, unmeasured_entry());
  add(shown.answers, {"number of answers", 9, [](Canvas& s, Point at) {
                        word_sign(s, at, "n", {s.theme().small_print.font, s.theme().ink});
                      }});
  add(shown.assumed, {fmt::format("no {} was heard to say so", customer), 64, [](Canvas& s, Point at) {
                        word_sign(s, at, "wish assumed", {{10, Weight::regular, Slant::italic}, s.theme().muted});
                      }});
  add(shown.hand_over, {"hand-over between departments", 28, [](Canvas& s, Point at) {
                          arrow_sign(s, at, 28, {s.theme().accent, 1.75, Dash::solid});
                        }});
  add(shown.step, {"next moment, same department", 28, [](Canvas& s, Point at) {
                     arrow_sign(s, at, 28, {s.theme().step, 1.25, Dash::solid});
                   }});
  add(shown.aside, {"only under a condition", 28, [](Canvas& s, Point at) {
                      arrow_sign(s, at, 28, {s.theme().muted, 1.25, Dash::dotted});
                    }});
  add(shown.behind, {"carries the moments above", 10, [](Canvas& s, Point at) {
                       s.scene.ground.push_back(wedge({at.x + 5, at.y}, s.theme().muted));
                     }});
  add(shown.faded, faded_entry());
  add(shown.thumbs, {"thumbs up, down", 26, [](Canvas& s, Point at) {
                       word_sign(s, at, s.theme().up.glyph, {s.theme().small_print.font, s.theme().up.text});
                       word_sign(s, {at.x + 13, at.y}, s.theme().down.glyph, {s.theme().small_print.font, s.theme().down.text});
                     }});
  return entries;
}

}  // namespace

void draw_legend(JourneyDrawing& drawing, double width) {
  mot::draw_legend(drawing, entries_of(drawing), width);
}

}  // namespace mot::journey

// The cards of a blueprint, the lines between them, and what they mean.
#include <fmt/format.h>

#include <map>

#include "mot/picture/curves.h"
#include "mot/picture/legend.h"
#include "mot/picture/touchpoint_text.h"
#include "mot/text/numbers.h"
#include "mot/view/blueprint/drawing.h"
#include "mot/view/journey/fade.h"

namespace mot::blueprint {

namespace {

constexpr double corner_radius = 6;
// Where lines run: up in the gutters right of a card, across in the strips above a lane.
constexpr double first_track = 9, between_tracks = 4;
constexpr std::size_t tracks_in_gutter = 4;
constexpr double first_strip = 4, between_strips = 3.25;
constexpr std::size_t tracks_in_strip = 4;

/// Who meets the customer there and by what: `Check-in agent, counter`; behind the line the department.
std::string who_and_where(const BlueprintDrawing& drawing, const Touchpoint& touchpoint) {
  const Workspace& workspace = drawing.input.workspace;
  std::string text = touchpoint.role ? touchpoint.role->value : "";
  if (text.empty() && touchpoint.department.index) text = workspace.departments[*touchpoint.department.index].name.value;
  if (touchpoint.channel) text += (text.empty() ? "" : ", ") + touchpoint.channel->value;
  return text;
}

std::vector<Line> state_lines(BlueprintDrawing& drawing, const Piece& piece, double width) {
  const Theme& theme = drawing.theme();
  const Figures& figures = drawing.figures_of(piece);
  const Tone& tone = theme.tone_of(figures.gap_class);
  const TextStyle bold{{theme.small_print.font.size, Weight::bold, Slant::upright}, tone.text};
  std::vector<Line> lines;
  if (figures.gap_class == GapClass::red && figures.gap) {
    lines = set_text(drawing.typesetter(), fmt::format("{} fail point, gap {}", tone.glyph, points_text(*figures.gap)), bold, width).lines;
    drawing.shown.fail_point = true;
  } else {
    const std::string score = figures.actual ? fmt::format("{} {}", tone.glyph, score_text(figures)) : "? not measured";
    lines = set_text(drawing.typesetter(), score, bold, width).lines;
    drawing.shown.unmeasured |= !figures.actual;
  }
  if (figures.actual && !drawing.fades(piece)) drawing.shown.gaps.insert(figures.gap_class);
  return lines;
}

/// What one touchpoint carries is joined to it by lines of one track, so that those of another do not run over them.
void connect_carrier(BlueprintDrawing& drawing, const journey::Band& band, const Placed& from, const Placed& to, std::size_t track) {
  const double beside = first_track + between_tracks * static_cast<double>(track % tracks_in_gutter);
  const double strip = from.lane_top - first_strip - between_strips * static_cast<double>(track % tracks_in_strip);
  const double own = drawing.column_left(band, from.piece.column) + card_width + beside;
  const double target = drawing.column_left(band, to.piece.column) + card_width + beside;
  const double start = from.box.center().y, end = to.box.center().y;
  std::vector<Point> corners = {{from.box.right(), start}, {own, start}};
  if (own != target) corners.insert(corners.end(), {{own, strip}, {target, strip}});
  corners.insert(corners.end(), {{target, end}, {to.box.right(), end}});
  const std::string tooltip = drawing.touchpoint_of(from.piece).name.value + "\ncarries: " + drawing.touchpoint_of(to.piece).name.value;
  drawing.scene.connectors.push_back({{drawing.ids.use("carries-" + from.id.substr(from.id.find('-') + 1)), "carries", tooltip, ""},
                                      from.id,
                                      to.id,
                                      rounded_path(corners, corner_radius),
                                      {drawing.theme().accent, 1.25, Dash::solid},
                                      Arrow::end});
  drawing.shown.carries = true;
}

}  // namespace

Card card_of(BlueprintDrawing& drawing, const Piece& piece) {
  const Theme& theme = drawing.theme();
  const Touchpoint& touchpoint = drawing.touchpoint_of(piece);
  const Figures& figures = drawing.figures_of(piece);
  Card card;
  card.identity = {drawing.ids.use("touchpoint-" + touchpoint.id.value),
                   touchpoint_classes(drawing.input.workspace, drawing.input.analysis, piece.touchpoint),
                   touchpoint_tooltip(drawing.input.workspace, drawing.input.analysis, piece.touchpoint), ""};
  card.fill = theme.card;
  card.stroke = figures.actual ? Stroke{theme.line, 1, Dash::solid} : Stroke{theme.muted, 1, Dash::dashed};
  card.accent = theme.tone_of(figures.gap_class).colour;
  card.padding = 7;
  const double width = card_width - accent_width - 2 * card.padding;
  if (touchpoint.when) {
    const TextStyle condition{{theme.small_print.font.size, Weight::regular, Slant::italic}, theme.muted};
    card.lines = set_text(drawing.typesetter(), "when " + touchpoint.when->value, condition, width, 3).lines;
    drawing.shown.condition = true;
  }
  append(card.lines, set_text(drawing.typesetter(), starred_name(touchpoint), theme.name, width, 4).lines, 0);
  append(card.lines, set_text(drawing.typesetter(), who_and_where(drawing, touchpoint), theme.small_print, width, 3).lines, 1);
  append(card.lines, state_lines(drawing, piece, width), 2);
  card.box = {0, 0, card_width, height_of(card.lines) + 2 * card.padding};
  drawing.shown.moment_of_truth |= touchpoint.moment_of_truth.value;
  if (drawing.fades(piece)) {
    journey::fade(card, theme);
    drawing.shown.faded = true;
  }
  return card;
}

void connect_carriers(BlueprintDrawing& drawing, const journey::Band& band, const std::vector<Placed>& placed) {
  std::map<std::size_t, std::size_t> cards, tracks;
  for (std::size_t i = 0; i < placed.size(); ++i) cards.emplace(placed[i].piece.touchpoint, i);
  for (const Placed& to : placed) {
    for (const std::size_t carrier : drawing.carriers[to.piece.touchpoint]) {
      const auto found = cards.find(carrier);
      if (found == cards.end() || to.id.empty() || placed[found->second].id.empty()) continue;
      const std::size_t track = tracks.emplace(carrier, tracks.size()).first->second;
      connect_carrier(drawing, band, placed[found->second], to, track);
    }
  }
}

void draw_legend(BlueprintDrawing& drawing, double width) {
  const BlueprintSigns& shown = drawing.shown;
  std::vector<LegendEntry> entries;
  const auto add = [&](bool is_shown, LegendEntry entry) {
    if (is_shown) entries.push_back(std::move(entry));
  };
  add(shown.moment_of_truth, moment_of_truth_entry());
  add_gap_entries(entries, shown.gaps, drawing.input.scale());
  add(shown.fail_point, {"the gap is red: here the service fails", 46, [](Canvas& s, Point at) {
                           const Tone& red = s.theme().tone_of(GapClass::red);
                           word_sign(s, at, "fail point", {{9, Weight::bold, Slant::upright}, red.text});
                         }});
  add(shown.wait, {"the customer's own action says so", 22, [](Canvas& s, Point at) {
                     word_sign(s, at, "wait", {{9, Weight::bold, Slant::upright}, s.theme().tone_of(GapClass::orange).text});
                   }});
  add(shown.unmeasured, unmeasured_entry());
  add(shown.step, {"what the customer does next", 28, [](Canvas& s, Point at) {
                     arrow_sign(s, at, 28, {s.theme().step, 1.25, Dash::solid});
                   }});
  add(shown.carries, {"carries, supports", 28, [](Canvas& s, Point at) { arrow_sign(s, at, 28, {s.theme().accent, 1.25, Dash::solid}); }});
  add(shown.faded, faded_entry());
  mot::draw_legend(drawing, std::move(entries), width);
}

}  // namespace mot::blueprint

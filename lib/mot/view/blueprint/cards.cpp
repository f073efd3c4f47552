// The cards of a blueprint, the lines between them, and what they mean.
#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>

#include "mot/picture/branch_text.h"
#include "mot/picture/curves.h"
#include "mot/picture/fade.h"
#include "mot/picture/gap_text.h"
#include "mot/picture/signs.h"
#include "mot/picture/touchpoint_text.h"
#include "mot/text/isolates.h"
#include "mot/view/blueprint/drawing.h"

namespace mot::blueprint {

namespace {

constexpr double card_corner_radius = 6;
// Where lines run: up in the gutters right of a card, across in the strips above a lane.
constexpr double first_track = 9, between_tracks = 4;
constexpr std::size_t most_tracks = 4;  // side by side
constexpr double first_strip = 2.5, between_strips = 4;

Sign<Run> fail_point(const Canvas& canvas) {
  const Theme& theme = canvas.theme();
  const Font font{theme.small_print.font.size, Weight::bold, Slant::upright};
  Run word{canvas.wording("fail point"), font, theme.tone_of(GapClass::red).text};
  const double width = std::max(46.0, canvas.typesetter().width_of(word.text, font));
  return {legend_rank::gaps + 5, "the gap is red: here the service fails", width, std::move(word)};
}

Sign<ArrowLook> carrying(const Theme& theme) {
  return {legend_rank::ways + 3, "carries, supports", 28, {{theme.accent, 1.25, Dash::solid}}};
}

/// Who meets the customer there and by what: `Check-in agent, counter`; behind the line the department.
std::string who_and_where(const BlueprintDrawing& drawing, const Touchpoint& touchpoint) {
  const Workspace& workspace = drawing.input.workspace;
  std::string text = touchpoint.role ? touchpoint.role->value : "";
  if (text.empty() && touchpoint.department.index) text = workspace.departments[*touchpoint.department.index].name.value;
  for (const auto& channel : touchpoint.channels) {
    text += fmt::format("{}{}", text.empty() ? "" : ", ", channel.index ? channel.value : marked_unknown(channel.value));
  }
  return text;
}

std::string basis_of(const BlueprintDrawing& drawing, const Piece& piece) {
  return basis_text(drawing.input.workspace, drawing.input.analysis, drawing.input.answers, piece.touchpoint);
}

std::vector<Line> state_lines(BlueprintDrawing& drawing, const Piece& piece, double width) {
  const Theme& theme = drawing.theme();
  const Figures& figures = drawing.figures_of(piece);
  const bool is_explained = figures.actual && !drawing.fades(piece);
  const Tone tone =
      is_explained ? explain(drawing, gap(drawing, figures.gap_class, drawing.input.scale())) : theme.tone_of(figures.gap_class);
  const TextStyle bold{{theme.small_print.font.size, Weight::bold, Slant::upright}, tone.text};
  std::string state =
      figures.actual ? fmt::format("{} {}", tone.glyph, score_text(drawing.wording, figures)) : "? " + basis_of(drawing, piece);
  if (figures.gap_class == GapClass::red && figures.gap)
    state = fmt::format("{} {}, {}", tone.glyph, explain(drawing, fail_point(drawing)).text,
                        drawing.wording("gap {points}", {{"points", gap_text(drawing.wording, *figures.gap, drawing.input.scale())}}));
  return set_text(drawing.typesetter(), state, bold, width).lines;
}

/// What one touchpoint carries is joined to it by lines of one track, so that those of another do not run over them.
void connect_carrier(BlueprintDrawing& drawing, const journey::Band& band, const Placed& from, const Placed& to, std::size_t track) {
  const double beside = first_track + between_tracks * static_cast<double>(track);
  const double strip = from.lane_top - first_strip - between_strips * static_cast<double>(track);
  const double own = drawing.column_left(band, from.piece.column) + drawing.card_width() + beside;
  const double target = drawing.column_left(band, to.piece.column) + drawing.card_width() + beside;
  const double start = from.box.center().y, end = to.box.center().y;
  std::vector<Point> corners = {{from.box.right(), start}, {own, start}};
  if (own != target) corners.insert(corners.end(), {{own, strip}, {target, strip}});
  corners.insert(corners.end(), {{target, end}, {to.box.right(), end}});
  const std::string tooltip = drawing.touchpoint_of(from.piece).name.value + "\n" +
                              drawing.wording("carries: {moment}", {{"moment", drawing.touchpoint_of(to.piece).name.value}});
  drawing.scene.connectors.push_back({{drawing.ids.use("carries-" + from.id.substr(from.id.find('-') + 1)), "carries", tooltip, ""},
                                      from.id,
                                      to.id,
                                      rounded_path(corners, card_corner_radius),
                                      explain(drawing, carrying(drawing.theme())).stroke,
                                      Arrow::end});
}

/// Where the lines of what carries run: up in gutters, and across in the strip above its lane.
struct Reach {
  Visibility lane = Visibility::backstage;
  std::set<std::size_t> columns;

  bool meets(const Reach& other) const {
    const bool is_over = lane == other.lane && *columns.begin() <= *other.columns.rbegin() && *other.columns.begin() <= *columns.rbegin();
    return is_over || std::ranges::any_of(columns, [&](std::size_t column) { return other.columns.contains(column); });
  }
};

std::string names_of_carried(const BlueprintDrawing& drawing, const Carried& carried) {
  std::string names;
  for (const std::size_t touchpoint : carried.touchpoints)
    names += (names.empty() ? "" : ", ") + isolated(drawing.input.workspace.touchpoints[touchpoint].name.value);
  return names;
}

}  // namespace

std::map<std::size_t, Carried> carried_in(const BlueprintDrawing& drawing, const std::vector<Placed>& placed) {
  std::map<std::size_t, std::size_t> columns;
  for (const Placed& at : placed) columns.emplace(at.piece.touchpoint, at.piece.column);
  std::map<std::size_t, Carried> all;
  std::map<std::size_t, Reach> reaches;
  for (const Placed& to : placed) {
    for (const std::size_t carrier : drawing.carriers[to.piece.touchpoint]) {
      const auto own = columns.find(carrier);
      if (own == columns.end()) continue;
      all[carrier].touchpoints.push_back(to.piece.touchpoint);
      Reach& reach = reaches[carrier];
      reach.lane = drawing.input.workspace.touchpoints[carrier].visibility.value;
      reach.columns.insert({own->second, to.piece.column});
    }
  }
  for (auto& [carrier, carried] : all) {
    const Reach& reach = reaches[carrier];
    for (std::size_t track = 0; track < most_tracks && !carried.track; ++track) {
      const bool is_taken =
          std::ranges::any_of(all, [&](const auto& other) { return other.second.track == track && reaches[other.first].meets(reach); });
      if (!is_taken) carried.track = track;
    }
  }
  return all;
}

Card card_of(BlueprintDrawing& drawing, const Piece& piece) {
  const Theme& theme = drawing.theme();
  const Touchpoint& touchpoint = drawing.touchpoint_of(piece);
  const Figures& figures = drawing.figures_of(piece);
  Card card;
  card.identity = {drawing.ids.use("touchpoint-" + touchpoint.id.value),
                   touchpoint_classes(drawing.input.workspace, drawing.input.analysis, piece.touchpoint),
                   touchpoint_tooltip(drawing.input.workspace, drawing.input.analysis, piece.touchpoint), ""};
  card.fill = theme.card;
  card.stroke = figures.actual ? Stroke{theme.line, 1, Dash::solid} : explain(drawing, unmeasured(theme)).stroke;
  card.accent = theme.tone_of(figures.gap_class).colour;
  card.padding = drawing.options.is_slide ? 5 : 7;
  const double width = drawing.card_width() - accent_width - 2 * card.padding;
  std::string when = touchpoint.when ? touchpoint.when->value : "";
  if (piece.stop) when = journey::conditions_of(drawing.plan, *piece.stop);
  if (!when.empty()) {
    const TextStyle condition{{theme.small_print.font.size, Weight::regular, Slant::italic}, theme.muted};
    card.lines = set_text(drawing.typesetter(), drawing.wording("when {condition}", {{"condition", when}}), condition, width, 3).lines;
  }
  append(card.lines, set_text(drawing.typesetter(), starred_name(drawing, touchpoint), theme.name, width, 4).lines, 0);
  if (!drawing.is_brief())
    append(card.lines, set_text(drawing.typesetter(), who_and_where(drawing, touchpoint), theme.small_print, width, 3).lines, 1);
  append(card.lines, state_lines(drawing, piece, width), 2);
  if (const auto carried = drawing.carried.find(piece.touchpoint); carried != drawing.carried.end() && !carried->second.track) {
    const std::string text = drawing.wording("carries: {moment}", {{"moment", names_of_carried(drawing, carried->second)}});
    append(card.lines, set_text(drawing.typesetter(), text, {theme.small_print.font, theme.accent}, width).lines, 1);
  }
  const std::string on = piece.stop ? journey::way_on_text(drawing.input.workspace, drawing.plan, *piece.stop) : "";
  append(card.lines, set_text(drawing.typesetter(), on, theme.small_print, width).lines, 1);
  if (piece.stop) {
    for (const std::string& shortcut : journey::shortcuts_from(drawing.input.workspace, drawing.plan, *piece.stop))
      append(card.lines, set_text(drawing.typesetter(), shortcut, theme.small_print, width).lines, 1);
  }
  card.box = {0, 0, drawing.card_width(), height_of(card.lines) + 2 * card.padding};
  if (drawing.fades(piece)) fade(drawing, card);
  return card;
}

void connect_carriers(BlueprintDrawing& drawing, const journey::Band& band, const std::vector<Placed>& placed) {
  std::map<std::size_t, const Placed*> cards;
  for (const Placed& at : placed) cards.emplace(at.piece.touchpoint, &at);
  for (const Placed& to : placed) {
    for (const std::size_t carrier : drawing.carriers[to.piece.touchpoint]) {
      const auto from = cards.find(carrier);
      if (from == cards.end() || to.id.empty() || from->second->id.empty()) continue;
      if (const auto& track = drawing.carried[carrier].track) connect_carrier(drawing, band, *from->second, to, *track);
    }
  }
}

}  // namespace mot::blueprint

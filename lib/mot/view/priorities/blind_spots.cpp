
#include <algorithm>

#include "mot/picture/signs.h"
#include "mot/picture/touchpoint_text.h"
#include "mot/text/isolates.h"
#include "mot/view/priorities/drawing.h"

namespace mot::priorities {

namespace {

constexpr double least_column = 240;
constexpr std::size_t most_blind_spots_named = 8;

std::vector<std::size_t> unplaced(const PictureInput& input) {
  std::vector<std::size_t> list;
  for (std::size_t i = 0; i < input.analysis.touchpoints.size(); ++i) {
    const Figures& figures = input.analysis.touchpoints[i];
    if (!figures.actual || !plotted_importance(figures, input.analysis.importance_basis)) list.push_back(i);
  }
  std::stable_sort(list.begin(), list.end(), [&](std::size_t one, std::size_t other) {
    return input.analysis.touchpoints[one].importance.value_or(0) > input.analysis.touchpoints[other].importance.value_or(0);
  });
  return list;
}

std::string what_is_missing(const PictureInput& input, std::size_t index) {
  const Figures& figures = input.analysis.touchpoints[index];
  const auto importance = plotted_importance(figures, input.analysis.importance_basis);
  const Wording wording(input.workspace.project);
  const std::string text =
      importance ? wording("importance {importance}", {{"importance", wording.points(*importance)}}) : wording("importance unknown");
  if (figures.actual) return text + ", " + wording("lived {points}", {{"points", wording.points(*figures.actual)}});
  return text + ", " + basis_text(input.workspace, input.analysis, input.answers, index);
}

/// On a slide, which has room for their names alone.
std::string blind_spot_names(const PrioritiesDrawing& drawing, const std::vector<std::size_t>& blind) {
  std::vector<std::string> names;
  for (std::size_t i = 0; i < std::min(blind.size(), most_blind_spots_named); ++i)
    names.push_back(isolated(drawing.input.workspace.touchpoints[blind[i]].name.value));
  if (blind.size() <= most_blind_spots_named) return drawing.wording.listed(names);
  std::string text;
  for (const std::string& name : names) text += name + ", ";
  return text + drawing.wording("and {count} more", {{"count", blind.size() - most_blind_spots_named}});
}

/// Above and below what is listed; numbers in the chart are many, and need the room.
double inset_of(const PrioritiesDrawing& drawing) {
  return drawing.is_numbered ? 2 : drawing.theme().spacing.panel_inset;
}

void draw_heading(PrioritiesDrawing& drawing, const std::vector<std::size_t>& blind) {
  const Theme& theme = drawing.theme();
  const std::size_t count = blind.size();
  const double inset = theme.spacing.panel_inset, above = inset_of(drawing), width = drawing.width - 2 * inset;
  const std::string heading =
      drawing.wording("Blind spots: {moments} not in the chart", {{"moments", drawing.wording.count(count, "{count} moments")}});
  const char* note = "Nobody knows what is lived there, or what it is worth. That is not zero: it is work to find out.";
  const TextPlace place{{drawing.left + inset, drawing.y + above}, width};
  const Identity identity{"heading-blind-spots", "heading", "", ""};
  if (drawing.options.is_slide) {
    const Run runs[] = {{heading, theme.heading.font, theme.heading.colour},
                        {blind_spot_names(drawing, blind), theme.small_print.font, theme.small_print.colour}};
    drawing.y = put_text(drawing, identity, place, set_in_turn(drawing.typesetter(), runs, theme.small_print, width)).bottom();
    return;
  }
  std::vector<Line> lines = set_text(drawing.typesetter(), heading, theme.heading, width).lines;
  append(lines, set_text(drawing.typesetter(), drawing.wording(note), theme.small_print, width, 2).lines, 1);
  drawing.y = put_text(drawing, identity, place, std::move(lines)).bottom() + 8;
}

/// Returns its lower edge.
double draw_blind_spot(PrioritiesDrawing& drawing, std::size_t index, const TextPlace& place) {
  const Theme& theme = drawing.theme();
  const PictureInput& input = drawing.input;
  const Touchpoint& touchpoint = input.workspace.touchpoints[index];
  std::vector<Line> lines =
      set_text(drawing.typesetter(), starred_name(drawing, touchpoint), {theme.body.font, theme.ink}, place.width, 3).lines;
  const std::string missing = what_is_missing(input, index);
  append(lines, set_text(drawing.typesetter(), missing, theme.small_print, place.width).lines, 0);
  const Identity identity{"touchpoint-" + touchpoint.id.value, "blind-spot", touchpoint_tooltip(input.workspace, input.analysis, index),
                          ""};
  return put_text(drawing, identity, place, std::move(lines)).bottom();
}

}  // namespace

void draw_blind_spots(PrioritiesDrawing& drawing) {
  const auto blind = unplaced(drawing.input);
  if (blind.empty()) return;
  const Theme& theme = drawing.theme();
  drawing.y += drawing.is_numbered ? theme.spacing.heading / 2 : theme.spacing.heading;
  const double inset = theme.spacing.panel_inset, top = drawing.y;
  draw_heading(drawing, blind);
  const double inside = drawing.width - 2 * inset;
  const auto columns = static_cast<std::size_t>(inside / least_column);
  const double column = inside / static_cast<double>(columns);
  double bottom = drawing.y;
  const std::size_t listed = drawing.options.is_slide ? 0 : blind.size();  // a slide has room for how many they are
  for (std::size_t i = 0; i < listed; ++i) {
    const double left = drawing.left + inset + static_cast<double>(i % columns) * column;
    bottom = std::max(bottom, draw_blind_spot(drawing, blind[i], {{left, drawing.y}, column - theme.spacing.section / 2}));
    if (i % columns + 1 == columns) drawing.y = bottom + 6;
  }
  drawing.y = bottom + inset_of(drawing);
  drawing.scene.panels.push_back({{drawing.ids.use("blind-spots"), "blind-spots", "", ""},
                                  {drawing.left, top, drawing.width, drawing.y - top},
                                  std::nullopt,
                                  Stroke{theme.muted, 1, Dash::dashed}});
}

}  // namespace mot::priorities

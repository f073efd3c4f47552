// Departments without a hand-over: shown, and apart.
#include <algorithm>

#include "mot/text/isolates.h"
#include "mot/view/handovers/drawing.h"

namespace mot::handovers {

namespace {

constexpr double least_name_width = 170;
constexpr double row_gap = 8;

/// By all hand-overs: those that are left out for want of room are some, too.
std::vector<std::size_t> departments_without(const HandOverDrawing& drawing) {
  const Workspace& workspace = drawing.input.workspace;
  std::vector<bool> has(workspace.departments.size());
  for (const HandOver& hand_over : mot::hand_overs(workspace, drawing.seams)) has[hand_over.from] = has[hand_over.to] = true;
  std::vector<std::size_t> others;
  for (std::size_t i = 0; i < has.size(); ++i) {
    if (!has[i]) others.push_back(i);
  }
  return others;
}

/// Returns its lower edge.
double draw_other(HandOverDrawing& drawing, std::size_t department, Point corner, double name_width) {
  const Theme& theme = drawing.theme();
  const Department& other = drawing.input.workspace.departments[department];
  std::vector<Line> lines = set_text(drawing.typesetter(), other.name.value, {theme.body.font, theme.ink}, name_width, 3).lines;
  const std::string note = drawing.wording.count(drawing.input.analysis.departments[department].touchpoints, "{count} moments");
  append(lines, set_text(drawing.typesetter(), note, theme.small_print, name_width).lines, 0);
  return put_text(drawing, {"department-" + other.id.value, "department", other.name.value, ""}, {corner, name_width}, std::move(lines))
      .bottom();
}

/// `No hand-over · Legal, 3 moments · Control, 1 moment`: a slide has no room for more.
void draw_in_turn(HandOverDrawing& drawing, const std::vector<std::size_t>& others) {
  const Theme& theme = drawing.theme();
  std::vector<Run> runs = {{drawing.wording("No hand-over"), {theme.body.font.size, Weight::bold, Slant::upright}, theme.heading.colour}};
  for (const std::size_t i : others) {
    const std::string count = drawing.wording.count(drawing.input.analysis.departments[i].touchpoints, "{count} moments");
    runs.push_back({isolated(drawing.input.workspace.departments[i].name.value) + ", " + count, theme.body.font, theme.ink});
  }
  const double inset = theme.spacing.panel_inset, top = drawing.y + theme.spacing.gap, inside = drawing.width - 2 * inset;
  std::vector<Line> lines = set_in_turn(drawing.typesetter(), runs, theme.small_print, inside);
  drawing.y =
      put_text(drawing, {"heading-others", "heading", "", ""}, {{drawing.left + inset, top + inset}, inside}, std::move(lines)).bottom() +
      inset;
  drawing.scene.panels.push_back(
      {{drawing.ids.use("others"), "others", "", ""}, {drawing.left, top, drawing.width, drawing.y - top}, theme.panel, std::nullopt});
}

}  // namespace

void draw_others(HandOverDrawing& drawing) {
  const std::vector<std::size_t> others = departments_without(drawing);
  if (others.empty()) return;
  if (drawing.is_slide) return draw_in_turn(drawing, others);
  const Theme& theme = drawing.theme();
  drawing.y += theme.spacing.heading;
  const double inset = theme.spacing.panel_inset, top = drawing.y, inside = drawing.width - 2 * inset;
  std::vector<Line> lines = set_text(drawing.typesetter(), drawing.wording("No hand-over"), theme.heading, inside).lines;
  const char* note = "On no main path do these take the customer over from another department, or hand them on.";
  append(lines, set_text(drawing.typesetter(), drawing.wording(note), theme.small_print, inside).lines, 1);
  drawing.y =
      put_text(drawing, {"heading-others", "heading", "", ""}, {{drawing.left + inset, top + inset}, inside}, lines).bottom() + row_gap;
  const double between = theme.spacing.heading;
  const auto most = static_cast<std::size_t>(std::max(1.0, (inside + between) / (least_name_width + between)));
  const std::size_t columns = std::min(most, others.size());
  const double column_pitch = (inside + between) / static_cast<double>(columns);
  double bottom = drawing.y;
  for (std::size_t i = 0; i < others.size(); ++i) {
    if (i > 0 && i % columns == 0) drawing.y = bottom + row_gap;
    const double left = drawing.left + inset + static_cast<double>(i % columns) * column_pitch;
    bottom = std::max(bottom, draw_other(drawing, others[i], {left, drawing.y}, column_pitch - between));
  }
  drawing.y = bottom + inset;
  drawing.scene.panels.push_back(
      {{drawing.ids.use("others"), "others", "", ""}, {drawing.left, top, drawing.width, drawing.y - top}, theme.panel, std::nullopt});
}

}  // namespace mot::handovers

// The middle of the ring: how much of the experience is delivered, what that rests on, and the names of the stages.

#include <algorithm>
#include <cmath>

#include "mot/picture/touchpoint_text.h"
#include "mot/text/numbers.h"
#include "mot/view/cycle/drawing.h"

namespace mot::cycle {

namespace {

// At scale 1.
constexpr double number_size = 46, number_size_of_slide = 24;
constexpr double note_width = 210;
constexpr double widest_name = 150;
constexpr double hub_chip_radius = 8.5;
constexpr double beside_chip = 6;
constexpr double beside_name = 10;
constexpr double between_columns = 22;
constexpr double between_rows = 4;
constexpr double above_stages = 12, under_heading = 8;
constexpr double width_beside_ring = 236;  // of a legend
constexpr std::size_t most_columns = 6;

Font scaled(Font font, double scale) {
  font.size *= scale;
  return font;
}

TextStyle scaled(const TextStyle& style, double scale) {
  return {scaled(style.font, scale), style.colour};
}

std::string delivered_text(const Summary& summary) {
  return summary.delivered.value ? percent_text(*summary.delivered.value) : "?";
}

std::string bounds_text(const Wording& wording, const Delivered& delivered) {
  if (!delivered.value || !delivered.worst || !delivered.best || delivered.known == delivered.of) return "";
  return wording("{worst} to {best} with the unknown at worst and at best",
                 {{"worst", wording.percent(*delivered.worst)}, {"best", wording.percent(*delivered.best)}});
}

/// The one number, and what it rests on.
std::vector<Line> number_lines(const CycleDrawing& drawing, double scale) {
  const Theme& theme = drawing.theme();
  const Summary& summary = drawing.input.analysis.journeys[drawing.journey_index];
  const Typesetter& typesetter = drawing.typesetter();
  const double width = note_width * scale;
  const TextStyle number{{(drawing.is_slide ? number_size_of_slide : number_size) * scale, Weight::bold, Slant::upright},
                         summary.delivered.value ? theme.ink : theme.muted};
  std::vector<Line> lines = {single_line(typesetter, delivered_text(summary), number)};
  if (drawing.is_slide) return lines;
  const char* what = summary.delivered.value ? "experience delivered" : "nobody knows yet how much is delivered";
  append(lines, set_text(typesetter, drawing.wording(what), {scaled(theme.heading.font, scale), theme.ink}, width).lines, -3 * scale);
  if (summary.touchpoints > 0)
    append(lines, set_text(typesetter, basis_text(drawing.wording, summary.delivered), scaled(theme.body, scale), width).lines, 2 * scale);
  append(lines, set_text(typesetter, bounds_text(drawing.wording, summary.delivered), scaled(theme.small_print, scale), width).lines, 0);
  return lines;
}

StageName stage_name(const CycleDrawing& drawing, std::size_t index, double scale) {
  const Theme& theme = drawing.theme();
  const Stage& stage = drawing.journey.stages[index];
  const Summary& summary = drawing.stages[index];
  StageName name;
  name.number = std::to_string(index + 1);
  name.name = set_text(drawing.typesetter(), stage.name.value, {scaled(theme.name.font, scale), theme.ink}, widest_name * scale).lines;
  name.delivered = {single_line(drawing.typesetter(), summary.touchpoints == 0 ? "–" : delivered_text(summary), scaled(theme.body, scale))};
  return name;
}

std::size_t rows_of(const Hub& hub) {
  return (hub.stages.size() + hub.columns - 1) / hub.columns;
}

void set_columns(Hub& hub, std::size_t columns) {
  hub.columns = columns;
  const double list = static_cast<double>(columns) * (hub.column_width() + between_columns * hub.scale) - between_columns * hub.scale;
  hub.width = std::max(note_width * 0.8 * hub.scale, list);
  hub.height = height_of(hub.number) + above_stages * hub.scale + static_cast<double>(rows_of(hub)) * hub.row;
}

std::string stage_tooltip(const CycleDrawing& drawing, std::size_t index) {
  const Stage& stage = drawing.journey.stages[index];
  std::string text = stage.name.value;
  const Summary& summary = drawing.stages[index];
  if (summary.touchpoints == 0) return text + "\n" + drawing.wording("no moments yet");
  for (const std::string& figure : summary_texts(drawing.wording, summary)) text += "\n" + figure;
  return text;
}

void draw_stage_name(CycleDrawing& drawing, std::size_t index, Point corner) {
  const Hub& hub = drawing.hub;
  const StageName& stage = hub.stages[index];
  const Theme& theme = drawing.theme();
  const std::string id = drawing.journey.stages[index].id.value, tooltip = stage_tooltip(drawing, index);
  const double middle = corner.y + hub.row / 2;
  Marker chip;
  chip.identity = {drawing.ids.use("number-" + id), "stage", tooltip, ""};
  chip.center = {corner.x + hub.chip, middle};
  chip.radius = hub.chip;
  chip.fill = theme.deep;
  chip.stroke = {theme.deep, 1, Dash::solid};
  chip.text =
      Run{stage.number, {drawing.is_slide ? theme.small_print.font.size : 9.0 * hub.scale, Weight::bold, Slant::upright}, theme.on_deep};
  drawing.scene.items.push_back(std::move(chip));
  const double left = corner.x + 2 * hub.chip + beside_chip * hub.scale;
  put_text_in_middle(drawing, {"stage-" + id, "stage", tooltip, ""}, {{left, middle}, hub.name_width}, stage.name);
  put_text_in_middle(drawing, {"delivered-" + id, "stage", tooltip, ""},
                     {{left + hub.name_width + beside_name * hub.scale, middle}, hub.delivered_width, Align::right}, stage.delivered);
}

}  // namespace

double Hub::radius() const {
  return std::hypot(width / 2, height / 2);
}

double Hub::column_width() const {
  return 2 * chip + beside_chip * scale + name_width + beside_name * scale + delivered_width;
}

Hub set_hub(const CycleDrawing& drawing, double scale) {
  Hub hub;
  hub.scale = scale;
  hub.number = number_lines(drawing, scale);
  hub.chip = hub_chip_radius * scale;
  hub.row = 2 * hub.chip;
  for (std::size_t i = 0; i < drawing.journey.stages.size(); ++i) {
    hub.stages.push_back(stage_name(drawing, i, scale));
    const StageName& stage = hub.stages.back();
    hub.name_width = std::max(hub.name_width, width_of(drawing.typesetter(), stage.name) * 1.03);
    hub.delivered_width = std::max(hub.delivered_width, width_of(drawing.typesetter(), stage.delivered) * 1.03);
    hub.row = std::max(hub.row, height_of(stage.name));
  }
  hub.row += between_rows * scale;
  if (drawing.is_slide) {
    hub.width = width_of(drawing.typesetter(), hub.number) * 1.03, hub.height = height_of(hub.number);
    return hub;
  }
  Hub best = hub;
  set_columns(best, 1);
  for (std::size_t columns = 2; columns <= std::min(most_columns, hub.stages.size()); ++columns) {
    set_columns(hub, columns);
    if (hub.radius() < best.radius()) best = hub;
  }
  return best;
}

void draw_hub(CycleDrawing& drawing) {
  const Hub& hub = drawing.hub;
  const Point center = drawing.ring.center;
  const double top = center.y - hub.height / 2;
  const double width = drawing.is_slide ? hub.width : note_width * hub.scale;
  put_text(drawing, {"delivered", "delivered", "", ""}, {{center.x - width / 2, top}, width, Align::center}, hub.number);
  if (drawing.is_slide) return;
  const double list_top = top + height_of(hub.number) + above_stages * hub.scale;
  const double pitch = hub.column_width() + between_columns * hub.scale;
  const double left = center.x - (static_cast<double>(hub.columns) * pitch - between_columns * hub.scale) / 2;
  const std::size_t rows = rows_of(hub);
  for (std::size_t i = 0; i < hub.stages.size(); ++i)
    draw_stage_name(drawing, i, {left + static_cast<double>(i / rows) * pitch, list_top + static_cast<double>(i % rows) * hub.row});
}

namespace {

/// `experience delivered`, and what that rests on.
std::vector<Line> heading_of_stages(const CycleDrawing& drawing) {
  const Theme& theme = drawing.theme();
  const Summary& summary = drawing.input.analysis.journeys[drawing.journey_index];
  const double width = stages_width(drawing) - between_columns;
  std::vector<Line> lines =
      set_text(drawing.typesetter(), drawing.wording("experience delivered"), {theme.heading.font, theme.ink}, width).lines;
  if (summary.touchpoints > 0)
    append(lines, set_text(drawing.typesetter(), basis_text(drawing.wording, summary.delivered), theme.small_print, width).lines, 1);
  return lines;
}

}  // namespace

double stages_width(const CycleDrawing& drawing) {
  const double own = drawing.hub.column_width() + between_columns;
  return drawing.has_legend_beside ? std::max(own, width_beside_ring) : own;
}

double stages_height(const CycleDrawing& drawing) {
  return height_of(heading_of_stages(drawing)) + under_heading + static_cast<double>(drawing.hub.stages.size()) * drawing.hub.row;
}

void draw_stages_beside(CycleDrawing& drawing, const Box& box) {
  const double free = std::max(0.0, box.height - stages_height(drawing));
  double y = box.top + (drawing.has_legend_beside ? 0 : free / 2);
  const TextPlace place{{box.left, y}, stages_width(drawing) - between_columns};
  y = put_text(drawing, {"heading-stages", "heading", "", ""}, place, heading_of_stages(drawing)).bottom() + under_heading;
  for (std::size_t i = 0; i < drawing.hub.stages.size(); ++i, y += drawing.hub.row) draw_stage_name(drawing, i, {box.left, y});
}

}  // namespace mot::cycle

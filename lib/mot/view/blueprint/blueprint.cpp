#include "mot/view/blueprint/blueprint.h"

#include <algorithm>
#include <cmath>

#include "mot/picture/curves.h"
#include "mot/picture/journey_text.h"
#include "mot/picture/signs.h"
#include "mot/picture/told_rows.h"
#include "mot/picture/touchpoint_text.h"

namespace mot::blueprint {

namespace {

constexpr std::size_t natural_columns = 9;
constexpr double widest_pitch = 380;
constexpr double least_between_bands = 24;
constexpr double strip_height = 30, strip_height_of_slide = 20;  // between lanes: for the name of a line, and for lines that run across
constexpr double between_cards = 8;                              // of one lane and column

struct LaneOfCards {
  std::string_view id;
  std::string_view name;
  Visibility visibility;
  std::string_view line_above;
};

constexpr LaneOfCards lanes[] = {
    {"frontstage", "Frontstage", Visibility::frontstage, "line of interaction"},
    {"backstage", "Backstage", Visibility::backstage, "line of visibility"},
    {"support", "Support processes", Visibility::support, "line of internal interaction"},
};

/// Columns that fit in a picture of this width, at least one.
std::size_t most_columns(double width, const Theme& theme, double pitch) {
  if (width <= 0) return natural_columns;
  return static_cast<std::size_t>(std::max(1.0, std::floor((width - 2 * theme.spacing.margin - headings_width) / pitch)));
}

/// A line across the page in its strip, named at its left.
void draw_named_line(BlueprintDrawing& drawing, const journey::Band& band, std::string_view name) {
  const Theme& theme = drawing.theme();
  const double height = drawing.options.is_slide ? strip_height_of_slide : strip_height;
  const double y = drawing.y + height / 2 - 2;
  drawing.scene.ground.push_back(Curve{straight({drawing.content_left(), y}, {drawing.content_left() + drawing.content_width(band), y}),
                                       {theme.ink, 1.25, Dash::dashed}});
  put_text_in_middle(
      drawing, {"line", "line", "", ""}, {{drawing.left, y}, headings_width - 4},
      set_text(drawing.typesetter(), drawing.wording(name), {theme.small_print.font, theme.ink}, headings_width - 4, 2).lines);
  drawing.y += height;
}

void draw_empty_lane(BlueprintDrawing& drawing, const journey::Band& band, const LaneOfCards& lane) {
  const Theme& theme = drawing.theme();
  const bool is_narrowed = !drawing.only.empty() || drawing.input.whole != nullptr;
  const std::string_view words = is_narrowed ? "none of those shown" : "nothing written down";
  std::vector<Line> lines = {single_line(drawing.typesetter(), drawing.wording(words), theme.small_print)};
  const std::string name = drawing.wording(lane.name);
  const double heading = height_of(set_text(drawing.typesetter(), name, theme.heading, headings_width - heading_inset, 3).lines);
  const double height = std::max({height_of(lines) + 8, 30.0, heading + theme.spacing.panel_inset});
  draw_lane_ground(drawing, band, name, lane.id, height);
  put_text_in_middle(drawing, {"empty-" + std::string(lane.id), "empty", "", ""},
                     {{drawing.content_left() + gutter / 2, drawing.y + height / 2}, drawing.card_width()}, std::move(lines));
  drawing.y += height;
}

bool holds_any(const BlueprintDrawing& drawing, const LaneOfCards& lane, const std::vector<Placed>& placed) {
  return std::ranges::any_of(placed, [&](const Placed& at) { return drawing.touchpoint_of(at.piece).visibility.value == lane.visibility; });
}

/// Cards of one lane, those of one column under each other.
void draw_lane(BlueprintDrawing& drawing, const journey::Band& band, const LaneOfCards& lane, std::vector<Placed>& placed) {
  const double inset = drawing.theme().spacing.panel_inset;
  std::vector<double> bottoms(band.size(), drawing.y + inset);
  bool any = false;
  for (Placed& at : placed) {
    if (drawing.touchpoint_of(at.piece).visibility.value != lane.visibility) continue;
    double& y = bottoms[at.piece.column - band.begin];
    Card card = card_of(drawing, at.piece);
    card.box.left = drawing.column_left(band, at.piece.column);
    card.box.top = y;
    at.id = card.identity.id;
    at.box = card.box;
    at.lane_top = drawing.y;
    y = card.box.bottom() + between_cards;
    drawing.scene.items.push_back(std::move(card));
    any = true;
  }
  if (!any) return draw_empty_lane(drawing, band, lane);
  const double height = *std::max_element(bottoms.begin(), bottoms.end()) - between_cards + inset - drawing.y;
  draw_lane_ground(drawing, band, drawing.wording(lane.name), lane.id, height);
  drawing.y += height;
}

std::vector<Line> tangible_lines(const BlueprintDrawing& drawing, const std::vector<Text>& tangibles) {
  std::vector<Line> lines;
  for (const Text& tangible : tangibles)
    append(lines, set_text(drawing.typesetter(), tangible.value, drawing.theme().body, drawing.card_width(), 3).lines, 0);
  return lines;
}

/// What customers see and touch: a list over each moment. No lane where there is none in this row.
void draw_tangibles(BlueprintDrawing& drawing, const journey::Band& band, const std::vector<Placed>& placed) {
  const double inset = drawing.theme().spacing.panel_inset;
  double bottom = 0;
  for (const Placed& at : placed) {
    const Touchpoint& touchpoint = drawing.touchpoint_of(at.piece);
    if (!at.piece.is_main || touchpoint.tangibles.empty()) continue;
    const TextPlace place{{drawing.column_left(band, at.piece.column), drawing.y + inset}, drawing.card_width()};
    bottom = std::max(bottom, put_text(drawing, {"tangibles-" + touchpoint.id.value, "tangibles", "", ""}, place,
                                       tangible_lines(drawing, touchpoint.tangibles))
                                  .bottom());
  }
  if (bottom <= 0) return;
  draw_lane_ground(drawing, band, drawing.wording("Tangibles"), "tangibles", bottom + inset - drawing.y);
  drawing.y = bottom + inset + drawing.theme().spacing.gap;
}

/// The head of each column's stage.
void draw_stages(BlueprintDrawing& drawing, const journey::Band& band) {
  const Theme& theme = drawing.theme();
  struct Stretch {
    std::size_t stage, begin, end;
    std::vector<Line> lines;
  };
  std::vector<Stretch> stretches;
  for (std::size_t i = band.begin; i < band.end; ++i) {
    const std::size_t stage = drawing.plan.columns[i].stage;
    if (stretches.empty() || stretches.back().stage != stage) stretches.push_back({stage, i, i, {}});
    stretches.back().end = i + 1;
  }
  double height = 0;
  const auto width_of_stretch = [&](const Stretch& stretch) {
    return static_cast<double>(stretch.end - stretch.begin) * drawing.pitch - 3;
  };
  for (Stretch& stretch : stretches) {
    const std::string& name = drawing.journey.stages[stretch.stage].name.value;
    stretch.lines = set_text(drawing.typesetter(), name, theme.on_heading, width_of_stretch(stretch) - 16, 3).lines;
    height = std::max(height, height_of(stretch.lines) + 12);
  }
  for (Stretch& stretch : stretches) {
    const double left = drawing.content_left() + static_cast<double>(stretch.begin - band.begin) * drawing.pitch;
    const double right = left + width_of_stretch(stretch), bottom = drawing.y + height;
    drawing.scene.ground.push_back(
        Area{{{left, drawing.y}, {right, drawing.y}, {right, bottom}, {left, bottom}}, theme.deep, std::nullopt});
    put_text_in_middle(drawing, {"stage-" + drawing.journey.stages[stretch.stage].id.value, "stage", "", ""},
                       {{left + 8, drawing.y + height / 2}, right - left - 16, Align::center}, std::move(stretch.lines));
  }
  drawing.y += height + theme.spacing.gap;
}

void draw_band(BlueprintDrawing& drawing, const ToldRows& told, const journey::Band& band) {
  std::vector<Placed> placed;
  for (const Piece& piece : pieces_of(drawing.carriers, drawing.plan, band)) placed.push_back({piece, "", {}, 0});
  drawing.carried = carried_in(drawing, placed);
  draw_stages(drawing, band);
  if (drawing.shows(BlueprintPart::tangibles)) draw_tangibles(drawing, band, placed);
  const std::vector<MeetingPoint> meetings = draw_customer_row(drawing, band, placed);
  // Of the lines around a lane that is not there the one above it stays: behind the first no customer sees.
  std::string_view line_above;
  for (const LaneOfCards& lane : lanes) {
    if (line_above.empty()) line_above = lane.line_above;
    // Once is enough to say that nothing is written down.
    const bool is_left_out = drawing.options.is_slide || &band != &drawing.plan.bands.front();
    if (is_left_out && !holds_any(drawing, lane, placed)) continue;
    draw_named_line(drawing, band, line_above);
    draw_lane(drawing, band, lane, placed);
    line_above = {};
  }
  for (std::size_t i = 0; i < placed.size(); ++i) {
    if (!meetings[i].id.empty()) connect_meeting(drawing, meetings[i], placed[i]);
  }
  connect_carriers(drawing, band, placed);
  draw_told_rows(drawing, told, band);
}

/// What customers do has a lane of its own. A slide has room for nothing else.
ToldRows told_rows_of(const BlueprintDrawing& drawing) {
  ToldRows told{drawing.input.workspace, drawing.plan, {}, drawing.options.department, {}};
  told.grid = even_grid(headings_width - heading_inset, drawing.content_left(), drawing.pitch, gutter);
  RowChoice choice{drawing.options.shown_rows, drawing.options.hidden_rows};
  choice.hidden.emplace_back("does");
  if (drawing.shows(BlueprintPart::rows)) told.rows = told_rows(drawing.input.workspace, drawing.journey, choice);
  return told;
}

std::vector<std::string> figures_of(const BlueprintDrawing& drawing) {
  std::vector<std::string> texts;
  if (std::string goal = goal_text(drawing.wording, drawing.journey); !goal.empty()) texts.push_back(std::move(goal));
  for (std::string& text : summary_texts(drawing.wording, drawing.input.analysis.journeys[drawing.options.journey]))
    texts.push_back(std::move(text));
  if (drawing.options.department) texts.push_back(standing_out_text(drawing.input.workspace, drawing.journey, *drawing.options.department));
  return texts;
}

std::string description_of(const BlueprintDrawing& drawing) {
  const Summary& summary = drawing.input.analysis.journeys[drawing.options.journey];
  const Wording& wording = drawing.wording;
  return wording(
      "{moments} in {stages}, with what customers see and do, who meets them, and what carries it behind the line of visibility.",
      {{"moments", wording.count(summary.touchpoints, "{count} moments")},
       {"stages", wording.count(drawing.journey.stages.size(), "{count} stages")}});
}

bool is_empty(const BlueprintDrawing& drawing) {
  return drawing.plan.columns.empty();
}

double width_of(BlueprintDrawing& drawing) {
  const double asked = drawing.options.width > 0 ? drawing.options.width - 2 * drawing.theme().spacing.margin : least_picture_width;
  double widest = 0;
  for (const journey::Band& band : drawing.plan.bands) widest = std::max(widest, drawing.content_width(band));
  return std::max(asked, headings_width + widest);
}

std::string title_of(const BlueprintDrawing& drawing) {
  return drawing.wording("{journey}: service blueprint", {{"journey", drawing.journey.name.value}});
}

/// On pages, which part between rows, also with the distances of a slide.
double between_bands(const BlueprintDrawing& drawing) {
  return std::max(drawing.theme().spacing.section, least_between_bands);
}

/// Parts that have anything in them.
std::vector<std::string> left_out_of(const BlueprintDrawing& drawing) {
  const bool has_rows = !told_rows(drawing.input.workspace, drawing.journey, {{}, {"does"}}).empty();
  const bool has_tangibles = std::ranges::any_of(drawing.plan.visits, [&](const journey::Visit& visit) {
    return !drawing.input.workspace.touchpoints[visit.touchpoint].tangibles.empty();
  });
  std::vector<std::string> parts;
  const auto names = row_parts("blueprint");
  if (has_rows && !drawing.shows(BlueprintPart::rows)) parts.emplace_back(names[0]);
  if (has_tangibles && !drawing.shows(BlueprintPart::tangibles)) parts.emplace_back(names[1]);
  return parts;
}

void draw_bands(BlueprintDrawing& drawing) {
  const ToldRows told = told_rows_of(drawing);
  for (const journey::Band& band : drawing.plan.bands) {
    if (band.begin > 0) drawing.y += between_bands(drawing);
    draw_band(drawing, told, band);
  }
  drawing.scene.left_out.parts = left_out_of(drawing);
  tell_left_out(drawing, drawing.scene.left_out);
}

}  // namespace

void draw_lane_ground(BlueprintDrawing& drawing, const journey::Band& band, std::string_view name, std::string_view id, double height) {
  const Theme& theme = drawing.theme();
  const std::string lane = drawing.ids.use("lane-" + std::string(id));
  const Box box{drawing.content_left(), drawing.y, drawing.content_width(band), height};
  drawing.scene.panels.push_back({{lane, "lane", std::string(name), ""}, box, theme.panel, std::nullopt});
  put_text(drawing, {"heading-" + lane, "heading", "", ""},
           {{drawing.left, drawing.y + theme.spacing.panel_inset - 2}, headings_width - heading_inset},
           set_text(drawing.typesetter(), name, theme.heading, headings_width - heading_inset, 3).lines);
}

namespace {

constexpr double least_pitch_of_slide = 150;
constexpr std::size_t most_with_worst_carriers = 10;  // moments of a slide

/// Where even few moments are too many with all that carries them: of each the one that falls shortest, if far; returns whether any left.
bool keep_worst_carriers(const Analysis& analysis, Carriers& carriers) {
  const auto gap_of = [&](std::size_t touchpoint) { return analysis.touchpoints[touchpoint].gap.value_or(0); };
  bool has_left = false;
  for (std::vector<std::size_t>& own : carriers) {
    const std::size_t before = own.size();
    std::erase_if(own, [&](std::size_t touchpoint) {
      const GapClass gap_class = analysis.touchpoints[touchpoint].gap_class;
      return gap_class != GapClass::red && gap_class != GapClass::orange;
    });
    if (own.size() > 1) own = {*std::ranges::max_element(own, {}, gap_of)};
    has_left = has_left || own.size() < before;
  }
  return has_left;
}

Sign<Remark> carriers_remark() {
  return {legend_rank::remarks + 8, "no room here for all that carries these moments", 0, {}};
}

}  // namespace

BlueprintDrawing::BlueprintDrawing(const PictureInput& what, const PictureOptions& asked)
    : Canvas(what), input(what), options(asked), journey(what.workspace.journeys[asked.journey]), carriers(carriers_in(what.workspace)) {
  const double narrowest = asked.is_slide ? least_pitch_of_slide : least_pitch;
  std::size_t columns = most_columns(asked.width, input.theme, narrowest);
  if (asked.columns > 0) columns = std::min(columns, asked.columns);
  plan = journey::path_columns_of(input.workspace, journey, columns);
  if (!asked.is_slide || plan.bands.empty()) return;
  const bool is_brief = asked.most > 0 && asked.most <= most_with_worst_carriers;
  if (is_brief && keep_worst_carriers(input.analysis, carriers)) explain(*this, carriers_remark());
  std::size_t longest = 1;
  for (const journey::Band& band : plan.bands) longest = std::max(longest, band.size());
  pitch = std::clamp((asked.width - 2 * left - headings_width) / static_cast<double>(longest), narrowest, widest_pitch);
}

double BlueprintDrawing::content_left() const {
  return left + headings_width;
}

double BlueprintDrawing::column_left(const journey::Band& band, std::size_t column) const {
  return content_left() + static_cast<double>(column - band.begin) * pitch + gutter / 2;
}

const Content<BlueprintDrawing> content = {.title = title_of,
                                           .key_figures = figures_of,
                                           .description = description_of,
                                           .width = width_of,
                                           .empty = "This journey has no stages yet.",
                                           .is_empty = is_empty,
                                           .body = draw_bands};

}  // namespace mot::blueprint

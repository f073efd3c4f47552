// A lane per department, with a card under each marker and, below it, what happens only under a condition.
#include <algorithm>

#include "mot/picture/branch_text.h"
#include "mot/picture/fade.h"
#include "mot/picture/gap_text.h"
#include "mot/picture/signs.h"
#include "mot/picture/touchpoint_text.h"
#include "mot/view/journey/drawing.h"

namespace mot::journey {

namespace {

constexpr double above_aside = 10;     // from the card above to the condition
constexpr double below_condition = 3;  // from the condition to its card
constexpr double above_score = 6;      // in a card
constexpr double under_text = 8;       // in a card

/// The visits of one department in one band, by column: the main one and those beside the path.
struct LaneColumn {
  std::size_t column = 0;
  std::optional<std::size_t> main;
  std::vector<std::size_t> asides;
};

struct Lane {
  std::optional<std::size_t> department;
  bool is_of_all = false;  ///< what is to be written on has one lane, so that paper is there to write on
  std::vector<LaneColumn> columns = {};

  bool holds(const Visit& visit) const { return is_of_all || visit.department == department; }
};

Lane filled(const JourneyDrawing& drawing, const Band& band, Lane lane) {
  const auto is_here = [&](std::size_t visit) { return lane.holds(drawing.plan.visits[visit]); };
  for (std::size_t i = band.begin; i < band.end; ++i) {
    const Column& column = drawing.plan.columns[i];
    LaneColumn here{i, std::nullopt, {}};
    if (column.main && is_here(*column.main)) here.main = column.main;
    std::copy_if(column.asides.begin(), column.asides.end(), std::back_inserter(here.asides), is_here);
    if (here.main || !here.asides.empty()) lane.columns.push_back(std::move(here));
  }
  return lane;
}

std::vector<Lane> lanes_of(const JourneyDrawing& drawing, const Band& band) {
  std::vector<Lane> lanes;
  if (drawing.subject.options.blank)
    lanes.push_back(filled(drawing, band, {.department = {}, .is_of_all = true}));
  else
    for (const auto& department : drawing.plan.departments) lanes.push_back(filled(drawing, band, {.department = department}));
  std::erase_if(lanes, [](const Lane& lane) { return lane.columns.empty(); });
  return lanes;
}

/// Width of the text in a card.
double text_width(const JourneyDrawing& drawing, double card_width) {
  return card_width - accent_width - 2 * drawing.theme().spacing.card_padding;
}

/// Heights of the two parts of a card. Cards of one lane share them, so that their scores stand on one line.
struct Parts {
  double wanted = 0;
  double lived = 0;
};

Parts parts_of(const CardText& text) {
  return {height_of(text.wanted), height_of(text.lived)};
}

double card_height(const JourneyDrawing& drawing, const Parts& parts) {
  return drawing.theme().spacing.card_padding + parts.wanted + above_score + parts.lived + under_text;
}

void put_card(JourneyDrawing& drawing, std::size_t index, CardText text, const Parts& parts, Point corner, double width) {
  const Theme& theme = drawing.theme();
  const Visit& visit = drawing.plan.visits[index];
  const Figures& figures = drawing.subject.figures_of(visit);
  const double spare = parts.wanted - height_of(text.wanted);
  const Box box{corner.x, corner.y, width, card_height(drawing, parts)};
  Card card;
  card.identity = {drawing.ids.use("touchpoint-" + visit.key),
                   touchpoint_classes(drawing.subject.workspace, drawing.subject.analysis, visit.touchpoint),
                   touchpoint_tooltip(drawing.subject.workspace, drawing.subject.analysis, visit.touchpoint), ""};
  card.box = box;
  card.fill = theme.card;
  const bool is_open = !figures.actual && !drawing.subject.options.blank;
  const bool is_faded = drawing.subject.fades(visit.department);
  card.stroke = is_open ? explain(drawing, unmeasured(theme)).stroke : Stroke{theme.line, 1, Dash::solid};
  if (!drawing.subject.options.blank) card.accent = theme.tone_of(figures.gap_class).colour;
  card.padding = theme.spacing.card_padding;
  card.lines = std::move(text.wanted);
  append(card.lines, std::move(text.lived), above_score + spare);
  if (figures.actual && !is_faded) explain(drawing, gap(drawing, figures.gap_class, drawing.subject.scale()));
  if (is_faded) fade(drawing, card);
  drawing.scene.items.push_back(std::move(card));
  drawing.cards[index].box = box;
}

/// Puts the condition and the card under it; returns its lower edge.
double put_aside(JourneyDrawing& drawing, std::size_t index, double left, double top) {
  const Theme& theme = drawing.theme();
  const Visit& visit = drawing.plan.visits[index];
  const double width = drawing.grid.card_width() - aside_indent;
  double card_top = top;
  if (const std::string conditions = conditions_of(drawing.plan, visit.stop); !conditions.empty()) {
    Label condition;
    condition.identity = {drawing.ids.use("condition-" + visit.key), "condition", conditions, ""};
    const std::string when = drawing.wording("when {condition}", {{"condition", conditions}});
    condition.lines = set_text(drawing.typesetter(), when, theme.small_print, width, drawing.subject.most_lines(4)).lines;
    condition.box = {left + aside_indent, top, width, height_of(condition.lines)};
    card_top = condition.box.bottom() + below_condition;
    if (drawing.subject.fades(visit.department)) fade(condition, theme);
    drawing.scene.items.push_back(std::move(condition));
  }
  CardText text = card_text(drawing, visit, text_width(drawing, width));
  const Parts parts = parts_of(text);
  put_card(drawing, index, std::move(text), parts, {left + aside_indent, card_top}, width);
  return drawing.cards[index].box.bottom();
}

std::vector<Line> figures_of_lane(const JourneyDrawing& drawing, const Lane& lane, double width) {
  const Theme& theme = drawing.theme();
  const Wording& wording = drawing.wording;
  std::vector<std::size_t> touchpoints;
  for (const Visit& visit : drawing.plan.visits) {
    if (lane.holds(visit) && is_first_visit(drawing, visit)) touchpoints.push_back(visit.touchpoint);
  }
  const Summary summary = summary_of(drawing.subject.workspace, drawing.subject.analysis, touchpoints);
  const std::string moments = wording.count(summary.touchpoints, "{count} moments");
  const std::string measured = wording("{count} measured", {{"count", summary.measured}});
  std::vector<Line> lines;
  if (drawing.subject.options.blank) return set_text(drawing.typesetter(), moments, theme.small_print, width).lines;
  const auto put = [&](const std::string& text, Colour colour) {
    append(lines, set_text(drawing.typesetter(), text, {theme.small_print.font, colour}, width).lines, 0);
  };
  if (summary.judged == 0) {
    put(moments + ", " + measured, theme.small_print.colour);
  } else {
    put(moments, theme.small_print.colour);
    put(measured + ", " + wording("{count} judged", {{"count", summary.judged}}), theme.small_print.colour);
  }
  if (!summary.mean_gap) return lines;
  const Tone& tone = theme.tone_of(gap_class_of(*summary.mean_gap, drawing.subject.workspace.project.scale));
  put(wording("weighted gap {points}", {{"points", gap_text(wording, *summary.mean_gap, drawing.subject.workspace.project.scale)}}),
      tone.text);
  return lines;
}

std::string lane_name(const JourneyDrawing& drawing, const Lane& lane) {
  if (lane.is_of_all) return drawing.wording("Moments");
  return lane.department ? drawing.subject.workspace.departments[*lane.department].name.value : drawing.wording("No department");
}

/// Puts the cards of a lane below `top`; returns the lower edge of the lowest.
double put_cards(JourneyDrawing& drawing, const Lane& lane, const Band& band, double top) {
  const double width = drawing.grid.card_width();
  std::vector<CardText> texts;
  Parts parts;
  for (const LaneColumn& column : lane.columns) {
    texts.emplace_back();
    if (!column.main) continue;
    texts.back() = card_text(drawing, drawing.plan.visits[*column.main], text_width(drawing, width));
    const Parts own = parts_of(texts.back());
    parts = {std::max(parts.wanted, own.wanted), std::max(parts.lived, own.lived)};
  }
  double bottom = top;
  for (std::size_t i = 0; i < lane.columns.size(); ++i) {
    const LaneColumn& column = lane.columns[i];
    const double left = drawing.grid.card_left(band, column.column);
    double y = top;
    if (column.main) {
      put_card(drawing, *column.main, std::move(texts[i]), parts, {left, top}, width);
      const double lower = drawing.cards[*column.main].box.bottom();
      bottom = std::max(bottom, lower);
      y = lower + above_aside;
    }
    for (const std::size_t aside : column.asides) {
      const double lower = put_aside(drawing, aside, left, y);
      bottom = std::max(bottom, lower);
      y = lower + above_aside;
    }
  }
  return bottom;
}

std::optional<Stroke> border_of(const JourneyDrawing& drawing, const Lane& lane) {
  const Theme& theme = drawing.theme();
  if (!drawing.subject.options.department || lane.is_of_all) return std::nullopt;
  if (drawing.subject.fades(lane.department)) return Stroke{theme.grid, theme.spacing.hairline, Dash::solid};
  return Stroke{theme.accent, 1.5, Dash::solid};
}

void draw_lane(JourneyDrawing& drawing, const Lane& lane, const Band& band) {
  const Theme& theme = drawing.theme();
  const double top = drawing.y;
  const std::string base = "lane-" + (lane.is_of_all    ? "of-all"
                                      : lane.department ? drawing.subject.workspace.departments[*lane.department].id.value
                                                        : "none");
  const std::string id = drawing.ids.use(base);
  const std::string name = lane_name(drawing, lane);
  const double heading_width = drawing.grid.headings - beside_headings;
  std::vector<Line> notes;
  if (id == base) notes = figures_of_lane(drawing, lane, heading_width);
  drawing.y = top + theme.spacing.panel_inset - 2;
  const bool is_faded = !lane.is_of_all && drawing.subject.fades(lane.department);
  const double heading = draw_heading(drawing, {id, name, std::move(notes), heading_width, is_faded});
  const double cards = put_cards(drawing, lane, band, top + theme.spacing.panel_inset);
  const double bottom = std::max(drawing.y + heading, cards) + theme.spacing.panel_inset;
  for (const LaneColumn& column : lane.columns) {
    std::vector<std::size_t> visits = column.asides;
    if (column.main) visits.push_back(*column.main);
    for (const std::size_t visit : visits) drawing.cards[visit] = {drawing.cards[visit].box, top, bottom};
  }
  const Box box{drawing.grid.content_left(), top, drawing.grid.content_width(band), bottom - top};
  drawing.scene.panels.push_back({{id, "lane", name, ""}, box, is_faded ? theme.page : theme.panel, border_of(drawing, lane)});
  drawing.y = bottom;
}

}  // namespace

void draw_lanes(JourneyDrawing& drawing, const Band& band) {
  for (const Lane& lane : lanes_of(drawing, band)) {
    drawing.y += drawing.theme().spacing.gap;
    draw_lane(drawing, lane, band);
  }
}

}  // namespace mot::journey

#include "mot/view/blueprint/blueprint.h"

#include <algorithm>
#include <cmath>

#include "mot/analysis/sets.h"
#include "mot/picture/curves.h"
#include "mot/picture/journey_text.h"
#include "mot/picture/signs.h"
#include "mot/picture/told_rows.h"
#include "mot/picture/touchpoint_text.h"
#include "mot/picture/verdict.h"

namespace mot::blueprint {

namespace {

constexpr std::size_t natural_columns = 9;
constexpr double widest_pitch = 380;
constexpr double least_between_bands = 24;
// Between lanes, for a line and its name.
constexpr double strip_height = 30, strip_height_of_sheet = 20, strip_height_of_slide = 14;
constexpr double beside_name_of_line = 8;
constexpr double beside_logo = 188;  // that it takes at most

constexpr std::size_t most_columns_of_aside = 3;

constexpr double between_cards = 8;  // of one lane and column

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

/// A line across the page in its strip, behind its name.
void draw_named_line(BlueprintDrawing& drawing, const journey::Band& band, std::string_view name) {
  const Theme& theme = drawing.theme();
  const double height = drawing.is_brief() ? strip_height_of_slide : drawing.options.is_slide ? strip_height_of_sheet : strip_height;
  const double y = drawing.y + height / 2 - 2;
  const TextStyle style{theme.small_print.font, theme.ink};
  const std::vector<Line> lines = {single_line(drawing.typesetter(), drawing.wording(name), style)};
  const double name_width = width_of(drawing.typesetter(), lines);
  put_text_in_middle(drawing, {"line", "line", "", ""}, {{drawing.left, y}, name_width}, lines);
  const double left = std::max(drawing.content_left(), drawing.left + name_width + beside_name_of_line);
  drawing.scene.ground.push_back(
      Curve{straight({left, y}, {drawing.content_left() + drawing.content_width(band), y}), {theme.ink, 1.25, Dash::dashed}});
  drawing.y += height;
}

void draw_empty_lane(BlueprintDrawing& drawing, const journey::Band& band, const LaneOfCards& lane) {
  const Theme& theme = drawing.theme();
  const bool is_narrowed = !drawing.only.empty() || drawing.input.whole != nullptr;
  const std::string_view words = is_narrowed ? "none of those shown" : "nothing written down";
  std::vector<Line> lines = {single_line(drawing.typesetter(), drawing.wording(words), theme.small_print)};
  const std::string name = drawing.wording(lane.name);
  const double height = std::max({height_of(lines) + 8, 30.0, least_lane_height(drawing, name)});
  draw_lane_ground(drawing, band, name, lane.id, height);
  put_text_in_middle(drawing, {"empty-" + std::string(lane.id), "empty", "", ""},
                     {{drawing.content_left() + gutter / 2, drawing.y + height / 2}, drawing.card_width()}, std::move(lines));
  drawing.y += height;
}

/// Cards of what the customer meets while they find their places, those of one column under each other.
class CardPlaces {
 public:
  CardPlaces(BlueprintDrawing& drawing, const journey::Band& band)
      : drawing_(drawing), band_(band), bottoms_(band.size(), drawing.y + drawing.lane_inset()) {}

  /// Over at most so many columns, as many as let it end highest.
  void put(Placed& at, std::size_t most_columns) {
    const std::size_t column = at.piece.column - band_.begin;
    Card best;
    std::size_t taken = 0;
    for (std::size_t columns = 1; columns <= std::min(most_columns, band_.size() - column); ++columns) {
      const double width = static_cast<double>(columns - 1) * drawing_.pitch + drawing_.card_width();
      Card card = card_of(drawing_, {at.piece.touchpoint, at.piece.stop}, width);
      const auto first = bottoms_.begin() + static_cast<std::ptrdiff_t>(column);
      card.box.left = drawing_.column_left(band_, at.piece.column);
      card.box.top = *std::max_element(first, first + static_cast<std::ptrdiff_t>(columns));
      if (taken > 0 && card.box.bottom() > best.box.bottom() - 1) continue;
      best = std::move(card), taken = columns;
    }
    best.identity.id = drawing_.ids.use(best.identity.id);
    at.id = best.identity.id;
    at.box = best.box;
    for (std::size_t i = 0; i < taken; ++i) bottoms_[column + i] = best.box.bottom() + between_cards;
    drawing_.scene.items.push_back(std::move(best));
  }

  double bottom() const { return *std::max_element(bottoms_.begin(), bottoms_.end()) - between_cards; }

 private:
  BlueprintDrawing& drawing_;
  const journey::Band& band_;
  std::vector<double> bottoms_;  ///< by column: what comes next begins there
};

/// Those of one column under each other; returns the height of the lane. On a sheet, where height is scarce, what happens only under a
/// condition goes on over free columns beside it.
double draw_cards(BlueprintDrawing& drawing, const journey::Band& band, std::vector<Placed>& placed) {
  CardPlaces places(drawing, band);
  const auto is_seen = [&](const Placed& at) { return drawing.touchpoint_of(at.piece).visibility.value == Visibility::frontstage; };
  std::vector<Placed*> asides;
  for (Placed& at : placed) {
    if (!is_seen(at)) continue;
    const bool comes_later = drawing.options.is_slide && !at.piece.is_main;
    if (comes_later)
      asides.push_back(&at);
    else
      places.put(at, 1);
  }
  for (Placed* aside : asides) {
    std::size_t free = 1;
    const auto is_in = [&](const Placed* other) { return other->piece.column == aside->piece.column + free; };
    while (free < most_columns_of_aside && std::ranges::none_of(asides, is_in)) ++free;
    places.put(*aside, free);
  }
  return places.bottom() + drawing.lane_inset() - drawing.y;
}

bool holds_any(const BlueprintDrawing& drawing, const std::vector<Placed>& placed) {
  return std::ranges::any_of(placed,
                             [&](const Placed& at) { return drawing.touchpoint_of(at.piece).visibility.value == Visibility::frontstage; });
}

/// Those of one lane.
std::vector<Span> spans_in(const BlueprintDrawing& drawing, const LaneOfCards& lane, const std::vector<Span>& spans) {
  std::vector<Span> own;
  std::ranges::copy_if(spans, std::back_inserter(own), [&](const Span& span) {
    return drawing.input.workspace.touchpoints[span.touchpoint].visibility.value == lane.visibility;
  });
  return own;
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
    const std::string name = name_among_shown(drawing.journey, stretch.stage, drawing.input.whole);
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
  for (const Piece& piece : pieces_of(drawing.plan, band)) placed.push_back({piece, "", {}});
  const std::vector<Span> spans = shown_spans(drawing, band);
  draw_stages(drawing, band);
  if (drawing.shows(BlueprintPart::tangibles)) draw_tangibles(drawing, band, placed);
  const std::vector<MeetingPoint> meetings = draw_customer_row(drawing, band, placed);
  // Of the lines around a lane that is not there the one above it stays: behind the first no customer sees.
  std::string_view line_above;
  for (const LaneOfCards& lane : lanes) {
    if (line_above.empty()) line_above = lane.line_above;
    const bool is_front = lane.visibility == Visibility::frontstage;
    const std::vector<Span> own = spans_in(drawing, lane, spans);
    const bool is_empty = is_front ? !holds_any(drawing, placed) : own.empty();
    // Once is enough to say that nothing is written down.
    if (is_empty && (drawing.options.is_slide || &band != &drawing.plan.bands.front())) continue;
    draw_named_line(drawing, band, line_above);
    line_above = {};
    if (is_empty) {
      draw_empty_lane(drawing, band, lane);
      continue;
    }
    const double of_cards = is_front ? draw_cards(drawing, band, placed) : draw_spans(drawing, band, own);
    const double height = std::max(of_cards, least_lane_height(drawing, drawing.wording(lane.name)));
    draw_lane_ground(drawing, band, drawing.wording(lane.name), lane.id, height);
    drawing.y += height;
  }
  for (std::size_t i = 0; i < placed.size(); ++i) {
    if (!meetings[i].id.empty()) connect_meeting(drawing, meetings[i], placed[i]);
  }
  draw_told_rows(drawing, told, band);
}

/// What customers do has a lane of its own. A slide has room for nothing else.
ToldRows told_rows_of(const BlueprintDrawing& drawing) {
  ToldRows told{drawing.input.workspace, drawing.plan, {}, drawing.options.department, {}};
  told.most_lines = drawing.most_lines(told.most_lines);
  told.grid = even_grid(drawing.headings - heading_inset, drawing.content_left(), drawing.pitch, gutter);
  RowChoice choice{drawing.options.shown_rows, drawing.options.hidden_rows};
  choice.hidden.emplace_back("does");
  if (drawing.shows(BlueprintPart::rows)) told.rows = told_rows(drawing.input.workspace, drawing.journey, choice);
  return told;
}

/// A slide has one line for figures, beside the logo.
void keep_one_line(const BlueprintDrawing& drawing, std::vector<std::string>& texts) {
  const Theme& theme = drawing.theme();
  const auto& name = drawing.input.workspace.project.name;
  std::vector<Run> runs;
  if (name) runs.push_back({name->value, theme.figures.font, theme.figures.colour});
  std::erase_if(texts, [&](const std::string& text) {
    runs.push_back({text, theme.figures.font, theme.figures.colour});
    const double width = drawing.options.width - 2 * drawing.left - (drawing.logo ? beside_logo : 0);
    const bool has_room = set_in_turn(drawing.typesetter(), runs, theme.figures, width).size() <= 1;
    if (!has_room) runs.pop_back();
    return !has_room;
  });
}

std::vector<std::string> figures_of(const BlueprintDrawing& drawing) {
  std::vector<std::string> texts;
  if (std::string goal = goal_text(drawing.wording, drawing.journey); !goal.empty()) texts.push_back(std::move(goal));
  for (std::string& text : summary_texts(drawing.wording, drawing.input.analysis.journeys[drawing.options.journey]))
    texts.push_back(std::move(text));
  if (drawing.options.department) texts.push_back(standing_out_text(drawing.input.workspace, drawing.journey, *drawing.options.department));
  if (drawing.is_brief()) keep_one_line(drawing, texts);
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

/// Of the whole journey, also where not all of it is shown.
std::string verdict_of(const BlueprintDrawing& drawing) {
  const PictureInput& input = drawing.input;
  const Journey& whole = input.whole ? *input.whole : drawing.journey;
  return verdict_at_head(input.workspace, input.analysis, whole, drawing.options.is_slide ? HowMany::left_out : HowMany::told);
}

bool is_empty(const BlueprintDrawing& drawing) {
  return drawing.plan.columns.empty();
}

/// Whether nobody has written what customers do, what they see or touch, or what stands behind any moment.
bool is_bare(const BlueprintDrawing& drawing) {
  const Workspace& workspace = drawing.input.workspace;
  const auto has_more = [&](std::size_t i) {
    const Touchpoint& touchpoint = workspace.touchpoints[i];
    return !touchpoint.customer_does.empty() || !touchpoint.tangibles.empty() || !touchpoint.lanes.empty() ||
           touchpoint.visibility.value != Visibility::frontstage;
  };
  const auto has_spans = [&](const journey::Band& band) { return !spans_of(workspace, drawing.plan, band).empty(); };
  return std::ranges::none_of(touchpoints_of(workspace, drawing.journey), has_more) && std::ranges::none_of(drawing.plan.bands, has_spans);
}

double width_of(BlueprintDrawing& drawing) {
  const double asked = drawing.options.width > 0 ? drawing.options.width - 2 * drawing.theme().spacing.margin : least_picture_width;
  double widest = 0;
  for (const journey::Band& band : drawing.plan.bands) widest = std::max(widest, drawing.content_width(band));
  return std::max(asked, drawing.headings + widest);
}

std::string title_of(const BlueprintDrawing& drawing) {
  return drawing.wording("{journey}: service blueprint", {{"journey", drawing.journey.name.value}});
}

/// On pages, which part between rows, also with the distances of a slide.
double between_bands(const BlueprintDrawing& drawing) {
  return std::max(drawing.theme().spacing.section, least_between_bands);
}

bool has_tangibles(const BlueprintDrawing& drawing) {
  return std::ranges::any_of(drawing.plan.visits, [&](const journey::Visit& visit) {
    return !drawing.input.workspace.touchpoints[visit.touchpoint].tangibles.empty();
  });
}

bool has_rows(const BlueprintDrawing& drawing) {
  return !told_rows(drawing.input.workspace, drawing.journey, {{}, {"does"}}).empty();
}

bool has_branch_actions(const BlueprintDrawing& drawing) {
  return std::ranges::any_of(drawing.plan.visits, [&](const journey::Visit& visit) {
    const bool is_seen = drawing.input.workspace.touchpoints[visit.touchpoint].visibility.value == Visibility::frontstage;
    return visit.is_aside && is_seen && drawing.plan.columns[visit.column].main;
  });
}

bool has_small_carriers(const BlueprintDrawing& drawing) {
  return std::ranges::any_of(drawing.plan.bands, [&](const journey::Band& band) {
    return shown_spans(drawing, band).size() < spans_of(drawing.input.workspace, drawing.plan, band).size();
  });
}

/// Parts that have anything in them.
std::vector<std::string> left_out_of(const BlueprintDrawing& drawing) {
  constexpr struct {
    BlueprintPart part;
    bool (*is_there)(const BlueprintDrawing& drawing);
  } parts[] = {{BlueprintPart::rows, has_rows},
               {BlueprintPart::tangibles, has_tangibles},
               {BlueprintPart::branch_actions, has_branch_actions},
               {BlueprintPart::carriers, has_small_carriers}};
  std::vector<std::string> names;
  for (const auto& [part, is_there] : parts) {
    if (!drawing.shows(part) && is_there(drawing)) names.emplace_back(row_parts("blueprint")[static_cast<std::size_t>(part)]);
  }
  return names;
}

/// What is left out of the path and carries a moment of it has a bar.
void keep_what_is_not_drawn(const BlueprintDrawing& drawing, std::vector<std::string>& left_out) {
  for (const journey::Band& band : drawing.plan.bands) {
    for (const Span& span : shown_spans(drawing, band))
      std::erase(left_out, drawing.input.workspace.touchpoints[span.touchpoint].name.value);
  }
}

void draw_bands(BlueprintDrawing& drawing) {
  const ToldRows told = told_rows_of(drawing);
  for (const journey::Band& band : drawing.plan.bands) {
    if (band.begin > 0) drawing.y += between_bands(drawing);
    draw_band(drawing, told, band);
  }
  drawing.scene.left_out.parts = left_out_of(drawing);
  keep_what_is_not_drawn(drawing, drawing.scene.left_out.things);
  tell_left_out(drawing, drawing.scene.left_out);
}

}  // namespace

double least_lane_height(const BlueprintDrawing& drawing, std::string_view name) {
  const Theme& theme = drawing.theme();
  const double width = drawing.headings - heading_inset;
  return height_of(set_text(drawing.typesetter(), name, theme.heading, width, 3).lines) + drawing.lane_inset();
}

void draw_lane_ground(BlueprintDrawing& drawing, const journey::Band& band, std::string_view name, std::string_view id, double height) {
  const Theme& theme = drawing.theme();
  const std::string lane = drawing.ids.use("lane-" + std::string(id));
  const Box box{drawing.content_left(), drawing.y, drawing.content_width(band), height};
  drawing.scene.panels.push_back({{lane, "lane", std::string(name), ""}, box, theme.panel, std::nullopt});
  put_text(drawing, {"heading-" + lane, "heading", "", ""},
           {{drawing.left, drawing.y + drawing.lane_inset() - 2}, drawing.headings - heading_inset},
           set_text(drawing.typesetter(), name, theme.heading, drawing.headings - heading_inset, 3).lines);
}

namespace {

/// How it is shared out.
struct Measures {
  double headings = 0;
  double narrowest = 0;  ///< from column to column
};

Measures measures_of(const BlueprintDrawing& drawing) {
  if (drawing.is_brief()) return {112, 112};
  return {132, drawing.options.is_slide ? 122.0 : 158.0};
}

/// Columns that fit in a picture of this width, at least one.
std::size_t most_columns(const BlueprintDrawing& drawing, const Measures& measures) {
  const double width = drawing.options.width;
  if (width <= 0) return natural_columns;
  return static_cast<std::size_t>(std::max(1.0, std::floor((width - 2 * drawing.left - measures.headings) / measures.narrowest)));
}

bool falls_far_short(const Figures& figures) {
  return figures.gap_class == GapClass::red || figures.gap_class == GapClass::orange;
}

}  // namespace

BlueprintDrawing::BlueprintDrawing(const PictureInput& what, const PictureOptions& asked)
    : Canvas(what), input(what), options(asked), journey(what.workspace.journeys[asked.journey]) {
  const Measures measures = measures_of(*this);
  headings = measures.headings, pitch = measures.narrowest;
  std::size_t columns = most_columns(*this, measures);
  if (asked.columns > 0) columns = std::min(columns, asked.columns);
  plan = journey::path_columns_of(input.workspace, journey, columns);
  if (input.whole != nullptr) journey::keep_ways_of(plan, path_of(input.workspace, *input.whole));
  if (!asked.is_slide || plan.bands.empty()) return;
  std::size_t longest = 1;
  for (const journey::Band& band : plan.bands) longest = std::max(longest, band.size());
  pitch = std::clamp((asked.width - 2 * left - headings) / static_cast<double>(longest), pitch, widest_pitch);
}

std::vector<Span> shown_spans(const BlueprintDrawing& drawing, const journey::Band& band) {
  std::vector<Span> spans = spans_of(drawing.input.workspace, drawing.plan, band);
  if (drawing.shows(BlueprintPart::carriers)) return spans;
  std::erase_if(spans,
                [&](const Span& span) { return !span.stop && !falls_far_short(drawing.input.analysis.touchpoints[span.touchpoint]); });
  return spans;
}

double BlueprintDrawing::column_left(const journey::Band& band, std::size_t column) const {
  return content_left() + static_cast<double>(column - band.begin) * pitch + gutter / 2;
}

const Content<BlueprintDrawing> content = {.title = title_of,
                                           .key_figures = figures_of,
                                           .description = description_of,
                                           .verdict = verdict_of,
                                           .width = width_of,
                                           .empty = "This journey has no stages yet.",
                                           .is_empty = is_empty,
                                           .is_bare = is_bare,
                                           .body = draw_bands,
                                           .above_legend = &Spacing::gap};

}  // namespace mot::blueprint

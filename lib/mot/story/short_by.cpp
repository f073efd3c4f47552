// The row of figures under the curve.
#include <algorithm>
#include <cmath>
#include <limits>

#include "mot/picture/fade.h"
#include "mot/picture/icons.h"
#include "mot/picture/signs.h"
#include "mot/picture/touchpoint_text.h"
#include "mot/story/below.h"
#include "mot/story/cards.h"
#include "mot/text/numbers.h"

namespace mot::story {

namespace {

/// Points of paper for the whole scale, the same for all bars, so that they can be compared: as wide as the narrowest card.
double width_of_scale(const StoryDrawing& drawing) {
  double width = std::numeric_limits<double>::infinity();
  for (const Row& row : drawing.rows) {
    for (std::size_t i = row.band.begin; i < row.band.end; ++i) {
      const journey::Column& column = drawing.plan.columns[i];
      if (column.main) width = std::min(width, row.width(i));
      if (!column.asides.empty()) width = std::min(width, half_cards_in(column.asides.size(), row.width(i)).width);
    }
  }
  return width;
}

/// The gap as a share of the scale, which is so wide: full where it was measured, hollow where it was judged.
void draw_bar(StoryDrawing& drawing, const Visit& visit, Point corner, double width) {
  const Theme& theme = drawing.theme();
  const auto [left, top] = corner;
  const Figures& figures = drawing.figures_of(visit);
  if (!figures.gap || drawing.fades(visit.department) || drawing.is_removed(visit.touchpoint)) return;
  const Tone tone = explain(drawing, gap(drawing, figures.gap_class, drawing.input.scale()));
  const double range = drawing.input.scale().range();
  const double share = range > 0 ? std::clamp(*figures.gap / range, 0.0, 1.0) : 0;
  drawing.scene.ground.push_back(Area{corners_of({left, top, width, bar_height}), tone.tint, {}});
  const double length = std::max(share * width, 1.5);
  const bool is_measured = figures.actual_kind == ActualKind::measured;
  drawing.scene.ground.push_back(Area{corners_of({left, top, length, bar_height}), is_measured ? tone.colour : theme.page,
                                      is_measured ? std::nullopt : std::optional(Stroke{tone.colour, 1, Dash::solid})});
}

std::vector<Line> figure_lines(StoryDrawing& drawing, std::size_t index, double width) {
  const Theme& theme = drawing.theme();
  const Visit& visit = drawing.plan.visits[index];
  const TextStyle& small = theme.small_print;
  if (drawing.is_removed(visit.touchpoint)) return set_text(drawing.typesetter(), drawing.wording("removed"), small, width).lines;
  if (!drawing.is_first(index)) {
    const std::string again = drawing.wording("as at {number}", {{"number", drawing.numbers[drawing.first_visits[index]]}});
    return set_text(drawing.typesetter(), again, small, width).lines;
  }
  const Colour colour = drawing.fades(visit.department) ? theme.muted : theme.tone_of(drawing.figures_of(visit).gap_class).text;
  std::vector<Run> runs = {{short_by_text(drawing, visit.touchpoint), theme.name.font, colour}};
  const std::string basis = basis_of(drawing, visit.touchpoint);
  if (!basis.empty()) runs.push_back({basis, small.font, small.colour});
  return set_beside(drawing.typesetter(), runs, width);
}

/// Of a journey inside: what it delivers as a whole.
std::vector<Line> inner_lines(const StoryDrawing& drawing, std::size_t journey, double width) {
  const Wording& wording = drawing.wording;
  const auto& delivered = drawing.input.analysis.journeys[journey].delivered.value;
  const std::string text = delivered ? wording("{percent} delivered", {{"percent", wording.percent(*delivered)}}) : wording("unknown");
  return set_text(drawing.typesetter(), text, drawing.theme().small_print, width).lines;
}

/// Of the main channel; null where it has none.
const Icon* icon_of(const StoryDrawing& drawing, const Touchpoint& touchpoint) {
  if (touchpoint.channels.empty() || !touchpoint.channels.front().index) return nullptr;
  const Channel& channel = drawing.input.workspace.channels[*touchpoint.channels.front().index];
  return icon_of_channel(channel.name ? channel.name->value : channel.id.value);
}

/// The main one first.
std::string channel_names(const StoryDrawing& drawing, const Touchpoint& touchpoint) {
  std::string names;
  for (const Link<Channel>& link : touchpoint.channels) {
    const Channel* channel = link.index ? &drawing.input.workspace.channels[*link.index] : nullptr;
    const std::string known = channel ? (channel->name ? channel->name->value : channel->id.value) : "";
    names += (names.empty() ? "" : ", ") + (channel ? known : marked_unknown(link.value));
  }
  return names;
}

std::vector<Line> number_lines(StoryDrawing& drawing, std::size_t index, double width) {
  const Theme& theme = drawing.theme();
  const Touchpoint& touchpoint = drawing.touchpoint_of(drawing.plan.visits[index]);
  std::string number = drawing.numbers[index];
  if (touchpoint.moment_of_truth.value) {
    const Run star = explain(drawing, moment_of_truth(theme));
    number = star.text + "\u00a0" + number;
  }
  std::vector<Run> runs = {{number, theme.name.font, theme.ink}};
  const std::string channel = channel_names(drawing, touchpoint);
  if (!channel.empty()) runs.push_back({channel, theme.small_print.font, theme.small_print.colour});
  return set_beside(drawing.typesetter(), runs, width);
}

/// Number, star and channel, the channel's icon before them; returns the lower edge.
double put_number(StoryDrawing& drawing, const Row& row, std::size_t column, std::size_t visit, double top) {
  const Icon* const icon = icon_of(drawing, drawing.touchpoint_of(drawing.plan.visits[visit]));
  const double side = drawing.theme().name.font.size + 2, before = icon ? side + 4 : 0;
  const double width = row.width(column) - before;
  std::vector<Line> lines = number_lines(drawing, visit, width);
  const double middle = top + (lines.empty() ? side : lines.front().height) / 2;
  if (icon) draw_icon(drawing, *icon, {row.left(column), middle - side / 2}, side, drawing.theme().ink);
  const Box box = put_text(drawing, {"number-" + drawing.plan.visits[visit].key, "number", "", ""},
                           {{row.left(column) + before, top}, width}, std::move(lines));
  return std::max(box.bottom(), middle + side / 2);
}

}  // namespace

void draw_gap_bar(StoryDrawing& drawing, const Visit& visit, Point corner) {
  draw_bar(drawing, visit, corner, width_of_scale(drawing));
}

void draw_short_by(StoryDrawing& drawing, const Row& row) {
  const double top = drawing.y, text_top = top + bar_height + 2;
  const double scale = width_of_scale(drawing);
  double under_figures = text_top;
  const auto for_each = [&](const auto& draw) {
    for (std::size_t i = row.band.begin; i < row.band.end; ++i) {
      if (const auto main = drawing.plan.columns[i].main) draw(i, *main);
    }
  };
  draw_label(drawing, "short-by", "Short by", text_top);
  for_each([&](std::size_t column, std::size_t visit) {
    const std::string& key = drawing.plan.visits[visit].key;
    if (drawing.is_first(visit)) draw_bar(drawing, drawing.plan.visits[visit], {row.left(column), top}, scale);
    const Box box = put_text(drawing, {"short-by-" + key, "short-by", "", ""}, {{row.left(column), text_top}, row.width(column)},
                             figure_lines(drawing, visit, row.width(column)));
    under_figures = std::max(under_figures, box.bottom());
  });
  drawing.y = under_figures + 4;
  double bottom = drawing.y;
  for_each([&](std::size_t column, std::size_t visit) {
    bottom = std::max(bottom, put_number(drawing, row, column, visit, under_figures + 4));
  });
  for (std::size_t i = row.band.begin; i < row.band.end; ++i) {
    const auto& inner = drawing.plan.columns[i].inner;
    if (!inner) continue;
    const journey::InnerJourney& of = drawing.plan.inner_journeys[*inner];
    const Box figures = put_text(drawing, {"short-by-" + of.key, "short-by", "", ""}, {{row.left(i), text_top}, row.width(i)},
                                 inner_lines(drawing, of.journey, row.width(i)));
    const Line number = single_line(drawing.typesetter(), drawing.stop_numbers[of.stop], drawing.theme().name);
    const Box box = put_text(drawing, {"number-" + of.key, "number", "", ""},
                             {{row.left(i), std::max(under_figures + 4, figures.bottom() + 4)}, row.width(i)}, {number});
    bottom = std::max(bottom, box.bottom());
  }
  drawing.y = bottom + 2;
}

}  // namespace mot::story

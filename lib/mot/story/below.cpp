// Cards in path order, half cards under the one they follow from, and in the room below what no customer sees and what customers say.
#include "mot/story/below.h"

#include <algorithm>
#include <cmath>

#include "mot/picture/curves.h"
#include "mot/picture/signs.h"
#include "mot/picture/touchpoint_text.h"
#include "mot/story/room_below.h"
#include "mot/story/tracks.h"

namespace mot::story {

namespace {

/// Texts of the main cards of a row; columns without one have none.
std::vector<CardText> main_cards(StoryDrawing& drawing, const Row& row) {
  std::vector<CardText> texts(row.band.size());
  for (std::size_t i = row.band.begin; i < row.band.end; ++i) {
    if (const auto main = drawing.plan.columns[i].main) texts[i - row.band.begin] = main_card(drawing, *main, row.width(i));
  }
  return texts;
}

/// The height that main cards have which nothing follows: that of the tallest.
double common_height(const std::vector<CardText>& texts) {
  double height = 0;
  for (const CardText& text : texts) {
    if (!text.body.empty()) height = std::max(height, text.height());
  }
  return height;
}

/// Words that had to leave for larger letters, on a card that is as high without them.
void tell_calm_words(StoryDrawing& drawing, std::size_t visit, double width, double height, CardText& text) {
  const Legend before = drawing.legend;
  CardText told = main_card(drawing, visit, width, CalmWords::told);
  if (told.height() <= height + 1e-6)
    text = std::move(told);
  else
    drawing.legend = before;
}

constexpr double tick_height = 9;  // below the upper edge of a half card, where it is joined to a trunk

void draw_dots(StoryDrawing& drawing, Point from, Point to) {
  drawing.scene.ground.push_back(Curve{straight(from, to), {drawing.theme().muted, 1.25, Dash::dotted}});
}

/// From the card above down to half cards in one row, each by itself; in several rows along a trunk.
void draw_stems(StoryDrawing& drawing, double column_left, double top, const HalfCards& half_cards, const std::vector<Box>& boxes) {
  if (boxes.size() <= half_cards.abreast) {
    for (const Box& box : boxes) draw_dots(drawing, {box.center().x, top + 1}, {box.center().x, box.top - 1});
    return;
  }
  const double x = column_left + half_cards.trunk();
  draw_dots(drawing, {x, top + 1}, {x, boxes.back().top + tick_height});
  for (const Box& box : boxes) {
    const double edge = box.left > x ? box.left : box.right();
    draw_dots(drawing, {x, box.top + tick_height}, {edge, box.top + tick_height});
  }
}

/// Half cards from `top` on; returns their lower edge.
double put_half_cards(StoryDrawing& drawing, const Row& row, std::size_t column, double top, bool hangs) {
  const auto& asides = drawing.plan.columns[column].asides;
  const HalfCards half_cards = half_cards_in(asides.size(), row.width(column));
  std::vector<Box> boxes;
  double y = top;
  for (std::size_t i = 0; i < asides.size(); i += half_cards.abreast) {
    std::vector<CardText> texts;
    double height = 0;
    for (std::size_t k = i; k < std::min(i + half_cards.abreast, asides.size()); ++k) {
      texts.push_back(half_card(drawing, asides[k], half_cards.width));
      height = std::max(height, texts.back().height());
    }
    if (hangs || i > 0) y += above_half_card;
    for (std::size_t k = 0; k < texts.size(); ++k) {
      boxes.push_back({row.left(column) + half_cards.left(k), y, half_cards.width, height});
      put_card(drawing, asides[i + k], std::move(texts[k]), boxes.back());
    }
    y += height;
  }
  if (hangs) draw_stems(drawing, row.left(column), top, half_cards, boxes);
  return y;
}

/// The stacked card of a journey inside, in place of a moment's; returns its lower edge.
double put_inner(StoryDrawing& drawing, const Row& row, std::size_t column, double top, PlacedStops& placed) {
  const journey::InnerJourney& inner = drawing.plan.inner_journeys[*drawing.plan.columns[column].inner];
  InnerCard card = inner_card(drawing, drawing.input, inner, "", row.width(column));
  const Box box{row.left(column), top, row.width(column), card.height};
  placed.stops[inner.stop] = {inner.key, box};
  put_inner_card(drawing, drawing.input, inner, std::move(card), box);
  return box.bottom();
}

}  // namespace

void draw_cards(StoryDrawing& drawing, const Row& row) {
  std::vector<CardText> texts = main_cards(drawing, row);
  const std::vector<WayAbove> above = ways_above(drawing, row);
  const double common = common_height(texts), top = drawing.y + height_of_ways(above);
  PlacedStops placed;
  Room room(row, top);
  for (std::size_t i = row.band.begin; i < row.band.end; ++i) {
    const journey::Column& column = drawing.plan.columns[i];
    double y = top;
    if (column.inner) y = put_inner(drawing, row, i, top, placed);
    if (column.main) {
      CardText& text = texts[i - row.band.begin];
      const bool is_free = column.asides.empty() && !has_tracks(drawing.plan, i) && drawing.is_first(*column.main);
      const double height = is_free ? common : text.height();
      if (is_free && !drawing.shows(Part::calm_words)) tell_calm_words(drawing, *column.main, row.width(i), common, text);
      y = put_card(drawing, *column.main, std::move(text), {row.left(i), top, row.width(i), height});
      const Visit& visit = drawing.plan.visits[*column.main];
      placed.stops[visit.stop] = {"touchpoint-" + visit.key, {row.left(i), top, row.width(i), height}};
    }
    if (has_tracks(drawing.plan, i))
      y = put_tracks(drawing, row, i, y, placed);
    else
      y = put_half_cards(drawing, row, i, y, column.main.has_value());
    if (!column.main && !column.inner && asides_in(drawing.plan, i).empty()) {
      const auto lines = set_text(drawing.typesetter(), drawing.wording("no moments yet"), drawing.theme().small_print, row.width(i)).lines;
      const std::string id = "empty-" + drawing.journey().stages[column.stage].id.value;
      y = put_text(drawing, {id, "empty", "", ""}, {{row.left(i), top}, row.width(i)}, lines).bottom();
    }
    room.take(i, i, y);
    if (column.asides.size() < 2) room.end_with(i, column.asides.empty() ? column.main : column.asides.front());
  }
  draw_ways(drawing, row, above, placed, top);
  if (!has_rail(drawing, row)) draw_rail_of_tags(drawing, row, top);
  if (drawing.shows(Part::behind)) draw_behind(drawing, row, room);
  if (drawing.shows(Part::voices)) draw_voices(drawing, row, room);
  drawing.y = room.bottom();
}

void draw_below_curve(StoryDrawing& drawing, const Row& row) {
  draw_short_by(drawing, row);
  draw_cards(drawing, row);
  if (!has_rail(drawing, row)) return;
  drawing.y += 8;
  draw_rail(drawing, row);
}

}  // namespace mot::story

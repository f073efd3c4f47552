#include "mot/picture/fade.h"

#include "mot/picture/signs.h"

namespace mot {

void fade(std::vector<Line>& lines, const Theme& theme) {
  for (Line& line : lines) {
    for (Run& run : line.runs) run.colour = theme.muted;
  }
}

void fade(Label& label, const Theme& theme) {
  fade(label.lines, theme);
}

void fade(Canvas& canvas, Card& card) {
  const BoxLook look = explain(canvas, faded(canvas.theme()));
  fade(card.lines, canvas.theme());
  card.fill = look.fill;
  card.stroke.colour = look.stroke.colour;
  if (card.accent) card.accent = look.stroke.colour;
}

void fade(Canvas& canvas, Marker& marker) {
  const BoxLook look = explain(canvas, faded(canvas.theme()));
  marker.fill = look.fill;
  marker.stroke.colour = look.stroke.colour;
  if (marker.text) marker.text->colour = canvas.theme().muted;
}

}  // namespace mot

#include "mot/view/journey/fade.h"

namespace mot::journey {

void fade(std::vector<Line>& lines, const Theme& theme) {
  for (Line& line : lines) {
    for (Run& run : line.runs) run.colour = theme.muted;
  }
}

void fade(Label& label, const Theme& theme) {
  fade(label.lines, theme);
}

void fade(Card& card, const Theme& theme) {
  fade(card.lines, theme);
  card.fill = theme.page;
  card.stroke.colour = theme.line;
  if (card.accent) card.accent = theme.line;
}

void fade(Marker& marker, const Theme& theme) {
  marker.fill = theme.page;
  marker.stroke.colour = theme.line;
  if (marker.text) marker.text->colour = theme.muted;
}

}  // namespace mot::journey

#include "mot/draw/graphviz/lines.h"

#include <algorithm>

#include "mot/draw/graphviz/identity.h"
#include "mot/text/utf8.h"
#include "mot/typesetting/plain_text.h"
#include "mot/typesetting/typesetter.h"

namespace mot {

namespace {

void add(std::vector<Run>& runs, const Run& run) {
  Run drawn = run;
  drawn.text = shortened(drawable(run.text), most_characters);
  drawn.font.size = drawn_size(run.font.size);
  if (drawn.text.empty()) return;
  if (runs.empty() || (shows_anything(drawn.text) && !(runs.back().font == run.font && runs.back().colour == run.colour)))
    runs.push_back(std::move(drawn));
  else
    runs.back().text += drawn.text;
}

/// Without blanks at its ends. Trap: Graphviz fails to draw text that has no width, such as a zero-width space of its own; so that goes
/// with the run before it.
std::vector<Run> drawn_runs(const std::vector<Run>& runs) {
  std::vector<Run> drawn;
  for (const Run& run : runs) {
    if (drawn.empty() && !shows_anything(drawable(run.text))) continue;
    add(drawn, run);
  }
  if (drawn.empty()) return drawn;
  drawn.front().text.erase(0, std::min(drawn.front().text.find_first_not_of(' '), drawn.front().text.size()));
  const std::size_t end = drawn.back().text.find_last_not_of(' ');
  drawn.back().text.erase(end == std::string::npos ? 0 : end + 1);
  return drawn;
}

DrawnLine drawn_line(const Line& line, double top) {
  DrawnLine drawn{.runs = drawn_runs(line.runs)};
  std::string text;
  for (const Run& run : drawn.runs) {
    drawn.size = std::max(drawn.size, run.font.size);
    text += run.text;
  }
  drawn.baseline = top + line.height / 2 + drawn.size * baseline_below_middle;
  drawn.bottom = top + line.height;
  drawn.reads_right_to_left = reads_right_to_left(text);
  return drawn;
}

std::vector<DrawnLine> drawn_lines(const std::vector<Line>& lines) {
  std::vector<DrawnLine> drawn;
  double top = 0;
  for (const Line& line : lines) {
    drawn.push_back(drawn_line(line, top + line.space_above));
    top = drawn.back().bottom;
  }
  return drawn;
}

}  // namespace

DrawnText text_of(const Card& card) {
  return {card.inside(), card.align, drawn_lines(card.lines)};
}

DrawnText text_of(const Marker& marker) {
  const double side = 2 * marker.radius;
  const Box box = {marker.center.x - marker.radius, marker.center.y - marker.radius, side, side};
  if (!marker.text) return {box, Align::center, {}};
  return {box, Align::center, drawn_lines({{.runs = {*marker.text}, .height = side}})};
}

DrawnText text_of(const Label& label) {
  return {label.box, label.align, drawn_lines(label.lines)};
}

}  // namespace mot

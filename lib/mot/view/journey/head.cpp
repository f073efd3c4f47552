// What parts of the picture share.
#include "mot/picture/fade.h"
#include "mot/view/journey/drawing.h"

namespace mot::journey {

double draw_heading(JourneyDrawing& drawing, Heading heading) {
  std::vector<Line> lines =
      set_text(drawing.typesetter(), heading.text, drawing.theme().heading, heading.width, drawing.subject.most_lines(4)).lines;
  append(lines, std::move(heading.notes), 1);
  if (heading.is_faded) fade(lines, drawing.theme());
  const TextPlace place{{drawing.grid.left, drawing.y}, heading.width};
  return put_text(drawing, {"heading-" + heading.panel, "heading", "", ""}, place, std::move(lines)).height;
}

std::vector<std::size_t> visits_in(const Column& column) {
  std::vector<std::size_t> visits;
  if (column.main) visits.push_back(*column.main);
  visits.insert(visits.end(), column.asides.begin(), column.asides.end());
  return visits;
}

bool is_first_visit(const JourneyDrawing& drawing, const Visit& visit) {
  return visit.key == drawing.subject.touchpoint_of(visit).id.value;
}

}  // namespace mot::journey

// The head of the picture: whose journey it is, and its figures in one line.
#include "mot/picture/touchpoint_text.h"
#include "mot/text/numbers.h"
#include "mot/view/journey/drawing.h"
#include "mot/view/journey/fade.h"

namespace mot::journey {

namespace {

/// The figures of the whole journey, as short texts.
std::vector<std::string> head_figures(const JourneyDrawing& drawing) {
  const Subject& subject = drawing.subject;
  std::vector<std::string> texts;
  if (subject.workspace.project.name) texts.push_back(subject.workspace.project.name->value);
  if (std::string personas = persona_names(subject.workspace, subject.journey()); !personas.empty()) texts.push_back(std::move(personas));
  std::vector<std::string> figures = summary_texts(subject.analysis.journeys[subject.options.journey]);
  if (subject.options.blank) figures.resize(1);
  texts.insert(texts.end(), figures.begin(), figures.end());
  if (subject.options.department) texts.push_back(standing_out_text(subject.workspace, subject.journey(), *subject.options.department));
  if (drawing.delivered_after) texts.push_back(percent_text(*drawing.delivered_after) + " after the actions");
  if (subject.options.blank) texts.emplace_back("to be filled in by hand");
  return texts;
}

}  // namespace

void draw_head(JourneyDrawing& drawing, double width) {
  mot::draw_head(drawing, drawing.subject.journey().name.value, head_figures(drawing), width);
}

double draw_heading(JourneyDrawing& drawing, Heading heading) {
  std::vector<Line> lines = set_text(drawing.typesetter(), heading.text, drawing.theme().heading, heading.width, 4).lines;
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

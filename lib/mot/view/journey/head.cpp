// The head of the picture: whose journey it is, and its figures in one line.
#include "mot/view/journey/drawing.h"
#include "mot/view/touchpoint_text.h"

namespace mot::journey {

namespace {

/// The figures of the whole journey, as short texts.
std::vector<std::string> head_figures(const Subject& subject) {
  std::vector<std::string> texts;
  if (subject.workspace.project.name) texts.push_back(subject.workspace.project.name->value);
  if (std::string personas = persona_names(subject.workspace, subject.journey()); !personas.empty()) texts.push_back(std::move(personas));
  for (std::string& text : summary_texts(subject.analysis.journeys[subject.journey_index])) texts.push_back(std::move(text));
  return texts;
}

}  // namespace

void draw_head(Drawing& drawing, double width) {
  mot::draw_head(drawing, drawing.subject.journey().name.value, head_figures(drawing.subject), width);
}

double draw_heading(Drawing& drawing, const std::string& id, std::string_view heading, std::vector<Line> notes, double width) {
  std::vector<Line> lines = set_text(drawing.typesetter(), heading, drawing.theme().heading, width, 4).lines;
  append(lines, std::move(notes), 1);
  return put_text(drawing, {"heading-" + id, "heading", "", ""}, {{drawing.grid.left, drawing.y}, width}, std::move(lines)).height;
}

}  // namespace mot::journey
